import { withLetters } from './richText';
import type { CellStyle } from './types';

/** Every distinct style of the book once; cells keep its number. Number 0 is no style. */
export class StylePalette {
  readonly #styles: CellStyle[] = [{}];
  readonly #numbers = new Map<string, number>([['{}', 0]]);

  style(number: number): CellStyle {
    return this.#styles[number] ?? this.#styles[0];
  }

  number(style: CellStyle): number {
    const key = JSON.stringify(Object.entries(style).sort(([first], [second]) => (first < second ? -1 : 1)));
    const known = key === '[]' ? 0 : this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#styles.push(style);
    this.#numbers.set(key, this.#styles.length - 1);
    return this.#styles.length - 1;
  }

  /** The number of a style with a patch laid over it; a property given as undefined is taken away. */
  patched(number: number, patch: CellStyle): number {
    const own = this.style(number);
    const richText = own.richText && { richText: withLetters(own.richText, patch) };
    const merged = Object.entries({ ...own, ...richText, ...patch }).filter(
      ([, value]) => value !== undefined,
    );
    return this.number(Object.fromEntries(merged) as CellStyle);
  }
}
