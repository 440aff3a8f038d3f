import { readLog } from '../../../risk/collection/collectionLog';
import { readLetterTable, readSender } from '../../../risk/collection/letterTable';
import { owedByList, owedItemsInSlices } from '../../../risk/collection/owedItems';
import { entriesByCustomerInSlices, worklistInSlices } from '../../../risk/collection/worklist';
import { summariseWorklistInSlices } from '../../../risk/collection/worklistSummary';
import { dateSystemOf } from '../../../risk/ledger/cells/dateSystem';
import type { Cell } from '../../../risk/ledger/ledger';
import { identitiesOf } from '../../../risk/metrics/table/customerNumbers';
import type { Slices } from '../../../risk/slices';
import type { Tiering } from '../ledger/tiering';
import type { Collecting } from './collectCases';

/** The workbook's own sheets that collecting goes by; null where there is none. */
export interface CollectSheets {
  readonly log: Cell[][] | null;
  readonly letters: Cell[][] | null;
}

/** Work out of an answer and the workbook's log and letters whom to ask for money. */
export function* workOutCollectingInSlices(tiering: Tiering, sheets: CollectSheets): Slices<Collecting> {
  const { ledger, asOf, block } = tiering;
  const { table, policy } = tiering.assessment;
  const log = readLog(sheets.log ?? [], dateSystemOf(block), policy.steps);
  yield;
  const owed = ledger === null ? owedByList(table) : yield* owedItemsInSlices(ledger, table);
  yield;
  const listed = identitiesOf(table);
  const cases = yield* worklistInSlices(owed, listed, policy, log, asOf.serial);
  yield;
  const entries = yield* entriesByCustomerInSlices(log, listed);
  yield;
  const salespeopleOf = table.texts?.salesperson;
  const salespersonOf = (customer: number): string => salespeopleOf?.[customer] ?? '';
  const summary = yield* summariseWorklistInSlices(cases, asOf.serial, salespersonOf);
  yield;
  const letterCells = sheets.letters ?? [];
  const letters = readLetterTable(letterCells, policy.steps);
  return {
    tiering,
    owed,
    cases,
    ...summary,
    log,
    entries,
    hasLog: sheets.log !== null,
    letters: letters.forms,
    letterProblems: letters.problems,
    sender: readSender(letterCells),
  };
}
