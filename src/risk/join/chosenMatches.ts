import { customerKey } from '../ledger/cells/customerName';
import type { Cell } from '../ledger/ledger';
import { type OwnColumns, readOwnTable } from '../ownTable';

/** What the user decided of a customer: which entry of a customer list it is. */
export interface ChosenMatch {
  /** Its name in the ledger. */
  readonly customer: string;
  /** Name and number of the entry; both `''` where the customer is none of the list. */
  readonly entry: string;
  readonly entryNumber: string;
}

/** The table of such decisions as it stands on its sheet: they hold for every ledger and every list of the workbook. */
export const chosenColumns = {
  customer: { header: { en: 'Customer in the ledger', zh: '应收明细中的客户' }, format: '@' },
  entry: { header: { en: 'Customer on the list', zh: '客户清单中的客户' }, format: '@' },
  entryNumber: { header: { en: 'Number on the list', zh: '客户清单中的编号' }, format: '@' },
} as const satisfies OwnColumns<string>;

export type ChosenColumn = keyof typeof chosenColumns;

/** A decision with the row of the cells it stands in, zero-based. */
export interface StandingChoice extends ChosenMatch {
  readonly row: number;
}

/**
 * Read the decisions in a table's cells, in either language and whatever users did to it: a row without a customer of the ledger is passed
 * over. Of two rows about one customer the later one counts. Never throws.
 *
 * @returns From the top, all rows.
 * @example readChosenMatches(cells)[0] //=> { row: 5, customer: 'Texaco', entry: 'Chevron USA', entryNumber: '1007' }
 */
export function readChosenMatches(cells: readonly (readonly Cell[])[]): readonly StandingChoice[] {
  return readOwnTable(cells, chosenColumns, 1900)
    .map(row => ({
      row: row.row,
      customer: row.text('customer'),
      entry: row.text('entry'),
      entryNumber: row.text('entryNumber'),
    }))
    .filter(({ customer }) => customer !== '');
}

/**
 * Tell whether two names of the ledger are one customer: what was decided of one is decided of the other.
 *
 * @example isSameCustomer('ACME Ltd', 'Acme  Ltd') //=> true
 */
export const isSameCustomer = (one: string, other: string): boolean =>
  customerKey(one) === customerKey(other);

/** Find what was decided of a customer; null where nothing was. */
export const choiceOf = <Choice extends ChosenMatch>(
  chosen: readonly Choice[],
  customer: string,
): Choice | null => chosen.findLast(choice => isSameCustomer(choice.customer, customer)) ?? null;

/** Put a decision in place of those of the same customer. */
export const withChoice = (chosen: readonly ChosenMatch[], choice: ChosenMatch): readonly ChosenMatch[] => [
  ...withoutChoice(chosen, choice.customer),
  choice,
];

/** Leave a customer to be matched by number and name again. */
export const withoutChoice = (chosen: readonly ChosenMatch[], customer: string): readonly ChosenMatch[] =>
  chosen.filter(choice => !isSameCustomer(choice.customer, customer));
