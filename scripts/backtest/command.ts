/** What was typed after `npm run backtest --`. */
import { parseArgs } from 'node:util';
import type { OutcomeTerms } from '../../src/risk/backtest/paymentOutcome';
import type { Policy } from '../../src/risk/policy/policy';

export interface Command {
  readonly path: string;
  readonly sheetName: string | undefined;
  readonly terms: OutcomeTerms;
  readonly policy: Policy;
  /** Factors that were typed differently, for the heading. */
  readonly changes: readonly string[];
}

export const usage = `npm run backtest -- ledger.csv [options]
  ledger.csv            a ledger with paid dates, .csv or .xlsx
  --sheet Invoices      the sheet of a workbook, if not the active one
  --horizon 90          days after a quarter end whose due invoices are looked at
  --grace 0             days after due that are not yet late
  --share 0.5           bad is who paid more than this share of the amount late
  --factor daysBeyondTerms=20,0,45
                        another weight, best and worst value of a factor of the default policy; may be repeated`;

/**
 * Read the command line.
 *
 * @throws Error with a sentence for whoever typed it
 * @example readCommand(['ledger.csv', '--grace', '5'], defaultPolicy).terms.graceDays //=> 5
 */
export function readCommand(words: readonly string[], defaults: Policy): Command {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      sheet: { type: 'string' },
      horizon: { type: 'string', default: '90' },
      grace: { type: 'string', default: '0' },
      share: { type: 'string', default: '0.5' },
      factor: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  const [path, ...more] = positionals;
  if (values.help || path === undefined || more.length > 0) throw new Error(usage);
  return {
    path,
    sheetName: values.sheet,
    terms: {
      horizonDays: numberWithin('horizon', values.horizon, 1, 3650),
      graceDays: numberWithin('grace', values.grace, 0, 3650),
      lateShare: numberWithin('share', values.share, 0, 0.9999),
    },
    policy: values.factor.reduce(withFactor, defaults),
    changes: values.factor,
  };
}

function numberWithin(option: string, text: string, lowest: number, highest: number): number {
  const value = Number(text);
  const isWithin = text.trim() !== '' && value >= lowest && value <= highest;
  if (!isWithin) throw new Error(`--${option} must be a number from ${lowest} to ${highest}, not ${text}.`);
  return value;
}

function withFactor(policy: Policy, change: string): Policy {
  const [metric, numbers = ''] = change.split('=');
  const [weight, best, worst] = numbers
    .split(',')
    .map(text => (text.trim() === '' ? Number.NaN : Number(text)));
  const isComplete = [weight, best, worst].every(value => value !== undefined && Number.isFinite(value));
  const isKnown = policy.factors.some(factor => factor.metric === metric);
  if (!isKnown || !isComplete || weight! < 0) {
    const known = policy.factors.map(factor => factor.metric).join(', ');
    throw new Error(`--factor must be as in overdueShare=20,0,0.5 with one of ${known}; not ${change}.`);
  }
  const changed = { weight: weight!, best: best!, worst: worst! };
  return {
    ...policy,
    factors: policy.factors.map(factor => (factor.metric === metric ? { ...factor, ...changed } : factor)),
  };
}
