import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { setLanguage } from '../../../src/i18n/language';
import { PaneContext } from '../../../src/taskpane/paneContext';
import { Contained } from '../../../src/taskpane/parts/Contained';
import { fakeExcel, paneOn } from '../fakeExcel';

let isBroken = true;
let reported: unknown[] = [];

function Figures() {
  if (isBroken) throw new Error('no such column');
  return <p>5,119,850</p>;
}

beforeEach(() => {
  isBroken = true;
  reported = [];
  globalThis.reportError = error => void reported.push(error);
});

afterEach(() => {
  cleanup();
  setLanguage('en');
});

test('a view that fails leaves what is beside it, says so in words and can be shown again', () => {
  const { container } = render(
    <>
      <h1>Invoices</h1>
      <Contained>
        <Figures />
      </Contained>
    </>,
  );
  expect(screen.getByRole('heading', { name: 'Invoices' })).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toMatch(/fault in Tiercel.*The workbook did not change/);
  expect(container.textContent).not.toContain('no such column');
  expect(reported).toEqual([new Error('no such column')]);

  isBroken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Show again' }));
  expect(screen.getByText('5,119,850')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a layer that fails keeps its way back, in either language', () => {
  setLanguage('zh');
  const pane = paneOn(fakeExcel(), 'zh-CN');
  pane.layers.open({ kind: 'more' });
  render(
    <PaneContext.Provider value={pane}>
      <Contained isLayer>
        <Figures />
      </Contained>
    </PaneContext.Provider>,
  );
  expect(screen.getByRole('heading', { name: '无法显示' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '返回' }));
  expect(pane.layers.stack.value).toEqual([]);
});
