import { intersection, maxColumns, maxRows } from '../../book/address';
import type { Area, Sheet } from '../../book/types';
import { ApiError } from '../batch/apiError';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import { required } from '../batch/required';
import { eventTypes } from '../eventDesk';
import type { Session } from '../session';
import { areaAt, areasAt, type SheetArea } from '../sheetArea';
import type { Json } from '../wire/json';
import { chartsOf } from './charts/charts';
import { asColor, asFlag, asText } from './commonStyle';
import { freezePanes } from './freezePanes';
import { areaOfName, namesOf } from './names';
import { sheetOutlining } from './outlining';
import { horizontalPageBreaks } from './pageBreaks';
import { pageLayout } from './pageLayout';
import { range } from './range';
import { rangeAreas } from './rangeAreas';
import { usedWithin } from './regions';
import { tableArea, tablesOf } from './tables';
import { worksheetProtection } from './worksheetProtection';

/** Make the `Worksheet` object of a sheet. */
export function worksheet(sheet: Sheet): ModelObject {
  return ModelObject.of(worksheetClass, sheet);
}

/** The worksheets of the book in order. A chart sheet is none of them, as in Excel. */
export function worksheetsOf(session: Session): Sheet[] {
  return session.book.sheets.filter(sheet => sheet.kind === 'worksheet');
}

const wholeSheet: Area = { row: 0, column: 0, rowCount: maxRows, columnCount: maxColumns };
const firstCell: Area = { row: 0, column: 0, rowCount: 1, columnCount: 1 };

const worksheetClass: ObjectClass<Sheet> = {
  name: 'Worksheet',
  identity: sheet => ({ Id: sheet.id }),
  properties: {
    Id: { get: sheet => sheet.id },
    Name: {
      get: sheet => sheet.name,
      set: (sheet, value, session) => session.book.renameSheet(sheet, asText(value)),
    },
    Position: { get: (sheet, session) => worksheetsOf(session).indexOf(sheet) },
    Visibility: { get: sheet => sheet.visibility, set: setVisibility },
    TabColor: {
      get: sheet => sheet.tabColor,
      set: (sheet, value, session) => {
        sheet.tabColor = value === '' ? '' : asColor(value);
        session.book.touch(sheet);
      },
    },
    ShowGridlines: {
      get: sheet => sheet.showGridlines,
      set: (sheet, value, session) => {
        sheet.showGridlines = asFlag(value);
        session.book.touch(sheet);
      },
    },
  },
  setNames: { Gridlines: 'ShowGridlines' },
  objects: {
    Charts: sheet => chartsOf(sheet),
    PageLayout: sheet => pageLayout(sheet),
    HorizontalPageBreaks: sheet => horizontalPageBreaks(sheet),
    Tables: sheet => tablesOf(sheet),
    Names: sheet => namesOf(sheet),
    Protection: sheet => worksheetProtection(sheet),
    FreezePanes: sheet => freezePanes(sheet),
  },
  methods: {
    ...sheetOutlining,
    Activate: (sheet, _args, session) => session.book.activate(sheet),
    Delete: (sheet, _args, session) => session.book.deleteSheet(sheet),
    Calculate: (_sheet, args, session) => session.book.calculate(args.flag(0, false)),
    GetRange: (sheet, args, session) => {
      const address = args.optionalText(0);
      return range(address === null ? { sheet, area: wholeSheet } : areaFor(sheet, address, session));
    },
    GetRanges: (sheet, args, session) => {
      const address = args.optionalText(0);
      return rangeAreas({
        sheet,
        areas: address === null ? [wholeSheet] : areasFor(sheet, address, session),
      });
    },
    GetCell: (sheet, args) => rangeByIndexes(sheet, args.whole(0), args.whole(1), 1, 1),
    GetRangeByIndexes: (sheet, args) =>
      rangeByIndexes(sheet, args.whole(0), args.whole(1), args.whole(2), args.whole(3)),
    // A blank sheet has its top-left cell as used range, and no used range "or null object".
    GetUsedRange: (sheet, args) =>
      range({ sheet, area: usedWithin(sheet, wholeSheet, args.flag(0, false)) ?? firstCell }),
    GetUsedRangeOrNullObject: (sheet, args) => {
      const area = usedWithin(sheet, wholeSheet, args.flag(0, false));
      return area && range({ sheet, area });
    },
    GetNext: (sheet, args, session) => required(neighbour(sheet, 1, args.flag(0, false), session)),
    GetNextOrNullObject: (sheet, args, session) => neighbour(sheet, 1, args.flag(0, false), session),
    GetPrevious: (sheet, args, session) => required(neighbour(sheet, -1, args.flag(0, false), session)),
    GetPreviousOrNullObject: (sheet, args, session) => neighbour(sheet, -1, args.flag(0, false), session),
    _GetSheetById: (_sheet, args, session) => {
      const found = session.book.sheetById(args.text(0));
      return required(found && worksheet(found));
    },
    ...registrations('DataChangedEvent', eventTypes.worksheetChanged),
    ...registrations('SelectionChangedEvent', eventTypes.worksheetSelectionChanged),
    ...registrations('ActivatedEvent', eventTypes.worksheetActivated),
    ...registrations('DeactivatedEvent', eventTypes.worksheetDeactivated),
    ...registrations('CalculatedEvent', eventTypes.worksheetCalculated),
    ...registrations('RowSortedEvent', eventTypes.worksheetRowSorted),
    ...registrations('ColumnSortedEvent', eventTypes.worksheetColumnSorted),
    ...registrations('ProtectionChangedEvent', eventTypes.worksheetProtectionChanged),
  },
};

