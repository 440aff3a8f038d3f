import { plainText } from '../cell';
import { currencyWithin } from '../cells/currencyCode';
import type { Cell } from '../ledger';
import { headerWords, inSimplified } from './headerText';
import { isFieldName } from './matchHeader';
import { moneyUnitIn } from './moneyUnit';

/** What stands in brackets makes a header less sure than the same one without. */
export const qualified = 0.95;
/** Less sure still: another column may have the tax as well. */
const withoutTax = 0.7;
/** A day that was put off is the one that counts. */
const asBefore = 0.9;
const inCurrency = 0.99;

const inBrackets = /[([{【〔<]([^)\]}】〕>]*)[)\]}】〕>]/g;

/** Of another time, or of no document at all: never what is owed now. */
const notOfNow =
  /\b(?:old|former|last|prior|previous|prev|py|ly|opening|beginning|estimated?|estimation|forecast|budget(?:ed)?|plan(?:ned)?|targets?|drafts?|back ?up|copy|do not use|don t use|not used|unused|obsolete|deprecated|wrong|archived?|expected|promised?|projected|anticipated|scheduled)\b|预计|预期|承诺|旧|去年|上(?:年|月|期|季|周|次)|前(?:年|月|期)|年初|期初|月初|作废|停用|废弃|勿用|不用|预算|计划|目标|预测|预估|草稿|备份|副本/;
const original = /^(?:original|initial)\b|^原|^延期前/;
const netOfTax =
  /\b(?:ex|excl|excluding|excludes|without|before|net of|no|less)\b.*\b(?:tax|vat|gst|hst|btw|iva|tva|mwst|moms)\b|\b(?:net|netto|ht|hors taxes?|ohne mwst|zzgl mwst|sin iva|iva esclusa|excl btw)\b|不含|未含|未税|除税|无税/;

/** The text in the brackets of a header; `''` where it has none, or stands in brackets as a whole. */
function qualifierOf(cell: Cell): string {
  const text = inSimplified(plainText(cell));
  const outside = text.replace(inBrackets, ' ').trim();
  return outside === ''
    ? ''
    : [...text.matchAll(inBrackets)]
        .map(([, inside]) => inside)
        .join(' ')
        .trim();
}

/**
 * Tell how much of a header's certainty is left by what it says in brackets, 0–1: nothing of an amount of another time, a plan or a draft
 * (`Amount (old)`, `余额（上年）`), most where an amount says it is without tax, nearly all where it says something else. Units and the
 * name in another language leave all of it.
 *
 * @example certaintyLeft('Amount (old)') //=> 0
 * @example certaintyLeft('Amount (approved)') //=> 0.95
 * @example certaintyLeft('Amount') //=> 1
 */
export function certaintyLeft(header: Cell): number {
  const qualifier = qualifierOf(header);
  if (qualifier === '') return 1;
  const words = headerWords(qualifier);
  const isUnit = /^[a-z\d]?$/.test(words) || moneyUnitIn(header) !== null;
  if (isUnit || isFieldName(words)) return 1;
  if (notOfNow.test(words)) return 0;
  if (netOfTax.test(words)) return withoutTax;
  if (original.test(words)) return asBefore;
  return currencyWithin(qualifier) === '' ? qualified : inCurrency;
}
