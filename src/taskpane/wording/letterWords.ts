import type { PrintedLetter, PrintedLine } from '../../excel/sheets/letters';
import type { Language } from '../../i18n/language';
import { letterAmount } from '../../i18n/letters/letterAmount';
import { dateOfSerial, formatDate, formatNumber } from '../../i18n/numbers';
import { collectTexts } from '../../i18n/pane/collect';
import type { LogEntry } from '../../risk/collection/collectionLog';
import type { LetterForm, Sender } from '../../risk/collection/letterTable';
import { type FilledLetter, fillLetter, type LetterFacts } from '../../risk/collection/letterTemplate';
import { brokenLines } from './letterLines';

/** One line of what is asked for. */
export interface LetterItem {
  readonly document: string;
  /** Serial days, NaN where unknown. */
  readonly invoiceDay: number;
  readonly dueDay: number;
  /** Negative before the due date. */
  readonly days: number;
  readonly amount: number;
}

/** All that a letter can say. */
export interface LetterContent {
  readonly customer: string;
  readonly customerNumber: string;
  readonly contact: string;
  /** ISO code, `''` where the ledger names none. */
  readonly currency: string;
  readonly is1904: boolean;
  /** Serial days. */
  readonly day: number;
  readonly asOf: number;
  readonly items: readonly LetterItem[];
  readonly amount: number;
  /** Unapplied credits, which the amount leaves out; 0 or NaN where there are none. */
  readonly credits: number;
  /** In the letter's language; `''` where nothing was done. */
  readonly lastStep: string;
  readonly lastDay: number;
  /** NaN unless a promise was broken. */
  readonly promiseDay: number;
  readonly promisedAmount: number;
  readonly history: readonly LogEntry[];
  readonly stepName: (step: string) => string;
  readonly sender: Sender;
}

export interface Letter {
  readonly subject: string;
  /** As it is copied and mailed. */
  readonly text: string;
  readonly printed: PrintedLetter;
  /** No item is as the letter's step wants it. */
  readonly asksNothing: boolean;
}

/** Write the letter of a form about a customer, in the form's language whatever the pane's is. */
export function writeLetter(form: LetterForm, about: LetterContent): Letter {
  const filled = fillLetter(form, factsOf(form, about));
  const tables = tablesOf(form.language, about);
  return {
    subject: filled.subject,
    text: textOf(filled, tables),
    printed: { lines: printedOf(filled, tables) },
    asksNothing: about.items.length === 0,
  };
}

/** Lay out a text that was changed by hand as it will be printed. */
export const printedText = (text: string): PrintedLetter => ({
  lines: text
    .split(/\r?\n/)
    .flatMap(line => brokenLines(line).map(part => ({ kind: 'text', text: part }) as const)),
});

function factsOf({ language, payWithin }: LetterForm, about: LetterContent): LetterFacts {
  const date = (serial: number): string =>
    Number.isFinite(serial) ? formatDate(serial, about.is1904, language) : '';
  const money = (amount: number): string => letterAmount(amount, about.currency, language);
  const hasPromise = Number.isFinite(about.promiseDay);
  return {
    customer: about.customer,
    customerNumber: about.customerNumber,
    contact: about.contact,
    date: date(about.day),
    asOf: date(about.asOf),
    amount: money(about.amount),
    invoiceCount: formatNumber(about.items.length, language),
    oldestDays: formatNumber(Math.max(0, ...about.items.map(({ days }) => days)), language),
    credits: about.credits > 0 ? money(about.credits) : '',
    payBy: date(about.day + payWithin),
    lastStep: about.lastStep,
    lastDate: date(about.lastDay),
    promiseDate: hasPromise ? date(about.promiseDay) : '',
    // Who promised without naming an amount promised what was owed.
    promiseAmount: hasPromise
      ? money(Number.isNaN(about.promisedAmount) ? about.amount : about.promisedAmount)
      : '',
    ...about.sender,
  };
}

/** The tables of a letter, as lines of text and as cells. */
interface Tables {
  readonly invoices: { readonly text: readonly string[]; readonly printed: readonly PrintedLine[] };
  readonly history: { readonly text: readonly string[]; readonly printed: readonly PrintedLine[] };
}

function tablesOf(language: Language, about: LetterContent): Tables {
  const lines = about.history.map(entry => historyLine(entry, language, about));
  const history = lines.length > 0 ? lines : [collectTexts[language].letterWords.nothingRecorded];
  return {
    invoices: {
      text: [
        ...about.items.map((item, index) => `${index + 1}. ${itemLine(item, language, about)}`),
        collectTexts[language].letterWords.total(letterAmount(about.amount, about.currency, language)),
      ],
      printed: invoiceCells(language, about),
    },
    history: {
      text: history,
      printed: history.flatMap(line =>
        brokenLines(line).map(part => ({ kind: 'text', text: part }) as const),
      ),
    },
  };
}

function itemLine(item: LetterItem, language: Language, { is1904, currency }: LetterContent): string {
  const words = collectTexts[language].letterWords;
  const date = (serial: number): string => formatDate(serial, is1904, language);
  return [
    item.document || words.unnamed,
    ...(Number.isFinite(item.invoiceDay) ? [words.invoiced(date(item.invoiceDay))] : []),
    ...(Number.isFinite(item.dueDay) ? [words.due(date(item.dueDay))] : []),
    item.days > 0 ? words.days(item.days) : words.dueIn(-item.days),
    letterAmount(item.amount, currency, language),
  ].join(words.separator);
}

function historyLine(entry: LogEntry, language: Language, about: LetterContent): string {
  const words = collectTexts[language].letterWords;
  const date = (serial: number): string => formatDate(serial, about.is1904, language);
  const money = (amount: number): string => letterAmount(amount, about.currency, language);
  return [
    date(entry.day),
    about.stepName(entry.step),
    Number.isFinite(entry.promiseDay)
      ? words.promised(money(entry.promisedAmount), date(entry.promiseDay))
      : '',
    entry.note,
    entry.by,
  ]
    .filter(part => part !== '')
    .join(words.separator);
}

function invoiceCells(
  language: Language,
  { items, amount, currency, is1904 }: LetterContent,
): readonly PrintedLine[] {
  const words = collectTexts[language];
  const header = [
    words.invoiceNo,
    words.invoiced,
    words.dueDate,
    words.days,
    currency === '' ? words.amount : words.amountIn(currency),
  ];
  const cellOf = (serial: number): string =>
    Number.isFinite(serial) ? dateOfSerial(serial, is1904).toISOString().slice(0, 10) : '';
  return [
    { kind: 'header', cells: header },
    ...items.map(
      item =>
        ({
          kind: 'row',
          cells: [
            item.document || words.letterWords.unnamed,
            cellOf(item.invoiceDay),
            cellOf(item.dueDay),
            Math.max(0, item.days),
            item.amount,
          ],
        }) as const,
    ),
    { kind: 'total', cells: [words.total, '', '', '', amount] },
  ];
}

function textOf({ parts }: FilledLetter, tables: Tables): string {
  return parts.flatMap(part => ('text' in part ? [part.text] : tables[part.kind].text)).join('\n');
}

function printedOf({ parts }: FilledLetter, tables: Tables): readonly PrintedLine[] {
  return parts.flatMap((part): readonly PrintedLine[] => {
    if (!('text' in part)) return tables[part.kind].printed;
    if (part.kind === 'right') return [{ kind: 'right', text: part.text }];
    const kind = part.kind === 'heading' ? 'heading' : 'text';
    return brokenLines(part.text).map(text => ({ kind, text }));
  });
}
