/** Writing columns as values or as live formulas: what is asked of Excel, and what the pane says of it. */
import type { LiveCheck, StandingColumns } from '../../../../src/excel/columns/checkLiveColumns';
import type { LiveRequest } from '../../../../src/excel/columns/liveSources';
import type { LiveResult } from '../../../../src/excel/columns/writeLiveColumns';
import { textsIn } from '../../../../src/i18n/catalogue';
import { setLanguage } from '../../../../src/i18n/language';
import type { PaneModel } from '../../../../src/taskpane/model/paneModel';
import { createWriteModel, type WriteRoom } from '../../../../src/taskpane/model/sheets/writeModel';
import { fakeExcel, noTyping, paneOn, refuse, succeed } from '../../fakeExcel';

afterEach(() => setLanguage('en'));

const liveSheet = { key: 'Live_1', name: 'Tiercel Live' };
const equal: LiveCheck = { kind: 'equal', rowCount: 7 };
const written = (check: LiveCheck): LiveResult => ({
  kind: 'written',
  address: 'H1:J8',
  liveSheet,
  isNew: true,
  typedOver: noTyping,
  check,
});
const live = (check: LiveCheck): StandingColumns => ({
  kind: 'live',
  address: 'H1:J8',
  liveSheet,
  typedOver: noTyping,
  rowsBelow: 0,
  uncountedRows: 0,
  check,
});

interface Asked {
  readonly requests: LiveRequest[];
  readonly shown: string[];
}

/** Excel with these columns beside the data, which answers so when live ones are written. */
function roomWith(standing: StandingColumns, result: LiveResult = written(equal)) {
  const asked: Asked = { requests: [], shown: [] };
  const room: WriteRoom = {
    findStandingColumns: () => succeed(standing),
    writeLiveColumns: request => {
      asked.requests.push(request);
      return succeed(result);
    },
    showOwnSheet: key => {
      asked.shown.push(key);
      return succeed(undefined);
    },
  };
  return { room, asked };
}

async function tiered(excel = fakeExcel(), locale = 'en-US'): Promise<PaneModel> {
  const pane = paneOn(excel, locale);
  await pane.tierActiveSheet();
  return pane;
}

const said = (pane: PaneModel) => pane.notices.notice.value?.say(textsIn('en'));
const actions = (pane: PaneModel) =>
  pane.notices.notice.value?.actions.map(({ say }) => say(textsIn('en'))) ?? [];

test('values are what is offered first; where formulas stand already, they are', async () => {
  const pane = await tiered();
  const first = createWriteModel(pane, roomWith({ kind: 'none' }).room);
  await first.look();
  expect(first.form.value).toBe('values');
  expect(first.standing.value).toEqual({ kind: 'none' });
  const again = createWriteModel(pane, roomWith(live(equal)).room);
  await again.look();
  expect(again.form.value).toBe('live');
  again.form.value = 'values';
  await again.look();
  expect(again.form.value).toBe('values');
});

test('formulas get what the answer comes from, and the pane says that they agree with it', async () => {
  const pane = await tiered();
  const { room, asked } = roomWith({ kind: 'none' });
  const model = createWriteModel(pane, room);
  model.form.value = 'live';
  await model.write();
  const { block, recognition } = pane.assessments.result.value!;
  expect(asked.requests).toEqual([{ data: { block, recognition }, currency: null, list: null }]);
  expect(said(pane)).toBe(
    'Live formulas written to H1:J8; 7 rows were compared with the pane and agree. They look up on Tiercel Live.',
  );
  expect(actions(pane)).toEqual(['Show the sheet', 'Undo']);
  await model.showLive();
  expect(asked.shown).toEqual(['Live_1']);
});

test.each<[LiveCheck]>([
  [{ kind: 'different', count: 1, first: [{ address: 'I3', shows: 'B', pane: 'C' }] }],
  [{ kind: 'failed', shows: '#NAME?' }],
])('where they do not agree (%j) that is a warning, and values are one press away', async check => {
  const excel = fakeExcel();
  const pane = await tiered(excel);
  const model = createWriteModel(pane, roomWith({ kind: 'none' }, written(check)).room);
  model.form.value = 'live';
  await model.write();
  expect(pane.notices.notice.value?.intent).toBe('warning');
  expect(actions(pane)).toEqual(['Write values instead', 'Show the sheet', 'Undo']);
  expect(model.standing.value).toMatchObject({ kind: 'live', check });
  await model.writeValues();
  expect(excel.asked.map(([name]) => name)).toContain('writeColumns');
  expect(model.form.value).toBe('values');
});

test('an obstacle is kept for the page to tell, until something is written', async () => {
  const pane = await tiered();
  const obstacle = { kind: 'columnBeyond', header: 'Currency', sheet: 'Invoices' } as const;
  const model = createWriteModel(pane, roomWith({ kind: 'none' }, { kind: 'impossible', obstacle }).room);
  model.form.value = 'live';
  await model.write();
  expect(model.obstacle.value).toEqual(obstacle);
  expect(pane.notices.notice.value).toBeNull();
  await model.writeValues();
  expect(model.obstacle.value).toBeNull();
  expect(said(pane)).toContain('written to');
});

test('what Excel refuses is said, and asked again the same way', async () => {
  const pane = await tiered();
  let isRefused = true;
  const { room, asked } = roomWith({ kind: 'none' });
  const model = createWriteModel(pane, {
    ...room,
    writeLiveColumns: (...request) =>
      isRefused ? refuse('columnsEdited') : room.writeLiveColumns(...request),
  });
  model.form.value = 'live';
  await model.write();
  expect(pane.notices.refusal.value?.problem.key).toBe('columnsEdited');
  isRefused = false;
  await pane.notices.refusal.value?.retry();
  expect(asked.requests).toHaveLength(1);
});

test('rules that waited for a score on the sheet are offered to be highlighted, as after values', async () => {
  const pane = await tiered();
  await pane.highlights.switchOn();
  const model = createWriteModel(pane, roomWith({ kind: 'none' }).room);
  model.form.value = 'live';
  await model.write();
  expect(actions(pane)).toEqual(['Highlight again', 'Show the sheet', 'Undo']);
});

test('cells that the user typed over are named after writing, with a way to see them', async () => {
  const typedOver = { ...noTyping, cells: [{ row: 4, column: 8 }] };
  const excel = fakeExcel(undefined, {
    writeColumns: () => succeed({ address: 'H1:J5', isNew: false, typedOver }),
  });
  const pane = await tiered(excel);
  const model = createWriteModel(
    pane,
    roomWith({ kind: 'none' }, { ...written(equal), typedOver } as LiveResult).room,
  );
  await model.write();
  expect(said(pane)).toBe('Score, Tier and Breaches written to H1:J5. 1 cell you typed over stays as it is.');
  expect(actions(pane)).toContain('Show them');
  await pane.notices.notice.value!.actions[0].run();
  expect(excel.asked.at(-1)).toEqual(['selectCells', typedOver.cells]);
  model.form.value = 'live';
  await model.write();
  expect(said(pane)).toContain('1 cell you typed over stays as it is.');
});
