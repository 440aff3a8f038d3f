import type { Sheet } from '../../book/types';
import { ApiError } from '../batch/apiError';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import { required } from '../batch/required';
import { eventTypes, wholeWorkbook } from '../eventDesk';
import type { Session } from '../session';
import { worksheet, worksheetsOf } from './worksheet';

/** Make `workbook.worksheets`. */
export function worksheets(): ModelObject {
  return ModelObject.of(worksheetCollectionClass, null);
}

const worksheetCollectionClass: ObjectClass<null> = {
  name: 'WorksheetCollection',
  items: (_, session) => worksheetsOf(session).map(worksheet),
  item: (_, args, session) => find(args.key(0), session),
  methods: {
    Add: (_, args, session) => {
      const name = args.optionalText(0);
      return worksheet(session.book.addSheet(name ?? undefined));
    },
    GetActiveWorksheet: (_, _args, session) => {
      const sheet = session.book.activeSheet;
      // Excel fails here while a chart sheet is active (office-js issue 2444).
      if (sheet.kind !== 'worksheet') {
        throw new ApiError('UnsupportedSheet');
      }
      return worksheet(sheet);
    },
    GetCount: (_, args, session) => listed(args.flag(0, false), session).length,
    GetFirst: (_, args, session) => worksheet(required(listed(args.flag(0, false), session)[0])),
    GetLast: (_, args, session) => worksheet(required(listed(args.flag(0, false), session).at(-1))),
    GetItemOrNullObject: (_, args, session) => find(args.key(0), session),
    ...registrations('DataChangedEvent', eventTypes.worksheetChanged),
    ...registrations('SelectionChangedEvent', eventTypes.worksheetSelectionChanged),
    ...registrations('ActivatedEvent', eventTypes.worksheetActivated),
    ...registrations('DeactivatedEvent', eventTypes.worksheetDeactivated),
    ...registrations('AddedEvent', eventTypes.worksheetAdded),
    ...registrations('DeletedEvent', eventTypes.worksheetDeleted),
    ...registrations('CalculatedEvent', eventTypes.worksheetCalculated),
    ...registrations('RowSortedEvent', eventTypes.worksheetRowSorted),
    ...registrations('ColumnSortedEvent', eventTypes.worksheetColumnSorted),
    ...registrations('ProtectionChangedEvent', eventTypes.worksheetProtectionChanged),
  },
};

function registrations(name: string, type: number): NonNullable<ObjectClass<null>['methods']> {
  return {
    [`_Register${name}`]: (_, _args, session) => session.events.register(type, wholeWorkbook),
    [`_Unregister${name}`]: (_, _args, session) => session.events.unregister(type, wholeWorkbook),
  };
}

function listed(visibleOnly: boolean, session: Session): Sheet[] {
  return worksheetsOf(session).filter(sheet => !visibleOnly || sheet.visibility === 'Visible');
}

function find(key: string, session: Session): ModelObject | null {
  const sheet = session.book.sheetById(key) ?? session.book.sheetByName(key);
  return sheet?.kind === 'worksheet' ? worksheet(sheet) : null;
}
