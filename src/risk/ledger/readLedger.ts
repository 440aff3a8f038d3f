import { finishSlices, type Slices } from '../slices';
import { checkRows, type Unchecked } from './findings/checkRows';
import { CustomersBalances } from './findings/customersBalances';
import { mergeInvoiceLines } from './layouts/invoiceLines';
import { ListsBelow } from './layouts/listsBelow';
import { RepeatedTitles } from './layouts/repeatedTitles';
import { rowWriters } from './layouts/rowWriters';
import type { Cell, DateSystem, Finding, Ledger, Recognition } from './ledger';
import { ledgerOf } from './ledgerOf';
import { LedgerRows } from './ledgerRows';
import { type Placing, placeRows } from './placing/placeRows';
import { columnOf } from './recognition/columnOf';
import { noteExpectedDays } from './recognition/expectedDays';
import { moneyUnitOf, noteLargerUnits } from './recognition/moneyUnit';
import { noteRivals } from './recognition/rivalColumns';

/** How to read a ledger's cells: the workbook's date system, the currency wished for, the day after which an invoice is in the future. */
export interface LedgerOptions extends Placing {
  readonly dateSystem: DateSystem;
  /** How many rows will come, where somebody knows: columns then take their room once. */
  readonly expectedRows?: number;
  /** Gives all rows of the block that were added so far, where somebody keeps them: what no figure needs is then read when it is asked for. */
  readonly keptRows?: () => readonly (readonly Cell[])[];
}

/** Reads a ledger in pieces, as they arrive from Excel. */
export interface LedgerReader {
  /** Take the next rows; `firstRow` is the zero-based row of `rows[0]` within the block. Title and header rows may be among them. */
  add(rows: readonly (readonly Cell[])[], firstRow: number): void;
  /** Decide what needed the whole sheet and give the ledger with all its findings. Call it once, at the end. */
  finish(): Ledger;
  /**
   * The same in slices of a few milliseconds, for whoever must answer in between. It gives every number of the ledger, but not yet the findings
   * that only rows compared with each other show: those come with `checking`.
   */
  finishing(): Slices<Ledger>;
  /** Look for document numbers used twice and customers under several names, and give the ledger with all its findings. Call it after `finishing`. */
  checking(): Slices<Ledger>;
}

/**
 * Create a reader that turns a ledger's cells into typed columns. No cell makes it throw, and it drops nothing: a row that has no customer or no
 * readable amount is unplaced, anything doubtful is a finding. Of several currencies only the wished one (or else the one with most
 * rows) is read; a wished currency that no row has is ignored. With rates, rows of every currency that has one are converted to the reporting
 * currency. Rows of payments settle invoices where the sheet does not say itself what is open: see docs/ledger.md.
 *
 * @example
 * const reader = createLedgerReader(recognition, { dateSystem: 1900 });
 * reader.add(firstRows, 0);
 * reader.add(moreRows, firstRows.length);
 * const ledger = reader.finish();
 */
