/** Draws a sheet on a canvas: what is in sight, once, from scratch. */
import { columnName } from '../../book/address';
import type { Area, ErrorValue, Sheet } from '../../book/types';
import type { Cursor } from '../model/cursor';
import { type Position, topLeft } from '../position';
import { cellPadding, fontFor, lineHeightOf } from './cellFont';
import type { CellLook, LookAt } from './cellLook';
import { type ChartImages, chartBox } from './charts/chartImages';
import { inkFor, readableOn } from './colour';
import { fillHandleAt, fillHandleSize } from './fillHandle';
import { type Band, type Layout, type Rectangle, rectangleOf, startOf } from './layout';
import { isMerged } from './merges';
import { drawRuns, widthOfRuns } from './paintRuns';
import type { Palette } from './palette';
import { fitNumber, textRoom, wrapText } from './textFit';

export interface Scene {
  readonly layout: Layout;
  readonly sheet: Sheet;
  readonly lookAt: LookAt;
  readonly palette: Palette;
  readonly cursor: Cursor;
  /** Frames around what a formula being typed refers to. */
  readonly references: readonly Area[];
  /** What was copied: a dashed frame. */
  readonly copied: readonly Area[];
  /** What the fill handle is being dragged over. */
  readonly filling: Area | null;
  readonly isTyping: boolean;
  readonly isFocused: boolean;
  /** Pictures of the sheet's charts; null where nothing can draw them. */
  readonly charts: ChartImages | null;
}

const headerFontSize = 12;
const headerFontFamily = `'Segoe UI', 'Microsoft YaHei UI', system-ui, sans-serif`;
const cornerMark = 6;
export const filterButtonSize = 16;
export const cardIconSize = 12;

interface Pane {
  readonly rows: readonly Band[];
  readonly columns: readonly Band[];
  readonly clip: Rectangle;
}

/** Draws the scene on a context whose unit is one CSS pixel. */
export function paintGrid(context: CanvasRenderingContext2D, scene: Scene): void {
  const { layout, palette } = scene;
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, layout.width, layout.height);
  for (const pane of panesOf(layout)) {
    clipped(context, pane.clip, () => {
      paintCells(context, scene, pane);
      paintMerges(context, scene, pane);
      paintFrames(context, scene, pane);
      paintCharts(context, scene, pane);
    });
  }
  paintFillHandle(context, scene);
  paintHeaders(context, scene);
  paintFreezeLines(context, scene);
}

/** Charts lie over the cells. */
function paintCharts(context: CanvasRenderingContext2D, scene: Scene, pane: Pane): void {
  const isFrozen = {
    rows: pane.rows[0]?.isFrozen ?? false,
    columns: pane.columns[0]?.isFrozen ?? false,
  };
  for (const chart of scene.sheet.charts) {
    const box = chartBox(scene.layout, chart, isFrozen);
    const image = overlaps(box, pane.clip) ? scene.charts?.imageOf(chart) : null;
    if (image) context.drawImage(image, box.x, box.y, box.width, box.height);
  }
}

function panesOf({ rows, columns, width, height }: Layout): Pane[] {
  const part = (span: Layout['rows'], isFrozen: boolean, end: number) => {
    const start = isFrozen ? span.headerSize : span.headerSize + span.frozenSize;
    const last = isFrozen ? span.headerSize + span.frozenSize : end;
    return { bands: span.bands.filter(band => band.isFrozen === isFrozen), start, size: last - start };
  };
  const panes: Pane[] = [];
  for (const vertical of [part(rows, false, height), part(rows, true, height)]) {
    for (const horizontal of [part(columns, false, width), part(columns, true, width)]) {
      if (vertical.size <= 0 || horizontal.size <= 0) continue;
      panes.push({
        rows: vertical.bands,
        columns: horizontal.bands,
        clip: {
          x: horizontal.start,
          y: vertical.start,
          width: horizontal.size,
          height: vertical.size,
        },
      });
    }
  }
  return panes;
}

