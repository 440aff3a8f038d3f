import type { ExcelOutcome, ExcelProblem, ExcelProblemKey } from './contract';

/** Thrown inside a batch to leave it with a problem of our own; `runExcel` turns it into a value. */
export class ExcelRefusal extends Error {
  constructor(
    readonly key: ExcelProblemKey,
    readonly detail: ExcelProblem['detail'] = {},
  ) {
    super(key);
  }
}

/** Office.js's error codes, and which of our sentences answers them. */
const keyByCode: Readonly<Record<string, ExcelProblemKey>> = {
  InvalidOperationInCellEditMode: 'cellBeingEdited',
  UnsupportedSheet: 'chartSheet',
  AccessDenied: 'sheetProtected',
  ItemNotFound: 'sheetGone',
  InvalidReference: 'sheetGone',
  RequestPayloadSizeLimitExceeded: 'tooLarge',
  ResponsePayloadSizeLimitExceeded: 'tooLarge',
  ApiNotFound: 'apiTooOld',
  ActivityLimitReached: 'busy',
  RequestAborted: 'busy',
  ServiceNotAvailable: 'sessionLost',
  InvalidOrTimedOutSession: 'sessionLost',
  InvalidOrTimedOutSessionMessage: 'sessionLost',
};

/** What a protected structure of the workbook refuses; Excel's code says the same of a protected sheet. */
const structural = /^WorksheetCollection\.add|^Worksheet\.(?:delete|visibility|name|position)/i;

interface OfficeError {
  readonly code: string;
  readonly message: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

const isOfficeError = (error: unknown): error is OfficeError =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';

/** Tell whether Excel refused with one of these codes. */
export const isOfficeCode = (error: unknown, ...codes: readonly string[]): boolean =>
  isOfficeError(error) && codes.includes(error.code);

/**
 * Tell whether Excel refused to change cells for what they are, as part of an array formula: others may be changed all the same. No document names the
 * code of it.
 */
export const isRefusedChange = (error: unknown): boolean =>
  isOfficeCode(error, 'InvalidOperation', 'InvalidArgument', 'GeneralException');

/** Turn whatever a batch threw into a problem that the pane has a sentence for. */
export function toExcelProblem(error: unknown): ExcelProblem {
  if (error instanceof ExcelRefusal) return { key: error.key, detail: error.detail };
  if (isOfficeError(error)) {
    const location = error.debugInfo?.errorLocation ?? '';
    const isOfStructure = error.code === 'AccessDenied' && structural.test(location);
    return {
      key: isOfStructure ? 'workbookProtected' : (keyByCode[error.code] ?? 'unexpected'),
      detail: { code: error.code, message: error.message, location },
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { key: 'unexpected', detail: { code: '', message, location: '' } };
}

/**
 * Run one Excel batch; every failure comes back as a value with a key that the pane can say in words.
 *
 * @param options Such as that all of it is one step to undo; an Excel that cannot do it runs the batch all the same.
 */
export async function runExcel<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  options?: Excel.RunOptions,
): Promise<ExcelOutcome<T>> {
  try {
    return { ok: true, value: await (options ? Excel.run(options, batch) : Excel.run(batch)) };
  } catch (error) {
    return { ok: false, problem: toExcelProblem(error) };
  }
}
