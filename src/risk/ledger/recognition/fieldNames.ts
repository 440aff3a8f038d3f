import type { CustomerField, LedgerField } from '../ledger';

/**
 * Headers that mean a field, most usual first, as `headerWords` writes them: simplified, lower case, no punctuation, no units.
 */
type FieldNames<F extends string> = Readonly<Record<F, readonly string[]>>;

const listed = (names: string): readonly string[] => names.split(',').map(name => name.trim());

const customer = listed(`
  customer name, customer, client name, client, account name, debtor, debtor name,
  buyer, buyer name, bill to, bill to name, sold to, sold to name, partner, business partner, payer,
  name 1, name1, name, cust name, cust, account, contact name, partner name, invoice partner display name,
  contact, party s name, party name, party, customer vendor name, member name, company, company name, alpha name,
  客户名称, 客户, 客户名, 客户全称, 客户简称, 客户单位, 客户公司, 往来单位, 往来单位名称, 单位名称,
  企业名称, 购货单位, 购买方, 购方名称, 付款单位, 债务人, 付款方, 买方, 买家, 名称,
  往来客户, 欠款单位, 客商, 客商名称, 往来对象, 往来对象名称, 往来户, 往来户名, 户名, 结算客户, 开票客户, 购货方, 需方, 需方单位, 受票方, 甲方,
  业主, 业主单位, 委托单位, 经销商, 经销商名称, 代理商, 代理商名称, 门店, 门店名称, 公司名称, 公司, 核算项目名称
`);

// A bare `Customer` is the name unless another column is surer of that (SAP's `Name 1`): so it comes last.
const customerNumber = listed(`
  customer number, customer no, customer id, customer code, customer #, customer num, cust id, cust no,
  cust number, cust code, client id, client number, client no, client code, account number, account no,
  account id, account code, debtor number, debtor no, debtor id, debtor code, customer account,
  customerid, customerno, kunnr, id, bill to number, sold to number, a c, a c ref, a c no, a c number,
  a c code, account ref, account reference, address number,
  客户编号, 客户编码, 客户代码, 客户号, 客户id, 单位编码, 往来单位编码, 客户代号, 客商编码, 客商编号, 客商代码, 往来对象编码, 经销商编码,
  编号, 编码,
  customer, client, debtor, account, 客户
`);

const termsDays = listed(`
  terms, payment terms, credit terms, terms days, net days, credit days, payment days, days credit,
  term days, payment term, credit period, net terms, terms of payment, payment terms days,
  credit terms days, granted terms, agreed terms, terms in days,
  账期, 信用期, 付款条件, 付款期限, 账期天数, 信用期限, 信用天数, 收款条件, 结算期, 付款账期, 约定账期,
  账期日数, 信用账期, 付款天数, 信用期天数, 付款条款, 收款账期
`);

const creditLimit = listed(`
  credit limit, limit, credit line, approved limit, credit ceiling, credit limit amount,
  approved credit limit, credit amount limit, granted limit,
  信用额度, 额度, 授信额度, 信用限额, 授信限额, 赊销额度, 信用额, 授信, 批准额度, 授信金额
`);

const currency = listed(`
  currency, currency code, ccy, curr, cur, currency key, transaction currency, document currency,
  invoice currency, waers, local currency, l curr, lcurr, crcy, currency of document, doc currency, doc curr,
  币种, 币别, 货币, 货币代码, 币种代码, 交易币种, 结算币种, 货币单位
`);

const excluded = listed(`
  exclude, excluded, is excluded, intercompany, inter company, is intercompany, intercompany flag,
  intercompany y n, related party, is related party, related party flag, related parties, cash customer,
  is cash customer, cash customer flag, cash account, exclude from tiering, exclude from credit,
  excluded from credit, exclude flag, excluded flag, exclude y n, internal customer, group company,
  affiliate, affiliated company, is affiliate, intragroup, intra group, internal,
  剔除, 是否剔除, 关联方, 是否关联方, 内部往来, 现金客户, 是否内部往来, 是否现金客户, 关联公司, 关联企业,
  关联交易, 是否关联, 内部客户, 是否内部客户, 内部单位, 集团内部, 集团内, 关联方标志, 关联方标识,
  内部往来标志, 剔除标志, 剔除标记, 排除, 是否排除, 不参与评定, 不参与评级, 内部交易, 是否关联交易,
  现销客户, 关联往来, 是否内部, 是否集团内, voided, void, is void, cancelled, canceled, is cancelled, 是否作废, 作废标志, 作废标识,
  作废
`);