function clipped(context: CanvasRenderingContext2D, clip: Rectangle, draw: () => void): void {
  context.save();
  context.beginPath();
  context.rect(clip.x, clip.y, clip.width, clip.height);
  context.clip();
  draw();
  context.restore();
}

function paintCells(context: CanvasRenderingContext2D, scene: Scene, pane: Pane): void {
  for (const row of pane.rows) {
    for (const column of pane.columns) {
      const look = scene.lookAt(row.index, column.index);
      const box = boxOf(row, column);
      if (look.fill) fillBox(context, box, look.fill);
      else if (scene.sheet.showGridlines) drawGridlines(context, box, scene.palette);
      if (look.line) fillBox(context, { ...box, y: box.y + box.height - 1, height: 1 }, look.line);
    }
  }
  for (const row of pane.rows) {
    for (const column of overflowingColumns(scene, row, pane.columns)) {
      const look = scene.lookAt(row.index, column.index);
      if (look.text || look.hasFilterButton)
        paintText(context, scene, look, boxOf(row, column), { row: row.index, column: column.index });
    }
  }
}

const boxOf = (row: Band, column: Band): Rectangle => ({
  x: column.start,
  y: row.start,
  width: column.size,
  height: row.size,
});

const farthestOverflow = 12;

/** The columns in sight, with those just outside whose long text may reach in. */
function overflowingColumns(scene: Scene, row: Band, columns: readonly Band[]): Band[] {
  const first = columns[0];
  if (!first || first.isFrozen) return [...columns];
  const { columns: span } = scene.layout;
  for (
    let index = first.index - 1;
    index >= Math.max(span.frozenCount, first.index - farthestOverflow);
    index -= 1
  ) {
    const look = scene.lookAt(row.index, index);
    if (!look.text) continue;
    const isText = typeof look.value === 'string' && look.horizontal === 'left';
    if (!isText) break;
    return [{ index, start: startOf(span, index), size: span.axis.size(index), isFrozen: false }, ...columns];
  }
  return [...columns];
}

function fillBox(context: CanvasRenderingContext2D, box: Rectangle, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(box.x - 1, box.y - 1, box.width + 1, box.height + 1);
}

function drawGridlines(context: CanvasRenderingContext2D, box: Rectangle, palette: Palette): void {
  context.fillStyle = palette.gridline;
  context.fillRect(box.x + box.width - 1, box.y - 1, 1, box.height + 1);
  context.fillRect(box.x - 1, box.y + box.height - 1, box.width + 1, 1);
}

function paintText(
  context: CanvasRenderingContext2D,
  scene: Scene,
  look: CellLook,
  box: Rectangle,
  at: Position,
): void {
  const { palette } = scene;
  const error = errorOf(look);
  context.font = fontOf(look);
  context.fillStyle = inkOf(look, palette, error);
  context.textBaseline = 'middle';
  const { zoom } = scene.layout;
  const button = look.hasFilterButton ? filterButtonSize * zoom + 2 : 0;
  const icon = look.hasCard ? cardIconSize * zoom + cellPadding : 0;
  const inner = {
    ...box,
    x: box.x + cellPadding + icon,
    width: Math.max(0, box.width - 2 * cellPadding - button - icon),
  };
  const measure = (text: string): number => context.measureText(text).width;

  if (look.isWrapped && typeof look.value === 'string') {
    clipped(context, box, () => drawLines(context, wrapText(look.text, inner.width, measure), look, inner));
  } else if (typeof look.value === 'number') {
    drawLine(context, fitNumber(look, inner.width, measure), look, inner);
  } else {
    paintLongText(context, scene, look, box, inner, at);
  }
  if (look.hasFilterButton)
    paintScaled(context, box, zoom, unscaled => paintFilterButton(context, unscaled, palette));
  if (look.hasCard) paintScaled(context, box, zoom, unscaled => paintCardIcon(context, unscaled, palette));
  if (error && error.error !== '#BUSY!') paintErrorMark(context, box, palette);
}

