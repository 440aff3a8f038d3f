/** Dates that an Excel with the month first made of a file with the day first. */
import { expect, test } from '@jest/globals';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { dayOf, ledgerOfCells } from '../../sheetLedger';

/** What such an Excel makes of a day: a date with day and month exchanged, or, where no month has that number, nothing. */
function opened(year: number, month: number, day: number): Cell {
  const two = (part: number) => String(part).padStart(2, '0');
  return day <= 12 ? dayOf(`${year}-${two(day)}-${two(month)}`) : `${two(day)}/${two(month)}/${year}`;
}

const sheet = (...dates: readonly Cell[]): Cell[][] => [
  ['Customer', 'Invoice no', 'Due date', 'Amount'],
  ...dates.map((date, index) => ['Acme', index, date, 100]),
];
const turnedIn = (...dates: readonly Cell[]) =>
  ledgerOfCells(sheet(...dates)).findings.filter(({ kind }) => kind === 'turnedDates');

const days = [3, 5, 7, 9, 11, 12, 19, 25];

test('are remarked once for their column', () => {
  const dates = days.map(day => opened(2024, 4, day));
  expect(turnedIn(...dates)).toEqual([{ kind: 'turnedDates', row: 7, column: 2, found: '19/04/2024' }]);
});

test.each<[string, readonly Cell[]]>([
  [
    'true dates, of which some are late in their month',
    [...days.map(day => dayOf('2024-04-01') + day - 1), '25/04/2024'],
  ],
  ['a text that could be either', [...days.map(day => opened(2024, 4, day)), '05/04/2024']],
  ['texts alone', days.map(day => `${day}/4/2024`)],
  ['dates alone', days.map(day => dayOf('2024-04-01') + day - 1)],
  ['too few dates', [opened(2024, 4, 3), opened(2024, 4, 25)]],
  ['texts that begin with the month', [...days.slice(0, 6).map(day => opened(2024, 4, day)), '4/25/2024']],
])('are not in a column with %s', (_, dates) => expect(turnedIn(...dates)).toEqual([]));
