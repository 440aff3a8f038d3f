import { textsIn } from '../../../../src/i18n/catalogue';
import { setLanguage } from '../../../../src/i18n/language';
import { letterColumns, senderColumns } from '../../../../src/risk/collection/letterTable';
import { ownHeaders } from '../../../../src/risk/ownTable';
import { entriesFor } from '../../../../src/taskpane/model/collect/collectCases';
import { createCollectModel } from '../../../../src/taskpane/model/collect/collectModel';
import { blockOf } from '../../../sheetBlock';
import { fakeExcel, paneOn, refuse, succeed } from '../../fakeExcel';
import { endOfJune, smallLedger } from '../../smallLedger';
import { collectRoom } from './collectRoom';

afterEach(() => setLanguage('en'));

/** As of 30 June 2024 Bad GmbH owes 5,000 for 151 days and 江苏宏达 3,000 for 21; Good Ltd owes 1,000 due tomorrow. */
async function collecting(room = collectRoom(), cells = smallLedger) {
  const pane = paneOn(fakeExcel(blockOf(cells)));
  await pane.tierActiveSheet();
  const model = createCollectModel(pane, room);
  await model.work();
  const [bad, hongda] = model.shown.value;
  return { pane, room, model, bad, hongda };
}
const noted = { step: '', promiseDay: Number.NaN, promisedAmount: Number.NaN, note: '', by: '' };

test('lists who is due, the most money times lateness first, with the step that the policy has for them', async () => {
  const { model, bad, hongda } = await collecting();
  const { customers } = model.collecting.value!.tiering.assessment.table;
  expect([bad, hongda].map(({ customer }) => customers[customer])).toEqual([
    'Bad GmbH',
    '江苏宏达机械有限公司',
  ]);
  expect(model.due.value.length).toBe(2);
  expect([bad.moneyDays, hongda.moneyDays]).toEqual([5000 * 151, 3000 * 21]);
  expect([bad.step, hongda.step]).toEqual([2, 2]);
});

test('what is recorded counts at once, can be taken back, and a broken promise surfaces', async () => {
  const { pane, room, model, bad } = await collecting();
  await model.record([bad], () => ({
    ...noted,
    day: endOfJune - 20,
    promiseDay: endOfJune - 10,
    promisedAmount: 5000,
    by: 'Wang',
  }));
  expect(model.broken.value.map(({ customer }) => customer)).toEqual([bad.customer]);
  expect(model.by.value).toBe('Wang');
  model.filters.value = { ...model.filters.value, isBroken: true };
  expect(model.shown.value.length).toBe(1);

  await model.recordDone([model.shown.value[0]]);
  expect(model.broken.value).toEqual([]);
  expect(room.log!.at(-1)).toEqual([
    endOfJune,
    'Bad GmbH',
    '',
    'Phone call',
    'phone',
    5000,
    '',
    '',
    '',
    'Wang',
    'phone',
  ]);
  expect(entriesFor(model.collecting.value!, bad.customer).map(({ step }) => step)).toEqual(['', 'phone']);
  const [undo] = pane.notices.notice.value!.actions;
  await undo.run();
  expect(room.log!.length).toBe(2);
  expect(model.broken.value.length).toBe(1);
});

test('an entry of somebody else in between is not taken back with ours', async () => {
  const { pane, room, model, bad } = await collecting();
  await model.recordDone([bad]);
  const [undo] = pane.notices.notice.value!.actions;
  room.log!.push([endOfJune, 'Good Ltd']);
  await undo.run();
  expect(room.log!.length).toBe(3);
  expect(pane.notices.notice.value!.intent).toBe('warning');
});

test('filters by step and by salesperson, and due ones first', async () => {
  const { model } = await collecting();
  model.filters.value = { ...model.filters.value, step: 5 };
  expect(model.shown.value).toEqual([]);
  model.filters.value = { isDue: false, step: null, salesperson: null, isBroken: false };
  expect(model.shown.value.length).toBe(model.collecting.value!.cases.length);
});

