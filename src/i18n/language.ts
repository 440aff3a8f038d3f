/** Which language everything Tiercel says is in: one signal for the pane, the commands and the formulas. */
import { signal } from '@preact/signals';
import type { Language } from '../risk/policy/policy';

export type { Language };

/** The language now shown; components that read it repaint when it changes. */
export const language = signal<Language>('en');

/**
 * Tell which of the two languages a locale of Office is served in: any Chinese is Chinese, all else English.
 *
 * @example
 * languageOf('zh-TW') //=> 'zh'
 * languageOf('de-DE') //=> 'en'
 */
export const languageOf = (locale: string): Language => (/^zh\b/i.test(locale) ? 'zh' : 'en');

/** The language as a page says it. */
export const languageTags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

/** What stands between the parts of a list. */
export const listSeparators: Readonly<Record<Language, string>> = { en: ', ', zh: '、' };

/** Give the language now shown. */
export const currentLanguage = (): Language => language.value;

/** Change the language of everything shown from now on. */
export const setLanguage = (next: Language): void => {
  language.value = next;
};
