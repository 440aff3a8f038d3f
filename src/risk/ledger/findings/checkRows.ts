import type { Slices } from '../../slices';
import { isSettlement } from '../cells/documentType';
import { isOpeningLabel } from '../cells/periodRow';
import { sameCustomerOtherName } from '../columns/customerRegister';
import type { DocumentNumbers } from '../columns/documentNumbers';
import type { Ledger } from '../ledger';
import { duplicateDocuments } from './duplicateDocuments';
import type { FindingLog } from './findingLog';
import { repeatedDocuments } from './repeatedDocuments';

/** What a reader keeps when its ledger stands, to look for what no number of the ledger depends on. */
export interface Unchecked {
  readonly findings: FindingLog;
  readonly documents: DocumentNumbers | null;
  /** Zero-based within the block. */
  readonly customerColumn: number;
  /** Whether a document has a row for each of its items: then its number is on several. */
  readonly hasInvoiceLines: boolean;
  /** Where an entry is among the ledger's rows, -1 where it is not. */
  readonly indexOf: (entry: number) => number;
}

export type LedgerFindings = Pick<Ledger, 'findings' | 'findingCounts'>;

/** Look for what only rows compared with each other show: document numbers used twice, customers under several names. */
export function* checkRows(unchecked: Unchecked, ledger: Ledger): Slices<LedgerFindings> {
  yield* noteDuplicates(unchecked, ledger);
  yield* noteOtherNames(unchecked, ledger);
  return findingsOf(unchecked.findings);
}

/** List the findings so far; their counts are there only where a kind was found too often to be listed. */
export function findingsOf(log: FindingLog): LedgerFindings {
  const findings = log.sorted();
  const findingCounts = log.counts();
  return findingCounts ? { findings, findingCounts } : { findings };
}

function* noteDuplicates(
  { findings, documents, indexOf, hasInvoiceLines }: Unchecked,
  ledger: Ledger,
): Slices<void> {
  if (documents === null) return;
  yield* documents.readLate();
  const repeated = yield* repeatedDocuments(documents);
  // Many write on payments how the money came, or the invoice it was for: `BACS` twice is no invoice twice.
  const indexOfClaim = (entry: number) => {
    const index = indexOf(entry);
    return index >= 0 && isSettlement(ledger.documentType?.[index] ?? 0) ? -1 : index;
  };
  for (const { index, document } of yield* duplicateDocuments(repeated, indexOfClaim, ledger)) {
    const first = indexOf(document.first);
    if (hasInvoiceLines && first >= 0 && ledger.customer[first] === ledger.customer[index]) continue;
    const text = documents.textAt(document.entry);
    if (isOpeningLabel(text)) continue;
    findings.add('duplicateDocument', ledger.sheetRow.at(index), documents.column, text);
  }
}

function* noteOtherNames({ findings, customerColumn }: Unchecked, ledger: Ledger): Slices<void> {
  const { customers, customer, sheetRow, said } = ledger;
  const later = new Set(yield* sameCustomerOtherName(customers, said?.customerNumber?.words));
  for (let index = 0; index < customer.length && later.size > 0; index++) {
    const code = customer[index];
    if (!later.delete(code)) continue;
    findings.add('sameCustomerOtherName', sheetRow.at(index), customerColumn, customers[code]);
  }
}
