import { isBlankCell } from '../cell';
import type { Cell, ColumnMapping } from '../ledger';
import { headerWords } from './headerText';

const orderedOrSent =
  /\b(?:order(?:ed)?|deliver(?:y|ed)|ship(?:ped|ping|ment)?|dispatch(?:ed)?|service|bestell\w*|auftrags\w*|liefer\w*|leistungs\w*|commande|livraison|pedido|entrega|ordine|consegna|bestel\w*|lever\w*)\b|订单|下单|发货|送货|供货|出货|出库|交货|注文|受注|納品|出荷/;

const mostly = 0.5;

const isOfOrder = ({ field, header }: ColumnMapping): boolean =>
  field === 'invoiceDate' && orderedOrSent.test(headerWords(header));

/**
 * Leave out of the invoice dates the days on which something was ordered or sent, where another column has the invoice's for most rows: terms and sales count
 * from that.
 *
 * @param candidates columns with the fields they may mean
 * @param rows some rows of data
 */
export function withoutOrderDays(
  candidates: readonly ColumnMapping[],
  rows: readonly (readonly Cell[])[],
): readonly ColumnMapping[] {
  const isFilled = (column: number) =>
    rows.filter(row => !isBlankCell(row[column])).length >= mostly * rows.length;
  const isSaid = candidates.some(
    candidate => candidate.field === 'invoiceDate' && !isOfOrder(candidate) && isFilled(candidate.column),
  );
  return isSaid ? candidates.filter(candidate => !isOfOrder(candidate)) : candidates;
}
