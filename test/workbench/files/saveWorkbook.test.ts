import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import JSZip from 'jszip';
import { createBook } from '../../../src/workbench/book/book';
import type { Book, CellInput, CellStyle, Sheet } from '../../../src/workbench/book/types';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';
import { saveWorkbook } from '../../../src/workbench/files/saveWorkbook';

const put = (book: Book, row: number, column: number, rows: CellInput[][], sheet: Sheet = book.activeSheet) =>
  book.setCells(sheet, { row, column, rowCount: rows.length, columnCount: rows[0].length }, rows, 'user');

const part = async (book: Book, path: string) =>
  (await JSZip.loadAsync(await saveWorkbook(book))).file(path)!.async('string');

async function reopened(book: Book): Promise<Book> {
  const again = createBook();
  await openWorkbook(await saveWorkbook(book), 'again.xlsx', again);
  return again;
}

/** A book that calculates; cells with `TIERCEL.` answer two rows. */
function bookWithFormulas(): Book {
  const book = createBook();
  book.functions = {
    has: name => name === 'TIERCEL.AGING',
    invoke: async () => [
      [1, 2],
      [3, 4],
    ],
  };
  put(book, 0, 0, [
    ['Customer', 'Amount'],
    ['张三', 12.5],
    ['Baker & <Sons> "Ltd"', -3],
  ]);
  book.addTable(book.activeSheet, { row: 0, column: 0, rowCount: 3, columnCount: 2 }, 'Invoices');
  put(book, 0, 3, [['=SUM(B2:B3)', '=IFNA(B2,0)']]);
  put(book, 4, 0, [['=SEQUENCE(3)']]);
  put(book, 4, 2, [['=TIERCEL.AGING(B2:B3)']]);
  return book;
}

