import { formatAddress } from '../book/address';
import type { Area, Book, BookEvent, CellValue, ChangeSource, Sheet } from '../book/types';
import { type EventDesk, eventTypes, wholeWorkbook } from './eventDesk';
import { valueForAddin, valueTypeOf } from './model/cells';
import { range } from './model/range';
import type { References } from './references';
import type { JsonObject } from './wire/json';

/** How many changed ranges stay reachable for `event.getRange`. */
const rememberedRanges = 1000;

type EventOf<K extends BookEvent['kind']> = Extract<BookEvent, { readonly kind: K }>;

/** What the user does here has no source of its own in Excel; a co-author's edit is the only remote one. */
function causeOf(source: ChangeSource): { readonly source: string; readonly triggerSource: string } {
  return {
    source: source === 'remote' ? 'Remote' : 'Local',
    triggerSource: source === 'addin' ? 'ThisLocalAddin' : 'Unknown',
  };
}

function detailsOf({ before, after }: { readonly before: CellValue; readonly after: CellValue }): JsonObject {
  return {
    valueBefore: valueForAddin(before),
    valueAfter: valueForAddin(after),
    valueTypeBefore: valueTypeOf(before),
    valueTypeAfter: valueTypeOf(after),
  };
}

/** Turns what happens in the book into the events that the add-in has asked for. */
export class WorkbookEvents {
  private active: Sheet;
  private readonly remembered: string[] = [];

  constructor(
    private readonly book: Book,
    private readonly events: EventDesk,
    private readonly references: References,
  ) {
    this.active = book.activeSheet;
  }

  raise(event: BookEvent): void {
    switch (event.kind) {
      case 'cellsChanged':
        this.changed(event);
        break;
      case 'sorted':
        this.sorted(event);
        break;
      case 'selectionChanged':
        this.selected(event.sheet, event.areas);
        break;
      case 'calculated':
        this.calculated(event.sheets);
        break;
      case 'sheetActivated':
        this.activated(event.sheet);
        break;
      case 'sheetAdded':
        this.sheetEvent(eventTypes.worksheetAdded, event.sheet);
        break;
      case 'sheetDeleted':
        this.sheetEvent(eventTypes.worksheetDeleted, event.sheet);
        break;
    }
  }

  private selected(sheet: Sheet, areas: readonly Area[]): void {
    this.events.raise(eventTypes.worksheetSelectionChanged, sheet.id, {
      address: areas.map(area => formatAddress(area)).join(','),
      worksheetId: sheet.id,
    });
  }

  private changed({ sheet, area, source, change, shift, values }: EventOf<'cellsChanged'>): void {
    const type = eventTypes.worksheetChanged;
    if (!this.events.isWanted(type, sheet.id) && !this.events.isWanted(type, wholeWorkbook)) {
      return;
    }
    this.events.raise(type, sheet.id, {
      ...causeOf(source),
      changeType: change,
      worksheetId: sheet.id,
      address: formatAddress(area),
      shiftDirection: shift ? `ShiftCell${shift}` : 'None',
      referenceId: this.remember(sheet, area),
      ...(values ? detailsOf(values) : {}),
    });
  }

  private sorted({ sheet, area, source, axis }: EventOf<'sorted'>): void {
    const type = axis === 'row' ? eventTypes.worksheetRowSorted : eventTypes.worksheetColumnSorted;
    this.events.raise(type, sheet.id, {
      source: causeOf(source).source,
      worksheetId: sheet.id,
      address: formatAddress(area),
    });
  }

  private remember(sheet: Sheet, area: Area): string {
    const id = this.references.keep(range({ sheet, area }));
    this.remembered.push(id);
    if (this.remembered.length > rememberedRanges) {
      this.references.release(this.remembered.shift() ?? '');
    }
    return id;
  }

  private calculated(sheets: readonly Sheet[]): void {
    for (const sheet of sheets) {
      this.events.raise(eventTypes.worksheetCalculated, sheet.id, { worksheetId: sheet.id, address: '' });
    }
  }

  private activated(sheet: Sheet): void {
    const before = this.active;
    this.active = sheet;
    if (this.book.sheets.includes(before)) {
      this.events.raise(eventTypes.worksheetDeactivated, before.id, { worksheetId: before.id });
    }
    this.events.raise(eventTypes.worksheetActivated, sheet.id, { worksheetId: sheet.id });
  }

  private sheetEvent(type: number, sheet: Sheet): void {
    this.events.raise(type, sheet.id, { source: 'Local', worksheetId: sheet.id });
  }
}
