import type { Policy } from '../../../risk/policy/policy';
import type { Running } from '../workModel';
import type { Answering } from './loadAnswering';
import type { ReadList, ReadSheet } from './readSheet';

/** What the user chose for the sheet now shown; null where they left it to Tiercel. */
export interface Choices {
  readonly asOf: number | null;
  readonly currency: string | null;
  /** The customer list that a ledger is joined with. */
  readonly list: ReadList | null;
}

export const noChoices: Choices = { asOf: null, currency: null, list: null };

/** A sheet to be tiered: as the user chose, by a policy, with the code that does it. */
export interface Question {
  readonly sheet: ReadSheet;
  readonly chosen: Choices;
  readonly policy: Policy;
  /** The day by the user's clock, as a serial of the sheet's date system. */
  readonly today: number;
  readonly running: Running;
  readonly answering: Answering;
}
