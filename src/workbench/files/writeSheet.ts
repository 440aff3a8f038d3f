/** A sheet of the book as a worksheet part. The order of elements is the format's own (ECMA-376 18.3.1.99). */
import { columnName, containsCell, formatAddress, maxRows } from '../book/address';
import type { TextRun } from '../book/cellStyle';
import { isError } from '../book/errorValue';
import { depthOf, type Outline } from '../book/outline';
import { runsOf } from '../book/richText';
import { headerText } from '../book/tables';
import { type Area, type CellValue, permissions, type Sheet, type Table } from '../book/types';
import { validationsElement } from './dataValidations';
import { fittedHeight } from './fittedHeight';
import { type KeptElement, keptOfSheet } from './keptContent';
import { fitElement, pageSetupElements, rowBreaksElement } from './pageSetup';
import { lockName } from './protection';
import { runsContent } from './richText';
import { mayAnswerArray, toStored } from './storedFormula';
import { writeRules } from './writeRules';
import type { StyleTable } from './writeStyles';
import { attributes, attributesIn, encodeXml } from './xml';

/** Shared texts by number, gathered while sheets are written. */
export class SharedTexts {
  private readonly numbers = new Map<string, number>();
  private readonly items: string[] = [];
  private uses = 0;

  /** @param runs the fonts within it, where it has any: another item than the same text without them */
  number(text: string, runs: readonly TextRun[] | null = null): number {
    this.uses++;
    const content = runs && runsContent(runs);
    // A text of a cell cannot begin with this letter.
    const key = content === null ? text : `\u0000${content}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.items.length);
    this.items.push(content ?? `<t${spaceOf(text)}>${encodeXml(text)}</t>`);
    return this.items.length - 1;
  }

  part(): string {
    const items = this.items.map(item => `<si>${item}</si>`).join('');
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.uses}" uniqueCount="${this.items.length}">${items}</sst>`;
  }
}

export interface SheetWriting {
  readonly texts: SharedTexts;
  readonly styles: StyleTable;
  readonly isActive: boolean;
  readonly selection: readonly Area[];
  /** The element of the sheet's links. */
  readonly links: string;
  /** Relationship id of the sheet's drawing, or null. */
  readonly drawingId: string | null;
  /** Relationship ids of the sheet's tables, in order. */
  readonly tableIds: readonly string[];
}

/** Errors that files know; newer ones are stored as #VALUE! and come back on calculation. */
const storedErrors = new Set(['#N/A', '#VALUE!', '#DIV/0!', '#REF!', '#NAME?', '#NUM!', '#NULL!']);

export function writeSheet(sheet: Sheet, writing: SheetWriting): string {
  const kept = keptOfSheet(sheet);
  const raw = (name: KeptElement) => kept?.elements[name] ?? '';
  const used = sheet.usedArea(false);
  const rules = writeRules(sheet, writing.styles);
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" mc:Ignorable="x14ac xr">`,
    propertiesElement(sheet),
    `<dimension ref="${used ? formatAddress(used) : 'A1'}"/>`,
    viewElement(sheet, writing),
    formatElement(sheet, raw('sheetFormatPr')),
    columnsElement(sheet, used, writing.styles),
    dataElement(sheet, used, writing),
    protectionElement(sheet, kept?.protection ?? ''),
    raw('autoFilter'),
    mergesElement(sheet.merges),
    ...rules.plain,
    ...(kept?.graphicFormats ?? []).map((format, index) =>
      format.replace(/priority="\d+"/, `priority="${sheet.conditionalFormats.length + index + 1}"`),
    ),
    validationsElement(sheet.dataValidations),
    writing.links,
    pageSetupElements(sheet, kept?.elements ?? {}),
    rowBreaksElement(sheet.pageLayout),
    raw('colBreaks'),
    writing.drawingId === null ? '' : `<drawing r:id="${writing.drawingId}"/>`,
    raw('legacyDrawing'),
    tablePartsElement(writing.tableIds),
    rules.extension,
    '</worksheet>',
  ].join('');
}

function propertiesElement({ tabColor, pageLayout, rowOutline, columnOutline }: Sheet): string {
  const color = tabColor ? `<tabColor rgb="FF${tabColor.slice(1).toUpperCase()}"/>` : '';
  const summaries = attributes({
    summaryBelow: rowOutline.isSummaryAfter ? undefined : '0',
    summaryRight: columnOutline.isSummaryAfter ? undefined : '0',
  });
  const inside = color + (summaries && `<outlinePr${summaries}/>`) + fitElement(pageLayout);
  return inside === '' ? '' : `<sheetPr>${inside}</sheetPr>`;
}

