import type { Field } from '../ledger';
import { type ColumnHeader, matchColumnHeader } from './columnHeader';
import type { ColumnProfile } from './columnProfile';

const money: ReadonlySet<Field> = new Set(['amount', 'openAmount', 'debit', 'credit']);
const dates: ReadonlySet<Field> = new Set(['invoiceDate', 'dueDate']);

/** Columns next to each other, with an empty one on either side. */
type Island = readonly number[];

/** What stands beside a sheet's own list. */
export interface Beside {
  /** Columns that say nothing of the sheet's rows. */
  readonly columns: ReadonlySet<number>;
  /** The first column of another list of documents; undefined where there is none. */
  readonly otherList?: number;
}

/**
 * Find the columns that belong to something else than the sheet's list, apart from it by an empty column: a small list such as exchange rates,
 * filled in less than half as many rows, and another list with dates and amounts of its own (what is owed to suppliers, say). Their
 * `Currency` says nothing about invoices.
 */
export function columnsBeside(headers: readonly ColumnHeader[], profiles: readonly ColumnProfile[]): Beside {
  const islands = islandsIn(headers, profiles);
  const heightOf = (columns: Island) => Math.max(0, ...columns.map(column => profiles[column]!.filledCount));
  const tallest = heightOf(profiles.map((_, column) => column));
  // Cells merged over two columns leave the second one empty; names that stand once for all rows of a customer fill few rows.
  const isNamesAlone = (island: Island) =>
    island.length === 1 &&
    namesCustomers(headers[island[0]]!) &&
    !headers.some((header, column) => column !== island[0] && namesCustomers(header));
  const small = islands.filter(island => heightOf(island) * 2 < tallest && !isNamesAlone(island));
  const others = otherLists(
    islands.filter(island => !small.includes(island)),
    headers,
  );
  const columns = new Set([...small, ...others].flat());
  const otherList = others[0]?.[0];
  return otherList === undefined ? { columns } : { columns, otherList };
}

const namesCustomers = (header: ColumnHeader): boolean =>
  matchColumnHeader(header, 'ledger').some(({ field }) => field === 'customer');

function islandsIn(headers: readonly ColumnHeader[], profiles: readonly ColumnProfile[]): Island[] {
  const islands: number[][] = [[]];
  for (const [column, { filledCount }] of profiles.entries()) {
    if (filledCount > 0 || headers[column]!.text !== '') islands.at(-1)!.push(column);
    else islands.push([]);
  }
  return islands;
}

/** Of several lists with dates and amounts the first that names customers is the sheet's: no other completes it. */
function otherLists(islands: readonly Island[], headers: readonly ColumnHeader[]): Island[] {
  const fieldsOf = (island: Island) =>
    new Set(
      island.flatMap(column => matchColumnHeader(headers[column]!, 'ledger').map(({ field }) => field)),
    );
  const hasOneOf = (fields: ReadonlySet<Field>, wanted: ReadonlySet<Field>) =>
    [...fields].some(field => wanted.has(field));
  const lists = islands.filter(island => {
    const fields = fieldsOf(island);
    return hasOneOf(fields, money) && hasOneOf(fields, dates);
  });
  const own = lists.find(island => fieldsOf(island).has('customer'));
  return own === undefined ? [] : lists.filter(island => island !== own);
}
