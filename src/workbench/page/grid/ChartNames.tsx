import { shownTitle } from '../../book/chart/chartData';
import type { Workbench } from '../model/workbench';

/** Charts are pictures: what they are called is for whoever hears the sheet. */
export function ChartNames({ workbench }: { readonly workbench: Workbench }) {
  const { books, grid, say } = workbench;
  books.appearance.value;
  const { charts } = grid.sheet.value;
  if (charts.length === 0) return null;
  const book = books.book.value;
  return (
    <ul class="unseen" aria-label={say.value('charts')}>
      {charts.map(chart => (
        <li key={chart.id}>{chart.title.isVisible ? shownTitle(book, chart) : chart.name}</li>
      ))}
    </ul>
  );
}
