/** Letters as a company keeps them in cells: one row a step and language, and who signs them. */
import type { Cell } from '../ledger/ledger';
import { type OwnColumns, readOwnTable } from '../ownTable';
import { type Bilingual, type CollectionStep, inEveryLanguage, type Language } from '../policy/policy';
import { stepCalled } from './collectionLog';
import {
  type LetterTemplate,
  type Placeholder,
  type TemplateProblem,
  templateProblems,
} from './letterTemplate';

/** Columns of the table of letters, a row for each step and language. */
export const letterColumns = {
  step: { header: { en: 'Step code', zh: '步骤代码' }, format: '@' },
  language: { header: { en: 'Language', zh: '语言' }, format: '@' },
  subject: { header: { en: 'Subject', zh: '主题' }, format: '@' },
  text: { header: { en: 'Text', zh: '正文' }, format: '@' },
  payWithin: { header: { en: 'Pay within (days)', zh: '付款期限（天）' }, format: '0' },
} as const satisfies OwnColumns<string>;

/** Columns of the table that says who sends the letters, a row for each of `senderFields`. */
export const senderColumns = {
  field: { header: { en: 'Sender', zh: '发函方' }, format: '@' },
  value: { header: { en: 'Your entry', zh: '贵公司填写' }, format: '@' },
} as const satisfies OwnColumns<string>;

/** What a company says of itself in its letters, in the order of its table. */
export const senderFields = {
  ourCompany: { en: 'Company', zh: '公司名称' },
  ourAddress: { en: 'Address', zh: '地址' },
  ourContact: { en: 'Contact', zh: '联系人' },
  ourPhone: { en: 'Phone', zh: '电话' },
  ourEmail: { en: 'E-mail', zh: '邮箱' },
  ourBank: { en: 'Bank', zh: '开户行' },
  ourAccount: { en: 'Account', zh: '账号' },
} as const satisfies Partial<Record<Placeholder, Bilingual>>;

export type SenderField = keyof typeof senderFields;

export type Sender = Readonly<Record<SenderField, string>>;

/** The letter of a step in a language. */
export interface LetterForm extends LetterTemplate {
  /** Id of the policy's step. */
  readonly step: string;
  readonly language: Language;
  /** Days from the letter's date until it wants the money. */
  readonly payWithin: number;
}

/** Something in the letters' table that should be mended; the row counts from the first of the cells. */
export type LetterTableProblem = { readonly row: number } & (
  | TemplateProblem
  | {
      readonly kind: 'unknownStep' | 'unknownLanguage' | 'statedTwice' | 'emptyText' | 'badDays';
      readonly found: string;
    }
);

export interface LetterTable {
  readonly forms: readonly LetterForm[];
  readonly problems: readonly LetterTableProblem[];
}

/** A year and a bit: who gives longer means something else. */
const longestPayWithin = 400;
const usualPayWithin = 7;

const languageWords: Readonly<Record<string, Language>> = {
  en: 'en',
  english: 'en',
  英文: 'en',
  英语: 'en',
  zh: 'zh',
  'zh-cn': 'zh',
  chinese: 'zh',
  中文: 'zh',
  简体中文: 'zh',
};

/**
 * Read the letters of a company back from their sheet. A row that cannot be used is passed over and told; one with a mistake in its words is used
 * and told.
 *
 * @param steps Of the policy: a row names one by its code or by its name.
 * @example readLetterTable(cells, policy.steps).forms[0] //=> { step: 'mail', language: 'en', subject: 'Overdue: {amount}', … }
 */
export function readLetterTable(
  cells: readonly (readonly Cell[])[],
  steps: readonly CollectionStep[],
): LetterTable {
  const forms = new Map<string, LetterForm>();
  const problems: LetterTableProblem[] = [];
  for (const row of readOwnTable(cells, letterColumns, 1900)) {
    const tell = (
      kind: Exclude<LetterTableProblem['kind'], TemplateProblem['kind']>,
      found: string,
    ): void => {
      problems.push({ kind, found, row: row.row });
    };
    const language = languageWords[row.text('language').normalize('NFKC').toLowerCase()];
    const step = stepCalled(row.text('step'), steps);
    const days = row.number('payWithin');
    const isGoodDays = days >= 0 && days <= longestPayWithin;
    const form = { subject: row.text('subject'), text: row.text('text') };
    if (step === undefined) tell('unknownStep', row.text('step'));
    else if (language === undefined) tell('unknownLanguage', row.text('language'));
    else if (form.text === '') tell('emptyText', row.text('step'));
    else if (forms.has(`${step} ${language}`)) tell('statedTwice', row.text('step'));
    else {
      const payWithin = isGoodDays ? Math.floor(days) : usualPayWithin;
      forms.set(`${step} ${language}`, { ...form, step, language, payWithin });
      if (!isGoodDays) tell('badDays', Number.isNaN(days) ? '' : String(days));
      problems.push(...templateProblems(form).map(problem => ({ ...problem, row: row.row })));
    }
  }
  return { forms: [...forms.values()], problems };
}

/** Read who signs; `''` for what is not filled in. */
export function readSender(cells: readonly (readonly Cell[])[]): Sender {
  const said = new Map(
    readOwnTable(cells, senderColumns, 1900).map(row => [row.text('field'), row.text('value')]),
  );
  const entryOf = (field: SenderField): string =>
    inEveryLanguage(senderFields[field])
      .map(name => said.get(name))
      .find(value => value !== undefined) ?? '';
  return Object.fromEntries(
    (Object.keys(senderFields) as SenderField[]).map(field => [field, entryOf(field)]),
  ) as unknown as Sender;
}

/**
 * Choose the letter of a step: the company's own, else ours of the same step, else ours of another step with the same channel.
 *
 * @param usual Letters that Tiercel comes with, in the order of their severity.
 * @returns Undefined only where `usual` has none of the language.
 */
export function letterForm(
  own: readonly LetterForm[],
  usual: readonly LetterForm[],
  { id, channel }: Pick<CollectionStep, 'id' | 'channel'>,
  language: Language,
): LetterForm | undefined {
  const called = (step: string) => (form: LetterForm) => form.step === step && form.language === language;
  const insteadOf = { mail: 'mail', phone: 'phone', letter: 'secondNotice', legal: 'legal' }[channel];
  return own.find(called(id)) ?? usual.find(called(id)) ?? usual.find(called(insteadOf));
}
