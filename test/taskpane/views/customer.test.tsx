import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { setLanguage } from '../../../src/i18n/language';
import type { Cell } from '../../../src/risk/ledger/ledger';
import type { StatementRoom } from '../../../src/taskpane/model/customers/statementModel';
import { PaneContext } from '../../../src/taskpane/paneContext';
import { Customer } from '../../../src/taskpane/views/customer/Customer';
import { PolicyAnswer } from '../../../src/taskpane/views/customer/PolicyAnswer';
import { blockOf } from '../../sheetBlock';
import { fakeExcel, paneOn, refuse, succeed } from '../fakeExcel';
import { endOfJune, smallLedger } from '../smallLedger';

let room: StatementRoom;
const mockRoom = () => room;
jest.mock('../../../src/excel/sheets/collection', () => ({
  readCollectionLog: async () => ({ ok: true, value: null }),
}));
jest.mock('../../../src/excel/ownSheets', () => ({
  showOwnSheet: (key: string) => mockRoom().showOwnSheet(key),
}));
jest.mock('../../../src/excel/sheets/statement', () => ({
  readLetterhead: () => mockRoom().readLetterhead(),
  writeStatements: (...asked: Parameters<StatementRoom['writeStatements']>) =>
    mockRoom().writeStatements(...asked),
  removeStatements: (keys: readonly string[]) => mockRoom().removeStatements(keys),
}));

