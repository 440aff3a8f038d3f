/** The argument that says where ageing buckets end. */
import type { ArgumentKey } from '../i18n/functions/functionHelp';
import { bucketsFromBounds, defaultBounds } from '../risk/metrics/formulas/ageing';
import { monthBucketsFromBounds } from '../risk/metrics/formulas/monthAgeing';
import {
  readBuckets as readBucketTable,
  readMonthBuckets as readMonthTable,
  readPolicy,
} from '../risk/policy/cells/readPolicy';
import { defaultPolicy } from '../risk/policy/defaultPolicy';
import type { Bucket, MonthBucket, Policy } from '../risk/policy/policy';
import { isOmitted, rowsOf } from './argument';
import { readStated } from './numberArgument';
import { isWholeSheet, policyCells } from './policyArgument';
import { answer } from './respond';

/** The arguments that say where buckets end: some take the rest of the policy, too. */
type BucketsName = Extract<ArgumentKey, 'buckets' | 'policy'>;

/**
 * Read buckets: bounds in a row or column, or the policy's bucket table with its headers, or the whole policy sheet.
 * Among bounds 0 and empty cells are passed over, so that the policy's column of bounds (0, 30, 60, 90, open) is as good.
 *
 * @throws #VALUE! when bounds are not whole and ascending, or the table cannot be read.
 */
export function readBuckets(argument: unknown, name: BucketsName = 'buckets'): readonly Bucket[] {
  if (isOmitted(argument)) return answer(bucketsFromBounds(defaultBounds));
  if (isTable(argument)) return answer(readBucketTable(policyCells(argument)));
  const buckets = bucketsFromBounds(readStated(argument, name).filter(bound => bound !== 0));
  if (buckets.ok) return buckets.value;
  return answer({
    ...buckets,
    problem: { ...buckets.problem, detail: { ...buckets.problem.detail, argument: name } },
  });
}

/**
 * Read buckets by months: where they end in a row or column, or the policy's table of them with its headers, or the whole policy
 * sheet; those of the default policy when the argument is omitted.
 *
 * @throws #VALUE! when bounds are not whole and ascending, or the table cannot be read.
 */
export function readMonthBuckets(argument: unknown): readonly MonthBucket[] {
  if (isOmitted(argument)) return defaultPolicy.monthBuckets;
  if (isTable(argument)) return answer(readMonthTable(policyCells(argument)));
  return answer(monthBucketsFromBounds(readStated(argument, 'buckets').filter(bound => bound !== 0)));
}

function isTable(argument: unknown): boolean {
  const rows = rowsOf(argument);
  return rows.length > 1 && rows[0].length > 1;
}

/**
 * Read the policy by which customers are measured: the whole policy sheet, or the default policy with the buckets that were given.
 *
 * @throws #VALUE! when bounds are not whole and ascending, or the table or sheet cannot be read.
 */
export function readMeasuringPolicy(argument: unknown, name: BucketsName): Policy {
  if (isOmitted(argument)) return defaultPolicy;
  const cells = policyCells(argument);
  if (isWholeSheet(cells)) return answer(readPolicy(cells));
  return { ...defaultPolicy, buckets: readBuckets(argument, name) };
}
