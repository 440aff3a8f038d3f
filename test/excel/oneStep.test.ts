/** What is one step to undo, through unmodified Office.js: highlights, columns, fixes, edits of the policy, and what an Excel does that refuses to group. */

import { writeColumns } from '../../src/excel/columns/writeColumns';
import { writeLiveColumns } from '../../src/excel/columns/writeLiveColumns';
import type { ExcelOutcome, UnderstoodBlock } from '../../src/excel/contract';
import { applyFixes } from '../../src/excel/fixes/applyFixes';
import { undoChanges } from '../../src/excel/fixes/changes';
import { clearHighlights, highlightSheet, isHighlighted } from '../../src/excel/highlight/highlight';
import { runAsOneStep } from '../../src/excel/oneStep';
import { readPolicyTables, writePolicyEdits } from '../../src/excel/policy/policyEdits';
import { ensurePolicySheet, readPolicySheet } from '../../src/excel/policy/policySheet';
import { switchRule } from '../../src/excel/policy/switchRule';
import type { Fix } from '../../src/risk/ledger/fixes/fix';
import { proposeFixes } from '../../src/risk/ledger/fixes/proposeFixes';
import { readLedger } from '../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import { draftChanges, draftEdits } from '../../src/risk/policy/draft/draftChanges';
import {
  draftOfCells,
  draftOfPolicy,
  type PolicyDraft,
  withCell,
  withoutRow,
  withRow,
} from '../../src/risk/policy/draft/policyDraft';
import { assessLedger } from '../../src/risk/scoring/assess';
import { finishSlices } from '../../src/risk/slices';
import type { CellInput, Sheet } from '../../src/workbench/book/types';
import { tiercelFunctions } from '../tiercelFunctions';
import { type RunningExcel, readSheetInFront, startExcel, value } from './harness';
import { asOf, fingerprint, writeLedger } from './ledger';

let excel: RunningExcel;
let ledgerSheet: Sheet;

async function start(hasFunctions = false): Promise<void> {
  excel = await startExcel(hasFunctions ? { functions: await tiercelFunctions() } : {});
  ledgerSheet = excel.book.activeSheet;
  writeLedger(excel.book);
}
beforeEach(() => start());
afterEach(() => excel.stop());

const headers = { score: 'Score', tier: 'Tier', breaches: 'Breaches' };

async function tier() {
  const block = await readSheetInFront();
  const recognition = recogniseSheet(block.cells);
  const ledger = readLedger(block.cells, recognition, { dateSystem: 1900 });
  return { block, recognition, assessment: assessLedger(ledger, asOf, defaultPolicy) };
}

async function highlight() {
  const { block, recognition, assessment } = await tier();
  return highlightSheet(block, recognition, assessment);
}

async function write() {
  const { block, recognition, assessment } = await tier();
  return writeColumns(block, recognition, assessment, headers, 'en');
}

type Batch = (context: Excel.RequestContext) => Promise<unknown>;
type Run = (options: Excel.RunOptions | Batch, batch?: Batch) => Promise<unknown>;

const setRun = (run: Run): void => {
  Excel.run = run as typeof Excel.run;
};

/** Answers the nth request of a group, counted from 1, in Excel's place or by it. */
type Answer = (request: number, send: () => Promise<unknown>) => Promise<unknown>;

/** An Excel whose groups are answered so; and which groups were asked for. */
function answerGroups(answer: Answer): { readonly asked: unknown[]; restore(): void } {
  const run = Excel.run as Run;
  const asked: unknown[] = [];
  setRun((options, batch) => {
    if (batch === undefined) return run(options);
    asked.push(options);
    return run(options, context => {
      const sync = context.sync.bind(context);
      let requests = 0;
      context.sync = ((passed: unknown) => {
        requests += 1;
        return answer(requests, () => sync(passed));
      }) as typeof context.sync;
      return batch(context);
    });
  });
  return {
    asked,
    restore: () => {
      setRun(run);
    },
  };
}

/** An Excel that refuses a group after so many requests, these being done. */
const refuseGroups = (at: number, code: string) =>
  answerGroups((request, send) =>
    request > at ? Promise.reject(Object.assign(new Error(code), { code })) : send(),
  );

/** What a request may change: what a user could lose, the add-in's settings, and whatever the grid would paint anew. */
const stateOf = (events: number): string =>
  JSON.stringify([fingerprint(excel.book), [...excel.host.settings], events]);

