import { notImplemented } from '../batch/apiError';
import type { CallArguments } from '../batch/callArguments';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import { requiredAt } from '../batch/required';
import type { Session } from '../session';
import type { SheetArea } from '../sheetArea';
import { writeCells } from './cells';
import { asText } from './commonStyle';
import { range } from './range';
import { bodyArea, headerArea, requireFree, type SheetTable, valuesOf, wholeArea } from './tableArea';
import { tableFilter } from './tableFilter';

/** Open `columns` of a table. */
export function tableColumns(target: SheetTable): ModelObject {
  return ModelObject.of(tableColumnCollectionClass, target);
}

interface TableColumn {
  readonly of: SheetTable;
  readonly index: number;
}

const tableColumnCollectionClass: ObjectClass<SheetTable> = {
  name: 'TableColumnCollection',
  properties: { Count: { get: ({ table: own }) => own.area.columnCount } },
  items: target => columnsOf(target).map(column),
  item: (target, args) => findColumn(target, args),
  methods: {
    GetCount: ({ table: own }) => own.area.columnCount,
    GetItemOrNullObject: (target, args) => findColumn(target, args),
    GetItemAt: (target, args) => column(requiredAt(columnsOf(target), args.whole(0))),
    Add: (target, args, session) => addColumn(target, args, session),
  },
};

function column(target: TableColumn): ModelObject {
  return ModelObject.of(tableColumnClass, target);
}

function columnsOf(target: SheetTable): TableColumn[] {
  return Array.from({ length: target.table.area.columnCount }, (_, index) => ({ of: target, index }));
}

function columnName({ of, index }: TableColumn): string {
  return of.sheet.text(of.table.area.row, of.table.area.column + index);
}

/** A column by its name, or by its id (a number from 1). */
function findColumn(target: SheetTable, args: CallArguments): ModelObject | null {
  const key = args.key(0);
  const isId = typeof args.at(0) === 'number';
  const found = columnsOf(target).find(each =>
    isId ? String(each.index + 1) === key : columnName(each).toLowerCase() === key.toLowerCase(),
  );
  return found ? column(found) : null;
}

/** A column at the right end of the table, where the sheet is free. */
function addColumn(target: SheetTable, args: CallArguments, session: Session): ModelObject {
  const { sheet, table: own } = target;
  const { area } = own;
  if (!args.isOmitted(0) && args.whole(0) !== -1 && args.whole(0) !== area.columnCount) {
    throw notImplemented('TableColumnCollection.add in the middle of a table');
  }
  const place = { ...area, column: area.column + area.columnCount, columnCount: 1 };
  requireFree(sheet, place);
  session.book.resizeTable(sheet, own, { ...area, columnCount: area.columnCount + 1 });
  if (!args.isOmitted(1)) {
    writeCells({ sheet, area: place }, args.json(1), session);
  }
  const name = args.optionalText(2);
  if (name !== null) {
    writeCells({ sheet, area: { ...place, rowCount: 1 } }, name, session);
  }
  return column({ of: target, index: area.columnCount });
}

function columnPart(part: SheetArea, { index }: TableColumn): SheetArea {
  return { sheet: part.sheet, area: { ...part.area, column: part.area.column + index, columnCount: 1 } };
}

const tableColumnClass: ObjectClass<TableColumn> = {
  name: 'TableColumn',
  identity: ({ index }) => ({ Id: index + 1 }),
  properties: {
    Id: { get: ({ index }) => index + 1 },
    Index: { get: ({ index }) => index },
    Name: {
      get: columnName,
      set: (target, value, session) =>
        writeCells(columnPart(headerArea(target.of), target), asText(value), session),
    },
    Values: {
      get: target => valuesOf(columnPart(wholeArea(target.of), target)),
      set: (target, value, session) => writeCells(columnPart(wholeArea(target.of), target), value, session),
    },
  },
  objects: { Filter: ({ of, index }) => tableFilter(of, index) },
  methods: {
    GetRange: target => range(columnPart(wholeArea(target.of), target)),
    GetHeaderRowRange: target => range(columnPart(headerArea(target.of), target)),
    GetDataBodyRange: target => range(columnPart(bodyArea(target.of), target)),
  },
};
