import { createBook } from '../../../src/workbench/book/book';
import { createWorkbench, type Workbench } from '../../../src/workbench/page/model/workbench';
import type { Foundation } from '../../../src/workbench/page/model/workbookFiles';
import { readOptions } from '../../../src/workbench/page/options';

/** A workbench with an empty workbook: opening gives another one, saving gives nothing, unless a test says otherwise. */
export const workbenchWithoutFiles = (files: Partial<Foundation> = {}): Workbench =>
  createWorkbench(readOptions('?open=none', 'en-US', false), {
    createBook: locale => createBook({ locale }),
    openWorkbook: async (_, __, locale) => ({ book: createBook({ locale }), leftOut: [] }),
    saveWorkbook: async () => new Uint8Array(),
    ...files,
  });
