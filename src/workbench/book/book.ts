import { intersection, intersects, isOnSheet, parseArea } from './address';
import { BookSheet } from './bookSheet';
import { assertAllowed, assertPermitted, assertWritable, BookState } from './bookState';
import {
  columnFilledByWriting,
  columnToFill,
  fillColumn,
  fillNewRows,
  formatNewRows,
} from './calculatedColumns';
import { Calculation } from './calculation/calculation';
import {
  type AreaSnapshot,
  assertReadable,
  emptyArea,
  restoreSnapshot,
  restoreStyles,
  takeSnapshot,
  takeStyles,
  valueOfTyped,
  weightOfSnapshot,
  writeInput,
  writeTyped,
  writtenArea,
} from './cellWriting';
import { type Chart, type ChartPlace, type ChartType, newChart } from './chart/chart';
import { addRule, conditionalStyle, growRules, removeRule, withdrawRules } from './conditionalFormats';
import { admits, assertAdmitted, listEntries, validationAt, withdrawValidations } from './dataValidations';
import { assertFreeScopedName, BookName } from './definedNames';
import type { LineMove } from './formula/rewrite';
import {
  type Furniture,
  isSameFurniture,
  isSameToFormulas,
  recordFurniture,
  restoreFurniture,
} from './furniture';
import { History } from './history';
import { withdrawLinks } from './hyperlinks';
import { followMove, takeCells } from './movedCells';
import { BookError } from './refusals';
import { sortedCells } from './sorting';
import { growInFormulas, moveLines, type Renaming, renameInFormulas } from './structure';
import { applyStyle, removeStyle } from './stylePalette';
import {
  assertFree,
  assertFreeName,
  bodyOf,
  createTable,
  type Growth,
  growTables,
  headersIn,
  headerTexts,
  type TableHeaders,
} from './tables';
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

class WorkBook implements Book {
  readonly #state: BookState;
  readonly #calculation: Calculation;
  readonly #history = new History();
  #activeSheet: BookSheet;
  readonly #selections = new Map<Sheet, readonly Area[]>();
  /** The furniture before the step that is being done; null between steps. */
  #before: { readonly furniture: Furniture; readonly appearance: number } | null = null;
  #isEditing = false;

