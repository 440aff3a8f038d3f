import { isBlankCell } from '../ledger/cell';
import type { Cell } from '../ledger/ledger';
import { type MetricName, metricNames } from '../metrics/metric';
import { fail, type Outcome, type ProblemKey, succeed } from '../problem';
import {
  type BreachRule,
  type BreachRuleId,
  type Bucket,
  breachRuleIds,
  type Factor,
  type Policy,
  type PolicySettings,
  type Tier,
} from './policy';
import { comparable, type FoundRow, type FoundSection, findSections } from './policyCells';
import {
  missingWords,
  policySections,
  type SectionId,
  sectionName,
  settingLabels,
  severityWords,
} from './policySections';
import { RowReader } from './rowReader';
import { withoutHeader } from './withoutHeader';

const sectionIds = Object.keys(policySections) as SectionId[];

type Cells = readonly (readonly Cell[])[];

/**
 * Read the policy back from the cells of its sheet.
 *
 * Each section is found by its header row in English or Chinese, wherever it stands; blank rows, other columns and rows that a
 * user added are welcome. A rule whose row was deleted is not checked.
 *
 * @param cells The sheet's cells; rows of messages count from their first.
 * @returns The policy, or the first problem: a section, column or setting that is missing, a cell that cannot be read, weights
 *   that are negative or all 0, bounds or tiers out of order. Every problem names the section, and its row where there is one.
 * @example readPolicy([...sheet.values]) //=> { ok: true, value: { settings: { asOf: 45473, … }, … } }
 */
export function readPolicy(cells: Cells): Outcome<Policy> {
  const sections = findSections(cells);
  // First of all: without its header row a section's rows would be taken for those of the section above.
  const absent = sectionIds.find(id => !sections.has(id));
  if (absent) return sectionMissing(absent);
  const settings = inSection(sections, 'settings', settingsOf);
  if (!settings.ok) return settings;
  const buckets = inSection(sections, 'buckets', bucketsOf);
  if (!buckets.ok) return buckets;
  const factors = inSection(sections, 'factors', factorsOf);
  if (!factors.ok) return factors;
  const tiers = inSection(sections, 'tiers', tiersOf);
  if (!tiers.ok) return tiers;
  const rules = inSection(sections, 'rules', rulesOf);
  if (!rules.ok) return rules;
  return succeed({
    settings: settings.value,
    buckets: buckets.value,
    factors: factors.value,
    tiers: tiers.value,
    rules: rules.value,
  });
}

/**
 * Read the factors of a score from the policy's factor table, or from the whole policy sheet.
 *
 * @param cells With the header row, or without: then names come first, the first number of a row is its weight, the next two are
 *   best and worst value, and a text after them is the treatment of missing values (shared when there is none).
 * @returns At least one factor with weight, or a problem as of readPolicy.
 * @example readFactors([['Overdue share', '逾期占比', 60, 0, 0.5], ['Tenure', '', 40, 10, 0]])
 */
export function readFactors(cells: Cells): Outcome<readonly Factor[]> {
  const sections = findSections(cells);
  const bare = sections.size === 0 ? withoutHeader(cells, 'factors') : null;
  return bare ? factorsOf(bare) : inSection(sections, 'factors', factorsOf);
}

/**
 * Read the tiers from the policy's tier table, or from the whole policy sheet.
 *
 * @param cells With the header row, or without: then the text of a row is its letter and the numbers are, in this order, lowest
 *   score, limit in months, terms in days, prepayment, review months, loss rate; only the score has to be there.
 * @returns Tiers, best first, or a problem as of readPolicy.
 * @example readTiers([['A', 80], ['B', 50], ['C', 0]])
 */
export function readTiers(cells: Cells): Outcome<readonly Tier[]> {
  const sections = findSections(cells);
  const bare = sections.size === 0 ? withoutHeader(cells, 'tiers') : sections.get('tiers');
  return bare ? tiersOf(bare) : sectionMissing('tiers');
}

/**
 * Read the ageing buckets from the policy's bucket table, or from the whole policy sheet. The header row is needed.
 *
 * @returns Not due first, open end last, or a problem as of readPolicy.
 */
export function readBuckets(cells: Cells): Outcome<readonly Bucket[]> {
  return inSection(findSections(cells), 'buckets', bucketsOf);
}

function inSection<T>(
  sections: ReadonlyMap<SectionId, FoundSection>,
  id: SectionId,
  read: (found: FoundSection) => Outcome<T>,
): Outcome<T> {
  const found = sections.get(id);
  if (!found) return sectionMissing(id);
  const absent = found.section.columns.find(column => column.isNeeded && !found.columns.has(column.key));
  if (absent) {
    return fail('value', 'policyColumnMissing', {
      section: sectionName(found.section),
      row: found.headerRow,
      column: `${absent.header.en} / ${absent.header.zh}`,
    });
  }
  return read(found);
}