test('a letter is in the language of its customer, adds up to its invoices, and is changeable', async () => {
  const { model, bad, hongda } = await collecting();
  const english = model.letter(bad, 4);
  expect(english.subject).toBe('FINAL NOTICE before legal action: Bad GmbH, 5,000.00');
  expect(english.text).toContain(
    '1. INV-3 | invoiced 1 Jan 2024 | due 31 Jan 2024 | 151 days overdue | 5,000.00',
  );
  expect(english.text).toContain('Total: 5,000.00');
  expect(english.text).toContain('by 10 Jul 2024');
  expect(english.text).not.toMatch(/[{}]|undefined|NaN|–/);
  const chinese = model.letter(hongda, 3);
  expect(chinese.text.startsWith('催款函（第二次）\n\n致：江苏宏达机械有限公司\n')).toBe(true);
  expect(chinese.text).toContain('1. INV-4，开票2024年5月10日，到期2024年6月9日，逾期21天，3,000.00');
  model.languages.value = new Map([[hongda.customer, 'en']]);
  expect(model.letter(hongda, 3).subject).toBe('SECOND NOTICE: 江苏宏达机械有限公司, 3,000.00 overdue');
});

test('a letter names the credits that its amount leaves out, and says nothing of them where there are none', async () => {
  const credit = ['Bad GmbH', 'CN-1', endOfJune - 9, endOfJune - 9, -750.5, '', 2000];
  const { model, bad, hongda } = await collecting(collectRoom(), [...smallLedger, credit]);
  const steps = [0, 1, 2, 3, 4, 5];
  for (const step of steps) expect(model.letter(bad, step).text).toMatch(/credits.* 750\.50/i);
  expect(model.letter(bad, 4).text).toContain('We demand payment of 5,000.00 in full');
  for (const step of steps) expect(model.letter(hongda, step).text).not.toMatch(/贷项|红字/);
  model.languages.value = new Map([[bad.customer, 'zh']]);
  for (const step of steps) expect(model.letter(bad, step).text).toMatch(/未.*750\.50/);
});

test('the hand-over to lawyers says that nothing is recorded instead of leaving a heading alone', async () => {
  const { model, bad, hongda } = await collecting();
  expect(model.letter(bad, 5).text).toContain('What was done so far\nNothing is recorded.\n');
  expect(model.letter(hongda, 5).text).toContain('二、催收经过\n无记录。\n');
  await model.recordDone([bad]);
  expect(model.letter(bad, 5).text).not.toContain('Nothing is recorded');
});

test("the company's own letters and sender are used, their mistakes told, and ours are what they begin with", async () => {
  const room = collectRoom();
  room.letters = [
    ownHeaders(senderColumns, 'en'),
    ['Company', 'Acme Trading'],
    ownHeaders(letterColumns, 'en'),
    ['phone', 'en', 'Hello {customer}', '{ourCompany} wants {amount} {amout}\n{ourPhone}', 3],
  ];
  const { model, bad } = await collecting(room);
  const { subject, text } = model.letter(bad);
  expect([subject, text]).toEqual(['Hello Bad GmbH', 'Acme Trading wants 5,000.00 {amout}']);
  expect(model.collecting.value!.letterProblems.map(({ kind }) => kind)).toEqual(['unknownPlaceholder']);
  await model.openLetters();
  expect(room.seeded[0].letters.length).toBe(13);
  expect(room.seeded[0].notes.at(-1)).toContain('{payBy}');
});

test('letters are printed with their invoices as cells, and recorded from the notice', async () => {
  const { pane, room, model, bad, hongda } = await collecting();
  await model.print(
    [bad, hongda].map(found => model.letter(found, 3).printed),
    'en',
    () => model.recordDone([bad, hongda], 3),
  );
  const lines = room.printed[0].letters[0].lines;
  expect(lines.filter(line => line.kind === 'row' || line.kind === 'total')).toEqual([
    { kind: 'row', cells: ['INV-3', '2024-01-01', '2024-01-31', 151, 5000] },
    { kind: 'total', cells: ['Total', '', '', '', 5000] },
  ]);
  await pane.notices.notice.value!.actions[0].run();
  // What was printed is what is recorded, not what the policy had next.
  expect(room.log!.slice(1).map(row => row.at(-1))).toEqual(['secondNotice', 'secondNotice']);
});

test('letters of several are each of their own next step, and so is what is recorded of them', async () => {
  const { pane, room, model, bad, hongda } = await collecting();
  await model.printAll([bad, hongda]);
  expect(room.printed[0].letters.length).toBe(2);
  await pane.notices.notice.value!.actions[0].run();
  expect(room.log!.slice(1).map(row => row.at(-1))).toEqual(['phone', 'phone']);
});

