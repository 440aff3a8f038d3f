import type { Severity } from '../../risk/policy/policy';

export interface HighlightColors {
  readonly fill: string;
  readonly font: string;
  readonly bold: boolean;
}

/** One colour a severity, for the sheet and for its legend: apart by lightness too, so that they survive grey print and colour-blind eyes. */
export const severityColors: Readonly<Record<Severity, HighlightColors>> = {
  critical: { fill: '#F4A79D', font: '#520606', bold: true },
  warning: { fill: '#FFD45E', font: '#4A3500', bold: false },
  notice: { fill: '#DCEBFA', font: '#0B3A66', bold: false },
};

/** Worst first: where several rules meet in a cell, the worst colour shows. */
export const severityOrder: readonly Severity[] = ['critical', 'warning', 'notice'];
