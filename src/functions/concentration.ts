import { tableWord } from '../i18n/figures/bucketLabels';
import { currentLanguage } from '../i18n/language';
import {
  type ConcentrationMeasure,
  concentrationMeasures,
  concentrationTable,
  effectiveCount,
  gini,
  herfindahlIndex,
  topShare,
} from '../risk/metrics/formulas/concentration';
import { fail } from '../risk/problem';
import { isOmitted, requireSameRows } from './argument';
import { readOption } from './choiceArgument';
import { refuseClosingTotal } from './closingTotal';
import { type Place, placeIn } from './columnArgument';
import { readCustomers } from './customerArgument';
import { listColumns } from './listArguments';
import { readCount, readExactAmounts } from './numberArgument';
import { answer, answerNumber, spill } from './respond';
import { refuseTotal } from './totalAmongCustomers';

/**
 * Measure how much of the receivables a few customers owe.
 *
 * Amounts are netted per customer first; customers in credit have no share. The table has no header row; its customers in
 * credit come last. A row of totals among the customers is refused: it would count twice.
 *
 * @customfunction CONCENTRATION CONCENTRATION
 * @param amounts Amount of each row.
 * @param customers Customer of each row; without it every row is a customer of its own.
 * @param measure "top" (default), "hhi", "effective", "gini" or "table".
 * @param n How many of the largest: 1 for "top", all for "table".
 * @returns One value, or the table of customer, amount, share and cumulative share.
 * @example =TIERCEL.CONCENTRATION(E2:E500, A2:A500, "top", 5) //=> 0.41
 * @formula share = balance / Σ balances, of balances above 0
 * @formula "top" = Σ of the n largest shares
 * @formula "hhi" = Σ (100 × share)²
 * @formula "effective" = 10,000 / HHI
 * @formula "gini" = Σ (2i − N − 1) × balance i / (N × Σ balances), the N balances in ascending order
 * @source Herfindahl–Hirschman index as in Investopedia, Herfindahl-Hirschman Index (HHI)
 * @source Gini coefficient as half the relative mean difference
 * @term 客户集中度
 */
export function concentration(
  amounts: unknown[][],
  customers?: unknown[][],
  measure?: unknown,
  n?: unknown,
): unknown[][] {
  const chosen = readOption(measure, 'measure', concentrationMeasures);
  const count = readCount(n, 'n');
  const { columns } = listColumns({ amounts: ['number', amounts], customers: ['name', customers] });
  const owed = isOmitted(customers)
    ? owedByRow(columns.amounts)
    : owedByCustomer(columns.amounts, columns.customers, chosen);

  switch (chosen) {
    case 'top':
      return [[answerNumber(topShare(owed.amounts, count ?? 1))]];
    case 'hhi':
      return [[answerNumber(herfindahlIndex(owed.amounts))]];
    case 'effective':
      return [[answerNumber(effectiveCount(owed.amounts))]];
    case 'gini':
      return [[answerNumber(gini(owed.amounts))]];
    case 'table': {
      const { index, share, cumulativeShare } = answer(concentrationTable(owed.amounts, owed.tieBreakers));
      const rows = Array.from(index, (position, row) => [
        owed.labels[position],
        owed.amounts[position],
        share[row],
        cumulativeShare[row],
      ]);
      return spill(count === null ? rows : rows.slice(0, count));
    }
  }
}

/** What each customer owes, with what the table calls it. */
interface Owed {
  readonly amounts: readonly number[];
  readonly labels: readonly (string | number)[];
  /** Decides among equal amounts; the same for all where only the order of rows is left. */
  readonly tieBreakers: readonly string[];
}

function owedByRow(argument: unknown): Owed {
  const { units, scale } = readExactAmounts(argument, 'amounts');
  refuseClosingTotal({ units, scale }, placeOf(argument));
  const rows = Array.from(units.keys()).filter(row => units[row] !== 0);
  return {
    amounts: rows.map(row => units[row] / scale),
    labels: rows.map(row => row + 1),
    tieBreakers: rows.map(() => ''),
  };
}

function owedByCustomer(argument: unknown, customers: unknown, measure: ConcentrationMeasure): Owed {
  const { units, scale } = readExactAmounts(argument, 'amounts');
  const named = readCustomers(customers);
  const { code, names, nobody } = named;
  requireSameRows('customers', code.length, 'amounts', units.length);
  refuseTotal(customers, { customers: named, units });
  const isSomebodys = (row: number) => code[row] !== nobody;
  refuseClosingTotal({ units, scale }, placeOf(argument), isSomebodys);
  if (measure !== 'table') requireNamed(units, code, nobody, placeIn(customers));

  const sums = new Float64Array(names.length);
  const hasAmount = new Uint8Array(names.length);
  units.forEach((amount, row) => {
    sums[code[row]] += amount;
    if (amount !== 0) hasAmount[code[row]] = 1;
  });
  const listed = Array.from(names.keys()).filter(known => hasAmount[known] === 1);
  return {
    amounts: listed.map(known => sums[known] / scale),
    labels: listed.map(known => names[known] || tableWord('nobody', currentLanguage())),
    tieBreakers: listed.map(known => names[known]),
  };
}

/** A single figure cannot list an amount that belongs to nobody (often a total row that was selected too): refuse it. */
function requireNamed(units: Float64Array, code: Int32Array, nobody: number, place: Place): void {
  const unnamed = units.findIndex((amount, row) => amount !== 0 && code[row] === nobody);
  if (unnamed < 0) return;
  answer(fail('value', 'customerMissing', { argument: 'customers', [place]: unnamed + 1 }));
}

const placeOf = (amounts: unknown) =>
  ({ argument: 'amounts', place: placeIn(amounts), message: 'totalAmongAmounts' }) as const;
