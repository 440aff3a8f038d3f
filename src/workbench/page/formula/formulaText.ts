/** What the caret of a half-typed formula stands in: a function's name, an argument, or a place for a reference. */
import { parseAddress } from '../../book/address';
import type { Area } from '../../book/types';
import type { FunctionDescription } from './functionList';

export interface Suggestion {
  /** Where the half-typed name begins in the text. */
  readonly start: number;
  readonly matches: readonly FunctionDescription[];
}

export interface CallAtCaret {
  readonly description: FunctionDescription;
  /** Zero-based. */
  readonly argument: number;
}

export interface ReferenceInFormula {
  readonly start: number;
  readonly end: number;
  readonly sheetName: string | null;
  readonly area: Area;
}

const nameAtEnd = /(?:^|[=(,;+\-*/^&<>{\s@])([A-Za-z_][A-Za-z0-9_.]*)$/;
const beforeReference = /[=(,;+\-*/^&<>{:]\s*$/;
const referencePattern =
  /(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:\$?[A-Za-z]{1,3}\$?[1-9]\d*(?::\$?[A-Za-z]{1,3}\$?[1-9]\d*)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d*:\$?[1-9]\d*)/gu;

const isFormula = (text: string): boolean => text.startsWith('=') && text.length > 0;

/** The functions whose name begins with what stands before the caret; null when that is no name. */
export function suggestionsAt(
  text: string,
  caret: number,
  functions: readonly FunctionDescription[],
): Suggestion | null {
  if (!isFormula(text) || isInsideText(text, caret)) return null;
  const typed = nameAtEnd.exec(text.slice(0, caret))?.[1];
  if (!typed) return null;
  const wanted = typed.toUpperCase();
  const matches = functions.filter(({ name, shortName }) => {
    return name !== wanted && (name.startsWith(wanted) || shortName.startsWith(wanted));
  });
  return matches.length > 0 ? { start: caret - typed.length, matches } : null;
}

/** The innermost function call of the add-in around the caret, and which of its arguments. */
export function callAt(
  text: string,
  caret: number,
  functions: readonly FunctionDescription[],
): CallAtCaret | null {
  if (!isFormula(text)) return null;
  const open: { name: string; argument: number }[] = [];
  let quote = '';
  let name = '';
  for (const letter of text.slice(0, caret)) {
    if (quote) {
      if (letter === quote) quote = '';
      continue;
    }
    if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '(' || letter === '{') open.push({ name: letter === '(' ? name : '', argument: 0 });
    else if (letter === ')' || letter === '}') open.pop();
    else if (letter === ',') {
      const innermost = open[open.length - 1];
      if (innermost) innermost.argument += 1;
    }
    name = /[A-Za-z0-9_.]/.test(letter) ? name + letter : '';
  }
  for (const { name: called, argument } of open.reverse()) {
    const description = functions.find(candidate => candidate.name === called.toUpperCase());
    if (description) return { description, argument };
  }
  return null;
}

/** True where a click on a cell would write its address: after an operator, a comma or an opening bracket. */
export function takesReference(text: string, caret: number): boolean {
  if (!isFormula(text) || isInsideText(text, caret)) return false;
  return beforeReference.test(text.slice(0, caret));
}

/** The references of a formula, to be coloured in the formula and framed on the sheet. */
export function referencesIn(text: string): ReferenceInFormula[] {
  if (!isFormula(text)) return [];
  const references: ReferenceInFormula[] = [];
  for (const match of text.matchAll(referencePattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const isPartOfWord =
      /[\p{L}\p{N}_.$]/u.test(text[start - 1] ?? '') || /[\p{L}\p{N}_.(]/u.test(text[end] ?? '');
    if (isPartOfWord || isInsideText(text, start)) continue;
    const address = parseAddress(match[0]);
    const area = address?.areas[0];
    if (area) references.push({ start, end, sheetName: address.sheet, area });
  }
  return references;
}

function isInsideText(text: string, caret: number): boolean {
  let quotes = 0;
  for (let at = 0; at < caret; at += 1) if (text[at] === '"') quotes += 1;
  return quotes % 2 === 1;
}
