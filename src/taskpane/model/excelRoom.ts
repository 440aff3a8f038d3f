import type { WrittenColumns } from '../../excel/columns/writeColumns';
import type {
  Additions,
  ClearResult,
  ExcelOutcome,
  HighlightResult,
  Progress,
  SheetBlock,
  TypedOver,
} from '../../excel/contract';
import type { HighlightedJoin } from '../../excel/highlight/joinedColumns';
import type { ActiveCell } from '../../excel/reading/activeCell';
import type { SheetGlimpse } from '../../excel/reading/otherSheets';
import type { SheetOwner } from '../../excel/reading/sheetOwner';
import type { EditListener } from '../../excel/reading/watch';
import type { ClearOptions } from '../../excel/share/additions';
import type { SampleSheet } from '../../excel/sheets/sampleSheets';
import type { Language } from '../../i18n/language';
import type { ChosenMatch } from '../../risk/join/chosenMatches';
import type { Recognition } from '../../risk/ledger/ledger';
import type { SheetMemory } from '../../risk/ledger/recognition/columnMemory';
import type { Policy } from '../../risk/policy/policy';
import type { Assessment } from '../../risk/scoring/assessment';

/** All that the pane asks of the workbook. The pane gets the real one, tests and previews one of their own. */
export interface ExcelRoom {
  readActiveSheet(onProgress: Progress, signal: AbortSignal): Promise<ExcelOutcome<SheetBlock>>;
  /** Read a sheet by name or id, wherever the user is. */
  readSheet(nameOrId: string, onProgress: Progress, signal: AbortSignal): Promise<ExcelOutcome<SheetBlock>>;
  /** The first rows of all sheets but one and those of ours. */
  glimpseOtherSheets(sheetId: string): Promise<ExcelOutcome<readonly SheetGlimpse[]>>;
  readColumnMemory(): Promise<ExcelOutcome<readonly SheetMemory[]>>;
  rememberColumns(
    sheetName: string,
    change: (before: SheetMemory) => SheetMemory,
    language: Language,
  ): Promise<ExcelOutcome<{ readonly isNew: boolean }>>;
  /** What the user decided about who is who on two sheets. */
  readMatches(): Promise<ExcelOutcome<readonly ChosenMatch[]>>;
  /** What the sheets of the workbook are called, by id. */
  readSheetNames(): Promise<ExcelOutcome<ReadonlyMap<string, string>>>;
  showSheet(sheetId: string): Promise<ExcelOutcome<void>>;
  ownerOfSheet(sheetId: string): Promise<ExcelOutcome<SheetOwner>>;
  isWorkbookEmpty(): Promise<ExcelOutcome<boolean>>;
  insertSample(sheets: readonly SampleSheet[], language: Language): Promise<ExcelOutcome<void>>;
  readActiveCell(): Promise<ExcelOutcome<ActiveCell>>;
  selectRows(block: SheetBlock, rows: ArrayLike<number>): Promise<ExcelOutcome<void>>;
  selectCell(block: SheetBlock, row: number, column: number): Promise<ExcelOutcome<void>>;
  selectCells(cells: TypedOver): Promise<ExcelOutcome<void>>;
  readPolicySheet(): Promise<ExcelOutcome<Policy | null>>;
  ensurePolicySheet(policy: Policy, language: Language): Promise<ExcelOutcome<void>>;
  writeAsOf(serial: number): Promise<ExcelOutcome<void>>;
  showPolicySheet(): Promise<ExcelOutcome<void>>;
  writePolicyValues(): Promise<ExcelOutcome<number>>;
  highlightSheet(
    block: SheetBlock,
    recognition: Recognition,
    assessment: Assessment,
    join: HighlightedJoin | null,
  ): Promise<ExcelOutcome<HighlightResult>>;
  clearHighlights(sheetId: string | null): Promise<ExcelOutcome<unknown>>;
  isHighlighted(sheetId: string): Promise<ExcelOutcome<boolean>>;
  writeColumns(
    block: SheetBlock,
    recognition: Recognition,
    assessment: Assessment,
    headers: { readonly score: string; readonly tier: string; readonly breaches: string },
    language: Language,
  ): Promise<ExcelOutcome<WrittenColumns>>;
  removeColumns(sheetId: string, sheetName: string): Promise<ExcelOutcome<TypedOver>>;
  hasColumns(sheetId: string): Promise<ExcelOutcome<boolean>>;
  findAdditions(): Promise<ExcelOutcome<Additions>>;
  clearAdditions(options: ClearOptions): Promise<ExcelOutcome<ClearResult>>;
  onSheetChanged(listener: EditListener): Promise<() => void>;
  onSheetActivated(listener: (sheetId: string) => void): Promise<() => void>;
}
