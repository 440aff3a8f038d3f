/** Formulas of Tiercel turned into values and back, through unmodified Office.js; and entered again where a file came back broken. */
import {
  checkOf,
  freezeFormulas,
  listFrozenFormulas,
  sheetsNamedIn,
  thawFormulas,
} from '../../../src/excel/share/frozenFormulas';
import {
  findTiercelFormulas,
  reenterBrokenFormulas,
  repairedFormula,
} from '../../../src/excel/share/tiercelFormulas';
import { finishSlices } from '../../../src/risk/slices';
import { createBook } from '../../../src/workbench/book/book';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';
import { saveWorkbook } from '../../../src/workbench/files/saveWorkbook';
import { tiercelFunctions } from '../../tiercelFunctions';
import { type RunningExcel, startExcel, value } from '../harness';

let excel: RunningExcel;
beforeEach(async () => {
  excel = await startExcel({
    functions: await tiercelFunctions(),
  });
});
afterEach(() => excel.stop());

const run = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run(context => work(context.workbook.worksheets.getItem('Sheet1'), context));

/** Formulas and values of the sheet, once every function has answered. */
const contents = () =>
  run(async (sheet, context) => {
    await excel.book.idle();
    const used = sheet.getUsedRange();
    used.load('formulas,values,numberFormat,address');
    await context.sync();
    return {
      address: used.address,
      formulas: used.formulas,
      values: used.values,
      formats: used.numberFormat,
    };
  });

/** Four invoices, a bucket per row that spills, DSO in one cell, and a sum that is Excel's own. */
async function writeFormulas(): Promise<void> {
  await run(async (sheet, context) => {
    sheet.getRange('A1:B4').values = [
      [45_000, 100],
      [45_010, 250.5],
      [45_100, -20],
      ['soon', 75],
    ];
    sheet.getRange('D1').formulas = [['=TIERCEL.AGINGBUCKET(A1:A3,45030)']];
    sheet.getRange('F1').formulas = [['=TIERCEL.DSO(8000,16000,30)']];
    sheet.getRange('F2').formulas = [['=SUM(B1:B4)']];
    sheet.getRange('F3').formulas = [['=TIERCEL.DSO(1,0)']];
    await context.sync();
  });
}

test('freezes answers to values, keeps the formulas in a table, and thaws every one exactly', async () => {
  await writeFormulas();
  const before = await contents();
  expect(before.values[0][5]).toBe(15);

  const frozen = value(await freezeFormulas());
  expect(frozen).toMatchObject({ frozen: 2, skipped: [{ sheetName: 'Sheet1', address: 'F3' }] });
  expect(value(await findTiercelFormulas())).toMatchObject(
    frozen.skipped.map(({ address, ...left }) => left),
  );
  const meanwhile = await contents();
  expect(meanwhile.values).toEqual(before.values);
  expect(meanwhile.formulas[0].slice(3)).toEqual([before.values[0][3], '', 15]);
  expect(meanwhile.formulas[1][5]).toBe('=SUM(B1:B4)');
  expect(value(await listFrozenFormulas()).map(({ address, formula }) => [address, formula])).toEqual([
    ['D1:D3', '=TIERCEL.AGINGBUCKET(A1:A3,45030)'],
    ['F1', '=TIERCEL.DSO(8000,16000,30)'],
  ]);

  expect(value(await thawFormulas())).toEqual({ thawed: 2, kept: [] });
  expect(await contents()).toEqual(before);
  expect(excel.book.sheets.map(sheet => sheet.name)).toEqual(['Sheet1']);
});

test('the formulas that are kept can be read whole, on the sheet and on paper', async () => {
  await writeFormulas();
  await contents();
  await freezeFormulas();
  const kept = excel.book.sheetByName('Tiercel Frozen')!;
  const formulas = 3;
  expect(kept.columnWidths.get(formulas)).toBeGreaterThan(500);
  expect(kept.style(4, formulas).wrap).toBe(true);
  expect([kept.pageLayout.orientation, kept.pageLayout.horizontalFitToPages]).toEqual(['Landscape', 1]);
});

