import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { setLanguage } from '../../../src/i18n/language';
import { reviewColumns, reviewRows } from '../../../src/risk/history/reviewLog';
import { snapshotColumns, snapshotRowsInSlices } from '../../../src/risk/history/snapshotTable';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { ownHeaders } from '../../../src/risk/ownTable';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { policyCode } from '../../../src/risk/policy/policyCode';
import { finishSlices } from '../../../src/risk/slices';
import type { HistoryRoom } from '../../../src/taskpane/model/history/historyRoom';
import { PaneContext } from '../../../src/taskpane/paneContext';
import { Breaches } from '../../../src/taskpane/views/breaches/Breaches';
import { Customer } from '../../../src/taskpane/views/customer/Customer';
import { History } from '../../../src/taskpane/views/history/History';
import { snapshotOfRows } from '../../risk/history/snapshotOfRows';
import { blockOf } from '../../sheetBlock';
import { fakeExcel, paneOn, refuse, succeed } from '../fakeExcel';
import { endOfJune } from '../smallLedger';

let room: HistoryRoom;
jest.mock('../../../src/excel/sheets/records', () => ({
  findRecordSheets: () => room.findRecordSheets(),
  readRecords: (...asked: Parameters<HistoryRoom['readRecords']>) => room.readRecords(...asked),
  addRecords: (...asked: Parameters<HistoryRoom['addRecords']>) => room.addRecords(...asked),
  takeBackRecords: (...asked: Parameters<HistoryRoom['takeBackRecords']>) => room.takeBackRecords(...asked),
  removeRecords: (...asked: Parameters<HistoryRoom['removeRecords']>) => room.removeRecords(...asked),
}));
jest.mock('../../../src/excel/reading/watch', () => ({ onSheetChanged: async () => () => {} }));

beforeAll(() => {
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  window.localStorage.clear();
  act(() => setLanguage('en'));
});

/** A workbook with such snapshots and reviews, to which rows can be added and taken from again. */
function workbook(snapshots: readonly Cell[][] = []) {
  const sheets: Record<'Snapshots' | 'Reviews', Cell[][]> = {
    Snapshots: snapshots.length === 0 ? [] : [ownHeaders(snapshotColumns(5), 'en'), ...snapshots],
    Reviews: [],
  };
  room = {
    findRecordSheets: () =>
      succeed(
        new Map(
          (['Snapshots', 'Reviews'] as const)
            .filter(key => sheets[key].length > 0)
            .map(key => [key, { id: `sheet-${key}`, name: `Our ${key}` }]),
        ),
      ),
    readRecords: id =>
      succeed(blockOf(sheets[id === 'sheet-Reviews' ? 'Reviews' : 'Snapshots'], { sheetId: id })),
    addRecords: ({ key, columns, title }, rows) => {
      if (sheets[key].length === 0) sheets[key].push(ownHeaders(columns, 'en'));
      sheets[key].push(...rows.map(row => [...row]));
      return succeed({
        key,
        sheetId: `sheet-${key}`,
        sheetName: title,
        isNewSheet: false,
        rowCount: rows.length,
        check: '',
      });
    },
    takeBackRecords: ({ key, rowCount }) => {
      sheets[key].splice(-rowCount);
      return succeed(true);
    },
    removeRecords: (_, rows) => {
      for (const row of [...rows].reverse()) sheets.Snapshots.splice(row, 1);
      return succeed(undefined);
    },
    showOwnSheet: () => succeed(undefined),
    onSheetChanged: async () => () => {},
  };
  return sheets;
}

const may = snapshotOfRows(endOfJune - 30, [
  { name: 'Good Ltd', exposure: 3000, overdue: 0, score: 99, tier: 'A', buckets: [3000, 0, 0, 0, 0] },
  { name: 'Bad GmbH', exposure: 5000, overdue: 5000, score: 95, tier: 'A', buckets: [0, 0, 0, 0, 5000] },
  { name: 'Gone AG', exposure: 10, score: 80, tier: 'B', buckets: [10, 0, 0, 0, 0] },
]);

async function show() {
  const pane = paneOn(fakeExcel());
  await pane.tierActiveSheet();
  const { container } = render(
    <PaneContext.Provider value={pane}>
      <History />
    </PaneContext.Provider>,
  );
  await waitFor(() => expect(screen.queryByText('Reading the snapshots')).toBeNull());
  await waitFor(() => expect(pane.work.isWorking.value).toBe(false));
  return { pane, container };
}

const said = (pane: Awaited<ReturnType<typeof show>>['pane']) => pane.notices.notice.value?.say({} as never);

