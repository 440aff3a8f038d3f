/** From a sheet of Tiercel's own to the data: the ledger that was tiered, else a sheet that looks like one. */
import type { SheetGlimpse } from '../../../../src/excel/reading/otherSheets';
import { textsIn } from '../../../../src/i18n/catalogue';
import { blockOf } from '../../../sheetBlock';
import { fakeExcel, paneOn, refuse } from '../../fakeExcel';
import { smallLedger } from '../../smallLedger';

const listCells = [
  ['Customer', 'Credit limit', 'Exposure', 'Overdue'],
  ['Good Co., Ltd.', 10_000, 5000, 0],
  ['Bad GmbH', 2000, 900, 900],
];
const glimpses: readonly SheetGlimpse[] = [
  { sheetId: 'notes', sheetName: 'Notes', cells: [['Remember', 'the milk']] },
  { sheetId: 'list', sheetName: 'Customers', cells: listCells },
  { sheetId: 'ledger', sheetName: 'Invoices', cells: smallLedger },
];

/** A workbook with a report in front, in which the sheet that is shown is read from then on. */
function reportInFront(found: readonly SheetGlimpse[]) {
  let front = 'report';
  const excel = fakeExcel(undefined, {
    readActiveSheet: async () =>
      front === 'report' ? refuse('ownSheet') : { ok: true, value: blockOf(smallLedger, { sheetId: front }) },
    glimpseOtherSheets: async () => ({ ok: true, value: found }),
    showSheet: async sheetId => {
      front = sheetId;
      return { ok: true, value: undefined };
    },
  });
  return { pane: paneOn(excel), show: (sheetId: string) => (front = sheetId) };
}

test('nothing tiered yet: the sheet that looks like a ledger comes to the front, before a customer list, and is tiered', async () => {
  const { pane } = reportInFront(glimpses);
  expect(await pane.tierActiveSheet()).toBe(false);
  expect(pane.notices.refusal.value?.problem.key).toBe('ownSheet');
  await pane.goToLedger();
  expect(pane.assessments.result.value?.block.sheetId).toBe('ledger');
  expect(pane.notices.refusal.value).toBeNull();
});

test('tiered already: back to that ledger', async () => {
  const { pane, show } = reportInFront(glimpses);
  show('mine');
  await pane.tierActiveSheet();
  show('report');
  expect(await pane.tierActiveSheet()).toBe(false);
  await pane.goToLedger();
  expect(pane.notices.refusal.value).toBeNull();
  expect(pane.assessments.result.value?.block.sheetId).toBe('mine');
});

test('no sheet looks like data: it is said', async () => {
  const { pane } = reportInFront(glimpses.slice(0, 1));
  await pane.tierActiveSheet();
  await pane.goToLedger();
  expect(pane.notices.notice.value?.say(textsIn('en'))).toBe(
    'No other sheet of this workbook looks like a ledger or a customer list.',
  );
});
