import { currentLanguage } from '../../i18n/language';
import type { Field, Recognition } from '../../risk/ledger/ledger';
import { columnsInLargerUnits } from '../../risk/ledger/recognition/moneyUnit';
import type { BreachRule } from '../../risk/policy/policy';
import type { Assessment } from '../../risk/scoring/assessment';
import type { Slices } from '../../risk/slices';
import { columnLetters } from '../address';
import { findAddedColumns } from '../columns/addedColumns';
import type { ExcelOutcome, HighlightResult, SheetBlock } from '../contract';
import { inSlices } from '../inSlices';
import { runAsOneStep } from '../oneStep';
import { findPolicySheet } from '../policy/findPolicySheet';
import { ensurePolicySheetIn, queueAsOf, requirePolicyWritable } from '../policy/policySheet';
import { ExcelRefusal, runExcel } from '../problem';
import { blockAsNamed, requireWritable } from '../writable';
import { type RuleFormula, ruleFormula, type WrittenColumns } from './highlightRules';
import { deleteHighlights, findHighlights } from './highlights';
import { type HighlightedJoin, joinExcludes, joinedColumns } from './joinedColumns';
import { type DataColumns, dataColumns } from './ledgerFormula';
import { findLegendColumn, queueLegend } from './legend';
import { compareNativeSums } from './nativeSums';
import { severityColors, severityOrder } from './severityColors';

/** Where a date column holds more text than this share, native formulas see too little of it to be believed. */
const mostTextDates = 0.5;
const rowsInSlice = 16_384;
const dateFields: readonly Field[] = ['invoiceDate', 'dueDate', 'paidDate', 'contractEnd'];

async function writtenColumns(
  context: Excel.RequestContext,
  block: SheetBlock,
  firstRow: number,
): Promise<WrittenColumns | null> {
  const [columns] = await findAddedColumns(context, block.sheetId);
  if (!columns) return null;
  const cell = (offset: number) => `$${columnLetters(columns.range.columnIndex + offset)}${firstRow}`;
  return { score: cell(0), breaches: cell(2) };
}

/** Numbers from here on are days written with all their digits (20260331, 260331): as serial days they are centuries away. */
const leastWithDigits = 100_000;

/** Date columns that are mostly text, or digits: Excel compares these as what they are, so a rule over them would be wrong in silence. */
function* textDateFields(block: SheetBlock, recognition: Recognition): Slices<ReadonlySet<Field>> {
  const fields = new Set<Field>();
  for (const { field, column } of recognition.columns) {
    if (!dateFields.includes(field)) continue;
    let filled = 0;
    let text = 0;
    for (let row = recognition.headerRow + 1; row < block.cells.length; row += 1) {
      if (row % rowsInSlice === 0) yield;
      const cell = block.cells[row][column];
      if (cell === '' || cell === null) continue;
      filled += 1;
      if (typeof cell === 'string' || Number(cell) >= leastWithDigits) text += 1;
    }
    if (filled > 0 && text / filled > mostTextDates) fields.add(field);
  }
  return fields;
}

/** What the cells of a sheet, and of the list it is joined with, let formulas say. */
interface ReadableSheet {
  readonly columns: DataColumns;
  readonly unreadable: ReadonlySet<Field>;
  /** Customers whose cells formulas do not read as the engine does. */
  readonly differing: number;
}

function* lookThrough(
  block: SheetBlock,
  recognition: Recognition,
  assessment: Assessment,
  join: HighlightedJoin | null,
): Slices<ReadableSheet> {
  const hasCurrency = recognition.columns.some(({ field }) => field === 'currency');
  const isConverted = hasCurrency && assessment.policy.rates.length > 0;
  const sums = yield* compareNativeSums(block, recognition, assessment);
  const needsEngine =
    isConverted ||
    columnsInLargerUnits(recognition).length > 0 ||
    (join !== null && joinExcludes(join)) ||
    !sums.followCells;
  const ofLedger = yield* dataColumns(block, recognition, needsEngine);
  const joined = join && (yield* joinedColumns({ block, recognition }, join));
  return {
    columns: { ...ofLedger, ...(joined && { joined }) },
    unreadable: yield* textDateFields(block, recognition),
    differing: ofLedger.needsEngine ? 0 : sums.differing,
  };
}

/** The columns as they were, without those that a native formula cannot read. */
function readableColumns(columns: DataColumns, unreadable: ReadonlySet<Field>): DataColumns {
  return {
    ...columns,
    column: field => (unreadable.has(field) ? null : columns.column(field)),
    cell: field => (unreadable.has(field) ? null : columns.cell(field)),
  };
}

interface Plan {
  readonly formulas: readonly RuleFormula[];
  readonly skipped: HighlightResult['skipped'];
}

/** @param unfed - rules that no column of the sheet feeds: writing scores would not help them. */
function planRules(
  rules: readonly BreachRule[],
  unfed: ReadonlySet<string>,
  recognition: Recognition,
  columns: DataColumns,
  unreadable: ReadonlySet<Field>,
  written: WrittenColumns | null,
): Plan {
  const formulas: RuleFormula[] = [];
  const skipped: HighlightResult['skipped'][number][] = [];
  const readable = readableColumns(columns, unreadable);
  for (const rule of rules) {
    if (unfed.has(rule.id)) {
      skipped.push({ rule: rule.id, reason: 'noColumn' });
      continue;
    }
    const said = ruleFormula(rule, recognition, readable, written);
    if (typeof said !== 'string') {
      formulas.push(said);
      if (!rule.on) skipped.push({ rule: rule.id, reason: 'off' });
      continue;
    }
    const couldBeRead = typeof ruleFormula(rule, recognition, columns, written) !== 'string';
    skipped.push({ rule: rule.id, reason: couldBeRead ? 'textDates' : said });
  }
  return { formulas, skipped };
}

