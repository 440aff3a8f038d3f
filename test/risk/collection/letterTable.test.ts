import { usualLetters } from '../../../src/i18n/letters/usualLetters';
import { letterLanguage } from '../../../src/risk/collection/letterLanguage';
import {
  letterColumns,
  letterForm,
  readLetterTable,
  readSender,
  senderColumns,
} from '../../../src/risk/collection/letterTable';
import { ownHeaders } from '../../../src/risk/ownTable';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';

const { steps } = defaultPolicy;
const headers = ownHeaders(letterColumns, 'en');
const read = (...rows: unknown[][]) => readLetterTable([['Letters'], headers, ...rows], steps);

describe('letters in cells', () => {
  it('are read by code or name of the step, in either language', () => {
    expect(
      read(['mail', 'en', 'Overdue', 'Pay {amount}', 5], ['首次催款', '中文', '逾期', '请付{金额}', '']),
    ).toEqual({
      forms: [
        { step: 'mail', language: 'en', subject: 'Overdue', text: 'Pay {amount}', payWithin: 5 },
        { step: 'mail', language: 'zh', subject: '逾期', text: '请付{金额}', payWithin: 7 },
      ],
      problems: [{ kind: 'badDays', found: '', row: 3 }],
    });
  });

  it.each([
    [['post', 'en', 'S', 'Pay {amount}', 7], { kind: 'unknownStep', found: 'post' }],
    [['mail', 'fr', 'S', 'Pay {amount}', 7], { kind: 'unknownLanguage', found: 'fr' }],
    [['mail', 'en', 'S', '', 7], { kind: 'emptyText', found: 'mail' }],
  ])('pass over %j and say why', (row, problem) => {
    expect(read(row)).toEqual({ forms: [], problems: [{ ...problem, row: 2 }] });
  });

  it('are used and told where a word is wrong, and once where stated twice', () => {
    const { forms, problems } = read(
      ['mail', 'en', 'S', 'Pay {amout} {amount}', 9999],
      ['mail', 'English', 'S', 'Other {amount}', 7],
    );
    expect(forms.map(({ text, payWithin }) => [text, payWithin])).toEqual([['Pay {amout} {amount}', 7]]);
    expect(problems.map(({ kind, row, found }) => [kind, row, found])).toEqual([
      ['badDays', 2, '9999'],
      ['unknownPlaceholder', 2, 'amout'],
      ['statedTwice', 3, 'mail'],
    ]);
  });

  it('know their language by its code or name in either language', () => {
    const languageOf = (written: string) =>
      read(['mail', written, 'S', 'Pay {amount}', 7]).forms[0]?.language;
    expect(['en', 'English', '英文', '英语'].map(languageOf)).toEqual(['en', 'en', 'en', 'en']);
    expect(['zh', 'ZH-CN', 'Chinese', '中文', '简体中文'].map(languageOf)).toEqual(Array(5).fill('zh'));
  });

  it('give up to 400 days to pay, none included, and seven where it says something else', () => {
    const given = [0, 400, 401, -1, 12.9].map(days => read(['mail', 'en', 'S', 'Pay {amount}', days]));
    expect(given.map(({ forms }) => forms[0].payWithin)).toEqual([0, 400, 7, 7, 12]);
    expect(given.map(({ problems }) => problems.map(({ found }) => found))).toEqual([
      [],
      [],
      ['401'],
      ['-1'],
      [],
    ]);
  });

  it('know who signs, in either language, beside the other table', () => {
    const sender = readSender([
      ownHeaders(senderColumns, 'zh'),
      ['公司名称', '上海明达'],
      ['Phone', '010-1'],
      ['地址', ''],
      headers,
      ['mail', 'en', 'S', 'T', 7],
    ]);
    expect(sender.ourCompany).toBe('上海明达');
    expect(sender.ourPhone).toBe('010-1');
    expect(sender.ourAddress).toBe('');
    expect(readSender([]).ourCompany).toBe('');
  });

  it("the company's own comes first, then ours of the step, then ours of its channel", () => {
    const own = read(['mail', 'en', 'Mine', 'Pay {amount}', 5]).forms;
    const pick = (id: string, channel: 'mail' | 'letter' | 'legal' | 'phone', language: 'en' | 'zh') =>
      letterForm(own, usualLetters, { id, channel }, language);
    expect(pick('mail', 'mail', 'en')?.subject).toBe('Mine');
    expect(pick('mail', 'mail', 'zh')?.step).toBe('mail');
    expect(pick('finalNotice', 'letter', 'en')?.step).toBe('finalNotice');
    expect(pick('registered', 'letter', 'zh')?.step).toBe('secondNotice');
    expect(pick('ring', 'phone', 'zh')?.step).toBe('phone');
    expect(pick('email', 'mail', 'zh')?.step).toBe('mail');
    expect(pick('lawyer', 'legal', 'zh')).toMatchObject({ step: 'legal', language: 'zh' });
  });
});

test.each([
  ['', 'Acme Ltd', 'en'],
  ['', '江苏宏达机械有限公司', 'zh'],
  ['', 'Hongda 宏达', 'zh'],
  ['EN', '江苏宏达机械有限公司', 'en'],
  ['en-GB', '江苏', 'en'],
  ['中文', 'Acme', 'zh'],
  ['zh-CN', 'Acme', 'zh'],
  ['Chinese', 'Acme', 'zh'],
  ['French', 'Acme', 'en'],
] as const)('a customer that states %j and is called %j is written to in %s', (stated, name, language) => {
  expect(letterLanguage(stated, name)).toBe(language);
});
