import { isBlankCell } from '../cell';
import { readAmount } from '../cells/readAmount';
import type { Cell, ColumnMapping, Field } from '../ledger';
import { columnOf } from './columnOf';
import { amountAt, halfCent, isNear } from './sampledAmounts';

type Row = readonly Cell[];

const number = '(?:[一二三四五六七八九十]|\\d+)';
const received = '(?:收款|回款|付款|到账|收回|到款)(?:金额|额)?';

/** One payment of several, or what was paid in one way of several: parts of what a column of totals says. */
const partOfPaid = new RegExp(
  [
    '(?:payment|receipt|paid|collection|instal+ment paid)s?(?: amount)?(?: no)? ?\\d+',
    '(?:\\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth) (?:payment|receipt)',
    '(?:cash|cheque|check|bank|bill) (?:received|receipts?|paid|payments?|collected)',
    `第${number}(?:次|笔|期|回)?${received}`,
    `${received}${number}`,
    `(?:\\d{2,4}年)?\\d{1,2}月份?${received}`,
    `(?:现金|银行|银行存款|转账|电汇|现汇|票据|微信|支付宝|承兑|承兑汇票|银行承兑|银行承兑汇票|商业承兑|商业承兑汇票)(?:${received})?`,
  ]
    .map(words => `^(?:${words.replaceAll(' ', ' ?')})$`)
    .join('|'),
);

/** What lowers an invoice beside payments. */
const lowersInvoice = new RegExp(
  [
    '(?:credits?|credit notes?|credit memos?)(?: amount| amt| applied| issued| total)?',
    '(?:wht|tds|withh[eo]ld(?:ing)?(?: tax)?|tax withheld)(?: amount| amt)?',
    '(?:advances?|deposits?|prepayments?|down payments?)(?: amount| amt| applied| received| paid| used)?',
    '(?:written? ?offs?|written off|bad debts?)(?: amount| amt)?',
    '(?:(?:cash|settlement|early payment|prompt payment|payment) )?discounts?(?: amount| amt)? (?:taken|allowed|given|granted|applied|used)',
    '(?:cash|settlement|early payment|prompt payment) discounts?(?: amount| amt)?|skonto',
    '(?:现金|付款|提前付款)折扣(?:金额|额)?',
    '(?:冲|抵|冲抵)?预收(?:账款|款)?(?:冲抵|抵扣|抵减|核销)?(?:金额)?|冲抵预收(?:款)?',
    '(?:折让|退货|红字|红冲|贷项|抵账|抵扣|冲抵|扣款|质量扣款|坏账核销)(?:金额|额|款)?',
  ]
    .map(words => `^(?:${words.replaceAll(' ', ' ?')})$`)
    .join('|'),
);

/** A reduction of the price, which the amount may have in it already: only other columns tell. */
const discountName = /^(?:discounts?|disc|折扣|折扣额)(?: (?:amount|amt))?(?:金额)?$/;

/** What is let off when an invoice is settled. */
const concession = /^(?:抹零|优惠|让利|减免|免收)(?:金额|额)?$/;

const mostlyAmounts = 0.5;
const most = 0.8;

/**
 * Find the columns that lower what is open of a row beside a column of paid amounts, or in place of one: payments one by one or by their way,
 * advances, credit notes, tax withheld, discounts taken. None where a column says what is open, where the ledger is one of debits and credits, or where they only say once
 * more what the column of paid amounts says: then they would leave less than nothing of an invoice.
 *
 * @param headers as `headerWords` writes them
 * @param rows some rows of data
 * @example paidColumnsIn(['customer', 'amount', 'payment 1', 'payment 2'], columns, [['Acme', 900, 200, 100]]) //=> [2, 3]
 */
