import type { StructuredPart } from './syntax';
import { FormulaSyntaxError } from './token';

type Rows = StructuredPart['rows'][number];

const rowWords: readonly Rows[] = ['#All', '#Data', '#Headers', '#Totals', '#This Row'];

/**
 * Read what stands in a structured reference's brackets: `Amount`, `@Amount`, `#All`, `[#Headers],[A]:[B]`, `@[Due date]`.
 * An apostrophe takes the next character literally.
 */
export function parseStructured(table: string, inside: string, position: number): StructuredPart {
  const text = inside.trim();
  if (text === '') return { table, rows: [], columns: null };
  if (text.startsWith('@')) {
    const rest = text.slice(1).trim();
    const columns = rest === '' ? null : columnsOf(bracketed(rest), position);
    return { table, rows: ['#This Row'], columns };
  }
  if (!text.startsWith('[')) return wordOrColumn(table, text);
  const rows: Rows[] = [];
  let columns: StructuredPart['columns'] = null;
  for (const item of splitOutside(text, ',')) {
    const word = rowWord(item.trim().replace(/^\[|\]$/g, ''));
    if (word) rows.push(word);
    else columns = columnsOf(item.trim(), position);
  }
  return { table, rows, columns };
}

function wordOrColumn(table: string, text: string): StructuredPart {
  const word = rowWord(text);
  if (word) return { table, rows: [word], columns: null };
  const column = unescaped(text);
  return { table, rows: [], columns: [column, column] };
}

function rowWord(text: string): Rows | null {
  return rowWords.find(word => word.toLowerCase() === text.toLowerCase()) ?? null;
}

const bracketed = (text: string): string => (text.startsWith('[') ? text : `[${text}]`);

function columnsOf(text: string, position: number): readonly [string, string] {
  const ends = splitOutside(text, ':').map(end => end.trim());
  const [first, last = first] = ends.map(end => unescaped(end.replace(/^\[|\]$/g, '')));
  if (first === undefined || last === undefined || ends.length > 2) {
    throw new FormulaSyntaxError('The columns of the table cannot be read.', position);
  }
  return [first, last];
}

function splitOutside(text: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '[') depth++;
    if (character === ']') depth--;
    if (character === separator && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
    if (character === "'") parts[parts.length - 1] += text[++index] ?? '';
  }
  return parts;
}

const unescaped = (text: string): string => text.replace(/'(.)/g, '$1');
