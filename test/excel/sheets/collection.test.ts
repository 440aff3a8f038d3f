/** The collection log and letters on sheets of ours, through unmodified Office.js. */

import { clearAdditions, findAdditions } from '../../../src/excel/share/additions';
import {
  addToCollectionLog,
  collectionKey,
  type LogWords,
  readCollectionLog,
} from '../../../src/excel/sheets/collection';
import {
  openLetterSheet,
  printLetters,
  readLetterSheet,
  removePrintedLetters,
} from '../../../src/excel/sheets/letters';
import { takeBackRecords } from '../../../src/excel/sheets/records';
import { type LogEntry, logColumns, logRows, readLog } from '../../../src/risk/collection/collectionLog';
import {
  letterColumns,
  readLetterTable,
  readSender,
  senderColumns,
} from '../../../src/risk/collection/letterTable';
import { ownHeaders } from '../../../src/risk/ownTable';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { type RunningExcel, startExcel, value } from '../harness';

let excel: RunningExcel;
beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

const { steps } = defaultPolicy;
const words: LogWords = {
  sheetTitle: 'Tiercel Collection',
  lead: 'One row an action.',
  headers: ownHeaders(logColumns, 'en'),
};
const entry = (more: Partial<LogEntry>): LogEntry => ({
  day: 45_000,
  customer: 'Acme',
  customerNumber: '',
  step: 'mail',
  channel: 'mail',
  amount: 100,
  promiseDay: Number.NaN,
  promisedAmount: Number.NaN,
  note: '',
  by: '',
  ...more,
});

const add = async (...entries: LogEntry[]) => value(await addToCollectionLog(logRows(entries), words));
const log = async () => readLog(value(await readCollectionLog()) ?? [], 1900, steps);
const onSheet = (name: string, work: (sheet: Excel.Worksheet) => void): Promise<void> =>
  Excel.run(async context => {
    work(context.workbook.worksheets.getItem(name));
    await context.sync();
  });

describe('the collection log', () => {
  test('is begun with its first entry and read back as it was written, texts as texts', async () => {
    expect(value(await readCollectionLog())).toBeNull();
    const tricky = [
      entry({ customer: '=1+1', customerNumber: '0012', note: '1-2', by: '@me' }),
      entry({ day: 45_001, customer: '江苏宏达', step: 'phone', promiseDay: 45_010, promisedAmount: 99.5 }),
    ];
    await add(...tricky);
    expect(await log()).toEqual(tricky);
    expect(excel.book.sheets.map(sheet => sheet.name)).toEqual(['Sheet1', 'Tiercel Collection']);
    expect(excel.book.activeSheet.name).toBe('Sheet1');
  });

  test('grows at its end; what stands there is never rewritten', async () => {
    await add(entry({ note: 'first' }));
    await onSheet('Tiercel Collection', sheet => {
      sheet.getRange('I5').values = [['corrected by hand']];
    });
    await add(entry({ day: 44_000, note: 'second' }), entry({ note: 'third' }));
    expect((await log()).map(({ note }) => note)).toEqual(['second', 'corrected by hand', 'third']);
    expect(
      value(await readCollectionLog())!
        .slice(4)
        .map(row => row[8]),
    ).toEqual(['corrected by hand', 'second', 'third']);
  });

  test('one that is too long for an answer of Excel is read in parts', async () => {
    const many = Array.from({ length: 40 }, (_, index) => entry({ day: 45_000 + index }));
    await add(...many);
    // The first question for the cells is the fourth request: marks, their places, and how far the sheet is filled come before.
    excel.host.faults.inject('responseTooLarge', { batch: 3, times: 2 });
    expect(await log()).toHaveLength(many.length);
  });

  test('columns that were renamed, moved or deleted by hand are found by their headers', async () => {
    await add(entry({ note: 'first' }));
    await onSheet('Tiercel Collection', sheet => {
      // Customer and customer number trade places, By is a column of the user's own by now.
      sheet.getRange('B4:C5').values = [
        ['客户编号', '客户'],
        ['', 'Acme'],
      ];
      sheet.getRange('J4').values = [['Mood']];
    });
    await add(entry({ customer: 'Beta', customerNumber: 'B-7', by: 'Wang' }));
    expect((await log()).map(({ customer, customerNumber, by }) => [customer, customerNumber, by])).toEqual([
      ['Acme', '', ''],
      ['Beta', 'B-7', ''],
    ]);
  });

  test('without its headers it is not written to', async () => {
    await add(entry({}));
    await onSheet('Tiercel Collection', sheet => {
      sheet.getRange('B4').values = [['Someone']];
    });
    const refused = await addToCollectionLog(logRows([entry({})]), words);
    expect(!refused.ok && refused.problem.key).toBe('recordsUnreadable');
    expect(value(await readCollectionLog())!.length).toBe(5);
  });

  test('that an earlier version began, or somebody turned into cells, is gone on with', async () => {
    await add(entry({ note: 'first' }));
    await onSheet('Tiercel Collection', sheet => {
      sheet.tables.getItem('Tiercel_Collection').name = 'TiercelCollection';
    });
    await add(entry({ note: 'second' }));
    await onSheet('Tiercel Collection', sheet => sheet.tables.getItem('TiercelCollection').convertToRange());
    const third = await add(entry({ note: 'third' }));
    expect((await log()).map(({ note }) => note)).toEqual(['first', 'second', 'third']);
    expect(value(await takeBackRecords(third))).toBe(true);
    expect((await log()).map(({ note }) => note)).toEqual(['first', 'second']);
  });

  test('what was added last is taken back, and the next entry takes its place', async () => {
    const first = await add(entry({ note: 'first' }));
    const second = await add(entry({ note: 'second' }), entry({ note: 'third' }));
    expect(value(await takeBackRecords(first))).toBe(false);
    expect(value(await takeBackRecords(second))).toBe(true);
    expect((await log()).map(({ note }) => note)).toEqual(['first']);
    expect(value(await takeBackRecords(first))).toBe(true);
    expect(await log()).toEqual([]);
    await add(entry({ note: 'again' }));
    expect(
      value(await readCollectionLog())!
        .slice(4)
        .map(row => row[8]),
    ).toEqual(['again']);
  });

  test('what somebody changed since is not taken back', async () => {
    const added = await add(entry({ note: 'first' }));
    await onSheet('Tiercel Collection', sheet => {
      sheet.getRange('I5').values = [['changed']];
    });
    expect(value(await takeBackRecords(added))).toBe(false);
    expect((await log()).map(({ note }) => note)).toEqual(['changed']);
  });

  test('stays when Tiercel is cleared, unless it is chosen', async () => {
    await add(entry({}));
    await clearAdditions({ includePolicy: true });
    expect((await log()).length).toBe(1);
    expect(value(await findAdditions()).sheets.map(({ key }) => key)).toEqual([collectionKey]);
    await clearAdditions({ includePolicy: true, sheetKeys: [collectionKey] });
    expect(excel.book.sheets.map(sheet => sheet.name)).toEqual(['Sheet1']);
  });
});

