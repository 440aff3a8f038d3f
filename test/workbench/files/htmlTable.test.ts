/** Web pages with tables, as programs save them under the name of an old workbook. */
import fc from 'fast-check';
import { createBook } from '../../../src/workbench/book/book';
import { isHtmlTable } from '../../../src/workbench/files/htmlTable';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function opened(page: string | Uint8Array, name = '应收.xls') {
  const book = createBook();
  await openWorkbook(typeof page === 'string' ? utf8(page) : page, name, book);
  const sheet = book.activeSheet;
  const used = sheet.usedArea(true);
  const rows = used
    ? Array.from({ length: used.row + used.rowCount }, (_, row) =>
        Array.from({ length: used.column + used.columnCount }, (_, column) => sheet.value(row, column)),
      )
    : [];
  return { sheet, rows };
}

test('an export of a program: title, header, numbers, dates, texts that stay texts', async () => {
  const { sheet, rows } = await opened(`
    <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><title>x</title>
    <style>.t { mso-number-format:"\\@"; }</style><script>alert("<td>no</td>")</script></head><body>
    <h3>应收账款明细</h3>
    <table border=1><thead><tr><th>客户<th>发票号</th><th>到期日</th><th>金额</th></tr></thead>
    <!-- <tr><td>left out</td></tr> -->
    <tr><td rowspan="2">甲公司</td><td class="t">00000011</td><td>2026-03-31</td><td align="right">1,130.50</td></tr>
    <tr><td style='mso-number-format:"\\@"'>00000012</td><td>2026-04-01</td><td>&nbsp;</td></tr>
    <tr><td colspan=3>A &amp; B &lt;Co&gt;&#39;s<br>second line</td><td>(20)</td></tr>
    </table></body></html>`);
  expect(rows).toEqual([
    ['应收账款明细', null, null, null],
    ['客户', '发票号', '到期日', '金额'],
    ['甲公司', '00000011', 46112, 1130.5],
    [null, '00000012', 46113, null],
    ["A & B <Co>'s\nsecond line", null, null, -20],
  ]);
  expect(sheet.name).toBe('应收');
});

test('a table within a table that only lays out the page', async () => {
  const { rows } = await opened(
    '<table><tr><td><table><tr><td>Customer</td><td>Amount</td></tr><tr><td>Acme</td><td>12</td></tr></table></td></tr></table>',
  );
  expect(rows).toEqual([
    ['Customer', 'Amount'],
    ['Acme', 12],
  ]);
});

test('what begins like a formula stays text, and scripts are nothing', async () => {
  const { sheet, rows } = await opened(
    '<table><tr><td>=1+1</td><td onclick="alert(1)">ok<script>document.write("<td>3</td>")</script></td></tr></table>',
  );
  expect(rows).toEqual([['=1+1', 'ok']]);
  expect(sheet.value(0, 0)).toBe('=1+1');
});

test('a page in the characters of a Chinese Windows', async () => {
  const gb18030 = Uint8Array.from([0xbf, 0xcd, 0xbb, 0xa7]);
  const [before, after] = ['<table><tr><td>', '</td></tr></table>'].map(utf8);
  const { rows } = await opened(Uint8Array.from([...before, ...gb18030, ...after]));
  expect(rows).toEqual([['客户']]);
});

test('a page without a table, and a text about tables, are none', () => {
  expect(isHtmlTable(utf8('<html><body>Sign in</body></html>'))).toBe(false);
  expect(isHtmlTable(utf8('Name,Note\nAcme,<table>\n'))).toBe(false);
});

test('a page without a table under the name of a workbook is refused', async () => {
  await expect(opened('<html><body>Sign in</body></html>')).rejects.toThrow('neither');
});

test('texts of cells come through as they are, whatever they hold', async () => {
  const text = fc
    .string({ unit: 'grapheme-composite', maxLength: 12 })
    .map(written => `t${written.replace(/[\p{C}\p{Z}\s]/gu, '')}`);
  const escaped = (written: string) =>
    written.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }), async rows => {
      const cells = rows.map(row => `<tr>${row.map(cell => `<td>${escaped(cell)}</td>`).join('')}</tr>`);
      expect((await opened(`<table>${cells.join('\n')}</table>`)).rows).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});