async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('without a snapshot it says what one is for and how many rows it takes; taking one can be undone', async () => {
  const sheets = workbook();
  const { pane, container } = await show();
  expect(screen.getByText(/No snapshot yet/)).toBeTruthy();
  expect(screen.getByText('Adds 3 rows to the sheet Tiercel Snapshots, one per customer.')).toBeTruthy();
  await expectAccessible(container);
  fireEvent.click(screen.getByRole('button', { name: 'Take a snapshot' }));
  await waitFor(() => expect(said(pane)).toBe('Snapshot of 30 Jun 2024 added to Tiercel Snapshots: 3 rows.'));
  expect(sheets.Snapshots).toHaveLength(4);
  await act(async () => void (await pane.notices.notice.value!.actions[0].run()));
  expect(sheets.Snapshots).toHaveLength(1);
});

test('the sheets are called by the names that users gave them', async () => {
  workbook(finishSlices(snapshotRowsInSlices(may)));
  await show();
  expect(await screen.findByText('Adds 3 rows to the sheet Our Snapshots, one per customer.')).toBeTruthy();
});

test('rows that a later snapshot of their day leaves out are told', async () => {
  const rows = finishSlices(snapshotRowsInSlices(may));
  workbook(rows.map((row, at) => (at === 1 ? [Number(row[0]) + 1, ...row.slice(1)] : row)));
  await show();
  expect(
    await screen.findByText(/^2 rows of the sheet left out: another snapshot of the same day/),
  ).toBeTruthy();
});

test('a snapshot of today is taken anew instead of twice', async () => {
  const sheets = workbook();
  const { pane } = await show();
  fireEvent.click(screen.getByRole('button', { name: 'Take a snapshot' }));
  await waitFor(() => expect(said(pane)).toMatch(/added/));
  await screen.findByText(/Replaces the snapshot of/);
  fireEvent.click(screen.getByRole('button', { name: 'Take a snapshot' }));
  await waitFor(() => expect(said(pane)).toMatch(/replaced/));
  expect(sheets.Snapshots).toHaveLength(4);
});

test('what moved since: tiers, falls, who came and who left; a fall is a breach', async () => {
  workbook(finishSlices(snapshotRowsInSlices(may)));
  const { pane, container } = await show();
  const matrix = within(await screen.findByRole('region', { name: 'Tier moves' })).getByRole('table');
  expect(matrix.textContent).toContain('new');
  expect(screen.getByText('1 new, 1 lost')).toBeTruthy();
  const fall = pane.assessments.result.value!.assessment.breaches.find(
    ({ rule, customer }) => rule === 'scoreFall' && customer === 1,
  );
  expect(fall?.value).toBeGreaterThan(20);
  expect(screen.getByRole('button', { name: /Bad GmbH.*95 →/ })).toBeTruthy();
  expect(screen.getByText(/1 step from 31 May 2024 to 30 Jun 2024/)).toBeTruthy();
  await expectAccessible(container);
});

const own = policyCode(defaultPolicy);
const [scoring, tiering] = own.split(' ');

test.each([
  [own, null],
  [`S00000 ${tiering}`, /^The policy has changed since that snapshot/],
  [`${scoring} T00000`, /^The policy’s tiers have changed since that snapshot/],
])('what is the policy’s own part in what moved is told: a snapshot by %s', async (policy, told) => {
  workbook(finishSlices(snapshotRowsInSlices({ ...may, policy })));
  const { pane, container } = await show();
  await screen.findByRole('region', { name: 'Tier moves' });
  for (const text of [
    /^The policy has changed since that snapshot/,
    /^The policy’s tiers have changed since that snapshot/,
  ])
    expect(screen.queryAllByText(text)).toHaveLength(String(text) === String(told) ? 1 : 0);
  await expectAccessible(container);
  const { assessment } = pane.assessments.result.value!;
  const isUnchecked = assessment.unchecked.some(({ rule }) => rule === 'scoreFall');
  expect(isUnchecked).toBe(policy.startsWith('S00000'));
  cleanup();
  const breaches = render(
    <PaneContext.Provider value={pane}>
      <Breaches tiering={pane.assessments.result.value!} />
    </PaneContext.Provider>,
  );
  const whyNot = breaches.queryByText(
    'the policy has changed since the snapshot of 31 May 2024: take a new one',
  );
  expect(whyNot !== null).toBe(isUnchecked);
});

