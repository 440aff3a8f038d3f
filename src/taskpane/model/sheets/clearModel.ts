import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Additions, ClearResult } from '../../../excel/contract';
import { changeWorkbook } from '../changeWorkbook';
import type { ExcelRoom } from '../excelRoom';
import type { SheetModel } from '../ledger/sheetModel';
import type { NoticeModel } from '../noticeModel';
import type { WorkModel } from '../workModel';

export interface ClearModel {
  /** What the workbook holds of ours; null while it is being looked up. */
  readonly additions: ReadonlySignal<Additions | null>;
  readonly includePolicy: Signal<boolean>;
  /** Keys of the sheets of ours that will go. */
  readonly sheetKeys: Signal<ReadonlySet<string>>;
  readonly result: ReadonlySignal<ClearResult | null>;
  look(): Promise<void>;
  clear(): Promise<void>;
}

/** Tell whether there is anything of ours in the workbook. */
export const isNothing = ({ highlights, columns, sheets, hasPolicySheet }: Additions): boolean =>
  highlights.length + columns.length + sheets.length === 0 && !hasPolicySheet;

/** Sheets with what somebody noted or what cannot be made again, such as the text of frozen formulas: they go only when the user says so. */
const hasHistory = (key: string): boolean =>
  /^(Snapshots|Reviews|Collection|Letters|Matches|Frozen|Changes)$/i.test(key);

/** Create the model of clearing: first what would go, then exactly that goes. */
export function createClearModel(
  excel: ExcelRoom,
  work: WorkModel,
  sheet: SheetModel,
  notices: NoticeModel,
  afterClearing: (cleared: ClearResult) => Promise<void>,
): ClearModel {
  const additions = signal<Additions | null>(null);
  const includePolicy = signal(true);
  const sheetKeys = signal<ReadonlySet<string>>(new Set());
  const result = signal<ClearResult | null>(null);

  async function look(): Promise<void> {
    additions.value = null;
    result.value = null;
    notices.dismiss();
    const found = await work.run('looking', () => excel.findAdditions());
    if (!found.ok) {
      notices.refuse(found.problem, look);
      return;
    }
    // A policy somebody worked on is theirs by now: it goes only when they say so.
    includePolicy.value = found.value.hasPolicySheet && !found.value.isPolicyEdited;
    sheetKeys.value = new Set(found.value.sheets.map(({ key }) => key).filter(key => !hasHistory(key)));
    additions.value = found.value;
  }

  async function clear(): Promise<void> {
    notices.dismiss();
    const cleared = await changeWorkbook({ work, sheet }, 'clearing', () =>
      excel.clearAdditions({ includePolicy: includePolicy.value, sheetKeys: [...sheetKeys.value] }),
    );
    if (!cleared.ok) {
      notices.refuse(cleared.problem, clear);
      return;
    }
    result.value = cleared.value;
    await afterClearing(cleared.value);
  }

  return { additions, includePolicy, sheetKeys, result, look, clear };
}
