/** XML spreadsheets, as Excel 2003 saved them and many programs still write them under the name of an old workbook. */
import { createBook } from '../../../src/workbench/book/book';
import { isHtmlTable } from '../../../src/workbench/files/htmlTable';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';
import { isSpreadsheetXml } from '../../../src/workbench/files/spreadsheetXml';

const utf8 = (text: string) => new TextEncoder().encode(text);

const workbook = (inside: string): string => `<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:html="http://www.w3.org/TR/REC-html40">${inside}</Workbook>`;

const sheetOf = (rows: string, name = '应收明细'): string =>
  workbook(`<Worksheet ss:Name="${name}"><Table>${rows}</Table></Worksheet>`);

async function opened(file: string | Uint8Array) {
  const book = createBook();
  await openWorkbook(typeof file === 'string' ? utf8(file) : file, '应收.xls', book);
  return { book, sheet: book.activeSheet };
}

function rowsOf({ book, sheet }: Awaited<ReturnType<typeof opened>>) {
  const used = sheet.usedArea(true)!;
  expect(book.sheets).toContain(sheet);
  return Array.from({ length: used.row + used.rowCount }, (_, row) =>
    Array.from({ length: used.column + used.columnCount }, (_, column) => sheet.value(row, column)),
  );
}

// The first example of Microsoft's XML Spreadsheet Reference, shortened, and what a program of a Chinese vendor writes.
test('an export of a program: types, gaps, merged cells, formats, widths', async () => {
  const run = await opened(
    workbook(`
    <ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><WindowHeight>9000</WindowHeight></ExcelWorkbook>
    <Styles>
      <Style ss:ID="Default" ss:Name="Normal"><Alignment ss:Vertical="Bottom"/><NumberFormat/></Style>
      <Style ss:ID="head"><Font ss:Bold="1" ss:Color="#ffffff"/><Interior ss:Color="#1F4E78" ss:Pattern="Solid"/></Style>
      <Style ss:ID="day"><NumberFormat ss:Format="Short Date"/></Style>
      <Style ss:ID="money"><NumberFormat ss:Format="Standard"/></Style>
      <Style ss:ID="late" ss:Parent="money"><Font ss:Italic="1"/></Style>
    </Styles>
    <Worksheet ss:Name="应收明细"><Table ss:ExpandedColumnCount="4" ss:ExpandedRowCount="6" x:FullColumns="1">
      <Column ss:Width="120"/><Column ss:Index="4" ss:Width="60" ss:Hidden="1"/>
      <Row><Cell ss:MergeAcross="2"><Data ss:Type="String">应收账款明细</Data></Cell><Cell><Data ss:Type="String">x</Data></Cell></Row>
      <Row ss:Index="3" ss:StyleID="head"><Cell><Data ss:Type="String">客户</Data></Cell><Cell><Data ss:Type="String">到期日</Data></Cell><Cell><Data ss:Type="String">金额</Data></Cell></Row>
      <Row><Cell><Data ss:Type="String">A &amp; B &lt;Co&gt;</Data></Cell><Cell ss:StyleID="day"><Data ss:Type="DateTime">2026-03-31T00:00:00.000</Data></Cell><Cell ss:StyleID="money"><Data ss:Type="Number">1130.5</Data></Cell></Row>
      <Row ss:Hidden="1"><Cell><Data ss:Type="String">00000012</Data></Cell><Cell ss:Index="3" ss:StyleID="late"><Data ss:Type="Number">-20</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>
      <Row><Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell ss:Index="3" ss:Formula="=SUM(R[-2]C:R[-1]C)"><Data ss:Type="Number">0</Data></Cell></Row>
    </Table></Worksheet>
    <Worksheet ss:Name="Notes"><Table/><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>`),
  );
  expect(rowsOf(run)).toEqual([
    ['应收账款明细', null, null, 'x'],
    [null, null, null, null],
    ['客户', '到期日', '金额', null],
    ['A & B <Co>', 46112, 1130.5, null],
    ['00000012', null, -20, true],
    [{ error: '#N/A' }, null, 1110.5, null],
  ]);
  const { sheet, book } = run;
  expect(sheet.name).toBe('应收明细');
  expect(sheet.text(3, 1)).toBe('3/31/2026');
  expect(sheet.text(3, 2)).toBe('1,130.50');
  expect(sheet.style(4, 2)).toEqual({ numberFormat: '#,##0.00', italic: true });
  expect(sheet.style(2, 1)).toMatchObject({ bold: true, fontColor: '#FFFFFF', fill: '#1F4E78' });
  expect(sheet.formula(5, 2)).toBe('=SUM(C4:C5)');
  expect(sheet.merges).toEqual([{ row: 0, column: 0, rowCount: 1, columnCount: 3 }]);
  expect([...sheet.columnWidths]).toEqual([
    [0, 160],
    [3, 80],
  ]);
  expect([[...sheet.hiddenColumns], [...sheet.hiddenRows]]).toEqual([[3], [4]]);
  expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ['应收明细', 'Visible'],
    ['Notes', 'Hidden'],
  ]);
});

