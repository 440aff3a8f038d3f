import { useEffect } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { checkTexts } from '../../../i18n/pane/check';
import { createCheckModel } from '../../model/sheets/checkModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';

/** What was written into cells of the user's, step by step, each to be taken back. */
export function Changes() {
  const pane = usePane();
  const model = usePart(createCheckModel);
  const words = textsOf(checkTexts);
  useEffect(() => void model.lookAtChanges(), []);
  const steps = model.changes.value;
  if (steps === null)
    return (
      <p class="quiet checkLead" role="status">
        {words.lookingAtChanges}
      </p>
    );
  if (steps.length === 0) return <p class="checkLead">{words.noChanges}</p>;
  return (
    <>
      <p class="quiet small checkLead">{words.changesLead}</p>
      <ul class="checkSteps">
        {steps.map(step => {
          const isUndone = step.undone === step.count;
          return (
            <li key={`${step.when} ${step.sheetName}`}>
              <span class="checkStep">
                <span>{words.step(step.count, step.sheetName)}</span>
                <span class="small quiet">
                  <span class="number">{step.when}</span>
                  {step.undone > 0 && ` · ${isUndone ? words.allUndone : words.partlyUndone(step.undone)}`}
                </span>
              </span>
              {!isUndone && (
                <Button
                  aria-label={words.undoStep(step.when, step.sheetName)}
                  disabled={pane.work.isWorking.value}
                  onClick={() => void model.undo(step)}
                >
                  {words.undo}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Button look="subtle" class="startsLine" onClick={() => void model.openChanges()}>
        {words.openChanges}
      </Button>
    </>
  );
}