test('what was written over since stays, its formula stays in the table, and the rest thaws', async () => {
  await writeFormulas();
  await contents();
  await freezeFormulas();
  await run(async (sheet, context) => {
    sheet.getRange('D2').values = [['mine']];
    await context.sync();
  });
  const thawed = value(await thawFormulas());
  expect(thawed.thawed).toBe(1);
  expect(thawed.kept.map(({ address, obstacle }) => [address, obstacle])).toEqual([['D1:D3', 'changed']]);
  const after = await contents();
  expect(after.values[1][3]).toBe('mine');
  expect(after.formulas[0][5]).toBe('=TIERCEL.DSO(8000,16000,30)');
  expect(value(await listFrozenFormulas()).map(({ formula }) => formula)).toEqual([
    '=TIERCEL.AGINGBUCKET(A1:A3,45030)',
  ]);
});

test('where rows were inserted the formula is not guessed at', async () => {
  await writeFormulas();
  await contents();
  await freezeFormulas();
  await run(async (sheet, context) => {
    sheet.getRange('1:1').insert(Excel.InsertShiftDirection.down);
    await context.sync();
  });
  const { kept } = value(await thawFormulas());
  expect(kept.map(({ obstacle }) => obstacle)).toEqual(['moved', 'moved']);
});

test('freezing twice keeps what was frozen before', async () => {
  await writeFormulas();
  const before = await contents();
  await freezeFormulas();
  await run(async (sheet, context) => {
    sheet.getRange('H1').formulas = [['=TIERCEL.DSO(1000,2000,30)']];
    await context.sync();
  });
  await contents();
  expect(value(await freezeFormulas()).frozen).toBe(1);
  expect(value(await thawFormulas()).thawed).toBe(3);
  const after = await contents();
  expect(after.formulas.map(row => row.slice(0, 6))).toEqual(before.formulas);
});

describe('the sheet that keeps them', () => {
  const kept = () => excel.book.sheetByName('Tiercel Frozen')!;

  test.each<[string, () => void]>([
    ['has rows above its table', () => excel.book.insertRows(kept(), 0, 2, 'user')],
    ['has a column before its table', () => excel.book.insertColumns(kept(), 0, 1, 'user')],
    ['lost its title', () => excel.book.deleteRows(kept(), 0, 1, 'user')],
    ['has plain cells', () => excel.book.removeTable(kept(), kept().tables[0])],
    [
      'was hidden and renamed',
      () => {
        excel.book.renameSheet(kept(), "Don't touch");
        excel.book.sheetByName("Don't touch")!.visibility = 'VeryHidden';
      },
    ],
  ])('brings every formula back where it %s', async (_, change) => {
    await writeFormulas();
    const before = await contents();
    await freezeFormulas();
    change();
    expect(value(await thawFormulas())).toEqual({ thawed: 2, kept: [] });
    expect(await contents()).toEqual(before);
    expect(excel.book.sheets.map(sheet => sheet.name)).toEqual(['Sheet1']);
  });

  test('stays with what somebody noted on it, and takes further formulas', async () => {
    await writeFormulas();
    const before = await contents();
    await freezeFormulas();
    const { area } = kept().tables[0];
    excel.book.enter(kept(), area.row + area.rowCount, 0, 'ask Ann');
    expect(value(await thawFormulas())).toEqual({ thawed: 2, kept: [] });
    expect(await contents()).toEqual(before);
    const noted = () => Array.from({ length: 12 }, (_, row) => kept().value(row, 0));
    expect(noted()).toContain('ask Ann');
    expect(value(await freezeFormulas()).frozen).toBe(2);
    expect(value(await thawFormulas())).toEqual({ thawed: 2, kept: [] });
    expect(noted()).toContain('ask Ann');
  });

  test('stays where no sheet can be removed', async () => {
    await writeFormulas();
    const before = await contents();
    await freezeFormulas();
    excel.book.isStructureProtected = true;
    expect(value(await thawFormulas())).toEqual({ thawed: 2, kept: [] });
    expect(await contents()).toEqual(before);
    expect(value(await listFrozenFormulas())).toEqual([]);
  });
});

