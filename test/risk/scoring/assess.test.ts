import fc from 'fast-check';
import { reviewContractsInSlices } from '../../../src/risk/contracts/contractRemarks';
import { snapshotBefore, snapshotOf } from '../../../src/risk/history/snapshot';
import { matchCustomersInSlices } from '../../../src/risk/join/matchCustomers';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import {
  assessLedger,
  assessLedgerInSlices,
  assessList,
  assessMeasuredInSlices,
} from '../../../src/risk/scoring/assess';
import { type Assessment, noTier } from '../../../src/risk/scoring/assessment';
import { exposureMatrix } from '../../../src/risk/scoring/exposureMatrix';
import { finishSlices } from '../../../src/risk/slices';
import { joinedTable } from '../join/joinedTable';
import { type LedgerRow, ledgerOf } from '../metrics/ledgerOf';
import { listOf } from '../metrics/listOf';

const asOf = 45_000;

describe('assessLedger', () => {
  const ledger = ledgerOf(
    [
      // Pays on the day, owes a little, known for years.
      { customer: 'Good', amount: 1000, invoiced: asOf - 1500, due: asOf - 1470, paid: asOf - 1470 },
      { customer: 'Good', amount: 9000, invoiced: asOf - 100, due: asOf - 70, paid: asOf - 70 },
      { customer: 'Good', amount: 500, invoiced: asOf - 5, due: asOf + 25 },
      // Pays late and owes all of it long past due.
      { customer: 'Bad', amount: 4000, invoiced: asOf - 300, due: asOf - 270, paid: asOf - 200 },
      { customer: 'Bad', amount: 6000, invoiced: asOf - 200, due: asOf - 170 },
      // Comes later.
      { customer: 'Later', amount: 100, invoiced: asOf + 5, due: asOf + 35 },
      // Got something for nothing.
      { customer: 'Free', amount: 0, due: asOf - 5 },
    ],
    {
      limits: { Good: 2000, Bad: 5000 },
      terms: { Good: 30, Bad: 30 },
      unplaced: [
        { row: 9, amount: 1250 },
        { row: 10, amount: Number.NaN },
      ],
    },
  );
  const assessment = assessLedger(ledger, asOf, defaultPolicy);

  it('tiers good and bad payers, and not who has no history', () => {
    // Everything known earns everything (disputes are not known and shared).
    expect(assessment.scores.score[0]).toBe(100);
    // Nothing but tenure: 5 × (300 / 365.25 / 3) of the 95 that are known.
    expect(assessment.scores.score[1]).toBeCloseTo(((5 * (300 / 365.25 / 3)) / 95) * 100, 8);
    expect(assessment.scores.score[2]).toBeNaN();
    expect([...assessment.scores.tier]).toEqual([0, 3, noTier, 1]);
    expect([...assessment.scores.coverage].slice(0, 3)).toEqual([0.95, 0.95, 0]);
  });

  it('puts exposure × expected loss at risk, worst first', () => {
    expect([...assessment.atRisk]).toEqual([2.5, 1200, 0, 0]);
    expect(assessment.totalAtRisk).toBe(1202.5);
    expect([...assessment.worstFirst]).toEqual([1, 0, 3]);
  });

  it('does not list, tier or warn of who only came after the as-of day, whatever a customer list knows of them', () => {
    const list = listOf([
      { name: 'Later', currentRatio: 2, rating: 'AAA', insolvent: 1, contractEnd: asOf - 9 },
    ]);
    const whole = measureLedger(ledger, asOf, defaultPolicy, 'all');
    const matches = finishSlices(matchCustomersInSlices({ names: whole.customers }, list));
    const table = joinedTable(whole, list, matches, defaultPolicy, 100);
    const joined = finishSlices(assessMeasuredInSlices(ledger, table, defaultPolicy));
    expect([...table.listed]).toEqual([1, 1, 0, 1]);
    expect(table.metrics.insolvent[2]).toBe(1);
    expect(joined.scores.score[2]).toBeNaN();
    expect(joined.scores.tier[2]).toBe(noTier);
    expect([...joined.table.metrics.rank]).toEqual([2, 1, Number.NaN, 3]);
    expect([...joined.worstFirst]).toEqual([1, 0, 3]);
    expect(joined.breaches.filter(({ customer }) => customer === 2)).toEqual([]);
    expect(snapshotOf(joined, asOf, '').customers).toEqual(['Good', 'Bad', 'Free']);
    const remarks = finishSlices(reviewContractsInSlices(table, joined.scores, defaultPolicy)).rows;
    expect(remarks.filter(({ customer }) => customer === 2)).toEqual([]);
    const cells = exposureMatrix(joined).rows.flatMap(row => row.cells);
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    // A day later than the first invoice they are.
    const later = assessLedger(ledger, asOf + 5, defaultPolicy);
    expect([...later.table.listed]).toEqual([1, 1, 1, 1]);
    expect([...later.worstFirst]).toContain(2);
  });

  it('sums tiers up, with those without a score last', () => {
    const factors = defaultPolicy.factors.filter(({ metric }) => metric === 'daysBeyondTerms');
    expect(assessLedger(ledger, asOf, { ...defaultPolicy, factors }).tierSummaries).toEqual([
      { letter: 'A', customerCount: 1, exposure: 500 },
      { letter: 'B', customerCount: 0, exposure: 0 },
      { letter: 'C', customerCount: 0, exposure: 0 },
      { letter: 'D', customerCount: 1, exposure: 6000 },
      { letter: '', customerCount: 1, exposure: 0 },
    ]);
  });

  it('finds the breaches, and says which rules nothing feeds', () => {
    expect(assessment.breaches.filter(breach => breach.customer === 1).map(breach => breach.rule)).toEqual([
      'overLimit',
      'utilization',
      'overdueShare',
      'agedAmount',
      'exposureShare',
      'dsoOverTerms',
      'lowScore',
      'longTerms',
      'noOrders',
    ]);
    expect(assessment.breaches.filter(breach => breach.customer !== 1)).toEqual([]);
    // What only a customer list, a snapshot or a review can tell.
    expect(assessment.unchecked).toEqual(
      expect.arrayContaining([
        { rule: 'contractEnding', needs: 'contractEnd' },
        { rule: 'scoreFall', needs: 'scoreFall' },
        { rule: 'reviewOverdue', needs: 'daysSinceReview' },
        { rule: 'guaranteeMissing', needs: 'guaranteed' },
      ]),
    );
  });

  it('reports the rows that could not be placed, in currency units', () => {
    expect(assessment.portfolio).toMatchObject({ exposure: 6500, unplaced: 12.5, openCount: 2 });
  });

  it('answers an empty ledger', () => {
    const empty = assessLedger(ledgerOf([]), asOf, defaultPolicy);
    expect(empty).toMatchObject({ breaches: [], unchecked: [], totalAtRisk: 0 });
    expect(empty.tierSummaries.map(tier => tier.customerCount)).toEqual([0, 0, 0, 0]);
  });

  it('puts nothing at risk for a customer in credit', () => {
    const credit = assessLedger(
      ledgerOf([{ amount: -80, invoiced: asOf - 50, due: asOf - 20 }]),
      asOf,
      defaultPolicy,
    );
    expect([...credit.atRisk]).toEqual([0]);
  });

  const anyRow: fc.Arbitrary<LedgerRow> = fc.record(
    {
      customer: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
      amount: fc.integer({ min: -10_000, max: 1_000_000 }).map(cents => cents / 100),
      invoiced: fc.integer({ min: asOf - 800, max: asOf + 50 }),
      due: fc.integer({ min: asOf - 800, max: asOf + 90 }),
      paid: fc.integer({ min: asOf - 800, max: asOf + 90 }),
    },
    { requiredKeys: ['customer', 'amount'] },
  );

  it('always reconciles: tiers add up to the portfolio, everybody is listed once, worst first', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), rows => {
        const { portfolio, tierSummaries, worstFirst, atRisk, table } = assessLedger(
          ledgerOf(rows),
          asOf,
          defaultPolicy,
        );
        const exposure = tierSummaries.reduce((sum, tier) => sum + Math.round(tier.exposure * 100), 0);
        expect(exposure).toBe(Math.round(portfolio.exposure * 100));
        const listed = [...table.customers.keys()].filter(customer => table.listed[customer] === 1);
        expect(tierSummaries.reduce((sum, tier) => sum + tier.customerCount, 0)).toBe(listed.length);
        expect([...worstFirst].sort((one, other) => one - other)).toEqual(listed);
        for (let place = 1; place < worstFirst.length; place += 1) {
          expect(atRisk[worstFirst[place]]).toBeLessThanOrEqual(atRisk[worstFirst[place - 1]]);
        }
      }),
    );
  });
});

