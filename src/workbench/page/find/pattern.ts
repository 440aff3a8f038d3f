/** What is looked for, as Excel reads it: `*` for any characters, `?` for one, `~` before one of the three for itself. */
export interface Wanted {
  readonly text: string;
  readonly isCaseSensitive: boolean;
  /** Whether it has to be all of a cell. */
  readonly isWhole: boolean;
}

/**
 * Write what is looked for as a pattern.
 *
 * @example patternOf({ text: 'INV-*', isCaseSensitive: false, isWhole: true }).test('inv-7') //=> true
 */
export function patternOf({ text, isCaseSensitive, isWhole }: Wanted): RegExp {
  const source = text.replace(/~([*?~])|[\s\S]/g, (found, escaped?: string) => {
    if (escaped) return escaped === '~' ? '~' : `\\${escaped}`;
    if (found === '*') return '[\\s\\S]*?';
    return found === '?' ? '[\\s\\S]' : found.replace(/[\\^$.|+()[\]{}]/, '\\$&');
  });
  // A star at the end takes all that follows, where a cell need not be matched to its end.
  const greedy = source.replace(/\*\?$/, '*');
  return new RegExp(isWhole ? `^(?:${greedy})$` : greedy, isCaseSensitive ? 'gu' : 'giu');
}
