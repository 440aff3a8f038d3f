/** Copy, cut, paste and clear at the selection: by keys, and from menus, where there is no clipboard event. */
import type { Workbench } from '../model/workbench';
import { copyText, paste } from './clipboard';
import { clearSelection } from './keyboard';

/** Remembers what is selected as copied. @returns what another program gets of it */
export function copyHere({ cursor, grid }: Workbench, isCut: boolean): string {
  const { sheet, areas } = cursor.current.peek();
  const copied = copyText(sheet, areas[areas.length - 1]);
  grid.copied.value = { sheet, area: copied.area, text: copied.text, isCut };
  return copied.text;
}

/** Pastes at the selection and selects what was pasted. */
export function pasteHere({ books, cursor, grid, attempt }: Workbench, text: string): void {
  const { sheet, areas } = cursor.current.peek();
  attempt(() => {
    const copied = grid.copied.peek();
    const pasted = paste(books.book.peek(), sheet, areas[areas.length - 1], text, copied);
    cursor.selectAreas([pasted]);
    if (copied?.isCut) grid.copied.value = null;
  });
}

/** Empties what is selected. */
export const clearHere = ({ books, cursor, attempt }: Workbench): void =>
  clearSelection({ cursor, attempt, book: () => books.book.peek() });
