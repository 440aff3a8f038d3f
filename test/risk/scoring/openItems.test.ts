import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { assessLedger } from '../../../src/risk/scoring/assess';
import { proposalFor } from '../../../src/risk/scoring/proposals';
import { ledgerOfCells } from '../sheetLedger';

const asOf = 45_473;

const openItems = [
  ['Customer', 'Invoice date', 'Due date', 'Open amount', 'Credit limit'],
  ['Acme', asOf - 20, asOf + 10, 4_000, 60_000],
  ['Acme', asOf - 5, asOf + 25, 6_000, 60_000],
  ['Borealis', asOf - 30, asOf, 500, ''],
];

const proposalsOf = (cells: typeof openItems) => {
  const { table, scores } = assessLedger(ledgerOfCells(cells), asOf, defaultPolicy);
  return [0, 1].map(customer => proposalFor(customer, table, scores, defaultPolicy)?.limit);
};

describe('a list of open items alone', () => {
  test('proposes no limit: sales were more than what of them is still owed', () => {
    const kept = { change: 'keep', reason: 'salesUnknown' };
    const [acme, borealis] = proposalsOf(openItems);
    expect(acme).toEqual({ current: 60_000, proposed: 60_000, ...kept });
    expect(borealis).toEqual({ current: Number.NaN, proposed: Number.NaN, ...kept });
  });

  test('proposes one as soon as the sheet has what was paid', () => {
    const [headers, ...rows] = openItems;
    const withPaid = [[...headers, 'Paid date'], ...rows.map(row => [...row, ''])];
    const [acme] = proposalsOf([...withPaid, ['Borealis', asOf - 90, asOf - 60, 0, '', asOf - 61]]);
    expect(acme?.reason).not.toBe('salesUnknown');
  });
});
