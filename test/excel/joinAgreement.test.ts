/** Highlights of a joined ledger look limits and contracts up on the other sheet: the customers they mark are those the engine finds. */
import fc from 'fast-check';
import type { SheetBlock } from '../../src/excel/contract';
import { clearHighlights, highlightSheet } from '../../src/excel/highlight/highlight';
import { ruleFormula } from '../../src/excel/highlight/highlightRules';
import { type HighlightedJoin, joinExcludes, joinedColumns } from '../../src/excel/highlight/joinedColumns';
import { dataColumns } from '../../src/excel/highlight/ledgerFormula';
import { severityColors } from '../../src/excel/highlight/severityColors';
import { ensurePolicySheet } from '../../src/excel/policy/policySheet';
import { matchCustomersInSlices } from '../../src/risk/join/matchCustomers';
import { readCustomerList } from '../../src/risk/ledger/customerList/customerList';
import { readLedger } from '../../src/risk/ledger/readLedger';
import { recogniseAs } from '../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import type { BreachRuleId, Policy } from '../../src/risk/policy/policy';
import { assessMeasuredInSlices } from '../../src/risk/scoring/assess';
import { finishSlices } from '../../src/risk/slices';
import type { CellInput, Sheet } from '../../src/workbench/book/types';
import { joinedTable } from '../risk/join/joinedTable';
import { blockOf } from '../sheetBlock';
import { type RunningExcel, startExcel } from './harness';
import { asOf } from './ledger';

let excel: RunningExcel;
let listSheet: Sheet;

const policy: Policy = {
  ...defaultPolicy,
  settings: { ...defaultPolicy.settings, asOf },
  rules: defaultPolicy.rules.map(rule => ({ ...rule, on: true })),
};
const joinedRules: readonly BreachRuleId[] = ['overLimit', 'noLimit', 'utilization', 'contractEnding'];

beforeAll(async () => {
  excel = await startExcel();
  listSheet = excel.book.addSheet("Bob's list");
  expect((await ensurePolicySheet(policy, 'en')).ok).toBe(true);
});
afterAll(() => excel.stop());

function write(sheet: Sheet, row: number, column: number, cells: readonly CellInput[][]): SheetBlock {
  const { book } = excel;
  book.clear(sheet, { row: 0, column: 0, rowCount: 100, columnCount: 20 }, 'all', 'user');
  const area = { row, column, rowCount: cells.length, columnCount: cells[0].length };
  book.setCells(sheet, area, [...cells], 'user');
  return blockOf(
    cells.map(line => [...line]),
    { sheetId: sheet.id, sheetName: sheet.name, row, column },
  );
}

/** A ledger at A1 of the first sheet and a list at B3 of the other, joined and assessed as the pane does. */
function joined(ledgerCells: readonly CellInput[][], listCells: readonly CellInput[][]) {
  const block = write(excel.book.activeSheet, 0, 0, ledgerCells);
  const listBlock = write(listSheet, 2, 1, listCells);
  const recognition = recogniseAs('ledger', block.cells);
  const ledger = readLedger(block.cells, recognition, { dateSystem: 1900 });
  const listRecognition = recogniseAs('customers', listBlock.cells);
  const list = readCustomerList(listBlock.cells, listRecognition, { dateSystem: 1900 });
  const measured = measureLedger(ledger, asOf, policy);
  const numbers = ledger.said?.customerNumber?.words;
  const matches = finishSlices(matchCustomersInSlices({ names: measured.customers, numbers }, list));
  const table = joinedTable(measured, list, matches, policy, ledger.scale);
  const assessment = finishSlices(assessMeasuredInSlices(ledger, table, policy));
  const join: HighlightedJoin = {
    sheet: { block: listBlock, recognition: listRecognition },
    list,
    matches,
    whole: { ledger },
  };
  const columns = {
    ...finishSlices(dataColumns(block, recognition, joinExcludes(join))),
    joined: finishSlices(joinedColumns({ block, recognition }, join)),
  };
  const formulaOf = (id: BreachRuleId) =>
    ruleFormula(policy.rules.find(rule => rule.id === id)!, recognition, columns, null);
  nameColumns(columns.joined.names);
  return { assessment, formulaOf, block, recognition, join };
}

