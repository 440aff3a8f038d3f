import type { ExchangeRate } from '../../policy/policy';
import { currencyCode } from '../cells/currencyCode';

/** Decimals of currencies that have not two of them (ISO 4217). */
const decimals: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['CLP', 'ISK', 'JPY', 'KRW', 'PYG', 'UGX', 'VND', 'XAF', 'XOF', 'XPF'].map(code => [code, 0]),
  ),
  ...Object.fromEntries(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map(code => [code, 3])),
};

/** Doubles repeat a decimal of so many digits exactly; what comes after is noise of computing. */
const exactDigits = 15;
/** Products are nearer to the truth than this part of themselves. */
const noise = 2 ** -50;

/**
 * Look up the rate of a currency: 1 for the reporting currency itself, else the first positive rate given for it; NaN without one.
 *
 * @param rates units of the reporting currency per 1; currencies may be written as on the sheet
 * @example rateOf('USD', [{ currency: '美元', rate: 7.1 }], 'CNY') //=> 7.1
 */
export function rateOf(currency: string, rates: readonly ExchangeRate[], reporting: string): number {
  if (currency === reporting) return 1;
  if (currency === '') return Number.NaN;
  const given = rates.find(({ currency: name, rate }) => currencyCode(name) === currency && isRate(rate));
  return given?.rate ?? Number.NaN;
}

const isRate = (rate: number): boolean => rate > 0 && Number.isFinite(rate);

/**
 * Convert an amount, rounded to the smallest unit of the reporting currency as if computed in decimals: half a cent goes away from zero.
 * NaN stays NaN.
 *
 * @param amount in units of its own currency
 * @param rate units of the reporting currency per 1
 * @example convertAmount(1.15, 7.1, 'CNY') //=> 8.17
 * @example convertAmount(1.15, 7.1, 'JPY') //=> 8
 */
export function convertAmount(amount: number, rate: number, reporting: string): number {
  const scale = 10 ** (decimals[reporting] ?? 2);
  const scaled = Math.abs(amount) * rate * scale;
  const distanceToHalf = Math.abs(scaled - Math.floor(scaled) - 0.5);
  const isHalf = distanceToHalf <= Math.max(scaled, 1) * noise;
  const units = isHalf ? roundInDecimals(Math.abs(amount), rate, scale) : Math.round(scaled);
  return (Math.sign(amount) * units) / scale + 0;
}

/** Round to whole units without the error of binary fractions. */
function roundInDecimals(amount: number, rate: number, scale: number): number {
  const one = decimalOf(amount);
  const other = decimalOf(rate);
  const digits = one.digits * other.digits * BigInt(scale);
  const places = one.places + other.places;
  if (places <= 0) return Number(digits * 10n ** BigInt(-places));
  const unit = 10n ** BigInt(places);
  return Number((digits * 2n + unit) / (unit * 2n));
}

/** A number above 0 as its decimal digits, of which `places` stand behind the point. */
function decimalOf(value: number): { readonly digits: bigint; readonly places: number } {
  const [mantissa, exponent] = value.toExponential(exactDigits - 1).split('e') as [string, string];
  const significant = mantissa.replace('.', '').replace(/0+$/, '') || '0';
  return { digits: BigInt(significant), places: significant.length - 1 - Number(exponent) };
}
