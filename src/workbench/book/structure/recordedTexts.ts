import type { BookSheet } from '../bookSheet';
import type { BookState } from '../bookState';
import { recordReferences } from '../chart/chart';
import { recordValidation } from '../dataValidations';
import { BookName } from '../definedNames';
import type { ConditionalFormat, Table } from '../types';
import { FormulaTexts } from './formulaTexts';

export interface RecordedTexts {
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
export function recordTexts(state: BookState, sheet: BookSheet): RecordedTexts {
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
