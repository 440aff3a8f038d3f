import doneIcon from '@fluentui/svg-icons/icons/checkmark_circle_20_regular.svg';
import openIcon from '@fluentui/svg-icons/icons/circle_20_regular.svg';
import { textsOf } from '../../../i18n/bilingual';
import { metricNotes } from '../../../i18n/figures/metricNotes';
import { currentLanguage } from '../../../i18n/language';
import { guideTexts } from '../../../i18n/pane/guide';
import { metricNames } from '../../../risk/metrics/table/metric';
import { metricTitles } from '../../../risk/metrics/table/metricTitles';
import { usePane } from '../../paneContext';
import { Icon } from '../../parts/Icon';
import { Layer } from '../../parts/Layer';
import './guide.css';

/** Three steps with what is done of them, and how every number is computed. */
export function Guide() {
  const pane = usePane();
  const words = textsOf(guideTexts);
  const language = currentLanguage();
  const tiering = pane.assessments.result.value;
  const isDone = [pane.sheet.current.value !== null, tiering !== null, pane.highlights.isOn.value];
  const { preferences } = pane;
  return (
    <Layer title={words.title}>
      <div class="block">
        <ol class="guideSteps">
          {words.steps.map(({ name, open }, index) => (
            <li key={name}>
              <Icon
                source={isDone[index] ? doneIcon : openIcon}
                class={isDone[index] ? 'guideStepDone' : 'quiet'}
              />
              <span>
                {name}
                <span class="onlyHeard">, {isDone[index] ? words.isDone : words.isOpen}</span>
                {!isDone[index] && <p class="quiet small">{open}</p>}
              </span>
            </li>
          ))}
        </ol>
        {preferences.isIntroduced.value && (
          <button type="button" class="link" onClick={() => preferences.introduce(false)}>
            {words.showIntroduction}
          </button>
        )}
      </div>
      <div class="block">
        <h3>{words.numbers}</h3>
        <p class="quiet small">{words.numbersLead}</p>
        <div class="guideNumbers">
          <Note title={words.atRisk} note={words.atRiskNote} />
          {metricNames.map(name => (
            <Note key={name} title={metricTitles[name][language]} note={metricNotes[name][language]} />
          ))}
        </div>
      </div>
    </Layer>
  );
}

const Note = ({ title, note }: { title: string; note: string }) => (
  <details>
    <summary>{title}</summary>
    <p class="small">{note}</p>
  </details>
);
