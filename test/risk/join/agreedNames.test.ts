import { agreedNames } from '../../../src/risk/join/agreedNames';
import { matchCustomersInSlices } from '../../../src/risk/join/matchCustomers';
import { finishSlices } from '../../../src/risk/slices';
import { type ListRow, listOf } from '../metrics/listOf';

const settle = (names: readonly string[], rows: readonly ListRow[]) => {
  const list = listOf(rows);
  const settled = agreedNames({ names }, list, finishSlices(matchCustomersInSlices({ names }, list)));
  return { ledger: [...settled.ledger], list: [...settled.list] };
};

test('customers on both sheets get the name of the list, without superfluous spaces', () => {
  expect(settle(['ACME', 'Beta Co', 'Only here'], [{ name: 'Acme  Ltd' }, { name: 'Beta Co' }])).toEqual({
    ledger: [
      ['acme', { to: 'Acme Ltd', code: 'listName' }],
      ['beta co', { to: 'Beta Co', code: 'listName' }],
    ],
    list: [
      ['acme ltd', { to: 'Acme Ltd', code: 'plainName' }],
      ['beta co', { to: 'Beta Co', code: 'plainName' }],
    ],
  });
});

test('a row of the list that repeats a customer takes the name of the first, unless that name is also somebody else’s', () => {
  const rows = [
    { name: 'Acme', customerNumber: '1' },
    { name: 'Acme Trading', customerNumber: '1' },
    { name: 'Beta', customerNumber: '2' },
    { name: 'Gamma', customerNumber: '2' },
    { name: 'Gamma', customerNumber: '3' },
  ];
  expect(settle([], rows).list).toEqual([['acme trading', { to: 'Acme', code: 'listName' }]]);
});

test('who is on one sheet only, or has no name, is left alone', () => {
  expect(settle(['Away'], [{ name: '' }, { name: 'Quiet' }])).toEqual({ ledger: [], list: [] });
});
