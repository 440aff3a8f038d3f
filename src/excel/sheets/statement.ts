import type { Language } from '../../i18n/language';
import { statementSheetTexts } from '../../i18n/sheets/statement';
import type { Cell } from '../../risk/ledger/ledger';
import type { StatementOfAccount } from '../../risk/statement/statementOfAccount';
import { areaAddress, withoutSheet } from '../address';
import type { ExcelOutcome } from '../contract';
import { deleteOwnSheets, ensureOwnSheet, findOwnSheets } from '../ownSheets';
import { runExcel } from '../problem';
import { writtenCell, writtenCells } from '../writtenCell';

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
const isStatementKey = (key: string): boolean => key.toLowerCase().startsWith(keyPrefix.toLowerCase());

/** Where things stand; the letterhead is the user's to edit there. */
const titleRow = 3;
const customerRow = 4;
const columnCount = 8;
const customerColumn = 1;

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
    const statements = (await findOwnSheets(context)).filter(({ key }) => isStatementKey(key));
    const heads = statements.map(({ sheet }) => {
      const range = sheet.getRangeByIndexes(0, 0, 2, 1);
      range.load('values');
      return range;
    });
    await context.sync();
    const placeholders = Object.values(statementSheetTexts).map(words => words.companyPlaceholder);
    const found = heads
      .map(({ values: [[company], [address]] }) => ({ company: String(company), address: String(address) }))
      .find(({ company }) => company !== '' && !placeholders.includes(company));
    return found ?? { company: '', address: '' };
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
    const { keyOf, freeKey } = await statementKeys(context);
    const written: WrittenStatement[] = [];
    for (const statement of statements) {
      const key = keyOf.get(statement.customer) ?? freeKey();
      const words = statementSheetTexts[statement.language];
      // A quote at the end of a sheet's name is more than Excel takes.
      const title = words.sheetTitle(statement.customer.replaceAll("'", ' '));
      const { sheet, sheetName, isNew } = await ensureOwnSheet(context, key, title);
      if (!isNew) await clearStatement(context, sheet);
      writeStatement(sheet, statement, letterhead);
      await context.sync();
      written.push({ key, sheetName, isNew });
    }
    return written;
  });
}

/** Take statements away again. */
export function removeStatements(keys: readonly string[]): Promise<ExcelOutcome<void>> {
  return runExcel(async context => {
    const leaving = new Set(keys.map(key => key.toLowerCase()));
    deleteOwnSheets((await findOwnSheets(context)).filter(({ key }) => leaving.has(key.toLowerCase())));
    await context.sync();
  });
}

/** The keys of the statements that there are, by the customer they are addressed to, and keys for more. */
async function statementKeys(context: Excel.RequestContext) {
  const statements = (await findOwnSheets(context)).filter(({ key }) => isStatementKey(key));
  const addressees = statements.map(({ sheet }) => {
    const cell = sheet.getRangeByIndexes(customerRow, customerColumn, 1, 1);
    cell.load('values');
    return cell;
  });
  await context.sync();
  const keyOf = new Map(statements.map(({ key }, index) => [String(addressees[index].values[0][0]), key]));
  const taken = new Set(statements.map(({ key }) => key.toLowerCase()));
  let number = 0;
  const freeKey = (): string => {
    do number += 1;
    while (taken.has(`${keyPrefix}${number}`.toLowerCase()));
    taken.add(`${keyPrefix}${number}`.toLowerCase());
    return `${keyPrefix}${number}`;
  };
  return { keyOf, freeKey };
}

