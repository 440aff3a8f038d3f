/** A worksheet part: its cells, and everything else that a sheet has. */
import { maxColumns, maxRows, parseArea } from '../book/address';
import { deepestLevel, type Outline } from '../book/outline';
import { textsOfColumn } from '../book/tableFilter';
import {
  type Area,
  type Book,
  type CellStyle,
  type Permission,
  permissions,
  type Sheet,
} from '../book/types';
import { zoomFrom } from '../book/zoom';
import { fillCharts, type ReadDrawing, readDrawing } from './charts/readDrawing';
import { readColor } from './colors';
import { fillValidations } from './dataValidations';
import { fillHyperlinks } from './hyperlinks';
import { type KeptOfSheet, type KeptOfTable, keepOfSheet, keepOfTable, keptElements } from './keptContent';
import { readPageSetup } from './pageSetup';
import { lockName } from './protection';
import { readCells, type SharedItems } from './readCells';
import { graphicKinds, type ReadRule, readRules } from './readRules';
import type { ReadStyles } from './readStyles';
import { type LeftOut, unlessRefused } from './refusal';
import type { SheetContent } from './sheetContent';
import type { Relationship, WorkbookParts } from './workbookParts';
import {
  attribute,
  attributes,
  attributesIn,
  child,
  children,
  descend,
  flag,
  parseXml,
  rawElement,
  withoutRootPrefix,
  type XmlNode,
} from './xml';

/** What all sheets of a workbook share. */
export interface SharedParts {
  readonly sharedTexts: SharedItems;
  readonly styles: ReadStyles;
  readonly theme: readonly string[];
  readonly date1904: boolean;
}

export interface ReadTable {
  readonly name: string;
  readonly area: Area;
  readonly style: string;
  readonly showFilterButton: boolean;
  readonly showBandedRows: boolean;
  /** Texts that are shown, by column; a filter of another kind is told by its hidden rows alone. */
  readonly filters: ReadonlyMap<number, ReadonlySet<string>>;
  readonly kept: KeptOfTable;
}

export interface ReadSheet {
  readonly name: string;
  readonly kind: Sheet['kind'];
  readonly visibility: Sheet['visibility'];
  readonly node: XmlNode;
  readonly cells: SheetContent | null;
  readonly tables: readonly ReadTable[];
  readonly rules: readonly ReadRule[];
  readonly drawing: ReadDrawing | null;
  readonly relationships: readonly Relationship[];
  readonly kept: KeptOfSheet;
}

/** Columns formatted or sized beyond this one are the file's way of saying "all others": not worth an entry each. */
const lastOwnColumn = 1023;

export async function readWorksheet(
  parts: WorkbookParts,
  path: string,
  sheet: Pick<ReadSheet, 'name' | 'visibility'>,
  shared: SharedParts,
): Promise<ReadSheet> {
  const xml = withoutRootPrefix((await parts.text(path)) ?? '<worksheet/>');
  const data = [xml.indexOf('<sheetData'), xml.indexOf('</sheetData>')] as const;
  const rowTags = data[0] >= 0 && data[1] > data[0] ? readRowTags(xml.slice(data[0], data[1])) : '';
  const rest = data[1] > data[0] ? `${xml.slice(0, data[0])}<sheetData>${rowTags}${xml.slice(data[1])}` : xml;
  const node = parseXml(rest);
  const relationships = await parts.relationships(path);
  const tables: ReadTable[] = [];
  for (const each of children(child(node, 'tableParts'), 'tablePart')) {
    const target = relationships.find(found => found.id === attribute(each, 'id'))?.target;
    const table = target ? readTable(await parts.text(target)) : null;
    if (table) tables.push(table);
  }
  const drawingId = attribute(child(node, 'drawing'), 'id');
  const drawingPath = relationships.find(each => each.id === drawingId)?.target;
  const drawing = drawingPath ? await readDrawing(parts, drawingPath, shared.theme) : null;
  return {
    ...sheet,
    kind: 'worksheet',
    node,
    drawing,
    relationships,
    cells: readCells(xml, shared.sharedTexts, shared.theme, shared.date1904),
    tables,
    rules: readRules(node, shared.styles.differences, shared.theme),
    kept: { ...(await readKept(parts, rest, relationships)), drawing: drawing?.kept ?? null },
  };
}

