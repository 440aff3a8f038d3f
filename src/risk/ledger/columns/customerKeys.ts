import { customerKey } from '../cells/customerName';
import { HashSlots } from './hashSlots';
import { noCode } from './textCodes';

/**
 * Codes of customers by the key of their name. Of a key only its hash is kept: whether two are the same tell their names, which is asked
 * for the few that are written differently.
 */
export class CustomerKeys {
  private readonly slots = new HashSlots();

  /** @param names by code */
  constructor(private readonly names: readonly string[]) {}

  /** The code of the customer with that key; `noCode` where there is none. */
  find(key: string): number {
    const known = this.slots.at(this.slotOf(key, hashOf(key)));
    return known === 0 ? noCode : known - 1;
  }

  /** The code of the customer with that key, which is `newCode` where there was none. */
  findOrSet(key: string, newCode: number): number {
    const hash = hashOf(key);
    const slot = this.slotOf(key, hash);
    const known = this.slots.at(slot);
    if (known !== 0) return known - 1;
    this.slots.take(slot, hash, newCode + 1);
    return newCode;
  }

  private slotOf(key: string, hash: number): number {
    return this.slots.slotOf(hash, value => customerKey(this.names[value - 1]) === key);
  }
}

/** As Knuth proposes: multiplied by an odd constant near 2^32 / golden ratio, the upper half folded into the lower. */
function hashOf(key: string): number {
  let hash = key.length;
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
