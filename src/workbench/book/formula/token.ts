import { columnIndex, maxColumns, maxRows } from '../address';

/** One corner of a reference as written: zero-based, each part relative or absolute. */
export interface Corner {
  readonly row: number;
  readonly column: number;
  readonly isRowFixed: boolean;
  readonly isColumnFixed: boolean;
}

/** `A1`, `$A$1:B2`, `A:A` or `3:5` as written; for a single cell both corners are the same. */
export interface WrittenArea {
  readonly shape: 'cell' | 'area' | 'columns' | 'rows';
  readonly from: Corner;
  readonly to: Corner;
}

interface Place {
  readonly start: number;
  readonly end: number;
  /** White space stands before it, which between references means their intersection. */
  readonly isSpaced: boolean;
}

export type Token = Place &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'error'; readonly code: string; readonly sheet: string | null }
    | {
        readonly kind: 'reference';
        readonly sheet: string | null;
        readonly written: WrittenArea;
        /** Where the address begins, after the sheet. */
        readonly addressStart: number;
      }
    | { readonly kind: 'name'; readonly sheet: string | null; readonly name: string }
    | { readonly kind: 'function'; readonly name: string }
    | { readonly kind: 'structured'; readonly table: string; readonly inside: string }
    | { readonly kind: 'symbol'; readonly symbol: string }
    | { readonly kind: 'end' }
  );

/** A formula that cannot be read, with the position where reading stopped. */
export class FormulaSyntaxError extends Error {
  constructor(
    message: string,
    readonly position: number,
  ) {
    super(message);
  }
}

const space = /\s+/y;
const numeral = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const literalText = /"(?:[^"]|"")*"/y;
const errorCode = /#(?:N\/A|VALUE!|DIV\/0!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BUSY!)/iy;
const sheetPrefix = /(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/uy;
const follows = '(?![\\p{L}\\p{N}_.(\\[!])';
const cellAddress = new RegExp(
  `(\\$?)([A-Za-z]{1,3})(\\$?)([1-9]\\d{0,6})${follows}(?::(\\$?)([A-Za-z]{1,3})(\\$?)([1-9]\\d{0,6})${follows})?`,
  'uy',
);
const columnAddress = new RegExp(`(\\$?)([A-Za-z]{1,3}):(\\$?)([A-Za-z]{1,3})${follows}`, 'uy');
const rowAddress = new RegExp(`(\\$?)([1-9]\\d{0,6}):(\\$?)([1-9]\\d{0,6})${follows}`, 'uy');
const identifier = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy;
const symbol = /<=|>=|<>|[-+*/^&=<>%(){},;:#@]/y;

/** Split a formula, with or without its `=`, into tokens that know their place in the text. */
export function tokenize(text: string): Token[] {
  const reader = new Reader(text, text.startsWith('=') ? 1 : 0);
  const tokens: Token[] = [];
  for (;;) {
    const token = nextToken(reader);
    tokens.push(token);
    if (token.kind === 'end') return tokens;
  }
}

class Reader {
  constructor(
    readonly text: string,
    public position: number,
  ) {}

  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text);
    if (match) this.position = pattern.lastIndex;
    return match;
  }
}

function nextToken(reader: Reader): Token {
  const isSpaced = reader.take(space) !== null;
  const start = reader.position;
  const place = () => ({ start, end: reader.position, isSpaced });
  if (start >= reader.text.length) return { kind: 'end', ...place() };
  const literal = reader.take(literalText);
  if (literal) return { kind: 'text', value: literal[0].slice(1, -1).replaceAll('""', '"'), ...place() };
  const prefix = reader.take(sheetPrefix);
  const sheet = prefix ? (prefix[1]?.replaceAll("''", "'") ?? prefix[2]) : null;
  const code = reader.take(errorCode);
  if (code) return { kind: 'error', code: code[0].toUpperCase(), sheet, ...place() };
  const addressStart = reader.position;
  const written = takeAddress(reader);
  if (written) return { kind: 'reference', sheet, written, addressStart, ...place() };
  const number = sheet === null ? reader.take(numeral) : null;
  if (number) return { kind: 'number', value: Number(number[0]), ...place() };
  const name = reader.take(identifier);
  if (name) return namedToken(reader, name[0], sheet, place);
  if (reader.text[reader.position] === '[' && sheet === null) {
    return { kind: 'structured', table: '', inside: takeBrackets(reader), ...place() };
  }
  const sign = sheet === null ? reader.take(symbol) : null;
  if (sign) return { kind: 'symbol', symbol: sign[0], ...place() };
  throw new FormulaSyntaxError(`Unexpected "${reader.text[reader.position]}".`, reader.position);
}

function namedToken(reader: Reader, name: string, sheet: string | null, place: () => Place): Token {
  if (reader.text[reader.position] === '(' && sheet === null) return { kind: 'function', name, ...place() };
  if (reader.text[reader.position] === '[') {
    return { kind: 'structured', table: name, inside: takeBrackets(reader), ...place() };
  }
  return { kind: 'name', sheet, name, ...place() };
}

/** What stands between a `[` and its `]`; an apostrophe takes the next character literally. */
function takeBrackets(reader: Reader): string {
  const start = reader.position;
  let depth = 0;
  for (let index = start; index < reader.text.length; index++) {
    const character = reader.text[index];
    if (character === "'") index++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) {
      reader.position = index + 1;
      return reader.text.slice(start + 1, index);
    }
  }
  throw new FormulaSyntaxError('A "[" is not closed.', start);
}

function takeAddress(reader: Reader): WrittenArea | null {
  const start = reader.position;
  const written = takeCells(reader) ?? takeColumns(reader) ?? takeRows(reader);
  if (!written) reader.position = start;
  return written;
}

function takeCells(reader: Reader): WrittenArea | null {
  const start = reader.position;
  const match = reader.take(cellAddress);
  if (!match) return null;
  const from = corner(match[1], match[2], match[3], match[4]);
  const to = match[6] === undefined ? from : corner(match[5], match[6], match[7], match[8]);
  if (from && to) return { shape: from === to ? 'cell' : 'area', from, to };
  reader.position = start;
  return null;
}

function takeColumns(reader: Reader): WrittenArea | null {
  const match = reader.take(columnAddress);
  if (!match) return null;
  const first = columnIndex(match[2]);
  const last = columnIndex(match[4]);
  if (first < 0 || last < 0) return null;
  return {
    shape: 'columns',
    from: { row: 0, column: first, isRowFixed: true, isColumnFixed: match[1] === '$' },
    to: { row: maxRows - 1, column: last, isRowFixed: true, isColumnFixed: match[3] === '$' },
  };
}

function takeRows(reader: Reader): WrittenArea | null {
  const match = reader.take(rowAddress);
  if (!match) return null;
  const first = Number(match[2]) - 1;
  const last = Number(match[4]) - 1;
  if (first >= maxRows || last >= maxRows) return null;
  return {
    shape: 'rows',
    from: { row: first, column: 0, isRowFixed: match[1] === '$', isColumnFixed: true },
    to: { row: last, column: maxColumns - 1, isRowFixed: match[3] === '$', isColumnFixed: true },
  };
}

function corner(
  columnSign: string | undefined,
  letters: string | undefined,
  rowSign: string | undefined,
  digits: string | undefined,
): Corner | null {
  const column = columnIndex(letters ?? '');
  const row = Number(digits) - 1;
  if (column < 0 || row >= maxRows) return null;
  return { row, column, isRowFixed: rowSign === '$', isColumnFixed: columnSign === '$' };
}
