import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isBlankCell, isErrorCell, plainText } from '../../../../src/risk/ledger/cell';
import { DocumentNumbers } from '../../../../src/risk/ledger/columns/documentNumbers';
import { SheetRows } from '../../../../src/risk/ledger/columns/sheetRows';
import { repeatedDocuments } from '../../../../src/risk/ledger/findings/repeatedDocuments';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { finishSlices } from '../../../../src/risk/slices';

function numbersOf(cells: readonly Cell[]): DocumentNumbers {
  const numbers = new DocumentNumbers(0);
  numbers.addRows(
    cells.map(cell => [cell]),
    0,
    cells.length,
  );
  return numbers;
}

function repeatsIn(cells: readonly Cell[]): [number, number][] {
  const repeated = finishSlices(repeatedDocuments(numbersOf(cells)));
  return repeated.map(({ entry, first }) => [entry, first]);
}

/** The definition: the same text once folded. */
function repeatsByText(cells: readonly Cell[]): [number, number][] {
  const firsts = new Map<string, number>();
  const repeats: [number, number][] = [];
  cells.forEach((cell, entry) => {
    if (isBlankCell(cell) || isErrorCell(cell)) return;
    const text = plainText(cell).toUpperCase();
    const first = firsts.get(text);
    if (first === undefined) firsts.set(text, entry);
    else repeats.push([entry, first]);
  });
  return repeats;
}

