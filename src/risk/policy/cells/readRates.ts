import type { ExchangeRate } from '../policy';
import { type FoundSection, isBlankOrZero } from './policyCells';
import { currencyIn } from './readSettings';
import { checkRows, type Reading, readingOf, readRows, refuseRepeated } from './sectionReading';

/** Read the exchange rates; the empty row that a native table needs is none. */
export function ratesOf(found: FoundSection): Reading<readonly ExchangeRate[]> {
  const filled = found.rows.filter(({ cells }) =>
    ['currency', 'rate'].some(key => !isBlankOrZero(cells[found.columns.get(key)!])),
  );
  const rows = readRows(
    found,
    reader => {
      const currency = currencyIn(reader, 'currency');
      if (currency === '') reader.report('policyValueUnreadable', 'currency');
      return { currency, rate: reader.number('rate') };
    },
    filled,
  );
  checkRows(rows, 'policyRateNotPositive', 'rate', ({ rate }) => rate <= 0);
  refuseRepeated(rows, 'currency', ({ currency }) => [currency]);
  return readingOf(rows);
}
