/** What must hold before anything is written: an action that Excel refuses half-way would leave its first half behind. */
import { areaAddress, withoutSheet } from './address';
import type { SheetBlock } from './contract';
import { findOwnSheets } from './ownSheets';
import { ExcelRefusal } from './problem';

/**
 * Give a block by the names that its sheet and its table have now, inside a batch of the caller: formulas that are written refer to it by them, and
 * Excel tells nobody when they change.
 *
 * @throws ExcelRefusal `sheetGone`
 */
export async function blockAsNamed(context: Excel.RequestContext, block: SheetBlock): Promise<SheetBlock> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(block.sheetId);
  sheet.load('name');
  if (block.tableName !== '') sheet.tables.load('items/name');
  await context.sync();
  if (sheet.isNullObject) throw new ExcelRefusal('sheetGone', { sheet: block.sheetName });
  const tableName = block.tableName === '' ? '' : await nameOfTable(context, sheet.tables, block);
  return { ...block, sheetName: sheet.name, tableName };
}

/** The table that the block was read from, by whatever name; `''` where its cells are plain ones by now. */
async function nameOfTable(
  context: Excel.RequestContext,
  { items }: Excel.TableCollection,
  { row, column }: SheetBlock,
): Promise<string> {
  const ranges = items.map(table => table.getRange().load('address'));
  await context.sync();
  const corner = areaAddress(row, column, 1, 1);
  const found = ranges.findIndex(({ address }) => withoutSheet(address).split(':')[0] === corner);
  return items[found]?.name ?? '';
}

/**
 * Make sure that the sheet of a block can be written on, inside a batch of the caller, and give the block by the names it has now.
 *
 * @throws ExcelRefusal `sheetGone`, `sheetProtected`
 */
export async function requireWritable(context: Excel.RequestContext, block: SheetBlock): Promise<SheetBlock> {
  const named = await blockAsNamed(context, block);
  await requireUnprotected(context, [context.workbook.worksheets.getItem(block.sheetId)]);
  return named;
}

/**
 * Make sure that nobody protected any of some sheets, inside a batch of the caller.
 *
 * @throws ExcelRefusal `sheetProtected`, which names the first that is
 */
export async function requireUnprotected(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
): Promise<void> {
  if (sheets.length === 0) return;
  for (const sheet of sheets) {
    sheet.load('name');
    sheet.protection.load('protected');
  }
  await context.sync();
  const shut = sheets.find(({ protection }) => protection.protected);
  if (shut) throw new ExcelRefusal('sheetProtected', { sheet: shut.name });
}

/**
 * Make sure that sheets can be added and removed, inside a batch of the caller.
 *
 * @throws ExcelRefusal `workbookProtected`
 */
export async function requireOpenStructure(context: Excel.RequestContext): Promise<void> {
  const { protection } = context.workbook;
  protection.load('protected');
  await context.sync();
  if (protection.protected) throw new ExcelRefusal('workbookProtected');
}

/**
 * Make sure that sheets of ours can be written and taken away, inside a batch of the caller.
 *
 * @param written Keys of those that will be written: none of them is protected, and where one is not there it can be added.
 * @param removed Keys of those that go where they are there.
 * @throws ExcelRefusal `sheetProtected`, `workbookProtected`
 */
export async function requireOwnWritable(
  context: Excel.RequestContext,
  written: readonly string[],
  removed: readonly string[] = [],
): Promise<void> {
  const own = new Map((await findOwnSheets(context)).map(({ key, sheet }) => [key.toLowerCase(), sheet]));
  const sheetOf = (key: string): Excel.Worksheet | undefined => own.get(key.toLowerCase());
  await requireUnprotected(
    context,
    written.flatMap(key => sheetOf(key) ?? []),
  );
  const isChanging = written.some(key => !sheetOf(key)) || removed.some(key => sheetOf(key));
  if (isChanging) await requireOpenStructure(context);
}