test('nothing is frozen or thawed where a sheet with formulas is protected', async () => {
  await writeFormulas();
  const before = await contents();
  const sheet = excel.book.activeSheet;
  const refused = { problem: { key: 'sheetProtected', detail: { sheet: sheet.name } } };
  sheet.isProtected = true;
  expect(await freezeFormulas()).toMatchObject(refused);
  expect(excel.book.sheets).toHaveLength(1);
  sheet.isProtected = false;
  await freezeFormulas();
  sheet.isProtected = true;
  expect(await thawFormulas()).toMatchObject(refused);
  sheet.isProtected = false;
  expect(value(await thawFormulas())).toEqual({ thawed: 2, kept: [] });
  expect(await contents()).toEqual(before);
});

test('a value stays where its formula refers to a sheet that has another name by now', async () => {
  const other = excel.book.addSheet("Bob's");
  excel.book.enter(other, 0, 0, '8000');
  await run(async (sheet, context) => {
    sheet.getRange('A1:A2').formulas = [
      ["=TIERCEL.DSO('Bob''s'!A1,16000,30)"],
      ['=TIERCEL.DSO(8000,16000,30)'],
    ];
    await context.sync();
  });
  await contents();
  await freezeFormulas();
  excel.book.renameSheet(other, 'June');
  const { thawed, kept } = value(await thawFormulas());
  expect([thawed, kept.map(({ obstacle }) => obstacle)]).toEqual([1, ['unresolved']]);
  expect((await contents()).formulas).toEqual([[15], ['=TIERCEL.DSO(8000,16000,30)']]);
  excel.book.renameSheet(other, "Bob's");
  expect(value(await thawFormulas()).thawed).toBe(1);
});

test.each([
  ["=TIERCEL.DSO('Bob''s'!A1,June!B2)&\"a!b\"", ["Bob's", 'June']],
  ["=TIERCEL.DSO([Book2]Sheet1!A1,'C:\\[Book3]x'!A1)", []],
  ['=TIERCEL.DSO(应收明细!A1,Tiercel_AsOf)', ['应收明细']],
])('the sheets that %s names', (formula, names) => {
  expect(sheetsNamedIn(formula)).toEqual(names);
});

test('one formula that Excel does not take leaves its value, and the others come back', async () => {
  await writeFormulas();
  const before = await contents();
  await freezeFormulas();
  const kept = excel.book.sheetByName('Tiercel Frozen')!;
  const { area } = kept.tables[0];
  excel.book.enter(kept, area.row + 1, area.column + 3, "'=TIERCEL.AGINGBUCKET(A1:A3,");
  const thawed = value(await thawFormulas());
  expect(thawed.kept.map(({ address, obstacle }) => [address, obstacle])).toEqual([['D1:D3', 'unresolved']]);
  const after = await contents();
  expect(after.values).toEqual(before.values);
  expect(after.formulas[0][5]).toBe(before.formulas[0][5]);
});

