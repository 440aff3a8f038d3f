import { isBlankCell, plainText } from '../cell';
import { readAmount } from '../cells/readAmount';
import type { AgeingBasis, AgeingColumn, AgeingColumns, Cell, ColumnMapping } from '../ledger';
import type { ColumnHeader } from './columnHeader';
import type { ColumnProfile } from './columnProfile';
import { headerLine, inSimplified } from './headerText';
import { amountAt, halfCent, isNear } from './sampledAmounts';

type Row = readonly Cell[];

/** An ageing list has at least so many columns of ages, what is not due among them. */
const fewestColumns = 2;
const mostlyNumbers = 0.8;
/** What the numbers of days in bare headers are multiples of. */
const fortnight = 15;
const most = 0.8;
/** A single balance may by chance be a sum. */
const fewestSums = 2;

const unknown = Number.NaN;
const everLater = Number.POSITIVE_INFINITY;
const daysOfMonth = 30;
const daysOfYear = 360;

const notDue =
  /^(?:current|not (?:yet )?due|not (?:yet )?overdue|at date|as of:? .+|(?:noch )?nicht f[äa]llig|[àa] [ée]choir|non [ée]chu|no vencido|a vencer|a scadere|non scaduto|niet vervallen|ej f[öo]rfallet|undue|within terms|future|未到期|未逾期|未超期|信用期内|账期内|正常)$/;
/** Sage counts months, or spans of days that only its settings say. */
const period = /^period ?\d{1,2}$/;
const pastDueWords = /逾期|超期|overdue|past due|days? late|\bdpd\b/i;
/** Words around the numbers of an age. */
const aroundAge =
  /账龄|帐龄|逾期|超期|overdue|past due|days? late|\bdpd\b|ageing|aging|\baged?\b|金额|余额|amount|balance/g;
const daysWords =
  /天|日|\bdays?\b|\bd\b|\btage?n?\b|\bdagen\b|\bdagar\b|\bdage\b|\bjours?\b|\bd[ií]as\b|\bgiorni\b/g;
const longerUnits = /年|个?月|\byears?\b|\byrs?\b|\bmonths?\b|\bmths?\b/g;

/** What the header of a column says of the age of its money. */
interface Age {
  readonly isNotDue: boolean;
  /** First and last day, roughly where it is said in months or years; NaN where one number leaves it open. */
  readonly from: number;
  readonly to: number;
  readonly isInDays: boolean;
  /** Whether the header says a span: a number alone, such as `30 days`, says too little to tell a list by. */
  readonly isSpan: boolean;
}

/** A number of days alone: 1–30 in one program, 30–59 in another. */
const someDays: Age = { isNotDue: false, from: unknown, to: unknown, isInDays: true, isSpan: false };

/**
 * Find the columns of a list of customers that say how old their money is: `Current`, `1–30`, `90+`, `未到期`, `31-60天`, `1年以内`. Ages count from
 * the due date where a column has what is not due, where the headers say overdue, or where the balance is more than its ages; else from the
 * invoice, and what is overdue is not known.
 *
 * @param exposure the column of the balances, undefined where the list has none
 * @returns `null` for a list without such columns
 */
export function findAgeingColumns(
  headers: readonly ColumnHeader[],
  profiles: readonly ColumnProfile[],
  rows: readonly Row[],
  exposure: number | undefined,
): AgeingColumns | null {
  const said = headers.map((header, column) => (holdsMoney(profiles[column]) ? ageOf(header) : null));
  const bare = bareDays(headers, profiles);
  const areAges = bare.length > 0 && areProven(bare, said, rows, exposure);
  const ages = said.map((age, column) => (areAges && bare.includes(column) ? someDays : age));
  const found = ages.flatMap((age, column) => (age === null ? [] : [{ age, column }]));
  const aged = found.filter(({ age }) => !age.isNotDue);
  const isTold = areAges || found.length > aged.length || aged.some(({ age }) => age.isSpan);
  const isList = found.length >= fewestColumns && aged.length > 0 && isTold;
  if (!isList || overlap(found.map(({ age }) => age))) return null;
  const texts = found.map(({ column }) => headers[column].text);
  const columns = withBounds(found.map(({ age, column }) => ({ age, column, header: headers[column].text })));
  return { basis: basisOf(texts, columns, rows, exposure), columns };
}

/** Columns called `30`, `60`, `90` that hold money. */
const bareDays = (headers: readonly ColumnHeader[], profiles: readonly ColumnProfile[]): readonly number[] =>
  bareAges(headers.map(({ own }, column) => (holdsMoney(profiles[column]) ? own : '')));

