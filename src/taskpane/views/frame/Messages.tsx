import { useRef } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { joinOfferTexts } from '../../../i18n/pane/joinOffer';
import type { Refusal } from '../../model/noticeModel';
import { usePane } from '../../paneContext';
import { MessageBar } from '../../parts/MessageBar';
import { Problem } from '../problem/Problem';

/** That the user has gone to another sheet, or edited this one: an offer, never a surprise; said aloud without taking the focus. */
export const ElsewhereNote = () => (
  <div role="status">
    <Elsewhere />
  </div>
);

function Elsewhere() {
  const pane = usePane();
  const { notice, more } = texts();
  const sheet = pane.sheet.current.value;
  if (sheet === null) return null;
  if (pane.sheet.isGone.value) {
    return (
      <MessageBar intent="info" actions={[{ label: notice.tierThat, run: pane.tierActiveSheet }]}>
        {notice.deleted(sheet.block.sheetName)}
      </MessageBar>
    );
  }
  if (pane.sheet.isAtPolicy.value) {
    return (
      <MessageBar
        intent="info"
        actions={[{ label: notice.tierAgain(sheet.block.sheetName), run: pane.tierAgain }]}
      >
        {notice.atPolicy}
      </MessageBar>
    );
  }
  if (pane.sheet.isChanged.value && !pane.sheet.isAway.value) {
    return (
      <MessageBar intent="info" actions={[{ label: more.tierAgain, run: pane.tierActiveSheet }]}>
        {notice.changed}
      </MessageBar>
    );
  }
  const list = pane.sheet.list.value;
  if (list !== null && (pane.sheet.isListGone.value || pane.sheet.isListChanged.value)) {
    const { deletedList, changedList } = textsOf(joinOfferTexts);
    return (
      <MessageBar intent="info" actions={[{ label: more.tierAgain, run: pane.tierAgain }]}>
        {(pane.sheet.isListGone.value ? deletedList : changedList)(list.block.sheetName)}
      </MessageBar>
    );
  }
  if (!pane.sheet.isElsewhere.value) return null;
  const isAnswered = pane.assessments.result.value !== null;
  // Without an answer the page says why the sheet in front was refused.
  if (!isAnswered && pane.notices.refusal.value !== null) return null;
  return (
    <MessageBar
      intent="info"
      actions={[{ label: notice.tierThat, run: pane.tierActiveSheet }]}
      onDismiss={pane.sheet.dismissElsewhere}
    >
      {(isAnswered ? notice.otherSheet : notice.otherSheetUnanswered)(sheet.block.sheetName)}
    </MessageBar>
  );
}

/** What just happened or was refused, in its own place above the actions; said aloud without taking the focus. */
export function Messages({ isProblemElsewhere }: { isProblemElsewhere: boolean }) {
  const { notices } = usePane();
  const words = texts();
  const notice = notices.notice.value;
  const refusal = notices.refusal.value;
  // What the overview told is not told again when a layer is opened over it.
  const toldElsewhere = useRef<Refusal | null>(null);
  if (isProblemElsewhere) toldElsewhere.current = refusal;
  return (
    <>
      <div role="alert">
        {refusal !== null && refusal !== toldElsewhere.current && <Problem refusal={refusal} isBar />}
      </div>
      <div role="status">
        {notice !== null && (
          <MessageBar
            intent={notice.intent}
            actions={notice.actions.map(({ say, run }) => ({ label: say(words), run }))}
            onDismiss={notices.dismiss}
          >
            {notice.say(words)}
          </MessageBar>
        )}
      </div>
    </>
  );
}
