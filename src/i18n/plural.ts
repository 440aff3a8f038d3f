/** English plural forms; Chinese has none. */

/**
 * Put a number before the word in the form the number asks for.
 *
 * @example
 * counted(1, '1', 'row', 'rows') //=> '1 row'
 * counted(12000, '12,000', 'row', 'rows') //=> '12,000 rows'
 */
export const counted = (count: number, shown: string, one: string, other: string): string =>
  `${shown} ${count === 1 ? one : other}`;
