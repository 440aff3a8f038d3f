import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import { functionNames } from '../../../src/workbench/book/formula/functions/catalogue';
import { translateFormula } from '../../../src/workbench/book/formula/rewrite';

const pieces = [
  ...[
    'A1',
    '$B$2',
    'A:A',
    '1:2',
    'A1:C3',
    'A1#',
    'T[a]',
    '[@a]',
    "'x y'!A1",
    '#N/A',
    '"t"',
    '1',
    '2.5',
    'TRUE',
  ],
  ...[
    '+',
    '-',
    '*',
    '/',
    '^',
    '&',
    '=',
    '<>',
    '%',
    ':',
    ' ',
    ',',
    '(',
    ')',
    '{1,2;3,4}',
    '@',
    ';',
    '#',
    '[',
    "'",
  ],
];

describe('whatever is typed', () => {
  it('is read or refused, evaluated or an error, never a crash', () => {
    const text = fc.array(fc.constantFrom(...pieces, 'SUM(', 'IF(', 'INDEX(', 'LET(x,', 'FILTER('), {
      maxLength: 9,
    });
    const book = createBook();
    book.setCells(
      book.activeSheet,
      parseArea('A1')!,
      [
        [1, 'x'],
        [true, null],
      ],
      'addin',
    );
    fc.assert(
      fc.property(text, parts => {
        const formula = `=${parts.join('')}`;
        expect(() => book.evaluate(formula, book.activeSheet, 4, 4)).not.toThrow();
        expect(translateFormula(formula, 0, 0).length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('is answered by every function for odd arguments', () => {
    const book = createBook();
    const sheet = book.activeSheet;
    book.setCells(
      sheet,
      parseArea('A1')!,
      [
        [1, 'x'],
        [true, '=NA()'],
        [null, -2.5],
      ],
      'addin',
    );
    const odd = [
      '',
      'A1',
      'A1:B3',
      '"x"',
      '-1',
      '0,0',
      'A1:A3,A1:A3',
      'A1:A3,1,1',
      'A1,"x",TRUE,A3',
      '{1,2},{3;4}',
      ',,',
    ];
    for (const name of functionNames()) {
      for (const args of odd) {
        expect(() => book.evaluate(`=${name}(${args})`, sheet, 9, 9)).not.toThrow();
      }
    }
  });
});
