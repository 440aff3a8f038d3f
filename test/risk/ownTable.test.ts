import fc from 'fast-check';
import { shownText, textCell } from '../../src/risk/ownTable';

describe('textCell', () => {
  it.each([
    '=1+1',
    ' =1+1',
    '+44',
    '-5',
    '@SUM(A1)',
    "'quoted",
    '#N/A',
    '(5)',
    '007',
    '1-2',
    '2024-01-05',
    '１２３',
    '＝1+1',
    '$5',
    '￥5',
    '.5',
    ',5',
    'TRUE',
    'false ',
    'Mar 5',
    'sept-2024',
    'may.5',
    '下午3:00',
    '二〇二四年三月',
    'abc 5%',
    '百分之5％',
  ])('keeps %s a text', text => {
    expect(textCell(text)).toBe(`'${text}`);
  });

  it.each([
    '',
    'Acme',
    '江苏宏达',
    'True Religion Inc',
    'March',
    'Mayer AG',
    '<b>bold</b>',
    '（上海',
    '上午茶',
    'E5',
    'K-1001',
  ])('leaves %j as it is', text => {
    // A full-width bracket is one of accountants' negative numbers.
    expect(textCell(text)).toBe(text.startsWith('（') ? `'${text}` : text);
  });
});

it('shows of every text what was written, whether the host hands out the apostrophe or not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(shownText(textCell(text))).toBe(text);
    }),
  );
  for (const text of ['Acme', "'tis", "O'Hara", '宏达']) expect(shownText(text)).toBe(text);
});
