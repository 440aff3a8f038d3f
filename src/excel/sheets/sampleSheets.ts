import type { Language } from '../../i18n/language';
import type { ExcelOutcome } from '../contract';
import { ensureOwnSheet } from '../ownSheets';
import { runExcel } from '../problem';
import { writtenCells } from '../writtenCell';

/** One sheet of the sample, as `assets/sample.json` keeps it. */
export interface SampleSheet {
  /** Marks the sheet as ours, so that it goes with everything else. */
  readonly key: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly headers: Readonly<Record<Language, readonly string[]>>;
  /** A number format a column. */
  readonly formats: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Tell whether no sheet of the workbook holds anything. */
export function isWorkbookEmpty(): Promise<ExcelOutcome<boolean>> {
  return runExcel(async context => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id');
    await context.sync();
    const used = worksheets.items.map(sheet => sheet.getUsedRangeOrNullObject(true));
    for (const range of used) range.load('address');
    await context.sync();
    return used.every(range => range.isNullObject);
  });
}

/** Write the sample to sheets of its own and bring the first to the front; sheets that are there already are left as they are. */
export function insertSample(
  sheets: readonly SampleSheet[],
  language: Language,
): Promise<ExcelOutcome<void>> {
  return runExcel(async context => {
    for (const each of sheets) {
      const { sheet, isNew } = await ensureOwnSheet(context, each.key, each.title[language]);
      if (isNew) writeSample(sheet, each, language);
      if (each === sheets[0]) sheet.activate();
      await context.sync();
    }
  });
}

/** Widths that show the texts of a column, in points. */
const widths = { name: 180, other: 84 };

function writeSample(
  sheet: Excel.Worksheet,
  { key, headers, formats, rows }: SampleSheet,
  language: Language,
): void {
  const area = sheet.getRangeByIndexes(0, 0, rows.length + 1, formats.length);
  const body = sheet.getRangeByIndexes(1, 0, rows.length, formats.length);
  body.numberFormat = rows.map(() => [...formats]);
  area.values = writtenCells([headers[language], ...rows]);
  const table = sheet.tables.add(area, true);
  table.name = `Tiercel${key}`;
  formats.forEach((_, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = column === 0 ? widths.name : widths.other;
  });
  sheet.freezePanes.freezeRows(1);
}
