/** What the user calls a place: a table, a name of the workbook, or an address. */
import { parseAddress } from '../../book/address';
import type { Area, Book, Sheet } from '../../book/types';

export interface Place {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

/** The place that a text names; null where it names none, or one on a hidden sheet. */
export function findPlace(book: Book, text: string): Place | null {
  const place = tableNamed(book, text.trim()) ?? placeAt(book, text.trim());
  return place?.sheet.visibility === 'Visible' ? place : null;
}

function tableNamed(book: Book, name: string): Place | null {
  for (const sheet of book.sheets) {
    const table = sheet.tables.find(each => isSameName(each.name, name));
    if (table) return { sheet, areas: [table.area] };
  }
  return null;
}

function placeAt(book: Book, text: string): Place | null {
  const name = book.names.find(each => isSameName(each.name, text));
  const address = parseAddress(name?.formula ?? text);
  if (!address) return null;
  const sheet = address.sheet === null ? book.activeSheet : book.sheetByName(address.sheet);
  return sheet ? { sheet, areas: address.areas } : null;
}

const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
