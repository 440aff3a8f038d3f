import { beforeEach, describe, expect, test } from '@jest/globals';
import { formatAddress } from '../../../../src/workbench/book/address';
import { pressKey } from '../../../../src/workbench/page/grid/keyboard';
import { keyboardOnBook } from './keyboardOnBook';

let room: ReturnType<typeof keyboardOnBook>;

beforeEach(() => {
  room = keyboardOnBook();
});

/** Presses keys as `Control+Shift+End`. */
function press(...keys: readonly string[]): void {
  for (const key of keys) {
    const parts = key.split('+');
    pressKey(
      {
        name: parts[parts.length - 1],
        isShift: parts.includes('Shift'),
        isControl: parts.includes('Control'),
        isAlt: parts.includes('Alt'),
      },
      room,
    );
  }
}

function type(text: string): void {
  room.entry.begin('enter', 'cell', text);
}

const selected = (): string => room.cursor.current.value.areas.map(area => formatAddress(area)).join(',');
const active = (): string => {
  const { row, column } = room.cursor.current.value.active;
  return formatAddress({ row, column, rowCount: 1, columnCount: 1 });
};

function fill(): void {
  room.book().setCells(
    room.book().activeSheet,
    { row: 0, column: 0, rowCount: 3, columnCount: 2 },
    [
      ['Customer', 'Amount'],
      ['Baker', 100],
      ['Zhou', 200],
    ],
    'user',
  );
}

describe('on the sheet', () => {
  test('arrows move, and with shift draw an area whose active cell stays', () => {
    press('ArrowDown', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown');
    expect(selected()).toBe('B2:C3');
    expect(active()).toBe('B2');
    press('Shift+ArrowLeft', 'Shift+ArrowLeft');
    expect(selected()).toBe('A2:B3');
  });

  test('ctrl and shift go to the end of the data, ctrl and end to its last cell', () => {
    fill();
    press('Control+Shift+ArrowDown', 'Control+Shift+ArrowRight');
    expect(selected()).toBe('A1:B3');
    press('Control+Home', 'Control+End');
    expect(selected()).toBe('B3');
  });

  test('home goes to the first column, or beside what is frozen with ctrl', () => {
    room.book().activeSheet.frozenRows = 1;
    press('ArrowDown', 'ArrowDown', 'ArrowRight', 'Home');
    expect(active()).toBe('A3');
    press('Control+Home');
    expect(active()).toBe('A2');
  });

  test('a page down moves by what is in sight, and shows where it went', () => {
    press('PageDown');
    expect(active()).toBe('A20');
    expect(room.grid.layout.value.rows.bands.map(({ index }) => index)).toContain(19);
    press('PageUp');
    expect(active()).toBe('A1');
  });

  test('space with shift takes the row, with ctrl the column', () => {
    press('ArrowRight', 'Shift+ ');
    expect(selected()).toBe('1:1');
    press('ArrowRight', 'Control+ ');
    expect(selected()).toBe('C:C');
    press('ArrowRight', 'Shift+ArrowDown', 'Shift+ ');
    expect([selected(), active()]).toEqual(['1:2', 'D1']);
    press('ArrowRight', 'Shift+ArrowRight', 'Control+ ');
    expect(selected()).toBe('E:F');
  });

  test('ctrl and A take the block first, then everything', () => {
    fill();
    press('Control+a');
    expect(selected()).toBe('A1:B3');
    press('Control+a');
    expect(selected()).toBe('A:XFD');
  });

  test('delete empties what is selected, and undo brings it back', () => {
    fill();
    press('Control+a', 'Delete');
    expect(room.book().activeSheet.usedArea(true)).toBeNull();
    press('Control+z');
    expect(room.book().activeSheet.value(2, 1)).toBe(200);
    press('Control+y');
    expect(room.book().activeSheet.value(2, 1)).toBeNull();
  });

  test('tab and enter walk inside a selection without changing it', () => {
    press('Shift+ArrowRight', 'Tab');
    expect([selected(), active()]).toEqual(['A1:B1', 'B1']);
    press('Enter');
    expect([selected(), active()]).toEqual(['A1:B1', 'A1']);
  });

  test('letters are left to the browser', () => {
    expect(pressKey({ name: 'x', isShift: false, isControl: false, isAlt: false }, room)).toBe(false);
  });
});

describe('while typing', () => {
  test('enter gives the text to the cell and goes down', () => {
    type('12%');
    expect(room.book().isEditing).toBe(true);
    press('Enter');
    expect(room.book().activeSheet.value(0, 0)).toBe(0.12);
    expect(room.book().isEditing).toBe(false);
    expect(active()).toBe('A2');
  });

  test('a table is filled by tabs, and enter goes back under its first column', () => {
    type('a');
    press('Tab');
    type('b');
    press('Tab');
    type('c');
    press('Enter');
    expect([0, 1, 2].map(column => room.book().activeSheet.value(0, column))).toEqual(['a', 'b', 'c']);
    expect(active()).toBe('A2');
  });

  test('escape forgets it', () => {
    type('x');
    press('Escape');
    expect(room.book().activeSheet.value(0, 0)).toBeNull();
    expect(room.book().isEditing).toBe(false);
  });

  test('an arrow finishes what was typed over, but moves the caret after F2', () => {
    type('5');
    press('ArrowRight');
    expect([room.book().activeSheet.value(0, 0), active()]).toEqual([5, 'B1']);
    press('F2');
    expect(pressKey({ name: 'ArrowRight', isShift: false, isControl: false, isAlt: false }, room)).toBe(
      false,
    );
    expect(room.entry.current.value?.mode).toBe('edit');
  });

  test('in a formula an arrow points at a cell instead', () => {
    press('ArrowRight');
    type('=1+');
    press('ArrowDown', 'ArrowLeft');
    expect(room.entry.current.value?.text).toBe('=1+A2');
    room.entry.change('=1+A2+', 6);
    press('ArrowLeft');
    expect(room.entry.current.value?.text).toBe('=1+A2+A1');
  });

  test('ctrl and enter fill the selection', () => {
    press('Shift+ArrowDown', 'Shift+ArrowRight');
    type('7');
    press('Control+Enter');
    expect(
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ].map(([row, column]) => room.book().activeSheet.value(row, column)),
    ).toEqual([7, 7, 7, 7]);
  });

  test('what a protected sheet refuses stays open to be corrected, and is told', () => {
    room.book().activeSheet.isProtected = true;
    type('5');
    press('Enter');
    expect(room.refused).toEqual(['protectedSheet']);
    expect(room.entry.current.value?.text).toBe('5');
    expect(room.book().isEditing).toBe(true);
    press('Escape');
    press('Delete');
    expect(room.refused).toEqual(['protectedSheet', 'protectedSheet']);
  });
});

