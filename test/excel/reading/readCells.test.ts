/** Values and formulas of a range, read in parts of the emulated Excel. */
import { readFormulas } from '../../../src/excel/reading/readCells';
import { type RunningExcel, startExcel } from '../harness';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

/** So long a row that two make a part. */
const bytesPerRow = 1_200_000;

async function read(address: string) {
  return Excel.run(async context => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange(address);
    range.load('rowCount,columnCount');
    await context.sync();
    const found = await readFormulas(context, range, bytesPerRow);
    range.load('values,formulas');
    await context.sync();
    return { found, asked: { values: range.values, formulas: range.formulas } };
  });
}

const enter = (rows: readonly (readonly string[])[]) => {
  for (const [row, cells] of rows.entries())
    for (const [column, text] of cells.entries()) excel.book.enter(excel.book.activeSheet, row, column, text);
};

test('what is typed is its own formula', async () => {
  enter([
    ['Score', '12.5'],
    ['TRUE', "'007"],
    ['', '2024-06-30'],
    ['#N/A', '江苏'],
  ]);
  const { found, asked } = await read('A1:B4');
  expect(found).toEqual(asked);
});

test('from the first formula on values are what it comes to, in its own part and in later ones', async () => {
  enter([['Score', '12.5'], ['7', ''], ['8', '=A3+1'], ['9', "'=A3"], ['10', '11'], ['=A5*2', 'x'], ['12']]);
  const { found, asked } = await read('A1:B7');
  expect(found).toEqual(asked);
  expect(found.values[2]).toEqual([8, 9]);
  expect(found.formulas[2]).toEqual([8, '=A3+1']);
  expect(found.values[5]).toEqual([20, 'x']);
});
