/** Where rows settle rows, no sum over a column says what is open: highlights then read what the engine wrote. */
import { ruleFormula } from '../../../src/excel/highlight/highlightRules';
import { dataColumns } from '../../../src/excel/highlight/ledgerFormula';
import { hasSettlingRows } from '../../../src/excel/highlight/settlingRows';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseAs } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../../src/risk/slices';
import { blockOf } from '../../sheetBlock';

const headers = ['Customer', 'Doc no', 'Type', 'Date', 'Due date', 'Amount', 'Applied to', 'Open amount'];
const invoice: Cell[] = ['Acme', 'A1', 'Invoice', 45000, 45030, 100, '', ''];
const settles = (rows: Cell[][]) => {
  const cells = [headers, invoice, ...rows];
  return finishSlices(hasSettlingRows(blockOf(cells), recogniseAs('ledger', cells)));
};

test.each<[string, boolean, Cell[]]>([
  ['a second invoice', false, ['Acme', 'A2', 'Invoice', 45000, 45030, 50, '', '']],
  ['a credit note of its own', false, ['Acme', 'C1', 'Credit note', 45000, '', -50, '', '']],
  ['a payment', true, ['Acme', 'P1', 'Payment', 45000, '', -50, '', '']],
  ['a write-off', true, ['Acme', 'W1', '坏账核销', 45000, '', -50, '', '']],
  ['a credit note that names an invoice', true, ['Acme', 'C1', 'Credit note', 45000, '', -50, 'A1', '']],
  [
    'a credit note with the number of an invoice',
    true,
    ['Acme', 'a1', 'Credit note', 45000, '', -50, '', ''],
  ],
  ['a credit note above 0', true, ['Acme', 'C1', 'Credit note', 45000, '', 50, '', '']],
  ['a payment where the sheet says what is open', false, ['Acme', 'P1', 'Payment', 45000, '', -50, 'A1', 0]],
])('%s: %p', (_, expected, row) => {
  expect(settles([row])).toBe(expected);
});

test('rows that the engine settles are always seen', () => {
  for (const row of [
    ['Acme', 'P1', 'Payment', 45000, '', 50, '', ''],
    ['Acme', 'C1', 'Credit note', 45000, '', -50, 'A1', ''],
    ['Acme', 'A1', '', 45000, '', -50, '', ''],
  ]) {
    const cells = [headers, invoice, row];
    const recognition = recogniseAs('ledger', cells);
    expect(readLedger(cells, recognition, { dateSystem: 1900 }).settlements).not.toBeNull();
    expect(finishSlices(hasSettlingRows(blockOf(cells), recognition))).toBe(true);
  }
});

test('then rules are said by the written columns, or asked to be', () => {
  const cells = [headers, invoice, ['Acme', 'P1', 'Payment', 45000, '', 50, '', '']];
  const recognition = recogniseAs('ledger', cells);
  const columns = finishSlices(dataColumns(blockOf(cells), recognition));
  const rule = defaultPolicy.rules.find(({ id }) => id === 'agedAmount')!;
  expect(ruleFormula(rule, recognition, columns, null)).toBe('needsScore');
  const written = { score: '$I2', breaches: '$J2' };
  expect(ruleFormula(rule, recognition, columns, written)).toMatchObject({
    formula: expect.stringContaining('SEARCH('),
  });
});

test.each<[string, string, Cell[]]>([
  ['words that call a row a receipt', 'Description', ['Acme', 'P1', 'Payment received', 45020, '', 50]],
  ['a word that says an invoice is paid', 'Item', ['Acme', 'A2', '', 45020, 'PAID', 50]],
  ['a date without its year', 'Item', ['Acme', 'A2', '', '5-Apr', '5-May', 50]],
])('%s: only the engine knows', (_, header, row) => {
  const cells = [
    ['Customer', 'Doc no', header, 'Date', 'Due date', 'Amount'],
    ['Acme', 'A1', 'Widgets', 45000, 45030, 100],
    ['Acme', 'A3', 'Widgets', 45040, 45060, 100],
    row,
  ];
  const recognition = recogniseAs('ledger', cells);
  expect(finishSlices(hasSettlingRows(blockOf(cells), recognition))).toBe(true);
  expect(
    finishSlices(hasSettlingRows(blockOf(cells.slice(0, 3)), recogniseAs('ledger', cells.slice(0, 3)))),
  ).toBe(false);
});
