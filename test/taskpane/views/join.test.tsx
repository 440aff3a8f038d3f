import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import type { SheetBlock } from '../../../src/excel/contract';
import { setLanguage } from '../../../src/i18n/language';
import { contractsTexts } from '../../../src/i18n/pane/contracts';
import { joinTexts } from '../../../src/i18n/pane/join';
import { joinOfferTexts } from '../../../src/i18n/pane/joinOffer';
import type { Cell } from '../../../src/risk/ledger/ledger';
import type { ExcelRoom } from '../../../src/taskpane/model/excelRoom';
import { Pane } from '../../../src/taskpane/Pane';
import { preload } from '../../../src/taskpane/parts/Loaded';
import { parts } from '../../../src/taskpane/views/parts';
import { blockOf } from '../../sheetBlock';
import { fakeExcel, paneOn } from '../fakeExcel';
import { endOfJune, smallLedger } from '../smallLedger';

const listCells: Cell[][] = [
  ['Customer', 'Credit limit', 'Terms', 'Contract end', 'Region'],
  ['Good Co., Ltd.', 10_000, 30, endOfJune + 10, 'North'],
  ['Bad GmbH', 2000, 60, endOfJune - 5, 'South'],
  ['Quiet AG', 700, 30, endOfJune + 1, 'West'],
];
const listBlock: SheetBlock = blockOf(listCells, { sheetId: 'list', sheetName: 'Customers' });
const mockGlimpsed = [{ sheetId: 'list', sheetName: 'Customers', cells: listCells }];
const workbook: Partial<ExcelRoom> = {
  glimpseOtherSheets: async () => ({ ok: true, value: mockGlimpsed }),
};

// What the user decides is noted in the workbook.
jest.mock('../../../src/excel/memory/chosenMatches', () => ({
  rememberMatch: async () => ({ ok: true, value: { isNew: false } }),
  forgetMatch: async () => ({ ok: true, value: { isNew: false } }),
}));

// The part asks Excel itself for the sheets; here it gets the same ones.
jest.mock('../../../src/excel/reading/otherSheets', () => ({
  glimpseOtherSheets: async () => ({ ok: true, value: mockGlimpsed }),
}));

beforeAll(async () => {
  for (const { load } of parts.filter(({ name }) => name === 'join' || name === 'contracts'))
    await preload(load);
  // axe measures icon fonts on a canvas, which jsdom does not have.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});

afterEach(() => {
  cleanup();
  act(() => setLanguage('en'));
});

async function showTiered(locale = 'en-US', list = listBlock) {
  const ledger = blockOf(smallLedger.map(row => row.slice(0, 6)));
  const excel = fakeExcel(ledger, { ...workbook, readSheet: async () => ({ ok: true, value: list }) });
  const pane = paneOn(excel, locale);
  const { container } = render(<Pane model={pane} />);
  await act(async () => void (await pane.tierActiveSheet()));
  return { pane, container };
}

/** The topmost of that name: what a layer covers is still in the page. */
const press = (name: string | RegExp) =>
  fireEvent.click(screen.getAllByRole('button', { name }).at(-1) as HTMLElement);

async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('the offer leads to how the sheets fit, joining and back again', async () => {
  const { pane, container } = await showTiered();
  await screen.findByText(/“Customers” looks like the customer list/);
  await expectAccessible(container);
  press('Look first');
  await screen.findByText('2 of 3 customers found on the list');
  expect(screen.getByRole('combobox', { name: 'Customer list' })).toBeTruthy();
  const alone = within(screen.getByRole('region', { name: 'Only in the ledger' }));
  expect(alone.getByText('江苏宏达机械有限公司')).toBeTruthy();
  expect(alone.getByText('1 customer, 3,000.00 · They are tiered by the ledger alone.')).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'Only on the list' })).getByText('Quiet AG')).toBeTruthy();
  expect(within(screen.getByRole('region', { name: /^Check these/ })).getByText(/similar name/)).toBeTruthy();
  await expectAccessible(container);

  press('Join');
  await screen.findByText('“Invoices” is joined with “Customers”.');
  await waitFor(() => expect(pane.work.isWorking.value).toBe(false));
  await expectAccessible(container);
  press('Stop joining');
  await screen.findByRole('combobox', { name: 'Customer list' });
  await waitFor(() => expect(pane.assessments.result.value?.join).toBeNull());
});

