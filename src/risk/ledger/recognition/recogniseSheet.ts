import { finishSlices, type Slices } from '../../slices';
import { isBlankCell, plainText } from '../cell';
import { isOpeningLabel } from '../cells/periodRow';
import { isTotalLabel, nameOfSubtotal } from '../cells/totalRow';
import { withoutPageBreaks } from '../layouts/pageBreaks';
import { partFields, partsIn } from '../layouts/partColumns';
import { isOtherHeader } from '../layouts/repeatedHeader';
import type {
  AgeingColumns,
  Cell,
  ColumnMapping,
  Field,
  MonthSpan,
  Recognition,
  RivalColumn,
  SheetKind,
  StatedCustomer,
  YearlessDates,
} from '../ledger';
import { findAgeingColumns, isAgeColumn, isBesideAge, withoutAges } from './ageingColumns';
import { withBalanceSides } from './balanceSides';
import { withSides } from './bothSides';
import { chargesBesideIn } from './chargesBeside';
import { type ColumnHeader, isExplained, matchColumnHeader } from './columnHeader';
import { columnOf } from './columnOf';
import { type ColumnProfile, profileColumn } from './columnProfile';
import { type FoundGroups, findCustomerGroups } from './customerGroups';
import { withoutExpectedDays } from './expectedDays';
import { fieldFit } from './fieldFit';
import { missingFields } from './fields';
import { guessByContent, guessed } from './guessByContent';
import { findHeaderRowInSlices, findHeaders, type SheetHeaders } from './headerRow';
import { invoiceLinesIn } from './invoiceLines';
import { withoutLedgerAccounts } from './ledgerAccounts';
import { type Beside, columnsBeside } from './listBeside';
import type { HeaderMatch } from './matchHeader';
import { moneyBesideIn } from './moneyBeside';
import { statedMoneyUnit } from './moneyUnit';
import { statedMonths } from './monthSpan';
import { isMonthHeader, withoutSumOfMonths } from './monthTable';
import { withNamesOfCodes } from './namedCodes';
import { billedInOtherMoney, inOneMoney } from './oneMoney';
import { saysSides } from './oneSidedAmount';
import { customersBalanceIn, withOpenOfEach } from './openOfEach';
import { withoutOrderDays } from './orderDays';
import { paidColumnsIn } from './paidColumns';
import { withoutLastPayments, withoutPaidDays } from './paidDays';
import { withoutReceivedGoods } from './receivedGoods';
import { rivalsAmong, withLatestFirst } from './rivalColumns';
import { withoutRowNumbers } from './rowNumbers';
import { findStatedCustomer } from './statedCustomer';
import { taxBesideIn } from './taxBeside';
import { saysSettledAtOnce, typeWordsInSlices } from './wordsOfRows';
import { yearlessDatesIn } from './yearlessDates';

type Row = readonly Cell[];

/** Rows looked at for content: the first ones, and as many again spread over the rest. */
const sampledRows = 250;
/** Rows looked at to see whether customers repeat. */
const countedRows = 5000;
const lowestConfidence = 0.45;
/** Customers in headings of their own row: likely, for the user to look at. */
const byHeadings = 0.7;
/** What only the cells tell, without a header that does: for the user to look at. */
const unnamed = 0.5;
const mostlyTexts = 0.9;
const mostlyDates = 0.5;
/** A list names a customer once; a few may be there twice by mistake. */
const mostRepeated = 0.02;
/** Below this no kind is claimed. */
const enoughEvidence = 2;

/** Ages without documents and dates are a list of customers. */
const evidenceOfAges = 4;
/** What happened with a customer last, or when it became one: no days of documents. */
const daysOfCustomers =
  /\b(?:last|latest|most recent|changed?|modified|updated?|created|opened|since|reviewed|next)\b|最近|最后|上次|末次|修改|变更|更新|创建|建档|开户|下次/;

const documentFields: ReadonlySet<Field> = new Set([
  'document',
  'invoiceDate',
  'invoiceDayOfMonth',
  'dueDate',
  'dueDayOfMonth',
]);

