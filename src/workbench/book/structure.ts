import { intersects, maxColumns, maxRows } from './address';
import { type BookSheet, cellKey } from './bookSheet';
import { assertAllowed, type BookState } from './bookState';
import type { Calculation } from './calculation/calculation';
import type { FormulaCell } from './calculation/formulaCell';
import { type AreaSnapshot, restoreSnapshot, takeSnapshot } from './cellWriting';
import { type Chart, recordReferences, rewriteReferences } from './chart/chart';
import { placeRule } from './conditionalFormats';
import { recordValidation, rewriteValidation, shiftValidation } from './dataValidations';
import { BookName } from './definedNames';
import {
  growReferences,
  type LineMove,
  movedArea,
  moveReferences,
  renameColumn,
  renameNames,
  renameSheetReferences,
} from './formula/rewrite';
import type { HistoryStep } from './history';
import type { Outline } from './outline';
import { BookError } from './refusals';
import { tableAt } from './tables';
import type { Area, ChangeSource, ConditionalFormat, Hyperlink, Table } from './types';

export type Renaming =
  | { readonly kind: 'sheet'; readonly from: string; readonly to: string | null }
  | { readonly kind: 'name'; readonly from: string; readonly to: string }
  | { readonly kind: 'column'; readonly table: string; readonly from: string; readonly to: string };

/** Insert or delete lines; formulas, names, tables, formats and sizes follow. Gives the way back. */
export function moveLines(
  state: BookState,
  calculation: Calculation,
  sheet: BookSheet,
  move: LineMove,
  source: ChangeSource,
): HistoryStep {
  assertMovable(sheet, move);
  const apply = (): (() => void) => {
    const deleted = takeDeleted(sheet, move);
    const record = recordTexts(state, sheet);
    moveContent(state, calculation, sheet, move);
    record.noteLost();
    settle(state, calculation, sheet, move, source);
    return () => {
      record.noteKept();
      moveContent(state, calculation, sheet, { ...move, count: -move.count });
      record.restore();
      if (deleted) restoreSnapshot(calculation, sheet, deleted);
      settle(state, calculation, sheet, { ...move, count: -move.count }, 'user');
    };
  };
  let takeBack = apply();
  return {
    undo: () => takeBack(),
    redo: () => {
      takeBack = apply();
    },
  };
}

/** Write a new name of a sheet, table, table column or name into every formula. Gives the way back of those in cells. */
export function renameInFormulas(
  state: BookState,
  calculation: Calculation,
  renaming: Renaming,
): HistoryStep {
  const named = withoutQuotes(renaming.from);
  return rewriteWithWayBack(state, calculation, (formula, place) => {
    // Most formulas do not mention it, and splitting them into tokens costs a hundred times as much as this look.
    if (!withoutQuotes(formula).includes(named)) return formula;
    switch (renaming.kind) {
      case 'sheet':
        return renameSheetReferences(formula, renaming.from, renaming.to);
      case 'name':
        return renameNames(formula, renaming.from, renaming.to);
      case 'column': {
        const { table, from, to } = renaming;
        const own = place.cell && tableAt(place.cell.sheet, place.cell.row, place.cell.column);
        return renameColumn(formula, table, from, to, own?.name === table);
      }
    }
  });
}

/** Sheets are quoted and columns escaped by the same sign, which a name may have itself. */
function withoutQuotes(text: string): string {
  return text.toLowerCase().replaceAll("'", '');
}

/** Let every reference to all rows of a table reach over those it took in at its end. Gives the way back of those in cells. */
export function growInFormulas(
  state: BookState,
  calculation: Calculation,
  sheet: BookSheet,
  bodyBefore: Area,
  added: number,
): HistoryStep {
  const lastRow = String(bodyBefore.row + bodyBefore.rowCount);
  return rewriteWithWayBack(state, calculation, (formula, place) =>
    // As in `renameInFormulas`: a reference that is meant names the table's last row.
    formula.includes(lastRow)
      ? growReferences(formula, place.sheetName, sheet.name, bodyBefore, added)
      : formula,
  );
}

