/** What stands in the place of the cells where a sheet holds a chart alone. */
import type { Workbench } from '../model/workbench';
import { useKeyboardOnArrival } from './keyboardOnArrival';

/** Takes the keyboard as the cells do, so that the keys for the next and the last sheet lead out again. */
export function ChartSheet({ workbench }: { readonly workbench: Workbench }) {
  const { entry, say, turnSheet } = workbench;
  useKeyboardOnArrival(entry);
  const press = (event: KeyboardEvent): void => {
    const by = { PageUp: -1, PageDown: 1 }[event.key];
    if (by === undefined || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    turnSheet(by === 1 ? 1 : -1);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it stands where the grid stands, and holds its keyboard
    <section class="grid grid-chart" aria-label={say.value('gridName')} tabIndex={0} onKeyDown={press}>
      <p>{say.value('chartSheet')}</p>
    </section>
  );
}
