import { tableWord } from '../i18n/figures/bucketLabels';
import type { ArgumentKey } from '../i18n/functions/functionHelp';
import { tieringTitles } from '../i18n/functions/resultTitles';
import { currentLanguage, type Language, listSeparators } from '../i18n/language';
import { readingWords } from '../i18n/sheets/readingWords';
import { readReviews, reviewColumns } from '../risk/history/reviewLog';
import { readSnapshots, snapshotColumns } from '../risk/history/snapshotTable';
import { chosenColumns, readChosenMatches } from '../risk/join/chosenMatches';
import type { UnderstoodCells } from '../risk/join/matchLedger';
import { isBlankCell } from '../risk/ledger/cell';
import { recogniseAs, recogniseSheet } from '../risk/ledger/recognition/recogniseSheet';
import { metricTitles } from '../risk/metrics/table/metricTitles';
import { findOwnHeader } from '../risk/ownTable';
import { readPolicy } from '../risk/policy/cells/readPolicy';
import { defaultPolicy } from '../risk/policy/defaultPolicy';
import { fail } from '../risk/problem';
import type { Assessment } from '../risk/scoring/assessment';
import { customerOfRows, nobodysRow, type Verdicts, verdicts } from '../risk/scoring/verdicts';
import { type Reading, readStatedColumns } from '../risk/tiering/statedColumns';
import { tierSheet } from '../risk/tiering/tierSheet';
import { isOmitted, refuseLoneError, rowsOf } from './argument';
import { plainValue } from './cell';
import { readOption } from './choiceArgument';
import { readDay } from './dateArgument';
import { withEmptyCells } from './emptyCells';
import { withoutEndOfSheet } from './listArguments';
import { policyCells } from './policyArgument';
import { answer, spill } from './respond';
import { dateSystem } from './workbookDates';

const outputs = ['customers', 'rows', 'lines'] as const;

/**
 * Tier the customers of a ledger or a customer list: score, tier and breaches, as the pane does it.
 *
 * The range is read by the pane's own engine: payments, credit notes, disputes, currencies, excluded rows, customers in headings. Its
 * columns are recognised by their headers and content, or are what `columns` says. A customer list that is given is joined by number
 * or name, and its limits, terms and ratings count.
 *
 * "customers" gives a table, most money at risk first. "rows" gives a row for each row of the range, header included, to stand beside
 * it. "lines" gives the table of customers with a last column that says, for each row of the range, in which line of the table its
 * customer stands, 1 being the header: columns beside a large ledger look their customer up there, as those do that the pane writes.
 *
 * Desktop Excel hands empty cells as 0, and so do FILTER, SORT and VSTACK everywhere. Zeros in columns of names and dates count as
 * empty; where a column of limits, terms or open amounts has empty cells, give the range as IF(A1:H500="","",A1:H500), which keeps
 * them empty.
 *
 * @customfunction TIERING TIERING
 * @param data A ledger or a customer list, from its header row on.
 * @param asOf The day to tier at.
 * @param policy The whole policy sheet; the default policy if omitted.
 * @param columns What each column is: rows of a field and its column number. Recognised if omitted.
 * @param customerList A customer list to join with, from its header row on.
 * @param listColumns What each column of the customer list is. Recognised if omitted.
 * @param matches The table of who is who on both sheets.
 * @param reviews The table of reviews.
 * @param snapshots The table of snapshots.
 * @param output "customers" (default), "rows" or "lines".
 * @returns A table with headers.
 * @example =TIERCEL.TIERING(A1:H500, Tiercel_AsOf, Tiercel_Policy)
 * @formula Score, tier and breaches as the pane shows them; the score with one decimal
 * @source The pane's own engine: what a formula says and what the pane shows is one computation
 * @term 客户信用评定
 */
export function tierRange(
  data: unknown[][],
  asOf: unknown,
  policy?: unknown[][],
  columns?: unknown[][],
  customerList?: unknown[][],
  listColumns?: unknown[][],
  matches?: unknown[][],
  reviews?: unknown[][],
  snapshots?: unknown[][],
  output?: unknown,
): unknown[][] {
  const chosen = readOption(output, 'output', outputs);
  const day = readDay(asOf, 'asOf');
  const tables = { policy, columns, customerList, listColumns, matches, reviews, snapshots };
  for (const name of Object.keys(tables) as (keyof typeof tables)[]) refuseLoneError(tables[name], name);
  const cells = withEmptyCells(cellsOf(data), rows =>
    isOmitted(columns) ? recogniseSheet(rows) : readReading([...rows], columns, 'data').recognition,
  );
  const reading = readReading(cells, columns, 'data');
  const assessment = tierSheet({
    cells,
    reading,
    asOf: day,
    policy: isOmitted(policy) ? defaultPolicy : answer(readPolicy(policyCells(policy))),
    list: isOmitted(customerList) ? null : readList(customerList, listColumns),
    chosen: readChosenMatches(cellsOfTable(matches, 'matches')),
    reviews: readReviews(cellsOfTable(reviews, 'reviews'), reading.dateSystem),
    snapshots: readSnapshots(cellsOfTable(snapshots, 'snapshots'), reading.dateSystem).snapshots,
  });
  const language = currentLanguage();
  const said = verdicts(assessment, language);
  const customerOf = customerOfRows(assessment.table, cells.length);
  if (chosen === 'customers') return spill(customerTable(assessment, said, language));
  return spill(
    chosen === 'rows'
      ? besideRows(customerOf, said, reading, language)
      : withLines(customerOf, assessment, said, reading, language),
  );
}

