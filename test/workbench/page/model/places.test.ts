import { expect, test } from '@jest/globals';
import { parseArea } from '../../../../src/workbench/book/address';
import { createBook } from '../../../../src/workbench/book/book';
import { findPlace } from '../../../../src/workbench/page/model/places';

const area = (address: string) => parseArea(address)!;

/** Data with a table and a name, and the active sheet beside it. */
function bookWithPlaces() {
  const book = createBook();
  const [active, data] = [book.activeSheet, book.addSheet('Data')];
  book.setCells(data, area('B2'), [['Customer'], ['a']], 'addin');
  book.addTable(data, area('B2:B3'), 'Invoices');
  book.addName('Rates', '=Data!$D$1:$D$9');
  return { book, active, data };
}

test('a table, a name and an address are places, whatever their case', () => {
  const { book, active, data } = bookWithPlaces();
  expect(findPlace(book, ' invoices ')).toEqual({ sheet: data, areas: [area('B2:B3')] });
  expect(findPlace(book, 'RATES')).toEqual({ sheet: data, areas: [area('D1:D9')] });
  expect(findPlace(book, 'data!C4')).toEqual({ sheet: data, areas: [area('C4')] });
  expect(findPlace(book, 'A1:B2,D4')).toEqual({ sheet: active, areas: [area('A1:B2'), area('D4')] });
});

test('nothing leads to a hidden sheet, or to what is no place', () => {
  const { book, data } = bookWithPlaces();
  data.visibility = 'Hidden';
  for (const text of ['Invoices', 'Rates', 'Data!C4', 'Elsewhere!A1', 'total', ''])
    expect([text, findPlace(book, text)]).toEqual([text, null]);
});
