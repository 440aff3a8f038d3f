import { useState } from 'preact/hooks';
import type { ExcelProblem } from '../../../excel/contract';
import { texts } from '../../../i18n/catalogue';
import type { Finding, FindingKind } from '../../../risk/ledger/ledger';
import type { Tiering } from '../../model/assessmentModel';
import { usePane } from '../../paneContext';
import { Button } from '../../parts/Button';
import { Layer } from '../../parts/Layer';
import { MessageBar } from '../../parts/MessageBar';
import './findings.css';

/** The gravest first: what is not in the totals, then what was assumed, then what is only worth knowing. */
const order: readonly FindingKind[] = [
  'unreadableAmount',
  'missingAmount',
  'missingCustomer',
  'errorCell',
  'unreadableDate',
  'otherCurrency',
  'missingRate',
  'assumedDateOrder',
  'appliedOldestFirst',
  'unappliedPayment',
  'duplicateDocument',
  'duplicateCustomer',
  'sameCustomerOtherName',
  'missingDueDate',
  'futureInvoice',
  'textAmount',
  'textDate',
  'excludedRow',
  'totalRow',
  'creditNote',
];

const firstShown = 5;
const shownMore = 100;

/** Remarks on the data by kind, in plain words; each goes to its cell. */
export function Findings({ tiering }: { tiering: Tiering }) {
  const { findings: words, problem } = texts();
  const [refused, setRefused] = useState<ExcelProblem | null>(null);
  const byKind = new Map<FindingKind, Finding[]>();
  for (const finding of tiering.findings) {
    const same = byKind.get(finding.kind);
    if (same === undefined) byKind.set(finding.kind, [finding]);
    else same.push(finding);
  }
  const kinds = [...byKind.keys()].sort((one, other) => order.indexOf(one) - order.indexOf(other));

  return (
    <Layer title={words.title}>
      <p class="quiet small findingsLead">{tiering.findings.length === 0 ? words.none : words.lead}</p>
      <div role="alert">
        {refused !== null && (
          <MessageBar intent="error" title={problem[refused.key].title} onDismiss={() => setRefused(null)}>
            {problem[refused.key].advice}
          </MessageBar>
        )}
      </div>
      {kinds.map(kind => (
        <FindingsOfKind
          key={kind}
          kind={kind}
          findings={byKind.get(kind) ?? []}
          count={tiering.findingCounts.get(kind) ?? 0}
          tiering={tiering}
          onRefused={setRefused}
        />
      ))}
    </Layer>
  );
}

interface FindingsOfKindProps {
  readonly kind: FindingKind;
  readonly findings: readonly Finding[];
  readonly count: number;
  readonly tiering: Tiering;
  readonly onRefused: (problem: ExcelProblem | null) => void;
}

function FindingsOfKind({ kind, findings, count, tiering, onRefused }: FindingsOfKindProps) {
  const { rowSelection } = usePane();
  const { findings: words, finding: kinds } = texts();
  const [shown, setShown] = useState(firstShown);
  const { title, advice } = kinds[kind];
  const rest = findings.length - shown;
  return (
    <section class="block findingKind">
      <h3>{title(count)}</h3>
      <p class="quiet small">{advice}</p>
      <ul>
        {findings.slice(0, shown).map(({ row, column, found }) => (
          <li key={`${row},${column}`}>
            <button
              type="button"
              class="finding"
              onClick={async () => onRefused(await rowSelection.goToCell(row, column))}
            >
              <span class="number">{words.cell(tiering.block.row + row + 1)}</span>
              <span class="findingColumn quiet">{tiering.recognition.headers[column] ?? ''}</span>
              <span class="findingText">{found === '' ? words.empty : words.found(found)}</span>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button look="subtle" onClick={() => setShown(shown + shownMore)}>
          {words.more(Math.min(rest, shownMore))}
        </Button>
      )}
    </section>
  );
}
