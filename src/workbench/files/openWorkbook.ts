/** Opening files: .xlsx workbooks, XML spreadsheets, delimited text and tables of web pages. */
import type { Book, Sheet } from '../book/types';
import { themeOrOffice } from './colors';
import { type DelimitedContent, isTabbedText, readDelimited } from './delimitedText';
import { keptProperties } from './documentProperties';
import { FileProblem } from './fileProblem';
import { isHtmlTable, readHtmlTable } from './htmlTable';
import { forgetTheme, type KeptOfBook, keepOfBook, keepTheme, nothingOfBook } from './keptContent';
import { readSharedTexts } from './readCells';
import { fillSheet, type ReadSheet, readChartSheet, readWorksheet, type SharedParts } from './readSheet';
import { readStyles } from './readStyles';
import { type LeftOut, unlessRefused } from './refusal';
import { isSpreadsheetXml, type PlainSheet, readSpreadsheetXml } from './spreadsheetXml';
import { fromStored } from './storedFormula';
import { type KeptPart, type Relationship, WorkbookParts } from './workbookParts';
import {
  attribute,
  child,
  children,
  content,
  descend,
  flag,
  parseXml,
  rawElement,
  withoutRootPrefix,
  type XmlNode,
} from './xml';

interface ReadName {
  readonly name: string;
  readonly formula: string;
  /** Number of the sheet in the file, or -1 for the workbook. */
  readonly sheet: number;
  readonly visible: boolean;
  readonly comment: string;
}

interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  readonly names: readonly ReadName[];
  readonly shared: SharedParts;
  readonly activeSheet: number;
  readonly themeXml: string | null;
  readonly kept: KeptOfBook;
  readonly unknown: readonly LeftOut[];
}

/**
 * Replace the content of a book by that of a file, and calculate once. A file that cannot be read leaves the book as it was.
 *
 * @param bytes the file's content; what it is, is decided by the bytes
 * @param name the file's name; a text file's sheet is called by it, as in Excel
 * @returns what is not in the book: names and tables that Excel itself would not allow, pivot tables, macros
 * @throws FileProblem with a sentence for the user: encrypted, old format, no workbook, damaged, too large
 * @example await openWorkbook(new Uint8Array(await file.arrayBuffer()), file.name, book);
 */
export async function openWorkbook(bytes: Uint8Array, name: string, book: Book): Promise<readonly LeftOut[]> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new FileProblem(isEncrypted(bytes) ? 'encrypted' : 'oldFormat');
  if (startsWith(bytes, [0x50, 0x4b])) return replaceContent(book, await readWorkbook(bytes));
  if (isSpreadsheetXml(bytes)) {
    const { sheets, date1904 } = readSpreadsheetXml(bytes);
    openPlain(sheets, date1904, book);
    return [];
  }
  if (isHtmlTable(bytes)) {
    openText(readHtmlTable(bytes), name, book);
    return [];
  }
  if (workbookName.test(name) && !isTabbedText(bytes)) throw new FileProblem('notWorkbook');
  openText(readDelimited(bytes), name, book);
  return [];
}

/** A name that promises a workbook: other text than a table under it is a broken file. */
const workbookName = /\.xls[xmb]?$/i;

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** An encrypted workbook is an OLE file with a stream of that name, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
}

