import { plainText } from '../cell';
import type { Cell } from '../ledger';

const atOnce =
  /^(?:cod|cash|cash on delivery|due on receipt|on receipt|immediate(?:ly)?|prepaid|prepayment|现结|現結|现金|現金|现款|现付|货到付款|貨到付款|款到发货|款到發貨|预付|預付|即期|即付)$/i;
const netDays = /(?:net|n\/|净|淨) ?(\d{1,3})\b/i;
const months = /(\d{1,2}) ?(?:months?|个月|個月)/i;
const plainDays = /^\D*(\d{1,3})\D*$/;
const longestTerms = 999;

/**
 * Read payment terms as days; NaN when the cell is empty or says nothing of days. Cash on delivery and the like are 0,
 * a month is 30 days.
 *
 * @example readTermsDays('2/10 Net 30') //=> 30
 * @example readTermsDays('月结60天') //=> 60
 */
export function readTermsDays(cell: Cell): number {
  if (typeof cell === 'number') return cell >= 0 && cell <= longestTerms ? Math.round(cell) : Number.NaN;
  if (typeof cell !== 'string') return Number.NaN;
  const text = plainText(cell);
  if (atOnce.test(text)) return 0;
  const month = months.exec(text);
  if (month) return Number(month[1]) * 30;
  const days = netDays.exec(text) ?? plainDays.exec(text);
  return days ? Number(days[1]) : Number.NaN;
}
