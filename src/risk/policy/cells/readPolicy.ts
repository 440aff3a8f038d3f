import type { Cell } from '../../ledger/ledger';
import { type Outcome, type Problem, succeed } from '../../problem';
import { defaultPolicy } from '../defaultPolicy';
import type { Bucket, Factor, KnockOut, MonthBucket, Policy, Tier } from '../policy';
import { lostHeaders } from './lostHeaders';
import { type FoundSection, findSections, hasColumn } from './policyCells';
import { columnName, policySections, type SectionId, sectionIds, sectionName } from './policySections';
import { bucketsOf, monthBucketsOf } from './readBuckets';
import { ratesOf } from './readRates';
import { rulesOf } from './readRules';
import { factorsOf, knockOutsOf, tiersOf } from './readScoring';
import { settingsOf } from './readSettings';
import { stepsOf } from './readSteps';
import type { Reading } from './sectionReading';
import { withoutHeader } from './withoutHeader';

type Cells = readonly (readonly Cell[])[];
type Sections = ReadonlyMap<SectionId, FoundSection>;

/**
 * Read the policy back from the cells of its sheet.
 *
 * Each section is found by its header row in English or Chinese, wherever it stands; blank rows, other columns and rows that a
 * user added are welcome. A rule whose row was deleted is not checked. Sections, columns and settings that sheets of earlier
 * versions lack mean their defaults; a header that was typed over is a problem.
 *
 * @param cells The sheet's cells; rows of messages count from their first.
 * @returns The policy, or the first problem: a section, column or setting that is missing, a cell that cannot be read, weights
 *   that are negative or all 0, bounds or tiers out of order. Every problem names the section, and its row where there is one.
 * @example readPolicy([...sheet.values]) //=> { ok: true, value: { settings: { asOf: 45473, … }, … } }
 */
export function readPolicy(cells: Cells): Outcome<Policy> {
  const { value, problems } = readWholePolicy(cells);
  return problems.length > 0 ? { ok: false, problem: problems[0] } : succeed(value);
}

/**
 * Read the policy and everything that is wrong with it, section by section.
 *
 * @returns As readPolicy, with all problems; where there are any, the value is only what could be read.
 */
export function readWholePolicy(cells: Cells): Reading<Policy> {
  const sections = findSections(cells);
  // First of all: without its header row a section's rows would be taken for those of the section above.
  const lost = lostHeaders(cells, sections);
  if (lost.length > 0) return { value: defaultPolicy, problems: lost };
  const absent = sectionIds.filter(id => policySections[id].isNeeded && !sections.has(id));
  if (absent.length > 0) return { value: defaultPolicy, problems: absent.map(sectionMissing) };

  const problems: Problem[] = [];
  const read = <T>(id: SectionId, how: (found: FoundSection) => Reading<T>, ifAbsent: T): T => {
    const reading = inSection(sections, id, how);
    if (!reading) return ifAbsent;
    problems.push(...reading.problems);
    return reading.value;
  };
  const { settings, rates, buckets, monthBuckets, factors, rules, steps } = defaultPolicy;
  const before = {
    settings: read('settings', settingsOf, settings),
    rates: read('rates', ratesOf, rates),
    buckets: read('buckets', bucketsOf, buckets),
    monthBuckets: read('monthBuckets', monthBucketsOf, monthBuckets),
    factors: read('factors', factorsOf, factors),
  };
  const tiers = read('tiers', tiersOf, defaultPolicy.tiers);
  const after = {
    knockOuts: read('knockOuts', found => knockOutsOf(found, tiers), defaultKnockOutsFor(tiers)),
    rules: read('rules', rulesOf, rules),
    steps: read('steps', stepsOf, steps),
  };
  return { value: { ...before, tiers, ...after }, problems };
}

/**
 * Read the factors of a score from the policy's factor table, or from the whole policy sheet.
 *
 * @param cells With the header row, or without: then names come first, the first number of a row is its weight, the next two are
 *   best and worst value, and after them the shape (linear when there is none) and the treatment of missing values (shared when
 *   there is none).
 * @returns At least one factor with weight, or a problem as of readPolicy.
 * @example readFactors([['Overdue share', '逾期占比', 60, 0, 0.5], ['Tenure', '', 40, 10, 0]])
 */
