import type { StatementSheet } from '../../../excel/sheets/statement';
import type { Language } from '../../../i18n/language';
import { plainText } from '../../../risk/ledger/cell';
import type { Ledger } from '../../../risk/ledger/ledger';
import { numberBeside } from '../../../risk/metrics/table/customerNumbers';
import type { Slices } from '../../../risk/slices';
import { statementOfAccountInSlices } from '../../../risk/statement/statementOfAccount';
import type { Tiering } from '../ledger/tiering';

/** Draw up the statement of a customer as its sheet says it. */
export function* statementSheetInSlices(
  { assessment, block, recognition, currency }: Tiering,
  ledger: Ledger,
  customer: number,
  language: Language,
): Slices<StatementSheet> {
  const { table, policy } = assessment;
  const statement = yield* statementOfAccountInSlices(ledger, table, customer);
  yield;
  const documentColumn = recognition.columns.find(({ field }) => field === 'document')?.column;
  const documents = statement.lines.map(({ row }) =>
    documentColumn === undefined ? '' : plainText(block.cells[ledger.sheetRow.at(row)]?.[documentColumn]),
  );
  return {
    customer: table.customers[customer],
    customerNumber: numberBeside(table, customer),
    language,
    statement,
    documents,
    ageing: policy.buckets.map(({ fromDay, toDay }, bucket) => ({
      fromDay,
      toDay,
      amount: table.buckets[bucket][customer],
    })),
    isAgedByInvoice: policy.settings.ageBy === 'invoiceDate',
    currency,
  };
}