async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const parts = await WorkbookParts.open(bytes);
  const ofFile = await parts.relationships('');
  const path = ofFile.find(each => each.kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const text = await parts.text(path);
  if (text === null) throw new FileProblem('notWorkbook');
  const workbook = parseXml(withoutRootPrefix(text));
  const relationships = await parts.relationships(path);
  const pathOf = (kind: string) => relationships.find(each => each.kind === kind)?.target;

  const themeXml = await parts.text(pathOf('theme') ?? '');
  const theme = themeOrOffice(themeXml === null ? null : parseXml(themeXml));
  const shared: SharedParts = {
    sharedTexts: readSharedTexts(
      withoutRootPrefix((await parts.text(pathOf('sharedStrings') ?? '')) ?? ''),
      theme,
    ),
    styles: readStyles(await parts.xml(pathOf('styles')), theme),
    theme,
    date1904: flag(child(workbook, 'workbookPr'), 'date1904'),
  };
  const sheets: ReadSheet[] = [];
  for (const node of children(child(workbook, 'sheets'), 'sheet')) {
    const target = relationships.find(each => each.id === attribute(node, 'id'));
    if (target) sheets.push(await readSheet(parts, node, target, shared));
  }
  if (sheets.length === 0) throw new FileProblem('damaged', 'no sheets');
  return {
    sheets,
    names: children(child(workbook, 'definedNames'), 'definedName').map(readName),
    shared,
    activeSheet: Number(attribute(descend(workbook, 'bookViews', 'workbookView'), 'activeTab') ?? 0),
    themeXml,
    unknown: unknownOf(relationships),
    kept: {
      ...(await readKeptOfBook(parts, relationships, keptProperties(ofFile))),
      protection: rawElement((await parts.text(path)) ?? '', 'workbookProtection'),
      usualFont: shared.styles.usualFont,
    },
  };
}

/** What the workbench neither shows nor keeps. */
function unknownOf(relationships: readonly Relationship[]): LeftOut[] {
  const has = (kind: string) => relationships.some(each => each.kind === kind);
  return [
    ...(has('pivotCacheDefinition') ? [{ what: 'pivotTables' } as const] : []),
    ...(has('vbaProject') ? [{ what: 'macros' } as const] : []),
  ];
}

/** Custom XML has no meaning for the workbench, but for whoever put it there. */
async function readKeptOfBook(
  parts: WorkbookParts,
  relationships: readonly Relationship[],
  properties: readonly Relationship[],
): Promise<Omit<KeptOfBook, 'protection' | 'usualFont'>> {
  const custom = relationships.filter(({ kind, isExternal }) => kind === 'customXml' && !isExternal);
  const needed = new Map<string, KeptPart>();
  for (const { target } of [...custom, ...properties]) await parts.withAllItNeeds(target, needed);
  return { relationships: custom, properties, parts: [...needed.values()] };
}

function readSheet(
  parts: WorkbookParts,
  node: XmlNode,
  target: { readonly kind: string; readonly target: string },
  shared: SharedParts,
): Promise<ReadSheet> {
  const states: Readonly<Record<string, Sheet['visibility']>> = {
    hidden: 'Hidden',
    veryHidden: 'VeryHidden',
  };
  const sheet = {
    name: attribute(node, 'name') ?? 'Sheet',
    visibility: states[attribute(node, 'state') ?? ''] ?? 'Visible',
  };
  return target.kind === 'chartsheet'
    ? readChartSheet(parts, target.target, sheet)
    : readWorksheet(parts, target.target, sheet, shared);
}

function readName(node: XmlNode): ReadName {
  return {
    // Print areas and titles are shown without the prefix that files give to Excel's own names.
    name: (attribute(node, 'name') ?? '').replace(/^_xlnm\./, ''),
    formula: `=${fromStored(content(node).trim())}`,
    sheet: Number(attribute(node, 'localSheetId') ?? -1),
    visible: !flag(node, 'hidden'),
    comment: attribute(node, 'comment') ?? '',
  };
}

/** Names that Excel writes for itself: placeholders of newer functions, and the area of a filter. */
const isOwnNameOfExcel = (name: string): boolean => /^_xl|^_FilterDatabase$/i.test(name) || name === '';

function replaceContent(book: Book, read: ReadWorkbook): LeftOut[] {
  const leftOut = [...read.unknown];
  book.withoutSteps(() => leftOut.push(...putContent(book, read)));
  return leftOut;
}

function putContent(book: Book, read: ReadWorkbook): LeftOut[] {
  const leftOut: LeftOut[] = [];
  book.suspendCalculation();
  try {
    const sheets = replaceSheets(book, read.sheets);
    book.date1904 = read.shared.date1904;
    sheets.forEach((sheet, index) => {
      leftOut.push(...fillSheet(book, sheet, read.sheets[index], read.shared));
    });
    leftOut.push(...addNames(book, sheets, read.names));
    keepOfBook(book, read.kept);
    if (read.themeXml === null) forgetTheme(book);
    else keepTheme(book, read.themeXml);
    showSheets(book, sheets, read);
    for (const sheet of sheets) book.touch(sheet);
    book.isStructureProtected = /\slockStructure="(?:1|true)"/.test(read.kept.protection);
  } finally {
    book.resumeCalculation();
  }
  return leftOut;
}

