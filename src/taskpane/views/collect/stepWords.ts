import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { formatDate } from '../../../i18n/numbers';
import { collectTexts } from '../../../i18n/pane/collect';
import type { CollectionCase } from '../../../risk/collection/worklist';
import type { Collecting } from '../../model/collect/collectCases';

/** Say when the next step is due; `''` where none is left. */
export function stepWords({ tiering }: Collecting, { dueOn }: CollectionCase): string {
  const words = textsOf(collectTexts);
  if (Number.isNaN(dueOn)) return '';
  const date = formatDate(dueOn, tiering.block.is1904, currentLanguage());
  if (dueOn === tiering.asOf.serial) return words.dueNow;
  return dueOn < tiering.asOf.serial ? words.dueSince(date) : words.dueOn(date);
}
