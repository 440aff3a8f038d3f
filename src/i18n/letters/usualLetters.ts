import type { LetterForm } from '../../risk/collection/letterTable';
import { chineseLetters } from './chineseLetters';
import { englishLetters } from './englishLetters';

/** The letters that Tiercel comes with, both languages of a step side by side. */
export const usualLetters: readonly LetterForm[] = englishLetters.flatMap(english => [
  english,
  ...chineseLetters.filter(({ step }) => step === english.step),
]);
