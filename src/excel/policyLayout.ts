import type { Language } from '../i18n/language';
import type { Cell } from '../risk/ledger/ledger';
import type { Policy } from '../risk/policy/policy';
import type { PolicyBlock } from '../risk/policy/policyBlock';
import { policyBlocks } from '../risk/policy/policyBlocks';

/** A block of the policy and where its parts stand on the sheet, zero-based. */
export interface PlacedBlock {
  readonly block: PolicyBlock;
  readonly titleRow: number;
  readonly headerRow: number;
}

export interface PolicyLayout {
  readonly placed: readonly PlacedBlock[];
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly (readonly Cell[])[];
}

const titleOf: Readonly<Record<Language, string>> = { en: 'Tiercel Policy', zh: 'Tiercel 信用政策' };
const introductionOf: Readonly<Record<Language, string>> = {
  en: 'Everything that decides a score, a tier or a highlight. Change a cell and the highlights follow by themselves; tier again for scores.',
  zh: '评分、等级与高亮的全部依据。修改单元格后高亮自动更新；评分请重新分级。',
};

/** Stack the blocks below a title: title row, header row, data rows, one empty row. */
export function layOutPolicy(policy: Policy, language: Language): PolicyLayout {
  const blocks = policyBlocks(policy, language);
  const columnCount = Math.max(...blocks.map(block => block.headers.length));
  const cells: Cell[][] = [];
  const addRow = (row: readonly Cell[]) => {
    cells.push([...row, ...Array<string>(columnCount - row.length).fill('')]);
  };

  addRow([titleOf[language]]);
  addRow([introductionOf[language]]);
  const placed = blocks.map(block => {
    addRow([]);
    const titleRow = cells.length;
    addRow([block.title]);
    addRow(block.headers);
    for (const row of block.rows) addRow(row);
    return { block, titleRow, headerRow: titleRow + 1 };
  });
  return { placed, rowCount: cells.length, columnCount, cells };
}