export function createLedgerReader(recognition: Recognition, options: LedgerOptions): LedgerReader {
  const writers = rowWriters(recognition, options.dateSystem);
  const titles = new RepeatedTitles(recognition.headerRow);
  const listsBelow = new ListsBelow(recognition);
  const written = writers.at(-1)?.recognition ?? recognition;
  let collected: LedgerRows | null = new LedgerRows(
    written,
    options.dateSystem,
    writers.length === 0 && !needsDocuments(recognition) ? options.keptRows : null,
  );
  if (options.expectedRows !== undefined) collected.reserve(options.expectedRows);
  const { customersBalance } = recognition;
  const balances =
    customersBalance === undefined
      ? null
      : new CustomersBalances(customersBalance, moneyUnitOf(recognition, customersBalance));
  let finished: { readonly ledger: Ledger; readonly unchecked: Unchecked } | null = null;

  const whereFound = (finding: Finding): Finding =>
    writers.reduceRight((found, writer) => writer.whereFound(found), finding);
  const withOwnColumns = (ledger: Ledger): Ledger =>
    writers.length === 0 ? ledger : ledgerOf({ ...ledger, findings: ledger.findings.map(whereFound) });

  function* finishing(): Slices<Ledger> {
    if (collected === null) throw new Error('A ledger is finished once');
    const rows = collected;
    // Its columns become the ledger's, and what else it holds is let go with it.
    collected = null;
    rows.settle();
    for (const writer of writers) writer.settle?.(rows);
    if (recognition.invoiceLines === 'repeated') mergeInvoiceLines(rows);
    const placed = yield* placeRows(rows, options);
    const isLineALine = recognition.invoiceLines !== undefined;
    finished = { ...placed, unchecked: { ...placed.unchecked, hasInvoiceLines: isLineALine } };
    return withOwnColumns(finished.ledger);
  }

  function* checking(): Slices<Ledger> {
    if (finished === null) throw new Error('A ledger is checked once, when it is finished');
    const { ledger, unchecked } = finished;
    finished = null;
    balances?.note(ledger, unchecked.findings);
    return withOwnColumns(ledgerOf({ ...ledger, ...(yield* checkRows(unchecked, ledger)) }));
  }

  return {
    add(rows, firstRow) {
      if (collected === null) throw new Error('Rows were added to a ledger that is finished');
      const { findings } = collected;
      const hasHeader = firstRow <= recognition.headerRow && recognition.headerRow < firstRow + rows.length;
      if (hasHeader) noteLargerUnits(recognition, findings);
      if (hasHeader) noteRivals(recognition, findings);
      if (hasHeader) noteExpectedDays(recognition, findings);
      const { listBeside, headers, headerRow } = recognition;
      if (hasHeader && listBeside !== undefined) {
        findings.add('otherList', headerRow, listBeside, headers[listBeside]);
      }
      const { taxBeside, chargesBeside } = recognition;
      if (hasHeader && taxBeside !== undefined)
        findings.add('netAmount', headerRow, columnOf(recognition.columns, 'amount'), headers[taxBeside]);
      if (hasHeader && chargesBeside) {
        const { isCounted, column } = chargesBeside;
        findings.add(isCounted ? 'chargeCounted' : 'chargeLeftOut', headerRow, column, headers[column]);
      }
      if (hasHeader) {
        for (const { kind, column } of recognition.moneyBeside ?? []) {
          findings.add(kind, headerRow, column, headers[column]);
        }
      }
      balances?.add(rows, firstRow);
      const untitled = titles.without(rows, firstRow);
      const inOwnPlaces = listsBelow.write(untitled, firstRow, findings);
      // Rows that are written anew are not the kept ones.
      if (inOwnPlaces !== untitled && collected.documents) finishSlices(collected.documents.readLate());
      const asRead = writers.reduce((cells, writer) => writer.write(cells, firstRow, findings), inOwnPlaces);
      collected.add(asRead, firstRow);
    },
    finish() {
      finishSlices(finishing());
      return finishSlices(checking());
    },
    finishing,
    checking,
  };
}

/** Whether figures of most such ledgers depend on document numbers: then they are read with all the rest. */
const needsDocuments = ({ columns, typeWords, invoiceLines, customerGroups }: Recognition): boolean =>
  typeWords !== undefined ||
  invoiceLines !== undefined ||
  customerGroups !== undefined ||
  columns.some(({ field }) => field === 'documentType' || field === 'reference');

/**
 * Read a whole ledger at once; see `createLedgerReader`.
 *
 * @example readLedger(cells, recogniseSheet(cells), { dateSystem: 1900 })
 */
export function readLedger(
  cells: readonly (readonly Cell[])[],
  recognition: Recognition,
  options: LedgerOptions,
): Ledger {
  const reader = createLedgerReader(recognition, {
    expectedRows: cells.length,
    keptRows: () => cells,
    ...options,
  });
  reader.add(cells, 0);
  return reader.finish();
}
