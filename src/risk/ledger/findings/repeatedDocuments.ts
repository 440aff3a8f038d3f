import type { Slices } from '../../slices';
import type { DocumentNumbers } from '../columns/documentNumbers';
import { growingIntegers } from '../columns/growingColumn';

/** An entry whose document number had come before. */
export interface RepeatedDocument {
  readonly entry: number;
  /** The first entry with that number. */
  readonly first: number;
}

const entriesPerSlice = 1 << 15;
/** Bits for each entry: the fewer, the more numbers share one by chance and are looked at again. */
const bitsPerEntry = 8;
/** Numbers in sequence share a cache line, and sequences are what document numbers come in. */
const bitsTogether = 512;

/**
 * Find the entries whose document number had come before, in the order of the ledger. Most numbers come once, and two bits each are enough
 * to tell: only those that share their bits with another are compared exactly.
 */
export function* repeatedDocuments(documents: DocumentNumbers): Slices<readonly RepeatedDocument[]> {
  const candidates = yield* entriesThatMayRepeat(documents);
  const firsts = new FirstEntries(documents, candidates.length);
  const repeated: RepeatedDocument[] = [];
  for (let index = 0; index < candidates.length; index++) {
    if (index % entriesPerSlice === entriesPerSlice - 1) yield;
    const entry = candidates[index];
    const first = firsts.claim(entry);
    if (first !== entry) repeated.push({ entry, first });
  }
  return repeated;
}

function* entriesThatMayRepeat(documents: DocumentNumbers): Slices<Int32Array> {
  const { length } = documents;
  const bits = powerOfTwoFrom(Math.max(bitsTogether, length * bitsPerEntry));
  const once = new Int32Array(bits / 32);
  const twice = new Int32Array(bits / 32);
  for (let entry = 0; entry < length; entry++) {
    if (entry % entriesPerSlice === entriesPerSlice - 1) yield;
    const key = documents.keyAt(entry);
    if (key < 0) continue;
    const bit = bitOf(key, bits);
    const mask = 1 << (bit & 31);
    if ((once[bit >>> 5] & mask) === 0) once[bit >>> 5] |= mask;
    else twice[bit >>> 5] |= mask;
  }
  const candidates = growingIntegers();
  for (let entry = 0; entry < length; entry++) {
    if (entry % entriesPerSlice === entriesPerSlice - 1) yield;
    const key = documents.keyAt(entry);
    if (key < 0) continue;
    const bit = bitOf(key, bits);
    if ((twice[bit >>> 5] & (1 << (bit & 31))) !== 0) candidates.push(entry);
  }
  return candidates.values;
}

/** The first entry of each document number. */
class FirstEntries {
  /** Entry + 1, 0 for a free slot. */
  private readonly slots: Int32Array;

  /** @param most how many entries will be asked for at most */
  constructor(
    private readonly documents: DocumentNumbers,
    most: number,
  ) {
    this.slots = new Int32Array(powerOfTwoFrom(most * 2 + 1));
  }

  /** Give the first entry with the same number, which is the entry itself when there was none before. */
  claim(entry: number): number {
    const { slots, documents } = this;
    const key = documents.keyAt(entry);
    let slot = mixed(key) & (slots.length - 1);
    while (slots[slot] !== 0) {
      const held = slots[slot] - 1;
      if (documents.keyAt(held) === key) return held;
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = entry + 1;
    return entry;
  }
}

/** The bit of a key among a power of two of them. */
function bitOf(key: number, bits: number): number {
  const sequence = Math.floor(key / bitsTogether);
  const within = key - sequence * bitsTogether;
  return (mixed(sequence) & (bits / bitsTogether - 1)) * bitsTogether + within;
}

/** Spread whole numbers below 2^53 over 32 bits. */
function mixed(key: number): number {
  const upper = Math.floor(key / 2 ** 32);
  const hash = Math.imul(key ^ Math.imul(upper, 0x85ebca6b), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

const powerOfTwoFrom = (least: number): number => 2 ** Math.ceil(Math.log2(least));
