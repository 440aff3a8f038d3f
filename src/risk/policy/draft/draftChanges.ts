import { addToGroup } from '../../groupBy';
import { isBlankCell } from '../../ledger/cell';
import type { Cell } from '../../ledger/ledger';
import { shownText } from '../../ownTable';
import { fieldFormat, type PolicyRow } from '../cells/policyFields';
import { nameColumns, policySections, type SectionId, sectionIds } from '../cells/policySections';
import type { Language } from '../policy';
import type { PolicyChange } from '../policyChanges';
import type { DraftSection, PolicyDraft } from './policyDraft';

/** A cell that differs from what stands on the sheet. */
export interface DraftChange extends PolicyChange {
  /** The row as it will be, or as it was where it goes. */
  readonly cells: PolicyRow;
}

/** What has to be done to a table of the sheet, so that it says what the draft says. Rows are zero-based among those found. */
export interface SectionEdits {
  readonly section: SectionId;
  readonly changed: readonly { readonly row: number; readonly column: string; readonly cell: Cell }[];
  /** Rows to put below a found one; above all where it is null. */
  readonly added: readonly { readonly below: number | null; readonly rows: readonly PolicyRow[] }[];
  readonly removed: readonly number[];
}

const sameCell = (one: Cell, other: Cell): boolean => (one ?? '') === (other ?? '');

/**
 * List what a draft changes, cell by cell, in the order of the sheet.
 *
 * @param language Of the names of rows.
 * @example draftChanges(draft, 'en') //=> [{ section: 'tiers', row: 'A', column: 'fromScore', from: 80, to: 85, … }]
 */
export function draftChanges(
  { sections, language: sheetLanguage }: PolicyDraft,
  language: Language,
): readonly DraftChange[] {
  return sectionIds.flatMap(section => {
    const { columns, found, rows } = sections[section];
    const compare = (before: PolicyRow | undefined, after: PolicyRow | undefined): DraftChange[] => {
      const cells = (after ?? before)!;
      return columns
        .filter(column => column !== 'why' && !sameCell(before?.[column], after?.[column]))
        .map(column => ({
          section,
          row: rowName(section, cells, language),
          column,
          from: before?.[column] ?? '',
          to: after?.[column] ?? '',
          format: fieldFormat(section, column, cells, sheetLanguage),
          cells,
        }));
    };
    const origins = new Set(rows.map(({ origin }) => origin));
    const gone = found.filter((_, index) => !origins.has(index));
    return [
      ...rows.flatMap(({ origin, cells }) => compare(origin === null ? undefined : found[origin], cells)),
      ...gone.flatMap(cells => compare(cells, undefined)),
    ];
  });
}

/**
 * Say what a row of the policy is called.
 *
 * @example rowName('tiers', { letter: 'A', … }, 'en') //=> 'A'
 */
export function rowName(section: SectionId, cells: PolicyRow, language: Language): string {
  const keys = policySections[section].columns.map(({ key }) => key);
  const first = keys[0];
  const candidates = [nameColumns[language], ...Object.values(nameColumns), first].map(key => cells[key]);
  return shownText(String(candidates.find(cell => !isBlankCell(cell)) ?? ''));
}

/**
 * Say what has to be done to the tables of the sheet for a draft: only what changed.
 *
 * @returns One entry for each section that changes.
 */
export const draftEdits = ({ sections }: PolicyDraft): readonly SectionEdits[] =>
  sectionIds
    .map(section => sectionEdits(section, sections[section]))
    .filter(({ changed, added, removed }) => changed.length + added.length + removed.length > 0);

function sectionEdits(section: SectionId, { columns, found, rows }: DraftSection): SectionEdits {
  const changed = rows.flatMap(({ origin, cells }) =>
    origin === null
      ? []
      : columns
          .filter(column => !sameCell(found[origin][column], cells[column]))
          .map(column => ({ row: origin, column, cell: cells[column] })),
  );
  const added = new Map<number | null, PolicyRow[]>();
  let below: number | null = null;
  for (const { origin, cells } of rows) {
    if (origin === null) addToGroup(added, below, cells);
    else below = origin;
  }
  const origins = new Set(rows.map(({ origin }) => origin));
  const removed = [...found.keys()].filter(index => !origins.has(index));
  return {
    section,
    changed,
    added: [...added].map(([place, cells]) => ({ below: place, rows: cells })),
    removed,
  };
}
