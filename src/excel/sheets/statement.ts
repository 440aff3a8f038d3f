import type { Language } from '../../i18n/language';
import { statementSheetTexts } from '../../i18n/sheets/statement';
import type { Cell } from '../../risk/ledger/ledger';
import type { StatementOfAccount } from '../../risk/statement/statementOfAccount';
import { areaAddress, withoutSheet } from '../address';
import type { ExcelOutcome } from '../contract';
import { deleteOwnSheets, ensureOwnSheet, findOwnSheets } from '../ownSheets';
import { runExcel } from '../problem';
import { requireOpenStructure, requireUnprotected } from '../writable';
import { writeCells } from '../writeCells';
import { writtenCell, writtenCells } from '../writtenCell';
import {
  customerRow,
  findStatementSheets,
  findStatements,
  type StandingStatement,
  StatementPage,
  titleRow,
} from './statementPlace';

/** What stands at the top of every statement: kept in the cells of the statements themselves. */
export interface Letterhead {
  readonly company: string;
  readonly address: string;
}

/** A statement of account, ready to be written. */
export interface StatementSheet {
  readonly customer: string;
  /** `''` where it has none, or is named by it. */
  readonly customerNumber: string;
  readonly language: Language;
  readonly statement: StatementOfAccount;
  /** The document number of each line, as its cell shows it. */
  readonly documents: readonly string[];
  /** What is owed by age, as the policy's buckets have it. */
  readonly ageing: readonly { readonly fromDay: number; readonly toDay: number; readonly amount: number }[];
  readonly isAgedByInvoice: boolean;
  /** `''` where the ledger names none. */
  readonly currency: string;
}

export interface WrittenStatement {
  readonly key: string;
  readonly sheetName: string;
  readonly isNew: boolean;
}

const keyPrefix = 'Statement_';
const columnCount = 8;

const formats = {
  day: 'yyyy-mm-dd',
  days: '0',
  money: '#,##0.00',
  text: '@',
  general: 'General',
} as const;

/** Per column of the open items: how its cells are shown. */
const itemFormats: readonly string[] = [
  formats.day,
  formats.text,
  formats.text,
  formats.day,
  formats.days,
  formats.money,
  formats.money,
  formats.money,
];

/** In points; together they fit A4 upright at full size. */
const columnWidths: readonly number[] = [62, 78, 78, 62, 52, 70, 70, 70];

/** Give the letterhead that the workbook's statements have; empty where there is none yet. */
export function readLetterhead(): Promise<ExcelOutcome<Letterhead>> {
  return runExcel(async context => {
    const placeholders = Object.values(statementSheetTexts).map(words => words.companyPlaceholder);
    const found = (await findStatements(context)).find(
      ({ company }) => company !== '' && !placeholders.includes(company),
    );
    return { company: found?.company ?? '', address: found?.address ?? '' };
  });
}

/**
 * Write statements of account, a sheet each: one that there is for the customer is brought up to date in its place, others are added. Only
 * cells of the statement itself are written.
 */
export function writeStatements(
  statements: readonly StatementSheet[],
  letterhead: Letterhead,
): Promise<ExcelOutcome<readonly WrittenStatement[]>> {
  return runExcel(async context => {
    const standing = standingFor(statements, await findStatements(context));
    const known = [...standing.values()];
    await requireUnprotected(
      context,
      known.map(({ own }) => own.sheet),
    );
    if (known.length < statements.length) await requireOpenStructure(context);
    const freeKey = await freeKeys(context);
    const written: WrittenStatement[] = [];
    for (const statement of statements) {
      const found = standing.get(statement);
      const made = found
        ? { key: found.own.key, sheetName: found.own.sheetName, isNew: false }
        : await addSheet(context, freeKey(), statement);
      const { worksheets } = context.workbook;
      const page = found?.page ?? new StatementPage(worksheets.getItem(made.sheetName));
      const printed = found ? await clearStatement(context, page) : null;
      writeStatement(page, statement, letterhead, printed);
      await context.sync();
      written.push(made);
    }
    return written;
  });
}

/**
 * Find for each statement the one that there is for its customer. Two customers may have one name, told apart by their numbers; where a statement
 * says none, the name tells.
 */