beforeAll(() => {
  // axe measures icon fonts on a canvas, which jsdom does not have.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});
beforeEach(() => {
  room = {
    readLetterhead: () => succeed({ company: 'Hawk & Co', address: '' }),
    writeStatements: jest.fn(() =>
      succeed([{ key: 'Statement_1', sheetName: 'Statement Bad GmbH', isNew: true }]),
    ),
    removeStatements: jest.fn(() => succeed(undefined)),
    showOwnSheet: jest.fn(() => succeed(undefined)),
  };
});
afterEach(() => {
  cleanup();
  act(() => setLanguage('en'));
});

/** The customer of that place, of a ledger (Bad GmbH is 1 of the small one) or a list. */
async function show(customer: number, cells: Cell[][] = smallLedger) {
  const pane = paneOn(fakeExcel(blockOf(cells)));
  await pane.tierActiveSheet();
  const tiering = pane.assessments.result.value;
  if (tiering === null) throw new Error('nothing was tiered');
  const shown = render(
    <PaneContext.Provider value={pane}>
      <Customer tiering={tiering} customer={customer} />
    </PaneContext.Provider>,
  );
  await act(async () => {});
  return { pane, ...shown };
}

test('a score of Altman says its zone by the model it was measured by, and none where the list does not tell the model', async () => {
  const statements: Cell[][] = [
    [
      'Customer',
      'Exposure',
      'Working capital',
      'Retained earnings',
      'EBIT',
      'Equity',
      'Revenue',
      'Total assets',
      'Total liabilities',
    ],
    ['Sound AG', 100, 40, 30, 20, 60, 150, 100, 40],
    ['Ailing Ltd', 100, -20, -30, -10, 5, 60, 100, 95],
  ];
  await show(0, statements);
  // Z′ = 0.717 × 0.4 + 0.847 × 0.3 + 3.107 × 0.2 + 0.42 × 1.5 + 0.998 × 1.5 = 3.2893
  expect(screen.getByText('· safe zone')).toBeTruthy();
  cleanup();
  await show(1, statements);
  expect(screen.getByText('· distress zone')).toBeTruthy();
  cleanup();
  await show(0, [
    ['Customer', 'Exposure', 'Z-score'],
    ['Sound AG', 100, 3.2],
    ['Ailing Ltd', 50, 1.1],
  ]);
  expect(screen.queryByText(/zone/)).toBeNull();
});

const block = (heading: string | RegExp): HTMLElement =>
  screen.getByRole('heading', { name: heading }).closest('.block') as HTMLElement;

test('tells what to do next, what would move the tier, what the policy answers; axe finds nothing', async () => {
  const { container } = await show(1);
  expect(block('Next collection step').textContent).toMatch(/for 5,000/);
  expect(block('What would move the tier').textContent).toMatch(/→|once known|No single factor/);
  expect(block('What the policy proposes').textContent).toMatch(/Credit limit2,000\.00|Credit limit.*2,000/);
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test.each([
  [-10, '10 days ago', '已过 10 天'],
  [-1, '1 day ago', '已过 1 天'],
  [0, 'today', '当日'],
  [30, 'in 30 days', '还有 30 天'],
])('a contract that ends in %d days is said to, in both languages', async (days, english, chinese) => {
  const list: Cell[][] = [
    ['Customer', 'Exposure', 'Contract end'],
    ['Owes AG', 100, endOfJune + days],
  ];
  const pane = paneOn(fakeExcel(blockOf(list)));
  await pane.tierActiveSheet();
  await pane.chooseAsOf(endOfJune);
  const tiering = pane.assessments.result.value!;
  render(
    <PaneContext.Provider value={pane}>
      <Customer tiering={tiering} customer={0} />
    </PaneContext.Provider>,
  );
  expect(block('Breaches').textContent).toContain(english);
  act(() => setLanguage('zh'));
  expect(block('预警').textContent).toContain(chinese);
});

test('half a month of sales is said to be half of one, in both languages', async () => {
  const pane = paneOn(fakeExcel(blockOf(smallLedger)));
  await pane.tierActiveSheet();
  const tiering = pane.assessments.result.value!;
  const tiers = tiering.assessment.policy.tiers.map(tier => ({ ...tier, limitMonths: 0.5 }));
  const assessment = { ...tiering.assessment, policy: { ...tiering.assessment.policy, tiers } };
  const answer = () => render(<PolicyAnswer assessment={assessment} customer={0} is1904={false} />).container;
  expect(answer().textContent).toContain('0.5 months of sales of');
  act(() => setLanguage('zh'));
  expect(answer().textContent).toContain('0.5 个月的月均销售额');
});

test('how it paid is a picture with words, and a table with every invoice', async () => {
  await show(0);
  const payments = block('Payments');
  expect((await within(payments).findByRole('img')).getAttribute('aria-label')).toContain(
    '1 invoice paid, 1 of them late; 1 open.',
  );
  const rows = [...payments.querySelectorAll('tbody tr')].map(row => row.textContent);
  expect(rows).toEqual([
    expect.stringMatching(/^INV-2.*open, not due$/),
    expect.stringMatching(/^INV-1.*29 days$/),
  ]);
});

test('invoices that were paid on no known day are said to be, not left out as if nothing had been paid', async () => {
  await show(0, [
    ['Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Amount', 'Open'],
    ['Acme', 'INV-1', 45_300, 45_330, 100, 0],
    ['Acme', 'INV-2', 45_310, 45_340, 200, 0],
    ['Acme', 'INV-3', 45_320, 45_350, 300, 300],
  ]);
  const payments = block('Payments');
  const said = '2 invoices are paid, but the ledger has no payment date: how late is not known.';
  await within(payments).findByText(said);
  within(payments).getByText('1 invoice open.');
});

test('a figure opens to how it is computed and the columns it comes from', async () => {
  await show(1);
  const figures = block('Figures');
  const overdue = within(figures).getByText('Overdue').closest('details') as HTMLDetailsElement;
  expect(overdue.textContent).toContain('The amount that is open past its due date');
  expect(overdue.textContent).toContain('From Invoices: Amount (E), Paid date (F), Due date (D)');
  const used = within(figures).getByText('Limit utilization').closest('details') as HTMLDetailsElement;
  expect(used.textContent).toContain('5,000 / 2,000');
});

test('makes the statement with the letterhead of before, tells it, and takes it back', async () => {
  const { pane } = await show(1);
  await waitFor(() =>
    expect((screen.getByLabelText('Your company') as HTMLInputElement).value).toBe('Hawk & Co'),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Make the statement' }));
  await waitFor(() => expect(pane.notices.notice.value?.intent).toBe('success'));
  const [[sheets, letterhead]] = (room.writeStatements as jest.Mock).mock.calls;
  expect(letterhead).toEqual({ company: 'Hawk & Co', address: '' });
  expect(sheets).toMatchObject([
    { customer: 'Bad GmbH', language: 'en', documents: ['INV-3'], statement: { balance: 5000 } },
  ]);
  await act(async () => {
    await pane.notices.notice.value?.actions[1]?.run();
  });
  expect(room.removeStatements).toHaveBeenCalledWith(['Statement_1']);
});

test('a refusal of Excel is told with the way to try again', async () => {
  const { pane } = await show(2);
  room = { ...room, writeStatements: () => refuse('sheetProtected') };
  expect(((await screen.findByLabelText('简体中文')) as HTMLInputElement).checked).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Make the statement' }));
  await waitFor(() => expect(pane.notices.refusal.value?.problem.key).toBe('sheetProtected'));
});

test('of a customer list it shows no invoices, and says why there is no statement', async () => {
  await show(0, [
    ['Customer', 'Exposure', 'Overdue', 'Credit limit', 'DSO'],
    ['Good Ltd', 1000, 0, 5000, 30],
    ['Bad GmbH', 9000, 8000, 5000, 120],
  ]);
  expect(screen.queryByRole('heading', { name: 'Payments' })).toBeNull();
  expect(screen.getByText(/A statement lists invoices/)).toBeTruthy();
});

test('is Chinese in Chinese', async () => {
  await show(1);
  act(() => setLanguage('zh'));
  expect(screen.getByRole('heading', { name: '下一步催收' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: '对账单' })).toBeTruthy();
});

test('the number of the customer stands below its name, in both languages; axe finds nothing', async () => {
  const numbers = ['Customer no.', '00123', 123, 'C-78 ', 'C-79'];
  const numbered = smallLedger.map((row, index) => [numbers[index] ?? '', ...row]);
  const { container } = await show(0, numbered);
  const line = () => container.querySelector('.customerNumberLine')?.textContent;
  expect(line()).toBe('Customer number 00123');
  act(() => setLanguage('zh'));
  expect(line()).toBe('客户编号 00123');
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('a ledger without numbers has no such line', async () => {
  const { container } = await show(0);
  expect(container.querySelector('.customerNumberLine')).toBeNull();
});
