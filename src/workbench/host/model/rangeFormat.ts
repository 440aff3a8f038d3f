import { usualColumnWidth, usualRowHeight } from '../../book/lineSizes';
import type { Area, CellStyle, Sheet } from '../../book/types';
import { ApiError } from '../batch/apiError';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import type { Session } from '../session';
import type { Json } from '../wire/json';
import {
  applyStyle,
  asColor,
  asFlag,
  asNumber,
  asText,
  type FormattedAreas,
  styleProperty,
} from './commonStyle';
import { pixelsOf, pointsOf } from './pixels';
import { rangeBorders } from './rangeBorders';
import { requireWritable } from './writable';

/** Open `format` of a range or of range areas. */
export function rangeFormat(target: FormattedAreas): ModelObject {
  return ModelObject.of(rangeFormatClass, target);
}

const horizontals: Readonly<Record<string, CellStyle['horizontal']>> = {
  General: 'general',
  Left: 'left',
  Center: 'center',
  Right: 'right',
};

const verticals: Readonly<Record<string, CellStyle['vertical']>> = {
  Top: 'top',
  Center: 'center',
  Bottom: 'bottom',
};

const rangeFormatClass: ObjectClass<FormattedAreas> = {
  name: 'RangeFormat',
  properties: {
    WrapText: styleProperty(
      style => style.wrap ?? false,
      value => ({ wrap: asFlag(value) }),
    ),
    HorizontalAlignment: styleProperty(
      style => nameOf(horizontals, style.horizontal ?? 'general'),
      value => ({ horizontal: memberOf(horizontals, value) }),
    ),
    VerticalAlignment: styleProperty(
      style => nameOf(verticals, style.vertical ?? 'bottom'),
      value => ({ vertical: memberOf(verticals, value) }),
    ),
    IndentLevel: styleProperty(
      style => style.indent ?? 0,
      value => ({ indent: asNumber(value) }),
    ),
    ColumnWidth: {
      get: target => commonSize(columnWidths(target)),
      set: (target, value, session) => setSizes(columnWidths(target), asNumber(value), target, session),
    },
    RowHeight: {
      get: target => commonSize(rowHeights(target)),
      set: (target, value, session) => setSizes(rowHeights(target), asNumber(value), target, session),
    },
  },
  objects: {
    Fill: target => ModelObject.of(rangeFillClass, target),
    Font: target => ModelObject.of(rangeFontClass, target),
    Borders: target => rangeBorders(target),
  },
  methods: {
    AutofitColumns: (target, _args, session) => autofitColumns(target, session),
    AutofitRows: (target, _args, session) => {
      requireWritable(target.sheet, 'allowFormatRows');
      const { sizes, first, last } = rowHeights(target);
      for (let row = first; row <= last; row++) {
        sizes.delete(row);
      }
      session.book.touch(target.sheet);
    },
  },
};

const rangeFillClass: ObjectClass<FormattedAreas> = {
  name: 'RangeFill',
  properties: {
    Color: styleProperty(
      // Excel answers white for a cell without a fill.
      style => style.fill ?? '#FFFFFF',
      value => ({ fill: value === '' ? undefined : asColor(value) }),
    ),
  },
  methods: {
    Clear: (target, _args, session) => applyStyle(target, { fill: undefined }, session),
  },
};

const rangeFontClass: ObjectClass<FormattedAreas> = {
  name: 'RangeFont',
  properties: {
    Color: styleProperty(
      style => style.fontColor ?? '#000000',
      value => ({ fontColor: asColor(value) }),
    ),
    Bold: styleProperty(
      style => style.bold ?? false,
      value => ({ bold: asFlag(value) }),
    ),
    Italic: styleProperty(
      style => style.italic ?? false,
      value => ({ italic: asFlag(value) }),
    ),
    Name: styleProperty(
      style => style.fontName ?? 'Calibri',
      value => ({ fontName: asText(value) }),
    ),
    Size: styleProperty(
      style => style.fontSize ?? 11,
      value => ({ fontSize: asNumber(value) }),
    ),
    Strikethrough: styleProperty(
      style => style.strikethrough ?? false,
      value => ({ strikethrough: asFlag(value) }),
    ),
    Underline: styleProperty(
      style => (style.underline ? 'Single' : 'None'),
      value => ({ underline: asText(value) !== 'None' }),
    ),
  },
};

