import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { customerDetailTexts } from '../../../i18n/customerDetail';
import { howComputedTexts } from '../../../i18n/howComputed';
import { currentLanguage } from '../../../i18n/language';
import type { MetricName } from '../../../risk/metrics/metric';
import type { Tiering } from '../../model/assessmentModel';
import { HowComputed } from '../../parts/HowComputed';
import { metricMeasure, writeMeasure } from '../../wording/measure';
import { type FigureGroup, figureGroups } from './figureGroups';

const groups = Object.keys(figureGroups) as FigureGroup[];

/** No money of a kind is worth a line only where it is the money that the view is about. */
const saysSomething = (metric: MetricName, value: number): boolean =>
  Number.isFinite(value) && !(value === 0 && metricMeasure[metric] === 'money' && metric !== 'exposure');

/** What is known of a customer in figures, by what one asks of it; each opens to how it is computed. */
export function Figures({ tiering, customer }: { tiering: Tiering; customer: number }) {
  const words = textsOf(customerDetailTexts);
  const { metric: names } = texts();
  const { metrics } = tiering.assessment.table;
  const known = groups
    .map(group => ({
      group,
      figures: figureGroups[group].filter(metric => saysSomething(metric, metrics[metric][customer])),
    }))
    .filter(({ figures }) => figures.length > 0);
  return (
    <>
      <p class="quiet small">{textsOf(howComputedTexts).explain}</p>
      {known.map(({ group, figures }) => (
        <div key={group} class="figureGroup">
          <h4 class="small quiet">{words.figureGroups[group]}</h4>
          <ul class="figures">
            {figures.map(metric => (
              <li key={metric}>
                <HowComputed metric={metric} tiering={tiering}>
                  <span class="figureName">{names[metric]}</span>{' '}
                  <span class="number">
                    {writeMeasure(
                      metrics[metric][customer],
                      metricMeasure[metric],
                      currentLanguage(),
                      tiering.block.is1904,
                    )}
                  </span>
                </HowComputed>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
