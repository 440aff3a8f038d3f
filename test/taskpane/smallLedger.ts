import type { Cell } from '../../src/risk/ledger/ledger';

/** 30 June 2024, the last day on which something happens in the small ledger. */
export const endOfJune = 45473;

/**
 * A ledger small enough to add up by hand as of 30 June 2024: exposure 9,000 = 1,000 not due + 3,000 at 21 days + 5,000 at 151 days;
 * Bad GmbH owes 5,000 over a limit of 2,000.
 */
export const smallLedger: Cell[][] = [
  ['Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Amount', 'Paid date', 'Credit limit'],
  ['Good Ltd', 'INV-1', 45413, 45444, 2000, 45473, 10000],
  ['Good Ltd', 'INV-2', 45444, 45474, 1000, '', 10000],
  ['Bad GmbH', 'INV-3', 45292, 45322, 5000, '', 2000],
  ['江苏宏达机械有限公司', 'INV-4', 45422, 45452, 3000, '', 10000],
];

export const withoutAmount: Cell[][] = [
  ['Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Order ref'],
  ['Good Ltd', 'INV-1', 45413, 45444, 101],
  ['Bad GmbH', 'INV-2', 45292, 45322, 102],
  ['Bad GmbH', 'INV-3', 45295, 45325, 103],
];

export const twoCurrencies: Cell[][] = [
  ['Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Amount', 'Currency'],
  ['Good Ltd', 'INV-1', 45413, 45444, 2000, 'EUR'],
  ['Good Ltd', 'INV-2', 45444, 45474, 1000, 'EUR'],
  ['Bad GmbH', 'INV-3', 45292, 45322, 700, 'USD'],
];
