import type { Cell } from '../../ledger/ledger';
import type { Problem } from '../../problem';
import type { Policy } from '../policy';
import { columnName, policySections, type SectionId, sectionIds, sectionName } from './policySections';
import { readWholePolicy } from './readPolicy';

/** The rows of one section under its headers, in either language. */
export interface PolicyTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What is wrong with a policy, and where, so that an editor can say it at the field. */
export interface PolicyProblem {
  readonly problem: Problem;
  readonly section: SectionId;
  /** Zero-based row of the section; null where the section as a whole is meant. */
  readonly row: number | null;
  /** Key of the section's column; null where the row as a whole is meant. */
  readonly column: string | null;
}

/** Read tables that stand on no sheet: the same reader, and rows counted within each table. */
export function readTables(tables: readonly PolicyTable[]): {
  readonly value: Policy;
  readonly problems: readonly PolicyProblem[];
} {
  const cells: (readonly Cell[])[] = [];
  const starts: number[] = [];
  for (const { headers, rows } of tables) {
    starts.push(cells.length);
    cells.push(headers, ...rows, []);
  }
  const { value, problems } = readWholePolicy(cells);
  return { value, problems: problems.map(problem => placed(problem, starts)) };
}

function placed(problem: Problem, starts: readonly number[]): PolicyProblem {
  const { detail } = problem;
  const section = sectionIds.find(id => sectionName(policySections[id]) === detail.section) ?? 'settings';
  const column =
    policySections[section].columns.find(each => columnName(each) === detail.column)?.key ?? null;
  if (typeof detail.row !== 'number') return { problem, section, row: null, column };
  const sheetRow = detail.row - 1;
  const headerRow = starts.findLast(start => start <= sheetRow) ?? 0;
  const row = sheetRow - headerRow - 1;
  const isHeader = row < 0;
  // A message counts rows as a reader does, from one below the headers.
  const within = { ...problem, detail: { ...detail, row: row + 1 } };
  return { problem: within, section, row: isHeader ? null : row, column };
}
