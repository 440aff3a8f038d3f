import { isBlankCell, plainText } from '../cell';
import { parseDateText } from '../cells/dateText';
import { isTotalLabel, nameOfSubtotal } from '../cells/totalRow';
import type { FindingLog } from '../findings/findingLog';
import type { Cell, Finding, Recognition } from '../ledger';
import { isCustomerHeading, isSummedHeading } from './groupedRows';
import type { RowWriter } from './rowWriter';

type Row = readonly Cell[];

/** What a heading may say of its customer for all the rows below. */
const grantedFields: readonly string[] = ['creditLimit', 'termsDays'];

/**
 * Reads ledgers whose headings of customers stand in a column that means something else in the rows below them, mostly the dates, or have
 * amounts beside the name: headings, and the labels of totals there, are written into a column of their own behind the cells. Sums beside a name
 * are left out; a limit or terms there are those of the rows below.
 */
export class HeadedRows implements RowWriter {
  readonly recognition: Recognition;
  /** Where headings stand on the sheet. */
  private readonly column: number;
  /** Where they are written. */
  private readonly nameColumn: number;
  private readonly isSummed: boolean;
  private readonly dates: readonly number[];
  private readonly granted: readonly number[];
  /** The last heading with amounts. */
  private heading: Row | null = null;

  constructor(private readonly original: Recognition) {
    this.column = original.columns.find(({ field }) => field === 'customer')!.column;
    this.nameColumn = original.headers.length;
    const header = original.headers[this.column] ?? '';
    this.isSummed = original.customerGroups === 'summedHeading';
    const columnsWhere = (isWanted: (field: string) => boolean) =>
      original.columns.filter(({ field }) => isWanted(field)).map(({ column }) => column);
    this.dates = columnsWhere(field => /Date$|DayOfMonth$/.test(field));
    this.granted = columnsWhere(field => grantedFields.includes(field));
    this.recognition = {
      ...original,
      customerGroups: 'heading',
      headers: [...original.headers, header],
      columns: original.columns.map(mapping =>
        mapping.field === 'customer' ? { ...mapping, column: this.nameColumn } : mapping,
      ),
    };
  }

  /** Make the reader of a ledger with headings in another field's column; `null` where they stand in a column of their own. */
  static of(recognition: Recognition): HeadedRows | null {
    const { columns, customerGroups } = recognition;
    const customer = columns.find(({ field }) => field === 'customer')?.column;
    const isShared = columns.some(({ field, column }) => field !== 'customer' && column === customer);
    const isWritten = customerGroups === 'summedHeading' || (customerGroups === 'heading' && isShared);
    return isWritten ? new HeadedRows(recognition) : null;
  }

  write(rows: readonly Row[], firstRow: number, findings: FindingLog): Row[] {
    return rows.map((cells, index) => {
      if (firstRow + index <= this.original.headerRow) return cells;
      if (cells.every(isBlankCell)) return [];
      if (this.isSummed && isSummedHeading(cells, this.column, this.dates)) {
        return this.summedHeading(cells, firstRow + index, findings);
      }
      const isName = this.isHeading(cells) || this.isLabel(cells);
      const row: Cell[] = Array.from({ length: this.nameColumn }, (_, column) => cells[column] ?? null);
      if (isName) row[this.column] = null;
      row.push(isName ? cells[this.column]! : null);
      const { heading } = this;
      if (heading === null || isName) return row;
      for (const column of this.granted) if (isBlankCell(row[column])) row[column] = heading[column] ?? null;
      return row;
    });
  }

  /** The name alone; its sums are a total like any other. */
  private summedHeading(cells: Row, row: number, findings: FindingLog): Row {
    this.heading = cells;
    const name = cells[this.column]!;
    const isSum = (cell: Cell, at: number) =>
      at !== this.column && !this.granted.includes(at) && !isBlankCell(cell);
    if (cells.some(isSum)) findings.add('totalRow', row, -1, name);
    return [...Array.from({ length: this.nameColumn }, () => null), name];
  }

  whereFound(finding: Finding): Finding {
    return finding.column === this.nameColumn ? { ...finding, column: this.column } : finding;
  }

  private isHeading(cells: Row): boolean {
    return isCustomerHeading(cells, this.column) && parseDateText(plainText(cells[this.column])) === null;
  }

  private isLabel(cells: Row): boolean {
    const cell = cells[this.column];
    return !isBlankCell(cell) && (isTotalLabel(cell) || nameOfSubtotal(cell) !== null);
  }
}
