import { createBook } from '../../../src/workbench/book/book';
import type { CellStyle } from '../../../src/workbench/book/types';
import { fittedHeight } from '../../../src/workbench/files/fittedHeight';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';
import { saveWorkbook } from '../../../src/workbench/files/saveWorkbook';

function heightOf(text: string, style: CellStyle, width = 64): number {
  const book = createBook();
  const sheet = book.activeSheet;
  book.setCells(sheet, { row: 0, column: 0, rowCount: 1, columnCount: 1 }, [[text]], 'user');
  sheet.columnWidths.set(0, width);
  return fittedHeight(sheet, 0, 0, style);
}

/** Row heights that Excel gives to Calibri: 14 points 18.75, 16 points 21, 18 points 23.25, 20 points 26.25. */
test.each([
  [14, 18.75],
  [16, 21],
  [18, 23.25],
  [20, 26.25],
])('a font of %i points makes a row of %d', (fontSize, points) => {
  expect(heightOf('Title', { fontSize }) * 0.75).toBe(points);
});

test('a usual row holds usual and smaller fonts, and text that does not wrap', () => {
  expect(heightOf('Title', {})).toBe(0);
  expect(heightOf('Title', { fontSize: 8 })).toBe(0);
  expect(heightOf('a long text that shows across its neighbours', { wrap: false })).toBe(0);
});

test('text that wraps takes lines by the width of its column, and by its own line breaks', () => {
  const wrap = { wrap: true };
  expect(heightOf('short', wrap)).toBe(0);
  expect(heightOf('one\ntwo\nthree', wrap)).toBe(Math.round(3 * 11 * 1.2207 * (96 / 72)) + 2);
  expect(heightOf('many words that wrap here', wrap, 64)).toBeGreaterThan(
    heightOf('many words that wrap here', wrap, 110),
  );
  expect(heightOf('信用期超过等级允许的天数', wrap, 80)).toBeGreaterThan(heightOf('credit terms', wrap, 80));
});

test('no row is higher than Excel makes one', () => {
  expect(heightOf('line\n'.repeat(200), { wrap: true })).toBe(545);
});

test('a saved row has its fitted height, which a user who set none has not set', async () => {
  const book = createBook();
  const sheet = book.activeSheet;
  book.setCells(sheet, { row: 0, column: 0, rowCount: 2, columnCount: 1 }, [['Title'], ['merged']], 'user');
  book.setStyle(sheet, { row: 0, column: 0, rowCount: 1, columnCount: 1 }, { fontSize: 16 });
  const again = createBook();
  const bytes = await saveWorkbook(book);
  await openWorkbook(bytes, 'again.xlsx', again);
  expect(again.activeSheet.rowHeights.size).toBe(0);
});
