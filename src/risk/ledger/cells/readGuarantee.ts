import { isBlankCell, isErrorCell, plainText } from '../cell';
import type { Cell } from '../ledger';
import { readAmount } from './readAmount';
import { saysYes } from './yesWord';

const none =
  /^(?:no|n|none|nil|false|f|n\/a|na|-+|–|—|×|✗|without\b.*|no\b.*|not\b.*|unsecured|uninsured|expired|lapsed|pending|否|无.*|無.*|没有.*|沒有.*|未.*|不.*|已过期|已過期|已失效)$/;

const kinds =
  /guarant|letters? of credit|\bl\/?c\b|standby|bond|collateral|pledge|mortgage|deposit|surety|insur|secured|lien|担保|擔保|保函|抵押|质押|質押|信用证|信用證|保证|保證|保险|保險|押金|留置/;

/**
 * Read what secures a customer's debt: the amount, Infinity where the cell says that there is a guarantee and not how much, 0 where it
 * says that there is none or holds nothing, NaN where it cannot be read.
 *
 * @example readGuarantee('5万') //=> 50000
 * @example readGuarantee('Bank guarantee') //=> Infinity
 * @example readGuarantee('无担保') //=> 0
 */
export function readGuarantee(cell: Cell): number {
  if (isBlankCell(cell)) return 0;
  if (isErrorCell(cell)) return Number.NaN;
  if (typeof cell === 'boolean') return cell ? Number.POSITIVE_INFINITY : 0;
  const amount = readAmount(cell);
  // A guarantee below 0 is none that anybody could call in.
  if (!Number.isNaN(amount)) return amount >= 0 ? amount : Number.NaN;
  const text = plainText(cell).toLowerCase();
  if (none.test(text)) return 0;
  return saysYes(cell, word => kinds.test(word)) ? Number.POSITIVE_INFINITY : Number.NaN;
}
