import { effect } from '@preact/signals';
import type { ExcelOutcome, SheetBlock } from '../../../src/excel/contract';
import { textsIn } from '../../../src/i18n/catalogue';
import { setLanguage } from '../../../src/i18n/language';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { blockOf } from '../../sheetBlock';
import { fakeExcel, noTyping, paneOn, refuse } from '../fakeExcel';
import { endOfJune, smallLedger, twoCurrencies, withoutAmount } from '../smallLedger';

/** What was asked of Excel is answered in a later turn. */
const settled = () => new Promise(resolve => setTimeout(resolve, 0));

afterEach(() => setLanguage('en'));

describe('tiering the active sheet', () => {
  test('gives the answer that the ledger adds up to by hand, as of its last date', async () => {
    const pane = paneOn(fakeExcel());
    expect(await pane.tierActiveSheet()).toBe(true);
    const tiering = pane.assessments.result.value!;
    expect(tiering.asOf).toEqual({ serial: endOfJune, reason: 'lastDate' });
    expect(tiering.assessment.portfolio.exposure).toBe(9000);
    expect(tiering.assessment.portfolio.overdue).toBe(8000);
    expect(tiering.assessment.portfolio.buckets).toEqual([1000, 3000, 0, 0, 5000]);
    expect(pane.assessments.customersByRule.value.get('overLimit')).toEqual([1]);
    expect(tiering.assessment.table.customers[pane.customers.shown.value[0]]).toBe('Bad GmbH');
  });

  test('a sheet that lacks amounts keeps its mapping to be corrected, and is tiered once it is', async () => {
    const pane = paneOn(fakeExcel(blockOf(withoutAmount)));
    expect(await pane.tierActiveSheet()).toBe(false);
    expect(pane.assessments.result.value).toBeNull();
    expect(pane.sheet.current.value?.recognition.missing).toContain('amount');
    await pane.mapColumn('amount', 4);
    expect(pane.assessments.result.value).not.toBeNull();
  });

  test('an earlier answer stays when Excel refuses, and trying again asks again', async () => {
    let isEditing = false;
    const excel = fakeExcel();
    const read = excel.readActiveSheet;
    excel.readActiveSheet = (...args) => (isEditing ? refuse('cellBeingEdited') : read(...args));
    const pane = paneOn(excel);
    await pane.tierActiveSheet();
    const before = pane.assessments.result.value;
    isEditing = true;
    expect(await pane.tierActiveSheet()).toBe(false);
    expect(pane.assessments.result.value).toBe(before);
    expect(pane.notices.refusal.value?.problem.key).toBe('cellBeingEdited');
    isEditing = false;
    await pane.notices.refusal.value?.retry();
    expect(pane.notices.refusal.value).toBeNull();
    expect(pane.assessments.result.value).not.toBe(before);
  });

  test('cancelled, nothing changes and that is said; overtaken by a newer one, nothing is said', async () => {
    const waiting: ((outcome: ExcelOutcome<SheetBlock>) => void)[] = [];
    const excel = fakeExcel(blockOf(smallLedger), {
      readActiveSheet: () => new Promise(resolve => waiting.push(resolve)),
    });
    const pane = paneOn(excel);
    const first = pane.tierActiveSheet();
    pane.work.cancel();
    expect(pane.work.isWorking.value).toBe(false);
    waiting[0]({ ok: true, value: blockOf(smallLedger) });
    expect(await first).toBe(false);
    expect(pane.assessments.result.value).toBeNull();
    expect(pane.notices.notice.value?.intent).toBe('info');

    pane.notices.dismiss();
    const second = pane.tierActiveSheet();
    const third = pane.tierActiveSheet();
    waiting[1]({ ok: true, value: blockOf(twoCurrencies, { sheetId: 'sheet-old' }) });
    waiting[2]({ ok: true, value: blockOf(smallLedger, { sheetId: 'sheet-new' }) });
    expect(await second).toBe(false);
    expect(await third).toBe(true);
    expect(pane.notices.notice.value).toBeNull();
    expect(pane.assessments.result.value?.block.sheetId).toBe('sheet-new');
  });

  test('the same sheet read again keeps what the user corrected', async () => {
    const pane = paneOn(fakeExcel());
    await pane.tierActiveSheet();
    await pane.mapColumn('creditLimit', null);
    await pane.tierActiveSheet();
    const fields = pane.sheet.current.value?.recognition.columns.map(({ field }) => field);
    expect(fields).not.toContain('creditLimit');
  });

  test('a policy that cannot be read is refused with its place, and nothing is tiered by guesswork', async () => {
    const pane = paneOn(
      fakeExcel(blockOf(smallLedger), { readPolicySheet: () => refuse('policyUnreadable') }),
    );
    expect(await pane.tierActiveSheet()).toBe(false);
    expect(pane.notices.refusal.value?.problem.key).toBe('policyUnreadable');
    expect(pane.assessments.result.value).toBeNull();
  });
});

