import type { Cell, ColumnMapping } from '../ledger';
import { headerWords } from './headerText';
import { amountAt, halfCent } from './sampledAmounts';

type Row = readonly Cell[];

/** Goods are received as well as money. */
const mayBeGoods = /^(?:received|rcvd|receipts?|已收|实收|到货|收货)$/;
const orderedName =
  /^(?:ordered|shipped|delivered|despatched|dispatched)$|\b(?:quantity|qty|pcs|pieces)\b|数量|件数|订购|发货数|送货数/;
/** Money paid is by chance as much as some quantity. */
const most = 0.5;

/**
 * Leave out of the amounts paid a column of goods received: whole numbers, never more than what was ordered beside them, and mostly as many.
 *
 * @param candidates columns with the fields they may mean, the surest first
 * @param rows some rows of data
 * @param headers of all columns, as they are written
 */
export function withoutReceivedGoods(
  candidates: readonly ColumnMapping[],
  rows: readonly Row[],
  headers: readonly string[],
): readonly ColumnMapping[] {
  const quantities = headers.flatMap((header, column) =>
    orderedName.test(headerWords(header)) ? [column] : [],
  );
  const areGoods = (column: number) =>
    quantities.some(ordered => {
      const filled = rows.filter(row => amountAt(row, ordered) > halfCent);
      const isWithin = (row: Row) =>
        Number.isInteger(amountAt(row, column)) && amountAt(row, column) <= amountAt(row, ordered);
      const isAll = (row: Row) => amountAt(row, column) === amountAt(row, ordered);
      return (
        column !== ordered &&
        filled.length > 0 &&
        filled.every(isWithin) &&
        filled.filter(isAll).length >= most * filled.length
      );
    });
  return candidates.filter(
    ({ field, header, column }) =>
      field !== 'paidAmount' || !mayBeGoods.test(headerWords(header)) || !areGoods(column),
  );
}
