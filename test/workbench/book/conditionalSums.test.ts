/** Conditional sums are looked up by index and remembered; what they give must be what a plain walk over the rows gives. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createBook } from '../../../src/workbench/book/book';
import type { CellInput } from '../../../src/workbench/book/types';

const customers = ['Acme', 'Beta', 'ACME', '', '5'] as const;

const row = fc.tuple(
  fc.constantFrom<CellInput>(...customers, 5),
  fc.constantFrom<CellInput>(-3, 0, 1, 2.5, 40, 'late', '', true),
  fc.integer({ min: -5, max: 5 }),
);

const comparisons = ['>', '<', '>=', '<=', '<>', '='] as const;

function isCustomer(cell: CellInput, wanted: CellInput): boolean {
  if (typeof wanted === 'number') return cell === wanted || cell === String(wanted);
  if (wanted === '5') return cell === 5 || cell === '5';
  if (wanted === '') return cell === '';
  return typeof cell === 'string' && cell.toLowerCase() === String(wanted).toLowerCase();
}

/** An inequality of SUMIFS with a number: only numbers are smaller or larger, everything else is unequal. */
function isCompared(cell: CellInput, comparison: string, bound: number): boolean {
  if (comparison === '<>') return cell !== bound;
  if (typeof cell !== 'number') return false;
  switch (comparison) {
    case '>':
      return cell > bound;
    case '<':
      return cell < bound;
    case '>=':
      return cell >= bound;
    case '<=':
      return cell <= bound;
    default:
      return cell === bound;
  }
}

test('an equality with an inequality gives what going through all rows gives, before and after an edit', () => {
  const property = fc.property(
    fc.array(row, { minLength: 1, maxLength: 30 }),
    fc.constantFrom<CellInput>('Acme', 'beta', 5, '5', 'nobody'),
    fc.constantFrom(...comparisons),
    fc.integer({ min: -2, max: 3 }),
    fc.tuple(fc.nat(29), row),
    (rows, customer, comparison, bound, [place, replacement]) => {
      const book = createBook();
      const sheet = book.activeSheet;
      const last = rows.length;
      book.setCells(sheet, { row: 0, column: 0, rowCount: last, columnCount: 3 }, rows, 'user');
      const criteria = `A1:A${last},E1,B1:B${last},"${comparison}"&E2`;
      book.setCells(
        sheet,
        { row: 0, column: 4, rowCount: 6, columnCount: 1 },
        [
          [customer],
          [bound],
          [`=SUMIFS(C1:C${last},${criteria})`],
          [`=COUNTIFS(${criteria})`],
          [`=MAXIFS(C1:C${last},${criteria})`],
          [`=MINIFS(C1:C${last},${criteria})`],
        ],
        'user',
      );
      const check = (cells: typeof rows) => {
        const met = cells
          .filter(([who, value]) => isCustomer(who, customer) && isCompared(value, comparison, bound))
          .map(([, , amount]) => amount);
        const sum = met.reduce((total, each) => total + each, 0);
        const most = met.length === 0 ? 0 : Math.max(...met);
        const least = met.length === 0 ? 0 : Math.min(...met);
        const shown = [2, 3, 4, 5].map(each => Number(sheet.value(each, 4)) + 0);
        expect(shown).toEqual([sum, met.length, most, least].map(each => each + 0));
      };
      check(rows);
      const edited = rows.map((each, index) => (index === place % last ? replacement : each));
      book.setCells(sheet, { row: 0, column: 0, rowCount: last, columnCount: 3 }, edited, 'user');
      check(edited);
    },
  );
  fc.assert(property, { numRuns: 300 });
});

/** The shape of a highlight: a policy cell found by its label, the customer's sum, and the row's own day. */
function ledgerBook(rows: readonly (readonly CellInput[])[]) {
  const book = createBook();
  const sheet = book.activeSheet;
  book.setCells(sheet, { row: 0, column: 0, rowCount: rows.length, columnCount: 3 }, rows, 'user');
  const policy = book.addSheet('Policy');
  book.setCells(
    policy,
    { row: 0, column: 0, rowCount: 2, columnCount: 2 },
    [
      ['Day', 2],
      ['Most', 3],
    ],
    'user',
  );
  book.addName('Day', '=INDEX(Policy!$B$1:$B$2,MATCH("Day",Policy!$A$1:$A$2,0))');
  book.addName('Most', '=INDEX(Policy!$B$1:$B$2,MATCH("Most",Policy!$A$1:$A$2,0))');
  const last = rows.length;
  const sum = (at: string) => `SUMIFS($C$1:$C$${last},$A$1:$A$${last},${at},$B$1:$B$${last},"<"&Day)`;
  const format = book.addConditionalFormat(sheet, {
    areas: [{ row: 0, column: 0, rowCount: last, columnCount: 3 }],
    stopIfTrue: false,
    formula: `=IF($A1<>"",AND(N($C1)<>0,${sum('$A1')}>Most),FALSE)`,
    format: { fill: '#FF0000' },
  });
  const isMarked = (line: number) => book.conditionalStyle(sheet, line, 1).fill !== undefined;
  const isMet = (line: number) =>
    book.evaluate(
      `=IF($A${line + 1}<>"",AND(N($C${line + 1})<>0,${sum(`$A${line + 1}`)}>Most),FALSE)`,
      sheet,
      line,
      1,
    ) === true;
  return { book, sheet, policy, format, isMarked, isMet };
}