describe('what needs a formula of ours without calling it', () => {
  /** Buckets that spill, who reads them by `#`, who reads that, and by names. */
  async function writeReaders(): Promise<void> {
    await run(async (sheet, context) => {
      sheet.getRange('A1:B3').values = [
        [45_000, 100],
        [45_010, 250.5],
        [45_100, -20],
      ];
      context.workbook.names.add('Days', '=TIERCEL.DSO(8000,16000,30)*2');
      sheet.getRange('D1').formulas = [['=TIERCEL.AGINGBUCKET(A1:A3,45030)']];
      sheet.getRange('E1').formulas = [['=D1#&"!"']];
      sheet.getRange('F1').formulas = [["=COUNTA(Sheet1!$D$1#)+COUNTA('Sheet1'!E1#)"]];
      sheet.getRange('F2').formulas = [['=Days+1']];
      sheet.getRange('F3').formulas = [['=COUNTA(D1:D3)&"D1#"&"Days"']];
      await context.sync();
      context.workbook.names.add('Buckets', '=Sheet1!$D$1#');
      sheet.getRange('G1').formulas = [['=COUNTA(Buckets)']];
      await context.sync();
    });
  }

  test('is frozen with it, shows what it showed, and comes back', async () => {
    await writeReaders();
    const before = await contents();
    expect([before.values[0][5], before.values[1][5], before.values[0][6]]).toEqual([6, 31, 3]);

    expect(value(await freezeFormulas())).toEqual({ frozen: 5, skipped: [], arrays: [] });
    const meanwhile = await contents();
    expect(meanwhile.values).toEqual(before.values);
    // What adds up cells one by one needs nobody.
    expect(meanwhile.formulas.map(row => row[5])).toEqual([6, 31, '=COUNTA(D1:D3)&"D1#"&"Days"']);

    expect(value(await thawFormulas())).toEqual({ thawed: 5, kept: [] });
    expect(await contents()).toEqual(before);
  });

  test('stays a value with it where somebody wrote over that', async () => {
    await writeReaders();
    await contents();
    await freezeFormulas();
    await run(async (sheet, context) => {
      sheet.getRange('D2').values = [['mine']];
      await context.sync();
    });
    const { thawed, kept } = value(await thawFormulas());
    expect(kept.map(({ address, obstacle }) => [address, obstacle])).toEqual([
      ['F1', 'waiting'],
      ['G1', 'waiting'],
      ['E1:E3', 'waiting'],
      ['D1:D3', 'changed'],
    ]);
    expect(thawed).toBe(1);
    expect((await contents()).values[0].slice(3, 7)).toEqual(['1–30', '1–30!', 6, 3]);
  });

  test('is told as a formula that needs Tiercel, before what it reads', async () => {
    await writeReaders();
    await contents();
    const found = value(await findTiercelFormulas()).map(formula => formula.formula);
    expect(found).toHaveLength(5);
    expect(found.at(0)).toContain('E1#');
    expect(found.indexOf('=D1#&"!"')).toBeLessThan(found.indexOf('=TIERCEL.AGINGBUCKET(A1:A3,45030)'));
  });

  test('stays where it reads what is not ours', async () => {
    await run(async (sheet, context) => {
      sheet.getRange('A1').formulas = [['=SEQUENCE(3)']];
      sheet.getRange('B1').formulas = [['=SUM(A1#)']];
      sheet.getRange('C1').formulas = [['=TIERCEL.DSO(8000,16000,30)']];
      await context.sync();
    });
    await contents();
    expect(value(await freezeFormulas()).frozen).toBe(1);
    expect((await contents()).formulas[0].slice(0, 3)).toEqual(['=SEQUENCE(3)', '=SUM(A1#)', 15]);
  });
});

test('a number in cells that became text cells stays a number, and its formula a formula', async () => {
  await writeFormulas();
  await run(async (sheet, context) => {
    sheet.getRange('F1').numberFormat = [['@']];
    await context.sync();
  });
  const before = await contents();
  expect(before.formats[0][5]).toBe('@');
  expect(value(await freezeFormulas()).frozen).toBe(2);
  const meanwhile = await contents();
  expect([meanwhile.values, meanwhile.formats]).toEqual([before.values, before.formats]);
  expect(value(await thawFormulas())).toEqual({ thawed: 2, kept: [] });
  expect(await contents()).toEqual(before);
});

test('the workbook without a formula of ours has nothing to freeze and gets no sheet', async () => {
  expect(value(await freezeFormulas())).toEqual({ frozen: 0, skipped: [], arrays: [] });
  expect(value(await thawFormulas())).toEqual({ thawed: 0, kept: [] });
  expect(excel.book.sheets.length).toBe(1);
});

test('the check of frozen values stays what tables of earlier workbooks hold: FNV-1a of their JSON', () => {
  const mixed = [
    [1, 'a'],
    ['逾期😀', true],
    ['', -0.5],
  ];
  expect(finishSlices(checkOf(mixed))).toBe('5442079e');
  expect(finishSlices(checkOf([]))).toBe('741638a5');
  const long = Array.from({ length: 3000 }, (_, row) => [row, `Customer ${row}`]);
  const atOnce = [...JSON.stringify(long)].reduce(
    (hash, character) => Math.imul(hash ^ character.codePointAt(0)!, 0x01000193),
    0x811c9dc5,
  );
  expect(finishSlices(checkOf(long))).toBe((atOnce >>> 0).toString(16).padStart(8, '0'));
});

test.each([
  ['=_xldudf_TIERCEL_DSO(A1,B1)', '=TIERCEL.DSO(A1,B1)'],
  ['=1+_xlfn.TIERCEL.DSO(A1,B1)', '=1+TIERCEL.DSO(A1,B1)'],
  ["='C:\\add-ins\\tiercel.xlam'!TIERCEL.DSO(A1,B1)", '=TIERCEL.DSO(A1,B1)'],
  ['=TIERCEL.DSO(A1,B1)', '=TIERCEL.DSO(A1,B1)'],
])('%s reads as it was typed', (spoiled, typed) => {
  expect(repairedFormula(spoiled)).toBe(typed);
});

