/** What buckets and the tables of formulas are called in cells and in the pane. */
import type { Bilingual, Bucket, MonthBucket } from '../../risk/policy/policy';
import type { Language } from '../language';

export const tableWords = {
  customer: { en: 'Customer', zh: '客户' },
  nobody: { en: '(no customer)', zh: '（无客户名称）' },
  notDue: { en: 'Not due', zh: '未到期' },
  unappliedCredits: { en: 'Unapplied credits', zh: '未核销贷项' },
  unplaced: { en: 'Unplaced', zh: '未归入账龄' },
  total: { en: 'Total', zh: '合计' },
} satisfies Record<string, Bilingual>;

/** Give a word of an ageing table in the language of the formula's reader. */
export function tableWord(word: keyof typeof tableWords, language: Language): string {
  return tableWords[word][language];
}

/**
 * Name an ageing bucket by its days past due.
 *
 * @example bucketLabel({ fromDay: 31, toDay: 60, lossRate: 0 }, 'en') //=> '31–60'
 * @example bucketLabel({ fromDay: 91, toDay: Infinity, lossRate: 0 }, 'zh') //=> '90天以上'
 */
export function bucketLabel(bucket: Bucket, language: Language): string {
  if (bucket.toDay <= 0) return tableWord('notDue', language);
  const { fromDay, toDay } = bucket;
  if (toDay === Number.POSITIVE_INFINITY)
    return language === 'zh' ? `${fromDay - 1}天以上` : `${fromDay - 1}+`;
  // An en dash, because Excel reads 1-30 with a hyphen as a date wherever it is typed again.
  return language === 'zh' ? `${fromDay}–${toDay}天` : `${fromDay}–${toDay}`;
}

const monthsPerYear = 12;

/**
 * Name ageing buckets by months: in years where all of them end with a year.
 *
 * @example monthBucketLabels(defaultPolicy.monthBuckets, 'zh') //=> ['1年以内', '1–2年', '2–3年', '3年以上']
 * @example monthBucketLabels(defaultPolicy.monthBuckets, 'en') //=> ['Up to 1 year', '1–2 years', '2–3 years', 'Over 3 years']
 */
export function monthBucketLabels(buckets: readonly MonthBucket[], language: Language): readonly string[] {
  const inYears = buckets.every(({ fromMonth }) => fromMonth % monthsPerYear === 0);
  const count = (months: number) => (inYears ? months / monthsPerYear : months);
  const chinese = inYears ? '年' : '个月';
  const english = (number: number) => `${inYears ? 'year' : 'month'}${number === 1 ? '' : 's'}`;
  return buckets.map(({ fromMonth, toMonth }) => {
    const [from, to] = [count(fromMonth), count(toMonth)];
    if (toMonth === Number.POSITIVE_INFINITY) {
      return language === 'zh' ? `${from}${chinese}以上` : `Over ${from} ${english(from)}`;
    }
    if (fromMonth === 0) return language === 'zh' ? `${to}${chinese}以内` : `Up to ${to} ${english(to)}`;
    return language === 'zh' ? `${from}–${to}${chinese}` : `${from}–${to} ${english(to)}`;
  });
}

/**
 * Tell whether a header is the name of a bucket by its days, in either language.
 *
 * @example isBucketLabel('31–60天') //=> true
 */
export const isBucketLabel = (header: string): boolean =>
  /^(?:\d+–\d+(?:天)?|\d+(?:\+|天以上))$/.test(header.trim());
