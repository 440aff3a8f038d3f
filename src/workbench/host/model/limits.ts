/** What Excel refuses to take: texts that are too long, and formulas where they cannot be. */
import { childrenOf, readTree } from '../../book/calculation/precedents';
import type { Node } from '../../book/formula/syntax';
import { ApiError } from '../batch/apiError';

/** Characters (Microsoft Support, "Excel specifications and limits"). */
const longestText = 32_767;
const longestFormula = 8_192;
/** Of the entries of a list, and of the three parts of a header or footer together. */
const longestEntries = 255;
const longestHeader = 255;
/** Of what an entry rule says. */
const longestTitle = 32;
const longestMessage = 255;

function assertLength(text: string, longest: number): void {
  if (text.length > longest) throw new ApiError('InvalidArgument');
}

function treeOf(formula: string): Node {
  assertLength(formula, longestFormula);
  const tree = readTree(formula);
  if (!tree) throw new ApiError('InvalidArgument');
  return tree;
}

/** Refuse what no cell takes: too many characters, or a formula that cannot be read. */
export function assertCellText(text: string, numberFormat: string): void {
  if (text.startsWith('=') && text.length > 1 && numberFormat !== '@') treeOf(text);
  else assertLength(text.replace(/^'/, ''), longestText);
}

/** Refuse a formula that no conditional format and no entry rule takes: it may refer to cells and names only. */
export function assertRuleFormula(formula: string): void {
  if (hasOtherReferences(treeOf(formula))) throw new ApiError('InvalidArgument');
}

const otherReferences: readonly Node['type'][] = ['structured', 'array', 'union', 'intersection'];

const hasOtherReferences = (node: Node): boolean =>
  otherReferences.includes(node.type) || childrenOf(node).some(hasOtherReferences);

/** Refuse a source of a list: a formula like those of other rules, or entries that are too long together. */
export function assertListSource(source: string): void {
  if (source.startsWith('=')) assertRuleFormula(source);
  else assertLength(source, longestEntries);
}

/** Refuse what an entry rule cannot say. */
export function assertRuleTexts({
  title,
  message,
}: {
  readonly title: string;
  readonly message: string;
}): void {
  assertLength(title, longestTitle);
  assertLength(message, longestMessage);
}

/** Refuse a header or footer that is too long in its parts together, the marks between them included. */
export function assertHeader(parts: readonly string[]): void {
  const marked = parts.filter(part => part !== '').map(part => `&L${part}`);
  assertLength(marked.join(''), longestHeader);
}
