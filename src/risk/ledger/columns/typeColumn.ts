import {
  areOrdersInvoiced,
  documentTypes,
  isNothingOwed,
  isOrder,
  readDocumentType,
} from '../cells/documentType';
import { meaningOf, type OpenType, openTypeIn, typeSystemOf } from '../cells/sageType';
import { typeInWords } from '../cells/typeInWords';
import type { FindingLog } from '../findings/findingLog';
import type { Cell } from '../ledger';
import { growingBytes } from './growingColumn';
import { RecurringColumn } from './recurringColumn';
import type { SheetRows } from './sheetRows';

/** Types that wait for the whole column have these codes until it is settled. */
const firstOpen = documentTypes.length;

/** Of what is no debt, until the column is settled, and of orders, which are none unless they are what was invoiced of them. */
const notOwed = 255;
const ordered = 254;

const invoice = documentTypes.indexOf('invoice');

const codeOfWords = (cell: Cell): number => documentTypes.indexOf(typeInWords(cell));

/** The types of the documents, as indexes into `documentTypes`. */
export class TypeColumn extends RecurringColumn<Uint8Array<ArrayBuffer>> {
  /** Entries that are no debt whatever their amount: cash sales, orders, offers. */
  readonly nothingOwed: number[] = [];
  private readonly open: OpenType[] = [];
  private hasNothingOwed = false;

  /** @param hasWordsAlone whether no column has types, and words alone tell them */
  constructor(
    column: number,
    private readonly hasWordsAlone = false,
  ) {
    super(column, growingBytes(), cell => (hasWordsAlone ? codeOfWords(cell) : this.codeOf(cell)));
  }

  /**
   * Read the types that only the whole column tells: `SA` is Sage's receipt on account beside `SI` and `SR`, and any document of the general
   * ledger beside SAP's `RV`. Where nothing tells, it counts as written, with a finding.
   */
  settle(headers: readonly string[], sheetRow: SheetRows, findings: FindingLog): void {
    if (this.hasWordsAlone) this.noteWords(sheetRow, findings);
    if (this.hasNothingOwed) this.setApart();
    if (this.open.length === 0) return;
    const system = typeSystemOf(this.cells, headers);
    const meanings = this.open.map(type => documentTypes.indexOf(meaningOf(type, system)));
    const { values } = this;
    for (let entry = 0; entry < values.length; entry++) {
      const open = values[entry] - firstOpen;
      if (open < 0) continue;
      values[entry] = meanings[open];
      if (system === null) findings.add('unclearType', sheetRow.at(entry), this.column, this.open[open]);
    }
  }

  private noteWords(sheetRow: SheetRows, findings: FindingLog): void {
    const { values } = this;
    for (let entry = 0; entry < values.length; entry++) {
      if (values[entry] !== invoice) findings.add('typeByWords', sheetRow.at(entry), this.column, '');
    }
  }

  private setApart(): void {
    const { values } = this;
    const areInvoiced = areOrdersInvoiced([...this.cells]);
    for (let entry = 0; entry < values.length; entry++) {
      const type = values[entry];
      if (type !== notOwed && type !== ordered) continue;
      values[entry] = invoice;
      if (type === notOwed || !areInvoiced) this.nothingOwed.push(entry);
    }
  }

  private codeOf(cell: Cell): number {
    if (isNothingOwed(cell) || isOrder(cell)) {
      this.hasNothingOwed = true;
      return isOrder(cell) ? ordered : notOwed;
    }
    const open = openTypeIn(cell);
    if (open === null) return documentTypes.indexOf(readDocumentType(cell));
    const known = this.open.indexOf(open);
    return firstOpen + (known >= 0 ? known : this.open.push(open) - 1);
  }
}
