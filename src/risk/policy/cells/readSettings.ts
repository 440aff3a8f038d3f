import { isBlankCell } from '../../ledger/cell';
import { currencyCode } from '../../ledger/cells/currencyCode';
import type { Problem } from '../../problem';
import { defaultPolicy } from '../defaultPolicy';
import { inEveryLanguage, type PolicySettings } from '../policy';
import { comparable, type FoundRow, type FoundSection } from './policyCells';
import {
  ageByWords,
  laterSettings,
  nameInMessages,
  type SettingId,
  sectionName,
  settingIds,
  settingLabels,
} from './policySections';
import { RowReader } from './rowReader';
import type { Reading } from './sectionReading';

/** Excel's last day, 31 December 9999, and the one after it. */
const lastDay = 2_958_466;

/** Read the settings by their labels, in either language and any order. */
export function settingsOf(found: FoundSection): Reading<PolicySettings> {
  const readers = new Map<SettingId, RowReader>();
  const problems: Problem[] = [];
  for (const setting of settingIds) {
    const row = found.rows.find(candidate => isLabelled(found, candidate, setting));
    if (row) readers.set(setting, new RowReader(found, row));
    else if (!laterSettings.has(setting)) problems.push(settingMissing(found, setting));
  }
  const value = {
    asOf: read(readers, 'asOf', asOfIn),
    windowDays: read(readers, 'windowDays', reader => reader.number('value', { lowest: 1 })),
    countDisputed: read(readers, 'countDisputed', countDisputedIn),
    ageBy: read(readers, 'ageBy', reader => reader.choice('value', ageByWords, 'dueDate')),
    currency: read(readers, 'currency', currencyIn),
  };
  return { value, problems: [...problems, ...[...readers.values()].flatMap(reader => reader.problems)] };
}

/** Read a currency by code or by a usual name; `''` for an empty cell. */
export function currencyIn(reader: RowReader, column = 'value'): string {
  const cell = reader.cell(column);
  if (isBlankCell(cell) || cell === 0) return '';
  const code = currencyCode(reader.text(column));
  if (!/^[A-Z]{3}$/.test(code)) reader.report('policyValueUnreadable', column);
  return code;
}

function read<K extends SettingId>(
  readers: ReadonlyMap<SettingId, RowReader>,
  setting: K,
  how: (reader: RowReader) => PolicySettings[K],
): PolicySettings[K] {
  const reader = readers.get(setting);
  return reader ? how(reader) : defaultPolicy.settings[setting];
}

function countDisputedIn(reader: RowReader): boolean {
  reader.refuseText('value');
  return reader.boolean('value');
}

function asOfIn(reader: RowReader): number | null {
  // A date below 1 is an empty cell on some platforms.
  const cell = reader.cell('value');
  const hasDate = !isBlankCell(cell) && cell !== 0;
  // Highlights compare with the cell itself: a text, be it a readable date, is none to them.
  if (hasDate && typeof cell !== 'number') reader.report('policyDateUnreadable', 'value');
  return hasDate ? Math.floor(reader.number('value', { lowest: 1, highest: lastDay })) : null;
}

/** Tell whether a row is that of a setting. */
export function isLabelled(found: FoundSection, row: FoundRow, setting: SettingId): boolean {
  const reader = new RowReader(found, row);
  const names = [comparable(reader.cell('english')), comparable(reader.cell('chinese'))];
  const label = settingLabels[setting];
  return inEveryLanguage(label).some(name => names.includes(comparable(name)));
}

const settingMissing = (found: FoundSection, setting: SettingId): Problem => ({
  code: 'value',
  key: 'policySettingMissing',
  detail: {
    section: sectionName(found.section),
    row: found.headerRow,
    column: nameInMessages(settingLabels[setting]),
  },
});
