import { containsCell, without } from './address';
import type { BookSheet } from './bookSheet';
import type { Calculation } from './calculation/calculation';
import { rebasedFormula } from './formula/rewrite';
import type { Area, ConditionalFormat } from './types';

type Format = ConditionalFormat['format'];

/**
 * Give what conditional formats make of a cell: rules in order of priority, each adding the properties that no rule
 * before it has set, until one that is met says stop.
 */
export function conditionalStyle(
  calculation: Calculation,
  sheet: BookSheet,
  row: number,
  column: number,
): Format {
  let style: Format = {};
  for (const rule of byPriority(sheet)) {
    if (!rule.areas.some(area => containsCell(area, row, column))) continue;
    if (!calculation.isConditionMet(rule.formula, sheet, rule.areas[0], row, column)) continue;
    style = { ...rule.format, ...style };
    if (rule.stopIfTrue) break;
  }
  return style;
}

/** Put a new rule before all others, as Excel does, and number the priorities anew. */
export function addRule(sheet: BookSheet, rule: ConditionalFormat): void {
  sheet.conditionalFormats.push(rule);
  for (const each of sheet.conditionalFormats) if (each !== rule) each.priority++;
  rule.priority = 0;
}

export function removeRule(sheet: BookSheet, rule: ConditionalFormat): boolean {
  const index = sheet.conditionalFormats.findIndex(each => each.id === rule.id);
  if (index < 0) return false;
  const [removed] = sheet.conditionalFormats.splice(index, 1);
  for (const each of sheet.conditionalFormats) if (each.priority > removed.priority) each.priority--;
  return true;
}

/**
 * Give a rule other areas, its formula written for the first cell of the first one. False when none are left.
 */
export function placeRule(rule: ConditionalFormat, areas: Area[]): boolean {
  const [from] = rule.areas;
  const [to] = areas;
  if (from && to) {
    rule.formula = rebasedFormula(rule.formula, to.row - from.row, to.column - from.column);
  }
  rule.areas = areas;
  return to !== undefined;
}

/** Take the rules off an area: those that reach farther keep the rest, those that do not are gone. */
export function withdrawRules(sheet: BookSheet, area: Area): void {
  for (const rule of [...sheet.conditionalFormats]) {
    const rest = rule.areas.flatMap(own => without(own, area));
    if (!placeRule(rule, rest)) removeRule(sheet, rule);
  }
}

/** Let conditional formats and entry rules over all rows of a table reach over those it took in at its end. */
export function growRules(sheet: BookSheet, bodyBefore: Area, added: number): void {
  const end = bodyBefore.row + bodyBefore.rowCount;
  const grown = (area: Area): Area => {
    const isOfTable =
      area.row <= bodyBefore.row &&
      area.row + area.rowCount === end &&
      area.column >= bodyBefore.column &&
      area.column + area.columnCount <= bodyBefore.column + bodyBefore.columnCount;
    return isOfTable ? { ...area, rowCount: area.rowCount + added } : area;
  };
  for (const rule of [...sheet.conditionalFormats, ...sheet.dataValidations]) {
    rule.areas = rule.areas.map(grown);
  }
}

function byPriority(sheet: BookSheet): ConditionalFormat[] {
  const rules = sheet.conditionalFormats;
  const isSorted = rules.every((rule, index) => index === 0 || rules[index - 1].priority <= rule.priority);
  return isSorted ? rules : [...rules].sort((first, second) => first.priority - second.priority);
}
