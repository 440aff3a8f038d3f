import type { FindingKind } from '../ledger';
import type { LedgerFindings } from './checkRows';

/**
 * Count findings by kind, also those that are too many to be listed.
 *
 * @example countFindings({ findings: [{ kind: 'totalRow', row: 9, column: -1, found: '' }] }) //=> Map { 'totalRow' => 1 }
 */
export function countFindings({
  findings,
  findingCounts = {},
}: LedgerFindings): ReadonlyMap<FindingKind, number> {
  const counts = new Map<FindingKind, number>();
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const [kind, count] of Object.entries(findingCounts)) counts.set(kind as FindingKind, count);
  return counts;
}
