import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { createBook } from '../../../src/workbench/book/book';
import type { Book } from '../../../src/workbench/book/types';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';
import { saveWorkbook } from '../../../src/workbench/files/saveWorkbook';
import { workbookOf } from './packageFixture';

async function open(bytes: Uint8Array): Promise<Book> {
  const book = createBook();
  await openWorkbook(bytes, 'book.xlsx', book);
  return book;
}

const openParts = async (parts: Parameters<typeof workbookOf>[0]) =>
  (await open(await workbookOf(parts))).activeSheet;
const openCells = (cells: string, sharedTexts = '') =>
  openParts({ sheet: `<sheetData>${cells}</sheetData>`, sharedTexts });

test('totals below a table add up its rows and follow them', async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Sheet1').addTable({
    name: 'Items',
    ref: 'A1',
    headerRow: true,
    totalsRow: true,
    columns: [
      { name: 'Item', totalsRowLabel: 'Total' },
      { name: 'Amount', totalsRowFunction: 'sum' },
    ],
    rows: [
      ['a', 1],
      ['b', 2],
    ],
  });
  const book = await open(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const sheet = book.activeSheet;
  expect(sheet.formula(3, 1)).toBe('=SUBTOTAL(109,Items[Amount])');
  expect(sheet.value(3, 1)).toBe(3);
  book.enter(sheet, 1, 1, '5');
  expect(sheet.value(3, 1)).toBe(7);
});

