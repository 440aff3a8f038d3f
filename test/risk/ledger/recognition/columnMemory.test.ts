/** What was said of a sheet goes into cells and comes back from them, whatever happened to the sheet and the table meanwhile. */
import fc from 'fast-check';
import { memoryWords } from '../../../../src/i18n/sheets/columnMemory';
import type { Cell, Field } from '../../../../src/risk/ledger/ledger';
import {
  canBeOf,
  followSheets,
  memoryEdits,
  memoryOf,
  memoryOfSheet,
  nothingRemembered,
  readMemories,
  recogniseRemembered,
  type SheetMemory,
  saysHowToRead,
} from '../../../../src/risk/ledger/recognition/columnMemory';
import { ledgerFields } from '../../../../src/risk/ledger/recognition/fields';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { chooseHeader, remap, switchKind } from '../../../../src/risk/ledger/recognition/remap';

const words = memoryWords();
const place = { row: 0, column: 0 };
const header = ['Customer', 'Invoice no.', 'Due date', 'Amount', 'Net amount'];
const cells: Cell[][] = [
  header,
  ['Acme', 'I-1', 45000, 100, 90],
  ['Beta', 'I-2', 45010, 200, 180],
  ['Acme', 'I-3', 45020, 300, 270],
];
const recognition = recogniseSheet(cells);
const nothing = nothingRemembered('Invoices');

/** The table as the edits make it. */
function tableOf(memory: SheetMemory, before: Cell[][] = [], language: 'en' | 'zh' = 'en'): Cell[][] {
  const table = before.length > 0 ? before.map(row => [...row]) : [['Sheet', 'Meaning', 'Column header']];
  const { changed, added } = memoryEdits(before, memory, words, language);
  for (const { row, said } of changed) table[row][2] = said;
  return [...table, ...added.map(row => [...row])];
}

const fieldColumn = (found: ReturnType<typeof recogniseSheet>, field: Field) =>
  found.columns.find(mapping => mapping.field === field)?.column;

describe('what is remembered', () => {
  it('is the corrected column, by its header, and nothing that is found anyway', () => {
    const memory = memoryOf(remap(recognition, 'amount', 4), cells, place, nothing);
    expect(memory.kind).toBeNull();
    expect(memory.headerRow).toBeNull();
    expect([...memory.columns]).toEqual([['amount', 'Net amount']]);
  });

  it('is that a field is not on the sheet', () => {
    const memory = memoryOf(remap(recognition, 'document', null), cells, place, nothing);
    expect([...memory.columns]).toEqual([['document', '']]);
    expect(fieldColumn(recogniseRemembered(cells, memory, place), 'document')).toBeUndefined();
  });

  it('is the kind and the header row where they are not what Tiercel finds', () => {
    const asList = switchKind(recognition, 'customers', cells);
    expect(memoryOf(asList, cells, place, nothing).kind).toBe('customers');
    const titled = [['Customer', 'Amount', 'Due date', '', ''], ...cells];
    const found = recogniseSheet(titled);
    const chosen = chooseHeader(found, found.headerRow === 0 ? 1 : 0, titled);
    expect(memoryOf(chosen, titled, { row: 4, column: 0 }, nothing).headerRow).toBe(5 + chosen.headerRow);
  });

  it('keeps what was said before', () => {
    const before = { ...nothing, list: 'Customers', columns: new Map([['disputed', 'Hold'] as const]) };
    const memory = memoryOf(remap(recognition, 'amount', 4), cells, place, before);
    expect(memory.list).toBe('Customers');
    expect(memory.columns.get('disputed')).toBe('Hold');
  });
});

