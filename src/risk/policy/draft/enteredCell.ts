import type { Cell } from '../../ledger/ledger';
import type { PolicyField } from '../cells/policyFields';

/** Why a number that was typed is not taken: it can mean two things, and each would be somebody's money. */
export type EntryDoubt =
  /** `35` where a share is wanted: 35 % or 3,500 %? */
  | 'shareUnclear'
  /** `35%` where days or money are wanted. */
  | 'percentUnexpected';

const multipliers: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

const plainNumber = /^([+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+)?)([万亿]?)(%?)$/;

/**
 * Read what was typed into a field of the policy as Excel would: with thousands, in full-width digits, with %, 万 and 亿.
 *
 * @returns A number where it is one beyond doubt; else the text as it was typed, for whoever reads the policy to report. `''` for nothing.
 * @example
 * enteredCell('１２，５００', { kind: 'number', unit: 'money' }) //=> 12500
 * enteredCell('35%', { kind: 'number', unit: 'share' }) //=> 0.35
 * enteredCell('1,5', { kind: 'number', unit: 'days' }) //=> '1,5'
 */
export function enteredCell(typed: string, field: PolicyField): Cell {
  const text = typed.trim();
  if (field.kind !== 'number' || text === '') return text;
  const { value, isPercent } = numberOf(text);
  if (Number.isNaN(value) || doubtOf(text, field) !== null) return text;
  return isPercent ? withoutNoise(value / 100) : value;
}

/**
 * Say why a text in a field for numbers is not taken as one although it could be.
 *
 * @returns Null for numbers, for what is clear, and for what is no number at all.
 * @example doubtOf('35', { kind: 'number', unit: 'share' }) //=> 'shareUnclear'
 */
export function doubtOf(cell: Cell, field: PolicyField): EntryDoubt | null {
  if (typeof cell !== 'string' || field.kind !== 'number') return null;
  const { value, isPercent } = numberOf(cell);
  if (Number.isNaN(value)) return null;
  if (field.unit === 'share') return !isPercent && Math.abs(value) > 1 ? 'shareUnclear' : null;
  return isPercent ? 'percentUnexpected' : null;
}

/**
 * Write a cell of the policy as a field shows it: shares in percent, money with thousands, nothing rounded away.
 *
 * @example
 * shownCell(0.35, { kind: 'number', unit: 'share' }) //=> '35%'
 * shownCell(12500, { kind: 'number', unit: 'money' }) //=> '12,500'
 */
export function shownCell(cell: Cell, field: PolicyField): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return 'code' in cell ? String(cell.code) : '';
  if (typeof cell !== 'number' || field.kind !== 'number') return String(cell);
  if (field.unit === 'share') return `${withoutNoise(cell * 100)}%`;
  if (field.unit !== 'money') return String(cell);
  const [whole = '', decimals] = String(cell).split('.');
  const grouped = /^[+-]?\d+$/.test(whole) ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

function numberOf(text: string): { readonly value: number; readonly isPercent: boolean } {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').replace('−', '-');
  const [, digits = '', multiplier = '', percent = ''] = plainNumber.exec(plain) ?? [];
  if (!/\d/.test(digits)) return { value: Number.NaN, isPercent: false };
  const value = Number(digits.replaceAll(',', '')) * (multipliers[multiplier] ?? 1);
  return { value: withoutNoise(value), isPercent: percent !== '' };
}

/** 35 / 100 and 0.07 × 100 are not what they look like in binary; fifteen digits are all that Excel keeps. */
const withoutNoise = (value: number): number => Number(value.toPrecision(15));
