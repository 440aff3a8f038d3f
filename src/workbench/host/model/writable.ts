import type { Sheet } from '../../book/types';
import { ApiError } from '../batch/apiError';

/** Refuse to change a protected sheet. */
export function requireWritable(sheet: Sheet): void {
  if (sheet.isProtected) {
    throw new ApiError('AccessDenied');
  }
}