function standingFor(
  statements: readonly StatementSheet[],
  standing: readonly StandingStatement[],
): ReadonlyMap<StatementSheet, StandingStatement> {
  const found = new Map<StatementSheet, StandingStatement>();
  const left = new Set(standing);
  const take = (isSame: (statement: StatementSheet, other: StandingStatement) => boolean): void => {
    for (const statement of statements) {
      if (found.has(statement)) continue;
      const same = [...left].find(other => other.customer === statement.customer && isSame(statement, other));
      if (same === undefined) continue;
      found.set(statement, same);
      left.delete(same);
    }
  };
  take((statement, other) => other.customerNumber === statement.customerNumber);
  take((statement, other) => other.customerNumber === '' || statement.customerNumber === '');
  return found;
}

async function addSheet(
  context: Excel.RequestContext,
  key: string,
  { language, customer }: StatementSheet,
): Promise<WrittenStatement> {
  // A quote at the end of a sheet's name is more than Excel takes.
  const title = statementSheetTexts[language].sheetTitle(customer.replaceAll("'", ' '));
  const { sheetName, isNew } = await ensureOwnSheet(context, key, title);
  return { key, sheetName, isNew };
}

/** Take statements away again. */
export function removeStatements(keys: readonly string[]): Promise<ExcelOutcome<void>> {
  return runExcel(async context => {
    const leaving = new Set(keys.map(key => key.toLowerCase()));
    deleteOwnSheets((await findOwnSheets(context)).filter(({ key }) => leaving.has(key.toLowerCase())));
    await context.sync();
  });
}

/** Give keys that no statement has yet, one after the other. */
async function freeKeys(context: Excel.RequestContext): Promise<() => string> {
  const taken = new Set((await findStatementSheets(context)).map(({ key }) => key.toLowerCase()));
  let number = 0;
  return () => {
    do number += 1;
    while (taken.has(`${keyPrefix}${number}`.toLowerCase()));
    return `${keyPrefix}${number}`;
  };
}

/** Zero-based on the sheet. */
interface PrintedArea {
  readonly firstRow: number;
  readonly firstColumn: number;
}

/** Empty what the last statement filled, its part of the print area, and tell where the user lets the page begin. */
async function clearStatement(
  context: Excel.RequestContext,
  { sheet, row, column }: StatementPage,
): Promise<PrintedArea | null> {
  const printed = sheet.pageLayout.getPrintAreaOrNullObject();
  printed.load('address');
  await context.sync();
  if (printed.isNullObject) return null;
  const area = sheet.getRange(withoutSheet(printed.address).split(',')[0]);
  area.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const rowCount = area.rowIndex + area.rowCount - row;
  const width = area.columnIndex + area.columnCount - column;
  if (rowCount > 0 && width > 0) sheet.getRangeByIndexes(row, column, rowCount, width).clear();
  return { firstRow: area.rowIndex, firstColumn: area.columnIndex };
}

interface Placed {
  readonly row: number;
  readonly cells: readonly (readonly Cell[])[];
  readonly formats: readonly (readonly string[])[];
}

/** Queue a statement on its page. */
function writeStatement(
  page: StatementPage,
  statement: StatementSheet,
  letterhead: Letterhead,
  printed: PrintedArea | null,
): void {
  const words = statementSheetTexts[statement.language];
  const { lines } = statement.statement;
  const addressee = addresseeOf(statement);
  const headerRow = customerRow + addressee.cells.length;
  const firstLine = headerRow + 1;
  const totalRow = firstLine + lines.length;
  const ageing = ageingOf(statement);
  const ageingRow = totalRow + 3;
  const received = receivedOf(statement, ageingRow + 4);
  const closingRow = received === null ? ageingRow + 4 : received.row + received.cells.length + 1;
  const ageingWidth = ageing.cells[0].length;
  const width = Math.max(columnCount, ageingWidth);
  const lastRow = closingRow + 2;

  const whole = page.range(0, 0, lastRow + 1, width);
  whole.format.font.size = 10;
  whole.format.verticalAlignment = Excel.VerticalAlignment.center;
  columnWidths.forEach((points, column) => {
    page.range(0, column, 1, 1).getEntireColumn().format.columnWidth = points;
  });

  const parts = [
    headOf(statement, letterhead),
    addressee,
    itemsOf(statement, headerRow),
    { ...ageing, row: ageingRow },
    received,
    closingOf(statement, closingRow),
  ];
  for (const placed of parts) if (placed !== null) put(page, placed);
  putTotals(page, statement, totalRow, firstLine);
  decorate(page, {
    headerRow,
    totalRow,
    ageingRow,
    ageingWidth,
    received,
    closingRow,
    width,
    hasLines: lines.length > 0,
  });
  layOut(page, words.page, { headerRow, lastRow, width, printed });
}

