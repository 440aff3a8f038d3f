import { type Signal, signal } from '@preact/signals';
import type { ExcelOutcome } from '../../../excel/contract';
import { nextTurn, overtaken } from '../../../excel/inSlices';
import { defaultPolicy } from '../../../risk/policy/defaultPolicy';
import type { Policy } from '../../../risk/policy/policy';
import type { ExcelRoom } from '../excelRoom';
import type { Running } from '../workModel';
import { todaySerial } from './asOfDate';
import { type BreachGroups, createBreachGroups } from './breachGroups';
import { answerCustomerList } from './customerListAnswer';
import { createLedgerAnswers } from './ledgerAnswers';
import { loadAnswering, notLoaded } from './loadAnswering';
import { type Choices, noChoices, type Question } from './question';
import type { ReadSheet } from './readSheet';
import type { Tiering } from './tiering';

export interface AssessmentModel extends Pick<BreachGroups, 'breachesOf' | 'customersByRule'> {
  readonly result: Signal<Tiering | null>;
  readonly choices: Signal<Choices>;
  /** The policy of the answer; the default one where there is no answer. */
  policyInForce(): Policy;
  /** Compute the answer for a sheet; it is handed back, not kept, so that earlier results stay until it is whole. */
  assess(sheet: ReadSheet, choices: Choices, running: Running): Promise<ExcelOutcome<Tiering>>;
  /** Add to the answer of a ledger what no number of the overview waits for. Ends without a word where another answer came in the meantime. */
  complete(running: Running): Promise<void>;
}

const cancelled: ExcelOutcome<never> = { ok: false, problem: { key: 'cancelled', detail: {} } };

/** Create the model of the answer: customers, tiers and breaches of the sheet that was read. */
export function createAssessmentModel(excel: ExcelRoom, now: () => Date): AssessmentModel {
  const result = signal<Tiering | null>(null);
  const choices = signal<Choices>(noChoices);
  const ledgers = createLedgerAnswers();
  const { prepare, ...groups } = createBreachGroups(result);

  async function assess(sheet: ReadSheet, chosen: Choices, running: Running): Promise<ExcelOutcome<Tiering>> {
    const policySheet = await excel.readPolicySheet();
    if (!policySheet.ok) return policySheet;
    const answering = await loadAnswering();
    if (answering === null) return notLoaded;
    const policy = policySheet.value ?? defaultPolicy;
    const today = todaySerial(now(), sheet.block.is1904);
    const tiering = await answer({ sheet, chosen, policy, today, running, answering });
    if (tiering === null) return cancelled;
    // In a turn of its own, or it would be done while the answer is drawn first.
    prepare(tiering.assessment);
    await nextTurn();
    return { ok: true, value: tiering };
  }

  const answer = (question: Question): Promise<Tiering | null> =>
    question.sheet.recognition.kind === 'customers'
      ? answerCustomerList(question, result.value?.asOf.serial ?? null)
      : ledgers.answer(question);

  let completing: AbortController | null = null;

  async function complete(running: Running): Promise<void> {
    const answered = result.value;
    completing?.abort(overtaken);
    if (answered === null) return;
    // Other work that begins meanwhile, such as looking through the workbook, must not leave the answer without its details.
    completing = new AbortController();
    const whole = await ledgers.complete(answered, { ...running, signal: completing.signal });
    if (whole !== null && result.value === answered) result.value = whole;
  }

  return {
    result,
    choices,
    ...groups,
    policyInForce: () => result.value?.assessment.policy ?? defaultPolicy,
    assess,
    complete,
  };
}
