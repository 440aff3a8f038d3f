/** What was typed after `npm run backtest --`. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { problemText } from '../../src/i18n/problems/problems';
import type { OutcomeTerms } from '../../src/risk/backtest/paymentOutcome';
import type { Policy } from '../../src/risk/policy/policy';
import { policyFromJson } from '../../src/risk/policy/policyJson';
import { applyPreset, type PresetId, presetIds } from '../../src/risk/policy/presets';

export interface Command {
  readonly path: string;
  readonly sheetName: string | undefined;
  readonly terms: OutcomeTerms;
  readonly policy: Policy;
  /** What differs from the default policy, for the heading. */
  readonly changes: readonly string[];
}

const usage = `npm run backtest -- ledger.csv [options]
  ledger.csv            a ledger with paid dates, .csv or .xlsx
  --sheet Invoices      the sheet of a workbook, if not the active one
  --horizon 90          days after a quarter end whose due invoices are looked at
  --grace 0             days after due that are not yet late
  --share 0.5           bad is who paid more than this share of the amount late
  --policy policy.json  a policy exported from the pane, instead of the default one
  --preset cautious     the tiers and knock-outs of a preset: cautious, standard or growth
  --factor daysBeyondTerms=20,0,45
                        another weight, best and worst value of a factor; a fourth number makes it so many steps; may be repeated`;

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
      policy: { type: 'string' },
      preset: { type: 'string', default: 'standard' },
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
    policy: values.factor.reduce(
      withFactor,
      withPreset(values.policy === undefined ? defaults : readPolicyFile(values.policy), values.preset),
    ),
    changes: [
      ...(values.policy === undefined ? [] : [values.policy]),
      ...(values.preset === 'standard' ? [] : [values.preset]),
      ...values.factor,
    ],
  };
}

function numberWithin(option: string, text: string, lowest: number, highest: number): number {
  const value = Number(text);
  const isWithin = text.trim() !== '' && value >= lowest && value <= highest;
  if (!isWithin) throw new Error(`--${option} must be a number from ${lowest} to ${highest}, not ${text}.`);
  return value;
}

function readPolicyFile(path: string): Policy {
  const policy = policyFromJson(readFileSync(path, 'utf8'));
  if (!policy.ok) throw new Error(`${path}: ${problemText(policy.problem, 'en')}`);
  return policy.value;
}

/** Standard leaves the policy as it is: a policy from a file is not put back to the default. */
function withPreset(policy: Policy, name: string): Policy {
  const preset = presetIds.find((id): id is PresetId => id === name);
  if (!preset) throw new Error(`--preset must be one of ${presetIds.join(', ')}, not ${name}.`);
  return preset === 'standard' ? policy : applyPreset(policy, preset);
}

function withFactor(policy: Policy, change: string): Policy {
  const [metric, numbers = ''] = change.split('=');
  const [weight, best, worst, steps = null] = numbers
    .split(',')
    .map(text => (text.trim() === '' ? Number.NaN : Number(text)));
  const hasShape = steps === null || (Number.isInteger(steps) && steps >= 1);
  const isComplete = [weight, best, worst].every(value => value !== undefined && Number.isFinite(value));
  const isKnown = policy.factors.some(factor => factor.metric === metric);
  if (!isKnown || !isComplete || !hasShape || weight < 0) {
    const known = policy.factors.map(factor => factor.metric).join(', ');
    throw new Error(`--factor must be as in overdueShare=20,0,0.5 with one of ${known}; not ${change}.`);
  }
  const changed = { weight: weight, best: best, worst: worst, steps };
  return {
    ...policy,
    factors: policy.factors.map(factor => (factor.metric === metric ? { ...factor, ...changed } : factor)),
  };
}
