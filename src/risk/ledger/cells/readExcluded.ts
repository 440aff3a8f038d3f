import type { Cell } from '../ledger';
import { saysYes } from './yesWord';

const excluded =
  /^(?:exclude(?:d)?|inter-?company|ic|internal|group|affiliate(?:d)?|related(?: part(?:y|ies))?|cash(?: (?:customer|sale|only))?|关联方?|關聯方?|关联(?:公司|企业|交易)|關聯(?:公司|企業|交易)|内部(?:往来|客户|单位)?|內部(?:往來|客戶|單位)?|集团内部?|集團內部?|现金(?:客户|交易)?|現金(?:客戶|交易)?|void(?:ed)?|cancell?ed|(?:已|被)?作[废廢]|剔除|排除|不计入|不計入)$/;

/**
 * Tell whether a cell keeps its row out of the tiering (intercompany, related party, cash customer, void, or excluded by hand); anything that
 * does not say so clearly does not.
 *
 * @example readExcluded('关联方') //=> true
 * @example readExcluded('third party') //=> false
 */
export function readExcluded(cell: Cell): boolean {
  return saysYes(cell, text => excluded.test(text));
}