test('a report that says its day above the table is tiered as of that day, until the user says another', async () => {
  const titled = [['As of June 15, 2024', '', '', '', '', '', ''], ...smallLedger];
  const pane = paneOn(fakeExcel(blockOf(titled)));
  await pane.tierActiveSheet();
  expect(pane.assessments.result.value?.asOf).toEqual({ serial: 45_458, reason: 'stated' });
  await pane.chooseAsOf(45_473);
  expect(pane.assessments.result.value?.asOf).toEqual({ serial: 45_473, reason: 'chosen' });
});

describe('choices', () => {
  test('another date is counted anew and written to the policy; on the due date itself nothing is overdue', async () => {
    const excel = fakeExcel();
    const pane = paneOn(excel);
    await pane.tierActiveSheet();
    await pane.chooseAsOf(45452);
    expect(excel.asked).toContainEqual(['writeAsOf', 45452]);
    const { asOf, assessment } = pane.assessments.result.value!;
    expect(asOf).toEqual({ serial: 45452, reason: 'chosen' });
    // 2,000 of INV-1 was still open then and 8 days late; INV-4 falls due that very day.
    expect(assessment.portfolio.overdue).toBe(7000);
    expect(assessment.policy.settings.asOf).toBe(45452);
  });

  test('a customer list, which has no dates, is as of what was tiered before it', async () => {
    const list = [
      ['Customer', 'Credit limit', 'Exposure', 'Overdue', 'Sales'],
      ['Good Ltd', 10000, 1000, 0, 50000],
      ['Bad GmbH', 2000, 5000, 5000, 9000],
    ];
    let block = blockOf(list, { sheetId: 'list' });
    const excel = fakeExcel();
    excel.readActiveSheet = async () => ({ ok: true, value: block });
    const pane = paneOn(excel);
    await pane.tierActiveSheet();
    // 21 November 2026, the day of these tests.
    expect(pane.assessments.result.value?.asOf).toEqual({ serial: 46347, reason: 'list' });
    block = blockOf(smallLedger);
    await pane.tierActiveSheet();
    block = blockOf(list, { sheetId: 'list' });
    await pane.tierActiveSheet();
    expect(pane.assessments.result.value?.asOf).toEqual({ serial: endOfJune, reason: 'earlier' });
    expect(pane.assessments.customersByRule.value.get('overLimit')).toEqual([1]);
  });

  test("several currencies are added by the policy's rates, and read again when these change", async () => {
    let rates = [{ currency: 'EUR', rate: 8 }];
    const excel = fakeExcel(blockOf(twoCurrencies), {
      readPolicySheet: async () => ({
        ok: true,
        value: {
          ...defaultPolicy,
          rates,
          settings: { ...defaultPolicy.settings, currency: 'CNY' },
        },
      }),
    });
    const pane = paneOn(excel);
    await pane.tierActiveSheet();
    const first = pane.assessments.result.value!;
    expect([first.currency, first.currencies.find(({ currency }) => currency === 'EUR')?.rate]).toEqual([
      'CNY',
      8,
    ]);
    rates = [{ currency: 'EUR', rate: 16 }];
    await pane.chooseAsOf(first.asOf.serial);
    const second = pane.assessments.result.value!;
    expect(second.assessment.portfolio.exposure).toBe(first.assessment.portfolio.exposure * 2);
  });

  test('of several currencies the one with most rows is tiered, until another is chosen', async () => {
    const pane = paneOn(fakeExcel(blockOf(twoCurrencies)));
    await pane.tierActiveSheet();
    expect(pane.assessments.result.value?.currency).toBe('EUR');
    await pane.chooseCurrency('USD');
    expect(pane.assessments.result.value?.currency).toBe('USD');
    expect(pane.assessments.result.value?.assessment.portfolio.exposure).toBe(700);
  });

  test('search finds names in any case and width, filters add up, and all come back', async () => {
    const pane = paneOn(fakeExcel());
    await pane.tierActiveSheet();
    const names = () =>
      pane.customers.shown.value.map(
        index => pane.assessments.result.value!.assessment.table.customers[index],
      );
    pane.customers.search.value = ' ｂＡＤ ';
    expect(names()).toEqual(['Bad GmbH']);
    pane.customers.search.value = '宏达';
    expect(names()).toEqual(['江苏宏达机械有限公司']);
    pane.customers.showAll();
    pane.customers.rule.value = 'overLimit';
    expect(names()).toEqual(['Bad GmbH']);
    pane.customers.search.value = 'good';
    expect(names()).toEqual([]);
    pane.customers.showAll();
    expect(names()).toHaveLength(3);
  });
});

