/** What the parts of the emulated Excel say to each other. Rows and columns are zero-based everywhere. */

import type { CellStyle } from './cellStyle';
import type { CellValue, ErrorValue } from './cellValue';
import type { Chart, ChartPlace, ChartType } from './chart/chart';
import type { AnswerWithCards, EntityCard } from './entityCard';
import type { Outline } from './outline';
import type { PageLayout } from './pageLayout';

export type { BorderEdge, CellStyle } from './cellStyle';
export type { CellValue, ErrorCode, ErrorValue } from './cellValue';

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** A rule whose formula (with its `=`) is written for the top-left cell of the first area and moves relatively with the cell. */
export interface ConditionalFormat {
  readonly id: string;
  areas: Area[];
  /** 0 is evaluated first. */
  priority: number;
  stopIfTrue: boolean;
  formula: string;
  format: { fill?: string; fontColor?: string; bold?: boolean; italic?: boolean; strikethrough?: boolean };
}

/** What may be entered into cells. Formulas are written for the top-left cell of the first area and move relatively. */
export interface DataValidation {
  readonly id: string;
  areas: Area[];
  type: 'List' | 'WholeNumber' | 'Decimal' | 'Date' | 'Time' | 'TextLength' | 'Custom';
  operator:
    | 'Between'
    | 'NotBetween'
    | 'EqualTo'
    | 'NotEqualTo'
    | 'GreaterThan'
    | 'LessThan'
    | 'GreaterThanOrEqualTo'
    | 'LessThanOrEqualTo';
  /** A formula (`=…`) or a constant; for a list also its entries with commas between; a second one only where there is one. */
  formula1: string;
  formula2: string;
  inCellDropDown: boolean;
  ignoreBlanks: boolean;
  errorAlert: {
    readonly showAlert: boolean;
    readonly style: 'Stop' | 'Warning' | 'Information';
    readonly title: string;
    readonly message: string;
  };
  prompt: { readonly showPrompt: boolean; readonly title: string; readonly message: string };
}

export interface Hyperlink {
  area: Area;
  /** An outside address (`mailto:`, `https:`), or `''`. */
  readonly address: string;
  /** A place in the workbook such as `Sheet2!A1`, or `''`. */
  documentReference: string;
  readonly screenTip: string;
}

/** A column to sort by, counted from the area's first. */
export interface SortField {
  readonly column: number;
  readonly isAscending: boolean;
  readonly readsTextAsNumber?: boolean;
}

export interface SortOptions {
  readonly matchCase: boolean;
  readonly locale: string;
}

export interface Table {
  readonly id: string;
  name: string;
  /** Header row included. */
  area: Area;
  style: string;
  showFilterButton: boolean;
  showBandedRows: boolean;
  /** Rows of totals at its end: opened files have them, 0 or 1. */
  totalsRowCount: number;
  /** Texts that are filtered out, by column counted from the table's first. Their rows are hidden. */
  readonly filters: Map<number, ReadonlySet<string>>;
}

export interface DefinedName {
  readonly name: string;
  /** `=Sheet1!$A$1:$B$2` or a constant formula. */
  formula: string;
  /** The sheet's id for a sheet-scoped name, null for the workbook. */
  readonly scope: string | null;
  visible: boolean;
  comment: string;
}

/** What a protected sheet may allow all the same, by the names that Office.js has for it. */
export const permissions = [
  'allowAutoFilter',
  'allowDeleteColumns',
  'allowDeleteRows',
  'allowEditObjects',
  'allowEditScenarios',
  'allowFormatCells',
  'allowFormatColumns',
  'allowFormatRows',
  'allowInsertColumns',
  'allowInsertHyperlinks',
  'allowInsertRows',
  'allowPivotTables',
  'allowSort',
] as const;

export type Permission = (typeof permissions)[number];

