/** What somebody hears who does not see the pane: each thing once, and nothing that is already known. */
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { setLanguage } from '../../../src/i18n/language';
import type { ExcelRoom } from '../../../src/taskpane/model/excelRoom';
import { Pane } from '../../../src/taskpane/Pane';
import { preloadLayers } from '../../../src/taskpane/views/layers/LayerView';
import { fakeExcel, paneOn, refuse } from '../fakeExcel';
import { endOfJune } from '../smallLedger';

beforeAll(preloadLayers);
afterEach(() => {
  cleanup();
  act(() => setLanguage('en'));
});

async function tiered(excel: ExcelRoom = fakeExcel()) {
  const pane = paneOn(excel);
  render(<Pane model={pane} />);
  await act(async () => void (await pane.tierActiveSheet()));
  return pane;
}

const liveTexts = (): string[] =>
  [...document.querySelectorAll('[role=status], [role=alert], [aria-live]')]
    .map(region => region.textContent ?? '')
    .filter(text => text !== '');

test('an edit of the sheet is said where a live region stood before', async () => {
  const excel = fakeExcel();
  const pane = await tiered(excel);
  await pane.sheet.follow();
  const regions = [...document.querySelectorAll('[role=status]')];
  act(() => excel.edit(pane.sheet.current.value!.block.sheetId, 'E2'));
  const said = regions.filter(region => region.textContent?.includes('was edited since it was read'));
  expect(said).toHaveLength(1);
  expect(said[0].isConnected).toBe(true);
});

test('a tiered sheet that was deleted is told, not taken for one that somebody left', async () => {
  let names = new Map([['other', 'Notes']]);
  const excel = fakeExcel(undefined, { readSheetNames: async () => ({ ok: true, value: names }) });
  const pane = await tiered(excel);
  await pane.sheet.follow();
  act(() => excel.activate('other'));
  await screen.findByText('“Invoices” was deleted. These results are from before.');
  names = new Map([...names, [pane.sheet.current.value!.block.sheetId, 'Invoices']]);
  act(() => excel.activate('other'));
  await screen.findByText('You are on another sheet. These results are for Invoices.');
});

test('another as-of date says what is at risk then, in the region that said it before', async () => {
  const pane = await tiered();
  const region = document.querySelector('[aria-live=polite]')!;
  const before = region.textContent;
  expect(before).toMatch(/at risk.*exposure.*overdue/);
  await act(() => pane.chooseAsOf(endOfJune - 60));
  await waitFor(() => expect(region.textContent).not.toBe(before));
  expect(region.isConnected).toBe(true);
});

test('what the overview told of a refusal is not told again when a layer opens; a new one is', async () => {
  const pane = await tiered(fakeExcel(undefined, { readActiveSheet: () => refuse('sheetEmpty') }));
  expect(screen.getByRole('heading', { level: 1, name: 'This sheet is empty' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'More' }));
  await screen.findByRole('heading', { name: 'More' });
  const alert = screen.getAllByRole('alert')[0];
  expect(alert.textContent).toBe('');
  act(() => pane.notices.refuse({ key: 'busy', detail: {} }, () => undefined));
  expect(within(alert).getByText(/busy/i)).toBeTruthy();
});

test('at rest nothing is said twice', async () => {
  await tiered();
  const texts = liveTexts();
  expect(new Set(texts).size).toBe(texts.length);
});
