import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ExcelOutcome, SheetBlock } from '../../excel/contract';
import { inSlices, nextTurn } from '../../excel/inSlices';
import { addToGroup } from '../../risk/groupBy';
import type { DateSystem, Finding, FindingKind, Ledger, Recognition } from '../../risk/ledger/ledger';
import type { LedgerOptions } from '../../risk/ledger/readLedger';
import type { CustomerTable } from '../../risk/metrics/metric';
import { defaultPolicy } from '../../risk/policy/defaultPolicy';
import type { BreachRuleId, Policy } from '../../risk/policy/policy';
import type { Assessment, Breach } from '../../risk/scoring/assessment';
import { breachesByCustomer } from '../../risk/scoring/breachesByCustomer';
import type { Slices } from '../../risk/slices';
import { type AsOf, proposeAsOf, statedAsOf, todaySerial } from './asOfDate';
import type { ExcelRoom } from './excelRoom';
import type { ListJoin, ListMatch } from './joinedLedger';
import { type Answering, loadAnswering, notLoaded } from './loadAnswering';
import type { ReadList, ReadSheet } from './readSheet';
import type { Running } from './workModel';

/** What the user chose for the sheet now shown; null where they left it to Tiercel. */
export interface Choices {
  readonly asOf: number | null;
  readonly currency: string | null;
  /** The customer list that a ledger is joined with. */
  readonly list: ReadList | null;
}

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

export const noChoices: Choices = { asOf: null, currency: null, list: null };

/** Some five milliseconds of reading: the page paints and answers in between. */
const rowsPerTurn = 5_000;

/** Joining is code that most sheets never need. */
const loadJoining = () => import('./joinedLedger');

const cancelled: ExcelOutcome<never> = { ok: false, problem: { key: 'cancelled', detail: {} } };

function customersOfRules(breaches: readonly Breach[]): ReadonlyMap<BreachRuleId, readonly number[]> {
  const customers = new Map<BreachRuleId, number[]>();
  for (const { rule, customer } of breaches) addToGroup(customers, rule, customer);
  return customers;
}

function countByKind(
  findings: readonly Finding[],
  known: Ledger['findingCounts'],
): ReadonlyMap<FindingKind, number> {
  const counts = new Map<FindingKind, number>();
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const [kind, count] of Object.entries(known ?? {})) counts.set(kind as FindingKind, count);
  return counts;
}

const dateSystemOf = ({ is1904 }: SheetBlock): DateSystem => (is1904 ? 1904 : 1900);

/** How the rows of a ledger are read: in which currency, by which rates, and what lies ahead of today. */
export const readingOptions = (
  block: SheetBlock,
  currency: string | null,
  { rates, settings }: Policy,
  now: Date,
): LedgerOptions => ({
  currency: currency ?? undefined,
  rates,
  reportingCurrency: settings.currency,
  dateSystem: dateSystemOf(block),
  asOf: todaySerial(now, block.is1904),
});