export interface Sheet {
  /** `{GUID}`, stable for the life of the book. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'worksheet' | 'chart';
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  isProtected: boolean;
  /** What is allowed while it is protected, beside changing cells that are not locked. */
  permissions: ReadonlySet<Permission>;
  tabColor: string;
  frozenRows: number;
  frozenColumns: number;
  showGridlines: boolean;
  /** How large it is shown: 1 as it is, 0.1 to 4. A matter of the view, no step to undo. */
  zoom: number;
  readonly merges: Area[];
  readonly tables: Table[];
  readonly conditionalFormats: ConditionalFormat[];
  readonly charts: Chart[];
  readonly dataValidations: DataValidation[];
  readonly hyperlinks: Hyperlink[];
  readonly pageLayout: PageLayout;
  /** Groups of its rows and columns. Call `touch` after changing them. */
  readonly rowOutline: Outline;
  readonly columnOutline: Outline;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  /** Width in pixels by column; 64 where absent. Height in pixels by row; 20 where absent. */
  readonly columnWidths: Map<number, number>;
  readonly rowHeights: Map<number, number>;
  /** The calculated value, spilled values included. */
  value(row: number, column: number): CellValue;
  /** `=…` as typed, also with `TIERCEL.`; null for a constant, an empty or a spilled cell. */
  formula(row: number, column: number): string | null;
  style(row: number, column: number): CellStyle;
  /** The displayed text by number format and the book's locale. */
  text(row: number, column: number): string;
  /** The spill that the cell anchors or lies in, or null. */
  spill(
    row: number,
    column: number,
  ): { readonly anchor: { row: number; column: number }; readonly area: Area } | null;
  /** The cells of the array formula, entered with Ctrl+Shift+Enter, that the cell belongs to, or null. */
  arrayFormula(row: number, column: number): Area | null;
  /** The card of the thing that a custom function gave for the cell, or null. */
  card(row: number, column: number): EntityCard | null;
  /** The smallest area with content (and formats, unless `valuesOnly`), or null when there is none. */
  usedArea(valuesOnly: boolean): Area | null;
}

/** What a user types or an add-in writes: a text beginning with `=` is a formula; null leaves the cell as it is; `""` clears it. */
export type CellInput = number | string | boolean | null | ErrorValue;

/** Who changed cells: who sits here, the add-in, or somebody else who has the workbook open too. */
export type ChangeSource = 'user' | 'addin' | 'remote';

/** What happened to cells, by the names Office.js has for it. */
export type CellsChange =
  | 'RangeEdited'
  | 'RowInserted'
  | 'RowDeleted'
  | 'ColumnInserted'
  | 'ColumnDeleted'
  | 'CellInserted'
  | 'CellDeleted';

/** Which way cells went to make room, or to close a gap. */
export type CellShift = 'Up' | 'Down' | 'Left' | 'Right';

export type BookEvent =
  | {
      readonly kind: 'cellsChanged';
      readonly sheet: Sheet;
      /** Of lines and cells that came or went: where they are, or were. */
      readonly area: Area;
      readonly source: ChangeSource;
      readonly change: CellsChange;
      readonly shift?: CellShift;
      /** Of a single cell that was edited. */
      readonly values?: { readonly before: CellValue; readonly after: CellValue };
    }
  | {
      readonly kind: 'sorted';
      readonly sheet: Sheet;
      readonly area: Area;
      readonly source: ChangeSource;
      readonly axis: 'row' | 'column';
    }
  | { readonly kind: 'calculated'; readonly sheets: readonly Sheet[] }
  | {
      readonly kind: 'sheetAdded' | 'sheetDeleted' | 'sheetActivated' | 'sheetChanged';
      readonly sheet: Sheet;
    }
  | { readonly kind: 'selectionChanged'; readonly sheet: Sheet; readonly areas: readonly Area[] }
  /** Formats, conditional formats, tables, names, sizes: anything a grid has to repaint that is not a value. */
  | { readonly kind: 'appearanceChanged'; readonly sheet: Sheet }
  | { readonly kind: 'editing'; readonly isEditing: boolean };

