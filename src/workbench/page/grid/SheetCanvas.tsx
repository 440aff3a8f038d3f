/** The picture of the sheet: drawn anew, at most once a frame, whenever something in sight is different. */
import { effect, useComputed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Area } from '../../book/types';
import { referencesIn } from '../formula/formulaText';
import type { Workbench } from '../model/workbench';
import { type ChartImages, createChartStore } from './charts/chartImages';
import { paintGrid } from './painting/paintGrid';
import type { Scene } from './painting/scene';
import { palettes } from './palette';

export function SheetCanvas({ workbench }: { readonly workbench: Workbench }) {
  const { grid, cursor, entry, theme } = workbench;
  const canvas = useRef<HTMLCanvasElement>(null);
  const references = useComputed(() => framedReferences(workbench));
  const charts = useComputed(() => chartImages(workbench));
  useEffect(
    () =>
      paintOnChange(canvas.current!, () => ({
        charts: charts.value,
        layout: grid.layout.value,
        sheet: grid.sheet.value,
        lookAt: grid.lookAt.value,
        palette: palettes[theme.value],
        cursor: cursor.current.value,
        references: references.value,
        copied: grid.copied.value?.sheet === grid.sheet.value ? [grid.copied.value.area] : [],
        filling: grid.filling.value,
        isTyping: entry.current.value !== null,
        isFocused: grid.isFocused.value,
      })),
    [grid, cursor, entry, theme, references, charts],
  );
  return <canvas ref={canvas} class="grid-canvas" />;
}

const chartStore = createChartStore();

/** Pictures of the charts, new ones whenever a value, a format or the colours may have changed. */
function chartImages({ books, theme }: Workbench): ChartImages {
  books.content.value;
  books.appearance.value;
  return chartStore.at({}, books.book.value, palettes[theme.value]);
}

function framedReferences({ entry, grid }: Workbench): readonly Area[] {
  const current = entry.current.value;
  if (!current) return [];
  const shown = grid.sheet.value;
  return referencesIn(current.text)
    .filter(({ sheetName }) =>
      sheetName === null ? current.sheet === shown : sheetName.toLowerCase() === shown.name.toLowerCase(),
    )
    .map(({ area }) => area);
}

/** Paints at most once a frame, whenever something of the scene is different. */
function paintOnChange(canvas: HTMLCanvasElement, sceneNow: () => Scene): () => void {
  let request = 0;
  let scene: Scene | null = null;
  const paint = (): void => {
    request = 0;
    const context = canvas.getContext('2d');
    if (!context || !scene) return;
    const { width, height } = scene.layout;
    const scale = window.devicePixelRatio || 1;
    const pixels = { width: Math.round(width * scale), height: Math.round(height * scale) };
    if (canvas.width !== pixels.width || canvas.height !== pixels.height) Object.assign(canvas, pixels);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    paintGrid(context, scene);
  };
  const stop = effect(() => {
    scene = sceneNow();
    if (request === 0) request = requestAnimationFrame(paint);
  });
  return () => {
    stop();
    cancelAnimationFrame(request);
  };
}
