/** The highlights are a second telling of the breach rules, in native formulas: both must name the same customers. */
import fc from 'fast-check';
import type { SheetBlock } from '../../src/excel/contract';
import { ruleFormula } from '../../src/excel/highlight/highlightRules';
import { dataColumns } from '../../src/excel/highlight/ledgerFormula';
import { ensurePolicySheet } from '../../src/excel/policy/policySheet';
import { readCustomerList } from '../../src/risk/ledger/customerList/customerList';
import { readLedger } from '../../src/risk/ledger/readLedger';
import { recogniseAs, recogniseSheet } from '../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import type { BreachRuleId, Policy } from '../../src/risk/policy/policy';
import { assessLedger, assessList } from '../../src/risk/scoring/assess';
import { finishSlices } from '../../src/risk/slices';
import type { CellInput } from '../../src/workbench/book/types';
import { blockOf } from '../sheetBlock';
import { ledgerHeader } from '../smallLedger';
import { type RunningExcel, startExcel } from './harness';
import { asOf } from './ledger';

let excel: RunningExcel;

beforeAll(async () => {
  excel = await startExcel();
});
afterAll(() => excel.stop());

const policy: Policy = {
  ...defaultPolicy,
  settings: { ...defaultPolicy.settings, asOf, countDisputed: false },
  rules: defaultPolicy.rules.map(rule => (rule.id === 'exposureShare' ? { ...rule, threshold: 0.3 } : rule)),
};

const header = [...ledgerHeader, 'Disputed', 'Currency', 'Intercompany'];
/** One name would be a wildcard for another, one a comparison, if a formula took them bare. */
const customers = ['Acme Ltd', 'A*', '江苏宏达机械有限公司', '<Delta~ GmbH?'];

/** Rules whose native formula measures what the engine measures. */
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
  amount: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 900_000 }).map(cents => cents / 100) },
    { weight: 1, arbitrary: fc.integer({ min: -900_000, max: -1 }).map(cents => cents / 100) },
  ),
  paidAfter: fc.option(fc.integer({ min: 0, max: 420 }), { nil: null }),
  disputed: fc.constantFrom('No', 'No', 'No', '是'),
  currency: fc.constantFrom('CNY', 'CNY', 'USD'),
  intercompany: fc.constantFrom('No', 'No', 'No', 'Yes'),
});

interface Item {
  readonly customer: number;
  readonly age: number;
  readonly terms: number;
  readonly amount: number;
  readonly paidAfter: number | null;
  readonly disputed: string;
  readonly currency: string;
  readonly intercompany: string;
}

const limit = fc.constantFrom('', 0, 1000, 5000, 20_000);

const rowsOf = (items: readonly Item[], limits: readonly CellInput[]): CellInput[][] =>
  items.map(({ customer, age, terms, amount, paidAfter, disputed, currency, intercompany }, index) => [
    customers[customer],
    `I-${index}`,
    asOf - age,
    asOf - age + terms,
    amount,
    paidAfter === null ? '' : asOf - age + paidAfter,
    limits[customer],
    disputed,
    currency,
    intercompany,
  ]);

/** What reading the sheet from A1 gives, without asking Excel sixty times. */
const readBlock = (cells: CellInput[][]): SheetBlock =>
  blockOf(cells, { sheetId: excel.book.activeSheet.id, sheetName: excel.book.activeSheet.name });

const mark = '#123456';

/** The rows whose cell a conditional format with this formula colours. */
function markedRows(formula: string, column: number, rowCount: number): number[] {
  const { book } = excel;
  const sheet = book.activeSheet;
  const areas = [{ row: 1, column, rowCount, columnCount: 1 }];
  const format = book.addConditionalFormat(sheet, {
    areas,
    stopIfTrue: false,
    formula,
    format: { fill: mark },
  });
  const rows = Array.from({ length: rowCount }, (_, row) => row).filter(
    row => book.conditionalStyle(sheet, row + 1, column).fill === mark,
  );
  book.removeConditionalFormat(sheet, format);
  return rows;
}

