import chevronIcon from '@fluentui/svg-icons/icons/chevron_down_16_regular.svg';
import sheetIcon from '@fluentui/svg-icons/icons/table_20_regular.svg';
import { texts } from '../../../i18n/catalogue';
import { usePane } from '../../paneContext';
import { Icon } from '../../parts/Icon';
import { AsOfDate } from './AsOfDate';
import './frame.css';

/** Which sheet and which date: both to be changed, nothing else. */
export function Header() {
  const pane = usePane();
  const { header } = texts();
  const sheet = pane.sheet.current.value;
  const tiering = pane.assessments.result.value;
  // Office itself writes the add-in's name above the pane.
  if (sheet === null) return null;
  const { sheetName, is1904 } = sheet.block;
  return (
    <header class="frameHeader">
      <button
        type="button"
        class="frameSheet"
        title={header.sheet(sheetName)}
        aria-label={header.sheet(sheetName)}
        onClick={() => pane.layers.open({ kind: 'mapping' })}
      >
        <Icon source={sheetIcon} class="quiet" />
        <span class="frameSheetName">{sheetName}</span>
        <Icon source={chevronIcon} class="quiet" />
      </button>
      {tiering !== null && <AsOfDate serial={tiering.asOf.serial} is1904={is1904} />}
    </header>
  );
}
