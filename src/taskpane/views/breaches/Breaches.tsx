import chevronIcon from '@fluentui/svg-icons/icons/chevron_right_20_regular.svg';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatDate } from '../../../i18n/numbers';
import type { MetricName } from '../../../risk/metrics/table/metric';
import { sourcesOf } from '../../../risk/metrics/table/metricSources';
import { metricTitles } from '../../../risk/metrics/table/metricTitles';
import type { BreachRule } from '../../../risk/policy/policy';
import { areScoredAlike, policyCode } from '../../../risk/policy/policyCode';
import { thresholdMeasure } from '../../../risk/policy/ruleMeasures';
import { gravestFirst } from '../../../risk/scoring/gravestFirst';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { Button } from '../../parts/Button';
import { Icon } from '../../parts/Icon';
import { Layer } from '../../parts/Layer';
import { SeverityMark } from '../../parts/SeverityMark';
import { ruleName } from '../../wording/breachWords';
import { writeMeasure } from '../../wording/measure';
import './breaches.css';

/** What no column says but snapshots and reviews do: the part that takes them is the way to it. */
const fromHistory: ReadonlySet<MetricName> = new Set(['scoreFall', 'daysSinceReview']);

/** What a sheet would have to say: the column where one alone says it, by the name that it has when it is mapped. */
function missingName(metric: MetricName): string {
  const columns = sourcesOf(metric);
  return columns.length === 1 ? texts().field[columns[0]] : metricTitles[metric][currentLanguage()];
}

/** Which rules fired and how often, which found nothing, and which nothing on the sheet could feed. */
export function Breaches({ tiering }: { tiering: Tiering }) {
  const byRule = usePane().assessments.customersByRule.value;
  const words = texts().breaches;
  const { rules } = tiering.assessment.policy;
  const unchecked = new Set(tiering.assessment.unchecked.map(({ rule }) => rule));
  const countOf = (rule: BreachRule): number => byRule.get(rule.id)?.length ?? 0;
  const mostOften = rules
    .filter(rule => countOf(rule) > 0)
    .sort((one, other) => countOf(other) - countOf(one));
  const quiet = rules.filter(rule => rule.on && countOf(rule) === 0 && !unchecked.has(rule.id));
  const off = rules.filter(rule => !rule.on);

  return (
    <Layer title={words.title}>
      <FiredRules rules={gravestFirst(mostOften)} countOf={countOf} />
      {unchecked.size > 0 && <UncheckedRules tiering={tiering} />}
      {quiet.length > 0 && <QuietRules rules={quiet} />}
      {off.length > 0 && (
        <div class="block">
          <h3>{words.off}</h3>
          <p class="quiet">{off.map(rule => rule.name[currentLanguage()]).join(texts().listSeparator)}</p>
        </div>
      )}
    </Layer>
  );
}

interface FiredRulesProps {
  readonly rules: readonly BreachRule[];
  countOf(rule: BreachRule): number;
}

/** Pressing a rule shows its customers. */
function FiredRules({ rules, countOf }: FiredRulesProps) {
  const pane = usePane();
  const words = texts().breaches;
  const language = currentLanguage();
  const showCustomers = (rule: BreachRule): void => {
    pane.customers.showAll();
    pane.customers.rule.value = rule.id;
    pane.layers.backToOverview();
  };
  return (
    <div class="block">
      {rules.length === 0 && <p>{words.noneText}</p>}
      <ul class="ruleList">
        {rules.map(rule => (
          <li key={rule.id}>
            <button
              type="button"
              class="ruleButton"
              title={words.show(rule.name[language])}
              onClick={() => showCustomers(rule)}
            >
              <SeverityMark severity={rule.severity} />{' '}
              <span class="ruleText">
                {rule.name[language]}{' '}
                {rule.threshold !== 0 && <span class="small quiet ruleSecondLine">{allowedBy(rule)}</span>}
              </span>{' '}
              <span class="number">{words.customers(countOf(rule))}</span>
              <Icon source={chevronIcon} class="quiet" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Rules that nothing on the sheet feeds: what each of them needs, and the ways to it. */
function UncheckedRules({ tiering }: { tiering: Tiering }) {
  const { layers } = usePane();
  const { breaches: words, more } = texts();
  const { assessment } = tiering;
  return (
    <div class="block">
      <h3>{words.unchecked}</h3>
      <p class="quiet small">{words.uncheckedText}</p>
      <ul class="ruleList plain">
        {assessment.unchecked.map(({ rule, needs }) => (
          <li key={rule} class="rulePlain">
            <span class="ruleText">
              {ruleName(assessment, rule, currentLanguage())}{' '}
              {rule === 'scoreFall' && <WhyNoFalls tiering={tiering} />}
            </span>
            {fromHistory.has(needs) ? (
              <button
                type="button"
                class="link small"
                onClick={() => layers.open({ kind: 'part', part: 'history' })}
              >
                {more.parts.history.name}
              </button>
            ) : (
              <span class="small quiet">{words.needs(missingName(needs))}</span>
            )}
          </li>
        ))}
      </ul>
      <div class="rulesNext">
        <Button onClick={() => layers.open({ kind: 'mapping' })}>{words.map}</Button>
        {tiering.ledger !== null && tiering.join === null && (
          <Button onClick={() => layers.open({ kind: 'part', part: 'join' })}>{more.parts.join.name}</Button>
        )}
      </div>
    </div>
  );
}

/** Scores by another policy are not compared: a snapshot is there and does not help. */
function WhyNoFalls({ tiering: { assessment, block } }: { tiering: Tiering }) {
  const { previous, policy } = assessment;
  if (previous === null || areScoredAlike(previous.policy, policyCode(policy))) return null;
  const date = formatDate(previous.asOf, block.is1904, currentLanguage());
  return <span class="small quiet ruleSecondLine">{texts().breaches.scoredByOther(date)}</span>;
}

function QuietRules({ rules }: { rules: readonly BreachRule[] }) {
  return (
    <div class="block">
      <h3>{texts().breaches.quiet}</h3>
      <ul class="ruleList plain">
        {rules.map(rule => (
          <li key={rule.id} class="rulePlain">
            <span class="ruleText">{rule.name[currentLanguage()]}</span>
            <span class="small quiet number">{allowedBy(rule)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function allowedBy({ id, threshold }: BreachRule): string {
  return texts().breaches.policyAllows(writeMeasure(threshold, thresholdMeasure[id], currentLanguage()));
}
