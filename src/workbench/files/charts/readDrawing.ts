/** The drawing of a worksheet: its charts, and whatever else lies on it. */

import type { ChartPlace } from '../../book/chart/chart';
import { type ChartCorner, placeBetween } from '../../book/chart/chartPlace';
import type { Book, Sheet } from '../../book/types';
import type { KeptPart, Relationship, WorkbookParts } from '../workbookParts';
import { attribute, child, content, descend, parseXml, type XmlNode } from '../xml';
import { emuPerPixel } from './chartElements';
import { type KeptDrawing, keepChart } from './keptDrawing';
import { type ReadChart, readChart } from './readChart';

interface ReadAnchor {
  readonly chart: ReadChart;
  readonly name: string;
  readonly node: XmlNode;
  readonly raw: string;
  readonly path: string;
  readonly parts: readonly KeptPart[];
  readonly relationshipId: string;
}

export interface ReadDrawing {
  readonly charts: readonly ReadAnchor[];
  readonly kept: KeptDrawing;
}

/** Read a drawing part with all it refers to. */
export async function readDrawing(
  parts: WorkbookParts,
  path: string,
  theme: readonly string[],
): Promise<ReadDrawing | null> {
  const xml = await parts.text(path);
  if (xml === null) return null;
  const relationships = await parts.relationships(path);
  const charts: ReadAnchor[] = [];
  const anchors: string[] = [];
  for (const raw of anchorsIn(xml)) {
    const read = await readAnchor(parts, raw, relationships, theme);
    if (read) charts.push(read);
    else anchors.push(raw);
  }
  const used = relationships.filter(({ id }) => anchors.some(raw => raw.includes(`"${id}"`)));
  const needed = new Map<string, KeptPart>();
  for (const each of used) if (!each.isExternal) await parts.withAllItNeeds(each.target, needed);
  return {
    charts,
    kept: {
      rootAttributes: rootAttributesOf(xml),
      anchors,
      relationships: used,
      parts: [...needed.values()],
    },
  };
}

function anchorsIn(xml: string): string[] {
  const pattern = /<((?:\w+:)?(?:twoCellAnchor|oneCellAnchor|absoluteAnchor))\b[^>]*>[\s\S]*?<\/\1>/g;
  return [...xml.matchAll(pattern)].map(([raw]) => raw);
}

const rootAttributesOf = (xml: string): string => /<(?:\w+:)?wsDr\b([^>]*?)\/?>/.exec(xml)?.[1] ?? '';

async function readAnchor(
  parts: WorkbookParts,
  raw: string,
  relationships: readonly Relationship[],
  theme: readonly string[],
): Promise<ReadAnchor | null> {
  const node = parseXml(raw);
  const frame = child(node, 'graphicFrame');
  const relationshipId = attribute(descend(frame, 'graphic', 'graphicData', 'chart'), 'id');
  const target = relationships.find(({ id, kind }) => id === relationshipId && kind === 'chart');
  const part = target ? await parts.xml(target.target) : null;
  const chart = part ? readChart(part, theme) : null;
  if (!target || !chart) return null;
  const needed = await parts.withAllItNeeds(target.target);
  return {
    chart,
    name: attribute(descend(frame, 'nvGraphicFramePr', 'cNvPr'), 'name') ?? '',
    node,
    raw,
    path: target.target,
    parts: [...needed.values()],
    relationshipId: target.id,
  };
}

/** Put the charts of a drawing on a sheet whose columns and rows have their sizes. */
export function fillCharts(book: Book, sheet: Sheet, drawing: ReadDrawing): void {
  for (const { chart: read, name, node, raw, path, parts, relationshipId } of drawing.charts) {
    const chart = book.addChart(sheet, read.type, placeOf(sheet, node), name === '' ? undefined : name);
    Object.assign(chart, read);
    keepChart(chart, { anchor: raw, path, parts, relationshipId });
  }
}

function placeOf(sheet: Sheet, anchor: XmlNode): ChartPlace {
  const from = cornerOf(child(anchor, 'from'));
  const to = child(anchor, 'to');
  const extent = child(anchor, 'ext');
  if (to) return placeBetween(sheet, from, cornerOf(to));
  const position = child(anchor, 'pos');
  const corner = position
    ? { row: 0, column: 0, x: pixelsOf(attribute(position, 'x')), y: pixelsOf(attribute(position, 'y')) }
    : from;
  return {
    ...corner,
    width: Math.max(1, pixelsOf(attribute(extent, 'cx'))),
    height: Math.max(1, pixelsOf(attribute(extent, 'cy'))),
  };
}

function cornerOf(node: XmlNode | undefined): ChartCorner {
  const said = (name: string): string => content(child(node, name)).trim();
  return {
    row: Number(said('row') || 0),
    column: Number(said('col') || 0),
    x: pixelsOf(said('colOff')),
    y: pixelsOf(said('rowOff')),
  };
}

const pixelsOf = (emu: string | undefined): number => Math.round(Number(emu ?? 0) / emuPerPixel) || 0;
