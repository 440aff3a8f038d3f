import { isBlankCell } from '../../ledger/cell';
import type { Cell } from '../../ledger/ledger';
import { shownText } from '../../ownTable';
import { comparable, type FoundSection, findSections } from '../cells/policyCells';
import { chosenOption, fieldOf, type PolicyRow, settingOf } from '../cells/policyFields';
import { policyRows } from '../cells/policyRows';
import { policySections, type SectionId, sectionIds } from '../cells/policySections';
import { type PolicyProblem, type PolicyTable, readTables } from '../cells/policyTables';
import type { Language, Policy } from '../policy';
import { doubtOf, type EntryDoubt, enteredCell } from './enteredCell';

/** A row of the policy while it is edited. */
export interface DraftRow {
  /** Stays with the row, whatever becomes of it. */
  readonly key: number;
  /** Zero-based among the section's rows on the sheet; null for a row that is not there yet. */
  readonly origin: number | null;
  readonly cells: PolicyRow;
}

/** A section of the policy while it is edited. */
export interface DraftSection {
  /** Keys of the columns that the sheet has, in the order of the section. */
  readonly columns: readonly string[];
  /** The rows as they stand on the sheet. */
  readonly found: readonly PolicyRow[];
  readonly rows: readonly DraftRow[];
}

/** The tables of the policy sheet while they are edited: any cell may hold anything, and nothing is written. */
export interface PolicyDraft {
  /** Of the sheet's headers and choices. */
  readonly language: Language;
  readonly sections: Readonly<Record<SectionId, DraftSection>>;
}

/** What is wrong with a draft: as the reader of the sheet says it, or a number that can mean two things. */
export interface DraftProblem {
  readonly section: SectionId;
  /** Key of the row; null where the section as a whole is meant. */
  readonly row: number | null;
  readonly column: string | null;
  readonly problem: PolicyProblem['problem'] | null;
  readonly doubt: EntryDoubt | null;
}

/** A draft as a policy; with problems the policy is only what could be read. */
export interface DraftReading {
  readonly policy: Policy;
  readonly problems: readonly DraftProblem[];
}

/**
 * Take the cells of the policy sheet up for editing, also those that cannot be read as a policy.
 *
 * @param cells Of the whole sheet.
 * @param inForce The policy that sections the sheet lacks are taken from: with those values they will be added to it.
 * @example draftOfCells(sheet.values, defaultPolicy).sections.tiers.rows[0].cells.fromScore //=> 80
 */
export function draftOfCells(cells: readonly (readonly Cell[])[], inForce: Policy): PolicyDraft {
  const found = findSections(cells);
  const language = languageOf(cells, found);
  const absent = draftOfPolicy(inForce, language);
  const sectionOf = (id: SectionId): DraftSection => {
    const section = found.get(id);
    return section ? draftOfSection(section) : absent.sections[id];
  };
  return { language, sections: bySection(sectionOf) };
}

/**
 * Take a policy up for editing whose sheet is still to be made.
 *
 * @param language Of the sheet.
 */
export function draftOfPolicy(policy: Policy, language: Language): PolicyDraft {
  const rows = policyRows(policy, language);
  const sectionOf = (id: SectionId): DraftSection => ({
    columns: policySections[id].columns.map(({ key }) => key),
    ...unchanged(rows[id]),
  });
  return { language, sections: bySection(sectionOf) };
}

const bySection = <T>(of: (id: SectionId) => T): Readonly<Record<SectionId, T>> =>
  Object.fromEntries(sectionIds.map(id => [id, of(id)])) as Record<SectionId, T>;

const unchanged = (found: readonly PolicyRow[]): Pick<DraftSection, 'found' | 'rows'> => ({
  found,
  rows: found.map((cells, index) => ({ key: index, origin: index, cells })),
});

/** The rows of a section as found on the sheet, by the keys of its columns. */
export function rowsOfSection({ section, columns, rows }: FoundSection): readonly PolicyRow[] {
  const keys = section.columns.filter(({ key }) => columns.has(key)).map(({ key }) => key);
  return rows.map(({ cells }) => Object.fromEntries(keys.map(key => [key, cells[columns.get(key)!] ?? ''])));
}

const draftOfSection = (found: FoundSection): DraftSection => ({
  columns: found.section.columns.filter(({ key }) => found.columns.has(key)).map(({ key }) => key),
  ...unchanged(rowsOfSection(found)),
});

