/** What a drawing of an opened file holds, so that saving gives back what nobody has changed. */
import type { Chart } from '../../book/chart/chart';
import type { KeptPart, Relationship } from '../workbookParts';

export interface KeptDrawing {
  /** The root's own attributes: the namespaces that its anchors use. */
  readonly rootAttributes: string;
  /** Pictures, shapes, and charts of kinds that the book does not have, as written. */
  readonly anchors: readonly string[];
  /** What those anchors refer to. */
  readonly relationships: readonly Relationship[];
  readonly parts: readonly KeptPart[];
}

/** A chart of the file as it was: given back as long as the book's chart says the same. */
export interface KeptChart {
  readonly fingerprint: string;
  readonly path: string;
  readonly parts: readonly KeptPart[];
  /** Its anchor as written, the fingerprint of its place, and the id by which the anchor refers to the chart. */
  readonly anchor: string;
  readonly anchorFingerprint: string;
  readonly relationshipId: string;
}

const charts = new WeakMap<Chart, KeptChart>();

export function keepChart(chart: Chart, kept: Omit<KeptChart, 'fingerprint' | 'anchorFingerprint'>): void {
  charts.set(chart, {
    ...kept,
    fingerprint: fingerprintOf(chart),
    anchorFingerprint: anchorFingerprintOf(chart),
  });
}

/** The chart's part as it was in the file, unless the chart has been changed since. */
export function unchangedPart(chart: Chart): KeptChart | null {
  const kept = charts.get(chart);
  return kept?.fingerprint === fingerprintOf(chart) ? kept : null;
}

/** The chart's anchor as it was in the file, unless the chart has been moved, sized or renamed since. */
export function unchangedAnchor(chart: Chart): KeptChart | null {
  const kept = charts.get(chart);
  return kept?.anchorFingerprint === anchorFingerprintOf(chart) ? kept : null;
}

const anchorFingerprintOf = ({ name, place }: Chart): string => JSON.stringify([name, place]);

function fingerprintOf(chart: Chart): string {
  const { id: _id, name: _name, place: _place, ...said } = chart;
  return JSON.stringify(said, (_key, value: unknown) => (value instanceof Map ? [...value] : value));
}
