import { customerKey } from '../../ledger/cells/customerName';
import { documentTypes } from '../../ledger/cells/documentType';
import { type SaidInLedgers, saidInLedgers } from '../../ledger/customerList/customerCategories';
import type { Ledger } from '../../ledger/ledger';
import { ledgerOf } from '../../ledger/ledgerOf';
import type { RowValues } from '../../ledger/readRow';
import type { Slices } from '../../slices';
import { tellsBits, toldBy } from '../ledgerEvidence';
import { invoiceDayOf } from '../openAmounts';
import { type RowsByCustomer, rowsByCustomer } from '../rowsByCustomer';
import { type SettlingFigures, SettlingRisk } from '../settlingRisk';

type Column =
  | Float64Array<ArrayBufferLike>
  | Float32Array<ArrayBufferLike>
  | Int32Array<ArrayBufferLike>
  | Uint16Array<ArrayBufferLike>
  | Uint8Array<ArrayBufferLike>;

type Wide = Record<'amount' | 'openAmount', Float64Array> & Record<'customer', Int32Array>;

/** Its columns hold whatever an edit brings: any amount, any number of customers, and rows of nobody. */
type LiveLedger = { -readonly [Name in keyof Ledger]: Name extends keyof Wide ? Wide[Name] : Ledger[Name] };

/** What is taken over before the work stops for others. */
const rowsInSlice = 32_768;
const namesInSlice = 8_192;

/** In place of a customer's code: the row is no longer on the sheet. */
const removed = -1;
/** Up to here sums of whole units are exact. */
const largestExact = 2 ** 53;
/** Float noise of an amount that is whole in the ledger's units. */
const noise = 1e-3;

/**
 * A ledger whose rows change one at a time: it finds rows by their place on the sheet, knows the rows of each customer, and takes new rows and
 * customers. The columns it is given become its own and change with the rows.
 */
export class EditableLedger {
  /**
   * The ledger as it stands, to be measured by the rows of a customer. Its columns may be longer than what is in them, and removed rows are still
   * there; `whole` gives a ledger as others expect it.
   */
  readonly live: LiveLedger;
  private readonly names: string[];
  private readonly codeByKey = new Map<string, number>();
  /** By customer, where they are no longer those of the original. */
  private readonly changedRows = new Map<number, readonly number[]>();
  /** The ledger's row by the sheet's, of rows that came later. */
  private readonly addedRows = new Map<number, number>();
  private removedCount = 0;
  /** How many rows there are by what they tell. */
  private readonly tellers = new Int32Array(1 << tellsBits);
  /** Sum of the sizes of all amounts, whole units. */
  private size = 0;
  private readonly settlingRisk = new SettlingRisk();

  private constructor(
    ledger: Ledger,
    private readonly day: number,
    /** As the ledger came: which rows are whose. */
    private readonly original: RowsByCustomer,
  ) {
    this.names = [...ledger.customers];
    this.live = ledgerOf({
      ...ledger,
      customers: this.names,
      customer: widened(Int32Array, ledger.customer),
      amount: widened(Float64Array, ledger.amount),
      openAmount: widened(Float64Array, ledger.openAmount),
      sheetRow: ledger.sheetRow.copy(),
    });
  }

  /**
   * Take over a ledger, in slices of a few milliseconds.
   *
   * @param day Serial day without a time, by which rows tell what they tell.
   */
  static *of(ledger: Ledger, day: number): Slices<EditableLedger> {
    const editable = new EditableLedger(ledger, day, yield* rowsByCustomer(ledger));
    for (let first = 0; first < ledger.rowCount; first += rowsInSlice) {
      const end = Math.min(ledger.rowCount, first + rowsInSlice);
      for (let row = first; row < end; row += 1) editable.count(row, 1);
      yield;
    }
    for (let first = 0; first < editable.names.length; first += namesInSlice) {
      const end = Math.min(editable.names.length, first + namesInSlice);
      for (let code = first; code < end; code += 1) editable.know(code);
      yield;
    }
    return editable;
  }

  private know(code: number): void {
    this.codeByKey.set(customerKey(this.names[code]), code);
  }

  /** The ledger as it stands, without the rows that were removed. */
  whole(): Ledger {
    const { live } = this;
    const used = <C extends Column>(column: C, count: number) => column.subarray(0, count) as C;
    const ledger = mapColumns(live, {
      row: column => used(column, live.rowCount),
      customer: column => used(column, this.names.length),
    });
    const customers = this.names.slice();
    if (this.removedCount === 0) return ledgerOf({ ...ledger, customers, sheetRow: live.sheetRow.copy() });
    const kept = Int32Array.from({ length: live.rowCount }, (_, row) => row).filter(
      row => live.customer[row] !== removed,
    );
    const pick = <C extends Column>(column: C) => {
      const picked = column.slice(0, kept.length) as C;
      kept.forEach((row, index) => {
        picked[index] = column[row];
      });
      return picked;
    };
    return ledgerOf({
      ...mapColumns(ledger, { row: pick, customer: column => column }),
      customers,
      sheetRow: live.sheetRow.pick(kept),
      rowCount: kept.length,
    });
  }

