import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import type { ComponentType } from 'preact';
import { setLanguage } from '../../../src/i18n/language';
import type { PaneModel } from '../../../src/taskpane/model/paneModel';
import { PaneContext } from '../../../src/taskpane/paneContext';
import { Collect } from '../../../src/taskpane/views/collect/Collect';
import { DueToday } from '../../../src/taskpane/views/collect/DueToday';
import { blockOf } from '../../sheetBlock';
import { fakeExcel, paneOn } from '../fakeExcel';
import { collectRoom, type FakeCollectRoom } from '../model/collect/collectRoom';
import { endOfJune, smallLedger } from '../smallLedger';

let room: FakeCollectRoom;
jest.mock('../../../src/excel/sheets/collection', () => ({
  collectionKey: 'Collection',
  readCollectionLog: () => room.readCollectionLog(),
  addToCollectionLog: (...asked: Parameters<FakeCollectRoom['addToCollectionLog']>) =>
    room.addToCollectionLog(...asked),
}));
jest.mock('../../../src/excel/sheets/records', () => ({
  takeBackRecords: (...asked: Parameters<FakeCollectRoom['takeBackRecords']>) =>
    room.takeBackRecords(...asked),
}));
jest.mock('../../../src/excel/sheets/letters', () => ({
  readLetterSheet: () => room.readLetterSheet(),
  openLetterSheet: (...asked: Parameters<FakeCollectRoom['openLetterSheet']>) =>
    room.openLetterSheet(...asked),
  printLetters: (...asked: Parameters<FakeCollectRoom['printLetters']>) => room.printLetters(...asked),
  removePrintedLetters: (backTo: string) => room.removePrintedLetters(backTo),
}));

