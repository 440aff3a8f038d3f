import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { setLanguage } from '../../../src/i18n/language';
import { PaneContext } from '../../../src/taskpane/paneContext';
import { Summary } from '../../../src/taskpane/views/summary/Summary';
import { blockOf } from '../../sheetBlock';
import { fakeExcel, paneOn } from '../fakeExcel';
import { smallLedger } from '../smallLedger';

beforeAll(() => {
  // axe measures icon fonts on a canvas, which jsdom does not have.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  act(() => setLanguage('en'));
});

async function show(locale = 'en-US', cells = smallLedger) {
  const pane = paneOn(fakeExcel(blockOf(cells)), locale);
  await pane.tierActiveSheet();
  const tiering = pane.assessments.result.value!;
  return render(
    <PaneContext.Provider value={pane}>
      <Summary tiering={tiering} />
    </PaneContext.Provider>,
  );
}

const figure = (name: RegExp) => screen.getByRole('button', { name });
const note = async () => {
  await waitFor(() => expect(document.querySelector('.summaryNote')).not.toBeNull());
  return document.querySelector('.summaryNote')!.textContent;
};

test('the exposure opens to its sum by age and the columns it comes from', async () => {
  const { container } = await show();
  expect(figure(/of 9,000.00 exposure/).getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(figure(/of 9,000.00 exposure/));
  const said = await note();
  expect(figure(/of 9,000.00 exposure/).getAttribute('aria-expanded')).toBe('true');
  expect(said).toContain('open invoices less unapplied credits');
  expect([...container.querySelectorAll('.summarySum td')].map(cell => cell.textContent)).toEqual([
    '1,000',
    '3,000',
    '0',
    '0',
    '5,000',
    '0',
    '9,000',
  ]);
  expect(said).toMatch(/From .+: .+ \([A-Z]\)/);
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('one at a time: another figure takes its place, a second press closes it', async () => {
  await show();
  fireEvent.click(figure(/overdue 8,000.00/));
  expect(await note()).toContain('8,000 / 9,000 = 89%');
  fireEvent.click(figure(/largest customer/));
  await waitFor(() => expect(document.querySelectorAll('.summaryNote')).toHaveLength(1));
  expect(await note()).toContain('The largest exposure / all exposures above 0.');
  fireEvent.click(figure(/largest customer/));
  expect(document.querySelector('.summaryNote')).toBeNull();
});

test('money at risk names the loss rates of the policy, in Chinese too', async () => {
  await show('zh-CN');
  fireEvent.click(figure(/风险金额/));
  const said = await note();
  expect(said).toContain('政策对其等级的预期损失率');
  expect(said).toContain('Tiercel Policy');
  expect(document.querySelectorAll('.summarySum tbody tr')).toHaveLength(4);
});

test('days of sales of open items alone are not known, and say why', async () => {
  const openItems = smallLedger.filter((row, index) => index === 0 || row[5] === '');
  await show('en-US', openItems);
  expect(screen.queryByRole('button', { name: /DSO \d/ })).toBeNull();
  fireEvent.click(figure(/DSO not known/));
  const said = await note();
  expect(said).toContain('only those that are still open');
  expect(document.querySelector('.summaryWorked')).toBeNull();
  act(() => setLanguage('zh'));
  expect(screen.getByRole('button', { name: /应收账款周转天数未知/ })).not.toBeNull();
});

test('that another list on the sheet is in no figure is said beside the figures, with the way to Check', async () => {
  const beside = smallLedger.map((row, index) => [
    ...row,
    null,
    ...(index === 0 ? ['Customer', 'Amount', 'Due date'] : ['Elsewhere Ltd', 100 * index, 45_400 + index]),
  ]);
  await show('en-US', beside);
  const said = screen.getByText('These figures may not hold all of the sheet: 1 header of another list.');
  within(said.parentElement!).getByRole('button', { name: 'Check the data' });
});

test('nothing is said to be left out of a sheet that is read whole', async () => {
  await show();
  expect(screen.queryByText(/may not hold all of the sheet/)).toBeNull();
});
