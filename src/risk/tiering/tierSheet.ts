import { type ReviewEntry, withReviews } from '../history/reviewLog';
import { type Snapshot, snapshotBefore } from '../history/snapshot';
import type { ChosenMatch } from '../join/chosenMatches';
import { joinMatchedInSlices, matchLedgerInSlices, type UnderstoodCells } from '../join/matchLedger';
import { readCustomerList } from '../ledger/customerList/customerList';
import { createLedgerReader } from '../ledger/readLedger';
import { measureLedger } from '../metrics/customers/customerMetrics';
import type { Policy } from '../policy/policy';
import { withAsOf } from '../policy/withAsOf';
import { assessAgainInSlices, assessList, assessMeasuredInSlices } from '../scoring/assess';
import type { Assessment } from '../scoring/assessment';
import { finishSlices } from '../slices';
import type { Reading } from './statedColumns';

/** All that an answer comes from. */
export interface SheetToTier {
  /** A ledger or a customer list, from its header on. */
  readonly cells: UnderstoodCells['cells'];
  readonly reading: Reading;
  /** Excel serial day in the workbook's date system. */
  readonly asOf: number;
  readonly policy: Policy;
  /** The customer list that a ledger is joined with; null where there is none. */
  readonly list: UnderstoodCells | null;
  readonly chosen: readonly ChosenMatch[];
  readonly reviews: readonly ReviewEntry[];
  readonly snapshots: readonly Snapshot[];
}

/**
 * Tier the customers of a sheet from its cells, in the very steps in which the pane does it: read, measure, join, add reviews, compare with
 * the snapshot before, score.
 *
 * @example tierSheet({ cells, reading, asOf: 45473, policy, list: null, chosen: [], reviews: [], snapshots: [] }).tierSummaries
 */
export function tierSheet(sheet: SheetToTier): Assessment {
  const policy = withAsOf(sheet.policy, sheet.asOf);
  return sheet.reading.recognition.kind === 'customers' ? tierList(sheet, policy) : tierLedger(sheet, policy);
}

function tierLedger(sheet: SheetToTier, policy: Policy): Assessment {
  const { cells, reading, asOf, list, chosen } = sheet;
  const { recognition, currency, dateSystem } = reading;
  const reader = createLedgerReader(recognition, {
    dateSystem,
    currency: currency ?? undefined,
    rates: policy.rates,
    reportingCurrency: policy.settings.currency,
    asOf,
    expectedRows: cells.length,
    keptRows: () => cells,
  });
  reader.add(cells, 0);
  const ledger = finishSlices(reader.finishing());
  const whole = { ledger, table: measureLedger(ledger, asOf, policy) };
  const matched = list && finishSlices(matchLedgerInSlices(whole, list, dateSystem, chosen));
  const answered = matched ? finishSlices(joinMatchedInSlices(whole, matched, policy)) : whole;
  const assessment = finishSlices(assessMeasuredInSlices(answered.ledger, answered.table, policy));
  return withHistory(assessment, sheet, ledger.currency, ledger.scale);
}

function tierList(sheet: SheetToTier, policy: Policy): Assessment {
  const { cells, reading, asOf } = sheet;
  const list = readCustomerList(cells, reading.recognition, { dateSystem: reading.dateSystem });
  // A list says in which currency it is nowhere.
  return withHistory(assessList(list, asOf, policy), sheet, '', undefined);
}

/** Add what reviews and the snapshot before say of the customers. */
function withHistory(
  assessment: Assessment,
  { asOf, reviews, snapshots }: SheetToTier,
  currency: string,
  scale: number | undefined,
): Assessment {
  if (reviews.length + snapshots.length === 0) return assessment;
  const previous = snapshotBefore(snapshots, asOf, currency);
  const table = withReviews(assessment.table, reviews);
  return finishSlices(assessAgainInSlices(assessment, table, scale, previous));
}
