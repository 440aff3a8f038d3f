import type { CustomerList } from '../ledger/customerList/customerList';
import { findingsOf, type LedgerFindings } from '../ledger/findings/checkRows';
import { FindingLog } from '../ledger/findings/findingLog';
import type { FindingKind, Recognition } from '../ledger/ledger';
import { columnOf } from '../ledger/recognition/columnOf';
import type { CustomerMatches } from './matchCustomers';

/** Not so once a list is joined: what is owed comes from the ledger, and who is listed twice is also told by number. */
const notOfAJoin: ReadonlySet<string> = new Set<FindingKind>([
  'ageingDiffers',
  'agedAmount',
  'duplicateCustomer',
]);

/**
 * List what is doubtful on a customer list that a ledger is joined with: what reading found, and the rows that repeat a customer, by number or by
 * name, of which the first counts.
 *
 * @example listFindings(list, recognition, matches).findings //=> [{ kind: 'duplicateCustomer', row: 7, column: 0, found: 'Acme Ltd' }]
 */
export function listFindings(
  { findings, findingCounts = {}, customers, sheetRow }: CustomerList,
  { columns }: Recognition,
  { duplicates }: Pick<CustomerMatches, 'duplicates'>,
): LedgerFindings {
  const column = columnOf(columns, 'customer');
  // Whoever is listed twice under two names is told once.
  const isRepeated = new Set(duplicates.map(({ entry }) => sheetRow[entry]));
  const said = findings.filter(
    ({ kind, row }) => !notOfAJoin.has(kind) && !(kind === 'sameCustomerOtherName' && isRepeated.has(row)),
  );
  const repeated = new FindingLog();
  for (const { entry } of duplicates)
    repeated.add('duplicateCustomer', sheetRow[entry], column, customers[entry]);
  const again = findingsOf(repeated);
  const ofJoin = ([kind]: [string, number]) => !notOfAJoin.has(kind);
  return {
    findings: [...said, ...again.findings],
    findingCounts: {
      ...Object.fromEntries(Object.entries(findingCounts).filter(ofJoin)),
      ...again.findingCounts,
    },
  };
}