describe('what comes back', () => {
  const memory = memoryOf(remap(recognition, 'amount', 4), cells, place, nothing);

  it('finds the column after others came before it', () => {
    const moved = cells.map(row => ['x', ...row]);
    expect(fieldColumn(recogniseRemembered(moved, memory, place), 'amount')).toBe(5);
  });

  it('is looked for as on any sheet where the header is gone', () => {
    const renamed = [[...header.slice(0, 4), 'Other'], ...cells.slice(1)];
    expect(fieldColumn(recogniseRemembered(renamed, memory, place), 'amount')).toBe(3);
  });

  it('finds a header row that moved by its headers', () => {
    const corrected = chooseHeader(remap(recognition, 'amount', 4), 0, cells);
    const said = { ...memoryOf(corrected, cells, place, nothing), headerRow: 1 };
    const below = [['', '', '', '', ''], ['Title', '', '', '', ''], ...cells];
    expect(recogniseRemembered(below, said, place).headerRow).toBe(2);
  });

  it('tells columns of one header apart by their letters, and those without a header', () => {
    const twice = cells.map(row => [...row.slice(0, 3), row[3], row[4], row[4]]);
    twice[0] = ['Customer', 'Invoice no.', 'Due date', 'Amount', 'Amount', ''];
    const found = recogniseSheet(twice);
    for (const [column, label] of [
      [4, 'Amount (G)'],
      [5, '(H)'],
    ] as const) {
      const said = memoryOf(remap(found, 'amount', column), twice, { row: 0, column: 2 }, nothing);
      expect(said.columns.get('amount')).toBe(label);
      expect(fieldColumn(recogniseRemembered(twice, said, { row: 0, column: 2 }), 'amount')).toBe(column);
    }
  });

  it('tells columns apart that only their unit tells apart', () => {
    const units = [
      ['Customer', 'Due date', 'Amount (EUR)', 'Amount (USD)'],
      ['Acme', 45000, 1, 2],
    ];
    const said = memoryOf(remap(recogniseSheet(units), 'amount', 3), units, place, nothing);
    expect(fieldColumn(recogniseRemembered(units, said, place), 'amount')).toBe(3);
  });
});

test('a header in two lines is remembered with its group, and found again where its rows moved', () => {
  const twoLines: Cell[][] = [
    ['Customer', 'Invoice', '', '', 'Open'],
    ['', 'No.', 'Date', 'Due', ''],
    ['Acme', 'I-1', 45000, 45030, 100],
    ['Beta', 'I-2', 45010, 45040, 200],
  ];
  const found = recogniseSheet(twoLines);
  const said = memoryOf(remap(found, 'dueDate', 2), twoLines, place, nothing);
  expect([...said.columns]).toEqual([
    ['dueDate', 'Invoice Date'],
    ['invoiceDate', ''],
  ]);
  const moved = [['Receivables', '', '', '', ''], ...twoLines];
  const again = recogniseRemembered(moved, { ...said, headerRow: 2 }, place);
  expect([again.headerRow, fieldColumn(again, 'dueDate'), fieldColumn(again, 'invoiceDate')]).toEqual([
    2,
    2,
    undefined,
  ]);
});

