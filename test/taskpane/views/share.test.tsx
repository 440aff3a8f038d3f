import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import type { FrozenFormula } from '../../../src/excel/share/frozenFormulas';
import type { TiercelFormula } from '../../../src/excel/share/tiercelFormulas';
import { textsOf } from '../../../src/i18n/bilingual';
import { setLanguage } from '../../../src/i18n/language';
import { shareTexts } from '../../../src/i18n/pane/share';
import type { ShareRoom } from '../../../src/taskpane/model/sheets/shareModel';
import { PaneContext } from '../../../src/taskpane/paneContext';
import { Share } from '../../../src/taskpane/views/share/Share';
import { fakeExcel, paneOn, refuse, someAdditions, succeed } from '../fakeExcel';

let room: ShareRoom;
jest.mock('../../../src/excel/share/additions', () => ({ findAdditions: () => room.findAdditions() }));
jest.mock('../../../src/excel/share/frozenFormulas', () => ({
  listFrozenFormulas: () => room.listFrozenFormulas(),
  freezeFormulas: () => room.freezeFormulas(),
  thawFormulas: () => room.thawFormulas(),
}));
jest.mock('../../../src/excel/share/spillUsers', () => ({
  findSpillUsers: (formulas: readonly TiercelFormula[]) => room.findSpillUsers(formulas),
}));
jest.mock('../../../src/excel/share/tiercelFormulas', () => ({
  findTiercelFormulas: () => room.findTiercelFormulas(),
  reenterBrokenFormulas: () => room.reenterBrokenFormulas(),
}));

beforeAll(() => {
  // axe measures icon fonts on a canvas, which jsdom does not have.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  act(() => setLanguage('en'));
});

const formula = (address: number, isBroken = false): TiercelFormula => ({
  sheetId: '1',
  sheetName: 'Invoices',
  row: address,
  column: 9,
  rowCount: 1,
  columnCount: 1,
  formula: '=TIERCEL.DSO(A1,B1)',
  repaired: '=TIERCEL.DSO(A1,B1)',
  isBroken,
});
const frozen: FrozenFormula = {
  mark: 'Tiercel_Frozen_1',
  sheetName: 'Invoices',
  address: 'J2',
  formula: '=TIERCEL.DSO(A1,B1)',
  check: 'ab',
};

/** A workbook with two formulas, one of them broken, that freezes and thaws them. */
function workbook(): ShareRoom {
  let now: { formulas: TiercelFormula[]; frozen: FrozenFormula[] } = {
    formulas: [formula(1), formula(2, true)],
    frozen: [],
  };
  return {
    findAdditions: () => succeed(someAdditions),
    findTiercelFormulas: () => succeed(now.formulas),
    findSpillUsers: () =>
      succeed([
        { kind: 'name' as const, name: 'Buckets' },
        { kind: 'validation' as const, sheetName: 'Invoices', address: 'B2:B9' },
      ]),
    listFrozenFormulas: () => succeed(now.frozen),
    freezeFormulas: () => {
      now = { formulas: [formula(2, true)], frozen: [frozen] };
      return succeed({ frozen: 1, skipped: [{ ...formula(2, true), address: 'J3' }], arrays: [] });
    },
    thawFormulas: () => succeed({ thawed: 0, kept: [{ ...frozen, obstacle: 'changed' as const }] }),
    reenterBrokenFormulas: () => {
      now = { ...now, formulas: [formula(1), formula(2)] };
      return succeed(1);
    },
  };
}

function show() {
  const pane = paneOn(fakeExcel());
  return {
    pane,
    ...render(
      <PaneContext.Provider value={pane}>
        <Share />
      </PaneContext.Provider>,
    ),
  };
}

test('says what works without the add-in, what does not, and freezes the formulas on request', async () => {
  room = workbook();
  const { container } = show();
  await screen.findByText('6 highlights: native formats that follow every edit');
  expect(screen.getByText('The policy: its cells decide the highlights there too')).toBeTruthy();
  expect(screen.getByText('Invoices: 2 formulas')).toBeTruthy();
  expect(
    screen.getByText(
      /nothing to show.*: the name Buckets, the list or entry rule in Invoices!B2:B9\. They work/,
    ),
  ).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Freeze formulas to values' }));
  await screen.findByText(/1 formula shows an error and stayed a formula: Invoices!J3/);
  await screen.findByRole('button', { name: 'Bring the formulas back' });
  expect(screen.queryByRole('button', { name: 'Freeze formulas to values' })).toBeNull();
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('where Excel does not let it look for what uses the formulas, it says so beside what it found', async () => {
  room = { ...workbook(), findSpillUsers: () => refuse('cellBeingEdited') };
  show();
  await screen.findByText('Invoices: 2 formulas');
  expect(screen.getByText(/Excel did not let us look.*Look again/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Freeze formulas to values' })).toBeTruthy();
});

test('what is left of the formulas is not looked for once more, as that reads the whole workbook', async () => {
  room = workbook();
  const find = jest.spyOn(room, 'findTiercelFormulas');
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Freeze formulas to values' }));
  await screen.findByText('Invoices: 1 formula');
  expect(find).toHaveBeenCalledTimes(1);
  fireEvent.click(screen.getByRole('button', { name: 'Bring the formulas back' }));
  await waitFor(() => expect(find).toHaveBeenCalledTimes(2));
});

test('tells why a formula was not brought back', async () => {
  room = workbook();
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Freeze formulas to values' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Bring the formulas back' }));
  await screen.findByText(/Invoices!J2: somebody wrote over its values/);
});

test('enters broken formulas again', async () => {
  room = workbook();
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Enter them again' }));
  await screen.findByText('1 formula was entered again.');
});

test('a refusal of Excel is told, and what was seen before stays', async () => {
  room = workbook();
  const { pane } = show();
  await screen.findByText('Invoices: 2 formulas');
  room = { ...workbook(), freezeFormulas: () => refuse('cellBeingEdited') };
  fireEvent.click(screen.getByRole('button', { name: 'Freeze formulas to values' }));
  await waitFor(() => expect(pane.notices.refusal.value?.problem.key).toBe('cellBeingEdited'));
  expect(screen.getByText('Invoices: 2 formulas')).toBeTruthy();
});

test('is Chinese in Chinese', async () => {
  room = workbook();
  show();
  act(() => setLanguage('zh'));
  await screen.findByText('6 条突出显示：Excel 原生格式，随修改自动更新');
  expect(textsOf(shareTexts).title).toBe('共享');
});
