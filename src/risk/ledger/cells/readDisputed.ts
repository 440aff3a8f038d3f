import type { Cell } from '../ledger';
import { saysYes } from './yesWord';

const disputed = new Set([
  'disputed',
  'dispute',
  'in dispute',
  'open dispute',
  '争议',
  '爭議',
  '有争议',
  '有爭議',
  '争议中',
  '爭議中',
]);

/**
 * Tell whether a cell marks its row as disputed; anything that does not say so clearly is not.
 *
 * @example readDisputed('争议') //=> true
 */
export function readDisputed(cell: Cell): boolean {
  return saysYes(cell, text => disputed.has(text));
}
