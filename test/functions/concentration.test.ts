import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { concentration } from '../../src/functions/concentration';
import { column, errorCell, shown } from './runtime';

const shares = column(10, 9, 12, 15, 12, 11, 15, 16);
const of = (measure: string, n?: unknown) => concentration(shares, undefined, measure, n)[0][0];

test('CONCENTRATION counts the cells of a row where a customer is missing', () => {
  expect(shown(() => concentration([[1, 2, 3]], [['A', '', 'C']]))).toMatch(/^#VALUE! customers, cell 2: /);
});

describe('CONCENTRATION', () => {
  test('gives the published HHI of 1,296 (Investopedia)', () => {
    expect(of('hhi')).toBeCloseTo(1_296, 9);
    expect(of('effective')).toBeCloseTo(10_000 / 1_296, 9);
  });

  test('gives the share of the largest unless told otherwise', () => {
    expect(concentration(shares)).toEqual([[0.16]]);
    expect(concentration(shares, null as never, null, null)).toEqual([[0.16]]);
    expect(of('top', 3)).toBeCloseTo(0.46, 12);
    // Ascending: (−7·9 − 5·10 − 3·11 − 12 + 12 + 3·15 + 5·15 + 7·16) / (8·100).
    expect(of('Gini')).toBeCloseTo(0.1075, 12);
  });

  test('adds up the rows of a customer, however its name is spaced and cased', () => {
    const amounts = column(0.1, 0.2, 0.7, -0.5);
    const customers = column('Acme', ' ACME ', 'Baker', 'In credit');
    expect(concentration(amounts, customers)).toEqual([[0.7]]);
    expect(concentration(amounts, customers, 'table')).toEqual([
      ['Baker', 0.7, 0.7, 0.7],
      ['Acme', 0.3, 0.3, 1],
      ['In credit', -0.5, 0, 1],
    ]);
  });

  test('numbers the rows of a table without customers, and passes over empty ones', () => {
    expect(concentration(column(25, '', 75, 0), undefined, 'table')).toEqual([
      [3, 75, 0.75, 0.75],
      [1, 25, 0.25, 1],
    ]);
  });

  test('shortens the table to the n largest', () => {
    expect(concentration(shares, undefined, 'table', 2)).toEqual([
      [8, 16, 0.16, 0.16],
      [4, 15, 0.15, 0.31],
    ]);
  });

  test('lists an amount of nobody in the table, and refuses it in a single figure', () => {
    const rows = [column(5, 15), column('Acme', '')] as const;
    expect(concentration(...rows, 'table')).toEqual([
      ['(no customer)', 15, 0.75, 0.75],
      ['Acme', 5, 0.25, 1],
    ]);
    expect(shown(() => concentration(...rows))).toBe(
      '#VALUE! customers, row 2: the cell is empty but its row has an amount. Fill in the customer, or leave total rows out of the ranges.',
    );
  });

  test.each([
    [
      () => concentration([[0]]),
      '#N/A amounts: nothing is above 0, so nobody has a share. Check that the range is the right one.',
    ],
    [() => concentration([[-5]], [['Acme']], 'table'), /^#N\/A amounts: nothing is above 0/],
    [
      () => concentration(column(1, 2), undefined, 'top', 1.5),
      '#VALUE! n: 1.5 is not a whole number of 1 or more. Enter one, such as 3.',
    ],
    [
      () => concentration(column(1, 2), undefined, 'table', 0),
      '#VALUE! n: 0 is not a whole number of 1 or more. Enter one, such as 3.',
    ],
    [() => concentration([[1]], undefined, 'top', 'many'), /^#VALUE! n: “many” is not a number/],
    [
      () => concentration([[1]], undefined, 'herfindahl'),
      '#VALUE! measure: “herfindahl” is not known here. Enter one of top, hhi, effective, gini, table.',
    ],
    [
      () => concentration(column(1, errorCell('#N/A'))),
      '#VALUE! amounts, row 2: the cell holds the error #N/A. Correct it there.',
    ],
    [
      () => concentration(column(1, 2), column('A')),
      // One customer cell that is not empty, so it is not an omitted argument.
      '#VALUE! customers and amounts differ in cells: 1 and 2. Select the same rows for both.',
    ],
  ])('says what is wrong: %#', (call, expected) => {
    if (expected instanceof RegExp) expect(shown(call)).toMatch(expected);
    else expect(shown(call)).toBe(expected);
  });

  test('does not depend on the order of rows or the currency unit', () => {
    const row = fc.tuple(fc.integer({ min: -1e6, max: 1e7 }), fc.constantFrom('A', 'B', 'C', 'D'));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), rows => {
        const table = (ordered: typeof rows, unit: number) =>
          shown(() =>
            concentration(
              column(...ordered.map(([amount]) => amount * unit)),
              column(...ordered.map(([, customer]) => customer)),
              'table',
            ).map(([customer, , share, cumulative]) => [customer, share, cumulative]),
          );
        expect(table([...rows].reverse(), 1)).toEqual(table(rows, 1));
        expect(table(rows, 128)).toEqual(table(rows, 1));
      }),
    );
  });
});

describe('a row of totals among the customers', () => {
  const measured = (label: unknown, last: unknown) =>
    shown(() => concentration(column(10, 20, 30, last), column('Acme', 'Beta', 'Acme', label), 'hhi'));

  test('is refused where it is the sum of the others, or of the customer it names', () => {
    expect(measured('Total', 60)).toMatch(/^#VALUE! customers, row 4: “Total” is a total/);
    expect(measured('Acme Total', 40)).toMatch(/^#VALUE! customers, row 4: “Acme Total” is a total/);
    expect(measured('合计', '60.00')).toMatch(/row 4: “合计” is a total/);
  });

  test('is a customer where it is no sum: one may be called so', () => {
    expect(measured('Total', 61)).toEqual(expect.any(Array));
    expect(measured('Total', '')).toEqual(expect.any(Array));
  });
});
