/** The highlights are a second telling of the breach rules, in native formulas: both must name the same customers. */
import fc from 'fast-check';
import type { SheetBlock } from '../../src/excel/contract';
import { ruleFormula } from '../../src/excel/highlightRules';
import { dataColumns } from '../../src/excel/ledgerFormula';
import { ensurePolicySheet } from '../../src/excel/policySheet';
import { readLedger } from '../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../src/risk/ledger/recogniseSheet';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import type { BreachRuleId, Policy } from '../../src/risk/policy/policy';
import { assessLedger } from '../../src/risk/scoring/assess';
import type { CellInput } from '../../src/workbench/book/types';
import { type RunningExcel, startExcel } from './harness';
import { asOf } from './ledger';

let excel: RunningExcel;

beforeAll(async () => {
  excel = await startExcel();
});
afterAll(() => excel.stop());

const policy: Policy = {
  ...defaultPolicy,
  settings: { ...defaultPolicy.settings, asOf },
  rules: defaultPolicy.rules.map(rule => (rule.id === 'exposureShare' ? { ...rule, threshold: 0.3 } : rule)),
};

const header = ['Customer', 'Invoice no', 'Invoice date', 'Due date', 'Amount', 'Paid date', 'Credit limit'];
const customers = ['Acme Ltd', 'Beta Co', '江苏宏达机械有限公司', 'Delta GmbH'];

/** Rules whose native formula measures what the engine measures; the share of the total differs by unapplied credits. */
const customerRules: readonly BreachRuleId[] = [
  'overLimit',
  'noLimit',
  'utilization',
  'overdueShare',
  'exposureShare',
  'noOrders',
];

const item = fc.record({
  customer: fc.nat(customers.length - 1),
  age: fc.integer({ min: -20, max: 400 }),
  terms: fc.constantFrom(0, 15, 30, 60),
  amount: fc.integer({ min: 1, max: 900_000 }).map(cents => cents / 100),
  paidAfter: fc.option(fc.integer({ min: 0, max: 420 }), { nil: null }),
});

const limit = fc.constantFrom('', 0, 1000, 5000, 20_000);

function rowsOf(
  items: readonly {
    customer: number;
    age: number;
    terms: number;
    amount: number;
    paidAfter: number | null;
  }[],
  limits: readonly CellInput[],
): CellInput[][] {
  return items.map(({ customer, age, terms, amount, paidAfter }, index) => [
    customers[customer],
    `I-${index}`,
    asOf - age,
    asOf - age + terms,
    amount,
    paidAfter === null ? '' : asOf - age + paidAfter,
    limits[customer],
  ]);
}

/** What reading the sheet from A1 gives, without asking Excel sixty times. */
const blockOf = (cells: CellInput[][]): SheetBlock => ({
  sheetId: excel.book.activeSheet.id,
  sheetName: excel.book.activeSheet.name,
  address: '',
  row: 0,
  column: 0,
  source: 'usedRange',
  tableName: '',
  is1904: false,
  isProtected: false,
  cells,
});

test('random ledgers: the customers a formula marks are the customers the engine finds', async () => {
  const { book } = excel;
  const sheet = book.activeSheet;
  expect((await ensurePolicySheet(policy, 'en')).ok).toBe(true);

  const ledger = fc.tuple(
    fc.array(item, { minLength: 8, maxLength: 40 }),
    fc.tuple(limit, limit, limit, limit),
  );
  fc.assert(
    fc.property(ledger, ([items, limits]) => {
      const cells = [header, ...rowsOf(items, limits)];
      book.clear(sheet, { row: 0, column: 0, rowCount: 100, columnCount: 7 }, 'all', 'user');
      book.setCells(sheet, { row: 0, column: 0, rowCount: cells.length, columnCount: 7 }, cells, 'user');
      const block = blockOf(cells);
      const recognition = recogniseSheet(block.cells);
      fc.pre(recognition.missing.length === 0 && recognition.columns.length === header.length);
      const assessment = assessLedger(
        readLedger(block.cells, recognition, { dateSystem: 1900 }),
        asOf,
        policy,
      );
      const columns = dataColumns(block, recognition);

      for (const id of customerRules) {
        if (assessment.unchecked.some(({ rule }) => rule === id)) continue;
        const said = ruleFormula(policy.rules.find(rule => rule.id === id)!, recognition, columns, null);
        if (typeof said === 'string') throw new Error(`${id} has no formula: ${said}`);
        const area = { row: 1, column: 0, rowCount: items.length, columnCount: 1 };
        const format = book.addConditionalFormat(sheet, {
          areas: [area],
          stopIfTrue: false,
          formula: said.formula,
          format: { fill: '#123456' },
        });
        const marked = new Set(
          items
            .filter((_, row) => book.conditionalStyle(sheet, row + 1, 0).fill === '#123456')
            .map(({ customer }) => customers[customer]),
        );
        book.removeConditionalFormat(sheet, format);
        const found = new Set(
          assessment.breaches
            .filter(breach => breach.rule === id)
            .map(breach => assessment.table.customers[breach.customer]),
        );
        expect({ rule: id, customers: [...marked].sort() }).toEqual({
          rule: id,
          customers: [...found].sort(),
        });
      }
    }),
    { numRuns: 60 },
  );
});

test('random ledgers: a row is marked as long overdue only for customers the engine finds, and for each of them', async () => {
  const { book } = excel;
  const sheet = book.activeSheet;
  await ensurePolicySheet(policy, 'en');
  fc.assert(
    fc.property(fc.array(item, { minLength: 8, maxLength: 40 }), items => {
      const cells = [header, ...rowsOf(items, ['', '', '', ''])];
      book.clear(sheet, { row: 0, column: 0, rowCount: 100, columnCount: 7 }, 'all', 'user');
      book.setCells(sheet, { row: 0, column: 0, rowCount: cells.length, columnCount: 7 }, cells, 'user');
      const block = blockOf(cells);
      const recognition = recogniseSheet(block.cells);
      fc.pre(recognition.missing.length === 0);
      const assessment = assessLedger(
        readLedger(block.cells, recognition, { dateSystem: 1900 }),
        asOf,
        policy,
      );
      const said = ruleFormula(
        policy.rules.find(rule => rule.id === 'agedAmount')!,
        recognition,
        dataColumns(block, recognition),
        null,
      );
      if (typeof said === 'string') throw new Error(`agedAmount has no formula: ${said}`);
      const format = book.addConditionalFormat(sheet, {
        areas: [{ row: 1, column: 3, rowCount: items.length, columnCount: 1 }],
        stopIfTrue: false,
        formula: said.formula,
        format: { fill: '#123456' },
      });
      const marked = new Set(
        items
          .filter((_, row) => book.conditionalStyle(sheet, row + 1, 3).fill === '#123456')
          .map(({ customer }) => customers[customer]),
      );
      book.removeConditionalFormat(sheet, format);
      const found = new Set(
        assessment.breaches
          .filter(breach => breach.rule === 'agedAmount')
          .map(breach => assessment.table.customers[breach.customer]),
      );
      expect([...marked].sort()).toEqual([...found].sort());
    }),
    { numRuns: 60 },
  );
});
