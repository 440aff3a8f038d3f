import { severityColors, severityOrder } from '../../../excel/highlight/severityColors';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { ruleSwitchTexts } from '../../../i18n/pane/ruleSwitches';
import type { Tiering } from '../../model/ledger/tiering';
import { createRuleSwitchModel } from '../../model/policy/ruleSwitchModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { Layer } from '../../parts/Layer';
import { SeverityMark } from '../../parts/SeverityMark';
import { ruleName } from '../../wording/breachWords';
import './highlight.css';

/** What highlighting will touch or has done: the legend, the rules on the sheet, and those that could not be, with the reason. */
export function Highlight({ tiering }: { tiering: Tiering }) {
  const pane = usePane();
  const { highlight: words, sentenceSeparator } = texts();
  const { block } = tiering;
  const { isOn } = pane.highlights;
  return (
    <Layer title={words.title}>
      <div class="block">
        <h3>{words.legend}</h3>
        <ul class="legend">
          {severityOrder.map(severity => {
            const { fill, font, bold } = severityColors[severity];
            return (
              <li key={severity}>
                <span
                  class="legendCell"
                  aria-hidden="true"
                  style={{ background: fill, color: font, fontWeight: bold ? 700 : 400 }}
                >
                  123
                </span>
                {words.legendOf[severity]}
              </li>
            );
          })}
        </ul>
        <p class="quiet small">
          {[words.live, ...(isOn.value ? [textsOf(ruleSwitchTexts).legendOnSheet] : [])].join(
            sentenceSeparator,
          )}
        </p>
      </div>
      <div class="block highlightAction">
        {!isOn.value && <p class="quiet small">{words.willTouch(block.sheetName)}</p>}
        <Button
          look={isOn.value ? 'secondary' : 'primary'}
          onClick={() => void pane.highlights.toggle()}
          disabled={pane.work.isWorking.value}
        >
          {isOn.value ? words.actionOff : words.action}
        </Button>
      </div>
      <Rules tiering={tiering} />
    </Layer>
  );
}

/** Every rule of the policy with its switch, and why a format cannot show it where it cannot. */
function Rules({ tiering: { assessment } }: { tiering: Tiering }) {
  const pane = usePane();
  const switches = usePart(createRuleSwitchModel);
  const { highlight } = texts();
  const words = textsOf(ruleSwitchTexts);
  const language = currentLanguage();
  const differing = pane.highlights.outcome.value?.differing ?? 0;
  const reasons = new Map(pane.highlights.outcome.value?.skipped.map(({ rule, reason }) => [rule, reason]));
  return (
    <fieldset class="block highlightSwitches">
      <legend>{words.title}</legend>
      <p class="quiet small">{words.lead}</p>
      {differing > 0 && <p class="small">{highlight.differing(differing)}</p>}
      <ul class="highlightRules" aria-busy={pane.work.isWorking.value}>
        {assessment.policy.rules.map(({ id, on, severity }) => {
          const reason = reasons.get(id);
          return (
            <li key={id}>
              <label class="highlightSwitch">
                <input type="checkbox" checked={on} onChange={() => void switches.set(id, !on)} />
                <SeverityMark severity={severity} />
                <span>
                  {ruleName(assessment, id, language)}
                  {on && reason !== undefined && reason !== 'off' && (
                    <span class="small quiet highlightReason">{highlight.reason[reason]}</span>
                  )}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
