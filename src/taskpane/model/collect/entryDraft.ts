import { serialOfIso } from '../../../i18n/numbers';
import { readAmount } from '../../../risk/ledger/cells/readAmount';
import type { Noted } from './collectLog';

/** A step that was done, a promise, or words beside them. */
export type EntryKind = 'done' | 'promise' | 'note';

/** An entry of the log as it is typed. */
export interface EntryDraft {
  /** Id of the step. */
  readonly step: string;
  /** ISO dates, `''` while there are none. */
  readonly date: string;
  readonly promiseDate: string;
  readonly amount: string;
  readonly note: string;
  readonly by: string;
}

/** The fields that can be wrong. */
export type EntryField = 'date' | 'promiseDate' | 'amount' | 'note';

export type EntryReading =
  | { readonly noted: Noted; readonly mistaken: null }
  | { readonly noted: null; readonly mistaken: EntryField };

const mistakenIn = (mistaken: EntryField): EntryReading => ({ noted: null, mistaken });

/**
 * Read a draft as far as its kind asks for it: only a promise has a day and an amount, and the amount may be left open.
 *
 * @param is1904 The workbook counts its days from 1904.
 * @returns What is noted, or the first field that is wrong.
 * @example readEntry('note', { ...draft, note: ' ' }, false).mistaken //=> 'note'
 */
export function readEntry(kind: EntryKind, draft: EntryDraft, is1904: boolean): EntryReading {
  const day = serialOfIso(draft.date, is1904);
  if (day === null) return mistakenIn('date');
  const said = { day, step: '', promiseDay: Number.NaN, promisedAmount: Number.NaN };
  const words = { note: draft.note.trim(), by: draft.by.trim() };
  if (kind === 'done') return { noted: { ...said, ...words, step: draft.step }, mistaken: null };
  if (kind === 'note') {
    return words.note === '' ? mistakenIn('note') : { noted: { ...said, ...words }, mistaken: null };
  }
  const promiseDay = serialOfIso(draft.promiseDate, is1904);
  if (promiseDay === null) return mistakenIn('promiseDate');
  const isOpen = draft.amount.trim() === '';
  const promisedAmount = isOpen ? Number.NaN : readAmount(draft.amount);
  if (!isOpen && !(promisedAmount > 0)) return mistakenIn('amount');
  return { noted: { ...said, ...words, promiseDay, promisedAmount }, mistaken: null };
}
