import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { customerDetailTexts } from '../../../i18n/pane/customerDetail';
import { breachMeasure } from '../../../risk/policy/ruleMeasures';
import { gravestFirst } from '../../../risk/scoring/gravestFirst';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { SeverityMark } from '../../parts/SeverityMark';
import { ruleName } from '../../wording/breachWords';
import { writePair } from '../../wording/measure';

/** The rules a customer violates, with what was measured and what the policy allows. */
export function CustomerBreaches({ tiering, customer }: { tiering: Tiering; customer: number }) {
  const { assessments } = usePane();
  const { breaches: words, customer: customerWords } = texts();
  const language = currentLanguage();
  const breaches = assessments.breachesOf.value(customer);
  if (breaches.length === 0) return <p class="quiet">{customerWords.noBreaches}</p>;
  return (
    <table class="customerBreaches">
      <thead class="small quiet">
        <tr>
          <th scope="col">{customerWords.rule}</th>
          <th scope="col" class="isNumber">
            {words.measured}
          </th>
          <th scope="col" class="isNumber">
            {words.allowed}
          </th>
        </tr>
      </thead>
      <tbody>
        {gravestFirst(breaches).map(({ rule, severity, value, threshold }) => {
          const [figure, allowed] = writePair(value, threshold, breachMeasure[rule], language);
          // Days until an end are below zero once it is past, which nobody calls −1 days.
          const measured = rule === 'contractEnding' ? textsOf(customerDetailTexts).daysLeft(value) : figure;
          return (
            <tr key={rule}>
              <th scope="row">
                <span class="breachRule">
                  <SeverityMark severity={severity} />
                  {ruleName(tiering.assessment, rule, language)}
                </span>
              </th>
              <td class="number isNumber">{measured}</td>
              <td class="number isNumber quiet">{allowed}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