/** Hold each rule's formula against the engine, currency by currency: the same customers, no more and no fewer. */
function expectAgreement(
  items: readonly Item[],
  limits: readonly CellInput[],
  rules: readonly BreachRuleId[],
  column: number,
): void {
  const { book } = excel;
  const cells = [header, ...rowsOf(items, limits)];
  const area = { row: 0, column: 0, rowCount: cells.length, columnCount: header.length };
  book.clear(book.activeSheet, { ...area, rowCount: 100 }, 'all', 'user');
  book.setCells(book.activeSheet, area, cells, 'user');
  const block = readBlock(cells);
  const recognition = recogniseSheet(cells);
  fc.pre(recognition.missing.length === 0 && recognition.columns.length === header.length);
  const columns = finishSlices(dataColumns(block, recognition));

  for (const currency of new Set(items.map(each => each.currency))) {
    const ledger = readLedger(cells, recognition, { dateSystem: 1900, currency });
    const { unchecked, breaches, table } = assessLedger(ledger, asOf, policy);
    for (const id of rules.filter(rule => unchecked.every(each => each.rule !== rule))) {
      const said = ruleFormula(policy.rules.find(rule => rule.id === id)!, recognition, columns, null);
      // With disputed credits the longest formula is longer than Excel takes, and the written column tells the rule.
      if (said === 'needsScore' && id === 'exposureShare' && columns.hasDisputedCredits) continue;
      if (typeof said === 'string') throw new Error(`${id} has no formula: ${said}`);
      const marked = markedRows(said.formula, column, items.length)
        .filter(row => items[row].currency === currency && items[row].intercompany === 'No')
        .map(row => customers[items[row].customer]);
      const found = breaches
        .filter(({ rule }) => rule === id)
        .map(({ customer }) => table.customers[customer]);
      expect({ id, currency, customers: [...new Set(marked)].sort() }).toEqual({
        id,
        currency,
        customers: found.sort(),
      });
    }
  }
}

beforeAll(async () => {
  expect((await ensurePolicySheet(policy, 'en')).ok).toBe(true);
});

test('random ledgers: the customers a formula marks are the customers the engine finds', () => {
  const ledger = fc.tuple(
    fc.array(item, { minLength: 8, maxLength: 40 }),
    fc.tuple(limit, limit, limit, limit),
  );
  fc.assert(
    fc.property(ledger, ([items, limits]) => expectAgreement(items, limits, customerRules, 0)),
    { numRuns: 60 },
  );
});

test('random ledgers: a row is marked as long overdue only for customers the engine finds, and for each of them', () => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 8, maxLength: 40 }), items =>
      expectAgreement(items, ['', '', '', ''], ['agedAmount'], 3),
    ),
    { numRuns: 60 },
  );
});

const listHeader = [
  ...[
    'Customer',
    'AR balance',
    'Overdue',
    'Credit limit',
    'DSO',
    'Terms',
    'Payment delay rate',
    'Contract end',
  ],
  'Intercompany',
];

/** Rules that a customer list's own columns decide. */
const listRules: readonly BreachRuleId[] = [
  'overLimit',
  'noLimit',
  'utilization',
  'overdueShare',
  'exposureShare',
  'dsoOverTerms',
  'delayRate',
  'contractEnding',
];

const money = fc.integer({ min: -2000, max: 9000 });
const orBlank = (cell: fc.Arbitrary<CellInput>) => fc.oneof({ weight: 5, arbitrary: cell }, fc.constant(''));
const listRow = fc.tuple(
  orBlank(money),
  orBlank(fc.nat(3000)),
  orBlank(fc.constantFrom(0, 1000, 5000)),
  orBlank(fc.integer({ min: 1, max: 200 })),
  orBlank(fc.constantFrom(30, 60)),
  orBlank(fc.constantFrom(0, 0.25, 0.7, 0.71, 1)),
  orBlank(fc.integer({ min: asOf - 90, max: asOf + 90 })),
  fc.constantFrom('No', 'No', '', 'Yes', '是'),
);