/** How much a named column speaks for its kind of sheet; fields both kinds have say nothing. */
const evidenceForLedger: Partial<Record<Field, number>> = {
  document: 2,
  reference: 1,
  documentType: 1,
  invoiceDate: 2,
  dueDate: 2,
  paidDate: 1.5,
  amount: 1.5,
  openAmount: 0.5,
  paidAmount: 1,
  debit: 1.5,
  credit: 1,
  entrySide: 1,
  invoiceMonth: 1,
  invoiceDayOfMonth: 1,
  dueDayOfMonth: 1,
  paidDayOfMonth: 1,
  documentStatus: 0.5,
  paymentStatus: 1,
  disputed: 1,
};
const evidenceForCustomers: Partial<Record<Field, number>> = {
  creditLimit: 0.5,
  contractEnd: 1.5,
  contractStart: 1.5,
  industry: 1,
  region: 0.5,
  salesperson: 0.5,
  rating: 1,
  exposure: 1.5,
  overdue: 1.5,
  sales: 1.5,
  overdueShare: 2,
  oldestDays: 1.5,
  daysBeyondTerms: 1.5,
  delayRate: 2,
  dso: 2,
  disputedShare: 1.5,
  tenureYears: 1.5,
  guarantee: 1,
  lastReview: 1.5,
  insolvent: 1,
  totalAssets: 1.5,
  totalLiabilities: 1.5,
  currentAssets: 1,
  currentLiabilities: 1,
  equity: 1,
  ebit: 1,
  operatingCashFlow: 1,
  currentRatio: 1.5,
  debtRatio: 1.5,
  email: 0.5,
};

/**
 * Recognise what a block of cells is: where its header is, whether it lists invoices or customers, and what each column means, by
 * header (English, simplified and traditional Chinese, whole headings of seven languages more) and by content. Each field has at most one column and each column at most one
 * field. Confidence is the header's, lowered where the content does not fit; content alone gives at most 0.4. Never throws:
 * an empty block is `unknown` with everything missing.
 *
 * @param cells rows of cells; of a long sheet the first few thousand rows are enough
 * @param headerRow zero-based row of the header where the user said it, -1 for none; else it is looked for
 * @example recogniseSheet([['Customer', 'Due date', 'Amount'], ['Acme', 45000, 100]]).kind //=> 'ledger'
 */
export function recogniseSheet(cells: readonly Row[], headerRow?: number): Recognition {
  return finishSlices(recogniseSheetInSlices(cells, headerRow));
}

/** Recognise as `recogniseSheet` does, in slices of some milliseconds. */
export function* recogniseSheetInSlices(cells: readonly Row[], headerRow?: number): Slices<Recognition> {
  const sheet = yield* describe(cells, headerRow);
  const { entries } = sheet;
  const asLedger = mapColumns('ledger', sheet);
  yield;
  const asCustomers = mapColumns('customers', sheet);
  yield;
  const kind =
    sheet.headerRow < 0 ? 'unknown' : kindOf(entries, sheet, asLedger.columns, asCustomers.columns);
  yield;
  const found = recognition(kind, sheet, kind === 'customers' ? asCustomers : asLedger);
  return grouped(yield* withTypeWords(found, sheet, entries), entries);
}

/**
 * Map the columns of a block that is known to be a ledger or a customer list; see `recogniseSheet`.
 *
 * @example recogniseAs('customers', cells).kind //=> 'customers'
 */
export function recogniseAs(kind: SheetKind, cells: readonly Row[], headerRow?: number): Recognition {
  return finishSlices(recogniseAsInSlices(kind, cells, headerRow));
}

/** Map as `recogniseAs` does, in slices of some milliseconds. */
export function* recogniseAsInSlices(
  kind: SheetKind,
  cells: readonly Row[],
  headerRow?: number,
): Slices<Recognition> {
  const sheet = yield* describe(cells, headerRow);
  const { entries } = sheet;
  const named = mapColumns(kind, sheet);
  yield;
  return grouped(yield* withTypeWords(recognition(kind, sheet, named), sheet, entries), entries);
}

/** A ledger whose words alone say which rows are receipts. */
function* withTypeWords(
  found: Recognition,
  { headers }: Described,
  cells: readonly Row[],
): Slices<Recognition> {
  if (found.kind === 'customers') return found;
  const typeWords = yield* typeWordsInSlices(headers, found.columns, cells, found.headerRow);
  return typeWords < 0 ? found : { ...found, typeWords };
}

