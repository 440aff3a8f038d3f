import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { setLanguage } from '../../../src/i18n/language';
import { createCustomerListModel } from '../../../src/taskpane/model/customers/customerListModel';
import { PaneContext } from '../../../src/taskpane/paneContext';
import { partModel } from '../../../src/taskpane/partModel';
import { CustomerList } from '../../../src/taskpane/views/customerList/CustomerList';
import { blockOf } from '../../sheetBlock';
import { fakeExcel, paneOn } from '../fakeExcel';
import { smallLedger } from '../smallLedger';

jest.mock('../../../src/excel/sheets/statement', () => ({
  readLetterhead: async () => ({ ok: true, value: { company: '', address: '' } }),
}));

beforeAll(() => {
  // axe measures icon fonts on a canvas, which jsdom does not have.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  act(() => setLanguage('en'));
});

async function show(cells = smallLedger) {
  const excel = fakeExcel(blockOf(cells));
  const pane = paneOn(excel);
  await pane.tierActiveSheet();
  const shown = render(
    <PaneContext.Provider value={pane}>
      <CustomerList />
    </PaneContext.Provider>,
  );
  await screen.findByText('3 customers');
  return { pane, excel, ...shown, model: partModel(pane, createCustomerListModel) };
}

const rows = () => within(screen.getByRole('list', { name: 'Customers' })).getAllByRole('button');
const names = () => rows().map(row => row.closest('li')!.title);

async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('lists everybody, most money at risk first, with what they come to; axe finds nothing', async () => {
  const { container } = await show();
  expect(names()).toEqual(['Bad GmbH', '江苏宏达机械有限公司', 'Good Ltd']);
  expect(screen.getByText(/9,000(\.00)? exposure/)).toBeTruthy();
  await expectAccessible(container);
});

test('searching, filtering and sorting change the list; nobody left offers the way back', async () => {
  await show();
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'ＧＯＯＤ' } });
  await waitFor(() => expect(names()).toEqual(['Good Ltd']));
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'nobody' } });
  fireEvent.click(await screen.findByRole('button', { name: 'Show all customers' }));
  await waitFor(() => expect(rows().length).toBe(3));
  fireEvent.change(screen.getByLabelText('Sort by'), { target: { value: 'name' } });
  await waitFor(() => expect(names()).toEqual(['Bad GmbH', 'Good Ltd', '江苏宏达机械有限公司']));
  fireEvent.click(screen.getByRole('button', { name: 'Filter' }));
  fireEvent.change(screen.getByLabelText('Breach'), { target: { value: 'overLimit' } });
  await waitFor(() => expect(names()).toEqual(['Bad GmbH']));
  expect(screen.getByRole('button', { name: 'Filter (1)' })).toBeTruthy();
});

test('groups by tier with what each comes to, and closes a group', async () => {
  const { container } = await show();
  fireEvent.change(screen.getByLabelText('Group by'), { target: { value: 'tier' } });
  await waitFor(() => expect(rows().some(row => row.getAttribute('aria-expanded') === 'true')).toBe(true));
  const groups = rows().filter(row => row.hasAttribute('aria-expanded'));
  const before = rows().length;
  fireEvent.click(groups[0]);
  await waitFor(() => expect(rows().length).toBeLessThan(before));
  await expectAccessible(container);
});

/** The figure of a row in full, as it is heard; null where it has none. */
function figureOf(row: Element): number | null {
  const shown = row.querySelector('.customerAmount');
  const full = (shown?.querySelector('.onlyHeard') ?? shown)?.textContent;
  return full === undefined ? null : Number(full.replaceAll(',', '').replace('−', '-'));
}

