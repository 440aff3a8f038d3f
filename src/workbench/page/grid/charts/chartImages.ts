/** Charts drawn once and kept as pictures, so that scrolling past them costs one copy each. */
import type { Chart } from '../../../book/chart/chart';
import type { Book } from '../../../book/types';
import type { Layout, Rectangle } from '../layout';
import { chartPicture } from './chartPicture';
import type { ChartColours } from './drawing';
import { drawShapes, type Font, fontName } from './shapes';

export interface ChartImages {
  /** The picture of a chart as it is now. */
  imageOf(chart: Chart): CanvasImageSource | null;
}

interface Kept {
  readonly version: object;
  /** Pixels of the screen for one of the page: another one after zooming. */
  readonly scale: number;
  readonly image: HTMLCanvasElement;
}

/** Keeps pictures over changes of scroll and selection; a new version of the book or the colours draws them anew. */
export function createChartStore() {
  const images = new WeakMap<Chart, Kept>();
  return {
    /** @param version the same object as long as nothing that charts show has changed */
    at(version: object, book: Book, colours: ChartColours): ChartImages {
      return {
        imageOf(chart) {
          const kept = images.get(chart);
          const scale = window.devicePixelRatio || 1;
          if (kept?.version === version && kept.scale === scale) return kept.image;
          const image = draw(book, chart, colours, scale);
          if (image) images.set(chart, { version, scale, image });
          return image;
        },
      };
    },
  };
}

function draw(book: Book, chart: Chart, colours: ChartColours, scale: number): HTMLCanvasElement | null {
  const image = document.createElement('canvas');
  image.width = Math.max(1, Math.round(chart.place.width * scale));
  image.height = Math.max(1, Math.round(chart.place.height * scale));
  const context = image.getContext('2d');
  if (!context) return null;
  const measure = (text: string, font: Font): number => {
    context.font = fontName(font);
    return context.measureText(text).width;
  };
  context.setTransform(scale, 0, 0, scale, 0, 0);
  drawShapes(context, chartPicture({ book, chart, colours, measure }));
  return image;
}

/** Where a chart is on the canvas. In the scrolled part it is where its cell would be without frozen panes. */
export function chartBox(
  { rows, columns, zoom }: Layout,
  { place }: Chart,
  isFrozen: { readonly rows: boolean; readonly columns: boolean },
): Rectangle {
  const start = (span: Layout['rows'], index: number, isFixed: boolean): number =>
    span.headerSize + span.axis.offset(index) - (isFixed ? 0 : span.scroll);
  return {
    x: start(columns, place.column, isFrozen.columns) + place.x * zoom,
    y: start(rows, place.row, isFrozen.rows) + place.y * zoom,
    width: place.width * zoom,
    height: place.height * zoom,
  };
}
