import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ExcelOutcome, SheetBlock } from '../../../excel/contract';
import { inSlices, nextTurn, overtaken } from '../../../excel/inSlices';
import { addToGroup } from '../../../risk/groupBy';
import { dateSystemOf } from '../../../risk/ledger/cells/dateSystem';
import { countFindings } from '../../../risk/ledger/findings/countFindings';
import type { Finding, FindingKind, Ledger, Recognition } from '../../../risk/ledger/ledger';
import { defaultPolicy } from '../../../risk/policy/defaultPolicy';
import type { BreachRuleId, Policy } from '../../../risk/policy/policy';
import type { Assessment, Breach } from '../../../risk/scoring/assessment';
import { breachesByCustomer } from '../../../risk/scoring/breachesByCustomer';
import type { ExcelRoom } from '../excelRoom';
import type { ListJoin, ListMatch } from '../join/joinedLedger';
import type { Running } from '../workModel';
import { type AsOf, proposeAsOf, statedAsOf, todaySerial } from './asOfDate';
import { createLatestLedger } from './latestLedger';
import { loadAnswering, notLoaded } from './loadAnswering';
import { type Choices, noChoices, type Question } from './question';
import type { ReadSheet } from './readSheet';

/** One whole answer: the sheet it is about, the date and currency, and the customers' tiers and breaches. */
export interface Tiering {
  readonly block: SheetBlock;
  readonly recognition: Recognition;
  readonly asOf: AsOf;
  readonly currency: string;
  readonly currencies: Ledger['currencies'];
  readonly findings: readonly Finding[];
  /** How often each kind was found: `findings` may name only the first thousand of a kind. */
  readonly findingCounts: ReadonlyMap<FindingKind, number>;
  readonly assessment: Assessment;
  /** What the customers were measured from; null for a customer list. */
  readonly ledger: Ledger | null;
  /** The customer list it is joined with; null where there is none. */
  readonly join: ListJoin | null;
}

export interface AssessmentModel {
  readonly result: Signal<Tiering | null>;
  readonly choices: Signal<Choices>;
  readonly breachesOf: ReadonlySignal<(customer: number) => readonly Breach[]>;
  readonly customersByRule: ReadonlySignal<ReadonlyMap<BreachRuleId, readonly number[]>>;
  /** Compute the answer for a sheet; it is handed back, not kept, so that earlier results stay until it is whole. */
  assess(sheet: ReadSheet, choices: Choices, running: Running): Promise<ExcelOutcome<Tiering>>;
  /**
   * Add to the answer what no number of the overview waits for: findings that only rows compared with each other show, and the metrics that
   * no factor and no rule reads. Ends without a word where another answer came in the meantime.
   */
  complete(running: Running): Promise<void>;
}

const noBreaches: readonly Breach[] = [];

/** Joining is code that most sheets never need. */
const loadJoining = () => import('../join/joinedLedger');

const cancelled: ExcelOutcome<never> = { ok: false, problem: { key: 'cancelled', detail: {} } };

function customersOfRules(breaches: readonly Breach[]): ReadonlyMap<BreachRuleId, readonly number[]> {
  const customers = new Map<BreachRuleId, number[]>();
  for (const { rule, customer } of breaches) addToGroup(customers, rule, customer);
  return customers;
}

const withAsOf = (policy: Policy, asOf: number): Policy => ({
  ...policy,
  settings: { ...policy.settings, asOf },
});

/** A date in the policy outranks the one that was chosen in the pane. */
function chooseAsOf(chosen: number | null, policy: Policy, proposal: AsOf): AsOf {
  const inPolicy = policy.settings.asOf;
  if (inPolicy !== null) return { serial: inPolicy, reason: inPolicy === chosen ? 'chosen' : 'policy' };
  return chosen === null ? proposal : { serial: chosen, reason: 'chosen' };
}

/** The day that stands on the sheet, unless it is still to come. */
function statedOn({ sheet: { block, recognition }, answering }: Question, today: number): AsOf | null {
  const stated = answering.statedDay(block.cells, recognition.headerRow, dateSystemOf(block));
  return statedAsOf(stated, today);
}

function groupBreaches(assessment: Assessment | null) {
  const breaches = assessment?.breaches ?? noBreaches;
  return { breaches, breachesOf: breachesByCustomer(breaches, assessment?.table.customers.length ?? 0) };
}

