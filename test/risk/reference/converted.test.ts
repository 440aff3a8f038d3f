/** A ledger in several currencies comes to what the same ledger comes to whose amounts somebody converted beforehand, row by row. */
import fc from 'fast-check';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { metricNames } from '../../../src/risk/metrics/table/metric';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { anyColumnLedger, type ColumnLedger, cellsOfColumns } from './byColumns';

/** As cells say it, with what one unit is worth in ten-thousandths of a euro; null without a rate. */
const spellings = [
  ['EUR', 10_000],
  ['eur', 10_000],
  ['€', 10_000],
  ['USD', 'dollar'],
  ['US$', 'dollar'],
  ['美元', 'dollar'],
  ['JPY', 'yen'],
  ['日元', 'yen'],
  ['CHF', null],
] as const;

const anyRates = fc.record({
  dollar: fc.integer({ min: 5_000, max: 15_000 }),
  yen: fc.integer({ min: 40, max: 99 }),
});

/** Whole cents times ten-thousandths, rounded to whole cents; half a cent goes away from zero. */
function centsAt(cents: number, rate: number): number {
  const size = (BigInt(Math.abs(cents)) * BigInt(rate) * 2n + 10_000n) / 20_000n;
  return Math.sign(cents) * Number(size) + 0;
}

function figuresOf(cells: Cell[][], day: number, rates: { currency: string; rate: number }[]) {
  const options = { dateSystem: 1900, asOf: day, rates, reportingCurrency: 'EUR' } as const;
  const ledger = readLedger(cells, recogniseSheet(cells), options);
  const table = measureLedger(ledger, day, defaultPolicy, 'all');
  const named = table.customers.flatMap((name, customer) =>
    table.listed[customer] === 1
      ? [[name, metricNames.map(metric => table.metrics[metric][customer])] as const]
      : [],
  );
  return { currency: ledger.currency, figures: new Map(named) };
}

const withCurrency = (cells: Cell[][], currencies: readonly Cell[]): Cell[][] =>
  cells.map((row, index) => [...row, index === 0 ? 'Currency' : currencies[index - 1]]);

test('rows are converted each on its own, by the rates, whatever the cells call their currency; what has none is left out', () => {
  let converted = 0;
  fc.assert(
    fc.property(
      anyColumnLedger,
      fc.array(fc.constantFrom(...spellings), { minLength: 40, maxLength: 40 }),
      anyRates,
      fc.integer({ min: 45_250, max: 45_600 }),
      (ledger, drawn, perUnit, day) => {
        const rateOf = (index: number) => {
          const [, rate] = drawn[index];
          return typeof rate === 'string' ? perUnit[rate] : rate;
        };
        const isForeign = (index: number) => typeof drawn[index][1] === 'string';
        fc.pre(ledger.rows.some((_, index) => isForeign(index)));
        const kept = ledger.rows.flatMap((row, index) => {
          const rate = rateOf(index);
          if (rate === null) return [];
          return [{ ...row, amount: centsAt(row.amount, rate), open: centsAt(row.open, rate) }];
        });
        // A row that comes to less than half a cent is one of 0, which no column ledger here has.
        fc.pre(kept.every(({ amount }) => amount !== 0));
        const inEuros: ColumnLedger = { ...ledger, rows: kept };
        const written = withCurrency(
          cellsOfColumns(ledger),
          drawn.map(([text]) => text),
        );
        const before = withCurrency(
          cellsOfColumns(inEuros),
          kept.map(() => 'EUR'),
        );
        const rates = [
          { currency: 'USD', rate: perUnit.dollar / 10_000 },
          { currency: '日元', rate: perUnit.yen / 10_000 },
        ];
        const [engine, expected] = [figuresOf(written, day, rates), figuresOf(before, day, [])];
        converted += kept.length;
        expect(engine.currency).toBe('EUR');
        expect(engine.figures).toEqual(expected.figures);
      },
    ),
    { numRuns: 150 },
  );
  expect(converted).toBeGreaterThan(500);
});
