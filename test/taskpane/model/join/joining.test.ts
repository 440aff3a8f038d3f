/** Two sheets from end to end: the offer, what fits, the answer with and without the list, and what the workbook remembers of it. */
import type { SheetBlock } from '../../../../src/excel/contract';
import type { SheetGlimpse } from '../../../../src/excel/reading/otherSheets';
import { textsIn } from '../../../../src/i18n/catalogue';
import { setLanguage } from '../../../../src/i18n/language';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { nothingRemembered, type SheetMemory } from '../../../../src/risk/ledger/recognition/columnMemory';
import { createContractsModel } from '../../../../src/taskpane/model/customers/contractsModel';
import type { ExcelRoom } from '../../../../src/taskpane/model/excelRoom';
import { createJoinModel } from '../../../../src/taskpane/model/join/joinModel';
import { createPolicyModel, type PolicyRoom } from '../../../../src/taskpane/model/policy/policyModel';
import { partModel } from '../../../../src/taskpane/partModel';
import { blockOf } from '../../../sheetBlock';
import { type FakeExcel, fakeExcel, paneOn, refuse } from '../../fakeExcel';
import { endOfJune, smallLedger } from '../../smallLedger';

const ledgerCells: Cell[][] = smallLedger.map(row => row.slice(0, 6));
const listCells: Cell[][] = [
  ['Customer', 'Credit limit', 'Terms', 'Contract end', 'Guarantee', 'Region', 'Intercompany'],
  ['Good Co., Ltd.', 10_000, 30, endOfJune + 10, 'Yes', 'North', ''],
  ['Bad GmbH', 2000, 60, endOfJune - 5, '', 'South', ''],
  ['江苏宏达机械有限公司', 5000, 30, '', '', '', 'Yes'],
  ['Quiet AG', 700, 30, endOfJune + 1, '', 'West', ''],
];
const listBlock: SheetBlock = blockOf(listCells, { sheetId: 'list', sheetName: 'Customers' });
const glimpse: SheetGlimpse = { sheetId: 'list', sheetName: 'Customers', cells: listCells };
const notes: SheetGlimpse = { sheetId: 'notes', sheetName: 'Notes', cells: [['Remember', 'the milk']] };

/** An Excel with a ledger, a list and a note, that remembers what it is told. */
function twoSheets(answers: Partial<ExcelRoom> = {}) {
  const memories = new Map<string, SheetMemory>();
  const excel: FakeExcel = fakeExcel(blockOf(ledgerCells), {
    glimpseOtherSheets: async () => ({ ok: true, value: [notes, glimpse] }),
    readSheet: async name =>
      name === 'list' || name === 'Customers' ? { ok: true, value: { ...listBlock } } : refuse('sheetGone'),
    readColumnMemory: async () => ({ ok: true, value: [...memories.values()] }),
    rememberColumns: async (sheet, change) => {
      const isNew = memories.size === 0;
      memories.set(sheet, change(memories.get(sheet) ?? nothingRemembered(sheet)));
      return { ok: true, value: { isNew } };
    },
    ...answers,
  });
  return { excel, memories, pane: paneOn(excel) };
}

const noDecisions = {
  rememberMatch: () => refuse('busy'),
  forgetMatch: () => refuse('busy'),
};

afterEach(() => setLanguage('en'));

/** A workbook without a policy sheet. */
const noPolicySheet: PolicyRoom = {
  readPolicyTables: async () => ({ ok: true, value: null }),
  writePolicyEdits: () => refuse('busy'),
  showPolicyRow: () => refuse('busy'),
  showPolicyLog: () => refuse('busy'),
  onPolicySheetChanged: async () => () => {},
};

const rulesOf = (pane: ReturnType<typeof paneOn>) => [...pane.assessments.customersByRule.value.keys()];
const uncheckedOf = (pane: ReturnType<typeof paneOn>) =>
  pane.assessments.result.value?.assessment.unchecked.map(({ rule }) => rule);

