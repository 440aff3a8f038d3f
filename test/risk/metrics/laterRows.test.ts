import { expect, test } from '@jest/globals';
import { laterRowsInSlices } from '../../../src/risk/metrics/laterRows';
import { finishSlices } from '../../../src/risk/slices';
import { ledgerOf } from './ledgerOf';

test('rows after a day are counted with what they come to, by the end of that day', () => {
  const ledger = ledgerOf([
    { customer: 'A', amount: 10, invoiced: 100 },
    { customer: 'A', amount: 20.5, invoiced: 101 },
    { customer: 'B', amount: -0.5, invoiced: 102 },
    // On no known day: it is there.
    { customer: 'C', amount: 7, due: 200 },
  ]);
  expect(finishSlices(laterRowsInSlices(ledger, 100.75))).toEqual({ count: 2, amount: 20 });
  expect(finishSlices(laterRowsInSlices(ledger, 102))).toEqual({ count: 0, amount: 0 });
});