describe('the policy on the sheet', () => {
  const withAsOf = (asOf: number) => ({ ...defaultPolicy, settings: { ...defaultPolicy.settings, asOf } });

  test('has the last word on the date, and tiering again after a change there does not read the policy as data', async () => {
    let asOf = 45460;
    const excel = fakeExcel(blockOf(smallLedger), {
      readPolicySheet: async () => ({ ok: true, value: withAsOf(asOf) }),
    });
    const pane = paneOn(excel);
    await pane.sheet.follow();
    await pane.tierActiveSheet();
    expect(pane.assessments.result.value?.asOf).toEqual({ serial: 45460, reason: 'policy' });
    await pane.showPolicy();
    excel.activate('policy');
    asOf = 45470;
    await pane.tierAgain();
    expect(pane.assessments.result.value?.asOf).toEqual({ serial: 45470, reason: 'policy' });
    expect(excel.asked.filter(([name]) => name === 'readActiveSheet')).toHaveLength(1);
  });

  test('a date that cannot be written there is not counted either, so that pane and formulas agree', async () => {
    const excel = fakeExcel(blockOf(smallLedger), { writeAsOf: () => refuse('cellBeingEdited') });
    const pane = paneOn(excel);
    await pane.tierActiveSheet();
    await pane.chooseAsOf(45452);
    expect(pane.assessments.result.value?.asOf.serial).toBe(endOfJune);
    expect(pane.notices.refusal.value?.problem.key).toBe('cellBeingEdited');
  });
});

