/** The message of a custom function's error, beside the cell that is selected or under the mouse. */

import type { ReadonlySignal } from '@preact/signals';
import type { Workbench } from '../model/workbench';
import { pixels } from '../pixels';
import { areaOf, cellAddress, type Position } from '../position';
import { rectangleOf } from './layout';

interface ErrorBubbleProps {
  readonly workbench: Workbench;
  readonly hovered: ReadonlySignal<Position | null>;
}

export function ErrorBubble({ workbench, hovered }: ErrorBubbleProps) {
  const { grid, cursor, entry } = workbench;
  if (entry.current.value) return null;
  const under = hovered.value;
  const position = under && messageAt(workbench, under) ? under : cursor.current.value.active;
  const message = messageAt(workbench, position);
  if (!message) return null;
  const layout = grid.layout.value;
  const box = rectangleOf(layout, areaOf(position));
  const isInSight =
    box.x + box.width > layout.columns.headerSize &&
    box.y + box.height > layout.rows.headerSize &&
    box.x < layout.width &&
    box.y < layout.height;
  if (!isInSight) return null;
  const isLow = box.y > layout.height - 120;
  const left = Math.max(4, Math.min(box.x + 8, layout.width - 300));
  return (
    <div
      class="error-bubble"
      role="tooltip"
      aria-label={cellAddress(position)}
      style={{
        left: pixels(left),
        ...(isLow ? { bottom: pixels(layout.height - box.y + 4) } : { top: pixels(box.y + box.height + 4) }),
      }}
    >
      <strong>{message.code}</strong>
      <span>{message.text}</span>
    </div>
  );
}

function messageAt(
  { grid }: Workbench,
  { row, column }: Position,
): { readonly code: string; readonly text: string } | null {
  const { value } = grid.lookAt.value(row, column);
  if (typeof value !== 'object' || value === null || !value.message) return null;
  return { code: value.error, text: value.message };
}
