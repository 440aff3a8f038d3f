import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Progress } from '../../excel/contract';
import { nextTurn, overtaken } from '../../excel/inSlices';

export type Stage =
  | 'reading'
  | 'understanding'
  | 'computing'
  /** The answer stands; what it does not wait for is added. */
  | 'completing'
  | 'highlighting'
  | 'writing'
  /** Sheets of ours are written; what was there is put back where it is stopped. */
  | 'reporting'
  | 'clearing'
  | 'looking';

export interface Work {
  readonly stage: Stage;
  /** 0–1, or null while nobody can know. */
  readonly share: number | null;
  readonly canCancel: boolean;
}

/** What a running task gets: ways to tell its stage and progress, and the signal that it was cancelled or overtaken. */
export interface Running {
  readonly signal: AbortSignal;
  readonly onProgress: Progress;
  /** Say what comes next and let the page paint before it. */
  enter(stage: Stage): Promise<void>;
}

export interface WorkModel {
  readonly current: ReadonlySignal<Work | null>;
  /** The work has taken longer than half a second: time to show progress and offer Cancel. */
  readonly isSlow: ReadonlySignal<boolean>;
  readonly isWorking: ReadonlySignal<boolean>;
  /** Run one task at a time: a new one aborts the one before, or waits for it where it changes the workbook. */
  run<T>(stage: Stage, task: (running: Running) => Promise<T>): Promise<T>;
  cancel(): void;
}

const slowAfterMilliseconds = 500;
/** These change the workbook: what comes after them waits, or two presses would write into each other. */
const changing: ReadonlySet<Stage> = new Set(['highlighting', 'writing', 'reporting', 'clearing']);
/** Reading can stop half-way and leave nothing behind; a report takes back what it has written. */
const cancellable: ReadonlySet<Stage> = new Set(['reading', 'understanding', 'computing', 'reporting']);

/** Why work was ended that the user did not want to wait for. */
export const cancelledByUser = 'cancelled';

/** Tell whether a task ended because a newer one took its place, which has the word then, rather than because the user cancelled it. */
export const wasOvertaken = (signal: AbortSignal): boolean => signal.aborted && signal.reason === overtaken;

/** Create the pane's one work desk: what is being done, how far it is, and how to stop it. */
export function createWorkModel(): WorkModel {
  const current = signal<Work | null>(null);
  const isSlow = signal(false);
  let controller = new AbortController();
  let slowTimer: ReturnType<typeof setTimeout> | undefined;
  let lastChange: Promise<unknown> | null = null;

  async function run<T>(stage: Stage, task: (running: Running) => Promise<T>): Promise<T> {
    controller.abort(overtaken);
    controller = new AbortController();
    const own = controller;
    clearTimeout(slowTimer);
    isSlow.value = false;
    slowTimer = setTimeout(() => {
      isSlow.value = true;
    }, slowAfterMilliseconds);

    const show = (next: Stage, share: number | null): void => {
      if (own.signal.aborted) return;
      current.value = { stage: next, share, canCancel: cancellable.has(next) };
    };
    let entered = stage;
    show(stage, null);
    const start = (): Promise<T> =>
      task({
        signal: own.signal,
        onProgress: (done, total) => show(entered, total > 0 ? done / total : null),
        enter: async next => {
          entered = next;
          show(next, null);
          await nextTurn();
        },
      });
    const started = lastChange === null ? start() : lastChange.then(start, start);
    if (changing.has(stage)) lastChange = started;
    try {
      return await started;
    } finally {
      if (lastChange === started) lastChange = null;
      if (own === controller) {
        clearTimeout(slowTimer);
        current.value = null;
        isSlow.value = false;
      }
    }
  }

  return {
    current,
    isSlow,
    isWorking: computed(() => current.value !== null),
    run,
    cancel: () => {
      controller.abort(cancelledByUser);
      clearTimeout(slowTimer);
      current.value = null;
      isSlow.value = false;
    },
  };
}
