import type { Language } from '../../i18n/language';
import type { Cell } from '../../risk/ledger/ledger';
import { type FoundSection, findSections } from '../../risk/policy/cells/policyCells';
import { fieldFormat, type PolicyRow } from '../../risk/policy/cells/policyFields';
import { policySections, type SectionId, sectionIds } from '../../risk/policy/cells/policySections';
import type { SectionEdits } from '../../risk/policy/draft/draftChanges';
import { type PolicyDraft, rowsOfSection } from '../../risk/policy/draft/policyDraft';
import type { Policy } from '../../risk/policy/policy';
import { bringToFront } from '../bringToFront';
import type { ExcelOutcome } from '../contract';
import { policySheetName } from '../names';
import { runAsOneStep } from '../oneStep';
import { ExcelRefusal, runExcel } from '../problem';
import { writtenCell } from '../writtenCell';
import { findPolicySheet, readPolicyCells, type SheetCells } from './findPolicySheet';
import { addToPolicyLog, findPolicyLog, isLogged, type LoggedChange, readPolicyLog } from './policyLog';
import { ensurePolicySheetIn } from './policySheet';

/** The policy sheet as the editor takes it up. */
export interface PolicyTables {
  readonly sheetId: string;
  readonly cells: readonly (readonly Cell[])[];
  /** The latest changes, newest first. */
  readonly log: readonly LoggedChange[];
}

/** Changes of the log that are shown in the pane; the sheet has them all. */
const shownChanges = 20;

/** Read the tables of the policy sheet for editing; null where the workbook has none yet. */
export function readPolicyTables(): Promise<ExcelOutcome<PolicyTables | null>> {
  return runExcel(async context => {
    const sheet = await findPolicySheet(context);
    if (!sheet) return null;
    sheet.load('id');
    const { cells } = await readPolicyCells(context, sheet);
    return { sheetId: sheet.id, cells, log: await readPolicyLog(context, sheet, shownChanges) };
  });
}

/** What is to be written: only what changed, and a line of the log for each cell. */
export interface PolicyWriting {
  /** What the sheet said when the draft was taken up. */
  readonly draft: PolicyDraft;
  readonly edits: readonly SectionEdits[];
  readonly changes: readonly LoggedChange[];
  /** In force until now: where the workbook has no policy sheet, it is made with this policy before it is edited. */
  readonly inForce: Policy;
}

/**
 * Write edits into the tables of the policy sheet: changed cells where they stand, rows as rows of their table, then the log. One step
 * to undo where Excel can group them.
 *
 * @returns The problem `policyChanged`, with nothing written, where the sheet no longer says what the draft was taken from.
 */
export function writePolicyEdits(writing: PolicyWriting): Promise<ExcelOutcome<void>> {
  let isBegun = false;
  return runAsOneStep(async context => {
    const { language } = writing.draft;
    await ensurePolicySheetIn(context, writing.inForce, language);
    const sheet = await findPolicySheet(context);
    if (!sheet) throw new ExcelRefusal('sheetGone', { sheet: policySheetName });
    const found = await readPolicyCells(context, sheet);
    const places = findSections(found.cells);
    if (isSheetAsTaken(places, writing)) {
      await queueEdits(context, sheet, found, places, writing);
      isBegun = true;
      await context.sync();
    }
    // Edits are one request: begun, and the sheet no longer as it was taken, they are written, and what came after was cut off.
    else if (!isBegun) throw new ExcelRefusal('policyChanged');
    else if (await isLogged(context, sheet, writing.changes)) return;
    await addToPolicyLog(context, sheet, writing.changes, language);
  });
}

function isSheetAsTaken(
  places: ReadonlyMap<SectionId, FoundSection>,
  { draft, edits }: PolicyWriting,
): boolean {
  const edited = new Set(edits.map(({ section }) => section));
  return sectionIds.every(id => {
    const place = places.get(id);
    // A table that an earlier version's sheet lacks is only needed where it is edited.
    return place ? isAsTaken(place, draft.sections[id].found) : !edited.has(id);
  });
}

/** Queue the edits of all tables, inside a batch of the caller, who syncs. */
async function queueEdits(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  found: SheetCells,
  places: ReadonlyMap<SectionId, FoundSection>,
  { draft, edits }: PolicyWriting,
): Promise<void> {
  const tables = await loadTables(context, edits);
  for (const ofSection of edits) writeCells(sheet, found, places.get(ofSection.section)!, ofSection);
  // From the lowest table up, so that no table moves before it is edited.
  const upwards = [...edits].sort(
    (one, other) => places.get(other.section)!.headerRow - places.get(one.section)!.headerRow,
  );
  for (const ofSection of upwards)
    editRows(tables, found, places.get(ofSection.section)!, ofSection, draft.language);
}

function isAsTaken(place: FoundSection, rows: readonly PolicyRow[]): boolean {
  const now = rowsOfSection(place);
  const isSameRow = (one: PolicyRow, other: PolicyRow) =>
    Object.keys(one).every(key => one[key] === (other[key] ?? ''));
  return now.length === rows.length && now.every((row, index) => isSameRow(row, rows[index]));
}

