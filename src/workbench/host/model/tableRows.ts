import { notImplemented } from '../batch/apiError';
import type { CallArguments } from '../batch/callArguments';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import { requiredAt } from '../batch/required';
import type { Session } from '../session';
import type { SheetArea } from '../sheetArea';
import { writeCells } from './cells';
import { range } from './range';
import { bodyArea, requireFree, type SheetTable, valuesOf } from './tableArea';

/** Open `rows` of a table. */
export function tableRows(target: SheetTable): ModelObject {
  return ModelObject.of(tableRowCollectionClass, target);
}

interface TableRow {
  readonly of: SheetTable;
  readonly index: number;
}

const tableRowCollectionClass: ObjectClass<SheetTable> = {
  name: 'TableRowCollection',
  properties: { Count: { get: ({ table: own }) => own.area.rowCount - 1 } },
  items: target => rowsOf(target).map(row),
  methods: {
    GetCount: ({ table: own }) => own.area.rowCount - 1,
    GetItemAt: (target, args) => row(requiredAt(rowsOf(target), args.whole(0))),
    Add: (target, args, session) => addRows(target, args, session),
  },
};

function rowsOf(target: SheetTable): TableRow[] {
  return Array.from({ length: target.table.area.rowCount - 1 }, (_, index) => ({ of: target, index }));
}

function row(target: TableRow): ModelObject {
  return ModelObject.of(tableRowClass, target);
}

function rowArea({ of, index }: TableRow): SheetArea {
  const { sheet, area } = bodyArea(of);
  return { sheet, area: { ...area, row: area.row + index, rowCount: 1 } };
}

/** Rows at the end of the table, where the sheet is free. */
function addRows(target: SheetTable, args: CallArguments, session: Session): ModelObject {
  const { sheet, table: own } = target;
  const { area } = own;
  const count = area.rowCount - 1;
  if (!args.isOmitted(0) && args.whole(0) !== -1 && args.whole(0) !== count) {
    throw notImplemented('TableRowCollection.add in the middle of a table');
  }
  const added = args.json(1);
  const addedCount = Array.isArray(added) ? added.length : 1;
  const place = { ...area, row: area.row + area.rowCount, rowCount: addedCount };
  requireFree(sheet, place);
  session.book.resizeTable(sheet, own, { ...area, rowCount: area.rowCount + addedCount });
  if (added !== null) {
    writeCells({ sheet, area: place }, added, session);
  }
  return row({ of: target, index: count });
}

const tableRowClass: ObjectClass<TableRow> = {
  name: 'TableRow',
  identity: ({ index }) => ({ Index: index }),
  properties: {
    Index: { get: ({ index }) => index },
    Values: {
      get: target => valuesOf(rowArea(target)),
      set: (target, value, session) => writeCells(rowArea(target), value, session),
    },
  },
  methods: { GetRange: target => range(rowArea(target)) },
};