/** The usual sizes of rows and columns, and how deep their groups go. */
function formatElement(sheet: Sheet, kept: string): string {
  const said = attributesIn(kept);
  return `<sheetFormatPr${attributes({
    ...said,
    defaultRowHeight: said.defaultRowHeight ?? 15,
    outlineLevelRow: depthOf(sheet.rowOutline) || undefined,
    outlineLevelCol: depthOf(sheet.columnOutline) || undefined,
  })}/>`;
}

function viewElement(sheet: Sheet, { isActive, selection }: SheetWriting): string {
  const percent = Math.round(sheet.zoom * 100);
  const view = attributes({
    showGridLines: sheet.showGridlines ? undefined : '0',
    tabSelected: isActive,
    zoomScale: percent === 100 ? undefined : percent,
    zoomScaleNormal: percent === 100 ? undefined : percent,
  });
  const { frozenRows, frozenColumns } = sheet;
  const isFrozen = frozenRows > 0 || frozenColumns > 0;
  const paneName =
    frozenRows > 0 && frozenColumns > 0 ? 'bottomRight' : frozenRows > 0 ? 'bottomLeft' : 'topRight';
  const pane = isFrozen
    ? `<pane${attributes({
        xSplit: frozenColumns || undefined,
        ySplit: frozenRows || undefined,
        topLeftCell: `${columnName(frozenColumns)}${frozenRows + 1}`,
        activePane: paneName,
        state: 'frozen',
      })}/>`
    : '';
  const first = selection[0];
  const selected = first
    ? `<selection${attributes({
        pane: isFrozen ? paneName : undefined,
        activeCell: `${columnName(first.column)}${first.row + 1}`,
        sqref: selection.map(area => formatAddress(area)).join(' '),
      })}/>`
    : '';
  return `<sheetViews><sheetView${view} workbookViewId="0">${pane}${selected}</sheetView></sheetViews>`;
}

/** Widths, hidden columns and styles of whole columns, where a column differs from the default. */
function columnsElement(sheet: Sheet, used: Area | null, styles: StyleTable): string {
  const last = Math.max(
    used ? used.column + used.columnCount - 1 : -1,
    ...sheet.columnWidths.keys(),
    ...sheet.hiddenColumns,
    ...linesOf(sheet.columnOutline),
  );
  let columns = '';
  for (let column = 0; column <= last; column++) {
    const width = sheet.columnWidths.get(column);
    // No cell is ever in the last row: what stands there is the column's own style.
    const style = styles.cell(sheet.style(maxRows - 1, column));
    const isHidden = sheet.hiddenColumns.has(column);
    const outline = outlineOf(sheet.columnOutline, column);
    if (width === undefined && !isHidden && style === 0 && !attributes(outline)) continue;
    columns += `<col${attributes({
      min: column + 1,
      max: column + 1,
      width: (width ?? 64) / 7,
      style: style || undefined,
      hidden: isHidden,
      customWidth: width !== undefined,
      ...outline,
    })}/>`;
  }
  return columns ? `<cols>${columns}</cols>` : '';
}

const linesOf = ({ levels, folded }: Outline): number[] => [...levels.keys(), ...folded];

const outlineOf = ({ levels, folded }: Outline, line: number) => ({
  outlineLevel: levels.get(line),
  collapsed: folded.has(line),
});

function dataElement(sheet: Sheet, used: Area | null, writing: SheetWriting): string {
  const rows: string[] = [];
  const ownRows = [...sheet.rowHeights.keys(), ...sheet.hiddenRows, ...linesOf(sheet.rowOutline)];
  const first = Math.min(used?.row ?? 0, ...ownRows);
  const last = Math.max(used ? used.row + used.rowCount - 1 : -1, ...ownRows);
  for (let row = first; row <= last; row++) {
    const { cells, fitted } = used ? rowCells(sheet, row, used, writing) : { cells: '', fitted: 0 };
    const height = sheet.rowHeights.get(row);
    const said = attributes({
      ht: (height ?? fitted) * 0.75 || undefined,
      customHeight: height !== undefined,
      hidden: sheet.hiddenRows.has(row),
      ...outlineOf(sheet.rowOutline, row),
    });
    if (cells || said) rows.push(`<row r="${row + 1}"${said}>${cells}</row>`);
  }
  return `<sheetData>${rows.join('')}</sheetData>`;
}