describe('the sheet', () => {
  test('highlights go on and off, say what they did, and can be undone from where it is said', async () => {
    const excel = fakeExcel();
    const pane = paneOn(excel);
    await pane.tierAndHighlight();
    expect(pane.highlights.isOn.value).toBe(true);
    expect(pane.highlights.outcome.value?.added).toEqual(['overLimit', 'agedAmount']);
    const [, undo] = pane.notices.notice.value!.actions;
    await undo.run();
    expect(pane.highlights.isOn.value).toBe(false);
    expect(excel.asked.map(([name]) => name)).toEqual([
      'readActiveSheet',
      'highlightSheet',
      'clearHighlights',
    ]);
  });

  test('highlights that were undone on the sheet are noticed when the user comes back, and so are those that were redone', async () => {
    let isThere = false;
    const excel = fakeExcel(blockOf(smallLedger), {
      isHighlighted: async () => ({ ok: true, value: isThere }),
    });
    const pane = paneOn(excel);
    await pane.tierActiveSheet();
    await pane.highlights.switchOn();
    isThere = true;
    const said = () => pane.notices.notice.value?.say(textsIn('en'));
    const done = said();
    await pane.highlights.lookAgain();
    expect([pane.highlights.isOn.value, said()]).toEqual([true, done]);
    // Ctrl+Z.
    isThere = false;
    await pane.highlights.lookAgain();
    expect(pane.highlights.isOn.value).toBe(false);
    expect(pane.highlights.outcome.value).toBeNull();
    expect(said()).toBe(textsIn('en').highlight.removed('Invoices'));
    // Ctrl+Y.
    isThere = true;
    await pane.highlights.lookAgain();
    expect(pane.highlights.isOn.value).toBe(true);
    expect(pane.notices.notice.value).toBeNull();
    // What was said since of something else stays.
    pane.notices.tell('info', () => 'Something else');
    isThere = false;
    await pane.highlights.lookAgain();
    expect([pane.highlights.isOn.value, said()]).toEqual([false, 'Something else']);
  });

  test('an Excel that does not answer, or work that is being done, leaves what is known of highlights', async () => {
    let answers = true;
    const excel = fakeExcel(blockOf(smallLedger), {
      isHighlighted: async () =>
        answers ? { ok: true, value: false } : { ok: false, problem: { key: 'busy', detail: {} } },
    });
    const pane = paneOn(excel);
    await pane.highlights.lookAgain();
    expect(pane.highlights.isOn.value).toBe(false);
    await pane.tierActiveSheet();
    await pane.highlights.switchOn();
    answers = false;
    await pane.highlights.lookAgain();
    answers = true;
    await pane.work.run('looking', () => pane.highlights.lookAgain());
    expect(pane.highlights.isOn.value).toBe(true);
  });

  test('a corrected column offers to highlight again, since formats on the sheet cannot know of it', async () => {
    const excel = fakeExcel();
    const pane = paneOn(excel);
    await pane.tierAndHighlight();
    await pane.mapColumn('creditLimit', null);
    const [again] = pane.notices.notice.value!.actions;
    await again.run();
    expect(excel.asked.filter(([name]) => name === 'highlightSheet')).toHaveLength(2);
  });

  test('highlights of an earlier day are found again on the sheet', async () => {
    const pane = paneOn(
      fakeExcel(blockOf(smallLedger), { isHighlighted: async () => ({ ok: true, value: true }) }),
    );
    await pane.tierActiveSheet();
    expect(pane.highlights.isOn.value).toBe(true);
  });

  test('columns are written with headers and rule names in the language of the pane', async () => {
    const excel = fakeExcel();
    const pane = paneOn(excel, 'zh-CN');
    await pane.tierActiveSheet();
    await pane.columns.write();
    const [, headers, language] = excel.asked.find(([name]) => name === 'writeColumns')!;
    expect(headers).toEqual({ score: '评分', tier: '风险等级', breaches: '预警' });
    expect(language).toBe('zh');
  });

  test('clearing asks first, then takes the policy too unless it was edited, and highlights are off', async () => {
    const excel = fakeExcel();
    const pane = paneOn(excel);
    await pane.tierAndHighlight();
    await pane.openClear();
    expect(excel.asked.map(([name]) => name)).not.toContain('clearAdditions');
    expect(pane.clearing.includePolicy.value).toBe(true);
    await pane.clearing.clear();
    expect(excel.asked).toContainEqual(['clearAdditions', { includePolicy: true, sheetKeys: ['Report'] }]);
    expect(pane.clearing.result.value?.typedOver[0].cells).toHaveLength(2);
    expect(pane.highlights.isOn.value).toBe(false);
  });

  test('a policy the user worked on is kept unless they say otherwise', async () => {
    const edited = { highlights: [], columns: [], sheets: [], hasPolicySheet: true, isPolicyEdited: true };
    const pane = paneOn(
      fakeExcel(blockOf(smallLedger), { findAdditions: async () => ({ ok: true, value: edited }) }),
    );
    await pane.openClear();
    expect(pane.clearing.includePolicy.value).toBe(false);
  });

  test('sheets with notes, or with formulas that are frozen, go only when the user says so', async () => {
    const keys = ['Report', 'Frozen', 'Changes', 'Collection'];
    const sheets = keys.map(key => ({ key, sheetName: `Tiercel ${key}` }));
    const added = { highlights: [], columns: [], sheets, hasPolicySheet: false, isPolicyEdited: false };
    const pane = paneOn(
      fakeExcel(blockOf(smallLedger), { findAdditions: async () => ({ ok: true, value: added }) }),
    );
    await pane.openClear();
    expect([...pane.clearing.sheetKeys.value]).toEqual(['Report']);
  });

  test('going to another sheet is noticed, keeps the answer, and can be waved away; sheets of Tiercel are no elsewhere', async () => {
    const owners = new Map([
      ['policy', 'policy' as const],
      ['report', 'tiercel' as const],
    ]);
    const excel = fakeExcel(blockOf(smallLedger), {
      ownerOfSheet: async id => ({ ok: true, value: owners.get(id) ?? 'user' }),
    });
    const pane = paneOn(excel);
    await pane.sheet.follow();
    await pane.tierActiveSheet();
    excel.activate('sheet-2');
    // Whose it is is asked first: a note that comes and goes would be a flicker.
    expect(pane.sheet.isElsewhere.value).toBe(false);
    await settled();
    expect(pane.sheet.isElsewhere.value).toBe(true);
    expect(pane.assessments.result.value).not.toBeNull();
    pane.sheet.dismissElsewhere();
    expect(pane.sheet.isElsewhere.value).toBe(false);
    excel.activate('sheet-3');
    await settled();
    expect(pane.sheet.isElsewhere.value).toBe(true);
    excel.activate('sheet-1');
    excel.activate('policy');
    await settled();
    expect([pane.sheet.isElsewhere.value, pane.sheet.isAtPolicy.value, pane.sheet.isAtOurs.value]).toEqual([
      false,
      true,
      true,
    ]);
    excel.activate('report');
    await settled();
    expect([pane.sheet.isElsewhere.value, pane.sheet.isAtPolicy.value, pane.sheet.isAtOurs.value]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('an Excel that does not tell whose a sheet is has sheets of the user', async () => {
    const excel = fakeExcel(blockOf(smallLedger), { ownerOfSheet: () => refuse('busy') });
    const pane = paneOn(excel);
    await pane.sheet.follow();
    await pane.tierActiveSheet();
    excel.activate('sheet-2');
    await settled();
    expect(pane.sheet.isElsewhere.value).toBe(true);
  });

  test('a customer that is opened has its rows selected, open ones first', async () => {
    const excel = fakeExcel();
    const pane = paneOn(excel);
    await pane.tierActiveSheet();
    pane.openCustomer(0);
    await Promise.resolve();
    expect(excel.asked).toContainEqual(['selectRows', [2, 1]]);
  });
});

describe('a sheet that is edited while its answer is shown', () => {
  test('is said, what Tiercel writes itself is not, and nothing is written beside rows that moved', async () => {
    const excel = fakeExcel();
    const pane = paneOn(excel);
    await pane.sheet.follow();
    await pane.tierActiveSheet();
    const { sheetId } = pane.sheet.current.value!.block;
    excel.edit('another', 'A2');
    excel.edit(sheetId, 'Z90');
    expect(pane.sheet.isChanged.value).toBe(false);
    excel.edit(sheetId, '2:2', true);
    expect(pane.sheet.isChanged.value).toBe(true);

    excel.readActiveSheet = async () => ({
      ok: true,
      value: blockOf([smallLedger[0], ...smallLedger.slice(1).reverse()]),
    });
    await pane.columns.write();
    expect(pane.sheet.isChanged.value).toBe(false);
    expect(excel.asked.filter(([name]) => name === 'writeColumns')).toHaveLength(1);
    const customers = pane.assessments.result.value!.assessment.table.customers;
    expect(customers[0]).toBe(smallLedger.at(-1)![0]);
    // An old Excel does not say whose an edit is; one that does tells the user's right after ours.
    excel.edit(sheetId, 'A2', false, 'userOrUs');
    expect(pane.sheet.isChanged.value).toBe(false);
    excel.edit(sheetId, 'A2');
    expect(pane.sheet.isChanged.value).toBe(true);
  });

  test('from another sheet nothing is written, and the way back is shown', async () => {
    const excel = fakeExcel();
    const pane = paneOn(excel);
    await pane.sheet.follow();
    await pane.tierActiveSheet();
    excel.edit(pane.sheet.current.value!.block.sheetId, 'A2');
    excel.activate('sheet-other');
    await pane.columns.write();
    expect(excel.asked.some(([name]) => name === 'writeColumns')).toBe(false);
    expect(pane.notices.notice.value?.say(textsIn('en'))).toContain('Nothing was written.');
  });
});

describe('a customer that is open while the answer changes', () => {
  test('is found again by its name, whatever its number became', async () => {
    const inBoth = [...twoCurrencies, ['Bad GmbH', 'INV-4', 45295, 45325, 90, 'EUR']];
    const pane = paneOn(fakeExcel(blockOf(inBoth)));
    await pane.tierActiveSheet();
    const named = (name: string) => pane.assessments.result.value!.assessment.table.customers.indexOf(name);
    expect(named('Bad GmbH')).toBe(1);
    pane.openCustomer(1);
    pane.layers.open({ kind: 'mapping' });
    await pane.chooseCurrency('USD');
    expect(named('Bad GmbH')).toBe(0);
    expect(pane.layers.stack.value).toEqual([{ kind: 'customer', customer: 0 }, { kind: 'mapping' }]);
  });

  test('is closed, with the mapping above it left open, where the sheet can no longer be tiered', async () => {
    const pane = paneOn(fakeExcel());
    await pane.tierActiveSheet();
    pane.openCustomer(1);
    pane.layers.open({ kind: 'mapping' });
    await pane.mapColumn('amount', null);
    expect(pane.layers.stack.value).toEqual([{ kind: 'mapping' }]);
  });

  test('is closed where the new answer does not have it', async () => {
    const excel = fakeExcel();
    const pane = paneOn(excel);
    await pane.tierActiveSheet();
    const count = pane.assessments.result.value!.assessment.table.customers.length;
    pane.openCustomer(count - 1);
    excel.readActiveSheet = async () => ({ ok: true, value: blockOf(smallLedger.slice(0, 2)) });
    const seen: number[] = [];
    const stop = effect(() => {
      const size = pane.assessments.result.value?.assessment.table.customers.length ?? 0;
      for (const layer of pane.layers.stack.value)
        if (layer.kind === 'customer') seen.push(layer.customer - size);
    });
    await pane.tierActiveSheet();
    stop();
    expect(seen.every(beyond => beyond < 0)).toBe(true);
  });
});

test('a correction that could not be counted is not shown as if it were', async () => {
  let isBroken = false;
  const excel = fakeExcel(blockOf(smallLedger), {
    readPolicySheet: async () => (isBroken ? refuse('policyUnreadable') : { ok: true, value: null }),
  });
  const pane = paneOn(excel);
  await pane.tierActiveSheet();
  const before = pane.sheet.current.value;
  isBroken = true;
  await pane.mapColumn('creditLimit', null);
  expect(pane.sheet.current.value).toBe(before);
  expect(pane.notices.refusal.value?.problem.key).toBe('policyUnreadable');
  isBroken = false;
  await pane.notices.refusal.value?.retry();
  const fields = pane.sheet.current.value?.recognition.columns.map(({ field }) => field);
  expect(fields).not.toContain('creditLimit');
});

test('a sheet that was filled since is recognised anew, when nobody corrected its columns', async () => {
  const excel = fakeExcel(
    blockOf([
      ['Amount', 'Customer'],
      ['', ''],
    ]),
  );
  const pane = paneOn(excel);
  await pane.tierActiveSheet();
  const first = pane.sheet.current.value!.recognition;
  excel.readActiveSheet = async () => ({
    ok: true,
    value: blockOf([
      ['Amount', 'Customer'],
      [10, 'Acme'],
      [20, 'Beta'],
    ]),
  });
  await pane.tierActiveSheet();
  expect(pane.sheet.current.value!.recognition).not.toEqual(first);
});

test('two presses in a row do not write into each other', async () => {
  const order: string[] = [];
  const excel = fakeExcel(blockOf(smallLedger), {
    writeColumns: async () => {
      order.push('begins');
      await new Promise(resolve => setTimeout(resolve, 20));
      order.push('ends');
      return { ok: true, value: { address: 'H1:J5', isNew: true, typedOver: noTyping } };
    },
  });
  const pane = paneOn(excel);
  await pane.tierActiveSheet();
  await Promise.all([pane.columns.write(), pane.columns.write()]);
  expect(order).toEqual(['begins', 'ends', 'begins', 'ends']);
  expect(pane.work.isWorking.value).toBe(false);
});

test('the details of an answer come also when other work begins before they are there', async () => {
  const pane = paneOn(fakeExcel());
  const tiering = pane.tierActiveSheet();
  await new Promise<void>(resolve =>
    effect(() => {
      if (pane.work.current.value?.stage === 'completing') resolve();
    }),
  );
  await pane.work.run('looking', async () => undefined);
  await tiering;
  const { table } = pane.assessments.result.value!.assessment;
  expect(table.measured.has('history')).toBe(true);
});
