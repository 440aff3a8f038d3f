import { countbackDso, defaultDays, dsoMethods, ratioDso } from '../risk/metrics/formulas/dso';
import { balanceBy } from '../risk/metrics/formulas/turnover';
import { fail } from '../risk/problem';
import { isOmitted } from './argument';
import { readOption } from './choiceArgument';
import {
  readBalances,
  readOfPeriods,
  readPeriods,
  readStated,
  readTotal,
  statesEach,
} from './numberArgument';
import { refuseDay } from './plausibleDates';
import { answer, answerNumber } from './respond';

/**
 * Days sales outstanding.
 *
 * Empty cells of `receivables` are passed over, those of `sales` are periods without sales, except at the end, where they are
 * periods still to come. A cell of 0 is what it says; desktop Excel hands empty cells as 0, so the help asks for none. Of a
 * whole column there the zeros below its last number are taken for empty.
 *
 * Several `days` are the days of each period; for a ratio they are added up. Countback never assumes 365: periods are
 * months more often than years.
 *
 * @customfunction DSO DSO
 * @param receivables What is owed: one balance, or balances over time, oldest first.
 * @param sales Credit sales: a total, or one cell per period, oldest first.
 * @param days Days that the sales cover (365); for countback the days of each period.
 * @param method "ending" (default), "average" or "countback".
 * @returns Days.
 * @example =TIERCEL.DSO(212000, {70000,80000,100000}, 30, "countback") //=> 73.714…
 * @formula "ending" = receivables (last) / sales × days
 * @formula "average" = receivables (mean) / sales × days
 * @formula "countback" = days of the newest periods whose sales the last balance uses up, the last of them in part
 * @source ABC-Amega, Calculating Days Sales Outstanding, abc-amega.com
 * @source Benji Pays, the count-back method, benjipays.com
 * @term 应收账款周转天数
 */
export function daysSalesOutstanding(
  receivables: unknown[][],
  sales: unknown[][],
  days?: unknown[][],
  method?: unknown,
): number {
  const chosen = readOption(method, 'method', dsoMethods);
  const balances = readBalances(receivables, 'receivables');

  if (chosen === 'countback') {
    // Sales that have days of their own are a period's, also where they are by chance the sum of those before.
    const sold = readPeriods(sales, 'sales', !isOmitted(days) && statesEach(days, 'days'));
    return answerNumber(
      countbackDso(balanceBy('ending', balances), sold, daysPerPeriod(days, sales, sold.length)),
    );
  }
  const totalDays = isOmitted(days) ? defaultDays : readTotal(days, 'days');
  refuseDay(totalDays, 'days');
  return answerNumber(ratioDso(balanceBy(chosen, balances), readTotal(sales, 'sales'), totalDays));
}

function daysPerPeriod(days: unknown, sales: unknown, periods: number): readonly number[] {
  if (!isOmitted(days)) {
    const ofPeriods = readOfPeriods(days, 'days', sales, 'sales', periods);
    requireDaysOfOne(ofPeriods, readStated(days, 'days').length);
    return ofPeriods;
  }
  if (periods > 1) answer(fail('value', 'daysPerPeriodMissing', { argument: 'days' }));
  return [defaultDays];
}

/** Nobody counts back over so many years of one number; mostly it is the days of all periods. */
const fewestYears = 4;
const shortestYear = 360;

/** Days of all periods given for each of them would multiply the answer. */
function requireDaysOfOne(ofPeriods: readonly number[], stated: number): void {
  const [value = 0] = ofPeriods;
  refuseDay(value, 'days');
  const areYears = ofPeriods.length >= fewestYears && value >= shortestYear;
  if (stated > 1 || !areYears) return;
  answer(fail('value', 'daysOfAllPeriods', { argument: 'days', value, cells: ofPeriods.length }));
}
