import type {
  Additions,
  ExcelOutcome,
  ExcelProblemKey,
  SheetBlock,
  TypedOver,
} from '../../src/excel/contract';
import type { Editor } from '../../src/excel/reading/watch';
import { nothingRemembered } from '../../src/risk/ledger/recognition/columnMemory';
import type { ExcelRoom } from '../../src/taskpane/model/excelRoom';
import { createPaneModel, type PaneModel } from '../../src/taskpane/model/paneModel';
import { blockOf } from '../sheetBlock';
import { smallLedger } from './smallLedger';

/** Answer as Excel does where nothing is in the way. */
export const succeed = <T>(value: T): Promise<{ readonly ok: true; readonly value: T }> =>
  Promise.resolve({ ok: true, value });

/** Refuse as Excel would, with one of the keys of the contract. */
export const refuse = (key: ExcelProblemKey): Promise<ExcelOutcome<never>> =>
  Promise.resolve({ ok: false, problem: { key, detail: {} } });

/** Nobody typed over anything. */
export const noTyping: TypedOver = { sheetId: 'S1', sheetName: 'Invoices', cells: [] };

export const someAdditions: Additions = {
  highlights: [{ sheetName: 'Invoices', count: 6 }],
  columns: [{ sheetName: 'Invoices', address: 'H1:J5', isLive: false, isRemembered: true }],
  sheets: [{ key: 'Report', sheetName: 'Tiercel Report' }],
  hasPolicySheet: true,
  isPolicyEdited: false,
};

export interface FakeExcel extends ExcelRoom {
  /** What was asked, in order: the name of the question and its arguments. */
  readonly asked: (readonly [string, ...unknown[]])[];
  activate(sheetId: string): void;
  /** Somebody edits cells of a sheet, or moves them by inserting or deleting. */
  edit(sheetId: string, address: string, isMoved?: boolean, by?: Editor): void;
}

/** An Excel with one sheet that answers what the pane asks and remembers it; single answers can be replaced. */
export function fakeExcel(
  block: SheetBlock = blockOf(smallLedger),
  answers: Partial<ExcelRoom> = {},
): FakeExcel {
  const asked: (readonly [string, ...unknown[]])[] = [];
  let tell: (sheetId: string) => void = () => {};
  let tellChange: Parameters<ExcelRoom['onSheetChanged']>[0] = () => {};
  let isHighlighted = false;
  const remember = <T>(name: string, args: readonly unknown[], value: T) => {
    asked.push([name, ...args]);
    return succeed(value);
  };
  return {
    asked,
    activate: sheetId => tell(sheetId),
    edit: (sheetId, address, isMoved = false, by = 'user') => tellChange(sheetId, address, isMoved, by),
    readActiveSheet: () => remember('readActiveSheet', [], block),
    readSheet: () => refuse('sheetGone'),
    glimpseOtherSheets: () => succeed([]),
    readColumnMemory: () => succeed([]),
    rememberColumns: (sheetName, change) =>
      remember('rememberColumns', [sheetName, change(nothingRemembered(sheetName))], { isNew: false }),
    readMatches: () => succeed([]),
    ownerOfSheet: () => succeed('user'),
    readSheetNames: () => succeed(new Map()),
    showSheet: sheetId => remember('showSheet', [sheetId], undefined),
    isWorkbookEmpty: () => succeed(false),
    insertSample: (_, language) => remember('insertSample', [language], undefined),
    readActiveCell: () => remember('readActiveCell', [], { sheetId: block.sheetId, row: 1, column: 0 }),
    selectRows: (_, rows) => remember('selectRows', [Array.from(rows)], undefined),
    selectCell: (_, row, column) => remember('selectCell', [row, column], undefined),
    selectCells: ({ cells }) => remember('selectCells', [cells], undefined),
    readPolicySheet: () => succeed(null),
    ensurePolicySheet: () => remember('ensurePolicySheet', [], undefined),
    writeAsOf: serial => remember('writeAsOf', [serial], undefined),
    showPolicySheet: () => remember('showPolicySheet', [], undefined),
    writePolicyValues: () => remember('writePolicyValues', [], 1),
    highlightSheet: () => {
      isHighlighted = true;
      return remember('highlightSheet', [], {
        added: ['overLimit', 'agedAmount'],
        skipped: [{ rule: 'lowScore', reason: 'needsScore' as const }],
        differing: 0,
      });
    },
    clearHighlights: sheetId => {
      isHighlighted = false;
      return remember('clearHighlights', [sheetId], undefined);
    },
    isHighlighted: () => succeed(isHighlighted),
    writeColumns: (_block, _recognition, _assessment, headers, language) =>
      remember('writeColumns', [headers, language], { address: 'H1:J5', isNew: true, typedOver: noTyping }),
    removeColumns: sheetId => remember('removeColumns', [sheetId], noTyping),
    hasColumns: () => succeed(true),
    findAdditions: () => succeed(someAdditions),
    clearAdditions: options => {
      isHighlighted = false;
      return remember('clearAdditions', [options], {
        removed: someAdditions,
        typedOver: [
          {
            ...noTyping,
            cells: [
              { row: 4, column: 8 },
              { row: 5, column: 8 },
            ],
          },
        ],
        keptPolicySheet: !options.includePolicy,
      });
    },
    onSheetChanged: async listener => {
      tellChange = listener;
      return () => {};
    },
    onSheetActivated: async listener => {
      tell = listener;
      return () => {};
    },
    ...answers,
  };
}

/** A pane on that Excel, in an Office of that language, on 21 November 2026. */
export function paneOn(excel: ExcelRoom, officeLocale = 'en-US'): PaneModel {
  const kept = new Map<string, string>();
  return createPaneModel({
    excel,
    isInExcel: true,
    now: () => new Date(2026, 10, 21),
    officeLocale,
    fetchSample: async () => [],
    keeper: { get: key => kept.get(key) ?? null, set: (key, value) => void kept.set(key, value) },
  });
}
