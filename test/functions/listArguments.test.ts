/** Ranges as analysts select them: with the header row, or whole columns. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ageing } from '../../src/functions/ageing';
import { ageingBucket } from '../../src/functions/ageingBucket';
import { allowance } from '../../src/functions/allowance';
import { altmanZScore } from '../../src/functions/altmanZ';
import { anomaly } from '../../src/functions/anomaly';
import { collectionEffectivenessIndex } from '../../src/functions/cei';
import { churn } from '../../src/functions/churn';
import { concentration } from '../../src/functions/concentration';
import { creditLimits } from '../../src/functions/creditLimit';
import { customerMetrics } from '../../src/functions/customerMetrics';
import { daysBeyondTermsOf } from '../../src/functions/dbt';
import { paymentDelayRate } from '../../src/functions/delayRate';
import { daysSalesOutstanding } from '../../src/functions/dso';
import { listColumns } from '../../src/functions/listArguments';
import { riskScore } from '../../src/functions/riskScore';
import { rollRates } from '../../src/functions/rollRates';
import { tier } from '../../src/functions/tier';
import { receivablesTurnover } from '../../src/functions/turnover';
import { column, errorCell, shown, spilled } from './runtime';

/** 2024-06-30. */
const asOf = 45_473;
const dates = [asOf - 10, asOf - 40, asOf - 100, asOf + 5];
const amounts = [100.25, 200, -30, 400];
const names = ['Acme', 'Beta', 'Acme', '江苏宏达'];
const paid = [asOf - 5, '', asOf - 100, ''];

/** As Excel hands a column from its header to below the data; desktop Excel hands empty cells as 0. */
const whole = (header: unknown, cells: readonly unknown[], empty: unknown = ''): unknown[][] =>
  column(header, ...cells, empty, empty, empty);

describe.each<[unknown, string]>([
  ['', 'blank'],
  [null, 'null'],
  [0, 'zero'],
])('a column with its header and empty cells below it (%j, %s)', empty => {
  const all = (header: unknown, cells: readonly unknown[]) => whole(header, cells, empty);

  test('answers as its data alone', () => {
    const due = all('Due date', dates);
    const money = all('Amount', amounts);
    const who = all('Customer', names);
    const paidOn = all('Paid', paid);
    const [d, m, w, p] = [column(...dates), column(...amounts), column(...names), column(...paid)];
    expect(ageing(due, money, asOf)).toEqual(ageing(d, m, asOf));
    expect(ageing(due, money, asOf, who)).toEqual(ageing(d, m, asOf, w));
    expect(concentration(money, who, 'table')).toEqual(concentration(m, w, 'table'));
    expect(concentration(money, who)).toEqual(concentration(m, w));
    expect(concentration(money, undefined, 'hhi')).toEqual(concentration(m, undefined, 'hhi'));
    expect(daysBeyondTermsOf(due, paidOn, money, asOf)).toBe(daysBeyondTermsOf(d, p, m, asOf));
    expect(paymentDelayRate(due, paidOn, asOf)).toBe(paymentDelayRate(d, p, asOf));
    expect(paymentDelayRate(due, paidOn, asOf, money)).toBe(paymentDelayRate(d, p, asOf, m));
    expect(churn(who, due, asOf, 60)).toBe(churn(w, d, asOf, 60));
    expect(customerMetrics(who, due, due, money, [['']], paidOn, asOf)).toEqual(
      customerMetrics(w, d, d, m, [['']], p, asOf),
    );
  });
});

