import type { Policy } from './policy';

/**
 * Put an as-of date into a policy, or take it out.
 *
 * @param asOf An Excel serial day; null leaves the day to the sheet.
 * @example withAsOf(defaultPolicy, 45473).settings.asOf //=> 45473
 */
export const withAsOf = (policy: Policy, asOf: number | null): Policy => ({
  ...policy,
  settings: { ...policy.settings, asOf },
});
