import { expect, test } from '@jest/globals';
import { formatAddress, parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';

const area = (address: string) => parseArea(address)!;

test('a merged cell is selected with all of its merge, as in Excel; lines stay lines', () => {
  const book = createBook();
  const sheet = book.activeSheet;
  sheet.merges.push(area('A1:D1'), area('D2:D3'));
  const selected = () => book.selection.map(each => formatAddress(each)).join(',');
  expect(selected()).toBe('A1:D1');
  book.select(sheet, [area('F5'), area('B1')]);
  expect(selected()).toBe('F5,A1:D1');
  book.select(sheet, [area('B:B')]);
  expect(selected()).toBe('B:B');
});
