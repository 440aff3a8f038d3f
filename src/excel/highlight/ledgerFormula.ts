import { isBlankCell, plainText } from '../../risk/ledger/cell';
import { readDisputed } from '../../risk/ledger/cells/readDisputed';
import { readExcluded } from '../../risk/ledger/cells/readExcluded';
import { isTotalLabel } from '../../risk/ledger/cells/totalRow';
import { listRowsInSlices } from '../../risk/ledger/customerList/listRows';
import type { Cell, Field, Recognition } from '../../risk/ledger/ledger';
import { columnOf } from '../../risk/ledger/recognition/columnOf';
import type { Slices } from '../../risk/slices';
import { columnLetters } from '../address';
import type { SheetBlock } from '../contract';
import { asOfName, countDisputedName } from '../names';
import { type JoinedColumns, withoutWildcards } from './joinedColumns';
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
  /** Disputed credits stand in the rows: they count whatever the policy says of disputes, which takes formulas twice as long. */
  readonly hasDisputedCredits: boolean;
  /** The texts that keep an item out of the tiering on this sheet. */
  readonly excludedWords: readonly string[];
  /** The texts in place of a customer that label totals. */
  readonly totalWords: readonly string[];
  /** What the joined customer list tells; absent where none is joined. */
  readonly joined?: JoinedColumns;
  /** Only the engine can tell what is open: sums over columns cannot. */
  readonly needsEngine: boolean;
  /** Amounts of several currencies stand in the rows: a formula adds only those of its own row's. */
  readonly hasSeveralCurrencies: boolean;
}

const rowsInSlice = 16_384;

/** The distinct values of a data column. */
function* distinctValues(block: SheetBlock, recognition: Recognition, field: Field): Slices<readonly Cell[]> {
  const column = recognition.columns.find(mapping => mapping.field === field)?.column;
  if (column === undefined) return [];
  const values = new Set<Cell>();
  for (let row = recognition.headerRow + 1; row < block.cells.length; row += 1) {
    if (row % rowsInSlice === 0) yield;
    const cell = block.cells[row][column];
    if (!isBlankCell(cell)) values.add(cell);
  }
  return [...values];
}

/** The texts of a data column that say something. */
function* wordsIn(
  block: SheetBlock,
  recognition: Recognition,
  field: Field,
  isWord: (cell: Cell) => boolean,
): Slices<readonly string[]> {
  const words: string[] = [];
  for (const [index, cell] of (yield* distinctValues(block, recognition, field)).entries()) {
    if (index % rowsInSlice === 0) yield;
    if (isWord(cell)) words.push(String(cell));
  }
  return words;
}

/**
 * Find the columns of the data, and what of their cells formulas have to know.
 *
 * @param isConverted whether amounts in several currencies are added by rates, which no formula here follows
 */
