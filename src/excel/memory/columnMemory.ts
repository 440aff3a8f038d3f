import type { Language } from '../../i18n/language';
import { columnMemoryTexts, memoryWords } from '../../i18n/sheets/columnMemory';
import {
  followSheets,
  memoryColumns,
  memoryEdits,
  memoryOfSheet,
  readMemories,
  type SheetMemory,
} from '../../risk/ledger/recognition/columnMemory';
import type { ExcelOutcome } from '../contract';
import { runExcel } from '../problem';
import { editMemoryTable, type MemoryTable, readMemoryTable } from './memoryTable';
import { findSheetMarks, markSheet } from './sheetMarks';

/** Among the sheets of ours. */
export const columnMemoryKey = 'Columns';

const columnTable: MemoryTable<keyof typeof memoryColumns> = {
  key: columnMemoryKey,
  tableName: 'TiercelColumns',
  columns: memoryColumns,
  widths: [160, 190, 260],
};

/**
 * Read what is remembered of the workbook's sheets, by the names they have now; nothing where nobody corrected anything yet. A memory whose mark
 * stands for no sheet any more has none: it is found by the name alone.
 */
export function readColumnMemory(): Promise<ExcelOutcome<SheetMemory[]>> {
  return runExcel(async context => {
    const cells = await readMemoryTable(context, columnTable);
    if (cells.length === 0) return [];
    const words = memoryWords();
    const { sheetOf } = await findSheetMarks(context);
    return readMemories(followSheets(cells, sheetOf, words).cells, words).map(memory =>
      sheetOf.has(memory.mark ?? '') ? memory : { ...memory, mark: null },
    );
  });
}

/**
 * Remember what was said of a sheet in the table of the sheet `Tiercel Columns`, which is added when it is missing. Rows that say it already
 * stay, others are changed or added; nothing is deleted. The sheet and the list that is joined with it get a name that stands for them, and rows of
 * sheets that were renamed say their new names.
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
  return runExcel(async context => {
    const marks = await findSheetMarks(context);
    const marked = new Map<string, string>();
    const withMark = (memory: SheetMemory): SheetMemory => {
      const { sheet, mark } = memory;
      if (!marks.has(sheet) || marks.sheetOf.has(mark ?? '')) return memory;
      const free = marks.free();
      marked.set(free, sheet);
      return { ...memory, mark: free };
    };
    const edited = await editMemoryTable(
      context,
      columnTable,
      table => {
        const { cells, renamed } = followSheets(table, marks.sheetOf, words);
        const memories = readMemories(cells, words);
        const memory = withMark(change(memoryOfSheet(memories, sheetName)));
        const list = memory.list ? [withMark(memoryOfSheet(memories, memory.list))] : [];
        const edits = [memory, ...list].map(each => memoryEdits(cells, each, words, language));
        const changed = edits.flatMap(each => each.changed);
        const added = edits.flatMap(each => each.added);
        return {
          changed: [...renamed, ...changed.map(({ row, said }) => ({ row, cells: { header: said } }))],
          added: added.map(([sheet, meaning, header]) => ({ sheet, meaning, header })),
        };
      },
      columnMemoryTexts[language],
      language,
    );
    // After the rows: a name that nothing refers to would be left behind where they are refused.
    for (const [mark, sheet] of marked) markSheet(context, mark, sheet);
    await context.sync();
    return edited;
  });
}
