/**
 * What Excel shows while a formula is typed: every function and argument, in both languages. The build makes
 * functions.json and its Chinese twin from it; messages name arguments as it does.
 */
import type { Bilingual } from '../../risk/policy/policy';

/** The arguments by their name in code and, per language, as readers see them; never renamed once released. */
export const argumentNames = {
  receivables: { en: 'receivables', zh: '应收账款' },
  sales: { en: 'sales', zh: '销售额' },
  days: { en: 'days', zh: '天数' },
  method: { en: 'method', zh: '方法' },
  basis: { en: 'basis', zh: '口径' },
  dueDates: { en: 'due_dates', zh: '到期日' },
  amounts: { en: 'amounts', zh: '金额' },
  asOf: { en: 'as_of', zh: '截止日期' },
  customers: { en: 'customers', zh: '客户' },
  customer: { en: 'customer', zh: '客户名称' },
  buckets: { en: 'buckets', zh: '账龄区间' },
  headers: { en: 'headers', zh: '标题' },
  scheme: { en: 'scheme', zh: '账龄方式' },
  measure: { en: 'measure', zh: '指标' },
  n: { en: 'n', zh: '数量' },
  values: { en: 'values', zh: '数值' },
  policy: { en: 'policy', zh: '政策' },
  output: { en: 'output', zh: '输出' },
  scores: { en: 'scores', zh: '评分' },
  tiers: { en: 'tiers', zh: '等级表' },
  paidDates: { en: 'paid_dates', zh: '付款日期' },
  grace: { en: 'grace', zh: '宽限天数' },
  dates: { en: 'dates', zh: '日期' },
  window: { en: 'window', zh: '回溯天数' },
  amountsByBucket: { en: 'amounts_by_bucket', zh: '各区间金额' },
  rates: { en: 'rates', zh: '损失率' },
  balances: { en: 'balances', zh: '余额表' },
  workingCapital: { en: 'working_capital', zh: '营运资本' },
  retainedEarnings: { en: 'retained_earnings', zh: '留存收益' },
  ebit: { en: 'ebit', zh: '息税前利润' },
  equity: { en: 'equity', zh: '股东权益' },
  totalAssets: { en: 'total_assets', zh: '总资产' },
  totalLiabilities: { en: 'total_liabilities', zh: '总负债' },
  model: { en: 'model', zh: '模型' },
  threshold: { en: 'threshold', zh: '阈值' },
  tierLetters: { en: 'tiers', zh: '等级' },
  monthlySales: { en: 'monthly_sales', zh: '月均销售额' },
  invoiceDates: { en: 'invoice_dates', zh: '开票日期' },
  openAmounts: { en: 'open_amounts', zh: '未收金额' },
  begin: { en: 'begin', zh: '期初余额' },
  end: { en: 'end', zh: '期末余额' },
  endCurrent: { en: 'end_current', zh: '期末未到期余额' },
  periods: { en: 'periods', zh: '期数' },
  data: { en: 'data', zh: '数据区域' },
  columns: { en: 'columns', zh: '列含义' },
  customerList: { en: 'customer_list', zh: '客户清单' },
  listColumns: { en: 'list_columns', zh: '清单列含义' },
  matches: { en: 'matches', zh: '客户匹配' },
  reviews: { en: 'reviews', zh: '复审记录' },
  snapshots: { en: 'snapshots', zh: '快照' },
} as const satisfies Record<string, Bilingual>;

export type ArgumentKey = keyof typeof argumentNames;

export interface FunctionHelp {
  readonly description: Bilingual;
  /** In the order of the function's arguments. */
  readonly arguments: Readonly<Partial<Record<ArgumentKey, Bilingual>>>;
}

