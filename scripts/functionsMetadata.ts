/**
 * Makes functions.json: parameters and types from the functions' own source, words in either language from the catalogue.
 * Fails the build when the two do not know the same functions and arguments in the same order.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { config } from '../package.json';
import {
  type ArgumentKey,
  argumentNames,
  type FunctionHelp,
  functionHelp,
} from '../src/i18n/functions/functionHelp';
import type { Language } from '../src/i18n/language';
import { pageFile } from './functionPages/pageFile';

export interface ParameterMetadata {
  name: string;
  description?: string;
  type?: string;
  dimensionality?: string;
  optional?: boolean;
}

export interface FunctionMetadata {
  id: string;
  name: string;
  description?: string;
  /** The function's page; Excel's function dialog leads there. */
  helpUrl?: string;
  parameters: ParameterMetadata[];
  result?: { type?: string; dimensionality?: string };
}

export interface FunctionsMetadata {
  /** Hands error cells to the functions instead of answering the whole call with the first of them. */
  allowErrorForDataTypeAny: true;
  /** Lets a function answer with an entity, and hands entities and formatted numbers to functions as they are. */
  allowCustomDataForDataTypeAny: true;
  functions: FunctionMetadata[];
}

/** Where the metadata of each language is served; Excel finds them by the manifest. */
export const metadataFiles: Readonly<Record<Language, string>> = {
  en: 'functions.json',
  zh: 'functions.zh-CN.json',
};

const sourceFolder = path.resolve(__dirname, '../src/functions');

/**
 * Make the metadata of all custom functions in a language; ids, names and types are the same in both.
 *
 * @param address Where the add-in is served, its help pages beside it.
 * @throws When the generator rejects a declaration, or the catalogue and the code differ.
 */
export async function functionsMetadata(
  language: Language,
  address: string = config.address,
): Promise<FunctionsMetadata> {
  const sources = readdirSync(sourceFolder)
    .filter(file => file.endsWith('.ts'))
    .map(file => path.join(sourceFolder, file));
  const generated = await generateCustomFunctionsMetadata(sources);
  if (generated.errors.length > 0) throw new Error(`Custom functions: ${generated.errors.join('\n')}`);

  const { functions } = JSON.parse(generated.metadataJson) as { functions: FunctionMetadata[] };
  const help: Readonly<Record<string, FunctionHelp>> = functionHelp;
  const order = Object.keys(help);
  requireSame('functions', [...functions.map(({ id }) => id)].sort(), [...order].sort());
  functions.sort((left, right) => order.indexOf(left.id) - order.indexOf(right.id));
  return {
    allowErrorForDataTypeAny: true,
    allowCustomDataForDataTypeAny: true,
    functions: functions.map(declared => ({
      ...worded(declared, help[declared.id], language),
      helpUrl: new URL(`docs/functions/${pageFile(declared.id, language, 'html')}`, address).href,
    })),
  };
}

function worded(declared: FunctionMetadata, help: FunctionHelp, language: Language): FunctionMetadata {
  const keys = Object.keys(help.arguments) as ArgumentKey[];
  requireSame(
    `arguments of ${declared.id}`,
    declared.parameters.map(({ name }) => name),
    keys,
  );
  return {
    ...declared,
    description: help.description[language],
    parameters: declared.parameters.map((parameter, position) => ({
      ...parameter,
      name: argumentNames[keys[position]][language],
      description: help.arguments[keys[position]]![language],
    })),
  };
}

function requireSame(what: string, inCode: readonly string[], inCatalogue: readonly string[]): void {
  if (inCode.join() === inCatalogue.join()) return;
  throw new Error(
    `The ${what} are ${inCode.join(', ')} in code and ${inCatalogue.join(', ')} in the catalogue.`,
  );
}
