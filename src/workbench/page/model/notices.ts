/** Short messages over the grid: what went wrong and what is under way. The newest stands alone. */
import { type ReadonlySignal, signal } from '@preact/signals';

export interface Notice {
  readonly text: string;
  readonly kind: 'problem' | 'progress';
}

export interface NoticeModel {
  readonly current: ReadonlySignal<Notice | null>;
  problem(text: string): void;
  /** Shows that something is under way; the returned function takes it away again. */
  progress(text: string): () => void;
  dismiss(): void;
}

export function createNoticeModel(): NoticeModel {
  const current = signal<Notice | null>(null);
  return {
    current,
    problem(text) {
      current.value = { text, kind: 'problem' };
    },
    progress(text) {
      const notice: Notice = { text, kind: 'progress' };
      current.value = notice;
      return () => {
        if (current.peek() === notice) current.value = null;
      };
    },
    dismiss() {
      current.value = null;
    },
  };
}