describe('letters', () => {
  const seed = {
    sheetTitle: 'Tiercel Letters',
    notes: ['Edit them here.'],
    sender: [ownHeaders(senderColumns, 'en'), ['Company', ''], ['Phone', '']],
    letters: [
      ownHeaders(letterColumns, 'en'),
      ['mail', 'en', 'Overdue', '{date}\n=Pay {amount}\n{invoices}', 7],
    ],
  };

  test('are seeded once into cells, edited there, and read back', async () => {
    expect(value(await readLetterSheet())).toBeNull();
    value(await openLetterSheet(seed));
    expect(excel.book.activeSheet.name).toBe('Tiercel Letters');
    await onSheet('Tiercel Letters', sheet => {
      sheet.getRange('B5').values = [['明达贸易']];
    });
    value(await openLetterSheet({ ...seed, letters: [] }));
    const cells = value(await readLetterSheet())!;
    expect(readSender(cells).ourCompany).toBe('明达贸易');
    expect(readLetterTable(cells, steps)).toEqual({
      forms: [
        {
          step: 'mail',
          language: 'en',
          subject: 'Overdue',
          text: '{date}\n=Pay {amount}\n{invoices}',
          payWithin: 7,
        },
      ],
      problems: [],
    });
  });

  test('are laid out on A4, a page each; the next ones take their place', async () => {
    const look = {
      sheetTitle: 'Tiercel Letters to print',
      formats: ['@', 'yyyy-mm-dd', 'yyyy-mm-dd', '0', '#,##0.00'],
      rightColumns: [1, 2, 3, 4],
      footer: '&P',
    };
    const letter = (name: string) => ({
      lines: [
        { kind: 'heading' as const, text: name },
        { kind: 'text' as const, text: '=SUM(A1)' },
        { kind: 'header' as const, cells: ['No.', 'Invoiced', 'Due', 'Days', 'Amount'] },
        { kind: 'row' as const, cells: ['1-2', 45_000, 45_030, 31, 12.5] },
        { kind: 'total' as const, cells: ['Total', '', '', '', 12.5] },
      ],
    });
    expect(value(await printLetters([letter('Acme'), letter('Beta'), letter('Gamma')], look)).isNew).toBe(
      true,
    );
    const sheet = excel.book.activeSheet;
    expect(sheet.name).toBe('Tiercel Letters to print');
    expect(sheet.pageLayout.paperSize).toBe(9);
    expect(sheet.pageLayout.rowBreaks).toEqual([5, 10]);
    // "Page 2 of 3" would tell Beta that it is one of three.
    expect(sheet.pageLayout.headersFooters.centerFooter).toBe('');
    const shown = await Excel.run(async context => {
      const used = context.workbook.worksheets.getActiveWorksheet().getUsedRange().load('values,formulas');
      await context.sync();
      return used;
    });
    expect(shown.values[3]).toEqual(['1-2', 45_000, 45_030, 31, 12.5]);
    expect(shown.values[1][0]).toBe('=SUM(A1)');
    expect(shown.values.length).toBe(15);

    expect(value(await printLetters([letter('Delta')], look)).isNew).toBe(false);
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Tiercel Letters to print']);
    expect(sheet.pageLayout.rowBreaks).toEqual([]);
    expect(sheet.pageLayout.headersFooters.centerFooter).toBe('&P');
    expect(sheet.usedArea(true)?.rowCount).toBe(5);

    const [ledger] = excel.book.sheets;
    const other = excel.book.addSheet('Between');
    value(await removePrintedLetters(ledger.id));
    expect(excel.book.sheets).toEqual([ledger, other]);
    expect(excel.book.activeSheet).toBe(ledger);
    value(await removePrintedLetters('gone'));
  });
});
