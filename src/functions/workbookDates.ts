/** How the workbook counts its days: a formula is not told, but the page it runs in can ask. Texts and whole months depend on it. */
import type { DateSystem } from '../risk/ledger/ledger';

let known: DateSystem = 1900;

/** The date system of the workbook, 1900 while nobody said it. */
export const dateSystem = (): DateSystem => known;

/** Say how the workbook counts its days, before the first formula is answered. */
export const setDateSystem = (system: DateSystem): void => {
  known = system;
};