describe('a workbook written by another program', () => {
  let book: Book;
  beforeAll(async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.properties.date1904 = false;
    const sheet = workbook.addWorksheet('Ledger', {
      properties: { tabColor: { argb: 'FFC00000' } },
      views: [{ state: 'frozen', xSplit: 1, ySplit: 2, showGridLines: false }],
    });
    sheet.getCell('A1').value = 'Receivables';
    sheet.mergeCells('A1:C1');
    sheet.addTable({
      name: 'Invoices',
      ref: 'A2',
      headerRow: true,
      style: { theme: 'TableStyleLight9', showRowStripes: false },
      columns: [
        { name: 'Customer', filterButton: true },
        { name: 'Due', filterButton: true },
        { name: 'Amount', filterButton: true },
      ],
      rows: [
        ['张三', new Date(Date.UTC(2024, 5, 30)), 12.5],
        ['Baker & <Sons>', new Date(Date.UTC(2024, 6, 1)), -3],
      ],
    });
    sheet.getCell('B3').numFmt = 'yyyy-mm-dd';
    sheet.getCell('A5').value = { formula: 'SUM(C3:C4)', result: 9.5 };
    sheet.getCell('B5').value = { error: '#N/A' };
    sheet.getCell('C5').value = true;
    sheet.getCell('D5').value = { richText: [{ text: 'two ' }, { font: { bold: true }, text: 'runs' }] };
    sheet.getCell('D6').value = { text: 'link', hyperlink: 'https://example.com/' };
    sheet.getCell('E3').value = {
      formula: 'C3*2',
      result: 25,
      shareType: 'shared',
      ref: 'E3:E4',
    } as ExcelJS.CellValue;
    sheet.getCell('E4').value = { sharedFormula: 'E3', result: -6 } as ExcelJS.CellValue;
    sheet.getCell('A1').font = {
      bold: true,
      italic: true,
      underline: true,
      size: 18,
      color: { argb: 'FF0B4265' },
    };
    sheet.getCell('A1').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF4D6' } };
    sheet.getCell('A1').alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    sheet.getCell('C4').border = { bottom: { style: 'thin', color: { argb: 'FF112233' } } };
    sheet.getColumn(1).width = 30;
    sheet.getColumn(4).hidden = true;
    sheet.getRow(1).height = 30;
    sheet.getRow(6).hidden = true;
    sheet.addConditionalFormatting({
      ref: 'C3:C4 E3:E4',
      rules: [
        {
          type: 'expression',
          priority: 2,
          formulae: ['$C3>10'],
          style: {
            fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFC7CE' } },
            font: { bold: true },
          },
        },
        {
          type: 'cellIs',
          operator: 'lessThan',
          priority: 1,
          formulae: ['0'],
          style: { font: { color: { argb: 'FFFF0000' } } },
        },
      ],
    });
    workbook.addWorksheet('Hidden', { state: 'hidden' });
    workbook.addWorksheet('Locked', { state: 'veryHidden' });
    await workbook.getWorksheet('Locked')!.protect('secret', {});
    book = await open(new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer));
  });

  const sheet = () => book.sheets[0];

  test('values, errors, rich text and links', () => {
    expect(sheet().value(2, 0)).toBe('张三');
    expect(sheet().value(3, 0)).toBe('Baker & <Sons>');
    expect(sheet().value(2, 1)).toBe(45473);
    expect(sheet().value(4, 1)).toEqual({ error: '#N/A' });
    expect(sheet().value(4, 2)).toBe(true);
    expect(sheet().value(4, 3)).toBe('two runs');
    expect(sheet().value(5, 3)).toBe('link');
  });

  test('formulas, also shared ones', () => {
    expect(sheet().formula(4, 0)).toBe('=SUM(C3:C4)');
    expect(sheet().formula(2, 4)).toBe('=C3*2');
    expect(sheet().formula(3, 4)).toBe('=C4*2');
  });

  test('looks', () => {
    expect(sheet().style(0, 0)).toEqual({
      bold: true,
      italic: true,
      underline: true,
      fontSize: 18,
      fontColor: '#0B4265',
      fill: '#FFF4D6',
      horizontal: 'center',
      vertical: 'center',
      wrap: true,
    });
    expect(sheet().style(2, 1).numberFormat).toBe('yyyy-mm-dd');
    expect(sheet().style(3, 2).borders).toEqual({ bottom: { style: 'thin', color: '#112233' } });
    expect(sheet().columnWidths.get(0)).toBe(210);
    expect([...sheet().hiddenColumns]).toEqual([3]);
    expect(sheet().rowHeights.get(0)).toBe(40);
    expect([...sheet().hiddenRows]).toEqual([5]);
    expect(sheet().merges).toEqual([{ row: 0, column: 0, rowCount: 1, columnCount: 3 }]);
    expect([sheet().frozenRows, sheet().frozenColumns, sheet().showGridlines]).toEqual([2, 1, false]);
    expect(sheet().tabColor).toBe('#C00000');
  });

  test('the table', () => {
    expect(
      sheet().tables.map(({ name, area, style, showBandedRows }) => ({ name, area, style, showBandedRows })),
    ).toEqual([
      {
        name: 'Invoices',
        area: { row: 1, column: 0, rowCount: 3, columnCount: 3 },
        style: 'TableStyleLight9',
        showBandedRows: false,
      },
    ]);
  });

  test('conditional formats, most urgent first, a comparison as its formula', () => {
    const rules = [...sheet().conditionalFormats].sort((first, second) => first.priority - second.priority);
    expect(rules.map(({ formula, format }) => ({ formula, format }))).toEqual([
      { formula: '=C3<(0)', format: { fontColor: '#FF0000' } },
      { formula: '=$C3>10', format: { fill: '#FFC7CE', bold: true } },
    ]);
    expect(rules[0].areas).toHaveLength(2);
  });

  test('what shows and what is locked', () => {
    expect(book.sheets.map(each => [each.name, each.visibility, each.isProtected])).toEqual([
      ['Ledger', 'Visible', false],
      ['Hidden', 'Hidden', false],
      ['Locked', 'VeryHidden', true],
    ]);
    expect(book.activeSheet.name).toBe('Ledger');
  });

  test('a password of a sheet survives saving', async () => {
    const zip = await JSZip.loadAsync(await saveWorkbook(book));
    expect(await zip.file('xl/worksheets/sheet3.xml')!.async('string')).toMatch(
      /<sheetProtection [^>]*hashValue="/,
    );
  });
});

