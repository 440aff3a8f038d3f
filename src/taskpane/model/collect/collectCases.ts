/** What the sheet and the answer say of a customer to collect from, gathered for list and letters. */
import { currentLanguage } from '../../../i18n/language';
import { type CaseItem, itemsAsked, itemsOf, sumOfItems } from '../../../risk/collection/caseItems';
import type { LogEntry } from '../../../risk/collection/collectionLog';
import { letterLanguage } from '../../../risk/collection/letterLanguage';
import type { LetterForm, LetterTableProblem, Sender } from '../../../risk/collection/letterTable';
import type { OwedItems } from '../../../risk/collection/owedItems';
import type { CollectionCase } from '../../../risk/collection/worklist';
import type { WorklistSummary } from '../../../risk/collection/worklistSummary';
import { isErrorCell, rawText } from '../../../risk/ledger/cell';
import type { CustomerText } from '../../../risk/ledger/customerList/customerFields';
import type { Field } from '../../../risk/ledger/ledger';
import type { Bilingual, CollectionStep } from '../../../risk/policy/policy';
import type { LetterContent, LetterItem } from '../../wording/letterWords';
import type { Tiering } from '../ledger/tiering';

/** Everything that collecting works with, of one answer and one reading of the log. */
export interface Collecting extends WorklistSummary {
  readonly tiering: Tiering;
  readonly owed: OwedItems;
  /** By money × lateness. */
  readonly cases: readonly CollectionCase[];
  readonly log: readonly LogEntry[];
  /** The same by customer. */
  readonly entries: ReadonlyMap<number, readonly LogEntry[]>;
  readonly hasLog: boolean;
  /** The company's own; none while it has no sheet of letters. */
  readonly letters: readonly LetterForm[];
  readonly letterProblems: readonly LetterTableProblem[];
  readonly sender: Sender;
}

/** Give a text that the customer list or the ledger states, `''` where it does not. */
export const textFor = ({ tiering }: Collecting, field: CustomerText, customer: number): string =>
  tiering.assessment.table.texts?.[field][customer] ?? '';

/** Choose the language a customer is written to in. */
export const languageFor = (collecting: Collecting, customer: number): keyof Bilingual =>
  letterLanguage(
    textFor(collecting, 'language', customer),
    collecting.tiering.assessment.table.customers[customer],
  );

/** Give what was noted of a customer, by day. */
export const entriesFor = ({ entries }: Collecting, customer: number): readonly LogEntry[] =>
  entries.get(customer) ?? [];

/** The steps of the policy. */
export const stepsOf = ({ tiering }: Collecting): readonly CollectionStep[] =>
  tiering.assessment.policy.steps;

/** Name a step of the log as its reader knows it; a note beside the steps has none. */
export function stepName(
  collecting: Collecting,
  id: string,
  language: keyof Bilingual = currentLanguage(),
): string {
  return stepsOf(collecting).find(step => step.id === id)?.name[language] ?? id;
}

/** The step that a letter is about: the next one, or the last where all were taken. */
export const stepOf = (collecting: Collecting, { step }: CollectionCase): number =>
  step < 0 ? stepsOf(collecting).length - 1 : step;

/** List what a letter of a step asks a customer for, oldest first, with what the sheet says of each item. */
function itemsFor(collecting: Collecting, customer: number, step: CollectionStep): readonly LetterItem[] {
  return describe(collecting, itemsAsked(itemsOf(collecting.owed, customer), step));
}

/** List all that a customer owes, oldest first. */
export const allItems = (collecting: Collecting, customer: number): readonly LetterItem[] =>
  describe(collecting, itemsOf(collecting.owed, customer));

/** Say of items what their rows on the sheet say. */
function describe({ tiering }: Collecting, items: readonly CaseItem[]): readonly LetterItem[] {
  const { ledger } = tiering;
  return items.map(({ row, days, amount }) => {
    if (ledger === null || row < 0) {
      return { document: '', invoiceDay: Number.NaN, dueDay: Number.NaN, days, amount };
    }
    return {
      document: cellText(tiering, 'document', ledger.sheetRow.at(row)),
      invoiceDay: ledger.invoiceDate[row],
      dueDay: ledger.dueDate[row],
      days,
      amount,
    };
  });
}

function cellText({ block, recognition }: Tiering, field: Field, row: number): string {
  const column = recognition.columns.find(mapping => mapping.field === field)?.column;
  if (column === undefined) return '';
  const cell = block.cells[row]?.[column];
  return isErrorCell(cell) ? '' : rawText(cell ?? '').trim();
}

/** Gather all that a letter to a customer can say. */
export function letterContent(
  collecting: Collecting,
  found: CollectionCase,
  step: CollectionStep,
  language: keyof Bilingual,
  day: number,
): LetterContent {
  const { tiering, sender } = collecting;
  const { customer } = found;
  const items = itemsFor(collecting, customer, step);
  const history = entriesFor(collecting, customer).filter(entry => entry.day <= day);
  const isBroken = found.promise === 'broken';
  const promised = history.findLast(entry => entry.promiseDay === found.promiseDay);
  return {
    customer: tiering.assessment.table.customers[customer],
    customerNumber: textFor(collecting, 'customerNumber', customer),
    contact: textFor(collecting, 'contact', customer),
    currency: tiering.currency || textFor(collecting, 'currency', customer),
    is1904: tiering.block.is1904,
    day,
    asOf: tiering.asOf.serial,
    items,
    amount: sumOfItems(items),
    credits: Math.abs(tiering.assessment.table.metrics.unappliedCredits[customer]),
    lastStep: found.lastStep < 0 ? '' : stepsOf(collecting)[found.lastStep].name[language],
    lastDay: found.lastDay,
    promiseDay: isBroken ? found.promiseDay : Number.NaN,
    promisedAmount: isBroken ? (promised?.promisedAmount ?? Number.NaN) : Number.NaN,
    history,
    stepName: id => stepName(collecting, id, language),
    sender,
  };
}
