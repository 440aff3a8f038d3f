import { plainText } from '../cell';
import type { Cell } from '../ledger';

const codes: Readonly<Record<string, string>> = {
  RMB: 'CNY',
  CNH: 'CNY',
  人民币: 'CNY',
  人民幣: 'CNY',
  'CN¥': 'CNY',
  'RMB¥': 'CNY',
  元: 'CNY',
  美元: 'USD',
  美金: 'USD',
  US$: 'USD',
  欧元: 'EUR',
  歐元: 'EUR',
  '€': 'EUR',
  EURO: 'EUR',
  港元: 'HKD',
  港币: 'HKD',
  港幣: 'HKD',
  HK$: 'HKD',
  日元: 'JPY',
  日圆: 'JPY',
  日圓: 'JPY',
  'JP¥': 'JPY',
  英镑: 'GBP',
  英鎊: 'GBP',
  '£': 'GBP',
  新台币: 'TWD',
  新台幣: 'TWD',
  台币: 'TWD',
  NT$: 'TWD',
  A$: 'AUD',
  C$: 'CAD',
  S$: 'SGD',
};

/** Codes worth looking for inside other text, where any three letters could stand; an alternation for regular expressions. */
export const commonCurrencies =
  'CNY|RMB|CNH|USD|EUR|GBP|JPY|HKD|TWD|SGD|AUD|CAD|CHF|KRW|INR|THB|VND|MYR|IDR|BRL|MXN|SEK|NOK|DKK|PLN|CZK|NZD|ZAR|AED';
/** Currency names as Chinese ledgers write them beside amounts; an alternation like the codes. */
export const currencyWords =
  '人民币|人民幣|美元|美金|欧元|歐元|港元|港币|港幣|日元|日圆|日圓|英镑|英鎊|新台币|新台幣|台币';
const withinText = new RegExp(
  `(?<![A-Z])(?:${commonCurrencies})(?![A-Z])|${currencyWords}|US\\$|HK\\$|NT\\$|A\\$|C\\$|S\\$|CN¥|JP¥|€|£`,
  'i',
);

/**
 * Name the currency of a currency cell by its ISO code where it has one, else as written; `''` when empty.
 * `$` and `¥` stay as they are: several currencies use them.
 *
 * @example currencyCode('人民币') //=> 'CNY'
 */
export function currencyCode(cell: Cell): string {
  const text = plainText(cell).toUpperCase();
  return codes[text] ?? text;
}

/** What is written with a sign that several currencies share. */
const writtenWith: Readonly<Record<string, ReadonlySet<string>>> = {
  $: new Set(['USD', 'HKD', 'TWD', 'AUD', 'CAD', 'SGD', 'NZD', 'MXN']),
  '¥': new Set(['CNY', 'JPY']),
};

/**
 * Find a sign inside an amount that several currencies share; `''` when there is none.
 *
 * @example currencySign('$1,200') //=> '$'
 */
export const currencySign = (cell: Cell): string => /[$¥]/.exec(plainText(cell))?.[0] ?? '';

/** Tell whether a name is a sign that says nothing beside the others: there are none, or one of them may be written so. */
export const isOpenSign = (name: string, names: readonly string[]): boolean => {
  const others = names.filter(other => other !== '' && other !== name);
  const currencies = writtenWith[name];
  return currencies !== undefined && (others.length === 0 || others.some(other => currencies.has(other)));
};

/**
 * Find the currency named inside an amount or a header; `''` when none is named without doubt.
 *
 * @example currencyWithin('Amount (USD)') //=> 'USD'
 * @example currencyWithin('US$ 1,200') //=> 'USD'
 */
export function currencyWithin(cell: Cell): string {
  const found = withinText.exec(plainText(cell));
  return found ? currencyCode(found[0]) : '';
}
