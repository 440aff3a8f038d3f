import { cellArea, maxRows } from './address';
import { type BookSheet, cellKey } from './bookSheet';
import type { Calculation } from './calculation/calculation';
import type { ArraySize } from './calculation/formulaCell';
import { readTree } from './calculation/precedents';
import { formulaReferences } from './formula/rewrite';
import { type DisplayOptions, isDatePattern, readTyped, type TypedValue } from './numberFormat';
import { BookError } from './refusals';
import { applyStyle } from './styledArea';
import type { StylePalette } from './stylePalette';
import type { Area, CellInput, CellValue } from './types';

/** What a cell holds of its own: a formula, or a constant (null when empty). */
type Content = { readonly formula: string; readonly array: ArraySize | null } | { readonly value: CellValue };

/** The styles of an area as they were, to put them back. Cells not listed had none of their own. */
export interface StyleSnapshot {
  readonly area: Area;
  readonly styles: readonly { readonly row: number; readonly column: number; readonly style: number }[];
}

/** Contents and styles of an area as they were, to put them back. Cells not listed were empty. */
export interface AreaSnapshot extends StyleSnapshot {
  readonly cells: readonly { readonly row: number; readonly column: number; readonly content: Content }[];
}

/** How many cells a snapshot remembers. */
export const weightOfSnapshot = ({ styles, cells = [] }: StyleSnapshot & Partial<AreaSnapshot>): number =>
  styles.length + cells.length;

/** Write one input: `=…` is a formula, `'…` a text, `""` empties the cell, null leaves it. */
export function writeInput(
  calculation: Calculation,
  sheet: BookSheet,
  row: number,
  column: number,
  input: CellInput,
): void {
  if (input === null) return;
  if (input === '') emptyCell(calculation, sheet, row, column);
  else if (typeof input !== 'string') writeConstant(calculation, sheet, row, column, input);
  else writeText(calculation, sheet, row, column, input);
}

/** Write what was typed, with the number format it brings when the cell has none that fits. */
export function writeTyped(
  calculation: Calculation,
  palette: StylePalette,
  sheet: BookSheet,
  at: { readonly row: number; readonly column: number },
  text: string,
  options: DisplayOptions,
): void {
  const { row, column } = at;
  const typed = readConstant(sheet, at, text, options);
  const current = sheet.style(row, column).numberFormat ?? 'General';
  if (!typed) {
    writeInput(calculation, sheet, row, column, text.startsWith('=') ? withClosedBrackets(text) : text);
    const brought = current === 'General' ? formatOfFormula(sheet, sheet.formula(row, column)) : null;
    if (brought !== null) applyStyle(sheet, palette, cellArea(row, column), { numberFormat: brought });
    return;
  }
  writeConstant(calculation, sheet, row, column, typed.value);
  const isOtherKind = isDatePattern(typed.numberFormat ?? current) !== isDatePattern(current);
  if (typed.numberFormat !== null && (current === 'General' || isOtherKind)) {
    applyStyle(
      sheet,
      palette,
      { row, column, rowCount: 1, columnCount: 1 },
      { numberFormat: typed.numberFormat },
    );
  }
}

