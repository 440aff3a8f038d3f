/** Ledgers in which payments, credit notes and write-offs are rows of their own that settle invoices. */
import fc from 'fast-check';
import type { Cell } from '../../../src/risk/ledger/ledger';
import type { StandingItem, Told } from './standingItem';

type Kind = StandingItem['kind'];

export interface DocumentRow {
  readonly customer: string;
  readonly kind: Kind;
  readonly number: string;
  readonly day: number;
  /** NaN but for invoices. */
  readonly due: number;
  /** Whole cents, above 0. */
  readonly amount: number;
  /** The number of the invoice that it names; `''` for none. */
  readonly refersTo: string;
}

export interface RowLedger {
  readonly rows: readonly DocumentRow[];
  /** Whether documents name invoices in a column, or by having the number of an invoice. */
  readonly hasReferences: boolean;
  /** Whether what lowers the debt is written below 0. */
  readonly isSigned: boolean;
}

const today = 45_473;

const anyDraft = fc.record({
  customer: fc.constantFrom('Acme Ltd', 'Beta GmbH', '宏达机械'),
  kind: fc.constantFrom<Kind>(
    'invoice',
    'invoice',
    'invoice',
    'payment',
    'payment',
    'creditNote',
    'writeOff',
  ),
  day: fc.integer({ min: today - 400, max: today + 60 }),
  terms: fc.constantFrom(0, 15, 30, 60),
  cents: fc.integer({ min: 1_000, max: 60_000 }),
  /** Which invoice it is for, how much of it, how many days later, and whether it says so. */
  target: fc.nat(),
  part: fc.constantFrom(0.5, 1, 1, 1.5, 0),
  later: fc.integer({ min: -20, max: 90 }),
  isNamed: fc.boolean(),
});
type Draft = typeof anyDraft extends fc.Arbitrary<infer T> ? T : never;

/** Make documents of drafts: the first of a customer is an invoice, others may be for one of those before. */
function documentsOf(drafts: readonly Draft[], hasReferences: boolean): DocumentRow[] {
  const rows: DocumentRow[] = [];
  for (const [index, { customer, kind, day, terms, cents, ...draft }] of drafts.entries()) {
    const invoices = rows.filter(row => row.kind === 'invoice' && row.customer === customer);
    if (kind === 'invoice' || invoices.length === 0) {
      const number = `INV-${100 + index}`;
      rows.push({ customer, kind: 'invoice', number, day, due: day + terms, amount: cents, refersTo: '' });
      continue;
    }
    const target = invoices[draft.target % invoices.length];
    rows.push({
      customer,
      kind,
      number: draft.isNamed && !hasReferences ? target.number : `DOC-${500 + index}`,
      day: target.day + draft.later,
      due: Number.NaN,
      amount: Math.round(target.amount * draft.part) || cents,
      refersTo: draft.isNamed ? target.number : '',
    });
  }
  return rows;
}

export const anyRowLedger: fc.Arbitrary<RowLedger> = fc
  .record({
    drafts: fc.array(anyDraft, { minLength: 6, maxLength: 26 }),
    hasReferences: fc.boolean(),
    isSigned: fc.boolean(),
  })
  .chain(({ drafts, ...ledger }) => {
    const rows = documentsOf(drafts, ledger.hasReferences);
    const inAnyOrder = fc.shuffledSubarray(rows, { minLength: rows.length });
    return inAnyOrder.map(shuffled => ({ ...ledger, rows: shuffled }));
  });

const words: Readonly<Record<Kind, string>> = {
  invoice: 'Invoice',
  payment: 'Payment',
  creditNote: 'Credit note',
  writeOff: 'Write-off',
};

