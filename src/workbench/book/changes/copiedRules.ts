/** Conditional formats and entry rules of cells that are copied or moved, in place of those that were there. */
import { containsCell, intersects, without } from '../address';
import type { BookSheet } from '../bookSheet';
import { addRule, placeRule, removeRule, withdrawRules } from '../conditionalFormats';
import { placeValidation, rewriteValidation, withdrawValidations } from '../dataValidations';
import { rebasedFormula } from '../formula/rewrite';
import type { Area } from '../types';
import type { BookParts } from './bookParts';

/** The cell that another one is a copy of. */
export type PlaceOf = (row: number, column: number) => { readonly row: number; readonly column: number };

interface Ruled {
  readonly areas: readonly Area[];
}

/** Let what lies on cells lie on their copies too; on the same sheet a rule reaches farther, on another it is written anew. */
export function copyRules(
  { state, steps }: BookParts,
  from: BookSheet,
  placeOf: PlaceOf,
  to: BookSheet,
  target: Area,
): void {
  if (!hasRules(from) && !hasRules(to)) return;
  const formats = from.conditionalFormats.map(rule => ({ rule, gained: gainedAreas(rule, placeOf, target) }));
  const entries = from.dataValidations.map(rule => ({ rule, gained: gainedAreas(rule, placeOf, target) }));
  steps.furnish(to, () => {
    if (from === to) {
      for (const { rule, gained } of formats) {
        const areas = reaching(rule, gained, target);
        if (areas && !placeRule(rule, areas)) removeRule(to, rule);
      }
      to.dataValidations = entries.flatMap(({ rule, gained }) => {
        const areas = reaching(rule, gained, target);
        return areas && !placeValidation(rule, areas) ? [] : [rule];
      });
      return;
    }
    withdrawRules(to, target);
    withdrawValidations(to, target);
    // Each new one comes before the others, so that the last one added counts first.
    for (const { rule, gained } of formats.toSorted(
      (one, other) => other.rule.priority - one.rule.priority,
    )) {
      const formula = moved(rule, gained);
      if (formula) addRule(to, { ...rule, id: state.newId(), areas: gained, formula: formula(rule.formula) });
    }
    for (const { rule, gained } of entries) {
      const formula = moved(rule, gained);
      if (!formula) continue;
      const copy = { ...rule, id: state.newId(), areas: gained };
      rewriteValidation(copy, formula);
      to.dataValidations.push(copy);
    }
  });
}

const hasRules = (sheet: BookSheet): boolean =>
  sheet.conditionalFormats.length > 0 || sheet.dataValidations.length > 0;

/** The areas of a rule on the same sheet once it lies in the target only where it is gained; null where nothing changes. */
function reaching({ areas }: Ruled, gained: readonly Area[], target: Area): Area[] | null {
  if (gained.length === 0 && !areas.some(area => intersects(area, target))) return null;
  const isCovered = gained.every(area => areas.some(own => without(area, own).length === 0));
  const rest = gained.reduce<Area[]>((left, area) => left.flatMap(each => without(each, area)), [target]);
  if (isCovered && !areas.some(area => rest.some(each => intersects(area, each)))) return null;
  return joined([...areas.flatMap(area => without(area, target)), ...gained]);
}

/** How the formulas of a rule are written for the first of its new areas; null without one. */
function moved({ areas: [base] }: Ruled, [first]: readonly Area[]): ((formula: string) => string) | null {
  if (!base || !first) return null;
  return formula => rebasedFormula(formula, first.row - base.row, first.column - base.column);
}

/** The parts of a target whose cells are copies of cells with the rule. */
function gainedAreas({ areas }: Ruled, placeOf: PlaceOf, target: Area): Area[] {
  const runs: Area[] = [];
  for (let column = target.column; column < target.column + target.columnCount; column++) {
    let rowCount = 0;
    for (let row = target.row; row < target.row + target.rowCount; row++) {
      const from = placeOf(row, column);
      if (!areas.some(area => containsCell(area, from.row, from.column))) {
        rowCount = 0;
        continue;
      }
      if (rowCount > 0) runs.pop();
      rowCount += 1;
      runs.push({ row: row - rowCount + 1, column, rowCount, columnCount: 1 });
    }
  }
  return joined(runs);
}

/** More areas than these are left as they are: each is looked at with each. */
const mostJoined = 200;

/** Areas with those that are one rectangle together made one. */
function joined(areas: readonly Area[]): Area[] {
  if (areas.length > mostJoined) return [...areas];
  const whole: Area[] = [];
  for (const area of areas) {
    let grown = area;
    for (;;) {
      const at = whole.findIndex(each => together(each, grown) !== null);
      if (at < 0) break;
      grown = together(whole[at]!, grown)!;
      whole.splice(at, 1);
    }
    whole.push(grown);
  }
  return whole;
}

function together(one: Area, other: Area): Area | null {
  const { row, column, rowCount, columnCount } = one;
  if (column === other.column && columnCount === other.columnCount) {
    const isNext = row + rowCount === other.row || other.row + other.rowCount === row;
    if (isNext) return { ...one, row: Math.min(row, other.row), rowCount: rowCount + other.rowCount };
  }
  if (row === other.row && rowCount === other.rowCount) {
    const isNext = column + columnCount === other.column || other.column + other.columnCount === column;
    const start = Math.min(column, other.column);
    if (isNext) return { ...one, column: start, columnCount: columnCount + other.columnCount };
  }
  return null;
}
