/** Watch: edits of the tiered sheet are counted as they come, and come to what reading the whole sheet comes to. */

import type { SheetBlock } from '../../../../src/excel/contract';
import { textsIn } from '../../../../src/i18n/catalogue';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { createHistoryModel } from '../../../../src/taskpane/model/history/historyModel';
import { joinList } from '../../../../src/taskpane/model/join/joinedLedger';
import { createWatchModel } from '../../../../src/taskpane/model/watch/watchModel';
import { blockOf } from '../../../sheetBlock';
import { fakeExcel, paneOn, succeed } from '../../fakeExcel';
import { smallLedger } from '../../smallLedger';
import { noRecords } from '../history/noRecords';

/** A tiered pane on a sheet whose cells can be edited, with Watch as the keeper says. */
async function watching(kept: Record<string, string> = { 'tiercel.watch': 'on' }) {
  const cells: Cell[][] = smallLedger.map(row => [...row]);
  const read: string[] = [];
  const snapshot = (): SheetBlock => blockOf(cells.map(row => [...row]));
  const excel = fakeExcel(undefined, {
    readActiveSheet: () => succeed(snapshot()),
    readSheet: () => {
      read.push('sheet');
      return succeed(snapshot());
    },
  });
  const pane = paneOn(excel);
  const keeper = {
    get: (key: string) => kept[key] ?? null,
    set: (key: string, value: string) => {
      kept[key] = value;
    },
  };
  const history = createHistoryModel(pane, noRecords, keeper);
  const room = {
    readChangedRows: (_: SheetBlock, spans: readonly { first: number; last: number }[]) => {
      read.push(...spans.map(({ first, last }) => `${first}–${last}`));
      return succeed(
        spans.map(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, row) => [
            ...(cells[first + row] ?? Array(7).fill('')),
          ]),
        ),
      );
    },
  };
  const watch = createWatchModel(pane, room, keeper, history);
  await pane.sheet.follow();
  await pane.tierActiveSheet();
  const edit = (row: number, change: Cell[], isMoved = false) => {
    cells[row] = change;
    excel.edit('sheet-1', `A${row + 1}:G${row + 1}`, isMoved);
  };
  const exposures = () => {
    const { table } = pane.assessments.result.value!.assessment;
    return Object.fromEntries(table.customers.map((name, at) => [name, table.metrics.exposure[at]]));
  };
  const notice = () => pane.notices.notice.value?.say(textsIn('en'));
  return { pane, excel, watch, read, cells, edit, exposures, notice, kept };
}

test('only the edited rows are read, and the whole answer follows', async () => {
  const { pane, watch, read, edit, exposures } = await watching();
  edit(2, ['Good Ltd', 'INV-2', 45444, 45474, 1500, '', 10000]);
  edit(5, ['New Co', 'INV-9', 45444, 45474, 70, '', 100]);
  await watch.settled();
  expect(read).toEqual(['2–2', '5–5']);
  expect(exposures()).toEqual({
    'Good Ltd': 1500,
    'Bad GmbH': 5000,
    江苏宏达机械有限公司: 3000,
    'New Co': 70,
  });
  expect(pane.sheet.isChanged.value).toBe(false);
  expect(watch.followed.value?.rows).toBe(2);
  const followed = pane.assessments.result.value!.assessment;
  await pane.tierActiveSheet();
  const anew = pane.assessments.result.value!.assessment;
  expect(followed.totalAtRisk).toBe(anew.totalAtRisk);
  expect([...followed.scores.score]).toEqual([...anew.scores.score]);
  expect(followed.breaches).toEqual(anew.breaches);
});

test('new breaches are told once, and kept until they are seen or gone', async () => {
  const { pane, watch, edit, notice } = await watching();
  expect(watch.news.value).toEqual([]);
  edit(2, ['Good Ltd', 'INV-2', 45444, 45454, 60000, '', 10000]);
  await watch.settled();
  const count = watch.news.value.length;
  expect(count).toBeGreaterThan(0);
  expect(notice()).toMatch(new RegExp(`^${count} new breach`));
  expect(notice()).toContain('Good Ltd');
  pane.notices.dismiss();
  edit(2, ['Good Ltd', 'INV-2', 45444, 45454, 60001, '', 10000]);
  await watch.settled();
  expect(pane.notices.notice.value).toBeNull();
  edit(2, ['Good Ltd', 'INV-2', 45444, 45474, 1000, '', 10000]);
  await watch.settled();
  // What the others owe is a larger share again, which is new again; the customer's own are gone.
  expect(watch.news.value.filter(({ customer }) => customer === 0)).toEqual([]);
});