function memberOf<Value>(names: Readonly<Record<string, Value>>, name: Json): Value {
  const text = asText(name);
  const known = Object.keys(names).find(key => key.toLowerCase() === text.toLowerCase());
  if (known === undefined) {
    throw new ApiError('InvalidArgument');
  }
  return names[known];
}

function nameOf<Value>(names: Readonly<Record<string, Value>>, value: Value): string | null {
  return Object.keys(names).find(name => names[name] === value) ?? null;
}

/** Widths or heights of a run of columns or rows. */
interface Sizes {
  readonly sizes: Map<number, number>;
  readonly first: number;
  readonly last: number;
  readonly defaultPixels: number;
}

function columnWidths({ sheet, areas }: FormattedAreas): Sizes {
  const first = Math.min(...areas.map(area => area.column));
  const last = Math.max(...areas.map(area => area.column + area.columnCount - 1));
  return { sizes: sheet.columnWidths, first, last, defaultPixels: usualColumnWidth };
}

function rowHeights({ sheet, areas }: FormattedAreas): Sizes {
  const first = Math.min(...areas.map(area => area.row));
  const last = Math.max(...areas.map(area => area.row + area.rowCount - 1));
  return { sizes: sheet.rowHeights, first, last, defaultPixels: usualRowHeight };
}

function commonSize({ sizes, first, last, defaultPixels }: Sizes): number | null {
  const pixels = sizes.get(first) ?? defaultPixels;
  for (let index = first; index <= last; index++) {
    if ((sizes.get(index) ?? defaultPixels) !== pixels) {
      return null;
    }
  }
  return pointsOf(pixels);
}

function setSizes(
  { sizes, first, last }: Sizes,
  points: number,
  target: FormattedAreas,
  session: Session,
): void {
  const isOfColumns = sizes === target.sheet.columnWidths;
  requireWritable(target.sheet, isOfColumns ? 'allowFormatColumns' : 'allowFormatRows');
  if (points < 0) {
    throw new ApiError('InvalidArgument');
  }
  for (let index = first; index <= last; index++) {
    sizes.set(index, pixelsOf(points));
  }
  session.book.touch(target.sheet);
}

const pixelsPerLetter = 7;
const cellPaddingPixels = 12;
const widestColumnPixels = 1790;
const wideLetters =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

/** Make columns as wide as their longest text (a Chinese character counts twice), as a double click on the border does. */
function autofitColumns(target: FormattedAreas, session: Session): void {
  requireWritable(target.sheet, 'allowFormatColumns');
  const { sheet } = target;
  const used = sheet.usedArea(true);
  const { first, last } = columnWidths(target);
  const lastUsed = used ? Math.min(last, used.column + used.columnCount - 1) : -1;
  for (let column = first; column <= lastUsed; column++) {
    const width = longestText(sheet, column, used);
    if (width > 0) {
      sheet.columnWidths.set(
        column,
        Math.min(widestColumnPixels, width * pixelsPerLetter + cellPaddingPixels),
      );
    }
  }
  session.book.touch(sheet);
}

function longestText(sheet: Sheet, column: number, used: Area | null): number {
  let longest = 0;
  const lastRow = used ? used.row + used.rowCount : 0;
  for (let row = used?.row ?? 0; row < lastRow; row++) {
    const text = sheet.text(row, column);
    longest = Math.max(longest, text.length + (text.match(wideLetters)?.length ?? 0));
  }
  return longest;
}
