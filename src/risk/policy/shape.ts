import type { Cell } from '../ledger/ledger';
import { inEveryLanguage, type Language } from './policy';

/** Shapes as cells say them; `readShape` reads what these write. */
const words: Readonly<
  Record<Language, { readonly linear: string; readonly stepped: (steps: number) => string }>
> = {
  en: { linear: 'linear', stepped: steps => (steps === 1 ? '1 step' : `${steps} steps`) },
  zh: { linear: '线性', stepped: steps => `${steps} 档` },
};

/**
 * Write the shape of a factor as the policy sheet says it.
 *
 * @param steps As of Factor.steps.
 * @example shapeWord(4, 'en') //=> '4 steps'
 * @example shapeWord(null, 'zh') //=> '线性'
 */
export const shapeWord = (steps: number | null, language: Language): string =>
  steps === null ? words[language].linear : words[language].stepped(steps);

/**
 * Read the shape of a factor: `linear`, `4 steps`, or the bare number of steps, in either language.
 *
 * @returns As of Factor.steps; null too for an empty cell, which is 0 on some platforms; undefined for what is no shape.
 * @example readShape('4 档') //=> 4
 */
export function readShape(cell: Cell): number | null | undefined {
  if (cell === null || cell === undefined || cell === 0) return null;
  const text = typeof cell === 'number' || typeof cell === 'string' ? String(cell).normalize('NFKC') : '?';
  const word = text.trim().toLowerCase();
  const isLinear = inEveryLanguage(words).some(({ linear }) => word === linear);
  if (word === '' || isLinear) return null;
  const steps = Number(/^(\d{1,4})\s*(?:steps?|档)?$/.exec(word)?.[1] ?? 0);
  return steps >= 1 ? steps : undefined;
}
