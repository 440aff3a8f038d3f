import { textsOf } from '../../i18n/bilingual';
import type { Language } from '../../i18n/language';
import { isoOfSerial } from '../../i18n/numbers';
import { checkTexts } from '../../i18n/pane/check';
import type { Fix } from '../../risk/ledger/fixes/fix';

/** Say why a cell should hold what is proposed. */
export function fixReason({ kind, reason }: Fix): string {
  const words = textsOf(checkTexts);
  switch (reason.code) {
    case 'unmistakable':
      return kind === 'textDate' ? words.toDate : words.toNumber;
    case 'columnOrder':
    case 'neighbourOrder':
    case 'chosenOrder':
      return words[reason.code](words.orders[reason.order]);
    case 'columnMark':
    case 'sheetMark':
    case 'chosenMark':
      return words[reason.code](reason.mark);
    case 'sameName':
      return words.sameName(words.likeness[reason.likeness], reason.rows);
    case 'listName':
      return words.listName(words.likeness[reason.likeness]);
    case 'plainName':
      return words.plainName;
    case 'terms':
      return words.terms(reason.days);
  }
}

/** Write what a cell is to hold as it will be seen there: a date by year, month and day, a number with all its decimals. */
export function fixedContent({ kind, to }: Fix, is1904: boolean, language: Language): string {
  if (typeof to === 'string') return to;
  if (kind === 'textDate' || kind === 'missingDueDate') return isoOfSerial(to, is1904);
  return new Intl.NumberFormat(language, { maximumFractionDigits: 15 }).format(to);
}