function rewriteWithWayBack(state: BookState, calculation: Calculation, rewritten: Rewriter): HistoryStep {
  const texts = new FormulaTexts(state);
  const names = rewriteAll(state, rewritten);
  calculation.formulasRewritten(texts.noteMoved(), names);
  const turn = (take: () => void) => (): void => {
    take();
    calculation.structureChanged();
    calculation.run();
  };
  return { undo: turn(() => texts.takeBack()), redo: turn(() => texts.putAgain()) };
}

function assertMovable(sheet: BookSheet, move: LineMove): void {
  const { axis, at, count } = move;
  const limit = axis === 'row' ? maxRows : maxColumns;
  const size = Math.abs(count);
  if (size === 0 || at + (count < 0 ? size : 0) > limit || size > limit) {
    throw new BookError('linesOutside');
  }
  assertAllowed(sheet, lineArea(axis, at, 1), move.band ? null : linePermissions[axis][count > 0 ? 0 : 1]);
  if (move.band) assertWholeInBand(sheet, move);
  const used = sheet.usedArea(true);
  if (count <= 0 || !used) return;
  const end = axis === 'row' ? used.row + used.rowCount : used.column + used.columnCount;
  if (end > at && end + count > limit) {
    throw new BookError('contentOffSheet');
  }
}

const linePermissions = {
  row: ['allowInsertRows', 'allowDeleteRows'],
  column: ['allowInsertColumns', 'allowDeleteColumns'],
} as const;

const lineArea = (axis: 'row' | 'column', at: number, count: number, band?: LineMove['band']): Area =>
  axis === 'row'
    ? { row: at, column: band?.first ?? 0, rowCount: count, columnCount: band?.count ?? maxColumns }
    : { row: band?.first ?? 0, column: at, rowCount: band?.count ?? maxRows, columnCount: count };

/** Cells that move must not tear a table or a merged cell apart, nor the values of one formula. */
function assertWholeInBand(sheet: BookSheet, move: LineMove): void {
  const limit = move.axis === 'row' ? maxRows : maxColumns;
  const moving = lineArea(move.axis, move.at, limit - move.at, move.band);
  const { first, count } = move.band!;
  const isWhole = (area: Area): boolean => {
    const [start, size] = move.axis === 'row' ? [area.column, area.columnCount] : [area.row, area.rowCount];
    return start >= first && start + size <= first + count;
  };
  const areas = [...sheet.tables.map(({ area }) => area), ...sheet.merges];
  if (areas.some(area => intersects(area, moving) && !isWhole(area))) {
    throw new BookError('tornApart');
  }
}

function takeDeleted(sheet: BookSheet, { axis, at, count, band }: LineMove): AreaSnapshot | null {
  return count < 0 ? takeSnapshot(sheet, lineArea(axis, at, -count, band)) : null;
}

interface Record {
  /** Call right after the move: what went with deleted lines comes back with `restore`. */
  noteLost(): void;
  /** Call before the move is undone: formulas that were written anew in between keep their text. */
  noteKept(): void;
  /** Call after the move was undone. */
  restore(): void;
}

/**
 * Remember every formula and what lies on the sheet by area, to write it back when a move is undone. Tables and rules that
 * the add-in added or removed in between stay as it left them.
 */
