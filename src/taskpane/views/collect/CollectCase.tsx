import { useState } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { collectTexts } from '../../../i18n/pane/collect';
import { stepOf, stepsOf } from '../../model/collect/collectCases';
import { createCollectModel } from '../../model/collect/collectModel';
import type { EntryKind } from '../../model/collect/entryDraft';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { Layer } from '../../parts/Layer';
import { CaseFacts } from './CaseFacts';
import { CaseHistory } from './CaseHistory';
import { CaseItems } from './CaseItems';
import type { CaseProps } from './caseProps';
import { channelIcons } from './channelIcons';
import { EntryForm } from './EntryForm';

/** One customer: what it owes, what was done and promised, and what to do now. */
export function CollectCase({ collecting, found }: CaseProps) {
  const pane = usePane();
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const [form, setForm] = useState<EntryKind | null>(null);
  const { customer } = found;
  const { table } = collecting.tiering.assessment;
  const step = stepsOf(collecting)[stepOf(collecting, found)];
  const letterName = { mail: words.letter, letter: words.letter, phone: words.script, legal: words.handOver };
  const kinds = ['done', 'promise', 'note'] as const;
  const names = { done: words.done, promise: words.promiseAction, note: words.note };
  return (
    <Layer
      title={table.customers[customer]}
      onBack={() => {
        collect.place.value = { kind: 'list' };
      }}
    >
      <CaseFacts collecting={collecting} found={found} />
      <div class="collectActions collectCaseActions">
        <Button
          look="primary"
          icon={channelIcons[step.channel]}
          onClick={() => {
            collect.place.value = { kind: 'letter', customer };
          }}
        >
          {letterName[step.channel]}
        </Button>
        {kinds.map(kind => (
          <Button
            key={kind}
            aria-expanded={form === kind}
            onClick={() => setForm(before => (before === kind ? null : kind))}
          >
            {names[kind]}
          </Button>
        ))}
      </div>
      {form !== null && (
        <EntryForm
          key={form}
          kind={form}
          collecting={collecting}
          found={found}
          onClose={() => setForm(null)}
        />
      )}
      <CaseItems collecting={collecting} found={found} />
      <CaseHistory collecting={collecting} found={found} />
      <div class="block">
        <Button onClick={() => pane.openCustomer(customer)}>{words.openCustomer}</Button>
      </div>
    </Layer>
  );
}
