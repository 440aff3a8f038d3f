/** Numbers, money and dates as a reader of the language expects them; money of one block shares one unit, so that it aligns. */
import type { Language } from './language';

/** Short shows thousands and millions (万 and 亿 in Chinese), full every unit. */
export type AmountStyle = 'short' | 'full';

/** What a block of amounts is divided by, and how that is written behind each amount. */
export interface MoneyUnit {
  readonly divisor: number;
  readonly suffix: string;
  readonly decimals: number;
}

/** Whose ways of writing numbers and days a language goes by. */
export const localeOf: Readonly<Record<Language, string>> = { en: 'en-GB', zh: 'zh-CN' };
const millisecondsPerDay = 86_400_000;
/** Serial 0 of the two date systems; the 1900 one counts a 29 February 1900 that never was, so from March 1900 it is a day early. */
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language}${decimals}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(localeOf[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formatters.set(key, made);
  return made;
}

/** A list of customers writes thousands of dates, and making a format takes longer than using it. */
const dateFormats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: dateFormat('en', 'short'),
  zh: dateFormat('zh', 'long'),
};

function dateFormat(language: Language, month: 'short' | 'long'): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeOf[language], {
    timeZone: 'UTC',
    year: 'numeric',
    month,
    day: 'numeric',
  });
}

const withTrueMinus = (text: string): string => text.replace(/^-(?=.*[1-9])/, '−').replace(/^-/, '');

const formatDecimals = (value: number, decimals: number, language: Language): string =>
  withTrueMinus(formatter(language, decimals).format(value));

/** What stands where a number is not known. */
export const unknownNumber = '–';

/** A line ends before a number or after its unit, never between them. */
const besideNumber = '\u00A0';
/** Nobody sees it, and no line breaks there: between a figure and 万 it may. What is copied goes without it. */
export const wordJoiner = '\u2060';

/** Units of short amounts, by how large the largest of a block may be: some currencies count in trillions. */
const shortUnits: Readonly<
  Record<Language, readonly { readonly below: number; readonly unit: MoneyUnit }[]>
> = {
  en: [
    { below: 1e9, unit: { divisor: 1e3, suffix: `${besideNumber}k`, decimals: 0 } },
    { below: 1e10, unit: { divisor: 1e6, suffix: `${besideNumber}M`, decimals: 1 } },
    { below: 1e12, unit: { divisor: 1e6, suffix: `${besideNumber}M`, decimals: 0 } },
    { below: Number.POSITIVE_INFINITY, unit: { divisor: 1e9, suffix: `${besideNumber}bn`, decimals: 1 } },
  ],
  zh: [
    { below: 1e9, unit: { divisor: 1e4, suffix: `${wordJoiner}万`, decimals: 1 } },
    { below: 1e12, unit: { divisor: 1e8, suffix: `${wordJoiner}亿`, decimals: 2 } },
    {
      below: Number.POSITIVE_INFINITY,
      unit: { divisor: 1e12, suffix: `${wordJoiner}万${wordJoiner}亿`, decimals: 2 },
    },
  ],
};

/**
 * Choose the unit in which a block of amounts is shown, from the largest of them.
 *
 * @example
 * moneyUnit(4_284_290, 'short', 'en') //=> { divisor: 1000, suffix: ' k', decimals: 0 }
 * moneyUnit(4_284_290, 'short', 'zh') //=> { divisor: 10000, suffix: '万', decimals: 1 }
 */
export function moneyUnit(largest: number, style: AmountStyle, language: Language): MoneyUnit {
  const size = Math.abs(largest) || 0;
  if (size < 10_000) return { divisor: 1, suffix: '', decimals: 2 };
  if (style === 'full' || size < 100_000) return { divisor: 1, suffix: '', decimals: 0 };
  return shortUnits[language].find(({ below }) => size < below)!.unit;
}

/**
 * Write an amount in the unit of its block; `–` when it is not known. What is less than one of the unit is written in a smaller one.
 *
 * @example
 * formatMoney(4_284_290, moneyUnit(4_284_290, 'short', 'zh'), 'zh') //=> '428.4万'
 * formatMoney(300, moneyUnit(4_284_290, 'short', 'zh'), 'zh') //=> '300'
 */
export function formatMoney(amount: number, unit: MoneyUnit, language: Language): string {
  if (!Number.isFinite(amount)) return unknownNumber;
  if (amount === 0) return '0';
  const isLess = unit.divisor > 1 && Math.abs(amount) < unit.divisor;
  if (isLess) return formatMoney(amount, smallerUnit(amount, language), language);
  // A little is not nothing: where the unit would round it away, it gets the decimals it needs.
  const steps = Math.abs(amount / unit.divisor) * 10 ** unit.decimals;
  const decimals = unit.decimals + (steps < 0.5 ? 2 : steps < 1 ? 1 : 0);
  return formatDecimals(amount / unit.divisor, decimals, language) + unit.suffix;
}

