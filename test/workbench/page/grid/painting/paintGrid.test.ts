import { describe, expect, test } from '@jest/globals';
import { parseArea } from '../../../../../src/workbench/book/address';
import { createBook } from '../../../../../src/workbench/book/book';
import type { Area, Book, CellInput } from '../../../../../src/workbench/book/types';
import { createAxis } from '../../../../../src/workbench/page/grid/axis';
import { createLooks } from '../../../../../src/workbench/page/grid/cellLook';
import { createLayout } from '../../../../../src/workbench/page/grid/layout';
import { paintGrid } from '../../../../../src/workbench/page/grid/painting/paintGrid';
import { palettes } from '../../../../../src/workbench/page/grid/palette';

const area = (address: string) => parseArea(address)!;

interface Drawn {
  readonly texts: {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly colour: string;
  }[];
  readonly fills: Fill[];
}

interface Fill {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

/** Draws the active sheet on a canvas that only writes down what it is told. Every letter is 7 wide. */
function draw(book: Book, scroll = { x: 0, y: 0 }, selected: readonly Area[] = [area('A1')]): Drawn {
  const sheet = book.activeSheet;
  const drawn: Drawn = { texts: [], fills: [] };
  const state: Record<string, unknown> = { fillStyle: '' };
  const canvas = {
    measureText: (text: string) => ({ width: text.length * 7 }),
    fillText: (text: string, x: number, y: number) =>
      drawn.texts.push({ text, x, y, colour: String(state.fillStyle) }),
    fillRect: (x: number, y: number, width: number, height: number) =>
      drawn.fills.push({ x, y, width, height, colour: String(state.fillStyle) }),
  };
  const context = new Proxy(state, {
    get: (target, name) => {
      if (name in canvas) return canvas[name as keyof typeof canvas];
      return name in target ? target[String(name)] : () => undefined;
    },
  }) as unknown as CanvasRenderingContext2D;
  const palette = palettes.light;
  const cell = { row: 0, column: 0 };
  paintGrid(context, {
    layout: createLayout({
      rowAxis: createAxis(1_048_576, 20, sheet.rowHeights, sheet.hiddenRows),
      columnAxis: createAxis(16_384, 64, sheet.columnWidths, sheet.hiddenColumns),
      frozenRows: sheet.frozenRows,
      frozenColumns: sheet.frozenColumns,
      scrollX: scroll.x,
      scrollY: scroll.y,
      width: 400,
      height: 222,
    }),
    sheet,
    lookAt: createLooks(book, sheet, palette.paper),
    palette,
    cursor: { sheet, areas: selected, active: cell, anchor: cell, head: cell },
    references: [],
    copied: [],
    filling: null,
    isTyping: false,
    isFocused: true,
    charts: null,
  });
  return drawn;
}

function bookWith(rows: readonly (readonly CellInput[])[]): Book {
  const book = createBook();
  const filled = { row: 0, column: 0, rowCount: rows.length, columnCount: rows[0].length };
  book.setCells(book.activeSheet, filled, rows, 'user');
  return book;
}

const words = ({ texts }: Drawn): string[] => texts.map(({ text }) => text);

describe('the painted sheet', () => {
  test('shows texts at the left, numbers at the right, errors in the middle, each with its format', () => {
    const book = bookWith([['Baker', 0.125, '=1/0']]);
    book.setStyle(book.activeSheet, area('B1'), { numberFormat: '0.0%' });
    const { texts } = draw(book);
    const at = (text: string) => texts.find(each => each.text === text)?.x;
    expect(at('Baker')).toBe(34 + 4);
    expect(at('12.5%')).toBe(34 + 128 - 4);
    expect(at('#DIV/0!')).toBe(34 + 128 + 32);
  });

  test('leaves hidden rows and columns out, with their headers', () => {
    const book = bookWith([
      ['first', 'unseen'],
      ['hidden', 'unseen'],
      ['third', 'unseen'],
    ]);
    book.activeSheet.hiddenRows.add(1);
    book.activeSheet.hiddenColumns.add(1);
    const drawn = words(draw(book));
    expect(drawn).toEqual(expect.arrayContaining(['first', 'third', '1', '3', 'A', 'C']));
    expect(drawn).not.toEqual(expect.arrayContaining(['hidden']));
    for (const word of ['hidden', 'unseen', 'B', '2']) expect(drawn).not.toContain(word);
  });

  test('keeps the frozen header in place when scrolled, and what is behind it out of it', () => {
    const book = bookWith([['Header'], ...Array.from({ length: 60 }, (_, row) => [`row ${row + 2}`])]);
    book.activeSheet.frozenRows = 1;
    const { texts } = draw(book, { x: 0, y: 400 });
    expect(texts.find(({ text }) => text === 'Header')?.y).toBeLessThan(42);
    expect(texts.some(({ text }) => text === 'row 2')).toBe(false);
    expect(texts.find(({ text }) => text === 'row 22')?.y).toBeGreaterThan(42);
  });

  test('draws a merge once, over its whole area', () => {
    const book = bookWith([
      ['Title', '', ''],
      ['', '', ''],
    ]);
    book.setStyle(book.activeSheet, area('A1'), { horizontal: 'center' });
    book.activeSheet.merges.push(area('A1:C1'));
    const title = draw(book).texts.filter(({ text }) => text === 'Title');
    expect(title[title.length - 1]?.x).toBe(34 + 96);
  });

  test('colours cells by the rules that are met, with ink that can be read', () => {
    const book = bookWith([[5], [50]]);
    book.addConditionalFormat(book.activeSheet, {
      areas: [area('A1:A2')],
      formula: '=A1>10',
      stopIfTrue: false,
      format: { fill: '#1F1F1F' },
    });
    const { fills, texts } = draw(book);
    const marked = { x: 33, y: 41, width: 65, height: 21, colour: '#1F1F1F' };
    expect(fills.filter(({ colour }) => colour === '#1F1F1F')).toEqual([marked]);
    expect(texts.find(({ text }) => text === '5')?.colour).toBe('#1B1B1B');
    expect(texts.find(({ text }) => text === '50')?.colour).not.toBe('#1B1B1B');
  });

  test('a number without room becomes shorter or hashes, a text is cut by its neighbour', () => {
    const book = bookWith([
      [1234567890123, 'x'],
      ['a long customer name', 'x'],
      [1234567890123, 'x'],
    ]);
    const third = { row: 2, column: 0, rowCount: 1, columnCount: 1 };
    book.setStyle(book.activeSheet, third, { numberFormat: '0' });
    const drawn = words(draw(book));
    expect(drawn).toContain('1.23E+12');
    expect(drawn).toContain('########');
    expect(drawn).toContain('a long customer name');
  });

  test('a table has its header’s colour and every other row banded', () => {
    const book = bookWith([
      ['Customer', 'Amount'],
      ['Baker', 1],
      ['Zhou', 2],
    ]);
    const table = book.addTable(book.activeSheet, area('A1:B3'));
    table.style = 'TableStyleMedium2';
    const { fills, texts } = draw(book);
    expect(fills.filter(({ colour }) => colour === '#4472C4').length).toBeGreaterThanOrEqual(2);
    expect(fills.filter(({ colour }) => colour === '#DAE3F3')).toHaveLength(2);
    expect(texts.find(({ text }) => text === 'Customer')?.colour).toBe('#FFFFFF');
  });

  test('a text over its empty neighbour hides the gridline between them, and no band or line of a table', () => {
    const book = bookWith([
      ['Factor', 'If missing', ''],
      ['Share', 'shared among the others', ''],
      ['Years', 'shared among the others', ''],
    ]);
    const plain = draw(bookWith([['a text that is too long', '']]));
    const paper = ({ fills }: Drawn) =>
      fills.filter(({ colour, width }) => colour === palettes.light.paper && width === 1);
    expect(paper(plain)).toEqual([
      { x: 34 + 63, y: 22, width: 1, height: 19, colour: palettes.light.paper },
      { x: 34 + 127, y: 22, width: 1, height: 19, colour: palettes.light.paper },
    ]);

    const table = book.addTable(book.activeSheet, area('A1:B3'));
    table.style = 'TableStyleMedium2';
    const erased = paper(draw(book));
    // Row 2 is banded: only the line behind the table is crossed. In row 3 the table's line below stays whole.
    expect(erased.map(({ y, height }) => ({ y, height }))).toEqual([
      { y: 42, height: 19 },
      { y: 62, height: 18 },
      { y: 62, height: 19 },
    ]);
    book.activeSheet.showGridlines = false;
    expect(paper(draw(book))).toEqual([]);
  });

  test('areas scrolled behind the frozen rows do not tint them', () => {
    const book = bookWith([['Header', 'Amount']]);
    book.activeSheet.frozenRows = 1;
    const everySecondRow = Array.from({ length: 100 }, (_, at) => area(`A${2 * at + 2}:C${2 * at + 2}`));
    const tints = ({ fills }: Drawn) => fills.filter(({ colour }) => colour === palettes.light.selection);
    const inSight = tints(draw(book, { x: 0, y: 1000 }, everySecondRow));
    expect(inSight.length).toBeGreaterThan(0);
    expect(inSight.every(({ y }) => y >= 41)).toBe(true);
    const header = tints(draw(book, { x: 0, y: 1000 }, [area('A1:C1')]));
    expect(header).toEqual([{ x: 33, y: 21, width: 193, height: 21, colour: palettes.light.selection }]);
  });

  test('sets texts in from the side they are aligned to, by nine pixels a step', () => {
    const book = bookWith([['Baker', 12, 'middle']]);
    book.setStyle(book.activeSheet, area('A1:C1'), { indent: 2 });
    book.setStyle(book.activeSheet, area('C1'), { horizontal: 'center' });
    const { texts } = draw(book);
    const at = (text: string) => texts.find(each => each.text === text)?.x;
    expect(at('Baker')).toBe(34 + 4 + 18);
    expect(at('12')).toBe(34 + 128 - 4 - 18);
    expect(at('middle')).toBe(34 + 128 + 32);
  });

  describe('borders', () => {
    const red = '#C00000';
    const edge = (style: string) => ({ style, color: red });
    const strokes = (book: Book) => draw(book).fills.filter(({ colour }) => colour === red);

    test('lie on the lines between the cells, as thick as they are', () => {
      const book = bookWith([['', '']]);
      book.setStyle(book.activeSheet, area('B2'), {
        borders: { top: edge('thin'), right: edge('medium'), bottom: edge('thick'), left: edge('double') },
      });
      // B2 begins at 98, 42 and is 64 by 20.
      expect(strokes(book)).toEqual([
        { x: 97, y: 41, width: 65, height: 1, colour: red },
        { x: 161, y: 41, width: 2, height: 21, colour: red },
        { x: 97, y: 60, width: 65, height: 3, colour: red },
        { x: 96, y: 41, width: 1, height: 21, colour: red },
        { x: 98, y: 41, width: 1, height: 21, colour: red },
      ]);
    });

    test('are dashed from end to end, and drawn as thin lines where their style is not known', () => {
      const book = bookWith([['', '']]);
      book.setStyle(book.activeSheet, area('B2'), {
        borders: { top: edge('dashed'), bottom: edge('of a later version') },
      });
      const drawn = strokes(book);
      const top = drawn.filter(({ y }) => y === 41);
      expect(top.slice(0, 2).map(({ x, width }) => [x, width])).toEqual([
        [97, 4],
        [103, 4],
      ]);
      expect(Math.max(...top.map(({ x, width }) => x + width))).toBeLessThanOrEqual(162);
      expect(drawn.filter(({ y }) => y === 61)).toEqual([
        { x: 97, y: 61, width: 65, height: 1, colour: red },
      ]);
    });

    test('go around a merged cell, not through it', () => {
      const book = bookWith([['Title', '', '']]);
      book.activeSheet.merges.push(area('B2:C2'));
      book.setStyle(book.activeSheet, area('B2:C2'), {
        borders: { left: edge('thin'), right: edge('thin') },
      });
      expect(strokes(book).map(({ x }) => x)).toEqual([97, 225]);
    });

    test('of a colour that cannot be seen on their fill are drawn in one that can', () => {
      const book = bookWith([['', '']]);
      book.setStyle(book.activeSheet, area('B2'), {
        fill: '#1F1F1F',
        borders: { top: { style: 'thin', color: '#000000' } },
      });
      const line = draw(book).fills.find(({ y, height, x }) => x === 97 && y === 41 && height === 1);
      expect(line?.colour).toMatch(/^#[0-9A-F]{6}$/);
      expect(line?.colour).not.toBe('#000000');
    });
  });
});
