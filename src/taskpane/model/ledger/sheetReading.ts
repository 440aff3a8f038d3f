import type { ExcelOutcome, SheetBlock } from '../../../excel/contract';
import { inSlices } from '../../../excel/inSlices';
import type { ExcelRoom } from '../excelRoom';
import type { Running } from '../workModel';
import type { ColumnMemoryModel } from './columnMemoryModel';
import { type Answering, loadAnswering, notLoaded } from './loadAnswering';
import type { ReadList, ReadSheet } from './readSheet';
import type { SheetNames } from './sheetNames';

export interface SheetReading {
  /** Read and recognise the active sheet; nothing is kept until `current` is set, so earlier results stay. */
  read(running: Running): Promise<ExcelOutcome<ReadSheet>>;
  /** Read the sheet of the answer anew wherever the user is; its columns are understood as before where they stand as before. */
  readAgain(before: ReadSheet, running: Running): Promise<ExcelOutcome<ReadSheet>>;
  /** Read a sheet as a customer list, by name or id and wherever the user is, and what was decided about who is who on it. */
  readList(nameOrId: string, running: Running): Promise<ExcelOutcome<ReadList>>;
}

/** Create what reads sheets and understands their columns, as the workbook remembers them or else as they look. */
export function createSheetReading(
  excel: ExcelRoom,
  memory: ColumnMemoryModel,
  names: SheetNames,
  takeAsRead: (sheetId: string) => void,
): SheetReading {
  /** Read cells and fetch what understands them at the same time. */
  async function readToUnderstand(
    reading: Promise<ExcelOutcome<SheetBlock>>,
  ): Promise<ExcelOutcome<{ readonly block: SheetBlock; readonly code: Answering }>> {
    const [outcome, code] = await Promise.all([reading, loadAnswering()]);
    if (!outcome.ok) return outcome;
    return code === null ? notLoaded : { ok: true, value: { block: names.follow(outcome.value), code } };
  }

  const understand = async (block: SheetBlock, { recogniseSheetInSlices }: Answering): Promise<ReadSheet> =>
    (await memory.understand(block)) ?? {
      block,
      recognition: await inSlices(recogniseSheetInSlices(block.cells)),
      isCorrected: false,
    };

  async function understandList(block: SheetBlock, { recogniseAsInSlices }: Answering): Promise<ReadSheet> {
    const understood = await memory.understand(block);
    if (understood?.recognition.kind === 'customers') return understood;
    const recognition = await inSlices(recogniseAsInSlices('customers', block.cells));
    return { block, recognition, isCorrected: false };
  }

  return {
    read: async running => {
      const outcome = await readToUnderstand(excel.readActiveSheet(running.onProgress, running.signal));
      if (!outcome.ok) return outcome;
      const { block, code } = outcome.value;
      takeAsRead(block.sheetId);
      const remembered = await memory.load();
      if (!remembered.ok) return remembered;
      return { ok: true, value: await understand(block, code) };
    },
    readAgain: async ({ block: before }, running) => {
      const reading = excel.readSheet(before.sheetId, running.onProgress, running.signal);
      const outcome = await readToUnderstand(reading);
      if (!outcome.ok) return outcome;
      const { block, code } = outcome.value;
      return { ok: true, value: await understand(block, code) };
    },
    readList: async (nameOrId, running) => {
      const outcome = await readToUnderstand(excel.readSheet(nameOrId, running.onProgress, running.signal));
      if (!outcome.ok) return outcome;
      const { block, code } = outcome.value;
      const matches = await excel.readMatches();
      if (!matches.ok) return matches;
      return { ok: true, value: { ...(await understandList(block, code)), chosen: matches.value } };
    },
  };
}
