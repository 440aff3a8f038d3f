/** No file needs, by a way round, itself. Types are not counted: they are gone when it runs. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const root = path.resolve(__dirname, '../src');
const files = (readdirSync(root, { recursive: true }) as string[])
  .filter(name => /\.tsx?$/.test(name))
  .map(name => name.split(path.sep).join('/'));

/** Where the imports of a file lead that are there when it runs. */
function needsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/^(?:import|export) (?!type\b)([^;]*?) from '(\.[^']+)'/gm)]
    .filter(([, names]) => /[{,]\s*(?!type\b)[A-Za-z]|^[A-Za-z*]/.test(names))
    .map(([, , target]) => path.posix.join(path.posix.dirname(file), target))
    .flatMap(target => files.find(each => each === `${target}.ts` || each === `${target}.tsx`) ?? []);
}

/**
 * The objects that an add-in holds lead to each other by their nature: a range to its sheet, a sheet to its ranges. Their
 * classes are tables of functions that are called only when asked.
 */
const isObjectModel = (file: string): boolean => file.startsWith('workbench/host/model/');

test('nothing imports itself by a way round', () => {
  const needs = new Map(files.filter(file => !isObjectModel(file)).map(file => [file, needsOf(file)]));
  const finished = new Set<string>();
  const walk = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [[...way.slice(way.indexOf(file)), file].join(' → ')];
    if (finished.has(file)) return [];
    const found = (needs.get(file) ?? []).flatMap(next => walk(next, [...way, file]));
    finished.add(file);
    return found;
  };
  expect(files.flatMap(file => walk(file, []))).toEqual([]);
  expect(needs.get('workbench/page/grid/Grid.tsx')).toContain('workbench/page/grid/CellEditor.tsx');
});
