import { act, cleanup, render } from '@testing-library/preact';
import { nextTurn } from '../../../src/excel/inSlices';
import { setLanguage } from '../../../src/i18n/language';
import { LaterRows } from '../../../src/taskpane/views/overview/LaterRows';
import { blockOf } from '../../sheetBlock';
import { fakeExcel, paneOn } from '../fakeExcel';
import { endOfJune, smallLedger } from '../smallLedger';

afterEach(() => {
  cleanup();
  act(() => setLanguage('en'));
});

async function textAt(asOf: number): Promise<string> {
  const cells = [...smallLedger, ['Later AG', 'INV-5', endOfJune + 5, endOfJune + 35, 250, '', '']];
  const pane = paneOn(fakeExcel(blockOf(cells)));
  await pane.tierActiveSheet();
  await pane.chooseAsOf(asOf);
  const shown = render(<LaterRows tiering={pane.assessments.result.value!} />);
  // Counted after it was drawn first.
  await act(nextTurn);
  return shown.container.textContent ?? '';
}

test('rows after the as-of date are counted, with the customers who have no others', async () => {
  expect(await textAt(endOfJune)).toBe(
    '1 row is dated after 30 Jun 2024 and not counted (250). 1 customer has only such rows and is not listed.',
  );
});

test('nothing is said where there are none', async () => {
  expect(await textAt(endOfJune + 5)).toBe('');
});