test('the sheet that looks like a customer list is offered once, and joined its limits and contracts count', async () => {
  const { pane, memories } = twoSheets();
  await pane.tierActiveSheet();
  expect(pane.joinOffer.offer.value?.sheetName).toBe('Customers');
  expect(uncheckedOf(pane)).toEqual(expect.arrayContaining(['overLimit', 'contractEnding']));

  expect(await pane.joinList('list')).toBe(true);
  expect(pane.joinOffer.offer.value).toBeNull();
  const { assessment, ledger, join, findings } = pane.assessments.result.value!;
  expect(assessment.table.customers).toEqual(['Good Ltd', 'Bad GmbH']);
  expect([...assessment.table.metrics.creditLimit]).toEqual([10_000, 2000]);
  expect(assessment.table.texts?.region).toEqual(['North', 'South']);
  expect(assessment.portfolio.exposure).toBe(6000);
  expect(rulesOf(pane)).toEqual(expect.arrayContaining(['overLimit', 'contractEnding']));
  // Parts that work on the ledger see the same customers in the same order.
  expect(ledger?.customers).toEqual(assessment.table.customers);
  expect(ledger?.excluded).toEqual([{ row: 4, amount: 3000 * ledger!.scale }]);
  expect([...join!.entry]).toEqual([0, 1]);
  expect(findings).toBeDefined();
  // Everything is measured after the answer stands.
  expect(assessment.table.measured.has('history')).toBe(true);
  expect(memories.get('Invoices')?.list).toBe('Customers');
});

test('who is who is looked for once, whatever the day: the amounts beside it are of the day', async () => {
  const { pane } = twoSheets();
  await pane.tierActiveSheet();
  await pane.joinList('list');
  const first = pane.assessments.result.value!.join!;
  await pane.chooseAsOf(endOfJune - 60);
  const second = pane.assessments.result.value!.join!;
  expect(second.matches).toBe(first.matches);
  expect(second.report.matched).not.toEqual(first.report.matched);
  const { asOf, assessment } = pane.assessments.result.value!;
  expect(asOf.serial).toBe(endOfJune - 60);
  expect(assessment.table.texts?.region).toEqual(['North', 'South']);

  // Read again, the list may say other things.
  await pane.joinList('list');
  expect(pane.assessments.result.value!.join!.matches).not.toBe(first.matches);
  expect(pane.assessments.result.value!.join!.matches).toEqual(first.matches);
});

test('of the lists of several companies the one is offered on which the customers of the ledger stand; of no other company none', async () => {
  const others: SheetGlimpse = {
    sheetId: 'others',
    sheetName: 'DE customers',
    cells: [
      ['Customer', 'Credit limit'],
      ['Huber AG', 500],
      ['Weber KG', 700],
    ],
  };
  const glimpsed = async (value: SheetGlimpse[]) => {
    const { pane, excel } = twoSheets({ glimpseOtherSheets: async () => ({ ok: true, value }) });
    await pane.tierActiveSheet();
    const { glimpseOtherSheets } = excel;
    const room = { ...noDecisions, glimpseOtherSheets, selectRows: excel.selectRows };
    const model = partModel(pane, () => createJoinModel(pane, room));
    await model.look();
    return {
      offered: pane.joinOffer.offer.value?.sheetName,
      listed: model.candidates.value?.map(({ sheetName }) => sheetName),
    };
  };
  expect(await glimpsed([notes, others, glimpse])).toEqual({
    offered: 'Customers',
    listed: ['Customers', 'DE customers', 'Notes'],
  });
  expect((await glimpsed([others])).offered).toBeUndefined();
});

test('it is joined again when the ledger is tiered again, also by a colleague; stopped it stays stopped', async () => {
  const { excel, pane } = twoSheets();
  await pane.tierActiveSheet();
  await pane.joinList('list');
  await pane.tierActiveSheet();
  expect(pane.assessments.result.value?.join?.list.customers).toHaveLength(4);

  const colleague = paneOn(excel);
  await colleague.tierActiveSheet();
  expect(colleague.assessments.result.value?.join).not.toBeNull();
  await colleague.stopJoining();
  expect(colleague.assessments.result.value?.join).toBeNull();
  expect(colleague.assessments.result.value?.assessment.portfolio.exposure).toBe(9000);
  await colleague.tierActiveSheet();
  expect(colleague.assessments.result.value?.join).toBeNull();
  expect(colleague.joinOffer.offer.value).toBeNull();

  await colleague.notices.notice.value?.actions.at(-1)?.run();
});

