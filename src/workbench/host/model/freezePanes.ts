import { maxColumns, maxRows } from '../../book/address';
import type { Area, Sheet } from '../../book/types';
import { ApiError } from '../batch/apiError';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import { required } from '../batch/required';
import type { Session } from '../session';
import { areaAt } from '../sheetArea';
import { range, rangeArgument } from './range';

/** Open `freezePanes` of a sheet. */
export function freezePanes(sheet: Sheet): ModelObject {
  return ModelObject.of(freezePanesClass, sheet);
}

const freezePanesClass: ObjectClass<Sheet> = {
  name: 'WorksheetFreezePanes',
  methods: {
    FreezeAt: (sheet, args, session) => {
      const value = args.at(0);
      const at = typeof value === 'string' ? areaAt(value, session.book, sheet) : rangeArgument(args, 0);
      if (!at) {
        throw new ApiError('InvalidArgument');
      }
      const { area } = at;
      const rows = area.rowCount === maxRows ? 0 : area.row + area.rowCount;
      const columns = area.columnCount === maxColumns ? 0 : area.column + area.columnCount;
      freeze(sheet, rows, columns, session);
    },
    FreezeRows: (sheet, args, session) => freeze(sheet, args.optionalWhole(0, 1), 0, session),
    FreezeColumns: (sheet, args, session) => freeze(sheet, 0, args.optionalWhole(0, 1), session),
    Unfreeze: (sheet, _args, session) => freeze(sheet, 0, 0, session),
    GetLocation: sheet => range({ sheet, area: required(frozenArea(sheet)) }),
    GetLocationOrNullObject: sheet => {
      const area = frozenArea(sheet);
      return area && range({ sheet, area });
    },
  },
};

function freeze(sheet: Sheet, rows: number, columns: number, session: Session): void {
  sheet.frozenRows = rows;
  sheet.frozenColumns = columns;
  session.book.touch(sheet);
}

/** Frozen rows alone are whole rows, frozen columns alone whole columns. */
function frozenArea({ frozenRows, frozenColumns }: Sheet): Area | null {
  if (frozenRows === 0 && frozenColumns === 0) {
    return null;
  }
  return { row: 0, column: 0, rowCount: frozenRows || maxRows, columnCount: frozenColumns || maxColumns };
}