export function readFactors(cells: Cells): Outcome<readonly Factor[]> {
  const sections = findSections(cells);
  const bare = sections.size === 0 ? withoutHeader(cells, 'factors') : null;
  return bare ? outcomeOf(factorsOf(bare)) : sectionOf(sections, 'factors', factorsOf);
}

/**
 * Read the tiers from the policy's tier table, or from the whole policy sheet.
 *
 * @param cells With the header row, or without: then the text of a row is its letter and the numbers are, in this order, lowest
 *   score, limit in months, terms in days, prepayment, review months, loss rate; only the score has to be there. A column of
 *   TRUE and FALSE says where a guarantee is wanted.
 * @returns Tiers, best first, or a problem as of readPolicy.
 * @example readTiers([['A', 80], ['B', 50], ['C', 0]])
 */
export function readTiers(cells: Cells): Outcome<readonly Tier[]> {
  const sections = findSections(cells);
  const found = sections.size === 0 ? withoutHeader(cells, 'tiers') : sections.get('tiers');
  return found ? outcomeOf(tiersOf(found)) : { ok: false, problem: sectionMissing('tiers') };
}

/**
 * Read the ageing buckets from the policy's bucket table, or from the whole policy sheet. The header row is needed.
 *
 * @returns Not due first, open end last, or a problem as of readPolicy.
 */
export function readBuckets(cells: Cells): Outcome<readonly Bucket[]> {
  return sectionOf(findSections(cells), 'buckets', bucketsOf);
}

/**
 * Read the ageing buckets by months from the policy's table, or from the whole policy sheet. The header row is needed.
 *
 * @returns The youngest first, the open end last, or a problem as of readPolicy.
 */
export function readMonthBuckets(cells: Cells): Outcome<readonly MonthBucket[]> {
  return sectionOf(findSections(cells), 'monthBuckets', monthBucketsOf);
}

function sectionOf<T>(
  sections: Sections,
  id: SectionId,
  how: (found: FoundSection) => Reading<T>,
): Outcome<T> {
  const reading = inSection(sections, id, how);
  return reading ? outcomeOf(reading) : { ok: false, problem: sectionMissing(id) };
}

const outcomeOf = <T>({ value, problems }: Reading<T>): Outcome<T> =>
  problems.length > 0 ? { ok: false, problem: problems[0] } : succeed(value);

/** Read a section that is there: first of all it needs its columns. */
function inSection<T>(
  sections: Sections,
  id: SectionId,
  how: (found: FoundSection) => Reading<T>,
): Reading<T> | null {
  const found = sections.get(id);
  if (!found) return null;
  const absent = found.section.columns.filter(
    column => column.isNeeded && !hasColumn(found.columns, column.key),
  );
  const reading = how(found);
  if (absent.length === 0) return reading;
  const problems = absent.map(
    (column): Problem => ({
      code: 'value',
      key: 'policyColumnMissing',
      detail: { section: sectionName(found.section), row: found.headerRow, column: columnName(column) },
    }),
  );
  return { value: reading.value, problems };
}

const sectionMissing = (id: SectionId): Problem => ({
  code: 'value',
  key: 'policySectionMissing',
  detail: { section: sectionName(policySections[id]) },
});

/** A sheet without knock-outs may name its tiers in its own way: the default's cap is taken by its place from the end. */
function defaultKnockOutsFor(tiers: readonly Tier[]): readonly KnockOut[] {
  return defaultPolicy.knockOuts.flatMap(knockOut => {
    const fromEnd =
      defaultPolicy.tiers.length - defaultPolicy.tiers.findIndex(tier => tier.letter === knockOut.bestTier);
    const tier = tiers.at(-Math.min(fromEnd, tiers.length));
    return tier ? [{ ...knockOut, bestTier: tier.letter }] : [];
  });
}
