import { plainText } from './cell';
import type { DocumentNumbers } from './documentNumbers';
import type { Cell } from './ledger';
import type { References } from './references';

/** What names the documents of a ledger: by row of the ledger. */
export interface DocumentNames {
  readonly documents: DocumentNumbers;
  readonly references: References | null;
  /** The entry of a row in these columns. */
  readonly entry: ArrayLike<number>;
}

/** Invoices of one number and account, in the order they are to be settled; those before `next` are settled. */
export interface InvoiceQueue {
  readonly rows: number[];
  next: number;
}

/** Rows that can be settled, and by whom. */
export interface OpenInvoices {
  readonly account: Int32Array;
  readonly isInvoice: (row: number) => boolean;
  readonly isBefore: (row: number, other: number) => boolean;
}

/** Between the numbers of one reference (`INV-7, INV-9`); a slash is often part of a number. */
const betweenNumbers = /[\s,;、，；|&+]+/;
/** Remainders of keys, so that most rows are told from the wanted ones by one look. */
const remainders = 1 << 16;

/**
 * Find the invoices that payments and credit notes of the same account name: the number each refers to, or the several numbers; else its
 * own number, where an invoice has the same; else what refers to one of these, as both sides of a clearing document do.
 *
 * @param credits rows that settle something
 * @returns per credit its queues, one a number; credits of one number share theirs
 */
export function namedInvoices(
  names: DocumentNames,
  credits: Int32Array,
  invoices: OpenInvoices,
): readonly (readonly InvoiceQueue[])[] {
  const alternatives = Array.from(credits, row => numbersNamedBy(row, names));
  const wanted = new WantedNumbers(alternatives);
  const byNumber = new QueuesByNumber(wanted, invoices);
  const byReference = new QueuesByNumber(wanted, invoices);
  const { documents, references, entry } = names;
  for (let row = 0; row < entry.length; row++) {
    byNumber.add(documents.keyAt(entry[row]!), row);
    const reference = references?.at(entry[row]!) ?? null;
    if (reference !== null) byReference.add(documents.keyOf(reference), row);
  }
  byNumber.sort();
  byReference.sort();
  return alternatives.map((numbers, credit) => {
    const account = invoices.account[credits[credit]!]!;
    return byNumber.firstOf(numbers, account) ?? byReference.firstOf(numbers, account) ?? [];
  });
}

/** The numbers that may name a credit's invoices, the surest alternative first; an alternative may be several numbers. */
function numbersNamedBy(row: number, { documents, references, entry }: DocumentNames): number[][] {
  const alternatives: number[][] = [];
  const reference = references?.at(entry[row]!) ?? null;
  if (reference !== null) {
    alternatives.push([documents.keyOf(reference)]);
    const parts = partsOf(reference);
    if (parts.length > 1) alternatives.push([...new Set(parts.map(part => documents.keyOf(part)))]);
  }
  alternatives.push([documents.keyAt(entry[row]!)]);
  return alternatives.map(keys => keys.filter(key => key >= 0)).filter(keys => keys.length > 0);
}

function partsOf(reference: Cell): readonly string[] {
  return plainText(reference)
    .split(betweenNumbers)
    .filter(part => /\d/.test(part));
}

/** The numbers that credits name, among which most rows' numbers are not. */
class WantedNumbers {
  private readonly places = new Map<number, number>();
  private readonly hasRemainder = new Uint8Array(remainders);

  constructor(alternatives: readonly (readonly (readonly number[])[])[]) {
    for (const key of alternatives.flat(2)) {
      if (this.places.has(key)) continue;
      this.places.set(key, this.places.size);
      this.hasRemainder[key % remainders] = 1;
    }
  }

  /** The place of a number among the wanted ones, -1 where it is not wanted. */
  placeOf(key: number): number {
    if (key < 0 || this.hasRemainder[key % remainders] === 0) return -1;
    return this.places.get(key) ?? -1;
  }
}

/** Invoices by a number that is wanted and by account. */
class QueuesByNumber {
  private readonly queues = new Map<string, InvoiceQueue>();

  constructor(
    private readonly wanted: WantedNumbers,
    private readonly invoices: OpenInvoices,
  ) {}

  add(key: number, row: number): void {
    const place = this.wanted.placeOf(key);
    if (place < 0 || !this.invoices.isInvoice(row)) return;
    const name = `${place} ${this.invoices.account[row]}`;
    const queue = this.queues.get(name);
    if (queue) queue.rows.push(row);
    else this.queues.set(name, { rows: [row], next: 0 });
  }

  sort(): void {
    const { isBefore } = this.invoices;
    for (const { rows } of this.queues.values()) rows.sort((one, other) => (isBefore(one, other) ? -1 : 1));
  }

  /** The queues of the first alternative that has any, `null` where none has. */
  firstOf(alternatives: readonly (readonly number[])[], account: number): InvoiceQueue[] | null {
    for (const keys of alternatives) {
      const queues = keys
        .map(key => this.queues.get(`${this.wanted.placeOf(key)} ${account}`))
        .filter(queue => queue !== undefined);
      if (queues.length > 0) return queues;
    }
    return null;
  }
}
