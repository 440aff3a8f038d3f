import { isErrorCell, plainText } from '../cell';
import { growingIntegers } from './growingColumn';
import { RecurringColumn } from './recurringColumn';

/** The code of a blank cell, and of one with an error. */
export const noWord = 0;

/** A column of few different texts, such as names of salespeople, as codes of its words. */
export class WordColumn extends RecurringColumn<Int32Array<ArrayBuffer>> {
  /** Code → word; `''` is that of `noWord`. */
  readonly words: string[] = [''];
  private readonly codes = new Map<string, number>([['', noWord]]);

  constructor(column: number) {
    super(column, growingIntegers(), cell => this.codeOf(isErrorCell(cell) ? '' : plainText(cell)));
  }

  private codeOf(word: string): number {
    const known = this.codes.get(word);
    if (known !== undefined) return known;
    const code = this.words.push(word) - 1;
    this.codes.set(word, code);
    return code;
  }
}