function smallerUnit(amount: number, language: Language): MoneyUnit {
  const unit = moneyUnit(amount, 'short', language);
  if (unit.divisor === 1) return { ...unit, decimals: 0 };
  // Nothing beside it stands in that unit, so it need not be one in which small amounts fit: 2.17亿 for 21,728.4万.
  const units = shortUnits[language].map(each => each.unit);
  return units.findLast(({ divisor, decimals }) => divisor <= Math.abs(amount) && decimals > 0) ?? unit;
}

/**
 * Write a round amount, such as a power of ten, as short as people say it.
 *
 * @example
 * formatRound(1_000_000, 'en') //=> '1 M'
 * formatRound(100_000, 'zh') //=> '10万'
 */
export function formatRound(amount: number, language: Language): string {
  const units: readonly (readonly [number, string])[] =
    language === 'zh'
      ? [
          [1e8, `${wordJoiner}亿`],
          [1e4, `${wordJoiner}万`],
        ]
      : [
          [1e9, `${besideNumber}bn`],
          [1e6, `${besideNumber}M`],
          [1e3, `${besideNumber}k`],
        ];
  const [divisor, suffix] = units.find(([size]) => amount >= size) ?? [1, ''];
  const value = amount / divisor;
  return formatDecimals(value, Number.isInteger(value) ? 0 : 2, language) + suffix;
}

/** Write an amount in full, for hovering and for screen readers: two decimals unless it is whole. */
export function formatAmount(amount: number, language: Language): string {
  if (!Number.isFinite(amount)) return unknownNumber;
  return formatDecimals(amount, Number.isInteger(amount) ? 0 : 2, language);
}

/** Write a count or a plain number. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  if (!Number.isFinite(value)) return unknownNumber;
  return formatDecimals(value, decimals, language);
}

/** Sums of shares miss the whole by less than this, in percent. */
const driftOfPercent = 1e-9;

/**
 * Write a share (0–1) in percent; a decimal only where it matters: below ten percent, and where less than half a percent is left.
 *
 * @example
 * formatShare(0.1632, 'en') //=> '16%'
 * formatShare(0.0234, 'en') //=> '2.3%'
 * formatShare(0.0002, 'en') //=> '<0.1%'
 * formatShare(0.9998, 'en') //=> '>99.9%'
 */
export function formatShare(share: number, language: Language): string {
  if (!Number.isFinite(share)) return unknownNumber;
  const percent = share * 100;
  const left = 100 - percent;
  // A little is not nothing: the largest of fifty thousand customers owes something, and so does whoever is beside it.
  if (percent > 0 && percent < 0.05) return '<0.1%';
  if (left > driftOfPercent && left <= 0.05) return '>99.9%';
  const isNearEnd = Math.abs(percent) < 9.95 || (left > driftOfPercent && left < 0.5);
  const needsDecimal = isNearEnd && Math.abs(percent - Math.round(percent)) >= 0.05;
  return `${formatDecimals(percent, needsDecimal ? 1 : 0, language)}%`;
}

/**
 * Give the moment an Excel serial day stands for (midnight UTC), in the sheet's own date system.
 *
 * @example
 * dateOfSerial(45473, false).toISOString() //=> '2024-06-30T00:00:00.000Z'
 */
export const dateOfSerial = (serial: number, is1904: boolean): Date =>
  new Date((is1904 ? epoch1904 : epoch1900) + Math.floor(serial) * millisecondsPerDay);

/** Give the Excel serial day of a calendar day. Month is 1–12. */
export const serialOfDay = (year: number, month: number, day: number, is1904: boolean): number =>
  Math.round((Date.UTC(year, month - 1, day) - (is1904 ? epoch1904 : epoch1900)) / millisecondsPerDay);

/** Write a serial day as `<input type="date">` wants it: `2024-06-30`. */
export const isoOfSerial = (serial: number, is1904: boolean): string =>
  dateOfSerial(serial, is1904).toISOString().slice(0, 10);

/** Read what `<input type="date">` gives; null for an empty or half-typed one. */
export function serialOfIso(iso: string, is1904: boolean): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (parts === null) return null;
  const year = Number(parts[1]);
  // Excel's dates begin in 1900; an earlier year is one that is still being typed.
  if (year < 1900) return null;
  const serial = serialOfDay(year, Number(parts[2]), Number(parts[3]), is1904);
  return serial < 1 ? null : serial;
}

/**
 * Write a serial day in words.
 *
 * @example
 * formatDate(45473, false, 'en') //=> '30 Jun 2024'
 * formatDate(45473, false, 'zh') //=> '2024年6月30日'
 */
export function formatDate(serial: number, is1904: boolean, language: Language): string {
  if (!Number.isFinite(serial)) return unknownNumber;
  return dateFormats[language].format(dateOfSerial(serial, is1904));
}

/**
 * Write the time of a moment.
 *
 * @example formatTime(new Date(2026, 10, 21, 9, 5, 3), 'en') //=> '09:05:03'
 */
export const formatTime = (moment: Date, language: Language): string =>
  moment.toLocaleTimeString(localeOf[language]);
