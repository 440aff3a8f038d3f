/** Files in and out of the workbench: chosen, dropped, downloaded. */
import type { Workbench } from './model/workbench';
import { refusalText } from './refusalTexts';

export const openableFiles = '.xlsx,.xlsm,.csv,.tsv,.txt,.xls,.html,.htm';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Opens a file of the user's; a file that cannot be read is told and leaves everything as it was. */
export async function openFile(workbench: Workbench, file: File): Promise<void> {
  try {
    await workbench.open(new Uint8Array(await file.arrayBuffer()), file.name);
  } catch (error) {
    tellCannotOpen(workbench, file.name, error);
  }
}

/** Opens a file of this server, the sample for one. */
export async function openAddress(workbench: Workbench, address: string): Promise<void> {
  const name = decodeURIComponent(address.split('/').pop() ?? address);
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    await workbench.open(new Uint8Array(await response.arrayBuffer()), name);
  } catch (error) {
    tellCannotOpen(workbench, name, error);
  }
}

function tellCannotOpen({ locale, notices, say }: Workbench, name: string, error: unknown): void {
  notices.problem(say.peek()('cannotOpen', { name, reason: refusalText(error, locale.peek()) }));
}

/** Downloads the workbook. */
export async function saveToDisk(workbench: Workbench): Promise<void> {
  try {
    const bytes = await workbench.save();
    download(
      new Blob([bytes as BlobPart], { type: workbookType }),
      workbookName(workbench.books.fileName.peek()),
    );
  } catch (error) {
    const reason = refusalText(error, workbench.locale.peek());
    workbench.notices.problem(workbench.say.peek()('cannotSave', { reason }));
  }
}

/** @example workbookName('ledger.csv') //=> 'ledger.xlsx' */
const workbookName = (fileName: string): string => `${fileName.replace(/\.[^.]+$/, '')}.xlsx`;

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
