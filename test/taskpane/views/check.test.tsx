import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { setLanguage } from '../../../src/i18n/language';
import type { ChangeStep } from '../../../src/risk/ledger/fixes/changeLog';
import type { Fix } from '../../../src/risk/ledger/fixes/fix';
import type { Cell } from '../../../src/risk/ledger/ledger';
import type { CheckRoom } from '../../../src/taskpane/model/sheets/checkRoom';
import { PaneContext } from '../../../src/taskpane/paneContext';
import { Check } from '../../../src/taskpane/views/check/Check';
import { Messages } from '../../../src/taskpane/views/frame/Messages';
import { blockOf } from '../../sheetBlock';
import { fakeExcel, paneOn, refuse, succeed } from '../fakeExcel';

const joinedList: Cell[][] = [
  ['Customer', 'Credit limit', 'Terms'],
  ['ACME  Ltd', 5000, 30],
  ['Beta GmbH', 700, 30],
  ['Quiet AG', 700, 30],
];

let room: Pick<CheckRoom, 'applyFixes' | 'listChanges' | 'undoChanges'>;
jest.mock('../../../src/excel/fixes/applyFixes', () => ({
  applyFixes: (...asked: Parameters<CheckRoom['applyFixes']>) => room.applyFixes(...asked),
}));
jest.mock('../../../src/excel/fixes/changes', () => ({
  changesKey: 'Changes',
  listChanges: () => room.listChanges(),
  undoChanges: (...asked: Parameters<CheckRoom['undoChanges']>) => room.undoChanges(...asked),
}));

beforeAll(() => {
  // axe measures icon fonts on a canvas, which jsdom does not have.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  act(() => setLanguage('en'));
});

const untidy: Cell[][] = [
  ['Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Amount', 'Terms days'],
  ['Acme Ltd', 'INV-1', '2024年3月5日', 45_386, '1,234.50', 30],
  ['Acme Ltd', 'INV-2', '5/3/2024', 45_386, 100, 30],
  ['Acme Inc', 'INV-3', 45_357, 45_387, 100, 30],
  ['Beta', 'INV-4', 45_357, 45_387, 100, 30],
];

/** A workbook that remembers what it was asked to write. */
function workbook(): typeof room & { readonly written: Fix[] } {
  const written: Fix[] = [];
  let steps: ChangeStep[] = [];
  return {
    written,
    applyFixes: (_, fixes, { when }) => {
      written.push(...fixes);
      steps = [{ when, sheetName: 'Invoices', count: fixes.length, undone: 0 }];
      return succeed({ sheetName: 'Invoices', written: fixes.length, changed: 1, formulas: 0 });
    },
    listChanges: () => succeed(steps),
    undoChanges: () => {
      steps = steps.map(step => ({ ...step, undone: step.count }));
      return succeed({ restored: 2, kept: 0 });
    },
  };
}

async function show(cells = untidy) {
  const excel = fakeExcel(blockOf(cells), { readSheet: () => succeed(blockOf(cells)) });
  const pane = paneOn(excel);
  await pane.tierActiveSheet();
  const view = render(
    <PaneContext.Provider value={pane}>
      <Check />
    </PaneContext.Provider>,
  );
  return { excel, pane, ...view };
}

async function violationsOf(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id }) => id);
}

test('lists problems by kind, goes to their cells, and leads to the fixes of a kind', async () => {
  room = workbook();
  const { excel, container } = await show();
  fireEvent.click(screen.getByRole('button', { name: /^C2 Invoice date/ }));
  expect(excel.asked.at(-1)).toEqual(['selectCell', 1, 2]);
  expect(await violationsOf(container)).toEqual([]);
  const amounts = screen.getByRole('heading', { name: '1 amount is text' }).parentElement!;
  await waitFor(() => expect(amounts.textContent).toContain('Preview 1 fix'));
  fireEvent.click([...amounts.querySelectorAll('button')].at(-1)!);
  expect(await screen.findByRole('button', { name: 'Write 1 cell' })).toBeTruthy();
  expect(await violationsOf(container)).toEqual([]);
});

