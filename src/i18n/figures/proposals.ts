/** What is said of the limit, terms and guarantee the policy has for a customer, and why. */
import type { LimitReason, Proposal, ProposedChange, TermsReason } from '../../risk/scoring/proposals';
import { partTexts } from '../bilingual';

export const proposalTexts = partTexts({
  en: {
    change: { set: 'set', raise: 'raise', lower: 'lower', keep: 'keep' } satisfies Record<
      ProposedChange,
      string
    >,
    limit: {
      monthsOfSales: (months: string, sales: string) =>
        `${months} ${Number(months) === 1 ? 'month' : 'months'} of sales of ${sales}`,
      tierHasNoLimit: () => 'the tier has no credit limit',
      noSales: () => 'nothing was sold in the period',
      closeEnough: () => 'within a tenth of what the tier allows',
      hardlyUsed: () => 'the tier allows more, but less than half is used',
      salesUnknown: () => 'sales are not known',
    } satisfies Record<LimitReason, (months: string, sales: string) => string>,
    terms: {
      tierAllows: (days: string) => `the tier allows ${days}`,
      withinTier: (days: string) => `within the ${days} the tier allows`,
      longerThanTier: (days: string) => `longer than the ${days} the tier allows`,
    } satisfies Record<TermsReason, (days: string) => string>,
    guarantee: {
      notWanted: 'no guarantee needed',
      given: 'guarantee given',
      wanted: 'guarantee wanted',
    } satisfies Record<Proposal['guarantee'], string>,
  },
  zh: {
    change: { set: '设定', raise: '上调', lower: '下调', keep: '维持' },
    limit: {
      monthsOfSales: (months, sales) => `${months} 个月的月均销售额 ${sales}`,
      tierHasNoLimit: () => '该等级不授予信用额度',
      noSales: () => '期间内没有销售',
      closeEnough: () => '与等级标准相差不到一成',
      hardlyUsed: () => '等级标准更高，但已用不足一半',
      salesUnknown: () => '销售额未知',
    },
    terms: {
      tierAllows: days => `等级标准为 ${days}`,
      withinTier: days => `在等级标准 ${days} 之内`,
      longerThanTier: days => `超过等级标准 ${days}`,
    },
    guarantee: { notWanted: '无需担保', given: '已有担保', wanted: '需要担保' },
  },
});
