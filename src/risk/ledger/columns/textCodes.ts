import type { Cell } from '../ledger';
import { integersOfHash, TextHashes } from './textHashes';

/** Texts looked up together at most. */
const batchSize = 256;
const firstSlots = 1 << 12;
/** Integers a slot, which come from memory together: the code and one, 0 for a free slot; and the hash. */
const slotSize = 1 + integersOfHash;

/** In place of a code: the text has none yet. */
export const noCode = -1;

/**
 * Codes of texts, for columns in which a million cells name some thousand customers. A `Map` looks up one text after the other and waits for
 * memory each time; here a batch is hashed, then fetched, then looked up, and the processor waits for many at once. With 50,000 names it takes a
 * third of the time of a `Map`.
 *
 * Two texts are taken for one where all 96 bits of their hashes are the same; texts are not compared, which would take as long again, most of it
 * waiting for memory. Of a million texts two have one hash in one of 10^17 ledgers: docs/speed.md.
 */
export class TextCodes {
  /** At most half of the slots are taken. */
  private slots = new Int32Array(firstSlots * slotSize);
  private count = 0;
  private readonly batch = new TextHashes(batchSize);
  /** The text that was looked up last by itself. */
  private readonly latest = new TextHashes(1);

  /** Nobody reads it, but what comes to nothing would not be done. */
  private readonly seen = new Int32Array(1);

  /**
   * Look up the texts of one column in `rows[from] … rows[to − 1]`, at most 256 of them.
   *
   * @param found where the codes go; `noCode` for unknown texts and for cells that are no text
   */
  findAll(
    rows: readonly (readonly Cell[])[],
    from: number,
    to: number,
    column: number,
    found: Int32Array,
  ): void {
    const { batch } = this;
    for (let index = from; index < to; index++) {
      const cell = rows[index][column];
      const isText = typeof cell === 'string';
      batch.take(index - from, isText ? cell : '');
      found[index - from] = isText ? 0 : noCode;
    }
    this.fetchSlots(to - from);
    for (let index = 0; index < to - from; index++) {
      if (found[index] !== noCode) found[index] = this.slots[this.slotOf(batch, index)] - 1;
    }
  }

  /** Look up one text. */
  find(text: string): number {
    this.latest.take(0, text);
    return this.slots[this.slotOf(this.latest, 0)] - 1;
  }

  /** Look up a text of the batch that came last once more, as the same text above it may have got a code since. */
  findAgain(index: number): number {
    const { batch, latest } = this;
    latest.one[0] = batch.one[index];
    latest.two[0] = batch.two[index];
    latest.three[0] = batch.three[index];
    return this.slots[this.slotOf(latest, 0)] - 1;
  }

  /** Give a code to the text that `find` or `findAgain` looked up last and that has none. */
  set(code: number): void {
    this.write(this.slotOf(this.latest, 0), code, this.latest);
    this.count++;
    if (this.count * 2 * slotSize >= this.slots.length) this.enlarge();
  }

  /**
   * Look at the first slot of every hash, one right after the other: they come from memory together, where the look-ups after them would wait for
   * one slot to know whether to look at the next.
   */
  private fetchSlots(count: number): void {
    const { batch, slots } = this;
    let seen = 0;
    for (let index = 0; index < count; index++) seen ^= slots[this.firstSlotOf(batch.one[index])];
    this.seen[0] = seen;
  }

  /** The slot of the text with that hash, or the free one where it belongs. */
  private slotOf({ one, two, three }: TextHashes, index: number): number {
    const { slots } = this;
    const first = one[index];
    const second = two[index];
    const third = three[index];
    let slot = this.firstSlotOf(first);
    while (slots[slot] !== 0) {
      const isSame = slots[slot + 1] === first && slots[slot + 2] === second && slots[slot + 3] === third;
      if (isSame) return slot;
      slot = (slot + slotSize) & (slots.length - 1);
    }
    return slot;
  }

  private firstSlotOf(hash: number): number {
    return ((hash ^ (hash >>> 17)) * slotSize) & (this.slots.length - 1);
  }

  private write(slot: number, code: number, { one, two, three }: TextHashes): void {
    const { slots } = this;
    slots[slot] = code + 1;
    slots[slot + 1] = one[0];
    slots[slot + 2] = two[0];
    slots[slot + 3] = three[0];
  }

  private enlarge(): void {
    const before = this.slots;
    this.slots = new Int32Array(before.length * 2);
    const held = new TextHashes(1);
    for (let slot = 0; slot < before.length; slot += slotSize) {
      if (before[slot] === 0) continue;
      held.one[0] = before[slot + 1];
      held.two[0] = before[slot + 2];
      held.three[0] = before[slot + 3];
      this.write(this.slotOf(held, 0), before[slot] - 1, held);
    }
  }
}
