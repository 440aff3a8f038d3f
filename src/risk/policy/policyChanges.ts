import { isBlankCell } from '../ledger/cell';
import type { Cell } from '../ledger/ledger';
import type { PolicyBlock } from './cells/policyBlock';
import { policyBlocks } from './cells/policyBlocks';
import { nameColumns, policySections, type SectionId, sectionIds } from './cells/policySections';
import type { Language, Policy } from './policy';

/** One cell of the policy that is not what it was. */
export interface PolicyChange {
  readonly section: SectionId;
  /** What the row is called on the sheet: a rule by its name, a tier by its letter. */
  readonly row: string;
  /** Key of the section's column. */
  readonly column: string;
  /** Blank where the row was not there before, or is gone. */
  readonly from: Cell;
  readonly to: Cell;
  /** How Excel writes the two: `General`, `0%` … */
  readonly format: string;
}

/** The column by which a row is known again, whatever else about it changes. */
const identities: Readonly<Record<SectionId, string>> = {
  settings: 'english',
  rates: 'currency',
  buckets: 'english',
  monthBuckets: 'english',
  factors: 'metric',
  tiers: 'letter',
  knockOuts: 'id',
  rules: 'id',
  steps: 'id',
};

interface LabelledRow {
  readonly label: string;
  readonly cells: readonly Cell[];
  readonly formats: readonly string[];
}

/**
 * List what differs between two policies, cell by cell as on the sheet: for a log of what was changed by hand.
 *
 * A row that came or went is the change of each of its filled cells. Rows are known by their code, letter or currency, factors by
 * their metric; the order of rows is not compared.
 *
 * @param language Of the names of rows and of choices.
 * @returns In the order of the sheet; empty for policies that say the same.
 * @example policyChanges(before, after, 'en')[0] //=> { section: 'tiers', row: 'A', column: 'fromScore', from: 80, to: 85, … }
 */
export function policyChanges(before: Policy, after: Policy, language: Language): readonly PolicyChange[] {
  const old = policyBlocks(before, language);
  const changed = policyBlocks(after, language);
  return sectionIds.flatMap((section, index) =>
    sectionChanges(section, old[index], changed[index], language),
  );
}

function sectionChanges(
  section: SectionId,
  before: PolicyBlock,
  after: PolicyBlock,
  language: Language,
): PolicyChange[] {
  const old = labelledRows(section, before, language);
  const changed = labelledRows(section, after, language);
  const identitiesInOrder = [...new Set([...changed.keys(), ...old.keys()])];
  return identitiesInOrder.flatMap(identity => {
    const from = old.get(identity);
    const to = changed.get(identity);
    const row = (to ?? from)!;
    return policySections[section].columns.flatMap(({ key }, column) => {
      const values = { from: from?.cells[column] ?? '', to: to?.cells[column] ?? '' };
      const isSame = key === 'why' || values.from === values.to;
      const format = row.formats[column];
      return isSame ? [] : [{ section, row: row.label, column: key, ...values, format }];
    });
  });
}

/** Rows by what identifies them; of several alike, such as two factors of one metric, each by its turn. */
function labelledRows(
  section: SectionId,
  block: PolicyBlock,
  language: Language,
): ReadonlyMap<string, LabelledRow> {
  const { columns } = policySections[section];
  const position = (key: string) => columns.findIndex(column => column.key === key);
  const named = position(nameColumns[language]);
  const rows = new Map<string, LabelledRow>();
  block.rows.forEach((cells, index) => {
    const identity = cells[position(identities[section])];
    const name = cells[named === -1 ? position(identities[section]) : named];
    // A factor of the user's own has no metric: its name has to do. The empty row of a table without rows is none.
    const known = String(isBlankCell(identity) ? name : identity);
    if (known === '') return;
    let turn = 1;
    while (rows.has(`${known} ${turn}`)) turn += 1;
    rows.set(`${known} ${turn}`, { label: String(name), cells, formats: block.numberFormats[index] });
  });
  return rows;
}
