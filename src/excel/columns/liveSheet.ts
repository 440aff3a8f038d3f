import { textsOf } from '../../i18n/bilingual';
import type { Language } from '../../i18n/language';
import { liveColumnsTexts } from '../../i18n/sheets/liveColumns';
import { readingWords } from '../../i18n/sheets/readingWords';
import { textCell } from '../../risk/ownTable';
import { type Reading, statedFacts } from '../../risk/tiering/statedColumns';
import { absoluteAddress, areaAddress } from '../address';
import { formatCells } from '../formatCells';
import { liveRangeNames, liveSheetKey } from '../names';
import { ensureOwnSheet } from '../ownSheets';
import {
  cellReference,
  columnHeader,
  columnNumber,
  dataReference,
  type ReadRange,
  type TieringSources,
  tieringCell,
  tieringFormula,
} from './liveFormulas';
import { forgetRanges } from './removeLiveSheet';

/** A sheet that the formula reads, and how. */
export interface ReadSource {
  readonly range: ReadRange;
  readonly reading: Reading;
}

/** What a live answer comes from: the sheet itself, the list that is joined, and tables of ours as references; null for what there is not. */
export interface LiveSources {
  readonly data: ReadSource;
  readonly list: ReadSource | null;
  readonly matches: string | null;
  readonly reviews: string | null;
  readonly snapshots: string | null;
}

/** Right of the six columns that the formula fills, with one between. */
const firstReadingColumn = 7;
const readingWidth = 3;
const readingRow = 4;

/** The last column that the formula fills. */
const lineOfRow = 5;
const titleSize = 14;
/** In points: customer, exposure, score, tier, breaches, line, then what each sheet is read as. */
const widths = [210, 90, 54, 70, 420, 90, 24, 150, 90, 150, 24, 150, 90, 150];
/** By column of the formula's answer. */
const formats = [
  { column: 1, format: '#,##0.00' },
  { column: 2, format: '0.0' },
] as const;
/** Numbers for the lookups only. */
const quietInk = '#616161';

/** Rows that say how a sheet is read: facts, then each field with the number of its column and its header as formulas. */
function readingRows({ range, reading }: ReadSource, language: Language): (string | number)[][] {
  const words = readingWords();
  const facts = statedFacts(reading, words, language).map(([what, value]) => [
    what,
    typeof value === 'string' ? textCell(value) : value,
    '',
  ]);
  const columns = reading.recognition.columns.map(({ field, column }) => [
    words.fields[field][language],
    columnNumber(range, column),
    reading.recognition.headerRow < 0 ? '' : columnHeader(range, column),
  ]);
  return [...facts, ...columns];
}

/** Write how a sheet is read, and give the address of its first two columns. */
function writeReading(sheet: Excel.Worksheet, source: ReadSource, left: number, language: Language): string {
  const texts = textsOf(liveColumnsTexts);
  const rows = readingRows(source, language);
  sheet.getRangeByIndexes(readingRow - 1, left, 1, 1).values = [
    [textCell(texts.reads(source.range.block.sheetName))],
  ];
  sheet.getRangeByIndexes(readingRow, left, 1, readingWidth).values = [[...texts.headers]];
  sheet.getRangeByIndexes(readingRow + 1, left, rows.length, readingWidth).formulas = rows;
  sheet.getRangeByIndexes(readingRow - 1, left, 2, readingWidth).format.font.bold = true;
  return absoluteAddress(areaAddress(readingRow + 1, left, rows.length, 2));
}

/**
 * Write the sheet with the one formula that live columns look up in, inside a batch of the caller: added where there is none for these
 * columns, else written anew in its place.
 *
 * @param columnsName The name that marks the columns.
 * @returns The sheet's name.
 */
export async function writeLiveSheet(
  context: Excel.RequestContext,
  columnsName: string,
  sources: LiveSources,
  language: Language,
): Promise<{ readonly sheet: Excel.Worksheet; readonly sheetName: string }> {
  const texts = textsOf(liveColumnsTexts);
  const own = await ensureOwnSheet(context, liveSheetKey(columnsName), texts.sheetTitle);
  const { sheet } = own;
  if (!own.isNew) sheet.getRange().clear();
  const { block } = sources.data.range;
  sheet.getRangeByIndexes(0, 0, 1, 1).values = [[textCell(texts.lead(block.sheetName))]];
  sheet.getRangeByIndexes(1, 0, texts.lines.length, 1).values = texts.lines.map(line => [line]);
  sheet.getRangeByIndexes(0, 0, 1, 1).format.font.bold = true;
  sheet.getRangeByIndexes(0, 0, 1, 1).format.font.size = titleSize;
  for (const [column, width] of widths.entries())
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;

  for (const { column, format } of formats)
    formatCells(sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn(), format);
  sheet.getRangeByIndexes(0, lineOfRow, 1, 1).getEntireColumn().format.font.color = quietInk;

  const { data, list, ...tables } = sources;
  const listLeft = firstReadingColumn + readingWidth + 1;
  const names = liveRangeNames(columnsName);
  await forgetRanges(context, columnsName);
  context.workbook.names.add(names.data, `=${dataReference(data.range)}`);
  if (list) context.workbook.names.add(names.list, `=${dataReference(list.range)}`);
  const emptyCell = cellReference(own.sheetName, tieringCell.row, firstReadingColumn - 1);
  for (const table of ['matches', 'reviews', 'snapshots'] as const)
    context.workbook.names.add(names[table], `=${tables[table] ?? emptyCell}`);
  const references: TieringSources = {
    ...names,
    columns: writeReading(sheet, data, firstReadingColumn, language),
    list: list && names.list,
    listColumns: list && writeReading(sheet, list, listLeft, language),
  };
  const anchor = sheet.getRangeByIndexes(tieringCell.row, tieringCell.column, 1, 1);
  const header = anchor.getResizedRange(0, lineOfRow);
  header.format.font.bold = true;
  anchor.formulas = [[tieringFormula(references)]];
  sheet.freezePanes.freezeRows(tieringCell.row + 1);
  await context.sync();
  return { sheet, sheetName: own.sheetName };
}
