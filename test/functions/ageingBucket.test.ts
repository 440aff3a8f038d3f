import { describe, expect, test } from '@jest/globals';
import { ageingBucket } from '../../src/functions/ageingBucket';
import { setLanguage } from '../../src/i18n/language';
import { column, errorCell, shown, spilled } from './runtime';

/** 2013-06-30. */
const asOf = 41_455;

describe('AGINGBUCKET', () => {
  test('labels each row; due on the day is not due, day 30 and day 31 part ways', () => {
    const due = column(asOf + 9, asOf, asOf - 1, asOf - 30, asOf - 31, asOf - 61, asOf - 91);
    expect(ageingBucket(due, asOf)).toEqual(
      column('Not due', 'Not due', '1–30', '1–30', '31–60', '61–90', '90+'),
    );
  });

  test('spills along a row for a row', () => {
    expect(ageingBucket([[asOf, asOf - 1]], asOf)).toEqual([['Not due', '1–30']]);
  });

  test('has one bucket more than bounds and not due', () => {
    expect(ageingBucket(column(asOf - 7, asOf - 8), asOf, [[7]])).toEqual(column('1–7', '7+'));
  });

  test('calls empty rows unplaced, and leaves them empty below the last date', () => {
    expect(ageingBucket(column(asOf, '', 0, asOf - 5, null, 0), asOf)).toEqual(
      column('Not due', 'Unplaced', 'Unplaced', '1–30', '', ''),
    );
  });

  test('takes a word for no date as a cell of the column, also in its first row', () => {
    expect(ageingBucket(column('-', 45_473, '无', 45_472), 45_473)).toEqual(
      column('Unplaced', 'Not due', 'Unplaced', '1–30'),
    );
  });

  test('answers an error only in the row that has one', () => {
    const due = column(asOf, errorCell('#REF!'), 'soon', asOf - 5);
    expect(spilled(() => ageingBucket(due, asOf))).toEqual(
      column(
        'Not due',
        '#VALUE! due_dates, row 2: the cell holds the error #REF!. Correct it there.',
        '#VALUE! due_dates, row 3: “soon” is not a date. Enter a date there, or leave the header out of the range.',
        '1–30',
      ),
    );
    expect(shown(() => ageingBucket([[errorCell('#REF!')]], asOf))).toMatch(/^#VALUE! due_dates, row 1/);
  });

  test('needs a date to age at', () => {
    expect(shown(() => ageingBucket([[asOf]], ''))).toMatch(/^#VALUE! as_of: nothing is given/);
  });

  test('speaks Chinese to a Chinese reader', () => {
    setLanguage('zh');
    expect(ageingBucket(column(asOf, '', asOf - 31, asOf - 91), asOf)).toEqual(
      column('未到期', '未归入账龄', '31–60天', '90天以上'),
    );
  });
});
