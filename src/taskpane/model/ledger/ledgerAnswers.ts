import { inSlices } from '../../../excel/inSlices';
import type { MeasuredLedger } from '../../../risk/join/matchLedger';
import { countFindings } from '../../../risk/ledger/findings/countFindings';
import type { CustomerTable } from '../../../risk/metrics/table/metric';
import type { Policy } from '../../../risk/policy/policy';
import { withAsOf } from '../../../risk/policy/withAsOf';
import type { JoinedAnswer, ListJoin, ListMatch } from '../join/joinedLedger';
import type { Running } from '../workModel';
import { chooseAsOf, proposeAsOf, statedOn } from './asOfDate';
import { createLatestLedger } from './latestLedger';
import { loadAnswering } from './loadAnswering';
import type { Question } from './question';
import type { Tiering } from './tiering';

export interface LedgerAnswers {
  /** Tier the customers of a ledger, together with a customer list where one is joined; null where it was cancelled. */
  answer(question: Question): Promise<Tiering | null>;
  /**
   * Add to an answer what no number of the overview waits for: findings that only rows compared with each other show, and the metrics that
   * no factor and no rule reads. Null where there is nothing to add or it was cancelled.
   */
  complete(answered: Tiering, running: Running): Promise<Tiering | null>;
}

/** What an answer is made of: a ledger and its customers as measured, with what the list says where one is joined. */
type MeasuredParts = MeasuredLedger & { readonly join: ListJoin | null };

/** Joining is code that most sheets never need. */
const loadJoining = () => import('../join/joinedLedger');

/** Create what answers for ledgers; what was read, measured and matched of the last one is kept for its next answer. */
export function createLedgerAnswers(): LedgerAnswers {
  const latest = createLatestLedger();
  let lastMatch: ListMatch | null = null;

  async function answer(question: Question): Promise<Tiering | null> {
    const { sheet, chosen, policy, today, running, answering } = question;
    const { block, recognition } = sheet;
    const ledger = await latest.read(question);
    if (ledger === null || running.signal.aborted) return null;
    await running.enter('computing');
    if (running.signal.aborted) return null;
    const asOf = chooseAsOf(chosen.asOf, policy, statedOn(question) ?? proposeAsOf(ledger, today));
    const dated = { ...question, policy: withAsOf(policy, asOf.serial) };
    const table = await latest.measure(ledger, asOf.serial, dated);
    if (table === null) return null;
    const match = await matchChosenList(dated, { ledger, table }, lastMatch);
    if (match === 'cancelled') return null;
    lastMatch = match;
    const parts = await joinMatched(match, { ledger, table }, dated.policy, running);
    if (parts === null) return null;
    const assessing = answering.assessMeasuredInSlices(parts.ledger, parts.table, dated.policy);
    const assessment = await inSlices(assessing, running.signal);
    if (assessment === null) return null;
    const { currency, currencies, findings } = ledger;
    return {
      block,
      recognition,
      asOf,
      currency,
      currencies,
      findings,
      findingCounts: countFindings(ledger),
      assessment,
      ledger: parts.ledger,
      join: parts.join,
    };
  }

  async function complete(answered: Tiering, running: Running): Promise<Tiering | null> {
    const { assessment, join } = answered;
    if (answered.ledger === null) return null;
    const before = join?.whole ?? { ledger: answered.ledger, table: assessment.table };
    const whole = await measureWhole(before, assessment.policy, running);
    if (whole === null) return null;
    const parts =
      join === null ? { ...whole, join } : await joinAgain(join, whole, assessment.policy, running);
    if (parts === null) return null;
    return {
      ...answered,
      ledger: parts.ledger,
      join: parts.join,
      findings: whole.ledger.findings,
      findingCounts: countFindings(whole.ledger),
      assessment: {
        ...assessment,
        table: join === null ? parts.table : withScoreFall(parts.table, assessment.table),
      },
    };
  }

  /** A ledger with all its findings and its customers with all their metrics; null where it was cancelled. */
  async function measureWhole(
    before: MeasuredLedger,
    policy: Policy,
    running: Running,
  ): Promise<MeasuredLedger | null> {
    const ledger = await latest.check(before.ledger, running);
    const answering = await loadAnswering();
    if (ledger === null || answering === null) return null;
    const measuring = answering.measureMoreInSlices(ledger, before.table, policy, 'all');
    const table = await inSlices(measuring, running.signal);
    if (table === null) return null;
    latest.complete(before, { ledger, table });
    return { ledger, table };
  }

  return { answer, complete };
}

/** Find the ledger's customers on the list that the user chose; null where none is chosen. */
async function matchChosenList(
  { chosen: { list }, running }: Question,
  { ledger, table }: MeasuredLedger,
  before: ListMatch | null,
): Promise<ListMatch | 'cancelled' | null> {
  if (list === null) return null;
  const { matchListInSlices } = await loadJoining();
  const match = await inSlices(matchListInSlices(ledger, table, list, before), running.signal);
  return match ?? 'cancelled';
}

/** A measured ledger, with what the customer list says where one is matched; null where it was cancelled. */
async function joinMatched(
  match: ListMatch | null,
  whole: MeasuredLedger,
  policy: Policy,
  running: Running,
): Promise<MeasuredParts | null> {
  return match === null ? { ...whole, join: null } : joinAgain(match, whole, policy, running);
}

async function joinAgain(
  match: ListMatch,
  whole: MeasuredLedger,
  policy: Policy,
  running: Running,
): Promise<JoinedAnswer | null> {
  const { joinListInSlices } = await loadJoining();
  return inSlices(joinListInSlices(match, whole, policy), running.signal);
}

/** What only the assessment knows of the customers stays with them when they are joined again. */
const withScoreFall = (table: CustomerTable, { metrics: { scoreFall } }: CustomerTable): CustomerTable => ({
  ...table,
  metrics: { ...table.metrics, scoreFall },
});