/** Calls the add-in's custom functions; answers later. Argument: a scalar, or rows of scalars for a range or array. */
export interface CustomFunctionProvider {
  /** Upper-case full name such as `TIERCEL.DSO`; unknown names are `#NAME?`. */
  has(name: string): boolean;
  invoke(
    name: string,
    args: readonly CustomFunctionArgument[],
    address: string,
    waiting?: WaitingForAnswer,
  ): Promise<CustomFunctionAnswer>;
}

/** Who waits for the answer of a custom function. */
export interface WaitingForAnswer {
  /** Set by who is asked: called when nobody waits any more, as the cell was edited or asks for something else. */
  onAbandoned?: () => void;
}

export type CustomFunctionAnswer = CellValue | CellValue[][] | AnswerWithCards;

/** `undefined` is an omitted argument. */
export type CustomFunctionArgument = CellValue | readonly (readonly CellValue[])[] | undefined;

export interface Book {
  readonly sheets: readonly Sheet[];
  readonly activeSheet: Sheet;
  readonly selection: readonly Area[];
  readonly names: readonly DefinedName[];
  /** `en-US` or `zh-CN`: decides displayed texts and how typed dates are read. */
  locale: string;
  date1904: boolean;
  /** No sheet may be added, deleted, renamed, hidden or shown: Review › Protect Workbook. */
  isStructureProtected: boolean;
  /** Refuse a change to the sheets as such where the structure is protected. */
  assertStructure(): void;
  /** Refuse what a protected sheet does not allow: for changes that are made on a sheet directly. */
  assertPermitted(sheet: Sheet, permission: Permission): void;
  /** True while the user is typing in a cell: requests of the add-in are refused meanwhile. */
  isEditing: boolean;
  functions: CustomFunctionProvider | null;

  sheetByName(name: string): Sheet | null;
  sheetById(id: string): Sheet | null;
  addSheet(name?: string, kind?: Sheet['kind']): Sheet;
  renameSheet(sheet: Sheet, name: string): void;
  deleteSheet(sheet: Sheet): void;
  activate(sheet: Sheet): void;
  select(sheet: Sheet, areas: readonly Area[]): void;

  /** Write rows of inputs at the area's top-left, then calculate. Throws `BookError` (protected sheet, part of a spill, out of bounds). */
  setCells(sheet: Sheet, area: Area, rows: readonly (readonly CellInput[])[], source: ChangeSource): void;
  /** Enter an array formula over cells as Ctrl+Shift+Enter does: they change only together from then on. */
  setArrayFormula(sheet: Sheet, area: Area, formula: string): void;
  /** As the user types it: `12%`, `2024-03-05`, `1,234.5`, `=A1`, `'text` become value, formula and number format as Excel would. */
  enter(sheet: Sheet, row: number, column: number, text: string): void;
  clear(sheet: Sheet, area: Area, what: 'contents' | 'formats' | 'all', source: ChangeSource): void;
  setStyle(sheet: Sheet, area: Area, patch: CellStyle): void;
  /** Give cells a style in place of their own, as pasting does; `{}` takes theirs away. */
  replaceStyle(sheet: Sheet, area: Area, style: CellStyle): void;
  /**
   * Let the conditional formats and entry rules of cells lie on their copies too, in place of those that were there.
   * @param placeOf the cell of `from` that a cell of the area is a copy of
   */
  copyRules(
    from: Sheet,
    placeOf: (row: number, column: number) => { readonly row: number; readonly column: number },
    to: Sheet,
    area: Area,
  ): void;
  /** Put the rows of an area in order; a header is not part of it. Hidden rows keep their places. */
  sortRows(
    sheet: Sheet,
    area: Area,
    fields: readonly SortField[],
    source: ChangeSource,
    options?: Partial<SortOptions>,
  ): void;
  /** Insert or delete whole rows or columns; formulas, names, tables, conditional formats and spills follow. */
  insertRows(sheet: Sheet, row: number, count: number, source?: ChangeSource): void;
  deleteRows(sheet: Sheet, row: number, count: number, source?: ChangeSource): void;
  insertColumns(sheet: Sheet, column: number, count: number, source?: ChangeSource): void;
  deleteColumns(sheet: Sheet, column: number, count: number, source?: ChangeSource): void;