test('a formula that came back as #NAME? is entered again', async () => {
  await run(async (sheet, context) => {
    sheet.getRange('A1').formulas = [['=_xldudf_TIERCEL_DSO(8000,16000,30)']];
    await context.sync();
  });
  expect(value(await findTiercelFormulas()).map(({ isBroken }) => isBroken)).toEqual([true]);
  expect(value(await reenterBrokenFormulas())).toBe(1);
  expect((await contents()).values).toEqual([[15]]);
});

/** Enter a formula as its user does. */
const enter = (row: number, column: number, formula: string, sheet = excel.book.activeSheet): void =>
  excel.book.setCells(sheet, { row, column, rowCount: 1, columnCount: 1 }, [[formula]], 'user');

test('an answer that is an empty text stays a filled cell for COUNTA and ISBLANK, also in a file', async () => {
  enter(0, 0, '=IF({1,0,1},"",TIERCEL.DSO(8000,16000,30))');
  enter(1, 0, '=COUNTA(A1:C1)&ISBLANK(C1)');
  const before = await contents();
  expect(before.values[1][0]).toBe('3FALSE');
  await freezeFormulas();
  expect((await contents()).values).toEqual(before.values);

  const reopened = createBook();
  await openWorkbook(await saveWorkbook(excel.book), 'frozen.xlsx', reopened);
  expect(reopened.sheets[0].value(1, 0)).toBe('3FALSE');
  expect(value(await thawFormulas())).toEqual({ thawed: 1, kept: [] });
  expect(await contents()).toEqual(before);
});

test('what reads a spill of a sheet with a quotation mark in its name is frozen with it', async () => {
  const other = excel.book.addSheet(`Bob's 5" pipes`);
  enter(0, 0, '=TIERCEL.AGING({45000;45100},{10;20},45030)', other);
  enter(0, 0, `=SUM('Bob''s 5" pipes'!A1#)&"x"`);
  const before = await contents();
  expect(before.values).toEqual([['30x']]);
  expect(value(await freezeFormulas()).frozen).toBe(2);
  expect((await contents()).values).toEqual(before.values);
  expect(value(await thawFormulas())).toEqual({ thawed: 2, kept: [] });
  expect(await contents()).toEqual(before);
});

test('formulas that only mention Tiercel in a text, a name or a sheet stay formulas', async () => {
  excel.book.addName('Tiercel_AsOf', '=45030');
  excel.book.addSheet('Tiercel.Old data');
  enter(0, 0, '=Tiercel_AsOf+1');
  enter(1, 0, '="see TIERCEL.DSO"');
  enter(2, 0, '=\'Tiercel.Old data\'!A1&""');
  enter(3, 0, '=TIERCEL.DSO(8000,16000,30)');
  await contents();
  expect(value(await freezeFormulas()).frozen).toBe(1);
});

test('an answer that begins with an error and holds values is frozen; one of errors alone is not', async () => {
  enter(0, 0, '=IF({1,0,1},NA(),TIERCEL.DSO(8000,16000,30))');
  enter(1, 0, '=IF({1,0},NA(),TIERCEL.DSO(1,0))');
  const before = await contents();
  const frozen = value(await freezeFormulas());
  expect([frozen.frozen, frozen.skipped.map(({ address }) => address)]).toEqual([1, ['A2:B2']]);
  expect((await contents()).values).toEqual(before.values);
  expect(value(await thawFormulas())).toEqual({ thawed: 1, kept: [] });
  expect(await contents()).toEqual(before);
});

