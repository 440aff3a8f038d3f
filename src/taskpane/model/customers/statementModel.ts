import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { inSlices } from '../../../excel/inSlices';
import { showOwnSheet } from '../../../excel/ownSheets';
import {
  type Letterhead,
  readLetterhead,
  removeStatements,
  type StatementSheet,
  writeStatements,
} from '../../../excel/sheets/statement';
import { textsOf } from '../../../i18n/bilingual';
import type { Language } from '../../../i18n/language';
import { statementTexts } from '../../../i18n/sheets/statement';
import { letterLanguage } from '../../../risk/collection/letterLanguage';
import { plainText } from '../../../risk/ledger/cell';
import type { Ledger } from '../../../risk/ledger/ledger';
import { numberBeside } from '../../../risk/metrics/table/customerNumbers';
import type { Slices } from '../../../risk/slices';
import { statementOfAccountInSlices } from '../../../risk/statement/statementOfAccount';
import { changeWorkbook } from '../changeWorkbook';
import type { Tiering } from '../ledger/tiering';
import type { PaneModel } from '../paneModel';

/** Sheets beyond which a workbook is no longer a workbook that somebody looks through. */
export const mostStatements = 25;

/** What making statements asks of the workbook. */
export interface StatementRoom {
  readonly readLetterhead: typeof readLetterhead;
  readonly writeStatements: typeof writeStatements;
  readonly removeStatements: typeof removeStatements;
  readonly showOwnSheet: typeof showOwnSheet;
}

export interface StatementModel {
  readonly letterhead: Signal<Letterhead>;
  /** Customers ticked for statements, by name: they outlast another tiering. */
  readonly ticked: ReadonlySignal<ReadonlySet<string>>;
  readonly isFull: ReadonlySignal<boolean>;
  /** The language a customer is written to in: chosen here, else stated by the list, else that of its name. */
  languageOf(customer: number): Language;
  chooseLanguage(customer: number, language: Language): void;
  tick(name: string, isTicked: boolean): void;
  untickAll(): void;
  /** Take over the letterhead of statements that the workbook has already. */
  look(): Promise<void>;
  /** Write the statements of these customers, a sheet each. */
  make(customers: readonly number[]): Promise<void>;
}

const statementRoom: StatementRoom = { readLetterhead, writeStatements, removeStatements, showOwnSheet };

/** Create the model of statements of account. */
export function createStatementModel(pane: PaneModel, room: StatementRoom = statementRoom): StatementModel {
  const letterhead = signal<Letterhead>({ company: '', address: '' });
  const ticked = signal<ReadonlySet<string>>(new Set());
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

  async function drawUp(customers: readonly number[]): Promise<StatementSheet[]> {
    const tiering = pane.assessments.result.value;
    if (tiering === null || tiering.ledger === null) return [];
    const sheets: StatementSheet[] = [];
    for (const customer of customers.slice(0, mostStatements)) {
      sheets.push(await inSlices(statementSheet(tiering, tiering.ledger, customer, languageOf(customer))));
    }
    return sheets;
  }

  /** A statement of invoices as they were before the sheet was edited would be wrong. From another sheet the way back is shown first. */
  async function tierWhatChanged(): Promise<boolean> {
    if (!pane.sheet.isAway.value) return pane.tierActiveSheet();
    const name = pane.sheet.current.value?.block.sheetName ?? '';
    pane.notices.tell('warning', say => say.notice.changedElsewhere(name));
    return false;
  }

  /** Customers are numbered anew by every tiering. */
  function customersNamed(names: readonly string[]): number[] {
    const { customers } = pane.assessments.result.value?.assessment.table ?? { customers: [] };
    const wanted = new Set(names);
    return customers.flatMap((name, customer) => (wanted.has(name) ? [customer] : []));
  }

  async function make(customers: readonly number[]): Promise<void> {
    const again = () => make(customers);
    const names = customers.map(nameOf);
    if (pane.sheet.isChanged.value && !(await tierWhatChanged())) return;
    pane.notices.dismiss();
    const written = await pane.work.run('writing', async () => {
      const sheets = await drawUp(customersNamed(names));
      return pane.sheet.changeOurselves(() => room.writeStatements(sheets, letterhead.value));
    });
    if (!written.ok) {
      pane.notices.refuse(written.problem, again);
      return;
    }
    const fresh = written.value.filter(({ isNew }) => isNew).map(({ key }) => key);
    const sheetNames = written.value.map(({ sheetName }) => sheetName);
    const first = written.value[0];
    if (first === undefined) return;
    const undo = async (): Promise<void> => {
      const removed = await changeWorkbook(pane, 'clearing', () => room.removeStatements(fresh));
      if (removed.ok) pane.notices.dismiss();
      else pane.notices.refuse(removed.problem, undo);
    };
    pane.notices.tell(
      'success',
      () => textsOf(statementTexts).made(sheetNames, fresh.length, sheetNames.length - fresh.length),
      [
        { say: () => textsOf(statementTexts).show, run: () => room.showOwnSheet(first.key) },
        ...(fresh.length > 0 ? [{ say: () => textsOf(statementTexts).undo, run: undo }] : []),
      ],
    );
  }

  return {
    letterhead,
    ticked,
    isFull: computed(() => ticked.value.size >= mostStatements),
    languageOf,
    chooseLanguage: (customer, language) => {
      chosenLanguages.value = new Map(chosenLanguages.value).set(nameOf(customer), language);
    },
    tick: (name, isTicked) => {
      const next = new Set(ticked.value);
      if (!isTicked) next.delete(name);
      else if (next.size < mostStatements) next.add(name);
      ticked.value = next;
    },
    untickAll: () => {
      ticked.value = new Set();
    },
    look,
    make,
  };
}

function* statementSheet(
  { assessment, block, recognition, currency }: Tiering,
  ledger: Ledger,
  customer: number,
  language: Language,
): Slices<StatementSheet> {
  const { table, policy } = assessment;
  const statement = yield* statementOfAccountInSlices(ledger, table, customer);
  yield;
  const documentColumn = recognition.columns.find(({ field }) => field === 'document')?.column;
  const documents = statement.lines.map(({ row }) =>
    documentColumn === undefined ? '' : plainText(block.cells[ledger.sheetRow.at(row)]?.[documentColumn]),
  );
  return {
    customer: table.customers[customer],
    customerNumber: numberBeside(table, customer),
    language,
    statement,
    documents,
    ageing: policy.buckets.map(({ fromDay, toDay }, bucket) => ({
      fromDay,
      toDay,
      amount: table.buckets[bucket][customer],
    })),
    isAgedByInvoice: policy.settings.ageBy === 'invoiceDate',
    currency,
  };
}
