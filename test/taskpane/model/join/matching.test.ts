/** Who is who by hand: suggested, searched, decided, taken back, remembered, and counted by at once. */
import type { SheetBlock } from '../../../../src/excel/contract';
import { setLanguage } from '../../../../src/i18n/language';
import { joinTexts } from '../../../../src/i18n/pane/join';
import { type ChosenMatch, withChoice, withoutChoice } from '../../../../src/risk/join/chosenMatches';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import type { ExcelRoom } from '../../../../src/taskpane/model/excelRoom';
import {
  createJoinModel,
  type JoinModel,
  type JoinRoom,
} from '../../../../src/taskpane/model/join/joinModel';
import type { PaneModel } from '../../../../src/taskpane/model/paneModel';
import { blockOf } from '../../../sheetBlock';
import { fakeExcel, paneOn, refuse } from '../../fakeExcel';
import { smallLedger } from '../../smallLedger';

const listCells: Cell[][] = [
  ['Customer', 'Customer no.', 'Credit limit', 'Terms'],
  ['Goodwill Holding Ltd', 'K-1', 10_000, 30],
  ['Bad Inc.', 'K-2', 2000, 60],
  ['Bad AG', 'K-3', 70, 60],
  ['宏达机械', 'K-4', 5000, 30],
  ['Quiet AG', 'K-5', 700, 30],
];
const listBlock: SheetBlock = blockOf(listCells, { sheetId: 'list', sheetName: 'Customers' });

/** A workbook of two sheets that notes what was decided. */
function workbook(answers: Partial<ExcelRoom & JoinRoom> = {}) {
  let noted: readonly ChosenMatch[] = [];
  const excel = fakeExcel(blockOf(smallLedger.map(row => row.slice(0, 6))), {
    glimpseOtherSheets: async () => ({
      ok: true,
      value: [{ sheetId: 'list', sheetName: 'Customers', cells: listCells }],
    }),
    readSheet: async () => ({ ok: true, value: { ...listBlock } }),
    readMatches: async () => ({ ok: true, value: noted }),
    ...answers,
  });
  const room: JoinRoom = {
    glimpseOtherSheets: excel.glimpseOtherSheets,
    selectRows: excel.selectRows,
    rememberMatch: async choice => {
      const isNew = noted.length === 0;
      noted = withChoice(noted, choice);
      return { ok: true, value: { isNew } };
    },
    forgetMatch: async customer => {
      noted = withoutChoice(noted, customer);
      return { ok: true, value: { isNew: false } };
    },
    ...answers,
  };
  return { excel, room, noted: () => noted };
}

async function joinedPane(book = workbook()): Promise<{ pane: PaneModel; join: JoinModel }> {
  const pane = paneOn(book.excel);
  await pane.tierActiveSheet();
  await pane.joinList('list');
  return { pane, join: createJoinModel(pane, book.room) };
}

/** Suggestions and searches come a moment later. */
const rested = () => new Promise(resolve => setTimeout(resolve, 220));
const limitsOf = (pane: PaneModel) => {
  const { table } = pane.assessments.result.value!.assessment;
  return new Map(table.customers.map((name, customer) => [name, table.metrics.creditLimit[customer]]));
};
const customerNamed = (join: JoinModel, name: string) => join.match.value!.customers.names.indexOf(name);
const openCustomer = (join: JoinModel, name: string) =>
  join.matching.open({ of: 'ledger', index: customerNamed(join, name) }, []);
const noticeOf = (pane: PaneModel) => pane.notices.notice.value?.say({} as never);
const undo = async (pane: PaneModel) => void (await pane.notices.notice.value?.actions.at(-1)?.run());

afterEach(() => setLanguage('en'));

test('somebody found by nothing is suggested with the reason, taken for the same, and its limit counts at once', async () => {
  const book = workbook();
  const { pane, join } = await joinedPane(book);
  expect(limitsOf(pane).get('Good Ltd')).toBeNaN();
  openCustomer(join, 'Good Ltd');
  await rested();
  const { matching } = join;
  expect(matching.opened.value).toMatchObject({
    name: 'Good Ltd',
    with: [],
    reason: 'none',
    isChosen: false,
  });
  expect(matching.suggestions.value).toMatchObject([{ index: 0, reason: 'partOfName' }]);
  await matching.match(0);
  expect(limitsOf(pane).get('Good Ltd')).toBe(10_000);
  expect(matching.opened.value).toMatchObject({ with: [0], reason: 'chosen', isChosen: true });
  expect(book.noted()).toEqual([{ customer: 'Good Ltd', entry: 'Goodwill Holding Ltd', entryNumber: 'K-1' }]);
  expect(noticeOf(pane)).toBe(
    '“Good Ltd” and “Goodwill Holding Ltd” are the same customer. Noted on the new sheet Tiercel Matches.',
  );
  // Whom it is matched with is not suggested once more.
  await rested();
  expect(matching.suggestions.value).toEqual([]);

  await undo(pane);
  expect(limitsOf(pane).get('Good Ltd')).toBeNaN();
  expect(book.noted()).toEqual([]);
  expect(noticeOf(pane)).toBe(joinTexts.en.choiceUndone);
});

test('what several entries fit is left open until the user says which; undo goes back to what was decided before', async () => {
  const book = workbook();
  const { pane, join } = await joinedPane(book);
  openCustomer(join, 'Bad GmbH');
  expect(join.matching.opened.value?.reason).toBe('several');
  await rested();
  expect(join.matching.suggestions.value?.map(({ index }) => index)).toEqual([1, 2]);
  await join.matching.match(2);
  expect(limitsOf(pane).get('Bad GmbH')).toBe(70);
  await join.matching.match(1);
  expect(limitsOf(pane).get('Bad GmbH')).toBe(2000);
  await undo(pane);
  expect(limitsOf(pane).get('Bad GmbH')).toBe(70);
  expect(book.noted().map(({ entryNumber }) => entryNumber)).toEqual(['K-3']);
});

