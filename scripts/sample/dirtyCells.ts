/** What real ledgers bring along: a handful of cells typed or imported as something else. */
import type { CellInput } from '../../src/workbench/book/types';
import { invoiceColumns } from './invoiceColumns';

const { amount, dueDate, invoiceDate, openAmount } = invoiceColumns;

interface DirtyCell {
  /** Zero-based among the invoices. */
  readonly row: number;
  readonly column: number;
  readonly as: 'isoText' | 'americanText' | 'chineseText' | 'amountText' | 'fullWidthText' | 'missing';
}

export const dirtyCells: readonly DirtyCell[] = [
  { row: 2_140, column: invoiceDate, as: 'isoText' },
  { row: 5_322, column: invoiceDate, as: 'isoText' },
  { row: 9_871, column: dueDate, as: 'isoText' },
  { row: 7_405, column: invoiceDate, as: 'chineseText' },
  { row: 11_208, column: dueDate, as: 'chineseText' },
  { row: 3_377, column: amount, as: 'amountText' },
  { row: 8_054, column: amount, as: 'amountText' },
  { row: 10_480, column: amount, as: 'fullWidthText' },
  { row: 6_733, column: dueDate, as: 'missing' },
  { row: 11_655, column: dueDate, as: 'missing' },
  { row: 11_702, column: dueDate, as: 'missing' },
  { row: 11_810, column: openAmount, as: 'amountText' },
];

export function dirtied(cell: CellInput, as: DirtyCell['as']): CellInput {
  if (as === 'missing' || typeof cell !== 'number') return as === 'missing' ? null : cell;
  const date = new Date((cell - 25_569) * 86_400_000);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  switch (as) {
    case 'isoText':
      return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
    case 'americanText':
      return `${month}/${day}/${year}`;
    case 'chineseText':
      return `${year}年${month}月${day}日`;
    case 'amountText':
      return cell.toLocaleString('en-US', { minimumFractionDigits: 2 });
    case 'fullWidthText':
      return cell.toFixed(2).replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  }
}
