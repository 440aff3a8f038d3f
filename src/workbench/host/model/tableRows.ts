import { bodyOf } from '../../book/tables';
import { ApiError } from '../batch/apiError';
import type { CallArguments } from '../batch/callArguments';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import { requiredAt } from '../batch/required';
import type { Session } from '../session';
import type { SheetArea } from '../sheetArea';
import { writeCells } from './cells';
import { range } from './range';
import { bodyArea, isFree, type SheetTable, valuesOf } from './tableArea';

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
  properties: { Count: { get: ({ table: own }) => bodyOf(own).rowCount } },
  items: target => rowsOf(target).map(row),
  methods: {
    GetCount: ({ table: own }) => bodyOf(own).rowCount,
    GetItemAt: (target, args) => row(requiredAt(rowsOf(target), args.whole(0))),
    Add: (target, args, session) => addRows(target, args, session),
  },
};

function rowsOf(target: SheetTable): TableRow[] {
  return Array.from({ length: bodyOf(target.table).rowCount }, (_, index) => ({ of: target, index }));
}

function row(target: TableRow): ModelObject {
  return ModelObject.of(tableRowClass, target);
}

function rowArea({ of, index }: TableRow): SheetArea {
  const { sheet, area } = bodyArea(of);
  return { sheet, area: { ...area, row: area.row + index, rowCount: 1 } };
}

/** Rows anywhere in the table: what stands below its columns moves down. */
function addRows(target: SheetTable, args: CallArguments, session: Session): ModelObject {
  const { sheet, table: own } = target;
  const { area } = own;
  const count = bodyOf(own).rowCount;
  const index = args.isOmitted(0) || args.whole(0) === -1 ? count : args.whole(0);
  if (index < 0 || index > count) {
    throw new ApiError('InvalidArgument', 'The row lies outside the table.');
  }
  const added = args.json(1);
  const addedCount = Array.isArray(added) ? added.length : 1;
  const place = { ...area, row: area.row + 1 + index, rowCount: addedCount };
  const isWithin = index < count || own.totalsRowCount > 0;
  if (isWithin || !isFree(sheet, place)) {
    session.book.insertCells(sheet, place, 'Down', 'addin');
  }
  if (!isWithin) {
    session.book.resizeTable(sheet, own, { ...area, rowCount: area.rowCount + addedCount });
  }
  if (added !== null) {
    writeCells({ sheet, area: place }, added, session);
  }
  return row({ of: target, index });
}

/** Excel keeps a table's only row, and empties it. */
function deleteRow(target: TableRow, session: Session): void {
  const { sheet, area } = rowArea(target);
  if (bodyOf(target.of.table).rowCount > 1) {
    session.book.deleteCells(sheet, area, 'Up', 'addin');
  } else {
    session.book.clear(sheet, area, 'contents', 'addin');
  }
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
  methods: {
    GetRange: target => range(rowArea(target)),
    Delete: (target, _args, session) => {
      deleteRow(target, session);
      return undefined;
    },
  },
};
