import {
  columnHeader,
  columnNumber,
  dataReference,
  isLookup,
  lookupFormula,
  tieringFormula,
} from '../../../src/excel/columns/liveFormulas';
import { blockOf } from '../../sheetBlock';

const cells = [
  ['Customer', "Due 'date'", 'Amount [EUR]'],
  ['Acme', 45_000, 100],
  ['Beta', 45_001, 200],
];

test('a table is referred to by its columns, whose names are escaped; it grows with the table', () => {
  const block = blockOf(cells, { tableName: 'Invoices', row: 3 });
  expect(dataReference({ block, headerRow: 0, width: 3, spareRows: 0 })).toBe(
    "Invoices[[#All],[Customer]:[Amount '[EUR']]]",
  );
  expect(dataReference({ block, headerRow: 0, width: 2, spareRows: 0 })).toBe(
    "Invoices[[#All],[Customer]:[Due ''date'']]",
  );
});

test.each(['', ' Customer', 'Due\ndate', 2024])(
  'where a name would not be found again (%j) the table is referred to by its address',
  name => {
    const block = blockOf(
      [
        [name, 'Amount'],
        ['Acme', 1],
      ],
      { tableName: 'Invoices' },
    );
    expect(dataReference({ block, headerRow: 0, width: 2, spareRows: 0 })).toBe("'Invoices'!$A$1:$B$2");
  },
);

test('a plain range begins at its header and ends where it was read', () => {
  const block = blockOf(cells, { sheetName: "Bob's 账 (2)", row: 4, column: 1 });
  expect(dataReference({ block, headerRow: 1, width: 3, spareRows: 0 })).toBe("'Bob''s 账 (2)'!$B$6:$D$7");
  expect(dataReference({ block, headerRow: -1, width: 3, spareRows: 0 })).toBe("'Bob''s 账 (2)'!$B$5:$D$7");
});

test('below a plain range some rows are read that are still empty', () => {
  const block = blockOf(cells);
  expect(dataReference({ block, headerRow: 0, width: 3, spareRows: 1_000 })).toBe("'Invoices'!$A$1:$C$1003");
});

test('columns are numbered and named by formulas that follow them', () => {
  const block = blockOf(cells, { sheetName: 'My sheet', row: 2, column: 3 });
  const range = { block, headerRow: 0, width: 3, spareRows: 0 };
  expect(columnNumber(range, 2)).toBe("=COLUMN('My sheet'!$F$3)-COLUMN('My sheet'!$D$3)+1");
  expect(columnHeader(range, 0)).toBe('=\'My sheet\'!$D$3&""');
});

test('the one formula refers to cells only; what there is not is left out', () => {
  const names = { matches: 'Tiercel_LiveMatches_1', reviews: 'Tiercel_LiveReviews_1', snapshots: 'T' };
  const sources = { data: 'Tiercel_LiveData_1', columns: '$H$6:$I$9', list: null, listColumns: null };
  expect(tieringFormula({ ...sources, ...names })).toBe(
    '=TIERCEL.TIERING(IF(Tiercel_LiveData_1="","",Tiercel_LiveData_1),Tiercel_AsOf,IF(Tiercel_Policy="","",Tiercel_Policy),$H$6:$I$9,,,' +
      'IFERROR(IF(Tiercel_LiveMatches_1="","",Tiercel_LiveMatches_1),""),IFERROR(IF(Tiercel_LiveReviews_1="","",Tiercel_LiveReviews_1),""),IFERROR(IF(T="","",T),""),"lines")',
  );
});

test('a lookup is known again whatever its sheet is called and wherever it moved; what somebody made of it is theirs', () => {
  for (const sheet of ['Tiercel Live', "Bob's (2)", '实时, neu', 'Live']) {
    const formula = lookupFormula(sheet, '$J$4', 2);
    expect(isLookup(formula)).toBe(true);
    // Excel drops quotes that a name does not need, and moves what the formula refers to.
    expect(isLookup(formula.replaceAll("'Live'", 'Live').replaceAll('$J$4', '$L$9'))).toBe(true);
    expect(isLookup(formula.replaceAll(/'[^!]*'!/g, '#REF!'))).toBe(true);
    expect(isLookup(`${formula}&"!"`)).toBe(false);
    expect(isLookup(formula.replace('=', '=1+'))).toBe(false);
  }
  expect(isLookup('=IF(ISERROR(A1),A1,B1)')).toBe(false);
  expect(isLookup(62.5)).toBe(false);
});
