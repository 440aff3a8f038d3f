/** What Excel makes of a text when it opens a delimited file, where that comes from. */
import { american, type FieldStyle } from './fieldStyle';

export interface TypedText {
  readonly value: number | string | boolean | null;
  /** The number format that comes with it; `General` stays unsaid. */
  readonly numberFormat?: string;
}

/**
 * Excel keeps fifteen digits of a number, and makes one of the twenty digits of a Chinese electronic invoice when it opens a delimited file. Their last
 * digits tell invoices apart: here they stay text.
 */
const mostDigits = 15;
const numberPattern = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

/**
 * Type one field as Excel does on opening a CSV: numbers (leading zeros are lost), amounts with thousands or a dollar
 * sign, negatives in brackets, percentages, TRUE and FALSE, dates as `M/D/YYYY` or ISO; everything else stays text.
 *
 * @param style how the file writes numbers and dates; with a decimal comma `1.234,50` is a number, with the day first `5/3/2024` is in March
 * @example typedText('3/5/2024') //=> { value: 45356, numberFormat: 'm/d/yyyy' }
 * @example typedText('007') //=> { value: 7 }
 */
export function typedText(field: string, style: FieldStyle = american): TypedText {
  const text = field.trim();
  if (text === '') return { value: field === '' ? null : field };
  // A text that begins with = stays text: a file from elsewhere must not calculate here.
  if (text.startsWith('=')) return { value: field };
  if (/^(?:true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  return typedNumber(withPoint(text, style)) ?? typedDate(text, style) ?? { value: field };
}

/** A number with a decimal comma as one with a point; `''` for digits that are none there, any other text as it is. */
function withPoint(text: string, { decimalMark }: FieldStyle): string {
  if (decimalMark === '.' || !/^[-+(]?[\d.,\u0020\u00a0\u202f]+\)?$/.test(text)) return text;
  const parts = /^([-+(]?)(\d{1,3}(?:[.\u0020\u00a0\u202f]\d{3})+|\d+)?(,\d*)?(\)?)$/.exec(text);
  if (parts === null) return '';
  const [, before, whole = '', fraction = '', after] = parts;
  const isGrouped = /\D/.test(whole);
  return `${before}${isGrouped ? whole.replace(/\D/g, ',') : whole}${fraction.replace(',', '.')}${after}`;
}

function typedNumber(text: string): TypedText | null {
  if (!/\d/.test(text)) return null;
  const bracketed = /^\((.*)\)$/.exec(text);
  const inner = bracketed ? bracketed[1].trim() : text;
  const parts = /^([+-]?)\s*(\$?)\s*([+-]?)([\d.,eE+-]*\d\.?)\s*(%?)$/.exec(inner);
  if (!parts) return null;
  const [, before, dollar, after, digits, percent] = parts as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const isSignedTwice = (before !== '' && after !== '') || (bracketed !== null && before + after !== '');
  if (isSignedTwice || (dollar && percent) || !numberPattern.test(digits)) return null;
  if (/^\d+$/.test(digits) && digits.replace(/^0+/, '').length > mostDigits) return null;
  const isNegative = bracketed !== null || before + after === '-';
  const size = Number(digits.replaceAll(',', ''));
  if (!Number.isFinite(size)) return null;
  const value = (isNegative ? -size : size) / (percent ? 100 : 1);
  const numberFormat = formatOf(digits, dollar !== '', percent !== '');
  return numberFormat ? { value, numberFormat } : { value };
}

function formatOf(digits: string, isMoney: boolean, isPercent: boolean): string | undefined {
  const hasDecimals = digits.includes('.');
  if (isPercent) return hasDecimals ? '0.00%' : '0%';
  if (isMoney) return hasDecimals ? '"$"#,##0.00_);[Red]("$"#,##0.00)' : '"$"#,##0_);[Red]("$"#,##0)';
  if (/e/i.test(digits)) return '0.00E+00';
  if (digits.includes(',')) return hasDecimals ? '#,##0.00' : '#,##0';
  return undefined;
}

function typedDate(text: string, style: FieldStyle): TypedText | null {
  const found = /^(\S+)(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s?([AP]M))?)?$/i.exec(text);
  if (!found) return null;
  const day = typedDay(found[1], style);
  if (day === null) return null;
  const dayFormat = style.isDayFirst ? 'dd/mm/yyyy' : 'm/d/yyyy';
  if (found[2] === undefined) return { value: day, numberFormat: dayFormat };
  const clock = Number(found[2]);
  const half = found[5]?.toUpperCase();
  if (
    clock > 23 ||
    Number(found[3]) > 59 ||
    Number(found[4] ?? 0) > 59 ||
    (half && (clock < 1 || clock > 12))
  )
    return null;
  const hour = half ? (clock % 12) + (half === 'PM' ? 12 : 0) : clock;
  const time = (hour * 3600 + Number(found[3]) * 60 + Number(found[4] ?? 0)) / 86_400;
  return { value: day + time, numberFormat: `${dayFormat} h:mm` };
}

const slashedDay = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/;
/** Dots are written where the day comes first. */
const dottedDay = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;

function typedDay(text: string, { isDayFirst }: FieldStyle): number | null {
  const iso = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return serialDay(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const parts = (isDayFirst ? dottedDay : slashedDay).exec(text);
  if (!parts) return null;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  return isDayFirst
    ? serialDay(fullYear(parts[4]), second, first)
    : serialDay(fullYear(parts[4]), first, second);
}

/** Two digits up to 29 are of this century, as Windows sets it. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

/** The serial day of a date in the 1900 system; null for days no calendar has. Excel counts a 29 February 1900. */
function serialDay(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || year < 1900 || year > 9999) return null;
  const serial = time / 86_400_000 + 25_569;
  return serial < 61 ? serial - 1 : serial;
}