export async function readChartSheet(
  parts: WorkbookParts,
  path: string,
  sheet: Pick<ReadSheet, 'name' | 'visibility'>,
): Promise<ReadSheet> {
  const needed = await parts.withAllItNeeds(path);
  return {
    ...sheet,
    kind: 'chart',
    node: {},
    cells: null,
    tables: [],
    rules: [],
    drawing: null,
    relationships: [],
    kept: {
      elements: {},
      drawing: null,
      graphicFormats: [],
      protection: '',
      relationships: [],
      parts: [...needed.values()],
      chartSheetPath: path,
    },
  };
}

/**
 * Put what was read into a new sheet of the book, and say what the book refused. Protection comes last, since it refuses every
 * change.
 */
export function fillSheet(book: Book, sheet: Sheet, read: ReadSheet, shared: SharedParts): LeftOut[] {
  keepOfSheet(sheet, read.kept);
  fillColumnsAndRows(book, sheet, read.node, shared.styles.cells);
  read.cells?.fill(book, sheet, shared.styles.cells);
  fillUsualWidths(sheet, read.node);
  const leftOut = read.tables.flatMap(table =>
    unlessRefused('table', table.name, () => fillTable(book, sheet, table)),
  );
  for (const merge of children(child(read.node, 'mergeCells'), 'mergeCell')) {
    const area = parseArea(attribute(merge, 'ref') ?? '');
    if (area) sheet.merges.push(area);
  }
  // The book puts each new rule before the others.
  for (const { areas, formula, format, stopIfTrue } of [...read.rules].reverse())
    book.addConditionalFormat(sheet, { areas, formula, format, stopIfTrue });
  fillView(sheet, read.node, shared.theme);
  readPageSetup(sheet.pageLayout, read.node);
  fillValidations(book, sheet, read.node);
  fillHyperlinks(book, sheet, read.node, read.relationships);
  if (read.drawing) fillCharts(book, sheet, read.drawing);
  sheet.isProtected = flag(child(read.node, 'sheetProtection'), 'sheet');
  sheet.permissions = permissionsOf(child(read.node, 'sheetProtection'));
  return leftOut;
}

/** A protection lists what it locks: what it says 0 of is allowed. Objects and scenarios are locked only where it says 1. */
function permissionsOf(node: XmlNode | undefined): Set<Permission> {
  return new Set(
    permissions.filter(permission => {
      const name = lockName(permission);
      return !flag(node, name, name !== 'objects' && name !== 'scenarios');
    }),
  );
}

function fillTable(book: Book, sheet: Sheet, read: ReadTable): void {
  const table = book.addTable(sheet, read.area, read.name, read.kept.totalsRowCount);
  table.style = read.style;
  table.showFilterButton = read.showFilterButton;
  table.showBandedRows = read.showBandedRows;
  keepOfTable(table, read.kept);
  for (const [offset, shown] of read.filters) {
    const texts = textsOfColumn(sheet, table, table.area.column + offset);
    const excluded = texts.filter(text => !shown.has(text));
    if (excluded.length > 0) table.filters.set(offset, new Set(excluded));
  }
}

function fillView(sheet: Sheet, node: XmlNode, theme: readonly string[]): void {
  const view = descend(node, 'sheetViews', 'sheetView');
  const pane = child(view, 'pane');
  if (attribute(pane, 'state')?.startsWith('frozen')) {
    sheet.frozenRows = Number(attribute(pane, 'ySplit') ?? 0);
    sheet.frozenColumns = Number(attribute(pane, 'xSplit') ?? 0);
  }
  const outline = descend(node, 'sheetPr', 'outlinePr');
  sheet.rowOutline.isSummaryAfter = flag(outline, 'summaryBelow', true);
  sheet.columnOutline.isSummaryAfter = flag(outline, 'summaryRight', true);
  sheet.showGridlines = flag(view, 'showGridLines', true);
  sheet.zoom = zoomFrom(Number(attribute(view, 'zoomScale') ?? 100) / 100);
  sheet.tabColor = readColor(descend(node, 'sheetPr', 'tabColor'), theme) ?? '';
}

