import type { Slices } from '../../slices';
import { plainText } from '../cell';
import type { DocumentNumbers } from '../columns/documentNumbers';
import { type GrowingColumn, growingBytes, growingIntegers } from '../columns/growingColumn';
import { NumberPlaces } from '../columns/numberPlaces';
import type { References } from '../columns/references';

/** What names the documents of a ledger: by row of the ledger. */
export interface DocumentNames {
  readonly documents: DocumentNumbers;
  readonly references: References | null;
  /** The entry of a row in these columns. */
  readonly entry: Int32Array;
}

/** Rows that can be settled, and by whom. */
export interface OpenInvoices {
  readonly account: Int32Array;
  readonly isInvoice: (row: number) => boolean;
  readonly isBefore: (row: number, other: number) => boolean;
}

/** Invoices of one number and account each: those of queue q are `row[start[q]]` up to `row[start[q + 1]]`, in the order to be settled. */
export interface InvoiceQueues {
  readonly start: Int32Array;
  readonly row: Int32Array;
}

/** The queues that credit c names are `queue[first[c]]` up to `queue[first[c + 1]]`. */
export interface NamedInvoices {
  readonly queues: InvoiceQueues;
  readonly first: Int32Array;
  readonly queue: Int32Array;
}

/** Between the numbers of one reference (`INV-7, INV-9`); a slash is often part of a number. */
const betweenNumbers = /[\s,;、，；|&+]+/;
/** Rows that are looked at before the work stops for others. */
const rowsInSlice = 16_384;

/** No credit names any invoice. */
export const nothingNamed = (creditCount: number): NamedInvoices => ({
  queues: { start: new Int32Array(1), row: new Int32Array(0) },
  first: new Int32Array(creditCount + 1),
  queue: new Int32Array(0),
});

/**
 * Find the invoices that payments and credit notes of the same account name: the number each refers to, or the several numbers; else its
 * own number, where an invoice has the same; else what refers to one of these, as both sides of a clearing document do.
 *
 * @param credits rows that settle something
 */
export function* namedInvoices(
  names: DocumentNames,
  credits: Int32Array,
  invoices: OpenInvoices,
): Slices<NamedInvoices> {
  const { documents, references, entry } = names;
  const candidates = new Candidates(names);
  for (let credit = 0; credit < credits.length; credit++) {
    candidates.add(entry[credits[credit]]);
    if (credit % rowsInSlice === rowsInSlice - 1) yield;
  }

  const building = new QueueBuilding(candidates.wanted, invoices);
  for (let row = 0; row < entry.length; row++) {
    if (row % rowsInSlice === rowsInSlice - 1) yield;
    if (!invoices.isInvoice(row)) continue;
    building.add(documents.keyAt(entry[row]), row, byNumber);
    const reference = references?.at(entry[row]) ?? null;
    if (reference !== null) building.add(documents.keyOf(reference), row, byReference);
  }

  const first = new Int32Array(credits.length + 1);
  const chosen = growingIntegers();
  for (let credit = 0; credit < credits.length; credit++) {
    candidates.choose(credit, invoices.account[credits[credit]], building, chosen);
    first[credit + 1] = chosen.length;
    if (credit % rowsInSlice === rowsInSlice - 1) yield;
  }
  return { queues: building.queues(), first, queue: chosen.values };
}

/** How an invoice is named: by its own number, or by what it refers to. */
const byNumber = 0;
const byReference = 1;

/** The numbers that may name the invoices of each credit, the surest alternative first; an alternative may be several numbers. */
class Candidates {
  /** Every number that any credit names. */
  readonly wanted = new NumberPlaces();
  private readonly start = growingIntegers();
  /** Its place among the wanted numbers. */
  private readonly number = growingIntegers();
  private readonly alternative = growingBytes();

  constructor(private readonly names: DocumentNames) {
    this.start.push(0);
  }

  /** Take the next credit. */
  add(entry: number): void {
    const { documents, references } = this.names;
    const reference = references?.at(entry) ?? null;
    if (reference !== null) {
      this.push(documents.keyOf(reference), 0);
      const text = plainText(reference);
      if (betweenNumbers.test(text)) {
        for (const part of text.split(betweenNumbers))
          if (/\d/.test(part)) this.push(documents.keyOf(part), 1);
      }
    }
    this.push(documents.keyAt(entry), 2);
    this.start.push(this.number.length);
  }

  /** Add the queues of the first alternative that has any to the chosen ones, each once. */
  choose(
    credit: number,
    account: number,
    queues: QueueBuilding,
    chosen: GrowingColumn<Int32Array<ArrayBuffer>>,
  ): void {
    const from = this.start.room[credit];
    const to = this.start.room[credit + 1];
    const before = chosen.length;
    const isChosen = (queue: number) => {
      let at = before;
      while (at < chosen.length && chosen.room[at] !== queue) at++;
      return at < chosen.length;
    };
    for (const how of [byNumber, byReference]) {
      let foundIn = -1;
      for (let at = from; at < to; at++) {
        const isOfLesser = chosen.length > before && this.alternative.room[at] !== foundIn;
        if (isOfLesser) return;
        const queue = queues.find(this.number.room[at], account, how);
        if (queue < 0 || isChosen(queue)) continue;
        foundIn = this.alternative.room[at];
        chosen.push(queue);
      }
      if (chosen.length > before) return;
    }
  }

  private push(key: number, alternative: number): void {
    if (key < 0) return;
    this.number.push(this.wanted.add(key));
    this.alternative.push(alternative);
  }
}

/** Invoices by a number that is wanted, by how they are named by it, and by account. */
class QueueBuilding {
  private readonly places = new NumberPlaces();
  private readonly row = growingIntegers();
  private readonly queue = growingIntegers();
  /** Beyond every account. */
  private readonly accountCount: number;

  constructor(
    private readonly wanted: NumberPlaces,
    private readonly invoices: OpenInvoices,
  ) {
    this.accountCount = invoices.account.reduce((most, account) => Math.max(most, account), 0) + 1;
  }

  /** Take an invoice by a number that names it. */
  add(key: number, row: number, how: number): void {
    const number = key < 0 ? -1 : this.wanted.placeOf(key);
    if (number < 0) return;
    this.row.push(row);
    this.queue.push(this.places.add(this.keyOf(number, this.invoices.account[row], how)));
  }

  /** The queue of an account by a wanted number, -1 for none. */
  find(number: number, account: number, how: number): number {
    return this.places.placeOf(this.keyOf(number, account, how));
  }

  private keyOf(number: number, account: number, how: number): number {
    return (number * 2 + how) * this.accountCount + account;
  }

  queues(): InvoiceQueues {
    const start = new Int32Array(this.places.length + 1);
    const count = this.row.length;
    for (let at = 0; at < count; at++) start[this.queue.room[at] + 1]++;
    for (let queue = 0; queue < this.places.length; queue++) start[queue + 1] += start[queue];
    const row = new Int32Array(count);
    const next = start.slice();
    for (let at = 0; at < count; at++) row[next[this.queue.room[at]]++] = this.row.room[at];
    const { isBefore } = this.invoices;
    for (let queue = 0; queue < this.places.length; queue++) {
      const rows = row.subarray(start[queue], start[queue + 1]);
      if (rows.length > 1) rows.sort((one, other) => (isBefore(one, other) ? -1 : 1));
    }
    return { start, row };
  }
}
