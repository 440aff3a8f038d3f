/** Conditional formats of a worksheet part. Whatever has a formula, or can be said as one, becomes a rule of the book. */
import { formatAddress, parseAddress } from '../book/address';
import type { Area, ConditionalFormat } from '../book/types';
import { readDifference } from './readStyles';
import { fromStored } from './storedFormula';
import { attribute, child, children, content, descend, flag, type XmlNode } from './xml';

export type ReadRule = Omit<ConditionalFormat, 'id'>;

const comparisons: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
};

/** Drawn by Excel rather than decided by a formula; kept in the file as they are. */
export const graphicKinds = new Set(['colorScale', 'dataBar', 'iconSet']);

/** The rules of a sheet, most urgent first, also those in the extension where Excel puts rules over other sheets. */
export function readRules(
  sheet: XmlNode,
  differences: readonly ConditionalFormat['format'][],
  theme: readonly string[],
): ReadRule[] {
  const plain = children(sheet, 'conditionalFormatting').flatMap(block => {
    const areas = readAreas(attribute(block, 'sqref') ?? '');
    return children(block, 'cfRule').map(node =>
      readRule(node, areas, differences[Number(attribute(node, 'dxfId') ?? -1)] ?? {}),
    );
  });
  const extended = children(descend(sheet, 'extLst'), 'ext')
    .flatMap(node => children(child(node, 'conditionalFormattings'), 'conditionalFormatting'))
    .flatMap(block => {
      const areas = readAreas(content(child(block, 'sqref')));
      return children(block, 'cfRule').map(node =>
        readRule(node, areas, readDifference(child(node, 'dxf'), theme)),
      );
    });
  return [...plain, ...extended]
    .filter(rule => rule !== null)
    .sort((first, second) => first.priority - second.priority);
}

function readAreas(references: string): Area[] {
  return references.split(/\s+/).flatMap(reference => parseAddress(reference)?.areas ?? []);
}

function readRule(node: XmlNode, areas: Area[], format: ConditionalFormat['format']): ReadRule | null {
  const formula = areas.length > 0 ? ruleFormula(node, areas) : null;
  if (formula === null) return null;
  return {
    areas,
    formula: `=${formula}`,
    format,
    priority: Number(attribute(node, 'priority') ?? 1),
    stopIfTrue: flag(node, 'stopIfTrue'),
  };
}

/** A rule as the formula that decides it, written for the first area's top-left cell; null when it has none. */
function ruleFormula(node: XmlNode, areas: readonly Area[]): string | null {
  const kind = attribute(node, 'type') ?? 'expression';
  if (graphicKinds.has(kind)) return null;
  const formulas = ['formula', 'f'].flatMap(name =>
    children(node, name).map(each => fromStored(content(each))),
  );
  const cell = formatAddress({ ...areas[0], rowCount: 1, columnCount: 1 });
  if (kind === 'cellIs') return comparison(attribute(node, 'operator') ?? 'equal', cell, formulas);
  if (kind === 'duplicateValues') return `AND(${cell}<>"",(${countOf(cell, areas)})>1)`;
  if (kind === 'uniqueValues') return `AND(${cell}<>"",(${countOf(cell, areas)})=1)`;
  if (kind === 'top10') return rankComparison(node, cell, areas);
  if (kind === 'aboveAverage') return averageComparison(node, cell, areas);
  // Text, blank, error and period rules carry the formula that decides them.
  return formulas[0] ?? null;
}

function comparison(operator: string, cell: string, [first, second]: readonly string[]): string | null {
  if (first === undefined) return null;
  if (operator === 'between') return `AND(${cell}>=(${first}),${cell}<=(${second ?? first}))`;
  if (operator === 'notBetween') return `OR(${cell}<(${first}),${cell}>(${second ?? first}))`;
  const sign = comparisons[operator];
  return sign ? `${cell}${sign}(${first})` : null;
}

const countOf = (cell: string, areas: readonly Area[]): string =>
  areas.map(area => `COUNTIF(${absolute(area)},${cell})`).join('+');

function rankComparison(node: XmlNode, cell: string, areas: readonly Area[]): string {
  const range = absolute(areas[0]);
  const rank = Number(attribute(node, 'rank') ?? 10);
  const place = flag(node, 'percent')
    ? `MAX(1,INT(COUNT(${range})*${rank}%))`
    : `MIN(${rank},COUNT(${range}))`;
  return flag(node, 'bottom')
    ? `AND(ISNUMBER(${cell}),${cell}<=SMALL(${range},${place}))`
    : `AND(ISNUMBER(${cell}),${cell}>=LARGE(${range},${place}))`;
}

function averageComparison(node: XmlNode, cell: string, areas: readonly Area[]): string {
  const range = absolute(areas[0]);
  const isAbove = flag(node, 'aboveAverage', true);
  const deviations = Number(attribute(node, 'stdDev') ?? 0);
  const spread = deviations === 0 ? '' : `${isAbove ? '+' : '-'}${deviations}*STDEV(${range})`;
  const sign = `${isAbove ? '>' : '<'}${flag(node, 'equalAverage') ? '=' : ''}`;
  return `AND(ISNUMBER(${cell}),${cell}${sign}AVERAGE(${range})${spread})`;
}

const absolute = (area: Area): string => formatAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
