import type { Measure } from '../metrics/table/metricMeasures';
import type { Language } from '../policy/policy';
import { reportFormats } from './reportSheet';

/** Units are short and stand behind the digits, so that these stay below each other. */
const withUnit = (digits: string, unit: string): string => `${digits}" ${unit}"_)`;

const formats: Readonly<Record<Measure, (language: Language) => string>> = {
  money: () => reportFormats.money,
  share: () => reportFormats.share,
  days: language => withUnit('#,##0', { en: 'd', zh: '天' }[language]),
  years: language => withUnit('0.0', { en: 'y', zh: '年' }[language]),
  times: language => withUnit('0.0', { en: '×', zh: '次' }[language]),
  index: () => reportFormats.oneDecimal,
  date: () => reportFormats.date,
  count: () => reportFormats.count,
  score: () => reportFormats.oneDecimal,
  flag: () => reportFormats.general,
};

/**
 * Write a number of a report in what it is measured in, with its unit: rows of one table are measured differently.
 *
 * @returns A number format as Excel writes it.
 * @example measureFormat('days', 'en') //=> '#,##0" d"_)'
 */
export const measureFormat = (measure: Measure, language: Language): string => formats[measure](language);
