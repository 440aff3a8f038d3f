import { type Language, language } from './language';

/** The texts of a part of the pane that is loaded by itself, in both languages; a text missing in one does not compile. */
export type PartTexts<Texts> = Readonly<Record<Language, Texts>>;

/**
 * Declare the texts of a part.
 *
 * @example export const collectTexts = partTexts({ en: { title: 'Collect' }, zh: { title: '催收' } });
 */
export const partTexts = <Texts>(
  texts: { readonly en: Texts } & PartTexts<NoInfer<Texts>>,
): PartTexts<Texts> => texts;

/** Give a part's texts in the language now shown; a component that calls it repaints when the language changes. */
export const textsOf = <Texts>(texts: PartTexts<Texts>): Texts => texts[language.value];
