/** What lies on a sheet by its rows and columns, as these come and go. */
import type { BookSheet } from '../bookSheet';
import type { Chart } from '../chart/chart';
import { placeRule } from '../conditionalFormats';
import { shiftValidation } from '../dataValidations';
import { type LineMove, movedArea } from '../formula/rewrite';
import type { Outline } from '../outline';
import type { ConditionalFormat, Table } from '../types';

/** Tables, formats, merges, hidden lines and sizes. */
export function moveFurniture(sheet: BookSheet, move: LineMove): void {
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
