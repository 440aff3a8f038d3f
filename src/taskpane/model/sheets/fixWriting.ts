import type { ExcelProblem, UnderstoodBlock } from '../../../excel/contract';
import type { FixResult, FixWords } from '../../../excel/fixes/applyFixes';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { checkTexts } from '../../../i18n/pane/check';
import type { Fix } from '../../../risk/ledger/fixes/fix';
import { fixReason } from '../../wording/fixWords';
import { changeWorkbook } from '../changeWorkbook';
import type { Notice } from '../noticeModel';
import type { PaneModel } from '../paneModel';
import { type ChangesModel, momentOf } from './changesModel';
import type { CheckRoom } from './checkRoom';
import type { FixPreview } from './fixPreview';
import type { FoundFixes } from './foundFixes';

export interface FixWriting {
  /** Write the ticked ones, then tier again. */
  write(): Promise<void>;
}

/** Create what writes fixes into the sheets that they were found on, and says what became of them. */
export function createFixWriting(
  pane: PaneModel,
  room: CheckRoom,
  preview: FixPreview,
  changes: ChangesModel,
): FixWriting {
  async function write(): Promise<void> {
    const from = preview.found.value;
    const chosen = preview.ticked.value;
    if (from === null || chosen.length === 0) return;
    pane.notices.dismiss();
    if (pane.sheet.isChanged.value || pane.sheet.isListChanged.value) {
      await preview.readAgain();
      pane.notices.tell('warning', () => textsOf(checkTexts).sheetChanged);
      return;
    }
    const when = momentOf(room.now());
    const { results, problem } = await writeSheetBySheet(bySheet(from, chosen), changeWords(when));
    if (results.length > 0) {
      changes.forgetChanges();
      await preview.readAgain();
    }
    const done = results.length > 0 ? writtenNotice(results, when) : null;
    if (problem !== null) pane.notices.refuse(problem, write, done);
    else if (done !== null) pane.notices.tell(done.intent, done.say, done.actions);
  }

  /** What is refused on one sheet ends the writing: nothing is written on the next. */
  async function writeSheetBySheet(
    sheets: readonly SheetFixes[],
    words: FixWords,
  ): Promise<{ readonly results: readonly FixResult[]; readonly problem: ExcelProblem | null }> {
    const results: FixResult[] = [];
    for (const { read, fixes } of sheets) {
      const written = await changeWorkbook(pane, 'writing', () => room.applyFixes(read, fixes, words));
      if (!written.ok) return { results, problem: written.problem };
      results.push(written.value);
    }
    return { results, problem: null };
  }

  function writtenNotice(results: readonly FixResult[], when: string): Notice {
    const isWhole = results.every(({ changed, formulas }) => changed + formulas === 0);
    const steps = results.filter(({ written }) => written > 0).map(({ sheetName }) => ({ when, sheetName }));
    const takeBack = { say: () => textsOf(checkTexts).undo, run: () => changes.undo(...steps) };
    return {
      intent: isWhole ? 'success' : 'warning',
      say: () => sayWritten(results),
      actions: steps.length > 0 ? [takeBack] : [],
    };
  }

  return { write };
}

interface SheetFixes {
  readonly read: UnderstoodBlock;
  readonly fixes: readonly Fix[];
}

/** The tiered sheet first, then the customer list. */
function bySheet(
  { block, recognition, list, ofList }: FoundFixes,
  fixes: readonly Fix[],
): readonly SheetFixes[] {
  const ofLedger = { read: { block, recognition }, fixes: fixes.filter(fix => !ofList.has(fix)) };
  const sheets =
    list === null ? [ofLedger] : [ofLedger, { read: list, fixes: fixes.filter(fix => ofList.has(fix)) }];
  return sheets.filter(sheet => sheet.fixes.length > 0);
}

/** What the log of changes says, in the language it is written in. */
function changeWords(when: string): FixWords {
  const { title, lead } = textsOf(checkTexts).sheet;
  return { sheetTitle: title, lead, language: currentLanguage(), when, why: fixReason };
}

/** Say what was written on which sheets, and what was left because it changed meanwhile or is a formula. */
function sayWritten(results: readonly FixResult[]): string {
  const texts = textsOf(checkTexts);
  const done = results.filter(({ written }) => written > 0);
  const sum = (of: (result: FixResult) => number) => results.reduce((all, each) => all + of(each), 0);
  const changed = sum(each => each.changed);
  const formulas = sum(each => each.formulas);
  return [
    ...done.map(({ written, sheetName }) => texts.written(written, sheetName)),
    ...(done.length === 0 ? [texts.noneWritten] : []),
    ...(changed > 0 ? [texts.skippedChanged(changed)] : []),
    ...(formulas > 0 ? [texts.skippedFormulas(formulas)] : []),
  ].join(' ');
}
