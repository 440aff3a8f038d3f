/**
 * Errors of the domain are values. A `Problem` names what is wrong by a key of the message catalogue; each edge
 * (formulas, pane) has one mapper that turns it into what that edge speaks.
 */

/** What a formula answers for the problem: `#VALUE!`, `#N/A`, `#DIV/0!` or `#NUM!`. */
export type ProblemCode = 'value' | 'notAvailable' | 'divideByZero' | 'number';

/** The keys of `i18n/problems.ts`; a key without a text in both languages does not compile there. */
export type ProblemKey =
  | 'argumentMissing'
  | 'argumentNotNumber'
  | 'argumentMarkAmbiguous'
  | 'argumentTooLarge'
  | 'argumentNotDate'
  | 'paymentNotDate'
  | 'argumentNotDates'
  | 'dueBeforeInvoices'
  | 'argumentDateAmbiguous'
  | 'argumentNegative'
  | 'argumentNotWhole'
  | 'argumentEmpty'
  | 'resultTooLarge'
  | 'daysNotPositive'
  | 'daysPerPeriodMissing'
  | 'daysOfAllPeriods'
  | 'argumentIsDay'
  | 'argumentErrorCell'
  | 'argumentUnknownOption'
  | 'argumentsDifferInRows'
  | 'argumentsDifferInColumns'
  | 'argumentNotOneColumn'
  | 'argumentNotOneCell'
  | 'customerMissing'
  | 'totalAmongCustomers'
  | 'totalAmongAmounts'
  | 'totalAmongParts'
  | 'totalAmongPeriods'
  | 'totalAmongBalances'
  | 'totalAmongBuckets'
  | 'customerNotFound'
  | 'bucketBoundsNotAscending'
  | 'monthBoundsNotAscending'
  | 'nothingToShare'
  | 'salesZero'
  | 'receivablesZero'
  | 'receivablesExceedSales'
  | 'policyRowUnreadable'
  | 'policyWeightsZero'
  | 'policyTiersOverlap'
  | 'policySectionMissing'
  | 'policyColumnMissing'
  | 'policySettingMissing'
  | 'policyValueUnreadable'
  | 'policyTextValue'
  | 'policyDateUnreadable'
  | 'policyValueOutOfBounds'
  | 'policyWeightNegative'
  | 'policyBestEqualsWorst'
  | 'policyBucketsNotAscending'
  | 'policyLastTierNotZero'
  | 'policyScoreAsShare'
  | 'policyShareTooLarge'
  | 'policyLastBucketNotOpen'
  | 'policyNamedTwice'
  | 'policyStepsNotAscending'
  | 'policyMonthsNotAscending'
  | 'policyLastMonthsNotOpen'
  | 'policyTierUnknown'
  | 'policyRateNotPositive'
  | 'fileNotPolicy'
  | 'filePolicyNewer'
  | 'factorNotInPolicy'
  | 'notAScore'
  | 'scoreIsShare'
  | 'factorGivenTwice'
  | 'noFactorHasData'
  | 'nothingCollectable'
  | 'nothingDue'
  | 'nothingPaid'
  | 'nobodyActive'
  | 'argumentOutOfBounds'
  | 'partAboveWhole'
  | 'balancesTooFew'
  | 'balancesBesideDates'
  | 'balancesBesideTotals'
  | 'balancesAboveTotals'
  | 'balancesAreShares'
  | 'bucketWithoutBalance'
  | 'argumentZero'
  | 'figureMissing'
  | 'customerMissingForDate'
  | 'noLedgerColumn'
  | 'fieldUnknown'
  | 'fieldGivenTwice'
  | 'tableColumnMissing'
  | 'columnNotInData'
  | 'sheetLacksFields';

/**
 * Fills the placeholders of the message: `{argument}`, `{row}` (one-based within the argument; `{cell}` in an argument of one row, both in a table), `{value}` …
 * Keys that begin with `policy` always carry `{section}` (in both languages, as on the sheet); those about a row or cell also
 * `{row}` (one-based within the cells read), `{column}` (the header) and `{value}` (what the cell holds) where there is one.
 */
export type ProblemDetail = Readonly<Record<string, string | number>>;

export interface Problem {
  readonly code: ProblemCode;
  readonly key: ProblemKey;
  readonly detail: ProblemDetail;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Answer with a value.
 *
 * @example succeed(0.4) //=> { ok: true, value: 0.4 }
 */
export const succeed = <T>(value: T): Outcome<T> => ({ ok: true, value });

/**
 * Answer that there is no value, and why.
 *
 * @param code What a formula shows.
 * @param key Of the message in the catalogue, whose placeholders `detail` fills.
 * @example fail('divideByZero', 'salesZero') //=> { ok: false, problem: { code: 'divideByZero', key: 'salesZero', detail: {} } }
 */
export const fail = (code: ProblemCode, key: ProblemKey, detail: ProblemDetail = {}): Outcome<never> => ({
  ok: false,
  problem: { code, key, detail },
});