test('a new sheet of printed letters is taken away by one press, and the ledger is in front; letters in place of others are not undone', async () => {
  const { pane, room, model, bad, hongda } = await collecting();
  const offered = () => pane.notices.notice.value!.actions.map(({ say }) => say(textsIn('en')));
  await model.printAll([bad, hongda]);
  expect(offered()).toEqual(['Record as done', 'Undo']);
  await pane.notices.notice.value!.actions[1].run();
  expect(room.removed).toEqual([pane.assessments.result.value!.block.sheetId]);
  expect(pane.notices.notice.value?.say(textsIn('en'))).toMatch(/^The sheet .* was removed\.$/);
  await model.printAll([bad]);
  expect(offered()).toEqual(['Record as done']);
});

test('more letters than a sheet has page breaks for are not begun', async () => {
  const { pane, room, model, bad } = await collecting();
  await model.printAll(Array.from({ length: 1_001 }, () => bad));
  expect(room.printed).toEqual([]);
  expect(pane.notices.notice.value?.intent).toBe('warning');
  expect(pane.notices.notice.value?.say(textsIn('en'))).toMatch(/at most 1,000 letters/);
});

test('a refusal of Excel is told with the way to try again, and nothing is lost', async () => {
  const room = collectRoom();
  const { pane, model, bad } = await collecting(room);
  const add = room.addToCollectionLog;
  Object.assign(room, { addToCollectionLog: () => refuse('sheetProtected') });
  expect(await model.recordDone([bad])).toBe(false);
  expect(pane.notices.refusal.value?.problem.key).toBe('sheetProtected');
  Object.assign(room, { addToCollectionLog: add });
  await pane.notices.refusal.value!.retry();
  expect(room.log!.length).toBe(2);
});

/** A ledger that somebody edits: its first customer comes before all others, so that each has another number. */
async function collectingThenNumberedAnew(room = collectRoom()) {
  let block = blockOf(smallLedger);
  const read = () => succeed(block);
  const pane = paneOn(fakeExcel(block, { readActiveSheet: read, readSheet: read }));
  await pane.tierActiveSheet();
  const model = createCollectModel(pane, room);
  await model.work();
  const numberAnew = async (): Promise<void> => {
    const [headers, ...rows] = smallLedger;
    block = blockOf([headers, ['New Ltd', 'INV-5', 45413, 45444, 700, '', 10000], ...rows]);
    await pane.followSheet();
    await model.work();
  };
  return { pane, room, model, numberAnew };
}

test('what was printed is recorded of the customers it was printed for, though another answer numbers all anew', async () => {
  const { pane, room, model, numberAnew } = await collectingThenNumberedAnew();
  await model.printAll(model.shown.value);
  const [record] = pane.notices.notice.value!.actions;
  await numberAnew();
  await record.run();
  expect(room.log!.slice(1).map(([, customer]) => customer)).toEqual(['Bad GmbH', '江苏宏达机械有限公司']);
});

test('what Excel refused to record is recorded of the same customers when it is tried again', async () => {
  const kept = collectRoom();
  const { addToCollectionLog: add } = kept;
  let isProtected = true;
  const room = Object.assign(kept, {
    addToCollectionLog: (...asked: Parameters<typeof add>) =>
      isProtected ? refuse('sheetProtected') : add(...asked),
  });
  const { pane, model, numberAnew } = await collectingThenNumberedAnew(room);
  await model.recordDone(model.shown.value);
  const { retry } = pane.notices.refusal.value!;
  isProtected = false;
  await numberAnew();
  await retry();
  expect(room.log!.slice(1).map(([, customer]) => customer)).toEqual(['Bad GmbH', '江苏宏达机械有限公司']);
});

test('on the overview nothing is worked out before a log was begun', async () => {
  const room = collectRoom();
  const pane = paneOn(fakeExcel());
  await pane.tierActiveSheet();
  const model = createCollectModel(pane, room);
  await model.workQuietly();
  expect(model.collecting.value).toBeNull();
  room.log = [];
  await model.workQuietly();
  expect(model.due.value.length).toBe(2);
});

test('is Chinese in Chinese: step, channel and headers of the log', async () => {
  const { model, room, hongda } = await collecting();
  setLanguage('zh');
  await model.recordDone([hongda]);
  expect(room.log!.at(-1)!.slice(3, 5)).toEqual(['电话催收', '电话']);
});