/** A ledger that names each customer once: where, and in which column. */
function grouped(found: Recognition, cells: readonly Row[]): Recognition {
  if (found.kind !== 'ledger' || found.statedCustomer) return found;
  const aged = (found.agedAmounts ?? []).map(column => ({ field: 'openAmount' as const, column }));
  const groupsAmong = (columns: readonly ColumnMapping[]) =>
    findCustomerGroups(cells, found.headerRow, [...columns, ...aged]);
  // Texts without a header that says so are names only where no headings are.
  const said = found.columns.filter(mapping => mapping.field !== 'customer' || mapping.confidence > guessed);
  const isGuessed = said.length < found.columns.length;
  const headed = isGuessed ? groupsAmong(said) : null;
  if (headed !== null) return inGroups({ ...found, columns: said }, cells, headed);
  const named = groupsAmong(found.columns);
  return named === null ? found : inGroups(found, cells, named);
}

/** A ledger whose rows are grouped by customer. */
function inGroups(found: Recognition, cells: readonly Row[], named: FoundGroups): Recognition {
  const customerGroups = named.groups;
  const isSummed = customerGroups === 'summedHeading';
  const has = (field: Field) => found.columns.some(mapping => mapping.field === field);
  if (has('customer') && !isSummed) return { ...found, customerGroups };
  const { column } = named;
  const header = found.headers[column] ?? '';
  const isShared = isFilledBelowHeadings(cells, found.headerRow, column);
  const others = found.columns.filter(
    mapping => mapping.field !== 'customer' && (mapping.column !== column || isShared),
  );
  const isNumbered = isShared && others.some(mapping => mapping.column === column);
  // Below such headings the same column has the numbers of the documents.
  const number: ColumnMapping[] =
    isSummed && isShared && !isNumbered && !has('document')
      ? [{ field: 'document', column, header, confidence: byHeadings }]
      : [];
  const columns = byColumn([
    ...others,
    ...number,
    { field: 'customer', column, header, confidence: byHeadings },
  ]);
  return { ...found, columns, missing: missingFields('ledger', columns, found), customerGroups };
}

/** Whether rows have something of their own in the column of the headings, mostly their dates. */
function isFilledBelowHeadings(cells: readonly Row[], headerRow: number, column: number): boolean {
  const rows = cells
    .slice(headerRow + 1, headerRow + 1 + countedRows)
    .filter(row => row.some((cell, at) => at !== column && !isBlankCell(cell)))
    // Openings and sums may have no date, and an account of one invoice has as many openings as invoices.
    .filter(row => !isBlankCell(row[column]) || !(row.some(isOpeningLabel) || isHeadingOrSum(row)));
  return rows.filter(row => !isBlankCell(row[column])).length * 2 > rows.length;
}

/** A block before its kind is known. */
interface Described extends SheetHeaders {
  /** The texts of both lines of headers; `null` where they are in one. */
  readonly lines: readonly (readonly string[])[] | null;
  /** Columns of ages; they mean no other field of a customer list. */
  readonly ageing: AgeingColumns | null;
  /** What the heading says of the months of the list. */
  readonly months: MonthSpan | null;
  readonly yearless: YearlessDates | null;
  readonly moneyUnit: number;
  /** What the heading says of whose account it is. */
  readonly statedCustomer: StatedCustomer | null;
  /** The block without what a printed list has between its entries. */
  readonly entries: readonly Row[];
  /** Some rows of data. */
  readonly rows: readonly Row[];
  readonly profiles: readonly ColumnProfile[];
  readonly beside: Beside;
}

function* describe(cells: readonly Row[], headerRow?: number): Slices<Described> {
  const found = findHeaders(cells, headerRow ?? (yield* findHeaderRowInSlices(cells)));
  yield;
  const { headers, hasGroups } = found;
  const entries = withoutPageBreaks(cells, found.headerRow);
  const rows = aboveOtherList(sample(entries, found.headerRow + 1), headers);
  const plainRows = rows.filter(row => !isHeadingOrSum(row));
  const profiles: ColumnProfile[] = [];
  for (const column of headers.keys()) {
    profiles.push(profileColumn(plainRows.length > 0 ? plainRows : rows, column));
    yield;
  }
  const exposure = headers.findIndex(header =>
    matchColumnHeader(header, 'customers').some(({ field }) => field === 'exposure'),
  );
  const months = statedMonths(cells.slice(0, found.headerRow + 1));
  const yearless = yearlessDatesIn(headers, profiles, months, rows);
  const firstLine = found.headerRow - (hasGroups ? 1 : 0);
  const textsOf = (row: number) => headers.map((_, column) => plainText(cells[row]![column]));
  return {
    ...found,
    lines: hasGroups ? [textsOf(found.headerRow - 1), textsOf(found.headerRow)] : null,
    months,
    yearless,
    moneyUnit: statedMoneyUnit(cells, firstLine),
    statedCustomer: findStatedCustomer(cells, firstLine),
    entries,
    rows,
    profiles: yearless === null ? profiles : profiles.map(withYears),
    beside: columnsBeside(headers, profiles),
    ageing: findAgeingColumns(headers, profiles, plainRows, exposure < 0 ? undefined : exposure),
  };
}

