import type { ExcelOutcome } from '../../../excel/contract';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage, type Language } from '../../../i18n/language';
import { joinTexts } from '../../../i18n/pane/join';
import { chosenMatchTexts } from '../../../i18n/sheets/chosenMatches';
import { type ChosenMatch, choiceOf, withChoice, withoutChoice } from '../../../risk/join/chosenMatches';
import { changeWorkbook } from '../changeWorkbook';
import type { PaneModel } from '../paneModel';

/** What deciding who is who asks of the workbook. */
export interface MatchingRoom {
  rememberMatch(choice: ChosenMatch, language: Language): Promise<ExcelOutcome<{ readonly isNew: boolean }>>;
  forgetMatch(customer: string, language: Language): Promise<ExcelOutcome<{ readonly isNew: boolean }>>;
}

/** What is decided already, and how the customers are counted by it. */
export interface DecidedMatches {
  chosen(): readonly ChosenMatch[];
  recount(chosen: readonly ChosenMatch[]): Promise<void>;
}

/**
 * Create what decides for whom of the list a customer of the ledger is taken.
 *
 * @returns Decides one after the other: a decision goes on from what the one before came to. Null forgets what was decided.
 */
export function createMatchDecisions(
  pane: PaneModel,
  room: MatchingRoom,
  decided: DecidedMatches,
): (customer: string, choice: ChosenMatch | null) => Promise<void> {
  let deciding: Promise<void> = Promise.resolve();

  function decide(customer: string, choice: ChosenMatch | null, isUndo = false): Promise<void> {
    const decideNext = () => decideNow(customer, choice, isUndo);
    deciding = deciding.then(decideNext, decideNext);
    return deciding;
  }

  /** Decide, remember, and count by it. What the workbook could not remember counts all the same, and that is said. */
  async function decideNow(customer: string, choice: ChosenMatch | null, isUndo: boolean): Promise<void> {
    const before = choiceOf(decided.chosen(), customer);
    pane.notices.dismiss();
    const written = await changeWorkbook(pane, 'writing', () =>
      choice === null
        ? room.forgetMatch(customer, currentLanguage())
        : room.rememberMatch(choice, currentLanguage()),
    );
    const chosen = decided.chosen();
    await decided.recount(choice === null ? withoutChoice(chosen, customer) : withChoice(chosen, choice));
    if (pane.notices.refusal.value !== null) return;
    if (!written.ok) {
      const { key } = written.problem;
      pane.notices.tell('warning', texts => textsOf(joinTexts).choiceNotRemembered(texts.problem[key].title));
      return;
    }
    if (isUndo) {
      pane.notices.tell('success', () => textsOf(joinTexts).choiceUndone);
      return;
    }
    const { isNew } = written.value;
    const undo = { say: () => textsOf(joinTexts).undo, run: () => decide(customer, before, true) };
    pane.notices.tell('success', () => sayDecided(customer, choice, isNew), [undo]);
  }

  return decide;
}

/** @param isNew The sheet of decisions was added for it. */
function sayDecided(customer: string, choice: ChosenMatch | null, isNew: boolean): string {
  const words = textsOf(joinTexts);
  const said = (): string => {
    if (choice === null) return words.choiceForgotten(customer);
    if (isNobody(choice)) return words.choiceApart(customer);
    return words.choiceSame(customer, choice.entry || choice.entryNumber);
  };
  return isNew ? words.choiceNoted(said(), textsOf(chosenMatchTexts).sheetTitle) : said();
}

const isNobody = ({ entry, entryNumber }: ChosenMatch): boolean => entry === '' && entryNumber === '';
