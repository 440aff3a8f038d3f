/** The line at the bottom: what the workbook is doing, and the sums of what is selected. */
import { useComputed } from '@preact/signals';
import type { Workbench } from './model/workbench';
import { summarize } from './selectionSummary';

export function StatusBar({ workbench }: { readonly workbench: Workbench }) {
  const { books, cursor, entry, locale, say } = workbench;
  const summary = useComputed(() => {
    books.content.value;
    const { sheet, areas } = cursor.current.value;
    return summarize(sheet, areas);
  });
  const state = useComputed(() => {
    const typing = entry.current.value;
    if (typing) return say.value(typing.mode === 'edit' ? 'editing' : 'entering');
    return say.value(books.isCalculating.value ? 'calculating' : 'ready');
  });
  const number = new Intl.NumberFormat(locale.value, { maximumFractionDigits: 4 });
  const { count, numbers, sum } = summary.value;
  return (
    <footer class="status-bar">
      <span role="status">{state}</span>
      <span class="status-sums">
        {numbers > 1 && (
          <span>
            {say.value('average')}: {number.format(sum / numbers)}
          </span>
        )}
        {count > 1 && (
          <span>
            {say.value('count')}: {number.format(count)}
          </span>
        )}
        {numbers > 1 && (
          <span>
            {say.value('sum')}: {number.format(sum)}
          </span>
        )}
      </span>
    </footer>
  );
}