/** The language in which the header of the settings' values is written: that header differs in both. */
function languageOf(
  cells: readonly (readonly Cell[])[],
  found: ReadonlyMap<SectionId, FoundSection>,
): Language {
  const settings = found.get('settings');
  if (!settings) return 'en';
  const header = cells[settings.headerRow - 1]?.[settings.columns.get('value')!];
  const { header: called } = settings.section.columns.find(({ key }) => key === 'value')!;
  const languages = Object.keys(called) as Language[];
  return languages.find(language => comparable(called[language]) === comparable(header)) ?? 'en';
}

/**
 * Read a draft as the policy it will be, and find all that is wrong with it.
 *
 * @example readDraft(draft).problems[0] //=> { section: 'tiers', row: 2, column: 'fromScore', problem: … }
 */
export function readDraft({ sections }: PolicyDraft): DraftReading {
  const tables = sectionIds.map((id): PolicyTable => {
    const { columns, rows } = sections[id];
    const header = new Map(policySections[id].columns.map(column => [column.key, column.header.en]));
    return {
      headers: columns.map(key => header.get(key)!),
      rows: rows.map(({ cells }) => columns.map(key => cells[key])),
    };
  });
  const { value, problems } = readTables(tables);
  const doubts = sectionIds.flatMap(id => doubtsOf(id, sections[id]));
  const isDoubted = (problem: DraftProblem): boolean =>
    doubts.some(
      ({ section, row, column }) =>
        section === problem.section && row === problem.row && column === problem.column,
    );
  const reported = problems.map(
    ({ section, row, column, problem }): DraftProblem => ({
      section,
      row: row === null ? null : (sections[section].rows[row]?.key ?? null),
      column,
      problem,
      doubt: null,
    }),
  );
  const all = [...doubts, ...reported.filter(problem => !isDoubted(problem))];
  return { policy: value, problems: sectionIds.flatMap(id => all.filter(({ section }) => section === id)) };
}

const doubtsOf = (section: SectionId, { columns, rows }: DraftSection): readonly DraftProblem[] =>
  rows.flatMap(({ key, cells }) =>
    columns.flatMap(column => {
      const doubt = doubtOf(cells[column], fieldOf(section, column, cells));
      return doubt === null ? [] : [{ section, row: key, column, problem: null, doubt }];
    }),
  );

/** Put something into a cell of a draft. */
export const withCell = (
  draft: PolicyDraft,
  section: SectionId,
  row: number,
  column: string,
  cell: Cell,
): PolicyDraft =>
  withRows(
    draft,
    section,
    draft.sections[section].rows.map(each =>
      each.key === row ? { ...each, cells: { ...each.cells, [column]: cell } } : each,
    ),
  );

/** Give the key that the next row added to a section will have. */
const nextKey = ({ rows, found }: DraftSection): number =>
  rows.reduce((next, { key }) => Math.max(next, key + 1), found.length);

/**
 * Add a row to a section.
 *
 * @param at Zero-based among the section's rows.
 * @param cells By column; what the sheet has no column for is left out.
 */
export function withRow(draft: PolicyDraft, section: SectionId, at: number, cells: PolicyRow): PolicyDraft {
  const { rows } = draft.sections[section];
  const row = newRow(draft.sections[section], nextKey(draft.sections[section]), cells);
  return withRows(draft, section, [...rows.slice(0, at), row, ...rows.slice(at)]);
}

const newRow = ({ columns }: DraftSection, key: number, cells: PolicyRow): DraftRow => ({
  key,
  origin: null,
  cells: Object.fromEntries(columns.map(column => [column, cells[column] ?? ''])),
});

/** Take a row out of a section; the last one is emptied, since a native table keeps a row. */
export function withoutRow(draft: PolicyDraft, section: SectionId, row: number): PolicyDraft {
  const { rows, columns } = draft.sections[section];
  if (rows.length > 1)
    return withRows(
      draft,
      section,
      rows.filter(({ key }) => key !== row),
    );
  const empty = Object.fromEntries(columns.map(column => [column, '']));
  return withRows(
    draft,
    section,
    rows.map(each => ({ ...each, cells: empty })),
  );
}

const withRows = (draft: PolicyDraft, section: SectionId, rows: readonly DraftRow[]): PolicyDraft => ({
  ...draft,
  sections: { ...draft.sections, [section]: { ...draft.sections[section], rows } },
});

/**
 * Put a whole policy into a draft: a preset, an imported one, the defaults.
 *
 * Rows are known again by code, letter, metric or currency, buckets by their place. Cells that mean the same stay as they are, and so do
 * reasons, the names of buckets and the as-of date, which is the workbook's.
 *
 * @example readDraft(withPolicy(draft, policy)).policy //=> policy, but for the as-of date
 */
export function withPolicy(draft: PolicyDraft, policy: Policy): PolicyDraft {
  const rows = policyRows(policy, draft.language);
  const changed = withWanted(draft, id => rows[id]);
  return keepAsOf(changed, draft);
}

