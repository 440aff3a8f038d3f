import type { Language } from '../../i18n/language';
import type { Cell } from '../../risk/ledger/ledger';
import type { PolicyBlock } from '../../risk/policy/cells/policyBlock';
import { policyBlocks } from '../../risk/policy/cells/policyBlocks';
import type { Policy } from '../../risk/policy/policy';

/** A block of the policy and where its parts stand on the sheet, zero-based. */
export interface PlacedBlock {
  readonly block: PolicyBlock;
  readonly titleRow: number;
  readonly headerRow: number;
}

/** Cells of the policy sheet from a row on, zero-based. */
export interface PolicyLayout {
  readonly placed: readonly PlacedBlock[];
  readonly firstRow: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly (readonly Cell[])[];
}

const titleOf: Readonly<Record<Language, string>> = { en: 'Tiercel Policy', zh: 'Tiercel 信用政策' };
const introductionOf: Readonly<Record<Language, string>> = {
  en: 'Everything that decides a score, a tier or a highlight. Change a cell and the highlights follow by themselves; scores and tiers follow in an open Tiercel pane.',
  zh: '评分、等级与突出显示的全部依据。修改单元格后突出显示自动更新；Tiercel 窗格打开时，评分与等级也随之更新。',
};

/** Lay out the whole sheet: a title, what it is, and the blocks below. */
export function layOutPolicy(policy: Policy, language: Language): PolicyLayout {
  const head = [titleOf[language], introductionOf[language]];
  const stack = stackBlocks(policyBlocks(policy, language), head.length);
  const cells = [...head.map(text => widened([text], stack.columnCount)), ...stack.cells];
  return { ...stack, firstRow: 0, rowCount: cells.length, cells };
}

/** Stack blocks from a row on: for each an empty row, its title, its headers, its rows. */
export function stackBlocks(blocks: readonly PolicyBlock[], firstRow: number): PolicyLayout {
  const columnCount = Math.max(...blocks.map(block => block.headers.length));
  const cells: (readonly Cell[])[] = [];
  const placed = blocks.map(block => {
    const titleRow = firstRow + cells.length + 1;
    for (const row of [[], [block.title], block.headers, ...block.rows]) {
      cells.push(widened(row, columnCount));
    }
    return { block, titleRow, headerRow: titleRow + 1 };
  });
  return { placed, firstRow, rowCount: cells.length, columnCount, cells };
}

const widened = (row: readonly Cell[], columnCount: number): readonly Cell[] => [
  ...row,
  ...Array<string>(columnCount - row.length).fill(''),
];
