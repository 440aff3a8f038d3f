import { type Signal, signal } from '@preact/signals';
import { inSlices } from '../../../excel/inSlices';
import { showOwnSheet } from '../../../excel/ownSheets';
import {
  type Letterhead,
  readLetterhead,
  removeStatements,
  type StatementSheet,
  type WrittenStatement,
  writeStatements,
} from '../../../excel/sheets/statement';
import { textsOf } from '../../../i18n/bilingual';
import type { Language } from '../../../i18n/language';
import { statementTexts } from '../../../i18n/sheets/statement';
import { letterLanguage } from '../../../risk/collection/letterLanguage';
import { changeWorkbook } from '../changeWorkbook';
import type { Tiering } from '../ledger/tiering';
import type { PaneModel } from '../paneModel';
import { statementSheetInSlices } from './statementSheet';
import { createTickedCustomers, mostStatements, type TickedCustomers } from './tickedCustomers';

/** What making statements asks of the workbook. */
export interface StatementRoom {
  readonly readLetterhead: typeof readLetterhead;
  readonly writeStatements: typeof writeStatements;
  readonly removeStatements: typeof removeStatements;
  readonly showOwnSheet: typeof showOwnSheet;
}

export interface StatementModel extends TickedCustomers {
  readonly letterhead: Signal<Letterhead>;
  /** The language a customer is written to in: chosen here, else stated by the list, else that of its name. */
  languageOf(customer: number): Language;
  chooseLanguage(customer: number, language: Language): void;
  /** Take over the letterhead of statements that the workbook has already. */
  look(): Promise<void>;
  /** Write the statements of these customers, a sheet each. */
  make(customers: readonly number[]): Promise<void>;
}

const statementRoom: StatementRoom = { readLetterhead, writeStatements, removeStatements, showOwnSheet };

/** Create the model of statements of account. */
export function createStatementModel(pane: PaneModel, room: StatementRoom = statementRoom): StatementModel {
  const letterhead = signal<Letterhead>({ company: '', address: '' });
  const chosenLanguages = signal<ReadonlyMap<string, Language>>(new Map());

  const nameOf = (customer: number): string =>
    pane.assessments.result.value?.assessment.table.customers[customer] ?? '';

  function languageOf(customer: number): Language {
    const name = nameOf(customer);
    const stated = pane.assessments.result.value?.assessment.table.texts?.language[customer] ?? '';
    return chosenLanguages.value.get(name) ?? letterLanguage(stated, name);
  }

  async function look(): Promise<void> {
    const isTyped = letterhead.value.company !== '' || letterhead.value.address !== '';
    if (isTyped) return;
    const found = await room.readLetterhead();
    // What cannot be read now is typed instead.
    if (found.ok && letterhead.value.company === '') letterhead.value = found.value;
  }

  /** @param names As customers are numbered anew by every tiering. */
  async function drawUp(tiering: Tiering, names: ReadonlySet<string>): Promise<StatementSheet[]> {
    const { ledger, assessment } = tiering;
    if (ledger === null) return [];
    const named = assessment.table.customers.flatMap((name, customer) => (names.has(name) ? [customer] : []));
    const sheets: StatementSheet[] = [];
    for (const customer of named.slice(0, mostStatements)) {
      const drawing = statementSheetInSlices(tiering, ledger, customer, languageOf(customer));
      sheets.push(await inSlices(drawing));
    }
    return sheets;
  }

  async function make(names: readonly string[]): Promise<void> {
    // A statement of invoices as they were before the sheet was edited would be wrong.
    const tiering = await pane.answerToWrite();
    if (tiering === null) return;
    pane.notices.dismiss();
    const written = await pane.work.run('writing', async () => {
      const sheets = await drawUp(tiering, new Set(names));
      return pane.sheet.changeOurselves(() => room.writeStatements(sheets, letterhead.value));
    });
    if (!written.ok) {
      pane.notices.refuse(written.problem, () => make(names));
      return;
    }
    tellMade(written.value);
  }

  function tellMade(made: readonly WrittenStatement[]): void {
    const [first] = made;
    if (first === undefined) return;
    const words = () => textsOf(statementTexts);
    const sheetNames = made.map(({ sheetName }) => sheetName);
    const fresh = made.filter(({ isNew }) => isNew).map(({ key }) => key);
    pane.notices.tell(
      'success',
      () => words().made(sheetNames, fresh.length, sheetNames.length - fresh.length),
      [
        { say: () => words().show, run: () => room.showOwnSheet(first.key) },
        ...(fresh.length > 0 ? [{ say: () => words().undo, run: () => takeBack(fresh) }] : []),
      ],
    );
  }

  async function takeBack(keys: readonly string[]): Promise<void> {
    const removed = await changeWorkbook(pane, 'clearing', () => room.removeStatements(keys));
    if (removed.ok) pane.notices.dismiss();
    else pane.notices.refuse(removed.problem, () => takeBack(keys));
  }

  return {
    ...createTickedCustomers(),
    letterhead,
    languageOf,
    chooseLanguage: (customer, language) => {
      chosenLanguages.value = new Map(chosenLanguages.value).set(nameOf(customer), language);
    },
    look,
    make: customers => make(customers.map(nameOf)),
  };
}