describe('the table', () => {
  const memory: SheetMemory = {
    sheet: 'Invoices',
    kind: 'ledger',
    headerRow: 3,
    list: 'Customers',
    mark: 'Tiercel_Data_1',
    columns: new Map<Field, string>([
      ['amount', 'Net amount'],
      ['paidDate', ''],
    ]),
  };

  it.each(['en', 'zh'] as const)('is read back as it was written (%s)', language => {
    expect(readMemories(tableOf(memory, [], language), words)).toEqual([memory]);
  });

  it('is not written where it says so already, in whichever language', () => {
    const { changed, added } = memoryEdits(tableOf(memory, [], 'zh'), memory, words, 'en');
    expect([changed, added]).toEqual([[], []]);
  });

  it('has changed rows in place and other sheets untouched', () => {
    const both = tableOf({ ...memory, sheet: 'Other' }, tableOf(memory));
    const changed = tableOf({ ...memory, list: '' }, both);
    expect(changed).toHaveLength(both.length);
    expect(memoryOfSheet(readMemories(changed, words), 'invoices').list).toBe('');
    expect(memoryOfSheet(readMemories(changed, words), 'Other').list).toBe('Customers');
  });

  it('is read whatever was done to it: wrong rows say nothing, later rows count', () => {
    const table = [
      ['Note', 'Column header', 'Sheet', 'Meaning'],
      ['', 'Betrag', 'Invoices', 'Amount'],
      ['', 'Net amount', 'INVOICES', '金额'],
      ['', 'three', 'Invoices', 'Header row'],
      ['', 'a zoo', 'Invoices', 'Kind of sheet'],
      ['', 'x', 'Invoices', 'What is this?'],
      ['', 'x', '', 'Amount'],
      ['#REF!', '#N/A', 'Invoices', 'Due date'],
    ];
    const [read, ...others] = readMemories(table, words);
    expect(others).toEqual([]);
    expect(read).toMatchObject({ kind: null, headerRow: null, list: null });
    expect(read.columns.get('amount')).toBe('Net amount');
    expect(readMemories([], words)).toEqual([]);
    expect(saysHowToRead({ ...nothing, list: 'Customers' })).toBe(false);
  });

  it('follows sheets that got another name, also two that swapped theirs, in all that it says of them', () => {
    const table: Cell[][] = [
      ['Sheet', 'Meaning', 'Column header'],
      ['Invoices', 'Amount', 'Net'],
      ['invoices', 'Mark of the sheet', 'M1'],
      ['Invoices', 'Joined customer list', 'Customers'],
      ['Customers', '工作表标记', 'M2'],
      ['Gone', 'Mark of the sheet', 'M3'],
      ['Notes', 'Amount', 'Invoices'],
    ];
    const sheetOf = new Map([
      ['M1', 'Customers'],
      ['M2', 'Invoices'],
    ]);
    const { cells: followed, renamed } = followSheets(table, sheetOf, words);
    expect(followed.slice(1)).toEqual([
      ['Customers', 'Amount', 'Net'],
      ['Customers', 'Mark of the sheet', 'M1'],
      ['Customers', 'Joined customer list', 'Invoices'],
      ['Invoices', '工作表标记', 'M2'],
      ['Gone', 'Mark of the sheet', 'M3'],
      ['Notes', 'Amount', 'Invoices'],
    ]);
    expect(renamed[2]).toEqual({ row: 3, cells: { sheet: 'Customers', header: 'Invoices' } });
    expect(followSheets(followed, sheetOf, words).renamed).toEqual([]);
    expect(followSheets(table, new Map(), words).renamed).toEqual([]);
    expect(followSheets([], sheetOf, words)).toEqual({ cells: [], renamed: [] });
  });

  it('is of a sheet of its name only where a header says so, or a mark', () => {
    const amount = new Map<Field, string>([['amount', 'Net amount']]);
    const other: Cell[][] = [
      ['Customer', 'Date', 'Total'],
      ['Acme', 45_000, 12],
    ];
    expect(canBeOf({ ...nothing, columns: amount }, cells)).toBe(true);
    expect(canBeOf({ ...nothing, columns: amount }, [['Ledger of June'], ...cells])).toBe(true);
    expect(canBeOf({ ...nothing, columns: amount }, other)).toBe(false);
    expect(canBeOf({ ...nothing, mark: 'M1', columns: amount }, other)).toBe(true);
    expect(canBeOf({ ...nothing, columns: new Map([['amount', '(E)']]) }, other)).toBe(true);
    expect(canBeOf({ ...nothing, list: 'Customers' }, other)).toBe(true);
  });

  it('property: any memory of any sheet survives the table', () => {
    const label = fc.stringMatching(/^[A-Za-z\u4e00-\u9fff][\w \u4e00-\u9fff=+-]{0,12}[\w]$/);
    const anyMemory = fc.record({
      sheet: label,
      kind: fc.constantFrom(null, 'ledger' as const, 'customers' as const),
      headerRow: fc.option(fc.nat(40)),
      list: fc.option(fc.oneof(fc.constant(''), label)),
      mark: fc.option(label),
      columns: fc
        .array(fc.tuple(fc.constantFrom(...ledgerFields), fc.oneof(fc.constant(''), label)), { minLength: 1 })
        .map(pairs => new Map(pairs)),
    });
    fc.assert(
      fc.property(anyMemory, fc.constantFrom('en' as const, 'zh' as const), (any, language) => {
        expect(readMemories(tableOf(any, [], language), words)).toEqual([any]);
      }),
    );
  });
});
