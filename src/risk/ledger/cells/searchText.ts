import { plainText } from '../cell';

/**
 * Fold a text for searching: full-width letters and digits become half-width, capitals small.
 *
 * @example foldText(' ＡＣＭＥ  Ltd') //=> 'acme ltd'
 */
export const foldText = (text: string): string => plainText(text).toLowerCase();
