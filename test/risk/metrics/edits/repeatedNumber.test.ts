import type { Cell } from '../../../../src/risk/ledger/ledger';
import { recogniseAs } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { bringsRepeatedNumber } from '../../../../src/risk/metrics/edits/repeatedNumber';
import { finishSlices } from '../../../../src/risk/slices';

const sheet: Cell[][] = [
  ['Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Amount'],
  ['Acme', 'A-1', 45_400, 45_430, 100],
  ['Acme', 'A-1', 45_400, 45_460, 100],
  ['Beta', 1001, 45_400, 45_430, 200],
  ['Gamma', '', 45_400, 45_430, 300],
];

/** Rows as they are now, by their place on the sheet; the others stay as they are. */
const edited = (rows: Readonly<Record<number, Cell[]>>, cells = sheet): boolean =>
  finishSlices(
    bringsRepeatedNumber(
      Object.entries(rows).map(([row, now]) => ({
        sheetRow: Number(row),
        cells: now,
        cellsBefore: cells[Number(row)],
      })),
      cells,
      recogniseAs('ledger', cells),
    ),
  );

test.each<[string, boolean, Record<number, Cell[]>]>([
  ['the number of another row', true, { 5: ['Delta', 'A-1', 45_400, 45_430, 5] }],
  ['the same in small letters and full width', true, { 5: ['Delta', 'ａ-1 ', 45_400, 45_430, 5] }],
  ['a number that stands there as a number', true, { 5: ['Delta', '1001', 45_400, 45_430, 5] }],
  ['a number of its own', false, { 5: ['Delta', 'A-2', 45_400, 45_430, 5] }],
  ['no number', false, { 5: ['Delta', '', 45_400, 45_430, 5] }],
  ['the number that the row had', false, { 3: ['Beta', 1001, 45_400, 45_431, 200] }],
  ['another due date, beside another row with the number', true, { 2: ['Acme', 'A-1', 45_400, 45_430, 100] }],
  ['another amount alone', false, { 2: ['Acme', 'A-1', 45_400, 45_460, 90] }],
  [
    'two rows with one new number',
    true,
    { 5: ['Delta', 'D-1', 45_400, 45_430, 5], 6: ['Delta', 'D-1', 45_400, 45_430, 5] },
  ],
  [
    'a number that is given up by the row that had it',
    false,
    { 3: ['Beta', 1002, 45_400, 45_430, 200], 5: ['Delta', 1001, 45_400, 45_430, 5] },
  ],
])('%s: %s', (_, isRepeated, rows) => {
  expect(edited(rows)).toBe(isRepeated);
});

test('a number far below is found', () => {
  const many = [
    ...sheet,
    ...Array.from({ length: 20_000 }, (_, row): Cell[] => ['Acme', `N-${row}`, 45_400, 45_430, 1]),
  ];
  expect(edited({ 4: ['Gamma', 'N-19999', 45_400, 45_430, 300] }, many)).toBe(true);
});

test('a sheet without document numbers has none twice', () => {
  const without = sheet.map(([customer, , ...rest]) => [customer, ...rest]);
  expect(edited({ 5: ['Delta', 45_400, 45_430, 5] }, without)).toBe(false);
});
