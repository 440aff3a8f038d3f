/** Columns beside the data: how their writing is taken back, in the pane and on the sheet. */

import { textsIn } from '../../../../src/i18n/catalogue';
import type { ExcelRoom } from '../../../../src/taskpane/model/excelRoom';
import type { PaneModel } from '../../../../src/taskpane/model/paneModel';
import { blockOf } from '../../../sheetBlock';
import { fakeExcel, noTyping, paneOn, refuse, succeed } from '../../fakeExcel';
import { smallLedger } from '../../smallLedger';

async function written(answers: Partial<ExcelRoom> = {}) {
  const excel = fakeExcel(blockOf(smallLedger), answers);
  const pane = paneOn(excel);
  await pane.tierActiveSheet();
  await pane.columns.write();
  return { excel, pane };
}

const said = (pane: PaneModel) => pane.notices.notice.value?.say(textsIn('en'));
const actions = (pane: PaneModel) => pane.notices.notice.value?.actions ?? [];
const offered = (pane: PaneModel) => actions(pane).map(({ say }) => say(textsIn('en')));

test('new columns are taken away by one press, and written again by another', async () => {
  const { excel, pane } = await written();
  expect(offered(pane)).toEqual(['Undo']);
  await actions(pane)[0].run();
  expect(excel.asked.at(-1)).toEqual(['removeColumns', 'sheet-1']);
  expect(said(pane)).toBe('Score, Tier and Breaches removed from Invoices.');
  expect(pane.columns.areStanding.value).toBe(false);
  await actions(pane)[0].run();
  expect(excel.asked.filter(([name]) => name === 'writeColumns')).toHaveLength(2);
  expect(pane.columns.areStanding.value).toBe(true);
});

test('columns in place of others are not the first: Clear says what goes', async () => {
  const { pane } = await written({
    writeColumns: () => succeed({ address: 'H1:J5', isNew: false, typedOver: noTyping }),
  });
  expect(offered(pane)).toEqual(['Clear…']);
  await actions(pane)[0].run();
  expect(pane.layers.stack.value.at(-1)).toEqual({ kind: 'clear' });
});

test('what the user typed over stays when they are taken away, and is said', async () => {
  const kept = { ...noTyping, cells: [{ row: 2, column: 8 }] };
  const { excel, pane } = await written({ removeColumns: () => succeed(kept) });
  await actions(pane)[0].run();
  expect(said(pane)).toBe(
    'Score, Tier and Breaches removed from Invoices. 1 cell you typed over stays as it is.',
  );
  expect(offered(pane)).toEqual(['Show them', 'Undo']);
  await actions(pane)[0].run();
  expect(excel.asked.at(-1)).toEqual(['selectCells', kept.cells]);
});

test('a refusal is told, and asked again', async () => {
  let isRefused = true;
  const { pane } = await written({
    removeColumns: () => (isRefused ? refuse('sheetProtected') : succeed(noTyping)),
  });
  await actions(pane)[0].run();
  expect(pane.notices.refusal.value?.problem.key).toBe('sheetProtected');
  expect(pane.columns.areStanding.value).toBe(true);
  isRefused = false;
  await pane.notices.refusal.value?.retry();
  expect(pane.columns.areStanding.value).toBe(false);
});

test('who undoes the writing on the sheet, or does it again, is told so on coming back to the pane', async () => {
  let areThere = true;
  const { pane } = await written({ hasColumns: () => succeed(areThere) });
  const done = said(pane);
  await pane.columns.lookAgain();
  expect(said(pane)).toBe(done);
  // Ctrl+Z.
  areThere = false;
  await pane.columns.lookAgain();
  expect(pane.columns.areStanding.value).toBe(false);
  expect([said(pane), pane.notices.notice.value?.intent]).toEqual([
    'Score, Tier and Breaches removed from Invoices.',
    'info',
  ]);
  // Ctrl+Y.
  areThere = true;
  await pane.columns.lookAgain();
  expect(pane.columns.areStanding.value).toBe(true);
  expect(pane.notices.notice.value).toBeNull();
  // What was said since of something else stays.
  pane.notices.tell('info', () => 'Something else');
  areThere = false;
  await pane.columns.lookAgain();
  expect([pane.columns.areStanding.value, said(pane)]).toEqual([false, 'Something else']);
});

test('before anything was written nothing is asked, and an Excel that does not answer leaves what is known', async () => {
  let asked = 0;
  const excel = fakeExcel(blockOf(smallLedger), {
    hasColumns: () => {
      asked += 1;
      return refuse('busy');
    },
  });
  const pane = paneOn(excel);
  await pane.tierActiveSheet();
  await pane.columns.lookAgain();
  expect(asked).toBe(0);
  await pane.columns.write();
  await pane.columns.lookAgain();
  expect([asked, pane.columns.areStanding.value]).toEqual([1, true]);
});
