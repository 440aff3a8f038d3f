import { type Collection, collectionEffectiveness } from '../risk/metrics/formulas/collectionEffectiveness';
import { fail } from '../risk/problem';
import { floatNoise, readCount, readTotal } from './numberArgument';
import { refuseDay } from './plausibleDates';
import { answer, answerNumber } from './respond';

/**
 * Collection effectiveness index: the share of what could be collected that was collected.
 *
 * Sales enter with those of one period, the definition of the Credit Research Foundation. A ratio to be formatted as per cent.
 * Several cells of an argument are added up.
 *
 * @customfunction CEI CEI
 * @param begin Receivables at the beginning.
 * @param sales Credit sales: a total, or its parts.
 * @param end Receivables at the end.
 * @param endCurrent The part of the receivables at the end that is not due yet.
 * @param periods How many periods (months) the sales cover: 1 if omitted.
 * @returns 1 when everything due was collected.
 * @example =TIERCEL.CEI(6200, 10890, 6340, 3590, 3) //=> 0.559…
 * @formula CEI = (begin + sales / periods − end) / (begin + sales / periods − end_current)
 * @source Credit Research Foundation; worked figures of creditguru.com
 * @term 回款效率指数
 */
export function collectionEffectivenessIndex(
  begin: unknown[][],
  sales: unknown[][],
  end: unknown[][],
  endCurrent: unknown[][],
  periods?: unknown,
): number {
  const collection = {
    begin: readTotal(begin, 'begin'),
    sales: readTotal(sales, 'sales'),
    end: readTotal(end, 'end'),
    endCurrent: readTotal(endCurrent, 'endCurrent'),
  };
  requirePart(collection);
  const count = readCount(periods, 'periods') ?? 1;
  refuseDay(count, 'periods');
  return answerNumber(collectionEffectiveness(collection, count));
}

/** More not due than owed would tell of more collected than could be; mostly the two arguments are in each other's place. */
function requirePart({ end, endCurrent }: Collection): void {
  if (endCurrent <= end + Math.abs(end) * floatNoise) return;
  answer(
    fail('value', 'partAboveWhole', { argument: 'endCurrent', value: endCurrent, other: 'end', whole: end }),
  );
}