describe('assessLedgerInSlices', () => {
  const rows = Array.from({ length: 6_000 }, (_, index) => ({
    customer: `C${index % 3_000}`,
    amount: 1 + (index % 97),
    invoiced: asOf - (index % 400),
    due: asOf - (index % 400) + 30,
    ...(index % 5 === 0 ? {} : { paid: asOf - (index % 400) + 45 }),
  }));
  const ledger = ledgerOf(rows);
  /** Rows of the sheet are asked for customer by customer; to compare them they are listed. */
  const listed = ({ table: { rowsOf, ...table }, ...assessment }: Assessment) => ({
    ...assessment,
    table: { ...table, rows: table.customers.map((_, customer) => rowsOf(customer)) },
  });

  it('comes to the same assessment, with many a stop on the way', () => {
    const work = assessLedgerInSlices(ledger, asOf, defaultPolicy);
    let stops = 0;
    let step = work.next();
    for (; !step.done; stops += 1) step = work.next();
    expect(stops).toBeGreaterThan(10);
    expect(listed(step.value)).toEqual(listed(assessLedger(ledger, asOf, defaultPolicy)));
  });

  it('assesses a table that is measured already', () => {
    const table = measureLedger(ledger, asOf, defaultPolicy);
    const assessment = finishSlices(assessMeasuredInSlices(ledger, table, defaultPolicy));
    expect(listed(assessment)).toEqual(listed(assessLedger(ledger, asOf, defaultPolicy)));
  });
});

