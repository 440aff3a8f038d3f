/** Where the one formula of live columns finds what an answer comes from; or why it cannot. */
import { dateSystemOf } from '../../risk/ledger/cells/dateSystem';
import type { BreachRuleId, Policy } from '../../risk/policy/policy';
import { absoluteAddress, quoteSheet, withoutSheet } from '../address';
import type { UnderstoodBlock } from '../contract';
import { findOwnSheet } from '../ownSheets';
import { findAddedColumns } from './addedColumns';
import type { LiveSources, ReadSource } from './liveSheet';
import { widthWithoutOurs } from './writeColumns';

/** What the pane's answer comes from. */
export interface LiveRequest {
  readonly data: UnderstoodBlock;
  /** The currency the user chose; null where the sheet decides. */
  readonly currency: string | null;
  readonly list: UnderstoodBlock | null;
}

/** Why an answer cannot be said in formulas. */
export type LiveObstacle =
  /** Excel knows no formulas that fill several cells. */
  | { readonly kind: 'excelTooOld' }
  /** A column that counts stands right of the written ones: the formula would read its own answer. */
  | { readonly kind: 'columnBeyond'; readonly header: string; readonly sheet: string }
  /** Excel hands an add-in only so much at once. */
  | { readonly kind: 'tooLarge'; readonly sheet: string; readonly cells: number; readonly most: number };

/**
 * Excel on the web hands an add-in at most 5 MB at once; a cell of a ledger takes some 12 bytes of it, and room is left for longer texts.
 */
const mostCells = 300_000;

/** Rows below a plain range that count when something is added there: a month of a busy ledger, at no cost that is felt. */
export const mostSpareRows = 1_000;

/** Office.js has spilled ranges since this version of its Excel API. */
const spillApi = '1.12';

/** What an answer comes from, or why it cannot be said in formulas. */
export type FoundSources = { readonly found: LiveSources } | { readonly obstacle: LiveObstacle };

/** Find the sources of an answer as formulas refer to them, inside a batch of the caller. */
export async function findLiveSources(
  context: Excel.RequestContext,
  { data, currency, list }: LiveRequest,
  policy: Policy,
): Promise<FoundSources> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', spillApi))
    return { obstacle: { kind: 'excelTooOld' } };
  const source = await sourceOf(context, data, currency);
  if ('obstacle' in source) return source;
  const listSource = list && (await sourceOf(context, list, null));
  if (listSource && 'obstacle' in listSource) return listSource;
  const matches = list && (await recordsOf(context, 'Matches'));
  const reviews = await recordsOf(context, 'Reviews');
  const snapshots = await recordsOf(context, 'Snapshots');
  const isTooLong = snapshots !== null && snapshots.cells > mostCells;
  if (isTooLong && isOn(policy, 'scoreFall'))
    return { obstacle: tooLarge(snapshots.sheetName, snapshots.cells) };
  return {
    found: {
      data: source.found,
      list: listSource?.found ?? null,
      matches: matches?.reference ?? null,
      reviews: reviews?.reference ?? null,
      snapshots: isTooLong ? null : (snapshots?.reference ?? null),
    },
  };
}

const isOn = ({ rules }: Policy, id: BreachRuleId): boolean => rules.some(rule => rule.id === id && rule.on);

const tooLarge = (sheet: string, cells: number): LiveObstacle => ({
  kind: 'tooLarge',
  sheet,
  cells,
  most: mostCells,
});

async function sourceOf(
  context: Excel.RequestContext,
  { block, recognition }: UnderstoodBlock,
  currency: string | null,
): Promise<{ readonly found: ReadSource } | { readonly obstacle: LiveObstacle }> {
  const width = widthWithoutOurs(block, await findAddedColumns(context, block.sheetId));
  const beyond = recognition.columns.find(({ column }) => column >= width);
  if (beyond) {
    return { obstacle: { kind: 'columnBeyond', header: beyond.header, sheet: block.sheetName } };
  }
  const cells = block.cells.length * width;
  if (cells > mostCells) return { obstacle: tooLarge(block.sheetName, cells) };
  const { headerRow } = recognition;
  // Below what the user selected may stand what is no data.
  const room = Math.floor((mostCells - cells) / width);
  const spareRows = block.source === 'usedRange' ? Math.min(mostSpareRows, room) : 0;
  return {
    found: {
      range: { block, headerRow, width, spareRows },
      reading: { recognition, currency, dateSystem: dateSystemOf(block) },
    },
  };
}

interface Records {
  readonly reference: string;
  readonly sheetName: string;
  readonly cells: number;
}

/** Refer to a table that Tiercel keeps on a sheet of its own; to the filled cells where somebody made plain cells of it. */
async function recordsOf(context: Excel.RequestContext, key: string): Promise<Records | null> {
  const own = await findOwnSheet(context, key);
  if (own === null) return null;
  const { sheet, sheetName } = own;
  sheet.tables.load('items/name');
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('address,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject) return null;
  const [table] = sheet.tables.items;
  const absolute = absoluteAddress(withoutSheet(used.address));
  return {
    reference: table ? `${table.name}[#All]` : `${quoteSheet(sheetName)}!${absolute}`,
    sheetName,
    cells: used.rowCount * used.columnCount,
  };
}
