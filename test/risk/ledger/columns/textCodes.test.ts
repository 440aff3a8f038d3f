import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { noCode, TextCodes } from '../../../../src/risk/ledger/columns/textCodes';
import type { Cell } from '../../../../src/risk/ledger/ledger';

function codesOf(texts: readonly string[]): TextCodes {
  const codes = new TextCodes();
  texts.forEach((text, code) => {
    if (codes.find(text) === noCode) codes.set(code);
  });
  return codes;
}

function findAll(codes: TextCodes, cells: readonly Cell[]): number[] {
  const found = new Int32Array(256);
  codes.findAll(
    cells.map(cell => ['', cell]),
    0,
    cells.length,
    1,
    found,
  );
  return [...found.subarray(0, cells.length)];
}

describe('codes of texts', () => {
  test('are found for a batch of cells', () => {
    const codes = codesOf(['Acme', '上海明达', '']);
    expect(findAll(codes, ['上海明达', 'Acme', 'acme', '', 'Acme ', 'Acme'])).toEqual([
      1,
      0,
      noCode,
      2,
      noCode,
      0,
    ]);
  });

  test('are none for cells that are no text, also when some text has their hash', () => {
    expect(findAll(codesOf(['', '1', 'true']), [1, true, null, undefined])).toEqual([-1, -1, -1, -1]);
  });

  // Found by trying half a million names: one lane of each pair's hashes is the same.
  test.each([
    ['Customer 102298', 'Customer 130802'],
    ['Customer 96995', 'Customer 354726'],
    ['Customer 40573', 'Customer 325720'],
  ])('differ for %s and %s', (one, other) => {
    expect(findAll(codesOf([one]), [other])).toEqual([noCode]);
    const codes = codesOf([one, other]);
    expect([codes.find(one), codes.find(other)]).toEqual([0, 1]);
    expect(findAll(codes, [one, other])).toEqual([0, 1]);
  });

  test('differ for texts that only their length tells apart', () => {
    const codes = codesOf(['A', 'A\0', 'AB', 'AB\0', '']);
    expect(findAll(codes, ['AB\0', 'A\0', 'AB', 'A', '', '\0'])).toEqual([3, 1, 2, 0, 4, noCode]);
  });

  test('are found for texts as long as a cell can hold', () => {
    const long = 'A'.repeat(32_767);
    const codes = codesOf([long, 'D']);
    expect(findAll(codes, ['D', long, `${long.slice(1)}B`, `B${long.slice(1)}`, long.slice(1)])).toEqual([
      1,
      0,
      noCode,
      noCode,
      noCode,
    ]);
  });

  test('survive more texts than there is room for at first', () => {
    const texts = Array.from({ length: 30_000 }, (_, index) => `Customer ${index}`);
    const codes = codesOf(texts);
    expect(findAll(codes, ['Customer 0', 'Customer 29999', 'Customer 30000'])).toEqual([0, 29_999, noCode]);
    expect(texts.every((text, code) => codes.find(text) === code)).toBe(true);
  });

  test('are what a Map would give', () => {
    const text = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('甲公司', '乙公司', 'Acme', 'ACME'));
    fc.assert(
      fc.property(fc.uniqueArray(text), fc.array(text, { maxLength: 200 }), (known, cells) => {
        const map = new Map(known.map((name, code) => [name, code]));
        expect(findAll(codesOf(known), cells)).toEqual(cells.map(cell => map.get(cell) ?? noCode));
      }),
    );
  });
});
