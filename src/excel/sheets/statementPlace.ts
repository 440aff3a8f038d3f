/** Where a statement stands on its sheet: whoever put rows for a logo above it finds it there the next time. */
import { statementSheetTexts } from '../../i18n/sheets/statement';
import type { Cell } from '../../risk/ledger/ledger';
import { shownText } from '../../risk/ownTable';
import { findOwnSheets, type OwnSheet } from '../ownSheets';

/** Rows of a statement, from its first: who writes, what this is, to whom. */
export const titleRow = 3;
export const customerRow = 4;

/** Cells counted from where a statement begins. */
export class StatementPage {
  constructor(
    readonly sheet: Excel.Worksheet,
    /** Zero-based on the sheet. */
    readonly row = 0,
    readonly column = 0,
  ) {}

  range(row: number, column: number, rowCount: number, columnCount: number): Excel.Range {
    return this.sheet.getRangeByIndexes(this.row + row, this.column + column, rowCount, columnCount);
  }
}

/** A statement that there is. */
export interface StandingStatement {
  readonly own: OwnSheet;
  readonly page: StatementPage;
  readonly customer: string;
  /** `''` where it says none. */
  readonly customerNumber: string;
  readonly company: string;
  readonly address: string;
}

const keyPrefix = 'statement_';

/** Room for a letterhead above a statement, and for a margin before it. */
const looked = { rowCount: 60, columnCount: 20 };

const labels = (which: 'to' | 'customerNumber'): ReadonlySet<Cell> =>
  new Set<Cell>(Object.values(statementSheetTexts).map(words => words[which]));

/** Find the sheets of statements, inside a batch of the caller, also of those that can no longer be read. */
export const findStatementSheets = async (context: Excel.RequestContext): Promise<OwnSheet[]> =>
  (await findOwnSheets(context)).filter(({ key }) => key.toLowerCase().startsWith(keyPrefix));

/** Find the statements that there are, inside a batch of the caller: by the line that says to whom, in either language. */
export async function findStatements(context: Excel.RequestContext): Promise<StandingStatement[]> {
  const sheets = await findStatementSheets(context);
  const tops = sheets.map(({ sheet }) => {
    const top = sheet.getRangeByIndexes(0, 0, looked.rowCount, looked.columnCount);
    top.load('values');
    return top;
  });
  if (sheets.length > 0) await context.sync();
  return sheets.flatMap((own, index) => statementIn(own, tops[index].values) ?? []);
}

function statementIn(own: OwnSheet, cells: readonly (readonly Cell[])[]): StandingStatement | null {
  const to = labels('to');
  const row = cells.findIndex(content => content.some(cell => to.has(cell)));
  if (row < 0) return null;
  const column = cells[row].findIndex(cell => to.has(cell));
  const text = (down: number, right: number): string =>
    shownText(String(cells[row + down]?.[column + right] ?? ''));
  return {
    own,
    page: new StatementPage(own.sheet, Math.max(0, row - customerRow), column),
    customer: text(0, 1),
    customerNumber: labels('customerNumber').has(cells[row + 1]?.[column]) ? text(1, 1) : '',
    company: text(-customerRow, 0),
    address: text(1 - customerRow, 0),
  };
}