interface NativeTable {
  readonly table: Excel.Table;
  readonly body: Excel.Range;
}

/** The native tables of which rows come or go. */
async function loadTables(
  context: Excel.RequestContext,
  edits: readonly SectionEdits[],
): Promise<ReadonlyMap<SectionId, NativeTable>> {
  const changing = edits.filter(({ added, removed }) => added.length + removed.length > 0);
  const tables = changing.map(({ section }) => {
    const table = context.workbook.tables.getItemOrNullObject(policySections[section].table);
    table.load('id');
    return { section, table };
  });
  await context.sync();
  const gone = tables.find(({ table }) => table.isNullObject);
  if (gone) throw new ExcelRefusal('policyTableGone', { table: policySections[gone.section].table });
  const loaded = tables.map(({ section, table }) => {
    const body = table.getDataBodyRange();
    body.load('rowIndex,columnIndex,columnCount');
    return [section, { table, body }] as const;
  });
  await context.sync();
  return new Map(loaded);
}

function writeCells(
  sheet: Excel.Worksheet,
  found: SheetCells,
  place: FoundSection,
  { changed }: SectionEdits,
): void {
  for (const { row, column, cell } of changed) {
    const sheetRow = found.row + place.rows[row].row - 1;
    const sheetColumn = found.column + place.columns.get(column)!;
    sheet.getCell(sheetRow, sheetColumn).values = [[writtenCell(cell)]];
  }
}

/** New rows first, from the bottom up, then those that go: a table is never without a row. */
function editRows(
  tables: ReadonlyMap<SectionId, NativeTable>,
  found: SheetCells,
  place: FoundSection,
  { section, added, removed }: SectionEdits,
  language: Language,
): void {
  const native = tables.get(section);
  if (!native) return;
  const { table, body } = native;
  const indexOf = (row: number): number => found.row + place.rows[row].row - 1 - body.rowIndex;
  const insertions = added
    .map(({ below, rows }) => ({ at: below === null ? 0 : indexOf(below) + 1, rows }))
    .sort((one, other) => other.at - one.at);
  for (const { at, rows } of insertions) {
    table.rows.add(
      at,
      rows.map(() => Array<string>(body.columnCount).fill('')),
    );
    rows.forEach((cells, index) => {
      for (const [column, cell] of Object.entries(cells)) {
        const target = table
          .getDataBodyRange()
          .getCell(at + index, found.column + place.columns.get(column)! - body.columnIndex);
        target.numberFormat = [[fieldFormat(section, column, cells, language)]];
        target.values = [[writtenCell(cell)]];
      }
    });
  }
  const moved = (index: number): number =>
    insertions.reduce((now, { at, rows }) => (at <= index ? now + rows.length : now), index);
  for (const row of [...removed].sort((one, other) => other - one)) {
    table.rows.getItemAt(moved(indexOf(row))).delete();
  }
}

/** Bring the policy sheet to the front at a row of one of its tables, at the table's title where the row is not there. */
export function showPolicyRow(
  section: SectionId,
  row: number | null,
  column: string | null,
): Promise<ExcelOutcome<void>> {
  return runExcel(async context => {
    const sheet = await findPolicySheet(context);
    if (!sheet) throw new ExcelRefusal('sheetGone', { sheet: policySheetName });
    const found = await readPolicyCells(context, sheet);
    const place = findSections(found.cells).get(section);
    await bringToFront(context, sheet);
    if (place) {
      const sheetRow = (row === null ? undefined : place.rows[row]?.row) ?? place.headerRow;
      const across = (column === null ? undefined : place.columns.get(column)) ?? 0;
      sheet.getCell(found.row + sheetRow - 1, found.column + across).select();
    }
    await context.sync();
  });
}

/** Add changes that were made by hand to the log; nothing happens where the workbook has no policy sheet. */
export function logPolicyChanges(
  changes: readonly LoggedChange[],
  language: Language,
): Promise<ExcelOutcome<void>> {
  return runExcel(async context => {
    const sheet = await findPolicySheet(context);
    if (sheet) await addToPolicyLog(context, sheet, changes, language);
  });
}

/** Bring the log of changes to the front; nothing happens where there is none. */
export function showPolicyLog(): Promise<ExcelOutcome<void>> {
  return runExcel(async context => {
    const sheet = await findPolicySheet(context);
    const table = sheet && (await findPolicyLog(context, sheet));
    if (table === null) return;
    await bringToFront(context, table.worksheet);
    table.getHeaderRowRange().select();
    await context.sync();
  });
}

/** Find out which sheet is the policy's; null where the workbook has none. */
export function findPolicySheetId(): Promise<ExcelOutcome<string | null>> {
  return runExcel(async context => {
    const sheet = await findPolicySheet(context);
    if (!sheet) return null;
    sheet.load('id');
    await context.sync();
    return sheet.id;
  });
}
