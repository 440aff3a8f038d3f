import fc from 'fast-check';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { type KnockOut, type KnockOutId, knockOutIds, type Policy } from '../../../src/risk/policy/policy';
import { noCap, noTier } from '../../../src/risk/scoring/assessment';
import {
  capTiers,
  heldKnockOuts,
  type KnownMetrics,
  metricsOfKnockOuts,
} from '../../../src/risk/scoring/knockOuts';

const [A, B, C, D] = [0, 1, 2, 3];

const withKnockOut = (id: KnockOutId, changes: Partial<KnockOut>): Policy => ({
  ...defaultPolicy,
  knockOuts: defaultPolicy.knockOuts.map(knockOut =>
    knockOut.id === id ? { ...knockOut, ...changes } : knockOut,
  ),
});

/** The tier of one customer after all caps, and the code of what capped it. */
function capped(
  from: number,
  known: Readonly<Record<string, number>>,
  policy: Policy = defaultPolicy,
): [number, KnockOutId | null] {
  const metrics: KnownMetrics = Object.fromEntries(
    Object.entries(known).map(([name, value]) => [name, [value]]),
  );
  const { tier, cap } = capTiers(Uint8Array.of(from), metrics, policy);
  return [tier[0], policy.knockOuts[cap[0]]?.id ?? null];
}