function paintLongText(
  context: CanvasRenderingContext2D,
  scene: Scene,
  look: CellLook,
  box: Rectangle,
  inner: Rectangle,
  at: Position,
): void {
  const line = look.text.replaceAll(/\r?\n/g, ' ');
  const width = look.runs ? widthOfRuns(context, look, 0, look.text.length) : context.measureText(line).width;
  const isTooLong = width > inner.width;
  if (!isTooLong) {
    drawLine(context, line, look, inner);
    return;
  }
  const mayOverflow = typeof look.value === 'string' && !look.hasFilterButton;
  const room = mayOverflow
    ? textRoom(look, box, width + 2 * cellPadding, at.column, scene.layout.columns.axis, column => {
        const neighbour = scene.lookAt(at.row, column);
        return neighbour.value === null && !isMerged(scene.sheet, at.row, column);
      })
    : { ...box, width: inner.width + cellPadding };
  if (room.width > box.width && scene.sheet.showGridlines) hideCrossedGridlines(context, scene, room, at);
  context.fillStyle = inkOf(look, scene.palette, errorOf(look));
  clipped(context, room, () => drawLine(context, line, look, inner));
}

/** Overflowing text hides the gridlines between the cells it lies over, and nothing of their fills or table lines. */
function hideCrossedGridlines(
  context: CanvasRenderingContext2D,
  scene: Scene,
  room: Rectangle,
  { row, column: from }: Position,
): void {
  const { columns } = scene.layout;
  const farthest = Math.min(columns.axis.count - 1, from + farthestOverflow);
  for (let column = Math.max(1, from - farthestOverflow); column <= farthest; column += 1) {
    const x = startOf(columns, column);
    if (x <= room.x || x >= room.x + room.width) continue;
    const left = scene.lookAt(row, column - 1);
    if (left.fill || scene.lookAt(row, column).fill) continue;
    context.fillStyle = scene.palette.paper;
    context.fillRect(x - 1, room.y, 1, room.height - (left.line ? 2 : 1));
  }
}

export const fontOf = (look: CellLook): string => fontFor({ ...look, pixels: look.fontSize });

const errorOf = ({ value }: CellLook): ErrorValue | null =>
  typeof value === 'object' && value !== null ? value : null;

/** A fill decides what can be read on it; without one the theme does. */
function inkOf(look: CellLook, palette: Palette, error: ErrorValue | null): string {
  const background = look.fill || palette.paper;
  if (error?.error === '#BUSY!') return readableOn(palette.faintInk, background);
  return look.fontColor ? readableOn(look.fontColor, background) : inkFor(background);
}

function drawLine(context: CanvasRenderingContext2D, text: string, look: CellLook, inner: Rectangle): void {
  const y = middleOf(look, inner, 1);
  const x = anchorOf(look, inner);
  if (look.runs) {
    drawRuns(context, look, { from: 0, to: look.text.length }, { x, y });
    return;
  }
  context.textAlign = look.horizontal;
  context.fillText(text, x, y);
  if (look.isStruck) drawThrough(context, text, look, x, y);
  if (look.isUnderlined) drawThrough(context, text, look, x, y + look.fontSize / 2);
}

function drawLines(
  context: CanvasRenderingContext2D,
  lines: readonly string[],
  look: CellLook,
  inner: Rectangle,
): void {
  const first = middleOf(look, inner, lines.length);
  context.textAlign = look.horizontal;
  let end = 0;
  lines.forEach((line, at) => {
    if (look.runs) {
      const from = look.text.indexOf(line, end);
      end = from + line.length;
      const place = { x: anchorOf(look, inner), y: first + at * lineHeightOf(look.fontSize) };
      drawRuns(context, look, { from, to: end }, place);
      return;
    }
    context.fillText(line, anchorOf(look, inner), first + at * lineHeightOf(look.fontSize));
  });
}

function anchorOf(look: CellLook, inner: Rectangle): number {
  if (look.horizontal === 'left') return inner.x;
  return look.horizontal === 'right' ? inner.x + inner.width : inner.x + inner.width / 2;
}

function middleOf(look: CellLook, box: Rectangle, lineCount: number): number {
  const lineHeight = lineHeightOf(look.fontSize);
  const height = lineCount * lineHeight;
  const half = lineHeight / 2;
  if (look.vertical === 'top' || height > box.height) return box.y + half + 1;
  if (look.vertical === 'center') return box.y + (box.height - height) / 2 + half;
  return box.y + box.height - height + half - 1;
}

