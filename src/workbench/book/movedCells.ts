/** Cells that are cut and pasted: what refers to them follows, and they keep what they refer to. */
import { containsCell } from './address';
import type { BookSheet } from './bookSheet';
import type { BookState } from './bookState';
import type { Calculation } from './calculation/calculation';
import type { Chart } from './chart/chart';
import { BookName } from './definedNames';
import { type CellMove, relocateReferences } from './formula/rewrite';
import type { HistoryStep } from './history';
import type { Area, CellInput, CellStyle } from './types';

/** What an area holds, read before it is emptied. */
export interface TakenCells {
  readonly rows: readonly (readonly CellInput[])[];
  readonly styles: readonly (readonly CellStyle[])[];
}

/** Read an area's contents as inputs for `to`, its formulas with their references as the move leaves them. */
export function takeCells(from: BookSheet, area: Area, to: BookSheet, move: CellMove): TakenCells {
  const linesOf = <T>(cell: (row: number, column: number) => T): T[][] =>
    Array.from({ length: area.rowCount }, (_, down) =>
      Array.from({ length: area.columnCount }, (_, across) => cell(area.row + down, area.column + across)),
    );
  return {
    rows: linesOf((row, column) => {
      const formula = from.formula(row, column);
      if (formula !== null) return relocateReferences(formula, move, from.name, to.name);
      const value = from.grid.isSpilled(row, column) ? null : from.value(row, column);
      if (value === null) return '';
      return typeof value === 'string' ? `'${value}` : value;
    }),
    styles: linesOf((row, column) => from.style(row, column)),
  };
}

interface Rewritten {
  readonly before: string;
  readonly after: string;
  /** Gives the text that is there now, or null when there is none any more. */
  read(): string | null;
  write(text: string): void;
}

/**
 * Let everything outside the moved cells that refers to them follow: formulas, names and conditional formats. Gives the
 * way back, or null when nothing refers to them. Formulas that were written anew in between keep their text.
 */
export function followMove(
  state: BookState,
  calculation: Calculation,
  to: BookSheet,
  target: Area,
  move: CellMove,
): HistoryStep | null {
  const rewritten = [
    ...formulasOutside(state, calculation, to, target, move),
    ...state.names.flatMap(name => {
      if (!(name instanceof BookName)) return [];
      const sheet = state.sheets.find(each => each.id === name.scope)?.name ?? '';
      const after = relocateReferences(name.formula, move, sheet, sheet);
      const write = (text: string) => name.moveFormula(text);
      return changed({ before: name.formula, after, read: () => name.formula, write });
    }),
    ...state.sheets.flatMap(sheet =>
      sheet.conditionalFormats.flatMap(rule => {
        // Relative references are distances from each of the rule's cells, not references to the moved ones.
        const after = relocateReferences(rule.formula, move, sheet.name, sheet.name, true);
        const write = (text: string): void => {
          rule.formula = text;
        };
        return changed({ before: rule.formula, after, read: () => rule.formula, write });
      }),
    ),
    ...state.sheets.flatMap(sheet => sheet.charts.flatMap(chart => chartReferences(chart, move))),
  ];
  if (rewritten.length === 0) return null;
  const turn = (from: 'before' | 'after', into: 'before' | 'after') => (): void => {
    for (const each of rewritten) if (each.read() === each[from]) each.write(each[into]);
    calculation.structureChanged();
    calculation.run();
    for (const sheet of state.sheets) state.appearanceChanged(sheet);
  };
  const step = { undo: turn('after', 'before'), redo: turn('before', 'after') };
  step.redo();
  return step;
}

const changed = (text: Rewritten): Rewritten[] => (text.before === text.after ? [] : [text]);

/** A chart's references name their sheet, so where they are written tells nothing. */
function chartReferences(chart: Chart, move: CellMove): Rewritten[] {
  return chart.series.flatMap(series =>
    (['name', 'categories', 'values'] as const).flatMap(part => {
      const before = series[part];
      if (!before?.startsWith('=')) return [];
      const write = (text: string): void => {
        series[part] = text;
      };
      const after = relocateReferences(before, move, '', '');
      return changed({ before, after, read: () => series[part], write });
    }),
  );
}

function formulasOutside(
  state: BookState,
  calculation: Calculation,
  to: BookSheet,
  target: Area,
  move: CellMove,
): Rewritten[] {
  return state.sheets.flatMap(sheet =>
    [...sheet.formulas.values()].flatMap(({ row, column, text: before }) => {
      if (sheet === to && containsCell(target, row, column)) return [];
      const after = relocateReferences(before, move, sheet.name, sheet.name);
      const write = (text: string) => calculation.setFormula(sheet, row, column, text);
      return changed({ before, after, read: () => sheet.formula(row, column), write });
    }),
  );
}
