import { textsOf } from '../../../i18n/bilingual';
import { collectTexts } from '../../../i18n/pane/collect';
import type { Collecting } from '../../model/collect/collectCases';
import { createCollectModel } from '../../model/collect/collectModel';
import { usePart } from '../../partModel';
import { MessageBar } from '../../parts/MessageBar';

/** So many mistakes are named; who mends those sees the next. */
const problemsNamed = 5;

/** What keeps letters from being as they should: nobody signs, or a template has a mistake. */
export function LetterRemarks({ collecting }: { collecting: Collecting }) {
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const { letterProblems, sender } = collecting;
  return (
    <>
      {sender.ourCompany === '' && (
        <MessageBar intent="info" actions={[{ label: words.templates, run: collect.openLetters }]}>
          {words.noSender}
        </MessageBar>
      )}
      {letterProblems.length > 0 && (
        <MessageBar
          intent="warning"
          title={words.problemsOf(letterProblems.length)}
          actions={[
            { label: words.templates, run: collect.openLetters },
            { label: words.readAgain, run: collect.work },
          ]}
        >
          <ul>
            {letterProblems.slice(0, problemsNamed).map(({ kind, found, row }) => (
              <li key={`${row} ${kind} ${found}`}>{words.problemAt(row + 1, words.problem[kind](found))}</li>
            ))}
          </ul>
        </MessageBar>
      )}
    </>
  );
}
