/** What the docstring of each custom function says, and which problems its code can answer: read by the TypeScript compiler. */
import path from 'node:path';
import ts from 'typescript';
import { problemTexts } from '../../src/i18n/problems/problems';
import type { ProblemCode, ProblemKey } from '../../src/risk/problem';

export interface Docstring {
  /** Paragraphs after the first, each in one line. */
  readonly notes: readonly string[];
  readonly formula: readonly string[];
  readonly returns: string;
  readonly source: readonly string[];
  /** The Chinese accounting term. */
  readonly term: string;
  /** Everything that the code reached from the function can answer, in the order of the catalogue. */
  readonly problems: readonly ReachedProblem[];
}

export interface ReachedProblem {
  readonly key: ProblemKey;
  readonly codes: readonly ProblemCode[];
}

const root = path.resolve(__dirname, '../..');
const sources = path.join(root, 'src');

/**
 * Read the docstrings of all custom functions by their id.
 */
export function readDocstrings(): ReadonlyMap<string, Docstring> {
  const program = ts.createProgram([path.join(sources, 'functions/functions.ts')], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
    noLib: true,
  });
  const ours = program.getSourceFiles().filter(({ fileName }) => path.resolve(fileName).startsWith(sources));
  const checker = program.getTypeChecker();
  const codesOf = problemCodes(ours);
  const documented = ours.flatMap(file => file.statements.filter(isCustomFunction));
  return new Map(
    documented.map(declaration => {
      const reached = reachedKeys(declaration, checker);
      const problems = [...codesOf]
        .filter(([key]) => reached.has(key))
        .map(([key, codes]) => ({ key, codes: [...codes] }));
      return [idOf(declaration), { ...wordsOf(declaration), problems }];
    }),
  );
}

const tagsOf = (declaration: ts.Node, name: string): string[] =>
  ts
    .getJSDocTags(declaration)
    .filter(({ tagName }) => tagName.text === name)
    .map(({ comment }) => oneLine(ts.getTextOfJSDocComment(comment) ?? ''));

const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ');

const isCustomFunction = (node: ts.Statement): node is ts.FunctionDeclaration =>
  ts.isFunctionDeclaration(node) && tagsOf(node, 'customfunction').length > 0;

const idOf = (declaration: ts.Node): string => tagsOf(declaration, 'customfunction')[0].split(' ')[0];

function wordsOf(declaration: ts.FunctionDeclaration): Omit<Docstring, 'problems'> {
  const [docstring] = declaration.getChildren().filter(ts.isJSDoc);
  const paragraphs = (ts.getTextOfJSDocComment(docstring.comment) ?? '').split(/\n\s*\n/).map(oneLine);
  return {
    notes: paragraphs.slice(1),
    formula: tagsOf(declaration, 'formula'),
    returns: tagsOf(declaration, 'returns')[0] ?? '',
    source: tagsOf(declaration, 'source'),
    term: tagsOf(declaration, 'term')[0] ?? '',
  };
}

/** The keys of the catalogue that stand in the code of a function, or of anything of ours that it names. */
function reachedKeys(start: ts.Node, checker: ts.TypeChecker): ReadonlySet<string> {
  const keys = new Set<string>();
  const seen = new Set<ts.Node>();
  const open: ts.Node[] = [start];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isStringLiteral(node) && node.text in problemTexts) keys.add(node.text);
    if (ts.isIdentifier(node)) open.push(...declarationsOf(node, checker));
    ts.forEachChild(node, visit);
  };
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    visit(node);
  }
  return keys;
}

function declarationsOf(name: ts.Identifier, checker: ts.TypeChecker): readonly ts.Node[] {
  const symbol = checker.getSymbolAtLocation(name);
  if (!symbol) return [];
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const { declarations = [] } = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  return declarations.filter(
    node =>
      !ts.isTypeAliasDeclaration(node) &&
      !ts.isInterfaceDeclaration(node) &&
      path.resolve(node.getSourceFile().fileName).startsWith(path.join(sources, path.sep)) &&
      !node.getSourceFile().fileName.includes('/i18n/'),
  );
}

/** Which error each problem becomes, in the order of the catalogue: `fail(code, key)`, `{ code, key }`, and the problems of one cell. */
function problemCodes(files: readonly ts.SourceFile[]): ReadonlyMap<ProblemKey, ReadonlySet<ProblemCode>> {
  const keys = Object.keys(problemTexts) as ProblemKey[];
  const codes = new Map(keys.map(key => [key, new Set<ProblemCode>()]));
  const note = (key: string, code: string): void => {
    codes.get(key as ProblemKey)?.add(code as ProblemCode);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [first, second] = node.arguments.map(textOf);
      if (node.expression.getText() === 'fail' && first && second) note(second, first);
    }
    if (ts.isObjectLiteralExpression(node)) {
      const [code, key] = ['code', 'key'].map(name => textOf(propertyOf(node, name)));
      if (code && key) note(key, code);
    }
    ts.forEachChild(node, visit);
  };
  files.forEach(visit);
  // What is wrong with one cell (`cellProblem`, the rows of the policy) is always #VALUE!.
  for (const known of codes.values()) if (known.size === 0) known.add('value');
  return codes;
}

const textOf = (node: ts.Node | undefined): string | undefined =>
  node && ts.isStringLiteral(node) ? node.text : undefined;

function propertyOf(node: ts.ObjectLiteralExpression, name: string): ts.Node | undefined {
  const property = node.properties.find(each => each.name?.getText() === name);
  return property && ts.isPropertyAssignment(property) ? property.initializer : undefined;
}