/** The columns of a ledger and the day to measure it at, as every function that measures customers takes them. */
const measuredRows = {
  customers: { en: 'Customer of each row of the ledger.', zh: '应收明细每行的客户。' },
  invoiceDates: { en: 'Invoice date of each row.', zh: '每行的开票日期。' },
  dueDates: {
    en: 'Due date of each row; an empty one falls back to the invoice date.',
    zh: '每行的到期日；为空时取开票日期。',
  },
  amounts: { en: 'Amount of each row; credits below 0.', zh: '每行的金额；贷项为负数。' },
  openAmounts: {
    en: 'What is open of each row today, 0 where settled. Without such a column enter "".',
    zh: '每行目前的未收金额，已结清填 0；没有该列时填 ""。',
  },
  paidDates: {
    en: 'Date each row was paid, empty while unpaid. Without such a column enter "".',
    zh: '每行的付款日期，未付的留空；没有该列时填 ""。',
  },
  asOf: {
    en: 'The day to measure at; later invoices do not count, later payments are undone.',
    zh: '计算的截止日期；此后的发票不计，此后的付款视为未付。',
  },
} as const;

/** The custom functions by id, which is also the name after `TIERCEL.` in either language. */
export const functionHelp = {
  DSO: {
    description: {
      en: 'Days sales outstanding, in days: how many days of sales customers still owe.',
      zh: '应收账款周转天数（天）：客户尚欠的金额相当于多少天的销售额。',
    },
    arguments: {
      receivables: {
        en: 'What is owed: one balance, or balances over time, oldest first, without empty cells.',
        zh: '应收账款余额：一个余额，或按时间从早到晚排列的多个余额，不含空单元格。',
      },
      sales: {
        en: 'Credit sales: a total, or one cell per period, oldest first, ending with the latest period.',
        zh: '赊销额：一个合计，或每期一格，从早到晚排列，以最近一期结束。',
      },
      days: {
        en: 'Days that the sales cover, 365 if omitted. For "countback" the days of each period: one number for all, or one per period.',
        zh: '销售额所涵盖的天数，省略时为 365。用"倒推"时为每期天数：各期相同填一个数，否则每期一个。',
      },
      method: {
        en: '"ending" (default): last balance / sales. "average": mean balance / sales. "countback": uses up the newest sales first.',
        zh: '"期末"（默认）：期末余额 / 销售额；"平均"：平均余额 / 销售额；"倒推"：倒推法，从最近一期销售额起逐期抵减。',
      },
    },
  },
  TURNOVER: {
    description: {
      en: 'Receivables turnover, in times: how often receivables turn over in the period of the sales.',
      zh: '应收账款周转率（次）：销售期间内应收账款周转的次数。',
    },
    arguments: {
      sales: {
        en: 'Credit sales of the period: a total, or its parts.',
        zh: '本期赊销额：一个合计，或其各部分。',
      },
      receivables: {
        en: 'What is owed: one balance, or balances over time, oldest first, without empty cells.',
        zh: '应收账款余额：一个余额，或按时间从早到晚排列的多个余额，不含空单元格。',
      },
      basis: {
        en: 'What sales are divided by: "ending" (default), the last balance, or "average", the mean of the balances.',
        zh: '除数："期末"（默认）为期末余额，"平均"为各余额的平均数。',
      },
    },
  },
  AGING: {
    description: {
      en: 'Ageing of open items by days past due or by months since the invoice, in one row or per customer. Adds up to the amounts given.',
      zh: '账龄分析：按逾期天数或按开票后的月数，合为一行或按客户列表；合计与所给金额一致。',
    },
    arguments: {
      dueDates: {
        en: 'Due date of each item; for "months" its invoice date. Without a date the amount is unplaced.',
        zh: '每笔的到期日；"按月"时为开票日期。没有日期的金额列为未归入账龄。',
      },
      amounts: {
        en: 'Open amount of each item; credits below 0.',
        zh: '每笔的未收金额；贷项为负数。',
      },
      asOf: {
        en: 'The day to age at. What is due on that day is not due yet.',
        zh: '计算账龄的日期；当天到期视为未到期。',
      },
      customers: {
        en: 'Customer of each item: gives a table, largest total first, instead of one row.',
        zh: '每笔的客户：给出后返回按客户的明细表（合计从大到小），否则返回一行。',
      },
      buckets: {
        en: 'Last day of each bucket, 30, 60, 90 if omitted; for "months" its last month, 12, 24, 36 if omitted. Or a bucket table of the policy.',
        zh: '各区间的最后一天，省略时为 30、60、90；按月时为最后月数，省略时为 12、24、36。也可用政策表中的账龄区间表。',
      },
      headers: {
        en: 'Whether a header row comes first: TRUE if omitted with customers, FALSE without.',
        zh: '是否带标题行：给出客户时默认 TRUE，否则默认 FALSE。',
      },
      scheme: {
        en: '"days" (default): days past the due date. "months": whole months since the invoice date, in years.',
        zh: '"按天"（默认）：按到期后的天数；"按月"：按开票后的整月数，即 1年以内、1–2年等。',
      },
    },
  },
  AGINGBUCKET: {
    description: {
      en: 'The ageing bucket of each row by days past due.',
      zh: '按逾期天数给出每行所属的账龄区间。',
    },
    arguments: {
      dueDates: { en: 'Due date of each row.', zh: '每行的到期日。' },
      asOf: {
        en: 'The day to age at. What is due on that day is not due yet.',
        zh: '计算账龄的日期；当天到期视为未到期。',
      },
      buckets: {
        en: 'Last day of each bucket, 30, 60, 90 if omitted, or the bucket table of the policy.',
        zh: '各区间的最后一天，省略时为 30、60、90；也可用政策表中的账龄区间表。',
      },
    },
  },
  CONCENTRATION: {
    description: {
      en: 'How much of what is owed depends on the largest customers, as a share of 0 to 1 or an index.',
      zh: '客户集中度：应收账款有多少集中于最大的客户，以 0 至 1 的占比或指数表示。',
    },
    arguments: {
      amounts: {
        en: 'Amount of each row. Customers in credit have no share.',
        zh: '每行的金额；余额为贷方的客户不占份额。',
      },
      customers: {
        en: 'Customer of each row, whose amounts are added up. Without it every row is a customer.',
        zh: '每行的客户，同一客户的金额相加；省略时每行视为一个客户。',
      },
      measure: {
        en: '"top" (default): share of the n largest. "hhi": 0 to 10,000. "effective": number of equal customers, 10,000 / HHI. "gini": 0 to 1. "table": customer, amount, share, cumulative share.',
        zh: '"最大"（默认）：最大 n 家的占比；"hhi"：0 至 10,000；"等效"：等效客户数，10,000 / HHI；"基尼"：基尼系数，0 至 1；"表格"：客户、金额、占比、累计占比。',
      },
      n: {
        en: 'How many of the largest customers: 1 if omitted; for "table" all.',
        zh: '最大客户的数量：省略时为 1；"表格"则为全部。',
      },
    },
  },
  RISKSCORE: {
    description: {
      en: 'Risk score of each row, 0 to 100, higher is safer, from the factors of the policy.',
      zh: '按政策的评分因素给每行打信用评分，0 至 100，越高越安全。',
    },
    arguments: {
      values: {
        en: 'A row per customer, a column per factor. Enter n/a where a value is missing; desktop Excel takes an empty cell for 0.',
        zh: '每行一个客户，每列一个因素。缺失的数值请填“无”；桌面版 Excel 会把空单元格当作 0。',
      },
      headers: {
        en: 'The name of the factor or metric in each column, in English or Chinese. Other columns of CUSTOMERMETRICS are passed over.',
        zh: '每列的因素或指标名称，中英文均可；CUSTOMERMETRICS 的其他列略过。',
      },
      policy: {
        en: 'The factor table of the policy, or the whole policy sheet with its tiers and knock-outs; the default policy if omitted.',
        zh: '政策的评分因素表，或整张政策表（其等级与否决项一并生效）；省略时用默认政策。',
      },
      output: {
        en: '"score" (default), "tier", "points" (a column per factor), "reasons" (what caps the tier, and the three largest losses of points) or "coverage" (share of weight that had data, 0 to 1).',
        zh: '"评分"（默认）：评分；"等级"：等级；"得分"：各因素得分；"原因"：限制等级的否决项及失分最多的三项；"覆盖率"：有数据的权重占比（0 至 1）。',
      },
    },
  },
  TIER: {
    description: {
      en: 'The tier of each score, A (best) to D.',
      zh: '每个评分对应的风险等级，A（最好）至 D。',
    },
    arguments: {
      scores: { en: 'Risk scores, 0 to 100, higher is safer.', zh: '信用评分，0 至 100，越高越安全。' },
      tiers: {
        en: 'The tier table of the policy, or the whole policy sheet; the default policy if omitted.',
        zh: '政策的风险等级表或整张政策表；省略时用默认政策。',
      },
    },
  },
  CREDITLIMIT: {
    description: {
      en: "The credit limit the policy allows, in the currency of the sales: the tier's months of sales times average monthly sales.",
      zh: '政策允许的信用额度（币种同销售额）：等级对应的月数乘以月均销售额。',
    },
    arguments: {
      tierLetters: { en: 'The tier of each customer, such as A.', zh: '每个客户的风险等级，例如 A。' },
      monthlySales: {
        en: 'Average sales of a month of each customer, or one number for all.',
        zh: '每个客户的月均销售额，也可用一个数代表全部。',
      },
      policy: {
        en: 'The tier table of the policy, or the whole policy sheet; the default policy if omitted.',
        zh: '政策的风险等级表或整张政策表；省略时用默认政策。',
      },
    },
  },
  DELAYRATE: {
    description: {
      en: 'Payment delay rate, 0 to 1: the share of due invoices that were paid late or are still unpaid past due.',
      zh: '付款延迟率（0 至 1）：已到期发票中逾期付款或逾期未付的比例。',
    },
    arguments: {
      dueDates: {
        en: 'Due date of each invoice. One without a date is left out.',
        zh: '每张发票的到期日；没有到期日的不计入。',
      },
      paidDates: {
        en: 'Date each invoice was paid; empty while unpaid.',
        zh: '每张发票的付款日期；未付的留空。',
      },
      asOf: {
        en: 'The day to judge at: invoices due before it count, later payments do not.',
        zh: '判断的日期：在此之前到期的发票计入，此后的付款不计。',
      },
      amounts: {
        en: 'Amount of each invoice, for a rate by value; credits are left out. By count if omitted.',
        zh: '每张发票的金额，用于按金额计算（贷项不计入）；省略时按张数计算。',
      },
      grace: {
        en: 'Days after the due date that still count as in time, 0 if omitted.',
        zh: '到期后仍视为按时的天数，省略时为 0。',
      },
    },
  },
  DBT: {
    description: {
      en: 'Days beyond terms, in days: mean days paid after due, weighted by amount, of the invoices paid by a day.',
      zh: '超信用期天数（天）：截至某日已付发票在到期后多少天付款，按金额加权平均。',
    },
    arguments: {
      dueDates: {
        en: 'Due date of each invoice. One without a date is left out.',
        zh: '每张发票的到期日；没有到期日的不计入。',
      },
      paidDates: {
        en: 'Date each invoice was paid; unpaid invoices are left out.',
        zh: '每张发票的付款日期；未付的发票不计入。',
      },
      amounts: {
        en: 'Amount of each invoice, its weight; credits are left out.',
        zh: '每张发票的金额，作为权重；贷项不计入。',
      },
      asOf: { en: 'The last day whose payments count.', zh: '付款计算的截止日期。' },
    },
  },
  CEI: {
    description: {
      en: 'Collection effectiveness index, 1 at best: the share of what could be collected that was collected.',
      zh: '回款效率指数（最高为 1）：可回收金额中实际收回的比例。',
    },
    arguments: {
      begin: { en: 'Receivables at the beginning.', zh: '期初应收账款余额。' },
      sales: {
        en: 'Credit sales of all the periods: a total, or its parts.',
        zh: '全部期间的赊销额：一个合计，或其各部分。',
      },
      end: { en: 'Receivables at the end.', zh: '期末应收账款余额。' },
      endCurrent: {
        en: 'The part of the receivables at the end that is not due yet.',
        zh: '期末余额中尚未到期的部分。',
      },
      periods: {
        en: 'How many periods (months) the sales cover: 1 if omitted.',
        zh: '销售额所涵盖的期数（月数），省略时为 1。',
      },
    },
  },
  CHURN: {
    description: {
      en: 'Churn rate, 0 to 1: the share of customers active in the previous window that were not active in this one.',
      zh: '客户流失率（0 至 1）：上期活跃、本期不再活跃的客户占比。',
    },
    arguments: {
      customers: { en: 'Customer of each order or invoice.', zh: '每笔订单或发票的客户。' },
      dates: { en: 'Date of each order or invoice.', zh: '每笔订单或发票的日期。' },
      asOf: { en: 'The last day of this window.', zh: '本期的最后一天。' },
      window: {
        en: 'Days of each of the two windows, 365 if omitted.',
        zh: '两期各自的天数，省略时为 365。',
      },
    },
  },
  ALLOWANCE: {
    description: {
      en: 'Allowance for credit losses: amounts by ageing bucket times the loss rate of each bucket.',
      zh: '坏账准备：各账龄区间的金额乘以该区间的预期损失率。',
    },
    arguments: {
      amountsByBucket: {
        en: 'Amount per bucket, not due first: one row or column, or a row per customer.',
        zh: '各区间的金额，未到期在最前：一行或一列，也可每个客户一行。',
      },
      rates: {
        en: 'Loss rate per bucket as a share, such as 0.3%, in the same order, or a bucket table of the policy, by days or by months.',
        zh: '各区间的损失率（如 0.3%），顺序相同；也可用政策表中按天或按月的账龄区间表。',
      },
    },
  },
  ROLLRATES: {
    description: {
      en: 'Loss rates by ageing bucket, 0 to 1, from balances that rolled forward from bucket to bucket.',
      zh: '迁徙率法：由各期账龄余额的滚动推算各区间的损失率（0 至 1）。',
    },
    arguments: {
      balances: {
        en: 'What stood in each bucket: a row per date, oldest first and one bucket apart, a column per bucket, not due first.',
        zh: '各区间的余额：每行一个日期，从早到晚，间隔等于区间长度；每列一个区间，未到期在最前。',
      },
    },
  },
  ALTMANZ: {
    description: {
      en: "Altman's Z-score: a company's distance from financial distress. For z, safe above 2.99, distress below 1.81.",
      zh: '奥特曼 Z 值：企业距离财务困境的远近。z 模型高于 2.99 为安全，低于 1.81 为困境。',
    },
    arguments: {
      workingCapital: {
        en: 'Current assets less current liabilities. Enter n/a where a figure is not known; desktop Excel takes an empty cell for 0.',
        zh: '流动资产减流动负债。未知的数据请填“无”；桌面版 Excel 会把空单元格当作 0。',
      },
      retainedEarnings: { en: 'Retained earnings.', zh: '留存收益（盈余公积与未分配利润之和）。' },
      ebit: { en: 'Earnings before interest and taxes.', zh: '息税前利润。' },
      equity: {
        en: 'Market value of equity for "z", book value for "z1" and "z2".',
        zh: '"z" 用股东权益市值，"z1"、"z2" 用账面价值。',
      },
      sales: { en: 'Sales; "z2" does not look at them.', zh: '销售额；"z2" 不使用。' },
      totalAssets: { en: 'Total assets.', zh: '资产总额。' },
      totalLiabilities: { en: 'Total liabilities.', zh: '负债总额。' },
      model: {
        en: '"z" (default): listed manufacturer. "z1": private manufacturer, safe above 2.9, distress below 1.23. "z2": non-manufacturer, 2.6 and 1.1.',
        zh: '"z"（默认）：上市制造企业；"z1"：非上市制造企业，高于 2.9 安全，低于 1.23 困境；"z2"：非制造企业，2.6 与 1.1。',
      },
    },
  },
  CUSTOMERMETRICS: {
    description: {
      en: 'The table of metrics per customer that the pane computes: exposure, ageing, delay, DSO and the others.',
      zh: '按客户的指标表，与任务窗格的计算一致：应收余额、账龄、付款延迟、周转天数等。',
    },
    arguments: {
      ...measuredRows,
      buckets: {
        en: 'Last day of each bucket, 30, 60, 90 if omitted, or the bucket table of the policy, or the whole policy sheet, all of which then counts.',
        zh: '各区间的最后一天，省略时为 30、60、90；也可用政策表中的账龄区间表，或整张政策表（其设置一并生效）。',
      },
    },
  },
  ANOMALY: {
    description: {
      en: 'How unusual each value is among all: the modified z-score, by median and median absolute deviation.',
      zh: '异常程度：每个数值的修正 Z 分数，以中位数和绝对中位差计算。',
    },
    arguments: {
      values: {
        en: 'The values. Enter n/a where one is not known; desktop Excel takes an empty cell for 0.',
        zh: '要判断的数值。未知的请填“无”；桌面版 Excel 会把空单元格当作 0。',
      },
      threshold: {
        en: 'Shows only scores beyond this, such as 3.5, and leaves the other cells empty; all scores if omitted.',
        zh: '只显示绝对值超过该值（如 3.5）的分数，其余留空；省略时全部显示。',
      },
    },
  },
  CUSTOMERCARD: {
    description: {
      en: 'A card of one customer: score, tier, exposure, ageing and payment record in one cell.',
      zh: '单个客户的卡片：评分、等级、应收余额、账龄与付款记录集中在一个单元格。',
    },
    arguments: {
      customer: { en: 'Name of the customer, as in the ledger.', zh: '客户名称，与应收明细一致。' },
      ...measuredRows,
      policy: {
        en: 'The whole policy sheet, a bucket table, or the last day of each bucket; the default policy if omitted.',
        zh: '整张政策表、账龄区间表，或各区间的最后一天；省略时用默认政策。',
      },
    },
  },
  TIERING: {
    description: {
      en: 'Score, tier and breaches of every customer of a ledger or a customer list, as the pane gives them.',
      zh: '应收明细或客户清单中每个客户的评分、风险等级与预警，与任务窗格一致。',
    },
    arguments: {
      data: {
        en: 'A ledger or a customer list, from its header row on.',
        zh: '应收明细或客户清单，从标题行开始。',
      },
      asOf: {
        en: 'The day to tier at; later invoices do not count, later payments are undone.',
        zh: '评定的截止日期；此后的发票不计，此后的付款视为未付。',
      },
      policy: {
        en: 'The whole policy sheet; the default policy if omitted.',
        zh: '整张政策表；省略时用默认政策。',
      },
      columns: {
        en: 'What each column is: rows of a field, such as Customer or Amount, and its column number. Recognised if omitted.',
        zh: '各列含义：每行一个字段（如客户、金额）及其列序号；省略时自动识别。',
      },
      customerList: {
        en: 'A customer list to join with, from its header row on: its limits, terms and ratings count.',
        zh: '要关联的客户清单，从标题行开始；其额度、账期与评级一并计入。',
      },
      listColumns: {
        en: 'What each column of the customer list is. Recognised if omitted.',
        zh: '客户清单各列含义；省略时自动识别。',
      },
      matches: {
        en: 'The table of the sheet Tiercel Matches: who is who on both sheets.',
        zh: '工作表“Tiercel 客户匹配”中的表：两张表中的客户如何对应。',
      },
      reviews: {
        en: 'The table of reviews: when each customer was reviewed.',
        zh: '复审记录表：每个客户的复审日期。',
      },
      snapshots: {
        en: 'The table of snapshots: scores are compared with the one before the day.',
        zh: '快照表：评分与截止日期之前的最近一次快照比较。',
      },
      output: {
        en: '"customers" (default): a table. "rows": a row for each row of the data. "lines": the table, and for each row of the data the line of its customer.',
        zh: '"客户"（默认）：客户表；"逐行"：数据的每行各一行；"行次"：客户表，并给出数据每行的客户在表中的所在行。',
      },
    },
  },
} as const satisfies Record<string, FunctionHelp>;

export type FunctionId = keyof typeof functionHelp;
