import { plainText } from './cell';
import { commonCurrencies, currencyWords } from './currencyCode';
import type { Cell } from './ledger';

/** Which of `.` and `,` stands before the fraction; `null` where a text does not tell. */
export type DecimalMark = '.' | ',';

/** An amount text taken apart: its digits with marks, its sign and what it is multiplied by (万, %). */
interface AmountText {
  readonly digits: string;
  readonly isNegative: boolean;
  readonly factor: number;
  readonly divisor: number;
}

const currencySigns = /(?:hk|us|nt|cn|a|c|s)?\$|[€£₩₹₽฿]|(?:cn|jp|rmb)?¥/gi;
const currencyBefore = new RegExp(
  `^(?:(?:${commonCurrencies}) ?(?=[-+(\\d.,])|${currencyWords}|[圆圓元]) ?`,
  'i',
);
const currencyAfter = new RegExp(` ?(?:${commonCurrencies}|${currencyWords}|[圆圓元])整?$`, 'i');
const bracketedAfterCode = new RegExp(`^(?:${commonCurrencies}) ?\\((.+)\\)$`, 'i');
const exponent = /^\d+(?:\.\d+)?e[+-]?\d+$/i;

/**
 * Read a cell as an amount; NaN when it is empty or no amount (`isBlankCell` tells which). Reads English and continental grouping,
 * accounting brackets, trailing minus, CR/DR, currency signs and codes, full-width digits, 万 and 亿, and per cents (35% is 0.35).
 * `1.234` and `1,234` alone are ambiguous: the `decimalMark` of the column decides, without one `,` groups and `.` is the fraction.
 *
 * @example readAmount('(1,234.50)') //=> -1234.5
 * @example readAmount('1.234,50-') //=> -1234.5
 * @example readAmount('￥１２．５万') //=> 125000
 */
export function readAmount(cell: Cell, decimalMark: DecimalMark | null = null): number {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : Number.NaN;
  if (typeof cell !== 'string') return Number.NaN;
  const parsed = parseAmountText(cell);
  if (!parsed) return Number.NaN;
  const size = readDigits(parsed.digits, decimalMark);
  const amount = (size * parsed.factor) / parsed.divisor;
  return parsed.isNegative && amount !== 0 ? -amount : amount;
}

/**
 * Find the decimal mark that a text amount proves; `null` when it could be read either way or is no amount.
 *
 * @example provenDecimalMark('1.234,50') //=> ','
 * @example provenDecimalMark('1,234') //=> null
 */
export function provenDecimalMark(cell: Cell): DecimalMark | null {
  const digits = typeof cell === 'string' ? parseAmountText(cell)?.digits : undefined;
  if (!digits) return null;
  const lastPoint = digits.lastIndexOf('.');
  const lastComma = digits.lastIndexOf(',');
  if (lastPoint >= 0 && lastComma >= 0) return lastPoint > lastComma ? '.' : ',';
  const mark = lastPoint >= 0 ? '.' : ',';
  const parts = digits.split(mark);
  if (parts.length === 1) return null;
  const other = mark === '.' ? ',' : '.';
  if (parts.length > 2) return other;
  return couldBeGrouped(parts) ? null : mark;
}

/**
 * Tell whether a text amount has one mark before exactly three digits, so that only its column can say what the mark means.
 *
 * @example isAmbiguousAmount('1.234') //=> true
 */
export function isAmbiguousAmount(cell: Cell): boolean {
  const digits = typeof cell === 'string' ? parseAmountText(cell)?.digits : undefined;
  if (!digits) return false;
  const parts = digits.split(/[.,]/);
  return parts.length === 2 && couldBeGrouped(parts);
}

const couldBeGrouped = (parts: readonly string[]): boolean =>
  /^[1-9]\d{0,2}$/.test(parts[0]!) && parts[1]!.length === 3;

function parseAmountText(cell: string): AmountText | null {
  let text = plainText(cell)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[’'`]/g, '');
  // A dash alone is how accounting formats write zero.
  if (/^-+$/.test(text)) return { digits: '0', isNegative: false, factor: 1, divisor: 1 };
  if (!/\d/.test(text)) return null;

  text = text.replace(currencySigns, '').trim();
  let isNegative = false;
  const bracketed = /^\((.+)\)$/.exec(text) ?? bracketedAfterCode.exec(text);
  if (bracketed) {
    isNegative = true;
    text = bracketed[1]!.trim();
  }
  text = text.replace(currencyBefore, '').replace(currencyAfter, '').trim();

  const signed = /^([-+])? ?(.*?) ?(-|cr|dr)?$/i.exec(text)!;
  const isCredit = signed[3] === '-' || signed[3]?.toLowerCase() === 'cr';
  if (signed[1] === '-' && signed[3] === '-') return null;
  if (signed[1] === '-' || isCredit) isNegative = true;

  return parseSize(signed[2]!.replace(currencyBefore, ''), isNegative);
}

function parseSize(text: string, isNegative: boolean): AmountText | null {
  const unit = / ?([万萬亿億%])$/.exec(text)?.[1];
  const digits = unit ? text.slice(0, -1).trim() : text;
  const factor = unit === '万' || unit === '萬' ? 1e4 : unit === '亿' || unit === '億' ? 1e8 : 1;
  const divisor = unit === '%' ? 100 : 1;
  if (exponent.test(digits)) return { digits: String(Number(digits)), isNegative, factor, divisor };
  const isSpaced = /^\d{1,3}(?: \d{3})+(?:[.,]\d*)?$/.test(digits);
  const packed = isSpaced ? digits.replace(/ /g, '') : digits;
  return /^(?:\d[\d.,]*|[.,]\d+)$/.test(packed) ? { digits: packed, isNegative, factor, divisor } : null;
}

function readDigits(digits: string, decimalMark: DecimalMark | null): number {
  const mark = decimalMarkOf(digits, decimalMark);
  const grouping = mark === '.' ? ',' : '.';
  const [whole, fraction, ...rest] = digits.split(mark);
  const isBroken = rest.length > 0 || fraction?.includes(grouping);
  if (isBroken || !isWellGrouped(whole!.split(grouping))) return Number.NaN;
  return Number(`${whole!.replaceAll(grouping, '') || '0'}.${fraction || '0'}`);
}

/** Groups of three, or of two before the last three (Indian), or of four (Chinese). */
const isWellGrouped = (groups: readonly string[]): boolean =>
  groups.length === 1 ||
  /^\d{1,3}(,\d{3})+$|^\d{1,2}(,\d{2})*,\d{3}$|^\d{1,4}(,\d{4})+$/.test(groups.join(','));

function decimalMarkOf(digits: string, decimalMark: DecimalMark | null): DecimalMark {
  const lastPoint = digits.lastIndexOf('.');
  const lastComma = digits.lastIndexOf(',');
  if (lastPoint >= 0 && lastComma >= 0) return lastPoint > lastComma ? '.' : ',';
  const mark = lastPoint >= 0 ? '.' : ',';
  const other = mark === '.' ? ',' : '.';
  const parts = digits.split(mark);
  if (parts.length === 1) return '.';
  if (parts.length > 2) return other;
  if (!couldBeGrouped(parts)) return mark;
  return decimalMark ?? '.';
}
