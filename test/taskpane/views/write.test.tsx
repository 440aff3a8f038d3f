import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import type { LiveCheck, StandingColumns } from '../../../src/excel/columns/checkLiveColumns';
import type { LiveResult } from '../../../src/excel/columns/writeLiveColumns';
import { setLanguage } from '../../../src/i18n/language';
import { PaneContext } from '../../../src/taskpane/paneContext';
import { Write } from '../../../src/taskpane/views/write/Write';
import { fakeExcel, noTyping, paneOn, succeed } from '../fakeExcel';

let standing: StandingColumns = { kind: 'none' };
let result: LiveResult;
jest.mock('../../../src/excel/columns/checkLiveColumns', () => ({
  findStandingColumns: () => succeed(standing),
}));
jest.mock('../../../src/excel/columns/writeLiveColumns', () => ({ writeLiveColumns: () => succeed(result) }));

beforeAll(() => {
  // axe measures icon fonts on a canvas, which jsdom does not have.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  act(() => setLanguage('en'));
  standing = { kind: 'none' };
});

const liveSheet = { key: 'Live_1', name: 'Tiercel Live' };
const columns = { address: 'H1:J8', typedOver: noTyping, rowsBelow: 0 };
const live = (check: LiveCheck): StandingColumns => ({
  kind: 'live',
  ...columns,
  liveSheet,
  uncountedRows: 0,
  check,
});
const written = (check: LiveCheck): LiveResult => ({
  kind: 'written',
  address: 'H1:J8',
  liveSheet,
  isNew: true,
  typedOver: noTyping,
  check,
});

async function show(locale = 'en-US') {
  const pane = paneOn(fakeExcel(), locale);
  await pane.tierActiveSheet();
  const { container } = render(
    <PaneContext.Provider value={pane}>
      <Write />
    </PaneContext.Provider>,
  );
  return { pane, container };
}

async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
}

const radio = (name: string) => screen.getByRole('radio', { name });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('names the day of what stands there, warns where the pane is of another one, and takes it again', async () => {
  const day = 45_657;
  standing = { kind: 'values', ...columns, asOf: day };
  const { pane, container } = await show();
  await screen.findByText('Now: values in H1:J8, as of 31 Dec 2024.');
  expect(
    screen.getByText(/What is written is as of 31 Dec 2024, the pane is as of .*Writing again replaces/),
  ).toBeTruthy();
  await expectAccessible(container);
  press('Tier as of 31 Dec 2024');
  await waitFor(() => expect(pane.assessments.result.value?.asOf).toEqual({ serial: day, reason: 'chosen' }));
  expect(screen.queryByText(/Writing again replaces/)).toBeNull();
});

test('says of values of before days were remembered only where they stand', async () => {
  standing = { kind: 'values', ...columns, asOf: null };
  await show('zh-CN');
  await screen.findByText('当前：H1:J8 为数值。');
  expect(screen.queryByText(/再次写入将替换/)).toBeNull();
});

test('says what is touched before a press, and what either choice means', async () => {
  const { container } = await show();
  await screen.findByText('Nothing is written beside the data yet.');
  expect(
    screen.getByText(/Writes Score, Tier and Breaches into free columns beside the data on/),
  ).toBeTruthy();
  expect((radio('Values') as HTMLInputElement).checked).toBe(true);
  expect(screen.getByText(/A colleague without Tiercel sees the same/)).toBeTruthy();
  expect(screen.queryByText(/Also adds the sheet Tiercel Live/)).toBeNull();
  fireEvent.click(radio('Live formulas'));
  expect(screen.getByText(/Also adds the sheet Tiercel Live/)).toBeTruthy();
  expect(
    screen.getByText(/is no table: what you add below it, up to 1,000 rows, counts at once/),
  ).toBeTruthy();
  await expectAccessible(container);
});

test('what was written was compared, and every cell that differs is named with what both say', async () => {
  const { container, pane } = await show();
  await screen.findByText('Nothing is written beside the data yet.');
  fireEvent.click(radio('Live formulas'));
  result = written({ kind: 'equal', rowCount: 7 });
  press('Write');
  await screen.findByText('Checked: 7 rows show what the pane says.');
  expect(pane.notices.notice.value?.intent).toBe('success');
  result = written({
    kind: 'different',
    count: 2,
    first: [
      { address: 'I3', shows: 'B', pane: 'C' },
      { address: 'J3', shows: '', pane: 'Over limit' },
    ],
  });
  press('Write');
  await screen.findByText('I3: B, in the pane C');
  expect(screen.getByText('J3: (empty), in the pane Over limit')).toBeTruthy();
  expect(screen.getByText(/2 cells show something else than the pane/)).toBeTruthy();
  await expectAccessible(container);
  press('Write values instead');
  await screen.findByText(/Nothing is written beside/);
  expect((radio('Values') as HTMLInputElement).checked).toBe(true);
});

test.each([
  ['#NAME?', /does not know the functions of Tiercel yet/, 'Write values instead'],
  ['#SPILL!', /Something was written on the sheet Tiercel Live/, 'Write values instead'],
  ['#BUSY!', /still calculating/, 'Look again'],
  ['#VALUE!', /Click cell A5/, 'Write values instead'],
])('formulas that show %s are told with what to do', async (shows, why, action) => {
  standing = live({ kind: 'failed', shows });
  await show();
  await screen.findByText(why);
  expect(screen.getByText(new RegExp(`The formulas show ${shows.replace('?', '\\?')}`))).toBeTruthy();
  expect(screen.getByRole('button', { name: action })).toBeTruthy();
  expect((radio('Live formulas') as HTMLInputElement).checked).toBe(true);
});

test.each([
  [{ kind: 'excelTooOld' } as const, /has no formulas that fill several cells/],
  [
    { kind: 'columnBeyond', header: 'Currency', sheet: 'Invoices' } as const,
    /The column Currency on Invoices/,
  ],
  [{ kind: 'tooLarge', sheet: 'Invoices', cells: 900_000, most: 300_000 } as const, /900,000 cells to read/],
])('why a sheet cannot be written as formulas is said, with values instead: %j', async (obstacle, why) => {
  const { container } = await show();
  await screen.findByText('Nothing is written beside the data yet.');
  fireEvent.click(radio('Live formulas'));
  result = { kind: 'impossible', obstacle };
  press('Write');
  await screen.findByText(why);
  expect(screen.getByText(/Nothing was changed/)).toBeTruthy();
  await expectAccessible(container);
});

test('is Chinese in Chinese', async () => {
  standing = live({ kind: 'equal', rowCount: 7 });
  await show('zh-CN');
  await screen.findByText('已核对：7 行与窗格一致。');
  expect(radio('实时公式')).toBeTruthy();
  expect(screen.getByRole('button', { name: '写入' })).toBeTruthy();
});

test('names what was typed over, and rows that came since with the button that writes again', async () => {
  const typedOver = {
    ...noTyping,
    cells: [
      { row: 4, column: 8 },
      { row: 5, column: 8 },
    ],
  };
  standing = {
    ...live({ kind: 'equal', rowCount: 7 }),
    typedOver,
    rowsBelow: 2,
    uncountedRows: 1,
  } as StandingColumns;
  const { container } = await show();
  expect(await screen.findByText(/2 cells you typed over stay as they are/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Show them' })).toBeTruthy();
  expect(screen.getByText(/1 row was added below what the formulas read/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Write again' })).toBeTruthy();
  await expectAccessible(container);
  act(() => setLanguage('zh'));
  expect(screen.getByText(/您改写的 2 个单元格保持不变/)).toBeTruthy();
});