/** Dates without their year are dates where something tells it. */
const withYears = (profile: ColumnProfile): ColumnProfile => ({
  ...profile,
  dateShare: profile.dateShare + profile.yearlessShare,
});

const openFields: ReadonlySet<Field> = new Set(['amount', 'openAmount', 'paidAmount']);
const ledgerDates: ReadonlySet<Field> = new Set(['invoiceDate', 'dueDate']);

/** Columns of ages, where rows with dates have no other amount: `Total` may stand beside the names of customers alone (Odoo). */
function agedAmountsIn(
  { ageing, rows }: Described,
  named: readonly ColumnMapping[],
): readonly number[] | null {
  if (ageing === null || named.some(({ field }) => field === 'debit' || field === 'credit')) return null;
  const columnsOf = (fields: ReadonlySet<Field>) =>
    named.filter(({ field }) => fields.has(field)).map(({ column }) => column);
  const [dates, amounts] = [columnsOf(ledgerDates), columnsOf(openFields)];
  const ages = ageing.columns.map(({ column }) => column);
  const has = (row: Row, columns: readonly number[]) => columns.some(column => !isBlankCell(row[column]));
  const dated = rows.filter(row => has(row, dates) && has(row, ages));
  return dated.length > 0 && dated.every(row => !has(row, amounts)) ? ages : null;
}

/** What a list below has in its columns says nothing of this one; right below the header stands none. */
function aboveOtherList(rows: readonly Row[], headers: readonly ColumnHeader[]): readonly Row[] {
  const isRepeated = (row: Row) => headers.every(({ own }, column) => plainText(row[column]) === own);
  const end = rows.findIndex(row => isOtherHeader(row) && !isRepeated(row));
  return end <= 0 ? rows : rows.slice(0, end);
}

/** Headings of groups, and their sums, say nothing of what a column holds. */
function isHeadingOrSum(row: Row): boolean {
  const filled = row.filter(cell => !isBlankCell(cell));
  const isLonely = filled.length === 1 && row.length > 1 && typeof filled[0] === 'string';
  return isLonely || isTotalLabel(filled[0]) || nameOfSubtotal(filled[0]) !== null;
}

