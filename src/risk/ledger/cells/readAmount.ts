import { plainText } from '../cell';
import type { Cell } from '../ledger';
import { commonCurrencies, currencyWords } from './currencyCode';

/** Which of `.` and `,` stands before the fraction; `null` where a text does not tell. */
export type DecimalMark = '.' | ',';

/** An amount text taken apart: its digits with marks, its sign and what it is multiplied by (万, k, %). */
interface AmountText {
  readonly digits: string;
  readonly isNegative: boolean;
  readonly factor: number;
  readonly divisor: number;
}

/** No money and no ratio is beyond it; sums, products and squares of what is not stay finite. */
const largestAmount = 1e100;

const currencySigns = /(?:hk|us|nt|cn|a|c|s|r)?\$|[€£₩₹₽฿]|(?:cn|jp|rmb)?¥/gi;
const currencyBefore = new RegExp(
  `^(?:(?:${commonCurrencies}) ?(?=[-+(\\d.,])|${currencyWords}|[圆圓元円원]) ?`,
  'i',
);
const currencyAfter = new RegExp(` ?(?:${commonCurrencies}|${currencyWords}|[圆圓元円원])整?$`, 'i');
const bracketedAfterCode = new RegExp(`^(?:${commonCurrencies}) ?\\((.+)\\)$`, 'i');
/** Oracle writes amounts below 0 as `<300.00>`. */
const brackets = /^(?:\((.+)\)|<(.+)>)$/;
/**
 * Digits with marks, perhaps a sign before or after, brackets around, a currency sign on either side: nearly all amounts, which take a tenth
 * of the time without the steps for the rest.
 */
const usualAmount =
  /^ *(?:\((?:[$€£¥₩₹₽฿] ?)?(\d[\d.,]*)\)|([-+]?)(?:[$€£¥₩₹₽฿] ?)?(\d[\d.,]*)(?: ?[$€£¥₩₹₽฿])?|(\d[\d.,]*)-) *$/;
const factorOf: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  million: 1e6,
  mio: 1e6,
  mln: 1e6,
  mn: 1e6,
  billion: 1e9,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  百万: 1e6,
  百萬: 1e6,
  千万: 1e7,
  千萬: 1e7,
  亿: 1e8,
  億: 1e8,
};
const exponent = /^\d+(?:\.\d+)?e[+-]?\d+$/i;

/** Groups of three, or of two before the last three (Indian), or of four (Chinese). */
const wellGrouped: Readonly<Record<DecimalMark, RegExp>> = {
  ',': /^(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3}|\d{1,4}(?:,\d{4})+)$/,
  '.': /^(?:\d{1,3}(?:\.\d{3})+|\d{1,2}(?:\.\d{2})*\.\d{3}|\d{1,4}(?:\.\d{4})+)$/,
};

/** Tell whether a number can be an amount: finite, and not beyond 1e100 either way, where sums would overflow. */
export const isAmountNumber = (value: number): boolean => Math.abs(value) <= largestAmount;

/**
 * Read a cell as an amount; NaN when it is empty or no amount (`isBlankCell` tells which). Reads English and continental grouping,
 * accounting brackets, trailing minus, CR/DR, currency signs and codes, full-width digits, 千, 万 and 亿, k, million (mio, mn), and per cents (35% is 0.35).
 * `1.234` and `1,234` alone are ambiguous: the `decimalMark` of the column decides, without one `,` groups and `.` is the fraction.
 *
 * @example readAmount('(1,234.50)') //=> -1234.5
 * @example readAmount('1.234,50-') //=> -1234.5
 * @example readAmount('￥１２．５万') //=> 125000
 */
export function readAmount(cell: Cell, decimalMark: DecimalMark | null = null): number {
  if (typeof cell === 'number') return isAmountNumber(cell) ? cell : Number.NaN;
  const parsed = parseAmountText(cell);
  return parsed ? amountOf(parsed, decimalMark) : Number.NaN;
}

/** What a cell that is no number says of its amount by itself. */
export interface AmountReading {
  /** As `readAmount` gives it where no mark is known. */
  readonly amount: number;
  /** The decimal mark that the text proves; `null` when it could be read either way or is no amount. */
  readonly provenMark: DecimalMark | null;
  /** Whether only the column can say what the mark means: one mark before exactly three digits. */
  readonly isAmbiguous: boolean;
}

/**
 * Read a cell as an amount together with what it proves.
 *
 * @example readAmountText('1.234,50') //=> { amount: 1234.5, provenMark: ',', isAmbiguous: false }
 * @example readAmountText('1,234') //=> { amount: 1234, provenMark: null, isAmbiguous: true }
 */
export function readAmountText(cell: Cell): AmountReading {
  const parsed = parseAmountText(cell);
  if (!parsed) return { amount: Number.NaN, provenMark: null, isAmbiguous: false };
  const provenMark = provenMarkOf(parsed.digits);
  return {
    amount: amountOf(parsed, null),
    provenMark,
    isAmbiguous: provenMark === null && isAmbiguous(parsed.digits),
  };
}

