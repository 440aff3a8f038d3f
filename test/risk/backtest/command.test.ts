import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backtest } from '../../../scripts/backtest';
import { readCommand } from '../../../scripts/backtest/command';
import { layOut } from '../../../scripts/backtest/table';
import { writeSample } from '../../../scripts/sample';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { policyToJson } from '../../../src/risk/policy/policyJson';
import { applyPreset } from '../../../src/risk/policy/presets';

const folder = mkdtempSync(path.join(tmpdir(), 'backtest-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, lines: readonly string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, lines.join('\n'));
  return file;
}

const isoDay = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** Two prompt and two slow customers, an invoice a month each over 2023, due after 30 days. */
function smallFile(): string {
  const lines = ['Customer,Invoice no.,Invoice date,Due date,Amount,Paid date'];
  const habits = { Prompt: 0, Swift: -2, Slow: 12, Slower: 25 };
  for (const [customer, late] of Object.entries(habits)) {
    for (let month = 1; month <= 12; month++) {
      const dates = [isoDay(2023, month, 5), isoDay(2023, month, 35), isoDay(2023, month, 35 + late)];
      lines.push([customer, `${customer}-${month}`, dates[0], dates[1], 100, dates[2]].join(','));
    }
  }
  return fileOf('small.csv', lines);
}

describe('npm run backtest', () => {
  it('scores a ledger at its quarter ends and says in words what came of it', async () => {
    const lines = await backtest([smallFile()]);
    expect(lines[1]).toBe('48 rows of 4 customers, recorded 2023-01-05 to 2024-01-29');
    expect(
      lines.filter(line => /^ {2}2023-/.test(line)).map(line => line.trim().split(/\s+/).slice(0, 4)),
    ).toEqual([
      ['2023-03-31', '4', '4', '50'],
      ['2023-06-30', '4', '4', '50'],
      ['2023-09-30', '4', '4', '50'],
    ]);
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}Tiercel score +100 % +1\.000 +1\.000 +1\.000/));
    expect(lines.at(-2)).toBe(
      "The score does not beat last quarter's DBT alone: +0.000 in AUC where that was known, +0.000 over all of the second half, ahead in 0 of 3 quarters.",
    );
  });

  it('takes other terms and weights, and says so', async () => {
    const lines = await backtest([
      smallFile(),
      '--grace',
      '20',
      '--share',
      '0.25',
      '--factor',
      'overdueShare=0,0,1',
    ]);
    expect(lines).toContain('Policy: the default with overdueShare=0,0,1.');
    expect(lines.join('\n')).toMatch(/more than 25 % was paid more than 20 days after the due day/);
    // Only Slower is later than 20 days.
    expect(lines.find(line => line.startsWith('  2023-06-30'))).toMatch(/^ {2}2023-06-30 +4 +4 +25 %/);
  });

  it('beats each naive baseline on the sample workbook, tier by tier worse than the one before', async () => {
    const file = path.join(folder, 'sample.xlsx');
    await writeSample(file);
    const lines = await backtest([file, '--sheet', 'Invoices']);
    expect(lines.filter(line => line.startsWith('The score beats'))).toHaveLength(2);
    const badShares = ['A', 'B', 'C', 'D'].map(letter => {
      const line = lines.find(each => new RegExp(`^ {2}${letter}  `).test(each))!;
      return Number(/(\d+) %/.exec(line)![1]);
    });
    expect(badShares).toEqual([...badShares].sort((one, other) => one - other));
    expect(badShares[3] - badShares[0]).toBeGreaterThan(50);
  });

  it.each<[string, readonly string[], RegExp]>([
    [
      'no payments',
      [
        'Customer,Invoice no.,Invoice date,Due date,Amount',
        'A,1,2023-01-05,2023-02-05,10',
        'A,2,2023-01-06,2023-02-06,10',
      ],
      /no paid dates/,
    ],
    ['no ledger', ['Note', 'hello'], /was not recognised as a ledger/],
    [
      'a short record',
      [
        'Customer,Invoice no.,Invoice date,Due date,Amount,Paid date',
        'A,1,2023-01-05,2023-02-05,10,2023-02-05',
        'A,2,2023-01-06,2023-02-06,10,2023-02-07',
      ],
      /too short: it takes two quarter ends with 91 days after each/,
    ],
  ])('refuses a file with %s in a sentence', async (name, lines, message) => {
    await expect(backtest([fileOf(`${name}.csv`, lines)])).rejects.toThrow(message);
  });

  it('refuses a sheet that is not there', async () => {
    await expect(backtest([smallFile(), '--sheet', 'Nowhere'])).rejects.toThrow('has no sheet Nowhere');
  });
});

