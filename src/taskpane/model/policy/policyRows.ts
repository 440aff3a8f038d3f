import type { Cell } from '../../../risk/ledger/ledger';
import { numberedNames } from '../../../risk/policy/cells/numberedNames';
import { comparable } from '../../../risk/policy/cells/policyCells';
import type { PolicyRow } from '../../../risk/policy/cells/policyFields';
import type { SectionId } from '../../../risk/policy/cells/policySections';
import { defaultPolicy } from '../../../risk/policy/defaultPolicy';
import { rowName } from '../../../risk/policy/draft/draftChanges';
import { draftOfPolicy, type PolicyDraft } from '../../../risk/policy/draft/policyDraft';
import type { Bilingual } from '../../../risk/policy/policy';

/** A row that may be added to a section: one that the policy knows and the section lacks, or an empty one of the user's own. */
export interface AddableRow {
  /** `''` for one of the user's own. */
  readonly code: string;
  readonly name: string;
  readonly cells: PolicyRow;
}

type Language = PolicyDraft['language'];

/** Rows of these sections are known by a code and each is there once. */
const byCode: ReadonlySet<SectionId> = new Set<SectionId>(['factors', 'knockOuts', 'rules']);

/**
 * List what may be added to a section of a draft.
 *
 * @param language Of the names.
 */
export function addableRows(
  draft: PolicyDraft,
  section: SectionId,
  language: Language,
): readonly AddableRow[] {
  if (section === 'settings') return [];
  if (!byCode.has(section)) return [{ code: '', name: '', cells: ownRow(draft, section) }];
  const { rows } = draft.sections[section];
  const codeOf = (cells: PolicyRow): string => comparable(section === 'factors' ? cells.metric : cells.id);
  const present = new Set(rows.map(({ cells }) => codeOf(cells)));
  const known = draftOfPolicy(defaultPolicy, draft.language).sections[section].found;
  const lacking = known
    .filter(cells => !present.has(codeOf(cells)))
    .map(cells => ({
      code: codeOf(cells),
      name: rowName(section, cells, language),
      cells: fitting(draft, section, cells),
    }));
  return section === 'factors'
    ? [...lacking, { code: '', name: '', cells: ownRow(draft, section) }]
    : lacking;
}

/** A default knock-out caps at a tier that this policy may not have. */
function fitting(draft: PolicyDraft, section: SectionId, cells: PolicyRow): PolicyRow {
  if (section !== 'knockOuts') return cells;
  const letters = tierLetters(draft);
  return letters.includes(String(cells.bestTier)) ? cells : { ...cells, bestTier: letters.at(-1) ?? '' };
}

/** The letters of the tiers as they stand in the draft. */
export const tierLetters = ({ sections }: PolicyDraft): readonly string[] =>
  sections.tiers.rows
    .map(({ cells }) => String(cells.letter ?? '').replace(/^'/, ''))
    .filter(letter => letter !== '');

/** A row that can be applied as it is wherever that is possible: between its neighbours, with the name of nobody else. */
function ownRow(draft: PolicyDraft, section: SectionId): PolicyRow {
  const rows = draft.sections[section].rows.map(({ cells }) => cells);
  const above = rows.at(-2);
  if (section === 'buckets') return bucketRow(rows, 'toDay', 30);
  if (section === 'monthBuckets') return bucketRow(rows, 'toMonth', 12);
  if (section === 'tiers') {
    const from = numberOf(above?.fromScore) || 100;
    return { ...above, letter: freeLetter(tierLetters(draft)), fromScore: Math.round(from / 2), why: '' };
  }
  if (section === 'steps') {
    const number = freeNumber(
      rows.map(({ id }) => String(id)),
      'step',
    );
    const last = rows.at(-1);
    return {
      id: `step${number}`,
      ...namesOf(numberedNames.step(number)),
      fromDay: rows.length === 0 ? 0 : numberOf(last?.fromDay) + 30,
      minimumAmount: 0,
      channel: last?.channel ?? 'mail',
    };
  }
  if (section === 'factors') {
    const number = freeNumber(
      rows.map(({ english }) => String(english)),
      'Factor ',
    );
    return {
      ...namesOf(numberedNames.factor(number)),
      metric: '',
      weight: 0,
      best: 0,
      worst: 1,
    };
  }
  return {};
}

function bucketRow(rows: readonly PolicyRow[], column: string, step: number): PolicyRow {
  const last = numberOf(rows.at(-2)?.[column]);
  const number = rows.length - 1;
  return {
    ...namesOf(column === 'toDay' ? numberedNames.bucket(number) : numberedNames.age(number + 1)),
    [column]: last + step,
    lossRate: rows.at(-2)?.lossRate ?? 0,
  };
}

const namesOf = ({ en, zh }: Bilingual): PolicyRow => ({ english: en, chinese: zh });

const numberOf = (cell: Cell): number => (typeof cell === 'number' ? cell : 0);

function freeNumber(taken: readonly string[], prefix: string): number {
  for (let number = taken.length + 1; ; number += 1) {
    if (!taken.includes(`${prefix}${number}`)) return number;
  }
}

function freeLetter(taken: readonly string[]): string {
  const alphabet = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  return alphabet.find(letter => !taken.includes(letter)) ?? `T${taken.length + 1}`;
}

/** Where an added row belongs: above the open end of buckets, the last tier and the last rule, else at the end. */
export function placeOfAdded({ sections }: PolicyDraft, section: SectionId): number {
  const count = sections[section].rows.length;
  const isAboveLast = ['buckets', 'monthBuckets', 'tiers', 'rules'].includes(section);
  return isAboveLast ? Math.max(0, count - 1) : count;
}

/** Fewest rows without which a section says nothing; below it no row is removed. */
const fewestRows: Readonly<Partial<Record<SectionId, number>>> = {
  settings: Number.POSITIVE_INFINITY,
  buckets: 2,
  monthBuckets: 2,
  factors: 1,
  tiers: 1,
};

/** Tell whether a row may be removed: the ends of the buckets stay, and so does what a section needs. */
export function isRemovable({ sections }: PolicyDraft, section: SectionId, index: number): boolean {
  const { rows } = sections[section];
  const isEnd = (section === 'buckets' && index === 0) || index === rows.length - 1;
  if ((section === 'buckets' || section === 'monthBuckets') && isEnd) return false;
  return rows.length > (fewestRows[section] ?? 0);
}
