import { ApiError } from '../batch/apiError';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import type { Session } from '../session';
import { application } from './application';
import { workbookNames } from './names';
import { range } from './range';
import { rangeAreas } from './rangeAreas';
import { settings } from './settings';
import { workbookTables } from './tables';
import { workbookProtection } from './workbookProtection';
import { worksheetFunctions } from './worksheetFunctions';
import { worksheets } from './worksheets';

/** Make the workbook: the root from which the add-in reaches everything. */
export function workbook(): ModelObject {
  return ModelObject.of(workbookClass, null);
}

const workbookClass: ObjectClass<null> = {
  name: 'Workbook',
  properties: {
    Name: { get: (_, session) => session.documentName },
    ReadOnly: { get: () => false },
  },
  objects: {
    Application: () => application(),
    Functions: () => worksheetFunctions(),
    Names: () => workbookNames(),
    Protection: () => workbookProtection(),
    Settings: () => settings(),
    Tables: () => workbookTables(),
    Worksheets: () => worksheets(),
  },
  methods: {
    GetActiveCell: (_, _args, session) => {
      const { sheet, areas } = selectionOf(session);
      const [first] = areas;
      return range({ sheet, area: { ...first, rowCount: 1, columnCount: 1 } });
    },
    GetSelectedRange: (_, _args, session) => {
      const { sheet, areas } = selectionOf(session);
      if (areas.length > 1) {
        throw new ApiError('InvalidSelection');
      }
      return range({ sheet, area: areas[0] });
    },
    GetSelectedRanges: (_, _args, session) => rangeAreas(selectionOf(session)),
    _GetRangeForEventByReferenceId: (_, args, session) => session.references.get(args.text(0)),
    _GetRangeOrNullObjectForEventByReferenceId: (_, args, session) => session.references.find(args.text(0)),
    _GetReferenceCount: (_, _args, session) => session.references.count,
    _RemoveReference: (_, args, session) => session.references.release(args.text(0)),
    _RemoveAllReferences: (_, _args, session) => session.references.releaseAll(),
    _SetOsfControlContainerReadyForCustomFunctions: (_, _args, session) => session.customFunctions.ready(),
  },
};

type Areas = Parameters<typeof rangeAreas>[0]['areas'];

interface Selection {
  readonly sheet: Session['book']['activeSheet'];
  readonly areas: readonly [Areas[number], ...Areas[number][]];
}

/** What is selected on the active worksheet. On a chart sheet no cells are. */
function selectionOf({ book }: Session): Selection {
  const [first, ...others] = book.selection;
  if (book.activeSheet.kind !== 'worksheet' || !first) {
    throw new ApiError('InvalidSelection');
  }
  return { sheet: book.activeSheet, areas: [first, ...others] };
}