/**
 * Find among the cells of a header the numbers of days, multiples of a fortnight that grow from column to column; none where there are fewer than two.
 *
 * @example bareAges(['Customer', 30, 60, 90, 'Total']) //=> [1, 2, 3]
 */
export function bareAges(header: Row): readonly number[] {
  const called = header.flatMap((cell, column) => {
    const text = plainText(cell);
    return /^\d{2,3}$/.test(text) && Number(text) % fortnight === 0 ? [column] : [];
  });
  const days = called.map(column => Number(header[column]));
  const isGrowing = days.every((day, index) => index === 0 || day > days[index - 1]);
  return isGrowing && called.length >= fewestColumns ? called : [];
}

/** Whether numbers alone are ages: a column has what is not due, or the balances are the sums of them. */
function areProven(
  bare: readonly number[],
  said: readonly (Age | null)[],
  rows: readonly Row[],
  exposure: number | undefined,
): boolean {
  if (said.some(age => age?.isNotDue)) return true;
  if (exposure === undefined) return false;
  const all = said.flatMap((age, column) => (age !== null || bare.includes(column) ? [column] : []));
  const filled = rows.filter(row => Math.abs(amountAt(row, exposure)) > halfCent);
  const isSum = (row: Row) =>
    isNear(
      amountAt(row, exposure),
      all.reduce((sum, column) => sum + amountAt(row, column), 0),
    );
  return filled.length >= fewestSums && filled.filter(isSum).length >= most * filled.length;
}

const holdsMoney = ({ filledCount, numberShare }: ColumnProfile): boolean =>
  filledCount === 0 || numberShare >= mostlyNumbers;

/** Tell whether a header says an age, such as `31–60 days` or `未到期`. */
export const isAgeHeader = (header: string): boolean => readAge(header)?.isSpan === true;

/** Tell whether the header of a column says an age by itself, or its group does above amounts. */
export const isAgeColumn = (header: ColumnHeader): boolean => ageOf(header)?.isSpan === true;

/** What stands below an age, of which the other columns are its shares of the whole. */
const moneyBelowAge = /^(?:本币|原币|本位币|人民币)?(?:金额|余额)$|^(?:amount|balance|amt)$/;

/** Tell whether a column stands below an age and is no money of it: its share of the whole. */
export const isBesideAge = (header: ColumnHeader): boolean => {
  const group = groupOf(header);
  return group !== '' && readAge(group)?.isSpan === true && ageOf(header) === null;
};

const groupOf = ({ own, text }: ColumnHeader): string =>
  text.endsWith(own) ? text.slice(0, text.length - own.length) : '';

/** Read the age that a column is of: its group may say it above amounts (账期内 above 金额 and %), and that all of its ages are not due (SAP). */
function ageOf(header: ColumnHeader): Age | null {
  const group = groupOf(header);
  const age = readAge(header.own);
  if (group === '') return age;
  const ofGroup = readAge(group);
  if (age !== null) return ofGroup?.isNotDue && ofGroup.isSpan ? ofGroup : age;
  return moneyBelowAge.test(header.words) ? ofGroup : null;
}

/**
 * Read the header of one column as an age.
 *
 * @example readAge('31–60 days') //=> { isNotDue: false, from: 31, to: 60, … }
 * @example readAge('未到期') //=> { isNotDue: true, … }
 */
