import { BookSheet } from './bookSheet';
import { assertPermitted, assertStructure, BookState } from './bookState';
import { Calculation } from './calculation/calculation';
import type { BookParts } from './changes/bookParts';
import * as cells from './changes/cellChanges';
import { copyRules, type PlaceOf } from './changes/copiedRules';
import * as furnishing from './changes/furnishing';
import * as names from './changes/nameChanges';
import * as sheets from './changes/sheetChanges';
import { Steps } from './changes/steps';
import * as tables from './changes/tableChanges';
import { View } from './changes/view';
import type { Chart, ChartPlace, ChartType } from './chart/chart';
import { conditionalStyle } from './conditionalFormats';
import { admits, listEntries, validationAt } from './dataValidations';
import type {
  Area,
  Book,
  BookEvent,
  CellInput,
  CellStyle,
  CellValue,
  ChangeSource,
  ConditionalFormat,
  CustomFunctionProvider,
  DataValidation,
  DefinedName,
  Hyperlink,
  Permission,
  Sheet,
  SortField,
  SortOptions,
  Table,
} from './types';

/**
 * Make an empty book with one sheet, `Sheet1`.
 *
 * @example
 * const book = createBook();
 * book.enter(book.activeSheet, 0, 0, '=1+1');
 * book.activeSheet.value(0, 0); //=> 2
 */
export function createBook(options: { readonly locale?: string; readonly date1904?: boolean } = {}): Book {
  const state = new BookState();
  state.locale = options.locale ?? 'en-US';
  state.date1904 = options.date1904 ?? false;
  return new WorkBook(state);
}

/** The book as its users see it: what changes it stands in `changes/`, by what is changed. */
class WorkBook implements Book {
  readonly #parts: BookParts;
  #isEditing = false;

  constructor(state: BookState) {
    const calculation = new Calculation(state);
    const first = new BookSheet(state.newId(), 'Sheet1', 'worksheet', state);
    state.sheets.push(first);
    const view = new View(state, first);
    this.#parts = { state, calculation, view, steps: new Steps(state, calculation, view) };
  }

  get sheets(): readonly BookSheet[] {
    return this.#parts.state.sheets;
  }

  get activeSheet(): BookSheet {
    return this.#parts.view.activeSheet;
  }

  get selection(): readonly Area[] {
    return this.#parts.view.selection;
  }

  get names(): readonly DefinedName[] {
    return this.#parts.state.names;
  }

  get locale(): string {
    return this.#parts.state.locale;
  }

  set locale(locale: string) {
    this.#parts.state.locale = locale;
    this.#showAnew();
  }

  get date1904(): boolean {
    return this.#parts.state.date1904;
  }

  set date1904(date1904: boolean) {
    this.#parts.state.date1904 = date1904;
    this.#showAnew();
  }

