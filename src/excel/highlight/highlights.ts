import { isJoinedListName, isOurHighlight } from '../names';
import { askForLegend, deleteLegend, type Legend, loadLegend } from './legend';

/** The conditional formats of one sheet that Tiercel added. */
export interface SheetHighlights {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly formats: readonly Excel.ConditionalFormat[];
  readonly legend: Legend | null;
  /** What they know the columns of a joined list by. */
  readonly listNames: readonly Excel.NamedItem[];
}

async function sheetsToSearch(
  context: Excel.RequestContext,
  sheetId: string | null,
): Promise<Excel.Worksheet[]> {
  if (sheetId !== null) {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    sheet.load('id,name');
    await context.sync();
    return [sheet];
  }
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  await context.sync();
  return worksheets.items;
}

/** Find Tiercel's conditional formats on one sheet, or on all: those whose formula refers to the policy by name. */
export async function findHighlights(
  context: Excel.RequestContext,
  sheetId: string | null,
): Promise<SheetHighlights[]> {
  const sheets = await sheetsToSearch(context, sheetId);
  const collections = sheets.map(sheet => {
    const formats = sheet.getRange().conditionalFormats;
    formats.load('items/type,items/id');
    sheet.names.load('items/name');
    return { sheet, formats, mark: askForLegend(sheet) };
  });
  await context.sync();

  const custom = collections.map(({ sheet, formats, mark }) => ({
    sheet,
    legend: loadLegend(mark),
    listNames: sheet.names.items.filter(({ name }) => isJoinedListName(name)),
    // Asking a format of another type for its formula is an error in Excel.
    formats: formats.items.filter(format => format.type === Excel.ConditionalFormatType.custom),
  }));
  for (const { formats } of custom) for (const format of formats) format.custom.rule.load('formula');
  await context.sync();

  return custom.map(({ sheet, formats, legend, listNames }) => ({
    legend,
    listNames,
    sheetId: sheet.id,
    sheetName: sheet.name,
    formats: formats.filter(format => isOurHighlight(format.custom.rule.formula)),
  }));
}

/** Queue the deletion of highlights with their legends and names; the caller syncs. Gives how many there were. */
export function deleteHighlights(highlights: readonly SheetHighlights[]): number {
  const formats = highlights.flatMap(each => each.formats);
  for (const format of formats) format.delete();
  for (const { legend } of highlights) if (legend) deleteLegend(legend);
  for (const { listNames } of highlights) for (const name of listNames) name.delete();
  return formats.length;
}