const cellsOf = (argument: unknown): unknown[][] =>
  withoutEndOfSheet(rowsOf(argument)).map(row => row.map(cell => plainValue(cell)));

/** The columns without which a table of Tiercel's says nothing. */
const telling = {
  matches: { customer: chosenColumns.customer, entry: chosenColumns.entry },
  reviews: { day: reviewColumns.day, customer: reviewColumns.customer },
  snapshots: { asOf: snapshotColumns(0).asOf, customer: snapshotColumns(0).customer },
} as const;

/** @throws #VALUE! where cells hold something but are not the table: its reviews or snapshots would silently not count. */
function cellsOfTable(argument: unknown, name: keyof typeof telling): unknown[][] {
  if (isOmitted(argument)) return [];
  const cells = cellsOf(argument);
  if (cells.every(row => row.every(cell => isBlankCell(cell) || cell === 0))) return cells;
  const places = findOwnHeader<string>(cells, telling[name])?.places;
  const missing = Object.entries(telling[name]).find(([key]) => !places?.has(key));
  if (missing === undefined) return cells;
  const value = missing[1].header[currentLanguage()];
  return answer<never>(fail('value', 'tableColumnMissing', { argument: name, value }));
}

/** @throws #VALUE! where the columns cannot be told, or the range lacks what a ledger or a customer list needs. */
function readReading(cells: unknown[][], columns: unknown, argument: ArgumentKey): Reading {
  refuseLoneError(cells, argument);
  const reading = isOmitted(columns)
    ? { recognition: recogniseSheet(cells), currency: null, dateSystem: dateSystem() }
    : answer(readStatedColumns(cellsOf(columns), cells, readingWords()));
  const { kind, missing } = reading.recognition;
  if (kind === 'unknown' || missing.length > 0) refuseLacking(missing, argument);
  return reading;
}

function readList(list: unknown, columns: unknown): UnderstoodCells {
  const recognise = (rows: readonly unknown[][]) =>
    isOmitted(columns)
      ? recogniseList(rows)
      : answer(readStatedColumns(cellsOf(columns), rows, readingWords(), 'listColumns')).recognition;
  const cells = withEmptyCells(cellsOf(list), recognise);
  const recognition = recognise(cells);
  const isNamed = recognition.columns.some(({ field }) => field === 'customer');
  if (!isNamed) refuseLacking(['customer'], 'customerList');
  return { cells, recognition };
}

const recogniseList = (cells: readonly unknown[][]) => recogniseAs('customers', cells);

function refuseLacking(missing: Reading['recognition']['missing'], argument: ArgumentKey): never {
  const language = currentLanguage();
  const { fields } = readingWords();
  const value = missing.map(field => fields[field][language]).join(listSeparators[language]);
  return answer<never>(fail('value', 'sheetLacksFields', { argument, value }));
}

const verdictTitles = (language: Language): string[] =>
  [tieringTitles.score, tieringTitles.tier, tieringTitles.breaches].map(title => title[language]);

const shown = (value: number): number | string => (Number.isNaN(value) ? '' : value);

/** Header, then a row per customer who is listed. */
function customerTable({ table, worstFirst }: Assessment, said: Verdicts, language: Language): unknown[][] {
  const rowOf = (customer: number) => [
    table.customers[customer],
    shown(table.metrics.exposure[customer]),
    ...verdictOf(said, customer),
  ];
  return [
    [tableWord('customer', language), metricTitles.exposure[language], ...verdictTitles(language)],
    ...Array.from(worstFirst, rowOf),
  ];
}

const verdictOf = ({ score, tier, breaches }: Verdicts, customer: number): unknown[] => [
  score[customer],
  tier[customer],
  breaches[customer],
];

const nothing = ['', '', ''];

function besideRows(
  customerOf: Int32Array,
  said: Verdicts,
  { recognition }: Reading,
  language: Language,
): unknown[][] {
  const rows = Array.from(customerOf, customer =>
    customer === nobodysRow ? nothing : verdictOf(said, customer),
  );
  if (recognition.headerRow >= 0) rows[recognition.headerRow] = verdictTitles(language);
  return rows;
}

/** The table of customers, and right of it for each row of the range the line of its customer. */
function withLines(
  customerOf: Int32Array,
  assessment: Assessment,
  said: Verdicts,
  { recognition }: Reading,
  language: Language,
): unknown[][] {
  const table = customerTable(assessment, said, language);
  const lineOf = new Map(Array.from(assessment.worstFirst, (customer, index) => [customer, index + 2]));
  const width = table[0].length;
  const noCustomer = new Array<unknown>(width).fill('');
  // A range without headers has its first row beside the second of the table.
  const shift = recognition.headerRow < 0 ? 1 : 0;
  const length = Math.max(table.length, customerOf.length + shift);
  return Array.from({ length }, (_, row) => [
    ...(table[row] ?? noCustomer),
    row === 0 ? tieringTitles.line[language] : (lineOf.get(customerOf[row - shift] ?? nobodysRow) ?? ''),
  ]);
}
