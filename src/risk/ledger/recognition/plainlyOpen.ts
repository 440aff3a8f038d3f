import type { ColumnMapping } from '../ledger';
import { headerWords } from './headerText';

const plainlyOpen =
  /\b(?:open|outstanding|unpaid|remaining|residual|unapplied|o s)\b|未收|未付|未核销|未回款|未结|未清|未到账|尚欠|欠款|剩余/;
const bareBalance =
  /^(?:(?:account|closing|ending|running|cumulative)? ?balance|(?:期末|账户|累计)?(?:余额|结余)|saldo|solde)$/;
/** Below it a header says something else besides. */
const asGood = 0.85;

/**
 * Leave a bare `Balance` to the account where another column says plainly what is open of each row (`Open balance` and `Balance` in QuickBooks'
 * customer balance detail): it is then the sum of the rows down to each of them.
 *
 * @param candidates columns with the fields they may mean
 */
export function withPlainlyOpen(candidates: readonly ColumnMapping[]): readonly ColumnMapping[] {
  const isOpen = ({ field }: ColumnMapping) => field === 'openAmount';
  const isSaid = candidates.some(
    candidate =>
      isOpen(candidate) &&
      candidate.confidence >= asGood &&
      plainlyOpen.test(headerWords(candidate.header)) &&
      !bareBalance.test(headerWords(candidate.header)),
  );
  if (!isSaid) return candidates;
  return candidates.filter(
    candidate => !(isOpen(candidate) && bareBalance.test(headerWords(candidate.header))),
  );
}
