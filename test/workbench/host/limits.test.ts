/**
 * What Excel refuses to take: Microsoft Support, "Excel specifications and limits" (32,767 characters in a cell, 8,192 in a
 * formula), "Apply data validation to cells" (255 characters of entries) and Microsoft Learn, Range.Validation (32 characters in
 * a title, 255 in a message); for rules "You may not use unions, intersections, or array constants for … criteria".
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type RunningExcel, startExcel } from '../../excel/harness';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
});

afterEach(() => excel.stop());

/** The code of what Excel refuses, or null where it takes it. */
async function refusal(work: (sheet: Excel.Worksheet) => void): Promise<string | null> {
  try {
    await Excel.run(async context => {
      work(context.workbook.worksheets.getFirst());
      await context.sync();
    });
    return null;
  } catch (error) {
    return (error as OfficeExtension.Error).code;
  }
}

const write = (input: string) => refusal(sheet => (sheet.getRange('A1').values = [[input]]));
const shown = () => excel.book.activeSheet.value(0, 0);

describe('a cell', () => {
  test('takes 32,767 characters and no more', async () => {
    expect(await write('x'.repeat(32_767))).toBeNull();
    expect(shown()).toHaveLength(32_767);
    expect(await write('y'.repeat(32_768))).toBe('InvalidArgument');
    expect(await write(`'${'z'.repeat(32_767)}`)).toBeNull();
    expect(shown()).toBe('z'.repeat(32_767));
  });

  test('takes a formula of 8,192 characters and no more', async () => {
    const formula = (length: number) => `=LEN("${'x'.repeat(length - 8)}")`.slice(0, length);
    const long = `=1${'+1'.repeat(4095)}`;
    expect(long).toHaveLength(8192);
    expect(formula(20)).toHaveLength(20);
    expect(await write(long)).toBeNull();
    expect(shown()).toBe(4096);
    expect(await write(`${long}+1`)).toBe('InvalidArgument');
  });

  test.each(['=SUM(', '=1+', '=A1 B1 +', '=IF(1,2', '="open', '=)'])(
    'takes no formula that is none: %s',
    async text => {
      expect(await write(text)).toBe('InvalidArgument');
      expect(shown()).toBeNull();
    },
  );

  test('of texts takes what looks like one', async () => {
    const at = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
    excel.book.setStyle(excel.book.activeSheet, at, { numberFormat: '@' });
    expect(await write('=SUM(')).toBeNull();
    expect(shown()).toBe('=SUM(');
  });
});

/** Formulas that neither a conditional format nor an entry rule takes. */
const refusedInRules = [
  ['a part of a table', '=SUM(Table1[Amount])>1'],
  ['a constant array', '=OR($A1={1,2})'],
  ['a union', '=SUM(($A1,$B1))>1'],
  ['an intersection', '=SUM($A1:$A9 $A1:$B1)>1'],
  ['what is no formula', '=$A1>'],
] as const;

describe('a conditional format', () => {
  const rule = (formula: string) =>
    refusal(sheet => {
      const format = sheet.getRange('A1:A9').conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = formula;
    });

  test.each(refusedInRules)('takes no formula with %s', async (_what, formula) => {
    expect(await rule(formula)).toBe('InvalidArgument');
  });

  test('takes ranges, other sheets and names', async () => {
    excel.book.addName('Limit', '=Sheet1!$C$1');
    expect(await rule('=AND($A1>Limit,SUM(Sheet1!$A$1:$A$9)>1)')).toBeNull();
  });
});

describe('an entry rule', () => {
  const rule = (source: string) =>
    refusal(sheet => (sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source } }));
  const custom = (formula: string) =>
    refusal(sheet => (sheet.getRange('A1').dataValidation.rule = { custom: { formula } }));

  test.each(refusedInRules)('takes no formula with %s', async (_what, formula) => {
    expect(await custom(formula)).toBe('InvalidArgument');
    expect(await rule(formula)).toBe('InvalidArgument');
  });

  test('lists entries of 255 characters together and no more', async () => {
    expect(await rule('x'.repeat(255))).toBeNull();
    expect(await rule('x'.repeat(256))).toBe('InvalidArgument');
    expect(await rule('=$C$1:$C$9')).toBeNull();
  });

  test('has titles of 32 and messages of 255 characters', async () => {
    const say = (title: string, message: string) =>
      refusal(sheet => {
        const { dataValidation } = sheet.getRange('A1');
        dataValidation.rule = { custom: { formula: '=A1>0' } };
        dataValidation.prompt = { showPrompt: true, title, message };
        dataValidation.errorAlert = { showAlert: true, style: 'Stop', title, message };
      });
    expect(await say('t'.repeat(32), 'm'.repeat(255))).toBeNull();
    expect(await say('t'.repeat(33), '')).toBe('InvalidArgument');
    expect(await say('', 'm'.repeat(256))).toBe('InvalidArgument');
  });
});

test('a header or footer has 255 characters in all its parts together', async () => {
  const header = (left: string, right: string) =>
    refusal(sheet => {
      sheet.pageLayout.headersFooters.defaultForAllPages.leftHeader = left;
      sheet.pageLayout.headersFooters.defaultForAllPages.rightHeader = right;
    });
  expect(await header('l'.repeat(100), 'r'.repeat(100))).toBeNull();
  expect(await header('l'.repeat(130), 'r'.repeat(130))).toBe('InvalidArgument');
});
