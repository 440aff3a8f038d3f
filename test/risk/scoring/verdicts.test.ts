/** What is written beside the rows of a customer: score, tier and the names of the rules in breach. */
import { expect, test } from '@jest/globals';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { BreachRuleId } from '../../../src/risk/policy/policy';
import { assessLedger } from '../../../src/risk/scoring/assess';
import type { Breach } from '../../../src/risk/scoring/assessment';
import { breachNames, customerOfRows, verdicts } from '../../../src/risk/scoring/verdicts';
import { ledgerOf } from '../metrics/ledgerOf';

const asOf = 45_000;

const breach = (rule: BreachRuleId, severity: Breach['severity'], customer = 0): Breach => ({
  customer,
  rule,
  severity,
  value: 1,
  threshold: 0,
});

test('names rules gravest first, else as they come, in both languages, and one that is gone by its code', () => {
  const breaches = [
    breach('unusualOrders', 'notice'),
    breach('scoreFall', 'warning'),
    breach('reviewOverdue', 'notice'),
    breach('overLimit', 'critical'),
  ];
  expect(breachNames(breaches, defaultPolicy, 'en')).toBe(
    'Over limit; Score fell; Unusual orders; Review overdue',
  );
  expect(breachNames(breaches, defaultPolicy, 'zh')).toBe('超信用额度；评分下降；订单异常；复审逾期');
  expect(breachNames(breaches.slice(3), { rules: [] }, 'en')).toBe('overLimit');
  expect(breachNames([], defaultPolicy, 'en')).toBe('');
});

test('says of every customer its own score with one decimal, its letter and breaches; of who has none nothing', () => {
  const ledger = ledgerOf([
    { customer: 'Good', amount: 1000, invoiced: asOf - 20, due: asOf + 10 },
    { customer: 'Later', amount: 1000, invoiced: asOf + 20, due: asOf + 50 },
    { customer: 'Bad', amount: 6000, invoiced: asOf - 320, due: asOf - 260 },
  ]);
  const assessment = assessLedger(ledger, asOf, defaultPolicy);
  const score = Float64Array.of(99.96, Number.NaN, 12.34);
  const said = verdicts(
    {
      ...assessment,
      scores: { ...assessment.scores, score },
      breaches: [breach('overLimit', 'critical', 2), breach('scoreFall', 'warning', 0)],
    },
    'en',
  );
  expect(said).toEqual({
    score: [100, '', 12.3],
    tier: ['A', '', 'D'],
    breaches: ['Score fell', '', 'Over limit'],
  });
});

test('every row belongs to its customer, or to nobody', () => {
  const rows = [[1, 4], [], [2]];
  const table = {
    customers: ['Acme', 'Beta', 'Gamma'],
    rowsOf: (customer: number) => Int32Array.from(rows[customer]),
  };
  expect([...customerOfRows(table, 6)]).toEqual([-1, 0, 2, -1, 0, -1]);
});
