import { BookError } from '../../book/refusals';

/** Messages of Excel for its error codes (Microsoft Learn, "Error handling with the application-specific JavaScript APIs"). */
const messages: Readonly<Record<string, string>> = {
  AccessDenied: 'You cannot perform the requested operation.',
  GeneralException: 'There was an internal error while processing the request.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  ItemAlreadyExists: 'The resource being created already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
  RangeExceedsLimit: 'The cell count in the range has exceeded the maximum supported number.',
  UnsupportedSheet: 'This sheet type does not support this operation, since it is a Macro or Chart sheet.',
};

const httpStatus: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  GeneralException: 500,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
  NotImplemented: 501,
};

/** A refusal of one action of a batch. The actions before it stay done. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string = messages[code] ?? code,
  ) {
    super(message);
  }

  get httpStatusCode(): number {
    return httpStatus[this.code] ?? 400;
  }
}

/** The error for a member of Excel that this host does not have: it names it, for example `NotImplemented: Range.getPivotTables`. */
export function notImplemented(member: string): ApiError {
  return new ApiError('NotImplemented', `NotImplemented: ${member}`);
}

/** Turn whatever was thrown into a refusal with one of Excel's codes. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) {
    return thrown;
  }
  if (thrown instanceof BookError) {
    return new ApiError(thrown.code, thrown.message);
  }
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return new ApiError('GeneralException', `${messages.GeneralException} ${detail}`);
}
