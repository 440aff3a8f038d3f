import type { Language } from '../../i18n/language';
import { chosenMatchTexts } from '../../i18n/sheets/chosenMatches';
import {
  type ChosenColumn,
  type ChosenMatch,
  chosenColumns,
  isSameCustomer,
  readChosenMatches,
} from '../../risk/join/chosenMatches';
import type { ExcelOutcome } from '../contract';
import { runExcel } from '../problem';
import { editMemoryTable, type MemoryTable, type RowEdits, readMemoryTable } from './memoryTable';

const matchTable: MemoryTable<ChosenColumn> = {
  key: 'Matches',
  tableName: 'TiercelMatches',
  columns: chosenColumns,
  widths: [230, 230, 140],
};

/** Read what the user decided about who is who on two sheets; nothing where nobody did. */
export function readMatches(): Promise<ExcelOutcome<readonly ChosenMatch[]>> {
  return runExcel(async context => readChosenMatches(await readMemoryTable(context, matchTable)));
}

type MatchEdits = RowEdits<ChosenColumn>;

function editMatches(
  customer: string,
  edit: (rows: readonly number[]) => MatchEdits,
  language: Language,
): Promise<ExcelOutcome<{ readonly isNew: boolean }>> {
  const rowsOf = (cells: Parameters<typeof readChosenMatches>[0]) =>
    readChosenMatches(cells)
      .filter(choice => isSameCustomer(choice.customer, customer))
      .map(({ row }) => row);
  return runExcel(context =>
    editMemoryTable(context, matchTable, cells => edit(rowsOf(cells)), chosenMatchTexts[language], language),
  );
}

/**
 * Remember a decision in the table of the sheet `Tiercel Matches`, which is added when it is missing: in the row of the same customer where
 * there is one, else in a new row.
 *
 * @returns Whether the sheet was added.
 */
export const rememberMatch = (
  choice: ChosenMatch,
  language: Language,
): Promise<ExcelOutcome<{ readonly isNew: boolean }>> =>
  editMatches(
    choice.customer,
    rows => {
      const last = rows.at(-1);
      const { entry, entryNumber } = choice;
      return last === undefined
        ? { added: [choice] }
        : { changed: [{ row: last, cells: { entry, entryNumber } }] };
    },
    language,
  );

/** Take every row about a customer out of the table; the others stay. */
export const forgetMatch = (
  customer: string,
  language: Language,
): Promise<ExcelOutcome<{ readonly isNew: boolean }>> =>
  editMatches(customer, rows => ({ removed: rows }), language);
