import { errors } from '../../book/errorValue';
import type { CellValue, Sheet } from '../../book/types';
import { ApiError, notImplemented } from '../batch/apiError';
import type { CallArguments } from '../batch/callArguments';
import { ModelObject, type ObjectClass, type Property } from '../batch/modelObject';
import type { Session } from '../session';
import { addressOf, isEntireColumn, isEntireRow, type SheetArea } from '../sheetArea';
import type { Json } from '../wire/json';
import { readCells, valueForAddin, valueTypeOf, writeCells } from './cells';
import { asOneOf, commonOf } from './commonStyle';
import { conditionalFormats } from './conditionalFormats';
import { dataValidation } from './dataValidation';
import { hyperlink } from './hyperlink';
import { readNumberFormat, writeNumberFormats } from './numberFormats';
import { rangeOutlining } from './outlining';
import { rangeFormat } from './rangeFormat';
import { rangeNeighbours } from './rangeNeighbours';
import { wrongSize } from './rowsOfSize';
import { rangeSort } from './sorting';
import { tablesIn } from './tables';
import { worksheet } from './worksheet';
import { requireWritable } from './writable';

/** Make the `Range` object of an area. */
export function range(target: SheetArea): ModelObject {
  return ModelObject.of(rangeClass, target);
}

/** The area of an argument that has to be a range. */
export function rangeArgument(args: CallArguments, index: number): SheetArea {
  const value = args.at(index);
  if (!(value instanceof ModelObject) || value.className !== rangeClass.name) {
    throw new ApiError('InvalidArgument');
  }
  return value.target as SheetArea;
}

export function isRange(value: unknown): value is ModelObject {
  return value instanceof ModelObject && value.className === rangeClass.name;
}

const cellsOf = (
  read: (sheet: Sheet, row: number, column: number) => Json,
): ((target: SheetArea) => Json) => {
  return target => readCells(target, read);
};

const formulaOrValue = (sheet: Sheet, row: number, column: number): Json =>
  sheet.formula(row, column) ?? arrayFormulaOf(sheet, row, column) ?? valueForAddin(sheet.value(row, column));

/** Every cell of an array formula shows it (office-js issue 6176). */
function arrayFormulaOf(sheet: Sheet, row: number, column: number): string | null {
  const array = sheet.arrayFormula(row, column);
  return array && sheet.formula(array.row, array.column);
}

/** A cell with a card has a text and no value (Microsoft Learn, `Excel.EntityCellValue`, basicType and basicValue). */
const basicValue = (sheet: Sheet, row: number, column: number): CellValue =>
  sheet.card(row, column) ? errors.value : sheet.value(row, column);

const isSpill = (sheet: Sheet, row: number, column: number): boolean =>
  sheet.spill(row, column) !== null && sheet.arrayFormula(row, column) === null;

const formulas: Property<SheetArea> = { get: cellsOf(formulaOrValue), set: writeCells };

const numberFormat: Property<SheetArea> = {
  get: cellsOf((sheet, row, column) => readNumberFormat(sheet.style(row, column))),
  set: writeNumberFormats,
};

