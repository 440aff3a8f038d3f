/** Random ledgers: what a credit team's sheet says, and the many ways in which people write it into cells. */
import fc from 'fast-check';
import type { Cell, DateSystem, Ledger } from '../../../src/risk/ledger/ledger';
import { createLedgerReader, type LedgerOptions } from '../../../src/risk/ledger/readLedger';
import { recogniseAs } from '../../../src/risk/ledger/recognition/recogniseSheet';

/** A row of a ledger as facts; days are serial days of the 1900 system, `null` where the sheet leaves them out. */
export interface Entry {
  /** `''` where the sheet does not say. */
  readonly customer: string;
  readonly invoiced: number | null;
  readonly due: number | null;
  readonly paid: number | null;
  readonly cents: number;
  readonly openCents: number | null;
  readonly disputed: boolean;
}

export type Row = readonly Cell[];

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

export const firstDay = 44_800;
export const lastDay = 45_800;

/** Names in the order in which equal amounts are listed, in both scripts. */
export const customers = [
  'Alder Ltd',
  'Birch GmbH',
  'Cedar & Sons',
  '上海明达贸易有限公司',
  '江苏宏达机械有限公司',
];

const day = fc.integer({ min: firstDay, max: lastDay });
const orMissing = <T>(known: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(known, { nil: null, freq: 4 });

/** Cents as ledgers have them: mostly invoices, some credit notes, zeros, single cents, and a power station or two. */
const cents: fc.Arbitrary<number> = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 9_999_999 }) },
  { weight: 4, arbitrary: fc.integer({ min: -999_999, max: -1 }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, -1, 99, 100) },
  { weight: 1, arbitrary: fc.integer({ min: 10_000_000_000, max: 999_999_999_999 }) },
);

const customer = fc.oneof(
  { weight: 19, arbitrary: fc.constantFrom(...customers) },
  { weight: 1, arbitrary: fc.constant('') },
);

/** Anything a sheet may say of a document, sensible or not. */
export const entry: fc.Arbitrary<Entry> = fc.record({
  customer,
  invoiced: orMissing(day),
  due: orMissing(day),
  paid: fc.option(day, { nil: null, freq: 2 }),
  cents,
  openCents: fc.option(cents, { nil: null, freq: 2 }),
  disputed: fc.boolean(),
});

/** A document of which nothing is settled yet. */
export const openEntry: fc.Arbitrary<Entry> = entry.map(one => ({ ...one, paid: null, openCents: null }));

/** A document whose customer and day of invoice are known and whose open amount only follows from its payment. */
export const datedEntry: fc.Arbitrary<Entry> = fc
  .record({
    customer: fc.constantFrom(...customers),
    invoiced: day,
    terms: orMissing(fc.integer({ min: 0, max: 120 })),
    paidAfter: orMissing(fc.integer({ min: 0, max: 300 })),
    cents,
    disputed: fc.boolean(),
  })
  .map(({ invoiced, terms, paidAfter, ...rest }) => ({
    ...rest,
    invoiced,
    due: terms === null ? null : invoiced + terms,
    paid: paidAfter === null ? null : invoiced + paidAfter,
    openCents: null,
  }));

/** How the cells of one row are written: an index into the ways below, for each kind of cell. */
export interface Writing {
  readonly date: number;
  readonly amount: number;
  readonly blank: number;
}

/** Numbers, as Excel hands over typed cells. */
const plainWriting: Writing = { date: 0, amount: 0, blank: 0 };

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, character => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** Serial days of the 1900 system after February 1900. */
const calendar = (serial: number): [year: string, month: string, day: string] => {
  const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()].map(String) as [
    string,
    string,
    string,
  ];
};

const daysTo1904 = 1_462;
const serialIn = (serial: number, system: DateSystem) => (system === 1904 ? serial - daysTo1904 : serial);

