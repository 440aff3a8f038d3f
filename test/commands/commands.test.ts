import { associateCommands, commandActions } from '../../src/commands/commands';
import { blockOf } from '../sheetBlock';
import { fakeExcel, paneOn, refuse } from '../taskpane/fakeExcel';
import { smallLedger } from '../taskpane/smallLedger';

const associated = new Map<string, unknown>();
let panesShown = 0;

beforeEach(() => {
  panesShown = 0;
  associated.clear();
  Object.assign(globalThis, {
    Office: {
      addin: { showAsTaskpane: async () => void panesShown++ },
      actions: { associate: (id: string, command: unknown) => associated.set(id, command) },
    },
  });
});

/** Press a ribbon button and wait until Excel would show it as free again. */
async function press(id: keyof typeof commandActions): Promise<number> {
  let completed = 0;
  await commandActions[id]({ completed: () => void completed++ });
  return completed;
}

test('every id of the manifest is associated with its command', () => {
  associateCommands(paneOn(fakeExcel()));
  expect([...associated.keys()].sort()).toEqual([
    'clearAll',
    'openCollect',
    'openPolicy',
    'openReport',
    'openShare',
    'showCustomer',
    'tierSheet',
    'toggleHighlight',
  ]);
  expect(associated.get('tierSheet')).toBe(commandActions.tierSheet);
});

test('Tier this sheet shows the pane with the answer and frees the button', async () => {
  const pane = paneOn(fakeExcel());
  associateCommands(pane);
  expect(await press('tierSheet')).toBe(1);
  expect(panesShown).toBe(1);
  expect(pane.assessments.result.value).not.toBeNull();
});

test('Highlight tiers first when nothing was tiered, and takes back on the second press', async () => {
  const excel = fakeExcel();
  const pane = paneOn(excel);
  associateCommands(pane);
  await press('toggleHighlight');
  expect(pane.highlights.isOn.value).toBe(true);
  await press('toggleHighlight');
  expect(pane.highlights.isOn.value).toBe(false);
  expect(excel.asked.map(([name]) => name)).toEqual(['readActiveSheet', 'highlightSheet', 'clearHighlights']);
});

test('Highlight on a sheet that cannot be read says why and highlights nothing', async () => {
  const excel = fakeExcel(undefined, { readActiveSheet: () => refuse('sheetEmpty') });
  const pane = paneOn(excel);
  associateCommands(pane);
  expect(await press('toggleHighlight')).toBe(1);
  expect(pane.notices.refusal.value?.problem.key).toBe('sheetEmpty');
  expect(excel.asked).toEqual([]);
});

test('Clear asks in the pane and removes nothing by itself', async () => {
  const excel = fakeExcel();
  const pane = paneOn(excel);
  associateCommands(pane);
  await press('clearAll');
  expect(pane.layers.stack.value).toEqual([{ kind: 'clear' }]);
  expect(excel.asked.map(([name]) => name)).not.toContain('clearAdditions');
});

test('the button is freed even when Office cannot show the pane', async () => {
  associateCommands(paneOn(fakeExcel()));
  Office.addin.showAsTaskpane = () => Promise.reject(new Error('not now'));
  let completed = 0;
  await expect(commandActions.tierSheet({ completed: () => void completed++ })).rejects.toThrow('not now');
  expect(completed).toBe(1);
});

test('Highlight is for the sheet in front, even when the note about being elsewhere was waved away', async () => {
  const excel = fakeExcel(blockOf(smallLedger, { sheetId: 'sheet-1' }));
  const pane = paneOn(excel);
  associateCommands(pane);
  await pane.sheet.follow();
  await press('toggleHighlight');
  excel.activate('sheet-2');
  pane.sheet.dismissElsewhere();
  excel.readActiveSheet = async () => ({ ok: true, value: blockOf(smallLedger, { sheetId: 'sheet-2' }) });
  await press('toggleHighlight');
  expect(pane.assessments.result.value?.block.sheetId).toBe('sheet-2');
});

test('Highlight from the policy sheet is for the sheet that was tiered, not for the policy', async () => {
  const excel = fakeExcel(undefined, {
    ownerOfSheet: async id => ({ ok: true, value: id === 'sheet-policy' ? 'policy' : 'user' }),
  });
  const pane = paneOn(excel);
  associateCommands(pane);
  await pane.sheet.follow();
  await press('tierSheet');
  excel.showPolicySheet = async () => {
    excel.activate('sheet-policy');
    return { ok: true, value: undefined };
  };
  await pane.showPolicy();
  await press('toggleHighlight');
  expect(pane.highlights.isOn.value).toBe(true);
  expect(excel.asked.filter(([name]) => name === 'readActiveSheet')).toHaveLength(1);
});

test('Report tiers first where nothing was tiered, then opens its part', async () => {
  const pane = paneOn(fakeExcel());
  associateCommands(pane);
  await press('openReport');
  expect(pane.assessments.result.value).not.toBeNull();
  expect(pane.layers.stack.value).toEqual([{ kind: 'part', part: 'report' }]);
});

test('Share opens without a tiering', async () => {
  const excel = fakeExcel();
  const pane = paneOn(excel);
  associateCommands(pane);
  await press('openShare');
  expect(excel.asked).toEqual([]);
  expect(pane.layers.stack.value).toEqual([{ kind: 'part', part: 'share' }]);
});

test('Show customer tiers the sheet and opens whose row the cursor is in; a row of nobody is told', async () => {
  const block = blockOf(smallLedger);
  const cursor = { sheetId: block.sheetId, row: 2, column: 0 };
  const pane = paneOn(fakeExcel(block, { readActiveCell: async () => ({ ok: true, value: { ...cursor } }) }));
  associateCommands(pane);
  await press('showCustomer');
  const [layer] = pane.layers.stack.value;
  const { table } = pane.assessments.result.value!.assessment;
  expect(layer.kind === 'customer' && table.rowsOf(layer.customer)).toContain(2 - block.row);
  pane.layers.backToOverview();
  cursor.row = 9_999;
  await press('showCustomer');
  expect(pane.layers.stack.value).toEqual([]);
  expect(pane.notices.notice.value?.intent).toBe('info');
});
