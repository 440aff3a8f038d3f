/**
 * The worked examples of the function pages: cells as somebody would have them, and the formula that is typed beside them.
 * What it answers is not written here; it is calculated when the page is made.
 */
import type { FunctionId } from '../../src/i18n/functions/functionHelp';
import type { Bilingual } from '../../src/risk/policy/policy';

/** A date stands there as its day, null is an empty cell. */
export type ExampleCell = number | string | Bilingual | { readonly date: string } | null;

export interface Example {
  /** What it shows, and where published figures come from. */
  readonly about: Bilingual;
  /** From A1 on; none for a formula that brings its own numbers. */
  readonly cells: readonly (readonly ExampleCell[])[];
  /** As typed, the same in both languages. */
  readonly formulas: readonly string[];
}

const both = (en: string, zh: string): Bilingual => ({ en, zh });
const date = (day: string) => ({ date: day });

const customer = both('Customer', '客户');
const dueDate = both('Due date', '到期日');
const paidDate = both('Paid date', '付款日期');
const amount = both('Amount', '金额');
const northwind = both('Northwind', '北风贸易');
const contoso = both('Contoso', '康拓电子');
const fabrikam = both('Fabrikam', '法布机械');

/** Three invoices: paid after 31 May 2020, paid before, not due. */
const ledgerOfNorthwind: Example['cells'] = [
  [customer, both('Invoice date', '开票日期'), dueDate, amount, both('Open amount', '未收金额'), paidDate],
  [northwind, date('2020-04-30'), date('2020-05-30'), 500, 0, date('2020-06-30')],
  [northwind, date('2020-01-15'), date('2020-02-14'), 300, 0, date('2020-02-24')],
  [northwind, date('2020-05-20'), date('2020-06-19'), 200, 200, null],
];