describe('cells as Excel stores them', () => {
  test('inline texts, texts with readings, escapes and entities', async () => {
    const sheet = await openCells(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>in</t></is></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="str"><f>A1</f><v>in</v></c></row>',
      '<si><t>課長</t><rPh sb="0" eb="1"><t>カチョウ</t></rPh></si><si><t xml:space="preserve"> a_x000D_&#10;b&amp;_x005F_x0041_ </t></si>',
    );
    expect([0, 1, 2].map(column => sheet.value(0, column))).toEqual(['in', '課長', ' a\r\nb&_x0041_ ']);
  });

  test('cells and rows without addresses follow each other', async () => {
    const sheet = await openCells(
      '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row><row r="9"><c><v>4</v></c></row>',
    );
    expect([sheet.value(0, 1), sheet.value(1, 0), sheet.value(8, 0)]).toEqual([2, 3, 4]);
  });

  test('a text that looks like a formula or has an apostrophe stays that text', async () => {
    const sheet = await openCells(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>=A2</t></is></c><c r="B1" t="inlineStr"><is><t>\'tis</t></is></c></row>',
    );
    expect([sheet.value(0, 0), sheet.formula(0, 0), sheet.value(0, 1)]).toEqual(['=A2', null, "'tis"]);
  });

  test('the answers of an array are its formula’s, not constants', async () => {
    const sheet = await openCells(
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">_xlfn.SEQUENCE(2)</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>7</v></c></row>',
    );
    expect(sheet.formula(0, 0)).toBe('=SEQUENCE(2)');
    expect(sheet.value(2, 0)).toBe(7);
    expect(sheet.formula(1, 0)).toBeNull();
  });

  test('functions of the add-in are called by their names again', async () => {
    const sheet = await openCells(
      '<row r="1"><c r="A1" t="e"><f>_xldudf_TIERCEL_DSO(B1,C1)</f><v>#NAME?</v></c></row>',
    );
    expect(sheet.formula(0, 0)).toBe('=TIERCEL.DSO(B1,C1)');
  });

  test('a shared formula wraps its references as Excel does, and keeps what is fixed', async () => {
    const sheet = await openCells(
      '<row r="1"><c r="B1"><f t="shared" ref="B1:B2" si="0">$A1&amp;"A1"+A$1</f></c></row><row r="2"><c r="B2"><f t="shared" si="0"/></c></row>',
    );
    expect(sheet.formula(1, 1)).toBe('=$A2&"A1"+A$1');
  });

  test('elements with a prefix are the same elements', async () => {
    const bytes = await workbookOf({});
    const zip = await JSZip.loadAsync(bytes);
    zip.file(
      'xl/worksheets/sheet1.xml',
      '<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    );
    expect((await open(await zip.generateAsync({ type: 'uint8array' }))).activeSheet.value(0, 0)).toBe(5);
  });

  test('an unknown error is #VALUE!, a data table keeps its values', async () => {
    const sheet = await openCells(
      '<row r="1"><c r="A1" t="e"><v>#UNHEARD!</v></c><c r="B1"><f t="dataTable" ref="B1:B2" r1="A1"/><v>3</v></c></row>',
    );
    expect(sheet.value(0, 0)).toEqual({ error: '#VALUE!' });
    expect(sheet.value(0, 1)).toBe(3);
  });
});

describe('a workbook as Excel stores it', () => {
  const sheets = (more: string) =>
    `<workbook xmlns:r="r"><workbookPr date1904="1"/><bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/><sheet name="Chart1" sheetId="2" r:id="rId2"/></sheets>${more}</workbook>`;

  const withChart = () =>
    workbookOf({
      workbook: sheets(
        '<definedNames><definedName name="Rate" comment="per year">0.05</definedName><definedName name="Area" localSheetId="0" hidden="1">Sheet1!$A$1:$B$9</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1</definedName><definedName name="_xlfn.IFNA" hidden="1">#NAME?</definedName></definedNames>',
      ),
      relationships: [['rId2', 'chartsheet', 'chartsheets/sheet1.xml']],
      more: {
        'xl/chartsheets/sheet1.xml': '<chartsheet xmlns:r="r"><drawing r:id="rId1"/></chartsheet>',
        'xl/chartsheets/_rels/sheet1.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
        'xl/drawings/drawing1.xml': '<drawing/>',
      },
    });

  test('chart sheets, names, the 1904 system, the active sheet', async () => {
    const book = await open(await withChart());
    expect(book.sheets.map(({ name, kind }) => [name, kind])).toEqual([
      ['Sheet1', 'worksheet'],
      ['Chart1', 'chart'],
    ]);
    expect(book.date1904).toBe(true);
    expect(book.activeSheet.name).toBe('Chart1');
    expect(
      book.names.map(({ name, formula, scope, visible, comment }) => [
        name,
        formula,
        scope !== null,
        visible,
        comment,
      ]),
    ).toEqual([
      ['Rate', '=0.05', false, true, 'per year'],
      ['Area', '=Sheet1!$A$1:$B$9', true, false, ''],
      ['Print_Area', '=Sheet1!$A$1', true, true, ''],
    ]);
  });

  test('a chart sheet is saved with all it is drawn from', async () => {
    const zip = await JSZip.loadAsync(await saveWorkbook(await open(await withChart())));
    expect(zip.file('xl/drawings/drawing1.xml')).not.toBeNull();
    const workbook = await zip.file('xl/workbook.xml')!.async('string');
    expect(workbook).toContain('date1904="1"');
    expect(workbook).toContain(
      '<definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1</definedName>',
    );
    expect(await zip.file('xl/_rels/workbook.xml.rels')!.async('string')).toContain(
      'Target="chartsheets/sheet1.xml"',
    );
  });

  test('rules over other sheets, which Excel keeps in the extension, and kinds with a formula of their own', async () => {
    const sheet = await openParts({
      styles:
        '<styleSheet><dxfs><dxf><fill><patternFill><bgColor theme="5"/></patternFill></fill></dxf></dxfs></styleSheet>',
      sheet: `<sheetData/><conditionalFormatting sqref="A1:A9"><cfRule type="containsText" dxfId="0" priority="3" operator="containsText" text="x"><formula>NOT(ISERROR(SEARCH("x",A1)))</formula></cfRule><cfRule type="duplicateValues" dxfId="0" priority="4" stopIfTrue="1"/><cfRule type="top10" dxfId="0" priority="5" rank="3"/><cfRule type="aboveAverage" dxfId="0" priority="6" aboveAverage="0"/><cfRule type="cellIs" operator="between" dxfId="0" priority="7"><formula>1</formula><formula>2</formula></cfRule></conditionalFormatting><extLst><ext xmlns:x14="y" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="m"><x14:cfRule type="expression" priority="2" id="{1}"><xm:f>Policy!$A$1&gt;1</xm:f><x14:dxf><font><b/></font></x14:dxf></x14:cfRule><xm:sqref>B1:B9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`,
    });
    const rules = [...sheet.conditionalFormats].sort((first, second) => first.priority - second.priority);
    expect(rules.map(rule => rule.formula)).toEqual([
      '=Policy!$A$1>1',
      '=NOT(ISERROR(SEARCH("x",A1)))',
      '=AND(A1<>"",(COUNTIF($A$1:$A$9,A1))>1)',
      '=AND(ISNUMBER(A1),A1>=LARGE($A$1:$A$9,MIN(3,COUNT($A$1:$A$9))))',
      '=AND(ISNUMBER(A1),A1<AVERAGE($A$1:$A$9))',
      '=AND(A1>=(1),A1<=(2))',
    ]);
    expect(rules[0].format).toEqual({ bold: true });
    expect(rules[1].format).toEqual({ fill: '#ED7D31' });
    expect(rules.map(rule => rule.stopIfTrue)).toEqual([false, false, true, false, false, false]);
  });

  test('what the book does not know is saved again: colour scales, validations, page set-up', async () => {
    const book = await open(
      await workbookOf({
        sheet:
          '<sheetData/><conditionalFormatting sqref="C1:C9"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FF00FF00"/></colorScale></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="D1" xr:uid="{9}"><formula1>"a,b"</formula1></dataValidation></dataValidations><pageSetup orientation="landscape" r:id="rId9"/>',
      }),
    );
    const saved = await (await JSZip.loadAsync(await saveWorkbook(book)))
      .file('xl/worksheets/sheet1.xml')!
      .async('string');
    expect(saved).toContain('<colorScale><cfvo type="min"/>');
    expect(saved).toContain('<dataValidation type="list" sqref="D1"><formula1>&quot;a,b&quot;</formula1>');
    expect(saved).toContain('<pageSetup orientation="landscape"/>');
    expect(saved.indexOf('colorScale')).toBeLessThan(saved.indexOf('dataValidations'));
  });

  test('styles of whole columns and rows', async () => {
    const sheet = await openParts({
      styles:
        '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>',
      sheet:
        '<cols><col min="2" max="16384" width="9.14" style="1"/></cols><sheetData><row r="3" s="2" customFormat="1"/></sheetData>',
    });
    expect(sheet.style(500, 1).numberFormat).toBe('m/d/yyyy');
    expect(sheet.style(2, 0).numberFormat).toBe('0%');
    expect(sheet.columnWidths.get(1)).toBe(64);
  });
});

describe('files that cannot be opened', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  test.each([
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'oldFormat'],
    [
      'an encrypted workbook',
      Uint8Array.from([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        ...[...'EncryptedPackage'].flatMap(letter => [letter.charCodeAt(0), 0]),
      ]),
      'encrypted',
    ],
    ['half a zip', bytes(0x50, 0x4b, 3, 4, 0, 0), 'damaged'],
  ])('%s says why', async (_name, content, code) => {
    await expect(open(content)).rejects.toMatchObject({ name: 'FileProblem', code });
  });

  test('a zip that is no workbook', async () => {
    const zip = new JSZip();
    zip.file('readme.txt', 'hello');
    await expect(open(await zip.generateAsync({ type: 'uint8array' }))).rejects.toMatchObject({
      code: 'notWorkbook',
    });
  });

  test('nothing of the open workbook is lost', async () => {
    const book = createBook();
    book.setCells(book.activeSheet, { row: 0, column: 0, rowCount: 1, columnCount: 1 }, [['mine']], 'user');
    await expect(openWorkbook(bytes(0x50, 0x4b, 3, 4), 'x.xlsx', book)).rejects.toThrow();
    expect(book.activeSheet.value(0, 0)).toBe('mine');
  });
});

