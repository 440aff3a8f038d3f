import { plainText } from '../cell';
import type { FindingLog } from '../findings/findingLog';
import type { Cell, ColumnMapping, Recognition } from '../ledger';

type Row = readonly Cell[];

const unitOfWord: Readonly<Record<string, number>> = {
  '': 1,
  千: 1000,
  万: 10_000,
  萬: 10_000,
  百万: 1_000_000,
  百萬: 1_000_000,
  亿: 100_000_000,
  億: 100_000_000,
};

/** `元`, `万元`, `人民币千元`, `万`, `k€`, `£'000`, `in thousands of USD`, `TEUR`; the groups are the Chinese word, and English thousands and millions. */
const currency = '人民币|人民幣|港币|港幣|美元|rmb|cny|usd|eur|gbp|hkd|[$£€¥]';
const chineseUnit = new RegExp(
  `^(?:${currency})?(千|百万|百萬|万|萬|亿|億)?(?:元|圆|圓)$|^(千|百万|百萬|万|萬|亿|億)$`,
);
const englishThousands = new RegExp(
  `^(?:in )?(?:(?:${currency}) ?)?(?:['’]?000s?|thousands?|k)(?: ?(?:of )?(?:${currency}))?$|^t(?:€|eur)$`,
);
const englishMillions = new RegExp(
  `^(?:in )?(?:(?:${currency}) ?)?(?:millions?|mln|mio|mn)(?: ?(?:of )?(?:${currency}))?$|^(?:${currency}) ?m$`,
);

/** What stands in brackets, or at the end without them: `余额万元`, `Amount £'000`. */
const inBrackets = /[([{【〔]([^)\]}】〕]*)[)\]}】〕]/g;
const atEnd = new RegExp(
  `(?:^|[^千百万萬亿億])((?:千|百万|百萬|万|萬|亿|億)元|(?:${currency}) ?['’]?000s?|['’]000s?)$|(?<=^| )(in (?:thousands|millions)|t(?:€|eur)|(?:${currency}) ?k|k ?(?:€|eur|usd|gbp))$`,
);

/** How a report says it of all its amounts. */
const ofSheet = new RegExp(
  `(?:单位|單位)[：:\\s]*(?:${currency})?\\s*(千|百万|百萬|万|萬|亿|億)?(?:元|圆|圓)|\\b(?:unit|amounts?|figures?|values?)\\b.{0,20}?\\b((?:in )?(?:(?:${currency}) ?)?(?:['’]?000s?|thousands?|millions?)\\b)`,
);

/** A sentence is no label. */
const longestLabel = 60;

/** `（单位：万元）` in a header. */
const beforeUnit = /^ *(?:(?:金额|金額)?(?:单位|單位)|unit|in)[：:\s]+/;

function unitOfWords(words: string): number | null {
  const text = words.replace(beforeUnit, '').trim();
  const chinese = chineseUnit.exec(text);
  if (chinese) return unitOfWord[chinese[1] ?? chinese[2] ?? ''];
  if (englishThousands.test(text)) return 1000;
  return englishMillions.test(text) ? 1_000_000 : null;
}

const labelOf = (cell: Cell): string => plainText(cell).toLowerCase();

/**
 * Tell what one of the amounts under a header is in units of its currency; null where the header does not say.
 *
 * @example moneyUnitIn('信用额度（万元）') //=> 10_000
 * @example moneyUnitIn("Balance £'000") //=> 1_000
 * @example moneyUnitIn('Amount (EUR)') //=> null
 */
export function moneyUnitIn(header: Cell): number | null {
  const label = labelOf(header);
  const bracketed = [...label.matchAll(inBrackets)].map(([, words]) => unitOfWords(words));
  const [first] = bracketed.filter(unit => unit !== null);
  const ending = atEnd.exec(label);
  return first ?? (ending ? unitOfWords(ending[1] ?? ending[2]) : null);
}

/**
 * Tell what one of a sheet's amounts is where a note above the table says it of all of them (`单位：万元`, `in thousands of EUR`); 1 where
 * none does.
 *
 * @param headerRow zero-based row of the table's header within the block; only what stands above it is looked at
 */
export function statedMoneyUnit(cells: readonly Row[], headerRow: number): number {
  for (const cell of cells.slice(0, Math.max(0, headerRow)).flat()) {
    if (typeof cell !== 'string' || cell.length > longestLabel) continue;
    const label = labelOf(cell);
    const stated = ofSheet.exec(label);
    const unit = stated
      ? stated[2] === undefined
        ? unitOfWord[stated[1] ?? '']
        : unitOfWords(stated[2])
      : (unitOfWords(label) ?? moneyUnitIn(cell));
    if (unit !== null) return unit;
  }
  return 1;
}

/** Tell what one of the amounts of a column is: as its header says, else as the sheet does. */
export const moneyUnitOf = ({ headers, moneyUnit = 1 }: Recognition, column: number): number =>
  moneyUnitIn(headers[column]) ?? moneyUnit;

const moneyFields: ReadonlySet<string> = new Set([
  'amount',
  'openAmount',
  'paidAmount',
  'debit',
  'credit',
  'creditLimit',
  'exposure',
  'overdue',
  'sales',
]);

/** Say of each column in a larger unit that it is. */
export function noteLargerUnits(recognition: Recognition, findings: FindingLog): void {
  for (const { column, header } of columnsInLargerUnits(recognition)) {
    findings.add('amountUnit', recognition.headerRow, column, header);
  }
}

/** List the columns whose amounts are counted in a larger unit than their currency's. */
export const columnsInLargerUnits = (recognition: Recognition): readonly ColumnMapping[] =>
  recognition.columns.filter(
    ({ field, column }) => moneyFields.has(field) && moneyUnitOf(recognition, column) !== 1,
  );
