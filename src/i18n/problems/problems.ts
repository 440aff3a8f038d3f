/** What formulas and pane say about a problem: what is wrong, where, and what to do. */
import type { Bilingual } from '../../risk/policy/policy';
import type { Problem, ProblemDetail, ProblemKey } from '../../risk/problem';
import { argumentNames } from '../functions/functionHelp';
import type { Language } from '../language';

/** `{place}` is the argument and row, or the section, row and column of the policy; the others are details of the problem. */
export const problemTexts: Readonly<Record<ProblemKey, Bilingual>> = {
  argumentMissing: {
    en: '{place}: nothing is given. Enter a value or refer to a cell that has one.',
    zh: '{place}：没有内容。请填入数值，或引用有内容的单元格。',
  },
  argumentEmpty: {
    en: '{place}: all cells are empty. Check that the range is the right one.',
    zh: '{place}：所有单元格均为空。请检查所选区域。',
  },
  argumentNotNumber: {
    en: '{place}: “{value}” is not a number. Enter a number there, or leave the header out of the range.',
    zh: '{place}：“{value}”不是数字。请填入数字；如选中了标题行，请将其排除。',
  },
  argumentTooLarge: {
    en: '{place}: {value} is too large a number to calculate with. Check the cell.',
    zh: '{place}：{value} 数值过大，无法计算。请检查该单元格。',
  },
  argumentNotDate: {
    en: '{place}: “{value}” is not a date. Enter a date there, or leave the header out of the range.',
    zh: '{place}：“{value}”不是日期。请填入日期；如选中了标题行，请将其排除。',
  },
  paymentNotDate: {
    en: '{place}: “{value}” is not a date. Enter the day of payment (an empty cell means not paid), or leave the header out of the range.',
    zh: '{place}：“{value}”不是日期。请填入付款日期（空单元格表示未付款）；如选中了标题行，请将其排除。',
  },
  argumentNotDates: {
    en: '{place}: these are hardly dates, the first is {value}. Check that dates and amounts are not in each other’s place, and as_of.',
    zh: '{place}：这些数值不像日期，第一个是 {value}。请检查日期与金额是否选反，以及截止日期是否正确。',
  },
  dueBeforeInvoices: {
    en: '{place}: all are before their invoice dates. Check that the two are not in each other’s place.',
    zh: '{place}：均早于各自的开票日期。请检查两列是否选反。',
  },
  argumentMarkAmbiguous: {
    en: '{place}: “{value}” is text, and whether its point groups thousands cannot be told. Enter it as a number.',
    zh: '{place}：“{value}”是文本，无法判断其中的点是小数点还是千位分隔符。请改为数值输入。',
  },
  argumentDateAmbiguous: {
    en: '{place}: “{value}” is text, and day and month cannot be told apart. Enter it as a date.',
    zh: '{place}：“{value}”是文本，无法区分日和月。请改为日期格式输入。',
  },
  argumentNegative: {
    en: '{place}: {value} is below 0, which has no meaning here. Check the sign.',
    zh: '{place}：{value} 小于 0，在此没有意义。请检查正负号。',
  },
  argumentNotWhole: {
    en: '{place}: {value} is not a whole number of 1 or more. Enter one, such as 3.',
    zh: '{place}：{value} 不是大于等于 1 的整数。请填入整数，例如 3。',
  },
  argumentErrorCell: {
    en: '{place}: the cell holds the error {value}. Correct it there.',
    zh: '{place}：该单元格含有错误值 {value}。请先更正该单元格。',
  },
  argumentUnknownOption: {
    en: '{place}: “{value}” is not known here. Enter one of {options}.',
    zh: '{place}：“{value}”无效。请改填其中之一：{options}。',
  },
  argumentsDifferInRows: {
    en: '{place} and {other} differ in cells: {rows} and {otherRows}. Select the same rows for both.',
    zh: '{place}与{other}的单元格数不同：{rows} 和 {otherRows}。请选择相同的行。',
  },
  argumentsDifferInColumns: {
    en: '{place} and {other} differ in columns: {columns} and {otherColumns}. Select the same columns for both.',
    zh: '{place}与{other}的列数不同：{columns} 和 {otherColumns}。请选择相同的列。',
  },
  argumentNotOneColumn: {
    en: '{place}: {columns} columns are given. Select one column or one row.',
    zh: '{place}：选了 {columns} 列。请只选一列或一行。',
  },
  argumentNotOneCell: {
    en: '{place}: {cells} cells are given. Select one.',
    zh: '{place}：选了 {cells} 个单元格。请只选一个。',
  },
  customerMissing: {
    en: '{place}: the cell is empty but its row has an amount. Fill in the customer, or leave total rows out of the ranges.',
    zh: '{place}：单元格为空，但该行有金额。请填写客户；如选中了合计行，请将其排除。',
  },
  totalAmongCustomers: {
    en: '{place}: “{value}” is a total, and what it adds up would count twice. Leave its row out of the ranges.',
    zh: '{place}：“{value}”是合计行，其金额会被重复计算。请将该行排除在所选区域之外。',
  },
  totalAmongAmounts: {
    en: '{place}: {value} is the sum of all before it, and a total would count twice. Leave it out of the range. If it is no total, give its customer.',
    zh: '{place}：{value} 等于其前各项之和，合计会被重复计算。请将其排除在所选区域之外；如不是合计，请给出其客户。',
  },
  totalAmongParts: {
    en: '{place}: {value} is the sum of all before it, and a total would count twice. Leave it out of the range. If it is no total, write SUM( ) around the range.',
    zh: '{place}：{value} 等于其前各项之和，合计会被重复计算。请将其排除在所选区域之外；如不是合计，请用 SUM( ) 将该区域求和。',
  },
  totalAmongPeriods: {
    en: '{place}: {value} is the sum of all before it, and a total would count twice. Leave it out of the range. If it is a period, give the days of each period.',
    zh: '{place}：{value} 等于其前各项之和，合计会被重复计算。请将其排除在所选区域之外；如是其中一期，请给出每期天数。',
  },
  totalAmongBalances: {
    en: '{place}: {value} is the sum of all before it, and a total would count twice. Leave it out of the range. If it is no total, give the last balance alone, or AVERAGE( ) of the range.',
    zh: '{place}：{value} 等于其前各项之和，合计会被重复计算。请将其排除在所选区域之外；如不是合计，请只给最后一个余额，或该区域的 AVERAGE( )。',
  },
  totalAmongBuckets: {
    en: '{place}: the last bucket is the sum of the others, and a total would count twice. Leave it out of both ranges. If it is a bucket, put it first in both.',
    zh: '{place}：最后一个区间等于其他各区间之和，合计会被重复计算。请将其排除在两个区域之外；如确是一个区间，请在两个区域中移到最前。',
  },
  customerNotFound: {
    en: '{place}: the ledger has no customer {value}. Write the name as in the ledger.',
    zh: '{place}：应收明细中没有客户 {value}。请按应收明细中的名称填写。',
  },
  resultTooLarge: {
    en: 'The result is too large a number to show. Check the numbers it is calculated from.',
    zh: '结果数值过大，无法显示。请检查参与计算的数值。',
  },
  daysNotPositive: {
    en: '{place}: {value} is not a number of days above 0. Enter one, such as 30.',
    zh: '{place}：{value} 不是大于 0 的天数。请填入天数，例如 30。',
  },
  daysPerPeriodMissing: {
    en: '{place}: “countback” needs the days of each period. Enter them, such as 30 for months.',
    zh: '{place}：使用“倒推”时须给出每期天数。请填写，例如按月为 30。',
  },
  daysOfAllPeriods: {
    en: '{place}: {value} counts for each of the {cells} periods. Give the days of one, such as 30 for months; for years, a number for each.',
    zh: '{place}：{value} 会用于 {cells} 期中的每一期。请填一期的天数，例如按月为 30；按年时请每期填一个数。',
  },
  argumentIsDay: {
    en: '{place}: {value} is likely a date; a number that counts days or periods is wanted. Check the order of the arguments.',
    zh: '{place}：{value} 很可能是日期，此处应填天数或期数。请检查参数的顺序。',
  },
  bucketBoundsNotAscending: {
    en: '{place}: {value} is out of order. Give the last day of each bucket as whole days, ascending, such as 30, 60, 90.',
    zh: '{place}：{value} 的顺序不对。请按升序给出各区间的最后一天（整数），例如 30、60、90。',
  },
  monthBoundsNotAscending: {
    en: '{place}: {value} is out of order. Give the months at which each bucket ends, whole and ascending, such as 12, 24, 36.',
    zh: '{place}：{value} 的顺序不对。请按升序给出各区间的最后月数（整数），例如 12、24、36。',
  },
  nothingToShare: {
    en: '{place}: nothing is above 0, so nobody has a share. Check that the range is the right one.',
    zh: '{place}：没有大于 0 的金额，无法计算占比。请检查所选区域。',
  },
  salesZero: {
    en: '{place} are 0, and nothing can be divided by them. Check that the range is the right one.',
    zh: '{place}为 0，不能作除数。请检查所选区域。',
  },
  receivablesZero: {
    en: '{place} are 0, and nothing can be divided by them. Check that the range is the right one.',
    zh: '{place}为 0，不能作除数。请检查所选区域。',
  },
  receivablesExceedSales: {
    en: 'The receivables exceed all sales given by {value}. Give sales of earlier periods as well.',
    zh: '应收账款超出所给的全部销售额 {value}。请补充更早期间的销售额。',
  },
  policyRowUnreadable: {
    en: '{place}: the row cannot be read. Complete it, or delete it.',
    zh: '{place}：该行无法读取。请补充完整或删除该行。',
  },
  policyWeightsZero: {
    en: '{place}: all weights are 0. Give at least one factor a weight.',
    zh: '{place}：所有权重均为 0。请至少给一个因素设置权重。',
  },
  policyTiersOverlap: {
    en: '{place}: the tier does not begin below the one above it. Order tiers from the highest score down.',
    zh: '{place}：该等级的最低评分不低于上一等级。请按评分从高到低排列等级。',
  },
  policySectionMissing: {
    en: '{place}: the table is not there. Select it with its header row, or create the policy sheet again.',
    zh: '{place}：找不到该表。请连同标题行一起选择，或重新创建政策表。',
  },
  policyColumnMissing: {
    en: '{place}: no column has this header. Put the header back above its column.',
    zh: '{place}：没有该标题的列。请在该列上方恢复标题。',
  },
  policySettingMissing: {
    en: '{place}: the setting is not there. Put the row back.',
    zh: '{place}：缺少该设置。请恢复该行。',
  },
  policyValueUnreadable: {
    en: '{place}: “{value}” cannot be read. Enter a value of the kind the other rows have.',
    zh: '{place}：“{value}”无法读取。请按其他行的格式填写。',
  },
  policyTextValue: {
    en: '{place}: “{value}” is text, which highlights on the sheet do not read as a value. Enter it as a value.',
    zh: '{place}：“{value}”是文本，工作表中的突出显示无法将其读作数值。请改为数值输入。',
  },
  policyDateUnreadable: {
    en: '{place}: “{value}” is not a date. Enter it as a date, or clear the cell.',
    zh: '{place}：“{value}”不是日期。请输入日期，或清空该单元格。',
  },
  policyValueOutOfBounds: {
    en: '{place}: {value} is outside {lowest} to {highest}. Enter a number within.',
    zh: '{place}：{value} 不在 {lowest} 至 {highest} 的范围内。请填入该范围内的数值。',
  },
  policyWeightNegative: {
    en: '{place}: a weight of {value} is below 0. Use 0 to switch a factor off.',
    zh: '{place}：权重 {value} 小于 0。如不使用该因素，请填 0。',
  },
  policyBestEqualsWorst: {
    en: '{place}: best and worst value are both {value}, so no points can be graded between them. Change one of them.',
    zh: '{place}：满分值与零分值均为 {value}，无法在两者之间计分。请修改其中一个。',
  },
  policyBucketsNotAscending: {
    en: '{place}: {value} is not above the bucket before it. Order buckets by their last day.',
    zh: '{place}：{value} 不大于上一区间。请按最后一天升序排列账龄区间。',
  },
  policyLastBucketNotOpen: {
    en: '{place}: the last bucket ends at day {value}. Clear its last day, so that it holds everything older.',
    zh: '{place}：最后一个区间止于第 {value} 天。请清空其上限，使更久的逾期也归入该区间。',
  },
  policyLastTierNotZero: {
    en: '{place}: the last tier begins at {value}. Let it begin at 0, so that every score has a tier.',
    zh: '{place}：最后一个等级从 {value} 开始。请改为 0，使每个评分都有等级。',
  },
  policyScoreAsShare: {
    en: '{place}: {value} is below 1, but scores go from 0 to 100. Write {hundredfold} where you mean {hundredfold}%.',
    zh: '{place}：{value} 小于 1，而评分为 0 至 100。如为 {hundredfold}%，请填写 {hundredfold}。',
  },
  policyShareTooLarge: {
    en: '{place}: {value} is {hundredfold}%, which nothing reaches. Write {value}% or {hundredth} where you mean {value}%.',
    zh: '{place}：{value} 即 {hundredfold}%，不可能达到。如为 {value}%，请填写 {value}% 或 {hundredth}。',
  },
  policyNamedTwice: {
    en: '{place}: “{value}” is there twice. Delete one of them.',
    zh: '{place}：“{value}”出现两次。请删除其中一个。',
  },
  policyStepsNotAscending: {
    en: '{place}: day {value} is not after the step before it. Order steps by their first day.',
    zh: '{place}：第 {value} 天不晚于上一步骤。请按起始天数升序排列步骤。',
  },
  policyMonthsNotAscending: {
    en: '{place}: {value} is not above the bucket before it. Order buckets by their months.',
    zh: '{place}：{value} 不大于上一区间。请按月数升序排列账龄区间。',
  },
  policyLastMonthsNotOpen: {
    en: '{place}: the last bucket ends at {value} months. Clear its months, so that it holds everything older.',
    zh: '{place}：最后一个区间止于 {value} 个月。请清空其上限，使更久的账龄也归入该区间。',
  },
  policyTierUnknown: {
    en: '{place}: “{value}” is not a tier of the policy. Use one of {options}.',
    zh: '{place}：“{value}”不是政策中的等级。请使用其中之一：{options}。',
  },
  policyRateNotPositive: {
    en: '{place}: a rate of {value} is not above 0. Delete the row of a currency that is not converted.',
    zh: '{place}：汇率 {value} 不大于 0。不需折算的币种请删除该行。',
  },
  fileNotPolicy: {
    en: 'This is not a policy that Tiercel exported. Choose the .json file of a policy.',
    zh: '该文件不是 Tiercel 导出的政策。请选择政策的 .json 文件。',
  },
  filePolicyNewer: {
    en: 'This policy was exported by a newer Tiercel (version {value}). Update the add-in first.',
    zh: '该政策由更新版本的 Tiercel 导出（版本 {value}）。请先更新加载项。',
  },
  factorNotInPolicy: {
    en: '{place}: “{value}” is not a factor of the policy. Use one of {options}.',
    zh: '{place}：“{value}”不是政策中的评分因素。请使用其中之一：{options}。',
  },
  notAScore: {
    en: '{place}: {value} is not a score from 0 to 100. Check that the range holds scores.',
    zh: '{place}：{value} 不是 0 至 100 的评分。请检查所选区域是否为评分。',
  },
  scoreIsShare: {
    en: '{place}: {value} is a share, but scores go from 0 to 100. Multiply by 100.',
    zh: '{place}：{value} 是比例，而评分为 0 至 100。请乘以 100。',
  },
  factorGivenTwice: {
    en: '{place}: “{value}” is there twice. Give each factor one column.',
    zh: '{place}：“{value}”出现两次。每个因素请只保留一列。',
  },
  noFactorHasData: {
    en: '{place}: no factor with a weight has data, so there is no score. Fill in the row, or check the headers.',
    zh: '{place}：没有任何有权重的因素有数据，无法评分。请填写该行，或检查标题。',
  },
  nothingCollectable: {
    en: 'What could have been collected, begin + sales / periods − end_current, is {value}. It has to be above 0: check these figures.',
    zh: '可回收金额（期初余额 + 销售额 / 期数 − 期末未到期余额）为 {value}，必须大于 0。请检查这些数据。',
  },
  nothingDue: {
    en: '{place}: no invoice was due before that day, so there is no rate. Check the date and the ranges.',
    zh: '{place}：截至该日没有到期的发票，无法计算比率。请检查日期和所选区域。',
  },
  nothingPaid: {
    en: '{place}: no invoice was paid by that day, so there are no days to average. Check the date and the ranges.',
    zh: '{place}：截至该日没有已付款的发票，无法计算平均天数。请检查日期和所选区域。',
  },
  nobodyActive: {
    en: '{place}: no customer has a date in the previous window, so none can be lost. Check the date and the window.',
    zh: '{place}：上期没有任何客户的记录，无法计算流失率。请检查日期或回溯天数。',
  },
  customerMissingForDate: {
    en: '{place}: the cell is empty but its row has a date. Fill in the customer, or leave the row out of the ranges.',
    zh: '{place}：单元格为空，但该行有日期。请填写客户，或将该行排除在所选区域之外。',
  },
  partAboveWhole: {
    en: '{place}: {value} is more than {other}, {whole}, of which it is a part. Check that the two are not in each other’s place.',
    zh: '{place}：{value} 大于其所属的 {other}（{whole}）。请检查两个参数是否填反。',
  },
  argumentOutOfBounds: {
    en: '{place}: {value} is outside {lowest} to {highest}. Check for a missing % sign.',
    zh: '{place}：{value} 不在 {lowest} 至 {highest} 的范围内。请检查是否漏了百分号。',
  },
  balancesTooFew: {
    en: '{place}: balances stand in {rows} × {columns} cells (rows × columns). Give a row per date and a column per bucket, at least two of each.',
    zh: '{place}：有余额的共 {rows} 行 {columns} 列。请每行给一个日期、每列给一个账龄区间，至少各两个。',
  },
  balancesBesideDates: {
    en: '{place}: the first column holds dates, the first is {value}. Leave it out of the range.',
    zh: '{place}：第一列是日期，第一个是 {value}。请将该列排除在区域之外。',
  },
  balancesBesideTotals: {
    en: '{place}: the last column holds the totals of the others. Leave it out of the range.',
    zh: '{place}：最后一列是其他各列的合计。请将该列排除在区域之外。',
  },
  balancesAboveTotals: {
    en: '{place}: the last row holds the totals of those above. Leave it out of the range.',
    zh: '{place}：最后一行是上方各行的合计。请将该行排除在区域之外。',
  },
  balancesAreShares: {
    en: '{place}: each row adds up to 1, so these are shares. Give the amounts.',
    zh: '{place}：每行之和均为 1，应为占比。请给出金额。',
  },
  bucketWithoutBalance: {
    en: '{place}: the bucket never held a balance before the last date, so no rate is known for it and what rolls into it. Give earlier dates as well, or leave the bucket out.',
    zh: '{place}：该区间在最后日期之前从未有余额，该区间及滚入该区间者均无法得出损失率。请补充更早日期的余额，或不要选该区间。',
  },
  argumentZero: {
    en: '{place}: the figure is 0, and nothing can be divided by it. Check the cell.',
    zh: '{place}：数值为 0，不能作除数。请检查该单元格。',
  },
  figureMissing: {
    en: '{place}: the figure is missing, so there is no score. Fill in the cell.',
    zh: '{place}：缺少该数据，无法评分。请填写该单元格。',
  },
  noLedgerColumn: {
    en: 'The sheet has no column for {value}. Map one, or choose another sheet.',
    zh: '工作表中没有“{value}”列。请指定对应的列，或选择其他工作表。',
  },
  fieldUnknown: {
    en: '{place}: “{value}” is no column that Tiercel knows. Use the words of its pane, such as Customer, Amount, Due date.',
    zh: '{place}：“{value}”不是可识别的列。请使用任务窗格中的名称，如客户、金额、到期日。',
  },
  fieldGivenTwice: {
    en: '{place}: “{value}” is there twice. Delete one of them.',
    zh: '{place}：“{value}”出现两次。请删除其中一个。',
  },
  tableColumnMissing: {
    en: '{place}: no column has the header “{value}”. Select the whole table, with its header row.',
    zh: '{place}：没有标题为“{value}”的列。请连同标题行选择整张表。',
  },
  columnNotInData: {
    en: '{place}: “{value}” is no column of the range, which has {columns}. Give its number, 1 for the first.',
    zh: '{place}：“{value}”不是该区域的列，区域共 {columns} 列。请填列的序号，第一列为 1。',
  },
  sheetLacksFields: {
    en: '{place}: the range cannot be tiered, it lacks {value}. Begin it with its header row, or say its columns.',
    zh: '{place}：该区域无法评定，缺少{value}。请从标题行开始选择区域，或指明各列含义。',
  },
};

