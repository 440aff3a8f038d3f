import type { FunctionId } from '../i18n/functions/functionHelp';

/** The ids that functions.json gives the custom functions. They are never changed or reused: workbooks refer to them. */
export const functionIds = [
  'DSO',
  'TURNOVER',
  'AGING',
  'AGINGBUCKET',
  'CONCENTRATION',
  'RISKSCORE',
  'TIER',
  'CREDITLIMIT',
  'DELAYRATE',
  'DBT',
  'CEI',
  'CHURN',
  'ALLOWANCE',
  'ROLLRATES',
  'ALTMANZ',
  'CUSTOMERMETRICS',
  'ANOMALY',
  'CUSTOMERCARD',
  'TIERING',
] as const satisfies readonly FunctionId[];