function nameColumns(names: ReadonlyMap<string, string>): void {
  const { book } = excel;
  for (const name of namesOn(book.activeSheet)) book.removeName(name);
  for (const [name, address] of names) book.addName(name, address, book.activeSheet);
}

const namesOn = (sheet: Sheet) => excel.book.names.filter(name => name.scope === sheet.id);

/** The names in the rows that a conditional format with this formula colours. */
function markedNames(formula: string, ledgerCells: readonly CellInput[][]): string[] {
  const { book } = excel;
  const sheet = book.activeSheet;
  const areas = [{ row: 1, column: 0, rowCount: ledgerCells.length - 1, columnCount: 1 }];
  const format = book.addConditionalFormat(sheet, {
    areas,
    stopIfTrue: false,
    formula,
    format: { fill: '#123456' },
  });
  const marked = ledgerCells.flatMap((row, index) =>
    index > 0 && book.conditionalStyle(sheet, index, 0).fill === '#123456' ? [String(row[0])] : [],
  );
  book.removeConditionalFormat(sheet, format);
  return [...new Set(marked)].sort();
}

const customers = ['Acme Ltd', 'A*', '江苏宏达机械有限公司', '~Delta? GmbH', 'Unlisted'];
const item = fc.record({
  customer: fc.nat(customers.length - 1),
  age: fc.integer({ min: 0, max: 300 }),
  amount: fc.integer({ min: -3000, max: 9000 }),
  paidAfter: fc.option(fc.integer({ min: 0, max: 320 })),
});
const entry = fc.record({
  limit: fc.constantFrom('', 0, 1000, 5000, 20_000),
  end: fc.oneof(fc.constant(''), fc.integer({ min: asOf - 90, max: asOf + 90 })),
});

test.each([
  ['by name', false, false],
  ['by number', true, false],
  ["with the ledger's own limits beside the list's", false, true],
])('random joins %s: formulas mark whom the engine finds', (_, hasNumbers, hasOwnLimits) => {
  const anyJoin = fc.tuple(
    fc.array(item, { minLength: 6, maxLength: 25 }),
    fc.array(entry, { minLength: 4, maxLength: 4 }),
    fc.array(fc.constantFrom('', 0, 700, 6000), { minLength: 5, maxLength: 5 }),
  );
  fc.assert(
    fc.property(anyJoin, ([items, entries, own]) => {
      const ledgerCells: CellInput[][] = [
        [
          'Customer',
          'Invoice no.',
          'Invoice date',
          'Due date',
          'Amount',
          'Paid date',
          ...(hasNumbers ? ['Customer no.'] : []),
          ...(hasOwnLimits ? ['Credit limit'] : []),
        ],
        ...items.map(({ customer, age, amount, paidAfter }, index) => [
          customers[customer],
          `I-${index}`,
          asOf - age,
          asOf - age + 30,
          amount,
          paidAfter === null ? '' : asOf - age + paidAfter,
          ...(hasNumbers ? [1000 + customer] : []),
          ...(hasOwnLimits ? [own[customer]] : []),
        ]),
      ];
      const listCells: CellInput[][] = [
        ['Region', 'Customer', 'Customer no.', 'Credit limit', 'Contract end'],
        ['South', 'Anchor', 999, 100, asOf + 400],
        ...entries.map(({ limit, end }, index) => ['North', customers[index], 1000 + index, limit, end]),
      ];
      const { assessment, formulaOf } = joined(ledgerCells, listCells);
      const unchecked = new Set(assessment.unchecked.map(({ rule }) => rule));
      for (const id of joinedRules.filter(rule => !unchecked.has(rule))) {
        const said = formulaOf(id);
        if (typeof said === 'string') throw new Error(`${id} has no formula: ${said}`);
        const found = assessment.breaches
          .filter(({ rule }) => rule === id)
          .map(({ customer }) => assessment.table.customers[customer]);
        expect({ id, customers: markedNames(said.formula, ledgerCells) }).toEqual({
          id,
          customers: found.sort(),
        });
      }
    }),
    { numRuns: 40 },
  );
});

