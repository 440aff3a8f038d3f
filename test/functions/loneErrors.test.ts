import { describe, expect, test } from '@jest/globals';
import { allowance } from '../../src/functions/allowance';
import { creditLimits } from '../../src/functions/creditLimit';
import { riskScore } from '../../src/functions/riskScore';
import { rollRates } from '../../src/functions/rollRates';
import { tier } from '../../src/functions/tier';
import { tierRange } from '../../src/functions/tiering';
import { setLanguage } from '../../src/i18n/language';
import { column, errorCell, shown } from './runtime';

const notFound = [[errorCell('#CALC!')]];
const deleted = [[errorCell('#REF!')]];
const headers = [['Overdue share', 'Days beyond terms']];
const values = [[0.1, 10]];

describe('An argument that is nothing but an error', () => {
  test.each<[string, string, () => unknown]>([
    ['amounts_by_bucket', '#CALC!', () => allowance(notFound, [[0.01, 0.5]])],
    ['balances', '#CALC!', () => rollRates(notFound)],
    ['values', '#CALC!', () => riskScore(notFound, headers)],
    ['headers', '#CALC!', () => riskScore(values, notFound)],
    ['policy', '#REF!', () => riskScore(values, headers, deleted)],
    ['policy', '#REF!', () => riskScore(values, headers, deleted, 'tier')],
    ['tiers', '#REF!', () => tier(column(70), deleted)],
    ['policy', '#REF!', () => creditLimits(column('A'), column(100), deleted)],
    ['policy', '#REF!', () => tierRange([['Customer', 'Amount']], 45_473, deleted)],
    ['data', '#CALC!', () => tierRange(notFound, 45_473)],
  ])('is named: %s, %s', (argument, error, call) => {
    expect(shown(call)).toBe(`#VALUE! ${argument}: the cell holds the error ${error}. Correct it there.`);
  });

  test.each(['columns', 'customer_list', 'list_columns', 'matches', 'reviews', 'snapshots'])(
    'is no table without rows: %s of TIERING',
    argument => {
      const names = ['policy', 'columns', 'customer_list', 'list_columns', 'matches', 'reviews', 'snapshots'];
      const given = names.map(name => (name === argument ? deleted : undefined));
      expect(shown(() => tierRange([['Customer', 'Amount']], 45_473, ...given))).toBe(
        `#VALUE! ${argument}: the cell holds the error #REF!. Correct it there.`,
      );
    },
  );

  test('is named in Chinese', () => {
    setLanguage('zh');
    expect(shown(() => tier(column(70), deleted))).toBe(
      '#VALUE! 等级表：该单元格含有错误值 #REF!。请先更正该单元格。',
    );
  });
});