test('what the add-in selects becomes the cursor', () => {
  const other = room.book().addSheet('Other');
  room.book().select(other, [{ row: 4, column: 1, rowCount: 2, columnCount: 3 }]);
  expect(room.cursor.current.value.sheet.name).toBe('Other');
  expect([selected(), active()]).toEqual(['B5:D6', 'B5']);
});

describe('formats and filling', () => {
  const sheet = () => room.book().activeSheet;

  test('Ctrl+B, I and U give what is selected the look its active cell has not, in one step', () => {
    type('1');
    press('Enter', 'ArrowUp', 'Shift+ArrowDown', 'Control+b', 'Control+i', 'Control+u');
    expect(sheet().style(1, 0)).toEqual({ bold: true, italic: true, underline: true });
    press('Control+b');
    expect(sheet().style(0, 0)).toEqual({ italic: true, underline: true });
    press('Control+z', 'Control+z', 'Control+z', 'Control+z');
    expect(sheet().style(0, 0)).toEqual({});
  });

  test('Ctrl+R fills to the right, formulas moved along', () => {
    type('=$A2+A3');
    press('Enter', 'ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+r');
    expect([1, 2].map(column => sheet().formula(0, column))).toEqual(['=$A2+B3', '=$A2+C3']);
    press('Control+z');
    expect(sheet().formula(0, 2)).toBeNull();
  });

  test('Tab in the last cell of a table begins another row', () => {
    const book = room.book();
    const place = { row: 0, column: 0, rowCount: 2, columnCount: 2 };
    book.setCells(
      sheet(),
      place,
      [
        ['Name', 'Amount'],
        ['x', 1],
      ],
      'user',
    );
    const table = book.addTable(sheet(), place);
    room.cursor.moveTo({ row: 1, column: 1 });
    press('Tab');
    expect([table.area.rowCount, room.cursor.current.value.active]).toEqual([3, { row: 2, column: 0 }]);
  });
});
