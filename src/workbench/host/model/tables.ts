import { intersects } from '../../book/address';
import type { Sheet } from '../../book/types';
import { ApiError, notImplemented } from '../batch/apiError';
import type { CallArguments } from '../batch/callArguments';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import { required, requiredAt } from '../batch/required';
import type { Session } from '../session';
import { areaAt, contains, type SheetArea } from '../sheetArea';
import type { FormattedAreas } from './commonStyle';
import { isRange } from './range';
import { table } from './table';
import { bodyArea, type SheetTable } from './tableArea';
import { worksheetsOf } from './worksheet';

/** Open `workbook.tables`. */
export function workbookTables(): ModelObject {
  return ModelObject.of(tableCollectionClass, null);
}

/** Open `worksheet.tables`. */
export function tablesOf(sheet: Sheet): ModelObject {
  return ModelObject.of(tableCollectionClass, sheet);
}

/** The tables of some areas: those that lie wholly in them, or that touch them. */
export function tablesIn(areas: FormattedAreas, fullyContained: boolean): ModelObject {
  return ModelObject.of(tableScopedCollectionClass, { areas, fullyContained });
}

/** The data area of a table by its name, for `Worksheet.getRange('Invoices')`. */
export function tableArea(name: string, session: Session): SheetArea | null {
  const found = findIn(listed(null, session), name);
  return found && bodyArea(found);
}

/** The tables of one sheet, or (null) of the workbook. */
type Scope = Sheet | null;

const tableCollectionClass: ObjectClass<Scope> = {
  name: 'TableCollection',
  properties: { Count: { get: (scope, session) => listed(scope, session).length } },
  items: (scope, session) => listed(scope, session).map(table),
  item: (scope, args, session) => find(listed(scope, session), args.key(0)),
  methods: {
    Add: (scope, args, session) => add(scope, args, session),
    GetCount: (scope, _args, session) => listed(scope, session).length,
    GetItemOrNullObject: (scope, args, session) => find(listed(scope, session), args.key(0)),
    GetItemAt: (scope, args, session) => table(requiredAt(listed(scope, session), args.whole(0))),
  },
};

interface TableScope {
  readonly areas: FormattedAreas;
  readonly fullyContained: boolean;
}

const tableScopedCollectionClass: ObjectClass<TableScope> = {
  name: 'TableScopedCollection',
  items: scope => within(scope).map(table),
  item: (scope, args) => find(within(scope), args.key(0)),
  methods: {
    GetCount: scope => within(scope).length,
    GetFirst: scope => table(required(within(scope)[0])),
    GetItemOrNullObject: (scope, args) => find(within(scope), args.key(0)),
  },
};

function listed(scope: Scope, session: Session): SheetTable[] {
  const sheets = scope ? [scope] : worksheetsOf(session);
  return sheets.flatMap(sheet => sheet.tables.map(each => ({ sheet, table: each })));
}

function within({ areas: { sheet, areas }, fullyContained }: TableScope): SheetTable[] {
  const belongs = fullyContained ? contains : intersects;
  return sheet.tables
    .filter(each => areas.some(area => belongs(area, each.area)))
    .map(each => ({ sheet, table: each }));
}

function findIn(tables: readonly SheetTable[], key: string): SheetTable | null {
  const wanted = key.toLowerCase();
  return tables.find(each => each.table.id === key || each.table.name.toLowerCase() === wanted) ?? null;
}

function find(tables: readonly SheetTable[], key: string): ModelObject | null {
  const found = findIn(tables, key);
  return found && table(found);
}

function add(scope: Scope, args: CallArguments, session: Session): ModelObject {
  const value = args.at(0);
  const home = scope ?? session.book.activeSheet;
  const target = isRange(value) ? (value.target as SheetArea) : areaAt(args.text(0), session.book, home);
  if (!target || (scope && target.sheet !== scope)) {
    throw new ApiError('InvalidArgument');
  }
  if (!args.flag(1, true)) {
    throw notImplemented('TableCollection.add without headers');
  }
  return table({ sheet: target.sheet, table: session.book.addTable(target.sheet, target.area) });
}