const sectionMissing = (id: SectionId): Outcome<never> =>
  fail('value', 'policySectionMissing', { section: sectionName(policySections[id]) });

/** A row with what was read from it, so that checks across rows can still name the row. */
interface ReadRow<T> {
  readonly value: T;
  readonly reader: RowReader;
}

function readRows<T>(
  found: FoundSection,
  rows: readonly FoundRow[],
  read: (reader: RowReader, index: number) => T,
): Outcome<readonly ReadRow<T>[]> {
  const values: ReadRow<T>[] = [];
  for (const [index, row] of rows.entries()) {
    const reader = new RowReader(found, row);
    const value = read(reader, index);
    if (reader.problem) return { ok: false, problem: reader.problem };
    values.push({ value, reader });
  }
  return succeed(values);
}

/** Report the first row for which a check across rows fails, at the cell of `column`. */
function checkRows<T>(
  rows: readonly ReadRow<T>[],
  key: ProblemKey,
  column: string,
  isWrong: (value: T, index: number) => boolean,
): Outcome<null> {
  const wrong = rows.find((row, index) => isWrong(row.value, index));
  if (!wrong) return succeed(null);
  wrong.reader.report(key, column);
  return { ok: false, problem: wrong.reader.problem! };
}

const valuesOf = <T>(rows: readonly ReadRow<T>[]): readonly T[] => rows.map(row => row.value);

function settingsOf(found: FoundSection): Outcome<PolicySettings> {
  const rows = new Map<string, FoundRow>();
  for (const [setting, label] of Object.entries(settingLabels)) {
    const row = found.rows.find(candidate => {
      const reader = new RowReader(found, candidate);
      const names = [comparable(reader.cell('english')), comparable(reader.cell('chinese'))];
      return names.includes(comparable(label.en)) || names.includes(comparable(label.zh));
    });
    if (!row) {
      return fail('value', 'policySettingMissing', {
        section: sectionName(found.section),
        row: found.headerRow,
        column: `${label.en} / ${label.zh}`,
      });
    }
    rows.set(setting, row);
  }
  const readers = (setting: keyof typeof settingLabels) => new RowReader(found, rows.get(setting)!);
  const asOf = readers('asOf');
  const windowDays = readers('windowDays');
  const countDisputed = readers('countDisputed');

  // A date below 1 is an empty cell on some platforms.
  const hasDate = !isBlankCell(asOf.cell('value')) && asOf.cell('value') !== 0;
  const settings = {
    asOf: hasDate ? Math.floor(asOf.number('value', { lowest: 1, highest: 2_958_466 })) : null,
    windowDays: windowDays.number('value', { lowest: 1 }),
    countDisputed: countDisputed.boolean('value'),
  };
  const problem = asOf.problem ?? windowDays.problem ?? countDisputed.problem;
  return problem ? { ok: false, problem } : succeed(settings);
}

function bucketsOf(found: FoundSection): Outcome<readonly Bucket[]> {
  const last = found.rows.length - 1;
  const rows = readRows(found, found.rows, (reader, index) => ({
    // The first bucket is not due, and only the last is open.
    toDay: reader.number(
      'toDay',
      index === 0
        ? { lowest: 0, highest: 0, ifBlank: 0 }
        : index === last
          ? { ifBlank: Number.POSITIVE_INFINITY }
          : {},
    ),
    lossRate: reader.number('lossRate', { lowest: 0, highest: 1 }),
  }));
  if (!rows.ok) return rows;
  const bounds = valuesOf(rows.value);
  if (bounds.length < 2) return rowsMissing(found);

  const wholeDays = checkRows(
    rows.value,
    'argumentNotWhole',
    'toDay',
    ({ toDay }) => Number.isFinite(toDay) && !Number.isInteger(toDay),
  );
  if (!wholeDays.ok) return wholeDays;
  const openEnd = checkRows(
    rows.value,
    'policyLastBucketNotOpen',
    'toDay',
    ({ toDay }, index) => index === last && Number.isFinite(toDay),
  );
  if (!openEnd.ok) return openEnd;
  const order = checkRows(
    rows.value,
    'policyBucketsNotAscending',
    'toDay',
    ({ toDay }, index) => index > 0 && toDay <= bounds[index - 1]!.toDay,
  );
  if (!order.ok) return order;
  return succeed(
    bounds.map(({ toDay, lossRate }, index) => ({
      fromDay: index === 0 ? Number.NEGATIVE_INFINITY : bounds[index - 1]!.toDay + 1,
      toDay,
      lossRate,
    })),
  );
}

