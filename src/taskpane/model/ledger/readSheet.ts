import type { Signal } from '@preact/signals';
import type { SheetBlock } from '../../../excel/contract';
import type { ChosenMatch } from '../../../risk/join/chosenMatches';
import type { Recognition } from '../../../risk/ledger/ledger';

/** A sheet as it was read and understood; its columns may have been corrected since. */
export interface ReadSheet {
  readonly block: SheetBlock;
  readonly recognition: Recognition;
  /** The user said what a column or the sheet is: that outlasts reading it again. */
  readonly isCorrected: boolean;
}

/** A customer list, with what the user decided about who is who on it and in a ledger. */
export interface ReadList extends ReadSheet {
  readonly chosen: readonly ChosenMatch[];
}

/** The sheets that the answer is about; null where none was read. */
export interface ShownSheets {
  readonly current: Signal<ReadSheet | null>;
  /** The customer list that is joined with it. */
  readonly list: Signal<ReadList | null>;
}

/** Tell whether a sheet can be tiered as it is mapped. */
export const canBeTiered = ({ recognition }: Pick<ReadSheet, 'recognition'>): boolean =>
  recognition.kind !== 'unknown' && recognition.missing.length === 0;

/** Tell whether a customer list can be joined: what it says of a customer needs a customer. */
export const canBeJoined = ({ recognition }: ReadSheet): boolean =>
  recognition.columns.some(({ field }) => field === 'customer');