describe('document numbers', () => {
  test.each<[string, Cell[], [number, number][]]>([
    ['as written', ['INV-1', 'INV-2', 'INV-1'], [[2, 0]]],
    ['whatever their case', ['inv-1', 'INV-1'], [[1, 0]]],
    [
      'whatever their width',
      ['INV-１２', 'INV-12', 'ＩＮＶ-12'],
      [
        [1, 0],
        [2, 0],
      ],
    ],
    [
      'whatever stands around them',
      [' INV-1', 'INV-1 ', 'INV-1'],
      [
        [1, 0],
        [2, 0],
      ],
    ],
    [
      'as numbers and as texts',
      [1001, '1001', 1001.5, '1001.5'],
      [
        [1, 0],
        [3, 2],
      ],
    ],
    [
      'of more than nine digits',
      ['24312000000123456789', '24312000001123456789', '24312000000123456789'],
      [[2, 0]],
    ],
    [
      'whose prefix ends in full-width digits',
      ['１２３456789012', '123456789012', '１２345', '12345'],
      [
        [1, 0],
        [3, 2],
      ],
    ],
    ['without digits', ['opening balance', 'Opening  Balance'], [[1, 0]]],
    ['in Chinese', ['发票－7', '发票-7'], [[1, 0]]],
  ])('are found again %s', (_, cells, repeats) => {
    expect(repeatsIn(cells)).toEqual(repeats);
  });

  test.each<[string, Cell[]]>([
    ['leading zeros', ['INV-1', 'INV-01', 'INV-001']],
    ['a sign between', ['INV1', 'INV-1', 'INV 1']],
    ['where a long number is cut', ['1123456789', '2123456789', '123456789']],
    ['empty cells and errors', ['', null, undefined, ' ', '', '#N/A', '#N/A']],
  ])('are told apart by %s', (_, cells) => {
    expect(repeatsIn(cells)).toEqual([]);
  });

  test('stay as they are written', () => {
    const cells = ['INV-1', ' inv-1 ', 'inv-001', 'INV-１', 7, '007', '', 'opening', '12345678901234567890'];
    const numbers = numbersOf(cells);
    expect(cells.map((_, entry) => numbers.textAt(entry))).toEqual(cells.map(String));
  });

  test('of a cell that stands elsewhere have the key of the same number here', () => {
    const numbers = numbersOf(['INV-1', 'INV-01', 'opening', '', 7]);
    expect(numbers.keyOf(' inv-１')).toBe(numbers.keyAt(0));
    expect(numbers.keyOf('inv-01')).toBe(numbers.keyAt(1));
    expect(numbers.keyOf('Opening')).toBe(numbers.keyAt(2));
    expect(numbers.keyOf('7')).toBe(numbers.keyAt(4));
    expect([numbers.keyOf(''), numbers.keyOf('#N/A'), numbers.keyAt(3)]).toEqual([-1, -1, -1]);
    expect(new Set([0, 1, 2, 4].map(entry => numbers.keyAt(entry))).size).toBe(4);
  });

  test('are found among a hundred thousand in sequence, in steps and at random', () => {
    const spread = Array.from({ length: 50_000 }, (_, index) => `S${index * 1024}`);
    const random = Array.from({ length: 50_000 }, (_, index) => `R-${Math.imul(index, 0x9e3779b1) >>> 3}`);
    const cells = [...spread, ...random, ...random.slice(0, 3), 'S0'];
    expect(repeatsIn(cells)).toEqual([
      [100_000, 50_000],
      [100_001, 50_001],
      [100_002, 50_002],
      [100_003, 0],
    ]);
  });

  test('stay exact when every one has a prefix of its own', () => {
    const cells = Array.from({ length: 6_000 }, (_, index) => `${index.toString(36)}x-1`);
    expect(repeatsIn([...cells, ...cells]).map(([, first]) => first)).toEqual([...cells.keys()]);
  });

  test('of which Excel has cut the last digits are none, as texts they are', () => {
    // Two electronic invoices in a row: as numbers both are 2.631e19.
    expect(repeatsIn([2.6312e19, 2.6312e19])).toEqual([]);
    const whole = ['26312000000012345678', '26312000000012345679', '26312000000012345678'];
    expect(repeatsIn(whole)).toEqual([[2, 0]]);
    expect(numbersOf([999_999_999_999_999]).keyAt(0)).toBeGreaterThanOrEqual(0);
  });

  test('are the same as folded texts are', () => {
    const piece = fc.constantFrom(
      'INV',
      'inv',
      '-',
      ' ',
      '0',
      '1',
      '12',
      '１',
      '７',
      '123456789',
      '号',
      'ß',
      '#',
      '１２３',
    );
    const cell = fc.oneof(
      { weight: 6, arbitrary: fc.array(piece, { maxLength: 5 }).map(pieces => pieces.join('')) },
      { weight: 2, arbitrary: fc.integer({ min: -20, max: 20 }) },
      { weight: 1, arbitrary: fc.constantFrom<Cell[]>(null, '#N/A', true, 1.5, -0, 1e14) },
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 80 }), cells => {
        expect(repeatsIn(cells)).toEqual(repeatsByText(cells));
        const numbers = numbersOf(cells);
        const isNamed = (cell: Cell) => !isBlankCell(cell) && !isErrorCell(cell);
        expect(cells.map((_, entry) => numbers.textAt(entry))).toEqual(
          cells.map(cell => (isNamed(cell) ? String(cell) : '')),
        );
        expect(cells.map((_, entry) => numbers.keyAt(entry))).toEqual(cells.map(cell => numbers.keyOf(cell)));
      }),
      { numRuns: 500 },
    );
  });

  test('read late are those of the rows that were added, and what comes then is read as it comes', () => {
    const rows: Cell[][] = [['Invoice'], ['A-1'], ['A-2'], [''], ['Total'], ['B-7'], ['A-2'], ['A-3']];
    const sheetRow = new SheetRows();
    const numbers = new DocumentNumbers(0, { rows: () => rows, sheetRow });
    for (const [from, to] of [
      [1, 4],
      [5, 7],
    ]) {
      sheetRow.add(from, to - from);
      numbers.addRows(rows, from, to);
    }
    expect(() => numbers.keyAt(0)).toThrow('before somebody asks');
    finishSlices(numbers.readLate());
    expect(numbers.length).toBe(5);
    expect(numbers.hasGaps).toBe(true);
    numbers.addRows(rows, 7, 8);
    finishSlices(numbers.readLate());
    expect(Array.from({ length: numbers.length }, (_, entry) => numbers.textAt(entry))).toEqual([
      'A-1',
      'A-2',
      '',
      'B-7',
      'A-2',
      'A-3',
    ]);
    expect(numbers.keyAt(4)).toBe(numbers.keyAt(1));
  });
});
