import { severityColors, severityOrder } from '../../../excel/severityColors';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { type BreachRuleId, breachRuleIds } from '../../../risk/policy/policy';
import type { Tiering } from '../../model/assessmentModel';
import { usePane } from '../../paneContext';
import { Button } from '../../parts/Button';
import { Layer } from '../../parts/Layer';
import { SeverityMark } from '../../parts/SeverityMark';
import { ruleName, ruleOf } from '../../wording/breachWords';
import './highlight.css';

const isRuleId = (rule: string): rule is BreachRuleId => (breachRuleIds as readonly string[]).includes(rule);

/** What highlighting will touch or has done: the legend, the rules on the sheet, and those that could not be, with the reason. */
export function Highlight({ tiering }: { tiering: Tiering }) {
  const pane = usePane();
  const { highlight: words } = texts();
  const language = currentLanguage();
  const { assessment, block } = tiering;
  const { isOn, outcome } = pane.highlights;
  const nameOf = (rule: string): string => (isRuleId(rule) ? ruleName(assessment, rule, language) : rule);
  const severityOf = (rule: string) => (isRuleId(rule) ? (ruleOf(assessment, rule)?.severity ?? null) : null);

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
        <p class="quiet small">{words.live}</p>
      </div>
      {outcome.value !== null && outcome.value.added.length > 0 && (
        <div class="block">
          <h3>{words.added}</h3>
          <ul class="highlightRules">
            {outcome.value.added.map(rule => {
              const severity = severityOf(rule);
              return (
                <li key={rule}>
                  {severity !== null && <SeverityMark severity={severity} />}
                  {nameOf(rule)}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {outcome.value !== null && outcome.value.skipped.length > 0 && (
        <div class="block">
          <h3>{words.notAdded}</h3>
          <ul class="highlightRules">
            {outcome.value.skipped.map(({ rule, reason }) => (
              <li key={rule}>
                <span>
                  {nameOf(rule)} <span class="small quiet highlightReason">{words.reason[reason]}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
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
    </Layer>
  );
}
