import { filterOf, setFilter, textsOfColumn } from '../../book/tableFilter';
import { ApiError, notImplemented } from '../batch/apiError';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import type { Session } from '../session';
import { isJsonObject, type Json } from '../wire/json';
import type { SheetTable } from './tableArea';
import { requireWritable } from './writable';

/** A column of a table, by its place on the sheet. */
interface FilteredColumn {
  readonly of: SheetTable;
  readonly column: number;
}

/** Open `filter` of a column of a table. */
export const tableFilter = (of: SheetTable, index: number): ModelObject =>
  ModelObject.of(filterClass, { of, column: of.table.area.column + index });

const filterClass: ObjectClass<FilteredColumn> = {
  name: 'Filter',
  properties: { Criteria: { get: criteriaOf } },
  methods: {
    Apply: (target, args, session) => apply(target, shownIn(args.json(0)), session),
    ApplyValuesFilter: (target, args, session) => apply(target, textsIn(args.json(0)), session),
    Clear: (target, _args, session) => exclude(target, new Set(), session),
  },
};

/** What is chosen in the list of a column: the texts that stay; null where it is not filtered. */
function criteriaOf({ of: { sheet, table }, column }: FilteredColumn): Json {
  const excluded = filterOf(table, column);
  if (excluded === null) return null;
  return {
    filterOn: 'Values',
    values: textsOfColumn(sheet, table, column).filter(text => !excluded.has(text)),
  };
}

function shownIn(criteria: Json): readonly string[] {
  if (!isJsonObject(criteria)) throw new ApiError('InvalidArgument');
  if (criteria.filterOn !== 'Values') throw notImplemented(`FilterCriteria.filterOn = ${criteria.filterOn}`);
  return textsIn(criteria.values);
}

function textsIn(values: Json | undefined): readonly string[] {
  if (!Array.isArray(values)) throw new ApiError('InvalidArgument');
  return values.map(value => {
    if (typeof value !== 'string') throw notImplemented('FilterCriteria.values of dates');
    return value;
  });
}

function apply(target: FilteredColumn, shown: readonly string[], session: Session): void {
  const { sheet, table } = target.of;
  const kept = new Set(shown);
  const excluded = textsOfColumn(sheet, table, target.column).filter(text => !kept.has(text));
  exclude(target, new Set(excluded), session);
}

function exclude({ of: { sheet, table }, column }: FilteredColumn, excluded: Set<string>, session: Session) {
  requireWritable(sheet, 'allowAutoFilter');
  setFilter(sheet, table, column, excluded);
  session.book.touch(sheet);
}
