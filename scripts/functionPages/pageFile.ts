import type { Language } from '../../src/i18n/language';

/**
 * Name the file of a page of the documentation.
 *
 * @example pageFile('DSO', 'zh') //=> 'DSO.zh-CN.md'
 */
export const pageFile = (name: string, language: Language, extension: 'md' | 'html' = 'md'): string =>
  `${name}${language === 'zh' ? '.zh-CN' : ''}.${extension}`;
