import type { Bilingual } from '../../risk/policy/policy';

/** What TIERING calls its columns. */
export const tieringTitles = {
  score: { en: 'Score', zh: '评分' },
  tier: { en: 'Tier', zh: '风险等级' },
  breaches: { en: 'Breaches', zh: '预警' },
  line: { en: 'Line of the row', zh: '该行客户的行次' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What CUSTOMERCARD calls what is no metric. */
export const cardTitles = {
  customer: { en: 'Customer', zh: '客户' },
  score: { en: 'Risk score', zh: '信用评分' },
  tier: { en: 'Tier', zh: '风险等级' },
  ageing: { en: 'Ageing', zh: '账龄' },
} as const satisfies Readonly<Record<string, Bilingual>>;
