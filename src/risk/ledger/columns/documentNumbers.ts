import type { Slices } from '../../slices';
import { isBlankCell, isErrorCell, plainText, rawText } from '../cell';
import type { Cell } from '../ledger';
import { growingIntegers, growingSmallCodes } from './growingColumn';
import type { SheetRows } from './sheetRows';

/** Digits that fit an integer of 32 bits, whichever they are. */
const mostDigits = 9;
/** How many numbers of up to nine digits there are when leading zeros count, none at all among them. */
const numbersPerPrefix = (10 ** (mostDigits + 1) - 1) / 9;

/** In place of a pattern: the entry has no document number. */
const noNumber = 0;
/** The pattern of texts that are kept as they are; their number is their place among such texts. */
const wholeText = 1;
const firstPattern = 2;
/** Rows that are read late before the work stops for others. */
const rowsInSlice = 16_384;
/** Prefixes as written that are remembered, so that a pattern fits 16 bits; other texts are kept whole. */
const rememberedPrefixes = 4096;

/** What stands before the last digits of a number. */
interface Prefix {
  readonly written: string;
  /** The same: an array hands letters over sooner than a text, which takes a sixth off the time of a column. */
  readonly letters: Uint16Array;
  /** Its place; each takes as many patterns as there can be digits. */
  readonly code: number;
  readonly fewestDigits: number;
}

/** Where the rows of entries can be looked up again. */
export interface KeptRows {
  /** All rows of the block that were added so far. */
  readonly rows: () => readonly (readonly Cell[])[];
  /** Per entry. */
  readonly sheetRow: SheetRows;
}

/**
 * The document numbers of a ledger, compared without case, width and doubled spaces. A number is kept as what stands before its last
 * digits (`INV-2024-`, nearly always the same) and those digits as an integer: six bytes, and a million of them are neither hashed as
 * texts nor kept as such.
 *
 * Few ledgers need them for any figure. Where rows can be looked up again they are read only when something asks for them: it is a seventh of the time to
 * the table of customers.
 */
export class DocumentNumbers {
  /** Per entry: which prefix and how many digits; or `wholeText` or `noNumber`. */
  private readonly pattern = growingSmallCodes();
  private readonly number = growingIntegers();

  /** By code. */
  private readonly prefixes: Prefix[] = [];
  /** By pattern: the key of its number 0. */
  private readonly firstKeys: number[] = [Number.NaN, Number.NaN];
  private readonly ofWritten = new Map<string, Prefix>();
  /** Before nine digits a prefix may itself end in digits: it is another one then. */
  private readonly ofLong = new Map<string, Prefix>();
  private latest: Prefix;
  /** The one before: invoices and payments often take turns. */
  private previous: Prefix;
  /** Of the number that was asked for last: documents that are referred to are mostly of one kind. */
  private named: Prefix;

  /** Whether some entry has no number. */
  hasGaps = false;

  private readonly wholeTexts: string[] = [];
  private readonly keyOfWholeText: number[] = [];
  private readonly placeOfFolded = new Map<string, number>();

  /**
   * @param column zero-based within the block
   * @param kept where the rows can be looked up again; null to read all numbers as they come
   */
  constructor(
    readonly column: number,
    private kept: KeptRows | null = null,
  ) {
    const none = this.prefixOf('', false)!;
    this.latest = none;
    this.previous = none;
    this.named = none;
  }

  /** How many entries were read. */
  get length(): number {
    return this.number.length;
  }

  /** Read what was left for later; from then on numbers are read as they come. Whoever asks for numbers calls it first. */
  *readLate(): Slices<void> {
    const { kept } = this;
    if (kept === null) return;
    this.kept = null;
    const rows = kept.rows();
    this.reserve(kept.sheetRow.length);
    for (const { first, count } of kept.sheetRow.runs()) {
      for (let row = first; row < first + count; row += rowsInSlice) {
        this.addRows(rows, row, Math.min(first + count, row + rowsInSlice));
        yield;
      }
    }
  }

  /** Take room for that many entries at once. */
  reserve(count: number): void {
    if (this.kept !== null) return;
    this.pattern.reserve(count);
    this.number.reserve(count);
  }

  /** Take the cells of `rows[from] … rows[to − 1]`. */
  addRows(rows: readonly (readonly Cell[])[], from: number, to: number): void {
    if (this.kept !== null) return;
    const firstEntry = this.pattern.extend(to - from);
    this.number.extend(to - from);
    let next = from;
    while (next < to) {
      const end = this.addLikeLatest(rows, next, to, firstEntry - from);
      if (end === to) return;
      const { latest, previous } = this;
      this.latest = previous;
      this.previous = latest;
      const isOfPrevious = this.addLikeLatest(rows, end, end + 1, firstEntry - from) > end;
      if (!isOfPrevious) this.write(firstEntry - from + end, rows[end][this.column]);
      next = end + 1;
    }
  }

