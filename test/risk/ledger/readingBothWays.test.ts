import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isBlankCell, isErrorCell, plainText } from '../../../src/risk/ledger/cell';
import { customerKey } from '../../../src/risk/ledger/cells/customerName';
import { readAmount } from '../../../src/risk/ledger/cells/readAmount';
import { readDate } from '../../../src/risk/ledger/cells/readDate';
import { readDisputed } from '../../../src/risk/ledger/cells/readDisputed';
import type { Cell, Ledger } from '../../../src/risk/ledger/ledger';
import { createLedgerReader } from '../../../src/risk/ledger/readLedger';
import { recogniseAs, recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { remap } from '../../../src/risk/ledger/recognition/remap';

/**
 * The reader takes clean cells column by column and a batch at a time. Here every cell is read on its own, by the function that
 * defines its meaning, and both must come to the same ledger.
 */
const headers = [
  'Customer',
  'Invoice no',
  'Invoice date',
  'Due date',
  'Paid date',
  'Amount',
  'Open amount',
  'Disputed',
];

type Row = readonly Cell[];

interface PlainLedger {
  readonly customers: string[];
  readonly rows: { row: number; customer: number; dates: number[]; amounts: number[]; disputed: number }[];
  readonly unplaced: number[];
  readonly duplicates: number[];
}

function readPlainly(rows: readonly Row[]): PlainLedger {
  const ledger: PlainLedger = { customers: [], rows: [], unplaced: [], duplicates: [] };
  const codes = new Map<string, number>();
  const seen = new Map<string, { customer: number; due: number; sign: number }>();
  const items = new Set<string>();
  const invoices = new Map<string, PlainLedger['rows']>();
  rows.forEach((cells, index) => {
    if (cells.every(isBlankCell)) return;
    const row = index + 1;
    const [name, document, invoiced, due, paid, amount, open, disputed] = cells;
    const value = readAmount(amount);
    if (isBlankCell(name) || isErrorCell(name) || Number.isNaN(value)) {
      ledger.unplaced.push(row);
      return;
    }
    const key = customerKey(name);
    if (!codes.has(key)) {
      codes.set(key, codes.size);
      ledger.customers.push(String(name).trim());
    }
    const customer = codes.get(key)!;
    const invoiceDate = readDate(invoiced, 'mdy', 1900);
    const written = readDate(due, 'mdy', 1900);
    const dueDate = Number.isNaN(written) ? invoiceDate : written;
    const sign = Math.sign(value);
    const entry = {
      row,
      customer,
      dates: [invoiceDate, dueDate, readDate(paid, 'mdy', 1900)],
      amounts: [value, readAmount(open)],
      disputed: Number(readDisputed(disputed)),
    };
    ledger.rows.push(entry);

    if (isBlankCell(document) || isErrorCell(document)) return;
    const number = plainText(document).toUpperCase();
    const invoice = `${customer} ${number}`;
    if (value > 0) invoices.set(invoice, [...(invoices.get(invoice) ?? []), entry]);
    const before = seen.get(number);
    if (!before) {
      seen.set(number, { customer, due: dueDate, sign });
      return;
    }
    const item = `${number}\n${dueDate}\n${sign}`;
    const isSame = Object.is(before.due, dueDate) && before.sign === sign;
    if (before.customer !== customer || isSame || items.has(item)) ledger.duplicates.push(row);
    else items.add(item);
  });
  // Instalments of one invoice were invoiced on one day.
  for (const parts of invoices.values()) {
    const days = parts.map(({ dates }) => dates[0]).filter(day => !Number.isNaN(day));
    for (const { dates } of parts)
      if (Number.isNaN(dates[0]) && days.length > 0) dates[0] = Math.min(...days);
  }
  return ledger;
}

/** @param isKept whether document numbers may be read late, from rows that the reader is given again */
function readInBatches(rows: readonly Row[], rowsPerPiece: number, isKept: boolean): Ledger {
  const cells = [headers, ...rows];
  // Recognised by clean rows, so that it does not depend on the dirty ones.
  const recognition = recogniseSheet([headers, ...Array.from({ length: 5 }, () => clean)]);
  const reader = createLedgerReader(recognition, {
    dateSystem: 1900,
    ...(isKept && { keptRows: () => cells }),
  });
  for (let row = 0; row < cells.length; row += rowsPerPiece)
    reader.add(cells.slice(row, row + rowsPerPiece), row);
  return reader.finish();
}

const clean: Row = ['Acme', 'INV-1', 45_000, 45_030, 45_040, 100.25, 0, 'No'];

const mostly = (usual: fc.Arbitrary<Cell>, odd: readonly Cell[]) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
const date = mostly(fc.integer({ min: 45_000, max: 45_400 }), [
  '',
  null,
  0,
  0.5,
  45_000.75,
  20_240_305,
  '2024-03-05',
  '2024年3月5日',
  '45000',
  '#N/A',
  'soon',
  2_958_466,
  2_958_465.5,
  true,
]);
const money = mostly(
  fc.integer({ min: -9_999, max: 999_999 }).map(cents => cents / 100),
  [
    '',
    null,
    '12.50',
    '(7.25)',
    '1,234.50',
    'x',
    '#REF!',
    Number.POSITIVE_INFINITY,
    Number.NaN,
    0,
    '-3',
    ' ',
    true,
  ],
);
const row: fc.Arbitrary<Row> = fc.tuple(
  mostly(fc.constantFrom('Acme', 'Beta Ltd', '上海明达贸易有限公司', 'Gamma'), [
    'ACME',
    ' acme ',
    'ＡＣＭＥ',
    '',
    null,
    '#N/A',
    1001,
    '1001',
    true,
  ]),
  mostly(
    fc.integer({ min: 1, max: 40 }).map(number => `INV-${number}`),
    ['inv-3', 'INV-３', 'INV-03', '', null, 7, '7', '#N/A', 'A', 'a '],
  ),
  date,
  date,
  date,
  money,
  money,
  mostly(fc.constantFrom('', 'No'), ['Yes', '是', true, 1, null, 0]),
);

describe('reading a column at a time', () => {
  test('comes to what reading each cell comes to, clean or dirty, whatever the pieces', () => {
    let placed = 0;
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 700, size: 'max' }),
        fc.integer({ min: 1, max: 900 }),
        fc.boolean(),
        (rows, rowsPerPiece, isKept) => {
          // A last row without customer and date may be the total of all others; that has tests of its own.
          const sheet = [...rows, clean];
          const ledger = readInBatches(sheet, rowsPerPiece, isKept);
          const plain = readPlainly(sheet);
          placed += ledger.rowCount;
          const unit = (value: number) => Math.round(value * ledger.scale) + 0;
          expect(ledger.customers).toEqual(plain.customers);
          expect([...ledger.sheetRow]).toEqual(plain.rows.map(entry => entry.row));
          expect([...ledger.customer]).toEqual(plain.rows.map(entry => entry.customer));
          expect([...ledger.invoiceDate]).toEqual(plain.rows.map(entry => entry.dates[0]));
          expect([...ledger.dueDate]).toEqual(plain.rows.map(entry => entry.dates[1]));
          expect([...ledger.paidDate]).toEqual(plain.rows.map(entry => entry.dates[2]));
          expect([...ledger.amount]).toEqual(plain.rows.map(entry => unit(entry.amounts[0])));
          expect([...ledger.openAmount]).toEqual(plain.rows.map(entry => unit(entry.amounts[1])));
          expect([...ledger.disputed]).toEqual(plain.rows.map(entry => entry.disputed));
          expect(ledger.unplaced.map(entry => entry.row)).toEqual(plain.unplaced);
          const duplicates = ledger.findings.filter(({ kind }) => kind === 'duplicateDocument');
          expect(duplicates.map(finding => finding.row)).toEqual(plain.duplicates);
        },
      ),
      { numRuns: 120 },
    );
    expect(placed).toBeGreaterThan(5_000);
  });

  test('keeps each currency with its row where a second one comes late', () => {
    const cells: Cell[][] = [['Customer', 'Due date', 'Amount', 'Currency']];
    for (let index = 0; index < 600; index++)
      cells.push(['Acme', 45_000, index, index < 400 ? 'USD' : 'EUR']);
    const reader = createLedgerReader(recogniseSheet(cells), { dateSystem: 1900, currency: 'EUR' });
    reader.add(cells, 0);
    const ledger = reader.finish();
    expect(ledger.rowCount).toBe(200);
    expect(ledger.sheetRow.at(0)).toBe(401);
    expect(ledger.currencies).toMatchObject([
      { currency: 'USD', rowCount: 400 },
      { currency: 'EUR', rowCount: 200 },
    ]);
  });

  test('leaves out a repeated header among amounts with currency signs, also one that begins like an amount', () => {
    for (const header of ['Amount', '$1 amount', '(1)']) {
      const cells: Cell[][] = [['Customer', 'Due date', header]];
      for (let index = 0; index < 20; index++) cells.push(['Acme', 45_000, `$${index + 1},000.50`]);
      cells.splice(10, 0, cells[0]);
      const recognition = remap(recogniseAs('ledger', cells, 0), 'amount', 2);
      const reader = createLedgerReader(recognition, { dateSystem: 1900 });
      reader.add(cells, 0);
      const ledger = reader.finish();
      expect(ledger.rowCount).toBe(20);
      expect(ledger.findings.filter(({ kind }) => kind !== 'textAmount')).toEqual([]);
      expect(ledger.amount[19]).toBe(20_000.5 * ledger.scale);
    }
  });

  test('takes more rows than were expected, and fewer', () => {
    const cells = [headers, ...Array.from({ length: 3_000 }, () => clean)];
    for (const expectedRows of [10, 3_001, 9_000]) {
      const reader = createLedgerReader(recogniseSheet(cells), { dateSystem: 1900, expectedRows });
      reader.add(cells, 0);
      const ledger = reader.finish();
      expect([ledger.rowCount, ledger.amount.length, ledger.amount[2_999]]).toEqual([3_000, 3_000, 10_025]);
    }
  });

  test('does not change an open amount that is the only amount twice', () => {
    const cells = [
      ['Customer', 'Due date', 'Outstanding'],
      ['Acme', 45_000, 12.5],
      ['Beta', 45_000, 1],
    ];
    const reader = createLedgerReader(recogniseAs('ledger', cells), { dateSystem: 1900 });
    reader.add(cells, 0);
    const ledger = reader.finish();
    expect([[...ledger.amount], [...ledger.openAmount], ledger.scale]).toEqual([
      [1250, 100],
      [1250, 100],
      100,
    ]);
  });
});
