import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseArea } from '../../../../src/workbench/book/address';
import { createBook } from '../../../../src/workbench/book/book';
import { copyText, fillFromFirst, paste } from '../../../../src/workbench/page/grid/clipboard';
import { fromClipboardText, tile, toClipboardText } from '../../../../src/workbench/page/grid/clipboardText';

const area = (address: string) => parseArea(address)!;

describe('text on the clipboard', () => {
  test('is rows and tabs as other spreadsheets write them', () => {
    expect(
      toClipboardText([
        ['a', 'b'],
        ['1,000', ''],
      ]),
    ).toBe('a\tb\r\n1,000\t');
    expect(toClipboardText([['tab\there', 'quote "x"']])).toBe('"tab\there"\t"quote ""x"""');
  });

  test('is read with the line break at its end or without', () => {
    expect(fromClipboardText('a\tb\r\nc\r\n')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    expect(fromClipboardText('')).toEqual([['']]);
  });

  test('survives the way there and back', () => {
    const texts = fc.array(
      fc.string({ maxLength: 8 }).filter(text => !text.includes('\r')),
      {
        minLength: 2,
        maxLength: 2,
      },
    );
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 5 }), rows => {
        fc.pre(rows[rows.length - 1].some(text => text !== ''));
        expect(fromClipboardText(toClipboardText(rows))).toEqual(rows);
      }),
    );
  });

  test('a block fills a selection that is a multiple of it', () => {
    expect(tile([[1, 2]], 2, 4)).toEqual([
      [1, 2, 1, 2],
      [1, 2, 1, 2],
    ]);
    expect(tile([[1, 2]], 1, 3)).toEqual([[1, 2]]);
  });
});

describe('paste', () => {
  function bookWithFormula() {
    const book = createBook();
    const sheet = book.activeSheet;
    book.setCells(
      sheet,
      area('A1:B2'),
      [
        [1, '=A1*10'],
        [2, "'007"],
      ],
      'user',
    );
    book.setStyle(sheet, area('B1'), { fill: '#FFEE00' });
    return { book, sheet };
  }

  test('what was copied here comes as formulas that moved along, with formats', () => {
    const { book, sheet } = bookWithFormula();
    const from = area('B1:B2');
    const copied = { sheet, area: from, text: copyText(sheet, from).text, isCut: false };
    paste(book, sheet, area('C2'), copied.text, copied);
    expect(sheet.formula(1, 2)).toBe('=B2*10');
    expect(sheet.style(1, 2).fill).toBe('#FFEE00');
    expect(sheet.value(2, 2)).toBe('007');
  });

  test('what was cut keeps its references and leaves its place empty', () => {
    const { book, sheet } = bookWithFormula();
    const from = area('B1');
    const copied = { sheet, area: from, text: copyText(sheet, from).text, isCut: true };
    paste(book, sheet, area('D5'), copied.text, copied);
    expect(sheet.formula(4, 3)).toBe('=A1*10');
    expect(sheet.value(4, 3)).toBe(10);
    expect(sheet.value(0, 1)).toBeNull();
  });

  test('another program’s text is read as if typed, percent and date with their formats', () => {
    const { book, sheet } = bookWithFormula();
    expect(paste(book, sheet, area('A5'), '12%\t2024-03-05\t=A1+1\tBaker\r\n', null)).toEqual(area('A5:D5'));
    expect([0, 1, 2, 3].map(column => sheet.value(4, column))).toEqual([0.12, 45356, 2, 'Baker']);
    expect(sheet.text(4, 0)).toBe('12%');
    expect(sheet.text(4, 1)).toContain('2024');
  });

  test('the clipboard changed since: the copy of before is not what is pasted', () => {
    const { book, sheet } = bookWithFormula();
    const copied = { sheet, area: area('B1'), text: '10', isCut: false };
    paste(book, sheet, area('C1'), 'new', copied);
    expect(sheet.value(0, 2)).toBe('new');
  });

  test('a whole column is copied as far as it has content', () => {
    const { sheet } = bookWithFormula();
    expect(copyText(sheet, area('A:A'))).toEqual({ text: '1\r\n2', area: area('A1:A2') });
  });

  test('rows that a filter hides are not copied', () => {
    const { sheet } = bookWithFormula();
    sheet.hiddenRows.add(0);
    expect(copyText(sheet, area('A1:A2')).text).toBe('2');
  });
});

test('fill down copies the first row', () => {
  const book = createBook();
  const sheet = book.activeSheet;
  book.setCells(
    sheet,
    area('A1:B3'),
    [
      [1, '=A1+$A$1'],
      [2, ''],
      [3, ''],
    ],
    'user',
  );
  fillFromFirst(book, sheet, area('B1:B3'), 'row');
  expect(sheet.formula(2, 1)).toBe('=A3+$A$1');
  expect(sheet.value(2, 1)).toBe(4);
});
