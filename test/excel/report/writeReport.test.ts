/** The report in the emulated Excel: its formulas calculated, its tables and charts refreshed in place. */
import { removeReport, writeReport } from '../../../src/excel/report/writeReport';
import type { ReportSheet, ReportTable } from '../../../src/risk/report/reportSheet';
import { setFilter } from '../../../src/workbench/book/tableFilter';
import type { Sheet } from '../../../src/workbench/book/types';
import { ledgerRows } from '../../smallLedger';
import { type RunningExcel, startExcel, value } from '../harness';
import { fingerprint, writeLedger } from '../ledger';
import { type ReportOf, reportOf } from './source';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
  writeLedger(excel.book);
});
afterEach(() => excel.stop());

const write = (reports: readonly ReportSheet[], signal = new AbortController().signal) =>
  writeReport(reports, { page: 'Page &P of &N' }, () => {}, signal);
const report = async (of?: ReportOf) => value(await write(reportOf(of)));

const sheetNamed = (name: string): Sheet => excel.book.sheets.find(sheet => sheet.name === name)!;
const tableNamed = (name: string) => {
  for (const sheet of excel.book.sheets) {
    const table = sheet.tables.find(each => each.name === name);
    if (table) return { sheet, ...table };
  }
  throw new Error(`There is no table ${name}`);
};
/** The values of a table's body. */
function bodyOf(name: string): unknown[][] {
  const { sheet, area } = tableNamed(name);
  return Array.from({ length: area.rowCount - 1 }, (_, row) =>
    Array.from({ length: area.columnCount }, (_, column) =>
      sheet.value(area.row + 1 + row, area.column + column),
    ),
  );
}

test('every sheet is added once, behind the others, and the sheet in front stays in front', async () => {
  const { added, refreshed, sheetNames } = await report();
  expect(added).toEqual(['summary', 'ageing', 'tiers', 'concentration', 'trend', 'breaches', 'allowance']);
  expect(refreshed).toEqual([]);
  expect(excel.book.sheets.map(({ name }) => name)).toEqual(['Sheet1', ...sheetNames]);
  expect(excel.book.activeSheet.name).toBe('Sheet1');
});

test('every total agrees with the ledger, by formulas', async () => {
  await report();
  const checks = bodyOf('TiercelReportChecks');
  expect(checks).toHaveLength(8);
  expect(checks.map(([name, , , , result]) => [name, result])).toEqual(
    checks.map(([name]) => [name, 'agrees']),
  );
  // Open: 500 + 8,000 + 2,000 + 4,000 + 700 − 200 of a sheet that adds up to 16,000, of which 1,000 is settled.
  expect(bodyOf('TiercelReportReconciliation').map(([, amount]) => amount)).toEqual([
    16000, 0, 0, 0, -1000, 0, 15000,
  ]);
  expect(bodyOf('TiercelReportAgeing')).toEqual([
    ['Beta Co', 0, 2000, 0, 0, 8000, 0, 10000],
    ['江苏宏达机械有限公司', 4000, 0, 0, 0, 0, 0, 4000],
    ['Acme Ltd', 0, 500, 0, 0, 0, 0, 500],
    ['Gamma Inc', 700, 0, 0, 0, 0, -200, 500],
  ]);
});

test('customer numbers stand beside the names as they are written, and totals and chart go by the amounts', async () => {
  const numbers = { 'Acme Ltd': '00123', 'Beta Co': 1001, 江苏宏达机械有限公司: '=1+1' };
  await report();
  await report({ numbers });
  expect(bodyOf('TiercelReportAgeing')).toEqual([
    ['Beta Co', '1001', 0, 2000, 0, 0, 8000, 0, 10000],
    ['江苏宏达机械有限公司', '=1+1', 4000, 0, 0, 0, 0, 0, 4000],
    ['Acme Ltd', '00123', 0, 500, 0, 0, 0, 0, 500],
    ['Gamma Inc', null, 700, 0, 0, 0, 0, -200, 500],
  ]);
  const { sheet, area } = tableNamed('TiercelReportAgeing');
  expect(sheet.value(area.row, area.column + 1)).toBe('Customer number');
  expect(bodyOf('TiercelReportBreaches').find(([, , name]) => name === 'Beta Co')?.[3]).toBe('1001');
  expect(bodyOf('TiercelReportChecks').map(row => row[4])).toEqual(Array(8).fill('agrees'));
  const [drawn, label] = [sheet.charts[0].series.map(({ values }) => values), /\$C\$\d+/];
  expect(drawn).toHaveLength(5);
  expect(drawn[0]).toMatch(label);

  await report();
  expect(bodyOf('TiercelReportAgeing')[2]).toEqual(['Acme Ltd', 0, 500, 0, 0, 0, 0, 500]);
  expect(bodyOf('TiercelReportChecks').map(row => row[4])).toEqual(Array(8).fill('agrees'));
});