  /** Make room for cells, or take them out; those beyond move, and what refers to them follows. */
  insertCells(sheet: Sheet, area: Area, shift: 'Down' | 'Right', source: ChangeSource): void;
  deleteCells(sheet: Sheet, area: Area, shift: 'Up' | 'Left', source: ChangeSource): void;

  /** @param totalsRowCount how many rows at the end of the area add up those above */
  addTable(sheet: Sheet, area: Area, name?: string, totalsRowCount?: number): Table;
  /** Removes the table object; its cells stay. */
  removeTable(sheet: Sheet, table: Table): void;
  resizeTable(sheet: Sheet, table: Table, area: Area): void;
  /** One more row at the end, as Tab in the last cell gives; what stands below moves down. */
  addTableRow(sheet: Sheet, table: Table): void;
  addName(name: string, formula: string, scope?: Sheet | null): DefinedName;
  removeName(name: DefinedName): void;
  addConditionalFormat(sheet: Sheet, format: Omit<ConditionalFormat, 'id' | 'priority'>): ConditionalFormat;
  removeConditionalFormat(sheet: Sheet, format: ConditionalFormat): void;
  /** Let a rule decide what may be entered into cells, or (null) let everything in. */
  setDataValidation(
    sheet: Sheet,
    areas: readonly Area[],
    rule: Omit<DataValidation, 'id' | 'areas'> | null,
  ): void;
  /** What a cell's list offers; empty where it has none. */
  listEntries(sheet: Sheet, row: number, column: number): readonly string[];
  /** Whether a cell's content is one that its rule lets in; true where it has none. */
  isValid(sheet: Sheet, row: number, column: number): boolean;
  /** Put a link on cells in place of those they have, or (null) take them away. */
  setHyperlink(sheet: Sheet, area: Area, link: Omit<Hyperlink, 'area'> | null): void;
  /** A chart without a series at a place of the sheet. */
  addChart(sheet: Sheet, type: ChartType, place: ChartPlace, name?: string): Chart;
  removeChart(sheet: Sheet, chart: Chart): void;
  /** What conditional formats make of a cell: the winning properties, `{}` when none applies. */
  conditionalStyle(sheet: Sheet, row: number, column: number): ConditionalFormat['format'];

  /** Evaluate a formula as if in the cell; for names and `workbook.functions`. */
  evaluate(formula: string, sheet: Sheet, row: number, column: number): CellValue | CellValue[][];
  /** While suspended, writes do not calculate; resuming calculates once. */
  suspendCalculation(): void;
  resumeCalculation(): void;
  /** Recalculate everything (`full`), or only what is dirty. */
  calculate(full: boolean): void;
  /** True while formulas wait for custom functions. */
  readonly isCalculating: boolean;
  /** Resolves when nothing is calculating and no custom function call is open. */
  idle(): Promise<void>;

  /**
   * Take back, and do again, what was changed last, whether the user did it or the add-in (Microsoft Learn, "Undo support
   * with the Excel JavaScript API"). What others did who have the workbook open too stays.
   */
  undo(): void;
  redo(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /**
   * Make everything that is done in `work` one step to undo: cutting and pasting, a request of the add-in, and what is
   * changed on a sheet, table or format directly before `touch`.
   */
  asOneStep(work: () => void): void;
  /** Forget what could be undone: after what Excel cannot take back. */
  forgetSteps(): void;
  /** Do something that cannot be undone, such as opening a file. */
  withoutSteps(work: () => void): void;
  /**
   * Move cells to the top-left of another place, as cutting and pasting does: formulas, names and conditional formats that
   * refer to them follow, their own formulas keep what they refer to. One step to undo.
   */
  moveCells(
    from: Sheet,
    area: Area,
    to: Sheet,
    target: { readonly row: number; readonly column: number },
  ): void;

  on(listener: (event: BookEvent) => void): () => void;
  /** Call after changing a mutable field of a sheet, table or format directly (hidden rows, widths, priority …). */
  touch(sheet: Sheet): void;
}
