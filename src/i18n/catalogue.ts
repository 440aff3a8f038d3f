/** The one typed catalogue: every text in the language now shown. */
import { chinese } from './chinese';
import { english, type Texts } from './english';
import { type Language, language } from './language';

const catalogues: Readonly<Record<Language, Texts>> = { en: english, zh: chinese };

/** Give all texts in a language. */
export const textsIn = (which: Language): Texts => catalogues[which];

/** Give all texts in the language now shown; a component that calls it repaints when the language changes. */
export const texts = (): Texts => catalogues[language.value];

export type { Texts };
