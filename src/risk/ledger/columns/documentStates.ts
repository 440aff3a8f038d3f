import { documentStatuses, readDocumentStatus, readPaymentStatus } from '../cells/documentStatus';
import type { DateColumn } from './dateColumn';
import { growingBytes } from './growingColumn';
import { RecurringColumn } from './recurringColumn';

const [, isVoid, isSettled, isPartlyPaid] = documentStatuses.keys();

const nothingSaid = new Uint8Array(0);

/** What columns of status say of each entry: whether it counts, and whether it is paid where no amount says so. */
export class DocumentStates {
  private readonly validity: RecurringColumn<Uint8Array<ArrayBuffer>> | null;
  private readonly payment: RecurringColumn<Uint8Array<ArrayBuffer>> | null;
  private valid = nothingSaid;
  private voided = nothingSaid;
  private paid = nothingSaid;
  /** What the columns say of payment, whatever amounts say. */
  private called = nothingSaid;
  /** A column of dates that says of documents in words that they are paid, -1 where none does. */
  private wordColumn = -1;

  /**
   * @param documentColumn zero-based within the block, -1 when there is none
   * @param paymentColumn the same of a status of payment, which is surer of that
   */
  constructor(
    private readonly documentColumn: number,
    private readonly paymentColumn: number,
  ) {
    const statuses = (column: number, read: typeof readDocumentStatus) =>
      column < 0
        ? null
        : new RecurringColumn(column, growingBytes(), cell => documentStatuses.indexOf(read(cell)));
    this.validity = statuses(documentColumn, readDocumentStatus);
    this.payment = statuses(paymentColumn, readPaymentStatus);
  }

  get columns(): readonly RecurringColumn<Uint8Array<ArrayBuffer>>[] {
    return [this.validity, this.payment].filter(column => column !== null);
  }

  /** The column that says what is paid, -1 when there is none. */
  get column(): number {
    if (this.payment !== null) return this.paymentColumn;
    return this.validity === null ? this.wordColumn : this.documentColumn;
  }

  /**
   * Decide, when all rows are there, whether statuses say what is paid: not where amounts or rows of payments do, or where each has its day. A word
   * such as `PAID` in place of a day is a status as well.
   *
   * @param entryCount of the ledger
   * @param paidDays by entry, absent where the sheet has none
   * @param dates its columns of dates
   */
  settle(
    isOpenSaid: boolean,
    entryCount: number,
    paidDays: ArrayLike<number> | undefined,
    dates: readonly DateColumn[],
  ): void {
    this.valid = this.validity?.values ?? nothingSaid;
    this.voided = this.payment?.values ?? nothingSaid;
    this.called = this.payment?.values ?? this.valid;
    if (isOpenSaid) return;
    const paid = this.withWords(this.payment?.values ?? this.valid, entryCount, dates);
    const isUndated = (entry: number) => paidDays === undefined || Number.isNaN(paidDays[entry]);
    const saysPaid = paid.some(
      (status, entry) => (status === isSettled || status === isPartlyPaid) && isUndated(entry),
    );
    if (saysPaid) this.paid = paid;
  }

  /** Statuses by entry, together with what words in place of days say. */
  private withWords(
    statuses: Uint8Array<ArrayBuffer>,
    entryCount: number,
    dates: readonly DateColumn[],
  ): Uint8Array<ArrayBuffer> {
    const inWords = dates.filter(({ paid }) => paid.length > 0);
    if (inWords.length === 0) return statuses;
    this.wordColumn = inWords[0].column;
    const together = new Uint8Array(entryCount);
    together.set(statuses);
    for (const { paid } of inWords) for (const { entry } of paid) together[entry] = isSettled;
    return together;
  }

  /** Whether the statuses say what is open. */
  get saysWhatIsOpen(): boolean {
    return this.paid !== nothingSaid;
  }

  isVoid(entry: number): boolean {
    return this.valid[entry] === isVoid || this.voided[entry] === isVoid;
  }

  isSettled(entry: number): boolean {
    return this.paid[entry] === isSettled;
  }

  /** Whether a column calls the entry paid, also where amounts say what is open. */
  isCalledPaid(entry: number): boolean {
    return this.called[entry] === isSettled;
  }

  isPartlyPaid(entry: number): boolean {
    return this.paid[entry] === isPartlyPaid;
  }
}
