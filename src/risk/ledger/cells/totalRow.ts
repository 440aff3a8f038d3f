import { plainText } from '../cell';
import type { Cell } from '../ledger';
import { commonCurrencies } from './currencyCode';

/** SAP marks sums with asterisks alone: one for a customer's, two and more for those of sums. */
const totalWord = new RegExp(
  [
    '\\*{1,6}',
    '(?:grand|sub|sheet|report|overall|page|list|ledger|customer|client|account|debtor|group|invoice)?[ -]?totals?',
    'sum|(?:(?:age?ing|aged) )?(?:percent(?:age)?s?|%)(?: of total)?|(?:[所金额額]*占)?比[例重]|占比|百分比',
    'total (?:amount|due|outstanding|(?:aged )?(?:receivables?|debtors?)|a/?r|for .+|(?:open|unpaid|overdue) .+)',
    'totals? [bc]/[fd]',
    `total (?:${commonCurrencies})`,
    '合 ?[计計]|[总總] ?[计計]|小 ?[计計]|共 ?[计計]|累 ?[计計]|本[页頁月][合小][计計]|[合总總][计計]金[额額]',
    '(?:総|总|總)合?計|(?:당월|월|거래처)? ?(?:합|소|총|누)계|총합계',
    '(?:gesamt|zwischen|end)?summen?|gesamt|(?:sub|eind)?totaal(?: generaal)?|(?:sub)?totale(?: generale)?',
    '(?:sub ?|sous-?)?total(?:es)?(?: g[eé]n[eé]ral| geral)?|(?:del|slut)?summa|totalt|i alt|somma|suma|soma',
  ]
    .map(words => `^(?:${words})(?: ?\\(.*\\))?[:：]?$`)
    .join('|'),
  'i',
);
const totalOfName = /^(.+?) ?(?:sub)?(?:total|合计|合計|小计|小計|汇总|彙總|总计|總計)[:：]?$/i;
const totalBeforeName =
  /^(?:(?:sub)?totals?|(?:zwischen)?summe|(?:sub)?totaal|(?:sub)?totale|(?:del)?summa)(?: (?:for|für|pour|para|per|voor|för|client|kunde|customer|cliente|klant))? ?[:：–-]? (.+)$/i;

/**
 * Tell whether a text labels a row of totals rather than naming a customer.
 *
 * @example isTotalLabel('合 计：') //=> true
 * @example isTotalLabel('Total Energies') //=> false
 */
export function isTotalLabel(cell: Cell): boolean {
  return typeof cell === 'string' && totalWord.test(plainText(cell));
}

const totalAtEnd = /(?:合 ?[计計]|[总總] ?[计計]|小 ?[计計]|累 ?[计計])[:：]?$/;

/**
 * Tell whether a text in the place of a customer's name is a total's, whatever stands before it: nobody is called so.
 *
 * @example isTotalName('截止6月30日合计') //=> true
 */
export const isTotalName = (cell: Cell): boolean =>
  typeof cell === 'string' && (isTotalLabel(cell) || totalAtEnd.test(plainText(cell)));

/** Of which so much is late, and how the sum compares with the books. */
const summaryName = new RegExp(
  [
    '(?:of which|thereof|其中) ?[:：]?.*',
    '(?:total )?(?:over|past|not(?: yet)?) ?(?:due|overdue)(?: (?:amount|balance|total))?',
    '(?:check(?: (?:total|sum|figure))?|control total|difference|variance|unreconciled)(?: (?:to|with|vs|against) .+)?',
    '(?:(?:balance|total) )?(?:as )?per (?:the )?(?:gl|g/l|general ledger|ledger|books|trial balance|control account)',
    '(?:gl|g/l|general ledger|control account|trial balance) (?:balance|total)',
    '(?:已?逾期|超期|未到期|未逾期|已到期)(?:金[额額]|[余餘][额額])?',
    '(?:[总總][账帐賬]|明[细細][账帐賬]|[账帐賬]面|科目|系[统統])(?:[余餘][额額]|[数數]|金[额額])',
    '(?:差[异異额額]|核[对對]|校[验驗]|勾稽)(?:[数數]|金[额額]|差[异異额額])?',
  ]
    .map(words => `^(?:${words})[:：]?$`)
    .join('|'),
  'i',
);

/**
 * Tell whether a text in the place of a customer's name says what part of the sum is late, or compares it with the books: nobody is called so.
 *
 * @example isSummaryName('Difference to GL') //=> true
 * @example isSummaryName('其中：逾期') //=> true
 */
export const isSummaryName = (cell: Cell): boolean =>
  typeof cell === 'string' && summaryName.test(plainText(cell));

const nameAfterLabel = /^(?:customer|debtor|account|client|客户|客戶) (.+)$/i;

/**
 * Take the name out of a label that SAP writes beside the sum of a customer (`Customer 10023`); `null` when it is none. A customer may be
 * called so, too: who asks knows which customers there are.
 *
 * @example nameBesideSum('Customer 10023') //=> '10023'
 */
export const nameBesideSum = (cell: Cell): string | null =>
  typeof cell === 'string' ? (nameAfterLabel.exec(plainText(cell))?.[1] ?? null) : null;

/**
 * Take the name out of a subtotal's label as Excel's own Subtotal command (`Acme Total`) and accounting programs (`Total Acme`, `Total - Acme`) write it;
 * `null` when it is none.
 *
 * @example nameOfSubtotal('Acme Total') //=> 'Acme'
 */
export function nameOfSubtotal(cell: Cell): string | null {
  if (typeof cell !== 'string') return null;
  const text = plainText(cell);
  return (totalOfName.exec(text) ?? totalBeforeName.exec(text))?.[1] ?? null;
}
