import { createBook } from '../../../src/workbench/book/book';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** `客户,金额` and `张三,12` in GB18030, byte for byte. */
const gb18030 = Uint8Array.from([
  0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0d, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x31, 0x32,
  0x0d, 0x0a,
]);

function utf16(text: string, isBigEndian: boolean, hasMark: boolean): Uint8Array {
  const codes = [...(hasMark ? '\uFEFF' : ''), ...text].map(character => character.charCodeAt(0));
  return Uint8Array.from(
    codes.flatMap(code => (isBigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8])),
  );
}

async function opened(bytes: Uint8Array, name = 'ledger.csv') {
  const book = createBook();
  await openWorkbook(bytes, name, book);
  const sheet = book.activeSheet;
  const used = sheet.usedArea(true);
  const rows = used
    ? Array.from({ length: used.row + used.rowCount }, (_, row) =>
        Array.from({ length: used.column + used.columnCount }, (_, column) => sheet.value(row, column)),
      )
    : [];
  return { book, sheet, rows };
}

describe('delimited text', () => {
  const expected = [
    ['客户', '金额'],
    ['张三', 12],
  ];

  test.each([
    ['UTF-8', utf8('客户,金额\r\n张三,12\r\n')],
    ['UTF-8 with a mark', utf8('\uFEFF客户,金额\r\n张三,12\r\n')],
    ['GB18030', gb18030],
    ['UTF-16 with a mark', utf16('客户,金额\r\n张三,12\r\n', false, true)],
    ['UTF-16 of the other end', utf16('客户,金额\r\n张三,12\r\n', true, true)],
    ['UTF-16 without a mark', utf16('客户,金额\r\n张三,12\r\n', false, false)],
    ['tabs', utf8('客户\t金额\n张三\t12\n')],
    ['semicolons', utf8('客户;金额\n张三;12\n')],
    ['bars', utf8('客户|金额\n张三|12\n')],
    ['a delimiter declared', utf8('sep=^\r\n客户^金额\r\n张三^12\r\n')],
  ])('%s', async (_name, bytes) => expect((await opened(bytes)).rows).toEqual(expected));

  test('the sheet is called by the file', async () => {
    expect((await opened(utf8('a,b\n1,2'), 'C:\\ledgers\\receivables [2024].csv')).sheet.name).toBe(
      'receivables _2024_',
    );
    expect(
      (await opened(utf8('a,b\n1,2'), 'a-name-that-is-much-longer-than-sheets-allow.csv')).sheet.name,
    ).toHaveLength(31);
  });

  test('quoted fields keep delimiters and line breaks; blank lines keep their place', async () => {
    const { rows } = await opened(utf8('"Baker, Sons",1\n\n"two\nlines",2\n'));
    expect(rows).toEqual([
      ['Baker, Sons', 1],
      [null, null],
      ['two\nlines', 2],
    ]);
  });

  test('dates are serials that show as dates', async () => {
    const { sheet } = await opened(utf8('due\n6/30/2013\n'));
    expect(sheet.value(1, 0)).toBe(41455);
    expect(sheet.style(1, 0).numberFormat).toBe('m/d/yyyy');
    expect(sheet.text(1, 0)).toBe('6/30/2013');
  });

  test('what looks like a formula does not calculate', async () => {
    const { sheet, rows } = await opened(utf8('=1+1,"=HYPERLINK(""http://x"")",\'a\n'));
    expect(rows).toEqual([['=1+1', '=HYPERLINK("http://x")', "'a"]]);
    expect(sheet.formula(0, 0)).toBeNull();
  });

  test('a decimal comma makes numbers, and puts the day first', async () => {
    const { rows, sheet } = await opened(
      utf8('Kunde;Fällig;Betrag\nMüller;05.03.2026;1.234,50\nWolf;31/03/2026;-12,5\nKlein;1/4/2026;1.000\n'),
    );
    expect(rows.slice(1)).toEqual([
      ['Müller', 46086, 1234.5],
      ['Wolf', 46112, -12.5],
      ['Klein', 46113, 1000],
    ]);
    expect(sheet.text(1, 1)).toBe('05/03/2026');
    expect(sheet.text(1, 2)).toBe('1,234.50');
  });

  test('a day beyond twelve puts the day first in all rows', async () => {
    const { rows } = await opened(utf8('due,amount\n5/3/2026,1.5\n31/3/2026,2.5\n'));
    expect(rows.slice(1)).toEqual([
      [46086, 1.5],
      [46112, 2.5],
    ]);
  });

  test('the twenty digits of an electronic invoice stay whole', async () => {
    const { rows } = await opened(utf8('发票号码,金额\n26312000000012345678,12\n'));
    expect(rows[1]).toEqual(['26312000000012345678', 12]);
  });

  test('UTF-16 with tabs under the name of an old workbook is a table', async () => {
    const { rows } = await opened(utf16('客户\t金额\r\n张三\t12\r\n', false, true), '应收.xls');
    expect(rows).toEqual([
      ['客户', '金额'],
      ['张三', 12],
    ]);
  });

  test('an empty file is an empty sheet', async () => expect((await opened(utf8(''))).rows).toEqual([]));

  test('rows of different length', async () => {
    expect((await opened(utf8('a\nb,c,d\ne,f\n'))).rows).toEqual([
      ['a', null, null],
      ['b', 'c', 'd'],
      ['e', 'f', null],
    ]);
  });

  test('bytes that are no text are refused, and the book stays', async () => {
    const book = createBook();
    book.setCells(book.activeSheet, { row: 0, column: 0, rowCount: 1, columnCount: 1 }, [['mine']], 'user');
    const picture = Uint8Array.from([
      0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 0,
    ]);
    await expect(openWorkbook(picture, 'picture.csv', book)).rejects.toMatchObject({ code: 'notWorkbook' });
    expect(book.activeSheet.value(0, 0)).toBe('mine');
  });
});
