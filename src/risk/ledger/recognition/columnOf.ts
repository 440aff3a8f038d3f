import type { ColumnMapping, Field } from '../ledger';

/**
 * Find the column of a field within the block, zero-based; -1 where the sheet has none, which no row has a cell at.
 *
 * @param columns of a recognition, or candidates with the surest first
 * @example columnOf([{ field: 'amount', column: 2, … }], 'amount') //=> 2
 */
export const columnOf = (columns: readonly Pick<ColumnMapping, 'field' | 'column'>[], field: Field): number =>
  columns.find(mapping => mapping.field === field)?.column ?? -1;
