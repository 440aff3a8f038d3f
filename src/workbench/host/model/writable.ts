import type { Permission, Sheet } from '../../book/types';
import { ApiError } from '../batch/apiError';

/** Refuse to change a protected sheet, unless it allows that. */
export function requireWritable(sheet: Sheet, permission: Permission | null = null): void {
  if (sheet.isProtected && !(permission && sheet.permissions.has(permission))) {
    throw new ApiError('AccessDenied');
  }
}
