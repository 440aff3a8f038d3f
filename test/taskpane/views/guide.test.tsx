import { act, cleanup, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { setLanguage } from '../../../src/i18n/language';
import { metricNames } from '../../../src/risk/metrics/table/metric';
import { PaneContext } from '../../../src/taskpane/paneContext';
import { Guide } from '../../../src/taskpane/views/guide/Guide';
import { fakeExcel, paneOn } from '../fakeExcel';

beforeAll(() => {
  // axe measures icon fonts on a canvas, which jsdom does not have.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  act(() => setLanguage('en'));
});

async function show(isTiered: boolean) {
  const pane = paneOn(fakeExcel());
  if (isTiered) await pane.tierActiveSheet();
  return render(
    <PaneContext.Provider value={pane}>
      <Guide />
    </PaneContext.Provider>,
  );
}

const steps = () => within(screen.getByRole('list')).getAllByRole('listitem');

test('says of each step whether it is done', async () => {
  await show(false);
  expect(steps().map(step => /, (done|to do)/.exec(step.textContent)![1])).toEqual([
    'to do',
    'to do',
    'to do',
  ]);
  cleanup();
  await show(true);
  expect(steps().map(step => /, (done|to do)/.exec(step.textContent)![1])).toEqual(['done', 'done', 'to do']);
});

test('explains every metric, in both languages, without a finding for axe', async () => {
  const { container } = await show(true);
  expect(container.querySelectorAll('details')).toHaveLength(metricNames.length + 1);
  expect(screen.getByText('Days beyond terms')).toBeTruthy();
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
  act(() => setLanguage('zh'));
  expect(screen.getByText('超信用期天数')).toBeTruthy();
});