function readOutlineLine(outline: Outline, line: number, node: XmlNode): void {
  const level = Math.min(Number(attribute(node, 'outlineLevel') ?? 0), deepestLevel);
  if (level > 0) outline.levels.set(line, level);
  if (flag(node, 'collapsed')) outline.folded.add(line);
}

function fillColumnsAndRows(book: Book, sheet: Sheet, node: XmlNode, styles: readonly CellStyle[]): void {
  for (const each of children(child(node, 'cols'), 'col')) {
    const from = Number(attribute(each, 'min') ?? 1) - 1;
    const to = Math.min(Number(attribute(each, 'max') ?? from + 1) - 1, lastOwnColumn);
    const width = attribute(each, 'width');
    for (let column = from; column <= to; column++) {
      if (width) sheet.columnWidths.set(column, widthInPixels(Number(width)));
      if (flag(each, 'hidden')) sheet.hiddenColumns.add(column);
      readOutlineLine(sheet.columnOutline, column, each);
    }
    const style = styles[Number(attribute(each, 'style') ?? 0)];
    if (to >= from && style && Object.keys(style).length > 0)
      book.setStyle(sheet, { row: 0, column: from, rowCount: maxRows, columnCount: to - from + 1 }, style);
  }
  for (const each of children(child(node, 'sheetData'), 'row')) {
    const row = Number(attribute(each, 'r')) - 1;
    const height = attribute(each, 'ht');
    if (height && flag(each, 'customHeight')) sheet.rowHeights.set(row, Math.round((Number(height) * 4) / 3));
    if (flag(each, 'hidden')) sheet.hiddenRows.add(row);
    readOutlineLine(sheet.rowOutline, row, each);
    const style = flag(each, 'customFormat') ? styles[Number(attribute(each, 's') ?? 0)] : undefined;
    if (style && Object.keys(style).length > 0)
      book.setStyle(sheet, { row, column: 0, rowCount: 1, columnCount: maxColumns }, style);
  }
}

/** The book's columns are as wide as Excel's own unless they say otherwise: in a file whose usual width is another, those in use say so. */
function fillUsualWidths(sheet: Sheet, node: XmlNode): void {
  const width = Number(attribute(child(node, 'sheetFormatPr'), 'defaultColWidth') ?? 0);
  const used = sheet.usedArea(true);
  if (!(width > 0) || !used) return;
  for (let column = 0; column < Math.min(used.column + used.columnCount, lastOwnColumn); column++)
    if (!sheet.columnWidths.has(column)) sheet.columnWidths.set(column, widthInPixels(width));
}

/** Character widths are stored with the cell's padding; a digit of the default font is 7 pixels wide. */
const widthInPixels = (characters: number): number => Math.round(characters * 7);

/** Rows that say something of their own, without their cells. */
function readRowTags(sheetData: string): string {
  let tags = '';
  for (const [, said] of sheetData.matchAll(/<row\b([^>]*?)\/?>/g))
    if (/\b(?:hidden|customHeight|customFormat|outlineLevel|collapsed)=/.test(said) && /\br=/.test(said))
      tags += `<row${said}/>`;
  return tags;
}