test('new breaches are no longer told once the edit that brought them is taken back', async () => {
  const { pane, watch, edit, notice } = await watching();
  const limitOf = (limit: number) => edit(2, ['Good Ltd', 'INV-2', 45444, 45474, 1000, '', limit]);
  limitOf(500);
  await watch.settled();
  expect(notice()).toContain('Good Ltd');
  limitOf(10_000);
  await watch.settled();
  expect(watch.news.value).toEqual([]);
  expect(pane.notices.notice.value).toBeNull();
  limitOf(500);
  await watch.settled();
  expect(notice()).toContain('Good Ltd');
  pane.notices.tell('info', () => 'Something else.');
  limitOf(10_000);
  await watch.settled();
  expect(notice()).toBe('Something else.');
});

test('moved rows, and what rows alone do not tell, are read as a whole sheet; what is open stays open', async () => {
  const { pane, watch, read, edit, exposures } = await watching();
  pane.layers.open({ kind: 'breaches' });
  edit(2, ['Good Ltd', 'INV-2', 45444, 45474, 1200, '', 10000], true);
  await watch.settled();
  expect(read).toEqual(['sheet']);
  expect(exposures()['Good Ltd']).toBe(1200);
  expect(pane.layers.stack.value).toEqual([{ kind: 'breaches' }]);
  edit(2, ['Good Ltd', 'INV-2', 45444, '5/3/2024', 1300, '', 10000]);
  await watch.settled();
  expect(read).toEqual(['sheet', '2–2', 'sheet']);
  expect(exposures()['Good Ltd']).toBe(1300);
  expect(watch.followed.value?.rows).toBeNull();
});

test('an invoice that is typed in a second time is looked for on the whole sheet, and found', async () => {
  const { pane, watch, read, edit } = await watching();
  const found = () => pane.assessments.result.value!.findings.map(({ kind, row }) => `${row} ${kind}`);
  edit(5, ['Bad GmbH', 'INV-9', 45292, 45322, 5000, '', 2000]);
  await watch.settled();
  expect(read).toEqual(['5–5']);
  expect(found()).toEqual([]);
  edit(5, ['Bad GmbH', 'inv-3', 45292, 45322, 5000, '', 2000]);
  await watch.settled();
  expect(read).toEqual(['5–5', '5–5', 'sheet']);
  expect(found()).toEqual(['5 duplicateDocument']);
});

test('edits that come while others are counted are not lost', async () => {
  const { watch, edit, exposures } = await watching();
  edit(2, ['Good Ltd', 'INV-2', 45444, 45474, 1100, '', 10000]);
  await new Promise(resolve => setTimeout(resolve, 301));
  edit(3, ['Bad GmbH', 'INV-3', 45292, 45322, 5100, '', 2000]);
  await watch.settled();
  expect(exposures()).toMatchObject({ 'Good Ltd': 1100, 'Bad GmbH': 5100 });
});

