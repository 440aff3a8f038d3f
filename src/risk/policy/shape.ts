import type { Cell } from '../ledger/ledger';
import type { Bilingual, Language } from './policy';

const linear: Bilingual = { en: 'linear', zh: '线性' };

/**
 * Write the shape of a factor as the policy sheet says it.
 *
 * @param steps As of Factor.steps.
 * @example shapeWord(4, 'en') //=> '4 steps'
 * @example shapeWord(null, 'zh') //=> '线性'
 */
export function shapeWord(steps: number | null, language: Language): string {
  if (steps === null) return linear[language];
  if (language === 'zh') return `${steps} 档`;
  return steps === 1 ? '1 step' : `${steps} steps`;
}

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
  if (word === '' || word === linear.en || word === linear.zh) return null;
  const steps = Number(/^(\d{1,4})\s*(?:steps?|档)?$/.exec(word)?.[1] ?? 0);
  return steps >= 1 ? steps : undefined;
}
