import type { SheetBlock } from '../../../excel/contract';
import type { Finding, FindingKind, Ledger, Recognition } from '../../../risk/ledger/ledger';
import type { Assessment } from '../../../risk/scoring/assessment';
import type { ListJoin } from '../join/joinedLedger';
import type { AsOf } from './asOfDate';

/** One whole answer: the sheet it is about, the date and currency, and the customers' tiers and breaches. */
export interface Tiering {
  readonly block: SheetBlock;
  readonly recognition: Recognition;
  readonly asOf: AsOf;
  readonly currency: string;
  readonly currencies: Ledger['currencies'];
  readonly findings: readonly Finding[];
  /** How often each kind was found: `findings` may name only the first thousand of a kind. */
  readonly findingCounts: ReadonlyMap<FindingKind, number>;
  readonly assessment: Assessment;
  /** What the customers were measured from; null for a customer list. */
  readonly ledger: Ledger | null;
  /** The customer list it is joined with; null where there is none. */
  readonly join: ListJoin | null;
}