function recognition(
  kind: Recognition['kind'],
  sheet: Described,
  { columns: named, rivals, customersBalance, billed }: NamedColumns,
): Recognition {
  const agedAmounts = kind === 'customers' ? null : agedAmountsIn(sheet, named);
  const known = agedAmounts ? named.filter(({ field }) => !openFields.has(field)) : named;
  const columns = kind === 'customers' ? withNames(known, sheet) : withGuesses(known, sheet, agedAmounts);
  const { headerRow, headers, lines, months, yearless, moneyUnit, ageing, statedCustomer, rows, beside } =
    sheet;

  const ages = kind === 'customers' ? ageing : null;
  const isNamed = columns.some(({ field }) => field === 'customer');
  const ofWhom = {
    ...(ages && { ageing: ages }),
    ...(kind !== 'customers' && !isNamed && statedCustomer && { statedCustomer }),
    ...(agedAmounts && { agedAmounts }),
  };
  const words = headers.map(header => header.words);
  const invoiceLines = kind === 'customers' ? null : invoiceLinesIn(words, columns, rows);
  const paidAmounts = kind === 'customers' ? [] : paidColumnsIn(words, columns, rows);
  const unread = rivals.filter(({ column }) => !paidAmounts.includes(column));
  const taxBeside = kind === 'customers' ? -1 : taxBesideIn(words, columns, rows);
  const chargesBeside =
    kind === 'customers'
      ? null
      : chargesBesideIn(
          words,
          headers.map(header => header.text),
          columns,
          rows,
          paidAmounts,
        );
  const moneyBeside =
    kind === 'customers'
      ? []
      : [
          ...moneyBesideIn(words, columns, rows, paidAmounts),
          ...(billed < 0 ? [] : [{ kind: 'billedInOtherMoney' as const, column: billed }]),
        ];
  const isDatedInParts = columns.some(({ field }) => field === 'invoiceDayOfMonth');
  return {
    kind,
    headerRow,
    headers: headers.map(({ text }) => text),
    columns,
    missing: missingFields(kind, columns, ofWhom),
    ...ofWhom,
    ...(lines && { headerLines: lines }),
    ...(isDatedInParts && months && { months }),
    ...(kind !== 'customers' && yearless && { yearless }),
    ...(moneyUnit !== 1 && { moneyUnit }),
    ...(invoiceLines && { invoiceLines }),
    ...(paidAmounts.length > 0 && { paidAmounts }),
    ...(taxBeside >= 0 && { taxBeside }),
    ...(chargesBeside && { chargesBeside }),
    ...(moneyBeside.length > 0 && { moneyBeside }),
    ...(kind !== 'customers' && customersBalance !== undefined && { customersBalance }),
    ...(unread.length > 0 && { rivals: unread }),
    ...(kind !== 'customers' && beside.otherList !== undefined && { listBeside: beside.otherList }),
  };
}

function sample(cells: readonly Row[], from: number): Row[] {
  const filled = (row: Row) => row.some(cell => !isBlankCell(cell));
  const first = cells.slice(from, from + sampledRows).filter(filled);
  const rest = from + sampledRows;
  const step = Math.max(1, Math.floor((cells.length - rest) / sampledRows));
  const spread: Row[] = [];
  for (let row = rest; row < cells.length; row += step) spread.push(cells[row]!);
  return [...first, ...spread.filter(filled)];
}

/** Columns with the fields their headers mean, and those that could mean the same. */
interface NamedColumns {
  readonly columns: readonly ColumnMapping[];
  readonly rivals: readonly RivalColumn[];
  /** What each customer owes in all, undefined where no column says it. */
  readonly customersBalance: number | undefined;
  /** What was billed in another money than what is open, -1 where no column says it. */
  readonly billed: number;
}

/** Give the surest pairs of column and field to each other first. */
function mapColumns(
  kind: SheetKind,
  { headers, rows, profiles, beside, months, ageing, statedCustomer }: Described,
): NamedColumns {
  const meanings = (header: ColumnHeader, column: number): readonly HeaderMatch[] => {
    const isAge = kind === 'ledger' && isAgeColumn(header);
    if (isAge || isBesideAge(header) || beside.columns.has(column)) return [];
    const isOurs = kind === 'ledger' && isControlAccount(rows, column);
    if (isOurs) return matchColumnHeader(header, kind).filter(({ field }) => !ofCustomer.has(field));
    const isPaidAtOnce = kind === 'ledger' && saysSettledAtOnce(header, rows, column);
    if (isPaidAtOnce) return [{ field: 'paymentStatus', confidence: unnamed }];
    const isBySides = kind === 'ledger' && !isExplained(header) && saysSides(rows, column);
    return isBySides ? [{ field: 'entrySide', confidence: unnamed }] : matchColumnHeader(header, kind);
  };
  const found = headers
    .flatMap((header, column) =>
      meanings(header, column).map(({ field, confidence }) => ({
        field,
        column,
        header: header.text,
        confidence: confidence * fieldFit(field, profiles[column]!),
      })),
    )
    .filter(({ confidence }) => confidence >= lowestConfidence);
  const candidates = [...withLatestFirst(found)].sort(
    (one, other) => other.confidence - one.confidence || one.column - other.column,
  );
  const texts = headers.map(header => header.text);
  const named = withoutLedgerAccounts(withNamesOfCodes(candidates, rows), rows);
  const known = kind === 'ledger' ? withoutRowNumbers(named, rows) : named;
  const meant =
    kind === 'ledger'
      ? ofDocuments(known, rows, texts)
      : withBalanceSides(withoutAges(withoutSumOfMonths(known, headers), ageing));
  const dated = withDates(takeEachOnce(meant), months);
  const isAccount = kind === 'ledger' && statedCustomer !== null;
  const columns = byColumn(isAccount ? withoutAccounts(dated) : promoteNumber(dated));
  const ofCustomers = kind === 'ledger' ? customersBalanceIn(known, rows) : [];
  const customersBalance = ofCustomers.find(({ column }) =>
    columns.every(mapping => mapping.column !== column),
  )?.column;
  const billed = kind === 'ledger' ? billedInOtherMoney(known, columns) : -1;
  return { columns, rivals: rivalsAmong(meant, columns, rows), customersBalance, billed };
}

