import type { Cell } from '../../../../src/risk/ledger/ledger';
import type { CopiedRows } from '../../../../src/taskpane/copiedTable';
import {
  type CustomerListModel,
  createCustomerListModel,
} from '../../../../src/taskpane/model/customers/customerListModel';
import { blockOf } from '../../../sheetBlock';
import { fakeExcel, paneOn } from '../../fakeExcel';
import { smallLedger } from '../../smallLedger';

const nextSelection = async (model: CustomerListModel): Promise<void> => {
  const before = model.selection.value;
  while (model.selection.value === before) await new Promise(resolve => setTimeout(resolve, 1));
};

async function listed(copy?: (rows: CopiedRows) => Promise<boolean>, cells: Cell[][] = smallLedger) {
  const pane = paneOn(fakeExcel(blockOf(cells)));
  await pane.tierActiveSheet();
  const model = createCustomerListModel(pane, copy);
  const stop = model.follow();
  await nextSelection(model);
  return { pane, model, stop };
}

test('copies what is listed, in its order, numbers as numbers, and says how many', async () => {
  const copied: CopiedRows[] = [];
  const { pane, model, stop } = await listed(async rows => copied.push(rows) > 0);
  model.ask({ search: 'g' });
  await nextSelection(model);
  await model.copy();
  expect(copied[0].map(row => row.slice(0, 2))).toEqual([
    ['Customer', 'Tier'],
    ['Bad GmbH', expect.any(String)],
    ['Good Ltd', expect.any(String)],
  ]);
  expect(copied[0][1]).toContain(5000);
  expect(new Set(copied[0].map(row => row.length)).size).toBe(1);
  expect(pane.notices.notice.value?.intent).toBe('success');
  stop();
});

test('customers are found by the numbers that the ledger itself has, which are copied beside their names', async () => {
  const copied: CopiedRows[] = [];
  const numbers = ['Customer no.', 'C-77', 'C-77', 'C-78', 'C-79'];
  const cells = smallLedger.map((row, index) => [numbers[index] ?? '', ...row]);
  const { model, stop } = await listed(async rows => copied.push(rows) > 0, cells);
  model.ask({ search: 'c-78' });
  await nextSelection(model);
  expect(model.selection.value?.totals.count).toBe(1);
  await model.copy();
  expect(copied[0].map(row => row.slice(0, 2))).toEqual([
    ['Customer', 'Customer number'],
    ['Bad GmbH', 'C-78'],
  ]);
  expect(new Set(copied[0].map(row => row.length)).size).toBe(1);
  stop();
});

test('the list of the overview finds customers by number too', async () => {
  const numbers = ['Customer no.', 'C-77', 'C-77', 'C-78', 'C-79'];
  const { pane, stop } = await listed(
    undefined,
    smallLedger.map((row, index) => [numbers[index] ?? '', ...row]),
  );
  const { customers } = pane;
  const found = () =>
    customers.shown.value.map(at => pane.assessments.result.value?.assessment.table.customers[at]);
  customers.search.value = 'Ｃ-78';
  expect(found()).toEqual(['Bad GmbH']);
  customers.search.value = 'good';
  expect(found()).toEqual(['Good Ltd']);
  stop();
});

test('where the browser refuses the clipboard it says that nothing is on it', async () => {
  const { pane, model, stop } = await listed(async () => false);
  await model.copy();
  expect(pane.notices.notice.value?.intent).toBe('warning');
  stop();
});

test('sorting begins with what one looks for: much money, low scores, names from the first', async () => {
  const { model, stop } = await listed();
  model.sortBy('overdue');
  expect(model.query.value.isDescending).toBe(true);
  model.sortBy('score');
  expect(model.query.value.isDescending).toBe(false);
  model.turnAround();
  expect(model.query.value.isDescending).toBe(true);
  stop();
});

test('the list follows the answer, and no longer once it is let go', async () => {
  const { pane, model, stop } = await listed();
  const before = model.selection.value;
  await pane.tierActiveSheet();
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(model.selection.value).not.toBe(before);
  stop();
  const after = model.selection.value;
  model.ask({ search: 'nobody' });
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(model.selection.value).toBe(after);
});
