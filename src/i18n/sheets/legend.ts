import type { Severity } from '../../risk/policy/policy';
import { partTexts } from '../bilingual';

/** What the legend on a sheet says: beside the data, also for a colleague without the add-in. */
export const legendTexts = partTexts<{
  readonly title: string;
  readonly severity: Readonly<Record<Severity, string>>;
}>({
  en: { title: 'Tiercel', severity: { critical: 'Critical', warning: 'Warning', notice: 'Notice' } },
  zh: { title: 'Tiercel', severity: { critical: '严重', warning: '警告', notice: '提示' } },
});
