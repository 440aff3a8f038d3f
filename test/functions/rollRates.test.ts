import { describe, expect, test } from '@jest/globals';
import { allowance } from '../../src/functions/allowance';
import { rollRates } from '../../src/functions/rollRates';
import { setLanguage } from '../../src/i18n/language';
import { errorCell, shown, spilled } from './runtime';

describe('ROLLRATES', () => {
  test('gives the loss rates of IFRScommunity.com in a row, which ALLOWANCE takes', () => {
    const cohort = [
      [100_000, '', '', '', ''],
      [0, 50_000, '', '', ''],
      [0, 0, 23_000, null, ''],
      [0, 0, 0, 8_000, ''],
      [0, 0, 0, 0, '2,000'],
    ];
    const rates = rollRates(cohort);
    expect(rates).toHaveLength(1);
    expect(rates[0].map(rate => Number((rate as number).toFixed(3)))).toEqual([0.02, 0.04, 0.087, 0.25, 1]);
    const [[loss]] = allowance([[300_000, 140_000, 60_000, 23_000, 5_000]], rates) as [[number]];
    expect(Math.round(loss)).toBe(27_567);
  });

  test('does not take rows still to be filled for dates on which all was collected', () => {
    const balances = [
      [100, 0, 0],
      [100, 50, 0],
      [100, 50, 10],
    ];
    const expected = rollRates(balances);
    expect(rollRates([...balances, ['', '', ''], [0, 0, 0]])).toEqual(expected);
    expect(rollRates([['', null, 0], ...balances])).toEqual(expected);
  });

  test('refuses shares of each date, which say nothing of what rolled on', () => {
    const shares = [
      [0.6, 0.3, 0.1],
      [0.333, 0.333, 0.333],
    ];
    expect(shown(() => rollRates(shares))).toBe(
      '#VALUE! balances: each row adds up to 1, so these are shares. Give the amounts.',
    );
    expect(
      spilled(() =>
        rollRates([
          [0.6, 0.3, 0.1],
          [0.5, 0.3, 0.1],
        ]),
      ),
    ).toHaveLength(1);
  });

  test('refuses dates selected with the balances, which would move every rate by a bucket', () => {
    const dated = [
      [45_322, 100, 0, 0],
      [45_351, 0, 50, 0],
      [45_382, 0, 0, 10],
    ];
    expect(shown(() => rollRates(dated))).toBe(
      '#VALUE! balances: the first column holds dates, the first is 45322. Leave it out of the range.',
    );
    expect(shown(() => rollRates([...dated].reverse()))).toMatch(
      /^#VALUE! balances: the first column holds dates, the first is 45382/,
    );
    expect(
      shown(() => rollRates(dated.map(([, ...row], month) => [`2024-0${month + 1}-28`, ...row]))),
    ).toMatch(/^#VALUE! balances: the first column holds dates, the first is 2024-01-28/);
    const balances = dated.map(([first, ...others]) => [first * 2, ...others]);
    expect(rollRates(balances)[0]).toHaveLength(4);
  });

  test('refuses totals selected with the balances: the last bucket would be all that is owed, or the last date all dates', () => {
    const balances = [
      [100.1, 20.1, 10.1],
      [110, 50, 5],
      [90, 40, 10],
    ];
    const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0);
    const beside = balances.map(row => [...row, sum(row)]);
    expect(shown(() => rollRates([['Not due', '1–30', '30+', 'Total'], ...beside]))).toBe(
      '#VALUE! balances: the last column holds the totals of the others. Leave it out of the range.',
    );
    const below = balances[0]!.map((_, column) => sum(balances.map(row => row[column]!)));
    expect(shown(() => rollRates([...balances, below]))).toBe(
      '#VALUE! balances: the last row holds the totals of those above. Leave it out of the range.',
    );
    const oneOff = balances.map((row, date) => [...row, sum(row) + (date === 1 ? 0.01 : 0)]);
    expect(rollRates(oneOff)[0]).toHaveLength(4);
  });

  test('takes balances that all rolled on for what they are', () => {
    const cohort = [
      [0, 10, 10],
      [0, 20, 20],
    ];
    expect(rollRates(cohort)[0]).toHaveLength(3);
  });

  test('answers #N/A in the bucket that never held anything', () => {
    expect(
      spilled(() =>
        rollRates([
          [0, 0, 5],
          [0, 10, 0],
          [0, 0, 4],
        ]),
      ),
    ).toEqual([
      [
        '#N/A balances, cell 1: the bucket never held a balance before the last date, so no rate is known for it and what rolls into it. Give earlier dates as well, or leave the bucket out.',
        0.26666666666666666,
        1,
      ],
    ]);
  });

  test('names the bucket that never held anything also where another rolls into it', () => {
    const said =
      '#N/A balances, cell 2: the bucket never held a balance before the last date, so no rate is known for it and what rolls into it. Give earlier dates as well, or leave the bucket out.';
    expect(
      spilled(() =>
        rollRates([
          [100, 0, 0],
          [50, 40, 0],
        ]),
      ),
    ).toEqual([[said, said, 1]]);
  });

  test.each([
    [
      () => rollRates([[1, 2, 3]]),
      '#VALUE! balances: balances stand in 1 × 3 cells (rows × columns). Give a row per date and a column per bucket, at least two of each.',
    ],
    [() => rollRates([[1], [2]]), /^#VALUE! balances: balances stand in 2 × 1 cells/],
    [
      () =>
        rollRates([
          [1, 2],
          ['', ''],
        ]),
      /^#VALUE! balances: balances stand in 1 × 2 cells/,
    ],
    [
      () =>
        rollRates([
          ['', ''],
          ['', ''],
        ]),
      /^#VALUE! balances: balances stand in 0 × 2 cells/,
    ],
    [
      () =>
        rollRates([
          [1, 2],
          [3, errorCell('#REF!')],
        ]),
      '#VALUE! balances, row 2, cell 2: the cell holds the error #REF!. Correct it there.',
    ],
    [
      () =>
        rollRates([
          ['Not due', '1–30'],
          [3, 4],
        ]),
      /^#VALUE! balances: balances stand in 1 × 2 cells/,
    ],
  ])('says what is wrong, which argument and which row %#', (call, expected) => {
    if (expected instanceof RegExp) expect(shown(call)).toMatch(expected);
    else expect(shown(call)).toBe(expected);
  });

  test('in Chinese to a Chinese reader', () => {
    setLanguage('zh');
    expect(shown(() => rollRates([[1, 2, 3]]))).toBe(
      '#VALUE! 余额表：有余额的共 1 行 3 列。请每行给一个日期、每列给一个账龄区间，至少各两个。',
    );
  });
});