test('numbers in a list are those below its header', () => {
  expect(
    daysSalesOutstanding(
      whole('Receivables', [212_000]),
      whole('Sales', [70_000, 80_000, 100_000]),
      [[30]],
      'countback',
    ),
  ).toBeCloseTo(73.714285714, 8);
  expect(daysSalesOutstanding(whole('AR', [8_000]), whole('Sales', [10_000, 6_000]), [[30]])).toBe(15);
  expect(receivablesTurnover(whole('Sales', [16_000]), whole('AR', [6_000, 10_000]), 'average')).toBe(2);
  expect(
    collectionEffectivenessIndex(
      whole('Begin', [6_200]),
      whole('Sales', [10_890]),
      whole('End', [6_340]),
      whole('Current', [3_590]),
      3,
    ),
  ).toBeCloseTo(0.5592948718, 9);
  expect(
    allowance(
      column('Amount', 15_000_000, 7_500_000, 4_000_000, 2_500_000, 1_000_000),
      column('Rate', 0.003, 0.016, 0.036, 0.066, 0.106),
    ),
  ).toEqual([[580_000]]);
  expect(
    rollRates([
      ['Not due', '1–30', '31+'],
      [100, 0, 0],
      [0, 50, 0],
      [0, 0, 10],
      ['', '', ''],
    ]),
  ).toEqual([[0.1, 0.2, 1]]);
});

describe('an answer row by row stays beside its rows', () => {
  test('with an empty cell beside the header', () => {
    expect(ageingBucket(column('Due date', asOf, asOf - 31, ''), asOf)).toEqual(
      column('', 'Not due', '31–60', ''),
    );
    expect(tier(column('Score', 92, 12))).toEqual(column('', 'A', 'D'));
    expect(creditLimits(column('Tier', 'A', 'D'), column('Sales', 1_000, 1_000))).toEqual(
      column('', 3_000, 0),
    );
    expect(anomaly(column('Order', 10, 12, 12, 13, 12, 11, 14, 300)).map(([cell]) => cell)[0]).toBe('');
    expect(anomaly(column('Order', 10, 12, 12, 13, 12, 11, 14, 300)).slice(1)).toEqual(
      anomaly(column(10, 12, 12, 13, 12, 11, 14, 300)),
    );
    expect(
      allowance(
        [
          ['Not due', '1–30'],
          [100, 200],
        ],
        [[0.1, 0.2]],
      ),
    ).toEqual([[''], [50]]);
    const figures = [4.2, 0.8, 6.5, 7, 8.3, 3.5, 5].map(figure => column('Figure', figure));
    const [wc, re, ebit, equity, sales, assets, liabilities] = figures;
    const [above, score] = altmanZScore(wc, re, ebit, equity, sales, assets, liabilities);
    expect([above, (score[0] as number).toFixed(1)]).toEqual([[''], '11.1']);
    expect(
      riskScore(
        [
          ['Overdue share', ''],
          [0.25, 'x'],
        ],
        [['Overdue share', '']],
      ),
    ).toEqual([[''], [40]]);
  });

  test('and ends with the data where it is given whole columns', () => {
    const rows = 1_048_576;
    const empty = ['']; // one row for all: only its cells are read
    const sheet = (...cells: unknown[]) => [
      ...column(...cells),
      ...new Array(rows - cells.length).fill(empty),
    ];
    expect(ageingBucket(sheet('Due date', asOf, asOf - 31), asOf)).toEqual(column('', 'Not due', '31–60'));
    expect(tier(sheet('Score', 92, 12))).toEqual(column('', 'A', 'D'));
    expect(riskScore(sheet('Overdue share', 0.25), [['Overdue share']])).toEqual([[''], [40]]);
    expect(ageing(sheet('Due', ...dates), sheet('Amount', ...amounts), asOf, sheet('Who', ...names))).toEqual(
      ageing(column(...dates), column(...amounts), asOf, column(...names)),
    );
  });
});

