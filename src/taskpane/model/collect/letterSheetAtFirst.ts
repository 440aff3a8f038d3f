import type { LetterSheet } from '../../../excel/sheets/letters';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { usualLetters } from '../../../i18n/letters/usualLetters';
import { collectTexts } from '../../../i18n/pane/collect';
import { letterColumns, senderColumns, senderFields } from '../../../risk/collection/letterTable';
import { placeholderNames } from '../../../risk/collection/letterTemplate';
import { ownHeaders } from '../../../risk/ownTable';

/** The sheet of letters as it begins: Tiercel's own, for the company to change. */
export function letterSheetAtFirst(): LetterSheet {
  const { sheets } = textsOf(collectTexts);
  const language = currentLanguage();
  const names = Object.values(placeholderNames).map(name => `{${name[language]}}`);
  return {
    sheetTitle: sheets.letters,
    notes: sheets.letterNotes.map((note, index) =>
      index === sheets.letterNotes.length - 1 ? `${note} ${names.join(' ')}` : note,
    ),
    sender: [
      ownHeaders(senderColumns, language),
      ...Object.values(senderFields).map(field => [field[language], '']),
    ],
    letters: [
      ownHeaders(letterColumns, language),
      ...usualLetters.map(({ step, language: written, subject, text, payWithin }) => [
        step,
        written,
        subject,
        text,
        payWithin,
      ]),
    ],
  };
}
