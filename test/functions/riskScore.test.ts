import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { riskScore } from '../../src/functions/riskScore';
import { setLanguage } from '../../src/i18n/language';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import { policyBlocks } from '../../src/risk/policy/policyBlocks';
import { column, errorCell, shown, spilled } from './runtime';

/** 60 points for paying on time, 40 for ten years; whose years are unknown earns none of the 40. */
const policy = [
  ['Factor', 'Factor in Chinese', 'Weight', 'Best value', 'Worst value', 'If missing'],
  ['Overdue share', '逾期占比', 60, 0, 0.5, 'shared among the others'],
  ['Years', '年限', 40, 10, 0, 'earns nothing'],
];
const headers = [['Overdue share', 'Years']];

describe('RISKSCORE', () => {
  test('grades each factor between its worst and its best value', () => {
    // 0.1 earns 48 of 60, 5 years earn 20 of 40.
    expect(riskScore([[0.1, 5]], headers, policy)).toEqual([[68]]);
    expect(
      riskScore(
        [
          [0, 10],
          [0.5, 0],
          [0.9, -1],
        ],
        headers,
        policy,
      ),
    ).toEqual(column(100, 0, 0));
  });

  test('shares the weight of a missing value, or lets it earn nothing, as the policy says', () => {
    const values = [
      ['', 5],
      [0.1, null],
    ];
    expect(riskScore(values, headers, policy)).toEqual(column(50, 48));
    expect(riskScore(values, headers, policy, 'coverage')).toEqual(column(0.4, 0.6));
    expect(riskScore(values, headers, policy, 'points')).toEqual([
      ['', 50],
      [48, 0],
    ]);
  });

  test('takes n/a for missing, because desktop Excel hands an empty cell as 0', () => {
    expect(
      riskScore(
        [
          ['n/a', 5],
          ['无', 5],
          [0, 5],
        ],
        headers,
        policy,
      ),
    ).toEqual(column(50, 50, 80));
  });

  test('explains itself: points per column, and the largest losses as text', () => {
    expect(riskScore([[0.1, 5]], headers, policy, 'points')).toEqual([[48, 20]]);
    expect(riskScore([[0.1, 5]], headers, policy, 'reasons')).toEqual([['Years −20.0; Overdue share −12.0']]);
    expect(riskScore([[0.1, '']], headers, policy, 'reasons')).toEqual([
      ['Years −40.0 (no data); Overdue share −12.0'],
    ]);
    expect(riskScore([[0, 10]], headers, policy, 'reasons')).toEqual([['']]);
    setLanguage('zh');
    expect(riskScore([[0.1, '']], headers, policy, 'reasons')).toEqual([
      ['年限 −40.0（无数据）；逾期占比 −12.0'],
    ]);
  });

  test('takes columns in any order, named in either language, and passes over one without a name', () => {
    const row = [['note', 5, 0.1]];
    expect(riskScore(row, [['', '年限', ' OVERDUE  SHARE ']], policy)).toEqual([[68]]);
    expect(riskScore(row, column('', '年限', '逾期占比'), policy, 'points')).toEqual([['', 20, 48]]);
  });

  test('takes the default policy when none is given, in either language', () => {
    for (const language of ['en', 'zh'] as const) {
      const names = [defaultPolicy.factors.map(factor => factor.name[language])];
      const best = defaultPolicy.factors.map(factor => factor.best);
      const worst = defaultPolicy.factors.map(factor => factor.worst);
      expect(riskScore([best, worst], names)).toEqual(column(100, 0));
      expect(riskScore([best, worst], names, null as never, 'tier')).toEqual(column('A', 'D'));
    }
  });

  test('takes the tiers of the policy sheet when it is given whole', () => {
    const strict = {
      ...defaultPolicy,
      tiers: defaultPolicy.tiers.map((tier, index) =>
        index === 0 ? { ...tier, fromScore: 100, letter: 'S' } : tier,
      ),
    };
    const sheet = policyBlocks(strict, 'en').flatMap(block => [
      [block.title],
      [...block.headers],
      ...block.rows.map(row => [...row]),
    ]);
    const factorTable = policyBlocks(strict, 'en').find(block => block.table === 'TiercelFactors')!;
    const names = [strict.factors.map(factor => factor.name.en)];
    const best = [strict.factors.map(factor => factor.best)];
    expect(riskScore(best, names, sheet, 'tier')).toEqual([['S']]);
    expect(
      riskScore(best, names, [[...factorTable.headers], ...factorTable.rows.map(row => [...row])], 'tier'),
    ).toEqual([['A']]);
  });

  test('reads percentages written as text', () => {
    expect(riskScore([['10%', '5']], headers, policy)).toEqual([[68]]);
  });
});