/**
 * Do something and tell after how many of its requests it can be refused in different ways: after none, and after each that changed the workbook. Where
 * a request only reads, being refused after it is being refused before it.
 */
async function refusalsOf<T>(act: () => Promise<T>): Promise<{ said: T; after: number[] }> {
  let events = 0;
  const stop = excel.book.on(({ kind }) => {
    if (kind !== 'selectionChanged' && kind !== 'calculated') events += 1;
  });
  const after = [0];
  let state = stateOf(events);
  const { restore } = answerGroups(async (request, send) => {
    const answered = await send();
    const now = stateOf(events);
    if (now !== state) after.push(request);
    state = now;
    return answered;
  });
  const said = await act();
  restore();
  stop();
  return { said, after: [...new Set(after)] };
}

test('one undo takes highlights and legend back where the policy is there, another as-of date too; one redo puts them on', async () => {
  value(await ensurePolicySheet(defaultPolicy, 'en'));
  const before = fingerprint(excel.book);
  expect(value(await highlight()).added.length).toBeGreaterThan(3);
  const after = fingerprint(excel.book);
  expect(value(await readPolicySheet())?.settings.asOf).toBe(asOf);
  excel.book.undo();
  expect(fingerprint(excel.book)).toBe(before);
  expect(value(await isHighlighted(ledgerSheet.id))).toBe(false);
  excel.book.redo();
  expect(fingerprint(excel.book)).toBe(after);
  expect(value(await isHighlighted(ledgerSheet.id))).toBe(true);
});

test('one undo brings cleared highlights back', async () => {
  value(await highlight());
  const before = fingerprint(excel.book);
  expect(value(await clearHighlights(ledgerSheet.id))).toBeGreaterThan(3);
  excel.book.undo();
  expect(fingerprint(excel.book)).toBe(before);
});

test('highlighting again leaves the legend where it is', async () => {
  value(await highlight());
  const before = fingerprint(excel.book);
  value(await highlight());
  expect(fingerprint(excel.book)).toBe(before);
});

/** Something the pane writes in several requests, and what is there before it does. */
interface Act {
  readonly name: string;
  /** It writes formulas of ours. */
  readonly isLive?: boolean;
  prepare?(): Promise<void>;
  act(): Promise<ExcelOutcome<unknown>>;
}

/** Texts where dates, amounts and one name should be: fixes in several columns, some by what other columns say. */
async function writeUntidyLedger(): Promise<void> {
  const rows: CellInput[][] = [
    ['Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Amount', 'Terms days'],
    ['Acme Ltd', 'INV-1', '2024年3月5日', '', "'1,234.50", 30],
    ['ACME LTD', 'INV-2', '2024年3月6日', 45_390, "'(7)", 30],
    ['Acme Ltd', 'INV-3', 45_357, 45_390, 10, 30],
    ['Beta', 'INV-4', 45_357, 45_390, 100, 30],
  ];
  const sheet = excel.book.addSheet('Untidy');
  excel.book.setCells(sheet, { row: 0, column: 0, rowCount: rows.length, columnCount: 6 }, rows, 'user');
  excel.book.activate(sheet);
}

let untidy: { readonly read: UnderstoodBlock; readonly fixes: readonly Fix[] };

async function findFixes(): Promise<void> {
  await writeUntidyLedger();
  const block = await readSheetInFront();
  const choices = { dateSystem: 1900, dateOrders: new Map(), decimalMarks: new Map() } as const;
  const read = { block, recognition: recogniseSheet(block.cells) };
  const { fixes } = finishSlices(proposeFixes(block.cells, read.recognition, choices));
  expect(new Set(fixes.map(({ kind }) => kind)).size).toBe(4);
  untidy = { read, fixes };
}

const fixWords = {
  sheetTitle: 'Tiercel Changes',
  lead: 'Cells that Tiercel changed.',
  language: 'en',
  when: '2026-11-22 10:00:00',
  why: ({ kind }: Fix) => kind,
} as const;

const fix = () => applyFixes(untidy.read, untidy.fixes, fixWords);

let draft: PolicyDraft;

/** A cell that changes, a row that comes and one that goes. */
const editDraft = (taken: PolicyDraft): PolicyDraft => {
  const [first, second] = taken.sections.tiers.rows;
  const changed = withCell(taken, 'tiers', first.key, 'fromScore', 85);
  return withRow(withoutRow(changed, 'tiers', second.key), 'rates', 1, { currency: 'USD', rate: 7.1 });
};