test('a list that is gone is said, and the ledger is tiered without it', async () => {
  let isGone = false;
  const { pane } = twoSheets({
    readSheet: async () => (isGone ? refuse('sheetGone') : { ok: true, value: listBlock }),
  });
  await pane.tierActiveSheet();
  await pane.joinList('list');
  isGone = true;
  await pane.tierActiveSheet();
  expect(pane.assessments.result.value?.join).toBeNull();
  expect(pane.notices.notice.value?.intent).toBe('warning');
});

describe('a joined list whose sheet is deleted', () => {
  /** Tiered and joined; `names` are what the workbook holds from now on. */
  async function joinedThen(names: ReadonlyMap<string, string>) {
    let known: ReadonlyMap<string, string> = new Map([
      ['sheet-1', 'Invoices'],
      ['list', 'Customers'],
    ]);
    const both = twoSheets({ readSheetNames: async () => ({ ok: true, value: known }) });
    const { excel, pane } = both;
    await pane.sheet.follow();
    await pane.tierActiveSheet();
    await pane.joinList('list');
    known = names;
    excel.activate('notes');
    await pane.sheet.lookAtNames();
    return both;
  }

  test('is told, and tiering again from any sheet leaves it out and says so', async () => {
    const { pane } = await joinedThen(new Map([['sheet-1', 'Invoices']]));
    expect(pane.sheet.isListGone.value).toBe(true);
    expect(pane.assessments.result.value?.join).not.toBeNull();
    await pane.tierAgain();
    expect(pane.assessments.result.value?.join).toBeNull();
    expect(pane.notices.notice.value?.intent).toBe('warning');
    expect(pane.notices.notice.value?.say(textsIn('en'))).toContain('“Customers” is gone');
    expect(pane.sheet.isListGone.value).toBe(false);
  });

  test('is not one that was given another name, which goes by it from then on', async () => {
    const { pane } = await joinedThen(
      new Map([
        ['sheet-1', 'Receivables'],
        ['list', 'Debtors'],
      ]),
    );
    expect(pane.sheet.isListGone.value).toBe(false);
    expect(pane.sheet.current.value?.block.sheetName).toBe('Receivables');
    expect(pane.assessments.result.value?.block.sheetName).toBe('Receivables');
    expect(pane.notices.notice.value?.say(textsIn('en'))).toContain('“Debtors”');
    await pane.tierAgain();
    expect(pane.assessments.result.value?.join?.sheet.block.sheetName).toBe('Debtors');
  });

  test('and a ledger that is deleted is refused instead of being tiered from memory', async () => {
    const { pane } = await joinedThen(new Map([['list', 'Customers']]));
    const before = pane.assessments.result.value;
    await pane.tierAgain();
    expect(pane.notices.refusal.value?.problem.key).toBe('sheetGone');
    expect(pane.assessments.result.value).toBe(before);
  });
});

test('a refusal while the list is read leaves the answer as it was, and can be tried again', async () => {
  let isEditing = true;
  const { pane } = twoSheets({
    readSheet: async () => (isEditing ? refuse('cellBeingEdited') : { ok: true, value: listBlock }),
  });
  await pane.tierActiveSheet();
  const before = pane.assessments.result.value;
  expect(await pane.joinList('list')).toBe(false);
  expect(pane.assessments.result.value).toBe(before);
  expect(pane.notices.refusal.value?.problem.key).toBe('cellBeingEdited');
  isEditing = false;
  await pane.notices.refusal.value?.retry();
  expect(pane.assessments.result.value?.join).not.toBeNull();
});

