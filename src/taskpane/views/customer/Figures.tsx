import { textsOf } from '../../../i18n/bilingual';
import { altmanZoneTexts } from '../../../i18n/figures/altmanZone';
import { howComputedTexts } from '../../../i18n/figures/howComputed';
import { currentLanguage } from '../../../i18n/language';
import { formatShare } from '../../../i18n/numbers';
import { customerDetailTexts } from '../../../i18n/pane/customerDetail';
import { altmanZone } from '../../../risk/metrics/formulas/altmanZ';
import type { CustomerTable, MetricName } from '../../../risk/metrics/table/metric';
import { metricMeasure } from '../../../risk/metrics/table/metricMeasures';
import { metricTitles } from '../../../risk/metrics/table/metricTitles';
import type { Tiering } from '../../model/ledger/tiering';
import { HowComputed } from '../../parts/HowComputed';
import { writeMeasure } from '../../wording/measure';
import { sourceColumns } from '../../wording/sourceColumns';
import { workedRatio } from '../../wording/workedRatio';
import { type FigureGroup, figureGroups } from './figureGroups';

const groups = Object.keys(figureGroups) as FigureGroup[];

/** No money of a kind is worth a line only where it is the money that the view is about. */
const saysSomething = (metric: MetricName, value: number): boolean =>
  Number.isFinite(value) && !(value === 0 && metricMeasure[metric] === 'money' && metric !== 'exposure');

/** What is known of a customer in figures, by what one asks of it; each opens to how it is computed. */
export function Figures({ tiering, customer }: { tiering: Tiering; customer: number }) {
  const words = textsOf(customerDetailTexts);
  const how = textsOf(howComputedTexts);
  const language = currentLanguage();
  const { table, policy } = tiering.assessment;
  const { metrics } = table;
  const { windowDays } = policy.settings;
  const known = groups
    .map(group => ({
      group,
      figures: figureGroups[group].filter(metric => saysSomething(metric, metrics[metric][customer])),
    }))
    .filter(({ figures }) => figures.length > 0);
  return (
    <>
      <p class="quiet small">{how.explain}</p>
      {known.map(({ group, figures }) => (
        <div key={group} class="figureGroup">
          <h4 class="small quiet">{words.figureGroups[group]}</h4>
          <ul class="figures">
            {group === 'owes' && <AtRisk tiering={tiering} customer={customer} />}
            {figures.map(metric => (
              <li key={metric}>
                <HowComputed
                  note={how.note(metric)}
                  worked={workedRatio(metric, customer, table, windowDays, language)}
                  source={sourceColumns(metric, tiering)}
                >
                  <span class="figureName">{metricTitles[metric][language]}</span>{' '}
                  <span class="number">
                    {writeMeasure(
                      metrics[metric][customer],
                      metricMeasure[metric],
                      language,
                      tiering.block.is1904,
                    )}
                  </span>
                  {metric === 'altmanZ' && <Zone table={tiering.assessment.table} customer={customer} />}
                </HowComputed>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

/** The zone of an Altman score, where it is known by which model it was measured. */
function Zone({ table, customer }: { table: CustomerTable; customer: number }) {
  const { altmanModel, metrics } = table;
  const zone = altmanModel === undefined ? null : altmanZone(metrics.altmanZ[customer], altmanModel);
  return zone === null ? null : <span class="quiet"> · {textsOf(altmanZoneTexts)[zone]}</span>;
}

/** What the customer's tier makes of what it owes. */
function AtRisk({ tiering, customer }: { tiering: Tiering; customer: number }) {
  const how = textsOf(howComputedTexts);
  const language = currentLanguage();
  const { atRisk, scores, policy } = tiering.assessment;
  const tier = policy.tiers[scores.tier[customer]] ?? policy.tiers.at(-1);
  if (tier === undefined || !Number.isFinite(atRisk[customer])) return null;
  return (
    <li>
      <HowComputed
        note={how.atRiskNote(tier.letter, formatShare(tier.lossRate, language))}
        source={sourceColumns('exposure', tiering)}
      >
        <span class="figureName">{how.atRisk}</span>{' '}
        <span class="number">{writeMeasure(atRisk[customer], 'money', language)}</span>
      </HowComputed>
    </li>
  );
}
