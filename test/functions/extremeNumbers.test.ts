/** Whatever finite numbers are typed, a formula answers finite numbers or an error: never Infinity, NaN or a crash. */
import './runtime';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { customFunctions } from '../../src/functions/functions';
import { column, shown, spilled } from './runtime';

type FunctionId = keyof typeof customFunctions;

/** The bounds of what Excel takes, the smallest there are, and what a sheet has. */
const typed = [
  0,
  1,
  -1,
  0.01,
  30,
  45_000,
  45_473,
  1e-17,
  1e15,
  1e99,
  1e150,
  1e200,
  1e300,
  1e-308,
  5e-324,
  9.99e307,
  Number.MAX_VALUE,
];
const anyNumber = fc.oneof(
  fc.constantFrom(...typed),
  fc.constantFrom(...typed.map(number => -number)),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const columnOf = (rows: number, cell: fc.Arbitrary<unknown> = anyNumber) =>
  fc.array(cell, { minLength: rows, maxLength: rows }).map(cells => column(...cells));
const tableOf = (rows: number, width: number) =>
  fc.array(fc.array(anyNumber, { minLength: width, maxLength: width }), { minLength: rows, maxLength: rows });
const names = (rows: number) => columnOf(rows, fc.constantFrom('Acme', 'Baker', ''));
const dates = (rows: number) => columnOf(rows, fc.oneof(fc.integer({ min: 44_900, max: 45_600 }), anyNumber));
const asOf = fc.constant(45_473);
const one = anyNumber.map(number => [[number]]);
const maybe = <T>(argument: fc.Arbitrary<T>) => fc.option(argument, { nil: null });
const oneOf = (...options: string[]) => fc.constantFrom(null, ...options);

const factorTable = fc.tuple(anyNumber, anyNumber, anyNumber).map(([weight, best, worst]) => [
  ['Factor', 'Weight', 'Best value', 'Worst value', 'If missing'],
  ['Overdue share', weight, best, worst, null],
  ['Years', 40, 10, 0, 'earns nothing'],
]);
const tierTable = fc.tuple(anyNumber, anyNumber).map(([score, months]) => [
  ['Tier', 'From score', 'Limit in months of sales', 'Terms in days'],
  ['A', score, months, 30],
  ['D', 0, 1, 0],
]);

const ledger = (rows: number) =>
  fc.tuple(
    names(rows),
    dates(rows),
    dates(rows),
    columnOf(rows),
    maybe(columnOf(rows)),
    maybe(dates(rows)),
    asOf,
  );

/** Arguments of every function for some rows. */
const argumentsOf: Readonly<Record<FunctionId, (rows: number) => fc.Arbitrary<readonly unknown[]>>> = {
  DSO: rows =>
    fc.tuple(columnOf(rows), columnOf(rows), maybe(columnOf(rows)), oneOf('ending', 'average', 'countback')),
  TURNOVER: rows => fc.tuple(columnOf(rows), columnOf(rows), oneOf('average')),
  AGING: rows =>
    fc.tuple(
      dates(rows),
      columnOf(rows),
      asOf,
      maybe(names(rows)),
      maybe(columnOf(2)),
      fc.boolean(),
      oneOf('months'),
    ),
  AGINGBUCKET: rows => fc.tuple(dates(rows), one, maybe(columnOf(2))),
  CONCENTRATION: rows =>
    fc.tuple(
      columnOf(rows),
      maybe(names(rows)),
      oneOf('top', 'hhi', 'effective', 'gini', 'table'),
      maybe(one),
    ),
  RISKSCORE: rows =>
    fc.tuple(
      tableOf(rows, 2),
      fc.constant([['Overdue share', 'Years']]),
      factorTable,
      oneOf('score', 'tier', 'points', 'reasons', 'coverage'),
    ),
  TIER: rows => fc.tuple(columnOf(rows), maybe(tierTable)),
  CREDITLIMIT: rows => fc.tuple(columnOf(rows, fc.constantFrom('A', 'D')), columnOf(rows), maybe(tierTable)),
  DELAYRATE: rows => fc.tuple(dates(rows), dates(rows), asOf, maybe(columnOf(rows)), maybe(one)),
  DBT: rows => fc.tuple(dates(rows), dates(rows), columnOf(rows), asOf),
  CEI: rows => fc.tuple(columnOf(rows), columnOf(rows), one, one, maybe(one)),
  CHURN: rows => fc.tuple(columnOf(rows, fc.constantFrom('Acme', 'Baker')), dates(rows), asOf, maybe(one)),
  ALLOWANCE: rows => fc.tuple(tableOf(rows, 3), tableOf(1, 3)),
  ROLLRATES: rows => fc.tuple(tableOf(rows + 1, 3)),
  ALTMANZ: rows =>
    fc.tuple(
      ...(Array.from({ length: 7 }, () => columnOf(rows)) as [fc.Arbitrary<unknown>]),
      oneOf('z', 'z1', 'z2'),
    ),
  CUSTOMERMETRICS: rows =>
    fc.tuple(ledger(rows), maybe(columnOf(2))).map(([given, buckets]) => [...given, buckets]),
  ANOMALY: rows => fc.tuple(tableOf(rows, 2), maybe(one)),
  CUSTOMERCARD: rows => ledger(rows).map(given => ['Acme', ...given]),
  TIERING: rows =>
    fc
      .tuple(
        fc.array(
          fc.tuple(
            fc.constantFrom('Acme', 'Baker'),
            fc.integer({ min: 44_900, max: 45_600 }),
            anyNumber,
            anyNumber,
          ),
          {
            minLength: rows,
            maxLength: rows,
          },
        ),
        oneOf('rows', 'lines'),
      )
      .map(([cells, output]) => [
        [['Customer', 'Due date', 'Amount', 'Credit limit'], ...cells],
        45_473,
        ...Array.from({ length: 7 }, () => null),
        output,
      ]),
};

/** Every number within an answer, also within the properties of a card. */
function* numbersIn(answer: unknown): Generator<number> {
  if (typeof answer === 'number') yield answer;
  else if (typeof answer === 'object' && answer !== null && !(answer instanceof Error)) {
    for (const part of Object.values(answer)) yield* numbersIn(part);
  }
}

const call = (id: FunctionId, given: readonly unknown[]): unknown => {
  const implementation = customFunctions[id] as (...given: readonly unknown[]) => unknown;
  return shown(() => {
    const answer = implementation(...given);
    return Array.isArray(answer) ? spilled(() => answer as unknown[][]) : answer;
  });
};

describe.each(Object.keys(argumentsOf) as FunctionId[])('%s', id => {
  test('answers finite numbers or an error', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }).chain(argumentsOf[id]), given => {
        expect([...numbersIn(call(id, given))].filter(number => !Number.isFinite(number))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

const tooLarge = '#NUM! The result is too large a number to show. Check the numbers it is calculated from.';

test.each<[FunctionId, readonly unknown[], unknown]>([
  ['DSO', [[[1e99]], [[1e-308]]], tooLarge],
  ['TURNOVER', [[[1e99]], [[1e-300]]], tooLarge],
  [
    'DSO',
    [[[1e308]], [[1e-308]]],
    '#VALUE! receivables, row 1: 1e+308 is too large a number to calculate with. Check the cell.',
  ],
  [
    'DSO',
    [[[8_000]], [[16_000]], [[1e308]]],
    '#VALUE! days, row 1: 1e+308 is too large a number to calculate with. Check the cell.',
  ],
])('%s of %j', (id, given, answer) => {
  expect(call(id, given)).toEqual(answer);
});

test('nobody is left without a share because sums overflow', () => {
  expect(call('CONCENTRATION', [column(1e308, 1e308), null, 'hhi'])).toBe(
    '#VALUE! amounts, row 1: 1e+308 is too large a number to calculate with. Check the cell.',
  );
  expect(call('CONCENTRATION', [column(1e99, 1e99), null, 'hhi'])).toEqual([[5_000]]);
});
