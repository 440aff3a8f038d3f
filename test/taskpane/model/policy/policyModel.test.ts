import type { PolicyTables, PolicyWriting } from '../../../../src/excel/policy/policyEdits';
import type { LoggedChange } from '../../../../src/excel/policy/policyLog';
import type { Editor } from '../../../../src/excel/reading/watch';
import { setLanguage } from '../../../../src/i18n/language';
import { policyBlocks } from '../../../../src/risk/policy/cells/policyBlocks';
import { sectionIds } from '../../../../src/risk/policy/cells/policySections';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { type PolicyDraft, readDraft } from '../../../../src/risk/policy/draft/policyDraft';
import type { Policy } from '../../../../src/risk/policy/policy';
import { policyToJson } from '../../../../src/risk/policy/policyJson';
import { applyPreset } from '../../../../src/risk/policy/presets';
import { noTier } from '../../../../src/risk/scoring/assessment';
import {
  followPolicy,
  type PolicyFollowingRoom,
} from '../../../../src/taskpane/model/policy/policyFollowing';
import { createPolicyModel, type PolicyRoom } from '../../../../src/taskpane/model/policy/policyModel';
import { addableRows, isRemovable } from '../../../../src/taskpane/model/policy/policyRows';
import { fakeExcel, paneOn, refuse, succeed } from '../../fakeExcel';
import { endOfJune } from '../../smallLedger';

afterEach(() => setLanguage('en'));

const sheetOf = (policy: Policy): PolicyTables => ({
  sheetId: 'policy',
  cells: policyBlocks(policy, 'en').flatMap(({ title, headers, rows }) => [[title], headers, ...rows, []]),
  log: [],
});

/** A workbook with a policy sheet that takes edits, and tells of them. */
function workbook(policy: Policy | null = defaultPolicy) {
  let now = policy;
  let tell = (): void => {};
  const written: PolicyWriting[] = [];
  const room: PolicyRoom = {
    readPolicyTables: async () => ({ ok: true, value: now === null ? null : sheetOf(now) }),
    writePolicyEdits: async writing => {
      written.push(writing);
      now = readDraft(writing.draft).policy;
      tell();
      return { ok: true, value: undefined };
    },
    showPolicyRow: async () => ({ ok: true, value: undefined }),
    showPolicyLog: async () => ({ ok: true, value: undefined }),
    onPolicySheetChanged: async listener => {
      tell = listener;
      return () => {};
    },
  };
  const excel = fakeExcel(undefined, { readPolicySheet: async () => ({ ok: true, value: now }) });
  return {
    room,
    written,
    excel,
    policy: () => now,
    byHand: (edited: Policy) => {
      now = edited;
      tell();
    },
  };
}

const settled = (isSo: () => boolean) =>
  new Promise<void>((resolve, reject) => {
    const end = Date.now() + 4_000;
    const look = () => {
      if (isSo()) resolve();
      else if (Date.now() > end) reject(new Error('It did not come to that.'));
      else setTimeout(look, 20);
    };
    look();
  });

const keyOf = (draft: PolicyDraft | null, section: (typeof sectionIds)[number], row: number) =>
  draft!.sections[section].rows[row].key;

async function editor(book = workbook()) {
  const pane = paneOn(book.excel);
  await pane.tierActiveSheet();
  const model = createPolicyModel(pane, book.room);
  await model.look();
  return { pane, model, book };
}

test('an edit tells who would move before anything is written', async () => {
  const { model, book, pane } = await editor();
  const { scores } = pane.assessments.result.value!.assessment;
  expect(model.changes.value).toEqual([]);
  model.edit('tiers', keyOf(model.draft.value, 'tiers', 0), 'fromScore', 99.5);
  model.edit('tiers', keyOf(model.draft.value, 'tiers', 1), 'fromScore', 99);
  model.edit('tiers', keyOf(model.draft.value, 'tiers', 2), 'fromScore', 98);
  await settled(() => model.whatIf.value !== null);
  const fallen = Array.from(scores.score.keys()).filter(
    customer =>
      scores.score[customer] < 98 && scores.tier[customer] !== 3 && scores.tier[customer] !== noTier,
  );
  expect(fallen.length).toBeGreaterThan(0);
  expect([...model.whatIf.value!.movers].sort()).toEqual(fallen);
  expect(book.written).toEqual([]);
  model.discard();
  expect([model.whatIf.value, model.changes.value]).toEqual([null, []]);
});

