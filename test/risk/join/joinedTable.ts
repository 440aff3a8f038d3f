import { joinedTableInSlices } from '../../../src/risk/join/joinTables';
import type { CustomerMatches } from '../../../src/risk/join/matchCustomers';
import type { CustomerList } from '../../../src/risk/ledger/customerList/customerList';
import { measureEntriesInSlices } from '../../../src/risk/metrics/customers/customerListMetrics';
import type { CustomerTable } from '../../../src/risk/metrics/table/metric';
import type { Policy } from '../../../src/risk/policy/policy';
import { finishSlices } from '../../../src/risk/slices';

/** A ledger's table joined with a customer list, at once. */
export function joinedTable(
  table: CustomerTable,
  list: CustomerList,
  matches: CustomerMatches,
  policy: Policy,
  scale?: number,
): CustomerTable {
  const said = finishSlices(measureEntriesInSlices(list, table.asOf, policy));
  return finishSlices(joinedTableInSlices(table, { list, matches, said }, scale));
}
