import fc from 'fast-check';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../src/risk/policy/policy';
import { scoreCustomers } from '../../../src/risk/scoring/score';
import { tierMovers } from '../../../src/risk/scoring/tierMovers';
import { writePair } from '../../../src/taskpane/wording/measure';
import { writeMove } from '../../../src/taskpane/wording/moveWords';
import { type Known, tableOf } from '../../risk/scoring/tableOf';

const lowerIsBetter = { best: 0, worst: 0.5 };
const higherIsBetter = { best: 3, worst: 0 };

test('the end is rounded onwards, so that what is written moves the tier; the beginning to the nearest', () => {
  const share = (from: number, to: number, direction: 'up' | 'down') =>
    Object.values(writeMove({ from, to, tier: 1 }, direction, lowerIsBetter, 'share', 'en'));
  expect(share(0.62401, 0.31789, 'up')).toEqual(['62.4%', '31.7%']);
  expect(share(0.6, 0.2, 'up')).toEqual(['60%', '20%']);
  expect(share(0.2, 0.4, 'down')).toEqual(['20%', '40.1%']);
  expect(share(0.20567, 0.40432, 'down')).toEqual(['20.6%', '40.5%']);
  const years = (from: number, to: number, direction: 'up' | 'down') =>
    Object.values(writeMove({ from, to, tier: 1 }, direction, higherIsBetter, 'years', 'zh'));
  expect(years(2.62, 2.91, 'up')).toEqual(['2.6 年', '3 年']);
  expect(years(2.62, 1.8, 'down')).toEqual(['2.6 年', '1.7 年']);
});

test('days that are counted stay whole; mean days have a tenth', () => {
  const days = (from: number, to: number, direction: 'up' | 'down') =>
    Object.values(writeMove({ from, to, tier: 1 }, direction, { best: 0, worst: 120 }, 'days', 'en'));
  expect(days(80, 30, 'up')).toEqual(['80 days', '30 days']);
  expect(days(55, 60, 'down')).toEqual(['55 days', '61 days']);
  expect(days(15.04, 14.96, 'up')).toEqual(['15 days', '14.9 days']);
  expect(days(15.04, 15.01, 'up')).toEqual(['15.1 days', '15 days']);
  expect(days(26.66, 26.68, 'down')).toEqual(['26.6 days', '26.7 days']);
  expect(days(Number.NaN, 17.9, 'up')).toEqual(['–', '17 days']);
});

test('whatever is written does move the tier, a step less does not', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const policy: Policy = { ...defaultPolicy, knockOuts: [] };
  const tierOf = (known: Known) => scoreCustomers(tableOf([known]), policy).tier[0];
  fc.assert(
    fc.property(share, fc.double({ min: 0, max: 40, noNaN: true }), share, share, (one, days, two, three) => {
      const known: Known = { overdueShare: one, daysBeyondTerms: days, delayRate: two, utilization: three };
      const table = tableOf([known]);
      const movers = tierMovers(table, scoreCustomers(table, policy), policy, 0);
      const tier = tierOf(known);
      for (const direction of ['up', 'down'] as const) {
        movers[direction].forEach((move, index) => {
          const factor = policy.factors[index];
          const isShare = ['overdueShare', 'delayRate', 'utilization'].includes(factor.metric!);
          if (move === null || !isShare) return;
          const percent = Number.parseFloat(writeMove(move, direction, factor, 'share', 'en').to);
          const tierAt = (value: number) => tierOf({ ...known, [factor.metric!]: value / 100 });
          expect(Math.sign(tierAt(percent) - tier)).toBe(direction === 'up' ? -1 : 1);
          // A value within a hair of the bound is taken for it.
          const stepLess = percent + (direction === 'up' ? 0.1001 : -0.1001);
          expect(tierAt(stepLess)).toBe(tier);
        });
      }
    }),
  );
});

test('figures that are read against each other are told apart, and only then take decimals', () => {
  expect(writePair(0.62, 0.3, 'share', 'en')).toEqual(['62%', '30%']);
  expect(writePair(0.304, 0.3, 'share', 'en')).toEqual(['30.4%', '30.0%']);
  expect(writePair(0.3004, 0.3, 'share', 'zh')).toEqual(['30.04%', '30.00%']);
  expect(writePair(44.96, 45, 'score', 'en')).toEqual(['44.96', '45.00']);
  expect(writePair(20_000.01, 20_000, 'money', 'en')).toEqual(['20,000.01', '20,000.00']);
  expect(writePair(60.2, 60, 'days', 'zh')).toEqual(['60.2 天', '60.0 天']);
  expect(writePair(30, 30, 'days', 'en')).toEqual(['30 days', '30 days']);
});
