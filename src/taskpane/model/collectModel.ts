import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ExcelOutcome } from '../../excel/contract';
import { inSlices } from '../../excel/inSlices';
import { showOwnSheet } from '../../excel/ownSheets';
import {
  type AddedToLog,
  addToCollectionLog,
  collectionKey,
  readCollectionLog,
} from '../../excel/sheets/collection';
import {
  mostLetters,
  openLetterSheet,
  type PrintedLetter,
  printLetters,
  readLetterSheet,
} from '../../excel/sheets/letters';
import { takeBackRecords } from '../../excel/sheets/records';
import { textsOf } from '../../i18n/bilingual';
import { collectTexts } from '../../i18n/collect';
import { currentLanguage, type Language } from '../../i18n/language';
import { usualLetters } from '../../i18n/letters/usualLetters';
import { type LogEntry, logColumns, logRows, readLog } from '../../risk/collection/collectionLog';
import {
  letterColumns,
  letterForm,
  readLetterTable,
  readSender,
  senderColumns,
  senderFields,
} from '../../risk/collection/letterTable';
import { placeholderNames } from '../../risk/collection/letterTemplate';
import { owedByList, owedItemsInSlices } from '../../risk/collection/owedItems';
import { type CollectionCase, groupByCustomer, worklistInSlices } from '../../risk/collection/worklist';
import { summariseWorklistInSlices } from '../../risk/collection/worklistSummary';
import { dateSystemOf } from '../../risk/ledger/cells/dateSystem';
import { ownHeaders } from '../../risk/ownTable';
import { channelWords } from '../../risk/policy/policySections';
import type { Slices } from '../../risk/slices';
import { type Letter, writeLetter } from '../wording/letterWords';
import {
  type Collecting,
  languageFor,
  letterContent,
  numberFor,
  stepName,
  stepOf,
  stepsOf,
  textFor,
} from './collectCases';
import type { PaneModel } from './paneModel';

/** What collecting asks of the workbook. */
export interface CollectRoom {
  readonly readCollectionLog: typeof readCollectionLog;
  readonly addToCollectionLog: typeof addToCollectionLog;
  readonly takeBackRecords: typeof takeBackRecords;
  readonly readLetterSheet: typeof readLetterSheet;
  readonly openLetterSheet: typeof openLetterSheet;
  readonly printLetters: typeof printLetters;
  readonly showOwnSheet: typeof showOwnSheet;
}

/** What is noted of an action; the rest is known. */
export type Noted = Pick<LogEntry, 'day' | 'step' | 'promiseDay' | 'promisedAmount' | 'note' | 'by'>;

/** Where in the part the user is; Back leads from each to the one before. */
export type CollectPlace =
  | { readonly kind: 'list' | 'mails' }
  | { readonly kind: 'case' | 'letter'; readonly customer: number };

export interface CollectFilters {
  /** Only steps that are due by the as-of date. */
  readonly isDue: boolean;
  /** Index into the policy's steps, -1 for those who took all, null for all. */
  readonly step: number | null;
  readonly salesperson: string | null;
  readonly isBroken: boolean;
}

export interface CollectModel {
  /** Null until it was worked out for the answer now shown. */
  readonly collecting: ReadonlySignal<Collecting | null>;
  readonly due: ReadonlySignal<readonly CollectionCase[]>;
  readonly broken: ReadonlySignal<readonly CollectionCase[]>;
  readonly salespeople: ReadonlySignal<readonly string[]>;
  readonly filters: Signal<CollectFilters>;
  readonly shown: ReadonlySignal<readonly CollectionCase[]>;
  readonly place: Signal<CollectPlace>;
  readonly isChoosing: Signal<boolean>;
  readonly chosen: Signal<ReadonlySet<number>>;
  /** The serial day of letters and entries. */
  readonly day: Signal<number>;
  /** Languages that were chosen instead of the customer's own. */
  readonly languages: Signal<ReadonlyMap<number, Language>>;
  /** Who was named last as having done something. */
  readonly by: ReadonlySignal<string>;
  work(): Promise<void>;
  /** Work it out for the overview, beside everything else, where a log was begun; a refusal is not worth a word there. */
  workQuietly(): Promise<void>;
  languageOf(customer: number): Language;
  letter(found: CollectionCase, step?: number): Letter;
  record(cases: readonly CollectionCase[], noted: (found: CollectionCase) => Noted): Promise<boolean>;
  /** Record that a step was taken; each customer's next one where none is named. */
  recordDone(cases: readonly CollectionCase[], step?: number): Promise<boolean>;
  /** @param recordThem Offered once they are printed. */
  print(
    letters: readonly PrintedLetter[],
    language: Language,
    recordThem: () => Promise<boolean>,
  ): Promise<void>;
  /** Print the letter of each customer's next step, in its own language. */
  printAll(cases: readonly CollectionCase[]): Promise<void>;
  openLetters(): Promise<void>;
  showLog(): Promise<void>;
}

