import type { ReadSheet } from './readSheet';

/** Keep what the user corrected when the same sheet is read again and its columns stand where they stood; columns may have come or gone at its end. */
export function keepCorrections(before: ReadSheet | null, read: ReadSheet): ReadSheet {
  // What the workbook remembers holds what was corrected here, and what was changed there since.
  if (before?.isCorrected !== true || read.isCorrected) return read;
  const { headers, headerRow } = read.recognition;
  const { headers: headersBefore, headerRow: headerRowBefore, columns } = before.recognition;
  const shared = Math.min(headers.length, headersBefore.length);
  const isSameLayout =
    headerRow === headerRowBefore &&
    columns.every(({ column }) => column < headers.length) &&
    headers.slice(0, shared).every((header, column) => header === headersBefore[column]);
  if (!isSameLayout) return read;
  return { block: read.block, recognition: { ...before.recognition, headers }, isCorrected: true };
}
