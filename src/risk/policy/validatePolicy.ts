import { policyBlocks } from './cells/policyBlocks';
import { type PolicyProblem, readTables } from './cells/policyTables';
import type { Policy } from './policy';

/**
 * Find everything that is wrong with a policy that was put together by hand, by the same rules as for the cells of its sheet.
 *
 * @returns Problems in the order of the sheet; empty for a policy that can be written and read back.
 * @example validatePolicy({ ...defaultPolicy, tiers: [] })[0] //=> { section: 'tiers', row: 0, column: null, problem: … }
 */
export const validatePolicy = (policy: Policy): readonly PolicyProblem[] =>
  readTables(policyBlocks(policy, 'en')).problems;
