import type { Severity } from '../policy/policy';
import type { Breach } from './assessment';

const gravity: Readonly<Record<Severity, number>> = { critical: 0, warning: 1, notice: 2 };

/** Order breaches as a reader wants them: the gravest first, then as in the policy. */
export const gravestFirst = (breaches: readonly Breach[]): readonly Breach[] =>
  [...breaches].sort((one, other) => gravity[one.severity] - gravity[other.severity]);
