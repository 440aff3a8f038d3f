/** What is one step to undo, through unmodified Office.js: highlights, written columns, and what an Excel does that refuses to group. */

import { writeColumns } from '../../src/excel/columns/writeColumns';
import type { ExcelOutcome } from '../../src/excel/contract';
import { clearHighlights, highlightSheet, isHighlighted } from '../../src/excel/highlight/highlight';
import { runAsOneStep } from '../../src/excel/oneStep';
import { ensurePolicySheet, readPolicySheet } from '../../src/excel/policy/policySheet';
import { readActiveSheet } from '../../src/excel/reading/readSheet';
import { readLedger } from '../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import { assessLedger } from '../../src/risk/scoring/assess';
import type { Sheet } from '../../src/workbench/book/types';
import { type RunningExcel, startExcel } from './harness';
import { asOf, fingerprint, writeLedger } from './ledger';

let excel: RunningExcel;
let ledgerSheet: Sheet;

async function start(): Promise<void> {
  excel = await startExcel();
  ledgerSheet = excel.book.activeSheet;
  writeLedger(excel.book);
}
beforeEach(start);
afterEach(() => excel.stop());

function value<T>(outcome: ExcelOutcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

async function tier() {
  const block = value(await readActiveSheet(() => undefined, new AbortController().signal));
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
  return writeColumns(
    block,
    recognition,
    assessment,
    { score: 'Score', tier: 'Tier', breaches: 'Breaches' },
    'en',
  );
}

type Batch = (context: Excel.RequestContext) => Promise<unknown>;
type Run = (options: Excel.RunOptions | Batch, batch?: Batch) => Promise<unknown>;

const setRun = (run: Run): void => {
  Excel.run = run as typeof Excel.run;
};

/** An Excel that refuses a group at its nth request, what came before it done; and which groups were asked for. */
function refuseGroups(at: number, code: string): { readonly asked: unknown[]; restore(): void } {
  const run = Excel.run as Run;
  const asked: unknown[] = [];
  const refusing: Run = (options, batch) => {
    if (batch === undefined) return run(options);
    asked.push(options);
    return run(options, context => {
      const sync = context.sync.bind(context);
      let requests = 0;
      context.sync = (() => {
        requests += 1;
        return requests > at ? Promise.reject(Object.assign(new Error(code), { code })) : sync();
      }) as typeof context.sync;
      return batch(context);
    });
  };
  setRun(refusing);
  return {
    asked,
    restore: () => {
      setRun(run);
    },
  };
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

describe.each([
  ['highlights', highlight],
  ['columns', write],
] as const)('%s', (_, act) => {
  test('ask Excel for one step', async () => {
    const { asked, restore } = refuseGroups(Number.POSITIVE_INFINITY, '');
    value<unknown>(await act());
    restore();
    expect(asked).toContainEqual({ mergeUndoGroup: true });
  });

  test('come to the same where Excel refuses to group them, at whatever request it does', async () => {
    value<unknown>(await act());
    const wanted = fingerprint(excel.book);
    for (let at = 0, isRefused = true; isRefused; at += 1) {
      excel.stop();
      await start();
      let refused = 0;
      const { restore } = refuseGroups(at, 'UndoNotSupported');
      const run = Excel.run as Run;
      setRun((...request) =>
        run(...request).catch(error => {
          refused += 1;
          throw error;
        }),
      );
      const outcome = await act();
      restore();
      isRefused = refused > 0;
      expect(outcome).toMatchObject({ ok: true });
      expect(fingerprint(excel.book)).toBe(wanted);
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
