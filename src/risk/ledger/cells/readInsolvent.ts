import type { Cell } from '../ledger';
import { saysYes } from './yesWord';

const insolvent =
  /^(?:insolvent|insolvency|bankrupt(?:cy)?|chapter (?:7|11)|(?:in )?(?:liquidation|administration|receivership)|破产(?:清算|重整)?|破產(?:清算|重整)?|已破产|已破產|清算中?|重整中?|资不抵债|資不抵債)$/;

/**
 * Tell whether a cell says that a customer is insolvent; anything that does not say so clearly does not.
 *
 * @example readInsolvent('破产清算') //=> true
 * @example readInsolvent('solvent') //=> false
 */
export function readInsolvent(cell: Cell): boolean {
  return saysYes(cell, text => insolvent.test(text));
}
