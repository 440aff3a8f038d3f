/**
 * What the docstrings of the engine say is so: every `@example` that names nothing but the engine is run, and where it
 * says what comes out, that comes out. Examples of somebody's ledger or answer are illustrations, and only counted.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { readClaim } from './claim';

const engine = path.resolve(__dirname, '../../src/risk');
const files = (readdirSync(engine, { recursive: true }) as string[])
  .filter(name => name.endsWith('.ts'))
  .sort();
const textOf = new Map(files.map(file => [file, readFileSync(path.join(engine, file), 'utf8')]));

interface Example {
  readonly file: string;
  readonly code: string;
  readonly claim: string;
}

function examplesOf(file: string): Example[] {
  const examples = textOf.get(file)!.matchAll(/@example((?:(?!\*\/|\n \* @)[\s\S])*)/g);
  return [...examples].flatMap(([, found]) => {
    const lines = found.replace(/\n\s*\* ?(?=\/\/=>)/g, ' ').split(/\n\s*\* ?/);
    const withClaims = lines.filter(line => line.includes('//=>'));
    return withClaims.map(line => {
      const [code, ...claim] = line.split('//=>');
      return { file, code: code.trim(), claim: claim.join('//=>').trim() };
    });
  });
}

/** Where each thing that the engine makes public stands; the first file of a name, but an example's own file comes first. */
const publicIn = new Map<string, string>();
for (const [file, source] of textOf) {
  for (const [, name] of source.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)) {
    if (!publicIn.has(name)) publicIn.set(name, file);
  }
}

interface Names {
  /** Names in code that it does not define itself and that no JavaScript has. */
  readonly strangers: readonly string[];
  /** Those of them that it calls. */
  readonly called: readonly string[];
}

function namesIn(code: string): Names {
  const source = ts.createSourceFile('example.js', `(${code})`, ts.ScriptTarget.ES2022, true);
  const own = new Set<string>();
  const named = new Set<string>();
  const called = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isParameter(node) || ts.isBindingElement(node)) {
      if (ts.isIdentifier(node.name)) own.add(node.name.text);
    }
    const isField =
      (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
      (ts.isPropertyAssignment(node.parent) && node.parent.name === node);
    if (ts.isIdentifier(node) && !isField) named.add(node.text);
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) called.add(node.expression.text);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  const strangers = [...named].filter(name => !own.has(name) && !(name in globalThis));
  return { strangers, called: strangers.filter(name => called.has(name)) };
}

function standsAlone({ code }: Example): boolean {
  const isWhole = !code.replace(/'[^']*'/g, '').includes('…');
  return isWhole && namesIn(code).strangers.every(name => publicIn.has(name));
}

/** Run the code of an example with what the engine makes public; typed arrays come as plain ones. */
function outcomeOf({ file, code }: Example): unknown {
  const names = namesIn(code).strangers;
  const values = names.map(name => {
    const own = require(path.join(engine, file));
    return name in own ? own[name] : require(path.join(engine, publicIn.get(name)!))[name];
  });
  return plain(new Function(...names, `return (${code});`)(...values));
}

function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plain(field)]));
}

/** What a result holds that could have been a problem: examples show the answer itself. */
function answerOf(outcome: unknown): unknown {
  const result = outcome as { readonly ok?: boolean; readonly value?: unknown } | null;
  return result?.ok === true ? result.value : outcome;
}

const examples = files.flatMap(examplesOf);
const runnable = examples.filter(standsAlone);

test.each(runnable.map(example => [example.file, example.code, example]))(
  '%s: %s',
  (_file, _code, example) => {
    const { claim } = example as Example;
    const outcome = outcomeOf(example as Example);
    const told = readClaim(claim);
    if (told) expect(claim.startsWith('{ ok') ? outcome : answerOf(outcome)).toEqual(told.value);
  },
);

test('examples call nothing that is not there', () => {
  const isThere = (name: string, file: string) =>
    publicIn.has(name) || textOf.get(file)!.includes(`function ${name}(`);
  const stale = examples.flatMap(({ file, code }) =>
    namesIn(code).called.flatMap(name => (isThere(name, file) ? [] : [{ file, name }])),
  );
  expect(stale).toEqual([]);
});

test('most examples stand alone', () => {
  expect(runnable.length).toBeGreaterThan(examples.length / 2);
});
