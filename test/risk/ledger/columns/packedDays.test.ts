/** Days of six digits, which a column says only as a whole: 260131 is a serial day of the year 2612 as well. */
import { expect, test } from '@jest/globals';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { readRow } from '../../../../src/risk/ledger/readRow';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { remap } from '../../../../src/risk/ledger/recognition/remap';
import { dayOf, fieldsOf, ledgerOfCells } from '../../sheetLedger';

const headers = ['Customer', 'Invoice', 'Date', 'Due date', 'Amount'];
const sheet = (...due: Cell[]): Cell[][] => [
  headers,
  ...due.map((day, index) => ['Acme', `A${index}`, dayOf('2026-01-05') + index, day, 100]),
];
const dueOf = (...due: Cell[]) => {
  const { dueDate, findings } = ledgerOfCells(sheet(...due));
  return { days: [...dueDate], kinds: [...new Set(findings.map(({ kind }) => kind))] };
};

test.each<[string, Cell[]]>([
  ['numbers', [260131, 260228, 260302]],
  ['texts', ['260131', '260228', '260302']],
  ['both, and words that say there is none yet', ['260131', 260228, '260302', 'n/a']],
])('%s of six digits are days where the whole column fits', (_, due) => {
  const { days, kinds } = dueOf(...due);
  expect(days.slice(0, 3)).toEqual([dayOf('2026-01-31'), dayOf('2026-02-28'), dayOf('2026-03-02')]);
  expect(kinds).toContain('textDate');
  expect(kinds).not.toContain('unreadableDate');
  expect(fieldsOf(sheet(...due))).toMatchObject({ invoiceDate: 2, dueDate: 3 });
});

test.each<[string, Cell[]]>([
  ['beside other days', [260131, dayOf('2026-02-28'), dayOf('2026-03-02')]],
  ['that begin with the day', ['310126', '280226', '150326']],
  ['of which one is no day', [260131, 260228, 260345]],
  ['that do not exist', [260230, 260231]],
])('digits %s are not guessed', (_, due) => {
  const cells = sheet(...due);
  const chosen = remap(recogniseSheet(cells), 'dueDate', 3);
  const { findings } = readLedger(cells, chosen, { dateSystem: 1900 });
  const unread = findings.filter(({ kind }) => kind === 'unreadableDate');
  expect(unread).toHaveLength(due.filter(day => String(day).length === 6).length);
});

test('one row alone does not say what its six digits mean', () => {
  const cells = sheet(260131, 260228, 260302);
  const recognition = recogniseSheet(cells);
  expect(readRow(cells[1]!, 1, recognition, { dateSystem: 1900 }, ledgerOfCells(cells))).toBe('readAgain');
});

test('numbers of invoices stay numbers', () => {
  const cells = [headers, ['Acme', '260131', dayOf('2026-01-05'), dayOf('2026-02-05'), 100]];
  expect(fieldsOf(cells)).toMatchObject({ document: 1 });
});
