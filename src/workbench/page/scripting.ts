/** `window.workbench` over the workbench. */
import { maxColumns, maxRows, parseAddress } from '../book/address';
import type { Area, CellInput, CellValue, ChangeSource, Sheet } from '../book/types';
import type { ShownValue, WorkbenchApi } from './api';
import { shownFill } from './grid/cellLook';
import type { Workbench } from './model/workbench';

/** Makes the scripts' view of a workbench. */
export function createApi(workbench: Workbench): WorkbenchApi {
  const book = () => workbench.books.book.peek();
  const find = (address: string): { readonly sheet: Sheet; readonly areas: readonly Area[] } => {
    const parsed = parseAddress(address);
    if (!parsed) throw new Error(`“${address}” is not an address such as Sheet1!A1:C9.`);
    const sheet = parsed.sheet === null ? book().activeSheet : sheetNamed(parsed.sheet);
    return { sheet, areas: parsed.areas };
  };
  const sheetNamed = (name: string): Sheet => {
    const sheet = book().sheetByName(name);
    if (sheet) return sheet;
    const known = book().sheets.map(each => each.name);
    throw new Error(`There is no sheet “${name}”. There are: ${known.join(', ')}.`);
  };
  const read = <T>(address: string, cell: (sheet: Sheet, row: number, column: number) => T): T[][] => {
    const { sheet, areas } = find(address);
    const area = readable(sheet, areas[0]);
    return Array.from({ length: area.rowCount }, (_, down) =>
      Array.from({ length: area.columnCount }, (_, across) =>
        cell(sheet, area.row + down, area.column + across),
      ),
    );
  };

  const write =
    (source: ChangeSource) =>
    (address: string, rows: readonly (readonly CellInput[])[]): void => {
      const { sheet, areas } = find(address);
      book().setCells(sheet, areas[0], rows, source);
    };

  return {
    async open(bytes, name) {
      await workbench.open(toBytes(bytes), name);
      await workbench.idle();
    },
    save: () => workbench.save(),
    sheets: () => book().sheets.map(({ name }) => name),
    activate: name => book().activate(sheetNamed(name)),
    select(address) {
      const { sheet, areas } = find(address);
      book().select(sheet, areas);
      workbench.grid.reveal(areas[0]);
    },
    setCells: write('user'),
    setCellsAsCoauthor: write('remote'),
    values: address => read(address, (sheet, row, column) => shown(sheet.value(row, column))),
    formulas: address =>
      read(address, (sheet, row, column) => sheet.formula(row, column) ?? shown(sheet.value(row, column))),
    texts: address => read(address, (sheet, row, column) => sheet.text(row, column)),
    fills: address => read(address, (sheet, row, column) => shownFill(book(), sheet, row, column)),
    ribbon: id => workbench.addIn.pressById(id),
    idle: () => workbench.idle(),
  };
}

const shown = (value: CellValue): ShownValue =>
  typeof value === 'object' && value !== null ? value.error : value;

/** Whole columns and rows end with the content: a script that asks for `A:A` means what is in it. */
function readable(sheet: Sheet, area: Area): Area {
  const used = sheet.usedArea(false);
  const last = {
    row: used ? used.row + used.rowCount : 1,
    column: used ? used.column + used.columnCount : 1,
  };
  const isWholeColumns = area.rowCount === maxRows;
  const isWholeRows = area.columnCount === maxColumns;
  return {
    ...area,
    rowCount: isWholeColumns ? last.row : area.rowCount,
    columnCount: isWholeRows ? last.column : area.columnCount,
  };
}

function toBytes(bytes: Parameters<WorkbenchApi['open']>[0]): Uint8Array {
  if (typeof bytes === 'string') return Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0));
  return bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : Uint8Array.from(bytes);
}
