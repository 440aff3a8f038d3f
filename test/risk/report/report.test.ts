/** What a report computes before it is written: the way from the ledger to exposure, and the months behind DSO. */
import fc from 'fast-check';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { BreachRuleId } from '../../../src/risk/policy/policy';
import { dsoTrendInSlices, monthEnds } from '../../../src/risk/report/dsoTrend';
import { reconcileInSlices } from '../../../src/risk/report/reconciliation';
import { layOutReportInSlices } from '../../../src/risk/report/report';
import {
  columnOf,
  moneyWidth,
  type ReportTable,
  reportSheetIds,
  reportTables,
} from '../../../src/risk/report/reportSheet';
import { assessLedger } from '../../../src/risk/scoring/assess';
import { finishSlices } from '../../../src/risk/slices';
import { sourceOf } from '../../excel/report/source';
import { type LedgerRow, ledgerOf } from '../metrics/ledgerOf';

const asOf = 45473;
const { settings } = defaultPolicy;

const anyRow: fc.Arbitrary<LedgerRow> = fc
  .record({
    customer: fc.constantFrom('Acme', 'Beta', '宏达'),
    cents: fc.integer({ min: -500_000, max: 2_000_000 }),
    invoiced: fc.option(fc.integer({ min: asOf - 900, max: asOf + 40 }), { nil: undefined }),
    terms: fc.integer({ min: 0, max: 90 }),
    paidAfter: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
    disputed: fc.boolean(),
  })
  .map(({ customer, cents, invoiced, terms, paidAfter, disputed }) => ({
    customer,
    amount: cents / 100,
    invoiced,
    due: (invoiced ?? asOf - 60) + terms,
    paid: paidAfter === undefined || invoiced === undefined ? undefined : invoiced + paidAfter,
    disputed,
  }));

test('columns of money grow with what stands in them, and stay usual where it is small or not known', () => {
  expect(moneyWidth(1_234_567_890, 84)).toBe(110);
  expect(moneyWidth(9_999, 84)).toBe(84);
  expect(moneyWidth(-1_234_567_890, 84)).toBe(110);
  expect(moneyWidth(Number.NaN, 84)).toBe(84);
});

test('the parts lead from the control total to the exposure of the portfolio, to the cent', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 40 }), fc.boolean(), (rows, countDisputed) => {
      const policy = { ...defaultPolicy, settings: { ...settings, countDisputed } };
      const ledger = ledgerOf(rows, {
        unplaced: [
          { row: 90, amount: 1234 },
          { row: 91, amount: Number.NaN },
        ],
      });
      const parts = finishSlices(reconcileInSlices(ledger, asOf, policy.settings));
      const { portfolio } = assessLedger(ledger, asOf, policy);
      expect(parts.exposure).toBeCloseTo(portfolio.exposure, 6);
      expect(parts.unplaced).toBe(12.34);
      const { controlTotal, exposure, ...taken } = parts;
      const sum = Object.values(taken).reduce((total, part) => total + part, exposure);
      expect(sum).toBeCloseTo(controlTotal, 6);
    }),
  );
});

test('the last month is the portfolio of the day', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 40 }), rows => {
      const ledger = ledgerOf(rows);
      const { portfolio, table } = assessLedger(ledger, asOf, defaultPolicy);
      const last = finishSlices(dsoTrendInSlices(ledger, asOf, settings, 1900)).at(-1)!;
      expect(last.end).toBe(asOf);
      expect(last.receivables).toBeCloseTo(portfolio.exposure, 6);
      if (table.isOpenItemsOnly)
        expect([last.windowSales, last.monthSales]).toEqual([Number.NaN, Number.NaN]);
      else expect(last.windowSales).toBeCloseTo(portfolio.sales || 0, 6);
    }),
  );
});

test('each month is what an assessment as of that day says', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 30 }), rows => {
      const ledger = ledgerOf(rows);
      for (const { end, receivables } of finishSlices(dsoTrendInSlices(ledger, asOf, settings, 1900))) {
        expect(receivables).toBeCloseTo(assessLedger(ledger, end, defaultPolicy).portfolio.exposure || 0, 6);
      }
    }),
    { numRuns: 30 },
  );
});

test('months end with the calendar, the last one with the day', () => {
  expect(monthEnds(45_488, 3, 1900)).toEqual([45_443, 45_473, 45_488]);
  // 29 February 2024, a leap year.
  expect(monthEnds(45_382, 2, 1900)).toEqual([45_351, 45_382]);
  expect(monthEnds(45_382 - 1462, 2, 1904)).toEqual([45_351 - 1462, 45_382 - 1462]);
});

