import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { inSlices } from '../../../excel/inSlices';
import { mostLetters, type PrintedLetter } from '../../../excel/sheets/letters';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage, type Language } from '../../../i18n/language';
import { usualLetters } from '../../../i18n/letters/usualLetters';
import { collectTexts } from '../../../i18n/pane/collect';
import { letterColumns, letterForm, senderColumns, senderFields } from '../../../risk/collection/letterTable';
import { placeholderNames } from '../../../risk/collection/letterTemplate';
import type { CollectionCase } from '../../../risk/collection/worklist';
import { ownHeaders } from '../../../risk/ownTable';
import type { Slices } from '../../../risk/slices';
import { type Letter, writeLetter } from '../../wording/letterWords';
import { changeWorkbook } from '../changeWorkbook';
import type { PaneModel } from '../paneModel';
import { type Collecting, languageFor, letterContent, stepOf, stepsOf } from './collectCases';
import type { CollectLog } from './collectLog';
import type { CollectRoom } from './collectRoom';

export interface CollectLetters {
  /** Languages that were chosen instead of the customer's own. */
  readonly languages: Signal<ReadonlyMap<number, Language>>;
  languageOf(customer: number): Language;
  letter(found: CollectionCase, step?: number): Letter;
  /** @param recordThem Offered once they are printed. */
  print(
    letters: readonly PrintedLetter[],
    language: Language,
    recordThem: () => Promise<boolean>,
  ): Promise<void>;
  /** Print the letter of each customer's next step, in its own language. */
  printAll(cases: readonly CollectionCase[]): Promise<void>;
  openLetters(): Promise<void>;
}

/**
 * Create the model of what customers are told: letters of every step, to read, to copy and to print.
 *
 * @param day The serial day of letters.
 */
export function createCollectLetters(
  pane: PaneModel,
  room: CollectRoom,
  collecting: ReadonlySignal<Collecting | null>,
  day: ReadonlySignal<number>,
  { recordingDone }: CollectLog,
): CollectLetters {
  const languages = signal<ReadonlyMap<number, Language>>(new Map());

  const languageIn = (now: Collecting, customer: number): Language =>
    languages.value.get(customer) ?? languageFor(now, customer);

  function letterIn(now: Collecting, found: CollectionCase, stepIndex = stepOf(now, found)): Letter {
    const step = stepsOf(now)[stepIndex];
    const language = languageIn(now, found.customer);
    const form = letterForm(now.letters, usualLetters, step, language);
    if (form === undefined) throw new Error(`No letter is written in ${language}`);
    return writeLetter(form, letterContent(now, found, step, language, day.value));
  }

  /** A thousand letters take a second to write: the pane answers in between. */
  function* lettersOf(now: Collecting, about: readonly CollectionCase[]): Slices<readonly PrintedLetter[]> {
    const letters: PrintedLetter[] = [];
    for (const found of about) {
      letters.push(letterIn(now, found).printed);
      yield;
    }
    return letters;
  }

  async function printAll(about: readonly CollectionCase[]): Promise<void> {
    if (about.length > mostLetters) {
      pane.notices.tell('warning', () => textsOf(collectTexts).tooManyLetters(mostLetters));
      return;
    }
    const now = collecting.value;
    if (now === null) return;
    const recordThem = recordingDone(about);
    const letters = await inSlices(lettersOf(now, about));
    await print(letters, currentLanguage(), recordThem);
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
    const printed = await changeWorkbook(pane, 'writing', () => room.printLetters(letters, look));
    if (!printed.ok) {
      pane.notices.refuse(printed.problem, () => print(letters, language, recordThem));
      return;
    }
    const { sheetName, isNew } = printed.value;
    const undo = { say: () => textsOf(collectTexts).undo, run: () => removePrinted(sheetName) };
    pane.notices.tell(
      'success',
      () =>
        letters.length === 1
          ? textsOf(collectTexts).printed(sheetName)
          : textsOf(collectTexts).printedMany(letters.length, sheetName),
      // Letters that were there before are gone: to take these away would not bring them back.
      [{ say: () => textsOf(collectTexts).recordDone, run: recordThem }, ...(isNew ? [undo] : [])],
    );
  }

  async function removePrinted(sheetName: string): Promise<void> {
    const backTo = collecting.value?.tiering.block.sheetId ?? '';
    const removed = await changeWorkbook(pane, 'clearing', () => room.removePrintedLetters(backTo));
    if (removed.ok) pane.notices.tell('success', () => textsOf(collectTexts).printedRemoved(sheetName));
    else pane.notices.refuse(removed.problem, () => removePrinted(sheetName));
  }

  async function openLetters(): Promise<void> {
    const opened = await changeWorkbook(pane, 'writing', () => room.openLetterSheet(seed()));
    if (!opened.ok) pane.notices.refuse(opened.problem, openLetters);
  }

  return {
    languages,
    languageOf: customer => (collecting.value === null ? 'en' : languageIn(collecting.value, customer)),
    letter: (found, step) => {
      if (collecting.value === null) throw new Error('A letter is written of customers that were worked out');
      return letterIn(collecting.value, found, step);
    },
    print,
    printAll,
    openLetters,
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
