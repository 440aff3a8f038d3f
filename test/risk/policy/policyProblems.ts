import { policyBlocks } from '../../../src/risk/policy/cells/policyBlocks';
import { type PolicyProblem, readTables } from '../../../src/risk/policy/cells/policyTables';
import type { Policy } from '../../../src/risk/policy/policy';

/** What is wrong with a policy, as the cells of its sheet are checked. */
export const policyProblems = (policy: Policy): readonly PolicyProblem[] =>
  readTables(policyBlocks(policy, 'en')).problems;
