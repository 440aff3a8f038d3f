/** Makes the pages of all functions from their docstrings, their help in both languages, and examples that are calculated. */
import {
  type ArgumentKey,
  type FunctionHelp,
  type FunctionId,
  functionHelp,
} from '../../src/i18n/functions/functionHelp';
import { functionNotes } from '../../src/i18n/functions/functionNotes';
import { functionsMetadata } from '../functionsMetadata';
import { calculate } from './calculate';
import { type Docstring, readDocstrings } from './docstrings';
import { examples } from './examples';
import { type FunctionPage, functionPage, indexPage, type WorkedExample } from './page';
import { pageFile } from './pageFile';

/**
 * Make every page.
 *
 * @returns Text by file name, below `docs/functions`.
 * @throws When a docstring lacks a part of a page, or the Chinese notes differ from it in number.
 */
export async function makeFunctionPages(): Promise<ReadonlyMap<string, string>> {
  const docstrings = readDocstrings();
  const { functions } = await functionsMetadata('en');
  const help: Readonly<Record<FunctionId, FunctionHelp>> = functionHelp;
  const pages: FunctionPage[] = [];
  for (const id of Object.keys(functionHelp) as FunctionId[]) {
    const docstring = docstrings.get(id)!;
    requireWhole(id, docstring);
    const keys = Object.keys(help[id].arguments) as ArgumentKey[];
    const declared = functions.find(each => each.id === id)!.parameters;
    const optional = new Set(keys.filter((_, position) => declared[position].optional));
    const worked: WorkedExample[] = [];
    for (const example of examples[id]) {
      const results = { en: await calculate(example, 'en'), zh: await calculate(example, 'zh') };
      worked.push({ example, results });
    }
    pages.push({ id, help: help[id], docstring, optional, examples: worked });
  }

  const languages = ['en', 'zh'] as const;
  const files = languages.flatMap(language => [
    [pageFile('index', language), indexPage(pages, language)] as const,
    ...pages.map(page => [pageFile(page.id, language), functionPage(page, language)] as const),
  ]);
  return new Map(files);
}

const inDocstring = {
  formula: '@formula',
  notes: 'second paragraph for its notes',
  source: '@source',
} as const;

function requireWhole(id: FunctionId, docstring: Docstring): void {
  for (const part of ['formula', 'notes', 'source'] as const) {
    const [english, chinese] = [docstring[part].length, functionNotes[id][part].length];
    if (english === 0) throw new Error(`The docstring of ${id} has no ${inDocstring[part]}.`);
    if (english === chinese) continue;
    throw new Error(`${id} has ${english} of ${part} in its docstring and ${chinese} in Chinese.`);
  }
  for (const part of ['returns', 'term'] as const) {
    if (docstring[part] === '') throw new Error(`The docstring of ${id} has no @${part}.`);
  }
}