const writeDraft = () =>
  writePolicyEdits({
    draft,
    edits: draftEdits(draft),
    changes: draftChanges(draft, 'en').map(change => ({ ...change, when: 45_473.5 })),
    inForce: defaultPolicy,
  });

async function writeLive() {
  const { block, recognition, assessment } = await tier();
  const request = { data: { block, recognition }, currency: null, list: null };
  return writeLiveColumns(request, assessment, headers, 'en');
}

/** What looks like ours, and is not: only what was remembered tells. */
const typeOver = (): void => {
  excel.book.enter(ledgerSheet, 2, 8, 'D');
  excel.book.enter(ledgerSheet, 3, 7, '12');
};

const acts: readonly Act[] = [
  { name: 'highlights', act: highlight },
  { name: 'columns', act: write },
  {
    name: 'columns in place of live ones',
    isLive: true,
    prepare: async () => void value(await writeLive()),
    act: write,
  },
  {
    name: 'columns in place of others that somebody typed over',
    prepare: async () => {
      value(await write());
      typeOver();
    },
    act: write,
  },
  { name: 'live columns', isLive: true, act: writeLive },
  {
    name: 'live columns in place of values',
    isLive: true,
    prepare: async () => {
      value(await write());
      typeOver();
    },
    act: writeLive,
  },
  { name: 'fixes', prepare: findFixes, act: fix },
  {
    name: 'fixes taken back',
    prepare: async () => {
      await findFixes();
      value(await fix());
    },
    act: () => undoChanges({ when: fixWords.when, sheetName: 'Untidy' }, 'later'),
  },
  {
    name: 'fixes after others',
    prepare: async () => {
      await findFixes();
      value(await applyFixes(untidy.read, untidy.fixes.slice(0, 1), { ...fixWords, when: 'before' }));
    },
    act: fix,
  },
  {
    name: 'edits of the policy',
    prepare: async () => {
      value(await ensurePolicySheet(defaultPolicy, 'en'));
      draft = editDraft(draftOfCells(value(await readPolicyTables())!.cells, defaultPolicy));
    },
    act: writeDraft,
  },
  {
    name: 'edits of a policy that has no sheet yet',
    prepare: async () => {
      draft = editDraft(draftOfPolicy(defaultPolicy, 'en'));
    },
    act: writeDraft,
  },
  {
    name: 'a rule switched off',
    prepare: async () => void value(await ensurePolicySheet(defaultPolicy, 'en')),
    act: () => switchRule('agedAmount', false, defaultPolicy, 45_473.5),
  },
  {
    name: 'a rule switched off where the policy has no sheet yet',
    act: () => switchRule('agedAmount', false, defaultPolicy, 45_473.5),
  },
];

/** More than any of them takes where it is not grouped. */
const mostSteps = 60;

describe.each(acts)('$name', ({ prepare, act, isLive }) => {
  async function begin(): Promise<void> {
    excel.stop();
    await start(isLive);
    await prepare?.();
  }
  beforeEach(begin);

  test('ask Excel for one step', async () => {
    const { asked, restore } = refuseGroups(Number.POSITIVE_INFINITY, '');
    value<unknown>(await act());
    restore();
    expect(asked).toContainEqual({ mergeUndoGroup: true });
  });

  test('come to the same where Excel refuses to group them, after whichever request it does', async () => {
    const { said: outcome, after } = await refusalsOf(act);
    const said = value<unknown>(outcome);
    expect(after.length).toBeGreaterThan(1);
    await excel.book.idle();
    const wanted = fingerprint(excel.book);
    await begin();
    const before = fingerprint(excel.book);
    for (const at of after) {
      const { restore } = refuseGroups(at, 'UndoNotSupported');
      const outcome = await act();
      restore();
      expect(outcome).toEqual({ ok: true, value: said });
      await excel.book.idle();
      expect(fingerprint(excel.book)).toBe(wanted);
      for (let step = 0; step < mostSteps && fingerprint(excel.book) !== before; step += 1) excel.book.undo();
      // A sheet that was deleted does not come back.
      if (fingerprint(excel.book) !== before) await begin();
    }
  });
});

test('what else Excel refuses is said, and nothing is tried again', async () => {
  let runs = 0;
  const outcome = await runAsOneStep(async () => {
    runs += 1;
    throw Object.assign(new Error('no'), { code: 'AccessDenied' });
  });
  expect(outcome).toMatchObject({ ok: false, problem: { key: 'sheetProtected' } });
  expect(runs).toBe(1);
});
