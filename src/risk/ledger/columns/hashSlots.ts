const firstSlots = 1 << 12;

/**
 * Numbers above 0 by the hash of what they stand for, which their owner keeps and compares: two things may have one hash. At most half of the
 * slots are taken.
 */
export class HashSlots {
  /** Two entries a slot, which come from memory together: the number, 0 for a free slot; and its hash. */
  entries = new Int32Array(firstSlots * 2);
  private count = 0;

  /** The slot of the number with that hash that is the same thing, or the free one where it belongs. */
  slotOf(hash: number, isSame: (value: number) => boolean): number {
    const { entries } = this;
    let slot = this.firstSlotOf(hash);
    while (entries[slot] !== 0) {
      if (entries[slot + 1] === hash && isSame(entries[slot])) return slot;
      slot = this.slotAfter(slot);
    }
    return slot;
  }

  /** The number in a slot, 0 where it is free. */
  at(slot: number): number {
    return this.entries[slot];
  }

  /** Take a free slot; slots that were found before are outdated. */
  take(slot: number, hash: number, value: number): void {
    this.entries[slot] = value;
    this.entries[slot + 1] = hash;
    this.count++;
    if (this.count * 4 >= this.entries.length) this.enlarge();
  }

  private firstSlotOf(hash: number): number {
    return (hash << 1) & (this.entries.length - 1);
  }

  private slotAfter(slot: number): number {
    return (slot + 2) & (this.entries.length - 1);
  }

  private enlarge(): void {
    const before = this.entries;
    this.entries = new Int32Array(before.length * 2);
    for (let held = 0; held < before.length; held += 2) {
      if (before[held] === 0) continue;
      let slot = this.firstSlotOf(before[held + 1]);
      while (this.entries[slot] !== 0) slot = this.slotAfter(slot);
      this.entries[slot] = before[held];
      this.entries[slot + 1] = before[held + 1];
    }
  }
}