/** A line as long as the text, at a height. */
function drawThrough(
  context: CanvasRenderingContext2D,
  text: string,
  look: CellLook,
  x: number,
  y: number,
): void {
  const { width } = context.measureText(text);
  const left = look.horizontal === 'left' ? x : look.horizontal === 'right' ? x - width : x - width / 2;
  context.fillRect(left, Math.round(y), width, 1);
}

/** Draws what has a size of its own as large as the cells are shown. */
function paintScaled(
  context: CanvasRenderingContext2D,
  box: Rectangle,
  zoom: number,
  draw: (unscaled: Rectangle) => void,
): void {
  if (zoom === 1) {
    draw(box);
    return;
  }
  context.save();
  context.translate(box.x, box.y);
  context.scale(zoom, zoom);
  draw({ x: 0, y: 0, width: box.width / zoom, height: box.height / zoom });
  context.restore();
}

function paintErrorMark(context: CanvasRenderingContext2D, box: Rectangle, palette: Palette): void {
  const right = box.x + box.width - 1;
  context.fillStyle = palette.error;
  context.beginPath();
  context.moveTo(right - cornerMark, box.y);
  context.lineTo(right, box.y);
  context.lineTo(right, box.y + cornerMark);
  context.fill();
}

/** A card with lines on it. */
function paintCardIcon(context: CanvasRenderingContext2D, box: Rectangle, palette: Palette): void {
  const x = box.x + cellPadding;
  const y = Math.round(box.y + (box.height - cardIconSize) / 2);
  context.strokeStyle = palette.accent;
  context.lineWidth = 1;
  context.strokeRect(x + 0.5, y + 0.5, cardIconSize - 1, cardIconSize - 1);
  context.fillStyle = palette.accent;
  context.fillRect(x + 3, y + 3, cardIconSize - 6, 2);
  context.fillRect(x + 3, y + 7, cardIconSize - 6, 1);
}

function paintFilterButton(context: CanvasRenderingContext2D, box: Rectangle, palette: Palette): void {
  if (box.width < filterButtonSize + 6) return;
  const x = box.x + box.width - filterButtonSize - 2;
  const y = box.y + box.height - filterButtonSize - 2;
  context.fillStyle = palette.header;
  context.fillRect(x, y, filterButtonSize, filterButtonSize);
  context.strokeStyle = palette.freezeLine;
  context.lineWidth = 1;
  context.strokeRect(x + 0.5, y + 0.5, filterButtonSize - 1, filterButtonSize - 1);
  context.fillStyle = palette.headerInk;
  context.beginPath();
  context.moveTo(x + 4.5, y + 6.5);
  context.lineTo(x + 11.5, y + 6.5);
  context.lineTo(x + 8, y + 10.5);
  context.fill();
}

function paintMerges(context: CanvasRenderingContext2D, scene: Scene, pane: Pane): void {
  for (const merge of scene.sheet.merges) {
    const box = rectangleOf(scene.layout, merge);
    if (!overlaps(box, pane.clip)) continue;
    const look = scene.lookAt(merge.row, merge.column);
    fillBox(context, box, look.fill || scene.palette.paper);
    if (scene.sheet.showGridlines && !look.fill) drawGridlines(context, box, scene.palette);
    if (look.text) clipped(context, box, () => paintText(context, scene, look, box, topLeft(merge)));
  }
}

const overlaps = (one: Rectangle, other: Rectangle): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

