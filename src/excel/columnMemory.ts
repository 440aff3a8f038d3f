import { columnMemoryTexts, memoryWords } from '../i18n/columnMemory';
import type { Language } from '../i18n/language';
import {
  memoryColumns,
  memoryEdits,
  memoryOfSheet,
  readMemories,
  type SheetMemory,
} from '../risk/ledger/recognition/columnMemory';
import type { ExcelOutcome } from './contract';
import { editMemoryTable, type MemoryTable, readMemoryTable } from './memoryTable';
import { runExcel } from './problem';

const columnTable: MemoryTable<keyof typeof memoryColumns> = {
  key: 'Columns',
  tableName: 'TiercelColumns',
  columns: memoryColumns,
  widths: [160, 190, 260],
};

/** Read what is remembered of the workbook's sheets; nothing where nobody corrected anything yet. */
export function readColumnMemory(): Promise<ExcelOutcome<SheetMemory[]>> {
  return runExcel(async context => readMemories(await readMemoryTable(context, columnTable), memoryWords()));
}

/**
 * Remember what was said of a sheet in the table of the sheet `Tiercel Columns`, which is added when it is missing. Rows that say it already
 * stay, others are changed or added; nothing is deleted.
 *
 * @param change Is given what is remembered of that sheet by now.
 * @returns Whether the sheet was added.
 */
export function rememberColumns(
  sheetName: string,
  change: (before: SheetMemory) => SheetMemory,
  language: Language,
): Promise<ExcelOutcome<{ readonly isNew: boolean }>> {
  const words = memoryWords();
  return runExcel(context =>
    editMemoryTable(
      context,
      columnTable,
      cells => {
        const memory = change(memoryOfSheet(readMemories(cells, words), sheetName));
        const { changed, added } = memoryEdits(cells, memory, words, language);
        return {
          changed: changed.map(({ row, said }) => ({ row, cells: { header: said } })),
          added: added.map(([sheet, meaning, header]) => ({ sheet, meaning, header })),
        };
      },
      columnMemoryTexts[language],
      language,
    ),
  );
}