/** Who writes, and what this is. */
function headOf({ language }: StatementSheet, { company, address }: Letterhead): Placed {
  const words = statementSheetTexts[language];
  return {
    row: 0,
    cells: [[company || words.companyPlaceholder], [address], [''], [words.title]],
    formats: Array.from({ length: 4 }, () => [formats.text]),
  };
}

/** To whom, of which day, in which currency. */
function addresseeOf({ language, customer, customerNumber, currency, statement }: StatementSheet): Placed {
  const words = statementSheetTexts[language];
  const isNumbered = customerNumber !== '';
  return {
    row: customerRow,
    cells: [
      [words.to, customer],
      ...(isNumbered ? [[words.customerNumber, customerNumber]] : []),
      [words.asOf, statement.asOf],
      currency === '' ? ['', ''] : [words.currency, currency],
    ],
    formats: [
      [formats.text, formats.text],
      ...(isNumbered ? [[formats.text, formats.text]] : []),
      [formats.text, formats.day],
      [formats.text, formats.text],
    ],
  };
}

function itemsOf({ language, documents, statement }: StatementSheet, row: number): Placed {
  const words = statementSheetTexts[language];
  return {
    row,
    cells: [
      words.headers,
      ...statement.lines.map((line, index) => [
        line.invoiced,
        documents[index],
        line.isDisputed ? words.disputed(words.kinds[line.kind]) : words.kinds[line.kind],
        line.due,
        line.daysOverdue === 0 ? '' : line.daysOverdue,
        line.amount,
        line.open,
        line.balance,
      ]),
    ],
    formats: [words.headers.map(() => formats.text), ...statement.lines.map(() => itemFormats)],
  };
}

/** What is asked of the customer, with room to sign. */
function closingOf({ language }: StatementSheet, row: number): Placed {
  const words = statementSheetTexts[language];
  return {
    row,
    cells: [
      [words.request, '', '', '', ''],
      ['', '', '', '', ''],
      [words.confirm, '', '', '', words.signedOn],
    ],
    formats: Array.from({ length: 3 }, () => Array.from({ length: 5 }, () => formats.text)),
  };
}

/** Rows of an area that one request carries. */
const rowsPerChunk = 10_000;

function put(page: StatementPage, { row, cells, formats: shown }: Placed): void {
  for (let from = 0; from < cells.length; from += rowsPerChunk) {
    const chunk = cells.slice(from, from + rowsPerChunk);
    const area = page.range(row + from, 0, chunk.length, chunk[0].length);
    area.numberFormat = shown.slice(from, from + rowsPerChunk).map(formatsOfRow => [...formatsOfRow]);
    writeCells(area, 'values', writtenCells(chunk));
  }
}

/** The total as a formula over the open items, so that everybody can see what it adds up; and what of it is overdue. */
function putTotals(
  page: StatementPage,
  { language, statement }: StatementSheet,
  totalRow: number,
  firstLine: number,
): void {
  const words = statementSheetTexts[language];
  const area = page.range(totalRow, 0, 2, columnCount);
  const cells: (string | number | boolean)[][] = Array.from({ length: 2 }, () =>
    Array.from({ length: columnCount }, () => ''),
  );
  const sum =
    statement.lines.length === 0
      ? '=0'
      : `=SUM(${areaAddress(page.row + firstLine, page.column + 6, statement.lines.length, 1)})`;
  cells[0][0] = writtenCell(words.total);
  cells[0][6] = sum;
  cells[1][0] = writtenCell(words.overdue);
  cells[1][6] = statement.overdue;
  area.numberFormat = cells.map(row =>
    row.map((_, column) => (column === 6 ? formats.money : formats.general)),
  );
  area.formulas = cells;
}

/** What is owed by age, credits, and what is disputed apart from it: together the balance. */
function ageingOf({ language, ageing, statement, isAgedByInvoice }: StatementSheet): Omit<Placed, 'row'> {
  const words = statementSheetTexts[language];
  const parts: (readonly [string, number])[] = [
    ...ageing.map(({ fromDay, toDay, amount }): readonly [string, number] => [
      Number.isFinite(fromDay) ? words.days(fromDay, toDay) : words.notDue,
      amount,
    ]),
    [words.credits, statement.credits],
    ...(statement.apartFromExposure === 0
      ? []
      : [[words.disputedApart, statement.apartFromExposure] as const]),
    [words.sum, statement.balance],
  ];
  const title = isAgedByInvoice ? words.ageingByInvoice : words.ageing;
  return {
    cells: [
      parts.map((_, index) => (index === 0 ? title : '')),
      parts.map(([label]) => label),
      parts.map(([, amount]) => amount),
    ],
    formats: [parts.map(() => formats.text), parts.map(() => formats.text), parts.map(() => formats.money)],
  };
}

