import fc from 'fast-check';
import { isSettledOnUnknownDay, ledgerKnownAt } from '../../../src/risk/backtest/knownLedger';
import { paymentOutcomes } from '../../../src/risk/backtest/paymentOutcome';
import { isoDay, quarterEnds, recordedDays } from '../../../src/risk/backtest/quarterEnds';
import { replayLedger } from '../../../src/risk/backtest/replay';
import type { Ledger } from '../../../src/risk/ledger/ledger';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { metricNames } from '../../../src/risk/metrics/table/metric';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { scoreCustomers } from '../../../src/risk/scoring/score';
import { type LedgerRow, ledgerOf } from '../metrics/ledgerOf';

const terms = { horizonDays: 90, graceDays: 0, lateShare: 0.5 };

/** The numbers of a measured ledger, as text so that NaN equals NaN. */
function measured(ledger: Ledger, day: number): string {
  const table = measureLedger(ledgerKnownAt(ledger, day), day, defaultPolicy);
  const { score } = scoreCustomers(table, defaultPolicy);
  const byCustomer = table.customers.map((name, customer) => [
    name,
    score[customer],
    ...metricNames.map(metric => table.metrics[metric][customer]),
  ]);
  const known = byCustomer.filter(([, , ...metrics]) =>
    metrics.some(value => value !== 0 && !Number.isNaN(value as number)),
  );
  return JSON.stringify(known.sort(), (_, value) => (typeof value === 'number' ? String(value) : value));
}

describe('ledgerKnownAt', () => {
  const ledger = ledgerOf(
    [
      { customer: 'Early', amount: 100, invoiced: 10, due: 40, paid: 60, disputed: true },
      { customer: 'Early', amount: 50, invoiced: 20, due: 50, paid: 90 },
      { customer: 'Early', amount: 70, invoiced: 30, due: 60, open: 30 },
      { customer: 'Early', amount: 80, invoiced: 71, due: 101, open: 80 },
      { customer: 'Late', amount: 90, invoiced: 75, due: 105, paid: 80 },
      { customer: 'Early', amount: 33, invoiced: 15, due: 45, open: 0 },
    ],
    { limits: { Early: 10 }, terms: { Early: 30 } },
  );

  it('keeps what was invoiced by then and undoes what was paid later', () => {
    const known = ledgerKnownAt(ledger, 70);
    expect([...known.amount]).toEqual([10_000, 5_000, 7_000]);
    expect([...known.paidDate]).toEqual([60, Number.NaN, Number.NaN]);
    expect([...known.sheetRow]).toEqual([1, 2, 3]);
    expect(known.customers).toEqual(['Early', 'Late']);
  });

  it('leaves out what the sheet does not date: disputes, limits, terms, part payments, settled without a day', () => {
    const known = ledgerKnownAt(ledger, 70);
    expect([...known.disputed]).toEqual([0, 0, 0]);
    expect([...known.creditLimit, ...known.termsDays].every(Number.isNaN)).toBe(true);
    // 70 of which 30 are open today: how much was open then, nobody wrote down.
    expect(measureLedger(known, 70, defaultPolicy).metrics.exposure[0]).toBe(120);
    expect(isSettledOnUnknownDay(ledger, 5)).toBe(true);
    expect(isSettledOnUnknownDay(ledger, 2)).toBe(false);
  });

  it('knows nothing of a customer first invoiced later, who therefore has no score', () => {
    const table = measureLedger(ledgerKnownAt(ledger, 70), 70, defaultPolicy);
    const { score } = scoreCustomers(table, defaultPolicy);
    expect(score[0]).toBeGreaterThan(0);
    expect(score[1]).toBeNaN();
  });

  it('takes an item without an invoice date to be there once it is due, and one without any date never', () => {
    const undated = ledgerOf([{ amount: 1, due: 50 }, { amount: 2, due: 80 }, { amount: 3 }]);
    expect([...ledgerKnownAt(undated, 70).amount]).toEqual([100]);
    expect([...ledgerKnownAt(undated, 50).amount]).toEqual([100]);
    expect([...ledgerKnownAt(undated, 49).amount]).toEqual([]);
  });

  it('includes what happened on the day itself', () => {
    const onTheDay = ledgerOf([{ amount: 1, invoiced: 70, due: 100, paid: 70 }]);
    expect([...ledgerKnownAt(onTheDay, 70).paidDate]).toEqual([70]);
    expect(ledgerKnownAt(onTheDay, 69).rowCount).toBe(0);
  });

  it('does not change the ledger it was given', () => {
    const before = JSON.stringify([...ledger.paidDate, ...ledger.disputed, ...ledger.creditLimit]);
    ledgerKnownAt(ledger, 70);
    expect(JSON.stringify([...ledger.paidDate, ...ledger.disputed, ...ledger.creditLimit])).toBe(before);
  });
});

