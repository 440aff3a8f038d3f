/** How the workbook counts its days. */
import { dateSystemOf } from '../risk/ledger/cells/dateSystem';
import type { DateSystem } from '../risk/ledger/ledger';

/** `=DATE(1904,1,1)` is day 0 where the workbook counts from 1904, and day 1462 where it counts from 1900. */
const firstDayOf1904In1900 = 1462;

/** What a batch of the caller learns with its next sync. */
export interface AskedEpoch {
  /** Whether the workbook counts from 1904. */
  is1904(): boolean;
}

/** Ask inside a batch of the caller: Office.js has no property for it, but Excel says what day a date is. */
export function askEpoch(context: Excel.RequestContext): AskedEpoch {
  const epoch = context.workbook.functions.date(1904, 1, 1);
  epoch.load('value');
  return { is1904: () => Number(epoch.value) !== firstDayOf1904In1900 };
}

/** Name the date system of the workbook. */
export function readDateSystem(): Promise<DateSystem> {
  return Excel.run(async context => {
    const epoch = askEpoch(context);
    await context.sync();
    return dateSystemOf({ is1904: epoch.is1904() });
  });
}
