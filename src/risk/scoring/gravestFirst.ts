import type { Severity } from '../policy/policy';

/** The place of a severity where the gravest comes first. */
export const gravestPlace: Readonly<Record<Severity, number>> = { critical: 0, warning: 1, notice: 2 };

/**
 * Order breaches or rules as a reader wants them: the gravest first, then in the order given.
 *
 * @example gravestFirst(breaches)[0].severity //=> 'critical'
 */
export const gravestFirst = <Judged extends { readonly severity: Severity }>(
  judged: readonly Judged[],
): readonly Judged[] =>
  [...judged].sort((one, other) => gravestPlace[one.severity] - gravestPlace[other.severity]);