const salesperson = listed(`
  salesperson, sales person, sales rep, account manager, sales manager, sales representative, salesman,
  key account manager, account owner,
  业务员, 销售员, 销售人员, 客户经理, 销售经理, 业务经理, 销售代表
`);

const region = listed(`
  region, area, country, territory, province, city, sales region, country code,
  地区, 区域, 省份, 国家, 城市, 所属区域, 大区, 销售区域, 所在地区, 片区, 国别, 所属地区
`);

const industry = listed(`
  industry, sector, line of business, business sector, industry sector, industry code,
  行业, 所属行业, 行业分类, 行业类别, 客户行业, 行业类型
`);

/** What the columns of a ledger are called. */
export const ledgerNames: FieldNames<LedgerField> = {
  customer,
  customerNumber,
  document: listed(`
    invoice number, invoice no, invoice, invoice id, invoice #, invoice num, inv no, inv number, inv #,
    inv, document number, document no, document, doc no, doc number, doc id, document id, reference,
    reference number, reference no, ref, ref no, bill number, bill no, bill, bill #, voucher, voucher number,
    voucher no, transaction number, transaction id, transaction no, number, invoiceno, belnr,
    billing document, num,
    发票号, 发票号码, 发票编号, 单据号, 单据编号, 单号, 凭证号, 凭证编号, 单据号码, 票号, 发票, 凭证字号,
    业务单号, 销售单号, 应收单号, 账单号, 账单编号, 参考号, 凭证号码, 订单号, 销货单号, 出库单号,
    应收单编号, 票据号, 送货单号, 发货单号, 出货单号, 送货单编号, 数电发票号码, 数电票号码, 全电发票号码
  `),
  // A bare `Reference` is the document's own number unless another column is surer of that: so it comes last.
  reference: listed(`
    applied to, applies to, applied to invoice, applied to document, applied invoice, applied to number,
    invoice reference, invoice ref, original invoice, original invoice number, original invoice no,
    original document, original document number, related invoice, related document, matched invoice,
    matching document, matched to, against invoice, against document, settles invoice, settled invoice,
    paid invoice, paid invoice number, payment for invoice, applied doc no, apply to, cleared document,
    clearing document, clearing reference, linked invoice, credited invoice, corrected invoice, rebzg,
    corrects invoice, source invoice, source document, return against, agst ref, bill reference,
    reference document, reference invoice, ref invoice, reference, reference number, reference no, ref no,
    ref,
    对应单号, 核销单号, 原发票号, 对应发票号, 对应发票, 原发票号码, 原单号, 核销发票号, 原单据号, 对应单据,
    对应单据号, 被核销单号, 核销单据号, 原始发票号, 原始单号, 原蓝字发票号, 对应蓝字发票号, 蓝字发票号码,
    冲销单号, 被冲销单号, 关联发票号, 关联单号, 关联单据号, 关联发票, 源单编号, 源单号, 源单单号,
    原蓝字发票号码, 核销发票, 对应应收单号, 应收单据号, 参考号
  `),
  documentType: listed(`
    document type, type, doc type, transaction type, invoice type, entry type, record type, trans type,
    trx type, item type, posting type, blart, doc ty, transaction class, class of transaction, trx class,
    单据类型, 类型, 凭证类型, 发票类型, 业务类型, 票据类型, 单据类别, 交易类型, 凭证类别, 类别, 单据种类,
    款项类型
  `),
  invoiceDate: listed(`
    invoice date, inv date, date of invoice, document date, doc date, bill date, billing date,
    issue date, invoiced on, invoiced, date issued, posting date, transaction date, date, issued,
    baseline date, booking date, invoice created, invoice create date, order date, sales date,
    trans date, posting, inv dt, invoice dt, doc dt, bill dt,
    发票日期, 开票日期, 开票日, 单据日期, 日期, 业务日期, 凭证日期, 记账日期, 入账日期, 账单日期,
    销售日期, 发生日期, 开单日期, 制单日期, 出票日期, 交易日期, 开具日期, 立账日期, 发货日期, 欠款日期, 开票时间, 送货日期, 供货日期, 出货日期, 出库日期
  `),
  invoiceYear: listed(`
    year, fiscal year, posting year, invoice year, document year, yr, yyyy,
    年, 年度, 年份, 会计年度, 开票年, 日期年
  `),
  invoiceMonth: listed(`
    month, posting month, invoice month, document month, mth, mon, mm, date month,
    月, 月份, 开票月, 日期月
  `),
  invoiceDayOfMonth: listed(`
    day, day of month, posting day, invoice day, document day, dd, date day,
    日, 日期日
  `),
  dueDate: listed(`
    due date, due, due on, payment due, payment due date, maturity, maturity date, net due date,
    date due, pay by, pay until, pay before, payable by, payable until, due by, invoice due date, inv due date, duedate, net due, due date receive by, due dt,
    到期日, 到期日期, 应付日期, 付款到期日, 应收到期日, 收款到期日, 应收款日, 应收款日期, 约定收款日,
    约定付款日, 付款截止日, 截止日期, 到期时间, 应收日, 应收日期, 到期, 账款到期日, 预计收款日,
    约定回款日期, 应回款日期, 付款期限日, 最后付款日, 约定付款日期, 应付款日期, 收款期限, 收款到期日期,
    收款期限日, 付款期限, extended due date, revised due date, new due date,
    延期后到期日, 展期后到期日, 调整后到期日, 新到期日, 预计收款日期, 预计回款日期, 预计回款日, 预计付款日期,
    预计到账日期, 预计到账日, 预计收款时间, 预计回款时间, 计划收款日期, 计划回款日期, 计划收款日, 计划回款日, 承诺付款日期, 承诺付款日, 承诺还款日期,
    承诺还款日, 承诺回款日期, 承诺回款日, expected date, expected payment date, expected pay date, expected receipt date, expected collection date,
    expected payment, promise date, promised date, promised payment date, promise to pay date, promised pay date
  `),
  dueYear: listed(`
    due year, year due, maturity year, due date year,
    到期年, 到期年份, 到期日年, 到期日期年
  `),
  dueMonth: listed(`
    due month, month due, maturity month, due date month,
    到期月, 到期月份, 到期日月, 到期日期月
  `),
  // A column of due dates is called 到期日 as well: the cells tell.
  dueDayOfMonth: listed(`
    due day, day due, maturity day, due date day, due day of month,
    到期日日, 到期日期日, 到期日
  `),
  paidDate: listed(`
    paid date, payment date, settled date, settlement date, date paid, paid on, clearing date,
    cleared date, clear date, receipt date, date settled, received date, settled on, settled, cleared on,
    closed date, date of payment, collection date, last payment date, paid, date received, cash date,
    payment received date, receipt on,
    付款日期, 收款日期, 回款日期, 结清日期, 到账日期, 实收日期, 支付日期, 收款日, 回款日, 付款日,
    实际付款日期, 实际收款日期, 核销日期, 清账日期, 结算日期, 实际回款日期, 收讫日期, 到款日期, 回款时间,
    收款时间, 到账日, 结清日, 收款到账日期, 到账时间, 收款, 回款, 到账, 已收, 已付, received, payment received, collected, payment, receipt
  `),
  paidYear: listed(`
    paid year, payment year, year paid, receipt year, paid date year, payment date year, receipt date year,
    收款年, 收款年份, 收款日期年, 回款年, 回款日期年, 付款年, 付款日期年, 到账日期年, 实收日期年
  `),
  paidMonth: listed(`
    paid month, payment month, month paid, receipt month, paid date month, payment date month, receipt date month,
    收款月, 收款月份, 收款日期月, 回款月, 回款日期月, 付款月, 付款日期月, 到账日期月, 实收日期月
  `),
  paidDayOfMonth: listed(`
    paid day, payment day, day paid, receipt day, paid date day, payment date day, receipt date day,
    收款日日, 收款日期日, 回款日日, 回款日期日, 付款日日, 付款日期日, 到账日期日, 实收日期日, 收款日, 回款日, 付款日
  `),
  amount: listed(`
    invoice amount, invoice total, total amount, gross amount, total, amount, invoice value, original amount, value, amt, inv amount, inv amt, orig amt, orig amount, document amount, billed amount, amount billed,
    amount invoiced, gross, net amount, transaction amount, debit amount, local amount, invoice amt,
    amount in local currency, amount in document currency, amt in loc cur, amount in loc cur, amount in lc, amt in lc,
    amt in local currency, local currency amount, original trx amount, amount in doc curr, amt in doc curr, amount in dc, amount lcy, bill amount, gross value, receivable amount,
    receivable, debit, invoiced amount, total invoice amount, line total, line amount, item total,
    价税合计, 含税金额, 金额, 发票金额, 开票金额, 应收金额, 总金额, 原币金额, 本币金额, 单据金额,
    合计金额, 应收款, 应收账款, 应收, 账单金额, 销售金额, 应收总额, 发票总额, 金额合计, 借方金额,
    立账金额, 交易金额, 应收款金额, 原始金额, 货款金额, 货款, 本位币金额, 借方, 发生额, 供货金额, 供货额, 发货金额, 发货额, 送货金额, 出货金额, 销售额,
    开票额, 应收额, 人民币金额, 折人民币, 折合人民币, 折人民币金额, 折合人民币金额, 折本币金额
  `),
  openAmount: listed(`
    open amount, outstanding, outstanding amount, balance, amount due, balance due, open balance,
    amount outstanding, unpaid, unpaid amount, remaining, remainder, left to pay, still open, rest open, remaining amount, open, amount open,
    outstanding balance, remaining amt, residual, amount residual, residual amount, open item, total outstanding,
    remaining balance, due amount, invoice balance, amt due, open amt, amount remaining, current trx amount, o s amount, o s,
    o s amt, o s balance, invoice due, invoice outstanding, pending amount, total unpaid, total due, invoice amount due,
    balance amount, due balance, amount pending, closing balance, ending balance, bal due, bal, balance amt, bal amt, open bal,
    o s bal, curr bal, rem bal, remaining bal, unpaid bal, cur bal, current bal,
    未收金额, 余额, 未付金额, 未回款金额, 应收余额, 未结金额, 欠款, 欠款金额, 剩余金额, 未收款, 未收余额,
    未核销金额, 未清金额, 尚欠金额, 未收, 未回款, 待收金额, 期末余额, 未付, 结余, 欠款余额, 剩余应收,
    未结清金额, 未到账金额, 本币余额, 原币余额, 本币未收金额, 未核销余额, 未收本币, 未还, 未还金额, 未还款, 结欠, 结欠金额, 尚欠,
    未收额, 未回款额, 尚未收款, 尚未回款, 应收账款余额, 应收款余额, 应收账款期末余额, 期末应收余额, 期末应收
  `),
  paidAmount: listed(`
    paid amount, amount paid, payment amount, received amount, amount received, payments, payment,
    received, receipts, collected, collected amount, amount collected, applied amount, amount applied,
    cleared amount, settled amount, paid to date, total paid, paid, settled, receipt amount, paid amt,
    credit amount, payment received, amount settled, invoice paid, payment amt, pmt amount, pmt amt, receipt amt,
    received amt, amt paid, amt received, applied amt, amt rcvd, amount rcvd, rcvd,
    已收金额, 已付金额, 收款金额, 回款金额, 已收款, 已回款, 已收, 已核销金额, 实收金额, 已付, 付款金额,
    已回款金额, 到账金额, 核销金额, 已收款金额, 累计收款, 已结金额, 累计回款, 贷方金额, 到款金额, 还款, 还款金额, 已还, 已还款,
    已还金额, 归还, 收款额, 回款额, 已收额, 已回款额, 到账额, 实收, 实收款, 实付,
    实付金额, 收款, 回款, 到账, 到款
  `),
  debit: listed(`
    debit, debit amount, debits, dr, dr amount, debit amt, debit lc, debit fc, charges, charge, amount debit,
    借方金额, 借方, 借方发生额, 本期借方, 借方本币, 借方本币金额, 借方原币, 借方原币金额, 本币借方, 本币借方金额, 原币借方,
    借方发生金额, 借方合计, 应收借方, 本期应收, 本期应收金额, 本期增加, 应收增加, 增加应收, 应收增加金额, 本期应收增加,
    应收增加额
  `),
  credit: listed(`
    credit, credit amount, credits, cr, cr amount, credit amt, credit lc, credit fc, amount credit,
    贷方金额, 贷方, 贷方发生额, 本期贷方, 贷方本币, 贷方本币金额, 贷方原币, 贷方原币金额, 本币贷方, 本币贷方金额, 原币贷方,
    贷方发生金额, 贷方合计, 应收贷方, 本期收回, 本期实收, 本期收款, 本期回款, 本期已收, 本期实收金额, 本期收款金额,
    本期减少, 应收减少, 减少应收, 应收减少金额, 本期应收减少, 应收减少额
  `),
  // A type whose cells are all Dr and Cr is one of these: so the names of types come last.
  entrySide: listed(`
    dr cr, debit credit, d c, s h, debit credit indicator, debit credit ind, d c indicator, d c ind, dr cr indicator,
    dr cr ind, dr cr flag, d c flag, debit credit flag, debit or credit, dr or cr, drcr, dc indicator, dc ind, dc,
    shkzg, db cr, direction, entry side, posting side, side, sign, plus minus, debit credit code, d c code,
    s h indicator, s h ind, soll haben, amount direction, debit credit type,
    借贷方向, 借贷, 借贷标志, 借贷标识, 借贷别, 方向, 借或贷, 借贷标记, 记账方向, 金额方向, 发生额方向, 本期发生额方向,
    发生方向,
    type, transaction type, entry type, posting type, 类型, 业务类型, 交易类型
  `),
  runningBalance: listed(`
    running balance, balance, cumulative balance, account balance, closing balance, running total,
    outstanding balance, remaining balance, open balance, balance amount, bal, balance amt, bal amt, open bal, o s bal,
    curr bal, cur bal, current bal, rem bal, remaining bal,
    余额, 结余, 期末余额, 本币余额, 原币余额, 余额本币, 累计余额, 余额金额, 期末结余, 应收余额, 欠款余额, 未收余额, 结欠, 结欠金额, 尚欠,
    累计欠款, 累计结欠, 应收账款余额, 应收款余额, 应收账款期末余额, 期末应收余额, 期末应收
  `),
  currency,
  salesperson,
  region,
  industry,
  documentStatus: listed(`
    status, invoice status, document status, doc status, inv status, bill status, transaction status, state,
    状态, 发票状态, 单据状态, 票据状态, 开票状态, 凭证状态, 业务状态, 账单状态
  `),
  paymentStatus: listed(`
    payment status, paid, is paid, paid y n, payment state, paid status, settled, is settled, settlement status,
    collection status, fully paid, cleared, clearing status, paid in full, invoice paid, paid yes no, received, collected, payment received,
    received y n,
    收款状态, 付款状态, 回款状态, 核销状态, 结清状态, 支付状态, 到账状态, 结算状态, 清账状态, 是否结清, 是否收款,
    是否已收款, 是否收回, 是否回款, 是否已回款, 是否付款, 是否已付款, 是否付清, 是否核销, 是否到账, 结清标志, 核销标志, 结清, 已收, 已收款, 已回款, 已付, 已到账, 收款, 回款, 到账
  `),
  disputed: listed(`
    disputed, dispute, in dispute, is disputed, dispute flag, disputed flag, dispute status,
    disputed y n, under dispute, dispute y n, contested,
    争议, 是否争议, 有争议, 争议标志, 是否有争议, 争议状态, 存在争议, 争议标记, 是否存在争议, 有无争议
  `),
  excluded,
  termsDays,
  creditLimit,
};