test('opening replaces sheets, names and tables of the same names', async () => {
  const first = createBook();
  const area = { row: 0, column: 0, rowCount: 2, columnCount: 1 };
  first.setCells(first.activeSheet, area, [['Head'], [1]], 'user');
  first.addTable(first.activeSheet, area, 'Invoices');
  first.addName('Rate', '=1');
  const bytes = await saveWorkbook(first);
  await openWorkbook(bytes, 'again.xlsx', first);
  expect(first.sheets.map(sheet => sheet.name)).toEqual(['Sheet1']);
  expect(first.activeSheet.tables.map(table => table.name)).toEqual(['Invoices']);
  expect(first.names.map(name => name.name)).toEqual(['Rate']);
});

test('names that Excel would not allow are left out and told, sheets get a name that it does', async () => {
  const book = createBook();
  const sheetName = 'A sheet whose name is longer than Excel allows';
  const leftOut = await openWorkbook(
    await workbookOf({
      workbook: `<workbook xmlns:r="r"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/><sheet name="${sheetName}" sheetId="2" r:id="rId1"/></sheets><definedNames><definedName name="A1">1</definedName><definedName name="Rate">1</definedName></definedNames></workbook>`,
    }),
    'odd.xlsx',
    book,
  );
  expect(book.sheets.map(sheet => sheet.name)).toEqual([
    'A sheet whose name is longer th',
    'A sheet whose name is longe (2)',
  ]);
  expect(book.names.map(name => name.name)).toEqual(['Rate']);
  expect(leftOut).toEqual([{ what: 'name', name: 'A1', reason: 'A1 is not a valid name.' }]);
});

