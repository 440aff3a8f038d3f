/** A document as it stands at the end of a day, in whole cents, below 0 for what lowers what is owed. Days are serial days, NaN where not known. */
export interface StandingItem {
  readonly customer: string;
  readonly kind: 'invoice' | 'payment' | 'creditNote' | 'writeOff';
  readonly amount: number;
  readonly open: number;
  readonly invoiced: number;
  readonly due: number;
  /** What was paid of it by the day, and when. */
  readonly payments: readonly { readonly amount: number; readonly day: number }[];
  /** The day of the last payment, where it is settled and nothing of it was written off. */
  readonly settledOn: number;
  readonly isDisputed: boolean;
}

/** What a ledger as a whole tells by the day: what nothing is known of is NaN for everybody. */
export interface Told {
  readonly payments: boolean;
  readonly disputes: boolean;
  readonly creditNotes: boolean;
  readonly writeOffs: boolean;
  /** A list of open items alone does not keep what was settled. */
  readonly settled: boolean;
}
