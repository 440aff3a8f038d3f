import { describe, expect, test } from '@jest/globals';
import { DateColumn, settleDateColumns } from '../../../../src/risk/ledger/columns/dateColumn';
import { FindingLog } from '../../../../src/risk/ledger/findings/findingLog';
import type { Cell } from '../../../../src/risk/ledger/ledger';

function read(...columns: readonly (readonly Cell[])[]) {
  const findings = new FindingLog();
  const dates = columns.map((cells, index) => {
    const column = new DateColumn(index, 1900, findings);
    cells.forEach((cell, row) => {
      column.add(cell, row);
    });
    return column;
  });
  settleDateColumns(dates);
  return { serials: dates.map(date => [...date.serials.values]), findings: findings.sorted() };
}

// 2024-03-05 is 45356, 2024-05-03 is 45415, 2024-02-13 is 45335 (Excel).
describe('DateColumn', () => {
  test('one day above 12 decides the whole column, wherever it stands', () => {
    expect(read(['5/3/2024', '13/2/2024']).serials[0]).toEqual([45356, 45335]);
    expect(read(['13/2/2024', '5/3/2024']).serials[0]).toEqual([45335, 45356]);
    expect(read(['5/3/2024', '2/13/2024']).serials[0]).toEqual([45415, 45335]);
  });

  test('a column without proof follows a proven neighbour, silently', () => {
    const { serials, findings } = read(['5/3/2024'], ['13/2/2024']);
    expect(serials[0]).toEqual([45356]);
    expect(findings.map(finding => finding.kind)).toEqual(['textDate', 'textDate']);
  });

  test('without any proof it takes the month first and says so once', () => {
    const { serials, findings } = read(['5/3/2024', '6/3/2024']);
    expect(serials[0]).toEqual([45415, 45446]);
    expect(findings.filter(finding => finding.kind === 'assumedDateOrder')).toEqual([
      { kind: 'assumedDateOrder', row: 0, column: 0, found: 'mdy' },
    ]);
  });

  test('without any proof it takes the day first beside texts with dots, as in countries that write so', () => {
    const { serials, findings } = read(['05.03.2024'], ['5/3/2024']);
    expect(serials).toEqual([[45356], [45356]]);
    expect(findings.filter(finding => finding.kind === 'assumedDateOrder')).toEqual([
      { kind: 'assumedDateOrder', row: 0, column: 1, found: 'dmy' },
    ]);
    // What a column proves comes first.
    expect(read(['05.03.2024'], ['5/3/2024', '2/13/2024']).serials[1]).toEqual([45415, 45335]);
  });

  test('evenly contradicting proof is an assumption too', () => {
    const { findings } = read(['13/2/2024', '2/13/2024', '5/3/2024']);
    expect(findings.map(finding => finding.kind)).toContain('assumedDateOrder');
  });

  test('short years first are recognised by a first part above 31', () => {
    expect(read(['98-03-05', '98-04-06']).serials[0]).toEqual([35859, 35891]);
  });

  test('or by years that follow each other before early days of months', () => {
    // 2025-12-01 is 45992, 2026-01-01 is 46023, 2026-02-01 is 46054.
    expect(read(['25-12-01', '26-01-01', '26-02-01']).serials[0]).toEqual([45992, 46023, 46054]);
    expect(read(['26/1/1']).serials[0]).toEqual([46023]);
  });

  test('but not days before years, be they those of the ends of months or of every week', () => {
    // 2013-06-30 is 41455, 2013-02-28 is 41333; 2012-06-15 is 41075, 2012-06-29 is 41089.
    expect(read(['28-02-13', '30-06-13']).serials[0]).toEqual([41333, 41455]);
    expect(read(['15-06-12', '29-06-12']).serials[0]).toEqual([41075, 41089]);
    // 2025-03-24 is 45740.
    expect(read(['24-03-25']).serials[0]).toEqual([45740]);
  });

  test('or by short years first in another column', () => {
    // 2026-06-15 is 46188, 2026-05-03 is 46145, 2026-05-09 is 46151.
    expect(read(['26-06-15'], ['26-05-03', '26-05-09']).serials).toEqual([[46188], [46145, 46151]]);
    expect(read(['15/06/2026'], ['26-05-03', '26-05-09']).serials[0]).toEqual([46188]);
  });

  test('or by few recent years before many days', () => {
    // 2024-03-05 is 45356.
    expect(read(['24-03-05', '24-03-19', '24-04-02']).serials[0]).toEqual([45356, 45370, 45384]);
    expect(read(['05-03-24', '19-03-24', '02-04-24']).serials[0]).toEqual([45356, 45370, 45384]);
    expect(read(['3/5/24', '3/19/24', '4/2/25']).serials[0]).toEqual([45356, 45370, 45749]);
  });

  test('or by days that are no years, and where a day has one digit', () => {
    // 2026-01-31 is 46053, 2026-02-03 is 46056, 2026-03-15 is 46096.
    expect(read(['26/1/31']).serials[0]).toEqual([46053]);
    expect(read(['26/1/31', '26/2/3', '26/3/15']).serials[0]).toEqual([46053, 46056, 46096]);
    expect(read(['26.1.31', '26.2.3', '26.3.15']).serials[0]).toEqual([46053, 46056, 46096]);
    expect(read(['26-2-3', '26-3-15']).serials[0]).toEqual([46056, 46096]);
    expect(read(['26.2.3']).findings.map(({ kind }) => kind)).toEqual(['textDate']);
  });

  test('dots alone begin with the day', () => {
    // 2024-03-26 is 45377, 2024-03-05 is 45356.
    expect(read(['26.03.24', '05.03.24']).serials[0]).toEqual([45377, 45356]);
    expect(read(['26.03.24']).serials[0]).toEqual([45377]);
  });

  test('numbers, blanks and errors keep their rows', () => {
    const { serials, findings } = read([45356, '', null, 0, '#N/A', 'soon', 99_999_999]);
    expect(serials[0]).toEqual([
      45356,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    expect(findings).toEqual([
      { kind: 'errorCell', row: 4, column: 0, found: '#N/A' },
      { kind: 'unreadableDate', row: 5, column: 0, found: 'soon' },
      { kind: 'unreadableDate', row: 6, column: 0, found: '99999999' },
    ]);
  });

  test('a text that waited and is no day is unreadable', () => {
    const { serials, findings } = read(['31/31/2024']);
    expect(serials[0]).toEqual([Number.NaN]);
    expect(findings.map(finding => finding.kind)).toContain('unreadableDate');
  });
});
