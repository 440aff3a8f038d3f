/** A small ledger whose figures are worked out by hand, as of 30 June 2024 (serial 45473). */
import type { CellInput } from '../src/workbench/book/types';

export const asOf = 45473;

export const ledgerHeader = [
  'Customer',
  'Invoice no',
  'Invoice date',
  'Due date',
  'Amount',
  'Paid date',
  'Credit limit',
];

/**
 * Open: Acme 500 (10 days late), Beta 8,000 (170 days late) and 2,000 (paid five days later) over a limit of 6,000,
 * 宏达 4,000 and Gamma 700 not due, Gamma −200.
 */
export const ledgerRows: readonly (readonly CellInput[])[] = [
  ['Acme Ltd', 'I-1', asOf - 100, asOf - 70, 1000, asOf - 40, 5000],
  ['Acme Ltd', 'I-2', asOf - 40, asOf - 10, 500, '', 5000],
  ['Beta Co', 'I-3', asOf - 200, asOf - 170, 8000, '', 6000],
  ['Beta Co', 'I-4', asOf - 60, asOf - 30, 2000, asOf + 5, 6000],
  ['江苏宏达机械有限公司', 'I-5', asOf - 10, asOf + 20, 4000, '', 20000],
  ['Gamma Inc', 'I-6', asOf - 20, asOf + 10, 700, '', 1000],
  ['Gamma Inc', 'C-1', asOf - 5, asOf - 5, -200, '', 1000],
];