test('waved away, the offer does not come back; a ledger that has no list gets none', async () => {
  const { pane } = twoSheets();
  await pane.tierActiveSheet();
  pane.joinOffer.dismiss();
  await pane.tierActiveSheet();
  expect(pane.joinOffer.offer.value).toBeNull();
  const alone = paneOn(fakeExcel());
  await alone.tierActiveSheet();
  expect(alone.joinOffer.offer.value).toBeNull();
});

test('an edit of the joined list makes the answer one of before, being there is no going elsewhere', async () => {
  const { excel, pane } = twoSheets();
  await pane.sheet.follow();
  await pane.tierActiveSheet();
  await pane.joinList('list');
  excel.activate('list');
  expect(pane.sheet.isElsewhere.value).toBe(false);
  expect(pane.sheet.isListChanged.value).toBe(false);
  // Our own note about the join is an edit too, and Excel tells of it late.
  await new Promise(resolve => setTimeout(resolve, 1100));
  excel.edit('list', 'B3');
  expect(pane.sheet.isListChanged.value).toBe(true);
  await pane.tierAgain();
  expect(pane.sheet.isListChanged.value).toBe(false);
  expect(pane.assessments.result.value?.join).not.toBeNull();
});

test('the part shows how the sheets fit before they are joined, and leads to rows on either side', async () => {
  const { excel, pane } = twoSheets();
  await pane.tierActiveSheet();
  const selected: [string, number[]][] = [];
  const model = partModel(pane, () =>
    createJoinModel(pane, {
      ...noDecisions,
      glimpseOtherSheets: excel.glimpseOtherSheets,
      selectRows: async (block, rows) => {
        selected.push([block.sheetName, Array.from(rows)]);
        return { ok: true, value: undefined };
      },
    }),
  );
  await model.look();
  expect(model.candidates.value?.map(({ sheetName, isLikely }) => [sheetName, isLikely])).toEqual([
    ['Customers', true],
    ['Notes', false],
  ]);
  const { report } = model.match.value!;
  expect(report.matched.map(({ reason, exposure }) => [reason, exposure])).toEqual([
    ['name', 8000],
    ['similarName', 1000],
  ]);
  expect(report.excluded.map(({ name }) => name)).toEqual(['江苏宏达机械有限公司']);
  expect(report.unmatchedEntries.map(({ name }) => name)).toEqual(['Quiet AG']);
  await model.showEntry(report.unmatchedEntries[0].entry);
  await model.join();
  // The excluded customer is no longer in the answer, and its row is still found.
  await model.showCustomer(model.match.value!.report.excluded[0].customer);
  expect(selected).toEqual([
    ['Customers', [4]],
    ['Invoices', [4]],
  ]);
});

test('contracts come from the joined list, lead to its rows and are copied', async () => {
  const { pane } = twoSheets();
  await pane.tierActiveSheet();
  await pane.joinList('list');
  const selected: [string, number[]][] = [];
  const copied: unknown[] = [];
  const model = createContractsModel(pane, {
    selectRows: async (block, rows) => {
      selected.push([block.sheetName, Array.from(rows)]);
      return { ok: true, value: undefined };
    },
    copyRows: async rows => copied.push(rows) > 0,
  });
  const leave = model.follow();
  const aMoment = () => new Promise(resolve => setTimeout(resolve, 1));
  while (model.listed.value === null) await aMoment();
  const rows = () => model.listed.value!.selection.rows;
  const names = () =>
    rows().map(({ customer, remark, days }) => [
      pane.assessments.result.value!.assessment.table.customers[customer],
      remark,
      days,
    ]);
  expect(names()).toContainEqual(['Bad GmbH', 'expired', 5]);
  expect(names()).toContainEqual(['Good Ltd', 'ending', 10]);
  model.remark.value = 'expired';
  while (rows().length > 1) await aMoment();
  expect(names()).toEqual([['Bad GmbH', 'expired', 5]]);
  await model.showRow(rows()[0]);
  expect(selected).toEqual([['Customers', [2]]]);
  await model.copy(
    (function* () {
      yield;
      return [['Customer'], ['Bad GmbH']];
    })(),
  );
  expect(copied).toEqual([[['Customer'], ['Bad GmbH']]]);
  expect(pane.notices.notice.value?.intent).toBe('success');
  leave();
});

