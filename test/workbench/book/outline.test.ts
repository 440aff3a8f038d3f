import { beforeEach, describe, expect, test } from '@jest/globals';
import { createBook } from '../../../src/workbench/book/book';
import {
  depthOf,
  fold,
  groupLines,
  groupsOf,
  newOutline,
  type Outline,
  showLevel,
  ungroupLines,
} from '../../../src/workbench/book/outline';
import type { Book, Sheet } from '../../../src/workbench/book/types';

let book: Book;
let sheet: Sheet;

beforeEach(() => {
  book = createBook();
  sheet = book.activeSheet;
  // Rows 2–4 and 6–7 of a block 2–8: subtotals in rows 5 and 8, the total in row 9.
  groupLines(sheet.rowOutline, 1, 7);
  groupLines(sheet.rowOutline, 1, 3);
  groupLines(sheet.rowOutline, 5, 2);
});

const hidden = () => [...sheet.hiddenRows].sort((one, other) => one - other);
const described = (outline: Outline) =>
  groupsOf(outline).map(({ level, from, to, summary }) => `${level}: ${from}–${to} at ${summary}`);
const groupFrom = (from: number, level: number) =>
  groupsOf(sheet.rowOutline).find(group => group.from === from && group.level === level)!;

describe('groups', () => {
  test('are runs of lines as deep as a level, summed up after them or before', () => {
    expect(described(sheet.rowOutline)).toEqual(['1: 1–7 at 8', '2: 1–3 at 4', '2: 5–6 at 7']);
    expect(depthOf(sheet.rowOutline)).toBe(2);
    sheet.rowOutline.isSummaryAfter = false;
    expect(described(sheet.rowOutline)[2]).toBe('2: 5–6 at 4');
    expect([depthOf(newOutline()), groupsOf(newOutline())]).toEqual([0, []]);
  });

  test('go no deeper than seven', () => {
    for (let time = 0; time < 9; time++) groupLines(sheet.rowOutline, 1, 1);
    expect(depthOf(sheet.rowOutline)).toBe(7);
  });

  test('that are folded hide their lines; inner ones stay folded when the outer is unfolded', () => {
    fold(sheet, 'row', groupFrom(1, 2), true);
    expect(hidden()).toEqual([1, 2, 3]);
    fold(sheet, 'row', groupFrom(1, 1), true);
    expect(hidden()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    fold(sheet, 'row', groupFrom(1, 1), false);
    expect(hidden()).toEqual([1, 2, 3]);
  });

  test('show as deep as asked', () => {
    showLevel(sheet, 'row', 1);
    expect(hidden()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    showLevel(sheet, 'row', 2);
    expect(hidden()).toEqual([1, 2, 3, 5, 6]);
    showLevel(sheet, 'row', 3);
    expect(hidden()).toEqual([]);
  });

  test('that are taken apart give their lines back', () => {
    fold(sheet, 'row', groupFrom(1, 2), true);
    ungroupLines(sheet, 'row', 1, 3);
    expect([hidden(), described(sheet.rowOutline)]).toEqual([[], ['1: 1–7 at 8', '2: 5–6 at 7']]);
    ungroupLines(sheet, 'row', 1, 7);
    ungroupLines(sheet, 'row', 1, 7);
    expect([sheet.rowOutline.levels.size, sheet.rowOutline.folded.size]).toEqual([0, 0]);
  });
});

describe('in the book', () => {
  test('groups move with their lines; a line inserted within is of the group', () => {
    fold(sheet, 'row', groupFrom(5, 2), true);
    book.insertRows(sheet, 2, 1);
    expect(described(sheet.rowOutline)).toEqual(['1: 1–8 at 9', '2: 1–4 at 5', '2: 6–7 at 8']);
    expect([...sheet.rowOutline.folded]).toEqual([8]);
    book.undo();
    expect(described(sheet.rowOutline)).toEqual(['1: 1–7 at 8', '2: 1–3 at 4', '2: 5–6 at 7']);
    book.deleteRows(sheet, 0, 2);
    expect(described(sheet.rowOutline)).toEqual(['1: 0–5 at 6', '2: 0–1 at 2', '2: 3–4 at 5']);
    expect(hidden()).toEqual([3, 4]);
    book.undo();
    expect([described(sheet.rowOutline)[0], hidden()]).toEqual(['1: 1–7 at 8', [5, 6]]);
  });

  test('grouping and folding are steps to undo', () => {
    book.asOneStep(() => {
      groupLines(sheet.columnOutline, 1, 2);
      fold(sheet, 'column', groupsOf(sheet.columnOutline)[0], true);
      book.touch(sheet);
    });
    expect([...sheet.hiddenColumns]).toEqual([1, 2]);
    book.undo();
    expect([
      sheet.columnOutline.levels.size,
      sheet.hiddenColumns.size,
      sheet.columnOutline.folded.size,
    ]).toEqual([0, 0, 0]);
    book.redo();
    expect([...sheet.hiddenColumns]).toEqual([1, 2]);
  });
});