/** The cells of a row, and the pixels that the tallest of them asks for; 0 where a usual row will do. */
function rowCells(sheet: Sheet, row: number, used: Area, { texts, styles }: SheetWriting) {
  let cells = '';
  let fitted = 0;
  for (let column = used.column; column < used.column + used.columnCount; column++) {
    const value = sheet.value(row, column);
    const formula = sheet.formula(row, column);
    const look = sheet.style(row, column);
    const style = styles.cell(look);
    if (value === null && formula === null && style === 0) continue;
    fitted = Math.max(fitted, fittedHeight(sheet, row, column, look));
    const address = `${columnName(column)}${row + 1}`;
    const opening = `<c r="${address}"${style ? ` s="${style}"` : ''}`;
    if (formula !== null) cells += formulaCell(opening, address, sheet, row, column, formula, value);
    else if (typeof value === 'string')
      cells += `${opening} t="s"><v>${texts.number(value, runsOf(look, value))}</v></c>`;
    else cells += `${opening}${valueContent(value)}`;
  }
  return { cells, fitted };
}

/** A formula with its last value. Those that may spill are arrays with the cell mark by which Excel knows them as dynamic. */
function formulaCell(
  opening: string,
  address: string,
  sheet: Sheet,
  row: number,
  column: number,
  formula: string,
  value: CellValue,
): string {
  const table = sheet.tables.find(each => containsCell(each.area, row, column));
  const text = encodeXml(toStored(formula.slice(1), table?.name ?? null));
  const spill = sheet.spill(row, column);
  const isBlocked = isError(value) && value.error === '#SPILL!';
  const isLegacy = sheet.arrayFormula(row, column) !== null;
  const isDynamic = !isLegacy && (spill !== null || isBlocked || mayAnswerArray(formula));
  const element =
    isDynamic || isLegacy
      ? `<f t="array" ref="${spill ? formatAddress(spill.area) : address}">${text}</f>`
      : `<f>${text}</f>`;
  return `${opening}${isDynamic ? ' cm="1"' : ''}${valueContent(value, element)}`;
}

/** The rest of a cell after its address and style. */
function valueContent(value: CellValue, formula = ''): string {
  if (value === null) return formula ? `>${formula}</c>` : '/>';
  if (isError(value)) {
    const code = storedErrors.has(value.error) ? value.error : '#VALUE!';
    return ` t="e">${formula}<v>${code}</v></c>`;
  }
  if (typeof value === 'boolean') return ` t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number') return `>${formula}<v>${value}</v></c>`;
  return ` t="str">${formula}<v${spaceOf(value)}>${encodeXml(value)}</v></c>`;
}

function protectionElement(sheet: Sheet, kept: string): string {
  if (!sheet.isProtected) return '';
  if (/\ssheet="1"/.test(kept)) return `<sheetProtection${kept}/>`;
  const said = permissions.map(permission => {
    const [name, isAllowed] = [lockName(permission), sheet.permissions.has(permission)];
    if (name === 'objects' || name === 'scenarios') return isAllowed ? '' : ` ${name}="1"`;
    return isAllowed ? ` ${name}="0"` : '';
  });
  return `<sheetProtection sheet="1"${said.join('')}/>`;
}

function mergesElement(merges: readonly Area[]): string {
  if (merges.length === 0) return '';
  const cells = merges.map(area => `<mergeCell ref="${formatAddress(area)}"/>`).join('');
  return `<mergeCells count="${merges.length}">${cells}</mergeCells>`;
}

function tablePartsElement(ids: readonly string[]): string {
  if (ids.length === 0) return '';
  return `<tableParts count="${ids.length}">${ids.map(id => `<tablePart r:id="${id}"/>`).join('')}</tableParts>`;
}

const spaceOf = (text: string): string => (/^\s|\s$|\n|\s\s/.test(text) ? ' xml:space="preserve"' : '');

/** The names of a table's columns: what its header cells show. */
export function headerNames(sheet: Sheet, table: Table): string[] {
  return Array.from({ length: table.area.columnCount }, (_, offset) =>
    headerText(sheet, table.area.row, table.area.column + offset),
  );
}