test('texts with letters of their own, and prefixes before every element', async () => {
  const text = `<?xml version="1.0" encoding="utf-8"?><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    <ss:Worksheet ss:Name="S"><ss:Table><ss:Row><ss:Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Acme</B></ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>`;
  expect(rowsOf(await opened(text))).toEqual([['Acme']]);
});

test('what begins like a formula stays text', async () => {
  const run = await opened(sheetOf('<Row><Cell><Data ss:Type="String">=1+1</Data></Cell></Row>'));
  expect(rowsOf(run)).toEqual([['=1+1']]);
  expect(run.sheet.formula(0, 0)).toBeNull();
});

test.each([
  ['=RC[-1]*R1C1', '=A2*$A$1'],
  ['=\'A R1C1\'!R[-1]C[-1]&"R1C1"', '=\'A R1C1\'!A1&"R1C1"'],
  ['=ROUND(RC[-1]/3,2)', '=ROUND(A2/3,2)'],
])('the formula %s of B2 is %s', async (written, formula) => {
  const rows = `<Row/><Row><Cell ss:Index="2" ss:Formula="${written.replace(/"/g, '&quot;')}"><Data ss:Type="Number">1</Data></Cell></Row>`;
  expect((await opened(sheetOf(rows))).sheet.formula(1, 1)).toBe(formula);
});

test.each(['=SUM(C[-1])', '=SUM(R1)', '=R[-9]C'])(
  'of the formula %s its last value is read',
  async written => {
    const rows = `<Row/><Row><Cell ss:Index="2" ss:Formula="${written}"><Data ss:Type="Number">17</Data></Cell></Row>`;
    const { sheet } = await opened(sheetOf(rows));
    expect([sheet.formula(1, 1), sheet.value(1, 1)]).toEqual([null, 17]);
  },
);

test('days are counted from 1904 where the file says so, times of day are less than a day', async () => {
  const rows =
    '<Row><Cell><Data ss:Type="DateTime">1904-01-02T00:00:00.000</Data></Cell></Row><Row><Cell><Data ss:Type="DateTime">1899-12-31T06:00:00.000</Data></Cell></Row>';
  const epoch = '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>';
  const { book, sheet } = await opened(sheetOf(rows).replace('<Worksheet', `${epoch}<Worksheet`));
  expect(book.date1904).toBe(true);
  expect(sheet.value(0, 0)).toBe(1);
  expect((await opened(sheetOf(rows))).sheet.value(1, 0)).toBe(0.25);
});

test('one in the characters of a Chinese Windows', async () => {
  const [before, after] = sheetOf('<Row><Cell><Data ss:Type="String">@</Data></Cell></Row>', 'S')
    .split('@')
    .map(utf8);
  const run = await opened(Uint8Array.from([...before, 0xbf, 0xcd, 0xbb, 0xa7, ...after]));
  expect(rowsOf(run)).toEqual([['客户']]);
});

test.each([
  ['without a sheet', workbook('')],
  ['cut off', sheetOf('<Row><Cell><Data ss:Type="String">Acme').slice(0, -60)],
  ['whose rows go backwards', sheetOf('<Row ss:Index="4"/><Row ss:Index="2"/>')],
])('one %s is refused as damaged, and the book stays', async (_, file) => {
  const book = createBook();
  book.enter(book.activeSheet, 0, 0, 'mine');
  await expect(openWorkbook(utf8(file), 'x.xls', book)).rejects.toMatchObject({ code: 'damaged' });
  expect(book.activeSheet.value(0, 0)).toBe('mine');
});

test('one with more rows than a sheet has is refused as too large', async () => {
  await expect(opened(sheetOf('<Row ss:Index="1048577"/>'))).rejects.toMatchObject({ code: 'tooLarge' });
});

test('a page with a table is none, and one of these is no page', () => {
  expect(isSpreadsheetXml(utf8('<html><table><tr><td>1</td></tr></table></html>'))).toBe(false);
  expect(isSpreadsheetXml(utf8(sheetOf('')))).toBe(true);
  expect(isHtmlTable(utf8(sheetOf('')))).toBe(false);
});