/** Choose among what the columns of a ledger may mean by what its rows hold. */
function ofDocuments(
  named: readonly ColumnMapping[],
  rows: readonly Row[],
  headers: readonly string[],
): readonly ColumnMapping[] {
  const ofInvoices = withoutOrderDays(withoutExpectedDays(named, rows), rows);
  const ofGoods = withoutReceivedGoods(ofInvoices, rows, headers);
  const ofPayments = withoutLastPayments(withoutPaidDays(ofGoods, rows), rows);
  return withSides(inOneMoney(withOpenOfEach(ofPayments, rows, headers), rows), rows);
}

/** A column of accounts that says the same of all rows (`Accounts Receivable`, 应收账款), or names that account beside others, has our accounts and no customers. */
function isControlAccount(rows: readonly Row[], column: number): boolean {
  const names = new Set(rows.map(row => plainText(row[column])).filter(text => text !== ''));
  const isOurs = (name: string) => controlAccount.test(name);
  return names.size > 0 && ([...names].every(isOurs) || [...names].some(name => ourAccount.test(name)));
}

const ofCustomer: ReadonlySet<Field> = new Set(['customer', 'customerNumber']);

const ourAccount = /^(?:trade )?accounts? receivable(?: \(a\/r\))?$|^应收账款$|^應收帳款$|^应收帐款$/i;
const controlAccount = /receivable|trade debtors|debtors control|应收账款|應收帳款|应收帐款/i;

/** Parts of a date count where no column has it whole, and somebody says the year. */
function withDates(columns: readonly ColumnMapping[], months: MonthSpan | null): readonly ColumnMapping[] {
  const has = (field: Field) => columns.some(mapping => mapping.field === field);
  const invoice = partsIn(columns, 'invoiceDate');
  const due = partsIn(columns, 'dueDate');
  const isInvoiceDated = invoice !== null && (invoice.year >= 0 || months !== null);
  // A due or paid date without its year takes it from the invoice date.
  const isDueDated = due !== null && (due.year >= 0 || isInvoiceDated || has('invoiceDate'));
  const paid = partsIn(columns, 'paidDate');
  const isPaidDated = paid !== null && (paid.year >= 0 || isInvoiceDated || has('invoiceDate'));
  const left = new Set<number>([
    ...(isInvoiceDated ? Object.values(invoice) : []),
    ...(isDueDated ? Object.values(due) : []),
    ...(isPaidDated ? Object.values(paid) : []),
  ]);
  return columns.filter(({ field, column }) => !partFields.has(field) || left.has(column));
}

function takeEachOnce(candidates: readonly ColumnMapping[]): ColumnMapping[] {
  const fields = new Set<Field>();
  const columns = new Set<number>();
  return candidates.filter(({ field, column }) => {
    if (fields.has(field) || columns.has(column)) return false;
    fields.add(field);
    columns.add(column);
    return true;
  });
}

/** Below the name of a customer, a column that does not say it names customers (`Account`, `Name`) names something else. */
const withoutAccounts = (columns: readonly ColumnMapping[]): readonly ColumnMapping[] =>
  columns.filter(({ field, header }) => field !== 'customer' || namesCustomers.test(header));

const namesCustomers = /customer|client|debtor|客户|客戶|往来|往來/i;

/** A sheet that knows its customers only by number has that as their name. */
function promoteNumber(columns: readonly ColumnMapping[]): ColumnMapping[] {
  if (columns.some(({ field }) => field === 'customer')) return [...columns];
  return columns.map(mapping =>
    mapping.field === 'customerNumber' ? { ...mapping, field: 'customer' } : mapping,
  );
}

