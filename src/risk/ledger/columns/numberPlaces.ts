const firstSlots = 1 << 10;
/** Numbers that follow each other lie side by side, as many as a processor fetches together: documents are numbered in order. */
const numbersTogether = 16;

/**
 * Places of whole numbers below 2^53 in the order they come: the first one gets 0. A `Map` keeps a number object for each that does not
 * fit 31 bits; here a million of them are a column.
 */
export class NumberPlaces {
  private keys = new Float64Array(firstSlots / 2);
  /** Per slot the place + 1, 0 for a free slot. */
  private slots = new Int32Array(firstSlots);
  private count = 0;

  get length(): number {
    return this.count;
  }

  /** The place of a number, -1 where it has none. */
  placeOf(key: number): number {
    return this.slots[this.slotOf(key)] - 1;
  }

  /** The place of a number, which gets the next one where it has none. */
  add(key: number): number {
    const slot = this.slotOf(key);
    if (this.slots[slot] !== 0) return this.slots[slot] - 1;
    if (this.count === this.keys.length) {
      this.enlarge();
      return this.add(key);
    }
    this.keys[this.count++] = key;
    this.slots[slot] = this.count;
    return this.count - 1;
  }

  /** The slot of a number, or the free one where it belongs. */
  private slotOf(key: number): number {
    const { keys, slots } = this;
    const mask = slots.length - 1;
    const run = Math.floor(key / numbersTogether);
    const mixed = Math.imul((run | 0) ^ Math.imul(Math.floor(run / 2 ** 32), 0x85ebca6b), 0x9e3779b1);
    let slot = (Math.imul(mixed ^ (mixed >>> 15), numbersTogether) + key - run * numbersTogether) & mask;
    while (slots[slot] !== 0 && keys[slots[slot] - 1] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private enlarge(): void {
    const longer = new Float64Array(this.keys.length * 4);
    longer.set(this.keys);
    this.keys = longer;
    this.slots = new Int32Array(longer.length * 2);
    for (let place = 0; place < this.count; place++) this.slots[this.slotOf(longer[place])] = place + 1;
  }
}
