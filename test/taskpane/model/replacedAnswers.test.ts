/** An answer that another one replaced holds all its columns: nothing of the pane may refer to it any longer. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createCollectModel } from '../../../src/taskpane/model/collect/collectModel';
import { createContractsModel } from '../../../src/taskpane/model/customers/contractsModel';
import { createCustomerListModel } from '../../../src/taskpane/model/customers/customerListModel';
import { createHistoryModel, type HistoryModel } from '../../../src/taskpane/model/history/historyModel';
import type { PaneModel } from '../../../src/taskpane/model/paneModel';
import { createPolicyModel } from '../../../src/taskpane/model/policy/policyModel';
import { createCheckModel } from '../../../src/taskpane/model/sheets/checkModel';
import { createReportModel } from '../../../src/taskpane/model/sheets/reportModel';
import { blockOf } from '../../sheetBlock';
import { fakeExcel, paneOn, succeed } from '../fakeExcel';
import { smallLedger } from '../smallLedger';
import { collectRoom } from './collect/collectRoom';
import { noRecords } from './history/noRecords';

setFlagsFromString('--expose-gc');
const tidyUp = runInNewContext('gc') as () => void;

const aMoment = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 20));

/** Every reading gives cells of its own. */
const excelThatIsReadAnew = () =>
  fakeExcel(undefined, { readActiveSheet: () => succeed(blockOf(smallLedger.map(row => [...row]))) });

/** What is done in a part, from opening to closing it; gives its model, which the pane keeps. */
const visits: Readonly<Record<string, (pane: PaneModel) => Promise<object>>> = {
  'the overview': async ({ customers, assessments }) => {
    customers.search.value = 'good';
    expect(customers.shown.value).toHaveLength(1);
    expect(assessments.breachesOf.value(0)).toBeDefined();
    return customers;
  },
  Collect: async pane => {
    const collect = createCollectModel(pane, collectRoom());
    await collect.work();
    expect(collect.due.value.length).toBeGreaterThan(0);
    return collect;
  },
  Contracts: async pane => {
    const contracts = createContractsModel(pane);
    const leave = contracts.follow();
    while (contracts.listed.value === null) await aMoment();
    leave();
    return contracts;
  },
  Customers: async pane => {
    const list = createCustomerListModel(pane);
    const leave = list.follow();
    while (list.rows.value.length === 0) await aMoment();
    expect(list.categories.value).toEqual([]);
    leave();
    return list;
  },
  'Watch and history': async pane => {
    const history = createHistoryModel(pane, noRecords);
    await history.look();
    const leave = history.followCalendar();
    while (history.calendar.value === null) await aMoment();
    expect(history.now.value).not.toBeNull();
    leave();
    return history;
  },
  Check: async pane => {
    const check = createCheckModel(pane);
    const leave = check.open();
    await check.look();
    expect(check.proposals.value).not.toBeNull();
    leave();
    return check;
  },
  Policy: async pane => {
    const policy = createPolicyModel(pane, {
      readPolicyTables: () => succeed(null),
      writePolicyEdits: () => succeed(undefined),
      showPolicyRow: () => succeed(undefined),
      showPolicyLog: () => succeed(undefined),
      onPolicySheetChanged: async () => () => {},
    });
    await policy.look();
    policy.takePreset('cautious');
    while (policy.whatIf.value === null) await aMoment();
    policy.discard();
    return policy;
  },
  Report: async pane => {
    const report = createReportModel(pane, {
      writeReport: async () => ({ ok: false, problem: { key: 'cancelled', detail: {} } }),
      removeReport: () => succeed(undefined),
      findReport: () => succeed([]),
      showOwnSheet: () => succeed(undefined),
    });
    await report.make();
    expect(report.offered.value.length).toBeGreaterThan(0);
    return report;
  },
};

/** The answer and the cells it was read from. In a function of its own: no variable of the test holds them. */
const heldBy = ({ assessments }: PaneModel): readonly WeakRef<object>[] => {
  const answer = assessments.result.value!;
  return [answer, answer.assessment.table, answer.block, answer.block.cells].map(each => new WeakRef(each));
};

test.each(Object.entries(visits))('%s lets go of an answer that was replaced', async (_, visit) => {
  const pane = paneOn(excelThatIsReadAnew());
  await pane.tierActiveSheet();
  const kept = { pane, model: await visit(pane) };
  const before = heldBy(pane);
  await pane.tierActiveSheet();
  await aMoment();
  tidyUp();
  await aMoment();
  tidyUp();
  expect(before.map(each => each.deref() === undefined)).toEqual([true, true, true, true]);
  expect(kept.pane.assessments.result.value).not.toBeNull();
  expect(kept.model).toBeDefined();
});

const breachesHeldBy = ({ assessments }: PaneModel): WeakRef<object> =>
  new WeakRef(assessments.result.value!.assessment.breaches);

/** As when a snapshot is read: the same customers are scored and checked once more. */
async function addPast(pane: PaneModel, history: HistoryModel): Promise<void> {
  const before = pane.assessments.result.value!;
  pane.assessments.result.value = await history.reassess(
    before,
    before.assessment,
    new AbortController().signal,
  );
}

test('of an answer that history added to, the breaches of before are let go, and the table stays', async () => {
  const pane = paneOn(excelThatIsReadAnew());
  const history = createHistoryModel(pane, noRecords);
  await pane.tierActiveSheet();
  const table = pane.assessments.result.value!.assessment.table;
  expect(pane.assessments.breachesOf.value(0)).toBeDefined();
  const before = breachesHeldBy(pane);
  await addPast(pane, history);
  expect(pane.assessments.breachesOf.value(0)).toBeDefined();
  const plain = history.plain(pane.assessments.result.value!);
  expect(plain.assessment.table).toBe(table);
  expect(plain.ledger).toBe(pane.assessments.result.value!.ledger);
  await aMoment();
  tidyUp();
  await aMoment();
  tidyUp();
  expect(before.deref()).toBeUndefined();
});