test.each([
  ['atRisk', true],
  ['exposure', true],
  ['score', false],
] as const)(
  'sorted by %s, the head of a group has the sum of the figures below it, or none',
  async (key, isSummed) => {
    await show();
    fireEvent.change(screen.getByLabelText('Sort by'), { target: { value: key } });
    fireEvent.change(screen.getByLabelText('Group by'), { target: { value: 'tier' } });
    await waitFor(() => expect(rows().some(row => row.hasAttribute('aria-expanded'))).toBe(true));
    const sums: { head: number | null; below: number }[] = [];
    for (const row of rows()) {
      const figure = figureOf(row);
      if (row.hasAttribute('aria-expanded')) sums.push({ head: figure, below: 0 });
      else sums[sums.length - 1].below += figure ?? 0;
    }
    expect(sums.length).toBeGreaterThan(1);
    for (const { head, below } of sums) {
      if (isSummed) expect(head).toBeCloseTo(below, 2);
      else expect(head).toBeNull();
    }
  },
);

test('by keyboard: letters lead to a name, Space selects its rows, Enter opens it', async () => {
  const { excel, pane } = await show();
  rows()[0].focus();
  fireEvent.keyDown(rows()[0], { key: 'g' });
  await waitFor(() => expect(document.activeElement).toBe(rows()[2]));
  fireEvent.keyDown(rows()[2], { key: ' ' });
  await waitFor(() => expect(excel.asked.some(([what]) => what === 'selectRows')).toBe(true));
  expect(pane.layers.stack.value).toEqual([]);
  fireEvent.click(rows()[2]);
  expect(pane.layers.stack.value).toEqual([{ kind: 'customer', customer: 0 }]);
});

test('a cell of the matrix lists its customers', async () => {
  const { container } = await show();
  fireEvent.click(screen.getByLabelText('Matrix'));
  const cells = await screen.findAllByRole('button', { name: /1 customer, / });
  await expectAccessible(container);
  fireEvent.click(cells[0]);
  await waitFor(() => expect(screen.getByText('1 of 3 customers')).toBeTruthy());
});

test('the curve says how few owe most of it, also as a table', async () => {
  const { container } = await show();
  fireEvent.click(screen.getByLabelText('Curve'));
  // 5,000 and 3,000 of 9,000: the first alone owe less than 80 %.
  await screen.findByText('2 customers owe 89% of the exposure.');
  const table = within(screen.getByText('As a table').parentElement as HTMLElement).getByRole('table', {
    hidden: true,
  });
  expect(table.textContent).toContain('156%');
  expect(table.textContent).toContain('3100%');
  await expectAccessible(container);
});

test('statements are made for those that are ticked', async () => {
  const { container } = await show();
  fireEvent.click(screen.getByLabelText('Statements'));
  const make = await screen.findByRole('button', { name: 'Make statements' });
  expect(make.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(screen.getByLabelText('Statement for Bad GmbH'));
  await screen.findByRole('button', { name: 'Make 1 statement' });
  expect(screen.queryByLabelText('Statement for Good Ltd')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Tick the first 2' }));
  await screen.findByRole('button', { name: 'Make 2 statements' });
  await expectAccessible(container);
});

test('without a customer at the date it says so instead of offering filters', async () => {
  const { pane } = await show();
  await act(() => pane.chooseAsOf(40_000));
  expect(screen.getByText(/^No customer has a row/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Filter' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Show all customers' })).toBeNull();
});

test('is Chinese in Chinese', async () => {
  await show();
  act(() => setLanguage('zh'));
  expect(screen.getByRole('heading', { name: '客户' })).toBeTruthy();
  expect(screen.getByLabelText('排序')).toBeTruthy();
});

test('numbers stand before the reasons where the ledger has them, and are found', async () => {
  const numbers = ['Customer no.', '00123', 123, 'C-78', 'C-79'];
  const { container } = await show(smallLedger.map((row, index) => [numbers[index] ?? '', ...row]));
  expect(names()).toEqual(['Bad GmbH', '江苏宏达机械有限公司', 'Good Ltd']);
  const reasons = () => rows().map(row => row.querySelector('.customerReason')?.textContent);
  expect(reasons()[0]).toMatch(/^C-78 · ./);
  expect(reasons()[2]).toMatch(/^00123 · ./);
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'c-78' } });
  await waitFor(() => expect(names()).toEqual(['Bad GmbH']));
  await expectAccessible(container);
});

test('a ledger without numbers says the reasons alone', async () => {
  await show();
  expect(rows()[0].querySelector('.customerNumber')).toBeNull();
});