test('what is wrong holds Apply and the what-if back, and is told at its cell', async () => {
  const { model, book } = await editor();
  model.edit('tiers', keyOf(model.draft.value, 'tiers', 1), 'fromScore', 90);
  expect(model.reading.value!.problems).toMatchObject([
    { section: 'tiers', row: keyOf(model.draft.value, 'tiers', 1), column: 'fromScore' },
  ]);
  await model.apply();
  expect(book.written).toEqual([]);
  expect(model.whatIf.value).toBeNull();
  expect(model.exportText()).toBeNull();
});

test('applying writes the edits with their log, tiers again and can be undone', async () => {
  const { model, book, pane } = await editor();
  model.takePreset('cautious');
  await settled(() => model.whatIf.value !== null);
  const expected = model.whatIf.value!.totalAtRisk.after;
  const count = model.changes.value.length;
  await model.apply();
  expect(book.policy()).toEqual(applyPreset(defaultPolicy, 'cautious'));
  expect(book.written[0].changes).toHaveLength(count);
  expect(book.written[0].changes[0]).toEqual({
    // Midnight of 21 November 2026, as the pane's clock has it.
    when: 46_347,
    section: 'Tiers',
    row: 'A',
    column: 'From score',
    from: 80,
    to: 85,
    format: 'General',
  });
  expect(pane.assessments.result.value!.assessment.totalAtRisk).toBe(expected);
  expect(model.changes.value).toEqual([]);
  const { notice } = pane.notices;
  await notice.value!.actions[0].run();
  expect(book.policy()).toEqual(defaultPolicy);
  expect(pane.assessments.result.value!.assessment.policy.tiers).toEqual(defaultPolicy.tiers);
});

test('a refusal of Excel keeps the edits', async () => {
  const book = workbook();
  const { model, pane } = await editor({
    ...book,
    room: { ...book.room, writePolicyEdits: () => refuse('sheetProtected') },
  });
  model.takePreset('growth');
  const count = model.changes.value.length;
  await model.apply();
  expect(pane.notices.refusal.value?.problem.key).toBe('sheetProtected');
  expect(model.changes.value).toHaveLength(count);
});

test('a sheet that changed meanwhile says so, and reading it again drops the edits', async () => {
  const book = workbook();
  const { model } = await editor({
    ...book,
    room: { ...book.room, writePolicyEdits: () => refuse('policyChanged') },
  });
  model.takePreset('growth');
  await model.apply();
  expect(model.isOutdated.value).toBe(true);
  await model.lookAgain();
  expect([model.isOutdated.value, model.changes.value]).toEqual([false, []]);
});

test('edits by hand show at once where nothing is edited here, and are announced where something is', async () => {
  const { model, book } = await editor();
  const cautious = applyPreset(defaultPolicy, 'cautious');
  book.byHand(cautious);
  await settled(() => model.draft.value!.sections.tiers.rows[0].cells.fromScore === 85);
  expect(model.changes.value).toEqual([]);
  model.edit('tiers', keyOf(model.draft.value, 'tiers', 0), 'termsDays', 75);
  book.byHand(defaultPolicy);
  await settled(() => model.isOutdated.value);
  expect(model.draft.value!.sections.tiers.rows[0].cells.termsDays).toBe(75);
});