test('rows of which nothing is wrong are notes: below the problems, and no problems of the count', async () => {
  room = workbook();
  const headers = untidy[0].slice(0, 5);
  const rows = Array.from({ length: 8 }, (_, row) => [
    `Customer ${row}`,
    `INV-${row}`,
    45_356,
    45_386,
    100 + row,
  ]);
  const tidy: Cell[][] = [headers, ...rows, ['Customer 1', 'CN-9', 45_357, 45_387, -40]];
  const { container } = await show(tidy);
  expect(container.textContent).toContain('No problems: every row could be read as it is.');
  expect(screen.getByRole('heading', { level: 3, name: 'Worth knowing' })).toBeTruthy();
  expect(screen.getByRole('heading', { level: 4, name: '1 credit note' })).toBeTruthy();
  expect(await violationsOf(container)).toEqual([]);
  cleanup();
  await show([...tidy, ['Customer 2', 'INV-10', 45_357, 45_387, '1,234.50']]);
  const titles = screen.getAllByRole('heading').map(({ textContent }) => textContent);
  expect(titles).toEqual(['Check the data', '1 amount is text', 'Worth knowing', '1 credit note']);
});

test('writes the ticked cells only, says what stayed, and takes the step back', async () => {
  const book = workbook();
  room = book;
  const { pane, container } = await show();
  fireEvent.click(screen.getByRole('radio', { name: 'Fixes' }));
  // The names that differ in the legal form are proposed, and not ticked.
  fireEvent.click(await screen.findByRole('button', { name: 'Write 2 cells' }));
  await waitFor(() => expect(book.written.map(({ to }) => to)).toEqual([45_356, 1234.5]));
  await waitFor(() => expect(pane.notices.notice.value?.actions).toHaveLength(1));
  const said = pane.notices.notice.value!;
  expect(said.intent).toBe('warning');
  fireEvent.click(screen.getByRole('radio', { name: 'Changes' }));
  fireEvent.click(await screen.findByRole('button', { name: /^Undo what was written at/ }));
  await screen.findByText(/undone$/);
  expect(screen.queryByRole('button', { name: /^Undo what was written at/ })).toBeNull();
  expect(await violationsOf(container)).toEqual([]);
});

test('ticks and unticks, one and all', async () => {
  room = workbook();
  const { excel } = await show();
  fireEvent.click(screen.getByRole('radio', { name: 'Fixes' }));
  const row = await screen.findByRole('button', { name: /ticked E2 Amount 1,234.50 .*1,234.5/ });
  fireEvent.keyDown(row, { key: ' ' });
  await screen.findByText('2 of 3 cells ticked');
  fireEvent.click(row);
  expect(await screen.findByText('1 of 3 cells ticked')).toBeTruthy();
  expect(excel.asked.at(-1)).toEqual(['selectCell', 1, 4]);
  fireEvent.click(screen.getByRole('button', { name: 'Tick all' }));
  await screen.findByText('3 of 3 cells ticked');
  fireEvent.click(screen.getByRole('button', { name: 'Untick all' }));
  await screen.findByText('0 of 3 cells ticked');
});

test('asks for the order of dates that can be read in two ways, and offers them then', async () => {
  room = workbook();
  await show();
  fireEvent.click(screen.getByRole('radio', { name: 'Fixes' }));
  await screen.findByText(/Invoice date: 1 date such as “5\/3\/2024” can be read in two ways/);
  fireEvent.click(screen.getByRole('radio', { name: 'Day' }));
  await screen.findByText('Day first, as you said');
  expect(screen.getByRole('button', { name: 'Write 3 cells' })).toBeTruthy();
});

