import { type ReadonlySignal, signal } from '@preact/signals';
import type { ExcelProblem } from '../../excel/contract';
import type { Texts } from '../../i18n/catalogue';

/** A text that follows the language even while it is shown. */
export type Say = (texts: Texts) => string;

export interface NoticeAction {
  readonly say: Say;
  readonly run: () => unknown;
}

/** One sentence about what just happened, with what can be done about it. */
export interface Notice {
  readonly intent: 'success' | 'info' | 'warning';
  readonly say: Say;
  readonly actions: readonly NoticeAction[];
}

/** What Excel refused, and how to ask again. */
export interface Refusal {
  readonly problem: ExcelProblem;
  readonly retry: () => unknown;
}

export interface NoticeModel {
  readonly notice: ReadonlySignal<Notice | null>;
  readonly refusal: ReadonlySignal<Refusal | null>;
  tell(intent: Notice['intent'], say: Say, actions?: readonly NoticeAction[]): void;
  /** @param done what had been done before Excel refused the rest */
  refuse(problem: ExcelProblem, retry: () => unknown, done?: Notice | null): void;
  dismiss(): void;
  /** The user has gone to another view: what was done in the one before is said no longer, once there was time to read it. */
  leave(): void;
}

/** Time for whoever reads slowly, or hears the notice after something else: until then no way through the pane takes it away. */
const readingMilliseconds = 10_000;

/** Warnings stay until they are closed, and so does what offers something that is still to be done. */
const isOfItsView = ({ intent, actions }: Notice): boolean =>
  intent === 'success' || (intent === 'info' && actions.length === 0);

/** Create the one place where the pane says what happened: the latest notice or refusal replaces the one before. */
export function createNoticeModel(now: () => Date): NoticeModel {
  const notice = signal<Notice | null>(null);
  const refusal = signal<Refusal | null>(null);
  let toldAt = 0;
  const show = (told: Notice | null, refused: Refusal | null): void => {
    notice.value = told;
    refusal.value = refused;
    toldAt = now().getTime();
  };
  return {
    notice,
    refusal,
    tell: (intent, say, actions = []) => show({ intent, say, actions }, null),
    refuse: (problem, retry, done = null) => show(done, { problem, retry }),
    dismiss: () => {
      notice.value = null;
      refusal.value = null;
    },
    leave: () => {
      const isRead = now().getTime() - toldAt >= readingMilliseconds;
      if (isRead && notice.value !== null && isOfItsView(notice.value)) notice.value = null;
    },
  };
}