/** The longest value that is quoted whole. */
const longestQuote = 40;
/** As long as a list of what can be chosen is shown whole; a policy may have many factors. */
const longestChoice = 250;

/**
 * Say what is wrong in one or two sentences, with argument and row.
 *
 * @example problemText({ code: 'value', key: 'argumentErrorCell', detail: { argument: 'dueDates', row: 7, value: '#N/A' } }, 'en')
 * //=> 'due_dates, row 7: the cell holds the error #N/A. Correct it there.'
 */
export function problemText(problem: Problem, language: Language): string {
  const { key, detail } = problem;
  const words: Record<string, string> = { place: placeOf(detail, language) };
  for (const [name, value] of Object.entries(detail)) {
    words[name] = quoted(value, language, name === 'options' ? longestChoice : longestQuote);
  }
  if (typeof detail.other === 'string') words.other = argumentName(detail.other, language);
  return problemTexts[key][language].replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '');
}

/** Where the problem is: `due_dates, row 7`, `headers, cell 2`, `balances, row 2, cell 3`, or `Tiers / 风险等级, row 3, From score`. */
function placeOf(detail: ProblemDetail, language: Language): string {
  const { argument, section, row, cell, column } = detail;
  const within = section ?? (argument === undefined ? '' : argumentName(String(argument), language));
  const position = positionOf(row, cell, language);
  const parts = language === 'zh' ? [`${within}${position}`, column] : [within, position, column];
  return parts.filter(Boolean).join(language === 'zh' ? '，' : ', ');
}

function positionOf(row: ProblemDetail[string] | undefined, cell: typeof row, language: Language): string {
  const rowText = row === undefined ? '' : language === 'zh' ? `第 ${row} 行` : `row ${row}`;
  const cellText = cell === undefined ? '' : language === 'zh' ? `第 ${cell} 格` : `cell ${cell}`;
  return [rowText, cellText].filter(Boolean).join(language === 'zh' ? '' : ', ');
}

function argumentName(key: string, language: Language): string {
  const names: Readonly<Record<string, Bilingual>> = argumentNames;
  return names[key]?.[language] ?? key;
}

function quoted(value: string | number, language: Language, longest: number): string {
  const text = String(value).trim();
  if (text === '') return language === 'zh' ? '（空）' : '(empty)';
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
