import { workedRatio } from '../../../src/taskpane/wording/workedRatio';
import { type Known, tableOf } from '../../risk/scoring/tableOf';

const worked = (metric: Parameters<typeof workedRatio>[0], known: Known) =>
  workedRatio(metric, 0, tableOf([known]), 365, 'en');

test('a ratio is written with its own numbers, DSO with the days of the window', () => {
  expect(worked('utilization', { exposure: 141_099.17, creditLimit: 20_000, utilization: 7.0549585 })).toBe(
    '141,099.17 / 20,000',
  );
  expect(worked('dso', { exposure: 200, sales: 1000, dso: 73 })).toBe('200 / 1,000 × 365');
  expect(worked('overdueShare', { overdue: 0, exposure: 50, overdueShare: 0 })).toBe('0 / 50');
});

test('numbers that do not come to the figure are not written beside it', () => {
  // More is overdue than is owed in all, and a list that states its shares.
  expect(worked('overdueShare', { overdue: 120, exposure: 100, overdueShare: 1 })).toBeUndefined();
  expect(worked('overdueShare', { overdue: 20, exposure: 100, overdueShare: 0.25 })).toBeUndefined();
  expect(worked('utilization', { exposure: 20 })).toBeUndefined();
  expect(worked('exposure', { exposure: 20 })).toBeUndefined();
});
