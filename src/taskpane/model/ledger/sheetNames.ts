import { signal } from '@preact/signals';
import type { SheetBlock } from '../../../excel/contract';
import type { ExcelRoom } from '../excelRoom';

export interface SheetNames {
  /** Look what the sheets are called and which are still there. */
  look(): Promise<void>;
  /** Let a block that was read go by the name its sheet has now: whoever shows or says it follows, without reading it anew. */
  follow(block: SheetBlock): SheetBlock;
  /** The sheet of a block was deleted, as far as anybody looked. */
  isDeleted(block: SheetBlock): boolean;
}

/** Create the model of what the sheets of the workbook are called. */
export function createSheetNames(excel: ExcelRoom): SheetNames {
  /** By id; empty until somebody looked. */
  const names = signal<ReadonlyMap<string, string>>(new Map());

  return {
    look: async () => {
      const found = await excel.readSheetNames();
      if (found.ok) names.value = found.value;
    },
    follow: block => {
      const { sheetId, sheetName } = block;
      if (names.value.has(sheetId)) names.value = new Map(names.value).set(sheetId, sheetName);
      const name = { enumerable: true, get: () => names.value.get(sheetId) ?? sheetName };
      return Object.defineProperty({ ...block }, 'sheetName', name);
    },
    isDeleted: ({ sheetId }) => names.value.size > 0 && !names.value.has(sheetId),
  };
}
