/** What may be entered into cells: where a rule stands, and what it says to an entry. */

import { containsCell, intersects, without } from './address';
import type { BookSheet } from './bookSheet';
import type { Calculation } from './calculation/calculation';
import { isError } from './errorValue';
import { type LineMove, movedArea, rebasedFormula, translateFormula } from './formula/rewrite';
import { EntryRefusal } from './refusals';
import type { Area, CellValue, DataValidation, Sheet } from './types';

/** The rule of a cell, or null. */
export function validationAt(sheet: Sheet, row: number, column: number): DataValidation | null {
  return sheet.dataValidations.find(each => each.areas.some(area => containsCell(area, row, column))) ?? null;
}

/** Take the rules off an area: those that reach farther keep the rest. */
export function withdrawValidations(sheet: BookSheet, area: Area): void {
  sheet.dataValidations = sheet.dataValidations.filter(validation => {
    if (!validation.areas.some(own => intersects(own, area))) return true;
    return placeValidation(
      validation,
      validation.areas.flatMap(own => without(own, area)),
    );
  });
}

/** Give a rule other areas, its formulas written for the first cell of the first one. False when none are left. */
export function placeValidation(validation: DataValidation, areas: Area[]): boolean {
  const [from] = validation.areas;
  const [to] = areas;
  if (from && to) {
    rewriteValidation(validation, formula =>
      rebasedFormula(formula, to.row - from.row, to.column - from.column),
    );
  }
  validation.areas = areas;
  return to !== undefined;
}

/** Let a rule's areas follow lines that come or go. False when all of them were deleted. */
export function shiftValidation(validation: DataValidation, move: LineMove): boolean {
  return placeValidation(
    validation,
    validation.areas.flatMap(area => movedArea(area, move) ?? []),
  );
}

/** Write the formulas of a rule anew; constants stay. */
export function rewriteValidation(validation: DataValidation, rewritten: (formula: string) => string): void {
  for (const part of ['formula1', 'formula2'] as const) {
    if (validation[part].startsWith('=')) validation[part] = rewritten(validation[part]);
  }
}

/** What of a rule changes when lines are inserted or deleted; put back with `restore`. */
export function recordValidation(validation: DataValidation): { restore(): void } {
  const { areas, formula1, formula2 } = validation;
  return { restore: () => void Object.assign(validation, { areas, formula1, formula2 }) };
}

/** The entries of a cell's list as texts; empty where there is no list. */
export function listEntries(
  calculation: Calculation,
  sheet: BookSheet,
  validation: DataValidation,
  row: number,
  column: number,
): string[] {
  const { formula1 } = validation;
  if (validation.type !== 'List') return [];
  if (!formula1.startsWith('=')) return formula1.split(',').map(entry => entry.trim());
  return [answerTo(calculation, sheet, validation, formula1, row, column)]
    .flat(2)
    .filter(value => value !== null && value !== '')
    .map(textOf);
}

/**
 * Whether a rule lets a value into a cell. A formula of the rule that gives an error lets everything in, as in Excel.
 */
export function admits(
  calculation: Calculation,
  sheet: BookSheet,
  validation: DataValidation,
  at: { readonly row: number; readonly column: number },
  value: CellValue,
): boolean {
  if (value === null || value === '') return validation.ignoreBlanks || validation.type === 'List';
  const limit = (formula: string): CellValue => {
    const answer = formula.startsWith('=')
      ? answerTo(calculation, sheet, validation, formula, at.row, at.column)
      : constantOf(formula);
    return Array.isArray(answer) ? (answer[0]?.[0] ?? null) : answer;
  };
  if (validation.type === 'List') {
    const entries = listEntries(calculation, sheet, validation, at.row, at.column);
    const isOwn = !validation.formula1.startsWith('=');
    // Entries written into the rule tell cases apart, entries in cells do not.
    const same = (entry: string): string => (isOwn ? entry : entry.toLowerCase());
    return entries.some(entry => same(entry) === same(textOf(value)));
  }
  if (validation.type === 'Custom') {
    const answer = limit(validation.formula1);
    return isError(answer) ? false : Boolean(answer);
  }
  const measured = validation.type === 'TextLength' ? textOf(value).length : value;
  if (typeof measured !== 'number') return false;
  if (validation.type === 'WholeNumber' && !Number.isInteger(measured)) return false;
  const [first, second] = [limit(validation.formula1), limit(validation.formula2)];
  if (isError(first) || isError(second)) return true;
  return compare(validation.operator, measured, Number(first), Number(second));
}

/** Refuse an entry that the cell's rule stops; rules that only warn let it in. */
export function assertAdmitted(
  calculation: Calculation,
  sheet: BookSheet,
  at: { readonly row: number; readonly column: number },
  value: () => CellValue,
): void {
  const validation = validationAt(sheet, at.row, at.column);
  if (!validation?.errorAlert.showAlert || validation.errorAlert.style !== 'Stop') return;
  if (admits(calculation, sheet, validation, at, value())) return;
  throw new EntryRefusal(validation.errorAlert.title, validation.errorAlert.message);
}

function compare(
  operator: DataValidation['operator'],
  value: number,
  first: number,
  second: number,
): boolean {
  switch (operator) {
    case 'Between':
      return value >= first && value <= second;
    case 'NotBetween':
      return value < first || value > second;
    case 'EqualTo':
      return value === first;
    case 'NotEqualTo':
      return value !== first;
    case 'GreaterThan':
      return value > first;
    case 'LessThan':
      return value < first;
    case 'GreaterThanOrEqualTo':
      return value >= first;
    case 'LessThanOrEqualTo':
      return value <= first;
  }
}

const constantOf = (text: string): CellValue => (text === '' ? null : Number(text));

const textOf = (value: CellValue): string => (isError(value) ? value.error : String(value ?? ''));

/** What a formula of the rule gives for one of its cells. */
function answerTo(
  calculation: Calculation,
  sheet: BookSheet,
  validation: DataValidation,
  formula: string,
  row: number,
  column: number,
): CellValue | CellValue[][] {
  const [base] = validation.areas;
  const translated = base ? translateFormula(formula, row - base.row, column - base.column) : formula;
  return calculation.evaluate(translated, sheet, row, column);
}
