import { plainText } from './cell';
import type { Cell } from './ledger';

const disputed = new Set([
  'yes',
  'y',
  'true',
  't',
  '1',
  'x',
  '√',
  '✓',
  '✔',
  'disputed',
  'dispute',
  'in dispute',
  'open dispute',
  '是',
  '有',
  '真',
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
  if (typeof cell === 'boolean') return cell;
  if (typeof cell === 'number') return cell === 1;
  if (typeof cell !== 'string') return false;
  return disputed.has(cell) || disputed.has(plainText(cell).toLowerCase());
}
