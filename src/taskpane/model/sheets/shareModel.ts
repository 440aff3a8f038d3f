import { type ReadonlySignal, signal } from '@preact/signals';
import type { Additions, ExcelOutcome, ExcelProblem } from '../../../excel/contract';
import { findAdditions } from '../../../excel/share/additions';
import {
  type FreezeResult,
  type FrozenFormula,
  freezeFormulas,
  listFrozenFormulas,
  type ThawResult,
  thawFormulas,
} from '../../../excel/share/frozenFormulas';
import { findSpillUsers, type SpillUser } from '../../../excel/share/spillUsers';
import {
  findTiercelFormulas,
  reenterBrokenFormulas,
  type TiercelFormula,
} from '../../../excel/share/tiercelFormulas';
import { changeWorkbook } from '../changeWorkbook';
import type { PaneModel } from '../paneModel';

/** What Share asks of the workbook. */
export interface ShareRoom {
  findAdditions(): Promise<ExcelOutcome<Additions>>;
  findTiercelFormulas(): Promise<ExcelOutcome<readonly TiercelFormula[]>>;
  findSpillUsers(formulas: readonly TiercelFormula[]): Promise<ExcelOutcome<readonly SpillUser[]>>;
  listFrozenFormulas(): Promise<ExcelOutcome<readonly FrozenFormula[]>>;
  freezeFormulas: typeof freezeFormulas;
  thawFormulas(): Promise<ExcelOutcome<ThawResult>>;
  reenterBrokenFormulas(): Promise<ExcelOutcome<number>>;
}

/** What of the workbook needs the add-in, and what does not. */
export interface ShareView {
  readonly additions: Additions;
  readonly formulas: readonly TiercelFormula[];
  readonly frozen: readonly FrozenFormula[];
  /** What has nothing to show while the formulas are frozen; null where Excel did not let us look. */
  readonly spillUsers: readonly SpillUser[] | null;
}

/** What was done last, for the page to tell until something else is done. */
export type ShareDeed =
  | { readonly kind: 'frozen'; readonly result: FreezeResult }
  | { readonly kind: 'thawed'; readonly result: ThawResult }
  | { readonly kind: 'reentered'; readonly count: number };

export interface ShareModel {
  /** Null until the workbook was looked through. */
  readonly view: ReadonlySignal<ShareView | null>;
  readonly deed: ReadonlySignal<ShareDeed | null>;
  look(): Promise<void>;
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  reenter(): Promise<void>;
}

const shareRoom: ShareRoom = {
  findAdditions,
  findTiercelFormulas,
  findSpillUsers,
  listFrozenFormulas,
  freezeFormulas,
  thawFormulas,
  reenterBrokenFormulas,
};

/** Create the model of Share: what a colleague without the add-in will see, and what to do about it. */
export function createShareModel(pane: PaneModel, room: ShareRoom = shareRoom): ShareModel {
  const view = signal<ShareView | null>(null);
  const deed = signal<ShareDeed | null>(null);

  /** @param known The formulas that are in the workbook, where it is known: to find them, Excel hands over all that it holds. */
  async function lookThrough(known?: readonly TiercelFormula[]): Promise<ExcelProblem | null> {
    const additions = await room.findAdditions();
    if (!additions.ok) return additions.problem;
    const formulas = known ? { ok: true as const, value: known } : await room.findTiercelFormulas();
    if (!formulas.ok) return formulas.problem;
    const frozen = await room.listFrozenFormulas();
    if (!frozen.ok) return frozen.problem;
    const users =
      formulas.value.length > 0
        ? await room.findSpillUsers(formulas.value)
        : { ok: true as const, value: [] };
    view.value = {
      additions: additions.value,
      formulas: formulas.value,
      frozen: frozen.value,
      // They are a warning: no reason to keep from the user what was found.
      spillUsers: users.ok ? users.value : null,
    };
    return null;
  }

  async function look(known?: readonly TiercelFormula[]): Promise<void> {
    pane.notices.dismiss();
    const problem = await pane.work.run('looking', () => lookThrough(known));
    if (problem !== null) pane.notices.refuse(problem, () => look());
  }

  /** Do something to the formulas, then look what came of it. */
  async function change<Result>(
    work: () => Promise<ExcelOutcome<Result>>,
    tell: (result: Result) => ShareDeed,
    again: () => Promise<void>,
  ): Promise<void> {
    pane.notices.dismiss();
    const outcome = await changeWorkbook(pane, 'writing', work);
    if (!outcome.ok) {
      pane.notices.refuse(outcome.problem, again);
      return;
    }
    const done = tell(outcome.value);
    deed.value = done;
    // What was not frozen is what is left of the formulas that were just looked for.
    await look(done.kind === 'frozen' ? [...done.result.skipped, ...done.result.arrays] : undefined);
  }

  const freeze = (): Promise<void> =>
    change(
      () => room.freezeFormulas(),
      result => ({ kind: 'frozen', result }),
      freeze,
    );
  const thaw = (): Promise<void> =>
    change(
      () => room.thawFormulas(),
      result => ({ kind: 'thawed', result }),
      thaw,
    );
  const reenter = (): Promise<void> =>
    change(
      () => room.reenterBrokenFormulas(),
      count => ({ kind: 'reentered', count }),
      reenter,
    );

  return { view, deed, look: () => look(), freeze, thaw, reenter };
}
