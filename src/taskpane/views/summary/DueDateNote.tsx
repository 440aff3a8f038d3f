import { texts } from '../../../i18n/catalogue';
import type { Field } from '../../../risk/ledger/ledger';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';

/** What says when an invoice is due. */
const sayWhenDue: readonly Field[] = ['dueDate', 'dueYear', 'termsDays'];

/** That no column says when invoices are due, so that what is overdue hangs on their own dates; nothing where one does. */
export function DueDateNote({ tiering: { recognition, findingCounts, join } }: { tiering: Tiering }) {
  const pane = usePane();
  const isSaid = join !== null || recognition.columns.some(({ field }) => sayWhenDue.includes(field));
  if (isSaid || !findingCounts.has('missingDueDate')) return null;
  return (
    <div class="dueDateNote small">
      <p>{texts().summary.noDueDates}</p>
      <button type="button" class="link" onClick={() => pane.layers.open({ kind: 'mapping' })}>
        {texts().mapping.show}
      </button>
    </div>
  );
}