function addConditionalFormat(range: Excel.Range, { rule, formula }: RuleFormula): void {
  const { fill, font, bold } = severityColors[rule.severity];
  const format = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
  format.custom.rule.formula = formula;
  format.custom.format.fill.color = fill;
  format.custom.format.font.color = font;
  if (bold) format.custom.format.font.bold = true;
  format.stopIfTrue = true;
}

/** Name the columns of the joined list that formulas look up in, on the sheet of the formulas alone; highlights from before took theirs with them. */
function nameListColumns(
  sheet: Excel.Worksheet,
  formulas: readonly RuleFormula[],
  names: ReadonlyMap<string, string>,
): void {
  for (const [name, address] of names) {
    const mention = new RegExp(`\\b${name}\\b`);
    if (formulas.some(({ formula }) => mention.test(formula))) sheet.names.add(name, address);
  }
}

/** Put the mildest first: Excel puts each new format on top, so the worst ends up deciding. */
const mildestFirst = (formulas: readonly RuleFormula[]): RuleFormula[] =>
  [...formulas].sort(
    (one, other) => severityOrder.indexOf(other.rule.severity) - severityOrder.indexOf(one.rule.severity),
  );

/**
 * Highlight the breaches of the policy on the sheet: one native conditional format a rule and column, referring to the
 * policy's cells, so that they stay live for colleagues without the add-in. The policy sheet is created when missing;
 * highlights from before are replaced; a legend is written into free cells, no other cell's content changes. One step to undo: one request
 * where the policy sheet is there and nothing was highlighted, else grouped where Excel can.
 *
 * @param read - as it was read; the sheet may have another name by now.
 * @param join - the customer list that the ledger is joined with: its limits and contracts are looked up there.
 */
export function highlightSheet(
  read: SheetBlock,
  recognition: Recognition,
  assessment: Assessment,
  join: HighlightedJoin | null = null,
): Promise<ExcelOutcome<HighlightResult>> {
  return runAsOneStep(async context => {
    const block = await requireWritable(context, read);
    const { columns, unreadable, differing } = await inSlices(
      lookThrough(block, recognition, assessment, join && (await joinAsNamed(context, join))),
    );
    const written = await writtenColumns(context, block, columns.firstRow);
    const { formulas, skipped } = planRules(
      assessment.policy.rules,
      new Set(assessment.unchecked.map(({ rule }) => rule)),
      recognition,
      columns,
      unreadable,
      written,
    );
    if (formulas.length === 0) throw new ExcelRefusal('nothingToHighlight', { sheet: block.sheetName });

    await requirePolicyWritable(context, assessment.asOf);
    const settings = { ...assessment.policy.settings, asOf: assessment.asOf };
    await ensurePolicySheetIn(context, { ...assessment.policy, settings }, currentLanguage());
    const before = await findHighlights(context, block.sheetId);
    const sheet = context.workbook.worksheets.getItem(block.sheetId);
    const headerRow = block.row + Math.max(0, recognition.headerRow);
    const legendColumn = () => findLegendColumn(context, sheet, block.column + block.cells[0].length);
    // One that is there has to go before it is seen what is free.
    const hasLegend = before.some(({ legend }) => legend !== null);
    const free = hasLegend ? null : await legendColumn();
    await queueAsOf(context, assessment.asOf);
    deleteHighlights(before);
    if (columns.joined) nameListColumns(sheet, formulas, columns.joined.names);
    for (const planned of mildestFirst(formulas)) {
      for (const field of planned.fields) {
        const address = columns.column(field);
        if (address) addConditionalFormat(sheet.getRange(address), planned);
      }
    }
    if (free !== null) queueLegend(sheet, headerRow, free);
    await context.sync();
    if (hasLegend) {
      const freed = await legendColumn();
      if (freed !== null) queueLegend(sheet, headerRow, freed);
      await context.sync();
    }
    const added = formulas.filter(({ rule }) => rule.on).map(({ rule }) => rule.id);
    return { added, skipped, differing };
  });
}

async function joinAsNamed(
  context: Excel.RequestContext,
  { sheet, ...join }: HighlightedJoin,
): Promise<HighlightedJoin> {
  return { ...join, sheet: { ...sheet, block: await blockAsNamed(context, sheet.block) } };
}

/** Remove Tiercel's conditional formats from one sheet, or from all with null, as one step to undo; the user's own stay. */
export function clearHighlights(sheetId: string | null): Promise<ExcelOutcome<number>> {
  return runExcel(async context => {
    const count = deleteHighlights(await findHighlights(context, sheetId));
    await context.sync();
    return count;
  });
}

/**
 * Tell whether the sheet carries Tiercel's highlights, from this session or from an earlier one. Formats that were left
 * without the policy sheet they refer to show nothing, so they do not count.
 */
export function isHighlighted(sheetId: string): Promise<ExcelOutcome<boolean>> {
  return runExcel(async context => {
    if (!(await findPolicySheet(context))) return false;
    const [highlights] = await findHighlights(context, sheetId);
    return highlights.formats.length > 0;
  });
}