describe('where Excel refuses to go on half-way', () => {
  const requests = Array.from({ length: 40 }, (_, request) => request);

  test('of freezing, no value changes, and freezing and thawing again leave nothing behind', async () => {
    await writeFormulas();
    const before = await contents();
    const everyFourth = requests.filter(request => request % 4 === 3);
    for (const request of everyFourth) {
      excel.host.faults.inject('busy', { batch: request });
      const { ok } = await freezeFormulas();
      excel.host.faults.clear();
      expect((await contents()).values).toEqual(before.values);
      await freezeFormulas();
      expect(value(await listFrozenFormulas())).toHaveLength(2);
      expect(value(await thawFormulas())).toEqual({ thawed: 2, kept: [] });
      expect(await contents()).toEqual(before);
      expect(excel.book.names).toEqual([]);
      if (ok) return;
    }
    throw new Error('Freezing takes more requests than are tried');
  });

  test('of thawing, thawing again brings back what is left', async () => {
    await writeFormulas();
    const before = await contents();
    for (const request of requests.filter(each => each % 3 === 2)) {
      await freezeFormulas();
      excel.host.faults.inject('busy', { batch: request });
      const { ok } = await thawFormulas();
      excel.host.faults.clear();
      expect((await contents()).values).toEqual(before.values);
      expect(value(await thawFormulas())).toEqual({ thawed: ok ? 0 : 2, kept: [] });
      expect(await contents()).toEqual(before);
      expect(excel.book.sheets.map(sheet => sheet.name)).toEqual(['Sheet1']);
      if (ok) return;
    }
    throw new Error('Thawing takes more requests than are tried');
  });
});

describe('formulas that were entered over several cells with Ctrl+Shift+Enter', () => {
  const aging = '=TIERCEL.AGING({45000;45100},{10;20},45030)';
  const block = { row: 0, column: 3, rowCount: 2, columnCount: 5 };

  test('stay formulas and are named, and all others are frozen and come back', async () => {
    enter(0, 0, '=TIERCEL.DSO(8000,16000,30)');
    excel.book.setArrayFormula(excel.book.activeSheet, block, aging);
    enter(5, 0, '=SUM(D1:H1)+TIERCEL.DSO(8000,16000,30)');
    const before = await contents();
    expect(before.values[1].slice(3, 5)).toEqual([20, 10]);
    const result = value(await freezeFormulas());
    expect(result).toMatchObject({
      frozen: 2,
      skipped: [],
      arrays: [{ sheetName: 'Sheet1', address: 'D1:H2', formula: aging }],
    });
    const meanwhile = await contents();
    expect(meanwhile.values).toEqual(before.values);
    expect(meanwhile.formulas[1][4]).toBe(aging);
    expect(value(await listFrozenFormulas())).toHaveLength(2);
    expect(value(await thawFormulas())).toEqual({ thawed: 2, kept: [] });
    expect(await contents()).toEqual(before);
    expect(excel.book.names).toEqual([]);
  });

  test('and show #NAME?, as after other programs saved the file, are entered again where they began', async () => {
    const spoiled = '=_xldudf_TIERCEL_AGING({45000;45100},{10;20},45030)';
    excel.book.setArrayFormula(excel.book.activeSheet, { ...block, rowCount: 1 }, spoiled);
    enter(0, 0, '=_xldudf_TIERCEL_DSO(8000,16000,30)');
    enter(0, 1, 'kept');
    expect(value(await reenterBrokenFormulas())).toBe(2);
    const { values, formulas } = await contents();
    expect(values).toEqual([[15, 'kept', '', 20, 10, 0, 0, 0]]);
    expect(formulas[0][3]).toBe(aging);
    expect(excel.book.activeSheet.spill(0, 4)?.area).toEqual({ ...block, rowCount: 1 });
  });
});

test('a card is frozen to the text that it shows, though its value is an error, and comes back', async () => {
  const list = '{"Acme";"Baker"},{45000;45001},{45030;45031},{10;20},"",""';
  enter(0, 0, `=TIERCEL.CUSTOMERCARD("Acme",${list},45100)`);
  enter(1, 0, '=TIERCEL.DSO(1,0)');
  await excel.book.idle();
  const shown = excel.book.activeSheet.text(0, 0);
  expect(shown).toContain('Acme');
  expect((await contents()).values).toEqual([['#VALUE!'], ['#DIV/0!']]);

  const frozen = value(await freezeFormulas());
  expect([frozen.frozen, frozen.skipped.map(({ address }) => address)]).toEqual([1, ['A2']]);
  expect((await contents()).values[0]).toEqual([shown]);
  expect(value(await thawFormulas())).toEqual({ thawed: 1, kept: [] });
  await excel.book.idle();
  expect(excel.book.activeSheet.card(0, 0)).not.toBeNull();
});
