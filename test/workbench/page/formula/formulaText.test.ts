import { describe, expect, test } from '@jest/globals';
import { translateFormula } from '../../../../src/workbench/book/formula/rewrite';
import {
  callAt,
  referencesIn,
  suggestionsAt,
  takesReference,
} from '../../../../src/workbench/page/formula/formulaText';
import { callOf, readFunctionList } from '../../../../src/workbench/page/formula/functionList';

const functions = readFunctionList(
  {
    functions: [
      {
        id: 'DSO',
        name: 'DSO',
        description: 'Days',
        helpUrl: 'https://tiercel.example/docs/functions/DSO.html',
        parameters: [{ name: 'receivables' }, { name: 'days', optional: true }],
      },
      { id: 'AGING', name: 'AGING', parameters: [{ name: 'due_dates' }, { name: 'amounts' }] },
      { id: 'AGINGBUCKET', name: 'AGINGBUCKET', parameters: [] },
      {},
    ],
  },
  'Tiercel',
);

test('the list has the namespace, is sorted, and leaves out what has no name', () => {
  expect(functions.map(({ name }) => name)).toEqual(['TIERCEL.AGING', 'TIERCEL.AGINGBUCKET', 'TIERCEL.DSO']);
  expect(callOf(functions[2])).toBe('TIERCEL.DSO(receivables, [days])');
});

test("a function's page is looked for on this server", () => {
  expect(functions.map(({ helpPage }) => helpPage)).toEqual(['', '', '/docs/functions/DSO.html']);
});

describe('suggestions', () => {
  const names = (text: string, caret = text.length) =>
    suggestionsAt(text, caret, functions)?.matches.map(({ name }) => name) ?? null;

  test.each([
    ['=tiercel.', ['TIERCEL.AGING', 'TIERCEL.AGINGBUCKET', 'TIERCEL.DSO']],
    ['=TIERCEL.AG', ['TIERCEL.AGING', 'TIERCEL.AGINGBUCKET']],
    ['=1+ag', ['TIERCEL.AGING', 'TIERCEL.AGINGBUCKET']],
    ['=SUM(ds', ['TIERCEL.DSO']],
    ['=TIERCEL.DSO', null],
    ['=A1', null],
    ['ag', null],
    ['="ag', null],
    ['=', null],
  ])('for %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test('say where the name began, in the middle of a formula too', () => {
    expect(suggestionsAt('=1+ds*2', 5, functions)?.start).toBe(3);
  });
});

describe('the call around the caret', () => {
  const call = (text: string) => {
    const found = callAt(text, text.length, functions);
    return found && [found.description.name, found.argument];
  };

  test.each([
    ['=TIERCEL.DSO(', ['TIERCEL.DSO', 0]],
    ['=tiercel.aging(A1,', ['TIERCEL.AGING', 1]],
    ['=TIERCEL.AGING(SUM(1,2,3),', ['TIERCEL.AGING', 1]],
    ['=TIERCEL.AGING(SUM(1,', ['TIERCEL.AGING', 0]],
    ['=TIERCEL.AGING({1,2},', ['TIERCEL.AGING', 1]],
    ['=TIERCEL.AGING("a,b",', ['TIERCEL.AGING', 1]],
    ['=TIERCEL.DSO(1)', null],
    ['=SUM(1,', null],
  ])('of %s', (text, expected) => {
    expect(call(text)).toEqual(expected);
  });
});

test.each([
  ['=', true],
  ['=SUM(', true],
  ['=A1+', true],
  ['=A1, ', true],
  ['=A1', false],
  ['=SUM(A1)', false],
  ['=" ,', false],
  ['100+', false],
])('%s takes a reference at its end: %s', (text, expected) => {
  expect(takesReference(text, text.length)).toBe(expected);
});

test('finds references and nothing that only looks like one', () => {
  const found = (formula: string) => referencesIn(formula).map(({ start, end }) => formula.slice(start, end));
  expect(found('=A1+SUM($B$2:C9)*\'My sheet\'!D4+LOG10(2)&"E5"+Sheet2!F:F+3:4')).toEqual([
    'A1',
    '$B$2:C9',
    "'My sheet'!D4",
    'Sheet2!F:F',
    '3:4',
  ]);
});

describe('translateFormula', () => {
  test.each([
    ['=A1+$B$2+Sheet2!C$3', 1, 1, '=B2+$B$2+Sheet2!D$3'],
    ['=SUM(A1:B2)', 2, 0, '=SUM(A3:B4)'],
    ['=A:A+1:1', 1, 1, '=B:B+2:2'],
    ['=$A:A+$1:1', 1, 1, '=$A:B+$1:2'],
    ['="A1"&A1', 1, 0, '="A1"&A2'],
    ['=A1', -1, 0, '=#REF!'],
    ['=TIERCEL.DSO(A1,B1)', 0, 2, '=TIERCEL.DSO(C1,D1)'],
  ])('%s by %d and %d is %s', (formula, down, right, expected) => {
    expect(translateFormula(formula, down, right)).toBe(expected);
  });
});
