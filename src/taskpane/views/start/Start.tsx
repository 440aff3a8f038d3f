import { useEffect, useId, useState } from 'preact/hooks';
import { texts } from '../../../i18n/catalogue';
import { usePane } from '../../paneContext';
import { Button } from '../../parts/Button';
import { TierMark } from '../../parts/TierMark';
import './start.css';

/** What the pane looks like before anything was read: what it does, what it leaves alone, and one button. */
export function Start() {
  const pane = usePane();
  const { start } = texts();
  const { preferences } = pane;
  const noteId = useId();
  return (
    <section class="start">
      <div class="startPicture" aria-hidden="true">
        {['A', 'B', 'C', 'D'].map((letter, index) => (
          <span class="startPictureRow" key={letter}>
            <TierMark letter={letter} rank={index / 3} isDecoration />
            <span class={`startPictureLine line${letter}`} />
          </span>
        ))}
      </div>
      <h1>{start.title}</h1>
      <p>{start.lead}</p>
      {!preferences.isIntroduced.value && (
        <ol class="startSteps">
          {start.steps.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {pane.isInExcel ? (
        <div class="startActions">
          <Button look="primary" onClick={() => void pane.tierActiveSheet()}>
            {start.tier}
          </Button>
          <Button aria-describedby={noteId} onClick={() => void pane.tierAndHighlight()}>
            {start.tierAndHighlight}
          </Button>
          <OfferOfSample />
          {!preferences.isIntroduced.value && (
            <button type="button" class="link startSkip" onClick={() => preferences.introduce(true)}>
              {start.skip}
            </button>
          )}
        </div>
      ) : (
        <p class="startOutside">{start.outside}</p>
      )}
      <p class="quiet small">{start.promise}</p>
      <p class="quiet small" id={noteId}>
        {start.highlightNote}
      </p>
    </section>
  );
}

/** An empty workbook has nothing to tier: there is something to try with. */
function OfferOfSample() {
  const pane = usePane();
  const { start } = texts();
  const [isEmpty, setEmpty] = useState(false);
  const noteId = useId();
  useEffect(() => {
    let isWaiting = true;
    void pane.isWorkbookEmpty().then(answer => {
      if (isWaiting) setEmpty(answer);
    });
    return () => {
      isWaiting = false;
    };
  }, [pane]);
  if (!isEmpty) return null;
  return (
    <>
      <Button aria-describedby={noteId} onClick={() => void pane.trySample()}>
        {start.sample}
      </Button>
      <p class="quiet small" id={noteId}>
        {start.sampleNote}
      </p>
    </>
  );
}