function recordTexts(state: BookState, sheet: BookSheet): Record {
  const formulas = new FormulaTexts(state);
  const names = state.names.map(name => ({ name, formula: name.formula }));
  const rules = state.sheets.flatMap(each =>
    each.conditionalFormats.map(rule => ({ rule, formula: rule.formula, areas: [...rule.areas] })),
  );
  const tables = sheet.tables.map(table => ({ table, area: table.area }));
  const charts = state.sheets.flatMap(each => each.charts.map(recordReferences));
  const validations = state.sheets.flatMap(each => each.dataValidations.map(recordValidation));
  const links = state.sheets.flatMap(each => each.hyperlinks.map(link => ({ link, said: { ...link } })));
  const before = { tables: [...sheet.tables], rules: [...sheet.conditionalFormats] };
  const keptLists = { dataValidations: [...sheet.dataValidations], hyperlinks: [...sheet.hyperlinks] };
  const lost: { tables: Table[]; rules: ConditionalFormat[] } = { tables: [], rules: [] };
  const kept = {
    merges: [...sheet.merges],
    rowOutline: sheet.rowOutline,
    columnOutline: sheet.columnOutline,
    hiddenRows: new Set(sheet.hiddenRows),
    hiddenColumns: new Set(sheet.hiddenColumns),
    columnWidths: new Map(sheet.columnWidths),
    rowHeights: new Map(sheet.rowHeights),
    columnStyles: new Map(sheet.columnStyles),
    rowStyles: new Map(sheet.rowStyles),
  };
  return {
    noteLost() {
      formulas.noteMoved();
      lost.tables = before.tables.filter(table => !sheet.tables.includes(table));
      lost.rules = before.rules.filter(rule => !sheet.conditionalFormats.includes(rule));
    },
    noteKept() {
      formulas.noteKept();
    },
    restore() {
      formulas.restore();
      for (const { name, formula } of names) if (name instanceof BookName) name.moveFormula(formula);
      for (const { rule, formula, areas } of rules) Object.assign(rule, { formula, areas });
      for (const { table, area } of tables) table.area = area;
      for (const each of [...charts, ...validations]) each.restore();
      for (const { link, said } of links) Object.assign(link, said);
      sheet.tables.push(...lost.tables);
      sheet.conditionalFormats.push(...lost.rules);
      Object.assign(sheet, kept, keptLists);
    },
  };
}

/** The texts of all formulas that a move changes, to put them back by where they are: a cell may have come anew since. */
class FormulaTexts {
  #before: { readonly cell: FormulaCell; readonly text: string }[];
  #moved: {
    readonly sheet: BookSheet;
    readonly key: number;
    readonly text: string;
    readonly before: string;
  }[] = [];
  #kept: { readonly cell: FormulaCell; readonly text: string }[] = [];

  constructor(state: BookState) {
    this.#before = state.sheets.flatMap(sheet =>
      [...sheet.formulas.values()].map(cell => ({ cell, text: cell.text })),
    );
  }

  /** Look what the move changed; gives the cells. */
  noteMoved(): FormulaCell[] {
    const changed = this.#before.filter(
      ({ cell, text }) =>
        cell.text !== text && cell.sheet.formulas.get(cellKey(cell.row, cell.column)) === cell,
    );
    this.#moved = changed.map(({ cell: { sheet, row, column, text }, text: before }) => ({
      sheet,
      key: cellKey(row, column),
      text,
      before,
    }));
    this.#before = [];
    return changed.map(({ cell }) => cell);
  }

  noteKept(): void {
    this.#kept = this.#moved.flatMap(({ sheet, key, text, before }) => {
      const cell = sheet.formulas.get(key);
      return cell?.text === text ? [{ cell, text: before }] : [];
    });
  }

  restore(): void {
    for (const { cell, text } of this.#kept) cell.text = text;
  }

  /** Write the texts of before where the changed ones still stand. */
  takeBack(): void {
    this.#exchange('text', 'before');
  }

  putAgain(): void {
    this.#exchange('before', 'text');
  }

  #exchange(from: 'text' | 'before', to: 'text' | 'before'): void {
    for (const moved of this.#moved) {
      const cell = moved.sheet.formulas.get(moved.key);
      if (cell?.text === moved[from]) cell.text = moved[to];
    }
  }
}