const excelCollectRoom: CollectRoom = {
  readCollectionLog,
  addToCollectionLog,
  takeBackRecords,
  readLetterSheet,
  openLetterSheet,
  printLetters,
  showOwnSheet,
};

const dueOnly: CollectFilters = { isDue: true, step: null, salesperson: null, isBroken: false };

/** Create the model of Collect: who is next, what they are told, and what was done. */
export function createCollectModel(pane: PaneModel, room: CollectRoom = excelCollectRoom): CollectModel {
  const worked = signal<Collecting | null>(null);
  const filters = signal<CollectFilters>(dueOnly);
  const place = signal<CollectPlace>({ kind: 'list' });
  const isChoosing = signal(false);
  const chosen = signal<ReadonlySet<number>>(new Set());
  const day = signal(Number.NaN);
  const languages = signal<ReadonlyMap<number, Language>>(new Map());

  const collecting = computed(() =>
    worked.value?.tiering === pane.assessments.result.value ? worked.value : null,
  );
  // It would hold all columns of an answer that another one has replaced.
  effect(() => {
    if (collecting.value === null) worked.value = null;
  });
  const cases = computed(() => collecting.value?.cases ?? []);
  const due = computed(() => collecting.value?.due ?? []);
  const broken = computed(() => collecting.value?.broken ?? []);
  const salespersonOf = ({ customer }: CollectionCase): string =>
    collecting.value === null ? '' : textFor(collecting.value, 'salesperson', customer);
  const salespeople = computed(() => collecting.value?.salespeople ?? []);
  const shown = computed(() => {
    const { isDue, step, salesperson, isBroken } = filters.value;
    return (isDue ? due.value : cases.value).filter(
      found =>
        (step === null || found.step === step) &&
        (salesperson === null || salespersonOf(found) === salesperson) &&
        (!isBroken || found.promise === 'broken'),
    );
  });

  async function lookThrough(signalOfWork: AbortSignal): Promise<ExcelOutcome<Collecting | null>> {
    const tiering = pane.assessments.result.value;
    if (tiering === null) return { ok: true, value: null };
    const logCells = await room.readCollectionLog();
    if (!logCells.ok) return logCells;
    const letterCells = await room.readLetterSheet();
    if (!letterCells.ok) return letterCells;
    const { table, policy } = tiering.assessment;
    const log = readLog(logCells.value ?? [], dateSystemOf(tiering.block), policy.steps);
    const owed =
      tiering.ledger === null
        ? owedByList(table)
        : await inSlices(owedItemsInSlices(tiering.ledger, table), signalOfWork);
    if (owed === null) return { ok: true, value: null };
    const sorted = worklistInSlices(owed, table.customers, policy, log, tiering.asOf.serial);
    const found = await inSlices(sorted, signalOfWork);
    if (found === null) return { ok: true, value: null };
    const salespeopleOf = table.texts?.salesperson;
    const summing = summariseWorklistInSlices(
      found,
      tiering.asOf.serial,
      customer => salespeopleOf?.[customer] ?? '',
    );
    const summary = await inSlices(summing, signalOfWork);
    if (summary === null) return { ok: true, value: null };
    const letters = readLetterTable(letterCells.value ?? [], policy.steps);
    return {
      ok: true,
      value: {
        tiering,
        owed,
        cases: found,
        ...summary,
        log,
        entries: groupByCustomer(log),
        hasLog: logCells.value !== null,
        letters: letters.forms,
        letterProblems: letters.problems,
        sender: readSender(letterCells.value ?? []),
      },
    };
  }

  async function work(): Promise<void> {
    const looked = await pane.work.run('computing', running => lookThrough(running.signal));
    if (!looked.ok) {
      pane.notices.refuse(looked.problem, work);
      return;
    }
    if (looked.value !== null) show(looked.value);
  }

  async function workQuietly(): Promise<void> {
    const logCells = await room.readCollectionLog();
    if (!logCells.ok || logCells.value === null) return;
    const looked = await lookThrough(new AbortController().signal);
    const isCurrent = looked.ok && looked.value?.tiering === pane.assessments.result.value;
    if (looked.ok && looked.value !== null && isCurrent) show(looked.value);
  }

  /** Customers are numbered anew by every answer: what was chosen by number is let go. */
  function show(next: Collecting): void {
    const isOther = worked.value?.tiering !== next.tiering;
    batch(() => {
      worked.value = next;
      const isStillThere = !('customer' in place.value) || next.caseOf.has(place.value.customer);
      if (isOther || !isStillThere) place.value = { kind: 'list' };
      if (!isOther) return;
      day.value = next.tiering.asOf.serial;
      chosen.value = new Set();
      languages.value = new Map();
      filters.value = dueOnly;
    });
  }

  const languageOf = (customer: number): Language =>
    languages.value.get(customer) ??
    (collecting.value === null ? 'en' : languageFor(collecting.value, customer));

  function letter(found: CollectionCase, stepIndex?: number): Letter {
    const now = collecting.value;
    if (now === null) throw new Error('A letter is written of customers that were worked out');
    const step = stepsOf(now)[stepIndex ?? stepOf(now, found)];
    const language = languageOf(found.customer);
    const form = letterForm(now.letters, usualLetters, step, language);
    if (form === undefined) throw new Error(`No letter is written in ${language}`);
    return writeLetter(form, letterContent(now, found, step, language, day.value));
  }

  async function record(
    about: readonly CollectionCase[],
    noted: (found: CollectionCase) => Noted,
  ): Promise<boolean> {
    const now = collecting.value;
    if (now === null || about.length === 0) return false;
    const words = textsOf(collectTexts);
    const language = currentLanguage();
    const entries = about.map(found => entryOf(now, found, noted(found), language));
    const rows = logRows(entries, id => stepName(now, id, language));
    const headers = ownHeaders(logColumns, language);
    const written = await pane.work.run('writing', () =>
      pane.sheet.changeOurselves(() =>
        room.addToCollectionLog(rows, { sheetTitle: words.sheets.log, lead: words.sheets.logLead, headers }),
      ),
    );
    if (!written.ok) {
      pane.notices.refuse(written.problem, () => record(about, noted));
      return false;
    }
    const { sheetName, rowCount } = written.value;
    pane.notices.tell('success', () => textsOf(collectTexts).recorded(rowCount, sheetName), [
      { say: () => textsOf(collectTexts).undo, run: () => takeBack(written.value) },
    ]);
    await work();
    return true;
  }

  async function takeBack(added: AddedToLog): Promise<void> {
    const taken = await pane.work.run('writing', () =>
      pane.sheet.changeOurselves(() => room.takeBackRecords(added)),
    );
    if (!taken.ok) {
      pane.notices.refuse(taken.problem, () => takeBack(added));
      return;
    }
    if (taken.value) pane.notices.tell('success', () => textsOf(collectTexts).undone(added.rowCount));
    else pane.notices.tell('warning', () => textsOf(collectTexts).notUndone);
    await work();
  }

  const recordDone = (about: readonly CollectionCase[], step?: number): Promise<boolean> => {
    const now = collecting.value;
    if (now === null) return Promise.resolve(false);
    return record(about, found => ({
      day: day.value,
      step: stepsOf(now)[step ?? stepOf(now, found)].id,
      promiseDay: Number.NaN,
      promisedAmount: Number.NaN,
      note: '',
      by: by.value,
    }));
  };

  /** A thousand letters take a second to write: the pane answers in between. */
  function* lettersOf(about: readonly CollectionCase[]): Slices<readonly PrintedLetter[]> {
    const letters: PrintedLetter[] = [];
    for (const found of about) {
      letters.push(letter(found).printed);
      yield;
    }
    return letters;
  }

  async function printAll(about: readonly CollectionCase[]): Promise<void> {
    if (about.length > mostLetters) {
      pane.notices.tell('warning', () => textsOf(collectTexts).tooManyLetters(mostLetters));
      return;
    }
    const letters = await inSlices(lettersOf(about));
    await print(letters, currentLanguage(), () => recordDone(about));
  }

  async function print(
    letters: readonly PrintedLetter[],
    language: Language,
    recordThem: () => Promise<boolean>,
  ): Promise<void> {
    const words = textsOf(collectTexts);
    const look = {
      sheetTitle: words.sheets.print,
      formats: ['@', '@', '@', '0', '#,##0.00'],
      rightColumns: [1, 2, 3, 4],
      footer: collectTexts[language].sheets.footer,
    };
    const printed = await pane.work.run('writing', () =>
      pane.sheet.changeOurselves(() => room.printLetters(letters, look)),
    );
    if (!printed.ok) {
      pane.notices.refuse(printed.problem, () => print(letters, language, recordThem));
      return;
    }
    const { sheetName } = printed.value;
    pane.notices.tell(
      'success',
      () =>
        letters.length === 1
          ? textsOf(collectTexts).printed(sheetName)
          : textsOf(collectTexts).printedMany(letters.length, sheetName),
      [{ say: () => textsOf(collectTexts).recordDone, run: recordThem }],
    );
  }

  async function openLetters(): Promise<void> {
    const opened = await pane.work.run('writing', () =>
      pane.sheet.changeOurselves(() => room.openLetterSheet(seed())),
    );
    if (!opened.ok) pane.notices.refuse(opened.problem, openLetters);
  }

  async function showLog(): Promise<void> {
    const shownSheet = await room.showOwnSheet(collectionKey);
    if (!shownSheet.ok) pane.notices.refuse(shownSheet.problem, showLog);
  }

  const by = computed(() => collecting.value?.log.findLast(entry => entry.by !== '')?.by ?? '');

  return {
    collecting,
    due,
    broken,
    salespeople,
    filters,
    shown,
    place,
    isChoosing,
    chosen,
    day,
    languages,
    by,
    work,
    workQuietly,
    languageOf,
    letter,
    record,
    recordDone,
    print,
    printAll,
    openLetters,
    showLog,
  };
}