test('who is found by a name that is not quite the same is looked at, confirmed, told apart and searched for', async () => {
  const { pane, container } = await showTiered();
  await act(async () => void (await pane.joinList('list')));
  act(() => pane.layers.open({ kind: 'part', part: 'join' }));
  const doubtful = within(await screen.findByRole('region', { name: /^Check these/ }));
  fireEvent.click(doubtful.getAllByRole('button')[0]);
  const name = doubtful.getAllByRole('listitem')[0].title;
  await screen.findByRole('heading', { name });
  expect(document.activeElement?.textContent).toBe(name);
  screen.getByText('by similar name');
  await expectAccessible(container);

  press('Same customer');
  await screen.findByText('by your choice');
  await screen.findByText(new RegExp(`“${name}” and “.*” are the same customer`));
  expect(screen.queryByRole('button', { name: 'Same customer' })).toBeNull();
  press('Not the same');
  await waitFor(() => expect(screen.getAllByText('Nobody on the list, as you decided')).toHaveLength(2));
  press('Drop my choice');
  await screen.findByText('by similar name');

  const search = screen.getByRole('searchbox', { name: 'Search by name or number' });
  fireEvent.input(search, { target: { value: 'quiet' } });
  await screen.findByText('1 found');
  await expectAccessible(container);
  press(/^Quiet AG/);
  await screen.findByText(new RegExp(`“${name}” and “Quiet AG” are the same customer`));
  fireEvent.keyDown(screen.getByRole('heading', { name }), { key: 'Escape' });
  const chosen = within(await screen.findByRole('region', { name: 'Decided by you' }));
  chosen.getByText('same as Quiet AG');
});

test('contracts ask for a list first, then say what ended and ends, by money or by day', async () => {
  const { pane, container } = await showTiered();
  act(() => pane.layers.open({ kind: 'part', part: 'contracts' }));
  await screen.findByText('A ledger rarely has these. Join the customer list that has them.');
  await expectAccessible(container);
  await act(async () => void (await pane.joinList('list')));
  const list = await screen.findByRole('list', { name: 'Remarks on contracts' });
  const names = () =>
    within(list)
      .getAllByRole('button')
      .map(row => row.closest('li')!.title);
  await waitFor(() => expect(names()).toContain('Bad GmbH: ended 25 Jun 2024, 5 days ago'));
  expect(names()).toContain('Good Ltd: ends 10 Jul 2024, in 10 days');
  await expectAccessible(container);
  fireEvent.change(screen.getByRole('combobox', { name: 'Show' }), { target: { value: 'ending' } });
  await waitFor(() => expect(names()).toEqual(['Good Ltd: ends 10 Jul 2024, in 10 days']));
});

test('says which customers the list has twice, and which of its cells count as empty', async () => {
  const [header, good, bad] = listCells;
  const cells = [header, good, bad, bad, ['江苏宏达机械有限公司', 'lots', 30, 'never', 'East']];
  await showTiered('en-US', blockOf(cells, { sheetId: 'list', sheetName: 'Customers' }));
  press('Look first');
  const twice = 'a customer listed before; the first counts: Bad GmbH.';
  await screen.findByText(`1 row of the list repeats ${twice}`);
  screen.getByText('2 cells of the list cannot be read and count as empty: B5 “lots”, D5 “never”.');
});

test('a customer list by itself needs no join, and says so', async () => {
  const cells = listCells.map((row, index) => [...row, index === 0 ? 'Exposure' : 100 * index]);
  const pane = paneOn(fakeExcel(blockOf(cells)));
  render(<Pane model={pane} />);
  await act(async () => void (await pane.tierActiveSheet()));
  act(() => pane.layers.open({ kind: 'part', part: 'join' }));
  expect(screen.getByText(/Tier the sheet with your invoices/)).toBeTruthy();
});

test('in Chinese all of it is Chinese', async () => {
  await showTiered('zh-CN');
  await screen.findByRole('button', { name: joinOfferTexts.zh.look });
  press(joinOfferTexts.zh.look);
  await screen.findByText(joinTexts.zh.found(2, 3));
  press(joinTexts.zh.join);
  await screen.findByText(joinTexts.zh.joinedWith('Invoices', 'Customers'));
  expect(contractsTexts.zh.title).toBe('合同');
});

test('fifty thousand customers on one side only put a few dozen rows in the page', async () => {
  const many = Array.from({ length: 50_000 }, (_, index) => [`Quiet ${index}`, 100, 30, '', '']);
  const pane = paneOn(
    fakeExcel(blockOf(smallLedger.map(row => row.slice(0, 6))), {
      ...workbook,
      readSheet: async () => ({
        ok: true,
        value: { ...listBlock, cells: [...listCells, ...many] },
      }),
    }),
  );
  const { container } = render(<Pane model={pane} />);
  await act(async () => void (await pane.tierActiveSheet()));
  act(() => pane.layers.open({ kind: 'part', part: 'join' }));
  await screen.findByText('2 of 3 customers found on the list');
  expect(screen.getByText(/^50,001 customers/)).toBeTruthy();
  expect(container.querySelectorAll('.windowedRow').length).toBeLessThan(100);
});