describe('whole columns in desktop Excel, which hands empty cells as 0', () => {
  const rows = 1_048_576;
  const zero = [0];
  const desktop = (...cells: unknown[]) => [
    ...column(...cells),
    ...new Array(rows - cells.length).fill(zero),
  ];

  test('leave the last balance, the mean and the periods as they are', () => {
    const balances = desktop('Balance', 5_000, 6_000);
    const sales = desktop('Sales', 10_000, 20_000);
    expect(daysSalesOutstanding(balances, sales, [[60]])).toBe(12);
    expect(daysSalesOutstanding(balances, sales, [[60]], 'average')).toBe(11);
    expect(daysSalesOutstanding(balances, sales, desktop('Days', 31, 30), 'countback')).toBe(9);
    expect(receivablesTurnover(sales, balances)).toBe(5);
    expect(receivablesTurnover(sales, balances, 'average')).toBeCloseTo(30_000 / 5_500, 12);
  });

  test('are told from whole columns whose empty cells are empty and whose last number is 0', () => {
    const web = (...cells: unknown[]) => [...column(...cells), ...new Array(rows - cells.length).fill([''])];
    expect(daysSalesOutstanding(web('Balance', 5_000, 0), web('Sales', 10_000, 20_000), [[60]])).toBe(0);
    expect(tier(web('Score', 92, 0))).toEqual(column('', 'A', 'D'));
  });
});

describe('what is no header', () => {
  test('is refused with its row: a text further down, an error, a date beside a text', () => {
    expect(shown(() => ageing(whole('Due', dates), whole('Amount', [1, 'soon', 2, 3]), asOf))).toBe(
      '#VALUE! amounts, row 3: “soon” is not a number. Enter a number there, or leave the header out of the range.',
    );
    expect(shown(() => ageing(column(asOf, asOf), column('Amount', 1), asOf))).toMatch(
      /^#VALUE! amounts, row 1: “Amount” is not a number/,
    );
    expect(shown(() => ageing(column('Due', asOf), column(errorCell('#REF!'), 1), asOf))).toMatch(
      /^#VALUE! due_dates, row 1: “Due” is not a date/,
    );
    expect(shown(() => ageing(column('Due', 'Due', asOf), column('Amount', 'Amount', 1), asOf))).toMatch(
      /^#VALUE! due_dates, row 2/,
    );
    expect(spilled(() => ageingBucket(column(asOf, 'soon'), asOf))[1]).toEqual([
      '#VALUE! due_dates, row 2: “soon” is not a date. Enter a date there, or leave the header out of the range.',
    ]);
  });

  test('is refused where lengths differ, whole columns or not', () => {
    expect(shown(() => ageing(whole('Due', dates), column('Amount', 1), asOf))).toMatch(
      /^#VALUE! .*differ in cells|#VALUE! due_dates, row 1/,
    );
  });

  test('is an entry: text dates, text amounts, n/a', () => {
    expect(ageing(column('2024-06-29', '2024-06-01'), column('1,000.50', 'n/a'.length), asOf)).toEqual([
      [0, 1_003.5, 0, 0, 0],
    ]);
    expect(listColumns({ amounts: ['number', column('n/a', 1)] }).headerRow).toBe(-1);
  });

  test('has titles and blank rows above it', () => {
    const due = column('', '', 'Due', ...dates);
    const money = column('', '', 'Amount', ...amounts);
    const who = column('Receivables 2024', '', 'Customer', ...names);
    expect(ageing(due, money, asOf, who)).toEqual(
      ageing(column(...dates), column(...amounts), asOf, column(...names)),
    );
  });
});

test('no list is changed by a header above it and rows below it', () => {
  const row = fc.record({
    due: fc.integer({ min: asOf - 200, max: asOf + 60 }),
    cents: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    name: fc.constantFrom('Acme', 'Beta', '甲公司'),
  });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 2, maxLength: 30 }),
      fc.integer({ max: 4, min: 0 }),
      (rows, below) => {
        const end = new Array(below).fill('');
        const table = (header: boolean) => {
          const list = (title: string, cells: unknown[]) =>
            header ? column(title, ...cells, ...end) : column(...cells);
          return ageing(
            list(
              'Due',
              rows.map(({ due }) => due),
            ),
            list(
              'Amount',
              rows.map(({ cents }) => cents / 100),
            ),
            asOf,
            list(
              'Customer',
              rows.map(({ name }) => name),
            ),
          );
        };
        expect(table(true)).toEqual(table(false));
      },
    ),
  );
});