test('random customer lists: the rows a formula marks are the customers the engine finds', () => {
  const { book } = excel;
  fc.assert(
    fc.property(fc.array(listRow, { minLength: 4, maxLength: 25 }), rows => {
      // A delay rate above 1 in most cells would be read as per cents; a first row keeps every column what it is.
      const anchor = ['Anchor', 100, 10, 1000, 30, 30, 0.5, asOf + 400, 'No'];
      const cells = [listHeader, anchor, ...rows.map((row, index) => [`Customer ${index}`, ...row])];
      const area = { row: 0, column: 0, rowCount: cells.length, columnCount: listHeader.length };
      book.clear(book.activeSheet, { ...area, rowCount: 100 }, 'all', 'user');
      book.setCells(book.activeSheet, area, cells, 'user');
      const recognition = recogniseAs('customers', cells);
      expect(recognition.columns).toHaveLength(listHeader.length);
      const columns = finishSlices(dataColumns(readBlock(cells), recognition));
      const list = readCustomerList(cells, recognition, { dateSystem: 1900 });
      const { breaches, table, unchecked } = assessList(list, asOf, policy);
      expect(unchecked.filter(({ rule }) => listRules.includes(rule))).toEqual([]);
      for (const id of listRules) {
        const said = ruleFormula(policy.rules.find(rule => rule.id === id)!, recognition, columns, null);
        if (typeof said === 'string') throw new Error(`${id} has no formula: ${said}`);
        const marked = markedRows(said.formula, 0, cells.length - 1).map(row => cells[row + 1][0]);
        const found = breaches
          .filter(({ rule }) => rule === id)
          .map(({ customer }) => table.customers[customer]);
        expect({ id, customers: marked }).toEqual({ id, customers: found });
      }
    }),
    { numRuns: 60 },
  );
});

test('a total below a customer list is neither marked nor counted in what all customers owe', () => {
  const { book } = excel;
  const columnsOfList = listHeader.slice(0, 4);
  const cells: CellInput[][] = [
    columnsOfList,
    ['Acme', 350, 250, 300],
    ['Borealis', 1000, 0, 5000],
    ['Cobalt', 500, 0, 5000],
    ['TOTAL', 1850, 250, 10_300],
    ['**', 1850, 250, 10_300],
  ];
  const area = { row: 0, column: 0, rowCount: cells.length, columnCount: columnsOfList.length };
  book.clear(book.activeSheet, { ...area, rowCount: 100, columnCount: 20 }, 'all', 'user');
  book.setCells(book.activeSheet, area, cells, 'user');
  const recognition = recogniseAs('customers', cells);
  const columns = finishSlices(dataColumns(readBlock(cells), recognition));
  const { breaches } = assessList(readCustomerList(cells, recognition, { dateSystem: 1900 }), asOf, policy);
  const ruleOf = (id: BreachRuleId) => policy.rules.find(rule => rule.id === id)!;
  for (const id of ['exposureShare', 'overLimit', 'overdueShare'] as const) {
    const said = ruleFormula(ruleOf(id), recognition, columns, null);
    if (typeof said === 'string') throw new Error(`${id} has no formula: ${said}`);
    const found = breaches.filter(({ rule }) => rule === id).map(({ customer }) => customer);
    expect({ id, rows: markedRows(said.formula, 0, cells.length - 1) }).toEqual({ id, rows: found });
  }
  // 1,000 of 1,850; with its totals the sheet comes to 5,550.
  const said = ruleFormula(ruleOf('exposureShare'), recognition, columns, null);
  expect(typeof said !== 'string' && markedRows(said.formula, 0, cells.length - 1)).toContain(1);
});

test('a formula longer than Excel takes is left to the written columns', () => {
  const words = ['Yes', '是', 'Y', '有争议', 'disputed', 'in dispute'];
  const cells = [
    header,
    ...words.map((word, index) => ['Acme', `I-${index}`, asOf, asOf, -1, '', 5, word, 'CNY', 'No']),
  ];
  const recognition = recogniseAs('ledger', cells);
  const columns = finishSlices(dataColumns(readBlock(cells), recognition));
  const rule = policy.rules.find(({ id }) => id === 'exposureShare')!;
  expect(ruleFormula(rule, recognition, columns, null)).toBe('needsScore');
  const told = ruleFormula(rule, recognition, columns, { score: '$L2', breaches: '$N2' });
  expect(told).toMatchObject({ formula: expect.stringContaining('$N2') });
});