test('a preset keeps what was edited beside it', async () => {
  const { model } = await editor();
  model.edit('factors', keyOf(model.draft.value, 'factors', 0), 'weight', 50);
  model.takePreset('cautious');
  expect(model.reading.value!.policy.factors[0].weight).toBe(50);
  model.takeDefaults();
  expect(model.changes.value).toEqual([]);
});

test('an exported policy is taken up again; anything else is refused in words', async () => {
  const { model } = await editor();
  expect(model.importText(policyToJson(applyPreset(defaultPolicy, 'growth')))).toBeNull();
  const exported = model.exportText()!;
  model.discard();
  expect(model.importText(exported)).toBeNull();
  expect(model.reading.value!.policy.tiers).toEqual(applyPreset(defaultPolicy, 'growth').tiers);
  expect(model.importText('{"kind":"something"}')?.key).toBe('fileNotPolicy');
  expect(model.importText('=HYPERLINK("x")')?.key).toBe('fileNotPolicy');
});

test('without a sheet the policy in force is edited, as of the day of the answer', async () => {
  const { model, book } = await editor(workbook(null));
  expect(model.hasSheet.value).toBe(false);
  expect(model.reading.value!.policy.settings.asOf).toBe(endOfJune);
  model.edit('settings', keyOf(model.draft.value, 'settings', 1), 'value', 180);
  await model.apply();
  expect(book.written[0].inForce.settings.windowDays).toBe(365);
  expect(book.policy()!.settings.windowDays).toBe(180);
});

test('a sheet that lost a table cannot be edited, and says which', async () => {
  const book = workbook();
  const cells = sheetOf(defaultPolicy).cells.filter(row => row[0] !== 'Tier');
  const room = {
    ...book.room,
    readPolicyTables: async () => ({ ok: true as const, value: { sheetId: '1', cells, log: [] } }),
  };
  const { model } = await editor({ ...book, room });
  expect(model.state.value).toBe('unreadable');
  expect(model.missing.value.map(({ key, detail }) => [key, detail.section])).toEqual([
    ['policySectionMissing', 'Tiers / 风险等级'],
  ]);
});

test('every row that is offered can be added and applied as it is', async () => {
  const { model } = await editor();
  for (const section of sectionIds) {
    const { rows } = model.draft.value!.sections[section];
    const last = rows.length - 1;
    if (section === 'rules' || section === 'knockOuts') model.remove(section, rows[0].key);
    for (const row of addableRows(model.draft.value!, section, 'en')) {
      // A currency is only known to who adds it.
      if (section !== 'rates') model.add(section, row);
    }
    expect(isRemovable(model.draft.value!, section, last)).toBe(
      !['settings'].includes(section) && !(section.endsWith('uckets') && last === -1),
    );
  }
  expect(model.reading.value!.problems).toEqual([]);
});