describe('nothing that happens after a day moves a score of that day', () => {
  const day = 200;
  const past = fc.record({
    customer: fc.constantFrom('A', 'B', 'C'),
    amount: fc.integer({ min: -500, max: 5000 }).filter(amount => amount !== 0),
    invoiced: fc.integer({ min: 1, max: day }),
    terms: fc.integer({ min: 0, max: 60 }),
    paidAfter: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
  });
  const rowOf = ({
    customer,
    amount,
    invoiced,
    terms: days,
    paidAfter,
  }: typeof past extends fc.Arbitrary<infer T> ? T : never): LedgerRow => ({
    customer,
    amount,
    invoiced,
    due: invoiced + days,
    ...(paidAfter === undefined ? {} : { paid: invoiced + paidAfter }),
  });
  const later = fc.record({
    customer: fc.constantFrom('A', 'B', 'D', 'E'),
    amount: fc.integer({ min: 1, max: 9000 }),
    invoiced: fc.integer({ min: day + 1, max: day + 200 }),
    due: fc.integer({ min: day + 1, max: day + 300 }),
    disputed: fc.boolean(),
  });
  /** What the future does to a row that was there: pays it some other day or never, in part, disputes it. */
  const fate = fc.record({
    paid: fc.option(fc.integer({ min: day + 1, max: day + 400 })),
    disputed: fc.boolean(),
  });

  it('for random ledgers, later invoices, later payments, disputes, limits and terms', () => {
    fc.assert(
      fc.property(
        fc.array(past, { minLength: 1, maxLength: 25 }),
        fc.array(later, { maxLength: 15 }),
        fc.array(fate, { minLength: 25, maxLength: 25 }),
        (drafts, laterRows, fates) => {
          const rows = drafts.map(rowOf);
          const changed = rows.map((row, index): LedgerRow => {
            const isPaidByThen = row.paid !== undefined && row.paid <= day;
            const { paid: _, ...unpaid } = row;
            const { paid, disputed } = fates[index];
            if (isPaidByThen) return { ...row, disputed };
            return paid === null
              ? { ...unpaid, open: row.amount / 2, disputed }
              : { ...unpaid, paid, disputed };
          });
          const future = ledgerOf([...changed, ...laterRows], { limits: { A: 5 }, terms: { B: 7 } });
          expect(measured(future, day)).toBe(measured(ledgerOf(rows), day));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('and what happened by then does move it', () => {
    const row = { customer: 'A', amount: 10, invoiced: 100, due: 130 };
    expect(measured(ledgerOf([{ ...row, paid: 190 }]), day)).not.toBe(
      measured(ledgerOf([{ ...row, paid: 130 }]), day),
    );
  });
});

describe('paymentOutcomes', () => {
  const day = 100;
  const outcome = (rows: LedgerRow[], changes: Partial<typeof terms> = {}) => {
    const { due, late, isBad } = paymentOutcomes(ledgerOf(rows), day, { ...terms, ...changes });
    return [due[0] / 100, late[0] / 100, isBad[0]];
  };

  it('takes the share of the amount that fell due and was paid late or not at all', () => {
    const rows = [
      { amount: 60, invoiced: 80, due: 110, paid: 110 },
      { amount: 30, invoiced: 90, due: 120, paid: 121 },
      { amount: 40, invoiced: 120, due: 150 },
    ];
    expect(outcome(rows)).toEqual([130, 70, 1]);
    expect(outcome(rows, { lateShare: 0.6 })).toEqual([130, 70, 0]);
    expect(outcome(rows, { graceDays: 1 })).toEqual([130, 40, 0]);
  });

  it('is bad above the share, not at it', () => {
    const rows = [
      { amount: 50, due: 110, paid: 110 },
      { amount: 50, due: 110, paid: 111 },
    ];
    expect(outcome(rows)).toEqual([100, 50, 0]);
  });

  it('looks at what falls due from the next day to the last of the horizon', () => {
    expect(outcome([{ amount: 1, due: 100 }])).toEqual([0, 0, Number.NaN]);
    expect(outcome([{ amount: 1, due: 101 }])).toEqual([1, 1, 1]);
    expect(outcome([{ amount: 1, due: 190 }])).toEqual([1, 1, 1]);
    expect(outcome([{ amount: 1, due: 191 }])).toEqual([0, 0, Number.NaN]);
  });

  it('leaves credit notes, undated settlements and items without a due date out', () => {
    expect(outcome([{ amount: -5, due: 110 }])).toEqual([0, 0, Number.NaN]);
    expect(outcome([{ amount: 5, due: 110, open: 0 }])).toEqual([0, 0, Number.NaN]);
    expect(outcome([{ amount: 5 }])).toEqual([0, 0, Number.NaN]);
  });
});

describe('quarterEnds', () => {
  it('lists the ends after which the record goes on long enough, in either date system', () => {
    // 3 January 2012 to 9 January 2014.
    const ends = quarterEnds(40_911, 41_648, 91);
    expect(ends.map(end => isoDay(end))).toEqual([
      '2012-03-31',
      '2012-06-30',
      '2012-09-30',
      '2012-12-31',
      '2013-03-31',
      '2013-06-30',
      '2013-09-30',
    ]);
    expect(quarterEnds(40_911 - 1462, 41_648 - 1462, 91, 1904)).toEqual(ends.map(end => end - 1462));
  });

  it('needs the very last day and nothing more', () => {
    // 31 March 2012 is 40999.
    expect(quarterEnds(40_911, 40_999 + 91, 91)).toEqual([40_999]);
    expect(quarterEnds(40_911, 40_999 + 90, 91)).toEqual([]);
    expect(quarterEnds(Number.NaN, Number.NaN, 91)).toEqual([]);
  });

  it('begins with the quarter of the first record, be that its last day', () => {
    expect(quarterEnds(40_999, 41_200, 91).map(end => isoDay(end))).toEqual(['2012-03-31', '2012-06-30']);
    expect(quarterEnds(41_000, 41_200, 91).map(end => isoDay(end))).toEqual(['2012-06-30']);
  });

  it('takes the record from invoices and payments, not from what is due some day', () => {
    const ledger = ledgerOf([
      { amount: 1, invoiced: 40.5, due: 900 },
      { amount: 1, invoiced: 50, paid: 70.9 },
    ]);
    expect(recordedDays(ledger)).toEqual({ first: 40, last: 70 });
    expect(recordedDays(ledgerOf([{ amount: 1 }]))).toEqual({ first: Number.NaN, last: Number.NaN });
  });
});

describe('replayLedger', () => {
  /** 30 June 2013 is 41455. Prompt pays on the day, Slow 20 days late, New comes later, Idle buys nothing more. */
  const day = 41_455;
  const ledger = ledgerOf([
    { customer: 'Prompt', amount: 100, invoiced: day - 60, due: day - 30, paid: day - 30 },
    { customer: 'Prompt', amount: 100, invoiced: day, due: day + 30, paid: day + 30 },
    { customer: 'Slow', amount: 200, invoiced: day - 80, due: day - 50, paid: day - 30 },
    { customer: 'Slow', amount: 200, invoiced: day - 10, due: day + 20, paid: day + 40 },
    { customer: 'New', amount: 50, invoiced: day + 5, due: day + 35, paid: day + 35 },
    { customer: 'Idle', amount: 70, invoiced: day - 60, due: day - 30, paid: day - 30 },
  ]);
  const replay = replayLedger(ledger, [day], defaultPolicy, terms);

  it('judges who had a score then and of whom something fell due later', () => {
    expect(replay.customer.map(customer => ledger.customers[customer])).toEqual(['Prompt', 'Slow']);
    expect(replay.isBad).toEqual([0, 1]);
    expect(replay.due).toEqual([100, 200]);
    expect(replay.late).toEqual([0, 200]);
    expect(replay.scored).toEqual([3]);
    expect(replay.quarter).toEqual([0, 0]);
  });

  it('ranks them by score, by each baseline and by each factor, higher being safer', () => {
    const byName = new Map(replay.rankings.map(ranking => [ranking.name, ranking]));
    expect(byName.get('lastQuarterDbt')!.values).toEqual([-0, -20]);
    expect(byName.get('overdueShare')!.values).toEqual([0, 0]);
    expect(byName.get('Days beyond terms')!.values).toEqual([1, (20 - 30) / (0 - 30)]);
    expect(byName.get('Limit utilization')!.isKnown).toEqual([false, false]);
    const [prompt, slow] = byName.get('score')!.values;
    expect(prompt).toBeGreaterThan(slow);
    expect(replay.rankings[0].kind).toBe('score');
  });

  it('looks back a quarter for the baseline, not the year', () => {
    const old = ledgerOf([
      { customer: 'Slow', amount: 200, invoiced: day - 200, due: day - 170, paid: day - 91 },
      { customer: 'Slow', amount: 200, invoiced: day - 10, due: day + 20, paid: day + 40 },
    ]);
    const { rankings } = replayLedger(old, [day], defaultPolicy, terms);
    expect(rankings.find(({ name }) => name === 'lastQuarterDbt')!.isKnown).toEqual([false]);
    expect(rankings.find(({ name }) => name === 'Days beyond terms')!.isKnown).toEqual([true]);
  });
});