  constructor(state: BookState) {
    this.#state = state;
    this.#calculation = new Calculation(state);
    this.#activeSheet = new BookSheet(state.newId(), 'Sheet1', 'worksheet', state);
    state.sheets.push(this.#activeSheet);
  }

  get sheets(): readonly BookSheet[] {
    return this.#state.sheets;
  }

  get activeSheet(): BookSheet {
    return this.#activeSheet;
  }

  get selection(): readonly Area[] {
    return this.#selections.get(this.#activeSheet) ?? [firstCell];
  }

  get names(): readonly DefinedName[] {
    return this.#state.names;
  }

  get locale(): string {
    return this.#state.locale;
  }

  set locale(locale: string) {
    this.#state.locale = locale;
    this.#calculation.run(true);
    this.#state.appearanceChanged(this.#activeSheet);
  }

  get date1904(): boolean {
    return this.#state.date1904;
  }

  set date1904(date1904: boolean) {
    this.#state.date1904 = date1904;
    this.#calculation.run(true);
    this.#state.appearanceChanged(this.#activeSheet);
  }

  get isStructureProtected(): boolean {
    return this.#state.isStructureProtected;
  }

  set isStructureProtected(isStructureProtected: boolean) {
    this.#state.isStructureProtected = isStructureProtected;
    this.forgetSteps();
    this.#state.appearanceChanged(this.#activeSheet);
  }

  assertStructure(): void {
    if (!this.isStructureProtected) return;
    throw new BookError('protectedStructure');
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
    this.#state.emit({ kind: 'editing', isEditing });
  }

  get functions(): CustomFunctionProvider | null {
    return this.#calculation.provider;
  }

  set functions(provider: CustomFunctionProvider | null) {
    this.#calculation.provider = provider;
  }

  get isCalculating(): boolean {
    return this.#calculation.isCalculating;
  }

  sheetByName(name: string): BookSheet | null {
    return this.#state.sheetByName(name);
  }

  sheetById(id: string): BookSheet | null {
    return this.sheets.find(sheet => sheet.id === id) ?? null;
  }

  addSheet(name?: string, kind: Sheet['kind'] = 'worksheet'): BookSheet {
    this.assertStructure();
    const chosen = name ?? this.#freeSheetName(kind === 'chart' ? 'Chart' : 'Sheet');
    this.#assertSheetName(chosen, null);
    const sheet = new BookSheet(this.#state.newId(), chosen, kind, this.#state);
    this.asOneStep(() => {
      this.#state.sheets.push(sheet);
      this.#calculation.structureChanged();
      this.#calculation.run();
      this.#state.emit({ kind: 'sheetAdded', sheet });
    });
    return sheet;
  }

  renameSheet(sheet: Sheet, name: string): void {
    const own = this.#own(sheet);
    if (own.name === name) return;
    this.assertStructure();
    this.#assertSheetName(name, own);
    const before = own.name;
    this.asOneStep(() => {
      own.name = name;
      this.#rename({ kind: 'sheet', from: before, to: name });
      this.#calculation.structureChanged();
      this.#calculation.run();
      this.#state.emit({ kind: 'sheetChanged', sheet: own });
    });
  }

  deleteSheet(sheet: Sheet): void {
    const own = this.#own(sheet);
    this.assertStructure();
    const others = this.sheets.filter(each => each !== own);
    if (!others.some(each => each.visibility === 'Visible')) {
      throw new BookError('lastVisibleSheet');
    }
    const index = this.sheets.indexOf(own);
    this.#state.sheets.splice(index, 1);
    own.isDeleted = true;
    renameInFormulas(this.#state, this.#calculation, { kind: 'sheet', from: own.name, to: null });
    for (const name of this.names.filter(each => each.scope === own.id)) this.#dropName(name);
    this.forgetSteps();
    this.#calculation.structureChanged();
    this.#calculation.run();
    this.#state.emit({ kind: 'sheetDeleted', sheet: own });
    if (own === this.#activeSheet) {
      const next = [...this.sheets.slice(index), ...this.sheets.slice(0, index).reverse()];
      this.activate(next.find(each => each.visibility === 'Visible')!);
    }
  }

  activate(sheet: Sheet): void {
    const own = this.#own(sheet);
    if (own === this.#activeSheet) return;
    if (own.visibility !== 'Visible') {
      throw new BookError('hiddenSheet');
    }
    this.#activeSheet = own;
    this.#state.emit({ kind: 'sheetActivated', sheet: own });
    this.#state.emit({ kind: 'selectionChanged', sheet: own, areas: this.selection });
  }

  select(sheet: Sheet, areas: readonly Area[]): void {
    const own = this.#own(sheet);
    if (areas.length === 0 || !areas.every(isOnSheet)) {
      throw new BookError('selectionOutside');
    }
    this.#selections.set(
      own,
      areas.map(area => ({ ...area })),
    );
    if (own !== this.#activeSheet) this.activate(own);
    else this.#state.emit({ kind: 'selectionChanged', sheet: own, areas: this.selection });
  }

  setCells(sheet: Sheet, area: Area, rows: readonly (readonly CellInput[])[], source: ChangeSource): void {
    const own = this.#own(sheet);
    const written = writtenArea(area, rows);
    if (written.rowCount === 0 || written.columnCount === 0) return;
    assertWritable(own, written);
    this.#change(own, written, source, () => {
      rows.forEach((row, rowOffset) => {
        row.forEach((input, columnOffset) => {
          writeInput(this.#calculation, own, area.row + rowOffset, area.column + columnOffset, input);
        });
      });
    });
  }

  enter(sheet: Sheet, row: number, column: number, text: string): void {
    const own = this.#own(sheet);
    const area = { row, column, rowCount: 1, columnCount: 1 };
    const formulaBefore = own.formula(row, column);
    assertWritable(own, area);
    assertReadable(own, row, column, text);
    assertAdmitted(this.#calculation, own, { row, column }, () =>
      valueOfTyped(this.#calculation, own, { row, column }, text, this.#state),
    );
    this.#change(own, area, 'user', () => {
      writeTyped(this.#calculation, this.#state.palette, own, { row, column }, text, this.#state);
    });
    this.#fillColumnOf(own, row, column, formulaBefore);
  }

  clear(sheet: Sheet, area: Area, what: 'contents' | 'formats' | 'all', source: ChangeSource): void {
    const own = this.#own(sheet);
    if (what === 'formats') {
      assertAllowed(own, area, 'allowFormatCells');
      this.#restyle(own, area, () => this.#removeFormats(own, area));
      return;
    }
    assertWritable(own, area);
    this.asOneStep(() => {
      this.#change(own, area, source, () => {
        emptyArea(this.#calculation, own, area);
        if (what !== 'all') return;
        this.#removeFormats(own, area);
        withdrawValidations(own, area);
        withdrawLinks(own, area);
      });
      if (what === 'all') this.#state.appearanceChanged(own);
    });
  }

  sortRows(
    sheet: Sheet,
    area: Area,
    fields: readonly SortField[],
    source: ChangeSource,
    options: Partial<SortOptions> = {},
  ): void {
    const own = this.#own(sheet);
    assertAllowed(own, area, 'allowSort');
    assertWritable(own, area);
    const sorted = sortedCells(own, area, fields, { matchCase: false, locale: this.locale, ...options });
    if (sorted) {
      this.#change(own, area, source, () => {
        sorted.rows.forEach((row, down) => {
          row.forEach((input, across) => {
            const at = { row: area.row + down, column: area.column + across };
            // A cell of texts would take the formula that comes to it for one.
            own.grid.putStyle(at.row, at.column, 0);
            writeInput(this.#calculation, own, at.row, at.column, input);
            own.grid.putStyle(at.row, at.column, sorted.styles[down][across]);
          });
        });
      });
    }
    this.#state.emit({ kind: 'sorted', sheet: own, area, source, axis: 'row' });
  }

  setStyle(sheet: Sheet, area: Area, patch: CellStyle): void {
    const own = this.#own(sheet);
    assertAllowed(own, area, 'allowFormatCells');
    this.#restyle(own, area, () => applyStyle(own, this.#state.palette, area, patch));
  }

  replaceStyle(sheet: Sheet, area: Area, style: CellStyle): void {
    const own = this.#own(sheet);
    assertAllowed(own, area, 'allowFormatCells');
    this.#restyle(own, area, () => {
      removeStyle(own, this.#state.palette, area);
      if (Object.keys(style).length > 0) applyStyle(own, this.#state.palette, area, style);
    });
  }

  insertRows(sheet: Sheet, row: number, count: number, source: ChangeSource = 'user'): void {
    this.#move(sheet, { axis: 'row', at: row, count }, source);
  }

  deleteRows(sheet: Sheet, row: number, count: number, source: ChangeSource = 'user'): void {
    this.#move(sheet, { axis: 'row', at: row, count: -count }, source);
  }

  insertColumns(sheet: Sheet, column: number, count: number, source: ChangeSource = 'user'): void {
    this.#move(sheet, { axis: 'column', at: column, count }, source);
  }

  deleteColumns(sheet: Sheet, column: number, count: number, source: ChangeSource = 'user'): void {
    this.#move(sheet, { axis: 'column', at: column, count: -count }, source);
  }

  insertCells(sheet: Sheet, area: Area, shift: 'Down' | 'Right', source: ChangeSource): void {
    this.#move(sheet, cellMove(area, shift === 'Down' ? 'row' : 'column', 1), source);
  }

  deleteCells(sheet: Sheet, area: Area, shift: 'Up' | 'Left', source: ChangeSource): void {
    this.#move(sheet, cellMove(area, shift === 'Up' ? 'row' : 'column', -1), source);
  }

  addTable(sheet: Sheet, area: Area, name?: string): Table {
    const own = this.#own(sheet);
    return this.#asStep(() => {
      const table = createTable(this.#state, own, area, name, {
        before: (from, to) => this.#renameTable(from, to),
        after: () => this.#tableRenamed(),
      });
      this.#nameColumns(own, table);
      return table;
    });
  }

  removeTable(sheet: Sheet, table: Table): void {
    const own = this.#own(sheet);
    const index = own.tables.findIndex(each => each.id === table.id);
    if (index < 0) throw new BookError('tableMissing', table.name);
    this.asOneStep(() => {
      own.tables.splice(index, 1);
      this.#calculation.nameChanged(table.name);
      this.#calculation.run();
      this.#state.appearanceChanged(own);
    });
  }

  resizeTable(sheet: Sheet, table: Table, area: Area): void {
    const own = this.#own(sheet);
    assertAllowed(own, area);
    assertFree(own, area, table);
    if (!intersects(area, table.area) || area.row !== table.area.row || area.rowCount < 2) {
      throw new BookError('tableRows');
    }
    const bodyBefore = bodyOf(table);
    this.asOneStep(() => {
      table.area = { ...area };
      this.#nameColumns(own, table);
      const added = rowsAdded({ table, bodyBefore });
      if (added) this.#fillNewRows(own, table, added, 'addin');
    });
  }

  addTableRow(sheet: Sheet, table: Table): void {
    const own = this.#own(sheet);
    const { row, rowCount } = bodyOf(table);
    const below = { ...table.area, row: row + rowCount, rowCount: 1 };
    assertAllowed(own, below);
    this.asOneStep(() => {
      if (table.totalsRowCount > 0 || own.grid.hasFilled(below)) this.insertCells(own, below, 'Down', 'user');
      if (bodyOf(table).rowCount > rowCount) return;
      const bodyBefore = bodyOf(table);
      table.area = { ...table.area, rowCount: table.area.rowCount + 1 };
      this.#calculation.nameChanged(table.name);
      this.#followGrowth(own, { table, bodyBefore });
      this.#state.appearanceChanged(own);
    });
  }

  addName(name: string, formula: string, scope: Sheet | null = null): DefinedName {
    assertFreeScopedName(this.#state, name, scope);
    const added = new BookName(name, formula, scope?.id ?? null, changed => {
      this.#calculation.nameChanged(changed);
      this.#calculation.run();
    });
    this.asOneStep(() => {
      this.#state.names.push(added);
      this.#calculation.nameChanged(name);
      this.#calculation.run();
      this.#state.appearanceChanged(scope ? this.#own(scope) : this.#activeSheet);
    });
    return added;
  }

  removeName(name: DefinedName): void {
    if (!this.names.includes(name)) throw new BookError('nameMissing', name.name);
    this.asOneStep(() => {
      this.#dropName(name);
      this.#calculation.nameChanged(name.name);
      this.#calculation.run();
      this.#state.appearanceChanged(this.#activeSheet);
    });
  }

  addConditionalFormat(sheet: Sheet, format: Omit<ConditionalFormat, 'id' | 'priority'>): ConditionalFormat {
    const own = this.#own(sheet);
    if (format.areas.length === 0) throw new BookError('ruleWithoutArea');
    for (const area of format.areas) assertAllowed(own, area, 'allowFormatCells');
    const rule: ConditionalFormat = { ...format, id: this.#state.newId(), priority: 0 };
    this.#furnish(own, () => addRule(own, rule));
    return rule;
  }

  removeConditionalFormat(sheet: Sheet, format: ConditionalFormat): void {
    const own = this.#own(sheet);
    assertPermitted(own, 'allowFormatCells');
    this.#furnish(own, () => {
      if (!removeRule(own, format)) {
        throw new BookError('formatMissing');
      }
    });
  }

  setDataValidation(
    sheet: Sheet,
    areas: readonly Area[],
    rule: Omit<DataValidation, 'id' | 'areas'> | null,
  ): void {
    const own = this.#own(sheet);
    for (const area of areas) assertAllowed(own, area);
    this.#furnish(own, () => {
      for (const area of areas) withdrawValidations(own, area);
      if (rule && areas.length > 0) {
        own.dataValidations.push({ ...rule, id: this.#state.newId(), areas: [...areas] });
      }
    });
  }

  listEntries(sheet: Sheet, row: number, column: number): readonly string[] {
    const own = this.#own(sheet);
    const validation = validationAt(own, row, column);
    return validation ? listEntries(this.#calculation, own, validation, row, column) : [];
  }

  isValid(sheet: Sheet, row: number, column: number): boolean {
    const own = this.#own(sheet);
    const validation = validationAt(own, row, column);
    const value = own.value(row, column);
    return !validation || admits(this.#calculation, own, validation, { row, column }, value);
  }

  setHyperlink(sheet: Sheet, area: Area, link: Omit<Hyperlink, 'area'> | null): void {
    const own = this.#own(sheet);
    assertAllowed(own, area, 'allowInsertHyperlinks');
    this.#furnish(own, () => {
      withdrawLinks(own, area);
      if (link) own.hyperlinks.push({ ...link, area: { ...area } });
    });
  }

  addChart(sheet: Sheet, type: ChartType, place: ChartPlace, name?: string): Chart {
    const own = this.#own(sheet);
    assertPermitted(own, 'allowEditObjects');
    const chart = newChart(this.#state.newId(), name ?? freeChartName(own), type, place);
    this.#furnish(own, () => own.charts.push(chart));
    return chart;
  }

  removeChart(sheet: Sheet, chart: Chart): void {
    const own = this.#own(sheet);
    assertPermitted(own, 'allowEditObjects');
    const index = own.charts.indexOf(chart);
    if (index < 0) throw new BookError('chartMissing', chart.name);
    this.#furnish(own, () => own.charts.splice(index, 1));
  }

  conditionalStyle(sheet: Sheet, row: number, column: number): ConditionalFormat['format'] {
    return conditionalStyle(this.#calculation, this.#own(sheet), row, column);
  }

  evaluate(formula: string, sheet: Sheet, row: number, column: number): CellValue | CellValue[][] {
    return this.#calculation.evaluate(formula, this.#own(sheet), row, column);
  }

  suspendCalculation(): void {
    this.#calculation.suspend();
  }

  resumeCalculation(): void {
    this.#calculation.resume();
  }

  calculate(full: boolean): void {
    if (full) this.#calculation.recalculateAll();
    else this.#calculation.run();
  }

  idle(): Promise<void> {
    return this.#calculation.idle();
  }

  asOneStep(work: () => void): void {
    if (this.#history.isWithinStep) {
      work();
      return;
    }
    this.#history.asOneStep(() => {
      this.#noteFurniture();
      try {
        work();
      } finally {
        this.#settleFurniture();
      }
    });
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  forgetSteps(): void {
    this.#history.clear();
    if (this.#before) this.#noteFurniture();
  }

  moveCells(
    from: Sheet,
    area: Area,
    to: Sheet,
    { row, column }: { readonly row: number; readonly column: number },
  ): void {
    const [source, goal] = [this.#own(from), this.#own(to)];
    const target = { ...area, row, column };
    assertWritable(source, area);
    assertWritable(goal, target);
    const [rows, columns] = [row - area.row, column - area.column];
    const move = { fromSheet: source.name, area, toSheet: goal.name, rows, columns };
    const taken = takeCells(source, area, goal, move);
    this.asOneStep(() => {
      this.#change(source, area, 'user', () => {
        emptyArea(this.#calculation, source, area);
        removeStyle(source, this.#state.palette, area);
      });
      this.setCells(goal, target, taken.rows, 'user');
      this.#putStyles(goal, target, taken.styles);
      const step = followMove(this.#state, this.#calculation, goal, target, move);
      if (step) this.#history.push(step);
    });
  }

  #putStyles(sheet: BookSheet, { row, column }: Area, styles: readonly (readonly CellStyle[])[]): void {
    styles.forEach((line, down) => {
      line.forEach((style, across) => {
        const at = { row: row + down, column: column + across, rowCount: 1, columnCount: 1 };
        removeStyle(sheet, this.#state.palette, at);
        if (Object.keys(style).length > 0) applyStyle(sheet, this.#state.palette, at, style);
      });
    });
    this.#state.appearanceChanged(sheet);
  }

  undo(): void {
    this.#history.undo();
  }

  redo(): void {
    this.#history.redo();
  }

  on(listener: (event: BookEvent) => void): () => void {
    return this.#state.on(listener);
  }

  touch(sheet: Sheet): void {
    this.#state.appearanceChanged(this.#own(sheet));
  }

  withoutSteps(work: () => void): void {
    this.#history.withoutSteps(work);
  }

  #asStep<T>(work: () => T): T {
    const done: T[] = [];
    this.asOneStep(() => done.push(work()));
    return done[0]!;
  }

  /** Change what stands on a sheet beside its cells. */
  #furnish(sheet: BookSheet, change: () => void): void {
    this.asOneStep(() => {
      change();
      this.#state.appearanceChanged(sheet);
    });
  }

  /** Change how cells look, with the way back. */
  #restyle(sheet: BookSheet, area: Area, change: () => void): void {
    this.asOneStep(() => {
      const before = this.#history.isOff ? nothingStyled : takeStyles(sheet, area);
      change();
      const after = this.#history.isOff ? nothingStyled : takeStyles(sheet, area);
      const put = (styles: typeof before) => (): void => {
        restoreStyles(sheet, styles);
        this.#state.appearanceChanged(sheet);
      };
      const weight = weightOfSnapshot(before) + weightOfSnapshot(after);
      this.#history.push({ undo: put(before), redo: put(after), weight });
      this.#state.appearanceChanged(sheet);
    });
  }

  #noteFurniture(): void {
    this.#before = { furniture: recordFurniture(this.#state), appearance: this.#state.appearance };
  }

  /** Whatever the parts of a step do to tables and sheets when they are played back, in the end all is as it was recorded. */
  #settleFurniture(): void {
    const { furniture: before, appearance } = this.#before!;
    this.#before = null;
    const isTouched =
      appearance !== this.#state.appearance ||
      before.sheets.length !== this.#state.sheets.length ||
      before.sheets.some(({ thing }, index) => thing !== this.#state.sheets[index]);
    if (!isTouched) return;
    const after = recordFurniture(this.#state);
    if (isSameFurniture(before, after)) return;
    const putAfter = (): void => this.#putBack(after);
    this.#history.enclose(
      { undo: () => this.#putBack(before), redo: putAfter },
      { undo: () => undefined, redo: putAfter },
    );
  }

  #putBack(furniture: Furniture): void {
    const isSame = isSameToFormulas(furniture, recordFurniture(this.#state));
    const { added, removed } = restoreFurniture(this.#state, furniture);
    if (!isSame) {
      this.#calculation.structureChanged();
      this.#calculation.run();
    }
    for (const sheet of added) this.#state.emit({ kind: 'sheetAdded', sheet });
    for (const sheet of removed) this.#state.emit({ kind: 'sheetDeleted', sheet });
    if (removed.includes(this.#activeSheet) || this.#activeSheet.visibility !== 'Visible') {
      this.activate(this.sheets.find(sheet => sheet.visibility === 'Visible')!);
    }
    for (const sheet of this.sheets) this.#state.appearanceChanged(sheet);
  }

  #rename(renaming: Renaming): void {
    this.#history.push(renameInFormulas(this.#state, this.#calculation, renaming));
  }

  /** Name the columns of a table that is new or has another area. */
  #nameColumns(sheet: BookSheet, table: Table): void {
    const header = { ...table.area, rowCount: 1 };
    const before = takeSnapshot(sheet, header);
    this.#writeHeaders(sheet, table);
    this.#remember(sheet, before, []);
    this.#calculation.nameChanged(table.name);
    this.#calculation.run();
    this.#state.appearanceChanged(sheet);
  }

  /** Formats of cells and conditional ones alike, as in Excel. */
  #removeFormats(sheet: BookSheet, area: Area): void {
    removeStyle(sheet, this.#state.palette, area);
    withdrawRules(sheet, area);
  }

  /** Make a change to cells, calculate, tell, and remember it unless somebody else made it who has the workbook open. */
  #change(sheet: BookSheet, area: Area, source: ChangeSource, write: () => void): void {
    if (source === 'remote') {
      this.#write(sheet, area, source, write);
      return;
    }
    this.asOneStep(() => {
      const wasEmpty = source === 'addin' ? emptyColumnsOfTables(sheet, area) : [];
      const growth = this.#write(sheet, area, source, write);
      if (growth) this.#followGrowth(sheet, growth);
      for (const { table, written } of wasEmpty) this.#fillWrittenColumn(sheet, table, written);
    });
  }

  /** A formula fills the column of its table where that was empty, or had the one it replaces: a step of its own, as in Excel. */
  #fillColumnOf(sheet: BookSheet, row: number, column: number, before: string | null): void {
    if (this.#history.isOff || sheet.formula(row, column) === before) return;
    const filled = columnToFill(sheet, row, column, before);
    if (!filled) return;
    this.asOneStep(() => {
      this.#write(sheet, filled.column, 'user', () => {
        fillColumn(this.#calculation, sheet, filled.column, filled.formula);
      });
    });
  }

  #fillWrittenColumn(sheet: BookSheet, table: Table, written: Area): void {
    if (this.#history.isOff || !sheet.tables.includes(table)) return;
    const filled = columnFilledByWriting(sheet, table, written);
    if (!filled) return;
    this.#write(sheet, filled.column, 'addin', () => {
      fillColumn(this.#calculation, sheet, filled.column, filled.formula);
    });
  }

  /** What goes along when a table takes in rows: its formulas and formats, rules over all of it, references to all of it. */
  #followGrowth(sheet: BookSheet, growth: Growth): void {
    const { table, bodyBefore } = growth;
    const added = rowsAdded(growth);
    if (!added) return;
    growRules(sheet, bodyBefore, added.rowCount);
    this.#history.push(growInFormulas(this.#state, this.#calculation, sheet, bodyBefore, added.rowCount));
    this.#calculation.structureChanged();
    this.#fillNewRows(sheet, table, added, 'user');
  }

  #fillNewRows(sheet: BookSheet, table: Table, added: Area, source: ChangeSource): void {
    if (this.#history.isOff) return;
    this.#write(sheet, added, source, () => {
      fillNewRows(this.#calculation, sheet, table, added);
      formatNewRows(sheet, table, added);
    });
  }

  #write(sheet: BookSheet, area: Area, source: ChangeSource, write: () => void): Growth | null {
    const headers = headersIn(sheet, area);
    const areas = sheet.tables.map(table => ({ table, area: table.area }));
    const isForgotten = source === 'remote' || this.#history.isOff;
    const before = isForgotten ? null : takeSnapshot(sheet, area);
    const valueBefore = sheet.value(area.row, area.column);
    write();
    const growth = source === 'user' ? growTables(sheet, area) : null;
    this.#settleHeaders(sheet, headers);
    if (before) this.#remember(sheet, before, areas);
    this.#changed(sheet, area, source, valueBefore);
    return growth;
  }

  /**
   * Push the way back of what the user did; a table that grew along shrinks again. What it led to is remembered when it is
   * taken back: formats that came right after it come with it again.
   */
  #remember(
    sheet: BookSheet,
    before: AreaSnapshot,
    tablesBefore: readonly { readonly table: Table; readonly area: Area }[],
  ): void {
    let after = before;
    let tablesAfter = tablesBefore;
    const restore = (snapshot: AreaSnapshot, tables: typeof tablesBefore): void => {
      const headers = headersIn(sheet, snapshot.area);
      const valueBefore = sheet.value(snapshot.area.row, snapshot.area.column);
      restoreSnapshot(this.#calculation, sheet, snapshot);
      for (const { table, area } of tables) table.area = area;
      this.#settleHeaders(sheet, headers);
      this.#changed(sheet, snapshot.area, 'user', valueBefore);
    };
    this.#history.push({
      weight: weightOfSnapshot(before),
      undo: () => {
        after = takeSnapshot(sheet, before.area);
        tablesAfter = sheet.tables.map(table => ({ table, area: table.area }));
        restore(before, tablesBefore);
      },
      redo: () => restore(after, tablesAfter),
    });
  }

  /** @param before what the area's first cell held: told of a single cell */
  #changed(sheet: BookSheet, area: Area, source: ChangeSource, before: CellValue): void {
    this.#calculation.contentChanged(sheet, area);
    this.#calculation.run();
    const isSingle = area.rowCount === 1 && area.columnCount === 1;
    const values = isSingle ? { before, after: sheet.value(area.row, area.column) } : undefined;
    this.#state.emit({ kind: 'cellsChanged', sheet, area, source, change: 'RangeEdited', values });
  }

  /** A header that was written over stays a text of its own, and formulas take its new name; a grown table is read anew. */
  #settleHeaders(sheet: BookSheet, before: readonly TableHeaders[]): void {
    for (const { table, area, texts } of before) {
      const isGrown = table.area !== area;
      const isRenamed = headerTexts(sheet, table.area).some((text, index) => text !== texts[index]);
      if (!isGrown && !isRenamed) continue;
      this.#writeHeaders(sheet, table);
      for (const [index, from] of texts.entries()) {
        const to = sheet.text(table.area.row, table.area.column + index);
        if (to === from) continue;
        renameInFormulas(this.#state, this.#calculation, { kind: 'column', table: table.name, from, to });
        this.#calculation.structureChanged();
      }
      if (isGrown) this.#calculation.nameChanged(table.name);
      this.#state.appearanceChanged(sheet);
    }
  }

  #move(sheet: Sheet, move: LineMove, source: ChangeSource): void {
    const own = this.#own(sheet);
    this.asOneStep(() => {
      this.#history.push(moveLines(this.#state, this.#calculation, own, move, source));
      for (const table of own.tables) {
        const added = rowsInserted(table, move);
        if (added) this.#fillNewRows(own, table, added, source);
      }
    });
  }

  #writeHeaders(sheet: BookSheet, table: Table): void {
    const texts = headerTexts(sheet, table.area);
    texts.forEach((text, offset) => {
      const column = table.area.column + offset;
      if (sheet.value(table.area.row, column) === text) return;
      writeInput(this.#calculation, sheet, table.area.row, column, `'${text}`);
    });
    this.#calculation.contentChanged(sheet, { ...table.area, rowCount: 1 });
  }

  #renameTable(from: string, to: string): void {
    if (from.toLowerCase() !== to.toLowerCase()) assertFreeName(this.#state, to);
    this.#rename({ kind: 'name', from, to });
  }

  #tableRenamed(): void {
    this.#calculation.structureChanged();
    this.#calculation.run();
  }

  #dropName(name: DefinedName): void {
    this.#state.names.splice(this.#state.names.indexOf(name), 1);
  }

  #own(sheet: Sheet): BookSheet {
    const own = this.sheets.find(each => each === sheet);
    if (!own) throw new BookError('sheetMissing', sheet.name);
    return own;
  }

  #freeSheetName(base: string): string {
    for (let number = 1; ; number++) {
      if (!this.sheetByName(`${base}${number}`)) return `${base}${number}`;
    }
  }

  #assertSheetName(name: string, except: BookSheet | null): void {
    const isValid = name.length > 0 && name.length <= 31 && !/[\\/?*[\]:]|^'|'$/.test(name);
    if (!isValid) throw new BookError('sheetNameInvalid', name);
    const other = this.sheetByName(name);
    if (other && other !== except) throw new BookError('sheetNameTaken', name);
  }
}

