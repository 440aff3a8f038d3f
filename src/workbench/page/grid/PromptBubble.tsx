/** What a cell's rule says beforehand to whoever selects it. */

import { validationAt } from '../../book/dataValidations';
import type { Workbench } from '../model/workbench';
import { pixels } from '../pixels';
import { areaOf } from '../position';
import { rectangleOf } from './layout';

export function PromptBubble({ workbench }: { readonly workbench: Workbench }) {
  const { grid, cursor, books } = workbench;
  books.appearance.value;
  const { sheet, active } = cursor.current.value;
  const prompt = sheet === grid.sheet.value ? validationAt(sheet, active.row, active.column)?.prompt : null;
  if (grid.isListOpen.value || !prompt?.showPrompt || (prompt.title === '' && prompt.message === ''))
    return null;
  const layout = grid.layout.value;
  const box = rectangleOf(layout, areaOf(active));
  const isInSight = box.x >= layout.columns.headerSize && box.y >= layout.rows.headerSize;
  if (!isInSight || box.x > layout.width || box.y > layout.height) return null;
  return (
    <div
      class="prompt-bubble"
      role="note"
      style={{
        left: pixels(Math.max(4, Math.min(box.x + box.width + 22, layout.width - 270))),
        top: pixels(Math.min(box.y + box.height + 4, layout.height - 80)),
      }}
    >
      {prompt.title !== '' && <strong>{prompt.title}</strong>}
      <span>{prompt.message}</span>
    </div>
  );
}
