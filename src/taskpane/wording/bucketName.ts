import { texts } from '../../i18n/catalogue';
import type { Bucket } from '../../risk/policy/policy';

/** Name a bucket of the ageing, such as `not due` or `31–60`; a component that calls it repaints when the language changes. */
export const bucketName = (bucket: Pick<Bucket, 'fromDay' | 'toDay'>): string =>
  Number.isFinite(bucket.fromDay)
    ? texts().summary.days(bucket.fromDay, bucket.toDay)
    : texts().summary.notDue;
