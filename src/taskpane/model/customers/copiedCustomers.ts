import { textsOf } from '../../../i18n/bilingual';
import { textsIn } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { customerListTexts } from '../../../i18n/pane/customerList';
import type { CustomerCategory } from '../../../risk/ledger/customerList/customerCategories';
import { hasNumbers, numbersOf } from '../../../risk/metrics/table/customerNumbers';
import { metricTitles } from '../../../risk/metrics/table/metricTitles';
import type { Assessment } from '../../../risk/scoring/assessment';
import type { CustomerSelection } from '../../../risk/scoring/customerSelection';
import { breachNames } from '../../../risk/scoring/verdicts';
import type { Slices } from '../../../risk/slices';
import type { CopiedRows } from '../../copiedTable';
import type { BreachGroups } from '../ledger/breachGroups';

/** Rows written for the clipboard before the work stops for others. */
const copiedInSlice = 1_000;

const copiedMetrics = [
  'exposure',
  'overdue',
  'overdueShare',
  'oldestDays',
  'dso',
  'daysBeyondTerms',
  'creditLimit',
] as const;

/**
 * Write customers as a table, in their order: what the list shows of them, and what one asks next.
 *
 * @param categories Those that the customer list knows.
 */
export function* customersToCopyInSlices(
  assessment: Assessment,
  { customers }: CustomerSelection,
  categories: readonly CustomerCategory[],
  breachesOf: BreachGroups['breachesOf']['value'],
): Slices<CopiedRows> {
  const language = currentLanguage();
  const { table, scores, policy, atRisk } = assessment;
  const { field, write } = textsIn(language);
  const words = textsOf(customerListTexts);
  const numbers = hasNumbers(table) ? numbersOf(table) : null;
  const rowOf = (customer: number) => [
    table.customers[customer],
    ...(numbers === null ? [] : [numbers[customer]]),
    policy.tiers[scores.tier[customer]]?.letter ?? '',
    known(scores.score[customer]),
    known(atRisk[customer]),
    ...copiedMetrics.map(metric => known(table.metrics[metric][customer])),
    ...categories.map(category => table.texts?.[category][customer] ?? ''),
    breachNames(breachesOf(customer), policy, language),
  ];
  const rows: (string | number | null)[][] = [
    [
      field.customer,
      ...(numbers === null ? [] : [field.customerNumber]),
      write.headers.tier,
      write.headers.score,
      words.sort.atRisk,
      ...copiedMetrics.map(metric => metricTitles[metric][language]),
      ...categories.map(category => field[category]),
      write.headers.breaches,
    ],
  ];
  for (let from = 0; from < customers.length; from += copiedInSlice) {
    for (const customer of customers.subarray(from, from + copiedInSlice)) rows.push(rowOf(customer));
    yield;
  }
  return rows;
}

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