const dateWays: readonly ((serial: number, system: DateSystem) => Cell)[] = [
  serialIn,
  serial =>
    calendar(serial)
      .map(part => part.padStart(2, '0'))
      .join('-'),
  serial => {
    const [year, month, date] = calendar(serial);
    return `${year}年${month}月${date}日`;
  },
  serial => fullWidth(calendar(serial).join('/')),
  serial =>
    Number(
      calendar(serial)
        .map(part => part.padStart(2, '0'))
        .join(''),
    ),
  (serial, system) => serialIn(serial, system) + 0.75,
  (serial, system) => String(serialIn(serial, system)),
];

const grouped = (value: number): string =>
  (Math.abs(value) / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
const signed = (value: number, text: string): string => (value < 0 ? `-${text}` : text);

const amountWays: readonly ((value: number) => Cell)[] = [
  value => value / 100,
  value => (value / 100).toFixed(2),
  value => signed(value, grouped(value)),
  value => (value < 0 ? `(${grouped(value)})` : grouped(value)),
  value => fullWidth(signed(value, grouped(value))),
  value => ` ${grouped(value)}${value < 0 ? '-' : ''} `,
];

const blanks: readonly Cell[] = ['', null, '   ', '　'];

export const writing: fc.Arbitrary<Writing> = fc.record({
  date: fc.nat(dateWays.length - 1),
  amount: fc.nat(amountWays.length - 1),
  blank: fc.nat(blanks.length - 1),
});

/** Write a document into a row of cells, numbered so that no two documents have the same number. */
export function cellsOf(
  one: Entry,
  number: number,
  how: Writing = plainWriting,
  system: DateSystem = 1900,
): Row {
  const blank = blanks[how.blank];
  const date = (serial: number | null) => (serial === null ? blank : dateWays[how.date](serial, system));
  return [
    one.customer === '' ? blank : one.customer,
    `INV-${number}`,
    date(one.invoiced),
    date(one.due),
    date(one.paid),
    amountWays[how.amount](one.cents),
    one.openCents === null ? blank : amountWays[how.amount](one.openCents),
    one.disputed ? 'Yes' : '',
  ];
}

/** Whose the rows at the end are. */
export const lastCustomer = 'Zz, the last rows';

/**
 * Rows that are surely ones: without them, a last row of a bare sum would be the total of all others. They are of long ago and settled,
 * disputed and a credit note, so that whether the sheet knows of payments, disputes and credit notes at all hangs on no chance row.
 */
const lastEntries: readonly Entry[] = [300, -200].map(cents => ({
  customer: lastCustomer,
  invoiced: firstDay - 4_000,
  due: firstDay - 3_970,
  paid: firstDay - 3_970,
  cents,
  openCents: 0,
  disputed: true,
}));

export const lastRowCount = lastEntries.length;
export const lastCents = 100;

/** Write a whole sheet: header, the documents, and the last rows. */
export function sheetOf(
  entries: readonly Entry[],
  writings: readonly Writing[] = [],
  system: DateSystem = 1900,
): readonly Row[] {
  const rows = entries.map((one, index) => cellsOf(one, index + 1, writings[index], system));
  const last = lastEntries.map((one, index) =>
    cellsOf(one, entries.length + index + 1, plainWriting, system),
  );
  return [headers, ...rows, ...last];
}

/** Recognised by clean rows, so that what a column means does not depend on the dirty ones. */
export const recognition = recogniseAs('ledger', [
  headers,
  ...Array.from({ length: 5 }, (_, index) => cellsOf(lastEntries[0], index + 1)),
]);

/** Read a sheet, in pieces of so many rows. */
export function readSheet(
  sheet: readonly Row[],
  options: Partial<LedgerOptions> = {},
  rowsPerPiece = sheet.length,
): Ledger {
  const reader = createLedgerReader(recognition, { dateSystem: 1900, ...options });
  for (let row = 0; row < sheet.length; row += rowsPerPiece)
    reader.add(sheet.slice(row, row + rowsPerPiece), row);
  return reader.finish();
}

/** The ledger of some documents as typed cells give it. */
export const ledgerOfEntries = (entries: readonly Entry[]): Ledger => readSheet(sheetOf(entries));