/** A promise or a note asks for nothing: only a step has a channel and an amount. */
function entryOf(now: Collecting, found: CollectionCase, noted: Noted, language: Language): LogEntry {
  const step = stepsOf(now).find(({ id }) => id === noted.step);
  return {
    ...noted,
    customer: now.tiering.assessment.table.customers[found.customer],
    customerNumber: numberFor(now, found.customer),
    channel: step === undefined ? '' : channelWords[step.channel][language],
    amount: step === undefined ? Number.NaN : found.overdue > 0 ? found.overdue : found.amount,
  };
}

/** The sheet of letters as it begins: Tiercel's own, for the company to change. */
function seed() {
  const { sheets } = textsOf(collectTexts);
  const language = currentLanguage();
  const names = Object.values(placeholderNames).map(name => `{${name[language]}}`);
  return {
    sheetTitle: sheets.letters,
    notes: sheets.letterNotes.map((note, index) =>
      index === sheets.letterNotes.length - 1 ? `${note} ${names.join(' ')}` : note,
    ),
    sender: [
      ownHeaders(senderColumns, language),
      ...Object.values(senderFields).map(field => [field[language], '']),
    ],
    letters: [
      ownHeaders(letterColumns, language),
      ...usualLetters.map(({ step, language: written, subject, text, payWithin }) => [
        step,
        written,
        subject,
        text,
        payWithin,
      ]),
    ],
  };
}