function registrations(name: string, type: number): NonNullable<ObjectClass<Sheet>['methods']> {
  return {
    [`_Register${name}`]: (sheet, _args, session) => session.events.register(type, sheet.id),
    [`_Unregister${name}`]: (sheet, _args, session) => session.events.unregister(type, sheet.id),
  };
}

function setVisibility(sheet: Sheet, value: Json, session: Session): void {
  if (value !== 'Visible' && value !== 'Hidden' && value !== 'VeryHidden') {
    throw new ApiError('InvalidArgument');
  }
  if (value === sheet.visibility) {
    return;
  }
  session.book.assertStructure();
  const others = session.book.sheets.filter(other => other !== sheet && other.visibility === 'Visible');
  const [next] = others;
  if (value !== 'Visible' && !next) {
    throw new ApiError('InvalidOperation');
  }
  if (value !== 'Visible' && next && session.book.activeSheet === sheet) {
    session.book.activate(next);
  }
  sheet.visibility = value;
  session.book.touch(sheet);
}

/** An address, or the name of a range or table, as `Worksheet.getRange` takes it. */
function areaFor(sheet: Sheet, address: string, session: Session): SheetArea {
  const named = areaAt(address, session.book, sheet) ?? areaOfText(address, sheet, session);
  if (!named || named.sheet !== sheet) {
    throw new ApiError('InvalidArgument');
  }
  return named;
}

function areaOfText(text: string, sheet: Sheet, session: Session): SheetArea | null {
  return areaOfName(text, sheet, session) ?? tableArea(text, session);
}

function areasFor(sheet: Sheet, address: string, session: Session): Area[] {
  const areas = areasAt(address, session.book, sheet);
  if (!areas?.every(each => each.sheet === sheet)) {
    throw new ApiError('InvalidArgument');
  }
  return areas.map(each => each.area);
}

function rangeByIndexes(
  sheet: Sheet,
  row: number,
  column: number,
  rowCount: number,
  columnCount: number,
): ModelObject {
  const area = { row, column, rowCount, columnCount };
  const isInside = rowCount > 0 && columnCount > 0 && covers(intersection(wholeSheet, area), area);
  if (!isInside) {
    throw new ApiError('InvalidArgument');
  }
  return range({ sheet, area });
}

function covers(common: Area | null, area: Area): boolean {
  return common?.rowCount === area.rowCount && common.columnCount === area.columnCount;
}

function neighbour(sheet: Sheet, step: 1 | -1, visibleOnly: boolean, session: Session): ModelObject | null {
  const sheets = worksheetsOf(session);
  let index = sheets.indexOf(sheet) + step;
  while (visibleOnly && sheets[index] && sheets[index]?.visibility !== 'Visible') {
    index += step;
  }
  const found = sheets[index];
  return found ? worksheet(found) : null;
}
