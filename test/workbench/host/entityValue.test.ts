import { afterEach, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { saveWorkbook } from '../../../src/workbench/files/saveWorkbook';
import { readEntity } from '../../../src/workbench/host/entityValue';
import { type RunningExcel, startExcel } from '../../excel/harness';

let excel: RunningExcel | undefined;

afterEach(() => excel?.stop());

const customer = (name: string, exposure: number) => ({
  type: 'Entity',
  text: name,
  properties: {
    Name: { type: 'String', basicValue: name },
    Exposure: { type: 'FormattedNumber', basicValue: exposure, numberFormat: '#,##0.00' },
    Tier: 'B',
    Group: { type: 'Entity', text: 'Baker Group', properties: {} },
    Limit: { type: 'Error', basicValue: '#N/A' },
  },
  layouts: {
    compact: { icon: 'Generic' },
    card: {
      title: { property: 'Name' },
      subTitle: { property: 'Tier' },
      sections: [
        { layout: 'List', title: 'Risk', properties: ['Exposure', 'Limit', 'Nothing'] },
        { layout: 'List', title: 'More', properties: ['Group'] },
      ],
    },
  },
  provider: { description: 'Tiercel' },
});

async function start(call: (...args: never[]) => unknown): Promise<RunningExcel> {
  excel = await startExcel({
    functions: {
      namespace: 'T',
      metadata: { functions: [{ id: 'CARD', name: 'CARD', parameters: [] }] },
      implementations: { CARD: call },
    },
  });
  return excel;
}

test('a function’s entity shows its text, has a card, and is text for formulas and files', async () => {
  const { book, host } = await start(() => customer('Baker', 1234.5));
  const sheet = book.activeSheet;
  book.enter(sheet, 0, 0, '=T.CARD()');
  book.enter(sheet, 1, 0, '=A1&"!"');
  await host.idle();
  expect([sheet.value(0, 0), sheet.value(1, 0)]).toEqual(['Baker', 'Baker!']);
  expect(sheet.card(1, 0)).toBeNull();
  expect(sheet.card(0, 0)).toEqual({
    text: 'Baker',
    title: 'Baker',
    subtitle: 'B',
    provider: 'Tiercel',
    sections: [
      {
        title: 'Risk',
        properties: [
          { name: 'Exposure', value: 1234.5, numberFormat: '#,##0.00' },
          { name: 'Limit', value: { error: '#N/A' }, numberFormat: 'General' },
        ],
      },
      { title: 'More', properties: [{ name: 'Group', value: 'Baker Group', numberFormat: 'General' }] },
    ],
  });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await saveWorkbook(book)).buffer as ArrayBuffer);
  expect(workbook.worksheets[0].getCell('A1').result).toBe('Baker');
  book.enter(sheet, 0, 0, 'Baker');
  expect(sheet.card(0, 0)).toBeNull();
});

test('each cell of a spilled list has the card of its own text', async () => {
  const { book, host } = await start(() => [[customer('Baker', 1)], [customer('Cole', 2)], ['plain']]);
  book.enter(book.activeSheet, 0, 0, '=T.CARD()');
  await host.idle();
  const exposures = [0, 1, 2].map(
    row => book.activeSheet.card(row, 0)?.sections[0]?.properties[0]?.value ?? null,
  );
  expect(exposures).toEqual([1, 2, null]);
  expect(book.activeSheet.value(2, 0)).toBe('plain');
});

test('without a layout a card lists all properties; what is no entity has none', () => {
  const { layouts: _, ...plain } = customer('Baker', 5);
  expect(readEntity(plain)?.sections.map(({ properties }) => properties.map(({ name }) => name))).toEqual([
    ['Name', 'Exposure', 'Tier', 'Group', 'Limit'],
  ]);
  for (const value of [null, 5, 'text', {}, { type: 'String', basicValue: 'x' }])
    expect(readEntity(value)).toBeNull();
});
