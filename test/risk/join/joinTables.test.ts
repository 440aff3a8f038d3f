import { matchCustomersInSlices } from '../../../src/risk/join/matchCustomers';
import type { Ledger } from '../../../src/risk/ledger/ledger';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../../src/risk/slices';
import { ledgerOf } from '../metrics/ledgerOf';
import { type ListRow, listOf } from '../metrics/listOf';
import { joinedTable } from './joinedTable';

const asOf = 45_000;
const ledger = ledgerOf(
  [
    { customer: 'Acme Ltd', amount: 800, invoiced: asOf - 60, due: asOf - 30 },
    { customer: 'Acme Ltd', amount: 200, invoiced: asOf - 400, due: asOf - 370, paid: asOf - 350 },
    { customer: 'Beta', amount: 200, invoiced: asOf - 10, due: asOf + 20 },
    { customer: 'Sister', amount: 5000, invoiced: asOf - 10, due: asOf + 20 },
  ],
  { limits: { 'Acme Ltd': 100, Beta: 400 } },
);

function join(rows: readonly ListRow[], said: Pick<Ledger, 'said'> = {}) {
  const table = measureLedger({ ...ledger, ...said }, asOf, defaultPolicy, 'all');
  const list = listOf(rows);
  return {
    table,
    joined: joinedTable(
      table,
      list,
      finishSlices(matchCustomersInSlices({ names: table.customers }, list)),
      defaultPolicy,
      100,
    ),
  };
}

