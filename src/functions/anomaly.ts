import { modifiedZScores } from '../risk/metrics/formulas/anomaly';
import { fail } from '../risk/problem';
import { isOmitted, rowsOf } from './argument';
import { headerOfBlock, withoutEndOfSheet } from './listArguments';
import { readKnownBlock, readNumber } from './numberArgument';
import { answer, errorOf, spill } from './respond';

/**
 * How unusual each value is among all of them: the modified z-score.
 *
 * Above 3.5, either way, a value counts as an outlier (Iglewicz and Hoaglin). Where more than half of the values are equal, the
 * mean absolute deviation takes the place of the MAD. With a threshold only the values beyond it show their score and the other
 * cells stay empty, so that COUNT counts the anomalies. A cell that is an error answers with its own error and does not count;
 * empty cells stay empty, but desktop Excel hands them as 0: enter n/a where a value is not known.
 *
 * @customfunction ANOMALY ANOMALY
 * @param values The values, in any shape.
 * @param threshold Show only scores whose absolute value is above this, such as 3.5; all if omitted.
 * @returns A score for each value, in the shape of the values.
 * @example =TIERCEL.ANOMALY({10,12,12,13,12,11,14,300}) //=> -1.349, 0, 0, 0.6745, 0, -0.6745, 1.349, 194.256
 * @formula score = 0.6745 × (value − median) / MAD
 * @formula MAD = median of |value − median|; where it is 0: score = (value − median) / (1.253314 × mean of |value −
 * median|)
 * @source B. Iglewicz and D. C. Hoaglin, How to Detect and Handle Outliers (1993); the rule for a MAD of 0 as in IBM SPSS
 * @term 异常值（修正 Z 分数）
 */
export function anomaly(values: unknown[][], threshold?: unknown): unknown[][] {
  const rows = withoutEndOfSheet(rowsOf(values));
  const headerRow = headerOfBlock(rows);
  const { values: numbers, problems, width } = readKnownBlock(rows, 'values');
  const limit = readThreshold(threshold);
  const cells = Array.from(modifiedZScores(numbers), (score, index) => {
    const problem = problems.get(index);
    if (Math.floor(index / width) <= headerRow) return '';
    if (problem) return errorOf(problem);
    return Math.abs(score) > limit ? score : '';
  });
  return spill(rows.map((_, row) => cells.slice(row * width, (row + 1) * width)));
}

/** Below every score when omitted; a missing value has none. */
function readThreshold(argument: unknown): number {
  if (isOmitted(argument)) return Number.NEGATIVE_INFINITY;
  const threshold = readNumber(argument, 'threshold', 0);
  if (threshold >= 0) return threshold;
  return answer(fail('value', 'argumentNegative', { argument: 'threshold', value: threshold }));
}
