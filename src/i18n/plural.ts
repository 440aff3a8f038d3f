/** Counts in words: English has plural forms, Chinese has none. */
import { formatNumber } from './numbers';

/**
 * Put a number before the English word in the form the number asks for.
 *
 * @example
 * counted(1, 'row', 'rows') //=> '1 row'
 * counted(12000, 'row', 'rows') //=> '12,000 rows'
 */
export const counted = (count: number, one: string, other: string): string =>
  `${formatNumber(count, 'en')} ${count === 1 ? one : other}`;

/** Write a count as a Chinese sentence says it. */
export const chineseCount = (count: number): string => formatNumber(count, 'zh');
