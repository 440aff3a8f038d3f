import { readAmount } from '../cells/readAmount';
import type { Cell } from '../ledger';

/** Half a cent: amounts that differ by less are the same, whatever adding fractions did to them. */
export const halfCent = 0.005;

/**
 * Read the amount of a sampled row in units of its currency; 0 where the cell is blank or no amount.
 *
 * @example amountAt(['Acme', '1,200.50'], 1) //=> 1200.5
 */
export const amountAt = (row: readonly Cell[], column: number): number => readAmount(row[column]) || 0;

/** Tell whether two amounts are the same to the cent; never where one is unknown. */
export const isNear = (one: number, other: number): boolean => Math.abs(one - other) < halfCent;
