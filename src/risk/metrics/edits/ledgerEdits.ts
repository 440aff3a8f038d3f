import type { Ledger } from '../../ledger/ledger';
import { ledgerOf } from '../../ledger/ledgerOf';
import type { RowValues } from '../../ledger/readRow';
import type { Policy } from '../../policy/policy';
import { finishSlices, type Slices } from '../../slices';
import { CustomerItems } from '../customers/customerItems';
import type { CustomerMeasure } from '../customers/customerMeasure';
import { measureLedger, measuresInSlices, writeNothingOwed } from '../customers/customerMetrics';
import { sheetRowsOf } from '../customers/customerRows';
import { saidInRows } from '../customers/saidInRows';
import { measureShares, moveRank, standingMetrics } from '../customers/standing';
import { keepsSettled } from '../ledgerEvidence';
import { invoiceDayOf } from '../openAmounts';
import { isSameColumn } from '../table/changedRows';
import { type CustomerTable, metricNames } from '../table/metric';
import type { MetricColumns } from '../table/metricColumns';
import { EditableLedger, lengthened } from './editableLedger';

/**
 * Customers who were measured anew, by index; those not yet in the table are at its end from now on. `readAgain`: nothing was changed, because
 * this edit cannot be told from its row alone and the sheet has to be read as a whole.
 */
export type EditResult = readonly number[] | 'readAgain';

/**
 * Keeps a measured ledger up to date with its sheet, row by row: an edit costs what its customers' rows cost, not what the ledger's do.
 * Afterwards the table is what measuring the changed ledger from scratch would give, number for number.
 *
 * What cannot be told from one row is `readAgain`: see `EditableLedger.canHold`. `readRow` reads the values of a row. Findings, unplaced rows and
 * currencies stay those of the reading: `editRows` has the sheet read again where a row was mended.
 */
export class LedgerEdits {
  private listed: Uint8Array;
  private buckets: readonly Float64Array[];
  private items: CustomerItems;
  private room = 256;
  private measures: readonly CustomerMeasure[] = [];
  /** The table that was taken last, and who was measured since; null for everybody. */
  private taken: CustomerTable;
  private touched: Set<number> | null = new Set();

  private constructor(
    private readonly rows: EditableLedger,
    private readonly measured: CustomerTable,
    private readonly policy: Policy,
    private metrics: MetricColumns,
  ) {
    this.listed = measured.listed.slice();
    this.buckets = measured.buckets.map(bucket => bucket.slice());
    this.items = new CustomerItems(this.rows.live, measured.asOf, this.room);
    this.taken = measured;
    this.prepare();
  }

  /**
   * Make a measured ledger ready for edits.
   *
   * @param ledger Its columns become this object's own and change with every edit.
   * @param measured As measured from that ledger by that policy; not changed.
   */
  static of(ledger: Ledger, measured: CustomerTable, policy: Policy): LedgerEdits {
    return finishSlices(LedgerEdits.inSlices(ledger, measured, policy));
  }

  /** Make ready as `of` does, in slices of a few milliseconds. */
  static *inSlices(ledger: Ledger, measured: CustomerTable, policy: Policy): Slices<LedgerEdits> {
    const rows = yield* EditableLedger.of(ledger, measured.asOf);
    const copies = new Map<Float64Array, Float64Array>();
    for (const column of new Set(Object.values(measured.metrics))) {
      copies.set(column, column.slice());
      yield;
    }
    const metrics = mapMetrics(measured.metrics, column => copies.get(column)!);
    return new LedgerEdits(rows, measured, policy, metrics);
  }

  /** The ledger as it stands; after a removal it is laid out anew, which costs by the ledger. */
  get ledger(): Ledger {
    return this.rows.whole();
  }

  /** The table as it stands. Its columns and rows change with the next edit. */
  get table(): CustomerTable {
    const { asOf, measured } = this.measured;
    const customers = this.rows.live.customers.slice();
    return {
      asOf,
      customers,
      listed: this.listed.subarray(0, customers.length),
      isOpenItemsOnly: !keepsSettled(this.rows.told),
      measured,
      metrics: this.metricsInUse(),
      buckets: this.buckets.map(bucket => bucket.subarray(0, customers.length)),
      rowsOf: customer => sheetRowsOf(this.rows.live, this.rows.rowsOf(customer), asOf),
      ...saidInRows(this.rows.live),
    };
  }

  /**
   * Take the ledger and the table as they stand, in slices of a few milliseconds. The table's columns stay as they are from now on; those that edits
   * left alone are shared with the table that was taken last, or that was begun with.
   */
  *standing(): Slices<{ readonly ledger: Ledger; readonly table: CustomerTable }> {
    const { ledger, table, taken } = this;
    const touched = this.touched && [...this.touched];
    const keep = (column: Float64Array, before: Float64Array, rows: readonly number[] | null) =>
      isSameColumn(column, before, rows ?? undefined) ? before : column.slice();
    const kept = new Map<Float64Array, Float64Array>();
    for (const name of metricNames) {
      const column = table.metrics[name];
      if (kept.has(column)) continue;
      const rows = standingMetrics.has(name) ? null : touched;
      kept.set(column, keep(column, taken.metrics[name], rows));
      yield;
    }
    const hasCome = table.customers.length !== taken.customers.length;
    const customers = hasCome ? table.customers : taken.customers;
    this.taken = {
      ...table,
      customers,
      listed: table.listed.slice(),
      metrics: mapMetrics(table.metrics, column => kept.get(column)!),
      buckets: table.buckets.map((bucket, index) => keep(bucket, taken.buckets[index], touched)),
    };
    this.touched = new Set();
    return { ledger: ledgerOf({ ...ledger, customers }), table: this.taken };
  }

