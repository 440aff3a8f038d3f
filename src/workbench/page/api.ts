/** What scripts and tests can do with the workbench, as `window.workbench`. Addresses are written `Sheet1!A1:C9`. */
import type { CellInput } from '../book/types';

export type ShownValue = number | string | boolean | null;

export interface WorkbenchApi {
  /**
   * Opens a workbook (.xlsx) or a text file (.csv) in place of the open one and starts the add-in again.
   * Resolves when the workbook is there and has calculated.
   * @param bytes the file; a text is read as base64
   * @throws when the file cannot be read; the open workbook stays
   */
  open(bytes: Uint8Array | ArrayBuffer | readonly number[] | string, name: string): Promise<void>;
  /** The workbook as an .xlsx file. */
  save(): Promise<Uint8Array>;
  /** The names of all sheets in order, hidden ones included. */
  sheets(): string[];
  activate(name: string): void;
  /** Several areas with commas; without a sheet the active one is meant. */
  select(address: string): void;
  /** Writes values, or formulas (texts that begin with `=`), as a user would; null leaves a cell, `''` empties it. */
  setCells(address: string, rows: readonly (readonly CellInput[])[]): void;
  /** The same as somebody else would who has the workbook open too: the add-in hears of it with the source Remote. */
  setCellsAsCoauthor(address: string, rows: readonly (readonly CellInput[])[]): void;
  /** Empty cells are null, errors their text: `#N/A`. */
  values(address: string): ShownValue[][];
  /** A formula, or the constant where there is none. */
  formulas(address: string): ShownValue[][];
  /** What each cell shows as text, number formats applied. */
  texts(address: string): string[][];
  /** The fill each cell shows, conditional formats included: `#RRGGBB`, or `''`. A table's style is not a fill. */
  fills(address: string): string[][];
  /**
   * Presses a button of the add-in's ribbon by its id in the manifest, or by its function's name.
   * Resolves when the function has finished.
   */
  ribbon(id: string): Promise<void>;
  /** Resolves when nothing is calculating, opening, or under way between the add-in and the workbook. */
  idle(): Promise<void>;
}

declare global {
  interface Window {
    workbench: WorkbenchApi;
  }
}