/** Create the model of the answer: customers, tiers and breaches of the sheet that was read. */
export function createAssessmentModel(excel: ExcelRoom, now: () => Date): AssessmentModel {
  const result = signal<Tiering | null>(null);
  const choices = signal<Choices>(noChoices);
  const latest = createLatestLedger(now);
  let grouped = groupBreaches(null);

  async function assess(sheet: ReadSheet, chosen: Choices, running: Running): Promise<ExcelOutcome<Tiering>> {
    const policySheet = await excel.readPolicySheet();
    if (!policySheet.ok) return policySheet;
    const answering = await loadAnswering();
    if (answering === null) return notLoaded;
    const policy = policySheet.value ?? defaultPolicy;
    const assessSheet = sheet.recognition.kind === 'customers' ? assessCustomerList : assessLedger;
    const tiering = await assessSheet({ sheet, chosen, policy, running, answering });
    if (tiering === null) return cancelled;
    // In a turn of its own, or it would be done while the answer is drawn first.
    grouped = groupBreaches(tiering.assessment);
    await nextTurn();
    return { ok: true, value: tiering };
  }

  /** Null where it was cancelled. */
  async function assessCustomerList(question: Question): Promise<Tiering | null> {
    const { sheet, chosen, policy, running, answering } = question;
    const { block, recognition } = sheet;
    await running.enter('computing');
    if (running.signal.aborted) return null;
    const options = { dateSystem: dateSystemOf(block) };
    const reading = answering.readCustomerListInSlices(block.cells, recognition, options);
    const list = await inSlices(reading, running.signal);
    if (list === null) return null;
    const today = todaySerial(now(), block.is1904);
    // A list carries no dates: what was tiered before in this workbook says which day the numbers are of.
    const earlier = result.value?.asOf.serial;
    const proposal: AsOf =
      earlier === undefined ? { serial: today, reason: 'list' } : { serial: earlier, reason: 'earlier' };
    const asOf = chooseAsOf(chosen.asOf, policy, statedOn(question, today) ?? proposal);
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

  /** Null where it was cancelled. */
  async function assessLedger(question: Question): Promise<Tiering | null> {
    const { sheet, chosen, policy, running, answering } = question;
    const { block, recognition } = sheet;
    const ledger = await latest.read(question);
    if (ledger === null || running.signal.aborted) return null;
    await running.enter('computing');
    if (running.signal.aborted) return null;
    const today = todaySerial(now(), block.is1904);
    const proposal = statedOn(question, today) ?? proposeAsOf(ledger, today);
    const asOf = chooseAsOf(chosen.asOf, policy, proposal);
    const dated = { ...question, policy: withAsOf(policy, asOf.serial) };
    const table = await latest.measure(ledger, asOf.serial, dated);
    if (table === null) return null;
    const parts = await joinedParts(dated, { ledger, table });
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

  /** The measured ledger, with what the customer list says where one is joined; null where it was cancelled. */
  async function joinedParts(
    { chosen, policy, running }: Question,
    whole: ListJoin['whole'],
  ): Promise<(ListJoin['whole'] & { readonly join: ListJoin | null }) | null> {
    if (chosen.list === null) return { ...whole, join: null };
    const { matchListInSlices } = await loadJoining();
    const matching = matchListInSlices(whole.ledger, whole.table, chosen.list);
    const match = await inSlices(matching, running.signal);
    return match && joinAgain(match, whole, policy, running);
  }

  async function joinAgain(
    match: ListMatch,
    whole: ListJoin['whole'],
    policy: Policy,
    running: Running,
  ): Promise<(ListJoin['whole'] & { readonly join: ListJoin }) | null> {
    const { joinListInSlices } = await loadJoining();
    return inSlices(joinListInSlices(match, whole, policy), running.signal);
  }

  let completing: AbortController | null = null;

  async function complete(begun: Running): Promise<void> {
    const answered = result.value;
    completing?.abort(overtaken);
    if (answered === null || answered.ledger === null) return;
    // Other work that begins meanwhile, such as looking through the workbook, must not leave the answer without its details.
    completing = new AbortController();
    const running = { ...begun, signal: completing.signal };
    const { assessment, join } = answered;
    const unchecked = join?.whole.ledger ?? answered.ledger;
    const ledger = await latest.check(unchecked, running);
    const answering = await loadAnswering();
    if (ledger === null || answering === null) return;
    const measured = join?.whole.table ?? assessment.table;
    const measuring = answering.measureMoreInSlices(ledger, measured, assessment.policy, 'all');
    const table = await inSlices(measuring, running.signal);
    if (table === null) return;
    latest.complete({ ledger: unchecked, table: measured }, { ledger, table });
    const parts =
      join === null
        ? { ledger, table, join }
        : await joinAgain(join, { ledger, table }, assessment.policy, running);
    if (parts === null) return;
    if (result.value !== answered) return;
    // What only the assessment knows stays, such as the fall of the score.
    const { scoreFall } = assessment.table.metrics;
    const whole = { ...parts.table, metrics: { ...parts.table.metrics, scoreFall } };
    const { findings } = ledger;
    const findingCounts = countFindings(ledger);
    result.value = {
      ...answered,
      ledger: parts.ledger,
      join: parts.join,
      findings,
      findingCounts,
      assessment: { ...assessment, table: join === null ? parts.table : whole },
    };
  }

  // An answer that is completed breaks no other rules: they are not grouped again.
  const breaches = computed(() => result.value?.assessment.breaches ?? noBreaches);

  return {
    result,
    choices,
    breachesOf: computed(() => {
      // Those of an answer that was replaced are let go.
      if (grouped.breaches !== breaches.value) grouped = groupBreaches(result.peek()?.assessment ?? null);
      return grouped.breachesOf;
    }),
    customersByRule: computed(() => customersOfRules(breaches.value)),
    assess,
    complete,
  };
}
