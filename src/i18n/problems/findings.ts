/** What is said of each kind of finding in a sheet, and what to do about it. */
import type { FindingKind } from '../../risk/ledger/ledger';
import { partTexts } from '../bilingual';
import { counted, chineseCount as n } from '../plural';

interface FindingText {
  readonly title: (amount: number) => string;
  readonly advice: string;
}

export const findingTexts = partTexts<Readonly<Record<FindingKind, FindingText>>>({
  en: {
    textDate: {
      title: (n: number) => counted(n, 'date is text', 'dates are text'),
      advice: 'Read as dates here; formulas on the sheet do not see them as dates.',
    },
    textAmount: {
      title: (n: number) => counted(n, 'amount is text', 'amounts are text'),
      advice: 'Read as amounts here; SUM on the sheet leaves them out.',
    },
    unreadableDate: {
      title: (n: number) => counted(n, 'date could not be read', 'dates could not be read'),
      advice: 'Treated as missing. Type the date again.',
    },
    unreadableAmount: {
      title: (n: number) => counted(n, 'amount could not be read', 'amounts could not be read'),
      advice: 'The row is not in the totals. Type the amount again.',
    },
    missingCustomer: {
      title: (n: number) => counted(n, 'row has no customer', 'rows have no customer'),
      advice: 'The row is not in the totals. Fill in the customer.',
    },
    namedAbove: {
      title: (n: number) =>
        counted(n, 'row takes its customer from above', 'rows take their customer from above'),
      advice: 'This sheet names each customer once: in a heading, or in the first of its rows.',
    },
    missingDueDate: {
      title: (n: number) => counted(n, 'due date is missing', 'due dates are missing'),
      advice: 'Taken from the invoice date, plus the terms where there are any.',
    },
    missingAmount: {
      title: (n: number) => counted(n, 'amount is missing', 'amounts are missing'),
      advice: 'The row is not in the totals. Fill in the amount.',
    },
    errorCell: {
      title: (n: number) => counted(n, 'cell holds an error', 'cells hold an error'),
      advice: 'The row is read as far as it goes. Repair the formula.',
    },
    duplicateDocument: {
      title: (n: number) => counted(n, 'invoice number appears twice', 'invoice numbers appear twice'),
      advice: 'Both rows count. Delete one if it is the same invoice.',
    },
    sameCustomerOtherName: {
      title: (n: number) =>
        counted(n, 'customer may be written in two ways', 'customers may be written in two ways'),
      advice: 'Tiered apart. Use one name if they are the same customer.',
    },
    severalNumbers: {
      title: (n: number) => counted(n, 'customer has several numbers', 'customers have several numbers'),
      advice: 'One customer, as the name is the same. If they are several, give each a name of its own.',
    },
    namedByNumber: {
      title: (n: number) =>
        counted(n, 'row has a customer number but no name', 'rows have a customer number but no name'),
      advice: 'Counted for the customer who has this number in other rows.',
    },
    otherCurrency: {
      title: (n: number) => counted(n, 'currency is left out', 'currencies are left out'),
      advice: 'Choose the currency to tier under “What was recognised”.',
    },
    missingRate: {
      title: (n: number) => counted(n, 'currency has no rate', 'currencies have no rate'),
      advice: 'Left out of the totals. Add the rate on the sheet Tiercel Policy.',
    },
    blankCurrency: {
      title: (n: number) => counted(n, 'row names no currency', 'rows name no currency'),
      advice: 'Taken to be in the only currency the sheet names. Fill it in if it is another one.',
    },
    blankSettled: {
      title: (n: number) =>
        counted(n, 'blank open amount is read as settled', 'blank open amounts are read as settled'),
      advice: 'Other rows say what is open of them. If something is open here, too, enter the amount.',
    },
    blankOpen: {
      title: (n: number) =>
        counted(
          n,
          'blank open amount is read as open in full',
          'blank open amounts are read as open in full',
        ),
      advice: 'Nothing on the sheet says that a blank is settled. If it is, enter 0.',
    },
    blankOverdue: {
      title: (n: number) =>
        counted(n, 'blank overdue amount is read as 0', 'blank overdue amounts are read as 0'),
      advice:
        'Other customers say what is overdue, and none says 0. If something is overdue here, enter the amount.',
    },
    negativePaid: {
      title: (n: number) => counted(n, 'paid amount is below 0', 'paid amounts are below 0'),
      advice:
        'It raises what is open, as a payment that was taken back does. If it was a payment, take the minus away.',
    },
    negativeLimit: {
      title: (n: number) => counted(n, 'credit limit is negative', 'credit limits are negative'),
      advice: 'Counts as no limit. If it is what is left of a limit, choose the column of the limit itself.',
    },
    creditNote: {
      title: (n: number) => counted(n, 'credit note', 'credit notes'),
      advice: 'Subtracted from what the customer owes.',
    },
    bothSides: {
      title: (n: number) => counted(n, 'row has a debit and a credit', 'rows have a debit and a credit'),
      advice: 'Counted net, as one amount.',
    },
    missingSide: {
      title: (n: number) =>
        counted(n, 'amount is neither debit nor credit', 'amounts are neither debit nor credit'),
      advice: 'Counted as written. Fill in the side, if it is a credit.',
    },
    unclearType: {
      title: (n: number) => counted(n, 'type can be taken in two ways', 'types can be taken in two ways'),
      advice: 'Counted with the sign they have. If they are receipts, write Receipt as their type.',
    },
    openingBalance: {
      title: (n: number) => counted(n, 'opening balance', 'opening balances'),
      advice: 'Owed from its date on, but not counted as a sale.',
    },
    futureInvoice: {
      title: (n: number) => counted(n, 'invoice is dated in the future', 'invoices are dated in the future'),
      advice: 'Not counted before that day. Check the date.',
    },
    totalRow: {
      title: (n: number) => counted(n, 'total row', 'total rows'),
      advice: 'Left out, so that nothing counts twice.',
    },
    assumedDateOrder: {
      title: (n: number) =>
        counted(
          n,
          'column of text dates does not say its order',
          'columns of text dates do not say their order',
        ),
      advice: 'Day or month first? The order shown was assumed. Turn them into dates if it is the other.',
    },
    turnedDates: {
      title: (n: number) =>
        counted(
          n,
          'column of dates may have day and month swapped',
          'columns of dates may have day and month swapped',
        ),
      advice:
        'Its texts begin with the day, and no date in it has a day after the 12th: Excel may have read 5 March as 3 May. Import the file again with the day first.',
    },
    ageingDiffers: {
      title: (n: number) =>
        counted(n, 'balance is not the sum of its ages', 'balances are not the sum of their ages'),
      advice: 'The balance counts; the difference shown has no age. Check the row.',
    },
    duplicateCustomer: {
      title: (n: number) => counted(n, 'customer is listed twice', 'customers are listed twice'),
      advice: 'Each row is tiered by itself. Delete one if they are the same.',
    },
    appliedOldestFirst: {
      title: (n: number) =>
        counted(n, 'payment was applied oldest invoice first', 'payments were applied oldest invoice first'),
      advice:
        'No open invoice of this customer has the number given, or it is smaller than the payment. Correct the number to apply it otherwise.',
    },
    unappliedPayment: {
      title: (n: number) => counted(n, 'payment is not fully applied', 'payments are not fully applied'),
      advice: 'The customer has nothing else open. The rest stays as a credit.',
    },
    amountUnit: {
      title: (n: number) =>
        counted(n, 'column counts money in a larger unit', 'columns count money in a larger unit'),
      advice:
        'Its header, or a note above the table, says so. Amounts are read in units of the currency: 1.5 thousand is 1,500.',
    },
    agedAmount: {
      title: (n: number) => counted(n, 'amount is the sum of its ages', 'amounts are the sums of their ages'),
      advice: 'No other column says what is open of a row. Choose the column of the amounts if there is one.',
    },
    netAmount: {
      title: (n: number) =>
        counted(n, 'column of amounts may be without tax', 'columns of amounts may be without tax'),
      advice:
        'A column of tax stands beside it, and none has both: customers may owe the tax as well. Add a column of amounts with tax, and choose it as Amount.',
    },
    chargeLeftOut: {
      title: (n: number) =>
        counted(
          n,
          'column that may change what is owed was not read',
          'columns that may change what is owed were not read',
        ),
      advice:
        'Adjustments, discounts, interest or fees stand beside the amounts and are not counted. If they change what customers owe, add a column of what is open with them, and choose it as Open amount.',
    },
    unappliedBeside: {
      title: (n: number) =>
        counted(
          n,
          'column of money not applied is not taken off',
          'columns of money not applied are not taken off',
        ),
      advice:
        'Unapplied cash, advances or deposits stand beside what is open: customers owe less by them. To count them, give each a row of its own below the invoices, as an amount below 0.',
    },
    billedInOtherMoney: {
      title: (n: number) =>
        counted(
          n,
          'column of amounts is in another currency than what is open',
          'columns of amounts are in another currency than what is open',
        ),
      advice:
        'It is not read, so sales and days of sales count only what is open. If another column has the amounts in the currency of what is open, choose it as Amount.',
    },
    balanceDiffers: {
      title: (n: number) =>
        counted(n, 'balance is not the sum of its rows', 'balances are not the sum of their rows'),
      advice:
        'What is open of the rows counts. The difference shown is the balance less its rows: look for rows that are missing, and for money that settles no invoice yet.',
    },
    paidButOpen: {
      title: (n: number) =>
        counted(
          n,
          'invoice is called paid or written off and is open',
          'invoices are called paid or written off and are open',
        ),
      advice: 'The amounts count: they leave something open. Correct the status or the amounts of the row.',
    },
    retentionCounted: {
      title: (n: number) =>
        counted(
          n,
          'column of retention is due with its invoices',
          'columns of retention are due with their invoices',
        ),
      advice:
        'What is held back is in what is owed, and overdue when the invoice is. To have it due later, give it a row of its own with its own due date, and take it off the invoice.',
    },
    retentionLeftOut: {
      title: (n: number) =>
        counted(n, 'column of retention is not counted', 'columns of retention are not counted'),
      advice:
        'What is open leaves out what is held back. To count it as owed, give it a row of its own with its own due date.',
    },
    chargeCounted: {
      title: (n: number) =>
        counted(
          n,
          'column of interest or fees is counted as owed',
          'columns of interest or fees are counted as owed',
        ),
      advice:
        'What is open has it in it, so exposure and overdue do, too. To leave it out, choose a column without it as Open amount.',
    },
    paidInColumn: {
      title: (n: number) => counted(n, 'column lowers what is open', 'columns lower what is open'),
      advice:
        'Payments one by one, advances, credit notes or tax withheld: subtracted from the amount, as no column says what is open. Choose the column of open or paid amounts if one has it all.',
    },
    typeByWords: {
      title: (n: number) =>
        counted(n, 'row lowers what is owed by its words', 'rows lower what is owed by their words'),
      advice:
        'No column has types, and the description calls it a receipt, a credit note or a write-off. Add a column of types if it is none.',
    },
    rivalColumn: {
      title: (n: number) =>
        counted(n, 'column was not read in place of another', 'columns were not read in place of others'),
      advice:
        'Its header says the same as that of the column that was read, and it holds something else. Choose it if it is the one that counts.',
    },
    expectedAsDue: {
      title: (n: number) =>
        counted(
          n,
          'column of expected payment dates is read as due dates',
          'columns of expected payment dates are read as due dates',
        ),
      advice:
        'No other column says when invoices are due, so what is late counts from the day payment is expected. Choose the column of due dates, or of terms, if there is one.',
    },
    otherList: {
      title: (n: number) => counted(n, 'header of another list', 'headers of other lists'),
      advice:
        'Rows below it are read by it where it has the same columns, else not at all; columns beside are not read. To read that list, select it and read again.',
    },
    invoiceLine: {
      title: (n: number) =>
        counted(n, 'row repeats the total of its invoice', 'rows repeat the total of their invoice'),
      advice: 'The sheet has a row for each item. Each invoice counts once.',
    },
    paidByStatus: {
      title: (n: number) =>
        counted(n, 'column of status says what is paid', 'columns of status say what is paid'),
      advice:
        'No column says how much or when. What is paid is not open; how customers pay is not known. Choose the column of paid amounts or dates if there is one.',
    },
    partlyPaid: {
      title: (n: number) => counted(n, 'invoice is partly paid', 'invoices are partly paid'),
      advice:
        'Counted as open in full: no column says how much is paid. Add one and choose it as Paid amount.',
    },
    excludedRow: {
      title: (n: number) => counted(n, 'row is excluded', 'rows are excluded'),
      advice:
        'A column of the sheet says so: excluded, void, a draft, a cash sale, an order. Not tiered, but in the control total.',
    },
  },
  zh: {
    textDate: { title: k => `${n(k)} 个日期是文本`, advice: '已照常读取，但工作表公式不会把它们当作日期。' },
    textAmount: { title: k => `${n(k)} 个金额是文本`, advice: '已照常读取，但工作表中的 SUM 不会计入。' },
    unreadableDate: { title: k => `${n(k)} 个日期无法读取`, advice: '按缺失处理。请重新输入日期。' },
    unreadableAmount: { title: k => `${n(k)} 个金额无法读取`, advice: '该行未计入合计。请重新输入金额。' },
    missingCustomer: { title: k => `${n(k)} 行没有客户`, advice: '未计入合计。请补填客户。' },
    namedAbove: {
      title: (k: number) => `${n(k)} 行的客户取自上方`,
      advice: '此工作表中每个客户只写一次：写在小标题中，或写在其第一行。',
    },
    missingDueDate: { title: k => `缺少 ${n(k)} 个到期日`, advice: '按开票日期推算，有信用期的加上信用期。' },
    missingAmount: { title: k => `缺少 ${n(k)} 个金额`, advice: '未计入合计。请补填金额。' },
    errorCell: { title: k => `${n(k)} 个单元格为错误值`, advice: '该行已尽量读取。请修正公式。' },
    duplicateDocument: {
      title: k => `${n(k)} 个发票号重复`,
      advice: '两行均已计入。若为同一张发票，请删除一行。',
    },
    sameCustomerOtherName: {
      title: k => `${n(k)} 个客户可能有两种写法`,
      advice: '分别评定。若为同一客户，请统一名称。',
    },
    severalNumbers: {
      title: k => `${n(k)} 个客户有多个客户编号`,
      advice: '名称相同，视为同一客户。若为不同客户，请分别命名。',
    },
    namedByNumber: {
      title: k => `${n(k)} 行有客户编号而无客户名称`,
      advice: '计入其他行中使用该编号的客户。',
    },
    otherCurrency: { title: k => `${n(k)} 个币种未计入`, advice: '可在“识别结果”中选择要评定的币种。' },
    missingRate: {
      title: k => `${n(k)} 个币种没有汇率`,
      advice: '未计入合计。请在工作表 Tiercel Policy 补填汇率。',
    },
    blankCurrency: {
      title: k => `${n(k)} 行未注明币种`,
      advice: '按工作表中唯一的币种读取。如为其他币种，请补填。',
    },
    blankSettled: {
      title: k => `${n(k)} 处未收金额为空，按已结清读取`,
      advice: '其他行均填写了未收金额。如此处仍有未收，请填写金额。',
    },
    blankOpen: {
      title: k => `${n(k)} 处未收金额为空，按全额未收读取`,
      advice: '表中没有迹象表明空白为已结清。如已结清，请填 0。',
    },
    blankOverdue: {
      title: k => `${n(k)} 处逾期金额为空，按 0 读取`,
      advice: '其他客户填写了逾期金额，且没有填 0 的。如此处有逾期，请填写金额。',
    },
    negativePaid: {
      title: k => `${n(k)} 处已收金额小于 0`,
      advice: '会增加未收金额，如同退回的收款。如为收款，请去掉负号。',
    },
    negativeLimit: {
      title: k => `${n(k)} 个信用额度为负数`,
      advice: '按无额度处理。如该列为剩余额度，请改选信用额度本身的列。',
    },
    creditNote: { title: k => `${n(k)} 笔贷项（红字）`, advice: '已从客户欠款中扣减。' },
    bothSides: { title: k => `${n(k)} 行同时有借方和贷方金额`, advice: '按两者之差计为一笔。' },
    missingSide: { title: k => `${n(k)} 个金额未注明借贷方向`, advice: '按原样计入。如为贷方，请补填方向。' },
    unclearType: {
      title: k => `${n(k)} 个单据类型有两种可能`,
      advice: '按金额本身的正负计入。如为收款，请将类型改为“收款”。',
    },
    openingBalance: { title: k => `${n(k)} 笔期初余额`, advice: '自其日期起计入欠款，不计入销售额。' },
    futureInvoice: { title: k => `${n(k)} 张发票的日期在未来`, advice: '在该日之前不计入。请核对日期。' },
    assumedDateOrder: {
      title: k => `${n(k)} 列文本日期未表明日、月顺序`,
      advice: '已按所示顺序读取。若相反，请改为日期格式。',
    },
    turnedDates: {
      title: k => `${n(k)} 列日期的日、月可能颠倒`,
      advice:
        '该列文本以日开头，而没有一个日期晚于 12 日：Excel 可能把 3 月 5 日读成了 5 月 3 日。请按“日/月/年”重新导入文件。',
    },
    ageingDiffers: {
      title: k => `${n(k)} 个余额与各账龄之和不符`,
      advice: '以余额为准，所示差额没有账龄。请核对该行。',
    },
    duplicateCustomer: {
      title: k => `${n(k)} 个客户重复列出`,
      advice: '各行分别评定。若为同一客户，请删除一行。',
    },
    appliedOldestFirst: {
      title: k => `${n(k)} 笔收款按最早到期的发票核销`,
      advice: '该客户没有所注单号的未结发票，或收款大于该发票。如需另行核销，请更正单号。',
    },
    unappliedPayment: {
      title: k => `${n(k)} 笔收款未全额核销`,
      advice: '该客户已无其他未结款项，余款作为贷项保留。',
    },
    amountUnit: {
      title: k => `${n(k)} 列金额以更大的单位计`,
      advice: '依据列标题或表上方的注明。金额已按货币的基本单位读取：1.5 万元读作 15,000。',
    },
    paidByStatus: {
      title: k => `${n(k)} 列状态说明款项是否已付`,
      advice:
        '没有列说明已收多少、何时收款。已付的不计入未收，付款习惯无从得知。如有已收金额或收款日期的列，请选择该列。',
    },
    partlyPaid: {
      title: k => `${n(k)} 张发票已部分收款`,
      advice: '没有列说明已收多少，按全额未收计入。请增加一列已收金额并选择该列。',
    },
    excludedRow: {
      title: k => `${n(k)} 行已剔除`,
      advice: '工作表的列如此标明：剔除、作废、草稿、现销或订单。不参与评定，但计入控制总额。',
    },
    agedAmount: {
      title: k => `${n(k)} 处金额为各账龄列之和`,
      advice: '没有其他列说明每行的未收金额。如有金额列，请选择该列。',
    },
    netAmount: {
      title: k => `${n(k)} 列金额可能不含税`,
      advice:
        '旁边有税额列，而没有含税金额列：客户所欠可能还包括税额。请增加一列价税合计，并选择该列作为金额。',
    },
    chargeLeftOut: {
      title: k => `${n(k)} 列可能改变所欠金额而未读取`,
      advice:
        '金额旁边有调整、折扣、利息或滞纳金，未计入。如这些款项改变客户所欠，请增加一列已计入这些款项的未收金额，并选择该列。',
    },
    unappliedBeside: {
      title: k => `${n(k)} 列未核销款项未扣减`,
      advice:
        '未收金额旁边有预收、押金或未核销的收款，客户实际所欠因此较少。如应计入，请在发票下方各加一行，金额填负数。',
    },
    billedInOtherMoney: {
      title: k => `${n(k)} 列金额与未收金额币种不同`,
      advice:
        '未读取该列，故销售额及应收账款周转天数只按未收金额计算。如有与未收金额同币种的金额列，请选择该列作为金额。',
    },
    balanceDiffers: {
      title: k => `${n(k)} 个客户余额与各行之和不符`,
      advice: '以各行未收金额为准。所示差额为余额减各行之和：请查找遗漏的行，以及尚未核销发票的款项。',
    },
    paidButOpen: {
      title: k => `${n(k)} 张发票标明已付或已核销而仍有未收`,
      advice: '以金额为准，仍有未收。请更正该行的状态或金额。',
    },
    retentionCounted: {
      title: k => `${n(k)} 列质保金随发票到期`,
      advice:
        '质保金包含在所欠金额内，随发票一同逾期。如应晚些到期，请另加一行并填写其到期日，再从发票中减去。',
    },
    retentionLeftOut: {
      title: k => `${n(k)} 列质保金未计入`,
      advice: '未收金额不含质保金。如应计入所欠，请另加一行并填写其到期日。',
    },
    chargeCounted: {
      title: k => `${n(k)} 列利息或滞纳金计入所欠`,
      advice: '未收金额已包含该款项，故应收余额和逾期也包含。如不应计入，请选择不含该款项的未收金额列。',
    },
    paidInColumn: {
      title: k => `${n(k)} 列金额抵减应收`,
      advice:
        '分次收款、预收、红字或代扣税款：没有列说明未收金额，故从金额中扣减。如有未收金额列或完整的已收金额列，请选择该列。',
    },
    typeByWords: {
      title: k => `${n(k)} 行按摘要抵减应收`,
      advice:
        '没有单据类型列，而摘要写明收款、退货或坏账核销，故抵减客户所欠。如并非如此，请增加一列单据类型。',
    },
    rivalColumn: {
      title: k => `${n(k)} 列与已读取的列同名而未读取`,
      advice: '其列标题与已读取的列含义相同，内容却不同。如应以该列为准，请选择该列。',
    },
    expectedAsDue: {
      title: k => `${n(k)} 列预计收款日期按到期日读取`,
      advice: '没有其他列说明发票何时到期，故逾期自预计收款日起算。如有到期日列或账期列，请选择该列。',
    },
    otherList: {
      title: k => `${n(k)} 处另一清单的表头`,
      advice:
        '若该表头的列与第一个表头相同，其下方各行按该表头读取，否则不读取；旁边的列不读取。如需读取该清单，请选中它再读取。',
    },
    invoiceLine: {
      title: k => `${n(k)} 行重复其发票的总额`,
      advice: '此工作表每项一行，每张发票只计入一次。',
    },
    totalRow: { title: k => `${n(k)} 个合计行`, advice: '未计入，以免重复计算。' },
  },
});
