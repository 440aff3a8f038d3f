import type { ColumnMapping, LedgerField } from '../ledger';
import type { ColumnProfile } from './columnProfile';

/** A column no header explains. */
export interface UnnamedColumn {
  readonly column: number;
  readonly header: string;
  readonly profile: ColumnProfile;
}

/** Content alone is a guess: enough to propose, never enough to look certain. */
export const guessed = 0.4;

/**
 * Propose the fields a ledger cannot do without from content alone: customer from repeated text, the amount from the numbers with most
 * variety, invoice and due date from the date columns in their order on the sheet (issued left of due). All with confidence 0.4.
 *
 * @param missing which of customer, amount, dueDate no header explained
 */
export function guessByContent(
  columns: readonly UnnamedColumn[],
  missing: ReadonlySet<string>,
): ColumnMapping[] {
  const guesses: ColumnMapping[] = [];
  const propose = (field: LedgerField, found: UnnamedColumn | undefined) => {
    if (found) guesses.push({ field, column: found.column, header: found.header, confidence: guessed });
  };
  const dates = columns.filter(({ profile }) => looksLikeDates(profile));
  if (missing.has('dueDate')) {
    propose('invoiceDate', dates[0]);
    propose('dueDate', dates[1]);
  }
  if (missing.has('amount')) {
    propose(
      'amount',
      mostVaried(columns.filter(column => !dates.includes(column) && looksLikeMoney(column.profile))),
    );
  }
  if (missing.has('customer')) {
    const texts = columns.filter(
      ({ header, profile }) => looksLikeNames(profile) && !wordsOfEntries.test(header),
    );
    const names = texts.filter(({ header }) => !wordsOfSellers.test(header));
    propose('customer', mostVaried(names.length > 0 ? names : texts));
  }
  return guesses;
}

/** What an entry is about, or which of our accounts it is on. */
const wordsOfEntries =
  /^(?:particulars|descriptions?|memo|narrations?|narrative|details|text|remarks?|comments?|notes?|split|account|摘要|说明|說明|备注|備註|摘要文|摘要欄|適要|적요|비고)$/i;

/** What was sold, and who of us sold or wrote it: taken for customers only where nothing else can be, as who builds may list sites. */
const wordsOfSellers =
  /^(?:(?:business |operating )?units?|departments?|dept\.?|divisions?|branch|offices?|teams?|locations?|sites?|warehouses?|stores?|cost cent(?:er|re)s?|profit cent(?:er|re)s?|projects?|jobs?|class(?:es)?|products?|items?|materials?|goods|services?|models?|brands?|uom|carrier|incoterms|channels?|segments?|(?:created|entered|changed|approved|posted) by|batch|source|.*部门|.*部門|事业部|分公司|仓库|倉庫|(?:项目|工程|合同)(?:名称)?|(?:产品|商品|货品|物料|存货|服务)(?:名称)?|品名|品牌|规格(?:型号)?|型号|单位|渠道|制单人?|审核人?|经办人?|录入人?|操作员|创建人|开票人|收款人)$/i;

const looksLikeDates = ({ filledCount, dateShare }: ColumnProfile): boolean =>
  filledCount > 0 && dateShare >= 0.9;

const looksLikeMoney = ({ filledCount, numberShare, flagShare, textDateShare }: ColumnProfile): boolean =>
  filledCount > 0 && numberShare >= 0.9 && flagShare < 0.9 && textDateShare === 0;

const looksLikeNames = ({
  filledCount,
  textShare,
  distinctShare,
  distinctCount,
  flagShare,
  longest,
}: ColumnProfile): boolean =>
  filledCount > 2 &&
  textShare >= 0.9 &&
  flagShare < 0.5 &&
  longest > 3 &&
  distinctCount > 1 &&
  distinctShare < 0.9;

function mostVaried(columns: readonly UnnamedColumn[]): UnnamedColumn | undefined {
  return [...columns].sort(
    (one, other) =>
      one.profile.wholeShare - other.profile.wholeShare ||
      other.profile.distinctCount - one.profile.distinctCount,
  )[0];
}
