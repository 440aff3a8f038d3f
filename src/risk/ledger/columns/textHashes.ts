/** Integers of 32 bits a hash. */
export const integersOfHash = 3;

/**
 * Hashes of 96 bits, of as many texts as there is room for. Two letters at a time go into three lanes, which the processor works on side by side:
 * each multiplies by an odd constant of its own, as Knuth proposes, and folds the well mixed upper bits into the lower ones.
 *
 * Whatever the other letters are, no two texts of one length that differ in one pair of letters only have one hash, in any lane: both steps can be
 * undone. The lanes fold by different numbers of bits, so that no two differences undo each other in more than one of them.
 */
export class TextHashes {
  readonly one: Int32Array;
  readonly two: Int32Array;
  readonly three: Int32Array;

  /** @param count texts there is room for */
  constructor(count: number) {
    this.one = new Int32Array(count);
    this.two = new Int32Array(count);
    this.three = new Int32Array(count);
  }

  /** Write the hash of a text. */
  take(index: number, text: string): void {
    const { length } = text;
    let one = length;
    let two = length;
    let three = length;
    for (let at = 0; at < length; at += 2) {
      const pair = text.charCodeAt(at) | (at + 1 < length ? text.charCodeAt(at + 1) << 16 : 0);
      one = Math.imul(one ^ pair, 0x9e3779b1);
      two = Math.imul(two ^ pair, 0x85ebca6b);
      three = Math.imul(three ^ pair, 0xc2b2ae35);
      one ^= one >>> 15;
      two ^= two >>> 13;
      three ^= three >>> 14;
    }
    this.one[index] = one;
    this.two[index] = two;
    this.three[index] = three;
  }
}