test('pivot tables and macros are told, because they are not in the book', async () => {
  const relationships = [
    ['pivot', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'] as const,
    ['macros', 'vbaProject', 'vbaProject.bin'] as const,
  ];
  const leftOut = await openWorkbook(await workbookOf({ relationships }), 'macros.xlsm', createBook());
  expect(leftOut).toEqual([{ what: 'pivotTables' }, { what: 'macros' }]);
});

test('custom XML of other add-ins is saved as it was', async () => {
  const book = createBook();
  const bytes = await workbookOf({
    relationships: [['rId7', 'customXml', '../customXml/item1.xml']],
    more: {
      'customXml/item1.xml': '<settings of="another add-in"/>',
      'customXml/_rels/item1.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>',
      'customXml/itemProps1.xml': '<properties/>',
    },
  });
  await openWorkbook(bytes, 'custom.xlsx', book);
  const zip = await JSZip.loadAsync(await saveWorkbook(book));
  expect(await zip.file('customXml/item1.xml')!.async('string')).toBe('<settings of="another add-in"/>');
  expect(await zip.file('customXml/itemProps1.xml')!.async('string')).toBe('<properties/>');
  expect(await zip.file('xl/_rels/workbook.xml.rels')!.async('string')).toContain(
    'Target="../customXml/item1.xml"',
  );
});

test('what a file says of its author and title is saved as it was, and not the program that wrote it', async () => {
  const book = createBook();
  const core = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
  const app = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties';
  const document = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const bytes = await workbookOf({
    more: {
      '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${document}" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${core}" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${app}" Target="docProps/app.xml"/></Relationships>`,
      'docProps/core.xml': '<title>Receivables</title>',
      'docProps/app.xml': '<Application>Another</Application>',
    },
  });
  await openWorkbook(bytes, 'titled.xlsx', book);
  const zip = await JSZip.loadAsync(await saveWorkbook(book));
  expect(await zip.file('docProps/core.xml')!.async('string')).toBe('<title>Receivables</title>');
  expect(await zip.file('docProps/app.xml')!.async('string')).not.toContain('Another');
  expect(await zip.file('_rels/.rels')!.async('string')).toContain(
    `Type="${core}" Target="docProps/core.xml"`,
  );
});

test('a file whose columns are usually wider stays as wide, on the sheet and when it is saved', async () => {
  const book = createBook();
  const sheet =
    '<sheetFormatPr defaultColWidth="20" defaultRowHeight="12.8" outlineLevelRow="1"/><cols><col min="2" max="2" width="10"/></cols><sheetData><row r="1"><c r="C1"><v>1</v></c></row></sheetData>';
  await openWorkbook(await workbookOf({ sheet }), 'wide.xlsx', book);
  expect([0, 1, 2, 3].map(column => book.activeSheet.columnWidths.get(column))).toEqual([
    140,
    70,
    140,
    undefined,
  ]);
  const zip = await JSZip.loadAsync(await saveWorkbook(book));
  expect(await zip.file('xl/worksheets/sheet1.xml')!.async('string')).toContain(
    '<sheetFormatPr defaultColWidth="20" defaultRowHeight="12.8"/>',
  );
});

test('the usual font of a file stays its usual font, and cells of another keep theirs', async () => {
  const book = createBook();
  const font = (name: string, size: number) => `<font><sz val="${size}"/><name val="${name}"/></font>`;
  const bytes = await workbookOf({
    styles: `<styleSheet><fonts>${font('宋体', 12)}${font('Calibri', 11)}</fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>`,
    sheet: '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>2</v></c></row></sheetData>',
  });
  await openWorkbook(bytes, 'songti.xlsx', book);
  const again = createBook();
  const saved = await saveWorkbook(book);
  await openWorkbook(saved, 'again.xlsx', again);
  expect(again.activeSheet.style(0, 1)).toMatchObject({ fontName: 'Calibri', fontSize: 11 });
  const styles = await (await JSZip.loadAsync(saved)).file('xl/styles.xml')!.async('string');
  expect(styles).toMatch(/<fonts count="2"><font><sz val="12"\/><color theme="1"\/><name val="宋体"\/>/);
});
