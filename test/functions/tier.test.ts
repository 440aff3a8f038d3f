import { describe, expect, test } from '@jest/globals';
import { tier } from '../../src/functions/tier';
import { policyBlocks } from '../../src/risk/policy/cells/policyBlocks';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import { column, errorCell, shown, spilled } from './runtime';

describe('TIER', () => {
  test('gives the letters of the default policy; a bound belongs to the better tier', () => {
    expect(tier(column(100, 80, 79.9, 65, 45, 44, 0))).toEqual(column('A', 'A', 'B', 'B', 'C', 'D', 'D'));
  });

  test('keeps the shape of the scores, and empty cells empty', () => {
    expect(
      tier([
        [90, ''],
        [null, 10],
      ]),
    ).toEqual([
      ['A', ''],
      ['', 'D'],
    ]);
  });

  test('takes tiers with or without headers, or the whole policy sheet in either language', () => {
    const scores = column(70, 20);
    expect(
      tier(scores, [
        ['pass', 50],
        ['fail', 0],
      ]),
    ).toEqual(column('pass', 'fail'));
    expect(
      tier(scores, [
        [
          'Tier',
          'From score',
          'Limit in months of sales',
          'Terms in days',
          'Prepayment',
          'Review every (months)',
          'Expected loss',
        ],
        ['X', 71, '', '', '', '', ''],
        ['Y', 0, '', '', '', '', ''],
      ]),
    ).toEqual(column('Y', 'Y'));
    for (const language of ['en', 'zh'] as const) {
      const sheet = policyBlocks(defaultPolicy, language).flatMap(({ title, headers, rows }) => [
        [title],
        [...headers],
        ...rows.map(row => [...row]),
        [],
      ]);
      expect(tier(scores, sheet)).toEqual(column('B', 'D'));
    }
  });

  test('refuses a tier whose letter is an error, and says which', () => {
    const scores = column(70, 20);
    const headers = ['Tier', 'From score'];
    const rows = [
      ['A', 50],
      [errorCell('#REF!'), 0],
    ];
    expect(shown(() => tier(scores, [headers, ...rows]))).toMatch(
      /row 3, Tier \/ 等级: “#REF!” cannot be read/,
    );
    expect(shown(() => tier(scores, rows))).toMatch(/row 2, Tier \/ 等级: “#REF!” cannot be read/);
    const wrongScore = [
      ['A', errorCell('#N/A')],
      ['B', 0],
    ];
    expect(shown(() => tier(scores, wrongScore))).toMatch(/row 1, From score .*“#N\/A” cannot be read/);
  });

  test('refuses tiers written as shares, by which every score would be of the best', () => {
    const shares = [
      ['A', 0.8],
      ['B', 0.5],
      ['C', 0],
    ];
    expect(shown(() => tier(column(70, 20), shares))).toBe(
      '#VALUE! Tiers / 风险等级, row 1, From score / 最低评分: 0.8 is below 1, but scores go from 0 to 100. Write 80 where you mean 80%.',
    );
  });

  test('refuses a long column of numbers given as its tiers', () => {
    const amounts = Array.from({ length: 200_000 }, (_, row) => [row + 1]);
    expect(shown(() => tier(column(70), amounts))).toMatch(/^#VALUE! Tiers .*row 1, Tier/);
  });

  test('answers an error only in the cell that has one', () => {
    expect(spilled(() => tier(column(90, errorCell('#N/A'), 'high')))).toEqual(
      column(
        'A',
        '#VALUE! scores, row 2: the cell holds the error #N/A. Correct it there.',
        '#VALUE! scores, row 3: “high” is not a number. Enter a number there, or leave the header out of the range.',
      ),
    );
  });

  test('refuses what is no score: amounts in place of scores would all be of the best tier', () => {
    const ofScore = (row: number, value: string) =>
      `#VALUE! scores, row ${row}: ${value} is not a score from 0 to 100. Check that the range holds scores.`;
    expect(spilled(() => tier(column('Score', 125_000.5, 100.1, -1, 100)))).toEqual(
      column('', ofScore(2, '125000.5'), ofScore(3, '100.1'), ofScore(4, '-1'), 'A'),
    );
    // Points that add up to 100 may add up to a little more.
    expect(tier(column(100 + 1e-13, -1e-13))).toEqual(column('A', 'D'));
  });

  test('refuses shares, by which every score would be of the worst tier', () => {
    expect(shown(() => tier(column('Score', 0.9, 0.25, 1)))).toBe(
      '#VALUE! scores: 0.9 is a share, but scores go from 0 to 100. Multiply by 100.',
    );
    expect(spilled(() => tier(column('90%', 45)))).toEqual(
      column('#VALUE! scores, row 1: 90% is a share, but scores go from 0 to 100. Multiply by 100.', 'C'),
    );
    // A customer may score nearly nothing.
    expect(tier(column(0.9))).toEqual(column('D'));
    expect(tier(column(0, 0.4, 0, 0.9))).toEqual(column('D', 'D', 'D', 'D'));
  });

  test('takes scores side by side below their headers, and names the row of a cell that has an error', () => {
    expect(
      spilled(() =>
        tier([
          ['Score', 'Score'],
          [90, 10],
          [errorCell('#N/A'), 50],
        ]),
      ),
    ).toEqual([
      ['', ''],
      ['A', 'D'],
      ['#VALUE! scores, row 3: the cell holds the error #N/A. Correct it there.', 'C'],
    ]);
  });

  test('names section and row of a tier that cannot be read', () => {
    expect(
      shown(() =>
        tier(
          [[50]],
          [
            ['A', 50],
            ['B', 60],
            ['C', 0],
          ],
        ),
      ),
    ).toMatch(/^#VALUE! Tiers \/ 风险等级, row 2, .*does not begin below the one above it/);
    expect(
      shown(() =>
        tier(
          [[50]],
          [
            ['A', 50],
            ['B', 10],
          ],
        ),
      ),
    ).toMatch(/^#VALUE! Tiers \/ 风险等级, row 2, .*begins at 10\./);
  });
});