/** What the columns of a customer list are called. */
export const customerNames: FieldNames<CustomerField> = {
  customer,
  customerNumber,
  creditLimit,
  termsDays,
  guarantee: listed(`
    guarantee, guarantee amount, guaranteed amount, guaranteed, collateral, collateral amount, security,
    security amount, secured amount, bank guarantee, bank guarantee amount, credit insurance,
    insured amount, insured limit, credit insurance limit, deposit, security deposit, letter of credit,
    guarantee type, collateral value,
    担保, 担保金额, 是否有担保, 有无担保, 担保额, 担保额度, 保函, 保函金额, 银行保函, 抵押, 抵押金额, 抵押物,
    质押, 保证金, 保证金金额, 履约保证金, 信用保险, 信用保险额度, 投保额度, 保险额度, 担保方式, 担保类型,
    增信措施
  `),
  lastReview: listed(`
    last review, last review date, last reviewed, last reviewed on, date of last review,
    last credit review, last credit review date, credit review date, review date, reviewed on, reviewed,
    limit reviewed on, last limit review,
    上次复审日期, 上次复审, 最近复审日期, 复审日期, 上次评审日期, 最近评审日期, 上次信用评审日期,
    信用复审日期, 上次授信复审日期, 上次评估日期, 最近评估日期, 信用评估日期, 评审日期, 上次审查日期,
    最近审查日期, 额度复审日期
  `),
  insolvent: listed(`
    insolvent, insolvency, is insolvent, insolvency flag, insolvency status, bankrupt, bankruptcy,
    is bankrupt, bankruptcy flag, in bankruptcy, in liquidation, in administration, insolvency proceedings,
    破产, 是否破产, 破产标志, 破产重整, 是否破产重整, 破产清算, 是否破产清算, 破产状态, 资不抵债, 是否资不抵债,
    清算中, 重整中
  `),
  excluded,
  currentAssets: listed(`
    current assets, total current assets,
    流动资产, 流动资产合计, 流动资产总额, 流动资产总计
  `),
  currentLiabilities: listed(`
    current liabilities, total current liabilities, short term liabilities,
    流动负债, 流动负债合计, 流动负债总额, 流动负债总计
  `),
  totalAssets: listed(`
    total assets, assets, assets total, balance sheet total,
    总资产, 资产总额, 资产总计, 资产合计, 资产
  `),
  totalLiabilities: listed(`
    total liabilities, liabilities, liabilities total, total debt, total liability,
    总负债, 负债总额, 负债合计, 负债总计, 负债
  `),
  workingCapital: listed(`
    working capital, net working capital, net current assets,
    营运资金, 营运资本, 净营运资本, 净营运资金, 净流动资产
  `),
  retainedEarnings: listed(`
    retained earnings, retained profits, accumulated profits, accumulated earnings, retained profit,
    留存收益, 留存利润, 留存盈余, 累计留存收益, 未分配利润
  `),
  equity: listed(`
    equity, total equity, shareholders equity, shareholder equity, owners equity, book equity,
    book value of equity, net worth, net assets, tangible net worth, stockholders equity,
    所有者权益, 股东权益, 净资产, 所有者权益合计, 股东权益合计, 权益合计, 权益总额, 账面净资产, 权益
  `),
  marketValue: listed(`
    market value, market value of equity, market cap, market capitalisation, market capitalization,
    equity market value,
    市值, 总市值, 股权市值, 权益市值
  `),
  // What a list of trade figures calls our sales is the customer's own revenue beside a column that is surer of ours: so these come last.
  revenue: listed(`
    company revenue, customer revenue, statement revenue, company sales, statement sales,
    operating revenue, total operating revenue, revenue per statements, customer annual revenue,
    customer turnover, company turnover, annual sales, annual revenue, annual turnover, net revenue,
    revenue, total revenue,
    营业总收入, 客户营业收入, 企业营业收入, 公司营业收入, 报表营业收入, 主营业务收入, 客户年营业额,
    客户年收入, 企业年收入, 年营业收入, 年营业额, 营业收入, 营业额
  `),
  ebit: listed(`
    ebit, earnings before interest and tax, earnings before interest and taxes, operating profit,
    operating income, profit before interest and tax,
    息税前利润, 息税前收益, 营业利润, 息税前盈利
  `),
  operatingCashFlow: listed(`
    operating cash flow, cash flow from operations, cash from operations, cash flow from operating activities,
    net cash from operating activities, net operating cash flow, operating cash flows, cfo, ocf,
    经营活动现金流量净额, 经营现金流, 经营现金流量净额, 经营活动产生的现金流量净额, 经营性现金流,
    经营活动现金流, 经营现金净流量, 经营性现金流量净额, 经营活动现金净流量
  `),
  currentRatio: listed(`
    current ratio,
    流动比率
  `),
  debtRatio: listed(`
    debt ratio, debt to assets, debt to assets ratio, debt to asset ratio, liabilities to assets,
    liabilities to assets ratio, total debt ratio,
    资产负债率, 负债率, 负债比率
  `),
  cashFlowToDebt: listed(`
    operating cash flow to debt, cash flow to debt, cash flow to debt ratio, cash flow to liabilities,
    operating cash flow ratio, ocf to debt,
    经营现金流负债比, 现金流负债比, 现金流量债务比, 经营现金流债务比, 现金债务总额比
  `),
  altmanZ: listed(`
    altman z score, altman z, z score, altman score, altman,
    z值, 奥特曼z值, 奥特曼评分, z评分, 阿特曼z值, z score值
  `),
  contact: listed(`
    contact person, contact persons, primary contact, accounts payable contact, ap contact,
    billing contact, attention, attn, contact name, contact,
    联系人, 联系人姓名, 财务联系人, 对账联系人, 收件人, 联络人
  `),
  email: listed(`
    email, e mail, mail, email address, e mail address, contact email, billing email, invoice email,
    accounts payable email, ap email, email to, mail address,
    邮箱, 电子邮箱, 电子邮件, 邮件, 邮箱地址, 邮件地址, 电子邮件地址, 联系邮箱, 财务邮箱, 对账邮箱, 收件邮箱
  `),
  language: listed(`
    language, letter language, preferred language, correspondence language, language code, lang, spras,
    语言, 首选语言, 信函语言, 通知语言, 沟通语言, 语种, 函件语言
  `),
  contractEnd: listed(`
    contract end, contract end date, contract expiry, contract expiry date, contract expires,
    contract expiration, contract expiration date, end of contract, expiry date, expiration date,
    contract to, valid until, valid to, agreement end, contract until, agreement expiry, end date,
    expires, expiry, contract valid to, contract valid until,
    合同到期日, 合同到期, 合同截止日期, 合同结束日期, 合同终止日期, 合同到期日期, 合同截止日,
    合同有效期至, 协议到期日, 有效期至, 合同期止, 合同结束日, 合同终止日, 协议到期日期, 到期日, 结束日期,
    合同失效日期, 合同有效期, 截止日期
  `),
  contractStart: listed(`
    contract start, contract start date, contract from, contract begin, start of contract, contract date,
    agreement start, start date, valid from, contract signed, signed on, contract begin date,
    contract signing date, customer since, effective date, agreement date, contract effective date,
    合同开始日期, 合同起始日期, 合同起始日, 合同生效日, 合同签订日期, 合同开始日, 签约日期, 签订日期,
    合同期始, 协议开始日期, 合同日期, 生效日期, 起始日期, 开始日期, 合同签订日, 合同起始, 合同开始,
    签约日, 合同生效日期
  `),
  // Beside documents a branch or a state is rather the document's.
  industry: [...industry, ...listed('branch, segment')],
  region: [...region, ...listed('state, market, location, 所在地, 省')],
  salesperson: [
    ...salesperson,
    ...listed('owner, representative, responsible, collector, rep, 负责人, 责任人, 跟进人, 销售, 经办人'),
  ],
  currency,
  rating: listed(`
    rating, credit rating, grade, credit grade, external rating, agency rating, customer grade,
    customer class, internal rating, risk class, risk rating,
    评级, 信用评级, 信用等级, 客户等级, 外部评级, 资信等级, 客户级别, 等级, 信用级别, 资信评级
  `),
  exposure: listed(`
    exposure, balance, outstanding, receivables, receivable, total receivables, total outstanding,
    outstanding balance, ar balance, open balance, accounts receivable, amount due, total due,
    total exposure, open amount, account balance, outstanding amount, total, receivables balance, ar,
    credit exposure, current balance, receivable balance, balance due, total balance, total ar, amount,
    应收余额, 敞口, 应收账款, 应收账款余额, 欠款余额, 余额, 欠款, 应收总额, 应收款, 应收金额, 未收金额,
    期末余额, 本币余额, 信用敞口, 欠款总额, 应收款余额, 未收余额, 风险敞口, 欠款金额, 应收合计, 应收, 占用额度,
    已用额度, 期末应收, closing balance, ending balance, closing debit, closing dr, debit balance, closing balance debit, closing balance dr,
    期末余额借方, 期末借方余额, 期末借方, 借方余额, 合计, 总计, 合计金额
  `),
  credit: listed(`
    closing credit, closing cr, credit balance, closing balance credit, closing balance cr,
    期末余额贷方, 期末贷方余额, 期末贷方, 贷方余额
  `),
  entrySide: listed(`
    方向, 余额方向, 期末方向, 期末余额方向, 借贷方向, 借贷, 借或贷, 借贷标志, dr cr, balance side, closing side, balance dr cr, debit credit, side
  `),
  overdue: listed(`
    overdue, overdue amount, past due, past due amount, amount overdue, overdue balance, total overdue,
    amount past due, past due balance, overdue receivables, total past due, arrears,
    逾期, 逾期金额, 其中逾期, 其中逾期金额, 逾期余额, 逾期应收, 逾期款, 逾期欠款, 超期金额, 逾期总额, 逾期应收款, 逾期账款,
    已逾期金额, 到期未收, 超期应收
  `),
  sales: listed(`
    sales, revenue, turnover, annual sales, net sales, sales amount, annual revenue,
    sales last 12 months, sales ltm, credit sales, yearly sales, total sales, purchases, sales 12 months,
    sales 12m, last 12 months sales, annual purchases, sales volume, sales ytd, total revenue,
    annual turnover, net revenue, trailing 12 month sales,
    销售额, 年销售额, 销售收入, 营业收入, 销售金额, 年交易额, 近12个月销售额, 年度销售额, 赊销额, 交易额,
    营业额, 收入, 采购额, 年采购额, 全年销售额, 累计销售额, 年营业额, 赊销收入, 近一年销售额
  `),
  overdueShare: listed(`
    overdue share, overdue %, overdue percent, overdue ratio, overdue rate, % overdue, past due %,
    past due ratio, past due percent, percent overdue, share overdue, overdue pct, overdue percentage,
    past due share, % past due,
    逾期占比, 逾期率, 逾期比例, 逾期比率, 逾期金额占比, 超期占比, 逾期百分比
  `),
  oldestDays: listed(`
    oldest days, oldest, oldest overdue days, days overdue, max days overdue, maximum days overdue,
    days past due, dpd, oldest item, oldest invoice days, longest overdue, max days past due,
    oldest open days, max overdue days, overdue days, longest overdue days, oldest invoice,
    最长逾期天数, 逾期天数, 最大逾期天数, 最久逾期天数, 超期天数, 最长账龄, 最长逾期, 最早逾期天数
  `),
  daysBeyondTerms: listed(`
    days beyond terms, dbt, average days late, avg days late, days late, average delay, avg delay,
    average days delinquent, add, mean days late, avg days beyond terms, average days beyond terms,
    avg days overdue, average days overdue, average delay days,
    超信用期天数, 平均逾期天数, 平均延迟天数, 平均超期天数, 平均拖欠天数, 延迟天数, 平均迟付天数,
    平均延期天数
  `),
  delayRate: listed(`
    delay rate, payment delay rate, late payment rate, late rate, late payments %, late payment %,
    % late, percent late, late share, late payment ratio, delayed payment rate, late ratio,
    付款延迟率, 延迟付款率, 延迟率, 迟付率, 逾期付款率, 延期付款率, 迟付比例, 拖欠率, 延迟付款比例
  `),
  dso: listed(`
    dso, days sales outstanding, collection days, average collection period, days sales, debtor days,
    receivable days, receivables days,
    应收账款周转天数, 周转天数, 应收周转天数, 回款天数, 平均收账期, 收款天数, 平均收款期, 平均回款天数
  `),
  disputedShare: listed(`
    disputed share, disputed %, dispute rate, dispute %, % disputed, dispute ratio, disputed ratio,
    disputed percent, share disputed,
    争议占比, 争议比例, 争议率, 争议金额占比
  `),
  tenureYears: listed(`
    tenure, tenure years, years as customer, relationship years, years, customer years,
    length of relationship, years of relationship, relationship length, years with us,
    years of cooperation,
    合作年限, 合作年数, 客户年限, 往来年限, 合作时间, 年限, 合作时长
  `),
};

