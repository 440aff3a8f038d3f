import { describe, expect, test } from '@jest/globals';
import { altmanZScore as altmanZ } from '../../src/functions/altmanZ';
import { setLanguage } from '../../src/i18n/language';
import { column, errorCell, shown, spilled } from './runtime';

const one = (cell: unknown) => [[cell]];
const sample = [4.2, 0.8, 6.5, 7, 8.3, 3.5, 5].map(one);
const [capital, retained, ebit, equity, sales, assets, liabilities] = sample;
/** The score of figures in the order of the formula's arguments. */
const scored = ([x1, x2, x3, x4, x5, x6, x7]: readonly unknown[][][], model?: unknown) =>
  altmanZ(x1, x2, x3, x4, x5, x6, x7, model);
const zOf = (cells: unknown[][]) => cells[0][0] as number;

describe('ALTMANZ', () => {
  test('gives the published figures, with the weight 1.0 for sales (0.999 gives 11.09762857)', () => {
    expect(zOf(scored(sample))).toBeCloseTo(11.1, 12);
    expect(zOf(scored(sample)) - 0.001 * (8.3 / 3.5)).toBeCloseTo(11.09762857, 8);
    expect(scored(sample, 'Z')).toEqual(scored(sample));
    expect(zOf(scored(sample, 'z1'))).toBeCloseTo(
      (0.717 * 4.2 + 0.847 * 0.8 + 3.107 * 6.5 + 0.998 * 8.3) / 3.5 + (0.42 * 7) / 5,
      12,
    );
    expect(zOf(scored(sample, 'z2'))).toBeCloseTo(
      (6.56 * 4.2 + 3.26 * 0.8 + 6.72 * 6.5) / 3.5 + (1.05 * 7) / 5,
      12,
    );
  });

  test('reads a single number that is not in an array, and text amounts', () => {
    expect(altmanZ(4.2 as never, '0.8' as never, [['6.5']], equity, sales, assets, liabilities)).toEqual(
      scored(sample),
    );
  });

  test('scores a row per company; each error and gap stays in its row', () => {
    const of = (cell: unknown, ...others: unknown[]) => column(cell, ...others);
    const rows = spilled(() =>
      altmanZ(
        of(4.2, 4.2, '', 4.2, 4.2),
        of(0.8, errorCell('#REF!'), '', 0.8, 0.8),
        of(6.5, 6.5, null, 'n/a', 6.5),
        of(7, 7, '', 7, 7),
        of(8.3, 8.3, '', 8.3, ''),
        of(3.5, 3.5, '', 3.5, 3.5),
        of(5, 5, '', 5, 5),
      ),
    );
    expect(rows[0][0]).toBeCloseTo(11.1, 12);
    expect(rows.slice(1).flat()).toEqual([
      '#VALUE! retained_earnings, row 2: the cell holds the error #REF!. Correct it there.',
      '',
      '#N/A ebit, row 4: the figure is missing, so there is no score. Fill in the cell.',
      '#N/A sales, row 5: the figure is missing, so there is no score. Fill in the cell.',
    ]);
  });

  test('needs no sales for z2, neither cells nor a column', () => {
    const z2 = scored(sample, 'z2');
    expect(altmanZ(capital, retained, ebit, equity, [['']], assets, liabilities, 'z2')).toEqual(z2);
    expect(altmanZ(capital, retained, ebit, equity, null as never, assets, liabilities, 'z2')).toEqual(z2);
    const twice = (cells: unknown[][]) => [...cells, ...cells];
    const [a, b, c, d, , e, f] = sample.map(twice);
    expect(altmanZ(a, b, c, d, [['']], e, f, 'z2')).toEqual([...z2, ...z2]);
    expect(altmanZ(a, b, c, d, column('', errorCell('#N/A')), e, f, 'z2')).toEqual([...z2, ...z2]);
  });

  test('stays empty below the companies, whichever way empty cells arrive', () => {
    const below = (nothing: unknown) => sample.map(cells => [...cells, [nothing]]);
    for (const nothing of ['', null, 0]) {
      expect(scored(below(nothing))).toEqual([...scored(sample), ['']]);
    }
  });

  test('spills along a row for rows', () => {
    const along = sample.map(cells => [[cells[0][0], cells[0][0]]]);
    const [row] = scored(along);
    expect(row).toHaveLength(2);
    expect(row[0]).toBe(row[1]);
    const broken = along.with(5, [[3.5, 0]]);
    expect(spilled(() => scored(broken))[0][1]).toBe(
      '#DIV/0! total_assets, cell 2: the figure is 0, and nothing can be divided by it. Check the cell.',
    );
  });

  test.each([
    [
      () => altmanZ(capital, retained, ebit, equity, sales, one(0), liabilities),
      '#DIV/0! total_assets, row 1: the figure is 0, and nothing can be divided by it. Check the cell.',
    ],
    [
      () => altmanZ(capital, retained, ebit, equity, sales, assets, one(0)),
      /^#DIV\/0! total_liabilities, row 1/,
    ],
    [
      () => altmanZ(capital, retained, ebit, equity, sales, one(-1), liabilities),
      '#VALUE! total_assets, row 1: -1 is below 0, which has no meaning here. Check the sign.',
    ],
    [() => scored(sample, 'z3'), '#VALUE! model: “z3” is not known here. Enter one of z, z1, z2.'],
    [
      () => altmanZ(capital, column(1, 2), ebit, equity, sales, assets, liabilities),
      '#VALUE! retained_earnings and working_capital differ in cells: 2 and 1. Select the same rows for both.',
    ],
    [
      () => altmanZ(capital, retained, ebit, equity, null as never, assets, liabilities),
      /^#VALUE! sales: nothing is given/,
    ],
  ])('says what is wrong, which argument and which row %#', (call, expected) => {
    if (expected instanceof RegExp) expect(shown(call)).toMatch(expected);
    else expect(shown(call)).toBe(expected);
  });

  test('in Chinese to a Chinese reader', () => {
    setLanguage('zh');
    expect(shown(() => altmanZ(capital, retained, ebit, equity, one(''), assets, liabilities))).toBe(
      '#N/A 销售额第 1 行：缺少该数据，无法评分。请填写该单元格。',
    );
  });
});
