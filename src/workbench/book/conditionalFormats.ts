import { containsCell } from './address';
import type { BookSheet } from './bookSheet';
import type { Calculation } from './calculation/calculation';
import type { ConditionalFormat } from './types';

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
    if (!calculation.isConditionMet(rule.formula, sheet, rule.areas[0]!, row, column)) continue;
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
  for (const each of sheet.conditionalFormats) if (each.priority > removed!.priority) each.priority--;
  return true;
}

function byPriority(sheet: BookSheet): ConditionalFormat[] {
  const rules = sheet.conditionalFormats;
  const isSorted = rules.every((rule, index) => index === 0 || rules[index - 1]!.priority <= rule.priority);
  return isSorted ? rules : [...rules].sort((first, second) => first.priority - second.priority);
}
