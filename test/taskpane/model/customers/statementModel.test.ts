/** Statements of account: made of what the sheet says now, of the customers that were meant. */

import { nothingRemembered } from '../../../../src/risk/ledger/recognition/columnMemory';
import {
  createStatementModel,
  type StatementRoom,
} from '../../../../src/taskpane/model/customers/statementModel';
import { blockOf } from '../../../sheetBlock';
import { fakeExcel, paneOn, refuse, succeed } from '../../fakeExcel';
import { smallLedger } from '../../smallLedger';

/** A pane on a sheet that can be edited, and statements that are kept where no Excel is. */
async function statements() {
  let block = blockOf(smallLedger);
  const made: string[] = [];
  const refusing = { isOn: false };
  const room: StatementRoom = {
    readLetterhead: () => succeed({ company: '', address: '' }),
    writeStatements: sheets => {
      if (refusing.isOn) return refuse('sheetProtected');
      made.push(...sheets.map(({ customer, statement }) => `${customer} ${statement.balance}`));
      return succeed(sheets.map(({ customer }) => ({ key: customer, sheetName: customer, isNew: true })));
    },
    removeStatements: () => succeed(undefined),
    showOwnSheet: () => succeed(undefined),
  };
  const excel = fakeExcel(block, {
    readActiveSheet: () => succeed(block),
    readSheet: () => succeed(block),
    readColumnMemory: () => succeed([nothingRemembered('Invoices')]),
  });
  const pane = paneOn(excel);
  await pane.sheet.follow();
  await pane.tierActiveSheet();
  /** Somebody writes another ledger into the cells. */
  const edit = (cells: typeof smallLedger): void => {
    block = blockOf(cells);
    excel.edit('sheet-1', 'A2:G5');
  };
  return { excel, pane, model: createStatementModel(pane, room), made, refusing, edit };
}

const customerCalled = (pane: ReturnType<typeof paneOn>, name: string): number =>
  pane.assessments.result.value!.assessment.table.customers.indexOf(name);

/** Bad GmbH paid 1,000, and a customer who was not there before stands first. */
const edited: typeof smallLedger = [
  smallLedger[0],
  ['New Ltd', 'INV-5', 45413, 45444, 700, '', 10000],
  ['Bad GmbH', 'INV-3', 45292, 45322, 4000, '', 2000],
];

test('after an edit it is made of what the sheet says now, and what lies open stays open', async () => {
  const { pane, model, made, edit } = await statements();
  const customer = customerCalled(pane, 'Bad GmbH');
  pane.layers.open({ kind: 'customer', customer });
  edit(edited);
  await model.make([customer]);
  expect(made).toEqual(['Bad GmbH 4000']);
  expect(pane.layers.stack.value).toEqual([{ kind: 'customer', customer: customerCalled(pane, 'Bad GmbH') }]);
});

test('from another sheet the way back is shown first, and nothing is made', async () => {
  const { excel, pane, model, made, edit } = await statements();
  edit(edited);
  excel.activate('sheet-2');
  await model.make([customerCalled(pane, 'Bad GmbH')]);
  expect(made).toEqual([]);
  expect(pane.notices.notice.value?.intent).toBe('warning');
});

test('what was refused is made for the same customer, though all are numbered anew', async () => {
  const { pane, model, made, refusing, edit } = await statements();
  edit(edited);
  refusing.isOn = true;
  await model.make([customerCalled(pane, 'Good Ltd'), customerCalled(pane, 'Bad GmbH')]);
  refusing.isOn = false;
  await pane.notices.refusal.value?.retry();
  expect(made).toEqual(['Bad GmbH 4000']);
});
