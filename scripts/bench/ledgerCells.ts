/** Ledgers of any size, as Excel hands over their cells. */
import type { Cell } from '../../src/risk/ledger/ledger';
import { Random } from '../sample/random';

export const asOf = 45_473;

export const headers: readonly string[] = [
  'Customer',
  'Invoice no.',
  'Invoice date',
  'Due date',
  'Amount',
  'Open amount',
  'Paid date',
  'Disputed',
];

/** Invent the rows below the header: twenty invoices a customer, two years, one in twelve open. */
export function inventRows(count: number, seed: number): Cell[][] {
  const random = new Random(seed);
  const customerCount = Math.max(20, Math.min(50_000, Math.round(count / 20)));
  const names = Array.from({ length: customerCount }, (_, index) =>
    index % 2 === 0 ? `江苏宏达机械${index}有限公司` : `Baker & Sons ${index} Ltd`,
  );
  return Array.from({ length: count }, (_, row) => {
    const invoiceDate = asOf - random.whole(0, 730);
    const dueDate = invoiceDate + random.pick([30, 45, 60, 90]);
    const amount = random.whole(10_000, 9_000_000) / 100;
    const paidDate = dueDate + random.whole(-10, 60);
    const isOpen = paidDate > asOf;
    const disputed = random.chance(0.01) ? 'Yes' : '';
    return [
      random.pick(names),
      `INV-${row}`,
      invoiceDate,
      dueDate,
      amount,
      isOpen ? amount : 0,
      isOpen ? '' : paidDate,
      disputed,
    ];
  });
}
