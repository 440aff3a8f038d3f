/** Names by which Excel itself remembers what of a sheet is printed. */
import { parseAddress } from './address';
import type { Area, Book, DefinedName, Sheet } from './types';

export function printName(
  book: Pick<Book, 'names'>,
  sheet: Sheet,
  name: 'Print_Area' | 'Print_Titles',
): DefinedName | null {
  const wanted = name.toLowerCase();
  return book.names.find(each => each.scope === sheet.id && each.name.toLowerCase() === wanted) ?? null;
}

/** The areas of such a name; none where it refers to cells that are gone. */
export function addressesOf(name: DefinedName | null): readonly Area[] {
  return name ? (parseAddress(name.formula)?.areas ?? []) : [];
}
