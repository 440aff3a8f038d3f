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
  refuse(problem: ExcelProblem, retry: () => unknown): void;
  dismiss(): void;
}

/** Create the one place where the pane says what happened: the latest notice or refusal replaces the one before. */
export function createNoticeModel(): NoticeModel {
  const notice = signal<Notice | null>(null);
  const refusal = signal<Refusal | null>(null);
  return {
    notice,
    refusal,
    tell: (intent, say, actions = []) => {
      refusal.value = null;
      notice.value = { intent, say, actions };
    },
    refuse: (problem, retry) => {
      notice.value = null;
      refusal.value = { problem, retry };
    },
    dismiss: () => {
      notice.value = null;
      refusal.value = null;
    },
  };
}