function cellMove(area: Area, axis: LineMove['axis'], direction: 1 | -1): LineMove {
  const { row, column, rowCount, columnCount } = area;
  return axis === 'row'
    ? { axis, at: row, count: direction * rowCount, band: { first: column, count: columnCount } }
    : { axis, at: column, count: direction * columnCount, band: { first: row, count: rowCount } };
}

/** The rows that a table has more than before, at its end; null where there are none. */
function rowsAdded({ table, bodyBefore }: Growth): Area | null {
  const body = bodyOf(table);
  const rowCount = body.rowCount - bodyBefore.rowCount;
  return rowCount > 0 ? { ...body, row: bodyBefore.row + bodyBefore.rowCount, rowCount } : null;
}

/** The rows of a table that have just been inserted between others of its own. */
function rowsInserted(table: Table, { axis, at, count }: LineMove): Area | null {
  const body = bodyOf(table);
  const isInside = axis === 'row' && count > 0 && at >= body.row && at + count <= body.row + body.rowCount;
  return isInside && count < body.rowCount ? { ...body, row: at, rowCount: count } : null;
}

/** The parts of an area that lie in columns of tables, where nothing stands in any of them. */
function emptyColumnsOfTables(
  sheet: BookSheet,
  area: Area,
): { readonly table: Table; readonly written: Area }[] {
  return sheet.tables.flatMap(table => {
    const common = intersection(bodyOf(table), area);
    if (!common) return [];
    return Array.from({ length: common.columnCount }, (_, across) => common.column + across)
      .map(column => ({ table, written: { ...common, column, columnCount: 1 } }))
      .filter(({ written }) => !sheet.grid.hasFilled(written));
  });
}

function freeChartName(sheet: Sheet): string {
  for (let number = 1; ; number++) {
    const name = `Chart ${number}`;
    if (!sheet.charts.some(chart => chart.name === name)) return name;
  }
}

const firstCell: Area = parseArea('A1')!;
const nothingStyled: ReturnType<typeof takeStyles> = { area: firstCell, styles: [] };