  /** Take numbers whose prefix is the one that came last; stops at the first other cell and tells where. */
  private addLikeLatest(
    rows: readonly (readonly Cell[])[],
    from: number,
    to: number,
    entryOfRow0: number,
  ): number {
    const { column, latest } = this;
    const patterns = this.pattern.room;
    const numbers = this.number.room;
    const firstPatternHere = patternOf(latest.code, 1);
    for (let index = from; index < to; index++) {
      const cell = rows[index][column];
      const text = typeof cell === 'number' ? numberText(cell) : cell;
      if (typeof text !== 'string') return index;
      const number = numberAfter(text, latest);
      if (number < 0) return index;
      patterns[entryOfRow0 + index] = firstPatternHere + text.length - latest.letters.length - 1;
      numbers[entryOfRow0 + index] = number;
    }
    return to;
  }

  /**
   * The number of an entry as a key: equal for equal numbers, a whole number from 0, -1 for an entry without one. Two numbers that differ in
   * their last digits alone are as far apart as these are.
   */
  keyAt(entry: number): number {
    if (this.kept !== null) throw new Error('Document numbers are read before somebody asks for them');
    const pattern = this.pattern.room[entry];
    const number = this.number.room[entry];
    if (pattern >= firstPattern) return this.firstKeys[pattern] + number;
    return pattern === noNumber ? -1 : this.keyOfKeptText(number);
  }

  /** The key of any cell that names a document; -1 where it names none. */
  keyOf(cell: Cell): number {
    if (isNoNumber(cell)) return -1;
    const text = rawText(cell);
    const number = numberAfter(text, this.named);
    if (number >= 0) return this.firstKeyOf(this.named, text.length - this.named.letters.length) + number;
    const at = startOfDigits(text);
    const digits = text.length - at;
    const prefix = digits === 0 ? undefined : this.prefixOf(text.slice(0, at), digits === mostDigits);
    if (prefix === undefined) return this.foldedKey(plainText(cell).toUpperCase());
    this.named = prefix;
    return this.firstKeyOf(prefix, digits) + Number(text.slice(at));
  }

  private firstKeyOf({ code }: Prefix, digits: number): number {
    return this.firstKeys[patternOf(code, digits)];
  }

  /** The number of an entry as written, `''` where it has none. */
  textAt(entry: number): string {
    const pattern = this.pattern.room[entry];
    const number = this.number.room[entry];
    if (pattern === noNumber) return '';
    if (pattern === wholeText) return this.wholeTexts[number];
    const code = Math.floor((pattern - firstPattern) / mostDigits);
    const digits = ((pattern - firstPattern) % mostDigits) + 1;
    return this.prefixes[code].written + String(number).padStart(digits, '0');
  }

  private write(entry: number, cell: Cell): void {
    const text = isNoNumber(cell) ? '' : rawText(cell);
    const at = startOfDigits(text);
    const digits = text.length - at;
    const prefix = digits === 0 ? undefined : this.prefixOf(text.slice(0, at), digits === mostDigits);
    if (prefix !== undefined) {
      this.latest = prefix;
      this.pattern.room[entry] = patternOf(prefix.code, digits);
      this.number.room[entry] = Number(text.slice(at));
    } else if (text !== '') {
      this.pattern.room[entry] = wholeText;
      this.number.room[entry] = this.wholeTexts.push(text) - 1;
    } else {
      this.hasGaps = true;
    }
  }

  /** What stands before the digits, which comes again in the next rows; `undefined` where only the whole text can tell. */
  private prefixOf(written: string, isLong: boolean): Prefix | undefined {
    const known = isLong ? this.ofLong : this.ofWritten;
    const before = known.get(written);
    if (before !== undefined || this.prefixes.length >= rememberedPrefixes) return before;
    const folded = plainText(`${written}0`).toUpperCase().slice(0, -1);
    // Full-width digits become digits when folded, and would belong to the number.
    const isCutElsewhere = !isLong && startOfDigits(folded) < folded.length;
    if (isCutElsewhere) return undefined;
    const letters = Uint16Array.from({ length: written.length }, (_, index) => written.charCodeAt(index));
    const prefix = { written, letters, code: this.prefixes.length, fewestDigits: isLong ? mostDigits : 1 };
    for (let digits = 1; digits <= mostDigits; digits++) this.firstKeys.push(this.firstKey(folded, digits));
    known.set(written, prefix);
    this.prefixes.push(prefix);
    return prefix;
  }

  private keyOfKeptText(place: number): number {
    this.keyOfWholeText[place] ??= this.foldedKey(plainText(this.wholeTexts[place]).toUpperCase());
    return this.keyOfWholeText[place];
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

/** Excel keeps fifteen digits: a longer number, such as that of a Chinese electronic invoice, is by then that of many. */
const roundedFrom = 1e15;
const numberText = (cell: number): string | null => (cell < roundedFrom ? String(cell) : null);

const isNoNumber = (cell: Cell): boolean =>
  isBlankCell(cell) || isErrorCell(cell) || (typeof cell === 'number' && cell >= roundedFrom);

const patternOf = (code: number, digits: number): number => firstPattern + code * mostDigits + digits - 1;

/** The digits after a prefix, at most nine; -1 where the text is not made of these two. */
function numberAfter(text: string, { letters, fewestDigits }: Prefix): number {
  const first = letters.length;
  const digits = text.length - first;
  if (digits < fewestDigits || digits > mostDigits) return -1;
  for (let index = 0; index < first; index++) {
    if (text.charCodeAt(index) !== letters[index]) return -1;
  }
  let number = 0;
  for (let index = first; index < text.length; index++) {
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
