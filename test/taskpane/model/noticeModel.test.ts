import { createLayersModel } from '../../../src/taskpane/model/layersModel';
import { createNoticeModel, type Notice } from '../../../src/taskpane/model/noticeModel';

const undo = { say: () => 'Undo', run: () => {} };

function begin() {
  let seconds = 0;
  const notices = createNoticeModel(() => new Date(2026, 10, 21, 12, 0, seconds));
  const layers = createLayersModel(notices.leave);
  return {
    notices,
    layers,
    wait: (more: number) => {
      seconds += more;
    },
    tell: (intent: Notice['intent'], ...actions: Notice['actions']) =>
      notices.tell(intent, () => intent, actions),
  };
}

test('what was done is said until the user goes to another view, with its Undo', () => {
  const { notices, layers, wait, tell } = begin();
  layers.open({ kind: 'highlight' });
  tell('success', undo);
  wait(60);
  expect(notices.notice.value).not.toBeNull();
  layers.back();
  expect(notices.notice.value).toBeNull();
});

test('it outlasts every way through the pane until there was time to read it', () => {
  const { notices, layers, wait, tell } = begin();
  tell('success');
  wait(3);
  layers.open({ kind: 'more' });
  layers.open({ kind: 'part', part: 'collect' });
  layers.backToOverview();
  expect(notices.notice.value).not.toBeNull();
  wait(7);
  layers.open({ kind: 'more' });
  expect(notices.notice.value).toBeNull();
});

test('a view that is in front already is no other view', () => {
  const { notices, layers, wait, tell } = begin();
  tell('success');
  wait(60);
  layers.backToOverview();
  expect(notices.notice.value).not.toBeNull();
  layers.open({ kind: 'more' });
  tell('success');
  wait(60);
  layers.open({ kind: 'more' });
  expect(notices.notice.value).not.toBeNull();
});

test('remarks go with their view; warnings, offers and refusals stay until they are closed', () => {
  const { notices, layers, wait, tell } = begin();
  const leave = () => {
    wait(60);
    layers.open({ kind: 'more' });
    layers.back();
  };
  tell('info');
  leave();
  expect(notices.notice.value).toBeNull();

  tell('warning');
  leave();
  expect(notices.notice.value?.intent).toBe('warning');

  tell('info', { say: () => 'Tier again', run: () => {} });
  leave();
  expect(notices.notice.value?.intent).toBe('info');

  notices.refuse({ key: 'sheetGone', detail: {} }, () => {});
  leave();
  expect(notices.refusal.value?.problem.key).toBe('sheetGone');
});
