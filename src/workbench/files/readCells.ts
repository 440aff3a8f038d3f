/** The cells of a worksheet part. A scanner rather than a parser: a ledger is a million elements of two kinds. */
import { columnIndex, maxColumns } from '../book/address';
import type { TextRun } from '../book/cellStyle';
import { errorFromCode } from '../book/errorValue';
import type { Area, CellInput } from '../book/types';
import { shiftReferences } from './formulaText';
import { isoSerial } from './isoDate';
import { readRuns } from './richText';
import { literalText, SheetContent } from './sheetContent';
import { fromStored } from './storedFormula';
import { decodeCellText, decodeXml } from './xml';

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** What is known while reading a sheet from top to bottom. */
interface Reading {
  readonly shared: SharedItems;
  readonly theme: readonly string[];
  readonly sharedFormulas: Map<string, SharedFormula>;
  /** Cells that an array formula fills, by `cellKey`: their stored values come from the formula again. */
  readonly filled: Set<number>;
  readonly date1904: boolean;
}

/** The texts that cells share, by number, and the runs of those with fonts within them. */
export interface SharedItems {
  readonly texts: readonly string[];
  readonly runs: ReadonlyMap<number, readonly TextRun[]>;
}

/** The shared texts of a workbook; readings of East Asian names are left out. */
export function readSharedTexts(xml: string, theme: readonly string[]): SharedItems {
  const texts: string[] = [];
  const runs = new Map<number, readonly TextRun[]>();
  for (const item of xml.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)) {
    const content = item[1] ?? '';
    const own = readRuns(content, theme);
    if (own) runs.set(texts.length, own);
    texts.push(textOf(content));
  }
  return { texts, runs };
}

/** Read the cells of a worksheet part; `sheetData` must have no namespace prefix. */
export function readCells(
  xml: string,
  shared: SharedItems,
  theme: readonly string[],
  date1904: boolean,
): SheetContent {
  const cells = new SheetContent();
  const reading: Reading = { shared, theme, sharedFormulas: new Map(), filled: new Set(), date1904 };
  const start = xml.indexOf('<sheetData');
  const end = xml.indexOf('</sheetData>');
  if (start < 0 || end < 0) return cells;
  const data = xml.slice(start + '<sheetData'.length, end);
  const tag = /<(row|c)\b([^>]*?)(\/?)>/g;
  let row = -1;
  let column = -1;
  for (let found = tag.exec(data); found; found = tag.exec(data)) {
    const [, name, attributes, closed] = found as unknown as [string, string, string, string];
    if (name === 'row') {
      row = Number(attributeOf(attributes, 'r') ?? row + 2) - 1;
      column = -1;
      continue;
    }
    const address = attributeOf(attributes, 'r');
    column = address ? columnIndex(/^[A-Za-z]*/.exec(address)![0]) : column + 1;
    const style = Number(attributeOf(attributes, 's') ?? 0);
    let content = '';
    if (!closed) {
      const close = data.indexOf('</c>', tag.lastIndex);
      content = data.slice(tag.lastIndex, close < 0 ? data.length : close);
      tag.lastIndex = close < 0 ? data.length : close + '</c>'.length;
    }
    const type = attributeOf(attributes, 't') ?? 'n';
    const array = content.includes('array') ? arrayAt(content, attributes, row, column) : null;
    const input = readInput(content, type, row, column, reading);
    if (array && typeof input === 'string') cells.putArray(array, input);
    cells.put(row, column, array ? null : input, style);
    const runs = type === 's' || type === 'inlineStr' ? runsIn(content, type, reading) : null;
    if (runs) cells.putRuns(row, column, runs);
  }
  return cells;
}

function readInput(content: string, type: string, row: number, column: number, reading: Reading): CellInput {
  if (content === '' || reading.filled.has(cellKey(row, column))) return null;
  const formula = readFormula(content, row, column, reading);
  if (formula !== null) return formula;
  if (type === 'inlineStr') return literalText(textOf(content));
  const stored = /<v\b[^>]*>([^<]*)<\/v>/.exec(content)?.[1];
  if (stored === undefined) return null;
  switch (type) {
    case 's':
      return sharedText(reading.shared.texts[Number(stored)]);
    case 'str':
      return literalText(decodeCellText(decodeXml(stored))) || null;
    case 'b':
      return stored.trim() === '1' || stored.trim() === 'true';
    case 'e':
      return errorFromCode(decodeXml(stored).trim()) ?? errorFromCode('#VALUE!');
    case 'd':
      // Files in the strict dialect hold dates as ISO text.
      return isoSerial(stored, reading.date1904);
    default:
      return stored.trim() === '' || Number.isNaN(Number(stored)) ? null : Number(stored);
  }
}