export function* dataColumns(
  block: SheetBlock,
  recognition: Recognition,
  isConverted = false,
): Slices<DataColumns> {
  const firstRow = block.row + recognition.headerRow + 2;
  const lastRow = block.row + block.cells.length;
  // No cell says what a customer of a list owes whose balance has its side in a column of its own.
  const isSided =
    recognition.kind === 'customers' &&
    recognition.columns.some(({ field }) => field === 'entrySide' || field === 'credit');
  const letters = (field: Field) => {
    if (isSided && balanceFields.has(field)) return null;
    const mapping = recognition.columns.find(column => column.field === field);
    return mapping ? columnLetters(block.column + mapping.column) : null;
  };
  const currencies = (yield* distinctValues(block, recognition, 'currency')).map(cell =>
    plainText(cell).toLowerCase(),
  );
  return {
    firstRow,
    disputedWords: yield* wordsIn(block, recognition, 'disputed', readDisputed),
    hasDisputedCredits: yield* hasDisputedCredits(block, recognition),
    excludedWords: yield* wordsIn(block, recognition, 'excluded', readExcluded),
    totalWords: yield* totalWordsIn(block, recognition),
    needsEngine: isConverted || isSided || (yield* hasSettlingRows(block, recognition)),
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

const balanceFields: ReadonlySet<Field> = new Set(['exposure', 'overdue']);

/** What stands in place of a customer in rows of totals: in a list also where only their amounts show that they are sums. */
function* totalWordsIn(block: SheetBlock, recognition: Recognition): Slices<readonly string[]> {
  if (recognition.kind !== 'customers') return yield* wordsIn(block, recognition, 'customer', isTotalLabel);
  const column = columnOf(recognition.columns, 'customer');
  const { totals } = yield* listRowsInSlices(block.cells, recognition);
  const names = totals.map(({ row }) => block.cells[row][column]).filter(cell => !isBlankCell(cell));
  return [...new Set(names.map(String))];
}

function* hasDisputedCredits(block: SheetBlock, recognition: Recognition): Slices<boolean> {
  const columnIn = (field: Field) => columnOf(recognition.columns, field);
  const disputed = columnIn('disputed');
  const amounts = [columnIn('amount'), columnIn('openAmount')];
  if (disputed < 0) return false;
  for (let row = recognition.headerRow + 1; row < block.cells.length; row += 1) {
    if (row % rowsInSlice === 0) yield;
    const cells = block.cells[row];
    if (amounts.some(column => Number(cells[column]) < 0) && readDisputed(cells[disputed])) return true;
  }
  return false;
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

/** Match every cell, and none: no sheet holds these texts. */
const anything = '"<>Tiercel counts all"';
const nothing = '"=Tiercel counts none"';

const quoted = (text: string): string => text.replaceAll('"', '""');

/** Disputed items leave the sums while the policy's cell says that they do not count. */
const undisputed = (columns: DataColumns): Criterion[] => {
  const column = columns.column('disputed');
  if (!column) return [];
  return columns.disputedWords.map(word => [
    column,
    `IF(${countDisputedName},${anything},"<>${quoted(word)}")`,
  ]);
};

/** One by one, the words of dispute while disputed items do not count: what they left out although it is a credit comes back by these. */
const disputed = (columns: DataColumns): Criterion[] => {
  const column = columns.column('disputed');
  if (!column) return [];
  return columns.disputedWords.map(word => [
    column,
    `IF(${countDisputedName},${nothing},"=${quoted(word)}")`,
  ]);
};

/** Excluded items and totals are in no sum. */
const excludedCriteria = (columns: DataColumns): Criterion[] =>
  wordsLeftOut(columns).flatMap(([field, words]) => {
    const column = columns.column(field);
    return column ? words.map(word => [column, `"<>${quoted(literally(word))}"`] as const) : [];
  });

const wordsLeftOut = ({ excludedWords, totalWords }: DataColumns) =>
  [
    ['excluded', excludedWords],
    ['customer', totalWords],
  ] as const;

/** SAP labels totals with asterisks, which a criterion takes for any text. */
const literally = (word: string): string => word.replace(/[~*?]/g, '~$&');

/** Amounts are never added across currencies. An empty cell has no currency, which `&""` matches; bare, Excel takes it for 0. */
const currencyCriteria = (columns: DataColumns): Criterion[] => {
  const column = columns.column('currency');
  const cell = columns.cell('currency');
  return columns.hasSeveralCurrencies && column && cell ? [[column, `${cell}&""`]] : [];
};

/** Items that one `SUMIFS` adds. */
interface OpenGroup {
  readonly values: string;
  readonly less: string | null;
  readonly criteria: readonly Criterion[];
}

/**
 * The items that were open at the as-of date, as separate groups that `SUMIFS` can add: not paid at all, paid later, and
 * the rest of those paid in part (an item paid in full shows nothing open). Credits count, disputed or not.
 */
function openGroups(columns: DataColumns): readonly OpenGroup[] {
  const groups = owedGroups(columns);
  if (!columns.hasDisputedCredits) return groups;
  const credits = disputed(columns).flatMap(criterion =>
    groupsAmong(columns, [criterion]).map(group => ({
      ...group,
      criteria: [...group.criteria, [group.values, '"<0"'] as const],
    })),
  );
  return [...groups, ...credits];
}

/** The same without credits: what is asked about money that is owed needs no search for disputed credits. */
const owedGroups = (columns: DataColumns): readonly OpenGroup[] => groupsAmong(columns, undisputed(columns));

function groupsAmong(columns: DataColumns, among: readonly Criterion[]): readonly OpenGroup[] {
  const amount = columns.column('amount');
  const open = columns.column('openAmount');
  const paidAmount = columns.column('paidAmount');
  const paidDate = columns.column('paidDate');
  const invoiceDate = columns.column('invoiceDate');
  const invoiced: Criterion[] = [
    ...(invoiceDate ? [[invoiceDate, untilEndOf(asOfName)] as const] : []),
    ...currencyCriteria(columns),
    ...among,
    ...excludedCriteria(columns),
  ];

  const today = open ?? amount;
  if (!today || columns.needsEngine) return [];
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
const exactly = (cell: string): string => `"="&${withoutWildcards(cell)}`;

const sameCustomer = (columns: DataColumns): Criterion[] => {
  const column = columns.column('customer');
  const cell = columns.cell('customer');
  return column && cell ? [[column, exactly(cell)]] : [];
};

function openSum(groups: readonly OpenGroup[], extra: readonly Criterion[]): string | null {
  if (groups.length === 0) return null;
  const sums = groups.map(({ values, less, criteria }) => {
    const all = [...extra, ...criteria];
    return less ? `${sumIfs(values, all)}-${sumIfs(less, all)}` : sumIfs(values, all);
  });
  return `(${sums.join('+')})`;
}

/** What the row's customer owed at the as-of date: the same replay as the engine's, in native functions over the ledger. */
export const customerExposure = (columns: DataColumns): string | null =>
  openSum(openGroups(columns), sameCustomer(columns));

/**
 * Whether the row's customer owes more than a share of what all customers owe, those in credit left out. `share` is a formula.
 *
 * What all owe lies between the sum of everything and the sum of what is above 0: mostly these tell already. Only where they do not are the
 * customers added up one by one, which takes a search for each row.
 */
export function owesMoreThan(columns: DataColumns, share: string): string | null {
  const exposure = customerExposure(columns);
  const named = withCustomer(columns);
  const groups = openGroups(columns);
  const net = openSum(groups, named);
  const gross = openSum(
    owedGroups(columns).map(group => ({
      ...group,
      criteria: [...group.criteria, [group.values, '">0"'] as const],
    })),
    named,
  );
  const owedByAll = positiveExposures(columns);
  if (!exposure || !net || !gross || !owedByAll) return null;
  return `IF(${exposure}>=${net}*${share},IF(${exposure}>${gross}*${share},TRUE,${exposure}/${owedByAll}>${share}),FALSE)`;
}

/** Rows without a customer are nobody's. */
const withCustomer = (columns: DataColumns): Criterion[] => {
  const column = columns.column('customer');
  return column ? [[column, '"<>"']] : [];
};

/** The exposures of all customers who owe something: each row's customer's, shared among that customer's rows. */
function positiveExposures(columns: DataColumns): string | null {
  const customer = columns.column('customer');
  if (!customer) return null;
  const exposures = openSum(openGroups(columns), [[customer, exactly(customer)]]);
  const rows = countIfs([[customer, exactly(customer)]]);
  return exposures && `SUMPRODUCT((${customer}<>"")*(${exposures}>0)*${exposures}/${rows})`;
}

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

const countGroups = (groups: readonly OpenGroup[], criteria: readonly Criterion[]): string =>
  `(${groups.map(group => countIfs([...criteria, ...group.criteria, [group.values, '"<>0"']])).join('+')})`;

const pastDue = (columns: DataColumns, before: string): Criterion[] | null => {
  const due = columns.column('dueDate');
  const owed = owedOnly(columns);
  return due && owed ? [[due, `"<"&${before}`], ...owed] : null;
};

/** What the row's customer owed more than `days` past due; credits are not set against it. `days` is a formula. */
export function customerPastDue(columns: DataColumns, days: string): string | null {
  const late = pastDue(columns, days === '0' ? asOfName : `(${asOfName}-${days})`);
  return late && openSum(owedGroups(columns), [...sameCustomer(columns), ...late]);
}

/** How many items the row's customer owed more than `days` past due. */
export function customerPastDueCount(columns: DataColumns, days: string): string | null {
  const late = pastDue(columns, `(${asOfName}-${days})`);
  if (!late) return null;
  return countGroups(owedGroups(columns), [...sameCustomer(columns), ...late]);
}

/** Whether the row itself is an item open at the as-of date and more than `days` past due. */
export function rowPastDue(columns: DataColumns, days: string): string | null {
  const due = columns.cell('dueDate');
  const amount = columns.cell('amount') ?? columns.cell('openAmount');
  if (!due || !amount || columns.needsEngine) return null;
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
  const dispute = columns.cell('disputed');
  if (dispute) {
    for (const word of columns.disputedWords) {
      tests.push(`OR(${countDisputedName},${dispute}&""<>"${quoted(word)}")`);
    }
  }
  tests.push(...rowIncluded(columns));
  return `AND(${tests.join(',')})`;
}

/** That the row itself is neither excluded nor a total: a test for each word that would say so. */
export const rowIncluded = (columns: DataColumns): string[] =>
  wordsLeftOut(columns).flatMap(([field, words]) => {
    const cell = columns.cell(field);
    return cell ? words.map(word => `${cell}&""<>"${quoted(word)}"`) : [];
  });

/** What the customers of a list owe who owe something and are not excluded. */
export function listedExposures(columns: DataColumns): string | null {
  const exposure = columns.column('exposure');
  return (
    exposure && sumIfs(exposure, [[exposure, '">0"'], ...withCustomer(columns), ...excludedCriteria(columns)])
  );
}

/** The day of the customer's last invoice by the as-of date; 0 when there is none. */
export function lastInvoiceDay(columns: DataColumns): string | null {
  const invoiceDate = columns.column('invoiceDate');
  const owed = owedOnly(columns);
  const customer = sameCustomer(columns);
  if (!invoiceDate || !owed || customer.length === 0 || columns.needsEngine) return null;
  const among = [...currencyCriteria(columns), ...excludedCriteria(columns)];
  const criteria = [...customer, ...owed, ...among, [invoiceDate, untilEndOf(asOfName)]];
  return `MAXIFS(${[invoiceDate, ...criteria.flat()].join(',')})`;
}

/** The customer's credit limit: as the joined list says it, else as the ledger repeats it in every row. */
export function rowLimit({ cell, joined }: DataColumns): string | null {
  const ofRow = cell('creditLimit');
  return joined?.tells('creditLimit') ? joined.cell('creditLimit', ofRow ?? '""') : ofRow;
}

/** The day on which the customer's contract ends, as the joined list says it; a ledger has no such column. */
export const rowContractEnd = ({ joined }: DataColumns): string | null =>
  joined?.cell('contractEnd', '""') ?? null;