test('a doubtful pair is told apart, stays listed on both sides, and number and name decide again when asked', async () => {
  const { pane, join } = await joinedPane();
  openCustomer(join, '江苏宏达机械有限公司');
  await join.matching.match(3);
  expect(limitsOf(pane).get('江苏宏达机械有限公司')).toBe(5000);
  await join.matching.keepApart();
  expect(limitsOf(pane).get('江苏宏达机械有限公司')).toBeNaN();
  const { report } = join.match.value!;
  expect(report.unmatchedCustomers.find(({ isChosen }) => isChosen)?.name).toBe('江苏宏达机械有限公司');
  expect(report.unmatchedEntries.map(({ name }) => name)).toContain('宏达机械');
  expect(report.chosen.map(({ name, entry }) => [name, entry])).toEqual([['江苏宏达机械有限公司', -1]]);
  await join.matching.forget();
  expect(join.match.value!.report.chosen).toEqual([]);
  expect(join.matching.opened.value).toMatchObject({ isChosen: false, reason: 'none' });
});

test('an entry of the list is matched from its own side, and whose it is by now is said', async () => {
  const { join } = await joinedPane();
  const { matching } = join;
  matching.open({ of: 'list', index: 4 }, []);
  expect(matching.opened.value).toMatchObject({ name: 'Quiet AG', number: 'K-5', with: [] });
  matching.otherSearch.query.value = ' good ';
  await rested();
  const { found } = matching.otherSearch;
  expect(found.value?.map(index => matching.others.value.names[index])).toEqual(['Good Ltd']);
  await matching.match(found.value![0]);
  expect(matching.opened.value).toMatchObject({ with: [customerNamed(join, 'Good Ltd')], isChosen: true });
  openCustomer(join, 'Bad GmbH');
  expect(matching.other(4).with).toEqual(['Good Ltd']);
  expect(matching.otherSearch.query.value).toBe('');
});

test('anybody of the ledger is found by name, also who is matched surely', async () => {
  const { join } = await joinedPane();
  const { ledger, ledgerSearch } = join.matching;
  ledgerSearch.query.value = '宏达';
  await rested();
  expect(ledgerSearch.found.value?.map(customer => ledger.value.names[customer])).toEqual([
    '江苏宏达机械有限公司',
  ]);
  ledgerSearch.query.value = '';
  expect(ledgerSearch.found.value).toBeNull();
});

test('decisions made before joining show at once how the sheets would fit, and count once they are joined', async () => {
  const book = workbook();
  const pane = paneOn(book.excel);
  await pane.tierActiveSheet();
  const join = createJoinModel(pane, book.room);
  await join.look();
  expect(join.match.value?.report.matchedCount).toBe(0);
  openCustomer(join, 'Good Ltd');
  await join.matching.match(0);
  expect(join.match.value?.report.matchedCount).toBe(1);
  expect(pane.assessments.result.value?.join).toBeNull();
  await join.join();
  expect(limitsOf(pane).get('Good Ltd')).toBe(10_000);
});

test('a colleague finds the sheets joined as it was decided', async () => {
  const book = workbook();
  const { join } = await joinedPane(book);
  openCustomer(join, 'Good Ltd');
  await join.matching.match(0);
  const { pane: colleague } = await joinedPane(book);
  expect(limitsOf(colleague).get('Good Ltd')).toBe(10_000);
});

test('a decision counts also where the workbook cannot note it, and that is said', async () => {
  const { pane, join } = await joinedPane(workbook({ rememberMatch: () => refuse('sheetProtected') }));
  openCustomer(join, 'Good Ltd');
  await join.matching.match(0);
  expect(limitsOf(pane).get('Good Ltd')).toBe(10_000);
  expect(pane.notices.notice.value?.intent).toBe('warning');
});

test('a decision for an entry that is gone is said where the customer is looked at', async () => {
  const gone = [{ customer: 'good ltd', entry: 'Vanished Inc', entryNumber: 'K-99' }];
  const { join } = await joinedPane(workbook({ readMatches: async () => ({ ok: true, value: gone }) }));
  expect(join.match.value?.report.lostChoices.map(({ name }) => name)).toEqual(['Good Ltd']);
  openCustomer(join, 'Good Ltd');
  expect(join.matching.opened.value).toMatchObject({ isLost: true, isChosen: false });
});

test('going on leads through those it was opened from, and closing leaves', async () => {
  const { join } = await joinedPane();
  const { matching } = join;
  const sides = join.match.value!.report.unmatchedCustomers.map(({ customer }) => ({
    of: 'ledger' as const,
    index: customer,
  }));
  matching.open(sides[0], sides);
  matching.goOn();
  expect(matching.opened.value?.index).toBe(sides[1].index);
  matching.goOn();
  expect(matching.next.value).toBeNull();
  matching.close();
  expect(matching.opened.value).toBeNull();
});

test('another list has others at the same places: what was open of the one before is closed', async () => {
  const other: Cell[][] = [listCells[0], ['Somebody', 'X', 1, 30]];
  let block = listBlock;
  const { pane, join } = await joinedPane(workbook({ readSheet: async () => ({ ok: true, value: block }) }));
  join.matching.open({ of: 'list', index: 0 }, []);
  block = blockOf(other, { sheetId: 'list', sheetName: 'Customers' });
  expect(await pane.followList()).toBe(true);
  expect(join.matching.opened.value).toBeNull();
});
