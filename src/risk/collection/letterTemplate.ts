/** Letters with places for what only the data know: `{amount}` in English, `{金额}` in Chinese, either in both. */
import { type Bilingual, inEveryLanguage } from '../policy/policy';

/** What a letter can say of the customer, of what it owes, and of ourselves. */
export const placeholderNames = {
  customer: { en: 'customer', zh: '客户' },
  customerNumber: { en: 'customerNumber', zh: '客户编号' },
  contact: { en: 'contact', zh: '联系人' },
  date: { en: 'date', zh: '日期' },
  asOf: { en: 'asOf', zh: '截止日' },
  amount: { en: 'amount', zh: '金额' },
  invoiceCount: { en: 'invoiceCount', zh: '发票数' },
  oldestDays: { en: 'oldestDays', zh: '最长逾期天数' },
  credits: { en: 'credits', zh: '未核销贷项' },
  payBy: { en: 'payBy', zh: '付款期限' },
  lastStep: { en: 'lastStep', zh: '上次催收' },
  lastDate: { en: 'lastDate', zh: '上次催收日' },
  promiseDate: { en: 'promiseDate', zh: '承诺付款日' },
  promiseAmount: { en: 'promiseAmount', zh: '承诺金额' },
  invoices: { en: 'invoices', zh: '发票明细' },
  history: { en: 'history', zh: '催收经过' },
  ourCompany: { en: 'ourCompany', zh: '我方公司' },
  ourAddress: { en: 'ourAddress', zh: '我方地址' },
  ourContact: { en: 'ourContact', zh: '我方联系人' },
  ourPhone: { en: 'ourPhone', zh: '我方电话' },
  ourEmail: { en: 'ourEmail', zh: '我方邮箱' },
  ourBank: { en: 'ourBank', zh: '我方开户行' },
  ourAccount: { en: 'ourAccount', zh: '我方账号' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Placeholder = keyof typeof placeholderNames;

/** These take lines of their own: a table, not words. */
const blockPlaceholders = ['invoices', 'history'] as const satisfies readonly Placeholder[];

export type BlockPlaceholder = (typeof blockPlaceholders)[number];

/** What stands in a letter's places; `''` where nothing is known. */
export type LetterFacts = Readonly<Record<Exclude<Placeholder, BlockPlaceholder>, string>>;

export interface LetterTemplate {
  readonly subject: string;
  readonly text: string;
}

/** `# ` before a line makes it a heading, `> ` sets it at the right, as Chinese letters are signed. */
export type LineKind = 'line' | 'heading' | 'right';

const kindByMark: Readonly<Record<string, LineKind>> = { '#': 'heading', '>': 'right' };

/** A line of a finished letter, or the place of a table in it. */
export type LetterPart =
  | { readonly kind: LineKind; readonly text: string }
  | { readonly kind: BlockPlaceholder };

export interface FilledLetter {
  readonly subject: string;
  readonly parts: readonly LetterPart[];
}

/** What is wrong with a template. */
export type TemplateProblem =
  /** No such placeholder; `found` is what stands between the braces. */
  | { readonly kind: 'unknownPlaceholder'; readonly found: string }
  /** A brace that is not closed, or was never opened; `found` is the line. */
  | { readonly kind: 'looseBrace'; readonly found: string }
  /** A table's placeholder beside other words; `found` is the line. */
  | { readonly kind: 'tableInLine'; readonly found: string }
  /** Neither amount nor invoices: nobody could pay by it. */
  | { readonly kind: 'withoutAmount'; readonly found: string };

const braced = /\{([^{}]*)\}/g;

const byName = new Map<string, Placeholder>(
  (Object.entries(placeholderNames) as [Placeholder, Bilingual][]).flatMap(([placeholder, called]) =>
    inEveryLanguage(called).map((name): [string, Placeholder] => [plain(name), placeholder]),
  ),
);

function plain(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
}

const placeholderCalled = (name: string): Placeholder | undefined => byName.get(plain(name));

const isBlock = (placeholder: Placeholder | undefined): placeholder is BlockPlaceholder =>
  placeholder !== undefined && (blockPlaceholders as readonly Placeholder[]).includes(placeholder);

/** People who write in Chinese type full-width braces. */
const withPlainBraces = (text: string): string => text.replaceAll('｛', '{').replaceAll('｝', '}');

const linesOf = (text: string): readonly string[] => withPlainBraces(text).split(/\r\n|\r|\n/);

/**
 * Tell what is wrong with a template, line by line.
 *
 * @returns Nothing where a letter can be made of it as it stands.
 * @example templateProblems({ subject: 'Overdue', text: 'Please pay {amout}.' }) //=> [{ kind: 'unknownPlaceholder', found: 'amout' }, …]
 */
export function templateProblems({ subject, text }: LetterTemplate): readonly TemplateProblem[] {
  const lines = [subject, ...linesOf(text)].map(withPlainBraces);
  const used = new Set<Placeholder | undefined>();
  const problems: TemplateProblem[] = [];
  for (const line of lines) {
    for (const [, name] of line.matchAll(braced)) {
      const placeholder = placeholderCalled(name);
      used.add(placeholder);
      if (placeholder === undefined) problems.push({ kind: 'unknownPlaceholder', found: name });
      const isAmongWords = isBlock(placeholder) && blockIn(line) === null;
      if (isAmongWords) problems.push({ kind: 'tableInLine', found: line.trim() });
    }
    if (/[{}]/.test(line.replaceAll(braced, ''))) problems.push({ kind: 'looseBrace', found: line.trim() });
  }
  const saysAmount = used.has('amount') || used.has('invoices');
  if (!saysAmount) problems.push({ kind: 'withoutAmount', found: subject });
  return problems;
}

/**
 * Put facts into a template. A line that asks for something that is not known is left out, and blank lines never follow each other. A
 * placeholder that does not exist stays as it was written: `templateProblems` tells of it. Facts are data: braces in them mean nothing.
 *
 * @example fillLetter({ subject: 'Overdue', text: 'Pay {amount}.\nNo. {customerNumber}' }, { amount: 'EUR 5.00', customerNumber: '', … }).parts
 * //=> [{ kind: 'line', text: 'Pay EUR 5.00.' }]
 */
export function fillLetter({ subject, text }: LetterTemplate, facts: LetterFacts): FilledLetter {
  const parts: LetterPart[] = [];
  for (const line of linesOf(text)) {
    const block = blockIn(line);
    if (block !== null) {
      parts.push({ kind: block });
      continue;
    }
    const { mark = '', words = '' } = /^(?:(?<mark>[#>])\s+)?(?<words>.*)$/.exec(line)?.groups ?? {};
    const filled = fillLine(words, facts);
    const isSecondBlank = filled === '' && isBlankPart(parts.at(-1));
    if (filled !== null && !isSecondBlank) parts.push({ kind: kindByMark[mark] ?? 'line', text: filled });
  }
  while (isBlankPart(parts.at(-1))) parts.pop();
  return { subject: fillLine(withPlainBraces(subject), facts) ?? '', parts };
}

function isBlankPart(part: LetterPart | undefined): boolean {
  return part !== undefined && 'text' in part && part.text === '';
}

/** The table that a line is the place of; null for a line of words. */
function blockIn(line: string): BlockPlaceholder | null {
  const alone = /^\s*\{([^{}]*)\}\s*$/.exec(line);
  const placeholder = alone === null ? undefined : placeholderCalled(alone[1]);
  return isBlock(placeholder) ? placeholder : null;
}

function fillLine(line: string, facts: LetterFacts): string | null {
  let isKnown = true;
  const filled = line.replaceAll(braced, (written, name: string) => {
    const placeholder = placeholderCalled(name);
    if (placeholder === undefined || isBlock(placeholder)) return written;
    if (facts[placeholder] === '') isKnown = false;
    return facts[placeholder];
  });
  return isKnown ? filled.trimEnd() : null;
}