  /** Find the ledger's row by the sheet's; undefined where that row is not in the ledger. */
  rowAt(sheetRow: number): number | undefined {
    const row = this.addedRows.get(sheetRow) ?? this.originalRowAt(sheetRow);
    return row === undefined || this.live.customer[row] === removed ? undefined : row;
  }

  /** The ledger's rows of a customer, ascending. */
  rowsOf(customer: number): ArrayLike<number> {
    const changed = this.changedRows.get(customer);
    if (changed) return changed;
    const { start, rows } = this.original;
    if (customer >= start.length - 1) return [];
    return rows.subarray(start[customer], start[customer + 1]);
  }

  /** Find a customer's code by any way of writing the name, `undefined` for a new customer. */
  codeOf(name: string): number | undefined {
    return this.codeByKey.get(customerKey(name));
  }

  /** Add a customer with the limit and the terms that their first row says. */
  addCustomer({ customer, creditLimit, termsDays, said }: RowValues): number {
    const { live } = this;
    const code = this.names.length;
    this.names.push(customer.trim());
    this.know(code);
    this.makeRoom({ customers: code + 1 });
    live.creditLimit[code] = Math.round(creditLimit * live.scale);
    live.termsDays[code] = termsDays;
    for (const field of saidInLedgers) this.say(field, said?.[field] ?? '');
    return code;
  }

  /**
   * Tell whether a row can be changed to these values, or be taken off the sheet (`null`), without reading the whole sheet again. It cannot
   * where rows settle each other, or may do so with this row as it was or will be, or take dates or names from each other; where an amount is not whole in the ledger's units or too much
   * for exact sums, where the row was set apart when the sheet was read, and where other rows of its customer may say another limit or other terms.
   *
   * @param row The ledger's row, undefined for one that is new.
   */
  canHold(row: number | undefined, sheetRow: number, values: RowValues | null): boolean {
    const { settlements, takesFromOthers, unplaced, excluded } = this.live;
    const wasApart = [...unplaced, ...excluded].some(apart => apart.row === sheetRow);
    if (settlements !== null || takesFromOthers || wasApart) return false;
    const before = row === undefined ? undefined : this.live.customer[row];
    const after = values === null ? undefined : this.codeOf(values.customer);
    const leavesGranted = before !== undefined && before !== after && this.isGrantedAnything(before);
    if (leavesGranted || this.mayMoveSettlements(row, values)) return false;
    if (this.mayBeSaidOtherwise(before, after, values)) return false;
    return values === null || (this.hasRoomFor(values) && this.isGrantedAlready(after, values));
  }

  /** Say a word of the customer that came last, in lists of their own: tables that were taken keep theirs. */
  private say(field: SaidInLedgers, word: string): void {
    const said = this.live.said?.[field];
    if (said === undefined) return;
    const words = [...said.words, word];
    this.live.said = { ...this.live.said, [field]: { ...said, words } };
  }

  /** Whether another row than now may say what a customer is in words. */
  private mayBeSaidOtherwise(
    before: number | undefined,
    after: number | undefined,
    values: RowValues | null,
  ): boolean {
    return saidInLedgers.some(field => {
      const said = this.live.said?.[field];
      if (said === undefined) return false;
      const isUneven = [before, after].some(code => code !== undefined && said.uneven.has(code));
      const saysOther = after !== undefined && (values?.said?.[field] ?? '') !== said.words[after];
      return isUneven || saysOther;
    });
  }

  /** What all rows tell that were there by the day, as bits of `tells`. */
  get told(): number {
    return this.tellers.reduce((told, rows, bits) => (rows > 0 ? told | bits : told), 0);
  }

  private mayMoveSettlements(row: number | undefined, values: RowValues | null): boolean {
    const customers = [
      row === undefined ? undefined : this.live.customer[row],
      values === null ? undefined : this.codeOf(values.customer),
    ];
    const beside = () =>
      customers.flatMap(customer =>
        customer === undefined ? [] : Array.from(this.rowsOf(customer), other => this.figuresOf(other)),
      );
    return this.settlingRisk.isMoved(row === undefined ? null : this.figuresOf(row), values, beside);
  }

  private figuresOf(row: number): SettlingFigures {
    const { amount, openAmount, paidDate } = this.live;
    return { amount: amount[row], openAmount: openAmount[row], paidDate: paidDate[row] };
  }

  /** Add what a row adds to the whole, or take it away again. */
  private count(row: number, by: 1 | -1): void {
    const { live, day } = this;
    this.size += by * this.sizeOf(row);
    this.settlingRisk.count(this.figuresOf(row), by);
    const isNotYetInvoiced = invoiceDayOf(live, row) > day;
    if (!isNotYetInvoiced) this.tellers[toldBy(live, row, day)] += by;
  }

  private hasRoomFor({ amount, openAmount }: RowValues): boolean {
    const { scale } = this.live;
    const amounts = [amount, openAmount].filter(known => !Number.isNaN(known));
    const areWhole = amounts.every(known => Math.abs(known * scale - Math.round(known * scale)) <= noise);
    const size = amounts.reduce((sum, known) => sum + Math.abs(known * scale), this.size);
    return areWhole && size < largestExact;
  }

