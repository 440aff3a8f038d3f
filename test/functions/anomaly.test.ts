import { describe, expect, test } from '@jest/globals';
import { anomaly } from '../../src/functions/anomaly';
import { setLanguage } from '../../src/i18n/language';
import { column, errorCell, shown, spilled } from './runtime';

const sample = [10, 12, 12, 13, 12, 11, 14, 300];

describe('ANOMALY', () => {
  test('gives a score per value in the shape of the values', () => {
    const scores = [-1.349, 0, 0, 0.6745, 0, -0.6745, 1.349, 194.256];
    expect(anomaly([sample])[0].map(score => Number((score as number).toFixed(6)))).toEqual(scores);
    expect(anomaly(column(...sample))).toEqual(column(...anomaly([sample])[0]));
    expect(anomaly([sample.slice(0, 4), sample.slice(4)])).toEqual([
      anomaly([sample])[0].slice(0, 4),
      anomaly([sample])[0].slice(4),
    ]);
  });

  test('with a threshold shows only the scores beyond it, on either side', () => {
    expect(anomaly([sample], 3.5)[0].slice(0, 7)).toEqual(['', '', '', '', '', '', '']);
    expect(anomaly([sample], [['1.3']])[0].map(score => score !== '')).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(anomaly([[10, 12, 14]], 0)).toEqual([[-0.6745, '', 0.6745]]);
  });

  test('leaves cells without a value empty, and lets n/a say so on every platform', () => {
    expect(anomaly(column(10, '', 12, 'n/a', 14, '无', null))).toEqual(
      column(-0.6745, '', 0, '', 0.6745, '', ''),
    );
    expect(anomaly([['', '']])).toEqual([['', '']]);
  });

  test('answers an error only in the cell that has one', () => {
    const table = [
      [10, errorCell('#DIV/0!')],
      [12, 14],
      ['x', ''],
    ];
    expect(spilled(() => anomaly(table))).toEqual([
      [-0.6745, '#VALUE! values, row 1, cell 2: the cell holds the error #DIV/0!. Correct it there.'],
      [0, 0.6745],
      [
        '#VALUE! values, row 3, cell 1: “x” is not a number. Enter a number there, or leave the header out of the range.',
        '',
      ],
    ]);
  });

  test.each([
    [
      () => anomaly([sample], -1),
      '#VALUE! threshold: -1 is below 0, which has no meaning here. Check the sign.',
    ],
    [() => anomaly([sample], 'high'), /^#VALUE! threshold: “high” is not a number/],
    [() => anomaly(null as never), /^#VALUE! values: nothing is given/],
    [() => anomaly([[errorCell('#N/A')]]), /^#VALUE! values, row 1: the cell holds the error #N\/A/],
  ])('says what is wrong, which argument and which row %#', (call, expected) => {
    if (expected instanceof RegExp) expect(shown(call)).toMatch(expected);
    else expect(shown(call)).toBe(expected);
  });

  test('in Chinese to a Chinese reader', () => {
    setLanguage('zh');
    expect(shown(() => anomaly([sample], -1))).toBe('#VALUE! 阈值：-1 小于 0，在此没有意义。请检查正负号。');
  });
});
