import type { ExcelOutcome, SheetBlock } from '../../../excel/contract';
import { currentLanguage } from '../../../i18n/language';
import type { SheetMemory } from '../../../risk/ledger/recognition/columnMemory';
import type { ExcelRoom } from '../excelRoom';
import type { ReadSheet } from './readSheet';

export interface ColumnMemoryModel {
  /** Look up what the workbook remembers, then `of` and `understand` know it. */
  load(): Promise<ExcelOutcome<void>>;
  /** The customer list that was joined with a sheet: `''` where it was decided to join none, null where nobody decided. */
  listOf(block: SheetBlock): Promise<string | null>;
  /** Understand a block as it is remembered; null where nothing is. */
  understand(block: SheetBlock): Promise<ReadSheet | null>;
  /** Remember what the user said of a sheet; resolves to whether a sheet was added for it. */
  remember(read: ReadSheet): Promise<ExcelOutcome<{ readonly isNew: boolean }>>;
  rememberList(sheetName: string, list: string): Promise<ExcelOutcome<{ readonly isNew: boolean }>>;
}

const loadMemory = () => import('../../../risk/ledger/recognition/columnMemory');

/** Create the model of what the workbook remembers of its sheets: which column is what, where the headers are, which list belongs to which ledger. */
export function createColumnMemoryModel(excel: ExcelRoom): ColumnMemoryModel {
  let memories: readonly SheetMemory[] = [];
  let lastWrite: Promise<unknown> = Promise.resolve();

  /** Of the sheet that a block was read from, and not of another that had its name before. */
  async function find({ sheetName, cells }: SheetBlock): Promise<SheetMemory | undefined> {
    const named = memories.find(({ sheet }) => sheet.toLowerCase() === sheetName.toLowerCase());
    if (named === undefined) return undefined;
    const { canBeOf } = await loadMemory();
    return canBeOf(named, cells) ? named : undefined;
  }

  /** One after the other: two corrections in a row must not both add the same rows. */
  function write(sheetName: string, change: (before: SheetMemory) => SheetMemory) {
    const written = lastWrite.then(() => excel.rememberColumns(sheetName, change, currentLanguage()));
    lastWrite = written;
    return written;
  }

  return {
    load: async () => {
      const read = await excel.readColumnMemory();
      if (!read.ok) return read;
      memories = read.value;
      return { ok: true, value: undefined };
    },
    listOf: async block => (await find(block))?.list ?? null,
    understand: async block => {
      const memory = await find(block);
      if (memory === undefined) return null;
      const { recogniseRemembered, saysHowToRead } = await loadMemory();
      if (!saysHowToRead(memory)) return null;
      return { block, recognition: recogniseRemembered(block.cells, memory, block), isCorrected: true };
    },
    remember: async ({ block, recognition }) => {
      const { memoryOf } = await loadMemory();
      return write(block.sheetName, before => memoryOf(recognition, block.cells, block, before));
    },
    rememberList: (sheetName, list) => write(sheetName, before => ({ ...before, list })),
  };
}
