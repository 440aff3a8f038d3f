/**
 * The breach rules as native conditional-format formulas. Excel does not run add-in functions inside conditional
 * formats, and a colleague without the add-in must see the same, so each rule is said again in Excel's own functions over
 * the user's columns, with thresholds taken from the policy's cells by name. `risk/scoring/breaches` is the measure: a
 * test holds both against each other on the sample ledger.
 */
import type { Field, Recognition } from '../../risk/ledger/ledger';
import { columnsInLargerUnits } from '../../risk/ledger/recognition/moneyUnit';
import { type BreachRule, type BreachRuleId, inEveryLanguage } from '../../risk/policy/policy';
import { asOfName, namePrefix } from '../names';
import {
  customerExposure,
  customerOpenCount,
  customerPastDue,
  customerPastDueCount,
  type DataColumns,
  lastInvoiceDay,
  listedExposures,
  owesMoreThan,
  rowContractEnd,
  rowIncluded,
  rowLimit,
  rowPastDue,
} from './ledgerFormula';

/** The columns that Tiercel wrote beside the data: cells of the first data row, such as `$J2`. */
export interface WrittenColumns {
  readonly score: string;
  readonly breaches: string;
}

export interface RuleFormula {
  readonly rule: BreachRule;
  readonly formula: string;
  /** The columns whose cells take the colour. */
  readonly fields: readonly Field[];
}

/** The parts of a rule's condition, or null when the sheet has no column for it. */
type Condition = readonly string[] | null;

const policyName = (rule: BreachRuleId, part: 'On' | 'Threshold' | 'MinimumAmount' | 'MinimumCount') =>
  `${namePrefix}${rule}_${part}`;

const all = (...parts: readonly (string | null)[]): Condition =>
  parts.every(part => part !== null) ? parts : null;

const compare = (left: string | null, operator: '>' | '<' | '>=' | '<=', right: string | null) =>
  left !== null && right !== null ? `${left}${operator}${right}` : null;

const dividedBy = (value: string | null, divisor: string | null) =>
  value !== null && divisor !== null ? `${value}/${divisor}` : null;

const isPositive = (value: string | null) => compare(value, '>', '0');

const isNumber = (cell: string | null) => cell && `ISNUMBER(${cell})`;

/** Exposure over limit × threshold, and exposure without a limit: said the same way over a ledger's sums and a list's cells. */
const limitConditions = (exposure: string | null, limit: string | null) => ({
  overLimit: all(
    isNumber(limit),
    isPositive(limit),
    compare(exposure, '>', limit && `${limit}*${policyName('overLimit', 'Threshold')}`),
  ),
  noLimit: all(limit && `N(${limit})<=0`, compare(exposure, '>', policyName('noLimit', 'Threshold'))),
  utilization: all(
    isNumber(limit),
    isPositive(limit),
    compare(dividedBy(exposure, limit), '>', policyName('utilization', 'Threshold')),
  ),
});

/** A contract that ended or ends within the policy's days, with something owed. */
const contractCondition = (contractEnd: string | null, exposure: string | null) =>
  all(
    isPositive(contractEnd),
    compare(contractEnd, '<=', `${asOfName}+${policyName('contractEnding', 'Threshold')}`),
    isPositive(exposure),
  );

const ledgerConditions: Readonly<Partial<Record<BreachRuleId, (columns: DataColumns) => Condition>>> = {
  overLimit: columns => limitConditions(customerExposure(columns), rowLimit(columns)).overLimit,
  noLimit: columns => limitConditions(customerExposure(columns), rowLimit(columns)).noLimit,
  utilization: columns => limitConditions(customerExposure(columns), rowLimit(columns)).utilization,
  overdueShare: columns =>
    all(
      isPositive(customerExposure(columns)),
      compare(
        dividedBy(customerPastDue(columns, '0'), customerExposure(columns)),
        '>',
        policyName('overdueShare', 'Threshold'),
      ),
    ),
  agedAmount: columns => all(rowPastDue(columns, policyName('agedAmount', 'Threshold'))),
  exposureShare: columns => all(owesMoreThan(columns, policyName('exposureShare', 'Threshold'))),
  contractEnding: columns => contractCondition(rowContractEnd(columns), customerExposure(columns)),
  noOrders: columns =>
    all(
      isPositive(lastInvoiceDay(columns)),
      compare(lastInvoiceDay(columns), '<', `${asOfName}-${policyName('noOrders', 'Threshold')}`),
    ),
};

