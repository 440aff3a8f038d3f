import { texts } from '../../i18n/catalogue';
import { numberBeside } from '../../risk/metrics/table/customerNumbers';
import type { CustomerTable } from '../../risk/metrics/table/metric';
import './customerNumber.css';

interface CustomerNumberProps {
  readonly table: Pick<CustomerTable, 'customers' | 'texts'>;
  readonly customer: number;
}

/** The customer's number before what else a row says below the name; nothing where it has none. */
export function CustomerNumber({ table, customer }: CustomerNumberProps) {
  const number = numberBeside(table, customer);
  if (number === '') return null;
  return (
    <>
      <span class="customerNumber number" title={number}>
        {number}
      </span>
      {texts().phraseSeparator}
    </>
  );
}

/** The customer's number on a line of its own, with what it is; nothing where it has none. */
export function CustomerNumberLine({ table, customer }: CustomerNumberProps) {
  const number = numberBeside(table, customer);
  if (number === '') return null;
  return (
    <p class="customerNumberLine quiet small">
      {texts().field.customerNumber} <span class="number">{number}</span>
    </p>
  );
}
