import type { Language } from '../../i18n/language';
import { withAsOf } from '../../risk/policy/withAsOf';
import type { Assessment } from '../../risk/scoring/assessment';
import { columnLetters } from '../address';
import type { ExcelOutcome, SheetBlock, TypedOver } from '../contract';
import { liveSheetKey } from '../names';
import { runAsOneStep } from '../oneStep';
import { ensurePolicySheetIn, queueAsOf, requirePolicyWritable } from '../policy/policySheet';
import { runExcel } from '../problem';
import { blockAsNamed, requireWritable } from '../writable';
import { checkLiveCells, type LiveCheck, type LiveSheetName } from './checkLiveColumns';
import { lookupFormula } from './liveFormulas';
import { writeLiveSheet } from './liveSheet';
import { type FoundSources, findLiveSources, type LiveObstacle, type LiveRequest } from './liveSources';
import { rowsBetween } from './typedOver';
import {
  type BegunColumns,
  type ColumnHeaders,
  type ColumnPlace,
  columnCount,
  finishColumns,
  placeColumns,
  withoutTypedOver,
} from './writeColumns';

/** What became of live columns. */
export type LiveResult =
  | { readonly kind: 'impossible'; readonly obstacle: LiveObstacle }
  | {
      readonly kind: 'written';
      /** Of the columns, header included, without the sheet. */
      readonly address: string;
      /** The sheet they look up in. */
      readonly liveSheet: LiveSheetName;
      /** None stood there before. */
      readonly isNew: boolean;
      /** Cells that stayed as the user typed them. */
      readonly typedOver: TypedOver;
      readonly check: LiveCheck;
    };

/**
 * Write Score, Tier and Breaches as formulas into the three free columns right of the data, with a sheet of ours whose one formula they look
 * up in; columns written before are replaced. As-of date and policy are cells of the policy sheet, which is added where it is missing. One step to
 * undo where Excel can group them. Afterwards what they show is read back and held against the pane.
 */
export async function writeLiveColumns(
  request: LiveRequest,
  assessment: Assessment,
  headers: ColumnHeaders,
  language: Language,
): Promise<ExcelOutcome<LiveResult>> {
  const written = await writeFormulas(request, assessment, headers, language);
  if (!written.ok) return written;
  const { value } = written;
  if ('obstacle' in value) return { ok: true, value: { kind: 'impossible', obstacle: value.obstacle } };
  // Not within the step: Excel may calculate for seconds.
  return checkWritten(value, request, assessment);
}

/** Where live columns stand now. */
interface WrittenFormulas
  extends Pick<ColumnPlace, 'top' | 'left' | 'rowCount' | 'address' | 'isNew' | 'typedOver'> {
  readonly liveSheet: LiveSheetName;
}

function writeFormulas(
  request: LiveRequest,
  assessment: Assessment,
  headers: ColumnHeaders,
  language: Language,
): Promise<ExcelOutcome<WrittenFormulas | { readonly obstacle: LiveObstacle }>> {
  const begun: BegunColumns = {};
  let sources: FoundSources | null = null;
  return runAsOneStep(async context => {
    const { recognition } = request.data;
    const block = await requireWritable(context, request.data.block);
    // Once: run again, columns that were written before may no longer be told from the data.
    sources ??= await findLiveSources(context, await asNamed(context, request, block), assessment.policy);
    if ('obstacle' in sources) return sources;
    await requirePolicyWritable(context, assessment.asOf);
    const place = await placeColumns(context, block, recognition, 'live', begun);
    await ensurePolicy(context, assessment, language);
    const { sheetName } = await writeLiveSheet(context, place.name, sources.found, language);
    writeCells(place, headers, sheetName);
    await finishColumns(context, block, place);
    const { top, left, rowCount, address, isNew, typedOver } = place;
    const liveSheet = { key: liveSheetKey(place.name), name: sheetName };
    return { top, left, rowCount, address, isNew, typedOver, liveSheet };
  });
}

/** Formulas refer to the sheets by the names they have now. */
async function asNamed(
  context: Excel.RequestContext,
  { data, list, ...request }: LiveRequest,
  block: SheetBlock,
): Promise<LiveRequest> {
  return {
    ...request,
    data: { ...data, block },
    list: list && { ...list, block: await blockAsNamed(context, list.block) },
  };
}

function checkWritten(
  { top, left, rowCount, address, isNew, typedOver, liveSheet }: WrittenFormulas,
  { data }: LiveRequest,
  assessment: Assessment,
): Promise<ExcelOutcome<LiveResult>> {
  return runExcel(async context => {
    await calculate(context);
    const { worksheets } = context.workbook;
    const sheet = worksheets.getItem(data.block.sheetId);
    const cells = sheet.getRangeByIndexes(top + 1, left, rowCount - 1, columnCount);
    const live = worksheets.getItem(liveSheet.name);
    const { check } = await checkLiveCells(context, live, cells, data, assessment);
    return { kind: 'written', address, liveSheet, isNew, typedOver, check };
  });
}

/** Queue the writing of headers and lookups, but for the cells that the user typed over. */
function writeCells(
  { sheet, top, left, rowCount, typedOver }: ColumnPlace,
  headers: ColumnHeaders,
  liveSheet: string,
): void {
  const row = [headers.score, headers.tier, headers.breaches];
  const header = sheet.getRangeByIndexes(top, left, 1, columnCount);
  header.values = withoutTypedOver([row], top, left, typedOver.cells);
  for (let verdict = 0; verdict < columnCount; verdict += 1) {
    const column = left + verdict;
    const formula = lookupFormula(liveSheet, `$${columnLetters(column)}$${top + 1}`, verdict);
    const rows = typedOver.cells
      .filter(cell => cell.column === column && cell.row > top && cell.row < top + rowCount)
      .map(cell => cell.row - top - 1);
    for (const { first, last } of rowsBetween(rows, rowCount - 1))
      fill(sheet.getRangeByIndexes(top + 1 + first, column, last - first + 1, 1), formula);
  }
}

/** One text for all cells of a range: Office.js takes it alone, and a request that repeats it would be too large. */
function fill(cells: Excel.Range, formula: string): void {
  (cells as { formulas: unknown }).formulas = formula;
}

/** Where Excel calculates on request only, what was just written would be compared as it was before. */
async function calculate(context: Excel.RequestContext): Promise<void> {
  const { application } = context;
  application.load('calculationMode');
  await context.sync();
  if (application.calculationMode !== Excel.CalculationMode.automatic)
    application.calculate(Excel.CalculationType.recalculate);
}

async function ensurePolicy(
  context: Excel.RequestContext,
  { policy, asOf }: Assessment,
  language: Language,
): Promise<void> {
  await ensurePolicySheetIn(context, withAsOf(policy, asOf), language);
  await queueAsOf(context, asOf);
}
