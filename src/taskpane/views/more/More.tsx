import tierIcon from '@fluentui/svg-icons/icons/arrow_clockwise_20_regular.svg';
import clearIcon from '@fluentui/svg-icons/icons/broom_20_regular.svg';
import mappingIcon from '@fluentui/svg-icons/icons/column_edit_20_regular.svg';
import highlightIcon from '@fluentui/svg-icons/icons/highlight_20_regular.svg';
import policyIcon from '@fluentui/svg-icons/icons/table_settings_20_regular.svg';
import { texts } from '../../../i18n/catalogue';
import { languageNames, languages } from '../../../i18n/language';
import type { AmountStyle } from '../../../i18n/numbers';
import { usePane } from '../../paneContext';
import { Choice } from '../../parts/Choice';
import { Icon } from '../../parts/Icon';
import { Layer } from '../../parts/Layer';
import { parts } from '../parts';
import './more.css';

const amountStyles: readonly AmountStyle[] = ['short', 'full'];

/** The quiet actions and the reader's own settings. */
export function More() {
  const pane = usePane();
  const { more, clear, mapping, highlight } = texts();
  const { preferences } = pane;
  const hasResult = pane.assessments.result.value !== null;
  const actions = [
    { icon: tierIcon, label: more.tierAgain, run: pane.tierAgain, isOffered: hasResult },
    {
      icon: mappingIcon,
      label: mapping.title,
      run: () => pane.layers.open({ kind: 'mapping' }),
      isOffered: pane.sheet.current.value !== null,
    },
    {
      icon: highlightIcon,
      label: highlight.title,
      run: () => pane.layers.open({ kind: 'highlight' }),
      isOffered: hasResult,
    },
    { icon: policyIcon, label: more.policy, run: pane.showPolicy, isOffered: true },
    { icon: clearIcon, label: clear.action, run: pane.openClear, isOffered: true },
  ];

  return (
    <Layer title={more.title}>
      {parts.length > 0 && (
        <ul class="moreParts">
          {parts.map(({ name, icon }) => (
            <li key={name}>
              <button
                type="button"
                class="moreAction"
                onClick={() => pane.layers.open({ kind: 'part', part: name })}
              >
                <Icon source={icon} />
                <span>
                  <span class="morePartName">{more.parts[name].name}</span>
                  <span class="quiet small">{more.parts[name].what}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="block">
        <h3>{more.workbook}</h3>
        <ul class="moreActions">
          {actions
            .filter(({ isOffered }) => isOffered)
            .map(({ icon, label, run }) => (
              <li key={label}>
                <button type="button" class="moreAction" onClick={() => void run()}>
                  <Icon source={icon} />
                  {label}
                </button>
              </li>
            ))}
        </ul>
        <p class="quiet small">{more.policyText}</p>
      </div>
      <div class="block moreSettings">
        <h3>{more.settings}</h3>
        <Choice
          legend={more.language}
          options={languages.map(value => ({ value, label: languageNames[value] }))}
          chosen={preferences.language.value}
          onChoose={preferences.chooseLanguage}
        />
        <Choice
          legend={more.amounts}
          options={amountStyles.map(value => ({ value, label: more.amountStyle[value] }))}
          chosen={preferences.amountStyle.value}
          onChoose={preferences.chooseAmountStyle}
        />
      </div>
    </Layer>
  );
}