/**
 * Tell whether a text amount has one mark before exactly three digits, so that only its column can say what the mark means.
 *
 * @example isAmbiguousAmount('1.234') //=> true
 */
export function isAmbiguousAmount(cell: Cell): boolean {
  const parsed = parseAmountText(cell);
  return parsed !== null && isAmbiguous(parsed.digits);
}

function amountOf({ digits, isNegative, factor, divisor }: AmountText, mark: DecimalMark | null): number {
  const amount = (readDigits(digits, mark) * factor) / divisor;
  if (!isAmountNumber(amount)) return Number.NaN;
  return isNegative && amount !== 0 ? -amount : amount;
}

function provenMarkOf(digits: string): DecimalMark | null {
  const lastPoint = digits.lastIndexOf('.');
  const lastComma = digits.lastIndexOf(',');
  if (lastPoint >= 0 && lastComma >= 0) return lastPoint > lastComma ? '.' : ',';
  const last = Math.max(lastPoint, lastComma);
  if (last < 0 || isAmbiguous(digits)) return null;
  const mark = lastPoint >= 0 ? '.' : ',';
  return digits.indexOf(mark) === last ? mark : otherMark(mark);
}

const otherMark = (mark: DecimalMark): DecimalMark => (mark === '.' ? ',' : '.');

/** One mark, before exactly three digits. */
const isAmbiguous = (digits: string): boolean => /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);

function parseAmountText(cell: Cell): AmountText | null {
  if (typeof cell !== 'string') return null;
  const usual = usualAmount.exec(cell);
  if (usual) {
    const [, bracketed, sign, digits, credit] = usual;
    const isNegative = digits === undefined || sign === '-';
    return { digits: digits ?? bracketed ?? credit, isNegative, factor: 1, divisor: 1 };
  }
  let text = plainText(cell)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[’'`]/g, '');
  // A dash alone is how accounting formats write zero.
  if (/^-+$/.test(text)) return { digits: '0', isNegative: false, factor: 1, divisor: 1 };
  if (!/\d/.test(text)) return null;

  text = text.replace(currencySigns, '').trim();
  let isNegative = false;
  const bracketed = brackets.exec(text) ?? bracketedAfterCode.exec(text);
  if (bracketed) {
    isNegative = true;
    text = (bracketed[1] ?? bracketed[2]).trim();
  }
  text = text.replace(currencyBefore, '').replace(currencyAfter, '').trim();

  // `90+` is an age, `90.00+` money.
  const signed = /^([-+])? ?(.*?) ?(-|(?<=[.,]\d\d ?)\+|[cd]r\.?)?$/i.exec(text)!;
  const isCredit = signed[3] === '-' || /^cr/i.test(signed[3] ?? '');
  if (signed[1] === '-' && (signed[3] === '-' || signed[3] === '+')) return null;
  if (signed[1] === '-' || isCredit) isNegative = true;

  return parseSize(signed[2].replace(currencyBefore, ''), isNegative);
}

function parseSize(text: string, isNegative: boolean): AmountText | null {
  const unit =
    / ?(百万|百萬|千万|千萬|[千万萬亿億%]|thousand|million|billion|mln|mio|mn|(?<=^[\d.]{1,5} ?)k)$/i.exec(
      text,
    )?.[1];
  const digits = unit ? text.slice(0, -unit.length).trim() : text;
  const factor = factorOf[unit?.toLowerCase() ?? ''] ?? 1;
  const divisor = unit === '%' ? 100 : 1;
  if (exponent.test(digits)) return { digits: String(Number(digits)), isNegative, factor, divisor };
  const isSpaced = /^\d{1,3}(?: \d{3})+(?:[.,]\d*)?$/.test(digits);
  const packed = isSpaced ? digits.replace(/ /g, '') : digits;
  return /^(?:\d[\d.,]*|[.,]\d+)$/.test(packed) ? { digits: packed, isNegative, factor, divisor } : null;
}

function readDigits(digits: string, decimalMark: DecimalMark | null): number {
  const mark = provenMarkOf(digits) ?? decimalMark ?? '.';
  const grouping = otherMark(mark);
  // Not `split`, which keeps every part it ever gave: a million different amounts take four times as long.
  const at = digits.indexOf(mark);
  const whole = at < 0 ? digits : digits.slice(0, at);
  const fraction = at < 0 ? '' : digits.slice(at + 1);
  const isBroken = fraction.includes(mark) || fraction.includes(grouping);
  if (isBroken) return Number.NaN;
  if (!whole.includes(grouping)) return Number(`${whole || '0'}.${fraction || '0'}`);
  const isWellGrouped = wellGrouped[grouping].test(whole);
  return isWellGrouped ? Number(`${whole.replaceAll(grouping, '')}.${fraction || '0'}`) : Number.NaN;
}
