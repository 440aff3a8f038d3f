import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseArea } from '../../../../src/workbench/book/address';
import { createBook } from '../../../../src/workbench/book/book';
import { setFilter } from '../../../../src/workbench/book/tableFilter';
import { copyText, paste } from '../../../../src/workbench/page/grid/clipboard';
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
    const { book, sheet } = bookWithFormula();
    book.setCells(
      sheet,
      area('D1:E4'),
      [
        ['Tier', 'Amount'],
        ['A', 1],
        ['B', 2],
        ['A', 3],
      ],
      'user',
    );
    const table = book.addTable(sheet, area('D1:E4'));
    setFilter(sheet, table, 3, new Set(['B']));
    const from = area('D2:E4');
    const ours = { sheet, area: from, text: copyText(sheet, from).text, isCut: false };
    expect(ours.text).toBe('A\t1\r\nA\t3');
    expect(paste(book, sheet, area('H1'), ours.text, ours)).toEqual(area('H1:I2'));
    expect([sheet.value(1, 7), sheet.value(1, 8), sheet.value(2, 7)]).toEqual(['A', 3, null]);
  });

  test('rows hidden by hand are copied', () => {
    const { sheet } = bookWithFormula();
    sheet.hiddenRows.add(0);
    expect(copyText(sheet, area('A1:A2')).text).toBe('1\r\n2');
  });

  test('a cell without formats takes away those of the cell it is pasted on, and undo brings them back', () => {
    const { book, sheet } = bookWithFormula();
    const ours = { sheet, area: area('A1'), text: '1', isCut: false };
    paste(book, sheet, area('B1'), '1', ours);
    expect(sheet.style(0, 1)).toEqual({});
    book.undo();
    expect([sheet.style(0, 1).fill, sheet.formula(0, 1)]).toEqual(['#FFEE00', '=A1*10']);
  });

  test('a formula pasted on a cell of texts is a formula', () => {
    const { book, sheet } = bookWithFormula();
    book.setStyle(sheet, area('D1'), { numberFormat: '@' });
    const ours = { sheet, area: area('B1'), text: '10', isCut: false };
    paste(book, sheet, area('D1'), '10', ours);
    expect(sheet.formula(0, 3)).toBe('=C1*10');
  });
});