function paintFrames(context: CanvasRenderingContext2D, scene: Scene, pane: Pane): void {
  const { layout, palette, cursor, sheet } = scene;
  // What is scrolled away lies behind the frozen panes, and must not shine through them.
  const inSight = (areas: readonly Area[]): Area[] => areas.filter(area => reachesInto(pane, area));
  if (cursor.sheet === sheet) paintSelection(context, scene, inSight);
  scene.references.forEach((area, at) => {
    if (!reachesInto(pane, area)) return;
    const colour = palette.references[at % palette.references.length];
    strokeBox(context, rectangleOf(layout, area), colour, 2);
    context.globalAlpha = 0.08;
    fillBox(context, rectangleOf(layout, area), colour);
    context.globalAlpha = 1;
  });
  context.setLineDash([4, 3]);
  for (const area of inSight([...scene.copied, ...(scene.filling ? [scene.filling] : [])]))
    strokeBox(context, rectangleOf(layout, area), palette.accent, 2);
  context.setLineDash([]);
}

/** Over the corner of what is selected, and over the panes that meet there. */
function paintFillHandle(
  context: CanvasRenderingContext2D,
  { layout, cursor, palette, sheet, isTyping }: Scene,
): void {
  const handle = isTyping || cursor.sheet !== sheet ? null : fillHandleAt(layout, cursor);
  if (!handle) return;
  const half = fillHandleSize / 2;
  context.fillStyle = palette.paper;
  context.fillRect(handle.x - half - 1, handle.y - half - 1, fillHandleSize + 2, fillHandleSize + 2);
  context.fillStyle = palette.accent;
  context.fillRect(handle.x - half, handle.y - half, fillHandleSize, fillHandleSize);
}

/** True where a row and a column of the area are in sight in the pane. */
function reachesInto({ rows, columns }: Pane, area: Area): boolean {
  return (
    touches(rows, area.row, area.row + area.rowCount) &&
    touches(columns, area.column, area.column + area.columnCount)
  );
}

function touches(bands: readonly Band[], start: number, end: number): boolean {
  const first = bands[0];
  const last = bands[bands.length - 1];
  return first !== undefined && last !== undefined && start <= last.index && first.index < end;
}

function paintSelection(
  context: CanvasRenderingContext2D,
  scene: Scene,
  inSight: (areas: readonly Area[]) => Area[],
): void {
  const { layout, palette, cursor, sheet } = scene;
  const spill = sheet.spill(cursor.active.row, cursor.active.column);
  for (const area of inSight(spill ? [spill.area] : [])) {
    strokeBox(context, rectangleOf(layout, area), palette.spill, 1);
  }
  const activeArea = mergeOrCell(sheet, cursor.active);
  const active = rectangleOf(layout, activeArea);
  const areas = inSight(cursor.areas);
  for (const area of areas) {
    const box = rectangleOf(layout, area);
    context.save();
    context.beginPath();
    context.rect(box.x - 1, box.y - 1, box.width + 1, box.height + 1);
    context.rect(active.x, active.y, active.width - 1, active.height - 1);
    context.clip('evenodd');
    fillBox(context, box, palette.selection);
    context.restore();
  }
  const isMulti = cursor.areas.length > 1;
  for (const area of areas) strokeBox(context, rectangleOf(layout, area), palette.accent, isMulti ? 1 : 2);
  if (isMulti && inSight([activeArea]).length > 0)
    strokeBox(context, active, palette.accent, scene.isFocused ? 2 : 1);
}

function mergeOrCell(sheet: Sheet, { row, column }: Position): Area {
  const merge = sheet.merges.find(area => area.row === row && area.column === column);
  return merge ?? { row, column, rowCount: 1, columnCount: 1 };
}

function strokeBox(context: CanvasRenderingContext2D, box: Rectangle, colour: string, width: 1 | 2): void {
  const inset = width === 2 ? 0 : 0.5;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.strokeRect(box.x - inset, box.y - inset, box.width - 1 + 2 * inset, box.height - 1 + 2 * inset);
}

function paintHeaders(context: CanvasRenderingContext2D, scene: Scene): void {
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

function paintFreezeLines(context: CanvasRenderingContext2D, { layout, palette }: Scene): void {
  const { rows, columns, width, height } = layout;
  context.fillStyle = palette.freezeLine;
  if (rows.frozenSize > 0) context.fillRect(0, rows.headerSize + rows.frozenSize - 1, width, 1);
  if (columns.frozenSize > 0) context.fillRect(columns.headerSize + columns.frozenSize - 1, 0, 1, height);
}
