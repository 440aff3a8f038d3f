import {
  ageByWords,
  channelWords,
  missingWords,
  type PolicySection,
  type SectionId,
  type SettingId,
  severityWords,
} from '../cells/policySections';
import type { Bilingual, Language } from '../policy';
import { shapeWord } from '../shape';

/** What may be entered into a cell of the policy sheet, as far as a spreadsheet can watch over it. */
export type EntryRule =
  /** One of some words; where the list is open they are only offered. */
  | { readonly kind: 'list'; readonly options: readonly (string | boolean)[]; readonly isOpen: boolean }
  | { readonly kind: 'number'; readonly lowest: number; readonly highest: number }
  /** The letter of a tier, as the tier table has them at the time. */
  | { readonly kind: 'tier' };

const onOrOff: EntryRule = { kind: 'list', options: [true, false], isOpen: false };
const share: EntryRule = { kind: 'number', lowest: 0, highest: 1 };
const points: EntryRule = { kind: 'number', lowest: 0, highest: 100 };
const notNegative: EntryRule = { kind: 'number', lowest: 0, highest: Number.POSITIVE_INFINITY };
const atLeastOne: EntryRule = { kind: 'number', lowest: 1, highest: Number.POSITIVE_INFINITY };

const wordsOf = (words: Readonly<Record<string, Bilingual>>, language: Language): EntryRule => ({
  kind: 'list',
  options: Object.values(words).map(word => word[language]),
  isOpen: false,
});

/** As many steps as anybody can argue for; any other number may be typed. */
const offeredSteps = [null, 1, 2, 3, 4, 5];

/**
 * Say what may be entered into the columns of a section.
 *
 * @returns By the column's key; columns that take anything are not there.
 */
export function columnEntries(
  section: PolicySection,
  language: Language,
): Readonly<Partial<Record<string, EntryRule>>> {
  const entries: Readonly<Record<Exclude<SectionId, 'settings'>, Readonly<Record<string, EntryRule>>>> = {
    rates: { rate: notNegative },
    buckets: { lossRate: share },
    monthBuckets: { lossRate: share },
    factors: {
      weight: notNegative,
      shape: {
        kind: 'list',
        options: offeredSteps.map(steps => shapeWord(steps, language)),
        isOpen: true,
      },
      missing: wordsOf(missingWords, language),
    },
    tiers: {
      fromScore: points,
      limitMonths: notNegative,
      termsDays: notNegative,
      prepaymentShare: share,
      guarantee: onOrOff,
      reviewMonths: notNegative,
      lossRate: share,
    },
    knockOuts: {
      on: onOrOff,
      threshold: notNegative,
      minimumAmount: notNegative,
      bestTier: { kind: 'tier' },
    },
    rules: {
      on: onOrOff,
      minimumAmount: notNegative,
      minimumCount: notNegative,
      severity: wordsOf(severityWords, language),
    },
    steps: { minimumAmount: notNegative, channel: wordsOf(channelWords, language) },
  };
  return section.id === 'settings' ? {} : entries[section.id];
}

/** Say what may be entered as the value of each setting; those that take anything are not there. */
export function settingEntries(language: Language): Readonly<Partial<Record<SettingId, EntryRule>>> {
  return {
    windowDays: atLeastOne,
    countDisputed: onOrOff,
    ageBy: wordsOf(ageByWords, language),
  };
}
