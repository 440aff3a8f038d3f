import type { CustomerCategory } from '../../risk/ledger/customerList/customerCategories';
import type { CustomerGrouping, CustomerSortKey } from '../../risk/scoring/customerSelection';
import { partTexts } from '../bilingual';
import { formatNumber } from '../numbers';
import { counted } from '../plural';

const customers = (count: number): string => counted(count, 'customer', 'customers');

/** What the part Customers says. */
export const customerListTexts = partTexts({
  en: {
    title: 'Customers',
    showAs: 'Show as',
    views: { list: 'List', matrix: 'Matrix', curve: 'Curve', statements: 'Statements' },
    search: 'Name or number',
    filter: 'Filter',
    filterOn: (count: number) => `Filter (${count})`,
    any: 'any',
    notStated: 'not stated',
    tier: 'Tier',
    rule: 'Breach',
    category: { salesperson: 'Salesperson', region: 'Region', industry: 'Industry' } satisfies Record<
      CustomerCategory,
      string
    >,
    noCategories:
      'Salesperson, region and industry can be chosen where the ledger or a joined customer list has such columns.',
    sortBy: 'Sort by',
    sort: {
      atRisk: 'Money at risk',
      exposure: 'Exposure',
      overdue: 'Overdue',
      score: 'Score',
      oldestDays: 'Oldest days overdue',
      dso: 'DSO',
      daysBeyondTerms: 'Days beyond terms',
      utilization: 'Limit utilization',
      sales: 'Sales',
      name: 'Name',
    } satisfies Record<CustomerSortKey, string>,
    highestFirst: 'Highest first',
    lowestFirst: 'Lowest first',
    groupBy: 'Group by',
    noGroups: 'nothing',
    group: {
      tier: 'Tier',
      salesperson: 'Salesperson',
      region: 'Region',
      industry: 'Industry',
    } satisfies Record<CustomerGrouping, string>,
    totals: (exposure: string, atRisk: string) => `${exposure} exposure, ${atRisk} at risk`,
    groupAtRisk: (count: number, atRisk: string) => `${customers(count)}, ${atRisk} at risk`,
    groupExposure: (count: number, exposure: string) => `${customers(count)}, ${exposure} exposure`,
    hint: 'Arrows, Home and End move, typing leads to a name, Enter opens, Space selects the rows on the sheet.',
    selecting: 'Selecting customers',
    copy: 'Copy as table',
    copied: (count: number) => `Copied: ${customers(count)} as a table. Paste it where you like.`,
    notCopied: 'The browser did not allow copying. Nothing is on the clipboard.',
    matrixLead: 'Tier against exposure: number of customers and what they owe. A cell lists its customers.',
    band: {
      none: 'nothing owed',
      below: (to: string) => `under ${to}`,
      between: (from: string, to: string) => `${from} – ${to}`,
      from: (from: string) => `≥ ${from}`,
    },
    how: {
      title: 'How it is computed',
      matrix:
        'A column is the tier by the policy, a row a range of exposure. A cell counts the customers of both and adds up what they owe, credit balances as less.',
      totals:
        'Exposure: what the listed customers owe. At risk: the exposure of each × the loss that the policy expects of its tier.',
      curve:
        'Exposures above 0, the largest first, added up one after the other and divided by the sum of all.',
    },
    bandHead: 'Exposure',
    all: 'All',
    cell: (tier: string, band: string, count: number, exposure: string) =>
      `${tier}, ${band}: ${customers(count)}, ${exposure}`,
    curveLead: 'How much of the exposure depends on few customers, the largest first.',
    curvePoint: (count: number, share: string) =>
      `${counted(count, 'customer owes', 'customers owe')} ${share}`,
    curveEven: 'if all owed the same',
    curveX: (count: string) => `customers, largest first (${count} in all)`,
    curveTable: 'As a table',
    curveCount: 'Largest customers',
    curveShare: 'Share of exposure',
    curveToMost: (count: number, share: string) =>
      `${counted(count, 'customer owes', 'customers owe')} ${share} of the exposure.`,
    curveNothing: 'Nobody owes anything: there is no curve.',
  },
  zh: {
    title: '客户',
    showAs: '显示方式',
    views: { list: '列表', matrix: '矩阵', curve: '曲线', statements: '对账单' },
    search: '客户名称或编号',
    filter: '筛选',
    filterOn: count => `筛选（${count}）`,
    any: '不限',
    notStated: '未填写',
    tier: '风险等级',
    rule: '预警',
    category: { salesperson: '业务员', region: '地区', industry: '行业' },
    noCategories: '应收明细或关联的客户清单含有业务员、地区、行业列时，可按其筛选。',
    sortBy: '排序',
    sort: {
      atRisk: '风险金额',
      exposure: '应收余额',
      overdue: '逾期金额',
      score: '信用评分',
      oldestDays: '最长逾期天数',
      dso: '应收账款周转天数',
      daysBeyondTerms: '超信用期天数',
      utilization: '额度使用率',
      sales: '销售额',
      name: '名称',
    },
    highestFirst: '从高到低',
    lowestFirst: '从低到高',
    groupBy: '分组',
    noGroups: '不分组',
    group: { tier: '风险等级', salesperson: '业务员', region: '地区', industry: '行业' },
    totals: (exposure, atRisk) => `应收余额 ${exposure}，风险金额 ${atRisk}`,
    groupAtRisk: (count, atRisk) => `${formatNumber(count, 'zh')} 个客户，风险金额 ${atRisk}`,
    groupExposure: (count, exposure) => `${formatNumber(count, 'zh')} 个客户，应收余额 ${exposure}`,
    hint: '方向键、Home、End 移动，输入首字跳转，Enter 打开，空格在工作表中选中其行。',
    selecting: '正在筛选客户',
    copy: '复制为表格',
    copied: count => `已复制 ${formatNumber(count, 'zh')} 个客户，可粘贴到任意位置。`,
    notCopied: '浏览器不允许复制，剪贴板没有内容。',
    matrixLead: '等级与应收余额：客户数和所欠金额。点选一格可列出其中的客户。',
    band: {
      none: '无余额',
      below: to => `${to} 以下`,
      between: (from, to) => `${from} – ${to}`,
      from: from => `≥ ${from}`,
    },
    how: {
      title: '如何算出',
      matrix:
        '列为政策评定的等级，行为应收余额的区间。每格为同属两者的客户数及其应收余额合计，贷方余额为减项。',
      totals: '应收余额：所列客户的欠款合计。风险金额：每个客户的应收余额 × 政策对其等级的预期损失率。',
      curve: '大于 0 的应收余额从大到小逐个累加，再除以其总和。',
    },
    bandHead: '应收余额',
    all: '合计',
    cell: (tier, band, count, exposure) =>
      `${tier}，${band}：${formatNumber(count, 'zh')} 个客户，${exposure}`,
    curveLead: '应收余额有多集中于少数客户，从最大的开始。',
    curvePoint: (count, share) => `${formatNumber(count, 'zh')} 个客户占 ${share}`,
    curveEven: '假如各户相同',
    curveX: count => `客户，从大到小（共 ${count} 个）`,
    curveTable: '以表格显示',
    curveCount: '最大的客户数',
    curveShare: '占应收余额比例',
    curveToMost: (count, share) => `${formatNumber(count, 'zh')} 个客户占应收余额的 ${share}。`,
    curveNothing: '没有应收余额，无法绘制曲线。',
  },
});
