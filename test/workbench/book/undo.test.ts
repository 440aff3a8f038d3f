/**
 * Undo takes back what the user and the add-in did, last things first (Microsoft Learn, "Undo support with the Excel
 * JavaScript API": the actions of both are in the undo stack); what others did stays.
 */
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import type { Book, ChangeSource, Sheet } from '../../../src/workbench/book/types';

const area = (address: string) => parseArea(address)!;
const rule = {
  areas: [area('A1:A9')],
  formula: '=$A1>1',
  stopIfTrue: false,
  format: { fill: '#FF0000' },
};

describe('undo', () => {
  let book: Book;
  let sheet: Sheet;
  beforeEach(() => {
    book = createBook();
    sheet = book.activeSheet;
  });

  it('takes back and repeats what the user typed and what the add-in wrote, newest first', () => {
    book.enter(sheet, 0, 0, '12%');
    book.setCells(sheet, area('C1'), [['addin']], 'addin');
    book.enter(sheet, 0, 0, 'text');
    book.undo();
    expect([sheet.value(0, 0), sheet.value(0, 2)]).toEqual([0.12, 'addin']);
    book.undo();
    expect(sheet.value(0, 2)).toBeNull();
    book.undo();
    expect([sheet.value(0, 0), sheet.style(0, 0), book.canUndo]).toEqual([null, {}, false]);
    book.redo();
    book.redo();
    expect([sheet.text(0, 0), sheet.value(0, 2), book.canRedo]).toEqual(['12%', 'addin', true]);
  });

  it('leaves what somebody else wrote', () => {
    book.enter(sheet, 0, 0, 'mine');
    book.setCells(sheet, area('B1'), [['theirs']], 'remote');
    book.undo();
    expect([sheet.value(0, 0), sheet.value(0, 1)]).toEqual([null, 'theirs']);
    book.undo();
    expect(sheet.value(0, 1)).toBe('theirs');
  });

  it('takes back a whole request: sheet, table, name, rule, link, chart, formats, sizes', () => {
    book.enter(sheet, 0, 0, '=1+1');
    const before = shown(book);
    book.asOneStep(() => {
      const added = book.addSheet('Report');
      book.setCells(
        added,
        area('A1'),
        [
          ['', 'Amount'],
          ['x', 1],
        ],
        'addin',
      );
      book.addTable(added, area('A1:B2'), 'Totals');
      book.addName('Own', '=Report!$A$1');
      book.setCells(sheet, area('B1'), [['=SUM(Totals[Amount])']], 'addin');
      book.addConditionalFormat(sheet, rule);
      book.setHyperlink(sheet, area('A5'), {
        address: 'https://x.test',
        documentReference: '',
        screenTip: '',
      });
      book.addChart(sheet, 'ColumnClustered', { row: 0, column: 4, x: 0, y: 0, width: 9, height: 9 });
      book.setStyle(sheet, area('A1:A3'), { bold: true });
      sheet.columnWidths.set(2, 200);
      sheet.hiddenRows.add(7);
      book.touch(sheet);
      book.renameSheet(sheet, 'Data');
    });
    const after = shown(book);
    expect(sheet.value(0, 1)).toBe(1);
    for (let round = 0; round < 2; round++) {
      book.undo();
      expect(shown(book)).toEqual(before);
      book.redo();
      expect(shown(book)).toEqual(after);
      expect(sheet.value(0, 1)).toBe(1);
    }
  });

  it('gives a deleted table back with its filter, and a renamed one its name in formulas', () => {
    book.setCells(
      sheet,
      area('A1'),
      [
        ['Name', 'Amount'],
        ['x', 1],
      ],
      'addin',
    );
    const table = book.addTable(sheet, area('A1:B2'), 'Sales');
    book.enter(sheet, 0, 4, '=SUM(Sales[Amount])');
    book.asOneStep(() => {
      table.name = 'Turnover';
      book.touch(sheet);
    });
    expect(sheet.formula(0, 4)).toBe('=SUM(Turnover[Amount])');
    book.undo();
    expect([table.name, sheet.formula(0, 4), sheet.value(0, 4)]).toEqual(['Sales', '=SUM(Sales[Amount])', 1]);
    table.filters.set(0, new Set(['x']));
    book.removeTable(sheet, table);
    book.undo();
    expect(sheet.tables).toEqual([table]);
    expect([...table.filters.keys()]).toEqual([0]);
  });

  it('does not step over what Excel cannot take back', () => {
    book.enter(sheet, 0, 0, '1');
    const second = book.addSheet('Second');
    book.deleteSheet(second);
    expect(book.canUndo).toBe(false);
    book.undo();
    expect(sheet.value(0, 0)).toBe(1);
  });

  it('has no step for what changed nothing, or only the view', () => {
    book.asOneStep(() => book.select(sheet, [area('B2')]));
    sheet.showGridlines = false;
    book.asOneStep(() => book.touch(sheet));
    expect(book.canUndo).toBe(false);
  });

  it('tells the add-in of sheets that come and go with it', () => {
    const told: string[] = [];
    book.addSheet('Second');
    book.on(event => {
      if (event.kind === 'sheetAdded' || event.kind === 'sheetDeleted') told.push(event.kind);
    });
    book.activate(book.sheetByName('Second')!);
    book.undo();
    expect(book.activeSheet).toBe(sheet);
    book.redo();
    expect(told).toEqual(['sheetDeleted', 'sheetAdded']);
  });

  it('forgets the oldest steps, not the newest, when they remember too much', () => {
    const rows = Array.from({ length: 200_000 }, () => Array<number>(10).fill(1));
    for (let time = 0; time < 4; time++) book.setCells(sheet, area('A1'), rows, 'addin');
    let steps = 0;
    while (book.canUndo) {
      book.undo();
      steps++;
    }
    expect(steps).toBeGreaterThan(0);
    expect(steps).toBeLessThan(4);
  });

  it('whatever is done, undoing it all gives the beginning and redoing it all the end', () => {
    type Act = (book: Book, sheet: Sheet, at: number, source: ChangeSource) => void;
    const acts: Act[] = [
      (b, s, at, source) => b.setCells(s, area(`A${at + 1}:B${at + 1}`), [[at, `=A${at + 1}*2`]], source),
      (b, s, at) => b.insertRows(s, at, 2),
      (b, s, at) => b.deleteRows(s, at, 1),
      (b, s, at) => b.insertColumns(s, at % 3, 1),
      (b, s, at, source) => b.clear(s, area(`A1:C${at + 1}`), 'all', source),
      (b, s, at) => b.setStyle(s, area(`B${at + 1}:C${at + 2}`), { fill: '#00FF00' }),
      (b, s, at) => void b.addConditionalFormat(s, { ...rule, areas: [area(`A${at + 1}:A${at + 3}`)] }),
      (b, _, at) => void b.addName(`Name_${b.names.length}_${at}`, `=Sheet1!$A$${at + 1}`),
      b => void b.addSheet(),
      (b, s, at, source) => b.sortRows(s, area(`A1:B${at + 2}`), [{ column: 0, isAscending: false }], source),
      (b, s, at) => {
        const free = area(`E${1 + 4 * at}:F${3 + 4 * at}`);
        if (s.tables.every(table => table.area.row + table.area.rowCount < free.row)) b.addTable(s, free);
      },
    ];
    const act = fc.record({
      kind: fc.nat({ max: acts.length - 1 }),
      at: fc.nat({ max: 5 }),
      source: fc.constantFrom<ChangeSource>('user', 'addin'),
    });
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), done => {
        const fresh = createBook();
        const first = fresh.activeSheet;
        fresh.withoutSteps(() =>
          fresh.setCells(
            first,
            area('A1'),
            [
              [3, 4],
              [1, '=A1+1'],
              [2, 5],
            ],
            'user',
          ),
        );
        const beginning = shown(fresh);
        for (const { kind, at, source } of done) {
          fresh.asOneStep(() => acts[kind]!(fresh, first, at, source));
        }
        const end = shown(fresh);
        while (fresh.canUndo) fresh.undo();
        expect(shown(fresh)).toEqual(beginning);
        while (fresh.canRedo) fresh.redo();
        expect(shown(fresh)).toEqual(end);
      }),
      { numRuns: 60 },
    );
  });
});

/** What a workbook shows and says, apart from its view. */
function shown(book: Book): unknown {
  return {
    names: book.names.map(({ name, formula }) => [name, formula]),
    sheets: book.sheets.map(sheet => ({
      name: sheet.name,
      cells: Array.from({ length: 40 }, (_, row) =>
        Array.from({ length: 12 }, (_, column) => [
          sheet.formula(row, column) ?? sheet.value(row, column),
          sheet.value(row, column),
          sheet.style(row, column),
        ]),
      ),
      tables: sheet.tables.map(({ name, area: place }) => [name, place]),
      rules: sheet.conditionalFormats.map(({ formula, areas, priority }) => [formula, areas, priority]),
      charts: sheet.charts.length,
      links: sheet.hyperlinks.length,
      hidden: [...sheet.hiddenRows],
      widths: [...sheet.columnWidths],
    })),
  };
}
