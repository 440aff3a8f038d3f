import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Assessment } from '../../../src/risk/scoring/assessment';
import { scoreCustomers } from '../../../src/risk/scoring/score';
import { capPhrase } from '../../../src/taskpane/wording/capWords';
import { reasonWords } from '../../../src/taskpane/wording/reasonWords';
import { type Known, tableOf } from '../../risk/scoring/tableOf';

/** As much of an assessment as the words look at. */
function assessmentOf(customers: readonly Known[]): Assessment {
  const table = tableOf(customers);
  return {
    table,
    policy: defaultPolicy,
    scores: scoreCustomers(table, defaultPolicy),
  } as unknown as Assessment;
}

const spotless: Known = { overdueShare: 0, daysBeyondTerms: 0, delayRate: 0, tenureYears: 9, exposure: 9000 };
const assessment = assessmentOf([
  { ...spotless, oldestDays: 212, agedAmount: 5000 },
  { ...spotless, insolvent: 1 },
  { insolvent: 1 },
  spotless,
]);

test('a knock-out is said with what was measured and from which tier it took the customer', () => {
  expect(capPhrase(assessment, 0, 'en')).toBe('Knocked out of tier A: Long past due, 212 days');
  expect(capPhrase(assessment, 0, 'zh')).toBe('一票否决（原 A 级）：严重逾期 212 天');
});

test('a fact that is so or not is said by its name alone, also of a customer without a score', () => {
  expect(capPhrase(assessment, 1, 'en')).toBe('Knocked out of tier A: Insolvent');
  expect(capPhrase(assessment, 2, 'en')).toBe('Knocked out: Insolvent');
  expect(capPhrase(assessment, 2, 'zh')).toBe('一票否决：破产或重整');
});

test('it is the first reason of a customer in the list', () => {
  expect(reasonWords(assessment, 1, [], 'en', false)).toBe('Insolvent');
});

test('where nothing knocked out, nothing is said', () => {
  expect(capPhrase(assessment, 3, 'en')).toBe('');
});
