/** What becomes of a text that is being typed: by typing, by F4, by pointing at cells. */
import { formatAddress } from '../../book/address';
import type { Area, Sheet } from '../../book/types';
import { turnReference } from '../formula/absoluteReference';
import { takesReference } from '../formula/formulaText';
import type { Position } from '../position';

export interface Entry {
  readonly sheet: Sheet;
  readonly position: Position;
  readonly text: string;
  readonly caret: number;
  /** `enter`: arrows leave the cell, as after typing over it; `edit`: arrows move the caret. */
  readonly mode: 'enter' | 'edit';
  readonly place: 'cell' | 'bar';
  /** The stretch of text that pointing at cells replaces while it goes on. */
  readonly pointed: { readonly start: number; readonly end: number; readonly area: Area } | null;
}

export const withText = (entry: Entry, text: string, caret: number): Entry => ({
  ...entry,
  text,
  caret,
  pointed: null,
});

export const withCaret = (entry: Entry, caret: number): Entry =>
  entry.caret === caret ? entry : { ...entry, caret, pointed: null };

/** Types a text at the caret. */
export const withInserted = (entry: Entry, inserted: string): Entry =>
  withText(
    entry,
    entry.text.slice(0, entry.caret) + inserted + entry.text.slice(entry.caret),
    entry.caret + inserted.length,
  );

/** Turns the reference at the caret absolute and back. */
export function withTurnedReference(entry: Entry): Entry {
  const turned = turnReference(entry.text, entry.caret);
  return turned === null ? entry : withText(entry, turned.text, turned.caret);
}

export const withOtherMode = (entry: Entry): Entry => ({
  ...entry,
  mode: entry.mode === 'enter' ? 'edit' : 'enter',
});

/** True where an address may stand at the caret, or stands there already. */
export const canPoint = ({ pointed, text, caret }: Entry): boolean =>
  pointed !== null || takesReference(text, caret);

/** Writes the address of an area, in place of the one that pointing wrote before. */
export function withPointed(entry: Entry, sheet: Sheet, area: Area): Entry {
  const { text, caret, pointed } = entry;
  const start = pointed?.start ?? caret;
  const address = formatAddress(area, sheet === entry.sheet ? {} : { sheet: sheet.name });
  const end = start + address.length;
  return {
    ...entry,
    text: text.slice(0, start) + address + text.slice(pointed?.end ?? caret),
    caret: end,
    pointed: { start, end, area },
  };
}
