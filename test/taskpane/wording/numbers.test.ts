import fc from 'fast-check';
import {
  formatAmount,
  formatDate,
  formatMoney,
  formatRound,
  formatShare,
  isoOfSerial,
  moneyUnit,
  serialOfIso,
} from '../../../src/i18n/numbers';

describe('money', () => {
  test('a block of large amounts is in thousands in English, in 万 and 亿 in Chinese', () => {
    expect(formatMoney(4_284_290, moneyUnit(4_284_290, 'short', 'en'), 'en')).toBe('4,284\u00A0k');
    expect(formatMoney(835_560, moneyUnit(4_284_290, 'short', 'en'), 'en')).toBe('836\u00A0k');
    expect(formatMoney(4_284_290, moneyUnit(4_284_290, 'short', 'zh'), 'zh')).toBe('428.4\u2060万');
    expect(formatMoney(1_234_567_890, moneyUnit(1_234_567_890, 'short', 'zh'), 'zh')).toBe('12.35\u2060亿');
    expect(formatMoney(1_234_567_890, moneyUnit(1_234_567_890, 'short', 'en'), 'en')).toBe('1,234.6\u00A0M');
  });

  test('money that counts in trillions stays as short', () => {
    const written = (amount: number, language: 'en' | 'zh') =>
      formatMoney(amount, moneyUnit(amount, 'short', language), language);
    expect([123_456_789_012, 8_765_432_100_000].map(amount => written(amount, 'en'))).toEqual([
      '123,457\u00A0M',
      '8,765.4\u00A0bn',
    ]);
    expect([123_456_789_012, 8_765_432_100_000].map(amount => written(amount, 'zh'))).toEqual([
      '1,234.57\u2060亿',
      '8.77\u2060万\u2060亿',
    ]);
  });

  test('a small ledger shows its cents, as the published IBM example has them', () => {
    const unit = moneyUnit(5_119.85, 'short', 'en');
    expect([4_284.29, 835.56].map(amount => formatMoney(amount, unit, 'en'))).toEqual(['4,284.29', '835.56']);
  });

  test('in full every unit shows', () => {
    expect(formatMoney(4_284_290.4, moneyUnit(4_284_290.4, 'full', 'en'), 'en')).toBe('4,284,290');
    expect(formatAmount(4_284_290.4, 'en')).toBe('4,284,290.40');
  });

  test('nothing is 0, a little is not rounded to nothing, not known is a dash, a credit has a true minus', () => {
    const unit = moneyUnit(4_000_000, 'short', 'en');
    expect(formatMoney(0, unit, 'en')).toBe('0');
    expect(formatMoney(Number.NaN, unit, 'en')).toBe('–');
    expect(formatMoney(-45_000, unit, 'en')).toBe('−45\u00A0k');
    expect(formatMoney(-0.001, moneyUnit(9, 'short', 'en'), 'en')).toBe('−0.0010');
  });

  test('less than one of the unit is written in a smaller one', () => {
    const [thousands, millions] = [4e6, 4e9].map(largest => moneyUnit(largest, 'short', 'en'));
    expect([300, 999.6, -12.5, 0.3].map(amount => formatMoney(amount, thousands, 'en'))).toEqual([
      '300',
      '1,000',
      '−13',
      '0.30',
    ]);
    expect([640_000, 64_000, 640].map(amount => formatMoney(amount, millions, 'en'))).toEqual([
      '640\u00A0k',
      '64,000',
      '640',
    ]);
    const [wan, yi] = [4e6, 4e9].map(largest => moneyUnit(largest, 'short', 'zh'));
    expect([300, 9_870.4, -3_207].map(amount => formatMoney(amount, wan, 'zh'))).toEqual([
      '300',
      '9,870',
      '−3,207',
    ]);
    expect([5_000_000, 640].map(amount => formatMoney(amount, yi, 'zh'))).toEqual(['500.0\u2060万', '640']);
  });

  test('a block whose largest amount is not known falls back to plain amounts', () => {
    expect(moneyUnit(Number.NaN, 'short', 'en').divisor).toBe(1);
  });
});

test('shares are whole percent, with a decimal only where it matters', () => {
  const shares = [0.1632, 0.0234, 1, 0, 0.5, 19.45, 0.0002, 0.9998, 0.996, 0.994, 1 - 1e-15, 1.0002];
  expect(shares.map(share => formatShare(share, 'en'))).toEqual([
    '16%',
    '2.3%',
    '100%',
    '0%',
    '50%',
    '1,945%',
    '<0.1%',
    '>99.9%',
    '99.6%',
    '99%',
    '100%',
    '100%',
  ]);
});

describe('dates', () => {
  test('are written as a reader of the language writes them', () => {
    expect(formatDate(45473, false, 'en')).toBe('30 Jun 2024');
    expect(formatDate(45473, false, 'zh')).toBe('2024年6月30日');
    expect(formatDate(44011, true, 'en')).toBe('30 Jun 2024');
  });

  test('what the date field gives comes back as it was, in both date systems', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1500, max: 100_000 }), fc.boolean(), (serial, is1904) => {
        expect(serialOfIso(isoOfSerial(serial, is1904), is1904)).toBe(serial);
      }),
    );
  });

  test('a year still being typed is no date yet', () => {
    expect(
      ['', '0002-06-30', '0020-06-30', '0202-06-30', '2024-06'].map(iso => serialOfIso(iso, false)),
    ).toEqual([null, null, null, null, null]);
  });
});

test.each([
  [1_000_000, 'en', '1\u00A0M'],
  [100_000, 'en', '100\u00A0k'],
  [1e10, 'en', '10\u00A0bn'],
  [100, 'en', '100'],
  [0.1, 'en', '0.10'],
  [100_000, 'zh', '10\u2060万'],
  [1000, 'zh', '1,000'],
  [1e9, 'zh', '10\u2060亿'],
] as const)('%s as people say it in %s is %s', (amount, language, said) => {
  expect(formatRound(amount, language)).toBe(said);
});

test('an amount below the unit of its block takes the largest unit that it fills, so that it stays short', () => {
  const trillions = 4_335_585_185_294;
  expect(formatMoney(-217_284_000, moneyUnit(trillions, 'short', 'zh'), 'zh')).toBe('−2.17\u2060亿');
  expect(formatMoney(-217_284_000, moneyUnit(trillions, 'short', 'en'), 'en')).toBe('−217.3\u00A0M');
  expect(formatMoney(217_284, moneyUnit(trillions, 'short', 'en'), 'en')).toBe('217\u00A0k');
});
