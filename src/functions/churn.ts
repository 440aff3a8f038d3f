import { churnRate } from '../risk/metrics/formulas/churn';
import { defaultPolicy } from '../risk/policy/defaultPolicy';
import { fail } from '../risk/problem';
import { requireSameRows } from './argument';
import { type Place, placeIn, requireReadable } from './columnArgument';
import { type ReadCustomers, readCustomers } from './customerArgument';
import { readDates, readDay } from './dateArgument';
import { listColumns } from './listArguments';
import { readNumber } from './numberArgument';
import { refuseDay, requirePlausibleDates } from './plausibleDates';
import { answer } from './respond';

/**
 * Churn rate: of the customers active in the previous window, the share that was not active in this one.
 *
 * This window is the days up to and with `as_of`, the previous one as many days before it. A customer is active on the days
 * of its rows (orders, invoices); rows without a date and after `as_of` show nothing.
 *
 * The same customer is recognised whatever the spaces, case and width of its name.
 *
 * @customfunction CHURN CHURN
 * @param customers Customer of each row.
 * @param dates Order or invoice date of each row.
 * @param asOf The last day of this window.
 * @param window Days of each window, 365 if omitted.
 * @returns A share, 0 to 1.
 * @example =TIERCEL.CHURN(A2:A500, E2:E500, DATE(2024,6,30), 90) //=> 0.12
 * @formula this window = the days after as_of − window, up to and with as_of
 * @formula churn = customers of the previous window without a row in this one / customers of the previous window
 * @source The usual customers lost / customers at the start; who was a customer at the start is told by orders, since
 * trade has no subscription
 * @term 客户流失率
 */
export function churn(customers: unknown[][], dates: unknown[][], asOf: unknown, window?: unknown): number {
  const { columns } = listColumns({ customers: ['name', customers], dates: ['date', dates] });
  const read = readCustomers(columns.customers);
  const day = requireReadable(readDates(columns.dates, 'dates'));
  requireSameRows('dates', day.length, 'customers', read.code.length);
  requireNamed(read, day, placeIn(customers));
  const lastDay = readDay(asOf, 'asOf');
  requirePlausibleDates('dates', day, lastDay);
  const windowDays = readNumber(window, 'window', defaultPolicy.settings.windowDays);
  refuseDay(windowDays, 'window');
  const activity = { customer: read.code, day };
  return answer(churnRate(activity, read.names.length, lastDay, windowDays));
}

/** A rate cannot list an order that belongs to nobody: refuse it. */
function requireNamed({ code, nobody }: ReadCustomers, day: Float64Array, place: Place): void {
  const unnamed = code.findIndex((known, row) => known === nobody && !Number.isNaN(day[row]!));
  if (unnamed < 0) return;
  answer(fail('value', 'customerMissingForDate', { argument: 'customers', [place]: unnamed + 1 }));
}
