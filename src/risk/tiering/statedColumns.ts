import { isBlankCell, isErrorCell, plainText } from '../ledger/cell';
import { monthsOfYearless } from '../ledger/layouts/yearlessRows';
import type {
  AgeingBasis,
  Cell,
  ColumnMapping,
  CustomerGroups,
  DateSystem,
  Field,
  InvoiceLines,
  MonthSpan,
  Recognition,
  SheetKind,
} from '../ledger/ledger';
import { fieldsOf, missingFields } from '../ledger/recognition/fields';
import { statedMonths } from '../ledger/recognition/monthSpan';
import { recogniseAs } from '../ledger/recognition/recogniseSheet';
import { type Bilingual, inEveryLanguage } from '../policy/policy';
import { fail, type Outcome, succeed } from '../problem';

/** What cells may say of a sheet besides what its columns are. */
export type ReadingFact =
  | 'kind'
  | 'hasHeaders'
  | 'customerNames'
  /** The only customer, whom no column names. */
  | 'statedCustomer'
  | 'currency'
  | 'dateSystem'
  | 'moneyUnit'
  /** The months that the heading above the table says, for dates without their year. */
  | 'months'
  /** The months that tell the year of dates written without it. */
  | 'yearless'
  /** Number of the column whose words call rows receipts, credit notes or write-offs. */
  | 'typeWords'
  /** What the amounts are of where rows are items of invoices. */
  | 'invoiceLines'
  /** Numbers of the columns whose sum is what is open of a row. */
  | 'agedAmounts'
  /** Numbers of the columns that lower what is open beside the paid amount. */
  | 'paidAmounts'
  /** From which date the ages of a customer list count. */
  | 'agesFrom';

/** How cells say what the columns of a sheet are, in both languages. */
export interface ReadingWords {
  readonly facts: Readonly<Record<ReadingFact, Bilingual>>;
  readonly kinds: Readonly<Record<SheetKind, Bilingual>>;
  readonly customerNames: Readonly<Record<CustomerGroups, Bilingual>>;
  readonly invoiceLines: Readonly<Record<InvoiceLines, Bilingual>>;
  readonly agesFrom: Readonly<Record<AgeingBasis, Bilingual>>;
  readonly fields: Readonly<Record<Field, Bilingual>>;
}

/** How a sheet is to be read. */
export interface Reading {
  readonly recognition: Recognition;
  /** The currency to answer in; null where the sheet decides. */
  readonly currency: string | null;
  readonly dateSystem: DateSystem;
}

type Row = readonly Cell[];
type Facts = ReadonlyMap<ReadingFact, Cell>;
type Said = { readonly fact: ReadingFact } | { readonly field: Field };

/** A row that says something of a sheet: what is said, and its value. */
export type StatedRow = readonly [what: string, value: string | number];

/** In place of months: only the invoice dates of their rows tell the year. */
const notSaid = '–';

/** Who said it was sure. */
const stated = 1;

/**
 * Say in cells how a sheet is read, all but the places of its columns.
 *
 * @example statedFacts(reading, words, 'en') //=> [['Kind of sheet', 'a ledger'], ['Header row', 1], ['Date system', 1900]]
 */
export function statedFacts(
  { recognition, currency, dateSystem }: Reading,
  words: ReadingWords,
  language: keyof Bilingual,
): StatedRow[] {
  const { kind, headerRow, customerGroups, invoiceLines, statedCustomer, moneyUnit, months, ageing } =
    recognition;
  const { agedAmounts, paidAmounts, yearless, typeWords } = recognition;
  const yearlessMonths = yearless && monthsOfYearless(yearless, dateSystem);
  const numbers = (columns: readonly number[]) => columns.map(column => column + 1).join(', ');
  const fact = (name: ReadingFact, value: string | number): StatedRow => [words.facts[name][language], value];
  return [
    ...(kind === 'unknown' ? [] : [fact('kind', words.kinds[kind][language])]),
    fact('hasHeaders', headerRow < 0 ? 0 : 1),
    fact('dateSystem', dateSystem),
    ...(customerGroups ? [fact('customerNames', words.customerNames[customerGroups][language])] : []),
    ...(invoiceLines ? [fact('invoiceLines', words.invoiceLines[invoiceLines][language])] : []),
    ...(agedAmounts ? [fact('agedAmounts', numbers(agedAmounts))] : []),
    ...(paidAmounts ? [fact('paidAmounts', numbers(paidAmounts))] : []),
    ...(statedCustomer ? [fact('statedCustomer', statedCustomer.name)] : []),
    ...(currency === null ? [] : [fact('currency', currency)]),
    ...(moneyUnit === undefined ? [] : [fact('moneyUnit', moneyUnit)]),
    ...(months === undefined ? [] : [fact('months', monthsText(months))]),
    ...(yearless ? [fact('yearless', yearlessMonths ? monthsText(yearlessMonths) : notSaid)] : []),
    ...(typeWords === undefined ? [] : [fact('typeWords', typeWords + 1)]),
    ...(ageing === undefined ? [] : [fact('agesFrom', words.agesFrom[ageing.basis][language])]),
  ];
}

