import { ApiError } from './apiError';

/** Give what was found, or fail as Excel does for something that does not exist. */
export function required<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) {
    throw new ApiError('ItemNotFound');
  }
  return found;
}

/** Give the item at an index, or fail as Excel does for an index outside its collection. */
export function requiredAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) {
    throw new ApiError('InvalidArgument');
  }
  return item;
}
