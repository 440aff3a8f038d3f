import { placesUpTo } from '../metrics/placesUpTo';
import { sortInSlices } from '../metrics/sortInSlices';
import type { Slices } from '../slices';
import { type ContractRemark, type ContractRow, contractRemarks } from './contractRemarks';

/** By what is owed, or by the day on which contracts end. */
export type ContractOrder = 'exposure' | 'days';

/** Remarks as a list shows them, and what they come to. */
export interface ContractSelection {
  readonly rows: readonly ContractRow[];
  /** Whom they are about, and what those owe, each once. */
  readonly customerCount: number;
  readonly exposure: number;
  /** Of all remarks, also of those that were not chosen. */
  readonly counts: Readonly<Record<ContractRemark, number>>;
}

const rowsInSlice = 8192;

/**
 * Select remarks in slices of a few milliseconds.
 *
 * @param all As `reviewContractsInSlices` gives them: the largest exposure first.
 * @param remark Only those of this kind; null for all.
 * @param order By days: contracts by their end, the longest expired first; what has no end comes last, by money as before.
 * @example finishSlices(selectContractsInSlices(review.rows, 'expired', 'days')).customerCount //=> 3
 */
export function* selectContractsInSlices(
  all: readonly ContractRow[],
  remark: ContractRemark | null,
  order: ContractOrder,
): Slices<ContractSelection> {
  const counts = Object.fromEntries(contractRemarks.map(each => [each, 0])) as Record<ContractRemark, number>;
  const customers = new Set<number>();
  const chosen: ContractRow[] = [];
  let exposure = 0;
  for (const [index, row] of all.entries()) {
    if (index % rowsInSlice === rowsInSlice - 1) yield;
    counts[row.remark] += 1;
    if (remark !== null && row.remark !== remark) continue;
    chosen.push(row);
    if (!customers.has(row.customer)) exposure += row.exposure || 0;
    customers.add(row.customer);
  }
  yield;
  const rows = order === 'exposure' ? chosen : yield* soonestFirst(chosen);
  return { rows, customerCount: customers.size, exposure, counts };
}

function* soonestFirst(rows: readonly ContractRow[]): Slices<readonly ContractRow[]> {
  const ends = Float64Array.from(rows, ({ remark, contractEnd }) =>
    remark === 'expired' || remark === 'ending' ? contractEnd : Number.POSITIVE_INFINITY,
  );
  yield;
  const sorted = yield* sortInSlices(placesUpTo(rows.length), (one, other) =>
    ends[one] === ends[other] ? 0 : ends[one] - ends[other],
  );
  return Array.from(sorted, row => rows[row]);
}
