import type { DateSystem } from '../ledger';

/**
 * Name the date system that a workbook counts its days in.
 *
 * @example dateSystemOf({ is1904: false }) //=> 1900
 */
export const dateSystemOf = ({ is1904 }: { readonly is1904: boolean }): DateSystem => (is1904 ? 1904 : 1900);
