/** Tells a screen reader, politely, which cell is active now and what is in it. */
import { useComputed } from '@preact/signals';
import { formatAddress } from '../../book/address';
import type { Workbench } from '../model/workbench';
import { cellAddress, isSingleCell } from '../position';
import { linkAt } from './links';

export function Readout({ workbench }: { readonly workbench: Workbench }) {
  const text = useComputed(() => activeCellText(workbench));
  return (
    <p class="unseen" aria-live="polite" data-testid="readout">
      {text}
    </p>
  );
}

/** The active cell in words: address, shown text, and what is special about it. */
function activeCellText(workbench: Workbench): string {
  const { books, cursor, grid, say } = workbench;
  books.content.value;
  const { sheet, active, areas } = cursor.current.value;
  const look = grid.lookAt.value(active.row, active.column);
  const last = areas[areas.length - 1];
  const parts = [cellAddress(active), look.text || say.value('emptyCell')];
  if (typeof look.value === 'object' && look.value?.message) parts.push(look.value.message);
  const formula = sheet.formula(active.row, active.column);
  if (formula !== null) parts.push(formula);
  const spill = sheet.spill(active.row, active.column);
  if (spill && formula === null) parts.push(say.value('spilled', { address: cellAddress(spill.anchor) }));
  if (look.hasFilterButton) parts.push(say.value('filterButton'));
  if (look.hasCard) parts.push(say.value('hasCard'));
  if (linkAt(workbench, active)) parts.push(say.value('hasLink'));
  if (!isSingleCell(last)) parts.push(formatAddress(last));
  return parts.join(', ');
}
