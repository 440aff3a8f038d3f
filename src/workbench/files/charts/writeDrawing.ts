/** The charts of a sheet, and what else a file's drawing held, as a drawing part. */
import type { Chart } from '../../book/chart/chart';
import type { Book, Sheet } from '../../book/types';
import { encodeXml } from '../xml';
import {
  chartNamespace,
  drawingNamespace,
  emuPerPixel,
  relationshipNamespace,
  spreadsheetDrawingNamespace,
} from './chartElements';
import { type KeptDrawing, unchangedAnchor, unchangedPart } from './keptDrawing';
import { writeChart } from './writeChart';

/** A chart's part: newly written, or that of the opened file where nothing changed. */
export interface WrittenChart {
  readonly part: { readonly content: string } | { readonly path: string };
  readonly relationshipId: string;
}

export interface WrittenDrawing {
  readonly content: string;
  readonly charts: readonly WrittenChart[];
}

/** Write the drawing of a sheet; null when there is nothing on it. */
export function writeDrawing(book: Book, sheet: Sheet, kept: KeptDrawing | null): WrittenDrawing | null {
  const anchors = [...(kept?.anchors ?? [])];
  if (anchors.length === 0 && sheet.charts.length === 0) return null;
  const charts = sheet.charts.map((chart, index): WrittenChart => {
    const relationshipId = `chart${index + 1}`;
    const unchanged = unchangedPart(chart);
    anchors.push(anchorOf(chart, relationshipId, index));
    const part = unchanged ? { path: unchanged.path } : { content: writeChart(book, chart) };
    return { part, relationshipId };
  });
  const root = kept?.rootAttributes || '';
  return {
    content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<xdr:wsDr${withNamespaces(root)}>${anchors.join('')}</xdr:wsDr>`,
    charts,
  };
}

/** The anchors of this writer use three prefixes; those of a file bring theirs. */
function withNamespaces(rootAttributes: string): string {
  const own = {
    'xmlns:xdr': spreadsheetDrawingNamespace,
    'xmlns:a': drawingNamespace,
    'xmlns:r': relationshipNamespace,
  };
  const missing = Object.entries(own).filter(([name]) => !rootAttributes.includes(`${name}=`));
  return rootAttributes + missing.map(([name, address]) => ` ${name}="${address}"`).join('');
}

function anchorOf(chart: Chart, relationshipId: string, index: number): string {
  const unchanged = unchangedAnchor(chart);
  if (unchanged) {
    return unchanged.anchor.replaceAll(`"${unchanged.relationshipId}"`, `"${relationshipId}"`);
  }
  const { row, column, x, y, width, height } = chart.place;
  // Ids of a drawing only have to differ; those of a file are small numbers.
  const id = 10_001 + index;
  return [
    '<xdr:oneCellAnchor>',
    `<xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>${emu(x)}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${emu(y)}</xdr:rowOff></xdr:from>`,
    `<xdr:ext cx="${emu(width)}" cy="${emu(height)}"/>`,
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="${encodeXml(chart.name)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" r:id="${relationshipId}"/></a:graphicData></a:graphic>`,
    '</xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>',
  ].join('');
}

const emu = (pixels: number): number => Math.round(pixels * emuPerPixel);
