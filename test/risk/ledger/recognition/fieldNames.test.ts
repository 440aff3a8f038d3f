import { describe, expect, test } from '@jest/globals';
import type { SheetKind } from '../../../../src/risk/ledger/ledger';
import { customerNames, ledgerNames } from '../../../../src/risk/ledger/recognition/fieldNames';
import { headerWords } from '../../../../src/risk/ledger/recognition/headerText';
import { isOwnWords, matchWords } from '../../../../src/risk/ledger/recognition/matchHeader';

const everyList = [...Object.entries(ledgerNames), ...Object.entries(customerNames)];

test.each(everyList)('the names of %s are written as headers are compared, each once', (_, names) => {
  expect(names.map(headerWords)).toEqual(names);
  expect(new Set(names).size).toBe(names.length);
});

const matchHeader = (header: string, kind: SheetKind) => matchWords(headerWords(header), kind);

describe('matchWords', () => {
  test('knows a name exactly', () => {
    expect(matchHeader('SettledDate', 'ledger')).toEqual([
      { field: 'paidDate', confidence: expect.closeTo(0.97, 1) },
    ]);
    expect(matchHeader('到期日期', 'ledger').map(({ field }) => field)).toEqual(['dueDate']);
    expect(matchHeader('信用額度（萬元）', 'customers').map(({ field }) => field)).toEqual(['creditLimit']);
  });

  test('knows a telling name inside a longer header, less surely', () => {
    const [match] = matchHeader('Sum of invoice amount', 'ledger');
    expect(match?.field).toBe('amount');
    expect(match?.confidence).toBeLessThan(0.81);
  });

  test.each([
    'PaperlessDate',
    'DaysToSettle',
    'DaysLate',
    'PaperlessBill',
    'Tax amount',
    'Customer address',
    '客户地址',
    '税额',
    '备注',
    '',
  ])('%p is no field of a ledger', header => {
    expect(matchHeader(header, 'ledger')).toEqual([]);
  });

  test.each(['Score', 'TIER', 'Breaches', '评分', '风险等级', '風險等級', '预警', '預警'])(
    '%p is our own',
    header => {
      expect(isOwnWords(headerWords(header))).toBe(true);
      expect(matchHeader(header, 'ledger')).toEqual([]);
      expect(matchHeader(header, 'customers')).toEqual([]);
    },
  );
});
