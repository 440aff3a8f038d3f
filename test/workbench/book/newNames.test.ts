/** Sheets, tables and names that come, go or get other names: only formulas that mention them are read anew. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import { BookError } from '../../../src/workbench/book/refusals';
import type { Book, Sheet } from '../../../src/workbench/book/types';

const area = (address: string) => parseArea(address)!;
const sheetNames = ['Data', "It's", 'Q1 2024', 'Data2'] as const;
const otherNames = ['Sums', 'Rate', 'Sums2'] as const;

const formulas = [
  '=Data!A2+1',
  "='It''s'!A2*2",
  "=SUM('Q1 2024'!A1:A9,Data2!A2)",
  '=SUM(Sums[Amount])',
  "=SUM(Sums2['[Amount'] in '#])",
  '=Rate*2',
  '=Rate2+1',
  '=SHEETS()',
  '=SHEET("Data")',
  '=IFERROR(INDIRECT("Data!A2"),"none")',
  '=A1&"Data!"',
  '=SUM(A1:A3)',
  '=SUM(A2:A3)',
  '=SUM(Data!A2:A3)',
];

const change = fc.oneof(
  fc.record({ does: fc.constant('add' as const), name: fc.constantFrom(...sheetNames) }),
  fc.record({ does: fc.constant('delete' as const), which: fc.nat(3) }),
  fc.record({
    does: fc.constant('rename' as const),
    which: fc.nat(3),
    name: fc.constantFrom(...sheetNames),
  }),
  fc.record({ does: fc.constant('table' as const), which: fc.nat(3), name: fc.constantFrom(...otherNames) }),
  fc.record({ does: fc.constant('renameTable' as const), name: fc.constantFrom(...otherNames) }),
  fc.record({
    does: fc.constant('header' as const),
    name: fc.constantFrom('Amount', "[Amount] in #'", 'Other'),
  }),
  fc.record({
    does: fc.constant('name' as const),
    name: fc.constantFrom('Rate', 'Rate2'),
    to: fc.constantFrom('=Data!$A$2', "='It''s'!$A$2", '=Rate2', '=SUM(Sums[Amount])', '=7'),
  }),
  fc.record({ does: fc.constant('grow' as const) }),
  fc.record({ does: fc.constant('undo' as const) }),
);

type Change = typeof change extends fc.Arbitrary<infer Kind> ? Kind : never;

/** Make the change; what the book refuses it refuses. */
function make(book: Book, made: Change): void {
  const sheet = 'which' in made ? book.sheets[made.which % book.sheets.length] : book.sheets[0];
  try {
    if (made.does === 'add') fill(book, book.addSheet(made.name));
    else if (made.does === 'delete') book.deleteSheet(sheet);
    else if (made.does === 'rename') book.renameSheet(sheet, made.name);
    else if (made.does === 'table') book.addTable(sheet, area('A1:A3'), made.name);
    else if (made.does === 'name') book.addName(made.name, made.to);
    else if (made.does === 'undo') book.undo();
    else changeTable(book, made);
  } catch (refusal) {
    if (!(refusal instanceof BookError)) throw refusal;
  }
}

function changeTable(book: Book, made: Extract<Change, { does: 'renameTable' | 'header' | 'grow' }>): void {
  const sheet = book.sheets.find(({ tables }) => tables.length > 0);
  if (!sheet) return;
  const { row, rowCount } = sheet.tables[0].area;
  if (made.does === 'renameTable') sheet.tables[0].name = made.name;
  else if (made.does === 'grow') book.enter(sheet, row + rowCount, 0, '7');
  else book.setCells(sheet, area('A1'), [[made.name]], 'user');
}

function fill(book: Book, sheet: Sheet): void {
  book.setCells(sheet, area('A1'), [['Amount'], [book.sheets.length * 10], [5]], 'user');
  book.setCells(
    sheet,
    area('C1'),
    formulas.map(formula => [formula]),
    'user',
  );
}

const shown = (book: Book) =>
  book.sheets.map(sheet => [
    sheet.name,
    ...formulas.map((_, row) => [sheet.formula(row, 2), sheet.value(row, 2)] as const),
  ]);

it('gives what reading every formula anew gives', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), changes => {
      const book = createBook();
      fill(book, book.activeSheet);
      for (const made of changes) {
        make(book, made);
        const known = shown(book);
        // A row far below all data moves nothing, but lines that move have everything read anew.
        book.insertRows(book.sheets[0], 500, 1);
        expect(known).toEqual(shown(book));
        book.undo();
      }
    }),
    { numRuns: 100 },
  );
});

it('reads formulas anew that stood broken until their sheet, table or name came', () => {
  const book = createBook();
  const sheet = book.activeSheet;
  const values = () => [0, 1, 2].map(row => sheet.value(row, 0));
  book.setCells(sheet, area('A1'), [['=Later!B1'], ['=SUM(Sums[x])'], ['=Rate']], 'user');
  expect(values()).toEqual([
    { error: '#REF!' },
    expect.objectContaining({ error: '#NAME?' }),
    expect.anything(),
  ]);
  const later = book.addSheet('Later');
  book.setCells(later, area('B1'), [['x'], [5]], 'user');
  book.addTable(later, area('B1:B2'), 'Sums');
  book.addName('Rate', '=Later!$B$2');
  expect(values()).toEqual(['x', 5, 5]);
  book.renameSheet(later, "Now it's");
  later.tables[0].name = 'Total';
  expect(sheet.formula(0, 0)).toBe("='Now it''s'!B1");
  expect(sheet.formula(1, 0)).toBe('=SUM(Total[x])');
  expect(values()).toEqual(['x', 5, 5]);
  book.deleteSheet(later);
  expect(values().map(value => (value as { error: string }).error)).toEqual(['#REF!', '#NAME?', '#REF!']);
});
