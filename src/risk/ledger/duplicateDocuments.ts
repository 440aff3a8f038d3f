import { isBlankCell, isErrorCell, plainText } from './cell';
import type { Cell } from './ledger';

/**
 * Find document numbers that were used before: by another customer, or by the same one with the same due date and sign. The same number
 * with another due date is an instalment, with the other sign a credit note or payment: no duplicates.
 *
 * @param documents the number cell of each entry
 * @returns indexes of the later entries, ascending
 */
export function duplicateDocuments(
  documents: readonly Cell[],
  customer: Int32Array,
  dueDate: Float64Array,
  amount: Float64Array,
): number[] {
  const first = new Map<string, number>();
  const instalments = new Set<string>();
  const duplicates: number[] = [];
  documents.forEach((cell, index) => {
    if (isBlankCell(cell) || isErrorCell(cell)) return;
    const number = plainText(cell).toUpperCase();
    const before = first.get(number);
    if (before === undefined) {
      first.set(number, index);
      return;
    }
    const isOtherCustomer = customer[before] !== customer[index];
    const isSameItem =
      Object.is(dueDate[before], dueDate[index]) && Math.sign(amount[before]!) === Math.sign(amount[index]!);
    const item = `${number}\n${dueDate[index]}\n${Math.sign(amount[index]!)}`;
    if (isOtherCustomer || isSameItem || instalments.has(item)) duplicates.push(index);
    else instalments.add(item);
  });
  return duplicates;
}
