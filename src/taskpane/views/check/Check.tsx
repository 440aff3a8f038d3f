import { useEffect } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { checkTexts } from '../../../i18n/pane/check';
import { type CheckView, createCheckModel } from '../../model/sheets/checkModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Choice } from '../../parts/Choice';
import { Layer } from '../../parts/Layer';
import { Changes } from './Changes';
import { Fixes } from './Fixes';
import { Problems } from './Problems';
import './check.css';

const views: readonly CheckView[] = ['problems', 'fixes', 'changes'];

/** Problems of the data cell by cell, what can be done about them, and what was done. */
export function Check() {
  const pane = usePane();
  const model = usePart(createCheckModel);
  const words = textsOf(checkTexts);
  const tiering = pane.assessments.result.value;
  useEffect(model.open, []);
  useEffect(() => void model.look(), [tiering?.block, tiering?.recognition]);
  if (tiering === null) return null;
  const view = model.view.value;
  return (
    <Layer title={words.title}>
      <Choice
        legend={words.view}
        options={views.map(value => ({ value, label: words.views[value] }))}
        chosen={view}
        onChoose={chosen => {
          model.view.value = chosen;
        }}
      />
      {view === 'problems' && <Problems tiering={tiering} />}
      {view === 'fixes' && <Fixes tiering={tiering} />}
      {view === 'changes' && <Changes />}
    </Layer>
  );
}