describe('the joined customer list', () => {
  async function joinedAndWatching(kept?: Record<string, string>) {
    const list: Cell[][] = [
      ['Customer', 'Credit limit', 'Terms', 'Excluded'],
      ['Good Ltd', 10_000, 30, ''],
      ['Bad GmbH', 20_000, 60, ''],
      ['江苏宏达机械有限公司', 10_000, 30, ''],
    ];
    const begun = await watching(kept);
    const { excel, pane } = begun;
    let isGone = false;
    const readLedger = excel.readSheet;
    excel.readSheet = async (name, ...rest) => {
      if (name !== 'list') return readLedger(name, ...rest);
      return isGone
        ? { ok: false, problem: { key: 'sheetGone', detail: {} } }
        : {
            ok: true,
            value: blockOf(
              list.map(row => [...row]),
              { sheetId: 'list', sheetName: 'Customers' },
            ),
          };
    };
    await pane.joinList('list');
    // Noting the join is an own write, of which Excel tells late.
    await new Promise(resolve => setTimeout(resolve, 1_100));
    pane.notices.dismiss();
    const editList = (row: number, column: number, cell: Cell) => {
      list[row][column] = cell;
      excel.edit('list', `${'ABCD'[column]}${row + 1}`);
    };
    const rulesOf = (name: string) => {
      const { breaches, table } = pane.assessments.result.value!.assessment;
      return breaches.filter(({ customer }) => table.customers[customer] === name).map(({ rule }) => rule);
    };
    const leave = () => {
      isGone = true;
    };
    return { ...begun, list, editList, rulesOf, leave };
  }

  test('is followed too: a limit that is lowered there is a new breach, told once', async () => {
    const { pane, watch, editList, rulesOf, notice } = await joinedAndWatching();
    expect(rulesOf('Bad GmbH')).not.toContain('overLimit');
    pane.layers.open({ kind: 'breaches' });
    editList(2, 1, 2000);
    editList(3, 2, 60);
    await watch.settled();
    expect(rulesOf('Bad GmbH')).toContain('overLimit');
    expect(notice()).toContain('Bad GmbH');
    expect(watch.followed.value).toMatchObject({ of: 'list', rows: null });
    expect(pane.sheet.isListChanged.value).toBe(false);
    expect(pane.layers.stack.value).toEqual([{ kind: 'breaches' }]);
    pane.notices.dismiss();
    editList(2, 1, 1999);
    await watch.settled();
    expect(pane.notices.notice.value).toBeNull();
    expect([...pane.assessments.result.value!.assessment.table.metrics.creditLimit]).toContain(1999);
  });

  test('is measured once, however often the ledger is edited, and what is joined is as if it were measured anew', async () => {
    const { pane, watch, edit, editList, exposures } = await joinedAndWatching();
    const figures = () => pane.assessments.result.value!.join!.figures;
    const first = figures();
    edit(2, ['Good Ltd', 'INV-2', 45444, 45474, 12_000, '', 10_000]);
    await watch.settled();
    expect(watch.followed.value).toMatchObject({ of: 'ledger', rows: 1 });
    edit(3, ['Bad GmbH', 'INV-3', 45292, 45322, 5100, '', 2000]);
    await watch.settled();
    expect(exposures()).toMatchObject({ 'Good Ltd': 12_000, 'Bad GmbH': 5100 });
    expect(figures()).toBe(first);
    const { metrics } = pane.assessments.result.value!.assessment.table;
    const { join, assessment } = pane.assessments.result.value!;
    const anew = joinList({ ...join!, figures: undefined }, join!.whole, assessment.policy);
    expect(anew.join.figures).not.toBe(first);
    expect(anew.join.figures).toEqual(first);
    expect(metrics.utilization).toEqual(anew.table.metrics.utilization);
    expect(metrics.creditLimit).toEqual(anew.table.metrics.creditLimit);
    editList(2, 1, 1999);
    await watch.settled();
    expect(figures()).not.toBe(first);
  });

  test('is measured anew for another day', async () => {
    const { pane } = await joinedAndWatching();
    const { join, assessment } = pane.assessments.result.value!;
    const { table } = join!.whole;
    const whole = { ...join!.whole, table: { ...table, asOf: table.asOf + 1 } };
    expect(joinList(join!, whole, assessment.policy).join.figures.asOf).toBe(table.asOf + 1);
  });

  test('may leave customers out and take them in again', async () => {
    const { watch, editList, exposures } = await joinedAndWatching();
    editList(2, 3, 'yes');
    await watch.settled();
    expect(Object.keys(exposures())).toEqual(['Good Ltd', '江苏宏达机械有限公司']);
    editList(2, 3, '');
    await watch.settled();
    expect(exposures()['Bad GmbH']).toBe(5000);
  });

  test('is edited together with the ledger: both count', async () => {
    const { watch, edit, editList, exposures, rulesOf } = await joinedAndWatching();
    edit(2, ['Good Ltd', 'INV-2', 45444, 45474, 12_000, '', '']);
    editList(2, 1, 100);
    await watch.settled();
    expect(exposures()['Good Ltd']).toBe(12_000);
    expect(rulesOf('Good Ltd')).toContain('overLimit');
    expect(rulesOf('Bad GmbH')).toContain('overLimit');
  });

  test('that is gone leaves the answer, and says that it is of before', async () => {
    const { pane, watch, editList, leave } = await joinedAndWatching();
    leave();
    editList(2, 1, 2000);
    await watch.settled();
    expect(pane.assessments.result.value?.join).not.toBeNull();
    expect(pane.sheet.isListChanged.value).toBe(true);
  });

  test('is not followed while Watch is off, and caught up with when it is switched on', async () => {
    const { pane, watch, editList, rulesOf } = await joinedAndWatching({});
    editList(2, 1, 2000);
    await watch.settled();
    expect(pane.sheet.isListChanged.value).toBe(true);
    expect(rulesOf('Bad GmbH')).not.toContain('overLimit');
    watch.turn(true);
    await watch.settled();
    expect(rulesOf('Bad GmbH')).toContain('overLimit');
  });
});

test('switched off it leaves the note about the edit; switched on it catches up, and the browser remembers it', async () => {
  const { pane, watch, edit, exposures, kept } = await watching({});
  edit(2, ['Good Ltd', 'INV-2', 45444, 45474, 1400, '', 10000]);
  await watch.settled();
  expect(pane.sheet.isChanged.value).toBe(true);
  expect(exposures()['Good Ltd']).toBe(1000);
  watch.turn(true);
  await watch.settled();
  expect(exposures()['Good Ltd']).toBe(1400);
  expect(pane.sheet.isChanged.value).toBe(false);
  expect(kept['tiercel.watch']).toBe('on');
});
