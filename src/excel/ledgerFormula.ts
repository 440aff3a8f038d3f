import { isBlankCell, plainText } from '../risk/ledger/cell';
import type { Cell, Field, Recognition } from '../risk/ledger/ledger';
import { readDisputed } from '../risk/ledger/readDisputed';
import { readExcluded } from '../risk/ledger/readExcluded';
import { columnLetters } from './address';
import type { SheetBlock } from './contract';
import { asOfName, countDisputedName } from './names';
import { hasSettlingRows } from './settlingRows';

type Criterion = readonly [column: string, criterion: string];

/** Where the columns of the data stand, as native formulas write them. */
export interface DataColumns {
  /** The whole data column, absolute: `$F$2:$F$12001`; null where the sheet has no such column. */
  readonly column: (field: Field) => string | null;
  /** The cell of the row a formula is in: `$F2`. */
  readonly cell: (field: Field) => string | null;
  /** One-based sheet row of the first data row. */
  readonly firstRow: number;
  /** The texts that mark an item as disputed on this sheet. */
  readonly disputedWords: readonly string[];
  /** The texts that keep an item out of the tiering on this sheet. */
  readonly excludedWords: readonly string[];
  /** Only the engine can tell what is open: sums over columns cannot. */
  readonly hasSettlingRows: boolean;
  /** Amounts of several currencies stand in the rows: a formula adds only those of its own row's. */
  readonly hasSeveralCurrencies: boolean;
}

/** The distinct values of a data column. */
function distinctValues(block: SheetBlock, recognition: Recognition, field: Field): Set<Cell> {
  const column = recognition.columns.find(mapping => mapping.field === field)?.column;
  const values = new Set<Cell>();
  if (column === undefined) return values;
  for (let row = recognition.headerRow + 1; row < block.cells.length; row += 1) {
    const cell = block.cells[row][column];
    if (!isBlankCell(cell)) values.add(cell);
  }
  return values;
}

export function dataColumns(block: SheetBlock, recognition: Recognition): DataColumns {
  const firstRow = block.row + recognition.headerRow + 2;
  const lastRow = block.row + block.cells.length;
  const letters = (field: Field) => {
    const mapping = recognition.columns.find(column => column.field === field);
    return mapping ? columnLetters(block.column + mapping.column) : null;
  };
  const currencies = [...distinctValues(block, recognition, 'currency')].map(cell =>
    plainText(cell).toLowerCase(),
  );
  const wordsOf = (field: Field, isWord: (cell: Cell) => boolean) =>
    [...distinctValues(block, recognition, field)].filter(isWord).map(cell => String(cell));
  return {
    firstRow,
    disputedWords: wordsOf('disputed', readDisputed),
    excludedWords: wordsOf('excluded', readExcluded),
    hasSettlingRows: hasSettlingRows(block, recognition),
    hasSeveralCurrencies: new Set(currencies).size > 1,
    column: field => {
      const letter = letters(field);
      return letter && `$${letter}$${firstRow}:$${letter}$${lastRow}`;
    },
    cell: field => {
      const letter = letters(field);
      return letter && `$${letter}${firstRow}`;
    },
  };
}

/** Until the end of a day, and after it: dates may carry a time. */
const untilEndOf = (day: string) => `"<"&${day}+1`;
const afterEndOf = (day: string) => `">="&${day}+1`;

/** `SUMIFS(values, column, criterion, …)`, or `SUM(values)` without criteria. */
function sumIfs(values: string, criteria: readonly Criterion[]): string {
  if (criteria.length === 0) return `SUM(${values})`;
  return `SUMIFS(${values},${criteria.flat().join(',')})`;
}

const countIfs = (criteria: readonly Criterion[]): string => `COUNTIFS(${criteria.flat().join(',')})`;

/** Matches every cell: no sheet holds this text. */
const anything = '"<>Tiercel counts all"';

/** Disputed items leave the sums while the policy's cell says that they do not count. */
const disputedCriteria = (columns: DataColumns): Criterion[] => {
  const column = columns.column('disputed');
  if (!column) return [];
  return columns.disputedWords.map(word => [
    column,
    `IF(${countDisputedName},${anything},"<>${word.replaceAll('"', '""')}")`,
  ]);
};

/** Excluded items are in no sum. */
const excludedCriteria = (columns: DataColumns): Criterion[] => {
  const column = columns.column('excluded');
  return column ? columns.excludedWords.map(word => [column, `"<>${word.replaceAll('"', '""')}"`]) : [];
};

/** Amounts are never added across currencies. An empty cell has no currency, which `&""` matches; bare, Excel takes it for 0. */
const currencyCriteria = (columns: DataColumns): Criterion[] => {
  const column = columns.column('currency');
  const cell = columns.cell('currency');
  return columns.hasSeveralCurrencies && column && cell ? [[column, `${cell}&""`]] : [];
};

/**
 * The items that were open at the as-of date, as separate groups that `SUMIFS` can add: not paid at all, paid later, and
 * the rest of those paid in part (an item paid in full shows nothing open).
 */
function openGroups(columns: DataColumns): { values: string; less: string | null; criteria: Criterion[] }[] {
  const amount = columns.column('amount');
  const open = columns.column('openAmount');
  const paidAmount = columns.column('paidAmount');
  const paidDate = columns.column('paidDate');
  const invoiceDate = columns.column('invoiceDate');
  const invoiced: Criterion[] = [
    ...(invoiceDate ? [[invoiceDate, untilEndOf(asOfName)] as const] : []),
    ...currencyCriteria(columns),
    ...disputedCriteria(columns),
    ...excludedCriteria(columns),
  ];

  const today = open ?? amount;
  if (!today || columns.hasSettlingRows) return [];
  const unpaid = { values: today, less: open ? null : paidAmount };
  if (!paidDate) return [{ ...unpaid, criteria: invoiced }];
  return [
    { ...unpaid, criteria: [...invoiced, [paidDate, '""']] },
    { values: amount ?? today, less: null, criteria: [...invoiced, [paidDate, afterEndOf(asOfName)]] },
    ...(open ? [{ ...unpaid, criteria: [...invoiced, paidBy(paidDate)] }] : []),
  ];
}

