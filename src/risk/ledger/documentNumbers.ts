import { isBlankCell, isErrorCell, plainText, rawText } from './cell';
import { growingIntegers, growingSmallCodes } from './growingColumn';
import type { Cell } from './ledger';

/** Digits that fit an integer of 32 bits, whichever they are. */
const mostDigits = 9;
/** How many numbers of up to nine digits there are when leading zeros count, none at all among them. */
const numbersPerPrefix = (10 ** (mostDigits + 1) - 1) / 9;

/** In place of a pattern: the entry has no document number. */
const noNumber = 0;
/** The pattern of texts that are kept as they are; their number is their place among such texts. */
const wholeText = 1;
const firstPattern = 2;
/** Prefixes as written that are remembered, so that a pattern fits 16 bits; other texts are kept whole. */
const rememberedPrefixes = 4096;

/**
 * The document numbers of a ledger, compared without case, width and doubled spaces. A number is kept as what stands before its last
 * digits (`INV-2024-`, nearly always the same) and those digits as an integer: six bytes, and a million of them are neither hashed as
 * texts nor kept as such.
 */
export class DocumentNumbers {
  /** Per entry: which prefix and how many digits; or `wholeText` or `noNumber`. */
  private readonly pattern = growingSmallCodes();
  private readonly number = growingIntegers();

  /** As written, by code; each takes as many patterns as there can be digits. */
  private readonly prefixes: string[] = [];
  /** By pattern: the key of its number 0. */
  private readonly firstKeys: number[] = [Number.NaN, Number.NaN];
  private readonly codeOfWritten = new Map<string, number>();
  /** Before nine digits a prefix may itself end in digits: it is another one then. */
  private readonly codeOfLong = new Map<string, number>();
  private latestPrefix = '';
  /** The same letters: an array hands them over sooner than a text, which takes a sixth off the time of a column. */
  private latestLetters = new Uint16Array(0);
  private latestIsLong = false;
  private latestCode: number;

  private readonly wholeTexts: string[] = [];
  private readonly keyOfWholeText: number[] = [];
  private readonly placeOfFolded = new Map<string, number>();

  /** @param column zero-based within the block */
  constructor(readonly column: number) {
    this.latestCode = this.prefixCode('', false)!;
  }

  /** How many entries there are. */
  get length(): number {
    return this.number.length;
  }

  /** Take room for that many entries at once. */
  reserve(count: number): void {
    this.pattern.reserve(count);
    this.number.reserve(count);
  }

  /** Take the cells of `rows[from] … rows[to − 1]`. */
  addRows(rows: readonly (readonly Cell[])[], from: number, to: number): void {
    const firstEntry = this.pattern.extend(to - from);
    this.number.extend(to - from);
    let next = from;
    while (next < to) {
      next = this.addLikeLatest(rows, next, to, firstEntry - from);
      if (next === to) return;
      this.write(firstEntry - from + next, rows[next]![this.column]);
      next++;
    }
  }

  /** Take numbers whose prefix is the one that came last; stops at the first other cell and tells where. */
  private addLikeLatest(
    rows: readonly (readonly Cell[])[],
    from: number,
    to: number,
    entryOfRow0: number,
  ): number {
    const { column, latestLetters } = this;
    const prefixLength = this.latestPrefix.length;
    const patterns = this.pattern.room;
    const numbers = this.number.room;
    const firstPatternHere = patternOf(this.latestCode, 1);
    const fewest = this.latestIsLong ? mostDigits : 1;
    for (let index = from; index < to; index++) {
      const cell = rows[index]![column];
      const text = typeof cell === 'number' ? String(cell) : cell;
      if (typeof text !== 'string') return index;
      const digits = text.length - prefixLength;
      if (digits < fewest || digits > mostDigits) return index;
      const number = numberAfter(text, latestLetters, prefixLength);
      if (number < 0) return index;
      patterns[entryOfRow0 + index] = firstPatternHere + digits - 1;
      numbers[entryOfRow0 + index] = number;
    }
    return to;
  }

  /**
   * The number of an entry as a key: equal for equal numbers, a whole number from 0, -1 for an entry without one. Two numbers that differ in
   * their last digits alone are as far apart as these are.
   */
  keyAt(entry: number): number {
    const pattern = this.pattern.room[entry]!;
    const number = this.number.room[entry]!;
    if (pattern >= firstPattern) return this.firstKeys[pattern]! + number;
    return pattern === noNumber ? -1 : this.keyOfKeptText(number);
  }

