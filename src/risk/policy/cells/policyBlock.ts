import type { Cell } from '../../ledger/ledger';
import type { EntryRule } from '../draft/policyEntries';

/** A rectangle of the policy sheet that is one native Excel table, stacked below the one before with a title row and a gap. */
export interface PolicyBlock {
  /** Name of the Excel table: TiercelSettings, TiercelRates, TiercelBuckets … */
  readonly table: string;
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Number format per column, as Excel writes them (`General`, `0%`, `yyyy-mm-dd`). */
  readonly numberFormats: readonly (readonly string[])[];
  /** What may be entered into cells, by row and column within `rows`; a rule reaches over `rowCount` rows. */
  readonly entries: readonly PolicyEntry[];
  /** Defined names for single cells of this block, by row and column within `rows`: `Tiercel_AsOf`, `Tiercel_overLimit_On`, `Tiercel_overLimit_Threshold` … */
  readonly names: readonly { readonly name: string; readonly row: number; readonly column: number }[];
}

export interface PolicyEntry {
  readonly row: number;
  readonly rowCount: number;
  readonly column: number;
  readonly rule: EntryRule;
}