const paidBy = (paidDate: string): Criterion => [paidDate, untilEndOf(asOfName)];

/**
 * The text of a cell as a criterion that matches it and nothing else: bare, SUMIFS reads `*`, `?` and `~` in a name as
 * wildcards, and a leading `<`, `>` or `=` as a comparison.
 */
const exactly = (cell: string): string =>
  `"="&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${cell},"~","~~"),"*","~*"),"?","~?")`;

const sameCustomer = (columns: DataColumns): Criterion[] => {
  const column = columns.column('customer');
  const cell = columns.cell('customer');
  return column && cell ? [[column, exactly(cell)]] : [];
};

function openSum(columns: DataColumns, extra: readonly Criterion[]): string | null {
  const groups = openGroups(columns);
  if (groups.length === 0) return null;
  const sums = groups.map(({ values, less, criteria }) => {
    const all = [...extra, ...criteria];
    return less ? `${sumIfs(values, all)}-${sumIfs(less, all)}` : sumIfs(values, all);
  });
  return `(${sums.join('+')})`;
}

/** What the row's customer owed at the as-of date: the same replay as the engine's, in native functions over the ledger. */
export const customerExposure = (columns: DataColumns): string | null =>
  openSum(columns, sameCustomer(columns));

/** What all customers owed at the as-of date. */
export const totalExposure = (columns: DataColumns): string | null => openSum(columns, []);

const owedOnly = (columns: DataColumns): Criterion[] | null => {
  const amount = columns.column('amount') ?? columns.column('openAmount');
  return amount ? [[amount, '">0"']] : null;
};

/** How many items of the row's customer were open, credits included. */
export function customerOpenCount(columns: DataColumns): string | null {
  const groups = openGroups(columns);
  if (groups.length === 0) return null;
  return countGroups(groups, sameCustomer(columns));
}

const countGroups = (groups: ReturnType<typeof openGroups>, criteria: readonly Criterion[]): string =>
  `(${groups.map(group => countIfs([...criteria, ...group.criteria, [group.values, '"<>0"']])).join('+')})`;

const pastDue = (columns: DataColumns, before: string): Criterion[] | null => {
  const due = columns.column('dueDate');
  const owed = owedOnly(columns);
  return due && owed ? [[due, `"<"&${before}`], ...owed] : null;
};

/** What the row's customer owed more than `days` past due; credits are not set against it. `days` is a formula. */
export function customerPastDue(columns: DataColumns, days: string): string | null {
  const late = pastDue(columns, days === '0' ? asOfName : `(${asOfName}-${days})`);
  return late && openSum(columns, [...sameCustomer(columns), ...late]);
}

/** How many items the row's customer owed more than `days` past due. */
export function customerPastDueCount(columns: DataColumns, days: string): string | null {
  const late = pastDue(columns, `(${asOfName}-${days})`);
  if (!late) return null;
  return countGroups(openGroups(columns), [...sameCustomer(columns), ...late]);
}

/** Whether the row itself is an item open at the as-of date and more than `days` past due. */
export function rowPastDue(columns: DataColumns, days: string): string | null {
  const due = columns.cell('dueDate');
  const amount = columns.cell('amount') ?? columns.cell('openAmount');
  if (!due || !amount || columns.hasSettlingRows) return null;
  const tests = [`ISNUMBER(${due})`, `${due}<${asOfName}-${days}`, `N(${amount})>0`];
  const invoiceDate = columns.cell('invoiceDate');
  if (invoiceDate) tests.push(`${invoiceDate}<${asOfName}+1`);
  const paidDate = columns.cell('paidDate');
  const open = columns.cell('openAmount');
  const isOwedToday = open ? `N(${open})<>0` : 'TRUE';
  const isPaidLater = paidDate && `${paidDate}>=${asOfName}+1`;
  const isPartlyPaid = open ? `N(${open})<>0` : 'FALSE';
  tests.push(
    paidDate ? `IF(N(${paidDate})=0,${isOwedToday},OR(${isPaidLater},${isPartlyPaid}))` : isOwedToday,
  );
  const disputed = columns.cell('disputed');
  if (disputed) {
    for (const word of columns.disputedWords) {
      tests.push(`OR(${countDisputedName},${disputed}&""<>"${word.replaceAll('"', '""')}")`);
    }
  }
  const excluded = columns.cell('excluded');
  if (excluded) {
    for (const word of columns.excludedWords) tests.push(`${excluded}&""<>"${word.replaceAll('"', '""')}"`);
  }
  return `AND(${tests.join(',')})`;
}

/** The day of the customer's last invoice by the as-of date; 0 when there is none. */
export function lastInvoiceDay(columns: DataColumns): string | null {
  const invoiceDate = columns.column('invoiceDate');
  const owed = owedOnly(columns);
  const customer = sameCustomer(columns);
  if (!invoiceDate || !owed || customer.length === 0 || columns.hasSettlingRows) return null;
  const among = [...currencyCriteria(columns), ...excludedCriteria(columns)];
  const criteria = [...customer, ...owed, ...among, [invoiceDate, untilEndOf(asOfName)]];
  return `MAXIFS(${[invoiceDate, ...criteria.flat()].join(',')})`;
}

/** The customer's credit limit where the ledger repeats it in every row. */
export const rowLimit = (columns: DataColumns): string | null => columns.cell('creditLimit');
