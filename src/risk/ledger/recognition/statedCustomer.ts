import { isBlankCell, isErrorCell, plainText } from '../cell';
import type { Cell, StatedCustomer } from '../ledger';
import { headerWords } from './headerText';
import { isFieldName } from './matchHeader';

type Row = readonly Cell[];

/**
 * What stands before a customer's name above its account, from the surest to what may stand before a number as well. A bare 单位 is a unit of
 * money, or the company whose books these are.
 */
const labels: readonly RegExp[] = [
  /^(?:customer|client|debtor|account|cust\.?) name$|^(?:客户|客戶|往来单位|往來單位|购货单位|購貨單位|债务人|債務人)(?:名称|名稱|全称|全稱)$/i,
  /^(?:customer|client|debtor|bill(?:ed)? to|sold to|statement (?:for|of|to))$|^(?:客户|客戶|往来单位|往來單位|购货单位|購貨單位|债务人|債務人|客户往来)$/i,
  /^(?:account|a\/c(?: (?:no|ref)\.?)?|customer (?:no|number|id|code)\.?|account (?:no|number|code)\.?)$|^(?:客户|客戶|往来单位|往來單位)(?:编号|編號|编码|編碼|代码|代碼)$/i,
];

/** Neither a selection of customers nor an account of the general ledger is one customer. */
const notOne =
  /^\P{L}*(?:all|any|various|multiple|全部|所有|多个|多個)(?![\p{L}\p{N}])|\.\.|\*|;|；|\bto\b|\d ?[-~–—至] ?\S*\d$|receivable|debtors? control|应收|應收|预收|預收/iu;

/** Further notes may stand in the same cell, after wide space or with a label of their own. */
const nextNote = /\s{3,}.*$|\t.*$| [^\s:：]{1,16} ?[:：].*$| ?[|｜].*$/;

const longestName = 80;
/** Rows below the header looked at for further accounts. */
const searchedRows = 5000;

/**
 * Find the customer whose account a sheet is, where a line above the table says it (`Customer: Acme Ltd`, `客户名称：…`, or the name in the
 * next cell); null where none does, or lines name several.
 *
 * @param headerRow zero-based row of the table's header, of two lines the upper; only what stands above it is looked at
 * @example findStatedCustomer([['Customer:', 'Acme Ltd'], ['Date', 'Amount']], 1) //=> { name: 'Acme Ltd', row: 0, column: 1 }
 */
export function findStatedCustomer(cells: readonly Row[], headerRow: number): StatedCustomer | null {
  const above = cells.slice(0, Math.max(0, headerRow));
  const stated = statedIn(above);
  if (stated === null) return null;
  const below = cells.slice(headerRow + 1, headerRow + 1 + searchedRows);
  const hasOthers = below.some(row => saysCustomer(row, stated.name));
  return hasOthers ? { ...stated, isFirst: true } : stated;
}

/** Find the customer that lines between tables name, as `findStatedCustomer` does above the first. */
export function statedIn(lines: readonly Row[]): StatedCustomer | null {
  for (const label of labels) {
    const stated = lines.flatMap((row, index) => namesIn(row, index, label));
    const names = new Set(stated.map(({ name }) => name.toLowerCase()));
    if (names.size > 1) return null;
    if (names.size === 1) return withItsName(stated[0], lines);
  }
  return null;
}

/** SAP and Sage write the number of a customer, and below or beside it `Name`. */
function withItsName(stated: StatedCustomer, lines: readonly Row[]): StatedCustomer {
  if (!/^\S*\d\S*$/.test(stated.name)) return stated;
  return lines.flatMap((row, index) => namesIn(row, index, nameLabel))[0] ?? stated;
}

const nameLabel = /^name(?: ?1)?$|^名称$|^名稱$/i;

/** Tell whether a row is a line that names a customer, other than the one that is named already. */
export const saysCustomer = (row: Row, known = ''): boolean => {
  const stated = statedIn([row]);
  return stated !== null && stated.name.toLowerCase() !== known.toLowerCase();
};

function namesIn(cells: Row, row: number, label: RegExp): StatedCustomer[] {
  return cells.flatMap((cell, column) => {
    if (typeof cell !== 'string') return [];
    const [, before, after] = /^([^:：]*?)\s*(?:[:：]\s*(.*))?$/s.exec(cell.trim()) ?? [];
    if (before === undefined || !label.test(plainText(before))) return [];
    const own = nameOf(after ?? '');
    if (own !== null) return [{ name: own, row, column }];
    if (!isBlankCell(after)) return [];
    const beside = cells.findIndex((other, at) => at > column && !isBlankCell(other));
    const name = beside < 0 ? null : nameOf(cells[beside]);
    return name === null ? [] : [{ name, row, column: beside }];
  });
}

/** Another label, the header of a column (`Customer` above names, `Invoice` above numbers), a date or nothing is no name. */
function nameOf(cell: Cell): string | null {
  if (isErrorCell(cell) || (typeof cell !== 'string' && typeof cell !== 'number')) return null;
  const name = plainText(String(cell).trim().replace(nextNote, ''));
  const isLabel = /[:：]/.test(name) || isFieldName(headerWords(name));
  return name !== '' && name.length <= longestName && !isLabel && !notOne.test(name) ? name : null;
}