describe('capTiers', () => {
  it.each<[string, number, Readonly<Record<string, number>>, [number, KnockOutId | null]]>([
    ['insolvency', A, { insolvent: 1 }, [D, 'insolvent']],
    ['no insolvency', A, { insolvent: 0 }, [A, null]],
    ['181 days past due', A, { oldestDays: 181, agedAmount: 1000 }, [D, 'oldestDays']],
    ['180 days past due', A, { oldestDays: 180, agedAmount: 1000 }, [A, null]],
    ['a forgotten cent of last year', A, { oldestDays: 400, agedAmount: 0.01, overdue: 90_000 }, [A, null]],
    ['an amount that is not known', A, { oldestDays: 400 }, [D, 'oldestDays']],
    ['over limit by more than half', A, { utilization: 1.51, exposure: 15_100 }, [C, 'overLimit']],
    ['over limit by half', A, { utilization: 1.5, exposure: 15_000 }, [A, null]],
    ['a small balance over a small limit', A, { utilization: 9, exposure: 900 }, [A, null]],
    ['money written off', B, { writtenOff: 0.5 }, [D, 'writtenOff']],
    ['nothing written off', B, { writtenOff: 0 }, [B, null]],
    ['a rating of CCC', B, { externalRating: 19.05, exposure: 5 }, [D, 'externalRating']],
    ['a rating of CCC+', B, { externalRating: 23.8, exposure: 5 }, [B, null]],
    ['a score as bad as the cap', C, { utilization: 2, exposure: 9000 }, [C, null]],
    ['the lower of two caps', A, { utilization: 2, exposure: 9000, insolvent: 1 }, [D, 'insolvent']],
    ['nothing known', A, { oldestDays: Number.NaN, insolvent: Number.NaN }, [A, null]],
  ])('caps as the default policy says for %s', (_, from, known, expected) => {
    expect(capped(from, known)).toEqual(expected);
  });

  it('leaves alone who is over the limit by exactly as much as is let pass, whatever doubles make of it', () => {
    for (let percent = 0; percent <= 300; percent += 1) {
      const policy = withKnockOut('overLimit', { threshold: percent / 100 });
      const useOf = (exposure: number) => ({ utilization: exposure / 10_000, exposure });
      expect(capped(A, useOf(10_000 + 100 * percent), policy)).toEqual([A, null]);
      expect(capped(A, useOf(10_000.01 + 100 * percent), policy)).toEqual([C, 'overLimit']);
    }
  });

  it('knows that who is knocked out to the last tier is there without a score too', () => {
    expect(capped(noTier, { insolvent: 1 })).toEqual([D, 'insolvent']);
    expect(capped(noTier, { utilization: 3, exposure: 9000 })).toEqual([noTier, null]);
  });

  it('leaves a knock-out that is off, or whose row was deleted, alone', () => {
    expect(capped(A, { insolvent: 1 }, withKnockOut('insolvent', { on: false }))).toEqual([A, null]);
    expect(capped(A, { insolvent: 1 }, { ...defaultPolicy, knockOuts: [] })).toEqual([A, null]);
  });

  it('compares the overdue amount where the long overdue one begins later than the knock-out', () => {
    const early = withKnockOut('oldestDays', { threshold: 60 });
    expect(capped(A, { oldestDays: 70, agedAmount: 0, overdue: 5000 }, early)).toEqual([D, 'oldestDays']);
    expect(capped(A, { oldestDays: 70, agedAmount: 0, overdue: 500 }, early)).toEqual([A, null]);
  });

  it('compares the long overdue amount where both begin on the same day, and the overdue one where that rule was deleted', () => {
    const agedDays = defaultPolicy.rules.find(rule => rule.id === 'agedAmount')!.threshold;
    const sameDay = withKnockOut('oldestDays', { threshold: agedDays });
    const known = { oldestDays: 400, agedAmount: 0, overdue: 5000 };
    expect(capped(A, known, sameDay)).toEqual([A, null]);
    expect(capped(A, known, { ...sameDay, rules: [] })).toEqual([D, 'oldestDays']);
  });

  it.each<[KnockOutId, Readonly<Record<string, number>>, number]>([
    ['insolvent', { insolvent: 1 }, A],
    ['overLimit', { utilization: 3 }, A],
    ['externalRating', { externalRating: 1 }, A],
    // What was written off is no longer owed: there is no amount to compare.
    ['writtenOff', { writtenOff: 1 }, D],
  ])('%s begins at its minimum amount of exposure', (id, known, belowMinimum) => {
    const policy = withKnockOut(id, { minimumAmount: 100, bestTier: 'D' });
    expect(capped(A, { ...known, exposure: 99.99 }, policy)[0]).toBe(belowMinimum);
    expect(capped(A, { ...known, exposure: 100 }, policy)).toEqual([D, id]);
  });

  it('takes a rating at its threshold for good enough', () => {
    const { threshold } = defaultPolicy.knockOuts.find(({ id }) => id === 'externalRating')!;
    expect(capped(A, { externalRating: threshold, exposure: 9000 })).toEqual([A, null]);
  });

  it('caps at the last tier for a letter that no tier has', () => {
    expect(capped(A, { insolvent: 1 }, withKnockOut('insolvent', { bestTier: 'Z' }))).toEqual([
      D,
      'insolvent',
    ]);
  });

  it('leaves the tiers by score as they were', () => {
    const byScore = Uint8Array.of(A);
    capTiers(byScore, { insolvent: [1] }, defaultPolicy);
    expect([...byScore]).toEqual([A]);
  });

  it('caps at the tier of that letter, whatever the case', () => {
    const lower = withKnockOut('insolvent', { bestTier: 'b' });
    expect(capped(A, { insolvent: 1 }, lower)).toEqual([B, 'insolvent']);
    expect(capped(B, { insolvent: 1 }, lower)).toEqual([B, null]);
    expect(capped(D, { insolvent: 1 }, lower)).toEqual([D, null]);
  });

  it('leaves who is exactly at a bound, whatever binary fractions add: 10.80 of 9 are 120 %', () => {
    const policy = withKnockOut('overLimit', { threshold: 0.2, minimumAmount: 0 });
    expect(10.8 / 9).toBeGreaterThan(1.2);
    expect(capped(A, { utilization: 10.8 / 9 }, policy)).toEqual([A, null]);
    expect(capped(A, { utilization: 10.81 / 9 }, policy)).toEqual([C, 'overLimit']);
  });

  it('never lifts a tier, and says what it was that lowered it', () => {
    const value = fc.option(fc.double({ min: -10, max: 500, noNaN: true }), { nil: Number.NaN });
    const known = fc.record({
      insolvent: fc.constantFrom(0, 1, Number.NaN),
      oldestDays: value,
      agedAmount: value,
      exposure: value,
      utilization: value,
      writtenOff: value,
      externalRating: value,
    });
    const amounts = { minimumAmount: 100 };
    const policy = {
      ...defaultPolicy,
      knockOuts: defaultPolicy.knockOuts.map(one => ({ ...one, ...amounts })),
    };
    fc.assert(
      fc.property(fc.constantFrom(A, B, C, D, noTier), known, (from, metrics) => {
        const columns = Object.fromEntries(Object.entries(metrics).map(([name, one]) => [name, [one]]));
        const { tier, cap } = capTiers(Uint8Array.of(from), columns, policy);
        const held = heldKnockOuts(columns, policy, 0).map(({ knockOut }) => knockOut);
        if (cap[0] === noCap) expect(tier[0]).toBe(from);
        else {
          expect(held).toContain(cap[0]);
          expect(from === noTier || tier[0] > from).toBe(true);
        }
        if (from !== noTier && held.length === 0) expect(tier[0]).toBe(from);
      }),
    );
  });
});

describe('heldKnockOuts', () => {
  it('lists all that hold with what was measured and where they begin', () => {
    const metrics = { oldestDays: [212], agedAmount: [5000], utilization: [1.75], exposure: [7000] };
    expect(heldKnockOuts(metrics, defaultPolicy, 0)).toEqual([
      { knockOut: knockOutIds.indexOf('oldestDays'), metric: 'oldestDays', value: 212, bound: 180 },
      { knockOut: knockOutIds.indexOf('overLimit'), metric: 'utilization', value: 1.75, bound: 1.5 },
    ]);
    expect(heldKnockOuts({}, defaultPolicy, 0)).toEqual([]);
  });
});

test('the metrics of the knock-outs are those of the ones that are on, with the amounts they compare', () => {
  expect([...metricsOfKnockOuts(withKnockOut('writtenOff', { on: false }))].sort()).toEqual([
    'agedAmount',
    'exposure',
    'externalRating',
    'insolvent',
    'oldestDays',
    'utilization',
  ]);
  expect([...metricsOfKnockOuts(defaultPolicy)]).toContain('writtenOff');
});