function factorsOf(found: FoundSection): Outcome<readonly Factor[]> {
  const rows = readRows(found, found.rows, reader => factorOf(reader));
  if (!rows.ok) return rows;
  const factors = valuesOf(rows.value);

  const weights = checkRows(rows.value, 'policyWeightNegative', 'weight', factor => factor.weight < 0);
  if (!weights.ok) return weights;
  const ends = checkRows(
    rows.value,
    'policyBestEqualsWorst',
    'worst',
    factor => factor.best === factor.worst,
  );
  if (!ends.ok) return ends;
  const names = checkRows(rows.value, 'policyNamedTwice', 'english', (factor, index) =>
    factors.slice(0, index).some(earlier => shareName(earlier, factor)),
  );
  if (!names.ok) return names;
  if (!factors.some(factor => factor.weight > 0)) {
    return fail('value', 'policyWeightsZero', {
      section: sectionName(found.section),
      row: found.rows[0]?.row ?? found.headerRow,
    });
  }
  return succeed(factors);
}

function factorOf(reader: RowReader): Factor {
  const english = reader.text('english');
  const chinese = reader.text('chinese');
  if (english === '' && chinese === '') reader.report('policyValueUnreadable', 'english');
  return {
    name: { en: english || chinese, zh: chinese || english },
    metric: metricOf(reader),
    weight: reader.number('weight'),
    best: reader.number('best'),
    worst: reader.number('worst'),
    missing: reader.choice('missing', missingWords, 'share'),
  };
}

function metricOf(reader: RowReader): MetricName | null {
  const text = comparable(reader.text('metric'));
  if (text === '') return null;
  const metric = metricNames.find(name => name.toLowerCase() === text);
  if (!metric) reader.report('policyValueUnreadable', 'metric');
  return metric ?? null;
}

const shareName = (one: Factor, other: Factor): boolean =>
  comparable(one.name.en) === comparable(other.name.en) ||
  comparable(one.name.zh) === comparable(other.name.zh);

function tiersOf(found: FoundSection): Outcome<readonly Tier[]> {
  const rows = readRows(found, found.rows, reader => {
    const letter = reader.text('letter');
    if (letter === '') reader.report('policyValueUnreadable', 'letter');
    return {
      letter,
      fromScore: reader.number('fromScore', { lowest: 0, highest: 100 }),
      limitMonths: reader.number('limitMonths', { lowest: 0, ifBlank: 0 }),
      termsDays: reader.number('termsDays', { lowest: 0, ifBlank: 0 }),
      prepaymentShare: reader.number('prepaymentShare', { lowest: 0, highest: 1, ifBlank: 0 }),
      reviewMonths: reader.number('reviewMonths', { lowest: 0, ifBlank: 0 }),
      lossRate: reader.number('lossRate', { lowest: 0, highest: 1, ifBlank: 0 }),
    };
  });
  if (!rows.ok) return rows;
  const tiers = valuesOf(rows.value);
  if (tiers.length === 0) return rowsMissing(found);

  const order = checkRows(
    rows.value,
    'policyTiersOverlap',
    'fromScore',
    (tier, index) => index > 0 && tier.fromScore >= tiers[index - 1]!.fromScore,
  );
  if (!order.ok) return order;
  const bottom = checkRows(
    rows.value,
    'policyLastTierNotZero',
    'fromScore',
    (tier, index) => index === tiers.length - 1 && tier.fromScore !== 0,
  );
  if (!bottom.ok) return bottom;
  const letters = checkRows(rows.value, 'policyNamedTwice', 'letter', (tier, index) =>
    tiers.slice(0, index).some(earlier => comparable(earlier.letter) === comparable(tier.letter)),
  );
  return letters.ok ? succeed(tiers) : letters;
}

function rulesOf(found: FoundSection): Outcome<readonly BreachRule[]> {
  const rows = readRows(found, found.rows, reader => {
    const id = ruleIdOf(reader);
    const english = reader.text('english');
    const chinese = reader.text('chinese');
    return {
      id,
      name: { en: english || chinese || id, zh: chinese || english || id },
      on: reader.boolean('on'),
      threshold: reader.number('threshold'),
      minimumAmount: reader.number('minimumAmount', { lowest: 0, ifBlank: 0 }),
      minimumCount: reader.number('minimumCount', { lowest: 0, ifBlank: 0 }),
      severity: reader.choice('severity', severityWords),
    };
  });
  if (!rows.ok) return rows;
  const rules = valuesOf(rows.value);
  const twice = checkRows(rows.value, 'policyNamedTwice', 'id', (rule, index) =>
    rules.slice(0, index).some(earlier => earlier.id === rule.id),
  );
  return twice.ok ? succeed(rules) : twice;
}

function ruleIdOf(reader: RowReader): BreachRuleId {
  const text = comparable(reader.text('id'));
  const id = breachRuleIds.find(candidate => candidate.toLowerCase() === text);
  if (!id) reader.report('policyValueUnreadable', 'id');
  return id ?? breachRuleIds[0];
}

const rowsMissing = (found: FoundSection): Outcome<never> =>
  fail('value', 'policyRowUnreadable', {
    section: sectionName(found.section),
    row: found.headerRow + 1,
  });