describe('joinedTableInSlices', () => {
  const { table, joined } = join([
    {
      name: 'ACME',
      creditLimit: 1000,
      termsDays: 45,
      contractEnd: asOf + 5,
      rating: 'BBB-',
      currentRatio: 1.2,
      insolvent: 0,
      guarantee: 50,
      lastReview: asOf - 40,
      tenureYears: 7,
      exposure: 1,
      overdue: 1,
      delayRate: 0.9,
      region: 'North',
    },
    { name: 'Beta', tenureYears: 0.001 },
    { name: 'Sister', excluded: 1 },
    { name: 'Gone', exposure: 77 },
    { name: 'Unknown' },
  ]);
  const metrics = joined.metrics;

  it('takes from the list what the list knows', () => {
    expect(metrics).toMatchObject({
      creditLimit: Float64Array.of(1000, 400),
      contractEnd: Float64Array.of(asOf + 5, Number.NaN),
      currentRatio: Float64Array.of(1.2, Number.NaN),
      insolvent: Float64Array.of(0, Number.NaN),
      guaranteed: Float64Array.of(1, Number.NaN),
      daysSinceReview: Float64Array.of(40, Number.NaN),
    });
    expect(metrics.termsDays[0]).toBe(45);
    expect(metrics.externalRating[0]).toBeCloseTo(57.142857, 5);
    expect(metrics.utilization[0]).toBe(0.8);
    expect(joined.texts?.region).toEqual(['North', '']);
  });

  it('keeps what the rows of the ledger say in words where the list does not', () => {
    const words = ['Ann', 'Bob', 'Cid'];
    const { texts } = join(
      [
        { name: 'Acme', salesperson: 'Dan' },
        { name: 'Sister', excluded: 1 },
      ],
      { said: { salesperson: { words, uneven: new Set() } } },
    ).joined;
    expect(texts?.salesperson).toEqual(['Dan', 'Bob']);
  });

  it('keeps what the ledger measured', () => {
    expect([...metrics.exposure]).toEqual([800, 200]);
    expect([...metrics.overdue]).toEqual([800, 0]);
    expect(metrics.delayRate[0]).toBe(table.metrics.delayRate[0]);
    expect(metrics.tenureYears[0]).toBe(7);
    expect(metrics.tenureYears[1]).toBe(table.metrics.tenureYears[1]);
    expect([...joined.rowsOf(1)]).toEqual([...table.rowsOf(1)]);
  });

  it('leaves out whom the list excludes', () => {
    expect(joined.customers).toEqual(['Acme Ltd', 'Beta']);
    expect([...metrics.share]).toEqual([0.8, 0.2]);
    expect([...metrics.rank]).toEqual([1, 2]);
    expect(joined.buckets.map(([acme]) => acme)).toEqual([0, 800, 0, 0, 0]);
  });

  it('changes no metric of the ledger where the list is empty', () => {
    const { table: before, joined: after } = join([]);
    expect(after.metrics).toEqual(before.metrics);
    expect(after.buckets).toEqual(before.buckets);
  });

  it('takes payment behaviour from the list only where the ledger has none of anybody', () => {
    const unpaid = ledgerOf([{ customer: 'Acme', amount: 1, invoiced: asOf - 9, due: asOf - 5 }]);
    const list = listOf([{ name: 'Acme', delayRate: 0.4, daysBeyondTerms: 12 }]);
    const measured = measureLedger(unpaid, asOf, defaultPolicy);
    const matches = finishSlices(matchCustomersInSlices({ names: measured.customers }, list));
    const { metrics: filled } = joinedTable(measured, list, matches, defaultPolicy);
    expect([filled.delayRate[0], filled.daysBeyondTerms[0]]).toEqual([0.4, 12]);
  });

  it('takes a list’s word where it is the lower one, and nothing that the ledger measures', () => {
    const { joined: lower } = join([
      { name: 'Acme', creditLimit: 50, termsDays: 5, exposure: 90_000, overdue: 90_000, sales: 1 },
      { name: 'Beta', exposure: 90_000 },
    ]);
    expect(lower.metrics.creditLimit.slice(0, 2)).toEqual(Float64Array.of(50, 400));
    expect(lower.metrics.termsDays[0]).toBe(5);
    for (const name of ['exposure', 'overdue', 'sales', 'dso'] as const)
      expect(lower.metrics[name]).toEqual(table.metrics[name]);
  });

  it('knows statements only from the list, in the words of the list', () => {
    const statement = {
      totalAssets: 1000,
      currentAssets: 500,
      currentLiabilities: 250,
      totalLiabilities: 400,
      retainedEarnings: 200,
      ebit: 100,
      equity: 600,
      revenue: 1500,
      operatingCashFlow: 100,
    };
    const { joined: known } = join([{ name: 'Acme', ...statement }, { name: 'Beta' }]);
    const { currentRatio, debtRatio, cashFlowToDebt, altmanZ } = known.metrics;
    expect([currentRatio[0], debtRatio[0], cashFlowToDebt[0]]).toEqual([2, 0.4, 0.25]);
    expect([currentRatio[1], altmanZ[1]]).toEqual([Number.NaN, Number.NaN]);
    expect(altmanZ[0]).toBeGreaterThan(0);
    expect(known.altmanModel).toBeDefined();
    expect(joined.altmanModel).toBeUndefined();
  });

  it('fills in each measure of payment that the ledger knows of nobody', () => {
    const said = { daysBeyondTerms: 12, delayRate: 0.4, disputedShare: 0.1 };
    const neverPaid = { customer: 'Acme', amount: 100, due: asOf - 5 };
    const list = listOf([{ name: 'Acme', ...said }]);
    const filled = (disputed: boolean) => {
      const measured = measureLedger(ledgerOf([{ ...neverPaid, disputed }]), asOf, defaultPolicy, 'all');
      const matches = finishSlices(matchCustomersInSlices({ names: measured.customers }, list));
      return joinedTable(measured, list, matches, defaultPolicy).metrics;
    };
    expect(filled(false)).toMatchObject({
      daysBeyondTerms: Float64Array.of(12),
      delayRate: Float64Array.of(0.4),
      disputedShare: Float64Array.of(0.1),
    });
    expect(filled(true).disputedShare[0]).toBe(1);
  });

  it('keeps who is listed and who is ranked apart when others leave', () => {
    const settled = ledgerOf([
      { customer: 'Later', amount: 10, invoiced: asOf + 50, due: asOf + 80 },
      { customer: 'Sister', amount: 9000, invoiced: asOf - 10, due: asOf + 20 },
      { customer: 'Acme', amount: 100, invoiced: asOf - 10, due: asOf + 20 },
      { customer: 'Beta', amount: 300, invoiced: asOf - 10, due: asOf + 20 },
    ]);
    const whole = measureLedger(settled, asOf, defaultPolicy, 'all');
    const list = listOf([{ name: 'Sister', excluded: 1 }]);
    const matches = finishSlices(matchCustomersInSlices({ names: whole.customers }, list));
    const kept = joinedTable(whole, list, matches, defaultPolicy, 100);
    expect(kept.customers).toEqual(['Later', 'Acme', 'Beta']);
    expect([...kept.listed]).toEqual([0, 1, 1]);
    expect([...kept.metrics.rank]).toEqual([Number.NaN, 2, 1]);
  });
});
