import highlightIcon from '@fluentui/svg-icons/icons/highlight_20_regular.svg';
import moreIcon from '@fluentui/svg-icons/icons/more_horizontal_20_regular.svg';
import writeIcon from '@fluentui/svg-icons/icons/table_add_20_regular.svg';
import { useId } from 'preact/hooks';
import { texts } from '../../../i18n/catalogue';
import { usePane } from '../../paneContext';
import { Button } from '../../parts/Button';

/** What now: one primary action, the rest quiet. */
export function Footer() {
  const pane = usePane();
  const { highlight, write, more } = texts();
  const highlightNote = useId();
  const writeNote = useId();
  const tiering = pane.assessments.result.value;
  const isOn = pane.highlights.isOn.value;
  const isWorking = pane.work.isWorking.value;
  return (
    <footer class="frameFooter">
      {tiering !== null && (
        <>
          <Button
            look={isOn ? 'secondary' : 'primary'}
            icon={highlightIcon}
            aria-pressed={isOn}
            aria-describedby={highlightNote}
            title={isOn ? highlight.actionOff : highlight.willTouch(tiering.block.sheetName)}
            disabled={isWorking}
            onClick={() => void pane.highlights.toggle()}
          >
            {highlight.action}
          </Button>
          <Button
            icon={writeIcon}
            aria-describedby={writeNote}
            title={write.willTouch(tiering.block.sheetName)}
            disabled={isWorking}
            onClick={() => pane.layers.open({ kind: 'part', part: 'write' })}
          >
            {write.action}
          </Button>
          <span id={highlightNote} class="onlyHeard">
            {highlight.willTouch(tiering.block.sheetName)}
          </span>
          <span id={writeNote} class="onlyHeard">
            {write.willTouch(tiering.block.sheetName)}
          </span>
        </>
      )}
      <Button
        look="subtle"
        class="frameMore"
        icon={moreIcon}
        aria-label={more.action}
        title={more.action}
        onClick={() => pane.layers.open({ kind: 'more' })}
      />
    </footer>
  );
}