/**
 * Read from cells how a sheet is to be read: rows of a field's name and the number of its column, and of facts such as `Kind of sheet`, in
 * either language and any order. A field without a number is not on the sheet.
 *
 * @param said Two columns; further ones are for readers.
 * @param cells The sheet from its header on.
 * @param argument What a formula calls the first one.
 * @returns A problem that names the first row that cannot be followed, or what the sheet lacks to be tiered.
 * @example readStatedColumns([['Customer', 1], ['Amount', 3], ['Due date', 2]], cells, words).value.recognition.kind //=> 'ledger'
 */
export function readStatedColumns(
  said: readonly Row[],
  cells: readonly Row[],
  words: ReadingWords,
  argument: 'columns' | 'listColumns' = 'columns',
): Outcome<Reading> {
  const meanings = meaningsOf(words);
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  const columnOf = new Map<Field, number>();
  const facts = new Map<ReadingFact, Cell>();
  for (const [index, [what, value]] of said.entries()) {
    if (isBlankCell(what)) continue;
    const place = { argument, row: index + 1 };
    const means = meanings.get(textKey(what));
    if (isErrorCell(what) || isErrorCell(value))
      return fail('value', 'argumentErrorCell', {
        ...place,
        value: String(isErrorCell(what) ? what : value),
      });
    if (means === undefined) return fail('value', 'fieldUnknown', { ...place, value: plainText(what) });
    if (isBlankCell(value)) continue;
    if ('fact' in means) {
      facts.set(means.fact, value);
      continue;
    }
    const number = Number(value);
    if (!Number.isInteger(number) || number < 1 || number > width)
      return fail('value', 'columnNotInData', { ...place, value: plainText(value), columns: width });
    const known = columnOf.get(means.field);
    if (known !== undefined && known !== number - 1)
      return fail('value', 'fieldGivenTwice', { ...place, value: plainText(what) });
    columnOf.set(means.field, number - 1);
  }
  return readingOf(columnOf, facts, cells, words);
}

function readingOf(
  columnOf: ReadonlyMap<Field, number>,
  facts: Facts,
  cells: readonly Row[],
  words: ReadingWords,
): Outcome<Reading> {
  const headerRow = facts.get('hasHeaders') === 0 ? -1 : 0;
  const headers = headersOf(cells, headerRow);
  const columns = mappingsOf(columnOf, headers);
  const ofWhom = columnOf.has('customer') ? {} : customerSaid(facts);
  const ofRows = rowsSaid(facts, headers.length);
  const kind = nameIn(words.kinds, facts.get('kind')) ?? kindOf(columns, { ...ofRows, ...ofWhom });
  const ofKind = kind === 'customers' ? agesSaid(facts, cells, headerRow, words) : ofRows;
  const recognition: Recognition = {
    kind,
    headerRow,
    headers,
    columns: columns.filter(({ field }) => fieldsOf(kind).includes(field)),
    missing: missingFields(kind, columns, { ...ofKind, ...ofWhom }),
    ...ofKind,
    ...ofWhom,
    ...namesSaid(facts, words),
    ...datesSaid(facts),
    ...unitSaid(facts),
  };
  const currency = facts.get('currency');
  return succeed({
    recognition,
    currency: currency === undefined ? null : plainText(currency),
    dateSystem: facts.get('dateSystem') === 1904 ? 1904 : 1900,
  });
}

function headersOf(cells: readonly Row[], headerRow: number): string[] {
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  return Array.from({ length: width }, (_, column) => plainText(cells[headerRow]?.[column]));
}

const mappingsOf = (columnOf: ReadonlyMap<Field, number>, headers: readonly string[]): ColumnMapping[] =>
  [...columnOf]
    .map(([field, column]) => ({ field, column, header: headers[column], confidence: stated }))
    .sort((one, other) => one.column - other.column);