/** The new sheets come before the old ones go, because a book is never without a sheet. */
function replaceSheets(book: Book, read: readonly Pick<ReadSheet, 'name' | 'kind'>[]): Sheet[] {
  book.isStructureProtected = false;
  for (const name of [...book.names]) book.removeName(name);
  const old = [...book.sheets];
  old.forEach((sheet, index) => {
    book.renameSheet(sheet, `~closing ${index + 1}`);
  });
  const sheets = read.map(({ name, kind }) => book.addSheet(legalSheetName(name, book), kind));
  book.activate(sheets[0]);
  for (const sheet of old) book.deleteSheet(sheet);
  return sheets;
}

function addNames(book: Book, sheets: readonly Sheet[], names: readonly ReadName[]): LeftOut[] {
  const wanted = names.filter(each => !isOwnNameOfExcel(each.name));
  return wanted.flatMap(each =>
    unlessRefused('name', each.name, () => {
      const added = book.addName(each.name, each.formula, sheets[each.sheet] ?? null);
      added.visible = each.visible;
      added.comment = each.comment;
    }),
  );
}

/** Other programs write sheet names that Excel would repair: shorten, replace and number them as it does. */
function legalSheetName(name: string, book: Book): string {
  const legal =
    name
      .replace(/[:\\/?*[\]]/g, '_')
      .replace(/^'|'$/g, '_')
      .slice(0, 31) || 'Sheet';
  let chosen = legal;
  for (let number = 2; book.sheetByName(chosen); number++) chosen = `${legal.slice(0, 27)} (${number})`;
  return chosen;
}

/** Activate the sheet that was active, or the first that shows, before others are hidden. */
function showSheets(
  book: Book,
  sheets: readonly Sheet[],
  read: { readonly sheets: readonly Pick<ReadSheet, 'visibility'>[]; readonly activeSheet: number },
): void {
  const shows = (index: number) => read.sheets[index]?.visibility === 'Visible';
  const shown = shows(read.activeSheet)
    ? read.activeSheet
    : Math.max(
        sheets.findIndex((_, index) => shows(index)),
        0,
      );
  book.activate(sheets[shown]);
  sheets.forEach((sheet, index) => {
    sheet.visibility = index === shown ? 'Visible' : read.sheets[index].visibility;
  });
}

function openText(read: DelimitedContent, name: string, book: Book): void {
  const nothing = { hiddenColumns: [], hiddenRows: [], merges: [] };
  openPlain([{ ...read, ...nothing, name: sheetNameOf(name), visibility: 'Visible' }], false, book);
}

function openPlain(read: readonly PlainSheet[], date1904: boolean, book: Book): void {
  book.withoutSteps(() => putPlain(read, date1904, book));
}

function putPlain(read: readonly PlainSheet[], date1904: boolean, book: Book): void {
  book.suspendCalculation();
  try {
    const sheets = replaceSheets(
      book,
      read.map(({ name }) => ({ name, kind: 'worksheet' })),
    );
    book.date1904 = date1904;
    forgetTheme(book);
    keepOfBook(book, nothingOfBook);
    for (const [index, sheet] of sheets.entries()) fillPlain(book, sheet, read[index]);
    showSheets(book, sheets, { sheets: read, activeSheet: 0 });
  } finally {
    book.resumeCalculation();
  }
}

function fillPlain(book: Book, sheet: Sheet, read: PlainSheet): void {
  read.content.fill(book, sheet, read.styles);
  for (const [column, width] of read.columnWidths) sheet.columnWidths.set(column, width);
  for (const column of read.hiddenColumns) sheet.hiddenColumns.add(column);
  for (const row of read.hiddenRows) sheet.hiddenRows.add(row);
  sheet.merges.push(...read.merges);
  book.touch(sheet);
}

/** As Excel: the file's name without its folder and ending. */
function sheetNameOf(fileName: string): string {
  return fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
}