function receivedOf({ language, statement }: StatementSheet, row: number): Placed | null {
  if (statement.received.length === 0) return null;
  const words = statementSheetTexts[language];
  const blank = Array.from({ length: 5 }, () => '');
  return {
    row,
    cells: [
      [words.received, ...blank, ''],
      ...statement.received.map(({ day, amount }) => [day, ...blank, amount]),
    ],
    formats: [
      Array.from({ length: 7 }, () => formats.text),
      ...statement.received.map(() => [formats.day, ...blank.map(() => formats.text), formats.money]),
    ],
  };
}

interface Places {
  readonly headerRow: number;
  readonly totalRow: number;
  readonly ageingRow: number;
  readonly ageingWidth: number;
  readonly received: Placed | null;
  readonly closingRow: number;
  readonly width: number;
  readonly hasLines: boolean;
}

const ruleColor = '#808080';
const headerFill = '#F2F2F2';

function decorate(page: StatementPage, places: Places): void {
  const { headerRow } = places;
  const row = (index: number, width = columnCount) => page.range(index, 0, 1, width);
  const bold = (index: number, size?: number): void => {
    const { font } = row(index, places.width).format;
    font.bold = true;
    if (size !== undefined) font.size = size;
  };
  const rule = (range: Excel.Range, edge: 'EdgeTop' | 'EdgeBottom'): void => {
    const border = range.format.borders.getItem(edge);
    border.style = Excel.BorderLineStyle.continuous;
    border.color = ruleColor;
  };
  bold(0, 14);
  bold(titleRow, 16);
  bold(headerRow);
  bold(places.totalRow);
  bold(places.ageingRow);
  if (places.received !== null) bold(places.received.row);
  for (const index of [headerRow, places.ageingRow + 1]) {
    row(index, index === headerRow ? columnCount : places.ageingWidth).format.fill.color = headerFill;
  }
  rule(row(headerRow), 'EdgeBottom');
  rule(row(places.totalRow), 'EdgeTop');
  rule(row(places.ageingRow + 1, places.ageingWidth), 'EdgeBottom');
  row(headerRow).format.wrapText = true;
  page.range(headerRow, 4, 1, 4).format.horizontalAlignment = Excel.HorizontalAlignment.right;
  row(places.ageingRow + 1, places.ageingWidth).format.horizontalAlignment = Excel.HorizontalAlignment.right;
  const left = (range: Excel.Range): void => {
    range.format.horizontalAlignment = Excel.HorizontalAlignment.left;
  };
  // Dates stand under their headers.
  left(page.range(headerRow, 0, places.totalRow - headerRow, 1));
  left(page.range(headerRow, 3, places.totalRow - headerRow, 1));
  if (places.received !== null) {
    left(page.range(places.received.row, 0, places.received.cells.length, 1));
  }
  left(page.range(customerRow, 1, headerRow - customerRow, 1));
  row(customerRow).format.font.bold = true;
}

interface Layout {
  readonly headerRow: number;
  readonly lastRow: number;
  readonly width: number;
  readonly printed: PrintedArea | null;
}

/** What the user lets be printed above and before the statement, such as a logo, stays on the page. */
function layOut({ sheet, row, column }: StatementPage, footer: string, layout: Layout): void {
  const { headerRow, lastRow, width, printed } = layout;
  const { pageLayout } = sheet;
  sheet.showGridlines = false;
  pageLayout.orientation = Excel.PageOrientation.portrait;
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.zoom = { horizontalFitToPages: 1 };
  const firstRow = Math.min(row, printed?.firstRow ?? row);
  const firstColumn = Math.min(column, printed?.firstColumn ?? column);
  pageLayout.setPrintArea(
    areaAddress(firstRow, firstColumn, row + lastRow + 1 - firstRow, column + width - firstColumn),
  );
  pageLayout.setPrintTitleRows(`$${row + headerRow + 1}:$${row + headerRow + 1}`);
  // Statements that are printed together are numbered apart: each goes to a customer of its own.
  pageLayout.firstPageNumber = 1;
  pageLayout.headersFooters.defaultForAllPages.centerFooter = footer;
}