const listConditions: Readonly<Partial<Record<BreachRuleId, (columns: DataColumns) => Condition>>> = {
  overLimit: ({ cell }) => limitConditions(cell('exposure'), cell('creditLimit')).overLimit,
  noLimit: ({ cell }) => limitConditions(cell('exposure'), cell('creditLimit')).noLimit,
  utilization: ({ cell }) => limitConditions(cell('exposure'), cell('creditLimit')).utilization,
  overdueShare: ({ cell }) => {
    const share = cell('overdueShare') ?? dividedBy(cell('overdue'), cell('exposure'));
    return all(compare(share, '>', policyName('overdueShare', 'Threshold')));
  },
  exposureShare: columns =>
    all(
      isPositive(columns.cell('exposure')),
      compare(
        dividedBy(columns.cell('exposure'), listedExposures(columns)),
        '>',
        policyName('exposureShare', 'Threshold'),
      ),
    ),
  dsoOverTerms: ({ cell }) =>
    all(
      isNumber(cell('dso')),
      isNumber(cell('termsDays')),
      compare(
        cell('dso'),
        '>',
        cell('termsDays') && `${cell('termsDays')}+${policyName('dsoOverTerms', 'Threshold')}`,
      ),
    ),
  delayRate: ({ cell }) =>
    all(isNumber(cell('delayRate')), compare(cell('delayRate'), '>', policyName('delayRate', 'Threshold'))),
  contractEnding: ({ cell }) => contractCondition(cell('contractEnd'), cell('exposure')),
};

/** What a rule's minimum amount and count are compared with; null where the sheet does not tell (then they silence nothing). */
interface Measured {
  readonly amount: string | null;
  readonly count: string | null;
}

function ledgerMeasured(rule: BreachRuleId, columns: DataColumns): Measured {
  if (rule === 'agedAmount') {
    const days = policyName('agedAmount', 'Threshold');
    return { amount: customerPastDue(columns, days), count: customerPastDueCount(columns, days) };
  }
  const amount = rule === 'overdueShare' ? customerPastDue(columns, '0') : customerExposure(columns);
  return { amount, count: customerOpenCount(columns) };
}

function listMeasured(rule: BreachRuleId, { cell }: DataColumns): Measured {
  const overdue =
    cell('overdue') ??
    (cell('overdueShare') && cell('exposure') && `${cell('overdueShare')}*${cell('exposure')}`);
  return { amount: rule === 'overdueShare' ? overdue : cell('exposure'), count: null };
}

/** The minimums of the policy, passed over without counting while they are 0. */
function minimums(rule: BreachRuleId, { amount, count }: Measured): string[] {
  const atLeast = (value: string, part: 'MinimumAmount' | 'MinimumCount') =>
    `IF(${policyName(rule, part)}<=0,TRUE,${value}>=${policyName(rule, part)})`;
  return [
    ...(amount ? [atLeast(amount, 'MinimumAmount')] : []),
    ...(count ? [atLeast(count, 'MinimumCount')] : []),
  ];
}

/** The cells that show a rule: the customer, and what the rule measures where the sheet has it. */
const markedFields: Readonly<Partial<Record<BreachRuleId, readonly Field[]>>> = {
  overLimit: ['customer', 'creditLimit'],
  noLimit: ['customer', 'creditLimit'],
  utilization: ['creditLimit'],
  agedAmount: ['dueDate', 'amount', 'openAmount'],
  exposureShare: ['customer', 'exposure'],
  overdueShare: ['customer', 'overdue', 'overdueShare'],
  dsoOverTerms: ['dso'],
  delayRate: ['delayRate'],
  contractEnding: ['contractEnd'],
  longTerms: ['termsDays'],
  reviewOverdue: ['customer', 'lastReview'],
  guaranteeMissing: ['customer', 'guarantee'],
};

