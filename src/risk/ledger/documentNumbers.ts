import { isBlankCell, isErrorCell, plainText, rawText } from './cell';
import { growingIntegers } from './growingColumn';
import type { Cell } from './ledger';

/** Digits that fit an integer of 32 bits, whichever they are. */
const mostDigits = 9;
/** Beyond every such integer, and beyond the places of whole texts. */
const tooManyDigits = 10 ** mostDigits;
/** In place of a pattern: the entry has no document number. */
const noNumber = -1;
/** The pattern of texts that do not end in a digit: their number is their place among such texts. */
const wholeText = 0;
/** Prefixes as written that are remembered; a column of random texts is folded anew each time. */
const rememberedPrefixes = 4096;

const firstSlots = 1 << 14;
/** Numbers in sequence share a cache line of sixteen slots, and sequences are what document numbers come in. */
const slotsTogether = 16;

/** An entry whose document number had come before. */
export interface RepeatedDocument {
  readonly entry: number;
  /** The first entry with that number. */
  readonly first: number;
  /** The number as the entry's cell has it. */
  readonly cell: Cell;
}

/**
 * The document numbers of a ledger, compared without case, width and doubled spaces. A number is kept as what stands before its last
 * digits (`INV-2024-`, nearly always the same) and those digits as an integer: exact, and a million of them are neither hashed as
 * texts nor kept as such.
 */
export class DocumentNumbers {
  /** Entries whose number had come before, in the order of the ledger. */
  readonly repeated: RepeatedDocument[] = [];
  /** Per entry: prefix code × 10 + count of digits; or `wholeText` or `noNumber`. */
  private readonly pattern = growingIntegers();
  private readonly number = growingIntegers();

  private slots = new Int32Array(firstSlots);
  private taken = 0;

  private readonly codeOfFolded = new Map<string, number>();
  private readonly wholeTexts = new Map<string, number>();
  private readonly codeOfWritten = new Map<string, number>();
  /** Before nine digits a prefix may itself end in digits: it is another one then. */
  private readonly codeOfLong = new Map<string, number>();
  private latestPrefix = '';
  private latestIsLong = false;
  private latestCode: number;

  /** @param column zero-based within the block */
  constructor(readonly column: number) {
    this.latestCode = this.foldedCode('');
  }

  /** Take room for that many entries at once. */
  reserve(count: number): void {
    this.pattern.reserve(count);
    this.number.reserve(count);
    const slotCount = 2 ** Math.ceil(Math.log2(count * 2 + 2));
    if (slotCount > this.slots.length) this.enlarge(slotCount);
  }

  /** Take the cells of `rows[from] … rows[to − 1]`. */
  addRows(rows: readonly (readonly Cell[])[], from: number, to: number): void {
    const first = this.pattern.length;
    for (let index = from; index < to; index++) this.take(rows[index]![this.column]);
    // Apart from the reading of texts, so that the processor can wait for several slots at once.
    for (let index = from; index < to; index++) {
      const entry = first + index - from;
      const before = this.claim(entry);
      if (before !== entry) this.repeated.push({ entry, first: before, cell: rows[index]![this.column] });
    }
  }

  /** The number of an entry as a key: equal keys are equal numbers. -1 where it has none. */
  keyAt(entry: number): number {
    const pattern = this.pattern.room[entry]!;
    // Exact up to 900,000 different prefixes: hardly a sheet has so many rows.
    return pattern === noNumber ? noNumber : pattern * tooManyDigits + this.number.room[entry]!;
  }

  /** The key that a cell with this number would have, -1 where it has none; see `keyAt`. */
  keyOf(cell: Cell): number {
    this.take(cell);
    const key = this.keyAt(this.pattern.length - 1);
    this.pattern.length--;
    this.number.length--;
    return key;
  }

  private take(cell: Cell): void {
    if (typeof cell === 'string') this.addText(cell);
    else if (isBlankCell(cell)) this.push(noNumber, 0);
    else this.addText(rawText(cell));
  }

  private addText(text: string): void {
    const at = startOfDigits(text);
    const digits = text.length - at;
    const code = digits === 0 ? undefined : this.prefixCode(text, at, digits === mostDigits);
    if (code === undefined) this.addFolded(text);
    else this.push(code * 10 + digits, integerFrom(text, at));
  }