function customerSaid(facts: Facts): Pick<Recognition, 'statedCustomer'> {
  const name = plainText(facts.get('statedCustomer'));
  return name === '' ? {} : { statedCustomer: { name, row: -1, column: -1 } };
}

/** What the rows of a ledger are read by beside its columns. */
function rowsSaid(
  facts: Facts,
  width: number,
): Pick<Recognition, 'agedAmounts' | 'paidAmounts' | 'typeWords'> {
  const agedAmounts = columnsSaid(facts.get('agedAmounts'), width);
  const paidAmounts = columnsSaid(facts.get('paidAmounts'), width);
  const [typeWords] = columnsSaid(facts.get('typeWords'), width);
  return {
    ...(agedAmounts.length > 0 && { agedAmounts }),
    ...(paidAmounts.length > 0 && { paidAmounts }),
    ...(typeWords !== undefined && { typeWords }),
  };
}

/** The columns of ages of a customer list as its headers say them, counted from the date that was said. */
function agesSaid(
  facts: Facts,
  cells: readonly Row[],
  headerRow: number,
  { agesFrom }: ReadingWords,
): Pick<Recognition, 'ageing'> {
  const basis = nameIn(agesFrom, facts.get('agesFrom'));
  if (basis === undefined) return {};
  const { ageing } = recogniseAs('customers', cells, headerRow);
  return ageing === undefined ? {} : { ageing: { ...ageing, basis } };
}

function namesSaid(facts: Facts, words: ReadingWords): Pick<Recognition, 'customerGroups' | 'invoiceLines'> {
  const customerGroups = nameIn(words.customerNames, facts.get('customerNames'));
  const invoiceLines = nameIn(words.invoiceLines, facts.get('invoiceLines'));
  return { ...(customerGroups && { customerGroups }), ...(invoiceLines && { invoiceLines }) };
}

function datesSaid(facts: Facts): Pick<Recognition, 'months' | 'yearless'> {
  const months = statedMonths([[facts.get('months')]]);
  const yearlessMonths = statedMonths([[facts.get('yearless')]]);
  return {
    ...(months && { months }),
    ...(facts.has('yearless') && { yearless: yearlessMonths ? { months: yearlessMonths } : {} }),
  };
}

function unitSaid(facts: Facts): Pick<Recognition, 'moneyUnit'> {
  const moneyUnit = Number(facts.get('moneyUnit') ?? 1);
  return moneyUnit > 0 && moneyUnit !== 1 ? { moneyUnit } : {};
}

/** Numbers of columns from 1, set apart by commas, as places from 0; those that are not on the sheet are left out. */
const columnsSaid = (cell: Cell, width: number): readonly number[] =>
  plainText(cell)
    .split(',')
    .map(number => Number(number.trim()) - 1)
    .filter(column => Number.isInteger(column) && column >= 0 && column < width);

/** As `statedMonths` reads it; the words keep Excel from taking it for a date. */
const monthsText = ({ first, last }: MonthSpan): string =>
  `${first.year}年${first.month}月–${last.year}年${last.month}月`;

/** Where nobody says it, columns that make a ledger, with what is said beside them, are one. */
const kindOf = (
  columns: readonly ColumnMapping[],
  beside: Pick<Recognition, 'agedAmounts' | 'statedCustomer'>,
): SheetKind => (missingFields('ledger', columns, beside).length === 0 ? 'ledger' : 'customers');

const textKey = (cell: Cell): string => plainText(cell).toLowerCase();

function nameIn<Name extends string>(names: Readonly<Record<Name, Bilingual>>, said: Cell): Name | undefined {
  if (said === undefined) return undefined;
  return (Object.keys(names) as Name[]).find(name =>
    [name, ...inEveryLanguage(names[name])].some(word => textKey(word) === textKey(said)),
  );
}

function meaningsOf({ facts, fields }: ReadingWords): ReadonlyMap<string, Said> {
  const meanings = new Map<string, Said>();
  for (const [field, { en, zh }] of Object.entries(fields) as [Field, Bilingual][]) {
    for (const name of [field, en, zh]) meanings.set(textKey(name), { field });
  }
  for (const [fact, { en, zh }] of Object.entries(facts) as [ReadingFact, Bilingual][]) {
    // Not by its code: `currency` is a field.
    for (const name of [en, zh]) meanings.set(textKey(name), { fact });
  }
  return meanings;
}
