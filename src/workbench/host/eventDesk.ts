import type { Json, JsonObject } from './wire/json';

/** Types of workbook events on the wire (`eventType` in the debug build of Office.js). */
export const eventTypes = {
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  worksheetRowSorted: 19,
  worksheetColumnSorted: 20,
  worksheetProtectionChanged: 24,
  paneVisibilityChanged: 65539,
} as const;

/** The target of an event that the add-in wants from all sheets. */
export const wholeWorkbook = 'Workbook';

const workbookCategory = 65536;

/** One entry of a `richApiMessage` event: category, type, target, message, id, whether a co-author caused it. */
export type EventEntry = readonly Json[];

/** Make the entry of a workbook event. */
export function workbookEvent(type: number, target: string, message: JsonObject): EventEntry {
  return [workbookCategory, type, target, JSON.stringify(message), '', false];
}

const actionCategory = 2;
const actionDispatch = 1000;

/** Make the entry that runs an associated action. A shortcut hands it nothing, not even an event to complete. */
export function actionEvent(actionId: string): EventEntry {
  return [actionCategory, actionDispatch, '', JSON.stringify([actionId]), '', false];
}

/** Knows which events the add-in has asked for, and passes on only those. */
export class EventDesk {
  private readonly wanted = new Map<string, number>();

  constructor(private readonly deliver: (entries: readonly EventEntry[]) => void) {}

  register(type: number, target: string): void {
    const key = keyOf(type, target);
    this.wanted.set(key, (this.wanted.get(key) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const key = keyOf(type, target);
    const count = (this.wanted.get(key) ?? 0) - 1;
    if (count > 0) {
      this.wanted.set(key, count);
    } else {
      this.wanted.delete(key);
    }
  }

  isWanted(type: number, target: string): boolean {
    return this.wanted.has(keyOf(type, target));
  }

  /** Tell the add-in about an event of a sheet, for handlers on that sheet and for handlers on all sheets. */
  raise(type: number, sheetId: string, message: JsonObject): void {
    const targets = [sheetId, wholeWorkbook].filter(target => this.isWanted(type, target));
    if (targets.length > 0) {
      this.deliver(targets.map(target => workbookEvent(type, target, message)));
    }
  }

  clear(): void {
    this.wanted.clear();
  }
}

function keyOf(type: number, target: string): string {
  return `${type} ${target}`;
}
