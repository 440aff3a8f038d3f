import type { Language } from '../policy/policy';

const words: Readonly<Record<Language, RegExp>> = {
  en: /^(en|eng|english|英|英文|英语)\b|^(英|英文|英语)$/i,
  zh: /^(zh|cn|chinese|mandarin)\b|^(中|中文|汉语|汉字|华文|简体|繁体|繁體|简体中文|繁體中文)$/i,
};

/**
 * Choose the language a customer is written to in: the one the customer list states, else the script of its name.
 *
 * @param stated A word or code; one of another language, or none, leaves it to the name.
 * @example letterLanguage('', '江苏宏达机械有限公司') //=> 'zh'
 * @example letterLanguage('EN', '江苏宏达机械有限公司') //=> 'en'
 */
export function letterLanguage(stated: string, name: string): Language {
  const word = stated.normalize('NFKC').trim();
  const named = (Object.keys(words) as Language[]).find(language => words[language].test(word));
  if (named !== undefined) return named;
  return /\p{Script=Han}/u.test(name) ? 'zh' : 'en';
}