/** Create the model of the answer: customers, tiers and breaches of the sheet that was read. */
export function createAssessmentModel(excel: ExcelRoom, now: () => Date): AssessmentModel {
  const result = signal<Tiering | null>(null);
  const choices = signal<Choices>(noChoices);
  /** Reading a ledger is the slow part; a change of date or policy does not need it again. */
  let lastRead: {
    readonly sheet: ReadSheet;
    /** The options it was read by, as text. */
    readonly money: string;
    readonly ledger: Ledger;
    /** The search for its late findings, to be gone on with where it was left; null when it is through. */
    readonly checking: Slices<Ledger> | null;
  } | null = null;

  /** Measuring comes next: who is who on a joined list changes nothing about what the ledger says. */
  let lastMeasured: {
    readonly ledger: Ledger;
    /** What it was measured by, as text. */
    readonly by: string;
    readonly table: CustomerTable;
  } | null = null;

  async function measuredLedger(
    ledger: Ledger,
    asOf: number,
    policy: Policy,
    running: Running,
    { measureLedgerInSlices }: Answering,
  ): Promise<CustomerTable | null> {
    const by = JSON.stringify(policy);
    if (lastMeasured?.ledger === ledger && lastMeasured.by === by) return lastMeasured.table;
    const table = await inSlices(measureLedgerInSlices(ledger, asOf, policy), running.signal);
    if (table !== null) lastMeasured = { ledger, by, table };
    return table;
  }

  async function readLedger(
    sheet: ReadSheet,
    currency: string | null,
    policy: Policy,
    running: Running,
    { createLedgerReader }: Answering,
  ): Promise<Ledger | null> {
    const options = readingOptions(sheet.block, currency, policy, now());
    const money = JSON.stringify(options);
    const isSameSheet =
      lastRead?.sheet.block === sheet.block && lastRead.sheet.recognition === sheet.recognition;
    if (lastRead !== null && isSameSheet && lastRead.money === money) return lastRead.ledger;
    const { block, recognition } = sheet;
    await running.enter('understanding');
    const reader = createLedgerReader(recognition, { ...options, expectedRows: block.cells.length });
    for (let row = 0; row < block.cells.length; row += rowsPerTurn) {
      if (running.signal.aborted) return null;
      reader.add(block.cells.slice(row, row + rowsPerTurn), row);
      running.onProgress(row, block.cells.length);
      if (row > 0) await nextTurn();
    }
    const ledger = await inSlices(reader.finishing(), running.signal);
    if (ledger === null) return null;
    lastRead = { sheet, money, ledger, checking: reader.checking() };
    return ledger;
  }

  const chooseAsOf = (chosen: number | null, policy: Policy, proposal: AsOf): AsOf => {
    const inPolicy = policy.settings.asOf;
    if (inPolicy !== null) return { serial: inPolicy, reason: inPolicy === chosen ? 'chosen' : 'policy' };
    return chosen === null ? proposal : { serial: chosen, reason: 'chosen' };
  };

  const withAsOf = (policy: Policy, asOf: number): Policy => ({
    ...policy,
    settings: { ...policy.settings, asOf },
  });

  async function assess(sheet: ReadSheet, chosen: Choices, running: Running): Promise<ExcelOutcome<Tiering>> {
    const policySheet = await excel.readPolicySheet();
    if (!policySheet.ok) return policySheet;
    const answering = await loadAnswering();
    if (answering === null) return notLoaded;
    const policy = policySheet.value ?? defaultPolicy;
    const assessSheet = sheet.recognition.kind === 'customers' ? assessCustomerList : assessLedger;
    const tiering = await assessSheet(sheet, chosen, policy, running, answering);
    return tiering === null ? cancelled : { ok: true, value: tiering };
  }

  /** The day that stands on the sheet, unless it is still to come. */
  function statedOn({ block, recognition }: ReadSheet, today: number, { statedDay }: Answering): AsOf | null {
    return statedAsOf(statedDay(block.cells, recognition.headerRow, dateSystemOf(block)), today);
  }

  /** Null where it was cancelled. */
  async function assessCustomerList(
    sheet: ReadSheet,
    chosen: Choices,
    policy: Policy,
    running: Running,
    answering: Answering,
  ): Promise<Tiering | null> {
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
    const asOf = chooseAsOf(chosen.asOf, policy, statedOn(sheet, today, answering) ?? proposal);
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
      findingCounts: countByKind(list.findings, undefined),
      assessment,
      ledger: null,
      join: null,
    };
  }

  /** Null where it was cancelled. */
  async function assessLedger(
    sheet: ReadSheet,
    chosen: Choices,
    policy: Policy,
    running: Running,
    answering: Answering,
  ): Promise<Tiering | null> {
    const { block, recognition } = sheet;
    const ledger = await readLedger(sheet, chosen.currency, policy, running, answering);
    if (ledger === null || running.signal.aborted) return null;
    await running.enter('computing');
    if (running.signal.aborted) return null;
    const today = todaySerial(now(), block.is1904);
    const proposal = statedOn(sheet, today, answering) ?? proposeAsOf(ledger, today);
    const asOf = chooseAsOf(chosen.asOf, policy, proposal);
    const dated = withAsOf(policy, asOf.serial);
    const table = await measuredLedger(ledger, asOf.serial, dated, running, answering);
    if (table === null) return null;
    const parts = await joinedParts(sheet, { ledger, table }, chosen.list, dated, running);
    if (parts === null) return null;
    const assessing = answering.assessMeasuredInSlices(parts.ledger, parts.table, dated);
    const assessment = await inSlices(assessing, running.signal);
    if (assessment === null) return null;
    const { currency, currencies, findings, findingCounts } = ledger;
    return {
      block,
      recognition,
      asOf,
      currency,
      currencies,
      findings,
      findingCounts: countByKind(findings, findingCounts),
      assessment,
      ledger: parts.ledger,
      join: parts.join,
    };
  }

  /** The measured ledger, with what the customer list says where one is joined; null where it was cancelled. */
  async function joinedParts(
    sheet: ReadSheet,
    whole: ListJoin['whole'],
    listSheet: ReadList | null,
    policy: Policy,
    running: Running,
  ): Promise<(ListJoin['whole'] & { readonly join: ListJoin | null }) | null> {
    if (listSheet === null) return { ...whole, join: null };
    const { matchListInSlices } = await loadJoining();
    const matching = matchListInSlices(sheet, whole.ledger, whole.table, listSheet);
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

  /** The ledger with its late findings, which are looked for once. */
  async function checkedLedger(ledger: Ledger, running: Running): Promise<Ledger | null> {
    const read = lastRead;
    if (read?.ledger !== ledger || read.checking === null) return ledger;
    const checked = await inSlices(read.checking, running.signal);
    if (checked !== null && lastRead === read) lastRead = { ...read, ledger: checked, checking: null };
    return checked;
  }

  let completing: AbortController | null = null;

  async function complete(begun: Running): Promise<void> {
    const answered = result.value;
    completing?.abort();
    if (answered === null || answered.ledger === null) return;
    // Other work that begins meanwhile, such as looking through the workbook, must not leave the answer without its details.
    completing = new AbortController();
    const running = { ...begun, signal: completing.signal };
    const { assessment, join } = answered;
    const unchecked = join?.whole.ledger ?? answered.ledger;
    const ledger = await checkedLedger(unchecked, running);
    const answering = await loadAnswering();
    if (ledger === null || answering === null) return;
    const measured = join?.whole.table ?? assessment.table;
    const measuring = answering.measureMoreInSlices(ledger, measured, assessment.policy, 'all');
    const table = await inSlices(measuring, running.signal);
    if (table === null) return;
    if (lastMeasured?.ledger === unchecked)
      lastMeasured = {
        ...lastMeasured,
        ledger,
        table: lastMeasured.table === measured ? table : lastMeasured.table,
      };
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
    const findingCounts = countByKind(findings, ledger.findingCounts);
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
    breachesOf: computed(() =>
      breachesByCustomer(breaches.value, result.value?.assessment.table.customers.length ?? 0),
    ),
    customersByRule: computed(() => customersOfRules(breaches.value)),
    assess,
    complete,
  };
}
