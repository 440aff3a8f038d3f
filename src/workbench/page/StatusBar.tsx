/** The line at the bottom: what the workbook is doing, and the sums of what is selected. */
import addIcon from '@fluentui/svg-icons/icons/add_16_regular.svg';
import subtractIcon from '@fluentui/svg-icons/icons/subtract_16_regular.svg';
import { useComputed } from '@preact/signals';
import { leastZoom, mostZoom, zoomStep } from '../book/zoom';
import { Icon } from './Icon';
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
      <ZoomControl workbench={workbench} />
    </footer>
  );
}

/** As at the foot of Excel's window: smaller, larger, and the percentage, which brings back 100 %. */
function ZoomControl({ workbench: { books, grid, locale, say } }: { readonly workbench: Workbench }) {
  books.appearance.value;
  const { kind, zoom } = grid.sheet.value;
  if (kind === 'chart') return null;
  const percent = Math.round(zoom * 100);
  const shown = new Intl.NumberFormat(locale.value, { style: 'percent' }).format(zoom);
  return (
    <span class="zoom">
      <ZoomButton
        icon={subtractIcon}
        label={say.value('zoomOut')}
        onPress={() => grid.zoomTo(zoomStep(zoom, -1))}
      />
      <input
        type="range"
        aria-label={say.value('zoom')}
        aria-valuetext={shown}
        min={leastZoom * 100}
        max={mostZoom * 100}
        step={10}
        value={percent}
        onInput={event => grid.zoomTo(Number(event.currentTarget.value) / 100)}
      />
      <ZoomButton icon={addIcon} label={say.value('zoomIn')} onPress={() => grid.zoomTo(zoomStep(zoom, 1))} />
      <button
        type="button"
        class="zoom-percent"
        title={say.value('zoomWhole')}
        onClick={() => grid.zoomTo(1)}
      >
        {shown}
      </button>
    </span>
  );
}

interface ZoomButtonProps {
  readonly icon: string;
  readonly label: string;
  onPress(): void;
}

function ZoomButton({ icon, label, onPress }: ZoomButtonProps) {
  return (
    <button type="button" class="quiet-button" aria-label={label} title={label} onClick={onPress}>
      <Icon source={icon} />
    </button>
  );
}