/** Write the ledger as cells of a sheet. */
export function cellsOfRows({ rows, hasReferences, isSigned }: RowLedger): Cell[][] {
  const header = ['Customer', 'Document no.', 'Document type', 'Document date', 'Due date', 'Amount'];
  return [
    hasReferences ? [...header, 'Applied to'] : header,
    ...rows.map(({ customer, kind, number, day, due, amount, refersTo }) => {
      const written = kind !== 'invoice' && isSigned ? -amount : amount;
      const cells = [customer, number, words[kind], day, Number.isNaN(due) ? '' : due, written / 100];
      return hasReferences ? [...cells, refersTo] : cells;
    }),
  ];
}

interface Application {
  readonly invoice: DocumentRow;
  readonly by: DocumentRow;
  readonly amount: number;
  /** When both were there. */
  readonly day: number;
}

/**
 * Apply what settles to invoices: first what names one, the earliest document first; then payments and write-offs to the invoices of their
 * customer that are there, the oldest due first, where money that nothing is open for waits for the next invoice.
 */
function applicationsOf(rows: readonly DocumentRow[]): Application[] {
  const applied: Application[] = [];
  const left = new Map(rows.map(row => [row, row.amount]));
  const apply = (by: DocumentRow, invoice: DocumentRow): void => {
    const amount = Math.min(left.get(by)!, left.get(invoice)!);
    if (amount === 0) return;
    left.set(by, left.get(by)! - amount);
    left.set(invoice, left.get(invoice)! - amount);
    applied.push({ invoice, by, amount, day: Math.max(by.day, invoice.day) });
  };
  const byDay = [...rows].sort((one, other) => one.day - other.day);
  for (const row of byDay.filter(({ kind }) => kind !== 'invoice')) {
    const named = rows.find(
      ({ kind, customer, number }) =>
        kind === 'invoice' && customer === row.customer && [row.refersTo, row.number].includes(number),
    );
    if (named) apply(row, named);
  }
  for (const day of new Set(byDay.map(row => row.day))) {
    const there = byDay.filter(row => row.day <= day);
    for (const row of there.filter(({ kind }) => kind === 'payment' || kind === 'writeOff')) {
      const owed = there.filter(({ kind, customer }) => kind === 'invoice' && customer === row.customer);
      const oldestFirst = owed.sort(
        (one, other) => one.due - other.due || rows.indexOf(one) - rows.indexOf(other),
      );
      for (const invoice of oldestFirst) apply(row, invoice);
    }
  }
  return applied;
}

/** Say how each row that was there stood at the end of a day. */
export function standingByRows({ rows }: RowLedger, day: number): StandingItem[] {
  const byThen = applicationsOf(rows).filter(application => application.day <= day);
  return rows
    .filter(row => row.day <= day)
    .map(row => {
      const own = byThen.filter(({ invoice, by }) => invoice === row || by === row);
      const open = row.amount - own.reduce((sum, { amount }) => sum + amount, 0);
      const payments = own.filter(({ invoice, by }) => invoice === row && by.kind === 'payment');
      const isWrittenOff = own.some(({ invoice, by }) => invoice === row && by.kind === 'writeOff');
      const last = Math.max(...payments.map(payment => payment.day));
      const sign = row.kind === 'invoice' ? 1 : -1;
      return {
        customer: row.customer,
        kind: row.kind,
        amount: sign * row.amount,
        open: sign * open + 0,
        invoiced: row.day,
        due: row.due,
        payments: payments.map(({ amount, day: on }) => ({ amount, day: on })),
        settledOn: payments.length === 0 || isWrittenOff ? Number.NaN : last,
        isDisputed: false,
      };
    });
}

export function toldByRows({ rows }: RowLedger, day: number): Told {
  const byThen = applicationsOf(rows).filter(application => application.day <= day);
  const isThere = (kind: Kind) => rows.some(row => row.kind === kind && row.day <= day);
  return {
    payments: byThen.some(({ by }) => by.kind === 'payment'),
    disputes: false,
    creditNotes: isThere('creditNote'),
    writeOffs: isThere('writeOff'),
    settled: byThen.length > 0,
  };
}
