/** Draws the letters of columns, the numbers of rows and the corner between them. */
import { columnName } from '../../../book/address';
import type { Area } from '../../../book/types';
import type { Band, Rectangle } from '../layout';
import type { Palette } from '../palette';
import { clipped } from './canvas';
import type { Scene } from './scene';

const headerFontSize = 12;
const headerFontFamily = `'Segoe UI', 'Microsoft YaHei UI', system-ui, sans-serif`;

export function paintHeaders(context: CanvasRenderingContext2D, scene: Scene): void {
  const { rows, columns, width, height } = scene.layout;
  const { palette } = scene;
  context.font = `${Math.max(1, Math.round(headerFontSize * scene.layout.zoom))}px ${headerFontFamily}`;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  context.fillStyle = palette.header;
  context.fillRect(0, 0, width, rows.headerSize);
  context.fillRect(0, 0, columns.headerSize, height);
  for (const isFrozen of [false, true]) {
    const left = columns.headerSize + (isFrozen ? 0 : columns.frozenSize);
    const top = rows.headerSize + (isFrozen ? 0 : rows.frozenSize);
    clipped(context, { x: left - 1, y: 0, width: width - left + 1, height: rows.headerSize }, () => {
      for (const band of columns.bands) {
        if (band.isFrozen === isFrozen) paintColumnHeader(context, scene, band);
      }
    });
    clipped(context, { x: 0, y: top - 1, width: columns.headerSize, height: height - top + 1 }, () => {
      for (const band of rows.bands) if (band.isFrozen === isFrozen) paintRowHeader(context, scene, band);
    });
  }
  context.fillStyle = palette.header;
  context.fillRect(0, 0, columns.headerSize - 1, rows.headerSize - 1);
  context.fillStyle = palette.freezeLine;
  const inset = 5 * scene.layout.zoom;
  const corner = 14 * scene.layout.zoom;
  context.beginPath();
  context.moveTo(columns.headerSize - inset, rows.headerSize - corner);
  context.lineTo(columns.headerSize - inset, rows.headerSize - inset);
  context.lineTo(columns.headerSize - corner, rows.headerSize - inset);
  context.fill();
  context.fillStyle = palette.gridline;
  context.fillRect(0, rows.headerSize - 1, width, 1);
  context.fillRect(columns.headerSize - 1, 0, 1, height);
}

type HeaderState = 'plain' | 'selected' | 'whole';

function paintColumnHeader(context: CanvasRenderingContext2D, scene: Scene, band: Band): void {
  const { rows, gutter } = scene.layout;
  const state = headerState(scene, area =>
    area.column <= band.index && band.index < area.column + area.columnCount
      ? area.rowCount >= rows.axis.count
      : null,
  );
  const box = {
    x: band.start,
    y: gutter.columns,
    width: band.size,
    height: rows.headerSize - gutter.columns,
  };
  paintHeaderBox(context, scene.palette, box, state);
  if (band.size > 12 * scene.layout.zoom)
    context.fillText(columnName(band.index), band.start + band.size / 2, box.y + box.height / 2 + 1);
  context.fillStyle = scene.palette.gridline;
  context.fillRect(band.start + band.size - 1, box.y, 1, box.height);
  if (state === 'selected') {
    context.fillStyle = scene.palette.accent;
    context.fillRect(band.start - 1, rows.headerSize - 2, band.size + 1, 2);
  }
}

function paintRowHeader(context: CanvasRenderingContext2D, scene: Scene, band: Band): void {
  const { columns, gutter } = scene.layout;
  const state = headerState(scene, area =>
    area.row <= band.index && band.index < area.row + area.rowCount
      ? area.columnCount >= columns.axis.count
      : null,
  );
  const box = { x: gutter.rows, y: band.start, width: columns.headerSize - gutter.rows, height: band.size };
  paintHeaderBox(context, scene.palette, box, state);
  if (band.size > 10 * scene.layout.zoom) {
    context.fillText(String(band.index + 1), box.x + box.width / 2, band.start + band.size / 2);
  }
  context.fillStyle = scene.palette.gridline;
  context.fillRect(box.x, band.start + band.size - 1, box.width, 1);
  if (state === 'selected') {
    context.fillStyle = scene.palette.accent;
    context.fillRect(columns.headerSize - 2, band.start - 1, 2, band.size + 1);
  }
}

/** @param isWhole null when the area does not touch the header's line, else whether it covers all of it */
function headerState({ cursor, sheet }: Scene, isWhole: (area: Area) => boolean | null): HeaderState {
  if (cursor.sheet !== sheet) return 'plain';
  const answers = cursor.areas.map(isWhole);
  if (answers.includes(true)) return 'whole';
  return answers.includes(false) ? 'selected' : 'plain';
}

function paintHeaderBox(
  context: CanvasRenderingContext2D,
  palette: Palette,
  box: Rectangle,
  state: HeaderState,
): void {
  const fills = { plain: palette.header, selected: palette.headerSelected, whole: palette.headerWhole };
  const inks = {
    plain: palette.headerInk,
    selected: palette.headerSelectedInk,
    whole: palette.headerWholeInk,
  };
  context.fillStyle = fills[state];
  context.fillRect(box.x, box.y, box.width, box.height);
  context.fillStyle = inks[state];
}
