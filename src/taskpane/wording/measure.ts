import { type Texts, textsIn } from '../../i18n/catalogue';
import type { Language } from '../../i18n/language';
import {
  formatDate,
  formatMoney,
  formatNumber,
  formatShare,
  moneyUnit,
  unknownNumber,
} from '../../i18n/numbers';
import type { Measure } from '../../risk/metrics/table/metricMeasures';

const writers: Readonly<
  Record<Measure, (value: number, texts: Texts, language: Language, is1904: boolean) => string>
> = {
  money: (value, _texts, language) => formatMoney(value, moneyUnit(value, 'full', language), language),
  share: (value, _texts, language) => formatShare(value, language),
  days: (value, texts) => texts.unit.days(Math.round(value)),
  years: (value, texts, language) =>
    texts.unit.years(formatNumber(value, language, Number.isInteger(value) ? 0 : 1)),
  times: (value, texts, language) => texts.unit.times(formatNumber(value, language, 1)),
  index: (value, _texts, language) => formatNumber(value, language, 1),
  date: (value, _texts, language, is1904) => formatDate(value, is1904, language),
  count: (value, _texts, language) => formatNumber(value, language),
  score: (value, _texts, language) => formatNumber(value, language),
  flag: (value, texts) => (value === 0 ? texts.unit.no : texts.unit.yes),
};

/**
 * Write a value in its measure; `–` when it is not known.
 *
 * @example
 * writeMeasure(0.62, 'share', 'en') //=> '62%'
 * writeMeasure(45, 'days', 'zh') //=> '45 天'
 */
export function writeMeasure(value: number, measure: Measure, language: Language, is1904 = false): string {
  if (!Number.isFinite(value)) return unknownNumber;
  return writers[measure](value, textsIn(language), language, is1904);
}

/**
 * Write a value with as many decimals as it takes to tell it from another; dates and flags as `writeMeasure` does.
 *
 * @example
 * writeFinely(0.3004, 'share', 'en', 2) //=> '30.04%'
 * writeFinely(8.85, 'days', 'zh', 1) //=> '8.9 天'
 */
export function writeFinely(value: number, measure: Measure, language: Language, decimals: number): string {
  if (!Number.isFinite(value)) return unknownNumber;
  const { unit } = textsIn(language);
  const write = (number: number): string => formatNumber(number, language, decimals);
  if (measure === 'date' || measure === 'flag') return writeMeasure(value, measure, language);
  if (measure === 'share') return `${write(value * 100)}%`;
  if (measure === 'days') return decimals === 0 ? unit.days(value) : unit.partDays(write(value));
  if (measure === 'years') return unit.years(write(value));
  return measure === 'times' ? unit.times(write(value)) : write(value);
}

/** Decimals after which two figures that look the same are left so. */
const finest = [1, 2, 3];

/**
 * Write two values that are read against each other, such as what was measured and what is allowed: where they would look the same and are
 * not, with the decimals that tell them apart.
 *
 * @example writePair(0.3004, 0.3, 'share', 'en') //=> ['30.04%', '30.00%']
 */
export function writePair(
  one: number,
  other: number,
  measure: Measure,
  language: Language,
): readonly [string, string] {
  const plain = writePlainly(one, other, measure, language);
  if (one === other || plain[0] !== plain[1]) return plain;
  const finer = finest.map(
    decimals =>
      [
        writeFinely(one, measure, language, decimals),
        writeFinely(other, measure, language, decimals),
      ] as const,
  );
  return finer.find(([first, second]) => first !== second) ?? plain;
}

/** Money of the two is in one unit. */
function writePlainly(
  one: number,
  other: number,
  measure: Measure,
  language: Language,
): readonly [string, string] {
  if (measure !== 'money') {
    return [writeMeasure(one, measure, language), writeMeasure(other, measure, language)];
  }
  const unit = moneyUnit(Math.max(Math.abs(one), Math.abs(other)), 'full', language);
  return [formatMoney(one, unit, language), formatMoney(other, unit, language)];
}