beforeAll(() => {
  // axe measures icon fonts on a canvas, which jsdom does not have.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});
beforeEach(() => {
  room = collectRoom();
});
afterEach(() => {
  cleanup();
  act(() => setLanguage('en'));
});

async function show(View: ComponentType = Collect, pane?: PaneModel) {
  const shown = pane ?? paneOn(fakeExcel(blockOf(smallLedger)));
  if (pane === undefined) await shown.tierActiveSheet();
  return {
    pane: shown,
    ...render(
      <PaneContext.Provider value={shown}>
        <View />
      </PaneContext.Provider>,
    ),
  };
}
/** The worklist is there, and what made it has ended: buttons that write wait for that. */
async function listed(pane: PaneModel) {
  await screen.findByText('2 customers are due');
  await waitFor(() => expect(pane.work.isWorking.value).toBe(false));
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
async function breaches(container: Element) {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test('a long invoice number stands above its figures, as the head of their rows', async () => {
  const [header, ...rows] = smallLedger;
  const number = header.indexOf('Invoice no.');
  const long = rows.map((row, index) => row.with(number, `INV-2024-0000-SHANGHAI-PUDONG-000${index}`));
  const pane = paneOn(fakeExcel(blockOf([header, ...long])));
  await pane.tierActiveSheet();
  const { container } = await show(Collect, pane);
  await listed(pane);
  fireEvent.click(screen.getByRole('button', { name: /Bad GmbH/ }));
  const heads = (await screen.findAllByRole('rowheader')).filter(head =>
    /SHANGHAI/.test(head.textContent ?? ''),
  );
  expect(heads.length).toBeGreaterThan(0);
  expect(heads.every(head => head.getAttribute('colspan') === '3')).toBe(true);
  expect(screen.queryByRole('columnheader', { name: 'Invoice' })).toBeNull();
  expect(await breaches(container)).toEqual([]);
});

test('says who is due with what and why, and filters them', async () => {
  const { pane, container } = await show();
  await listed(pane);
  const rows = within(screen.getByRole('list', { name: 'Customers by money × lateness' })).getAllByRole(
    'button',
  );
  expect(rows[0].textContent).toContain('Bad GmbH');
  expect(rows[0].textContent).toContain('Phone call');
  expect(rows[0].textContent).toContain('151 days overdue');
  expect(await breaches(container)).toEqual([]);
  fireEvent.change(screen.getByLabelText('Step'), { target: { value: '5' } });
  press('Show all that are due');
  await waitFor(() => expect(screen.getByText('2 customers')).toBeTruthy());
});

test('where nothing is due yet, says so and leads to all, instead of speaking of filters', async () => {
  const notDue = ['Good Ltd', 'INV-1', endOfJune - 10, endOfJune + 20, 2000, '', 10000];
  const pane = paneOn(fakeExcel(blockOf([smallLedger[0], notDue])));
  await pane.tierActiveSheet();
  await pane.chooseAsOf(endOfJune);
  await show(Collect, pane);
  await screen.findByText('0 customers are due');
  expect(screen.getByText('No step is due at this date. All lists what comes next.')).toBeTruthy();
  press('All (1)');
  await waitFor(() => expect(screen.getByText('1 customer')).toBeTruthy());
});

test('a promise is refused without its day, recorded with it, and told', async () => {
  const { pane, container } = await show();
  await listed(pane);
  press(/Bad GmbH/);
  await screen.findByRole('heading', { name: 'Bad GmbH' });
  expect(screen.getByText('INV-3')).toBeTruthy();
  press('Promise');
  press('Record');
  await screen.findByText('Enter the day by which the customer promised to pay.');
  expect(room.log).toBeNull();
  expect(await breaches(container)).toEqual([]);
  fireEvent.input(screen.getByLabelText('Promised by'), { target: { value: '2024-07-10' } });
  fireEvent.input(screen.getByLabelText('Promised amount'), { target: { value: '2,500' } });
  fireEvent.input(screen.getByLabelText('By'), { target: { value: 'Wang' } });
  press('Record');
  await screen.findByText('by 10 Jul 2024');
  expect(room.log!.at(-1)!.slice(5, 10)).toEqual(['', 45483, 2500, '', 'Wang']);
  expect(pane.notices.notice.value?.intent).toBe('success');
});

test('a letter can be read, changed, printed and set back; without a sender that is said', async () => {
  const { pane, container } = await show();
  await listed(pane);
  press(/江苏宏达/);
  press('Call script');
  await screen.findByText('Your company is not named yet: the letter leaves those lines out.');
  const text = screen.getByLabelText<HTMLTextAreaElement>('Text');
  expect(text.value).toContain('江苏宏达机械有限公司');
  expect(text.value).toContain('通话前准备');
  fireEvent.click(screen.getByRole('radio', { name: 'English' }));
  await waitFor(() => expect(text.value).toContain('Before the call'));
  fireEvent.input(text, { target: { value: 'Mine' } });
  press('Make print sheet');
  await waitFor(() => expect(room.printed[0]?.letters[0].lines).toEqual([{ kind: 'text', text: 'Mine' }]));
  press('Back to the template');
  await waitFor(() => expect(text.value).toContain('Before the call'));
  expect(await breaches(container)).toEqual([]);
  fireEvent.keyDown(text, { key: 'Escape' });
  await screen.findByRole('button', { name: 'Call script' });
});

test('a letter of a step that asks for nothing says so', async () => {
  const { pane } = await show();
  await listed(pane);
  press(/Bad GmbH/);
  press(/^(Letter|Call script|Hand-over)$/);
  await screen.findByLabelText('Text');
  expect(screen.queryByText(/^This letter asks for nothing/)).toBeNull();
  fireEvent.change(screen.getAllByLabelText('Step').at(-1)!, { target: { value: '0' } });
  await screen.findByText(/^This letter asks for nothing/);
});

test('several are chosen, printed together and recorded together', async () => {
  const { pane, container } = await show();
  await listed(pane);
  press('Choose several');
  press('Choose all 2');
  await screen.findByText('2 chosen');
  expect(screen.getByRole('button', { name: /Bad GmbH/ }).getAttribute('aria-pressed')).toBe('true');
  expect(await breaches(container)).toEqual([]);
  press('Print letters');
  await waitFor(() => expect(room.printed[0]?.letters.length).toBe(2));
  press('Mail links');
  await screen.findByRole('link', { name: /Mail to Bad GmbH/ });
  expect(await breaches(container)).toEqual([]);
  fireEvent.click(screen.getAllByRole('button', { name: 'Record as done' }).at(-1)!);
  await waitFor(() => expect(room.log?.length).toBe(3));
});

test('the overview says how many are due once a log was begun, and leads there', async () => {
  const { pane } = await show(DueToday);
  expect(screen.queryByRole('button')).toBeNull();
  cleanup();
  room.log = [];
  await show(DueToday, pane);
  await screen.findByRole('button', { name: /2 customers to collect from/ });
  press(/2 customers to collect from/);
  expect(pane.layers.stack.value).toEqual([{ kind: 'part', part: 'collect' }]);
});

test('is Chinese in Chinese', async () => {
  await show();
  act(() => setLanguage('zh'));
  await screen.findByText('2 个客户待催收');
});

test('a case says the number of its customer in its row and on its own', async () => {
  const numbers = ['Customer no.', '00123', '00123', 'C-78', 'C-79'];
  const pane = paneOn(fakeExcel(blockOf(smallLedger.map((row, index) => [numbers[index] ?? '', ...row]))));
  await pane.tierActiveSheet();
  const { container } = await show(Collect, pane);
  const row = await screen.findByRole('button', { name: /Bad GmbH/ });
  expect(row.querySelector('.collectWhy')?.textContent).toMatch(/^C-78 · ./);
  fireEvent.click(row);
  expect(await screen.findByText('C-78', { selector: '.customerNumberLine .number' })).toBeTruthy();
  expect(await breaches(container)).toEqual([]);
});