function readAge(header: string): Age | null {
  const text = simplified(header);
  if (notDue.test(text.replace(/ ?(?:金额|余额|amount|balance)$/, ''))) {
    return { isNotDue: true, from: Number.NEGATIVE_INFINITY, to: 0, isInDays: true, isSpan: true };
  }
  if (period.test(text)) return someDays;
  const unit = unitOf(text);
  const bare = text
    .replace(aroundAge, ' ')
    .replace(daysWords, ' ')
    .replace(longerUnits, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const span = readSpan(bare, unit > 1 || text.search(daysWords) >= 0);
  return span && { ...span, from: span.from * unit, to: span.to * unit, isInDays: unit === 1 };
}

/** About how many days the numbers of a header count in; years before months, since `个月` may stand beside 年. */
function unitOf(text: string): number {
  if (/年|\byears?\b|\byrs?\b/.test(text)) return daysOfYear;
  return /月|\bmonths?\b|\bmths?\b/.test(text) ? daysOfMonth : 1;
}

/** One way to write dashes, signs and Chinese characters. */
const simplified = (header: string): string =>
  inSimplified(headerLine(header))
    .toLowerCase()
    .replace(/\(含.*?\)/g, '')
    .replace(/[\u2010-\u2015\u2212~]/g, '-')
    .replace(/(?<=\d)\s*(?:to|至|到)\s*(?=\d)/g, '-')
    .trim();

function readSpan(text: string, hasUnit: boolean): Age | null {
  const age = (from: number, to: number, isSpan = true): Age => ({
    isNotDue: false,
    from,
    to,
    isInDays: true,
    isSpan,
  });
  const between = /^(\d+) ?- ?(\d+)$/.exec(text);
  if (between) return age(Number(between[1]), Number(between[2]));
  const upTo =
    /^(?:<=?|≤|up to|under|less than|within|below) ?(\d+)$/.exec(text) ??
    /^(\d+) ?(?:以内|之内|内|以下)$/.exec(text);
  if (upTo) return age(0, Number(upTo[1]));
  const over =
    /^(?:>=?|≥|over|above|from|more than|older than|beyond|超过) ?(\d+)$/.exec(text) ??
    /^(\d+) ?(?:\+|以上|and over|and above|or more|or older|and older|and more|plus)$/.exec(text);
  if (over) return age(Number(over[1]), everLater);
  if (/^(?:older|more|and older)$/.test(text)) return age(unknown, everLater);
  // `30 days` is 1–30 in one program and 31–60 in another.
  return hasUnit && /^\d{1,3}$/.test(text) ? age(unknown, unknown, false) : null;
}

/** Whether ages overlap, as columns do of which each counts what the next ones count again: `over 30`, `over 60`, `over 90`. */
function overlap(ages: readonly Age[]): boolean {
  const sorted = ages
    .filter(({ isNotDue, from }) => !isNotDue && !Number.isNaN(from))
    .sort((one, other) => one.from - other.from || one.to - other.to);
  // `0–30` and `30–60` share a day.
  return sorted.some((age, index) => index > 0 && age.from < sorted[index - 1].to);
}

/**
 * A day that two ages share is of the younger, and so an open end begins the day after the ages before it, whether it is written `90+`, `>90`
 * or `91 and over`.
 */
function withBounds(
  found: readonly { readonly age: Age; readonly column: number; readonly header: string }[],
): AgeingColumn[] {
  const ends = new Set(found.map(({ age }) => age.to).filter(Number.isFinite));
  const lastEnd = ends.size === 0 ? unknown : Math.max(...ends);
  const hasNotDue = found.some(({ age }) => age.isNotDue);
  // Nobody knows where what is older begins, if it is not said where the others end.
  const areUnknown = found.some(({ age }) => Number.isNaN(age.to));
  return found.map(({ age: { isNotDue, from, to, isInDays }, column, header }) => {
    if (!isInDays) return { column, header, isNotDue, fromDay: unknown, toDay: unknown };
    if (to === everLater && Number.isNaN(from)) {
      return { column, header, isNotDue, fromDay: areUnknown ? unknown : lastEnd + 1, toDay: to };
    }
    const isShared = from > 0 && ends.has(from);
    const isFirst = !isNotDue && from === 0 && hasNotDue;
    return { column, header, isNotDue, fromDay: isShared || isFirst ? from + 1 : from, toDay: to };
  });
}

function basisOf(
  headers: readonly string[],
  columns: readonly AgeingColumn[],
  rows: readonly Row[],
  exposure: number | undefined,
): AgeingBasis {
  const isByDue = columns.some(({ isNotDue }) => isNotDue) || headers.some(text => pastDueWords.test(text));
  if (isByDue) return 'dueDate';
  const beginsOverdue = columns.some(({ fromDay }) => fromDay === 1);
  return beginsOverdue && exposure !== undefined && haveMore(rows, columns, exposure)
    ? 'dueDate'
    : 'invoiceDate';
}

/** Balances that are never less than their ages, and mostly more: the rest is not due. */
function haveMore(rows: readonly Row[], columns: readonly AgeingColumn[], exposure: number): boolean {
  const rests = rows
    .filter(row => !isBlankCell(row[exposure]))
    .map(
      row => readAmount(row[exposure]) - columns.reduce((sum, { column }) => sum + amountAt(row, column), 0),
    )
    .filter(rest => !Number.isNaN(rest));
  const more = rests.filter(rest => rest > halfCent);
  return rests.every(rest => rest > -halfCent) && more.length * 2 > rests.length;
}

/** Leave out the columns of ages, which mean no field. */
export const withoutAges = (
  columns: readonly ColumnMapping[],
  ageing: AgeingColumns | null,
): readonly ColumnMapping[] =>
  ageing === null
    ? columns
    : columns.filter(mapping => ageing.columns.every(({ column }) => column !== mapping.column));
