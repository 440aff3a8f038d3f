import fc from 'fast-check';
import { usualLetters } from '../../../src/i18n/letters/usualLetters';
import {
  fillLetter,
  type LetterFacts,
  placeholderNames,
  templateProblems,
} from '../../../src/risk/collection/letterTemplate';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';

const known = (value: (name: string) => string): LetterFacts =>
  Object.fromEntries(Object.keys(placeholderNames).map(name => [name, value(name)])) as LetterFacts;
const facts: LetterFacts = { ...known(() => ''), customer: 'Acme', amount: 'EUR 5.00', payBy: '7 July' };
const textOf = (text: string, about = facts) =>
  fillLetter({ subject: '', text }, about).parts.map(part => (part.kind === 'line' ? part.text : part));

describe('a letter', () => {
  it('takes placeholders in either language, whatever their case, width and spaces', () => {
    expect(textOf('{customer} {客户} { CUSTOMER } ｛金额｝')).toEqual(['Acme Acme Acme EUR 5.00']);
  });

  it('leaves out a line that asks for what is not known, and one of two blank lines', () => {
    expect(textOf('{customer}\nNo. {customerNumber}\n\n{contact}\n\nPay {amount}.\n\n{ourPhone}\n')).toEqual([
      'Acme',
      '',
      'Pay EUR 5.00.',
    ]);
  });

  it('puts a table where its placeholder stands alone', () => {
    expect(textOf('A\n  {invoices}\n{催收经过}')).toEqual(['A', { kind: 'invoices' }, { kind: 'history' }]);
  });

  it('leaves an unknown placeholder as it is, and means nothing by braces in the data', () => {
    expect(textOf('{amout}')).toEqual(['{amout}']);
    expect(textOf('{customer}!', { ...facts, customer: '{amount} $& $1' })).toEqual(['{amount} $& $1!']);
  });

  it('takes # for a heading and > for the right, and neither inside a line', () => {
    expect(textOf('# Due: {amount}\n> {customer}\n#1 > 2')).toEqual([
      { kind: 'heading', text: 'Due: EUR 5.00' },
      { kind: 'right', text: 'Acme' },
      '#1 > 2',
    ]);
  });

  it('fills its subject', () => {
    expect(fillLetter({ subject: 'Due: {amount}', text: 'x' }, facts).subject).toBe('Due: EUR 5.00');
  });

  it.each([
    ['Pay {amout} {amount}', [{ kind: 'unknownPlaceholder', found: 'amout' }]],
    [
      'Pay {amount',
      [
        { kind: 'looseBrace', found: 'Pay {amount' },
        { kind: 'withoutAmount', found: 'S' },
      ],
    ],
    ['See {invoices}\n{amount}', [{ kind: 'tableInLine', found: 'See {invoices}' }]],
    ['Pay!', [{ kind: 'withoutAmount', found: 'S' }]],
    ['{发票明细}', []],
  ])('says of %j what is wrong', (text, problems) => {
    expect(templateProblems({ subject: 'S', text })).toEqual(problems);
  });

  it('never throws, and where nothing is wrong no brace of the template is left', () => {
    const piece = fc.oneof(
      fc.constantFrom('{', '}', '{customer}', '{金额}', '{invoices}', '{x}', '\n', ' '),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const template = { subject: '{amount}', text: pieces.join('') };
        const { parts } = fillLetter(
          template,
          known(() => 'known'),
        );
        if (templateProblems(template).length > 0) return;
        for (const part of parts) if ('text' in part) expect(part.text).not.toMatch(/[{}]/);
      }),
    );
  });
});

describe('the letters that come with Tiercel', () => {
  it('are there for every step of the default policy in both languages, and nothing is wrong with them', () => {
    for (const { id } of defaultPolicy.steps) {
      for (const language of ['en', 'zh']) {
        const forms = usualLetters.filter(form => form.step === id && form.language === language);
        expect(forms.length).toBe(1);
        expect(templateProblems(forms[0])).toEqual([]);
      }
    }
  });

  it('name every placeholder in their own language', () => {
    for (const { language, subject, text } of usualLetters) {
      const names = Object.values(placeholderNames).map(name => name[language]);
      for (const [, name] of `${subject}${text}`.matchAll(/\{([^}]*)\}/g)) expect(names).toContain(name);
    }
  });

  it('say what is asked for even where only the customer, the amount and the dates are known', () => {
    for (const form of usualLetters) {
      const { parts } = fillLetter(form, { ...facts, date: '1 July', asOf: '30 June', oldestDays: '31' });
      const lines = parts.flatMap(part => ('text' in part ? [part.text] : []));
      expect(parts.some(({ kind }) => kind === 'invoices')).toBe(true);
      expect(lines.join('')).toContain('Acme');
      expect(lines.join('')).not.toContain('undefined');
    }
  });
});
