import { plainText } from '../cell';
import type { Cell } from '../ledger';

const yesWords = new Set([
  'yes',
  'y',
  'true',
  't',
  '1',
  'x',
  '√',
  '✓',
  '✔',
  '☑',
  '是',
  '有',
  '真',
  '对',
  '對',
]);

/**
 * Tell whether a cell of a column of flags says yes, or one of the words that mean yes in that column. Anything that does not say so
 * clearly is no.
 *
 * @param isWord the column's own words for yes, asked with the text in lower case
 * @example saysYes('✓', () => false) //=> true
 */
export function saysYes(cell: Cell, isWord: (text: string) => boolean): boolean {
  if (typeof cell === 'boolean') return cell;
  if (typeof cell === 'number') return cell === 1;
  if (typeof cell !== 'string') return false;
  const text = plainText(cell).toLowerCase();
  return yesWords.has(text) || isWord(text);
}
