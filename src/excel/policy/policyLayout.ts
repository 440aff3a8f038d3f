import type { Language } from '../../i18n/language';
import { policySheetTexts } from '../../i18n/sheets/policySheet';
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

/** Lay out the whole sheet: a title, what it is, and the blocks below. */
export function layOutPolicy(policy: Policy, language: Language): PolicyLayout {
  const { title, introduction } = policySheetTexts[language];
  const head = [title, introduction];
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