export function paidColumnsIn(
  headers: readonly string[],
  columns: readonly ColumnMapping[],
  rows: readonly Row[],
): readonly number[] {
  const columnIn = (field: Field) => columnOf(columns, field);
  const isSaid = (['openAmount', 'debit', 'credit', 'entrySide', 'runningBalance'] as const).some(
    field => columnIn(field) >= 0,
  );
  const [amount, paid] = [columnIn('amount'), columnIn('paidAmount')];
  if (isSaid || amount < 0) return [];
  const isFree = (column: number) => columns.every(mapping => mapping.column !== column);
  const hasTotal = paid >= 0 && !partOfPaid.test(headers[paid] ?? '');
  const lowers = (words: string) => lowersInvoice.test(words) || (!hasTotal && partOfPaid.test(words));
  const isDiscount = (words: string, column: number) =>
    discountName.test(words) && isStillToTakeOff(rows, { amount, paid, discount: column }, headers.length);
  const lowering = (isWanted: (words: string, column: number) => boolean) =>
    headers.flatMap((words, column) =>
      isFree(column) && holdsAmounts(rows, column) && isWanted(words, column) ? [column] : [],
    );
  const isOverpaidBy = (found: readonly number[]) => {
    const all = paid < 0 ? found : [paid, ...found];
    return rows.some(row => isOverpaid(row, amount, all) && !isOverpaid(row, amount, [paid]));
  };
  const found = lowering((words, column) => lowers(words) || isDiscount(words, column));
  const sure = isOverpaidBy(found) ? [] : found;
  const conceded = lowering(
    (words, column) => concession.test(words) && isConceded(rows, amount, column, headers.length),
  );
  return isOverpaidBy([...sure, ...conceded])
    ? sure
    : [...sure, ...conceded].sort((one, other) => one - other);
}

/** Whether a concession is still to be taken off amounts: none is below 0 or more than its invoice, and no other column is the amount before it. */
function isConceded(rows: readonly Row[], amount: number, column: number, width: number): boolean {
  const conceded = rows.filter(row => Math.abs(amountAt(row, column)) > halfCent);
  const isWithin = (row: Row) =>
    amountAt(row, column) > 0 && amountAt(row, column) <= amountAt(row, amount) + halfCent;
  const isBefore = (row: Row, other: number) =>
    isNear(amountAt(row, other), amountAt(row, amount) + amountAt(row, column));
  const isTakenOff = Array.from({ length: width }, (_, other) => other).some(
    other => other !== amount && other !== column && conceded.every(row => isBefore(row, other)),
  );
  return conceded.length > 0 && conceded.every(isWithin) && !isTakenOff;
}

/** Whether a discount is still to be taken off amounts: the amount less the discount is what was paid of some invoice, or what another column says of most. */
function isStillToTakeOff(
  rows: readonly Row[],
  { amount, paid, discount }: { readonly amount: number; readonly paid: number; readonly discount: number },
  width: number,
): boolean {
  const discounted = rows.filter(
    row => amountAt(row, discount) > halfCent && amountAt(row, amount) > halfCent,
  );
  const others = Array.from({ length: width }, (_, column) => column).filter(
    column => column !== amount && column !== discount,
  );
  const isLess = (row: Row, column: number) =>
    isNear(amountAt(row, column), amountAt(row, amount) - amountAt(row, discount));
  return others.some(column => {
    const proven = discounted.filter(row => isLess(row, column));
    return proven.length > 0 && (column === paid || proven.length >= most * discounted.length);
  });
}

function holdsAmounts(rows: readonly Row[], column: number): boolean {
  const filled = rows.map(row => row[column]).filter(cell => !isBlankCell(cell));
  const amounts = filled.filter(cell => !Number.isNaN(readAmount(cell)));
  return filled.length > 0 && amounts.length > mostlyAmounts * filled.length;
}

/** Whether more was paid of an invoice than it comes to. */
function isOverpaid(row: Row, amount: number, paid: readonly number[]): boolean {
  const sum = paid.reduce((total, column) => total + amountAt(row, column), 0);
  return readAmount(row[amount]) > 0 && sum > readAmount(row[amount]) + halfCent;
}