/** Empty what the last statement filled: its print area. */
async function clearStatement(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> {
  const printed = sheet.pageLayout.getPrintAreaOrNullObject();
  printed.load('address');
  await context.sync();
  if (printed.isNullObject) return;
  sheet.getRange(withoutSheet(printed.address)).clear();
}

interface Placed {
  readonly row: number;
  readonly cells: readonly (readonly Cell[])[];
  readonly formats: readonly (readonly string[])[];
}

/** Queue a statement on its sheet. */
function writeStatement(sheet: Excel.Worksheet, statement: StatementSheet, letterhead: Letterhead): void {
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

  const whole = sheet.getRangeByIndexes(0, 0, lastRow + 1, width);
  whole.format.font.size = 10;
  whole.format.verticalAlignment = Excel.VerticalAlignment.center;
  columnWidths.forEach((points, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = points;
  });

  const parts = [
    headOf(statement, letterhead),
    addressee,
    itemsOf(statement, headerRow),
    { ...ageing, row: ageingRow },
    received,
    closingOf(statement, closingRow),
  ];
  for (const placed of parts) if (placed !== null) put(sheet, placed);
  putTotals(sheet, statement, totalRow, firstLine);
  decorate(sheet, {
    headerRow,
    totalRow,
    ageingRow,
    ageingWidth,
    received,
    closingRow,
    width,
    hasLines: lines.length > 0,
  });
  layOut(sheet, words.page, headerRow, lastRow, width);
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

function put(sheet: Excel.Worksheet, { row, cells, formats: shown }: Placed): void {
  for (let from = 0; from < cells.length; from += rowsPerChunk) {
    const chunk = cells.slice(from, from + rowsPerChunk);
    const area = sheet.getRangeByIndexes(row + from, 0, chunk.length, chunk[0].length);
    area.numberFormat = shown.slice(from, from + rowsPerChunk).map(formatsOfRow => [...formatsOfRow]);
    area.values = writtenCells(chunk);
  }
}

/** The total as a formula over the open items, so that everybody can see what it adds up; and what of it is overdue. */
function putTotals(
  sheet: Excel.Worksheet,
  { language, statement }: StatementSheet,
  totalRow: number,
  firstLine: number,
): void {
  const words = statementSheetTexts[language];
  const area = sheet.getRangeByIndexes(totalRow, 0, 2, columnCount);
  const cells: (string | number | boolean)[][] = Array.from({ length: 2 }, () =>
    Array.from({ length: columnCount }, () => ''),
  );
  const sum =
    statement.lines.length === 0 ? '=0' : `=SUM(${areaAddress(firstLine, 6, statement.lines.length, 1)})`;
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

function decorate(sheet: Excel.Worksheet, places: Places): void {
  const { headerRow } = places;
  const row = (index: number, width = columnCount) => sheet.getRangeByIndexes(index, 0, 1, width);
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
  sheet.getRangeByIndexes(headerRow, 4, 1, 4).format.horizontalAlignment = Excel.HorizontalAlignment.right;
  row(places.ageingRow + 1, places.ageingWidth).format.horizontalAlignment = Excel.HorizontalAlignment.right;
  const left = (range: Excel.Range): void => {
    range.format.horizontalAlignment = Excel.HorizontalAlignment.left;
  };
  // Dates stand under their headers.
  left(sheet.getRangeByIndexes(headerRow, 0, places.totalRow - headerRow, 1));
  left(sheet.getRangeByIndexes(headerRow, 3, places.totalRow - headerRow, 1));
  if (places.received !== null) {
    left(sheet.getRangeByIndexes(places.received.row, 0, places.received.cells.length, 1));
  }
  left(sheet.getRangeByIndexes(customerRow, 1, headerRow - customerRow, 1));
  row(customerRow).format.font.bold = true;
}

function layOut(
  sheet: Excel.Worksheet,
  footer: string,
  headerRow: number,
  lastRow: number,
  width: number,
): void {
  const { pageLayout } = sheet;
  sheet.showGridlines = false;
  pageLayout.orientation = Excel.PageOrientation.portrait;
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintArea(areaAddress(0, 0, lastRow + 1, width));
  pageLayout.setPrintTitleRows(`$${headerRow + 1}:$${headerRow + 1}`);
  // Statements that are printed together are numbered apart: each goes to a customer of its own.
  pageLayout.firstPageNumber = 1;
  pageLayout.headersFooters.defaultForAllPages.centerFooter = footer;
}