test('no cell of the report shows an error', async () => {
  await report();
  for (const sheet of excel.book.sheets) {
    const used = sheet.usedArea(true)!;
    for (let row = 0; row < used.row + used.rowCount; row += 1) {
      for (let column = 0; column < used.column + used.columnCount; column += 1) {
        expect([sheet.name, row, column, sheet.text(row, column)]).not.toEqual([
          sheet.name,
          row,
          column,
          expect.stringMatching(/^#[A-Z/0]+[!?]?$|^#N\/A$/),
        ]);
      }
    }
  }
});

test('the allowance follows its buckets, and the entry what the user filled in', async () => {
  await report();
  const { sheet, area } = tableNamed('TiercelReportEntry');
  const required = bodyOf('TiercelReportEntry')[0][1] as number;
  const losses = bodyOf('TiercelReportAllowance').map(([, amount, rate, loss]) => {
    expect(loss).toBe(Math.round((amount as number) * (rate as number) * 100) / 100);
    return loss as number;
  });
  expect(required).toBeCloseTo(
    losses.reduce((sum, loss) => sum + loss, 0),
    2,
  );

  excel.book.enter(sheet, area.row + 2, area.column + 1, String(required + 40));
  const [debit, credit] = bodyOf('TiercelReportJournal');
  // More is booked than required: the allowance is released.
  expect(debit).toEqual(['Dr', 'Allowance for doubtful accounts', '坏账准备', 40, null]);
  expect(credit).toEqual(['Cr', 'Credit impairment loss', '信用减值损失', null, 40]);

  await report();
  expect(bodyOf('TiercelReportEntry')[1][1]).toBe(required + 40);
});

// 账龄分析法, as textbooks of Chinese accounting book it: 坏账准备 required 4,970, already 1,530 in credit.
test('the ageing method books 3,440 where 4,970 is required and 1,530 stands in credit', async () => {
  await report();
  const { sheet, area } = tableNamed('TiercelReportEntry');
  const enter = (line: number, amount: number) =>
    excel.book.enter(sheet, area.row + 1 + line, area.column + 1, String(amount));
  enter(0, 4_970);
  enter(1, 1_530);
  expect(bodyOf('TiercelReportJournal')).toEqual([
    ['Dr', 'Credit impairment loss', '信用减值损失', 3_440, null],
    ['Cr', 'Allowance for doubtful accounts', '坏账准备', null, 3_440],
  ]);
  // Had it stood in debit, the entry would be of both.
  enter(1, -1_530);
  expect(bodyOf('TiercelReportJournal')[0][3]).toBe(6_500);
});

test('a refresh writes the same into the same cells', async () => {
  await report();
  const before = fingerprint(excel.book);
  const { added, refreshed } = await report();
  expect([added.length, refreshed.length]).toEqual([0, 7]);
  expect(fingerprint(excel.book)).toBe(before);
  for (const sheet of excel.book.sheets) expect(sheet.charts.length).toBeLessThan(2);
});

test('notes beside and below a table that grows and shrinks stay, and the chart follows', async () => {
  await report();
  const { sheet, area } = tableNamed('TiercelReportAgeing');
  const [chart] = sheet.charts;
  expect(chart.series.map(({ name }) => name)).toHaveLength(5);
  excel.book.enter(sheet, area.row + area.rowCount + 1, 0, 'Ask Beta about May');
  excel.book.enter(sheet, area.row + 1, area.columnCount + 1, 'called on Monday');
  const more = Array.from({ length: 30 }, (_, index) => [
    `New ${index}`,
    `N-${index}`,
    45400,
    45430,
    100 + index,
    '',
    5000,
  ]);
  await report({ rows: [...ledgerRows, ...more] });
  const grown = tableNamed('TiercelReportAgeing');
  expect(grown.area.rowCount).toBe(35);
  expect(sheet.value(grown.area.row + grown.area.rowCount + 1, 0)).toBe('Ask Beta about May');
  expect(sheet.value(grown.area.row + 1, grown.area.columnCount + 1)).toBe('called on Monday');
  expect(sheet.charts).toHaveLength(1);
  expect(tableNamed('TiercelReportLargest').area.rowCount).toBe(17);
  expect(bodyOf('TiercelReportChecks').every(row => row[4] === 'agrees')).toBe(true);

  await report();
  expect(bodyOf('TiercelReportAgeing')).toHaveLength(4);
  expect(bodyOf('TiercelReportChecks').every(row => row[4] === 'agrees')).toBe(true);
});

test('a note typed right below a table, which Excel takes into the table, is not written over', async () => {
  await report();
  const { sheet, area } = tableNamed('TiercelReportAgeing');
  excel.book.enter(sheet, area.row + area.rowCount, 0, 'Checked by Li');
  expect(tableNamed('TiercelReportAgeing').area.rowCount).toBe(area.rowCount + 1);
  await report({ rows: [...ledgerRows, ['Delta', 'D-1', 45400, 45430, 100, '', 0]] });
  const { area: grown } = tableNamed('TiercelReportAgeing');
  expect(grown.rowCount).toBe(area.rowCount + 1);
  expect(sheet.value(grown.row + grown.rowCount, 0)).toBe('Checked by Li');
  expect(bodyOf('TiercelReportChecks').every(row => row[4] === 'agrees')).toBe(true);
});

describe('the line that says of which day the figures are', () => {
  const ageing = () => sheetNamed('Report Ageing');
  const isDay = (cell: unknown) => /^As of/.test(String(cell));
  const days = () => {
    const { row, rowCount } = ageing().usedArea(true)!;
    return Array.from({ length: row + rowCount }, (_, at) => ageing().value(at, 0)).filter(isDay);
  };

  test.each([
    ['stands below rows that were inserted', () => excel.book.insertRows(ageing(), 0, 3, 'user')],
    ['lost its title', () => excel.book.deleteRows(ageing(), 0, 1, 'user')],
  ])('is told again where it %s', async (_, change) => {
    await report();
    change();
    await report({ subtitle: 'As of another day' });
    expect(days()).toEqual(['As of another day']);
  });

  test('is told nowhere else where somebody deleted it', async () => {
    await report();
    excel.book.deleteRows(ageing(), 1, 1, 'user');
    const before = ageing().value(1, 0);
    await report({ subtitle: 'As of another day' });
    expect(days()).toEqual([]);
    expect(ageing().value(1, 0)).toBe(before);
    expect(ageing().pageLayout.headersFooters).toMatchObject({ rightHeader: 'As of another day' });
  });
});

test('tables that somebody made plain cells of come back below all else, each by itself', async () => {
  await report();
  const ageing = sheetNamed('Report Ageing');
  const bottom = ageing.usedArea(true)!.rowCount;
  const names = ageing.tables.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(1);
  for (const table of [...ageing.tables]) excel.book.removeTable(ageing, table);
  const plain = ageing.value(bottom - 1, 0);
  await report();
  expect(ageing.tables.map(({ name }) => name)).toEqual(names);
  for (const { area } of ageing.tables) expect(area.row).toBeGreaterThan(bottom);
  expect(ageing.value(bottom - 1, 0)).toBe(plain);
});

test('a report that is cancelled or refused leaves the workbook as it was, with what the user filtered', async () => {
  const before = fingerprint(excel.book);
  const stopped = AbortSignal.abort();
  expect(await write(reportOf(), stopped)).toMatchObject({ ok: false, problem: { key: 'cancelled' } });
  expect(fingerprint(excel.book)).toBe(before);

  await report();
  const { sheet } = tableNamed('TiercelReportAgeing');
  const table = sheet.tables.find(({ name }) => name === 'TiercelReportAgeing')!;
  setFilter(sheet, table, table.area.column, new Set(['Beta Co']));
  const [filtered, hidden] = [[...table.filters], [...sheet.hiddenRows]];
  const made = bodyOf('TiercelReportAgeing');
  const whole = fingerprint(excel.book);
  const many = Array.from({ length: 6000 }, (_, index) => [
    `C ${index}`,
    `N-${index}`,
    45400,
    45430,
    100,
    '',
    0,
  ]);
  const controller = new AbortController();
  const refused = await writeReport(
    reportOf({ rows: many, chosen: ['ageing', 'breaches'] }),
    { page: '&P' },
    () => controller.abort(),
    controller.signal,
  );
  expect(refused).toMatchObject({ ok: false, problem: { key: 'cancelled' } });
  expect(bodyOf('TiercelReportAgeing')).toEqual(made);
  expect([...table.filters]).toEqual(filtered);
  expect([...sheet.hiddenRows]).toEqual(hidden);
  expect(fingerprint(excel.book)).toBe(whole);
});

describe('tables of many rows', () => {
  const many = (from: number) =>
    Array.from({ length: 1500 }, (_, index) => [
      // Every third owes since long: several rules measure them differently.
      index % 300 === 7 ? `=C ${from + index}` : `C ${from + index}`,
      `N-${index}`,
      index % 3 === 0 ? 44900 : 45400,
      index % 3 === 0 ? 44930 : 45430,
      100 + index,
      '',
      index % 2 === 0 ? 50 : 5000,
    ]);
  const lists = ['ageing', 'breaches'] as const;
  /** Ended once the first cells were written over. */
  async function refreshAndCancel(): Promise<void> {
    const controller = new AbortController();
    const refused = await writeReport(
      reportOf({ rows: many(5000), chosen: lists }),
      { page: '&P' },
      () => controller.abort(),
      controller.signal,
    );
    expect(refused).toMatchObject({ ok: false, problem: { key: 'cancelled' } });
  }
  const cellsOf = (name: string) => {
    const { sheet, area } = tableNamed(name);
    return Array.from({ length: area.rowCount }, (_, row) =>
      Array.from({ length: area.columnCount }, (_, column) => {
        const [at, across] = [area.row + row, area.column + column];
        return [sheet.value(at, across), sheet.formula(at, across), sheet.style(at, across).numberFormat];
      }),
    );
  };
  const held = () => lists.map(id => cellsOf(`TiercelReport${id[0].toUpperCase()}${id.slice(1)}`));

  test('each breach has the format of what its rule measures', async () => {
    await report({ rows: many(0), chosen: lists });
    const { sheet, area } = tableNamed('TiercelReportBreaches');
    const source = reportOf({ rows: many(0), chosen: lists });
    const [table] = source.flatMap(({ blocks }) =>
      blocks.filter(block => block.kind === 'table' && block.name === 'TiercelReportBreaches'),
    ) as ReportTable[];
    expect(table.rowCount).toBeGreaterThan(1500);
    const formats = (column: number) =>
      Array.from(
        { length: table.rowCount },
        (_, row) => sheet.style(area.row + 1 + row, column).numberFormat ?? 'General',
      );
    const byRow = table.formatRuns!.flatMap(({ count, format }) => Array<string>(count).fill(format));
    expect(new Set(byRow).size).toBeGreaterThan(1);
    for (const [column, { format, isNumber }] of table.columns.entries())
      expect(formats(area.column + column)).toEqual(isNumber ? byRow : byRow.map(() => format));
  });

  test('get their cells and formats back where a refresh is cancelled', async () => {
    await report({ rows: many(0), chosen: lists });
    const { sheet, area } = tableNamed('TiercelReportAgeing');
    // What the user did to them: a formula, a number that is a text, and no decimals in one column.
    excel.book.enter(sheet, area.row + 1200, 1, '=1+1');
    excel.book.enter(sheet, area.row + 1201, 1, "'=1+1");
    excel.book.enter(sheet, area.row + 1202, 1, "'007");
    const column = { row: area.row + 1, column: 2, rowCount: area.rowCount - 1, columnCount: 1 };
    excel.book.setStyle(sheet, column, { numberFormat: '#,##0' });
    const before = held();
    await refreshAndCancel();
    expect(held()).toEqual(before);
  });

  test('get each format back where the user gave them a column of their own', async () => {
    await report({ rows: many(0), chosen: lists });
    const { sheet, area } = tableNamed('TiercelReportAgeing');
    excel.book.enter(sheet, area.row, area.column + area.columnCount, 'Called');
    expect(tableNamed('TiercelReportAgeing').area.columnCount).toBe(area.columnCount + 1);
    const called = {
      row: area.row + 900,
      column: area.column + area.columnCount,
      rowCount: 1,
      columnCount: 1,
    };
    excel.book.enter(sheet, called.row, called.column, '45400');
    excel.book.setStyle(sheet, called, { numberFormat: 'yyyy-mm-dd' });
    const before = held();
    await refreshAndCancel();
    expect(held()).toEqual(before);
  });
});

test('a refresh shows every row again that a filter of the user hid', async () => {
  await report();
  const { sheet } = tableNamed('TiercelReportAgeing');
  const table = sheet.tables.find(({ name }) => name === 'TiercelReportAgeing')!;
  setFilter(sheet, table, table.area.column, new Set(['Beta Co']));
  expect(sheet.hiddenRows.size).toBe(1);
  await report({ rows: ledgerRows.filter(([customer]) => customer !== 'Beta Co') });
  expect(sheet.hiddenRows.size).toBe(0);
  expect(table.filters.size).toBe(0);
  expect(bodyOf('TiercelReportChecks').every(row => row[4] === 'agrees')).toBe(true);
});

test('a name that looks like a formula stays a name', async () => {
  await report({
    rows: [
      ['=HYPERLINK("x")', 'I-1', 45400, 45430, 100, '', 0],
      ['1-2', 'I-2', 45400, 45430, 50, '', 0],
    ],
  });
  expect(bodyOf('TiercelReportAgeing').map(([name]) => name)).toEqual(['=HYPERLINK("x")', '1-2']);
  const { sheet, area } = tableNamed('TiercelReportAgeing');
  expect(sheet.formula(area.row + 1, 0)).toBeNull();
});

test('is set up for A4 with titles on every page', async () => {
  await report();
  const { pageLayout } = sheetNamed('Report Ageing');
  expect([pageLayout.orientation, pageLayout.horizontalFitToPages]).toEqual(['Landscape', 1]);
  expect(pageLayout.headersFooters).toMatchObject({ leftFooter: '&A', rightFooter: 'Page &P of &N' });
});

test('a table that goes over to the next page has its header there, and what only a chart draws is not printed', async () => {
  await report();
  const { sheet, area } = tableNamed('TiercelReportShares');
  const printed = (name: string) =>
    excel.book.names.find(each => each.name === name && each.scope === sheet.id)?.formula;
  const lastRow = area.row + area.rowCount;
  expect(printed('Print_Area')).toBe(`='${sheet.name}'!$A$1:$E$${lastRow}`);
  expect(printed('Print_Titles')).toBe(`='${sheet.name}'!$${area.row + 1}:$${area.row + 1}`);
  expect(tableNamed('TiercelReportCurve').area.row).toBeGreaterThan(lastRow);
});

test('headers have their look in cells of their own, for programs without table styles', async () => {
  await report();
  const { sheet, area } = tableNamed('TiercelReportFigures');
  const headers = [0, 1, 2].map(column => sheet.style(area.row, column));
  expect(headers.map(({ bold, fill }) => [bold, fill])).toEqual(headers.map(() => [true, '#F2F2F2']));
  // A text stands off the number before it.
  expect(headers.map(({ horizontal, indent }) => [horizontal, indent])).toEqual([
    [undefined, undefined],
    ['right', undefined],
    ['left', 1],
  ]);
  expect(sheet.style(area.row + 1, 2).indent).toBe(1);
});

test('the policy begins a page, and so do the figures below the chart of ageing', async () => {
  await report();
  const pageOf = (name: string) => {
    const { sheet, area } = tableNamed(name);
    return [sheet.pageLayout.rowBreaks, area.row - 1];
  };
  for (const name of ['TiercelReportPolicy', 'TiercelReportLargest']) {
    const [breaks, titleRow] = pageOf(name);
    expect(breaks).toEqual([titleRow]);
  }
});

test('the chart of ageing draws customers only, not the row of all others', async () => {
  const customers = Array.from({ length: 20 }, (_, index) => `Customer ${index + 1}`);
  await report({ rows: customers.map(name => [name, `I-${name}`, 45400, 45430, 100, '', 0]) });
  const { sheet, area } = tableNamed('TiercelReportLargest');
  expect(area.rowCount).toBe(1 + 15 + 1);
  const lastDrawn = area.row + 1 + 15;
  expect(sheet.charts[0].series.map(({ values }) => values?.endsWith(`$${lastDrawn}`))).toEqual(
    sheet.charts[0].series.map(() => true),
  );
});

test('only what is chosen is made, in Chinese too, and is taken away exactly', async () => {
  const before = fingerprint(excel.book);
  const { added, sheetNames } = await report({ language: 'zh', chosen: ['allowance', 'tiers'] });
  expect(sheetNames).toEqual(['报告 等级', '报告 坏账准备']);
  expect(bodyOf('TiercelReportJournal')[0].slice(0, 3)).toEqual([
    '借',
    '信用减值损失',
    'Credit impairment loss',
  ]);
  value(await removeReport(added));
  expect(fingerprint(excel.book)).toBe(before);
});

test('a report that was refused on the way, and so could not be taken away again, is whole the next time', async () => {
  const chosen: ReportOf = { chosen: ['ageing', 'allowance'] };
  await report(chosen);
  const wanted = fingerprint(excel.book);
  for (let most = 0, isRefused = true; isRefused; most += 1) {
    excel.stop();
    excel = await startExcel();
    writeLedger(excel.book);
    excel.host.faults.limitRequests(most, { within: 60_000 });
    const outcome = await write(reportOf(chosen));
    excel.host.faults.clear();
    isRefused = !outcome.ok;
    if (!outcome.ok) expect(outcome.problem.key).toBe('busy');
    await report(chosen);
    expect(fingerprint(excel.book) === wanted ? 'the same' : `another, refused after ${most}`).toBe(
      'the same',
    );
  }
});
