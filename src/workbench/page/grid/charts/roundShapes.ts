/** Pies and doughnuts: each series a ring of shares. */
import { chartTypes } from '../../../book/chart/chart';
import { inkFor } from '../colour';
import type { Rectangle } from '../layout';
import { type Drawing, fontOf, inkOf, pointColour } from './drawing';
import { labelText } from './labels';
import type { Place, Shape } from './shapes';

const labelRoom = 18;

export function roundShapes(room: Rectangle, drawing: Drawing): Shape[] {
  const { chart, plot, colours } = drawing;
  const centre = { x: room.x + room.width / 2, y: room.y + room.height / 2 };
  const hasOutside = chart.series.some(
    series => series.hasDataLabels && series.labels.position === 'OutsideEnd',
  );
  const radius = Math.max(8, Math.min(room.width, room.height) / 2 - (hasOutside ? labelRoom : 2));
  const isPie = chartTypes[chart.series[0]?.type ?? chart.type].shape === 'pie';
  // A pie shows its first series only.
  const rings = isPie ? plot.series.slice(0, 1) : plot.series;
  const hole = isPie ? 0 : (radius * (chart.series[0]?.doughnutHoleSize ?? 50)) / 100;
  const thickness = (radius - hole) / Math.max(1, rings.length);
  const shapes: Shape[] = [];
  rings.forEach((ring, order) => {
    const inner = hole + order * thickness;
    const sizes = ring.data.values.map(value => Math.abs(value ?? 0));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (total === 0) return;
    let from = 0;
    sizes.forEach((size, index) => {
      const to = from + size / total;
      const fill = pointColour(drawing, ring.series, index);
      if (size > 0) {
        shapes.push({
          kind: 'sector',
          centre,
          inner,
          outer: inner + thickness,
          from,
          to,
          fill,
          edge: colours.paper,
        });
      }
      const text = labelText(drawing, ring, index, size / total);
      if (text !== '') {
        const isOutside = isPie && ring.series.labels.position === 'OutsideEnd';
        const distance = isOutside ? radius + labelRoom / 2 : inner + thickness * (isPie ? 0.65 : 0.5);
        shapes.push({
          kind: 'text',
          text,
          at: at(centre, distance, (from + to) / 2),
          align: 'center',
          font: fontOf(drawing, ring.series.labels.font),
          colour:
            ring.series.labels.font.color ??
            (isOutside ? inkOf(drawing, ring.series.labels.font) : inkFor(fill)),
        });
      }
      from = to;
    });
  });
  return shapes;
}

/** A place by its distance from the centre and its turn clockwise from the top. */
function at(centre: Place, distance: number, turn: number): Place {
  const angle = (turn - 0.25) * 2 * Math.PI;
  return { x: centre.x + distance * Math.cos(angle), y: centre.y + distance * Math.sin(angle) };
}
