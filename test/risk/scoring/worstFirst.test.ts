/** Where each customer stands in every list of the pane: most money at risk first. */
import { expect, test } from '@jest/globals';
import { orderWorstFirst } from '../../../src/risk/scoring/worstFirst';
import { finishSlices } from '../../../src/risk/slices';
import { tableOf } from './tableOf';

interface Standing {
  readonly name: string;
  readonly atRisk?: number;
  readonly exposure?: number;
  readonly score?: number;
  readonly isListed?: boolean;
}

function orderedOf(customers: readonly Standing[]) {
  const column = (read: (customer: Standing) => number | undefined) =>
    Float64Array.from(customers, customer => read(customer) ?? Number.NaN);
  const table = {
    ...tableOf(customers.map(({ exposure }) => (exposure === undefined ? {} : { exposure }))),
    customers: customers.map(({ name }) => name),
    listed: Uint8Array.from(customers, ({ isListed = true }) => Number(isListed)),
  };
  return { table, atRisk: column(({ atRisk }) => atRisk), scores: { score: column(({ score }) => score) } };
}

const names = (customers: readonly Standing[]) =>
  Array.from(finishSlices(orderWorstFirst(orderedOf(customers))), customer => customers[customer].name);

test('money at risk decides, then what is owed, then the name', () => {
  const customers: Standing[] = [
    { name: 'Delta', atRisk: 5, exposure: 90 },
    { name: 'Beta', atRisk: 5, exposure: 100 },
    { name: 'Alpha', atRisk: 5, exposure: 90 },
    // The score is in the money at risk: it decides nothing more.
    { name: 'Omega', atRisk: 9, exposure: 10, score: 99 },
    { name: 'Gone', atRisk: 99, exposure: 99, isListed: false },
    { name: 'Credit', atRisk: 0, exposure: -10 },
  ];
  expect(names(customers)).toEqual(['Omega', 'Beta', 'Alpha', 'Delta', 'Credit']);
  expect(names(customers.toReversed())).toEqual(['Omega', 'Beta', 'Alpha', 'Delta', 'Credit']);
});

test('where no money is known the lowest score is the worst, and who has none comes last', () => {
  const customers: Standing[] = [
    { name: 'Unknown' },
    { name: 'Fair', score: 60 },
    { name: 'Poor', score: 20 },
    { name: 'Perfect', score: 100 },
    { name: 'Owes', exposure: 0, atRisk: 0, score: 100 },
  ];
  expect(names(customers)).toEqual(['Owes', 'Poor', 'Fair', 'Perfect', 'Unknown']);
});

test('taken further from an order it is the order of starting over, also of who came and left', () => {
  const before: Standing[] = Array.from({ length: 40 }, (_, index) => ({
    name: `C${index}`,
    atRisk: (index * 7) % 40,
    exposure: 1000 - index,
    isListed: index !== 30,
  }));
  const changes: readonly (readonly [number, Partial<Standing>])[] = [
    [3, { atRisk: 39.5 }],
    [4, { isListed: false }],
    [30, { isListed: true }],
    [31, { exposure: Number.NaN, atRisk: Number.NaN }],
  ];
  const now = before.slice();
  for (const [index, change] of changes) now[index] = { ...now[index], ...change };
  const was = orderedOf(before);
  const known = { ...was, worstFirst: finishSlices(orderWorstFirst(was)) };
  const further = [...finishSlices(orderWorstFirst(orderedOf(now), known))];
  expect(further).toEqual([...finishSlices(orderWorstFirst(orderedOf(now)))]);
  expect([further.includes(4), further.includes(30), further[0]]).toEqual([false, true, 3]);
  expect([...finishSlices(orderWorstFirst(was, known))]).toEqual([...known.worstFirst]);
});