test('a remembered condition is what its formula gives in each row, whatever is edited in between', () => {
  const edit = fc.record({ line: fc.nat(11), cells: row, most: fc.integer({ min: -4, max: 8 }) });
  const property = fc.property(
    fc.array(row, { minLength: 12, maxLength: 12 }),
    fc.array(edit, { maxLength: 4 }),
    (rows, edits) => {
      const { book, sheet, policy, isMarked, isMet } = ledgerBook(rows);
      const check = () => {
        for (let line = 0; line < rows.length; line++) expect(isMarked(line)).toBe(isMet(line));
      };
      check();
      for (const { line, cells, most } of edits) {
        book.setCells(sheet, { row: line, column: 0, rowCount: 1, columnCount: 3 }, [cells], 'user');
        book.setCells(policy, { row: 1, column: 1, rowCount: 1, columnCount: 1 }, [[most]], 'user');
        check();
      }
    },
  );
  fc.assert(property, { numRuns: 60 });
});

const twoCustomers = [
  ['Acme', 1, 4],
  ['Beta', 1, 2],
  ['Acme', 1, 0],
  ['acme', 5, 1],
];

test('rows of one customer are marked alike where only the customer decides, and a text is not a number', () => {
  const { isMarked } = ledgerBook(twoCustomers);
  expect([0, 1, 2, 3].map(isMarked)).toEqual([true, false, false, true]);
  const mixed = createBook();
  const sheet = mixed.activeSheet;
  mixed.setCells(
    sheet,
    { row: 0, column: 0, rowCount: 4, columnCount: 1 },
    [[5], ["'5"], [true], ['']],
    'user',
  );
  mixed.addConditionalFormat(sheet, {
    areas: [{ row: 0, column: 0, rowCount: 5, columnCount: 1 }],
    stopIfTrue: false,
    formula: '=ISNUMBER(A1)',
    format: { bold: true },
  });
  expect([0, 1, 2, 3, 4].map(line => mixed.conditionalStyle(sheet, line, 0).bold === true)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('a name that comes to mean something else moves the highlights; so does one taken away', () => {
  const { book, isMarked } = ledgerBook(twoCustomers);
  const most = book.names.find(name => name.name === 'Most')!;
  expect(isMarked(0)).toBe(true);
  most.formula = '=100';
  expect(isMarked(0)).toBe(false);
  most.formula = '=1';
  expect([isMarked(0), isMarked(1)]).toEqual([true, true]);
  book.removeName(most);
  expect(isMarked(0)).toBe(false);
});

test('names that follow the cell, the sheet or the clock are worked out in every cell', () => {
  const book = createBook();
  const sheet = book.activeSheet;
  const other = book.addSheet('Other');
  book.setCells(sheet, { row: 0, column: 0, rowCount: 2, columnCount: 1 }, [[7], [8]], 'user');
  book.setCells(other, { row: 0, column: 0, rowCount: 1, columnCount: 1 }, [[70]], 'user');
  book.addName('Beside', '=Sheet1!A1');
  book.addName('Corner', '=$A$1');
  book.addName('Own', '=$A$1', other);
  book.setCells(sheet, { row: 0, column: 1, rowCount: 2, columnCount: 1 }, [['=Corner'], ['=ROW()']], 'user');
  book.setCells(other, { row: 0, column: 1, rowCount: 2, columnCount: 1 }, [['=Corner'], ['=Own']], 'user');
  expect([sheet.value(0, 1), other.value(0, 1), other.value(1, 1)]).toEqual([7, 70, 70]);
  book.addConditionalFormat(sheet, {
    areas: [{ row: 0, column: 2, rowCount: 2, columnCount: 1 }],
    stopIfTrue: false,
    formula: '=ROW()=2',
    format: { bold: true },
  });
  expect([0, 1].map(line => book.conditionalStyle(sheet, line, 2).bold)).toEqual([undefined, true]);
});

test('the language decides which texts are numbers, also for sums remembered from before', () => {
  const book = createBook({ locale: 'en-US' });
  const sheet = book.activeSheet;
  book.setCells(
    sheet,
    { row: 0, column: 0, rowCount: 1, columnCount: 3 },
    [["'2024年3月5日", 45356, '=COUNTIFS(A1,B1)']],
    'user',
  );
  const english = sheet.value(0, 2);
  book.locale = 'zh-CN';
  expect(sheet.value(0, 2)).toBe(1);
  book.locale = 'en-US';
  expect(sheet.value(0, 2)).toBe(english);
});
