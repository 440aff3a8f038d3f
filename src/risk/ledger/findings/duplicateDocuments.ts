import type { Slices } from '../../slices';
import type { CodeColumn, MoneyColumn } from '../ledger';
import type { RepeatedDocument } from './repeatedDocuments';

/** What tells a duplicate from an instalment or a credit note; one entry a row. */
export interface DocumentItems {
  readonly customer: CodeColumn;
  readonly dueDate: Float32Array;
  readonly amount: MoneyColumn;
}

/** Beyond every serial day, so that day, sign and entry make one number. */
const daysApart = 2 ** 22;

const documentsPerSlice = 1 << 13;

/** A document that is a duplicate, and its row. */
export interface DuplicateDocument {
  readonly index: number;
  readonly document: RepeatedDocument;
}

/**
 * Find document numbers that were used before: by another customer, or by the same one with the same due date and sign. The same number
 * with another due date is an instalment, with the other sign a credit note or payment: no duplicates.
 *
 * @param repeated documents whose number had come before, in the order of the ledger
 * @param indexOf the row of an entry in `items`, -1 for an entry that has none: it counts as not there
 * @returns the later ones and their rows, ascending
 */
export function* duplicateDocuments(
  repeated: readonly RepeatedDocument[],
  indexOf: (entry: number) => number,
  items: DocumentItems,
): Slices<readonly DuplicateDocument[]> {
  const { customer, dueDate, amount } = items;
  const firstIndex = new Map<number, number>();
  const instalments = new Set<number>();
  const duplicates: DuplicateDocument[] = [];
  for (let place = 0; place < repeated.length; place++) {
    if (place % documentsPerSlice === documentsPerSlice - 1) yield;
    const document = repeated[place];
    const index = indexOf(document.entry);
    if (index < 0) continue;
    const before = firstIndex.get(document.first) ?? indexOf(document.first);
    if (before < 0) {
      firstIndex.set(document.first, index);
      continue;
    }
    const isOtherCustomer = customer[before] !== customer[index];
    const sign = Math.sign(amount[index]);
    const isSameItem = Object.is(dueDate[before], dueDate[index]) && Math.sign(amount[before]) === sign;
    const day = Number.isNaN(dueDate[index]) ? 0 : dueDate[index];
    const item = (document.first * daysApart + day) * 3 + sign + 1;
    if (isOtherCustomer || isSameItem || instalments.has(item)) duplicates.push({ index, document });
    else instalments.add(item);
  }
  return duplicates;
}
