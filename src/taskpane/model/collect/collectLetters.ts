import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { inSlices } from '../../../excel/inSlices';
import { mostLetters, type PrintedLetter } from '../../../excel/sheets/letters';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage, type Language } from '../../../i18n/language';
import { usualLetters } from '../../../i18n/letters/usualLetters';
import { collectTexts } from '../../../i18n/pane/collect';
import { letterForm } from '../../../risk/collection/letterTable';
import type { CollectionCase } from '../../../risk/collection/worklist';
import type { Slices } from '../../../risk/slices';
import { type Letter, writeLetter } from '../../wording/letterWords';
import { changeWorkbook } from '../changeWorkbook';
import type { PaneModel } from '../paneModel';
import { type Collecting, languageFor, letterContent, stepOf, stepsOf } from './collectCases';
import type { CollectLog } from './collectLog';
import type { CollectRoom } from './collectRoom';
import { createLetterPrinting, type LetterPrinting } from './letterPrinting';
import { letterSheetAtFirst } from './letterSheetAtFirst';

export interface CollectLetters extends LetterPrinting {
  /** Languages that were chosen instead of the customer's own. */
  readonly languages: Signal<ReadonlyMap<number, Language>>;
  languageOf(customer: number): Language;
  letter(found: CollectionCase, step?: number): Letter;
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
  const { print } = createLetterPrinting(pane, room, collecting);

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

  async function openLetters(): Promise<void> {
    const opened = await changeWorkbook(pane, 'writing', () => room.openLetterSheet(letterSheetAtFirst()));
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
