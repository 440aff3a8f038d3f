import type { Language } from '../../i18n/language';
import { formatAmount, formatNumber } from '../../i18n/numbers';
import type { CustomerTable, MetricName } from '../../risk/metrics/table/metric';

/** What is divided by what. */
const ratios: Readonly<Partial<Record<MetricName, readonly [MetricName, MetricName]>>> = {
  overdueShare: ['overdue', 'exposure'],
  disputedShare: ['disputed', 'exposure'],
  utilization: ['exposure', 'creditLimit'],
  turnover: ['sales', 'exposure'],
  dso: ['exposure', 'sales'],
};

/** Figures that agree so far are the same ratio. */
const noise = 1e-9;

/**
 * Write the ratio that a customer's figure is, with its own numbers.
 *
 * @param windowDays Days of the policy's window, by which DSO is multiplied.
 * @returns Undefined for a figure that is no ratio, and where the numbers do not come to it: a customer list may state it, and a share is at most 1.
 * @example workedRatio('utilization', 3, table, 365, 'en') //=> '141,099.17 / 20,000'
 */
export function workedRatio(
  metric: MetricName,
  customer: number,
  { metrics }: Pick<CustomerTable, 'metrics'>,
  windowDays: number,
  language: Language,
): string | undefined {
  const ratio = ratios[metric];
  if (ratio === undefined) return undefined;
  const [above, below] = ratio.map(name => metrics[name][customer]);
  const days = metric === 'dso' ? windowDays : 1;
  const value = metrics[metric][customer];
  const isIt = Math.abs((above / below) * days - value) <= noise * Math.abs(value);
  if (!isIt) return undefined;
  const quotient = `${formatAmount(above, language)} / ${formatAmount(below, language)}`;
  return metric === 'dso' ? `${quotient} × ${formatNumber(windowDays, language)}` : quotient;
}
