import { errors, isError } from '../../errorValue';
import { displayText, readTyped } from '../../numberFormat';
import type { CellValue } from '../../types';
import { numberFromText, toText } from '../coercion';
import { wildcardPattern } from '../criteria';
import type { Scope } from '../scope';
import { fail, Matrix, type Value } from '../value';
import {
  type Cells,
  eager,
  type FunctionDefinition,
  lifted,
  logicalArgument,
  matrixArgument,
  plainArgument,
  singleArgument,
} from './definition';

/** Functions on texts. */
export const textFunctions: readonly FunctionDefinition[] = [
  lifted('LEN', 1, 1, cells => cells.text(0).length),
  lifted('LEFT', 1, 2, cells => cells.text(0).slice(0, length(cells, 1))),
  lifted('RIGHT', 1, 2, cells => {
    const count = length(cells, 1);
    return count === 0 ? '' : cells.text(0).slice(-count);
  }),
  lifted('MID', 3, 3, cells => {
    const start = cells.whole(1);
    return start < 1 ? errors.value : cells.text(0).slice(start - 1, start - 1 + length(cells, 2));
  }),
  lifted('TRIM', 1, 1, cells => cells.text(0).replace(/ +/g, ' ').replace(/^ | $/g, '')),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what CLEAN removes.
  lifted('CLEAN', 1, 1, cells => cells.text(0).replace(/[\u0000-\u001f]/g, '')),
  lifted('UPPER', 1, 1, cells => cells.text(0).toUpperCase()),
  lifted('LOWER', 1, 1, cells => cells.text(0).toLowerCase()),
  lifted('PROPER', 1, 1, cells =>
    cells
      .text(0)
      .toLowerCase()
      .replace(/(^|[^\p{L}])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase()),
  ),
  lifted('REPT', 2, 2, cells => (cells.whole(1) < 0 ? errors.value : cells.text(0).repeat(cells.whole(1)))),
  lifted('EXACT', 2, 2, cells => cells.text(0) === cells.text(1)),
  lifted('CHAR', 1, 1, cells => character(cells.whole(0), 255)),
  lifted('UNICHAR', 1, 1, cells => character(cells.whole(0), 0x10ffff)),
  lifted('CODE', 1, 1, cells => cells.text(0).codePointAt(0) ?? errors.value),
  lifted('UNICODE', 1, 1, cells => cells.text(0).codePointAt(0) ?? errors.value),
  lifted('FIND', 2, 3, cells => {
    const start = cells.whole(2, 1);
    const place = start < 1 ? -1 : cells.text(1).indexOf(cells.text(0), start - 1);
    return place < 0 ? errors.value : place + 1;
  }),
  lifted('SEARCH', 2, 3, cells => {
    const start = cells.whole(2, 1);
    const within = cells.text(1).toLowerCase();
    const wanted = cells.text(0).toLowerCase();
    if (start < 1) return errors.value;
    const pattern = wildcardPattern(wanted);
    const place = pattern
      ? within.slice(start - 1).search(new RegExp(pattern.source.slice(1, -1), 'iu'))
      : within.slice(start - 1).indexOf(wanted);
    return place < 0 ? errors.value : place + start;
  }),
  lifted('SUBSTITUTE', 3, 4, cells => {
    const [text, old, replacement] = [cells.text(0), cells.text(1), cells.text(2)];
    if (old === '') return text;
    if (!cells.has(3)) return text.replaceAll(old, () => replacement);
    const which = cells.whole(3);
    if (which < 1) return errors.value;
    const pieces = text.split(old);
    if (pieces.length <= which) return text;
    return pieces.slice(0, which).join(old) + replacement + pieces.slice(which).join(old);
  }),
  lifted('REPLACE', 4, 4, cells => {
    const start = cells.whole(1);
    if (start < 1 || cells.whole(2) < 0) return errors.value;
    const text = cells.text(0);
    return text.slice(0, start - 1) + cells.text(3) + text.slice(start - 1 + cells.whole(2));
  }),
  lifted('TEXT', 2, 2, cells => {
    const value = cells.value(0);
    const pattern = cells.text(1);
    if (pattern === '') return '';
    const number = typeof value === 'string' ? numberFromText(value, cells.scope.state) : value;
    return displayText(number ?? (value === null ? 0 : value), pattern, cells.scope.state);
  }),
  lifted('VALUE', 1, 1, cells => {
    const value = cells.value(0);
    if (typeof value === 'number' || value === null) return value ?? 0;
    return typeof value === 'string'
      ? (numberFromText(value, cells.scope.state) ?? errors.value)
      : errors.value;
  }),
  lifted('NUMBERVALUE', 1, 3, cells => {
    const decimal = cells.text(1, '.');
    const group = cells.text(2, ',');
    const text = cells.text(0).replaceAll(group, '').replaceAll(decimal, '.').replace(/\s/g, '');
    const percents = /%*$/.exec(text)![0].length;
    const number = Number(text.slice(0, text.length - percents));
    return Number.isNaN(number) ? errors.value : number / 100 ** percents;
  }),
  lifted('DATEVALUE', 1, 1, cells => {
    const typed = readTyped(cells.text(0), cells.scope.state);
    return typeof typed?.value === 'number' && typed.numberFormat !== null
      ? Math.floor(typed.value)
      : errors.value;
  }),
  lifted('FIXED', 1, 3, cells => {
    const decimals = cells.whole(1, 2);
    const pattern = cells.logical(2) ? '0' : '#,##0';
    const value =
      decimals < 0 ? Math.round(cells.number(0) * 10 ** decimals) / 10 ** decimals : cells.number(0);
    return displayText(
      value,
      decimals > 0 ? `${pattern}.${'0'.repeat(decimals)}` : pattern,
      cells.scope.state,
    );
  }),
  ...['CONCAT', 'CONCATENATE'].map(name =>
    eager(name, 1, 254, (args, scope) =>
      args.flatMap(arg => matrixOrError(arg, scope).values.map(toText)).join(''),
    ),
  ),
  eager('TEXTJOIN', 3, 254, ([delimiter, ignoreEmpty, ...args], scope) => {
    const between = toText(singleArgument(delimiter, scope));
    const texts = args.flatMap(arg => matrixOrError(arg, scope).values.map(toText));
    const kept = logicalArgument(ignoreEmpty, scope, true) ? texts.filter(text => text !== '') : texts;
    return kept.join(between);
  }),
  lifted('TEXTBEFORE', 2, 3, cells => around(cells, (text, start) => text.slice(0, start))),
  lifted('TEXTAFTER', 2, 3, cells => around(cells, (text, _, end) => text.slice(end))),
  eager('TEXTSPLIT', 2, 3, ([text, column, row], scope) => {
    const whole = toText(singleArgument(text, scope));
    const between = toText(singleArgument(column, scope));
    const lines = row === undefined ? [whole] : whole.split(toText(singleArgument(row, scope)));
    return Matrix.fromRows(lines.map(line => (between === '' ? [line] : line.split(between))));
  }),
];

function length(cells: Cells, index: number): number {
  const count = cells.whole(index, 1);
  return count < 0 ? fail(errors.value) : count;
}

function character(code: number, most: number): CellValue {
  return code < 1 || code > most ? errors.value : String.fromCodePoint(code);
}

function matrixOrError(arg: Value, scope: Scope): Matrix {
  const read = plainArgument(arg, scope);
  if (isError(read)) return fail(read);
  return matrixArgument(read, scope);
}

function around(cells: Cells, take: (text: string, start: number, end: number) => string): CellValue {
  const [text, delimiter] = [cells.text(0), cells.text(1)];
  const which = cells.whole(2, 1);
  if (which === 0) return errors.value;
  if (delimiter === '') return which > 0 ? take(text, 0, 0) : take(text, text.length, text.length);
  const places: number[] = [];
  for (let place = text.indexOf(delimiter); place >= 0; place = text.indexOf(delimiter, place + 1)) {
    places.push(place);
  }
  const start = which > 0 ? places[which - 1] : places.at(which);
  return start === undefined ? errors.notAvailable : take(text, start, start + delimiter.length);
}
