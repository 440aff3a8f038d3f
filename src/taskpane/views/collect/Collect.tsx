import { useEffect } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { collectTexts } from '../../../i18n/pane/collect';
import { createCollectModel } from '../../model/collect/collectModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Layer } from '../../parts/Layer';
import { CollectCase } from './CollectCase';
import { CollectLetter } from './CollectLetter';
import { CollectList } from './CollectList';
import { MailLinks } from './MailLinks';
import './collect.css';

/** Whom to ask for money today, what to write, and what was promised. */
export function Collect() {
  const pane = usePane();
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const collecting = collect.collecting.value;
  const isWorking = pane.work.isWorking.value;
  const isMissing = collecting === null && pane.notices.refusal.value === null;
  // Whatever else goes on comes first: beginning would end it.
  useEffect(() => {
    if (isMissing && !isWorking) void collect.work();
  }, [isMissing, isWorking]);
  // The log may have been edited by hand since.
  useEffect(() => {
    if (!isMissing && !isWorking) void collect.work();
  }, []);

  const place = collect.place.value;
  const found = 'customer' in place ? collecting?.caseOf.get(place.customer) : undefined;
  return (
    <>
      <div class={`frameLayer ${place.kind === 'list' ? '' : 'isCovered'}`}>
        <Layer title={words.title}>
          {collecting === null ? (
            <p class="quiet">{words.workingOut}</p>
          ) : (
            <CollectList collecting={collecting} />
          )}
        </Layer>
      </div>
      {collecting !== null && found !== undefined && (
        <div class={`frameLayer ${place.kind === 'case' ? '' : 'isCovered'}`}>
          <CollectCase key={found.customer} collecting={collecting} found={found} />
        </div>
      )}
      {collecting !== null && found !== undefined && place.kind === 'letter' && (
        <div class="frameLayer">
          <CollectLetter collecting={collecting} found={found} />
        </div>
      )}
      {collecting !== null && place.kind === 'mails' && (
        <div class="frameLayer">
          <MailLinks collecting={collecting} />
        </div>
      )}
    </>
  );
}