describe('RISKSCORE says what is wrong where it is wrong', () => {
  test('an error only in its own row, #N/A for a row without data, nothing below the last row', () => {
    const values = [
      [0.1, 5],
      [errorCell('#DIV/0!'), 5],
      ['', ''],
      [0, 'ten'],
      [0, 10],
      ['', null],
    ];
    expect(spilled(() => riskScore(values, headers, policy))).toEqual(
      column(
        68,
        '#VALUE! values, row 2, Overdue share: the cell holds the error #DIV/0!. Correct it there.',
        '#N/A values, row 3: no factor with a weight has data, so there is no score.',
        '#VALUE! values, row 4, Years: “ten” is not a number. Correct the cell, or leave the header out of the range.',
        100,
        '',
      ),
    );
    expect(spilled(() => riskScore(values, headers, policy, 'points'))[2]).toEqual([
      '#N/A values, row 3: no factor with a weight has data, so there is no score.',
      '#N/A values, row 3: no factor with a weight has data, so there is no score.',
    ]);
  });

  test.each([
    [
      () => riskScore([[1, 2]], [['Overdue share', 'Shoe size']], policy),
      '#VALUE! headers, cell 2: “Shoe size” is not a factor of the policy. Its factors are Overdue share, Years.',
    ],
    [
      () => riskScore([[1, 2]], [['Years', '年限']], policy),
      '#VALUE! headers, cell 2: “年限” is there twice. Give each factor one column.',
    ],
    [
      () => riskScore([[1, 2, 3]], headers, policy),
      '#VALUE! values and headers differ in columns: 3 and 2. Select the same columns for both.',
    ],
    [
      () => riskScore([[1, 2]], headers, policy, 'grade'),
      '#VALUE! output: “grade” is not one of score, tier, points, reasons, coverage.',
    ],
    [
      () => riskScore([[1, 2]], headers, [policy[0]!, ['Years', '年限', 0, 10, 0, '']]),
      /^#VALUE! Score factors \/ 评分因素, row 2: all weights are 0/,
    ],
    [
      () => riskScore([[1, 2]], headers, [...policy, ['Size', '规模', -5, 1, 0, '']]),
      /^#VALUE! Score factors \/ 评分因素, row 4, .*a weight of -5 is below 0/,
    ],
    [() => riskScore([['', '']], headers, policy), ''],
  ])('%#', (call, expected) => {
    const answer = shown(call);
    if (expected instanceof RegExp) expect(answer).toMatch(expected);
    else expect(Array.isArray(answer) ? (answer as unknown[][])[0]![0] : answer).toBe(expected);
  });
});

test('a better value never lowers the score, and the points add up to it', () => {
  const value = fc.oneof(fc.double({ min: -1, max: 12, noNaN: true }), fc.constant(''));
  fc.assert(
    fc.property(value, value, fc.double({ min: 0.01, max: 5, noNaN: true }), (overdue, years, better) => {
      const score = (row: unknown[]) => shown(() => riskScore([row], headers, policy)[0]![0]);
      const base = score([overdue, years]);
      if (typeof base !== 'number') return;
      const points = riskScore([[overdue, years]], headers, policy, 'points')[0]!;
      const sum = points.reduce((total: number, cell) => total + (typeof cell === 'number' ? cell : 0), 0);
      expect(sum).toBeCloseTo(base, 6);
      if (typeof overdue === 'number') expect(score([overdue - better, years])).toBeGreaterThanOrEqual(base);
      if (typeof years === 'number') expect(score([overdue, years + better])).toBeGreaterThanOrEqual(base);
    }),
  );
});
