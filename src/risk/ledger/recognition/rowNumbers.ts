import { groupBy } from '../../groupBy';
import { isBlankCell, plainText } from '../cell';
import { customerKey } from '../cells/customerName';
import type { Cell, ColumnMapping } from '../ledger';

const saysCustomer =
  /customer|client|debtor|account|\bcust\b|\ba\/c\b|sold|bill|address|kunnr|kund|debit|klant|client|客户|客戶|客商|往来|往來|单位|單位|经销|經銷|得意先|取引先|顧客|거래처|고객|사업자/i;

/**
 * Leave out of the numbers of customers a column whose header does not say it is one (`ID`, 编号) and that has a number of its own in each row of most
 * customers: it numbers documents or rows.
 *
 * @param candidates columns with the fields they may mean, the surest first
 * @param rows some rows of data
 */
export function withoutRowNumbers(
  candidates: readonly ColumnMapping[],
  rows: readonly (readonly Cell[])[],
): readonly ColumnMapping[] {
  const customer = candidates.find(({ field }) => field === 'customer');
  if (customer === undefined) return candidates;
  const ofCustomers = groupBy(
    rows.filter(row => !isBlankCell(row[customer.column])),
    row => customerKey(row[customer.column]),
  );
  const several = [...ofCustomers.values()].filter(own => own.length > 1);
  const areOwn = (column: number) => {
    const isEachItsOwn = (own: readonly (readonly Cell[])[]) =>
      new Set(own.map(row => plainText(row[column]))).size === own.length;
    return several.filter(isEachItsOwn).length * 2 > several.length;
  };
  return candidates.filter(
    ({ field, column, header }) =>
      field !== 'customerNumber' ||
      column === customer.column ||
      saysCustomer.test(header) ||
      !areOwn(column),
  );
}