test('sales of months count back as published', () => {
  // 212,000 against 70,000, 80,000 and 100,000 of 30 days each: 60 + 32 / 70 × 30 (benjipays.com); April to June 2024 have 30, 31 and 30.
  const ledger = ledgerOf([
    { amount: 70_000, invoiced: 45_390, due: 45_500 },
    { amount: 80_000, invoiced: 45_420, due: 45_500 },
    { amount: 100_000, invoiced: 45_460, due: 45_500 },
    { amount: -38_000, invoiced: 45_470, due: 45_470 },
  ]);
  const [only] = finishSlices(dsoTrendInSlices(ledger, 45_473, settings, 1900));
  expect(only.receivables).toBe(212_000);
  expect(only.countback).toBeCloseTo(30 + 31 + (32 / 70) * 30, 10);
});

test('without a single payment the past is not known, and the ledger does not begin before itself', () => {
  const unpaid = ledgerOf([{ amount: 100, invoiced: asOf - 300, due: asOf - 270 }]);
  expect(finishSlices(dsoTrendInSlices(unpaid, asOf, settings, 1900))).toHaveLength(1);
  const young = ledgerOf([
    { amount: 100, invoiced: asOf - 70, due: asOf - 40, paid: asOf - 20 },
    { amount: 100, invoiced: asOf - 10, due: asOf + 20 },
  ]);
  const months = finishSlices(dsoTrendInSlices(young, asOf, settings, 1900));
  expect(months.map(({ end }) => end)).toEqual([asOf - 61, asOf - 30, asOf]);
  // A window of a year that the ledger does not fill would make DSO of these months too long.
  expect(months.map(({ windowSales }) => windowSales)).toEqual([Number.NaN, Number.NaN, 200]);
});

test('a customer list has no ageing, no trend and no allowance, and formulas refer to nothing that is not made', () => {
  const source = { ...sourceOf(), ledger: null, reconciliation: null, trend: null };
  const sheets = finishSlices(layOutReportInSlices(source));
  expect(sheets.map(({ id }) => id)).toEqual(['summary', 'tiers', 'concentration', 'breaches']);
  for (const chosen of reportSheetIds) {
    const made = finishSlices(layOutReportInSlices({ ...sourceOf(), chosen: new Set([chosen]) }));
    const blocks = made.flatMap(sheet => sheet.blocks);
    const names = blocks.map(({ name }) => name);
    for (const block of blocks) {
      if (block.kind === 'chart') expect(names).toContain(block.table);
      else
        for (let row = 0; row < block.rowCount; row += 1) {
          for (const cell of block.row(row)) {
            if (typeof cell !== 'object' || cell === null || !('formulaAt' in cell)) continue;
            const text = (cell as { formulaAt(place: object): string }).formulaAt({
              row: 50,
              column: () => 'B',
            });
            for (const [, table] of text.matchAll(/(TiercelReport\w+)\[/g)) expect(names).toContain(table);
          }
        }
    }
  }
});

test('a header with signs that a reference reads otherwise is quoted', () => {
  expect(columnOf('T', "Bob's [net] #1")).toBe("T[Bob''s '[net'] '#1]");
});

test.each([
  ['en', '#,##0" d"_)'],
  ['zh', '#,##0" 天"_)'],
] as const)('in %s each breach and each threshold is written in what its rule measures', (language, days) => {
  const sheets = finishSlices(layOutReportInSlices(sourceOf({ language })));
  const rowsOf = (name: string): readonly (readonly unknown[])[] => {
    const table = sheets
      .flatMap(({ blocks }) => blocks)
      .find(block => block.kind === 'table' && block.name === name) as ReportTable;
    const formats = table.formatRuns!.flatMap(({ count, format }) => Array<string>(count).fill(format));
    expect(formats).toHaveLength(table.rowCount);
    return formats.map((format, index) => [...table.row(index), format]);
  };
  const { words } = sourceOf({ language });
  const breach = (rule: BreachRuleId) =>
    rowsOf(reportTables.breaches).find(row => row[1] === words.ruleName(rule));
  expect(breach('agedAmount')!.at(-1)).toBe(days);
  expect(breach('overdueShare')!.at(-1)).toBe('0.0%_)');
  const setting = (name: string) => rowsOf(reportTables.policy).find(row => row[0] === name);
  expect(setting(words.settings.rule(words.ruleName('agedAmount')))).toContain(days);
  expect(setting(words.settings.rule(words.ruleName('overLimit')))).toContain('0.0%_)');
  expect(setting(words.settings.windowDays)).toContain(days);
});
