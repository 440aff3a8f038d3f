/** Arguments that are tables of the policy sheet, or the whole of it. */
import { defaultPolicy } from '../risk/policy/defaultPolicy';
import type { Factor, Tier } from '../risk/policy/policy';
import { findSections } from '../risk/policy/policyCells';
import { readFactors as readFactorTable, readTiers as readTierTable } from '../risk/policy/readPolicy';
import { isOmitted, rowsOf } from './argument';
import { plainValue } from './cell';
import { answer } from './respond';

/** Give the cells of an argument as the readers of the policy take them: plain values, errors as their text. */
export function policyCells(argument: unknown): unknown[][] {
  return rowsOf(argument).map(row => row.map(cell => plainValue(cell)));
}

/**
 * Read the factors of a score; those of the default policy when the argument is omitted.
 *
 * @throws #VALUE! that names the row that cannot be read.
 */
export function readFactors(argument: unknown): readonly Factor[] {
  return isOmitted(argument) ? defaultPolicy.factors : answer(readFactorTable(policyCells(argument)));
}

/**
 * Read tiers; those of the default policy when the argument is omitted.
 *
 * @throws #VALUE! that names the row that cannot be read.
 */
export function readTiers(argument: unknown): readonly Tier[] {
  return isOmitted(argument) ? defaultPolicy.tiers : answer(readTierTable(policyCells(argument)));
}

/** Read the tiers that stand beside the factors when the whole policy sheet was given; the default ones otherwise. */
export function readTiersBesideFactors(argument: unknown): readonly Tier[] {
  const hasTiers = findSections(policyCells(argument)).has('tiers');
  return hasTiers ? readTiers(argument) : defaultPolicy.tiers;
}