test('writes nothing on a sheet that was edited meanwhile, and looks anew', async () => {
  const book = workbook();
  room = book;
  const { excel, pane } = await show();
  const stop = await pane.sheet.follow();
  fireEvent.click(screen.getByRole('radio', { name: 'Fixes' }));
  const button = await screen.findByRole('button', { name: 'Write 2 cells' });
  act(() => excel.edit('sheet-1', 'E2'));
  fireEvent.click(button);
  await waitFor(() => expect(pane.notices.notice.value?.intent).toBe('warning'));
  expect(book.written).toEqual([]);
  stop();
});

test('a refusal of Excel is told', async () => {
  room = { ...workbook(), applyFixes: () => refuse('sheetProtected') };
  const { pane } = await show();
  fireEvent.click(screen.getByRole('radio', { name: 'Fixes' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Write 2 cells' }));
  await waitFor(() => expect(pane.notices.refusal.value?.problem.key).toBe('sheetProtected'));
});

test('is Chinese in Chinese, and says when there is nothing to do', async () => {
  room = workbook();
  await show(
    untidy.map((row, index) => (index === 0 ? row : ['Beta', `INV-${index}`, 45_357, 45_387, 1, 30])),
  );
  act(() => setLanguage('zh'));
  fireEvent.click(await screen.findByRole('radio', { name: '修正' }));
  await screen.findByText(/没有可修正的内容/);
  fireEvent.click(screen.getByRole('radio', { name: '变更' }));
  await screen.findByText('Tiercel 没有改动过您的单元格。');
});

/** Check of a ledger that is joined with a customer list. */
async function showJoined(rows: Cell[][]) {
  const cells = untidy.map(row => row.slice(0, 2).concat(row.slice(3)));
  const list = blockOf(rows, { sheetId: 'list', sheetName: 'Customers' });
  const excel = fakeExcel(blockOf(cells), {
    readSheet: name => succeed(name === 'list' ? list : blockOf(cells)),
  });
  const pane = paneOn(excel);
  await pane.tierActiveSheet();
  await pane.joinList('list');
  const { container } = render(
    <PaneContext.Provider value={pane}>
      <Check />
    </PaneContext.Provider>,
  );
  return { excel, pane, container };
}

test('problems of a joined customer list stand below those of the ledger, and lead to cells of that sheet', async () => {
  room = workbook();
  const rows: Cell[][] = [
    ['Customer no.', 'Customer', 'Credit limit'],
    ['C-1', 'Acme Ltd', 'high'],
    ['C-2', 'Beta', -500],
    ['C-1', 'Acme Limited', 700],
  ];
  const { pane, container } = await showJoined(rows);
  expect(screen.getByRole('heading', { level: 3, name: 'On the customer list Customers' })).toBeTruthy();
  const titles = screen.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent);
  expect(titles).toEqual([
    '1 amount could not be read',
    '1 credit limit is negative',
    '1 customer is listed twice',
  ]);
  expect(container.textContent).toContain('Counts as empty: a limit that cannot be read is none.');
  expect(container.textContent).toContain('The first of its rows counts.');
  const selected: unknown[] = [];
  jest.spyOn(pane.rowSelection, 'goToCell').mockImplementation(async (row, column, block) => {
    selected.push([row, column, block?.sheetName]);
    return null;
  });
  fireEvent.click(screen.getByRole('button', { name: /^C3 Credit limit “-500”/ }));
  fireEvent.click(screen.getByRole('button', { name: /^B4 Customer “Acme Limited”/ }));
  expect(selected).toEqual([
    [2, 2, 'Customers'],
    [3, 1, 'Customers'],
  ]);
  expect(await violationsOf(container)).toEqual([]);
});

test('names become one across both sheets, are written on each, and taken back together', async () => {
  const onSheets: [string, string, unknown[]][] = [];
  const undone: string[] = [];
  room = {
    applyFixes: ({ block }, fixes) => {
      onSheets.push([block.sheetName, fixes[0].kind, fixes.map(({ from, to }) => `${from} → ${to}`)]);
      return succeed({ sheetName: block.sheetName, written: fixes.length, changed: 0, formulas: 0 });
    },
    listChanges: () => succeed([]),
    undoChanges: ({ sheetName }) => {
      undone.push(sheetName);
      return succeed({ restored: 1, kept: 0 });
    },
  };
  const { excel, pane, container } = await showJoined(joinedList);
  fireEvent.click(screen.getByRole('radio', { name: 'Fixes' }));
  const kinds = await screen.findByRole('combobox', { name: 'Kind of fix' });
  fireEvent.change(kinds, { target: { value: 'sameCustomerOtherName' } });
  // Acme Ltd is written otherwise in spaces and capitals on the list, Beta and Acme Inc in the legal form.
  const rows = () => [...container.querySelectorAll('.windowedRow')].map(row => row.textContent);
  await waitFor(() => expect(rows()).toHaveLength(5));
  expect(rows().at(-1)).toMatch(/Customers A2 Customer.*ACME {2}Ltd.*ACME Ltd.*without extra spaces/);
  fireEvent.click(screen.getByRole('button', { name: 'Write 3 cells' }));
  await waitFor(() => expect(onSheets).toHaveLength(2));
  expect(onSheets).toEqual([
    ['Invoices', 'sameCustomerOtherName', ['Acme Ltd → ACME Ltd', 'Acme Ltd → ACME Ltd']],
    ['Customers', 'sameCustomerOtherName', ['ACME  Ltd → ACME Ltd']],
  ]);
  await waitFor(() => expect(pane.notices.notice.value?.intent).toBe('success'));
  await act(async () => void (await pane.notices.notice.value!.actions.at(-1)!.run()));
  expect(undone).toEqual(['Invoices', 'Customers']);
  fireEvent.click(container.querySelectorAll('.windowedRow')[4]);
  expect(excel.asked.at(-1)).toEqual(['selectCell', 1, 0]);
});

test('what the customer list refuses is told beside what was written on the ledger, which can be taken back', async () => {
  const onSheets: string[] = [];
  const undone: string[] = [];
  room = {
    ...workbook(),
    applyFixes: ({ block }, fixes) => {
      onSheets.push(block.sheetName);
      if (block.sheetName === 'Customers') return refuse('sheetProtected');
      return succeed({ sheetName: block.sheetName, written: fixes.length, changed: 0, formulas: 0 });
    },
    undoChanges: ({ sheetName }) => {
      undone.push(sheetName);
      return succeed({ restored: 2, kept: 0 });
    },
  };
  const { pane } = await showJoined(joinedList);
  const before = pane.assessments.result.value;
  fireEvent.click(screen.getByRole('radio', { name: 'Fixes' }));
  const kinds = await screen.findByRole('combobox', { name: 'Kind of fix' });
  fireEvent.change(kinds, { target: { value: 'sameCustomerOtherName' } });
  fireEvent.click(await screen.findByRole('button', { name: 'Write 3 cells' }));
  await waitFor(() => expect(pane.notices.refusal.value?.problem.key).toBe('sheetProtected'));
  expect(onSheets).toEqual(['Invoices', 'Customers']);
  expect(pane.assessments.result.value).not.toBe(before);
  render(
    <PaneContext.Provider value={pane}>
      <Messages isProblemElsewhere={false} />
    </PaneContext.Provider>,
  );
  screen.getByText(/^2 cells written on Invoices/);
  expect(screen.getByRole('alert').textContent).toContain('protected');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(pane.notices.notice.value?.intent).toBe('success'));
  expect(undone).toEqual(['Invoices']);
});

test('buttons that show more say of what', async () => {
  room = workbook();
  const many = Array.from({ length: 8 }, (_, index): Cell[] => [
    `Customer ${index}`,
    `INV-${index % 7}`,
    '2024年3月5日',
    45_386,
    '1,234.50',
    30,
  ]);
  await show([untidy[0], ...many]);
  const more = screen.getAllByRole('button', { name: /^Show 3 more/ });
  expect(more.length).toBeGreaterThan(1);
  const names = more.map(button => button.getAttribute('aria-label'));
  expect(names).toContain('Show 3 more · 8 amounts are text');
  expect(new Set(names).size).toBe(names.length);
});
