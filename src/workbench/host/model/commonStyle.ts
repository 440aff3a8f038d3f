import { intersection } from '../../book/address';
import type { Area, CellStyle, Sheet } from '../../book/types';
import { ApiError } from '../batch/apiError';
import type { Property } from '../batch/modelObject';
import type { Session } from '../session';
import { isSameArea, type SheetArea } from '../sheetArea';
import type { Json } from '../wire/json';
import { requireWritable } from './writable';

/** The cells whose format it is: one area for a range, several for range areas. */
export interface FormattedAreas {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

/**
 * Give what all cells of a range have in common, or null when they differ (as every format property of Excel does).
 * Cells beyond the used area are all alike, so whole columns cost no more than what is on the sheet.
 */
export function commonOf(
  { sheet, area }: SheetArea,
  read: (sheet: Sheet, row: number, column: number) => Json,
): Json {
  const used = sheet.usedArea(false);
  const visited = used && intersection(used, area);
  const hasUnused = !visited || !isSameArea(visited, area);
  const unused = hasUnused ? firstOutside(area, visited) : null;
  let common = unused ? read(sheet, unused.row, unused.column) : undefined;
  if (visited) {
    for (let row = visited.row; row < visited.row + visited.rowCount; row++) {
      for (let column = visited.column; column < visited.column + visited.columnCount; column++) {
        const value = read(sheet, row, column);
        common ??= value;
        if (value !== common) {
          return null;
        }
      }
    }
  }
  return common ?? null;
}

interface Corner {
  readonly row: number;
  readonly column: number;
}

/** Some cell of the range that is not in the used part. */
function firstOutside(area: Area, visited: Area | null): Corner {
  if (!visited || visited.row > area.row || visited.column > area.column) {
    return { row: area.row, column: area.column };
  }
  return { row: area.row + area.rowCount - 1, column: area.column + area.columnCount - 1 };
}

/** Make the table entry of a format property that the book keeps for each cell. */
export function styleProperty(
  read: (style: CellStyle) => Json,
  patch: (value: Json) => CellStyle,
): Property<FormattedAreas> {
  return {
    get: target => commonOfAreas(target, read),
    set: (target, value, session) => applyStyle(target, patch(value), session),
  };
}

function commonOfAreas({ sheet, areas }: FormattedAreas, read: (style: CellStyle) => Json): Json {
  const values = areas.map(area =>
    commonOf({ sheet, area }, (_, row, column) => read(sheet.style(row, column))),
  );
  const [first = null] = values;
  return values.every(value => value === first) ? first : null;
}

/** Change the format of all cells of some areas of a sheet. */
export function applyStyle({ sheet, areas }: FormattedAreas, patch: CellStyle, session: Session): void {
  requireWritable(sheet, 'allowFormatCells');
  for (const area of areas) {
    session.book.setStyle(sheet, area, patch);
  }
}

export function asFlag(value: Json): boolean {
  if (typeof value !== 'boolean') {
    throw new ApiError('InvalidArgument');
  }
  return value;
}

export function asText(value: Json): string {
  if (typeof value !== 'string') {
    throw new ApiError('InvalidArgument');
  }
  return value;
}

/** One of the names that a property knows, or `InvalidArgument`. */
export function asOneOf<T extends string>(names: readonly T[], value: Json): T {
  const found = names.find(name => name === value);
  if (found === undefined) {
    throw new ApiError('InvalidArgument');
  }
  return found;
}

export function asNumber(value: Json): number {
  if (typeof value !== 'number') {
    throw new ApiError('InvalidArgument');
  }
  return value;
}

/** A colour as Office.js takes it: `#RRGGBB` or an HTML colour name that Excel knows; the book keeps `#RRGGBB`. */
export function asColor(value: Json): string {
  const text = asText(value).toUpperCase();
  const color = text.startsWith('#') ? text : namedColors[text];
  if (!color || !/^#[0-9A-F]{6}$/.test(color)) {
    throw new ApiError('InvalidArgument');
  }
  return color;
}

const namedColors: Readonly<Record<string, string>> = {
  BLACK: '#000000',
  BLUE: '#0000FF',
  GRAY: '#808080',
  GREEN: '#008000',
  ORANGE: '#FFA500',
  PURPLE: '#800080',
  RED: '#FF0000',
  WHITE: '#FFFFFF',
  YELLOW: '#FFFF00',
};