describe('readCommand', () => {
  it('reads terms and keeps the default policy', () => {
    const command = readCommand(['ledger.csv'], defaultPolicy);
    expect(command.terms).toEqual({ horizonDays: 90, graceDays: 0, lateShare: 0.5 });
    expect(command.policy).toBe(defaultPolicy);
  });

  it('changes only the factor that was typed', () => {
    const { policy } = readCommand(['ledger.csv', '--factor', 'daysBeyondTerms=20,0,45'], defaultPolicy);
    const changed = policy.factors.filter((factor, index) => factor !== defaultPolicy.factors[index]);
    expect(changed).toMatchObject([{ metric: 'daysBeyondTerms', weight: 20, best: 0, worst: 45 }]);
  });

  it('makes a factor of steps where a fourth number says so', () => {
    const { policy } = readCommand(['ledger.csv', '--factor', 'daysBeyondTerms=20,0,45,3'], defaultPolicy);
    expect(policy.factors[1]).toMatchObject({ weight: 20, best: 0, worst: 45, steps: 3 });
  });

  it('takes the tiers of a preset, and a policy from a file', () => {
    const cautious = readCommand(['ledger.csv', '--preset', 'cautious'], defaultPolicy);
    expect(cautious.policy.tiers[0].fromScore).toBe(85);
    expect(cautious.changes).toEqual(['cautious']);
    const file = path.join(folder, 'policy.json');
    writeFileSync(file, policyToJson(applyPreset(defaultPolicy, 'growth')));
    const exported = readCommand(['ledger.csv', '--policy', file], defaultPolicy);
    expect(exported.policy).toEqual(applyPreset(defaultPolicy, 'growth'));
    writeFileSync(file, '{}');
    expect(() => readCommand(['ledger.csv', '--policy', file], defaultPolicy)).toThrow(/not a policy/);
  });

  it.each([
    [[], /npm run backtest -- ledger\.csv/],
    [['a.csv', 'b.csv'], /npm run backtest -- ledger\.csv/],
    [['a.csv', '--help'], /--factor daysBeyondTerms=20,0,45/],
    [['a.csv', '--luck'], /Unknown option '--luck'/],
    [['a.csv', '--share', '1'], /--share must be a number from 0 to 0\.9999, not 1\./],
    [['a.csv', '--grace', 'soon'], /--grace must be a number/],
    [['a.csv', '--horizon', ''], /--horizon must be a number/],
    [['a.csv', '--factor', 'luck=1,2,3'], /with one of overdueShare, daysBeyondTerms/],
    [['a.csv', '--factor', 'overdueShare=20'], /must be as in overdueShare=20,0,0\.5/],
    [['a.csv', '--factor', 'overdueShare=-1,0,1'], /must be as in/],
    [['a.csv', '--factor', 'overdueShare=1,0,1,2.5'], /must be as in/],
    [['a.csv', '--preset', 'bold'], /--preset must be one of cautious, standard, growth, not bold\./],
  ] as [string[], RegExp][])('refuses %j', (words, message) => {
    expect(() => readCommand(words, defaultPolicy)).toThrow(message);
  });
});

test('a table is as wide as its widest cells', () => {
  expect(layOut([['tier', 'bad'], ['A', '9 %'], ['all']])).toEqual(['  tier  bad', '  A     9 %', '  all']);
});