  private isGrantedAnything(customer: number): boolean {
    return !Number.isNaN(this.live.creditLimit[customer]) || !Number.isNaN(this.live.termsDays[customer]);
  }

  /** The lowest limit and the longest terms of a customer's rows stay what they are when one more row says the same. */
  private isGrantedAlready(customer: number | undefined, { creditLimit, termsDays }: RowValues): boolean {
    if (customer === undefined) return true;
    const { live } = this;
    return (
      Object.is(Math.round(creditLimit * live.scale), live.creditLimit[customer]) &&
      Object.is(termsDays, live.termsDays[customer])
    );
  }

  /** Add an empty row at the end and give it; it is nobody's before `write`. */
  addRow(sheetRow: number): number {
    const row = this.live.rowCount;
    this.makeRoom({ rows: row + 1 });
    this.live.rowCount = row + 1;
    this.live.sheetRow.add(sheetRow, 1);
    this.live.customer[row] = removed;
    this.removedCount += 1;
    this.addedRows.set(sheetRow, row);
    return row;
  }

  /** Write a row of a customer, whose row it may not have been before. */
  write(row: number, customer: number, values: RowValues): void {
    this.takeOff(row, customer);
    const { live } = this;
    const { scale } = live;
    live.invoiceDate[row] = values.invoiceDate;
    live.dueDate[row] = values.dueDate;
    live.paidDate[row] = values.paidDate;
    // Adding 0 keeps a rounded-away credit from becoming -0.
    live.amount[row] = Math.round(values.amount * scale) + 0;
    live.openAmount[row] = Math.round(values.openAmount * scale) + 0;
    live.disputed[row] = Number(values.disputed);
    if (live.documentType) live.documentType[row] = documentTypes.indexOf(values.documentType ?? 'invoice');
    if (live.customer[row] !== customer) {
      const rows = Array.from(this.rowsOf(customer));
      const after = rows.findIndex(other => other > row);
      this.changedRows.set(customer, rows.toSpliced(after === -1 ? rows.length : after, 0, row));
      live.customer[row] = customer;
    }
    this.removedCount -= 1;
    this.count(row, 1);
  }

  /** Take a row off the sheet. */
  remove(row: number): void {
    this.takeOff(row, removed);
  }

  /** Undo what a row adds to the whole; it stays in its customer's list where that is the one it comes back to. */
  private takeOff(row: number, nextCustomer: number): void {
    const { live } = this;
    const customer = live.customer[row];
    if (customer === removed) return;
    this.removedCount += 1;
    this.count(row, -1);
    if (customer === nextCustomer) return;
    this.changedRows.set(
      customer,
      Array.from(this.rowsOf(customer)).filter(other => other !== row),
    );
    live.customer[row] = removed;
  }

  private sizeOf(row: number): number {
    return Math.abs(this.live.amount[row] || 0) + Math.abs(this.live.openAmount[row] || 0);
  }

  private originalRowAt(sheetRow: number): number | undefined {
    const { sheetRow: sheetRows } = this.live;
    let from = 0;
    let to = this.original.rowCount;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (sheetRows.at(middle) < sheetRow) from = middle + 1;
      else to = middle;
    }
    return from < this.original.rowCount && sheetRows.at(from) === sheetRow ? from : undefined;
  }

  private makeRoom({ rows = 0, customers = 0 }: { rows?: number; customers?: number }): void {
    const { live } = this;
    if (rows > live.customer.length || customers > live.creditLimit.length) {
      Object.assign(
        live,
        mapColumns(live, {
          row: column => lengthened(column, rows),
          customer: column => lengthened(column, customers),
        }),
      );
    }
  }
}

/** Give a column as one of that kind; the same where it is. */
function widened<C extends Int32Array | Float64Array>(
  Kind: { new (values: ArrayLike<number>): C },
  column: ArrayLike<number>,
): C {
  return column instanceof Kind ? column : new Kind(column);
}

/** Give a column that holds at least `count` values and room for an eighth more; the same one where it does. */
export function lengthened<C extends Column>(column: C, count: number): C {
  if (column.length >= count) return column;
  const Kind = column.constructor as new (length: number) => C;
  const longer = new Kind(Math.ceil(count * 1.125) + 64);
  longer.set(column as never);
  return longer;
}

interface ColumnChanges {
  row<C extends Column>(column: C): C;
  customer<C extends Column>(column: C): C;
}

/** Change every column of a ledger by whether it has an entry a row or a customer. */
function mapColumns(ledger: Ledger, { row, customer }: ColumnChanges): Ledger {
  return ledgerOf({
    ...ledger,
    customer: row(ledger.customer),
    invoiceDate: row(ledger.invoiceDate),
    dueDate: row(ledger.dueDate),
    paidDate: row(ledger.paidDate),
    amount: row(ledger.amount),
    openAmount: row(ledger.openAmount),
    disputed: row(ledger.disputed),
    documentType: ledger.documentType && row(ledger.documentType),
    creditLimit: customer(ledger.creditLimit),
    termsDays: customer(ledger.termsDays),
  });
}
