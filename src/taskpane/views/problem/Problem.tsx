import errorIcon from '@fluentui/svg-icons/icons/error_circle_20_regular.svg';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import type { Refusal } from '../../model/noticeModel';
import { usePane } from '../../paneContext';
import { Button } from '../../parts/Button';
import { Icon } from '../../parts/Icon';
import { MessageBar } from '../../parts/MessageBar';
import { problemWhere } from '../../wording/problemWhere';
import './problem.css';

interface ProblemProps {
  readonly refusal: Refusal;
  /** There is something below that stays usable: say it in a bar instead of on the whole pane. */
  readonly isBar: boolean;
}

/** What Excel refused, in a plain sentence, with what to do and a way to try again. */
export function Problem({ refusal, isBar }: ProblemProps) {
  const pane = usePane();
  const { problem, notice, more, write } = texts();
  const { title, advice } = problem[refusal.problem.key];
  const where = problemWhere(refusal.problem, currentLanguage());
  const isAboutPolicy = refusal.problem.key === 'policyUnreadable';

  const retry = () => {
    pane.notices.dismiss();
    void refusal.retry();
  };
  const writeAndHighlight = async () => {
    await pane.columns.write();
    if (pane.notices.refusal.value === null) await pane.highlights.switchOn();
  };
  // Asked again the same way, these would be refused again: the next thing is another one.
  const goToLedger = {
    label: problem.goToLedger(pane.sheet.current.value?.block.sheetName ?? ''),
    run: pane.goToLedger,
  };
  const nextOf: Partial<Record<Refusal['problem']['key'], { label: string; run: () => unknown }>> = {
    ownSheet: goToLedger,
    policySheet: goToLedger,
    sheetGone: { label: notice.tierThat, run: pane.tierActiveSheet },
    rowsMoved: { label: more.tierAgain, run: pane.tierAgain },
    nothingToHighlight: { label: write.andHighlight, run: writeAndHighlight },
  };
  const writeValues = {
    label: problem.writeValues,
    run: () => pane.writePolicyValues(refusal.retry),
  };
  const isTextValue = isAboutPolicy && refusal.problem.detail.problem === 'policyTextValue';
  const actions = [
    isTextValue ? writeValues : (nextOf[refusal.problem.key] ?? { label: problem.tryAgain, run: retry }),
    ...(isAboutPolicy ? [{ label: problem.showPolicy, run: pane.showPolicy }] : []),
  ];

  if (isBar) {
    return (
      <MessageBar intent="error" title={title} actions={actions} onDismiss={pane.notices.dismiss}>
        {advice}
        {where !== '' && <span class="problemWhere">{where}</span>}
      </MessageBar>
    );
  }
  return (
    <section class="problem">
      <Icon source={errorIcon} class="problemIcon" />
      <h1>{title}</h1>
      <p>{advice}</p>
      {where !== '' && <p class="quiet small problemWhere">{where}</p>}
      <div class="problemActions">
        {actions.map(({ label, run }, index) => (
          <Button key={label} look={index === 0 ? 'primary' : 'secondary'} onClick={() => void run()}>
            {label}
          </Button>
        ))}
      </div>
    </section>
  );
}
