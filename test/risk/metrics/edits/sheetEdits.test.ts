import type { Cell } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseAs } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import { LedgerEdits } from '../../../../src/risk/metrics/edits/ledgerEdits';
import { editRows } from '../../../../src/risk/metrics/edits/sheetEdits';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';

const asOf = 45_473;
const sheet: Cell[][] = [
  ['Customer', 'Invoice date', 'Due date', 'Amount'],
  ['Acme', 45_400, 45_430, 100],
  ['Beta', 45_400, 45_430, 200],
  ['Gamma', 45_400, 45_430, 'to be agreed'],
  ['', '', '', ''],
  ['Beta', 45_410, 45_440, 50],
];

function begin(cells = sheet) {
  const recognition = recogniseAs('ledger', cells);
  const options = { dateSystem: 1900, asOf } as const;
  const ledger = readLedger(cells, recognition, options);
  const edits = LedgerEdits.of(ledger, measureLedger(ledger, asOf, defaultPolicy, 'all'), defaultPolicy);
  return { edits, before: { recognition, options, ledger } };
}

const exposures = (edits: LedgerEdits) =>
  edits.table.customers.map((name, customer) => [name, edits.table.metrics.exposure[customer]]);

test('changed, filled and cleared rows come to what reading the changed sheet comes to', () => {
  const { edits, before } = begin();
  const changes = [
    { sheetRow: 1, cells: ['Acme', 45_400, 45_430, 125] },
    { sheetRow: 4, cells: ['Beta', 45_420, 45_450, 10] },
    { sheetRow: 5, cells: ['', '', '', ''] },
    { sheetRow: 6, cells: ['Delta', 45_421, 45_451, 7] },
  ];
  const touched = editRows(edits, changes, before);
  const changed = sheet.slice();
  for (const { sheetRow, cells } of changes) changed[sheetRow] = cells;
  const names = (touched as number[]).map(customer => edits.table.customers[customer]);
  expect(names).toEqual(['Acme', 'Beta', 'Delta']);
  expect(exposures(edits)).toEqual(exposures(begin(changed).edits));
});

test('a row that stays blank changes nobody', () => {
  const { edits, before } = begin();
  expect(editRows(edits, [{ sheetRow: 4, cells: [null, '', ' ', ''] }], before)).toEqual([]);
});

test('the header, a row that was set apart, and a text that other rows explain need the whole sheet', () => {
  for (const [sheetRow, cells] of [
    [0, ['Customer', 'Invoice date', 'Due date', 'Total']],
    [3, ['Gamma', 45_400, 45_430, 80]],
    [3, ['', '', '', '']],
    [1, ['Acme', 45_400, '5/3/2024', 100]],
  ] as const) {
    const { edits, before } = begin();
    expect(editRows(edits, [{ sheetRow, cells }], before)).toBe('readAgain');
  }
});

test('an amount that tells what a mark means in the texts of other rows needs the whole sheet, and none else does', () => {
  const withText = (amount: Cell, due: Cell = 45_430) => [
    ...sheet.slice(0, 2),
    ['Beta', 45_400, due, amount],
    ...sheet.slice(4),
  ];
  const edited = (cells: Cell[][], amount: Cell) => {
    const { edits, before } = begin(cells);
    const row = { sheetRow: 1, cells: ['Acme', 45_400, 45_430, amount], cellsBefore: cells[1] };
    return editRows(edits, [row], before);
  };
  expect(edited(withText('1.234'), '99,50')).toBe('readAgain');
  expect(edited(withText('1.234'), '99.50')).toBe('readAgain');
  expect(edited(withText(100, '5/3/2024'), '99,50')).toBe('readAgain');
  expect(edited(withText('1,234.50'), '99.50')).toEqual([0]);
  expect(edited(withText('1.234'), 99.5)).toEqual([0]);
});

describe('what is found on the sheet', () => {
  const header: Cell[] = ['Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Amount'];
  const found: Cell[][] = [
    header,
    ['Acme Ltd', 'A-1', 45_400, '2024-05-18', 100],
    ['Beta', 'B-1', 45_400, 45_430, 200],
    ['Beta', 'B-1', 45_400, 45_430, 200],
    ['Acme Limited', 'A-2', 45_400, 45_430, 70],
    ['Gamma', 'C-1', 45_400, 45_430, -20],
  ];
  const edited = (sheetRow: number, cells: Cell[]) => {
    const { edits, before } = begin(found);
    const kinds = before.ledger.findings.map(({ kind, row }) => `${row} ${kind}`);
    expect(kinds).toEqual(['1 textDate', '3 duplicateDocument', '4 sameCustomerOtherName', '5 creditNote']);
    return editRows(edits, [{ sheetRow, cells, cellsBefore: found[sheetRow] }], before);
  };

  test.each<[string, number, Cell[]]>([
    ['a date that is no text any more', 1, ['Acme Ltd', 'A-1', 45_400, 45_430, 100]],
    ['a number that is used once', 3, ['Beta', 'B-9', 45_400, 45_430, 200]],
    ['a number that a later row has too', 2, ['Beta', 'B-7', 45_400, 45_430, 200]],
    ['another due date of such a number', 2, ['Beta', 'B-1', 45_400, 45_431, 200]],
    ['a name that is written as the other', 4, ['Acme Ltd', 'A-2', 45_400, 45_430, 70]],
    ['the other name', 1, ['Acme Limited', 'A-1', 45_400, '2024-05-18', 100]],
    ['a row that is cleared', 5, ['', '', '', '', '']],
  ])('is looked for again after %s', (_, sheetRow, cells) => {
    expect(edited(sheetRow, cells)).toBe('readAgain');
  });

  test('is not looked for again where it stays what it was', () => {
    expect(edited(1, ['Acme Ltd', 'A-1', 45_401, '2024-05-18', 120])).toEqual([0]);
    expect(edited(2, ['Beta', 'B-1', 45_401, 45_430, 200])).toEqual([1]);
  });
});
