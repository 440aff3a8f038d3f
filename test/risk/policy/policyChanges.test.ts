import fc from 'fast-check';
import { policyBlocks } from '../../../src/risk/policy/cells/policyBlocks';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../src/risk/policy/policy';
import { policyChanges } from '../../../src/risk/policy/policyChanges';
import { anyPolicy } from './anyPolicy';

const changesTo = (after: Partial<Policy>, language: 'en' | 'zh' = 'en') =>
  policyChanges(defaultPolicy, { ...defaultPolicy, ...after }, language);

describe('policyChanges', () => {
  it('names table, row and column with both values and how Excel writes them', () => {
    const rules = defaultPolicy.rules.map(rule =>
      rule.id === 'overdueShare' ? { ...rule, threshold: 0.2, severity: 'critical' as const } : rule,
    );
    expect(changesTo({ rules })).toEqual([
      {
        section: 'rules',
        row: 'Overdue share',
        column: 'threshold',
        from: 0.3,
        to: 0.2,
        format: '0%',
      },
      {
        section: 'rules',
        row: 'Overdue share',
        column: 'severity',
        from: 'warning',
        to: 'critical',
        format: 'General',
      },
    ]);
    expect(changesTo({ rules }, 'zh')[1]).toMatchObject({
      row: '逾期占比',
      column: 'severity',
      from: '警告',
      to: '严重',
    });
  });

  it('tells a factor by its metric, so that a new name is a change of name', () => {
    const [first, ...others] = defaultPolicy.factors;
    const factors = [...others, { ...first, name: { en: 'Late money', zh: first.name.zh } }];
    expect(changesTo({ factors })).toEqual([
      expect.objectContaining({
        row: 'Late money',
        column: 'english',
        from: 'Overdue share',
        to: 'Late money',
      }),
    ]);
  });

  it('tells a row that came or went by each of its cells', () => {
    const rates = [{ currency: 'USD', rate: 7.1 }];
    expect(changesTo({ rates }).map(({ column, from, to }) => [column, from, to])).toEqual([
      ['currency', '', 'USD'],
      ['rate', '', 7.1],
    ]);
    const gone = changesTo({ steps: defaultPolicy.steps.slice(1) });
    expect(gone.map(({ column, to }) => [column, to])).toEqual(
      ['id', 'english', 'chinese', 'fromDay', 'minimumAmount', 'channel'].map(column => [column, '']),
    );
  });

  it('tells settings', () => {
    const settings = { ...defaultPolicy.settings, asOf: 45473, countDisputed: false };
    expect(changesTo({ settings }).map(({ row, from, to }) => [row, from, to])).toEqual([
      ['As-of date', '', 45473],
      ['Count disputed items', true, false],
    ]);
  });

  it('finds nothing between equal policies, and the same both ways between others', () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, (one, other) => {
        expect(policyChanges(one, one, 'en')).toEqual([]);
        const forth = policyChanges(one, other, 'en');
        const back = policyChanges(other, one, 'en');
        expect(back).toHaveLength(forth.length);
        const values = (policy: Policy) =>
          policyBlocks(policy, 'en').map(({ rows }) =>
            rows.map(row => JSON.stringify(row.slice(0, -1))).sort(),
          );
        const isSame = JSON.stringify(values(one)) === JSON.stringify(values(other));
        expect(forth.length === 0).toBe(isSame);
      }),
      { numRuns: 50 },
    );
  });
});
