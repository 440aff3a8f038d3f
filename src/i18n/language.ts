/** Which language everything Tiercel says is in: one signal for the pane, the commands and the formulas. */
import { signal } from '@preact/signals';
import type { Language } from '../risk/policy/policy';

export type { Language };

/** The language now shown; components that read it repaint when it changes. */
export const language = signal<Language>('en');

/** The language as a page says it. */
export const languageTags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

/** Each language is named in itself: who needs it may not read the others. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', zh: '简体中文' };

/** The languages there are, in the order in which they are offered. */
export const languages = Object.keys(languageTags) as readonly Language[];

/** Tell whether a text names one of the languages. */
export const isLanguage = (text: string | null): text is Language => languages.some(each => each === text);

/**
 * Tell which language a locale of Office is served in: its own where there is one, as any Chinese is Chinese, else English.
 *
 * @example
 * languageOf('zh-TW') //=> 'zh'
 * languageOf('fr-FR') //=> 'en'
 */
export function languageOf(locale: string): Language {
  const [spoken] = locale.toLowerCase().split(/[-_]/);
  return isLanguage(spoken) ? spoken : 'en';
}

/** What stands between the parts of a list. */
export const listSeparators: Readonly<Record<Language, string>> = { en: ', ', zh: '、' };

/** Give the language now shown. */
export const currentLanguage = (): Language => language.value;

/** Change the language of everything shown from now on. */
export const setLanguage = (next: Language): void => {
  language.value = next;
};