/** What Tiercel itself writes beside the data: never data. */
export const ownHeaders = listed(`
  score, tier, breaches, risk score, risk tier,
  评分, 风险评分, 信用评分, 风险等级, 预警
`);

/** Single words that mean their field also among other words (`sum of amount`, `本期金额`). */
export const strongWords = listed(`
  customer, client, debtor, amount, outstanding, balance, currency, disputed, dispute, maturity, exposure,
  overdue, industry, region, dso,
  客户, 金额, 余额, 币种, 争议, 账期, 敞口, 行业, 地区, 额度
`);

/** Words beside a field's name that turn it into something else (`amount without tax`). */
export const turningWords = listed(`
  day, days, paperless, count, counts, rate, ratio, percent, pct, previous, prior, last, next, avg, average,
  create, created, creates, update, updated, modified, reminder, dunning, birth, delivery, ship, shipping,
  order, tax, vat, discount, freight, fee, rep, email, phone, address, type, status, reason, comment,
  comments, note, notes, remark, remarks, description, bank, quantity, qty, unit, units, price, user, by,
  group, class, category, contact, disputed, tier, score, flag, budget, target, forecast, method, parent,
  opening, beginning, old, former, py, ly, plan, planned, draft, estimated, commission, penalty, interest, cost, revalued, expected, promise, promised,
  projected, anticipated, scheduled, provision, allowance, impairment, write off, written off, writeoff
`);

/** The same in Chinese, where words have no bounds (`客户地址`). */
export const turningCharacters = listed(`
  税, 天数, 数量, 单价, 备注, 说明, 地址, 电话, 邮箱, 摘要, 折扣, 比例, 占比, 率, 原因, 状态, 类型, 运费, 联系,
  银行, 更新, 修改, 创建, 上次, 下次, 提醒, 催收, 平均, 人员, 经理, 分类, 分组, 类别, 争议, 预算, 目标, 预测, 方式,
  上级, 集团, 期初, 年初, 旧, 去年, 上年, 上月, 上期, 上季, 作废, 计划, 预估, 佣金, 提成, 罚, 违约, 成本, 利息, 重估, 预计, 预期, 承诺, 约定, 准备, 计提, 减值, 入金, 最近, 最后, 末次
`);