/**
 * Put into a draft what the sheet said when an earlier one was taken up: the way back from its edits.
 *
 * @example withEarlier(draftOfCells(sheet.values, policy), before)
 */
export const withEarlier = (draft: PolicyDraft, earlier: PolicyDraft): PolicyDraft =>
  withWanted(draft, id => earlier.sections[id].found);

function withWanted(draft: PolicyDraft, wanted: (id: SectionId) => readonly PolicyRow[]): PolicyDraft {
  const sectionOf = (id: SectionId): DraftSection => {
    const section = draft.sections[id];
    return { ...section, rows: inSheetOrder(mergedRows(id, section, wanted(id))) };
  };
  return { ...draft, sections: bySection(sectionOf) };
}

function keepAsOf(changed: PolicyDraft, before: PolicyDraft): PolicyDraft {
  const isAsOf = ({ cells }: DraftRow) => settingOf(cells) === 'asOf';
  const asOf = before.sections.settings.rows.find(isAsOf);
  if (asOf === undefined) return changed;
  const { rows } = changed.sections.settings;
  return withRows(
    changed,
    'settings',
    rows.map(row => (isAsOf(row) ? asOf : row)),
  );
}

function mergedRows(id: SectionId, section: DraftSection, wanted: readonly PolicyRow[]): readonly DraftRow[] {
  const known = byIdentity(
    id,
    section.rows.map(({ cells }) => cells),
  );
  let key = nextKey(section);
  const merged = byIdentity(id, wanted).map((identity, index): DraftRow => {
    const at = known.indexOf(identity);
    const row = section.rows[at];
    if (!row) return newRow(section, key++, wanted[index]);
    return { ...row, cells: mergedCells(id, section, row.cells, wanted[index]) };
  });
  // Settings stay where they stand, and rows among them that are not ours are remarks of the user's.
  if (id !== 'settings') return merged;
  return section.rows.map(row => merged.find(each => each.key === row.key) ?? row);
}

function mergedCells(id: SectionId, { columns }: DraftSection, now: PolicyRow, wanted: PolicyRow): PolicyRow {
  const isKept = (column: string): boolean =>
    column === 'why' ||
    isBucketName(id, column) ||
    isSameCell(id, column, now, { ...now, [column]: wanted[column] });
  return Object.fromEntries(
    columns.map(column => [column, isKept(column) ? now[column] : (wanted[column] ?? '')]),
  );
}

const isBucketName = (id: SectionId, column: string): boolean =>
  (id === 'buckets' || id === 'monthBuckets') && (column === 'english' || column === 'chinese');

/** Tell whether a column of two rows means the same: in either language, as number or as text. */
function isSameCell(id: SectionId, column: string, one: PolicyRow, other: PolicyRow): boolean {
  const meaning = (row: PolicyRow): Cell => {
    const cell = row[column];
    if (isBlankCell(cell)) return '';
    const field = fieldOf(id, column, row);
    if (field.kind === 'choice') return chosenOption(cell, field.options)?.code ?? cell;
    if (field.kind === 'switch') return comparable(String(cell));
    if (field.kind === 'number' && typeof cell === 'string') return enteredCell(cell, field);
    return typeof cell === 'string' ? shownText(cell.trim()) : cell;
  };
  return meaning(one) === meaning(other);
}

/** What each row of a section is known by; of several alike, each by its turn. */
function byIdentity(id: SectionId, rows: readonly PolicyRow[]): readonly string[] {
  const turns = new Map<string, number>();
  return rows.map((cells, index) => {
    const identity = identityOf(id, cells, index, rows.length);
    const turn = (turns.get(identity) ?? 0) + 1;
    turns.set(identity, turn);
    return `${identity} ${turn}`;
  });
}

function identityOf(id: SectionId, cells: PolicyRow, index: number, count: number): string {
  if (id === 'settings') return settingOf(cells) ?? comparable(cells.english);
  // The open end stays the open end when a bucket is added above it.
  if (id === 'buckets' || id === 'monthBuckets') return index === count - 1 ? 'last' : String(index);
  if (id === 'factors') return comparable(cells.metric) || comparable(cells.english);
  const column = id === 'rates' ? 'currency' : id === 'tiers' ? 'letter' : 'id';
  return comparable(String(cells[column] ?? ''));
}

/** A row that would have to move up is written anew where it belongs. */
function inSheetOrder(rows: readonly DraftRow[]): readonly DraftRow[] {
  let last = -1;
  return rows.map(row => {
    if (row.origin === null) return row;
    if (row.origin < last) return { ...row, origin: null };
    last = row.origin;
    return row;
  });
}
