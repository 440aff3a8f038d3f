import type { Table } from '../../../../src/workbench/book/types';
import { tableLook } from '../../../../src/workbench/page/grid/tableStyle';

const white = '#FFFFFF';

const tableOf = (style: string, showBandedRows = true): Table => ({
  id: '1',
  name: 'Table1',
  area: { row: 0, column: 0, rowCount: 4, columnCount: 2 },
  style,
  showFilterButton: true,
  showBandedRows,
  totalsRowCount: 0,
  filters: new Map(),
});

const linesOf = (style: string) =>
  [0, 1, 2, 3].map(row => tableLook(tableOf(style, false), row, white).line !== '');

describe('The look of Excel’s table styles', () => {
  test('light styles 1 to 7 have lines under the header and the last row only', () => {
    expect(linesOf('TableStyleLight1')).toEqual([true, false, false, true]);
    expect(linesOf('TableStyleLight7')).toEqual([true, false, false, true]);
  });

  test('the other styles have a line under every row', () => {
    expect(linesOf('TableStyleLight8')).toEqual([true, true, true, true]);
    expect(linesOf('TableStyleMedium2')).toEqual([true, true, true, true]);
  });

  test('bands of the first light style are the light grey that Excel gives them, and only where they are on', () => {
    const fills = (isBanded: boolean) =>
      [1, 2, 3].map(row => tableLook(tableOf('TableStyleLight1', isBanded), row, white).fill);
    expect(fills(true)).toEqual(['#D9D9D9', '', '#D9D9D9']);
    expect(fills(false)).toEqual(['', '', '']);
  });
});
