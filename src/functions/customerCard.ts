import { bucketLabel, tableWord } from '../i18n/figures/bucketLabels';
import { cardTitles } from '../i18n/functions/resultTitles';
import { currentLanguage, type Language } from '../i18n/language';
import { localeOf } from '../i18n/numbers';
import { customerKey } from '../risk/ledger/cells/customerName';
import { measureLedger } from '../risk/metrics/customers/customerMetrics';
import type { CustomerTable, MetricName } from '../risk/metrics/table/metric';
import { metricTitles } from '../risk/metrics/table/metricTitles';
import type { Policy } from '../risk/policy/policy';
import { fail } from '../risk/problem';
import { scoreCustomers } from '../risk/scoring/score';
import { onlyCell } from './argument';
import { readMeasuringPolicy } from './bucketsArgument';
import { plainValue } from './cell';
import { readDay } from './dateArgument';
import { readLedgerArguments } from './ledgerArguments';
import { answer } from './respond';

/** How a figure is written on a card. */
const money = '#,##0.00';
const share = '0%';
const days = '0';
const oneDecimal = '0.0';

/** What a card tells after score and tier, in this order. */
const shownMetrics: readonly (readonly [MetricName, string])[] = [
  ['exposure', money],
  ['overdue', money],
  ['overdueShare', share],
  ['oldestDays', days],
  ['daysBeyondTerms', oneDecimal],
  ['delayRate', share],
  ['sales', money],
  ['dso', oneDecimal],
  ['share', '0.0%'],
];

/**
 * A card of one customer: score, tier, exposure, ageing and payment record in one cell.
 *
 * In Excel with data types the cell shows the name, and a card with every figure opens from its icon; elsewhere the cell shows
 * name, tier and the main figures as text. Read, measured and scored by the pane's own engine. A customer is found whatever the
 * case, width and spaces of its name.
 *
 * A column that the ledger does not have is given as "".
 *
 * @customfunction CUSTOMERCARD CUSTOMERCARD
 * @param customer Name of the customer, as in the ledger.
 * @param customers Customer of each row.
 * @param invoiceDates Invoice date of each row.
 * @param dueDates Due date of each row.
 * @param amounts Amount of each row; credits below 0.
 * @param openAmounts What is open of each row today, 0 where settled; "" without such a column.
 * @param paidDates Date each row was paid, empty while unpaid; "" without such a column.
 * @param asOf The day to measure at.
 * @param policy The whole policy sheet, or a bucket table, or the last day of each bucket; the default policy if omitted.
 * @returns One cell with a card.
 * @example =TIERCEL.CUSTOMERCARD("Northwind", A2:A500, B2:B500, C2:C500, D2:D500, E2:E500, F2:F500, DATE(2024,6,30))
 * @formula Score and tier as RISKSCORE gives them, every other figure as CUSTOMERMETRICS does
 * @source The pane's own engine: what a card says and what the pane shows is one computation
 * @term 客户信用卡片
 */
export function customerCard(
  customer: unknown,
  customers: unknown[][],
  invoiceDates: unknown[][],
  dueDates: unknown[][],
  amounts: unknown[][],
  openAmounts: unknown[][],
  paidDates: unknown[][],
  asOf: unknown,
  policy?: unknown[][],
): unknown {
  const wanted = String(plainValue(onlyCell(customer, 'customer')) ?? '').trim();
  if (wanted === '') answer(fail('value', 'argumentMissing', { argument: 'customer' }));
  const day = readDay(asOf, 'asOf');
  const chosen = readMeasuringPolicy(policy, 'policy');
  const language = currentLanguage();
  const columns = { customers, invoiceDates, dueDates, amounts, openAmounts, paidDates };
  const { named } = readLedgerArguments(columns, tableWord('nobody', language), day);
  const table = measureLedger(named, day, chosen);
  const index = table.customers.findIndex(name => customerKey(name) === customerKey(wanted));
  if (index < 0)
    answer(fail('notAvailable', 'customerNotFound', { argument: 'customer', value: wanted.slice(0, 80) }));
  return canShowCards() ? cardOf(table, index, chosen, language) : textOf(table, index, chosen, language);
}

/** Data types came to Excel with ExcelApi 1.16; an older one would show an error for a card. */
const canShowCards = (): boolean =>
  typeof Office !== 'undefined' && Office.context?.requirements?.isSetSupported('ExcelApi', '1.16') === true;

interface Standing {
  readonly score: number;
  readonly letter: string;
}

function standingOf(table: CustomerTable, customer: number, policy: Policy): Standing {
  const scores = scoreCustomers(table, policy);
  return {
    score: scores.score[customer]!,
    letter: policy.tiers[scores.tier[customer]!]?.letter ?? '',
  };
}

const figure = (basicValue: number, numberFormat: string) => ({
  type: 'FormattedNumber',
  basicValue,
  numberFormat,
});

/** What is not known has no line on the card. */
function cardOf(table: CustomerTable, customer: number, policy: Policy, language: Language): unknown {
  const name = table.customers[customer]!;
  const { score, letter } = standingOf(table, customer, policy);
  const known = (value: number) => !Number.isNaN(value);
  const main: [string, unknown][] = [
    ...(letter === '' ? [] : [[cardTitles.tier[language], letter] as [string, unknown]]),
    ...(known(score) ? [[cardTitles.score[language], figure(score, oneDecimal)] as [string, unknown]] : []),
    ...shownMetrics
      .filter(([metric]) => known(table.metrics[metric][customer]!))
      .map(([metric, format]): [string, unknown] => [
        metricTitles[metric][language],
        figure(table.metrics[metric][customer]!, format),
      ]),
  ];
  const ageing = policy.buckets.map((bucket, index): [string, unknown] => [
    bucketLabel(bucket, language),
    figure(table.buckets[index]![customer]!, money),
  ]);
  return {
    type: 'Entity',
    text: name,
    properties: Object.fromEntries([[cardTitles.customer[language], name], ...main, ...ageing]),
    layouts: {
      card: {
        title: { property: cardTitles.customer[language] },
        sections: [
          { layout: 'List', properties: main.map(([title]) => title) },
          { layout: 'List', title: cardTitles.ageing[language], properties: ageing.map(([title]) => title) },
        ],
      },
    },
    provider: { description: 'Tiercel' },
  };
}

/** `Northwind · D 31.5 · Exposure 412,000.00 · Overdue 62%` */
function textOf(table: CustomerTable, customer: number, policy: Policy, language: Language): string {
  const { score, letter } = standingOf(table, customer, policy);
  const exposure = table.metrics.exposure[customer]!;
  const overdue = table.metrics.overdueShare[customer]!;
  const amount = exposure.toLocaleString(localeOf[language], {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return [
    table.customers[customer]!,
    ...(Number.isNaN(score) ? [] : [`${letter} ${score.toFixed(1)}`]),
    `${metricTitles.exposure[language]} ${amount}`,
    ...(Number.isNaN(overdue)
      ? []
      : [`${metricTitles.overdueShare[language]} ${Math.round(overdue * 100)}%`]),
  ].join(' · ');
}