describe('following the cells', () => {
  /** Edits of the policy's sheet, and what is logged of them. */
  function following() {
    let listen: (by: Editor) => void = () => {};
    const logged: LoggedChange[] = [];
    const room: PolicyFollowingRoom = {
      onPolicySheetChanged: async listener => {
        listen = listener;
        return () => {};
      },
      logPolicyChanges: async changes => {
        logged.push(...changes);
        return { ok: true, value: undefined };
      },
    };
    const lines = () => logged.map(({ section, row, column, from, to }) => [section, row, column, from, to]);
    return { room, lines, logged, tell: (by: Editor = 'user') => listen(by) };
  }
  const withTier = (fromScore: number, policy: Policy = defaultPolicy): Policy => ({
    ...policy,
    tiers: policy.tiers.map((tier, index) => (index === 0 ? { ...tier, fromScore } : tier)),
  });
  const rest = () => new Promise(resolve => setTimeout(resolve, 650));

  test('logs what the user changed by hand, several cells at once, tiered or not', async () => {
    const book = workbook();
    const pane = paneOn(book.excel);
    const { room, tell, lines, logged } = following();
    const stop = await followPolicy(pane, book.excel, room);
    book.byHand(withTier(85));
    tell();
    book.byHand({ ...withTier(86), settings: { ...defaultPolicy.settings, windowDays: 180 } });
    tell();
    await rest();
    expect(lines()).toEqual([
      ['Settings', 'Window in days', 'Value', 365, 180],
      ['Tiers', 'A', 'From score', 80, 86],
    ]);
    // 21 November 2026, midnight, as the pane's clock says.
    expect(logged[0].when).toBe(46_347);
    book.byHand(withTier(86));
    tell();
    await rest();
    expect(lines().slice(2)).toEqual([['Settings', 'Window in days', 'Value', 180, 365]]);
    stop();
  });

  test('does not log what a co-author or the pane itself changed, nor the date that is chosen in the pane', async () => {
    const book = workbook();
    const { pane, model } = await editor(book);
    const { room, tell, lines } = following();
    const stop = await followPolicy(pane, book.excel, room);
    book.byHand(withTier(85));
    tell('coauthor');
    await rest();
    expect(lines()).toEqual([]);
    expect(pane.assessments.result.value!.assessment.policy.tiers[0].fromScore).toBe(85);

    await model.lookAgain();
    const { key } = model.draft.value!.sections.tiers.rows[0];
    model.edit('tiers', key, 'fromScore', 90);
    await model.apply();
    book.byHand({ ...book.policy()!, settings: { ...book.policy()!.settings, asOf: endOfJune } });
    pane.assessments.choices.value = { ...pane.assessments.choices.value, asOf: endOfJune };
    tell();
    await rest();
    expect(lines()).toEqual([]);
    book.byHand(withTier(91, book.policy()!));
    tell();
    await rest();
    expect(lines()).toEqual([['Tiers', 'A', 'From score', 90, 91]]);
    stop();
  });

  test('knows what a sheet said that the pane has just made, and nothing of one that could not be read', async () => {
    const book = workbook(null);
    const { pane } = await editor(book);
    const { room, tell, lines } = following();
    const stop = await followPolicy(pane, book.excel, room);
    const { policy } = pane.assessments.result.value!.assessment;
    book.byHand(withTier(85, policy));
    tell();
    await rest();
    expect(lines()).toEqual([['Tiers', 'A', 'From score', 80, 85]]);
    stop();

    const broken = following();
    let isReadable = false;
    const stopBroken = await followPolicy(
      paneOn(book.excel),
      {
        readPolicySheet: () => (isReadable ? succeed(withTier(70)) : refuse('policyUnreadable')),
      },
      broken.room,
    );
    isReadable = true;
    broken.tell();
    await rest();
    expect(broken.lines()).toEqual([]);
    stopBroken();
  });

  test('tiers again by what they say, once the typing rests', async () => {
    const { pane, book } = await editor();
    const { room, tell } = following();
    const stop = await followPolicy(pane, book.excel, room);
    const before = pane.assessments.result.value!;
    tell();
    await new Promise(resolve => setTimeout(resolve, 700));
    // What is in force already is no reason to tier again.
    expect(pane.assessments.result.value).toBe(before);
    book.byHand(applyPreset(defaultPolicy, 'cautious'));
    tell();
    await settled(() => pane.assessments.result.value!.assessment.policy.tiers[0].fromScore === 85);
    await settled(() => pane.notices.notice.value !== null);
    stop();
  });

  test('names the cell that cannot be read, and takes that back once it can', async () => {
    const book = workbook();
    let isReadable = false;
    const { pane } = await editor(book);
    const { room, tell } = following();
    const stop = await followPolicy(
      pane,
      {
        readPolicySheet: async () =>
          isReadable
            ? { ok: true, value: book.policy() }
            : { ok: false, problem: { key: 'policyUnreadable', detail: { row: 7 } } },
      },
      room,
    );
    tell();
    await settled(() => pane.notices.refusal.value?.problem.key === 'policyUnreadable');
    isReadable = true;
    tell();
    await settled(() => pane.notices.refusal.value === null);
    stop();
  });
});
