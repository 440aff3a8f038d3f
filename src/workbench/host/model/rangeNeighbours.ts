import { intersection, isOnSheet, maxColumns, maxRows, union } from '../../book/address';
import type { Area, Sheet } from '../../book/types';
import { ApiError } from '../batch/apiError';
import type { CallArguments } from '../batch/callArguments';
import type { ModelObject, ObjectClass } from '../batch/modelObject';
import { required } from '../batch/required';
import type { Session } from '../session';
import { areaAt, type SheetArea } from '../sheetArea';
import { range, rangeArgument } from './range';
import { surroundingRegion, usedWithin } from './regions';

type Methods = NonNullable<ObjectClass<SheetArea>['methods']>;

/** The methods of a range that give another range found from it. */
export const rangeNeighbours: Methods = {
  GetCell: (target, args) =>
    moved(target, { row: args.whole(0), column: args.whole(1), rowCount: 1, columnCount: 1 }),
  GetRow: (target, args) => {
    requireInside(args.whole(0), target.area.rowCount);
    return sized(target, { row: target.area.row + args.whole(0), rowCount: 1 });
  },
  GetColumn: (target, args) => {
    requireInside(args.whole(0), target.area.columnCount);
    return sized(target, { column: target.area.column + args.whole(0), columnCount: 1 });
  },
  GetResizedRange: (target, args) =>
    sized(target, {
      rowCount: target.area.rowCount + args.whole(0),
      columnCount: target.area.columnCount + args.whole(1),
    }),
  GetAbsoluteResizedRange: (target, args) =>
    sized(target, { rowCount: args.whole(0), columnCount: args.whole(1) }),
  GetOffsetRange: (target, args) =>
    sized(target, { row: target.area.row + args.whole(0), column: target.area.column + args.whole(1) }),
  GetLastRow: target => sized(target, { row: lastRow(target.area), rowCount: 1 }),
  GetLastColumn: target => sized(target, { column: lastColumn(target.area), columnCount: 1 }),
  GetLastCell: target =>
    sized(target, {
      row: lastRow(target.area),
      column: lastColumn(target.area),
      rowCount: 1,
      columnCount: 1,
    }),
  GetEntireRow: target => sized(target, { column: 0, columnCount: maxColumns }),
  GetEntireColumn: target => sized(target, { row: 0, rowCount: maxRows }),
  GetColumnsAfter: (target, args) => columnsAfter(target, args.optionalWhole(0, 1)),
  GetColumnsBefore: (target, args) => columnsAfter(target, -args.optionalWhole(0, 1)),
  GetRowsBelow: (target, args) => rowsBelow(target, args.optionalWhole(0, 1)),
  GetRowsAbove: (target, args) => rowsBelow(target, -args.optionalWhole(0, 1)),
  GetBoundingRect: (target, args, session) => {
    const other = otherRange(target, args, session);
    return range({ sheet: target.sheet, area: union(target.area, other.area) });
  },
  GetIntersection: (target, args, session) => required(common(target, args, session)),
  GetIntersectionOrNullObject: (target, args, session) => common(target, args, session),
  GetUsedRange: (target, args) => required(used(target, args.flag(0, false))),
  GetUsedRangeOrNullObject: (target, args) => used(target, args.flag(0, false)),
  GetSurroundingRegion: ({ sheet, area }) => range({ sheet, area: surroundingRegion(sheet, area) }),
  GetSpillingToRange: target => required(spillingTo(target)),
  GetSpillingToRangeOrNullObject: target => spillingTo(target),
  GetSpillParent: target => required(spillParent(target)),
  GetSpillParentOrNullObject: target => spillParent(target),
};

function lastRow(area: Area): number {
  return area.row + area.rowCount - 1;
}

function lastColumn(area: Area): number {
  return area.column + area.columnCount - 1;
}

/** A cell may lie outside its range (Excel allows it) but not outside the sheet. */
function moved({ sheet, area }: SheetArea, to: Area): ModelObject {
  return onSheet({ sheet, area: { ...to, row: area.row + to.row, column: area.column + to.column } });
}

function sized({ sheet, area }: SheetArea, change: Partial<Area>): ModelObject {
  return onSheet({ sheet, area: { ...area, ...change } });
}

function onSheet(target: SheetArea): ModelObject {
  if (!isOnSheet(target.area)) {
    throw new ApiError('InvalidArgument');
  }
  return range(target);
}

function requireInside(index: number, count: number): void {
  if (index < 0 || index >= count) {
    throw new ApiError('InvalidArgument');
  }
}

/** The next columns to the right, or to the left for a negative count. */
function columnsAfter(target: SheetArea, count: number): ModelObject {
  const column = count > 0 ? lastColumn(target.area) + 1 : target.area.column + count;
  return sized(target, { column, columnCount: Math.abs(count) });
}

function rowsBelow(target: SheetArea, count: number): ModelObject {
  const row = count > 0 ? lastRow(target.area) + 1 : target.area.row + count;
  return sized(target, { row, rowCount: Math.abs(count) });
}

/** The other range of a call: an object, or its address. It has to be on the same sheet. */
function otherRange({ sheet }: SheetArea, args: CallArguments, session: Session): SheetArea {
  const value = args.at(0);
  const other = typeof value === 'string' ? areaAt(value, session.book, sheet) : rangeArgument(args, 0);
  if (!other || other.sheet !== sheet) {
    throw new ApiError('InvalidArgument');
  }
  return other;
}

function common(target: SheetArea, args: CallArguments, session: Session): ModelObject | null {
  const area = intersection(target.area, otherRange(target, args, session).area);
  return area && range({ sheet: target.sheet, area });
}

function used({ sheet, area }: SheetArea, valuesOnly: boolean): ModelObject | null {
  const within = usedWithin(sheet, area, valuesOnly);
  return within && range({ sheet, area: within });
}

function requireSingleCell({ area }: SheetArea): void {
  if (area.rowCount !== 1 || area.columnCount !== 1) {
    throw new ApiError('InvalidArgument');
  }
}

/** The whole spill, when the cell is the one with the formula. */
function spillingTo(target: SheetArea): ModelObject | null {
  requireSingleCell(target);
  const { sheet, area } = target;
  const spill = spillAt(sheet, area);
  const isAnchor = spill?.anchor.row === area.row && spill.anchor.column === area.column;
  return spill && isAnchor ? range({ sheet, area: spill.area }) : null;
}

/** An array formula that was entered over its cells does not spill. */
function spillAt(sheet: Sheet, { row, column }: Area): ReturnType<Sheet['spill']> {
  return sheet.arrayFormula(row, column) ? null : sheet.spill(row, column);
}

function spillParent(target: SheetArea): ModelObject | null {
  requireSingleCell(target);
  const { sheet, area } = target;
  const anchor = spillAt(sheet, area)?.anchor;
  return anchor ? range({ sheet, area: { ...anchor, rowCount: 1, columnCount: 1 } }) : null;
}