function readTable(xml: string | null): ReadTable | null {
  const node = xml ? parseXml(withoutRootPrefix(xml)) : undefined;
  const area = parseArea(attribute(node, 'ref') ?? '');
  const name = attribute(node, 'displayName') ?? attribute(node, 'name');
  // A table without a header row has no column names on the sheet, which the book's tables need.
  if (!node || !area || !name || attribute(node, 'headerRowCount') === '0') return null;
  const style = child(node, 'tableStyleInfo');
  return {
    name,
    area,
    style: attribute(style, 'name') ?? '',
    showFilterButton: child(node, 'autoFilter') !== undefined,
    showBandedRows: flag(style, 'showRowStripes'),
    filters: readFilters(child(node, 'autoFilter')),
    kept: {
      totalsRowCount: Number(attribute(node, 'totalsRowCount') ?? 0),
      columns: [
        ...xml!.matchAll(/<(?:\w+:)?tableColumn\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?tableColumn>)/g),
      ].map(found => ({
        attributes: found[1]
          .replace(
            /\s(?:id|name|xr3:uid|dataDxfId|headerRowDxfId|totalsRowDxfId|dataCellStyle|uniqueName|queryTableFieldId)="[^"]*"/g,
            '',
          )
          .trimEnd(),
        content:
          rawElement(found[2] ?? '', 'calculatedColumnFormula') +
          rawElement(found[2] ?? '', 'totalsRowFormula'),
      })),
    },
  };
}

function readFilters(node: XmlNode | undefined): Map<number, ReadonlySet<string>> {
  const filters = new Map<number, ReadonlySet<string>>();
  for (const column of children(node, 'filterColumn')) {
    const listed = child(column, 'filters');
    if (!listed) continue;
    const texts = children(listed, 'filter').map(each => attribute(each, 'val') ?? '');
    filters.set(
      Number(attribute(column, 'colId') ?? 0),
      new Set(flag(listed, 'blank') ? [...texts, ''] : texts),
    );
  }
  return filters;
}

async function readKept(
  parts: WorkbookParts,
  xml: string,
  relationships: Awaited<ReturnType<WorkbookParts['relationships']>>,
): Promise<Omit<KeptOfSheet, 'drawing'>> {
  const elements = Object.fromEntries(
    keptElements
      .map(name => [name, cleaned(name, rawElement(xml, name))] as const)
      .filter(([, raw]) => raw !== ''),
  );
  const used = relationships.filter(each =>
    Object.values(elements).some(raw => raw.includes(`"${each.id}"`)),
  );
  // Comments hang on the sheet without an element of their own.
  const comments = relationships.filter(each => each.kind === 'comments' && elements.legacyDrawing);
  const keptRelationships = [...used, ...comments];
  const needed = new Map();
  for (const each of keptRelationships) if (!each.isExternal) await parts.withAllItNeeds(each.target, needed);
  return {
    elements,
    graphicFormats: [...xml.matchAll(/<conditionalFormatting\b[\s\S]*?<\/conditionalFormatting>/g)].flatMap(
      ([raw]) => graphicRules(raw),
    ),
    protection: attributes(attributesIn(rawElement(xml, 'sheetProtection'))),
    relationships: keptRelationships,
    parts: [...needed.values()],
    chartSheetPath: null,
  };
}

/** Without attributes of namespaces that the saved sheet does not declare, and without the printer's own settings. */
function cleaned(name: string, raw: string): string {
  const plain = raw.replace(/\s(?!r:|xml:)[\w.-]+:[\w.-]+="[^"]*"/g, '');
  return name === 'pageSetup' ? plain.replace(/\sr:id="[^"]*"/, '') : plain;
}

function graphicRules(raw: string): string[] {
  const rules = [...raw.matchAll(/<cfRule\b[^>]*?(?:\/>|>[\s\S]*?<\/cfRule>)/g)]
    .map(([rule]) => rule)
    .filter(rule => graphicKinds.has(/\btype="(\w+)"/.exec(rule)?.[1] ?? ''));
  const opening = /<conditionalFormatting\b[^>]*>/.exec(raw)![0];
  return rules.map(
    rule => `${opening}${rule.replace(/<extLst>[\s\S]*?<\/extLst>/, '')}</conditionalFormatting>`,
  );
}
