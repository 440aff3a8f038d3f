/** Which findings ask for a look at a cell, and which only tell how rows are counted. */
import type { FindingKind } from '../../risk/ledger/ledger';

/** The gravest first: what is not in the totals, then what was assumed, then what formulas on the sheet read otherwise. */
export const problemKinds = [
  'unreadableAmount',
  'missingAmount',
  'missingCustomer',
  'errorCell',
  'unreadableDate',
  'otherCurrency',
  'missingRate',
  'otherList',
  'negativeLimit',
  'negativePaid',
  'blankSettled',
  'blankOpen',
  'blankOverdue',
  'assumedDateOrder',
  'turnedDates',
  'appliedOldestFirst',
  'unappliedPayment',
  'missingSide',
  'unclearType',
  'typeByWords',
  'rivalColumn',
  'expectedAsDue',
  'netAmount',
  'chargeLeftOut',
  'chargeCounted',
  'unappliedBeside',
  'billedInOtherMoney',
  'balanceDiffers',
  'paidButOpen',
  'retentionCounted',
  'retentionLeftOut',
  'partlyPaid',
  'paidByStatus',
  'paidInColumn',
  'bothSides',
  'duplicateDocument',
  'ageingDiffers',
  'duplicateCustomer',
  'sameCustomerOtherName',
  'severalNumbers',
  'namedByNumber',
  'missingDueDate',
  'blankCurrency',
  'amountUnit',
  'futureInvoice',
  'textAmount',
  'textDate',
  'agedAmount',
] as const satisfies readonly FindingKind[];

/** Nothing is wrong with these rows: a good ledger has credit notes and total rows, hundreds of them. */
export const noteKinds = [
  'excludedRow',
  'openingBalance',
  'namedAbove',
  'totalRow',
  'invoiceLine',
  'creditNote',
] as const satisfies readonly FindingKind[];

/** A kind that neither list has would be counted nowhere: it does not compile. */
type Unlisted = Exclude<FindingKind, (typeof problemKinds)[number] | (typeof noteKinds)[number]>;
const allAreListed: [Unlisted] extends [never] ? true : Unlisted = true;
void allAreListed;

/**
 * Add up how many findings there are of some kinds.
 *
 * @example countOf(new Map([['totalRow', 2], ['textDate', 1]]), noteKinds) //=> 2
 */
export const countOf = (counts: ReadonlyMap<FindingKind, number>, kinds: readonly FindingKind[]): number =>
  kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
