import { aggregationFunctions } from './aggregation';
import { arithmeticFunctions } from './arithmetic';
import { arrayFunctions } from './arrays';
import { borrowedFunctions } from './borrowed';
import { conditionalAggregationFunctions } from './conditionalAggregation';
import { dateFunctions } from './dates';
import type { FunctionDefinition } from './definition';
import { informationFunctions } from './information';
import { logicFunctions } from './logic';
import { lookupFunctions } from './lookup';
import { textFunctions } from './texts';

let catalogue: ReadonlyMap<string, FunctionDefinition> | null = null;

/** The function of a name in capitals, or null. Made on first use: the function files and the evaluator need each other. */
export function functionNamed(name: string): FunctionDefinition | null {
  catalogue ??= makeCatalogue();
  return catalogue.get(name) ?? null;
}

/** The names of all functions of the book's own, in capitals. */
export function functionNames(): readonly string[] {
  catalogue ??= makeCatalogue();
  return [...catalogue.keys()];
}

/** Functions whose answer changes without any cell changing, or that find cells no text names. */
export const volatileFunctions: ReadonlySet<string> = new Set([
  'TODAY',
  'NOW',
  'RAND',
  'RANDBETWEEN',
  'RANDARRAY',
  'OFFSET',
  'INDIRECT',
]);

function makeCatalogue(): Map<string, FunctionDefinition> {
  const all = [
    ...borrowedFunctions,
    ...logicFunctions,
    ...aggregationFunctions,
    ...conditionalAggregationFunctions,
    ...lookupFunctions,
    ...arrayFunctions,
    ...informationFunctions,
    ...arithmeticFunctions,
    ...textFunctions,
    ...dateFunctions,
  ];
  return new Map(all.map(definition => [definition.name, definition]));
}