  /** The key of any cell that names a document; -1 where it names none. */
  keyOf(cell: Cell): number {
    if (isBlankCell(cell) || isErrorCell(cell)) return -1;
    return this.foldedKey(plainText(cell).toUpperCase());
  }

  /** The number of an entry as written, `''` where it has none. */
  textAt(entry: number): string {
    const pattern = this.pattern.room[entry]!;
    const number = this.number.room[entry]!;
    if (pattern === noNumber) return '';
    if (pattern === wholeText) return this.wholeTexts[number]!;
    const code = Math.floor((pattern - firstPattern) / mostDigits);
    const digits = ((pattern - firstPattern) % mostDigits) + 1;
    return this.prefixes[code]! + String(number).padStart(digits, '0');
  }

  private write(entry: number, cell: Cell): void {
    const text = isBlankCell(cell) || isErrorCell(cell) ? '' : rawText(cell);
    const at = startOfDigits(text);
    const digits = text.length - at;
    const code = digits === 0 ? undefined : this.rememberedCode(text.slice(0, at), digits === mostDigits);
    if (code !== undefined) {
      this.pattern.room[entry] = patternOf(code, digits);
      this.number.room[entry] = Number(text.slice(at));
    } else if (text !== '') {
      this.pattern.room[entry] = wholeText;
      this.number.room[entry] = this.wholeTexts.push(text) - 1;
    }
  }

  /** The code of what stands before the digits, which comes again in the next rows; `undefined` where only the whole text can tell. */
  private rememberedCode(prefix: string, isLong: boolean): number | undefined {
    const code = this.prefixCode(prefix, isLong);
    if (code === undefined) return undefined;
    this.latestPrefix = prefix;
    this.latestLetters = Uint16Array.from({ length: prefix.length }, (_, index) => prefix.charCodeAt(index));
    this.latestIsLong = isLong;
    this.latestCode = code;
    return code;
  }

  private prefixCode(prefix: string, isLong: boolean): number | undefined {
    const known = isLong ? this.codeOfLong : this.codeOfWritten;
    const code = known.get(prefix);
    if (code !== undefined || this.prefixes.length >= rememberedPrefixes) return code;
    const folded = plainText(`${prefix}0`).toUpperCase().slice(0, -1);
    // Full-width digits become digits when folded, and would belong to the number.
    const isCutElsewhere = !isLong && startOfDigits(folded) < folded.length;
    if (isCutElsewhere) return undefined;
    known.set(prefix, this.prefixes.length);
    for (let digits = 1; digits <= mostDigits; digits++) this.firstKeys.push(this.firstKey(folded, digits));
    return this.prefixes.push(prefix) - 1;
  }

  private keyOfKeptText(place: number): number {
    this.keyOfWholeText[place] ??= this.foldedKey(plainText(this.wholeTexts[place]!).toUpperCase());
    return this.keyOfWholeText[place]!;
  }

  private foldedKey(folded: string): number {
    const at = startOfDigits(folded);
    return this.firstKey(folded.slice(0, at), folded.length - at) + Number(folded.slice(at));
  }

  private firstKey(folded: string, digits: number): number {
    let place = this.placeOfFolded.get(folded);
    if (place === undefined) {
      place = this.placeOfFolded.size;
      this.placeOfFolded.set(folded, place);
    }
    // Below 2^53 for as many prefixes as Excel has rows.
    return place * numbersPerPrefix + (10 ** digits - 1) / 9;
  }
}

const patternOf = (code: number, digits: number): number => firstPattern + code * mostDigits + digits - 1;

/** The digits after a prefix, at most nine; -1 where the text is not made of these two. */
function numberAfter(text: string, prefix: Uint16Array, prefixLength: number): number {
  for (let index = 0; index < prefixLength; index++) {
    if (text.charCodeAt(index) !== prefix[index]) return -1;
  }
  let number = 0;
  for (let index = prefixLength; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = (number * 10 + digit) | 0;
  }
  return number;
}

/** Where the last digits of a text begin, at most nine of them; its length when it does not end in a digit. */
function startOfDigits(text: string): number {
  const earliest = Math.max(0, text.length - mostDigits);
  let at = text.length;
  while (at > earliest && isDigit(text.charCodeAt(at - 1))) at--;
  return at;
}

const isDigit = (character: number): boolean => character >= 48 && character <= 57;
