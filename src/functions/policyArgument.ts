/** Arguments that are tables of the policy sheet, or the whole of it. */

import { type FoundSection, findSections } from '../risk/policy/cells/policyCells';
import {
  readFactors as readFactorTable,
  readPolicy,
  readTiers as readTierTable,
} from '../risk/policy/cells/readPolicy';
import { defaultPolicy } from '../risk/policy/defaultPolicy';
import type { Factor, Policy, Tier } from '../risk/policy/policy';
import { isOmitted, refuseLoneError, rowsOf } from './argument';
import { plainValue } from './cell';
import { answer } from './respond';

/** Give the cells of an argument as the readers of the policy take them: plain values, errors as their text. */
export function policyCells(argument: unknown): unknown[][] {
  const cells = rowsOf(argument).map(row => row.map(cell => plainValue(cell)));
  const sections = findSections(cells);
  for (const [section, key] of openEnds) openLastRow(cells, sections.get(section), key);
  return cells;
}

/** The last bucket has no end, and desktop Excel hands that empty cell as 0 (office-js issue 4702). */
const openEnds = [
  ['buckets', 'toDay'],
  ['monthBuckets', 'toMonth'],
] as const;

function openLastRow(cells: unknown[][], found: FoundSection | undefined, key: string): void {
  const last = found?.rows.at(-1);
  const column = found?.columns.get(key);
  if (last === undefined || column === undefined) return;
  if (last.cells[column] === 0) cells[last.row - 1][column] = '';
}

/** Tell whether cells are the whole policy sheet and not one of its tables. */
export const isWholeSheet = (cells: unknown[][]): boolean => findSections(cells).has('settings');

/**
 * Read the factors of a score; those of the default policy when the argument is omitted.
 *
 * @throws #VALUE! that names the row that cannot be read.
 */
export function readFactors(argument: unknown): readonly Factor[] {
  refuseLoneError(argument, 'policy');
  return isOmitted(argument) ? defaultPolicy.factors : answer(readFactorTable(policyCells(argument)));
}

/**
 * Read tiers; those of the default policy when the argument is omitted.
 *
 * @throws #VALUE! that names the row that cannot be read.
 */
export function readTiers(argument: unknown, name: 'tiers' | 'policy'): readonly Tier[] {
  refuseLoneError(argument, name);
  return isOmitted(argument) ? defaultPolicy.tiers : answer(readTierTable(policyCells(argument)));
}

/**
 * Read the policy by which scores become tiers: the whole policy sheet, or the default policy when the argument is omitted. A table
 * of factors alone says nothing of knock-outs, and takes the tiers that stand beside it, or else the default ones.
 *
 * @throws #VALUE! that names the row that cannot be read.
 */
export function readTieringPolicy(argument: unknown): Policy {
  refuseLoneError(argument, 'policy');
  if (isOmitted(argument)) return defaultPolicy;
  const cells = policyCells(argument);
  if (isWholeSheet(cells)) return answer(readPolicy(cells));
  const tiers = findSections(cells).has('tiers') ? answer(readTierTable(cells)) : defaultPolicy.tiers;
  return { ...defaultPolicy, factors: readFactors(argument), tiers, knockOuts: [] };
}
