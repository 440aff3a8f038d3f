import type { RowValues } from '../ledger/readRow';

/** What of a row tells whether it settles others or is settled; money in any unit. */
export type SettlingFigures = Pick<RowValues, 'amount' | 'openAmount' | 'paidDate'>;

/** How many rows tell of each. */
interface Told {
  /** Below 0: payments and credits, which may settle others. */
  credits: number;
  /** Of an open amount. */
  known: number;
  /** Of another open amount than the whole one: no sheet states that but by a column of open or paid amounts that has one. */
  stated: number;
  /** Of an invoice with a paid date. */
  paidInvoices: number;
}

const nothing: Readonly<Told> = { credits: 0, known: 0, stated: 0, paidInvoices: 0 };

/**
 * Tells whether an edit of a ledger in which no row settled another may change that. Rows settle others only where the sheet does not state what is
 * open, and only rows of the same customer; with the first and the last row that states what is open, or when an invoice was paid, this changes
 * for everybody. Document numbers are not looked at: what might name an invoice is taken to do so.
 */
export class SettlingRisk {
  private readonly told: Told = { ...nothing };

  /** Add a row, or take it away again. */
  count(figures: SettlingFigures, by: 1 | -1): void {
    const { told } = this;
    const ofRow = toldBy(figures);
    told.credits += by * ofRow.credits;
    told.known += by * ofRow.known;
    told.stated += by * ofRow.stated;
    told.paidInvoices += by * ofRow.paidInvoices;
  }

  /**
   * Tell whether rows may settle others, or other ones, after a row changes.
   *
   * @param before The row as it is counted, null for a new one.
   * @param after Null for one that goes.
   * @param beside The rows of the customers it was and will be of.
   */
  isMoved(
    before: SettlingFigures | null,
    after: SettlingFigures | null,
    beside: () => readonly SettlingFigures[],
  ): boolean {
    const was = before === null ? nothing : toldBy(before);
    const is = after === null ? nothing : toldBy(after);
    const isWithoutCredits = this.told.credits + is.credits === 0;
    const isStatedByOthers = this.told.stated > was.stated;
    if (isWithoutCredits || isStatedByOthers) return false;

    const isKnownOfOthers = this.told.known > was.known;
    const isStatedOtherwise = was.stated + is.stated > 0 || (!isKnownOfOthers && was.known !== is.known);
    const othersPaid = this.told.paidInvoices - was.paidInvoices;
    const isPaidOtherwise = othersPaid === 0 && was.paidInvoices !== is.paidInvoices;
    if (isStatedOtherwise || isPaidOtherwise) return true;

    const isPaidDated = othersPaid + is.paidInvoices > 0;
    const rows = [before, after, ...beside()];
    return rows.some(row => row !== null && settles(row, isPaidDated));
  }
}

/** A credit with a paid date of its own is done where paid dates say what is paid. */
function settles({ amount, paidDate }: SettlingFigures, isPaidDated: boolean): boolean {
  return amount < 0 && !(isPaidDated && !Number.isNaN(paidDate));
}

function toldBy({ amount, openAmount, paidDate }: SettlingFigures): Told {
  const isKnown = !Number.isNaN(openAmount);
  return {
    credits: Number(amount < 0),
    known: Number(isKnown),
    stated: Number(isKnown && openAmount !== amount),
    paidInvoices: Number(amount > 0 && !Number.isNaN(paidDate)),
  };
}
