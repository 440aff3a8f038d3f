import { wholeSheet } from './address';
import { bringToFront } from './bringToFront';
import type { ExcelOutcome } from './contract';
import { findMarks } from './definedNames';
import { isOwnSheetName, ownSheetPrefix } from './names';
import { runExcel } from './problem';

/** A sheet that Tiercel added, found by the name that marks it, whatever the user calls the sheet by now. */
export interface OwnSheet {
  /** What it is for: `Report`, `Snapshots`, `Collection`, `Statement_3` … */
  readonly key: string;
  readonly sheet: Excel.Worksheet;
  readonly sheetName: string;
  readonly mark: Excel.NamedItem;
}

/** Find the sheets that Tiercel added, inside a batch of the caller; marks whose sheet is gone are deleted on the way. */
export async function findOwnSheets(context: Excel.RequestContext): Promise<OwnSheet[]> {
  const marks = await findMarks(context, isOwnSheetName, 'worksheet/id,worksheet/name');
  return marks.map(({ mark, range }) => ({
    key: mark.name.slice(ownSheetPrefix.length),
    sheet: context.workbook.worksheets.getItem(range.worksheet.id),
    sheetName: range.worksheet.name,
    mark,
  }));
}

/** Find the sheet of ours that serves a purpose, inside a batch of the caller; null where there is none. */
export async function findOwnSheet(context: Excel.RequestContext, key: string): Promise<OwnSheet | null> {
  const wanted = key.toLowerCase();
  return (await findOwnSheets(context)).find(own => own.key.toLowerCase() === wanted) ?? null;
}

/**
 * Find the sheet of ours that serves a purpose, or add it behind all others, inside a batch of the caller. A sheet of the user's that
 * has the title already keeps it: ours is then numbered. The sheet in front stays there.
 *
 * @param key Letters, digits and `_`: it becomes part of a defined name.
 * @param title What the sheet is called when it is added, at most 31 characters, without []:*?/\
 * @example const { sheet, isNew } = await ensureOwnSheet(context, 'Report', 'Tiercel Report')
 */
export async function ensureOwnSheet(
  context: Excel.RequestContext,
  key: string,
  title: string,
): Promise<{ readonly sheet: Excel.Worksheet; readonly sheetName: string; readonly isNew: boolean }> {
  const found = await findOwnSheet(context, key);
  if (found) return { sheet: found.sheet, sheetName: found.sheetName, isNew: false };

  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const sheetName = freeSheetName(
    title,
    worksheets.items.map(sheet => sheet.name),
  );
  const sheet = worksheets.add(sheetName);
  context.workbook.names.add(`${ownSheetPrefix}${key}`, wholeSheet(sheetName));
  await context.sync();
  return { sheet, sheetName, isNew: true };
}

/** Bring a sheet of ours to the front; nothing happens where it is gone. */
export function showOwnSheet(key: string): Promise<ExcelOutcome<void>> {
  return runExcel(async context => {
    const own = await findOwnSheet(context, key);
    if (own) await bringToFront(context, own.sheet);
    await context.sync();
  });
}

/** Queue the deletion of sheets of ours with their marks; the caller syncs. */
export function deleteOwnSheets(sheets: readonly OwnSheet[]): void {
  for (const { sheet, mark } of sheets) {
    // In this order: of a sheet that Excel does not delete it stays known that it is ours.
    sheet.delete();
    mark.delete();
  }
}

const longestSheetName = 31;

function freeSheetName(title: string, taken: readonly string[]): string {
  const used = new Set(taken.map(name => name.toLowerCase()));
  const plain = title.replaceAll(/[[\]:*?/\\]/g, ' ').trim();
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` (${number})`;
    const name = `${plain.slice(0, longestSheetName - ending.length)}${ending}`;
    if (!used.has(name.toLowerCase())) return name;
  }
}
