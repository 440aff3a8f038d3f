import { documentStatuses, readDocumentStatus, readPaymentStatus } from '../cells/documentStatus';
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
    return this.payment === null ? this.documentColumn : this.paymentColumn;
  }

  /**
   * Decide, when all rows are there, whether statuses say what is paid: not where amounts or rows of payments do, or where each has its day.
   *
   * @param paidDays by entry, absent where the sheet has none
   */
  settle(isOpenSaid: boolean, paidDays: ArrayLike<number> | undefined): void {
    this.valid = this.validity?.values ?? nothingSaid;
    const paid = this.payment?.values ?? this.valid;
    const isUndated = (entry: number) => paidDays === undefined || Number.isNaN(paidDays[entry]);
    const saysPaid = paid.some(
      (status, entry) => (status === isSettled || status === isPartlyPaid) && isUndated(entry),
    );
    this.voided = this.payment?.values ?? nothingSaid;
    this.paid = saysPaid && !isOpenSaid ? paid : nothingSaid;
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

  isPartlyPaid(entry: number): boolean {
    return this.paid[entry] === isPartlyPaid;
  }
}
