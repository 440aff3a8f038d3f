/** The custom functions by the id that functions.json gives them. */
import { ageing } from './ageing';
import { ageingBucket } from './ageingBucket';
import { allowance } from './allowance';
import { altmanZScore } from './altmanZ';
import { anomaly } from './anomaly';
import { collectionEffectivenessIndex } from './cei';
import { churn } from './churn';
import { concentration } from './concentration';
import { creditLimits } from './creditLimit';
import { customerCard } from './customerCard';
import { customerMetrics } from './customerMetrics';
import { daysBeyondTermsOf } from './dbt';
import { paymentDelayRate } from './delayRate';
import { daysSalesOutstanding } from './dso';
import type { functionIds } from './functionIds';
import { riskScore } from './riskScore';
import { rollRates } from './rollRates';
import { tier } from './tier';
import { tierRange } from './tiering';
import { receivablesTurnover } from './turnover';

export { setDateSystem } from './workbookDates';

export const customFunctions = {
  DSO: daysSalesOutstanding,
  TURNOVER: receivablesTurnover,
  AGING: ageing,
  AGINGBUCKET: ageingBucket,
  CONCENTRATION: concentration,
  RISKSCORE: riskScore,
  TIER: tier,
  CREDITLIMIT: creditLimits,
  DELAYRATE: paymentDelayRate,
  DBT: daysBeyondTermsOf,
  CEI: collectionEffectivenessIndex,
  CHURN: churn,
  ALLOWANCE: allowance,
  ROLLRATES: rollRates,
  ALTMANZ: altmanZScore,
  CUSTOMERMETRICS: customerMetrics,
  ANOMALY: anomaly,
  CUSTOMERCARD: customerCard,
  TIERING: tierRange,
} as const satisfies Record<(typeof functionIds)[number], unknown>;

export type Implementations = typeof customFunctions;
