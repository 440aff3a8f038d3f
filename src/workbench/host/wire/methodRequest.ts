import { isJsonObject, type Json, type JsonObject } from './json';

/** Methods of the host by number, as in the debug build of Office.js. */
export const dispatchIds = {
  loadSettings: 75,
  saveSettings: 76,
  richApi: 93,
  commandCompleted: 94,
} as const;

/** The answer to a method that was done; what the method gives comes beside it. */
export const succeeded: JsonObject = { Error: 0, Version: 1 };

/** The answer to a method that was refused, by one of the numbers of `transportErrors`. */
export function refused(error: number): JsonObject {
  return { Error: error, Version: 1 };
}

export function dispatchIdOf(request: JsonObject): Json {
  const method = request.DdaMethod;
  return isJsonObject(method) ? (method.DispatchId ?? null) : null;
}

const bodyPosition = 4;
const flagsPosition = 6;

/** The body of a batch as JSON text. */
export function bodyOf(request: JsonObject): string {
  const parts = request.ArrayData;
  return Array.isArray(parts) ? String(parts[bodyPosition]) : '';
}

const delayForCellEditFlag = 64;

/** Whether a request is a batch that waits until the user has finished typing, rather than being refused meanwhile. */
export function waitsForCellEdit(request: JsonObject): boolean {
  const parts = request.ArrayData;
  const flags = Array.isArray(parts) ? Number(parts[flagsPosition]) : 0;
  return dispatchIdOf(request) === dispatchIds.richApi && (flags & delayForCellEditFlag) !== 0;
}