describe('formulas in files', () => {
  test('newer functions and those of the add-in carry their prefixes', async () => {
    const sheet = await part(bookWithFormulas(), 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<f>SUM(B2:B3)</f>');
    expect(sheet).toContain('<f>_xlfn.IFNA(B2,0)</f>');
    expect(sheet).toContain('>_xlfn.SEQUENCE(3)</f>');
    expect(sheet).toContain('>_xldudf_TIERCEL_AGING(B2:B3)</f>');
  });

  test('spills are dynamic arrays with their area and last values', async () => {
    const book = bookWithFormulas();
    await book.idle();
    const sheet = await part(book, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<c r="A5" cm="1"><f t="array" ref="A5:A7">_xlfn.SEQUENCE(3)</f><v>1</v></c>');
    expect(sheet).toContain('<c r="A7"><v>3</v></c>');
    expect(sheet).toContain(
      '<c r="C5" cm="1"><f t="array" ref="C5:D6">_xldudf_TIERCEL_AGING(B2:B3)</f><v>1</v></c>',
    );
    expect(sheet).toContain('<c r="D6"><v>4</v></c>');
    expect(await part(book, 'xl/metadata.xml')).toContain('fDynamic="1"');
  });

  test('values come with their formulas', async () => {
    const sheet = await part(bookWithFormulas(), 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<c r="D1"><f>SUM(B2:B3)</f><v>9.5</v></c>');
  });

  test('come back as typed, and fill the same cells', async () => {
    const book = bookWithFormulas();
    await book.idle();
    const again = await reopened(book);
    const [before, after] = [book.activeSheet, again.activeSheet];
    again.functions = book.functions;
    again.calculate(true);
    await again.idle();
    for (let row = 0; row < 8; row++)
      for (let column = 0; column < 6; column++) {
        expect([row, column, after.formula(row, column)]).toEqual([row, column, before.formula(row, column)]);
        expect([row, column, after.value(row, column)]).toEqual([row, column, before.value(row, column)]);
      }
  });
});

describe('a saved workbook', () => {
  test('another program reads', async () => {
    const book = bookWithFormulas();
    const sheet = book.activeSheet;
    book.renameSheet(sheet, "Baker's & Co");
    put(book, 8, 0, [[true, { error: '#N/A' }, ' spaced ', 'two\nlines']]);
    book.setStyle(
      sheet,
      { row: 0, column: 0, rowCount: 1, columnCount: 2 },
      { bold: true, fill: '#0B4265', fontColor: '#FFFFFF' },
    );
    book.setStyle(sheet, { row: 1, column: 1, rowCount: 2, columnCount: 1 }, { numberFormat: '#,##0.000' });
    book.addConditionalFormat(sheet, {
      areas: [{ row: 1, column: 0, rowCount: 2, columnCount: 2 }],
      formula: '=$B2<0',
      format: { fill: '#FFC7CE' },
      stopIfTrue: true,
    });
    sheet.merges.push({ row: 10, column: 0, rowCount: 1, columnCount: 3 });
    sheet.frozenRows = 1;
    book.addSheet('Hidden').visibility = 'Hidden';
    book.addName('Rate', "='Baker''s & Co'!$B$2");

    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await saveWorkbook(book)) as unknown as ArrayBuffer);
    const read = workbook.getWorksheet("Baker's & Co")!;
    expect(read.getCell('A3').value).toBe('Baker & <Sons> "Ltd"');
    expect(read.getCell('D1').value).toMatchObject({ formula: 'SUM(B2:B3)', result: 9.5 });
    expect([read.getCell('A9').value, read.getCell('C9').value, read.getCell('D9').value]).toEqual([
      true,
      ' spaced ',
      'two\nlines',
    ]);
    expect(read.getCell('B9').value).toEqual({ error: '#N/A' });
    expect(read.getCell('A1').font).toMatchObject({ bold: true, color: { argb: 'FFFFFFFF' } });
    expect(read.getCell('A1').fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FF0B4265' } });
    expect(read.getCell('B2').numFmt).toBe('#,##0.000');
    expect(read.getCell('B11').isMerged).toBe(true);
    expect(read.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(read.getTable('Invoices')).toBeDefined();
    expect(workbook.getWorksheet('Hidden')!.state).toBe('hidden');
    expect(workbook.definedNames.getRanges('Rate').ranges).toEqual(["'Baker''s & Co'!$B$2"]);
    const rules = (
      read as unknown as { conditionalFormattings: { ref: string; rules: { formulae: string[] }[] }[] }
    ).conditionalFormattings;
    expect(rules).toMatchObject([{ ref: 'A2:B3', rules: [{ formulae: ['$B2<0'] }] }]);
  });

  test('is well-formed in every part, lists each, and refers to none that is missing', async () => {
    const book = bookWithFormulas();
    put(book, 20, 0, [['a\u0001b', '<&>"\'', '\ud83d\udcb0', '_x0041_']]);
    const zip = await JSZip.loadAsync(await saveWorkbook(book));
    const types = await zip.file('[Content_Types].xml')!.async('string');
    for (const path of Object.keys(zip.files)) {
      expect([path, XMLValidator.validate(await zip.file(path)!.async('string'))]).toEqual([path, true]);
      if (!path.endsWith('.rels') && !path.startsWith('[')) expect(types).toContain(`PartName="/${path}"`);
      if (!path.endsWith('.rels')) continue;
      const folder = path.replace(/_rels\/[^/]*$/, '');
      for (const [, target] of (await zip.file(path)!.async('string')).matchAll(/Target="([^"]*)"/g)) {
        const resolved = new URL(target, `file:///${folder}`).pathname.slice(1);
        expect([path, resolved, zip.file(resolved) !== null]).toEqual([path, resolved, true]);
      }
    }
  });

  test('is the same file when saved again', async () => {
    const book = bookWithFormulas();
    await book.idle();
    expect(Buffer.from(await saveWorkbook(book)).equals(Buffer.from(await saveWorkbook(book)))).toBe(true);
  });

  test('says by which program it is, as programs ask that are to trust its last values', async () => {
    const book = bookWithFormulas();
    expect(await part(book, 'docProps/app.xml')).toContain('<Application>Microsoft Excel</Application>');
    expect(await part(book, '_rels/.rels')).toContain('Target="docProps/app.xml"');
  });

  test('rows of larger fonts have the height that Excel fits to them, and none that is the user’s', async () => {
    const book = bookWithFormulas();
    book.setStyle(book.activeSheet, { row: 0, column: 0, rowCount: 1, columnCount: 1 }, { fontSize: 16 });
    const sheet = await part(book, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<row r="1" ht="21">');
    expect(sheet).toContain('<row r="2">');
  });

  test('rules over other sheets stand in the extension where Excel looks for them', async () => {
    const book = bookWithFormulas();
    book.addSheet('Limits');
    const areas = [{ row: 1, column: 1, rowCount: 2, columnCount: 1 }];
    const format = { fill: '#F4A79D', bold: true };
    book.addConditionalFormat(book.activeSheet, {
      areas,
      format,
      formula: '=B2>Limits!$A$1',
      stopIfTrue: true,
    });
    book.addConditionalFormat(book.activeSheet, { areas, format, formula: '=A2="!"', stopIfTrue: false });
    const sheet = await part(book, 'xl/worksheets/sheet1.xml');
    const [plain, extension] = sheet.split('<extLst>');
    expect(plain).toContain(
      '<cfRule type="expression" dxfId="0" priority="1"><formula>A2=&quot;!&quot;</formula>',
    );
    expect(plain).not.toContain('Limits');
    expect(extension).toContain('<xm:f>B2&gt;Limits!$A$1</xm:f><x14:dxf><font><b val="1"/></font>');
    expect(extension).toContain('<xm:sqref>B2:B3</xm:sqref>');
    const { conditionalFormats } = (await reopened(book)).activeSheet;
    const rules = [...conditionalFormats].sort((one, other) => one.priority - other.priority);
    expect(rules.map(rule => [rule.formula, rule.stopIfTrue, rule.format])).toEqual([
      ['=A2="!"', false, format],
      ['=B2>Limits!$A$1', true, format],
    ]);
  });

  test('a table’s columns are called as its header shows', async () => {
    expect(await part(bookWithFormulas(), 'xl/tables/table1.xml')).toMatch(
      /ref="A1:B3".*<autoFilter ref="A1:B3"\/><tableColumns count="2"><tableColumn id="1" name="Customer"\/><tableColumn id="2" name="Amount"\/>/,
    );
  });

  test('a header is called by its text, not by what its format adds, and is a text even where it was a number', async () => {
    const book = bookWithFormulas();
    book.setStyle(
      book.activeSheet,
      { row: 0, column: 1, rowCount: 1, columnCount: 1 },
      { numberFormat: '@" *"' },
    );
    put(book, 0, 0, [[2024]]);
    const table = await part(book, 'xl/tables/table1.xml');
    expect([...table.matchAll(/<tableColumn [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      '2024',
      'Amount',
    ]);
    expect(await part(book, 'xl/worksheets/sheet1.xml')).toMatch(/<c r="A1" t="s">/);
  });

  test('errors that files do not know are #VALUE! there', async () => {
    const book = createBook();
    put(book, 0, 0, [[{ error: '#SPILL!' }, { error: '#BUSY!' }, { error: '#DIV/0!' }]]);
    const sheet = await part(book, 'xl/worksheets/sheet1.xml');
    expect([...sheet.matchAll(/<v>([^<]*)<\/v>/g)].map(found => found[1])).toEqual([
      '#VALUE!',
      '#VALUE!',
      '#DIV/0!',
    ]);
  });
});

describe('saved and opened again', () => {
  const text = fc.string({ unit: 'binary', maxLength: 12 });
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    text.filter(each => each !== ''),
    fc.constant(null),
  );

  test('every value is what it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        async rows => {
          const book = createBook();
          put(
            book,
            2,
            1,
            rows.map(row => row.map(each => (typeof each === 'string' ? `'${each}` : each))),
          );
          const after = (await reopened(book)).activeSheet;
          rows.forEach((row, index) => {
            row.forEach((each, column) => {
              const found = after.value(index + 2, column + 1);
              expect(typeof each === 'number' ? found === each : Object.is(found, each)).toBe(true);
            });
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  const style: fc.Arbitrary<CellStyle> = fc.record(
    {
      numberFormat: fc.constantFrom('0.00', 'yyyy-mm-dd', '"x"0;[Red]-0', 'm/d/yyyy', '@', '¥#,##0'),
      fill: fc.constantFrom('#FF0000', '#00FF00'),
      fontColor: fc.constantFrom('#0000FF', '#123456'),
      bold: fc.constant(true),
      italic: fc.constant(true),
      underline: fc.constant(true),
      strikethrough: fc.constant(true),
      fontSize: fc.constantFrom(8, 18),
      fontName: fc.constantFrom('Arial', '宋体'),
      horizontal: fc.constantFrom('left', 'center', 'right'),
      vertical: fc.constantFrom('top', 'center'),
      wrap: fc.constant(true),
      indent: fc.constantFrom(1, 2),
      borders: fc.constant({
        top: { style: 'thin', color: '#111111' },
        left: { style: 'double', color: '#222222' },
      }),
    },
    { requiredKeys: [] },
  );

  test('every style is what it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(style, { minLength: 1, maxLength: 6 }), async styles => {
        const book = createBook();
        styles.forEach((each, row) => {
          book.setStyle(book.activeSheet, { row, column: row % 2, rowCount: 1, columnCount: 2 }, each);
        });
        const after = (await reopened(book)).activeSheet;
        styles.forEach((each, row) => {
          expect(after.style(row, row % 2)).toEqual(each);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('sheets, names, rules and sizes are what they were', async () => {
    const book = createBook();
    const sheet = book.activeSheet;
    const policy = book.addSheet('Tiercel Policy');
    put(book, 0, 0, [['x', 1]], policy);
    const area = { row: 1, column: 0, rowCount: 9, columnCount: 2 };
    book.addConditionalFormat(sheet, {
      areas: [area],
      formula: '=AND($B2>\'Tiercel Policy\'!$B$1,A2<>"")',
      format: { fill: '#FFC7CE', bold: true },
      stopIfTrue: false,
    });
    book.addConditionalFormat(sheet, {
      areas: [area, { ...area, column: 5 }],
      formula: '=$B2>Tiercel_Limit',
      format: { fontColor: '#9C0006', italic: true },
      stopIfTrue: true,
    });
    const name = book.addName('Tiercel_Limit', "='Tiercel Policy'!$B$1");
    name.visible = false;
    name.comment = 'added by Tiercel';
    book.addName('Own', '=Sheet1!$A$1', sheet);
    sheet.frozenRows = 2;
    sheet.frozenColumns = 1;
    sheet.showGridlines = false;
    sheet.columnWidths.set(3, 133);
    sheet.rowHeights.set(4, 44);
    sheet.hiddenColumns.add(7);
    sheet.hiddenRows.add(30);
    sheet.tabColor = '#0B4265';
    policy.visibility = 'VeryHidden';
    policy.isProtected = true;
    book.date1904 = true;
    book.setStyle(sheet, { row: 0, column: 2, rowCount: 1_048_576, columnCount: 1 }, { numberFormat: '0%' });

    const again = await reopened(book);
    const [first, second] = again.sheets as [Sheet, Sheet];
    const rulesOf = (each: Sheet) =>
      [...each.conditionalFormats]
        .sort((one, other) => one.priority - other.priority)
        .map(({ id: _id, ...rule }) => rule);
    expect(rulesOf(first)).toEqual(rulesOf(sheet));
    expect(
      again.names.map(({ name, formula, visible, comment, scope }) => [
        name,
        formula,
        visible,
        comment,
        scope === null ? null : first.name,
      ]),
    ).toEqual([
      ['Tiercel_Limit', "='Tiercel Policy'!$B$1", false, 'added by Tiercel', null],
      ['Own', '=Sheet1!$A$1', true, '', 'Sheet1'],
    ]);
    expect([first.frozenRows, first.frozenColumns, first.showGridlines, first.tabColor]).toEqual([
      2,
      1,
      false,
      '#0B4265',
    ]);
    expect([first.columnWidths.get(3), first.rowHeights.get(4)]).toEqual([133, 44]);
    expect([[...first.hiddenColumns], [...first.hiddenRows]]).toEqual([[7], [30]]);
    expect([second.visibility, second.isProtected, again.date1904]).toEqual(['VeryHidden', true, true]);
    expect(first.style(999, 2).numberFormat).toBe('0%');
  });

  test('twenty thousand cells of text do not take long', async () => {
    const book = createBook();
    put(
      book,
      0,
      0,
      Array.from({ length: 2_000 }, (_, row) =>
        Array.from({ length: 10 }, (_, column) => `${row} & ${column}`),
      ),
    );
    const again = await reopened(book);
    expect(again.activeSheet.value(1_999, 9)).toBe('1999 & 9');
  });
});