/** A cell that holds the empty text is filled, as for COUNTA: not the same as an empty one. */
function sharedText(text: string | undefined): CellInput {
  if (text === undefined) return null;
  return text === '' ? "'" : literalText(text);
}

function runsIn(content: string, type: string, { shared, theme }: Reading): readonly TextRun[] | null {
  if (type === 'inlineStr') return readRuns(content, theme);
  if (shared.runs.size === 0) return null;
  return shared.runs.get(Number(/<v\b[^>]*>([^<]*)<\/v>/.exec(content)?.[1])) ?? null;
}

function readFormula(content: string, row: number, column: number, reading: Reading): string | null {
  const found = /<f\b([^>]*?)(?:\/>|>([^<]*)<\/f>)/.exec(content);
  if (!found) return null;
  const attributes = found[1];
  const text = decodeXml(found[2] ?? '').trim();
  const kind = attributeOf(attributes, 't');
  if (kind === 'dataTable') return null;
  if (kind === 'array') markFilled(attributeOf(attributes, 'ref') ?? '', row, column, reading.filled);
  if (kind !== 'shared') return text === '' ? null : `=${fromStored(text)}`;
  const number = attributeOf(attributes, 'si') ?? '';
  if (text !== '') {
    reading.sharedFormulas.set(number, { text, row, column });
    return `=${fromStored(text)}`;
  }
  const master = reading.sharedFormulas.get(number);
  return master
    ? `=${fromStored(shiftReferences(master.text, row - master.row, column - master.column))}`
    : null;
}

/** The cells of a formula that was entered over several with Ctrl+Shift+Enter; null for any other. */
function arrayAt(content: string, ofCell: string, row: number, column: number): Area | null {
  const ofFormula = /<f\b([^>]*)>/.exec(content)?.[1] ?? '';
  // A cell with metadata holds a dynamic array, which takes the room that it needs.
  const isDynamic = attributeOf(ofCell, 'cm') !== undefined;
  if (isDynamic || attributeOf(ofFormula, 't') !== 'array') return null;
  const corner = cornerOf(attributeOf(ofFormula, 'ref') ?? '');
  return corner && { row, column, rowCount: corner.row - row + 1, columnCount: corner.column - column + 1 };
}

/** The last cell of an area of several. */
function cornerOf(reference: string): { readonly row: number; readonly column: number } | null {
  const corner = /:\$?([A-Z]+)\$?(\d+)$/i.exec(reference);
  return corner && { row: Number(corner[2]) - 1, column: columnIndex(corner[1]) };
}

const cellKey = (row: number, column: number): number => row * maxColumns + column;

/** The values stored in the other cells of an array are its own answers. */
function markFilled(reference: string, row: number, column: number, filled: Set<number>): void {
  const corner = cornerOf(reference);
  if (!corner) return;
  for (let below = row; below <= corner.row; below++)
    for (let right = column; right <= corner.column; right++)
      if (below !== row || right !== column) filled.add(cellKey(below, right));
}

/** Join the texts of a string item, without the phonetic runs that give a reading. */
function textOf(item: string): string {
  const withoutReadings = item.includes('<rPh') ? item.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '') : item;
  let text = '';
  for (const part of withoutReadings.matchAll(/<t\b[^>]*?(?:\/>|>([^<]*)<\/t>)/g)) text += part[1] ?? '';
  return decodeCellText(decodeXml(text));
}

const attributePatterns: Readonly<Record<string, RegExp>> = Object.fromEntries(
  ['r', 's', 't', 'ref', 'si', 'cm'].map(name => [
    name,
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`),
  ]),
);

const attributeOf = (attributes: string, name: string): string | undefined =>
  attributePatterns[name].exec(attributes)?.[1];
