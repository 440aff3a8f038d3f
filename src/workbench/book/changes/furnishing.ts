/** What lies on a sheet beside its cells and tables: conditional formats, rules of entry, links and charts. */
import type { BookSheet } from '../bookSheet';
import { assertAllowed, assertPermitted } from '../bookState';
import { type Chart, type ChartPlace, type ChartType, newChart } from '../chart/chart';
import { addRule, removeRule } from '../conditionalFormats';
import { withdrawValidations } from '../dataValidations';
import { withdrawLinks } from '../hyperlinks';
import { BookError } from '../refusals';
import type { Area, ConditionalFormat, DataValidation, Hyperlink } from '../types';
import type { BookParts } from './bookParts';

/** Add a conditional format that is looked at before the others. */
export function addConditionalFormat(
  { state, steps }: BookParts,
  sheet: BookSheet,
  format: Omit<ConditionalFormat, 'id' | 'priority'>,
): ConditionalFormat {
  if (format.areas.length === 0) throw new BookError('ruleWithoutArea');
  for (const area of format.areas) assertAllowed(sheet, area, 'allowFormatCells');
  const rule: ConditionalFormat = { ...format, id: state.newId(), priority: 0 };
  steps.furnish(sheet, () => addRule(sheet, rule));
  return rule;
}

export function removeConditionalFormat(
  { steps }: BookParts,
  sheet: BookSheet,
  format: ConditionalFormat,
): void {
  assertPermitted(sheet, 'allowFormatCells');
  steps.furnish(sheet, () => {
    if (!removeRule(sheet, format)) throw new BookError('formatMissing');
  });
}

/** Let a rule decide what may be entered into cells, or (null) let everything in. */
export function setDataValidation(
  { state, steps }: BookParts,
  sheet: BookSheet,
  areas: readonly Area[],
  rule: Omit<DataValidation, 'id' | 'areas'> | null,
): void {
  for (const area of areas) assertAllowed(sheet, area);
  steps.furnish(sheet, () => {
    for (const area of areas) withdrawValidations(sheet, area);
    if (rule && areas.length > 0) {
      sheet.dataValidations.push({ ...rule, id: state.newId(), areas: [...areas] });
    }
  });
}

/** Put a link on cells in place of those they have, or (null) take them away. */
export function setHyperlink(
  { steps }: BookParts,
  sheet: BookSheet,
  area: Area,
  link: Omit<Hyperlink, 'area'> | null,
): void {
  assertAllowed(sheet, area, 'allowInsertHyperlinks');
  steps.furnish(sheet, () => {
    withdrawLinks(sheet, area);
    if (link) sheet.hyperlinks.push({ ...link, area: { ...area } });
  });
}

/** Put a chart without a series on a sheet. */
export function addChart(
  { state, steps }: BookParts,
  sheet: BookSheet,
  type: ChartType,
  place: ChartPlace,
  name: string | undefined,
): Chart {
  assertPermitted(sheet, 'allowEditObjects');
  const chart = newChart(state.newId(), name ?? freeChartName(sheet), type, place);
  steps.furnish(sheet, () => sheet.charts.push(chart));
  return chart;
}

export function removeChart({ steps }: BookParts, sheet: BookSheet, chart: Chart): void {
  assertPermitted(sheet, 'allowEditObjects');
  const index = sheet.charts.indexOf(chart);
  if (index < 0) throw new BookError('chartMissing', chart.name);
  steps.furnish(sheet, () => sheet.charts.splice(index, 1));
}

function freeChartName(sheet: BookSheet): string {
  for (let number = 1; ; number++) {
    const name = `Chart ${number}`;
    if (!sheet.charts.some(chart => chart.name === name)) return name;
  }
}
