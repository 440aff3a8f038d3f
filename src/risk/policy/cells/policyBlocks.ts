import type { Cell } from '../../ledger/ledger';
import { columnEntries, settingEntries } from '../draft/policyEntries';
import type { Language, Policy } from '../policy';
import type { PolicyBlock, PolicyEntry } from './policyBlock';
import { fieldFormat, type PolicyRow } from './policyFields';
import { general } from './policyFormats';
import { policyRows } from './policyRows';
import {
  type PolicySection,
  policyColumnCount,
  policySections,
  type SectionId,
  type SettingId,
  sectionIds,
  settingIds,
} from './policySections';

/**
 * Lay the policy out as the native tables of the sheet `Tiercel Policy`.
 *
 * @param policy What to write; readPolicy reads exactly this back.
 * @param language Of titles, headers, choices and reasons; names stand in both languages. The first column of every row is the
 *   same in either language, unique within its table for settings and rules, and free of wildcards.
 * @returns One block a section, in the order of `sectionIds`: equally wide, the reason in the last column, no text that Excel would
 *   take for a formula. Defined names point at the settings and the cells of each rule.
 * @example policyBlocks(defaultPolicy, 'en')[7].rows[0] //=> ['overLimit', 'Over limit', '超信用额度', true, 1, 0, 0, 'critical', …]
 */
export function policyBlocks(policy: Policy, language: Language): readonly PolicyBlock[] {
  const rows = policyRows(policy, language);
  return sectionIds.map(id => ({
    ...layOut(policySections[id], language, rows[id]),
    entries: entriesOf(id, language, rows[id].length),
    names: namesOf(id, policy),
  }));
}

/** Put the reason into the last column and fill what a narrower section leaves free with headers of spaces, which Excel keeps as they are. */
function layOut(
  section: PolicySection,
  language: Language,
  rows: readonly PolicyRow[],
): Pick<PolicyBlock, 'table' | 'title' | 'headers' | 'rows' | 'numberFormats'> {
  const why = section.columns.at(-1)!;
  const values = section.columns.slice(0, -1);
  const free = policyColumnCount - section.columns.length;
  const spread = <T>(of: (key: string) => T, nothing: (index: number) => T, last: T): readonly T[] => [
    ...values.map(column => of(column.key)),
    ...Array.from({ length: free }, (_, index) => nothing(index)),
    last,
  ];
  const headers = new Map(section.columns.map(column => [column.key, column.header[language]]));
  return {
    table: section.table,
    title: section.title[language],
    headers: spread(
      key => headers.get(key)!,
      index => ' '.repeat(index + 1),
      why.header[language],
    ),
    rows: rows.map(row =>
      spread<Cell>(
        key => row[key],
        () => '',
        row[why.key],
      ),
    ),
    numberFormats: rows.map(row =>
      spread(
        key => fieldFormat(section.id, key, row, language),
        () => general,
        general,
      ),
    ),
  };
}

function entriesOf(id: SectionId, language: Language, rowCount: number): readonly PolicyEntry[] {
  const section = policySections[id];
  if (id === 'settings') {
    const rules = settingEntries(language);
    const column = columnOf(section, 'value');
    return settingIds.flatMap((setting, row) => {
      const rule = rules[setting];
      return rule ? [{ row, rowCount: 1, column, rule }] : [];
    });
  }
  return Object.entries(columnEntries(section, language)).flatMap(([key, rule]) =>
    rule ? [{ row: 0, rowCount, column: columnOf(section, key), rule }] : [],
  );
}

/** Where a column of values stands within the block: free columns come after them. */
const columnOf = (section: PolicySection, key: string): number =>
  section.columns.findIndex(column => column.key === key);

/** The cells that formulas and highlights refer to: every setting, and what decides each rule. */
function namesOf(id: SectionId, { rules }: Policy): PolicyBlock['names'] {
  const section = policySections[id];
  if (id === 'settings') {
    const column = columnOf(section, 'value');
    return settingIds.map((setting, row) => ({ name: settingNames[setting], row, column }));
  }
  if (id !== 'rules') return [];
  return rules.flatMap((rule, row) =>
    Object.entries(ruleNames).map(([suffix, key]) => ({
      name: `Tiercel_${rule.id}_${suffix}`,
      row,
      column: columnOf(section, key),
    })),
  );
}

/** The column that each part of a rule's defined name points at. */
const ruleNames = {
  On: 'on',
  Threshold: 'threshold',
  MinimumAmount: 'minimumAmount',
  MinimumCount: 'minimumCount',
};

/** The defined name of each setting's value. */
const settingNames: Readonly<Record<SettingId, string>> = {
  asOf: 'Tiercel_AsOf',
  windowDays: 'Tiercel_WindowDays',
  countDisputed: 'Tiercel_CountDisputed',
  ageBy: 'Tiercel_AgeBy',
  currency: 'Tiercel_Currency',
};