/** What shows a rule where no column that it measures is there: the customer, or on an account of one customer its entries. */
const ownFields: readonly Field[] = ['customer', 'document', 'invoiceDate', 'amount', 'debit'];

/**
 * Rules that only the score or the tier decides (low score, long terms, review overdue, guarantee missing, missing data), that need snapshots
 * (score fell) or that native functions cannot count (unusual orders): they read the columns Tiercel wrote.
 */
function writtenCondition(rule: BreachRule, written: WrittenColumns | null): Condition {
  if (!written) return null;
  if (rule.id === 'lowScore') {
    return all(
      `ISNUMBER(${written.score})`,
      compare(written.score, '<', policyName('lowScore', 'Threshold')),
    );
  }
  const found = inEveryLanguage(rule.name).map(
    name => `ISNUMBER(SEARCH("${name.replaceAll('"', '""')}",${written.breaches}))`,
  );
  return all(`OR(${found.join(',')})`);
}

/**
 * Say one rule as a native formula for the first data row, or tell that the sheet has nothing to say it with.
 *
 * @returns `noColumn` when a column is missing that would make it live, `needsScore` when writing Score, Tier and Breaches would: always
 *   where rows settle other rows or are converted, which no native formula follows.
 */
export function ruleFormula(
  rule: BreachRule,
  recognition: Recognition,
  columns: DataColumns,
  written: WrittenColumns | null,
): RuleFormula | 'noColumn' | 'needsScore' {
  const conditions = recognition.kind === 'ledger' ? ledgerConditions : listConditions;
  const condition = conditions[rule.id]?.(columns) ?? null;
  const isCountedAsWritten = columnsInLargerUnits(recognition).length === 0;
  const live = condition && isCountedAsWritten ? liveFormula(rule, recognition, columns, condition) : null;
  const told = writtenCondition(rule, written);
  // A breach that was read from the written column has passed its minimums already, and has a customer, be it named in another row.
  const formula = live ?? (told && formulaOf(rule, told));
  if (!formula) {
    // What the engine took from a joined list can be written, where no formula can look it up.
    const canBeWritten = columns.needsEngine || columns.joined !== undefined;
    const lacksColumn = rule.id in conditions && !condition && !canBeWritten;
    return lacksColumn ? 'noColumn' : 'needsScore';
  }

  const isThere = (field: Field) => columns.cell(field) !== null;
  const marked = (markedFields[rule.id] ?? ['customer']).filter(isThere);
  const instead = ownFields.filter(isThere).slice(0, 1);
  return { rule, formula, fields: marked.length > 0 ? marked : instead };
}

/** Excel takes no longer formula. Many words for dispute or exclusion on one sheet can make one. */
const longestFormula = 8192;

function liveFormula(
  rule: BreachRule,
  recognition: Recognition,
  columns: DataColumns,
  condition: readonly string[],
): string | null {
  const measured = recognition.kind === 'ledger' ? ledgerMeasured : listMeasured;
  const customer = columns.cell('customer');
  const formula = formulaOf(rule, [
    ...(customer ? [`${customer}<>""`] : []),
    ...rowIncluded(columns),
    ...condition,
    ...minimums(rule.id, measured(rule.id, columns)),
  ]);
  return formula.length > longestFormula ? null : formula;
}

function formulaOf(rule: BreachRule, tests: readonly string[]): string {
  const parts = [policyName(rule.id, 'On'), ...tests];
  // IF stops at the first test that fails; AND would work out every sum for rows that are not even overdue.
  return `=${parts.reduceRight((rest, part) => (rest === '' ? part : `IF(${part},${rest},FALSE)`), '')}`;
}