describe('assessList', () => {
  it('tiers a list from its own columns', () => {
    const list = listOf(
      [
        { name: 'Good', exposure: 100, overdue: 0, creditLimit: 400, termsDays: 30, tenureYears: 5 },
        { name: 'Bad', exposure: 900, overdue: 800, creditLimit: 400, termsDays: 30, contractEnd: asOf - 1 },
      ],
      [{ row: 5, exposure: 50 }],
    );
    const assessment = assessList(list, asOf, defaultPolicy);
    expect([...assessment.scores.tier]).toEqual([0, 3]);
    expect(assessment.portfolio).toMatchObject({ exposure: 1000, overdue: 800, unplaced: 50 });
    expect(assessment.breaches.map(breach => breach.rule)).toEqual(
      expect.arrayContaining(['overLimit', 'exposureShare', 'contractEnding', 'lowScore']),
    );
    expect(assessment.unchecked).toEqual(
      expect.arrayContaining([
        { rule: 'agedAmount', needs: 'agedAmount' },
        { rule: 'noOrders', needs: 'daysSinceInvoice' },
      ]),
    );
  });

  it('orders by score where no money is known, and puts an unscored customer last', () => {
    const list = listOf([
      { name: 'Middling', overdueShare: 0.2 },
      { name: 'Unknown' },
      { name: 'Worst', overdueShare: 0.9 },
      { name: 'Best', overdueShare: 0 },
    ]);
    const { worstFirst, totalAtRisk, tierSummaries } = assessList(list, asOf, defaultPolicy);
    expect(Array.from(worstFirst, customer => list.customers[customer])).toEqual([
      'Worst',
      'Middling',
      'Best',
      'Unknown',
    ]);
    expect(totalAtRisk).toBe(0);
    expect(tierSummaries.at(-1)).toEqual({ letter: '', customerCount: 1, exposure: 0 });
  });

  it('puts an unscored customer at the risk of the last tier', () => {
    const { atRisk, scores } = assessList(listOf([{ name: 'Unknown', exposure: 100 }]), asOf, defaultPolicy);
    expect([...scores.tier]).toEqual([noTier]);
    expect([...atRisk]).toEqual([20]);
  });

  it('breaks ties by name', () => {
    const list = listOf(['王', 'b', 'A'].map(name => ({ name, exposure: 10, overdue: 5 })));
    const { worstFirst } = assessList(list, asOf, defaultPolicy);
    const names = Array.from(worstFirst, customer => list.customers[customer]);
    expect(names.indexOf('A')).toBeLessThan(names.indexOf('b'));
  });
});

