import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { riskScore } from '../../src/functions/riskScore';
import { tier } from '../../src/functions/tier';
import { setLanguage } from '../../src/i18n/language';
import { policyBlocks } from '../../src/risk/policy/cells/policyBlocks';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../src/risk/policy/policy';
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

  test('grades in steps where the policy has them', () => {
    const inSteps = [
      ['Factor', 'Weight', 'Best value', 'Worst value', 'Shape'],
      ['Overdue share', 60, 0, 0.5, '2 steps'],
      ['Years', 40, 10, 0, '线性'],
    ];
    const values = [
      [0, 5],
      [0.25, 5],
      [0.26, 5],
    ];
    // Half of the way earns the first of two steps, a little less than half none.
    expect(riskScore(values, headers, inSteps)).toEqual(column(80, 50, 20));
    const bare = inSteps.slice(1);
    expect(riskScore(values, headers, bare)).toEqual(column(80, 50, 20));
  });

  test('finds a factor by the title of its metric too, in either language', () => {
    const renamed = [
      ['Factor', 'Metric', 'Weight', 'Best value', 'Worst value'],
      ['Late money', 'overdueShare', 60, 0, 0.5],
      ['Years', '', 40, 10, 0],
    ];
    for (const header of ['Late money', 'Overdue share', '逾期占比']) {
      expect(riskScore([[0.1, 5]], [[header, 'Years']], renamed)).toEqual([[68]]);
    }
    expect(shown(() => riskScore([[0.1, 0.2]], [['Late money', 'Overdue share']], renamed))).toMatch(
      /^#VALUE! headers, cell 2: “Overdue share” is there twice/,
    );
  });

  test('finds a metric by what its column was called in an earlier version', () => {
    const byTerms = [
      ['Factor', 'Metric', 'Weight', 'Best value', 'Worst value'],
      ['Granted', 'termsDays', 100, 0, 100],
    ];
    for (const header of ['Terms in days', '信用期天数', '账期天数']) {
      expect(riskScore([[25]], [[header]], byTerms)).toEqual([[75]]);
    }
  });

  test('passes over the other columns of CUSTOMERMETRICS, but no misspelt factor', () => {
    const names = [['客户', 'Exposure', '未到期', '1–30', '90天以上', '90+', 'Overdue share', 'Years']];
    const row = [['Acme', 'any', 'text', '#N/A', '', null, 0.1, 5]];
    expect(riskScore(row, names, policy)).toEqual([[68]]);
    expect(shown(() => riskScore([[0.1, 5]], [['Overdue share', 'Yeras']], policy))).toMatch(
      /“Yeras” is not a factor/,
    );
  });

  test('refuses columns that are all metrics and no factor, instead of an empty answer', () => {
    const refused = () => shown(() => riskScore([[0.1]], [['Overdue']], policy));
    expect(refused()).toMatch(/“Overdue” is not a factor/);
    expect(riskScore([['yes']], [['Insolvent']], undefined, 'tier')).toEqual([['D']]);
  });

  describe('with knock-outs', () => {
    const names = [['Overdue share', 'Oldest days overdue', 'Insolvent', 'Long overdue amount']];
    const values = [
      [0, 0, '', 0],
      [0, 0, '破产清算', 0],
      [0, 0, true, 0],
      [0, 400, 'no', 50_000],
      [0, 400, 0, 1],
    ];
    const sheetOf = (of: Policy) =>
      policyBlocks(of, 'en').flatMap(block => [
        [block.title],
        [...block.headers],
        ...block.rows.map(row => [...row]),
        [],
      ]);
    const capsOf = (of: Policy) => of.knockOuts.map(({ id, bestTier }) => [id, bestTier]);

    test('caps the tier by the default policy or the whole sheet, not by a table of factors', () => {
      expect(capsOf(defaultPolicy)).toEqual(
        expect.arrayContaining([
          ['insolvent', 'D'],
          ['oldestDays', 'D'],
        ]),
      );
      const byPoints = tier(riskScore(values, names));
      const tiers = riskScore(values, names, undefined, 'tier');
      // The last one is as old, but small money.
      expect(tiers).toEqual([byPoints[0], ['D'], ['D'], ['D'], byPoints[4]]);
      expect(byPoints.slice(0, 3)).toEqual(column('A', 'A', 'A'));
      expect(riskScore(values, names, sheetOf(defaultPolicy), 'tier')).toEqual(tiers);
      const factors = policyBlocks(defaultPolicy, 'en').find(block => block.table === 'TiercelFactors')!;
      const table = [[...factors.headers], ...factors.rows.map(row => [...row])];
      expect(riskScore(values, names, table, 'tier')[1]).toEqual(['A']);
    });

    test('says the cap before the points that were lost, and leaves the score alone', () => {
      const reasonsOf = () => riskScore(values, names, undefined, 'reasons').map(([text]) => text);
      expect(reasonsOf()[1]).toMatch(/^[^;]+: tier D at best; Years as a customer −/);
      expect(reasonsOf()[0]).not.toContain('tier D');
      const [clean, insolvent] = riskScore(values, names);
      expect(insolvent).toEqual(clean);
      setLanguage('zh');
      expect(reasonsOf()[1]).toMatch(/^[^；]+：最高 D 级；合作年限 −/);
    });

    test('knocks out who has no score, and nobody by what is not known', () => {
      const row = [['', '', 'yes', '']];
      expect(riskScore(row, names, undefined, 'tier')).toEqual([['D']]);
      const unknown = [
        ['n/a', 'n/a', 'n/a', 'n/a'],
        [0, '', '', ''],
      ];
      expect(spilled(() => riskScore(unknown, names, undefined, 'tier'))[0][0]).toMatch(/^#N\/A/);
      expect(spilled(() => riskScore(unknown, names, undefined, 'tier'))[1]).toEqual(['A']);
    });

    test('reads a switched-off knock-out and another tier from the sheet', () => {
      const lenient: Policy = {
        ...defaultPolicy,
        knockOuts: defaultPolicy.knockOuts.map(knockOut => ({ ...knockOut, on: false })),
      };
      expect(riskScore(values, names, sheetOf(lenient), 'tier')[1]).toEqual(['A']);
      const milder: Policy = {
        ...defaultPolicy,
        knockOuts: defaultPolicy.knockOuts.map(knockOut => ({ ...knockOut, bestTier: 'C' })),
      };
      expect(riskScore(values, names, sheetOf(milder), 'tier')[1]).toEqual(['C']);
    });
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
        '#N/A values, row 3: no factor with a weight has data, so there is no score. Fill in the row, or check the headers.',
        '#VALUE! values, row 4, Years: “ten” is not a number. Enter a number there, or leave the header out of the range.',
        100,
        '',
      ),
    );
    expect(spilled(() => riskScore(values, headers, policy, 'points'))[2]).toEqual([
      '#N/A values, row 3: no factor with a weight has data, so there is no score. Fill in the row, or check the headers.',
      '#N/A values, row 3: no factor with a weight has data, so there is no score. Fill in the row, or check the headers.',
    ]);
  });

  test.each([
    [
      () => riskScore([[1, 2]], [['Overdue share', 'Shoe size']], policy),
      '#VALUE! headers, cell 2: “Shoe size” is not a factor of the policy. Use one of Overdue share, Years.',
    ],
    [
      () => riskScore([[1]], [['Overdue']]),
      `#VALUE! headers, row 1: “Overdue” is not a factor of the policy. Use one of ${defaultPolicy.factors.map(({ name }) => name.en).join(', ')}.`,
    ],
    [
      () => riskScore([[25, 3]], [['Overdue share', 'Years as a customer']]),
      '#VALUE! values, row 1, Overdue share: 25 is outside 0 to 1. Check for a missing % sign.',
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
      '#VALUE! output: “grade” is not known here. Enter one of score, tier, points, reasons, coverage.',
    ],
    [
      () => riskScore([[1, 2]], headers, [policy[0], ['Years', '年限', 0, 10, 0, '']]),
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
    else expect(Array.isArray(answer) ? (answer as unknown[][])[0][0] : answer).toBe(expected);
  });
});

test('a better value never lowers the score, and the points add up to it', () => {
  const value = fc.oneof(fc.double({ min: -1, max: 12, noNaN: true }), fc.constant(''));
  fc.assert(
    fc.property(value, value, fc.double({ min: 0.01, max: 5, noNaN: true }), (overdue, years, better) => {
      const score = (row: unknown[]) => shown(() => riskScore([row], headers, policy)[0][0]);
      const base = score([overdue, years]);
      if (typeof base !== 'number') return;
      const points = riskScore([[overdue, years]], headers, policy, 'points')[0];
      const sum = points.reduce((total: number, cell) => total + (typeof cell === 'number' ? cell : 0), 0);
      expect(sum).toBeCloseTo(base, 6);
      if (typeof overdue === 'number') expect(score([overdue - better, years])).toBeGreaterThanOrEqual(base);
      if (typeof years === 'number') expect(score([overdue, years + better])).toBeGreaterThanOrEqual(base);
    }),
  );
});
