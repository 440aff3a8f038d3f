/** Ledgers of invoices and credits whose own columns say what is open and when it was paid. */
import fc from 'fast-check';
import type { Cell } from '../../../src/risk/ledger/ledger';
import type { StandingItem, Told } from './standingItem';

export interface ColumnRow {
  readonly customer: string;
  /** Whole cents, below 0 for credits. */
  readonly amount: number;
  /** Serial days, NaN where the cell is blank. */
  readonly invoiced: number;
  readonly due: number;
  readonly paid: number;
  /** Whole cents that the sheet shows as open. */
  readonly open: number;
  readonly isDisputed: boolean;
}

export interface ColumnLedger {
  readonly rows: readonly ColumnRow[];
  /** Which columns there are; one of the first two at least. */
  readonly has: { readonly paid: boolean; readonly open: boolean; readonly disputed: boolean };
}

const today = 45_473;
const blank = Number.NaN;
const cents = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 100, max: 900_000_000 }));
const rarely = (weight: number) => fc.integer({ min: 1, max: 100 }).map(draw => draw <= weight);

const anyRow = fc
  .record({
    customer: fc.constantFrom('Acme Ltd', 'Beta GmbH', '宏达机械'),
    cents,
    isCredit: rarely(10),
    invoiced: fc.integer({ min: today - 700, max: today + 120 }),
    isUndated: rarely(4),
    terms: fc.constantFrom(0, 14, 30, 45, 60, 90),
    hasNoDue: rarely(6),
    paidAfter: fc.integer({ min: -25, max: 80 }),
    isPaid: rarely(60),
    part: fc.constantFrom(0, 0.25, 0.4, 0.5, 1, 1, 1),
    isWhole: rarely(85),
    isDisputed: rarely(12),
  })
  .map(({ customer, invoiced, terms, part, ...row }): ColumnRow => {
    const amount = row.isCredit ? -row.cents : row.cents;
    const paid = row.isPaid && !row.isCredit ? invoiced + terms + row.paidAfter : blank;
    const usual = Number.isNaN(paid) ? amount : 0;
    return {
      customer,
      amount,
      invoiced: row.isUndated ? blank : invoiced,
      due: row.hasNoDue ? blank : invoiced + terms,
      paid,
      open: row.isWhole ? usual : Math.round(amount * part),
      isDisputed: row.isDisputed,
    };
  });

export const anyColumnLedger: fc.Arbitrary<ColumnLedger> = fc.record({
  rows: fc.array(anyRow, { minLength: 8, maxLength: 40 }),
  has: fc
    .record({ paid: fc.boolean(), open: fc.boolean(), disputed: fc.boolean() })
    .map(has => (has.paid || has.open ? has : { ...has, paid: true })),
});

/** Write the ledger as cells of a sheet. */
export function cellsOfColumns({ rows, has }: ColumnLedger): Cell[][] {
  const day = (serial: number): Cell => (Number.isNaN(serial) ? '' : serial);
  const columns: [header: string, cell: (row: ColumnRow, index: number) => Cell][] = [
    ['Customer', row => row.customer],
    ['Invoice no.', (_, index) => `INV-${1000 + index}`],
    ['Invoice date', row => day(row.invoiced)],
    ['Due date', row => day(row.due)],
    ['Amount', row => row.amount / 100],
  ];
  if (has.paid) columns.push(['Paid date', row => day(row.paid)]);
  if (has.open) columns.push(['Open amount', row => row.open / 100]);
  if (has.disputed) columns.push(['Disputed', row => (row.isDisputed ? 'Yes' : '')]);
  return [
    columns.map(([header]) => header),
    ...rows.map((row, index) => columns.map(([, cell]) => cell(row, index))),
  ];
}

/** Say how each row that was there stood at the end of a day. A missing due date is the invoice's own day. */
export function standingByColumns({ rows, has }: ColumnLedger, day: number): StandingItem[] {
  return rows
    .filter(({ invoiced }) => !(invoiced > day))
    .map(row => {
      const paid = has.paid ? row.paid : blank;
      const open = openAt({ ...row, paid }, has.open, day);
      const wasPaid = paid <= day ? row.amount - Math.min(row.amount, Math.max(0, open)) : 0;
      return {
        customer: row.customer,
        kind: row.amount > 0 ? 'invoice' : 'creditNote',
        amount: row.amount,
        open,
        invoiced: row.invoiced,
        due: Number.isNaN(row.due) ? row.invoiced : row.due,
        payments: wasPaid > 0 ? [{ amount: wasPaid, day: paid }] : [],
        settledOn: paid,
        isDisputed: has.disputed && row.isDisputed,
      };
    });
}

/** Paid later, it was open in full; paid by then, only a rest that the sheet still shows is. */
function openAt({ amount, open, paid }: ColumnRow, hasOpen: boolean, day: number): number {
  if (Number.isNaN(paid)) return hasOpen ? open : amount;
  if (paid > day) return amount;
  return hasOpen && Math.abs(open) < Math.abs(amount) ? open : 0;
}

export function toldByColumns({ rows, has }: ColumnLedger, day: number): Told {
  const there = rows.filter(({ invoiced }) => !(invoiced > day));
  const payments = has.paid && there.some(({ paid }) => paid <= day);
  const creditNotes = there.some(({ amount }) => amount < 0);
  const isLessOpen = ({ open, amount, paid }: ColumnRow) => open < amount && !(has.paid && paid > day);
  return {
    payments,
    creditNotes,
    disputes: has.disputed && there.some(({ isDisputed }) => isDisputed),
    writeOffs: false,
    settled: payments || creditNotes || (has.open && there.some(isLessOpen)),
  };
}