describe('where a formula would find another customer than the engine, there is none', () => {
  const ledgerRow = (name: CellInput, index: number): CellInput[] => [
    name,
    `I-${index}`,
    asOf - 60,
    asOf - 30,
    500,
  ];
  const ledgerHeader = ['Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Amount'];
  const listHeader = ['Customer', 'Credit limit', 'Contract end'];
  const good: CellInput[] = ['Acme Ltd', 100, asOf + 5];

  test.each<[string, CellInput[][], CellInput[][]]>([
    [
      'a similar name',
      [ledgerHeader, ...['Acme Ltd', 'Beta Ltd'].map(ledgerRow)],
      [listHeader, good, ['Beta Co., Ltd.', 100, '']],
    ],
    [
      'several that fit',
      [ledgerHeader, ...['Acme Ltd', 'Beta'].map(ledgerRow)],
      [
        [...listHeader, 'Customer no.'],
        [...good, '1'],
        ['Beta', 5, '', '2'],
        ['Beta', 6, '', '3'],
      ],
    ],
    [
      'limits as text',
      [ledgerHeader, ...['Acme Ltd', 'Beta'].map(ledgerRow)],
      [listHeader, good, ['Beta', '1,000', '']],
    ],
    [
      'a customer whom the list excludes',
      [ledgerHeader, ...['Acme Ltd', 'Beta'].map(ledgerRow)],
      [
        [...listHeader, 'Intercompany'],
        [...good, ''],
        ['Beta', 100, '', 'Yes'],
      ],
    ],
  ])('%s', (_, ledgerCells, listCells) => {
    expect(joined(ledgerCells, listCells).formulaOf('overLimit')).toBe('needsScore');
  });

  test('and exact names have one', () => {
    const { formulaOf } = joined([ledgerHeader, ledgerRow('acme ltd', 1)], [listHeader, good]);
    expect(formulaOf('overLimit')).toMatchObject({ fields: ['customer'] });
  });
});

describe('highlighting a joined ledger', () => {
  const ledgerCells: CellInput[][] = [
    ['Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Amount'],
    ['Acme Ltd', 'I-1', asOf - 60, asOf - 30, 5000],
    ['Beta', 'I-2', asOf - 60, asOf - 30, 500],
  ];
  const listCells: CellInput[][] = [
    ['Customer', 'Credit limit', 'Contract end'],
    ['Acme Ltd', 100, asOf + 5],
    ['Beta', 9000, ''],
  ];

  async function highlight() {
    const { assessment, block, recognition, join } = joined(ledgerCells, listCells);
    nameColumns(new Map());
    const outcome = await highlightSheet(block, recognition, assessment, join);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    return outcome.value;
  }

  test('no rule names another sheet outright: other programs would put it above or below the worst', async () => {
    expect((await highlight()).added).toEqual(expect.arrayContaining(['overLimit', 'contractEnding']));
    const { activeSheet } = excel.book;
    const formulas = activeSheet.conditionalFormats.map(({ formula }) => formula);
    expect(formulas.filter(formula => formula.includes('!'))).toEqual([]);
    expect(formulas.some(formula => formula.includes('Tiercel_List_creditLimit'))).toBe(true);
    const overLimit = severityColors.critical.fill;
    expect([1, 2].map(row => excel.book.conditionalStyle(activeSheet, row, 0).fill ?? '')).toEqual([
      overLimit,
      '',
    ]);
  });

  test('the names belong to the ledger and stand for the columns of the list, also when highlighted again', async () => {
    await highlight();
    await highlight();
    const names = namesOn(excel.book.activeSheet).map(({ name, formula }) => [name, formula]);
    expect(Object.fromEntries(names)).toMatchObject({
      Tiercel_List_customer: "='Bob''s list'!$B$4:$B$5",
      Tiercel_List_creditLimit: "='Bob''s list'!$C$4:$C$5",
      Tiercel_List_contractEnd: "='Bob''s list'!$D$4:$D$5",
    });
    expect(names).toHaveLength(new Set(names.map(([name]) => name)).size);
  });

  test('they follow the list, and go with the highlights', async () => {
    await highlight();
    const { book } = excel;
    book.insertColumns(listSheet, 0, 1, 'user');
    const limits = namesOn(book.activeSheet).find(({ name }) => name === 'Tiercel_List_creditLimit');
    expect(limits?.formula).toBe("='Bob''s list'!$D$4:$D$5");
    expect(await clearHighlights(book.activeSheet.id)).toMatchObject({ ok: true });
    expect(namesOn(book.activeSheet)).toEqual([]);
  });
});