export const examples: Readonly<Record<FunctionId, readonly Example[]>> = {
  DSO: [
    {
      about: both(
        'Receivables of 8,000 after sales of 16,000 in 30 days (published by abc-amega.com: 15 days).',
        '30 天销售 16,000，期末应收 8,000（abc-amega.com 公布的结果：15 天）。',
      ),
      cells: [],
      formulas: ['=TIERCEL.DSO(8000, 16000, 30)'],
    },
    {
      about: both(
        'Three months of 30 days. The receivable uses up the newest two months whole and 32/70 of the oldest: 60 + 32/70 × 30 (figures of benjipays.com).',
        '三个月，每月 30 天。应收余额抵完最近两个月，再抵最早一个月的 32/70：60 + 32/70 × 30（数据取自 benjipays.com）。',
      ),
      cells: [
        [both('Month', '月份'), both('Sales', '销售额'), both('Receivable', '应收账款')],
        [both('April', '四月'), 70_000, null],
        [both('May', '五月'), 80_000, null],
        [both('June', '六月'), 100_000, 212_000],
      ],
      formulas: ['=TIERCEL.DSO(C4, B2:B4, 30, "countback")'],
    },
  ],
  TURNOVER: [
    {
      about: both(
        'The same year over its last balance and over the mean of its balances.',
        '同一年度，分别除以期末余额和平均余额。',
      ),
      cells: [
        [both('Sales', '销售额'), both('Receivables', '应收账款')],
        [16_000, 6_000],
        [null, 10_000],
      ],
      formulas: ['=TIERCEL.TURNOVER(A2, B2:B3)', '=TIERCEL.TURNOVER(A2, B2:B3, "average")'],
    },
  ],
  AGING: [
    {
      about: both(
        'An invoice of 90,000 in three instalments, as of 2018-11-28: 27,000 is two days past due, 63,000 not due (OCA issue 487).',
        '90,000 的发票分三期付款，截至 2018-11-28：27,000 逾期两天，63,000 未到期（OCA 第 487 号问题）。',
      ),
      cells: [
        [dueDate, amount],
        [date('2018-11-26'), 27_000],
        [date('2018-12-26'), 27_000],
        [date('2019-01-25'), 36_000],
      ],
      formulas: ['=TIERCEL.AGING(A2:A4, B2:B4, DATE(2018,11,28))'],
    },
    {
      about: both(
        'A row per customer. The credit note has a column of its own, and the item without a due date is listed, not dropped.',
        '每个客户一行。贷项单独一列，没有到期日的款项列出而不丢弃。',
      ),
      cells: [
        [customer, dueDate, amount],
        [northwind, date('2024-05-31'), 1_200],
        [contoso, date('2024-07-15'), 800],
        [northwind, date('2024-03-01'), 450.5],
        [northwind, date('2024-06-10'), -200],
        [contoso, null, 75],
      ],
      formulas: ['=TIERCEL.AGING(B2:B6, C2:C6, DATE(2024,6,30), A2:A6)'],
    },
    {
      about: both(
        'By months since the invoice, as at the end of the year: a year to the day is still within the first year.',
        '按开票后的月数，截至年末：满一年当日仍属 1 年以内。',
      ),
      cells: [
        [both('Invoice date', '开票日期'), amount],
        [date('2023-12-31'), 5_000],
        [date('2023-12-30'), 3_000],
        [date('2021-06-01'), 800],
      ],
      formulas: ['=TIERCEL.AGING(A2:A4, B2:B4, DATE(2024,12,31), , , TRUE, "months")'],
    },
  ],
  AGINGBUCKET: [
    {
      about: both(
        'Due on the day itself is not due; day 30 is in 1–30, day 31 in 31–60.',
        '当天到期视为未到期；逾期 30 天属于 1–30 天，31 天属于 31–60 天。',
      ),
      cells: [
        [dueDate],
        [date('2024-06-30')],
        [date('2024-05-31')],
        [date('2024-05-30')],
        [date('2024-01-15')],
      ],
      formulas: ['=TIERCEL.AGINGBUCKET(A2:A5, DATE(2024,6,30))'],
    },
  ],
  CONCENTRATION: [
    {
      about: both(
        'Eight companies with 10, 9, 12, 15, 12, 11, 15 and 16 per cent (published by Investopedia: 1,296).',
        '八家公司分别占 10%、9%、12%、15%、12%、11%、15%、16%（Investopedia 公布的结果：1,296）。',
      ),
      cells: [],
      formulas: ['=TIERCEL.CONCENTRATION({10;9;12;15;12;11;15;16}, , "hhi")'],
    },
    {
      about: both(
        'Rows of one customer are added up first. The table lists customers, amount, share and cumulative share.',
        '同一客户的各行先相加。表中依次为客户、金额、占比、累计占比。',
      ),
      cells: [
        [customer, amount],
        [northwind, 300],
        [contoso, 300],
        [northwind, 200],
        [fabrikam, 200],
      ],
      formulas: [
        '=TIERCEL.CONCENTRATION(B2:B5, A2:A5)',
        '=TIERCEL.CONCENTRATION(B2:B5, A2:A5, "top", 2)',
        '=TIERCEL.CONCENTRATION(B2:B5, A2:A5, "effective")',
        '=TIERCEL.CONCENTRATION(B2:B5, A2:A5, "gini")',
        '=TIERCEL.CONCENTRATION(B2:B5, A2:A5, "table")',
      ],
    },
  ],
  RISKSCORE: [
    {
      about: both(
        'Three factors of the default policy. Fabrikam has no payments yet: what is missing leaves its weight to the others, and the coverage says so.',
        '默认政策的三个因素。法布机械尚无付款记录：缺失因素的权重由其他因素分担，数据覆盖率会反映出来。',
      ),
      cells: [
        [
          customer,
          both('Overdue share', '逾期占比'),
          both('Days beyond terms', '超信用期天数'),
          both('Years as a customer', '合作年限'),
        ],
        [northwind, 0, 2, 6],
        [contoso, 0.4, 21, 1.5],
        [fabrikam, 0.1, both('n/a', '无'), 0.5],
      ],
      formulas: [
        '=TIERCEL.RISKSCORE(B2:D4, B1:D1)',
        '=TIERCEL.RISKSCORE(B2:D4, B1:D1, , "tier")',
        '=TIERCEL.RISKSCORE(B2:D4, B1:D1, , "points")',
        '=TIERCEL.RISKSCORE(B2:D4, B1:D1, , "reasons")',
        '=TIERCEL.RISKSCORE(B2:D4, B1:D1, , "coverage")',
      ],
    },
    {
      about: both(
        'A factor of your own in two steps (all points up to 10 %, half of them up to 30 %), and a knock-out of the default policy: whoever is insolvent is in tier D, whatever the score.',
        '自定义因素分两档（10% 以内得满分，30% 以内得一半）；以及默认政策的否决项：破产客户无论评分多少均为 D 级。',
      ),
      cells: [
        [customer, both('Overdue share', '逾期占比'), both('Insolvent', '是否破产')],
        [northwind, 0.1, both('no', '否')],
        [contoso, 0.25, both('no', '否')],
        [fabrikam, 0, both('yes', '是')],
        [],
        [
          both('Factor', '因素（英文）'),
          both('Weight', '权重'),
          both('Best value', '满分值'),
          both('Worst value', '零分值'),
          both('Shape', '形状'),
        ],
        [both('Overdue share', '逾期占比'), 100, 0.1, 0.5, both('2 steps', '2 档')],
      ],
      formulas: [
        '=TIERCEL.RISKSCORE(B2:B4, B1, A6:E7)',
        '=TIERCEL.RISKSCORE(B2:C4, B1:C1, , "tier")',
        '=TIERCEL.RISKSCORE(B2:C4, B1:C1, , "reasons")',
      ],
    },
  ],
  TIER: [
    {
      about: both('The tiers of the default policy.', '默认政策的等级。'),
      cells: [[both('Score', '评分')], [92], [71], [50], [12]],
      formulas: ['=TIERCEL.TIER(A2:A5)'],
    },
    {
      about: both(
        'Tiers of your own, the lowest score beside each letter.',
        '自定义等级，字母旁为最低评分。',
      ),
      cells: [
        [both('Score', '评分'), both('Tier', '等级'), both('From score', '最低评分')],
        [92, 'AA', 90],
        [71, 'A', 70],
        [50, 'B', 0],
      ],
      formulas: ['=TIERCEL.TIER(A2:A4, B1:C4)'],
    },
  ],
  CREDITLIMIT: [
    {
      about: both(
        'Tier A allows three months of sales, B two, D none (default policy).',
        'A 级为三个月销售额，B 级两个月，D 级没有额度（默认政策）。',
      ),
      cells: [
        [customer, both('Tier', '等级'), both('Monthly sales', '月均销售额')],
        [northwind, 'A', 10_000],
        [contoso, 'B', 4_500],
        [fabrikam, 'D', 20_000],
      ],
      formulas: ['=TIERCEL.CREDITLIMIT(B2:B4, C2:C4)'],
    },
  ],
  DELAYRATE: [
    {
      about: both(
        'As of 30 June: the first was paid late, the second in time, the third is unpaid and past due, the fourth is not due yet. Two of three by count, 400 of 500 by value.',
        '截至 6 月 30 日：第一张逾期付款，第二张按时，第三张逾期未付，第四张尚未到期。按张数为三分之二，按金额为 500 中的 400。',
      ),
      cells: [
        [dueDate, paidDate, amount],
        [date('2024-05-01'), date('2024-05-11'), 300],
        [date('2024-05-20'), date('2024-05-20'), 100],
        [date('2024-06-10'), null, 100],
        [date('2024-07-10'), null, 900],
      ],
      formulas: [
        '=TIERCEL.DELAYRATE(A2:A5, B2:B5, DATE(2024,6,30))',
        '=TIERCEL.DELAYRATE(A2:A5, B2:B5, DATE(2024,6,30), C2:C5)',
      ],
    },
  ],
  DBT: [
    {
      about: both(
        '300 paid five days early count as 0 days, 100 paid 20 days late as 20: 2,000 / 400.',
        '300 提前五天付款，计 0 天；100 逾期 20 天付款，计 20 天：2,000 / 400。',
      ),
      cells: [
        [dueDate, paidDate, amount],
        [date('2024-03-15'), date('2024-03-10'), 300],
        [date('2024-03-15'), date('2024-04-04'), 100],
        [date('2024-06-15'), null, 500],
      ],
      formulas: ['=TIERCEL.DBT(A2:A4, B2:B4, C2:C4, DATE(2024,6,30))'],
    },
  ],
  CEI: [
    {
      about: both(
        'A quarter: sales of 10,890 over three months (published by creditguru.com: 55.9 %). Forgetting the 3 would flatter it to 79.6 %.',
        '一个季度：三个月销售 10,890（creditguru.com 公布的结果：55.9%）。漏填 3 会虚高为 79.6%。',
      ),
      cells: [
        [both('Receivables at the beginning', '期初余额'), 6_200],
        [both('Sales of three months', '三个月销售额'), 10_890],
        [both('Receivables at the end', '期末余额'), 6_340],
        [both('of which not due', '其中未到期'), 3_590],
      ],
      formulas: ['=TIERCEL.CEI(B1, B2, B3, B4, 3)', '=TIERCEL.CEI(B1, B2, B3, B4)'],
    },
  ],
  CHURN: [
    {
      about: both(
        'Windows of 90 days up to 30 June. Northwind and Contoso ordered in the previous one, only Northwind in this one; Fabrikam is new and does not enter.',
        '每期 90 天，本期截至 6 月 30 日。北风贸易和康拓电子上期下过单，本期只有北风贸易；法布机械为新客户，不计入。',
      ),
      cells: [
        [customer, both('Order date', '订单日期')],
        [northwind, date('2024-02-12')],
        [contoso, date('2024-03-05')],
        [northwind, date('2024-05-20')],
        [fabrikam, date('2024-06-02')],
      ],
      formulas: ['=TIERCEL.CHURN(A2:A5, B2:B5, DATE(2024,6,30), 90)'],
    },
  ],
  ALLOWANCE: [
    {
      about: both(
        'IFRS 9, Illustrative Example 12: an allowance of 580,000 on 30 million.',
        'IFRS 9 示例 12：应收 3,000 万，坏账准备 580,000。',
      ),
      cells: [
        [both('Age', '账龄'), amount, both('Loss rate', '损失率')],
        [both('Not due', '未到期'), 15_000_000, 0.003],
        [both('1 to 30 days', '逾期 1 至 30 天'), 7_500_000, 0.016],
        [both('31 to 60 days', '逾期 31 至 60 天'), 4_000_000, 0.036],
        [both('61 to 90 days', '逾期 61 至 90 天'), 2_500_000, 0.066],
        [both('over 90 days', '逾期 90 天以上'), 1_000_000, 0.106],
      ],
      formulas: ['=TIERCEL.ALLOWANCE(B2:B6, C2:C6)'],
    },
  ],
  ROLLRATES: [
    {
      about: both(
        'Of 100,000 not due half rolled into the next bucket; of those 50,000 what was lost is 23,000.',
        '未到期的 100,000 中有一半迁入下一区间；这 50,000 中最终损失 23,000。',
      ),
      cells: [
        [
          both('Month end', '月末'),
          both('Not due', '未到期'),
          both('1 to 30 days', '逾期 1 至 30 天'),
          both('Lost', '损失'),
        ],
        [date('2024-01-31'), 100_000, 0, 0],
        [date('2024-02-29'), 0, 50_000, 0],
        [date('2024-03-31'), 0, 0, 23_000],
      ],
      formulas: ['=TIERCEL.ROLLRATES(B2:D4)'],
    },
  ],
  ALTMANZ: [
    {
      about: both(
        'Figures in millions; a published example gives 11.0976 with the last weight of 1968, 0.999.',
        '单位为百万；公布的算例采用 1968 年的最后一个系数 0.999，结果为 11.0976。',
      ),
      cells: [
        [both('Working capital', '营运资本'), 4.2],
        [both('Retained earnings', '留存收益'), 0.8],
        [both('EBIT', '息税前利润'), 6.5],
        [both('Market value of equity', '股东权益市值'), 7],
        [both('Sales', '销售额'), 8.3],
        [both('Total assets', '总资产'), 3.5],
        [both('Total liabilities', '总负债'), 5],
      ],
      formulas: [
        '=TIERCEL.ALTMANZ(B1, B2, B3, B4, B5, B6, B7)',
        '=TIERCEL.ALTMANZ(B1, B2, B3, B4, B5, B6, B7, "z2")',
      ],
    },
  ],
  CUSTOMERMETRICS: [
    {
      about: both(
        'One customer, the table turned on its side. The first invoice was paid on 30 June, after the as-of date: as at 31 May it is open (OCA issue 707).',
        '一个客户，表格转置显示。第一张发票于 6 月 30 日付款，晚于截止日期：截至 5 月 31 日仍未收（OCA 第 707 号问题）。',
      ),
      cells: ledgerOfNorthwind,
      formulas: [
        '=TRANSPOSE(TIERCEL.CUSTOMERMETRICS(A2:A4, B2:B4, C2:C4, D2:D4, E2:E4, F2:F4, DATE(2020,5,31)))',
      ],
    },
  ],
  ANOMALY: [
    {
      about: both(
        'Order amounts of one customer. With a threshold only the outlier is left.',
        '某客户的订单金额。给出阈值后只剩下异常值。',
      ),
      cells: [[both('Orders', '订单'), 10, 12, 12, 13, 12, 11, 14, 300]],
      formulas: ['=TIERCEL.ANOMALY(B1:I1)', '=TIERCEL.ANOMALY(B1:I1, 3.5)'],
    },
  ],
  CUSTOMERCARD: [
    {
      about: both(
        'The card of one customer, as an Excel without data types shows it.',
        '某客户的卡片，在不支持数据类型的 Excel 中的显示。',
      ),
      cells: ledgerOfNorthwind,
      formulas: ['=TIERCEL.CUSTOMERCARD(A2, A2:A4, B2:B4, C2:C4, D2:D4, E2:E4, F2:F4, DATE(2020,5,31))'],
    },
  ],
  TIERING: [
    {
      about: both(
        'A ledger with its headers as at 31 May, worst customer first. Columns are recognised by their headers; the first invoice was paid after that day and is open.',
        '截至 5 月 31 日的应收明细（含标题行），风险最大的客户在前。各列按标题识别；第一张发票在该日之后付款，仍未收。',
      ),
      cells: [
        [customer, both('Invoice date', '开票日期'), dueDate, amount, paidDate],
        [northwind, date('2020-02-28'), date('2020-03-30'), 5_000, date('2020-06-30')],
        [northwind, date('2020-01-15'), date('2020-02-14'), 300, date('2020-02-24')],
        [contoso, date('2020-05-20'), date('2020-06-19'), 2_000, null],
        [contoso, date('2020-03-20'), date('2020-04-19'), 1_500, date('2020-04-15')],
      ],
      formulas: [
        '=TIERCEL.TIERING(A1:E5, DATE(2020,5,31))',
        '=TIERCEL.TIERING(A1:E5, DATE(2020,5,31), , , , , , , , "rows")',
      ],
    },
  ],
};
