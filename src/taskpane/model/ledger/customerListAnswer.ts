import { inSlices } from '../../../excel/inSlices';
import { dateSystemOf } from '../../../risk/ledger/cells/dateSystem';
import { countFindings } from '../../../risk/ledger/findings/countFindings';
import { withAsOf } from '../../../risk/policy/withAsOf';
import { type AsOf, chooseAsOf, statedOn } from './asOfDate';
import type { Question } from './question';
import type { Tiering } from './tiering';

/**
 * Tier the customers of a customer list.
 *
 * @param earlier The as-of date (serial day) of what was tiered before in this workbook; null where nothing was.
 * @returns Null where it was cancelled.
 */
export async function answerCustomerList(
  question: Question,
  earlier: number | null,
): Promise<Tiering | null> {
  const { sheet, chosen, policy, running, answering } = question;
  const { block, recognition } = sheet;
  await running.enter('computing');
  if (running.signal.aborted) return null;
  const options = { dateSystem: dateSystemOf(block) };
  const reading = answering.readCustomerListInSlices(block.cells, recognition, options);
  const list = await inSlices(reading, running.signal);
  if (list === null) return null;
  const asOf = chooseAsOf(chosen.asOf, policy, statedOn(question) ?? proposeAsOf(question, earlier));
  const assessing = answering.assessListInSlices(list, asOf.serial, withAsOf(policy, asOf.serial));
  const assessment = await inSlices(assessing, running.signal);
  if (assessment === null) return null;
  return {
    block,
    recognition,
    asOf,
    currency: '',
    currencies: [],
    findings: list.findings,
    findingCounts: countFindings(list),
    assessment,
    ledger: null,
    join: null,
  };
}

/** A list carries no dates: what was tiered before in this workbook says which day the numbers are of. */
const proposeAsOf = ({ today }: Question, earlier: number | null): AsOf =>
  earlier === null ? { serial: today, reason: 'list' } : { serial: earlier, reason: 'earlier' };
