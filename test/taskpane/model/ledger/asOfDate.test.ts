import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import {
  lastDate,
  proposeAsOf,
  statedAsOf,
  todaySerial,
} from '../../../../src/taskpane/model/ledger/asOfDate';
import { endOfJune, smallLedger } from '../../smallLedger';

const ledger = readLedger(smallLedger, recogniseSheet(smallLedger), { dateSystem: 1900 });

test('today is the serial day that Excel gives the date, in both date systems', () => {
  // =DATE(2024,6,30) in Excel: 45473; in a workbook that counts from 1904: 44011.
  expect(todaySerial(new Date(2024, 5, 30, 23, 59), false)).toBe(45473);
  expect(todaySerial(new Date(2024, 5, 30, 0, 0), true)).toBe(44011);
});

test('the last date is that of an invoice or a payment, never a due date ahead', () => {
  expect(lastDate(ledger)).toBe(endOfJune);
});

test('a ledger that ended long ago is tiered as of its last date', () => {
  expect(proposeAsOf(ledger, endOfJune + 46)).toEqual({ serial: endOfJune, reason: 'lastDate' });
});

test('a ledger with something in the last month and a half is tiered as of today', () => {
  expect(proposeAsOf(ledger, endOfJune + 45)).toEqual({ serial: endOfJune + 45, reason: 'today' });
});

test('a ledger that runs ahead of the clock, or has no dates, is tiered as of today', () => {
  expect(proposeAsOf(ledger, endOfJune - 100)).toEqual({ serial: endOfJune - 100, reason: 'today' });
  const undated = {
    ...ledger,
    invoiceDate: new Float32Array(4).fill(Number.NaN),
    paidDate: new Float32Array(4).fill(Number.NaN),
  };
  expect(lastDate(undated)).toBeNaN();
  expect(proposeAsOf(undated, 45000)).toEqual({ serial: 45000, reason: 'undated' });
});

test('the day that a sheet says it is as of goes before all others, unless it lies ahead', () => {
  expect(statedAsOf(endOfJune, endOfJune + 3)).toEqual({ serial: endOfJune, reason: 'stated' });
  expect(statedAsOf(endOfJune + 4, endOfJune + 3)).toBeNull();
  expect(statedAsOf(Number.NaN, endOfJune)).toBeNull();
});
