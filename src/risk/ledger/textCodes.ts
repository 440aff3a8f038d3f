import type { Cell } from './ledger';

const firstSlots = 1 << 12;
/** Texts looked up together at most. */
const batchSize = 256;

/** In place of a code: the text has none yet. */
export const noCode = -1;

/**
 * Codes of texts, for columns in which a million cells name some thousand customers. A `Map` looks up one text after the other and waits
 * for memory each time; here a batch is hashed, then probed, then compared letter by letter, and the processor waits for many at once.
 * It takes about half of the time of a `Map`.
 */
export class TextCodes {
  private readonly texts: string[] = [];
  private readonly codes: number[] = [];
  /** Per slot: place in `texts` + 1, 0 for a free slot; and the hash of that text. */
  private places = new Int32Array(firstSlots);
  private hashes = new Int32Array(firstSlots);

  private readonly batchHashes = new Int32Array(batchSize);

  /**
   * Look up the texts of one column in `rows[from] … rows[to − 1]`, at most 256 of them.
   *
   * @param found where the codes go; `noCode` for unknown texts, for cells that are no text, and for the rare text whose hash an earlier
   *   one has too, which only `find` tells apart
   */
  findAll(
    rows: readonly (readonly Cell[])[],
    from: number,
    to: number,
    column: number,
    found: Int32Array,
  ): void {
    this.hashAll(rows, from, to, column);
    this.probeAll(to - from, found);
    const { texts, codes } = this;
    for (let index = from; index < to; index++) {
      const place = found[index - from]! - 1;
      const isSame = place >= 0 && texts[place] === rows[index]![column];
      found[index - from] = isSame ? codes[place]! : noCode;
    }
  }

  /** Look up one text. */
  find(text: string): number {
    const slot = this.slotOf(text, hashOf(text));
    const place = this.places[slot]! - 1;
    return place < 0 ? noCode : this.codes[place]!;
  }

  /** Give a text that has no code its code. */
  set(text: string, code: number): void {
    if (this.texts.length * 2 >= this.places.length) this.enlarge();
    const hash = hashOf(text);
    const slot = this.slotOf(text, hash);
    this.texts.push(text);
    this.codes.push(code);
    this.places[slot] = this.texts.length;
    this.hashes[slot] = hash;
  }

  private hashAll(rows: readonly (readonly Cell[])[], from: number, to: number, column: number): void {
    const { batchHashes } = this;
    for (let index = from; index < to; index++) {
      const cell = rows[index]![column];
      batchHashes[index - from] = typeof cell === 'string' ? hashOf(cell) : 0;
    }
  }

  /** Write the place + 1 of the first text with the same hash, nearly always the text itself; 0 where there is none. */
  private probeAll(count: number, found: Int32Array): void {
    const { places, hashes, batchHashes } = this;
    const mask = places.length - 1;
    for (let index = 0; index < count; index++) {
      const hash = batchHashes[index]!;
      let slot = hash & mask;
      while (places[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
      found[index] = places[slot]!;
    }
  }

  /** The slot of a text, or the free one where it belongs. */
  private slotOf(text: string, hash: number): number {
    const mask = this.places.length - 1;
    let slot = hash & mask;
    while (this.places[slot] !== 0) {
      if (this.hashes[slot] === hash && this.texts[this.places[slot]! - 1] === text) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private enlarge(): void {
    const { places, hashes } = this;
    this.places = new Int32Array(places.length * 4);
    this.hashes = new Int32Array(places.length * 4);
    const mask = this.places.length - 1;
    for (let before = 0; before < places.length; before++) {
      if (places[before] === 0) continue;
      let slot = hashes[before]! & mask;
      while (this.places[slot] !== 0) slot = (slot + 1) & mask;
      this.places[slot] = places[before]!;
      this.hashes[slot] = hashes[before]!;
    }
  }
}

/** Multiplies by 2^32 / golden ratio, as Knuth proposes, and folds the well mixed upper half into the lower, which chooses the slot. */
function hashOf(text: string): number {
  let hash = text.length;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x9e3779b1);
  }
  return hash ^ (hash >>> 15);
}
