import { describe, expect, test } from '@jest/globals';
import { problemText, problemTexts } from '../../../src/i18n/problems/problems';
import type { Problem, ProblemKey } from '../../../src/risk/problem';

const problem = (key: ProblemKey, detail: Problem['detail']): Problem => ({ code: 'value', key, detail });
const keys = Object.keys(problemTexts) as ProblemKey[];

const toDo =
  /(?:^|[.:,] |[Oo]r )(?:first )?(?:enter|check|correct|select|leave|give|fill|write|multiply|put|complete|delete|order|clear|let|use|change|choose|update|map|begin)\b/i;

describe('the text of a problem', () => {
  test.each(keys)('of %s says what to do, in both languages', key => {
    const { en, zh } = problemTexts[key];
    expect(en.slice(en.indexOf(' '))).toMatch(toDo);
    expect(zh).toMatch(/请|须先/);
  });

  test('names argument and row as the reader sees them', () => {
    const errorInRow = problem('argumentErrorCell', { argument: 'dueDates', row: 7, value: '#N/A' });
    expect(problemText(errorInRow, 'en')).toBe(
      'due_dates, row 7: the cell holds the error #N/A. Correct it there.',
    );
    expect(problemText(errorInRow, 'zh')).toBe('到期日第 7 行：该单元格含有错误值 #N/A。请先更正该单元格。');
  });

  test('counts the cells of a single row', () => {
    const inCell = problem('argumentErrorCell', { argument: 'headers', cell: 2, value: '#N/A' });
    expect(problemText(inCell, 'en')).toMatch(/^headers, cell 2: /);
    expect(problemText(inCell, 'zh')).toMatch(/^标题第 2 格：/);
  });

  test('counts rows and cells of a table', () => {
    const inTable = problem('argumentErrorCell', {
      argument: 'amountsByBucket',
      row: 3,
      cell: 2,
      value: '#N/A',
    });
    expect(problemText(inTable, 'en')).toMatch(/^amounts_by_bucket, row 3, cell 2: /);
    expect(problemText(inTable, 'zh')).toMatch(/^各区间金额第 3 行第 2 格：/);
  });

  test('names section, row and column of the policy', () => {
    const weight = problem('policyWeightNegative', {
      section: 'Score factors / 评分因素',
      row: 4,
      column: 'Weight / 权重',
      value: -5,
    });
    expect(problemText(weight, 'en')).toBe(
      'Score factors / 评分因素, row 4, Weight / 权重: a weight of -5 is below 0. Use 0 to switch a factor off.',
    );
    expect(problemText(weight, 'zh')).toBe(
      'Score factors / 评分因素第 4 行，Weight / 权重：权重 -5 小于 0。如不使用该因素，请填 0。',
    );
  });

  test('quotes a long cell shortened, and a cell with $ or braces as it is', () => {
    const long = problemText(problem('argumentNotDate', { argument: 'asOf', value: 'x'.repeat(500) }), 'en');
    expect(long.length).toBeLessThan(160);
    expect(problemText(problem('argumentNotDate', { argument: 'asOf', value: '$& {row}' }), 'en')).toContain(
      '“$& {row}”',
    );
  });

  test('says of an empty cell that it is empty', () => {
    const blank = problem('policyValueUnreadable', { section: 'Tiers / 风险等级', row: 3, value: '' });
    expect(problemText(blank, 'en')).toContain('“(empty)” cannot be read');
    expect(problemText(blank, 'zh')).toContain('“（空）”');
  });

  test.each(keys)('of %s is a sentence in both languages, with the same details', key => {
    const { en, zh } = problemTexts[key];
    const details = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(details(zh)).toEqual(details(en));
    expect(en).toMatch(/\.$/);
    expect(en).not.toMatch(/[一-鿿]/);
    expect(zh).toMatch(/[一-鿿].*。$/);
  });
});
