import {
  axisOf,
  fold,
  groupLines,
  groupsOf,
  type OutlineAxis,
  showLevel,
  ungroupLines,
} from '../../book/outline';
import type { Sheet } from '../../book/types';
import { ApiError } from '../batch/apiError';
import type { CallArguments } from '../batch/callArguments';
import type { ObjectClass } from '../batch/modelObject';
import type { Session } from '../session';
import type { SheetArea } from '../sheetArea';

type Methods<T> = NonNullable<ObjectClass<T>['methods']>;

/** Group, ungroup and fold the rows or columns of a range (ExcelApi 1.10). */
export const rangeOutlining: Methods<SheetArea> = {
  Group: (target, args, session) =>
    changed(target.sheet, session, axisIn(args), axis => {
      const { from, count } = linesOf(target, axis);
      groupLines(axisOf(target.sheet, axis).outline, from, count);
    }),
  Ungroup: (target, args, session) =>
    changed(target.sheet, session, axisIn(args), axis => {
      const { from, count } = linesOf(target, axis);
      ungroupLines(target.sheet, axis, from, count);
    }),
  HideGroupDetails: (target, args, session) => foldAll(target, args, session, true),
  ShowGroupDetails: (target, args, session) => foldAll(target, args, session, false),
};

/** Show the outline of a sheet as deep as asked: 0 leaves an axis as it is. */
export const sheetOutlining: Methods<Sheet> = {
  ShowOutlineLevels: (sheet, args, session) => {
    const [rows, columns] = [args.whole(0), args.whole(1)];
    if (rows < 0 || columns < 0) throw new ApiError('InvalidArgument');
    if (rows > 0) changed(sheet, session, 'row', axis => showLevel(sheet, axis, rows));
    if (columns > 0) changed(sheet, session, 'column', axis => showLevel(sheet, axis, columns));
  },
};

function axisIn(args: CallArguments): OutlineAxis {
  const asked = args.text(0);
  if (asked === 'ByRows') return 'row';
  if (asked === 'ByColumns') return 'column';
  throw new ApiError('InvalidArgument');
}

const linesOf = ({ area }: SheetArea, axis: OutlineAxis): { from: number; count: number } =>
  axis === 'row' ? { from: area.row, count: area.rowCount } : { from: area.column, count: area.columnCount };

/** The groups that lie in a range or are summed up in it. */
function foldAll(target: SheetArea, args: CallArguments, session: Session, isFolded: boolean): void {
  changed(target.sheet, session, axisIn(args), axis => {
    const { from, count } = linesOf(target, axis);
    const isMeant = (line: number): boolean => line >= from && line < from + count;
    const groups = groupsOf(axisOf(target.sheet, axis).outline).filter(
      group => isMeant(group.summary) || (isMeant(group.from) && isMeant(group.to)),
    );
    for (const group of groups) fold(target.sheet, axis, group, isFolded);
  });
}

function changed(
  sheet: Sheet,
  { book }: Session,
  axis: OutlineAxis,
  make: (axis: OutlineAxis) => void,
): void {
  book.assertPermitted(sheet, axis === 'row' ? 'allowFormatRows' : 'allowFormatColumns');
  make(axis);
  book.touch(sheet);
}
