import { isBlankCell } from '../cell';
import { customerKey } from '../cells/customerName';
import { readAmount } from '../cells/readAmount';
import { isTotalLabel } from '../cells/totalRow';
import { isContinued, itemColumnsIn } from '../layouts/continuedItems';
import type { Cell, ColumnMapping, Field, InvoiceLines } from '../ledger';
import { columnOf } from './columnOf';
import { halfCent } from './sampledAmounts';

type Row = readonly Cell[];

/** Amounts of which each row of a document may have its own, or all of them the same. */
export const moneyFields: readonly Field[] = ['amount', 'openAmount', 'paidAmount'];

const quantity = /\b(?:quantity|qty|menge|quantite|cantidad|quantita|aantal|antal|quantidade)\b|数量/;
const price =
  /\b(?:price|unit amount|rate|unit cost|einzelpreis|stuckpreis|prix unitaire|precio|prezzo|prijs)\b|单价/;
const ofLine = /\b(?:line|item)\b|本行|行金额/;

const most = 0.8;

/**
 * Find out whether a ledger has a row for each item of an invoice, and what its amounts are of: each of its item, or each of the whole invoice and
 * the same on all of its rows; `null` for a ledger of whole documents. Columns of items (quantity, product, 数量, 存货名称) and a document number on
 * several rows tell; without such columns a number that comes twice may be a duplicate.
 *
 * @param headers as `headerWords` writes them
 * @param rows some rows of data
 * @example invoiceLinesIn(['customer', 'invoice', 'item', 'total'], columns, [['Acme', '1', 'Desk', 600], ['Acme', '1', 'Chair', 600]]) //=> 'repeated'
 */
export function invoiceLinesIn(
  headers: readonly string[],
  columns: readonly ColumnMapping[],
  rows: readonly Row[],
): InvoiceLines | null {
  const columnIn = (field: Field) => columnOf(columns, field);
  const document = columnIn('document');
  const items = itemColumnsIn(headers, columns);
  if (document < 0 || items.ofItem.length === 0) return null;
  if (rows.some((row, index) => index > 0 && isContinued(row, items))) return 'continued';
  const further = furtherLines(rows, [document, columnIn('customer'), columnIn('documentType')]);
  if (further.length === 0) return null;
  const repeats = (column: number) => further.every(([row, first]) => isSame(row[column], first[column]));
  const isRepeated = moneyFields.some(field => {
    const column = columnIn(field);
    return column >= 0 && repeats(column) && !isOfItem(headers, rows, column);
  });
  return isRepeated ? 'repeated' : 'summed';
}

/** The rows of documents that had one before, each with the first of them. */
function furtherLines(rows: readonly Row[], named: readonly number[]): (readonly [Row, Row])[] {
  const firsts = new Map<string, Row>();
  return rows.flatMap(row => {
    if (isBlankCell(row[named[0]]) || row.some(isTotalLabel)) return [];
    const key = named.map(column => customerKey(row[column])).join('\n');
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, row);
    return first === undefined ? [] : [[row, first] as const];
  });
}

const isSame = (one: Cell, other: Cell): boolean =>
  (isBlankCell(one) && isBlankCell(other)) || Object.is(readAmount(one), readAmount(other));

/** An amount that its header calls a line's, or that is quantity times price, is the item's alone, even where two items cost the same. */
function isOfItem(headers: readonly string[], rows: readonly Row[], column: number): boolean {
  if (ofLine.test(headers[column] ?? '')) return true;
  const quantities = headers.flatMap((words, at) => (quantity.test(words) ? [at] : []));
  const prices = headers.flatMap((words, at) => (price.test(words) ? [at] : []));
  const known = rows.filter(row => !Number.isNaN(readAmount(row[column])));
  const isProduct = (row: Row) =>
    quantities.some(count =>
      prices.some(
        each => Math.abs(readAmount(row[count]) * readAmount(row[each]) - readAmount(row[column])) < halfCent,
      ),
    );
  return known.length > 0 && known.filter(isProduct).length >= most * known.length;
}
