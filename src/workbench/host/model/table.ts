import { intersection } from '../../book/address';
import type { Area, Sheet, Table } from '../../book/types';
import { ApiError, notImplemented } from '../batch/apiError';
import type { CallArguments } from '../batch/callArguments';
import { ModelObject, type ObjectClass, type Property } from '../batch/modelObject';
import type { Session } from '../session';
import { areaAt, type SheetArea } from '../sheetArea';
import type { Json } from '../wire/json';
import { readCells, requireWritable, valueForAddin, writeCells } from './cells';
import { asFlag, asText } from './commonStyle';
import { isRange, range } from './range';
import { worksheet } from './worksheet';

export interface SheetTable {
  readonly sheet: Sheet;
  readonly table: Table;
}

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
      set: (target, value, session) => change(target, session, each => void (each.name = asText(value))),
    },
    Style: {
      get: target => target.table.style,
      set: (target, value, session) => change(target, session, each => void (each.style = asText(value))),
    },
    ShowFilterButton: {
      get: target => target.table.showFilterButton,
      set: (target, value, session) =>
        change(target, session, each => void (each.showFilterButton = asFlag(value))),
    },
    ShowBandedRows: {
      get: target => target.table.showBandedRows,
      set: (target, value, session) =>
        change(target, session, each => void (each.showBandedRows = asFlag(value))),
    },
    ShowHeaders: fixed('showHeaders', true),
    ShowTotals: fixed('showTotals', false),
    ShowBandedColumns: fixed('showBandedColumns', false),
    HighlightFirstColumn: fixed('highlightFirstColumn', false),
    HighlightLastColumn: fixed('highlightLastColumn', false),
  },
  objects: {
    Worksheet: ({ sheet }) => worksheet(sheet),
    Columns: target => ModelObject.of(tableColumnCollectionClass, target),
    Rows: target => ModelObject.of(tableRowCollectionClass, target),
  },
  methods: {
    GetRange: target => range(wholeArea(target)),
    GetHeaderRowRange: target => range(headerArea(target)),
    GetDataBodyRange: target => range(bodyArea(target)),
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

function wholeArea({ sheet, table: own }: SheetTable): SheetArea {
  return { sheet, area: own.area };
}

function headerArea({ sheet, table: own }: SheetTable): SheetArea {
  return { sheet, area: { ...own.area, rowCount: 1 } };
}

function bodyArea({ sheet, table: own }: SheetTable): SheetArea {
  return { sheet, area: { ...own.area, row: own.area.row + 1, rowCount: own.area.rowCount - 1 } };
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
    GetItemAt: (target, args) => {
      const found = columnsOf(target)[args.whole(0)];
      if (!found) {
        throw new ApiError('InvalidArgument');
      }
      return column(found);
    },
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

/** Excel would move the cells in the way; this host does not move cells, and says so. */
function requireFree(sheet: Sheet, place: Area): void {
  const used = sheet.usedArea(true);
  const common = used && intersection(used, place);
  if (!common) {
    return;
  }
  for (let row = common.row; row < common.row + common.rowCount; row++) {
    for (let each = common.column; each < common.column + common.columnCount; each++) {
      if (sheet.value(row, each) !== null) {
        throw notImplemented('moving cells out of the way of a growing table');
      }
    }
  }
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
      get: target => values(columnPart(wholeArea(target.of), target)),
      set: (target, value, session) => writeCells(columnPart(wholeArea(target.of), target), value, session),
    },
  },
  methods: {
    GetRange: target => range(columnPart(wholeArea(target.of), target)),
    GetHeaderRowRange: target => range(columnPart(headerArea(target.of), target)),
    GetDataBodyRange: target => range(columnPart(bodyArea(target.of), target)),
  },
};

function values(area: SheetArea): Json {
  return readCells(area, (sheet, row, each) => valueForAddin(sheet.value(row, each)));
}

interface TableRow {
  readonly of: SheetTable;
  readonly index: number;
}

const tableRowCollectionClass: ObjectClass<SheetTable> = {
  name: 'TableRowCollection',
  properties: { Count: { get: ({ table: own }) => own.area.rowCount - 1 } },
  items: target =>
    Array.from({ length: target.table.area.rowCount - 1 }, (_, index) => row({ of: target, index })),
  methods: {
    GetCount: ({ table: own }) => own.area.rowCount - 1,
    GetItemAt: (target, args) => {
      const index = args.whole(0);
      if (index < 0 || index >= target.table.area.rowCount - 1) {
        throw new ApiError('InvalidArgument');
      }
      return row({ of: target, index });
    },
    Add: (target, args, session) => addRows(target, args, session),
  },
};

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
      get: target => values(rowArea(target)),
      set: (target, value, session) => writeCells(rowArea(target), value, session),
    },
  },
  methods: { GetRange: target => range(rowArea(target)) },
};