  /** Give the name of the customer of a row of the sheet; undefined where the row is not in the ledger. */
  customerAt(sheetRow: number): string | undefined {
    const row = this.rows.rowAt(sheetRow);
    return row === undefined ? undefined : this.rows.live.customers[this.rows.live.customer[row]];
  }

  /**
   * Change a row of the sheet.
   *
   * @param sheetRow Zero-based within the block of cells.
   * @example edits.editRow(17, { ...values, paidDate: 45_473 }) //=> [4]
   */
  editRow(sheetRow: number, values: RowValues): EditResult {
    const row = this.rows.rowAt(sheetRow);
    if (row === undefined || !this.rows.canHold(row, sheetRow, values)) return 'readAgain';
    return this.change([this.rows.live.customer[row], this.customerOf(values)], () =>
      this.rows.write(row, this.customerOf(values), values),
    );
  }

  /**
   * Add a row that was not in the ledger; other rows stay where they are.
   *
   * @example edits.addRow(1_001, values) //=> [4]
   */
  addRow(sheetRow: number, values: RowValues): EditResult {
    const isThere = this.rows.rowAt(sheetRow) !== undefined;
    if (isThere || !this.rows.canHold(undefined, sheetRow, values)) return 'readAgain';
    return this.change([this.customerOf(values)], () =>
      this.rows.write(this.rows.addRow(sheetRow), this.customerOf(values), values),
    );
  }

  /**
   * Take a row out of the ledger, such as one that was cleared; other rows stay where they are.
   *
   * @example edits.removeRow(17) //=> [4]
   */
  removeRow(sheetRow: number): EditResult {
    const row = this.rows.rowAt(sheetRow);
    if (row === undefined || !this.rows.canHold(row, sheetRow, null)) return 'readAgain';
    return this.change([this.rows.live.customer[row]], () => this.rows.remove(row));
  }

  private change(customers: readonly number[], edit: () => void): EditResult {
    const before = this.rows.told;
    edit();
    const isAnotherKindOfLedger = this.rows.told !== before;
    if (isAnotherKindOfLedger) return this.measureEverybody();
    const touched = [...new Set(customers)];
    for (const customer of touched) {
      this.measure(customer);
      this.touched?.add(customer);
    }
    measureShares(this.metricsInUse(), this.rows.live.scale);
    return touched;
  }

  private measure(customer: number): void {
    const { live } = this.rows;
    const owedBefore = this.listed[customer] === 1 ? this.metrics.exposure[customer] : Number.NaN;
    this.forget(customer);
    writeNothingOwed(live, this.metrics, customer, customer + 1);
    const count = this.collectItems(customer);
    this.listed[customer] = Number(count > 0);
    if (count > 0) for (const measure of this.measures) measure.measure(customer, 0, count);
    if (this.measured.measured.has('ranking'))
      moveRank(live.customers, this.metrics, this.listed, customer, owedBefore);
  }

  /** Put a customer's items of the as-of day side by side, and give their number. */
  private collectItems(customer: number): number {
    const { live } = this.rows;
    const rows = this.rows.rowsOf(customer);
    if (rows.length > this.room) {
      this.room = rows.length * 2;
      this.prepare();
    }
    let count = 0;
    for (let index = 0; index < rows.length; index += 1) {
      const invoiced = invoiceDayOf(live, rows[index]);
      const isNotYetInvoiced = invoiced > this.measured.asOf;
      if (isNotYetInvoiced) continue;
      this.items.put(count, rows[index], invoiced);
      count += 1;
    }
    return count;
  }

  /** The first or last payment, dispute, credit note or write-off of a ledger changes what is known of everybody. */
  private measureEverybody(): EditResult {
    const { asOf, measured } = this.measured;
    const table = measureLedger(this.rows.whole(), asOf, this.policy, [...measured]);
    this.touched = null;
    this.listed = table.listed;
    this.metrics = table.metrics;
    this.buckets = table.buckets;
    this.prepare();
    return [...table.customers.keys()];
  }

  private customerOf(values: RowValues): number {
    return this.rows.codeOf(values.customer) ?? this.addCustomer(values);
  }

  private addCustomer(values: RowValues): number {
    const customer = this.rows.addCustomer(values);
    this.listed = lengthened(this.listed, customer + 1);
    this.metrics = mapMetrics(this.metrics, column => lengthened(column, customer + 1));
    this.buckets = this.buckets.map(bucket => lengthened(bucket, customer + 1));
    this.prepare();
    this.forget(customer);
    return customer;
  }

  private forget(customer: number): void {
    for (const name of metricNames) this.metrics[name][customer] = Number.NaN;
    for (const bucket of this.buckets) bucket[customer] = 0;
  }

  /** Measures write where they were told to: they are made again when that has moved. */
  private prepare(): void {
    const { asOf, measured } = this.measured;
    this.items = new CustomerItems(this.rows.live, asOf, this.room);
    this.measures = finishSlices(
      measuresInSlices([...measured], {
        ledger: this.rows.live,
        asOf,
        policy: this.policy,
        told: this.rows.told,
        items: this.items,
        metrics: this.metrics,
        buckets: this.buckets,
      }),
    );
  }

  private metricsInUse(): MetricColumns {
    const count = this.rows.live.customers.length;
    return mapMetrics(this.metrics, column => column.subarray(0, count));
  }
}

/** Change every column; what several metrics share they share afterwards. */
function mapMetrics(metrics: MetricColumns, change: (column: Float64Array) => Float64Array): MetricColumns {
  const changed = new Map<Float64Array, Float64Array>();
  const of = (column: Float64Array) => {
    const known = changed.get(column) ?? change(column);
    changed.set(column, known);
    return known;
  };
  return Object.fromEntries(metricNames.map(name => [name, of(metrics[name])])) as MetricColumns;
}
