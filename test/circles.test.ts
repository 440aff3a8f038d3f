/** No file needs, by a way round, itself: neither when it runs nor, but for a few that belong together, to be understood. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const root = path.resolve(__dirname, '../src');
const files = (readdirSync(root, { recursive: true }) as string[])
  .filter(name => /\.tsx?$/.test(name))
  .map(name => name.split(path.sep).join('/'));

const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** The file that is meant by where an import leads; none for styles and pictures. */
function fileAt(from: string, target: string): string[] {
  const at = path.posix.join(path.posix.dirname(from), target);
  return files.filter(each => each === `${at}.ts` || each === `${at}.tsx`);
}

/** Where the imports of a file lead that are there when it runs. */
const needsOf = (file: string): string[] =>
  [...textOf(file).matchAll(/^(?:import|export) (?!type\b)([^;]*?) from '(\.[^']+)'/gm)]
    .filter(([, names]) => /[{,]\s*(?!type\b)[A-Za-z]|^[A-Za-z*]/.test(names))
    .flatMap(([, , target]) => fileAt(file, target));

/** Where all its imports lead, types and what is fetched later too. */
const mentionsOf = (file: string): string[] =>
  [...textOf(file).matchAll(/(?:\bfrom |\bimport\()'(\.[^']+)'/g)].flatMap(([, target]) =>
    fileAt(file, target),
  );

/** Every way round, as `one.ts → other.ts → one.ts`. */
function circlesOf(ways: ReadonlyMap<string, readonly string[]>): string[] {
  const finished = new Set<string>();
  const walk = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [[...way.slice(way.indexOf(file)), file].join(' → ')];
    if (finished.has(file)) return [];
    const found = (ways.get(file) ?? []).flatMap(next => walk(next, [...way, file]));
    finished.add(file);
    return found;
  };
  return files.flatMap(file => walk(file, []));
}

/**
 * The objects that an add-in holds lead to each other by their nature: a range to its sheet, a sheet to its ranges. Their
 * classes are tables of functions that are called only when asked.
 */
const isObjectModel = (file: string): boolean => file.startsWith('workbench/host/model/');

/** What these describe leads to itself: a sheet has formulas, which read cells of sheets; a session keeps objects, which are asked in a session. */
const describedTogether: ReadonlySet<string> = new Set([
  'workbench/book/bookSheet.ts',
  'workbench/book/calculation/customCall.ts',
  'workbench/book/calculation/formulaCell.ts',
  'workbench/book/formula/value.ts',
  'workbench/host/batch/callArguments.ts',
  'workbench/host/batch/modelObject.ts',
  'workbench/host/references.ts',
  'workbench/host/session.ts',
]);

test('nothing imports itself by a way round', () => {
  const needs = new Map(files.filter(file => !isObjectModel(file)).map(file => [file, needsOf(file)]));
  expect(circlesOf(needs)).toEqual([]);
  expect(needs.get('workbench/page/grid/Grid.tsx')).toContain('workbench/page/grid/CellEditor.tsx');
});

test('to understand a file nobody has to understand it first', () => {
  const apart = files.filter(file => !isObjectModel(file) && !describedTogether.has(file));
  const mentions = new Map(apart.map(file => [file, mentionsOf(file)]));
  expect(circlesOf(mentions)).toEqual([]);
  expect(mentions.get('taskpane/model/ledger/tiering.ts')).toContain('taskpane/model/join/joinedLedger.ts');
  expect(mentions.get('taskpane/model/ledger/loadAnswering.ts')).toContain(
    'taskpane/model/ledger/answering.ts',
  );
});