const rangeClass: ObjectClass<SheetArea> = {
  name: 'Range',
  properties: {
    Address: { get: addressOf },
    AddressLocal: { get: addressOf },
    RowIndex: { get: ({ area }) => area.row },
    ColumnIndex: { get: ({ area }) => area.column },
    RowCount: { get: ({ area }) => area.rowCount },
    ColumnCount: { get: ({ area }) => area.columnCount },
    // Excel answers -1 where the count does not fit in 31 bits.
    CellCount: { get: ({ area }) => countOrMinusOne(area.rowCount * area.columnCount) },
    IsEntireRow: { get: ({ area }) => isEntireRow(area) },
    IsEntireColumn: { get: ({ area }) => isEntireColumn(area) },
    Values: {
      get: cellsOf((sheet, row, column) => valueForAddin(basicValue(sheet, row, column))),
      set: writeCells,
    },
    ValueTypes: { get: cellsOf((sheet, row, column) => valueTypeOf(basicValue(sheet, row, column))) },
    Text: { get: cellsOf((sheet, row, column) => sheet.text(row, column)) },
    Formulas: formulas,
    FormulasLocal: formulas,
    NumberFormat: numberFormat,
    NumberFormatLocal: numberFormat,
    Hidden: { get: target => isAllHidden(target) },
    RowHidden: {
      get: target => common(rowsOf(target), row => target.sheet.hiddenRows.has(row)),
      set: (target, value, session) => hide(target.sheet.hiddenRows, rowsOf(target), value, target, session),
    },
    ColumnHidden: {
      get: target => common(columnsOf(target), column => target.sheet.hiddenColumns.has(column)),
      set: (target, value, session) =>
        hide(target.sheet.hiddenColumns, columnsOf(target), value, target, session),
    },
    Hyperlink: hyperlink,
    HasSpill: { get: target => commonOf(target, isSpill) },
  },
  objects: {
    Worksheet: ({ sheet }) => worksheet(sheet),
    Format: ({ sheet, area }) => rangeFormat({ sheet, areas: [area] }),
    Sort: target => rangeSort(target),
    DataValidation: target => dataValidation(target),
    ConditionalFormats: ({ sheet, area }) => conditionalFormats({ sheet, areas: [area] }),
  },
  methods: {
    ...rangeNeighbours,
    ...rangeOutlining,
    GetTables: ({ sheet, area }, args) => tablesIn({ sheet, areas: [area] }, args.flag(0, true)),
    Select: ({ sheet, area }, _args, session) => session.book.select(sheet, [area]),
    Clear: ({ sheet, area }, args, session) =>
      session.book.clear(sheet, area, clearingOf(args.optionalText(0), 'Range'), 'addin'),
    Insert: (target, args, session) => insert(target, args.text(0), session),
    Delete: (target, args, session) => remove(target, args.text(0), session),
    Calculate: (_target, _args, session) => session.book.calculate(false),
    // Office.js cuts large writes into pieces and has their size checked first.
    _ValidateArraySize: ({ area }, args) => {
      if (args.whole(0) !== area.rowCount || args.whole(1) !== area.columnCount) {
        throw wrongSize();
      }
    },
  },
};

function countOrMinusOne(count: number): number {
  return count < 2 ** 31 ? count : -1;
}

interface Lines {
  readonly first: number;
  readonly count: number;
}

function rowsOf({ area }: SheetArea): Lines {
  return { first: area.row, count: area.rowCount };
}

function columnsOf({ area }: SheetArea): Lines {
  return { first: area.column, count: area.columnCount };
}

function common({ first, count }: Lines, test: (line: number) => boolean): boolean | null {
  const expected = test(first);
  for (let line = first; line < first + count; line++) {
    if (test(line) !== expected) {
      return null;
    }
  }
  return expected;
}

function isAllHidden(target: SheetArea): boolean {
  const rows = common(rowsOf(target), row => target.sheet.hiddenRows.has(row));
  const columns = common(columnsOf(target), column => target.sheet.hiddenColumns.has(column));
  return rows === true || columns === true;
}

function hide(
  hidden: Set<number>,
  { first, count }: Lines,
  value: Json,
  { sheet }: SheetArea,
  session: Session,
): void {
  requireWritable(sheet, hidden === sheet.hiddenRows ? 'allowFormatRows' : 'allowFormatColumns');
  for (let line = first; line < first + count; line++) {
    if (value === true) {
      hidden.add(line);
    } else {
      hidden.delete(line);
    }
  }
  session.book.touch(sheet);
}

const clearings: Readonly<Record<string, 'all' | 'contents' | 'formats'>> = {
  All: 'all',
  Contents: 'contents',
  Formats: 'formats',
};

/** What `clear(applyTo)` of a range or of range areas takes away. */
export function clearingOf(applyTo: string | null, className: string): 'all' | 'contents' | 'formats' {
  const what = clearings[applyTo ?? 'All'];
  if (!what) {
    throw notImplemented(`${className}.clear('${applyTo}')`);
  }
  return what;
}

function insert(target: SheetArea, shift: string, session: Session): ModelObject {
  const { sheet, area } = target;
  if (isEntireRow(area)) {
    session.book.insertRows(sheet, area.row, area.rowCount, 'addin');
  } else if (isEntireColumn(area)) {
    session.book.insertColumns(sheet, area.column, area.columnCount, 'addin');
  } else {
    session.book.insertCells(sheet, area, asOneOf(['Down', 'Right'] as const, shift), 'addin');
  }
  return range(target);
}

function remove({ sheet, area }: SheetArea, shift: string, session: Session): void {
  if (isEntireRow(area)) {
    session.book.deleteRows(sheet, area.row, area.rowCount, 'addin');
  } else if (isEntireColumn(area)) {
    session.book.deleteColumns(sheet, area.column, area.columnCount, 'addin');
  } else {
    session.book.deleteCells(sheet, area, asOneOf(['Up', 'Left'] as const, shift), 'addin');
  }
}
