/** What Excel would refuse half-way is refused before anything changes, and what was renamed since it was read is found, through unmodified Office.js. */
import { writeColumns } from '../../src/excel/columns/writeColumns';
import { writeLiveColumns } from '../../src/excel/columns/writeLiveColumns';
import type { ExcelOutcome } from '../../src/excel/contract';
import { highlightSheet } from '../../src/excel/highlight/highlight';
import { readLedger } from '../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import { assessLedger } from '../../src/risk/scoring/assess';
import type { Sheet } from '../../src/workbench/book/types';
import { tiercelFunctions } from '../tiercelFunctions';
import { type RunningExcel, readSheetInFront, startExcel, value } from './harness';
import { asOf, fingerprint, ledgerRowCount, writeLedger } from './ledger';

let excel: RunningExcel;
let ledger: Sheet;

beforeEach(async () => {
  excel = await startExcel({ functions: await tiercelFunctions() });
  ledger = excel.book.activeSheet;
  writeLedger(excel.book);
});
afterEach(() => excel.stop());

const headers = { score: 'Score', tier: 'Tier', breaches: 'Breaches' };

async function tier() {
  const block = await readSheetInFront();
  const recognition = recogniseSheet(block.cells);
  const assessment = assessLedger(
    readLedger(block.cells, recognition, { dateSystem: 1900 }),
    asOf,
    defaultPolicy,
  );
  return { block, recognition, assessment };
}
type Tiered = Awaited<ReturnType<typeof tier>>;
type Act = (tiered: Tiered) => Promise<ExcelOutcome<unknown>>;

const actions: Readonly<Record<'highlights' | 'values' | 'live formulas', Act>> = {
  highlights: ({ block, recognition, assessment }: Tiered) => highlightSheet(block, recognition, assessment),
  values: ({ block, recognition, assessment }: Tiered) =>
    writeColumns(block, recognition, assessment, headers, 'en'),
  'live formulas': ({ block, recognition, assessment }: Tiered) =>
    writeLiveColumns({ data: { block, recognition }, currency: null, list: null }, assessment, headers, 'en'),
};

const sheetOf = (name: RegExp): Sheet => {
  const found = excel.book.sheets.find(sheet => name.test(sheet.name));
  if (!found) throw new Error(`None of ${excel.book.sheets.map(sheet => sheet.name)}`);
  return found;
};

async function refused(act: () => Promise<ExcelOutcome<unknown>>): Promise<unknown> {
  const before = fingerprint(excel.book);
  const outcome = await act();
  expect(fingerprint(excel.book)).toBe(before);
  return outcome.ok ? 'done' : outcome.problem;
}

describe.each(Object.entries(actions))('%s', (_, act) => {
  test('of a sheet that was protected since it was read are refused, and written once it is not', async () => {
    const tiered = await tier();
    ledger.isProtected = true;
    expect(await refused(() => act(tiered))).toEqual({
      key: 'sheetProtected',
      detail: { sheet: ledger.name },
    });
    ledger.isProtected = false;
    value(await act(tiered));
  });

  test('of a sheet that was protected when it was read are written as soon as it is not', async () => {
    ledger.isProtected = true;
    const tiered = await tier();
    ledger.isProtected = false;
    value(await act(tiered));
  });

  test('of a sheet that was deleted leave nothing behind', async () => {
    const tiered = await tier();
    excel.book.activate(excel.book.addSheet('Other'));
    excel.book.deleteSheet(ledger);
    expect(await refused(() => act(tiered))).toEqual({ key: 'sheetGone', detail: { sheet: 'Sheet1' } });
  });

  test('that need a new sheet are refused where none can be added', async () => {
    const tiered = await tier();
    excel.book.isStructureProtected = true;
    expect(await refused(() => act(tiered))).toEqual({ key: 'workbookProtected', detail: {} });
  });
});

describe('columns that stand there', () => {
  test.each([
    ['live formulas', 'values'],
    ['values', 'live formulas'],
  ] as const)('stay where sheets cannot come and go: %s, then %s', async (first, second) => {
    value(await actions['live formulas'](await tier()));
    value(await actions[first](await tier()));
    const tiered = await tier();
    excel.book.isStructureProtected = true;
    expect(await refused(() => actions[second](tiered))).toMatchObject({ key: 'workbookProtected' });
  });

  test.each([
    ['values', /Written/],
    ['live formulas', /Live/],
  ] as const)('stay where the sheet that comes with them is protected: %s', async (form, name) => {
    value(await actions[form](await tier()));
    const tiered = await tier();
    const own = sheetOf(name);
    own.isProtected = true;
    expect(await refused(() => actions[form](tiered))).toEqual({
      key: 'sheetProtected',
      detail: { sheet: own.name },
    });
  });

  test('stay where rows were added and something stands beside them', async () => {
    value(await actions.values(await tier()));
    const row = ledgerRowCount + 1;
    excel.book.enter(ledger, row, 0, 'Acme Ltd');
    excel.book.enter(ledger, row, 4, '900');
    excel.book.enter(ledger, row, 8, 'call them');
    const tiered = await tier();
    expect(await refused(() => actions.values(tiered))).toEqual({
      key: 'noFreeColumns',
      detail: { address: `I${row + 1}` },
    });
  });

  test('of which one was deleted do not write over what took its place', async () => {
    value(await actions.values(await tier()));
    excel.book.enter(ledger, 3, 10, 'call them');
    excel.book.deleteColumns(ledger, 9, 1, 'user');
    const tiered = await tier();
    expect(await refused(() => actions.values(tiered))).toEqual({
      key: 'noFreeColumns',
      detail: { address: 'J4' },
    });
  });
});

describe('a sheet that got another name since it was read', () => {
  test('is what live formulas refer to', async () => {
    const tiered = await tier();
    excel.book.renameSheet(ledger, "Bob's June");
    expect(value(await actions['live formulas'](tiered))).toMatchObject({ check: { kind: 'equal' } });
  });

  test('is what is remembered of values refers to', async () => {
    const tiered = await tier();
    excel.book.renameSheet(ledger, "Bob's June");
    value(await actions.values(tiered));
    excel.book.enter(ledger, 2, 7, '1');
    value(await actions.values(await tier()));
    expect(ledger.value(2, 7)).toBe(1);
    expect(ledger.value(3, 7)).not.toBe(1);
  });
});

describe('a table', () => {
  const table = () => ledger.tables[0];
  beforeEach(() => {
    excel.book.addTable(
      ledger,
      { row: 0, column: 0, rowCount: ledgerRowCount + 1, columnCount: 7 },
      'Ledger',
    );
  });
  const act = async (form: 'values' | 'live formulas', change: () => void) => {
    const tiered = await tier();
    expect(tiered.block.tableName).toBe('Ledger');
    change();
    return value(await actions[form](tiered));
  };

  test.each(['values', 'live formulas'] as const)('that got another name is widened over %s', async form => {
    const written = await act(form, () =>
      excel.book.asOneStep(() => {
        table().name = 'June';
        excel.book.touch(ledger);
      }),
    );
    expect(table().area.columnCount).toBe(10);
    if (form === 'live formulas') expect(written).toMatchObject({ check: { kind: 'equal' } });
  });

  test.each(['values', 'live formulas'] as const)(
    'that became plain cells stays plain beside %s',
    async form => {
      const written = await act(form, () => excel.book.removeTable(ledger, table()));
      expect(ledger.tables).toEqual([]);
      if (form === 'live formulas') expect(written).toMatchObject({ check: { kind: 'equal' } });
    },
  );
});
