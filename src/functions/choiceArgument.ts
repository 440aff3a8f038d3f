/** Arguments that choose one of a few words, or yes and no. */

import type { ArgumentKey } from '../i18n/functions/functionHelp';
import { chineseOption, optionWord } from '../i18n/functions/optionWords';
import { currentLanguage, listSeparators } from '../i18n/language';
import { plainText } from '../risk/ledger/cell';
import { fail } from '../risk/problem';
import { onlyCell } from './argument';
import { plainValue } from './cell';
import { answer } from './respond';

/**
 * Read an option by its name, also in full-width letters or by its Chinese word; the first one when the argument is omitted.
 *
 * @throws #VALUE! that lists the options when it is none of them.
 * @example readOption(' Average ', 'basis', ['ending', 'average']) //=> 'average'
 * @example readOption('平均', 'basis', ['ending', 'average']) //=> 'average'
 */
export function readOption<Option extends string>(
  argument: unknown,
  name: ArgumentKey,
  options: readonly Option[],
): Option {
  const cell = onlyCell(argument, name);
  // An empty cell may arrive as 0, and no option is called 0.
  if (cell === null || plainValue(cell) === 0) return options[0]!;
  const word = plainText(plainValue(cell)).toLowerCase();
  const chosen = options.find(option => option === word || chineseOption(option) === word);
  if (chosen !== undefined) return chosen;
  return answer(
    fail('value', 'argumentUnknownOption', { argument: name, value: word, options: listOf(options) }),
  );
}

function listOf(options: readonly string[]): string {
  const language = currentLanguage();
  return options.map(option => optionWord(option, language)).join(listSeparators[language]);
}

/**
 * Read TRUE or FALSE, also as a number or as the word in a cell that holds text.
 *
 * @throws #VALUE! when it is neither.
 */
export function readFlag(argument: unknown, name: ArgumentKey, whenOmitted: boolean): boolean {
  const cell = onlyCell(argument, name);
  if (cell === null) return whenOmitted;
  const value = plainValue(cell);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  return readOption(value, name, ['true', 'false']) === 'true';
}