test('moves from tiers that the policy has no more are said to be neither worse nor better', async () => {
  const byNumbers = snapshotOfRows(endOfJune - 30, [{ name: 'Bad GmbH', score: 95, tier: '1' }]);
  workbook(finishSlices(snapshotRowsInSlices(byNumbers)));
  await show();
  expect(await screen.findByText('0 worse, 0 better')).toBeTruthy();
  expect(screen.getByText(/^The policy no longer has tier 1: moves from or to it/)).toBeTruthy();
});

test('what was worked out stays, marked as being updated, until the new figures are there; its customers are still themselves', async () => {
  workbook(finishSlices(snapshotRowsInSlices(may)));
  const { pane } = await show();
  const trend = await screen.findByRole('region', { name: 'Tier moves' });
  await screen.findByRole('button', { name: 'Reviewed today: Bad GmbH' });
  const busy = (element: Element) => element.closest('[aria-busy]')!.getAttribute('aria-busy');
  await waitFor(() =>
    expect([busy(trend), busy(screen.getByText('Review calendar'))]).toEqual(['false', 'false']),
  );
  const { assessment, ...rest } = pane.assessments.result.value!;
  // Another answer in which customers are numbered otherwise.
  const customers = [...assessment.table.customers].reverse();
  act(() => {
    pane.assessments.result.value = {
      ...rest,
      assessment: { ...assessment, table: { ...assessment.table, customers } },
    };
  });
  const kept = screen.getByRole('region', { name: 'Tier moves' });
  expect([busy(kept), busy(screen.getByText('Review calendar'))]).toEqual(['true', 'true']);
  expect(kept.textContent).toBe(trend.textContent);
  fireEvent.click(screen.getByRole('button', { name: /Bad GmbH.*95 →/ }));
  const place = { kind: 'customer', customer: customers.indexOf('Bad GmbH') };
  expect(pane.layers.stack.value.at(-1)).toEqual(place);
  await waitFor(() => expect(busy(screen.getByRole('region', { name: 'Tier moves' }))).toBe('false'));
  await waitFor(() => expect(busy(screen.getByText('Review calendar'))).toBe('false'));
});

test('a review is noted, leaves the calendar, and comes back when it is undone', async () => {
  const sheets = workbook();
  const { pane } = await show();
  const names = () => screen.queryAllByRole('button', { name: /^Reviewed today: / }).length;
  await waitFor(() => expect(names()).toBe(3));
  fireEvent.click(screen.getByRole('button', { name: 'Reviewed today: Bad GmbH' }));
  await waitFor(() => expect(said(pane)).toBe('Review of Bad GmbH noted on Tiercel Reviews.'));
  await waitFor(() => expect(names()).toBe(2));
  expect(sheets.Reviews[1].slice(1, 3)).toEqual(['Bad GmbH', '']);
  await act(async () => void (await pane.notices.notice.value!.actions[0].run()));
  await waitFor(() => expect(names()).toBe(3));
});

test('a review before the as-of day counts against the policy', async () => {
  const sheets = workbook();
  const old = { day: endOfJune - 400, customer: 'Good Ltd', number: '', tier: 'A', score: 90 };
  sheets.Reviews.push(ownHeaders(reviewColumns, 'en'), ...reviewRows([old]));
  const { pane } = await show();
  const { metrics } = pane.assessments.result.value!.assessment.table;
  expect(metrics.daysSinceReview[0]).toBe(400);
});

test('what Excel refuses is said and can be tried again', async () => {
  workbook();
  room = { ...room, addRecords: () => refuse('sheetProtected') };
  const { pane } = await show();
  fireEvent.click(screen.getByRole('button', { name: 'Take a snapshot' }));
  await waitFor(() => expect(pane.notices.refusal.value?.problem.key).toBe('sheetProtected'));
});

test('a customer is shown through the snapshots, as lines and as a table', async () => {
  workbook(finishSlices(snapshotRowsInSlices(may)));
  const { pane } = await show();
  cleanup();
  const tiering = pane.assessments.result.value!;
  const { container } = render(
    <PaneContext.Provider value={pane}>
      <Customer tiering={tiering} customer={1} />
    </PaneContext.Provider>,
  );
  const rows = within(await screen.findByRole('region', { name: 'History' })).getAllByRole('row');
  expect(rows[2].textContent).toBe('31 May 20245,000.005,000.0095A');
  await expectAccessible(container);
});

test('it is Chinese throughout in a Chinese pane', async () => {
  workbook(finishSlices(snapshotRowsInSlices(may)));
  const { container } = await show();
  act(() => setLanguage('zh'));
  expect(screen.getByRole('heading', { name: '监控与历史' })).toBeTruthy();
  expect(await screen.findByText('等级迁移')).toBeTruthy();
  await expectAccessible(container);
});
