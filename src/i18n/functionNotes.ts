/**
 * What the Chinese page of each function says beyond its help: the English page takes formula, result and notes from the
 * docstring of the function, and this is the same in Chinese, line by line and paragraph by paragraph.
 */
import type { FunctionId } from './functionHelp';

export interface FunctionNotes {
  /** One entry for each `@formula` of the docstring. */
  readonly formula: readonly string[];
  readonly returns: string;
  /** One entry for each paragraph of the docstring after its first. */
  readonly notes: readonly string[];
  /** One entry for each `@source` of the docstring. */
  readonly source: readonly string[];
}

const ocaBounds =
  '区间边界与 OCA（Odoo）账龄表一致：当天到期视为未到期，逾期 1 至 30 天为第一区间，31 至 60 天为第二区间';
const daysPastDue = '逾期天数 = 截止日期 − 到期日；0 或以下为未到期';
const firstBucket = '所属区间 = 最后一天不小于逾期天数的第一个区间';

export const functionNotes: Readonly<Record<FunctionId, FunctionNotes>> = {
  DSO: {
    formula: [
      '"ending" = 应收账款（最后一个）/ 销售额 × 天数',
      '"average" = 应收账款（平均数）/ 销售额 × 天数',
      '"countback" = 从最近一期起逐期以销售额抵减期末余额，所用各期天数之和，最后一期按比例计',
    ],
    returns: '天数。',
    notes: [
      '`应收账款`中的空单元格略过；`销售额`中的空单元格视为没有销售的期间，末尾的空单元格视为尚未到来的期间。填 0 即为 0；桌面版 Excel 会把空单元格当作 0，因此请勿在区域中留空。给出多个`天数`时为各期天数，用于比率时相加。倒推法从不假定 365 天：期间多为月份，而非年度。',
    ],
    source: [
      'ABC-Amega，应收账款周转天数的计算（Calculating Days Sales Outstanding），abc-amega.com',
      'Benji Pays，倒推法（count-back），benjipays.com',
    ],
  },
  TURNOVER: {
    formula: ['"ending" = 销售额 / 应收账款（最后一个）', '"average" = 销售额 / 应收账款（平均数）'],
    returns: '次数。',
    notes: ['`应收账款`中没有内容的单元格略过；填 0 的计入平均数。'],
    source: [
      '教科书有两种口径：除以期末余额，或除以平均余额；这里两者均可选。同一口径下 365 / 周转率即周转天数',
    ],
  },
  AGING: {
    formula: [
      `"days"：${daysPastDue}；${firstBucket}`,
      '"months"：所属区间 = 截至截止日期，自开票日期起的月数尚未届满的第一个区间',
      '合计 = 各区间之和 + 未核销贷项 + 未归入账龄',
    ],
    returns: '一行，或一张表。',
    notes: [
      '不给出客户时返回一行：未到期，然后是各区间；贷项抵减其日期所属的区间，没有日期的金额另列一格，因此整行之和恒等于所给金额。给出客户时返回一张表，合计从大到小，贷项单独一列；每行之和等于该行合计，合计之和等于所给金额。求和精确无误差。',
      '按月时以开票日期计算账龄，此时第一个参数为开票日期：至次年同一日（含当日）为 1 年以内，与年报附注的口径一致。区间默认止于 12、24、36 个月，也可自定。',
    ],
    source: [ocaBounds, '按月口径同年报附注：1年以内（含1年）、1至2年、2至3年、3年以上'],
  },
  AGINGBUCKET: {
    formula: [daysPastDue, firstBucket],
    returns: '每行一个区间名称。',
    notes: [
      '某行的单元格是错误值或不是日期时，只有该行返回错误，其余各行照常返回区间。日期之间的空行列为未归入账龄；最后一个日期之后的空行留空。',
    ],
    source: [ocaBounds],
  },
  CONCENTRATION: {
    formula: [
      '占比 = 余额 / Σ 余额（只计大于 0 的余额）',
      '"top" = 最大 n 家的占比之和',
      '"hhi" = Σ（100 × 占比）²',
      '"effective" = 10,000 / HHI',
      '"gini" = Σ（2i − N − 1）× 第 i 个余额 /（N × Σ 余额），N 个余额从小到大排列',
    ],
    returns: '一个数值；"table" 返回客户、金额、占比、累计占比的表。',
    notes: ['先按客户合并金额；余额为贷方的客户不占份额。表不带标题行，贷方客户排在最后。'],
    source: [
      'Investopedia，Herfindahl-Hirschman Index (HHI)，赫芬达尔—赫希曼指数',
      '基尼系数：相对平均差的一半',
    ],
  },
  RISKSCORE: {
    formula: [
      '得分比例 =（数值 − 零分值）/（满分值 − 零分值），不小于 0，不大于 1；分 n 档时向下取到 1/n 的整数倍',
      '得分 = 100 × 权重 / Σ 权重 × 得分比例',
      '评分 = Σ 得分',
      '数据覆盖率 = Σ 有数据的权重 / Σ 权重',
    ],
    returns: '每行一格；"points" 为每个数值列一格。',
    notes: [
      '空单元格或“无”（n/a）为缺失。政策中有而未给出列的因素，各行均视为缺失。含错误值的行返回自己的错误，没有任何数据的行返回 #N/A；最后一行数据之后的单元格留空。',
      '标题为政策中的因素名称，或其指标的名称，中英文均可。没有标题的列略过，CUSTOMERMETRICS 的其他列也略过，因此可直接对其整张表评分；其他标题会报错，因为写错的因素名称会使该因素悄然缺失。',
      '引用整张政策表或省略政策时，"tier" 和 "reasons" 按政策的等级和一票否决项计算：如有列说明否决项所看的内容（破产、最长逾期天数、额度使用率、核销坏账、外部评级），则限制等级上限。评分仍为各因素得分之和。',
    ],
    source: ['Tiercel 政策；docs/policy.md 逐项说明默认政策的权重与界限，并以真实明细回测'],
  },
  TIER: {
    formula: ['等级 = 最低评分不高于该评分的第一个等级'],
    returns: '每个评分一个等级字母，形状与评分相同。',
    notes: ['错误值或非数字的单元格返回自己的错误，其余返回等级；空单元格留空。'],
    source: ['Tiercel 政策；docs/policy.md 说明默认政策的界限'],
  },
  CREDITLIMIT: {
    formula: ['额度 = 等级对应的月数 × 月均销售额，不小于 0'],
    returns: '每个等级一个额度，币种与销售额相同。',
    notes: [
      '含错误值或未知等级的行返回自己的错误，没有等级的行留空。销售额为空视为 0，额度也为 0；销售额为负（退货多于销售）时额度为 0；销售额填“无”（n/a）时额度留空。',
    ],
    source: ['贸易信用的期间法；docs/policy.md 说明各等级的月数'],
  },
  DELAYRATE: {
    formula: [
      '延迟 = 在到期日 + 宽限天数之后付款，或截至截止日期仍未付款',
      '延迟率 = 延迟的发票 / 到期日 + 宽限天数早于截止日期的发票，按张数计，或按金额加总',
    ],
    returns: '0 至 1 的比例。',
    notes: [
      '与任务窗格的付款记录定义一致：当天到期视为未到期，截止日期之后的付款视为未付，没有到期日的行不计入。这里所给的发票无论多久以前均计入。有宽限时，宽限期满后才判断。如果没有任何付款日期，所有到期发票均视为延迟；而任务窗格遇到没有付款日期的明细时，视为该明细不记录付款。',
    ],
    source: ['付款行为调查所用的逾期发票占比，例如 Atradius Payment Practices Barometer'],
  },
  DBT: {
    formula: ['DBT = Σ 金额 × max(0, 付款日期 − 到期日) / Σ 金额，只计截至截止日期已付的发票'],
    returns: '天数。',
    notes: [
      '与任务窗格的付款记录定义一致：提前付款计为 0 天，因此早付的钱不会掩盖晚付的钱；届时未付或没有到期日的发票不计入。这里所给的发票无论多久以前均计入。',
      '分次付款的发票每笔付款占一行，填该笔的付款日期和金额；任务窗格对付款行的加权方式相同。每张发票只有一个付款日期时，全部金额按该日计。',
    ],
    source: ['邓白氏（Dun & Bradstreet）PAYDEX：按金额加权的超信用期天数'],
  },
  CEI: {
    formula: ['CEI =（期初余额 + 销售额 / 期数 − 期末余额）/（期初余额 + 销售额 / 期数 − 期末未到期余额）'],
    returns: '到期款项全部收回时为 1。',
    notes: [
      '销售额以一期的平均数计入，这是美国信用研究基金会（Credit Research Foundation）的定义。结果为比率，可设为百分比格式。一个参数有多个单元格时相加。',
    ],
    source: ['Credit Research Foundation；算例取自 creditguru.com'],
  },
  CHURN: {
    formula: [
      '本窗口 = 截止日期 − 窗口天数之后、至截止日期（含）的各天',
      '流失率 = 上一窗口有记录而本窗口没有记录的客户数 / 上一窗口有记录的客户数',
    ],
    returns: '0 至 1 的比例。',
    notes: [
      '本窗口为截至截止日期（含）的若干天，上一窗口为其之前同样多的天数。客户在其订单或发票日期当天为活跃；没有日期的行和截止日期之后的行不计。',
      '客户名称的空格、大小写和全半角不同，仍视为同一客户。',
    ],
    source: ['通常定义：流失客户数 / 期初客户数；贸易没有订阅关系，期初客户由其订单判断'],
  },
  ALLOWANCE: {
    formula: ['坏账准备 = Σ 各区间金额 × 损失率'],
    returns: '一个金额，或每行一个。',
    notes: [
      '即《国际财务报告准则第 9 号》（IFRS 9）简化方法的准备矩阵，国内为账龄分析法。金额为一行或一列时返回一个坏账准备；金额为每列一个区间的表（例如 AGING 的区间列）时每行返回一个。含错误值的行返回自己的错误，空行留空。贷方金额减少坏账准备。账面已计提的部分须从结果中扣除。',
    ],
    source: ['IFRS 9 第 B5.5.35 段及示例 12；国内见《企业会计准则第 22 号——金融工具确认和计量》'],
  },
  ROLLRATES: {
    formula: [
      '某区间的迁徙率 = Σ 下一日期的下一区间余额 / Σ 该区间余额，不大于 1',
      '迁入最后一个区间的迁徙率 = Σ 下一日期的最后区间余额 / Σ（该区间余额 + 最后区间余额），因为损失会留在其中',
      '某区间的损失率 = 迁徙率 × 下一区间的损失率；最后一个区间为 1',
    ],
    returns: '一行损失率，每个区间一个，可直接用于 ALLOWANCE。',
    notes: [
      '每行一个日期，从早到晚，间隔等于区间长度（区间为 30 天时用各月末，区间为一年时用各年末）；每列一个区间，未到期在最前，与不给出客户的 AGING 一致。',
      '最后一个区间视为全部损失。已核销的金额请保留在最后一列：它们并未收回。从未有过余额的区间没有损失率，返回 #N/A。',
    ],
    source: ['IFRS 9 第 B5.5.35 段准备矩阵所用的滚动率法；国内即企业会计准则第 22 号下的迁徙率法'],
  },
  ALTMANZ: {
    formula: [
      '"z" = 1.2 × 营运资本 / 总资产 + 1.4 × 留存收益 / 总资产 + 3.3 × 息税前利润 / 总资产 + 0.6 × 股东权益 / 总负债 + 1.0 × 销售额 / 总资产',
      '"z1" = 同上，系数为 0.717、0.847、3.107、0.42、0.998',
      '"z2" = 同上，系数为 6.56、3.26、6.72、1.05，不含销售额',
    ],
    returns: 'Z 值，每行一个。',
    notes: [
      '单个单元格为一家公司，多行的列为每行一家公司。"z" 高于 2.99 为安全，低于 1.81 为困境；"z1" 为 2.9 与 1.23；"z2" 为 2.6 与 1.1；其间（含界限）为灰色区。含错误值的行返回自己的错误，缺少数据的行返回 #N/A，空行留空。桌面版 Excel 会把空单元格当作 0：未知的数据请填“无”。',
    ],
    source: [
      'E. I. Altman，Financial Ratios, Discriminant Analysis and the Prediction of Corporate Bankruptcy（1968），"z" 的分区',
      'E. I. Altman，Predicting Financial Distress of Companies: Revisiting the Z-Score and ZETA Models（2000）；其中 "z" 的最后一个系数为 1.0，1968 年原文为 0.999',
    ],
  },
  CUSTOMERMETRICS: {
    formula: ['应收余额 = 各账龄区间之和 + 未核销贷项', '其余各列见“各列”表，期间为政策的窗口天数（365 天）'],
    returns: '带标题行的表，每个客户一行。',
    notes: [
      '由任务窗格的同一引擎读取和计算。截止日期的未收款为：该日及以前开票、该日仍未结清的款项；此后的付款视为未付。没有到期日时取开票日期；合计行不计入。金额单位与所给金额相同，占比为 0 至 1，未知的留空。',
      '应收余额从大到小排列；没有客户名称的各行合为最后一行，不计占比。首笔单据晚于截止日期的客户不列入。',
      '明细中没有的列请填 ""。没有任何一列说明未收金额时，未付款的视为未收；桌面版 Excel 会把空的未收金额当作 0，即已结清。',
    ],
    source: ['任务窗格的计算引擎：公式与窗格的数字出自同一计算'],
  },
  ANOMALY: {
    formula: [
      '分数 = 0.6745 ×（数值 − 中位数）/ MAD',
      'MAD = |数值 − 中位数| 的中位数；为 0 时：分数 =（数值 − 中位数）/（1.253314 × |数值 − 中位数| 的平均数）',
    ],
    returns: '每个数值一个分数，形状与数值相同。',
    notes: [
      '绝对值大于 3.5 视为异常（Iglewicz 与 Hoaglin）。超过一半的数值相等时，以平均绝对偏差代替 MAD。给出阈值时只显示超过阈值的分数，其余留空，因此可用 COUNT 统计异常个数。错误值的单元格返回自己的错误且不计入；空单元格留空，但桌面版 Excel 会把空单元格当作 0：未知的数值请填“无”。',
    ],
    source: [
      'B. Iglewicz、D. C. Hoaglin，How to Detect and Handle Outliers（1993）；MAD 为 0 时的处理同 IBM SPSS',
    ],
  },
  CUSTOMERCARD: {
    formula: ['评分与等级同 RISKSCORE，其余各项同 CUSTOMERMETRICS'],
    returns: '一个带卡片的单元格。',
    notes: [
      '在支持数据类型的 Excel 中，单元格显示客户名称，点击图标可打开含全部指标的卡片；在其他版本中，单元格以文本显示名称、等级与主要指标。读取、计算与评分均由窗格的同一引擎完成。查找客户时不区分大小写、全半角与空格。',
      '应收明细没有的列填 ""。',
    ],
    source: ['窗格自身的引擎：卡片所示与窗格所示为同一计算'],
  },
};
