import type { Cell } from '../ledger/ledger';

/** A rectangle of the policy sheet that is one native Excel table, stacked below the one before with a title row and a gap. */
export interface PolicyBlock {
  /** Name of the Excel table: TiercelSettings, TiercelBuckets, TiercelFactors, TiercelTiers, TiercelRules. */
  readonly table: string;
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Number format per column, as Excel writes them (`General`, `0%`, `yyyy-mm-dd`). */
  readonly numberFormats: readonly (readonly string[])[];
  /** Defined names for single cells of this block, by row and column within `rows`: `Tiercel_AsOf`, `Tiercel_overLimit_On`, `Tiercel_overLimit_Threshold` … */
  readonly names: readonly { readonly name: string; readonly row: number; readonly column: number }[];
}
