import { isBlankCell, isErrorCell, plainText } from '../cell';
import { isOpeningLabel } from '../cells/periodRow';
import { readAmount } from '../cells/readAmount';
import { isTotalLabel, nameOfSubtotal } from '../cells/totalRow';
import type { Cell, CustomerGroups } from '../ledger';

type Row = readonly Cell[];

/**
 * Tell whether a row is the heading above a customer's rows: a text in the column of the names and nothing else.
 *
 * @example isCustomerHeading(['Acme Corp', '', ''], 0) //=> true
 */
export function isCustomerHeading(row: Row, column: number): boolean {
  const text = row[column];
  if (typeof text !== 'string' || isErrorCell(text) || isTotalLabel(text)) return false;
  return row.every((cell, at) => isBlankCell(cell) === (at !== column));
}

/**
 * Tell whether a row is such a heading with amounts beside the name: the sums of the rows below it, the customer's limit.
 *
 * @param dates the columns of dates, in which a heading has none
 * @example isSummedHeading(['Acme Corp', '', 930.5], 0, [1]) //=> true
 */
export function isSummedHeading(row: Row, column: number, dates: readonly number[]): boolean {
  const text = row[column];
  const isName = typeof text === 'string' && !isErrorCell(text) && !isBlankCell(text);
  if (!isName || isTotalLabel(text) || nameOfSubtotal(text) !== null || isOpeningLabel(text)) return false;
  if (dates.some(date => date !== column && !isBlankCell(row[date]))) return false;
  return row.every((cell, at) => at === column || isBlankCell(cell) || !Number.isNaN(readAmount(cell)));
}

const customerLabel =
  /^(?:customer(?: name)?|client|account|debtor|ledger|kunde|debitor|cliente|klant|kund|(?:客户|客戶|往来单位|往來單位|单位|單位|购货单位|購貨單位)(?:名称|名稱|全称|全稱)?) ?: ?/i;

/**
 * Take the name out of a heading that says what it is: `Customer: Acme`, `客户：甲公司`.
 *
 * @example nameInHeading('客户:甲公司') //=> '甲公司'
 */
export const nameInHeading = (heading: string): string => heading.replace(customerLabel, '') || heading;

/** A heading that comes once more on the next page: `Acme Ltd (continued)`, `甲公司（续）`. */
const continued =
  /\s*(?:[([]\s*(?:continued|cont'?d?\.?|续表?|續表?|fortsetzung|suite)\s*[)\]]|[-–—,]\s*(?:continued|cont'?d?\.?|fortsetzung|suite))$/i;

/**
 * Names each entry of a grouped ledger, row by row as they come: by its heading, or by the first row of its group. After a row of totals the
 * next entry must be named again.
 */
export class GroupedRows {
  private name: Cell = null;
  /** What the last heading says. */
  private heading = '';

  constructor(
    private readonly groups: CustomerGroups,
    private readonly column: number,
  ) {}

  /** Take a heading as the name of what follows; tells whether the row is one. */
  takeHeading(row: Row): boolean {
    if (this.groups !== 'heading' || !isCustomerHeading(row, this.column)) return false;
    const name = nameInHeading(plainText(row[this.column]));
    const continues = name !== this.heading && name.replace(continued, '') === this.heading;
    if (!continues) this.heading = name;
    this.name = this.heading;
    return true;
  }

  /** Take note of a row of totals: it ends the group. */
  endGroup(): void {
    this.name = null;
  }

  /** Tell whether a row names its customer for those below, which an opening balance without a date does, too. */
  isFirstOfGroup(row: Row): boolean {
    return this.groups === 'firstRow' && !isBlankCell(row[this.column]);
  }

  /** Give the entry with its customer. */
  named(row: Row): Row {
    if (this.isFirstOfGroup(row)) this.name = row[this.column]!;
    const named = [...row];
    named[this.column] = this.name;
    return named;
  }
}
