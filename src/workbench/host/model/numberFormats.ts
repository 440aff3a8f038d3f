import type { Area, CellStyle } from '../../book/types';
import { ApiError } from '../batch/apiError';
import type { Session } from '../session';
import type { SheetArea } from '../sheetArea';
import type { Json } from '../wire/json';
import { rowsFor } from './rowsOfSize';
import { requireWritable } from './writable';

/** The number format code of a cell, `General` when it has none. */
export function readNumberFormat(style: CellStyle): string {
  return style.numberFormat ?? 'General';
}

/** Set number formats: one code for all cells, or rows of codes of the range's size; a null leaves its cell as it is. */
export function writeNumberFormats(target: SheetArea, value: Json, session: Session): void {
  const { sheet, area } = target;
  requireWritable(sheet, 'allowFormatCells');
  if (!Array.isArray(value)) {
    session.book.setStyle(sheet, area, patchOf(value));
    return;
  }
  const rows = rowsFor(target, value);
  for (let column = 0; column < area.columnCount; column++) {
    for (const run of runsOf(rows, column)) {
      const cells = areaOf(area, column, run);
      if (run.value !== null) {
        session.book.setStyle(sheet, cells, patchOf(run.value));
      }
    }
  }
}

function patchOf(code: Json): CellStyle {
  if (typeof code !== 'string') {
    throw new ApiError('InvalidArgument');
  }
  return { numberFormat: code === 'General' || code === '' ? undefined : code };
}

interface Run {
  readonly first: number;
  readonly count: number;
  readonly value: Json;
}

/** Equal codes below one another become one change: a column of 50,000 dates is one, not 50,000. */
function runsOf(rows: readonly (readonly Json[])[], column: number): Run[] {
  const runs: Run[] = [];
  rows.forEach((row, index) => {
    const value = row[column] ?? null;
    const last = runs.at(-1);
    if (last && last.value === value) {
      runs[runs.length - 1] = { ...last, count: last.count + 1 };
    } else {
      runs.push({ first: index, count: 1, value });
    }
  });
  return runs;
}

function areaOf(area: Area, column: number, run: Run): Area {
  return { row: area.row + run.first, column: area.column + column, rowCount: run.count, columnCount: 1 };
}