function moveContent(state: BookState, calculation: Calculation, sheet: BookSheet, move: LineMove): void {
  calculation.withdrawSpills(sheet);
  moveFormulaCells(sheet, move);
  if (move.axis === 'row') sheet.grid.shiftRows(move.at, move.count, move.band);
  else if (move.band) sheet.grid.shiftCellsOfRows(move.at, move.count, move.band);
  else sheet.grid.shiftColumns(move.at, move.count);
  moveFurniture(sheet, move);
  for (const each of state.sheets) {
    for (const cell of each.formulas.values()) {
      cell.text = moveReferences(cell.text, each === sheet, sheet.name, move);
    }
    for (const rule of each.conditionalFormats) {
      rule.formula = moveReferences(rule.formula, each === sheet, sheet.name, move, true);
    }
    const follow = (formula: string): string => moveReferences(formula, each === sheet, sheet.name, move);
    for (const chart of each.charts) rewriteReferences(chart, follow);
    for (const link of each.hyperlinks) rewriteLink(link, follow);
    for (const validation of each.dataValidations) {
      rewriteValidation(validation, formula =>
        moveReferences(formula, each === sheet, sheet.name, move, true),
      );
    }
  }
  for (const name of state.names) {
    if (!(name instanceof BookName)) continue;
    name.moveFormula(moveReferences(name.formula, name.scope === sheet.id, sheet.name, move));
  }
}

function moveFormulaCells(sheet: BookSheet, { axis, at, count, band }: LineMove): void {
  const cells = [...sheet.formulas.values()];
  sheet.formulas.clear();
  for (const cell of cells) {
    const across = axis === 'row' ? cell.column : cell.row;
    if (band && (across < band.first || across >= band.first + band.count)) {
      sheet.formulas.set(cellKey(cell.row, cell.column), cell);
      continue;
    }
    const line = axis === 'row' ? cell.row : cell.column;
    if (count < 0 && line >= at && line < at - count) continue;
    if (line >= at) {
      if (axis === 'row') cell.row += count;
      else cell.column += count;
    }
    sheet.formulas.set(cellKey(cell.row, cell.column), cell);
  }
}

/** Tables, formats, merges, hidden lines and sizes. */
function moveFurniture(sheet: BookSheet, move: LineMove): void {
  sheet.tables = sheet.tables.filter(table => moveTable(table, move));
  sheet.conditionalFormats = sheet.conditionalFormats.filter(rule => moveRule(rule, move));
  sheet.merges = sheet.merges.flatMap(merge => movedArea(merge, move) ?? []);
  sheet.dataValidations = sheet.dataValidations.filter(validation => shiftValidation(validation, move));
  sheet.hyperlinks = sheet.hyperlinks.filter(link => {
    const moved = movedArea(link.area, move);
    if (moved) link.area = moved;
    return moved !== null;
  });
  if (move.band) return;
  for (const chart of sheet.charts) moveChart(chart, move);
  const line = (index: number): number | null => movedLine(index, move);
  if (move.axis === 'row') {
    sheet.hiddenRows = movedSet(sheet.hiddenRows, line);
    sheet.rowOutline = movedOutline(sheet.rowOutline, move);
    sheet.rowHeights = movedMap(sheet.rowHeights, line);
    sheet.rowStyles = movedMap(sheet.rowStyles, line);
  } else {
    sheet.hiddenColumns = movedSet(sheet.hiddenColumns, line);
    sheet.columnOutline = movedOutline(sheet.columnOutline, move);
    sheet.columnWidths = movedMap(sheet.columnWidths, line);
    sheet.columnStyles = movedMap(sheet.columnStyles, line);
  }
}

/** False when the table went with its header row or with all its columns. */
function moveTable(table: Table, move: LineMove): boolean {
  const { area } = table;
  const isHeaderDeleted =
    move.axis === 'row' && move.count < 0 && area.row >= move.at && area.row < move.at - move.count;
  const moved = isHeaderDeleted ? null : movedArea(area, move);
  if (!moved) return false;
  // A table without a row keeps an empty one, as in Excel.
  table.area = { ...moved, rowCount: Math.max(moved.rowCount, 2) };
  return true;
}

/** A chart whose own line was deleted stands at the line that took its place. */
function moveChart(chart: Chart, move: LineMove): void {
  const { place } = chart;
  const line = place[move.axis];
  const moved = movedLine(line, move);
  chart.place = { ...place, [move.axis]: moved ?? move.at };
}