  #showAnew(): void {
    this.#parts.calculation.run(true);
    this.#parts.state.appearanceChanged(this.activeSheet);
  }

  get isStructureProtected(): boolean {
    return this.#parts.state.isStructureProtected;
  }

  set isStructureProtected(isStructureProtected: boolean) {
    this.#parts.state.isStructureProtected = isStructureProtected;
    this.forgetSteps();
    this.#parts.state.appearanceChanged(this.activeSheet);
  }

  assertStructure(): void {
    assertStructure(this.#parts.state);
  }

  assertPermitted(sheet: Sheet, permission: Permission): void {
    assertPermitted(this.#own(sheet), permission);
  }

  get isEditing(): boolean {
    return this.#isEditing;
  }

  set isEditing(isEditing: boolean) {
    if (isEditing === this.#isEditing) return;
    this.#isEditing = isEditing;
    this.#parts.state.emit({ kind: 'editing', isEditing });
  }

  get functions(): CustomFunctionProvider | null {
    return this.#parts.calculation.provider;
  }

  set functions(provider: CustomFunctionProvider | null) {
    this.#parts.calculation.provider = provider;
  }

  get isCalculating(): boolean {
    return this.#parts.calculation.isCalculating;
  }

  sheetByName(name: string): BookSheet | null {
    return this.#parts.state.sheetByName(name);
  }

  sheetById(id: string): BookSheet | null {
    return this.sheets.find(sheet => sheet.id === id) ?? null;
  }

  addSheet(name?: string, kind: Sheet['kind'] = 'worksheet'): BookSheet {
    return sheets.addSheet(this.#parts, name, kind);
  }

  renameSheet(sheet: Sheet, name: string): void {
    sheets.renameSheet(this.#parts, this.#own(sheet), name);
  }

  deleteSheet(sheet: Sheet): void {
    sheets.deleteSheet(this.#parts, this.#own(sheet));
  }

  activate(sheet: Sheet): void {
    this.#parts.view.activate(this.#own(sheet));
  }

  select(sheet: Sheet, areas: readonly Area[]): void {
    this.#parts.view.select(this.#own(sheet), areas);
  }

  setCells(sheet: Sheet, area: Area, rows: readonly (readonly CellInput[])[], source: ChangeSource): void {
    cells.setCells(this.#parts, this.#own(sheet), area, rows, source);
  }

  setArrayFormula(sheet: Sheet, area: Area, formula: string): void {
    cells.setArrayFormula(this.#parts, this.#own(sheet), area, formula);
  }

  enter(sheet: Sheet, row: number, column: number, text: string): void {
    cells.enterText(this.#parts, this.#own(sheet), row, column, text);
  }

  clear(sheet: Sheet, area: Area, what: 'contents' | 'formats' | 'all', source: ChangeSource): void {
    cells.clearCells(this.#parts, this.#own(sheet), area, what, source);
  }

  sortRows(
    sheet: Sheet,
    area: Area,
    fields: readonly SortField[],
    source: ChangeSource,
    options: Partial<SortOptions> = {},
  ): void {
    cells.sortRows(this.#parts, this.#own(sheet), area, fields, source, options);
  }

  setStyle(sheet: Sheet, area: Area, patch: CellStyle): void {
    cells.setStyle(this.#parts, this.#own(sheet), area, patch);
  }

  replaceStyle(sheet: Sheet, area: Area, style: CellStyle): void {
    cells.replaceStyle(this.#parts, this.#own(sheet), area, style);
  }

  copyRules(from: Sheet, placeOf: PlaceOf, to: Sheet, area: Area): void {
    copyRules(this.#parts, this.#own(from), placeOf, this.#own(to), area);
  }

  insertRows(sheet: Sheet, row: number, count: number, source: ChangeSource = 'user'): void {
    cells.shiftLines(this.#parts, this.#own(sheet), { axis: 'row', at: row, count }, source);
  }

  deleteRows(sheet: Sheet, row: number, count: number, source: ChangeSource = 'user'): void {
    cells.shiftLines(this.#parts, this.#own(sheet), { axis: 'row', at: row, count: -count }, source);
  }

  insertColumns(sheet: Sheet, column: number, count: number, source: ChangeSource = 'user'): void {
    cells.shiftLines(this.#parts, this.#own(sheet), { axis: 'column', at: column, count }, source);
  }

  deleteColumns(sheet: Sheet, column: number, count: number, source: ChangeSource = 'user'): void {
    cells.shiftLines(this.#parts, this.#own(sheet), { axis: 'column', at: column, count: -count }, source);
  }

  insertCells(sheet: Sheet, area: Area, shift: 'Down' | 'Right', source: ChangeSource): void {
    cells.insertCells(this.#parts, this.#own(sheet), area, shift, source);
  }

  deleteCells(sheet: Sheet, area: Area, shift: 'Up' | 'Left', source: ChangeSource): void {
    cells.deleteCells(this.#parts, this.#own(sheet), area, shift, source);
  }

  moveCells(
    from: Sheet,
    area: Area,
    to: Sheet,
    target: { readonly row: number; readonly column: number },
  ): void {
    cells.moveCells(this.#parts, this.#own(from), area, this.#own(to), target);
  }

  addTable(sheet: Sheet, area: Area, name?: string, totalsRowCount = 0): Table {
    return tables.addTable(this.#parts, this.#own(sheet), area, name, totalsRowCount);
  }

  removeTable(sheet: Sheet, table: Table): void {
    tables.removeTable(this.#parts, this.#own(sheet), table);
  }

  resizeTable(sheet: Sheet, table: Table, area: Area): void {
    tables.resizeTable(this.#parts, this.#own(sheet), table, area);
  }

  addTableRow(sheet: Sheet, table: Table): void {
    tables.addTableRow(this.#parts, this.#own(sheet), table);
  }

  addName(name: string, formula: string, scope: Sheet | null = null): DefinedName {
    return names.addName(this.#parts, name, formula, scope && this.#own(scope));
  }

  removeName(name: DefinedName): void {
    names.removeName(this.#parts, name);
  }

  addConditionalFormat(sheet: Sheet, format: Omit<ConditionalFormat, 'id' | 'priority'>): ConditionalFormat {
    return furnishing.addConditionalFormat(this.#parts, this.#own(sheet), format);
  }

  removeConditionalFormat(sheet: Sheet, format: ConditionalFormat): void {
    furnishing.removeConditionalFormat(this.#parts, this.#own(sheet), format);
  }

  conditionalStyle(sheet: Sheet, row: number, column: number): ConditionalFormat['format'] {
    return conditionalStyle(this.#parts.calculation, this.#own(sheet), row, column);
  }

  setDataValidation(
    sheet: Sheet,
    areas: readonly Area[],
    rule: Omit<DataValidation, 'id' | 'areas'> | null,
  ): void {
    furnishing.setDataValidation(this.#parts, this.#own(sheet), areas, rule);
  }

  listEntries(sheet: Sheet, row: number, column: number): readonly string[] {
    const own = this.#own(sheet);
    const validation = validationAt(own, row, column);
    return validation ? listEntries(this.#parts.calculation, own, validation, row, column) : [];
  }

  isValid(sheet: Sheet, row: number, column: number): boolean {
    const own = this.#own(sheet);
    const validation = validationAt(own, row, column);
    const value = own.value(row, column);
    return !validation || admits(this.#parts.calculation, own, validation, { row, column }, value);
  }

  setHyperlink(sheet: Sheet, area: Area, link: Omit<Hyperlink, 'area'> | null): void {
    furnishing.setHyperlink(this.#parts, this.#own(sheet), area, link);
  }

  addChart(sheet: Sheet, type: ChartType, place: ChartPlace, name?: string): Chart {
    return furnishing.addChart(this.#parts, this.#own(sheet), type, place, name);
  }

  removeChart(sheet: Sheet, chart: Chart): void {
    furnishing.removeChart(this.#parts, this.#own(sheet), chart);
  }

  evaluate(formula: string, sheet: Sheet, row: number, column: number): CellValue | CellValue[][] {
    return this.#parts.calculation.evaluate(formula, this.#own(sheet), row, column);
  }

  suspendCalculation(): void {
    this.#parts.calculation.suspend();
  }

  resumeCalculation(): void {
    this.#parts.calculation.resume();
  }

  calculate(full: boolean): void {
    if (full) this.#parts.calculation.recalculateAll();
    else this.#parts.calculation.run();
  }

  idle(): Promise<void> {
    return this.#parts.calculation.idle();
  }

  asOneStep(work: () => void): void {
    this.#parts.steps.asOneStep(work);
  }

  get canUndo(): boolean {
    return this.#parts.steps.canUndo;
  }

  get canRedo(): boolean {
    return this.#parts.steps.canRedo;
  }

  undo(): void {
    this.#parts.steps.undo();
  }

  redo(): void {
    this.#parts.steps.redo();
  }

  forgetSteps(): void {
    this.#parts.steps.forget();
  }

  withoutSteps(work: () => void): void {
    this.#parts.steps.withoutSteps(work);
  }

  on(listener: (event: BookEvent) => void): () => void {
    return this.#parts.state.on(listener);
  }

  touch(sheet: Sheet): void {
    this.#parts.state.appearanceChanged(this.#own(sheet));
  }

  #own(sheet: Sheet): BookSheet {
    return this.#parts.state.ownSheet(sheet);
  }
}
