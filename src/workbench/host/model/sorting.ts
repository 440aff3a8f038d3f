import type { SortField, Table } from '../../book/types';
import { ApiError, notImplemented } from '../batch/apiError';
import type { CallArguments } from '../batch/callArguments';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import type { Session } from '../session';
import type { SheetArea } from '../sheetArea';
import { isJsonObject, type Json } from '../wire/json';
import { asFlag, asNumber, asOneOf } from './commonStyle';
import { bodyArea, type SheetTable } from './tableArea';

/** Open `sort` of a range. */
export function rangeSort(target: SheetArea): ModelObject {
  return ModelObject.of(rangeSortClass, target);
}

/** Open `sort` of a table. */
export function tableSort(target: SheetTable): ModelObject {
  return ModelObject.of(tableSortClass, target);
}

const rangeSortClass: ObjectClass<SheetArea> = {
  name: 'RangeSort',
  methods: {
    Apply: ({ sheet, area }, args, session) => {
      if (args.optionalText(3) === 'Columns') {
        throw notImplemented("RangeSort.apply(…, 'Columns')");
      }
      const hasHeaders = args.flag(2, false);
      const body = hasHeaders ? { ...area, row: area.row + 1, rowCount: area.rowCount - 1 } : area;
      if (body.rowCount > 0) {
        sort({ sheet, area: body }, readFields(args.json(0)), args.flag(1, false), session);
      }
    },
  },
};

interface AppliedSort {
  readonly fields: Json;
  readonly matchCase: boolean;
}

/** What a table was last sorted by, to tell and to apply again. */
const applied = new WeakMap<Table, AppliedSort>();

const tableSortClass: ObjectClass<SheetTable> = {
  name: 'TableSort',
  properties: {
    Fields: { get: ({ table }) => applied.get(table)?.fields ?? [] },
    MatchCase: { get: ({ table }) => applied.get(table)?.matchCase ?? false },
    Method: { get: () => 'PinYin' },
  },
  methods: {
    Apply: (target, args, session) => applyToTable(target, args, session),
    Reapply: (target, _args, session) => {
      const last = applied.get(target.table);
      if (last) sort(bodyArea(target), readFields(last.fields), last.matchCase, session);
    },
    // The rows stay where they are, as in Excel.
    Clear: ({ table }) => void applied.delete(table),
  },
};

function applyToTable(target: SheetTable, args: CallArguments, session: Session): void {
  const fields = args.json(0);
  const matchCase = args.flag(1, false);
  sort(bodyArea(target), readFields(fields), matchCase, session);
  applied.set(target.table, { fields, matchCase });
}

function sort(
  { sheet, area }: SheetArea,
  fields: readonly SortField[],
  matchCase: boolean,
  { book }: Session,
): void {
  book.sortRows(sheet, area, fields, 'addin', { matchCase });
}

function readFields(value: Json): SortField[] {
  if (!Array.isArray(value)) {
    throw new ApiError('InvalidArgument');
  }
  return value.map((field: Json): SortField => {
    if (!isJsonObject(field)) {
      throw new ApiError('InvalidArgument');
    }
    const sortOn = asOneOf(['Value', 'CellColor', 'FontColor', 'Icon'] as const, field.sortOn ?? 'Value');
    if (sortOn !== 'Value') {
      throw notImplemented(`SortField.sortOn = ${sortOn}`);
    }
    return {
      column: asNumber(field.key ?? null),
      isAscending: asFlag(field.ascending ?? true),
      readsTextAsNumber: field.dataOption === 'TextAsNumber',
    };
  });
}
