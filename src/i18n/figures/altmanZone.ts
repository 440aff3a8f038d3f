import type { AltmanZone } from '../../risk/metrics/formulas/altmanZ';
import { partTexts } from '../bilingual';

/** What the zones of Altman's scores are called beside a score. */
export const altmanZoneTexts = partTexts({
  en: { safe: 'safe zone', grey: 'grey zone', distress: 'distress zone' } satisfies Record<
    AltmanZone,
    string
  >,
  zh: { safe: '安全区', grey: '灰色区', distress: '困境区' },
});