describe('what is known beside the ledger', () => {
  const rows: LedgerRow[] = [
    { customer: 'Falling', amount: 4000, invoiced: asOf - 150, due: asOf - 120, paid: asOf - 120 },
    { customer: 'Falling', amount: 6000, invoiced: asOf - 80, due: asOf - 50 },
    { customer: 'Steady', amount: 6000, invoiced: asOf - 20, due: asOf + 10 },
  ];
  const ledger = ledgerOf(rows);
  const earlier = assessLedger(ledger, asOf - 60, defaultPolicy);
  const history = [snapshotOf(earlier, asOf - 55, '')];
  const rulesOf = (assessment: ReturnType<typeof assessLedger>, customer: number) =>
    assessment.breaches.filter(breach => breach.customer === customer).map(breach => breach.rule);

  it('warns of a score that fell since the last snapshot', () => {
    expect(assessLedger(ledger, asOf, defaultPolicy).unchecked).toContainEqual({
      rule: 'scoreFall',
      needs: 'scoreFall',
    });
    const now = assessLedger(ledger, asOf, defaultPolicy, snapshotBefore(history, asOf, ''));
    const fall = earlier.scores.score[0] - now.scores.score[0];
    expect(fall).toBeGreaterThan(15);
    expect(now.breaches).toContainEqual({
      customer: 0,
      rule: 'scoreFall',
      severity: 'warning',
      value: fall,
      threshold: 15,
    });
    expect(rulesOf(now, 1)).not.toContain('scoreFall');
    expect([...now.scores.score]).toEqual([...assessLedger(ledger, asOf, defaultPolicy).scores.score]);
  });

  it('obeys limit, insolvency, review and guarantee of the customer list', () => {
    const table = measureLedger(ledger, asOf, defaultPolicy);
    const list = listOf([
      { name: 'falling', creditLimit: 100, guarantee: 0, lastReview: asOf - 400, contractEnd: asOf - 3 },
      { name: 'STEADY', insolvent: 1 },
    ]);
    const matches = finishSlices(matchCustomersInSlices({ names: table.customers }, list));
    const joined = joinedTable(table, list, matches, defaultPolicy);
    const now = finishSlices(assessMeasuredInSlices(ledger, joined, defaultPolicy));
    expect(rulesOf(now, 0)).toEqual(
      expect.arrayContaining(['overLimit', 'contractEnding', 'reviewOverdue', 'guaranteeMissing']),
    );
    expect(defaultPolicy.tiers[now.scores.tier[1]]?.letter).toBe('D');
    expect(now.portfolio.exposure).toBe(12_000);
  });
});
