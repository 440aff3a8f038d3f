/** Which formulas need what others answer as a whole: by `D1#`, or by a name that says so. With a value in D1 they would be an error, or count one cell. */

import { columnIndex } from '../address';

/** A formula and where it stands. */
export interface StandingFormula {
  readonly sheetName: string;
  /** Zero-based. */
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** A name of the workbook or of a sheet, and the formula it stands for. */
export interface NamedFormula {
  readonly name: string;
  readonly formula: string;
}

const textsAndSheets = /"(?:[^"]|"")*"|'(?:[^']|'')+'!/g;
const spilled = /(?:(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))!)?(?<![\p{L}\p{N}_.])\$?([A-Z]{1,3})\$?(\d+)#/giu;
const words = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/gu;

const placeKey = (sheetName: string, row: number, column: number): string =>
  `${sheetName.toLowerCase()}!${row},${column}`;

/**
 * Empty the texts of a formula, which refer to nothing. Names of sheets stay, with whatever quotes they have.
 *
 * @example withoutTexts(`='5" pipes'!A1&"B1"`) //=> `='5" pipes'!A1&""`
 */
export const withoutTexts = (formula: string): string =>
  formula.replaceAll(textsAndSheets, found => (found.startsWith('"') ? '""' : found));

/** Leave out of a formula what only looks like functions and names: its texts, and sheets whose names are quoted. */
export const withoutTextsAndSheets = (formula: string): string =>
  formula.replaceAll(textsAndSheets, found => (found.startsWith('"') ? '""' : ''));

/** Whether a formula refers to all that another one spilled. */
export const readsSpills = (formula: string): boolean =>
  formula.includes('#') && spillsRead(formula, '').length > 0;

/** The key of the place where a formula stands, by the address of what it fills. */
export const spillKey = (sheetName: string, address: string): string =>
  spillsRead(`${address.split(':')[0]}#`, sheetName)[0];

/** The first cells of what a formula refers to as spilled, as keys of places. */
function spillsRead(formula: string, sheetName: string): string[] {
  return [...withoutTexts(formula).matchAll(spilled)].map(([, quoted, plain, letters, row]) =>
    placeKey(quoted?.replaceAll("''", "'") ?? plain ?? sheetName, Number(row) - 1, columnIndex(letters)),
  );
}

/** The first cells of what a formula refers to as spilled, itself or by names, as keys of places. */
export function spillsReadByNames(
  formula: string,
  sheetName: string,
  names: readonly NamedFormula[],
): string[] {
  const known = new Set(names.map(({ name }) => name.toLowerCase()));
  const used = new Set(namesUsed(formula, known));
  // A set gives what is added while it is gone through too.
  for (const each of used)
    for (const { name, formula: meant } of names)
      if (name.toLowerCase() === each) for (const next of namesUsed(meant, known)) used.add(next);
  const meanings = names.filter(({ name }) => used.has(name.toLowerCase()));
  return [formula, ...meanings.map(name => name.formula)].flatMap(each => spillsRead(each, sheetName));
}

/**
 * Tell which names a formula uses.
 *
 * @param names In lower case.
 */
export function namesUsed(formula: string, names: ReadonlySet<string>): string[] {
  if (names.size === 0) return [];
  return [...withoutTextsAndSheets(formula).matchAll(words)]
    .map(([word]) => word.toLowerCase())
    .filter(word => names.has(word));
}

/**
 * Choose of formulas those that call for something, and those that need what a chosen one spills or what a name stands for that does. Who reads comes
 * before whom it reads.
 *
 * @example chooseWithReaders([{ …, formula: '=TIERCEL.DSO(1,2)' }, { …, formula: '=1+1' }], [], isOurs) //=> the first
 */
export function chooseWithReaders<Formula extends StandingFormula>(
  formulas: readonly Formula[],
  names: readonly NamedFormula[],
  isCalling: (formula: string) => boolean,
): Formula[] {
  const known = new Set(names.map(({ name }) => name.toLowerCase()));
  const nodes = [
    ...names.map(({ name, formula }) => ({ key: name.toLowerCase(), formula, sheetName: '' })),
    ...formulas.map(formula => ({
      ...formula,
      key: placeKey(formula.sheetName, formula.row, formula.column),
    })),
  ].map(({ key, formula, sheetName }) => ({
    key,
    isChosen: isCalling(formula),
    read: [...spillsRead(formula, sheetName), ...namesUsed(formula, known)],
  }));
  const depths = new Map<string, number>(nodes.flatMap(({ key, isChosen }) => (isChosen ? [[key, 0]] : [])));
  // A chain is no longer than there are links, also where one bites its tail.
  for (let round = 0; round < nodes.length; round += 1) {
    let isSettled = true;
    for (const { key, read } of nodes) {
      const depth = Math.max(...read.map(each => depths.get(each) ?? -1), -1) + 1;
      if (depth === 0 || depth <= (depths.get(key) ?? -1) || depth > nodes.length) continue;
      depths.set(key, depth);
      isSettled = false;
    }
    if (isSettled) break;
  }
  const depthOf = ({ sheetName, row, column }: StandingFormula) =>
    depths.get(placeKey(sheetName, row, column));
  return formulas
    .filter(formula => depthOf(formula) !== undefined)
    .sort((one, other) => depthOf(other)! - depthOf(one)!);
}