  /** The slow and sure way: fold the whole text first. */
  private addFolded(text: string): void {
    if (isBlankCell(text) || isErrorCell(text)) {
      this.push(noNumber, 0);
      return;
    }
    const folded = plainText(text).toUpperCase();
    const at = startOfDigits(folded);
    if (at === folded.length) this.push(wholeText, placeOf(folded, this.wholeTexts));
    else this.push(this.foldedCode(folded.slice(0, at)) * 10 + folded.length - at, integerFrom(folded, at));
  }

  /** The code of what stands before the digits, or `undefined` where only the whole text can tell. */
  private prefixCode(text: string, length: number, isLong: boolean): number | undefined {
    if (isLong === this.latestIsLong && beginsWith(text, this.latestPrefix, length)) return this.latestCode;
    const prefix = text.slice(0, length);
    const known = isLong ? this.codeOfLong : this.codeOfWritten;
    const code = known.get(prefix) ?? this.codeOfNewPrefix(prefix, isLong, known);
    if (code === undefined) return undefined;
    this.latestPrefix = prefix;
    this.latestIsLong = isLong;
    this.latestCode = code;
    return code;
  }

  private codeOfNewPrefix(prefix: string, isLong: boolean, known: Map<string, number>): number | undefined {
    if (known.size >= rememberedPrefixes) return undefined;
    const folded = plainText(`${prefix}0`).toUpperCase().slice(0, -1);
    // Full-width digits become digits when folded, and would belong to the number.
    const isCutElsewhere = !isLong && startOfDigits(folded) < folded.length;
    if (isCutElsewhere) return undefined;
    const code = this.foldedCode(folded);
    known.set(prefix, code);
    return code;
  }

  private foldedCode(folded: string): number {
    return placeOf(folded, this.codeOfFolded) + 1;
  }

  private push(pattern: number, number: number): void {
    this.pattern.push(pattern);
    this.number.push(number);
  }

  /** Give the first entry with the same number, which is the entry itself when there was none before or it has no number. */
  private claim(entry: number): number {
    if (this.pattern.room[entry] === noNumber) return entry;
    if (this.taken * 2 >= this.slots.length) this.enlarge(this.slots.length * 4);
    const pattern = this.pattern.room;
    const number = this.number.room;
    const mask = this.slots.length - 1;
    let slot = this.slotOf(entry);
    for (;;) {
      const held = this.slots[slot]! - 1;
      if (held < 0) break;
      if (number[held] === number[entry] && pattern[held] === pattern[entry]) return held;
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = entry + 1;
    this.taken++;
    return entry;
  }

  private slotOf(entry: number): number {
    const number = this.number.room[entry]!;
    const sequence = Math.imul(this.pattern.room[entry]!, 0x85ebca6b) ^ (number >>> 4);
    const mixed = Math.imul(sequence ^ (sequence >>> 15), 0x9e3779b1);
    const together = (mixed ^ (mixed >>> 13)) & (this.slots.length / slotsTogether - 1);
    return together * slotsTogether + (number & (slotsTogether - 1));
  }

  private enlarge(slotCount: number): void {
    const before = this.slots;
    this.slots = new Int32Array(slotCount);
    const mask = this.slots.length - 1;
    for (const held of before) {
      if (held === 0) continue;
      let slot = this.slotOf(held - 1);
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = held;
    }
  }
}

/** Where the last digits of a text begin, at most nine of them; its length when it does not end in a digit. */
function startOfDigits(text: string): number {
  const earliest = Math.max(0, text.length - mostDigits);
  let at = text.length;
  while (at > earliest && isDigit(text.charCodeAt(at - 1))) at--;
  return at;
}

function integerFrom(text: string, at: number): number {
  let integer = 0;
  for (let index = at; index < text.length; index++) integer = integer * 10 + text.charCodeAt(index) - 48;
  return integer;
}

const isDigit = (character: number): boolean => character >= 48 && character <= 57;

function beginsWith(text: string, prefix: string, length: number): boolean {
  if (prefix.length !== length) return false;
  for (let index = 0; index < length; index++) {
    if (text.charCodeAt(index) !== prefix.charCodeAt(index)) return false;
  }
  return true;
}

/** The place of a text among those that came, giving a new one the next place. */
function placeOf(text: string, places: Map<string, number>): number {
  let place = places.get(text);
  if (place === undefined) {
    place = places.size;
    places.set(text, place);
  }
  return place;
}