/** A place in the workbook is a reference like any other, but written without its equals sign. */
function rewriteLink(link: Hyperlink, rewritten: (formula: string) => string): void {
  if (link.documentReference !== '') {
    link.documentReference = rewritten(`=${link.documentReference}`).slice(1);
  }
}

function moveRule(rule: ConditionalFormat, move: LineMove): boolean {
  return placeRule(
    rule,
    rule.areas.flatMap(area => movedArea(area, move) ?? []),
  );
}

function movedLine(index: number, { at, count }: LineMove): number | null {
  if (index < at) return index;
  return count < 0 && index < at - count ? null : index + count;
}

const movedSet = (set: ReadonlySet<number>, line: (index: number) => number | null): Set<number> =>
  new Set([...set].flatMap(index => line(index) ?? []));

/** Lines that are inserted between others of a group are of the group too. */
function movedOutline(outline: Outline, move: LineMove): Outline {
  const line = (index: number): number | null => movedLine(index, move);
  const levels = movedMap(outline.levels, line);
  const between = Math.min(outline.levels.get(move.at - 1) ?? 0, outline.levels.get(move.at) ?? 0);
  for (let index = move.at; between > 0 && index < move.at + move.count; index++) levels.set(index, between);
  return { ...outline, levels, folded: movedSet(outline.folded, line) };
}

function movedMap(
  map: ReadonlyMap<number, number>,
  line: (index: number) => number | null,
): Map<number, number> {
  return new Map(
    [...map].flatMap(([index, value]) => {
      const moved = line(index);
      return moved === null ? [] : [[moved, value] as const];
    }),
  );
}

function settle(
  state: BookState,
  calculation: Calculation,
  sheet: BookSheet,
  { axis, at, count, band }: LineMove,
  source: ChangeSource,
): void {
  calculation.structureChanged();
  calculation.run();
  const area = lineArea(axis, at, Math.abs(count), band);
  const kind = count > 0 ? 'inserted' : 'deleted';
  const change = band ? cellChanges[kind] : lineChanges[axis][kind];
  const shift = band && cellShifts[axis][kind];
  state.emit({ kind: 'cellsChanged', sheet, area, source, change, shift });
  state.appearanceChanged(sheet);
}

const cellChanges = { inserted: 'CellInserted', deleted: 'CellDeleted' } as const;

const cellShifts = {
  row: { inserted: 'Down', deleted: 'Up' },
  column: { inserted: 'Right', deleted: 'Left' },
} as const;

const lineChanges = {
  row: { inserted: 'RowInserted', deleted: 'RowDeleted' },
  column: { inserted: 'ColumnInserted', deleted: 'ColumnDeleted' },
} as const;

/** Where a formula stands: references without a sheet mean that one; the cell where it is in one. */
interface FormulaPlace {
  readonly sheetName: string;
  readonly cell: FormulaCell | null;
}

type Rewriter = (formula: string, place: FormulaPlace) => string;

/** Write every formula anew, wherever it stands; gives the names whose formulas have changed. */
function rewriteAll(state: BookState, rewritten: Rewriter): string[] {
  for (const sheet of state.sheets) {
    const onSheet = (formula: string): string => rewritten(formula, { sheetName: sheet.name, cell: null });
    for (const cell of sheet.formulas.values()) {
      cell.text = rewritten(cell.text, { sheetName: sheet.name, cell });
    }
    for (const rule of sheet.conditionalFormats) rule.formula = onSheet(rule.formula);
    for (const chart of sheet.charts) rewriteReferences(chart, onSheet);
    for (const validation of sheet.dataValidations) rewriteValidation(validation, onSheet);
    for (const link of sheet.hyperlinks) rewriteLink(link, onSheet);
  }
  const names: string[] = [];
  for (const name of state.names) {
    if (!(name instanceof BookName)) continue;
    const sheetName = state.sheets.find(({ id }) => id === name.scope)?.name ?? '';
    const formula = rewritten(name.formula, { sheetName, cell: null });
    if (formula === name.formula) continue;
    name.moveFormula(formula);
    names.push(name.name);
  }
  return names;
}
