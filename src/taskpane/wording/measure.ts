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
