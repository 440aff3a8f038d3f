import { setFilter } from '../../book/tableFilter';
import type { Table } from '../../book/types';
import { ApiError, notImplemented } from '../batch/apiError';
import { ModelObject, type ObjectClass, type Property } from '../batch/modelObject';
import type { Session } from '../session';
import { areaAt, type SheetArea } from '../sheetArea';
import { asFlag, asText } from './commonStyle';
import { isRange, range } from './range';
import { tableSort } from './sorting';
import { bodyArea, headerArea, type SheetTable, wholeArea } from './tableArea';
import { tableColumns } from './tableColumns';
import { tableRows } from './tableRows';
import { worksheet } from './worksheet';
import { requireWritable } from './writable';

/** Make the `Table` object of a table. */
export function table(target: SheetTable): ModelObject {
  return ModelObject.of(tableClass, target);
}

/** A property that this table can only have one value of; setting another is refused by name. */
function fixed(name: string, value: boolean): Property<SheetTable> {
  return {
    get: () => value,
    set: (_target, wanted) => {
      if (wanted !== value) {
        throw notImplemented(`Table.${name} = ${String(wanted)}`);
      }
    },
  };
}

const tableClass: ObjectClass<SheetTable> = {
  name: 'Table',
  identity: target => ({ Id: target.table.id }),
  properties: {
    Id: { get: target => target.table.id },
    Name: {
      get: target => target.table.name,
      set: (target, value, session) =>
        change(target, session, each => {
          each.name = asText(value);
        }),
    },
    Style: {
      get: target => target.table.style,
      set: (target, value, session) =>
        change(target, session, each => {
          each.style = asText(value);
        }),
    },
    ShowFilterButton: {
      get: target => target.table.showFilterButton,
      set: (target, value, session) =>
        change(target, session, each => {
          each.showFilterButton = asFlag(value);
        }),
    },
    ShowBandedRows: {
      get: target => target.table.showBandedRows,
      set: (target, value, session) =>
        change(target, session, each => {
          each.showBandedRows = asFlag(value);
        }),
    },
    ShowHeaders: fixed('showHeaders', true),
    ShowTotals: {
      get: ({ table: own }) => own.totalsRowCount > 0,
      set: ({ table: own }, wanted) => {
        if (wanted !== own.totalsRowCount > 0) {
          throw notImplemented(`Table.showTotals = ${String(wanted)}`);
        }
      },
    },
    ShowBandedColumns: fixed('showBandedColumns', false),
    HighlightFirstColumn: fixed('highlightFirstColumn', false),
    HighlightLastColumn: fixed('highlightLastColumn', false),
  },
  objects: {
    Worksheet: ({ sheet }) => worksheet(sheet),
    Columns: target => tableColumns(target),
    Rows: target => tableRows(target),
    Sort: target => tableSort(target),
  },
  methods: {
    GetRange: target => range(wholeArea(target)),
    GetHeaderRowRange: target => range(headerArea(target)),
    GetDataBodyRange: target => range(bodyArea(target)),
    ClearFilters: ({ sheet, table: own }, _args, session) => {
      requireWritable(sheet, 'allowAutoFilter');
      for (const offset of [...own.filters.keys()]) {
        setFilter(sheet, own, own.area.column + offset, new Set());
      }
      session.book.touch(sheet);
    },
    ConvertToRange: (target, _args, session) => {
      requireWritable(target.sheet);
      session.book.removeTable(target.sheet, target.table);
      return range(wholeArea(target));
    },
    Delete: (target, _args, session) => {
      const { sheet } = target;
      requireWritable(sheet);
      session.book.removeTable(sheet, target.table);
      session.book.clear(sheet, target.table.area, 'all', 'addin');
    },
    Resize: (target, args, session) => {
      const value = args.at(0);
      const area = isRange(value)
        ? (value.target as SheetArea)
        : areaAt(args.text(0), session.book, target.sheet);
      if (!area || area.sheet !== target.sheet) {
        throw new ApiError('InvalidArgument');
      }
      session.book.resizeTable(target.sheet, target.table, area.area);
    },
  },
};

function change({ sheet, table: own }: SheetTable, session: Session, set: (table: Table) => void): void {
  requireWritable(sheet);
  set(own);
  session.book.touch(sheet);
}
