import { isBlankCell } from '../cell';
import { isTotalLabel } from '../cells/totalRow';
import type { FindingLog } from '../findings/findingLog';
import type { Cell, Field, Finding, Recognition } from '../ledger';
import { columnOf } from '../recognition/columnOf';
import { headerWords } from '../recognition/headerText';
import type { RowWriter } from './rowWriter';

type Row = readonly Cell[];

const moneyFields: ReadonlySet<Field> = new Set(['amount', 'openAmount', 'paidAmount']);
const headingFields: ReadonlySet<Field> = new Set(['customer', 'document', 'invoiceDate', 'dueDate']);

/** What only a list of items has a column for, as `headerWords` writes it. */
const ofItem =
  /\b(?:quantity|qty|items?|item (?:name|code|no|number|description|price|total)|products?|product (?:name|code)|sku|unit (?:price|amount|cost)|line (?:no|number|amount|total|item|description)|menge|artikel|artikelnummer|einzelpreis|stuckpreis|quantite|designation|article|prix unitaire|cantidad|articulo|quantita|articolo|aantal|antal|quantidade|produto)\b|数量|单价|存货|商品|产品|品名|物料|货物|货品|规格/;
/** What a row of a ledger needs to be a further item of the invoice above it. */
export interface ItemColumns {
  /** Columns that say whose invoice a row is of, and which: blank in further items. */
  readonly heading: readonly number[];
  readonly money: readonly number[];
  /** Columns that only a list of items has. */
  readonly ofItem: readonly number[];
}

/**
 * Find the columns of an invoice's heading, of its money and of its items.
 *
 * @param headers as `headerWords` writes them
 */
export const itemColumnsIn = (headers: readonly string[], columns: Recognition['columns']): ItemColumns => ({
  heading: columns.filter(({ field }) => headingFields.has(field)).map(({ column }) => column),
  money: columns.filter(({ field }) => moneyFields.has(field)).map(({ column }) => column),
  ofItem: headers.flatMap((words, column) =>
    ofItem.test(words) && columns.every(mapping => mapping.column !== column) ? [column] : [],
  ),
});

/** Tell whether a row has an item with its money and does not say whose: a further one of the invoice above it. */
export const isContinued = (cells: Row, { heading, money, ofItem: item }: ItemColumns): boolean =>
  heading.every(column => isBlankCell(cells[column])) &&
  [money, item].every(columns => columns.some(column => !isBlankCell(cells[column]))) &&
  !cells.some(isTotalLabel);

/** Reads ledgers with a row for each item, which say the invoice once (金税 exports), by writing its heading into the rows of its further items. */
export class ContinuedItems implements RowWriter {
  private readonly items: ItemColumns;
  /** All columns that say something of the invoice. */
  private readonly ofInvoice: readonly number[];
  private readonly customer: number;
  private above: Row | null = null;

  constructor(readonly recognition: Recognition) {
    const { columns, headers } = recognition;
    this.items = itemColumnsIn(headers.map(headerWords), columns);
    this.ofInvoice = columns.filter(({ field }) => !moneyFields.has(field)).map(({ column }) => column);
    this.customer = columnOf(columns, 'customer');
  }

  /** Make the reader of a ledger whose invoices go on in rows without heading; `null` for all others. */
  static of(recognition: Recognition): ContinuedItems | null {
    return recognition.invoiceLines === 'continued' ? new ContinuedItems(recognition) : null;
  }

  write(rows: readonly Row[], firstRow: number, findings: FindingLog): readonly Row[] {
    return rows.map((cells, index) => {
      const row = firstRow + index;
      if (row <= this.recognition.headerRow || cells.every(isBlankCell)) return cells;
      if (!isContinued(cells, this.items)) {
        // A sum ends nothing: it is of the invoice above as well.
        if (!cells.some(isTotalLabel)) this.above = cells;
        return cells;
      }
      const { above } = this;
      if (above === null) return cells;
      findings.add('namedAbove', row, this.customer, above[this.customer]);
      return Array.from({ length: Math.max(cells.length, above.length) }, (_, column) =>
        this.ofInvoice.includes(column) && isBlankCell(cells[column]) ? above[column] : cells[column],
      );
    });
  }

  whereFound(finding: Finding): Finding {
    return finding;
  }
}