const byColumn = (columns: readonly ColumnMapping[]): ColumnMapping[] =>
  [...columns].sort((one, other) => one.column - other.column);

function kindOf(
  cells: readonly Row[],
  { headerRow, headers, ageing, profiles }: Described,
  ledgerColumns: readonly ColumnMapping[],
  customerColumns: readonly ColumnMapping[],
): SheetKind | 'unknown' {
  const customer = columnOf(ledgerColumns, 'customer');
  const repetition = customer < 0 ? 0 : repetitionOf(cells, headerRow + 1, customer);
  const isListed = customer >= 0 && repetition <= mostRepeated;
  const forRepetition = repetition > mostRepeated ? 1 + 2 * repetition : 0;
  const forLedger = weigh(ledgerColumns, evidenceForLedger) + forRepetition;
  const hasDocuments = ledgerColumns.some(({ field }) => documentFields.has(field));
  const hasDays = profiles.some(
    ({ dateShare }, column) => dateShare >= mostlyDates && !daysOfCustomers.test(headers[column]!.words),
  );
  const isUndated = !hasDocuments && !hasDays;
  if (isListed && isUndated && areBalances(ledgerColumns, customerColumns)) return 'customers';
  const forCustomers =
    weigh(customerColumns, evidenceForCustomers) +
    (isListed ? 1 : 0) +
    (ageing !== null && !hasDocuments ? evidenceOfAges : 0);
  if (Math.max(forLedger, forCustomers) < enoughEvidence) return 'unknown';
  return forLedger >= forCustomers ? 'ledger' : 'customers';
}

/** Whether a column says what a customer owes that is no amount of an invoice: the balances of accounts stand beside their debits and credits. */
function areBalances(
  ledgerColumns: readonly ColumnMapping[],
  customerColumns: readonly ColumnMapping[],
): boolean {
  const exposure = columnOf(customerColumns, 'exposure');
  const amounts: readonly Field[] = ['amount', 'debit'];
  return exposure >= 0 && amounts.every(field => columnOf(ledgerColumns, field) !== exposure);
}

function weigh(columns: readonly ColumnMapping[], evidence: Partial<Record<Field, number>>): number {
  return columns.reduce((total, { field, confidence }) => total + (evidence[field] ?? 0) * confidence, 0);
}

/** Share of rows whose customer had come before, 0–1. */
function repetitionOf(cells: readonly Row[], from: number, column: number): number {
  const names = new Set<string>();
  let filled = 0;
  for (let row = from; row < Math.min(cells.length, from + countedRows); row++) {
    const cell = cells[row]![column];
    if (isBlankCell(cell)) continue;
    filled++;
    names.add(plainText(cell).toLowerCase());
  }
  return filled === 0 ? 0 : 1 - names.size / filled;
}

function withGuesses(
  named: readonly ColumnMapping[],
  { headers, profiles, statedCustomer }: Described,
  agedAmounts: readonly number[] | null,
): ColumnMapping[] {
  const said = { ...(statedCustomer && { statedCustomer }), ...(agedAmounts && { agedAmounts }) };
  const missing = new Set<string>(missingFields('ledger', named, said));
  if (missing.size === 0) return [...named];
  const taken = new Set(named.map(({ column }) => column));
  const unnamed = headers
    .map((header, column) => ({ header, column, profile: profiles[column]! }))
    .filter(({ header, column }) => !taken.has(column) && !isExplained(header))
    .filter(({ header }) => !isAgeColumn(header) && !isMonthHeader(header))
    .map(({ header, column, profile }) => ({ header: header.text, column, profile }));
  return byColumn([...named, ...guessByContent(unnamed, missing)]);
}

/** A list of ages often has nothing above its names (QuickBooks): a column of texts without a header, left of the ages, has them. */
function withNames(
  named: readonly ColumnMapping[],
  { headers, profiles, ageing }: Described,
): readonly ColumnMapping[] {
  const isNamed = named.some(({ field }) => field === 'customer');
  if (isNamed || ageing === null) return named;
  const names = profiles
    .slice(0, ageing.columns[0]!.column)
    .findIndex(({ textShare }, column) => headers[column]!.text === '' && textShare >= mostlyTexts);
  if (names < 0) return named;
  return byColumn([...named, { field: 'customer', column: names, header: '', confidence: unnamed }]);
}
