import type { Language } from '../../i18n/language';
import { policySheetTexts } from '../../i18n/sheets/policySheet';
import type { Cell } from '../../risk/ledger/ledger';
import { policyColumnCount } from '../../risk/policy/cells/policySections';
import { areaAddress } from '../address';
import { printApart } from '../sheets/paper';
import { writtenCell } from '../writtenCell';

/** The table on the policy sheet that says what the numbers were before. */
const logTable = 'TiercelPolicyLog';
/** What earlier versions called it: also the name of their list of changed cells, on another sheet. */
const earlierLogTable = 'TiercelChanges';

/** One cell of the policy that was changed, in the pane or by hand while it was open. */
export interface LoggedChange {
  /** The moment, as an Excel serial in local time. */
  readonly when: number;
  /** Title of the table, name of the row, header of the column. */
  readonly section: string;
  readonly row: string;
  readonly column: string;
  readonly from: Cell;
  readonly to: Cell;
  /** How Excel writes the two. */
  readonly format: string;
}

const momentFormat = 'yyyy-mm-dd hh:mm';
/** The table begins beside the header of the first section: below it nothing of the policy is in its way. */
const headerRow = 3;
const columnWidths = [110, 130, 170, 150, 110, 110];
const fromColumn = 4;

/** Find the log of the policy sheet, inside a batch of the caller; null where it has none yet. */
export async function findPolicyLog(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<Excel.Table | null> {
  const tables = [logTable, earlierLogTable].map(name => sheet.tables.getItemOrNullObject(name).load('id'));
  await context.sync();
  return tables.find(table => !table.isNullObject) ?? null;
}

/** Read the latest changes, newest first, inside a batch of the caller. */
export async function readPolicyLog(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  limit: number,
): Promise<readonly LoggedChange[]> {
  const table = await findPolicyLog(context, sheet);
  if (table === null) return [];
  const body = table.getDataBodyRange();
  body.load('values,numberFormat');
  await context.sync();
  return body.values
    .map(
      ([when, section, row, column, from, to]: Cell[], index): LoggedChange => ({
        when: Number(when),
        section: String(section),
        row: String(row),
        column: String(column),
        from,
        to,
        format: String(body.numberFormat[index]?.[fromColumn] ?? ''),
      }),
    )
    .filter(({ when }) => when > 0)
    .slice(-limit)
    .reverse();
}

/** Whether the log ends with just these changes, inside a batch of the caller: of one that was cut off they may be written. */
export async function isLogged(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  changes: readonly LoggedChange[],
): Promise<boolean> {
  const placeOf = ({ section, row, column }: LoggedChange) => [section, row, column].join('\n');
  const latest = (await readPolicyLog(context, sheet, changes.length)).toReversed();
  return (
    changes.length > 0 &&
    changes.every((change, index) => {
      const last = latest[index];
      return last !== undefined && last.when === change.when && placeOf(last) === placeOf(change);
    })
  );
}

/** Add changes below those that are there, inside a batch of the caller; the table is made where the sheet has none. */
export async function addToPolicyLog(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  changes: readonly LoggedChange[],
  language: Language,
): Promise<void> {
  if (changes.length === 0) return;
  const table = await findPolicyLog(context, sheet);
  if (table === null) {
    await createLog(context, sheet, changes, language);
    return;
  }
  const body = table.getDataBodyRange();
  body.load('rowCount');
  await context.sync();
  table.rows.add(
    undefined,
    changes.map(() => columnWidths.map(() => '')),
  );
  const added = table
    .getDataBodyRange()
    .getCell(body.rowCount, 0)
    .getResizedRange(changes.length - 1, columnWidths.length - 1);
  writeChanges(added, changes);
  await context.sync();
}

async function createLog(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  changes: readonly LoggedChange[],
  language: Language,
): Promise<void> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('columnIndex,columnCount');
  await context.sync();
  // What somebody noted beside the policy is theirs: the log begins to the right of it.
  const filled = used.isNullObject ? 0 : used.columnIndex + used.columnCount;
  const column = Math.max(filled, policyColumnCount) + 1;
  const { title, headers } = policySheetTexts[language].log;
  const place = sheet.getRangeByIndexes(headerRow - 1, column, 1, 1);
  place.values = [[title]];
  place.format.font.bold = true;
  sheet.getRangeByIndexes(headerRow, column, 1, headers.length).values = [[...headers]];
  writeChanges(sheet.getRangeByIndexes(headerRow + 1, column, changes.length, headers.length), changes);
  const table = sheet.tables.add(areaAddress(headerRow, column, changes.length + 1, headers.length), true);
  table.name = logTable;
  table.showFilterButton = false;
  columnWidths.forEach((width, index) => {
    sheet.getRangeByIndexes(0, column + index, 1, 1).format.columnWidth = width;
  });
  printApart(sheet, [
    { column: 0, columnCount: column - 1 },
    { column, columnCount: headers.length },
  ]);
  await context.sync();
}

/** Formats first, so that a share is written as one; names that look like numbers stay the texts they are. */
function writeChanges(range: Excel.Range, changes: readonly LoggedChange[]): void {
  range.numberFormat = changes.map(({ format }) => [
    momentFormat,
    'General',
    'General',
    'General',
    format,
    format,
  ]);
  range.values = changes.map(({ when, section, row, column, from, to }) =>
    [when, section, row, column, from, to].map(writtenCell),
  );
  range.format.horizontalAlignment = 'Left';
}
