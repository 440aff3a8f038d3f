import type { Language } from '../language';
import { formatNumber } from '../numbers';

const withCurrency = (shown: string, currency: string): string =>
  currency === '' ? shown : `${currency} ${shown}`;

const writers: Readonly<Record<Language, (shown: string, currency: string) => string>> = {
  en: withCurrency,
  zh: (shown, currency) => (currency === 'CNY' ? `人民币${shown}元` : withCurrency(shown, currency)),
};

/**
 * Write an amount as a letter states it.
 *
 * @example letterAmount(5000, 'EUR', 'en') //=> 'EUR 5,000.00'
 * @example letterAmount(5000, 'CNY', 'zh') //=> '人民币5,000.00元'
 */
export const letterAmount = (amount: number, currency: string, language: Language): string =>
  Number.isFinite(amount) ? writers[language](formatNumber(amount, language, 2), currency) : '';