describe('corrections', () => {
  test('are remembered, and read back by a colleague', async () => {
    const { excel, pane, memories } = twoSheets();
    await pane.tierActiveSheet();
    await pane.mapColumn('paidDate', null);
    expect([...(memories.get('Invoices')?.columns ?? [])]).toEqual([['paidDate', '']]);
    const colleague = paneOn(excel);
    await colleague.tierActiveSheet();
    const fields = colleague.sheet.current.value?.recognition.columns.map(({ field }) => field);
    expect(fields).not.toContain('paidDate');
  });

  test('what a colleague changed in the cells counts when the sheet is tiered again', async () => {
    const { pane, memories } = twoSheets();
    await pane.tierActiveSheet();
    await pane.mapColumn('paidDate', null);
    memories.set('Invoices', {
      ...nothingRemembered('Invoices'),
      columns: new Map([['paidDate', 'Paid date']]),
    });
    await pane.tierActiveSheet();
    const fields = pane.sheet.current.value?.recognition.columns.map(({ field }) => field);
    expect(fields).toContain('paidDate');
  });

  test.each([
    ['Paid date', null, true],
    ['A header that is not there', null, false],
    ['A header that is not there', 'Tiercel_Data_1', true],
  ])(
    'are of a sheet of their name with the header %s and the mark %s: %s',
    async (header, mark, isOfSheet) => {
      const { pane, memories } = twoSheets();
      const columns = new Map([['paidDate' as const, header]]);
      memories.set('Invoices', { ...nothingRemembered('Invoices'), list: 'Customers', mark, columns });
      await pane.tierActiveSheet();
      expect(pane.sheet.current.value?.isCorrected).toBe(isOfSheet);
      expect(pane.assessments.result.value?.join !== null).toBe(isOfSheet);
    },
  );

  test('count also where the workbook cannot remember them, and that is said', async () => {
    const { pane } = twoSheets({ rememberColumns: () => refuse('sheetProtected') });
    await pane.tierActiveSheet();
    await pane.mapColumn('paidDate', null);
    expect(pane.assessments.result.value?.recognition.columns.some(({ field }) => field === 'paidDate')).toBe(
      false,
    );
    expect(pane.notices.notice.value?.intent).toBe('warning');
  });

  test('another header row is taken, and the columns below it', async () => {
    const titled = [['Amount', 'Due date', 'Customer', '', '', ''], ...ledgerCells];
    const { excel, memories } = twoSheets();
    excel.readActiveSheet = async () => ({ ok: true, value: blockOf(titled) });
    const pane = paneOn(excel);
    await pane.tierActiveSheet();
    const found = pane.sheet.current.value!.recognition.headerRow;
    await pane.chooseHeaderRow(1 - found);
    expect(pane.sheet.current.value?.recognition.headerRow).toBe(1 - found);
    expect(memories.get('Invoices')?.headerRow).toBe(2 - found);
  });
});

test('what another policy would change counts the limits and contracts of the list', async () => {
  const { pane } = twoSheets();
  await pane.tierActiveSheet();
  await pane.joinList('list');
  const policy = createPolicyModel(pane, noPolicySheet);
  await policy.look();
  // It measures otherwise: after 60 days instead of 90 an amount is old.
  policy.takePreset('cautious');
  while (policy.whatIf.value === null) await new Promise(resolve => setTimeout(resolve, 20));
  const whatIf = policy.whatIf.value.breaches;
  const listRules = ['overLimit', 'contractEnding'];
  const ofList = whatIf.filter(({ rule }) => listRules.includes(rule));
  expect(ofList).toHaveLength(listRules.length);
  for (const { before, after } of ofList) {
    expect(before).toBeGreaterThan(0);
    expect(after).toBeGreaterThanOrEqual(before);
  }
});
