import { plainText } from '../cell';
import type { Cell } from '../ledger';

const opening =
  /^(?:opening|beginning|initial|starting) balance|^balance (?:brought )?forward|^(?:balance )?brought forward|^balance b\/?[fd]\b|^b\/[fd]$|^(?:期初|年初|月初|上年|上期|上月|去年)(?:余额|餘額|结余|結餘|结转|結轉|数|數)?(?:余额|餘額)?$|^(?:上年|上期|上月)(?:年末|期末|月末)?(?:结转|結轉)(?:余额|餘額)?$|^(?:前(?:月|期|年度?)(?:より)?繰越(?:残高|金額?)?|繰越(?:残高|金額?)|(?:전(?:월|기|년도?) ?)?이월(?:잔액|금액?)?|기초 ?잔액)$|^(?:saldovortrag|eb-wert|er[oö]ffnungssaldo|anfangsbestand|[aà] nouveau|report [aà] nouveau|solde (?:initial|d['’]ouverture|report[eé])|saldo (?:inicial|iniziale|anterior|precedente)|beginsaldo|openingssaldo|ing[aå]ende (?:saldo|balans)|primosaldo)/i;
const carried =
  /^(?:closing|ending|final) balance|^(?:balance )?carried forward|^balance c\/?[fd]\b|^c\/[fd]$|^(?:totals?|net (?:change|movement)) (?:for|of) (?:the )?(?:period|month|year)|^(?:period|monthly?|yearly?|ytd|year to date) (?:totals?|sum)|^(?:本|当|當)(?:期|月|日|年|季|周)(?:合计|合計|累计|累計|小计|小計|发生额?|發生額?)(?:合计|合計)?$|^(?:期末|年末|月末)(?:余额|餘額|结余|結餘|数|數)?$|^(?:承前页|承前頁|过次页|過次頁|转次页|轉次頁)$|^(?:结转下年|結轉下年|结转下期|結轉下期)$|^(?:endsaldo|schlusssaldo|schlussbestand|solde (?:final|de cl[oô]ture)|saldo (?:final|finale)|eindsaldo|utg[aå]ende (?:saldo|balans)|ultimosaldo)/i;

/**
 * Tell whether a text labels what was owed when the listed period began.
 *
 * @example isOpeningLabel('期初余额') //=> true
 * @example isOpeningLabel('Opening balance') //=> true
 */
export function isOpeningLabel(cell: Cell): boolean {
  return typeof cell === 'string' && isOpeningText(plainText(cell));
}

/** Tell the same of plain text. */
export const isOpeningText = (plain: string): boolean => opening.test(plain);

/**
 * Tell whether a text labels a sum or a balance that an account's list repeats at the end of a page, month or year.
 *
 * @example isCarriedTotal('本年累计') //=> true
 * @example isCarriedTotal('Closing balance') //=> true
 */
export function isCarriedTotal(cell: Cell): boolean {
  return typeof cell === 'string' && carried.test(plainText(cell));
}