/** What a text typed into a cell is as a constant that is no text; null for texts, formulas and cells of texts. */
function readConstant(
  sheet: BookSheet,
  { row, column }: { readonly row: number; readonly column: number },
  text: string,
  options: DisplayOptions,
): TypedValue | null {
  const isLiteral = isTextFormatted(sheet, row, column) || /^['=]/.test(text) || text === '';
  const typed = isLiteral ? null : readTyped(text, options);
  const current = sheet.style(row, column).numberFormat ?? 'General';
  // 12 typed into a cell that shows percentages means 12 %.
  const isShare = typeof typed?.value === 'number' && typed.numberFormat === null && current.endsWith('%');
  return typed && isShare ? { ...typed, value: Number(typed.value) / 100 } : typed;
}

/** Refuse what begins as a formula and is none, as Excel does: it would stand in the cell as an error that nobody meant. */
export function assertReadable(sheet: BookSheet, row: number, column: number, text: string): void {
  const isFormula = text.startsWith('=') && text.length > 1 && !isTextFormatted(sheet, row, column);
  if (isFormula && !readTree(withClosedBrackets(text))) throw new BookError('formulaMalformed');
}

/** The value that a text typed into a cell would have there, a formula's as it calculates now. */
export function valueOfTyped(
  calculation: Calculation,
  sheet: BookSheet,
  at: { readonly row: number; readonly column: number },
  text: string,
  options: DisplayOptions,
): CellValue {
  const typed = readConstant(sheet, at, text, options);
  if (typed) return typed.value;
  if (!text.startsWith('=') || isTextFormatted(sheet, at.row, at.column)) return text.replace(/^'/, '');
  const answer = calculation.evaluate(withClosedBrackets(text), sheet, at.row, at.column);
  return Array.isArray(answer) ? (answer[0]?.[0] ?? null) : answer;
}

const mostMissing = 20;

/** Closing brackets that were left out at the end, as Excel puts them; a text that is no formula even so stays as it is. */
function withClosedBrackets(formula: string): string {
  if (readTree(formula)) return formula;
  for (let missing = 1; missing <= mostMissing; missing++) {
    const closed = formula.trimEnd() + ')'.repeat(missing);
    if (readTree(closed)) return closed;
  }
  return formula;
}

/** A typed formula shows a date where it gives one, and takes the format of the one cell it repeats. */
function formatOfFormula(sheet: BookSheet, formula: string | null): string | null {
  if (formula === null) return null;
  if (/^=(DATE|TODAY)\([^()]*\)$/i.test(formula)) return 'm/d/yyyy';
  if (/^=NOW\(\)$/i.test(formula)) return 'm/d/yyyy h:mm';
  const [reference, ...more] = formulaReferences(formula);
  const isRepeated =
    reference &&
    more.length === 0 &&
    reference.sheet === null &&
    formula === `=${formula.slice(reference.start, reference.end)}`;
  return isRepeated ? (sheet.style(reference.area.row, reference.area.column).numberFormat ?? null) : null;
}

/** Empty the cells of an area; cells that a formula outside it fills stay. */
export function emptyArea(calculation: Calculation, sheet: BookSheet, area: Area): void {
  const filled: [number, number][] = [];
  sheet.grid.forEachFilled(area, (_, row, column) => filled.push([row, column]));
  for (const [row, column] of filled) {
    if (!sheet.grid.isSpilled(row, column)) emptyCell(calculation, sheet, row, column);
  }
}

export function takeSnapshot(sheet: BookSheet, area: Area): AreaSnapshot {
  const cells: { row: number; column: number; content: Content }[] = [];
  sheet.grid.forEachFilled(area, (value, row, column) => {
    const formula = sheet.formulas.get(cellKey(row, column));
    if (formula) cells.push({ row, column, content: { formula: formula.text, array: formula.array } });
    else if (!sheet.grid.isSpilled(row, column)) cells.push({ row, column, content: { value } });
  });
  return { ...takeStyles(sheet, area), cells };
}

export function takeStyles(sheet: BookSheet, area: Area): StyleSnapshot {
  const styles: { row: number; column: number; style: number }[] = [];
  sheet.grid.forEachStyled(area, (style, row, column) => styles.push({ row, column, style }));
  return { area, styles };
}

export function restoreStyles(sheet: BookSheet, { area, styles }: StyleSnapshot): void {
  const styled: [number, number][] = [];
  sheet.grid.forEachStyled(area, (_, row, column) => styled.push([row, column]));
  for (const [row, column] of styled) sheet.grid.putStyle(row, column, 0);
  for (const { row, column, style } of styles) sheet.grid.putStyle(row, column, style);
}

export function restoreSnapshot(calculation: Calculation, sheet: BookSheet, snapshot: AreaSnapshot): void {
  emptyArea(calculation, sheet, snapshot.area);
  restoreStyles(sheet, snapshot);
  for (const { row, column, content } of snapshot.cells) {
    if ('formula' in content) calculation.setFormula(sheet, row, column, content.formula, content.array);
    else writeConstant(calculation, sheet, row, column, content.value);
  }
}

/** The area that rows of inputs cover from a top-left cell. */
export function writtenArea(area: Area, rows: readonly (readonly CellInput[])[]): Area {
  const columnCount = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return { row: area.row, column: area.column, rowCount: rows.length, columnCount };
}

function writeText(
  calculation: Calculation,
  sheet: BookSheet,
  row: number,
  column: number,
  text: string,
): void {
  const isFormula = text.startsWith('=') && text.length > 1;
  if (isFormula && !isTextFormatted(sheet, row, column)) calculation.setFormula(sheet, row, column, text);
  else writeConstant(calculation, sheet, row, column, text.startsWith("'") ? text.slice(1) : text);
}

function writeConstant(
  calculation: Calculation,
  sheet: BookSheet,
  row: number,
  column: number,
  value: CellValue,
): void {
  if (sheet.formulas.has(cellKey(row, column))) calculation.removeFormula(sheet, row, column);
  sheet.grid.put(row, column, value);
}

function emptyCell(calculation: Calculation, sheet: BookSheet, row: number, column: number): void {
  if (sheet.grid.isSpilled(row, column)) return;
  writeConstant(calculation, sheet, row, column, null);
}

function isTextFormatted(sheet: BookSheet, row: number, column: number): boolean {
  return row < maxRows && sheet.style(row, column).numberFormat === '@';
}
