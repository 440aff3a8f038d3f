/** One thing that was done: how to take it back, and how to do it again. */
export interface HistoryStep {
  undo(): void;
  redo(): void;
  /** How many cells it remembers. */
  readonly weight?: number;
}

const deepest = 100;
/** Steps that remember more cells together than this are forgotten, oldest first; the newest stays. */
const mostCells = 4_000_000;

const weightOf = (steps: readonly HistoryStep[]): number =>
  steps.reduce((sum, { weight = 0 }) => sum + weight, 0);

/** What can be undone and redone, newest last. */
export class History {
  readonly #done: HistoryStep[] = [];
  readonly #undone: HistoryStep[] = [];
  #isReplaying = false;
  /** The steps of what is being done as one. */
  #open: HistoryStep[] | null = null;

  /** Remember a step, unless it is itself part of undoing or redoing. */
  push(step: HistoryStep): void {
    if (this.#isReplaying) return;
    if (this.#open) {
      this.#open.push(step);
      return;
    }
    this.#done.push(step);
    this.#undone.length = 0;
    let weight = weightOf(this.#done);
    while (this.#done.length > deepest || (weight > mostCells && this.#done.length > 1)) {
      weight -= this.#done.shift()?.weight ?? 0;
    }
  }

  /** Whether what is done now becomes part of a step that is open, or of none. */
  get isWithinStep(): boolean {
    return this.#open !== null || this.#isReplaying;
  }

  /** Whether nothing is remembered: steps are being played back, or a file is being opened. */
  get isOff(): boolean {
    return this.#isReplaying;
  }

  /** Do something that is not to be remembered, and forget what was. */
  withoutSteps(work: () => void): void {
    this.clear();
    this.#isReplaying = true;
    try {
      work();
    } finally {
      this.#isReplaying = false;
    }
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Give the step that is open a first and a last part. */
  enclose(first: HistoryStep, last: HistoryStep): void {
    this.#open?.unshift(first);
    this.#open?.push(last);
  }

  /** Make what is done meanwhile one step: taken back from its end, done again from its beginning. */
  asOneStep(work: () => void): void {
    if (this.#open) {
      work();
      return;
    }
    const steps: HistoryStep[] = [];
    this.#open = steps;
    try {
      work();
    } finally {
      this.#open = null;
      // Also when the work was refused half way: what it has done can be taken back.
      if (steps.length > 0) this.push(together(steps));
    }
  }

  clear(): void {
    if (this.#open) this.#open.length = 0;
    this.#done.length = 0;
    this.#undone.length = 0;
  }

  undo(): void {
    this.#replay(this.#done, this.#undone, step => step.undo());
  }

  redo(): void {
    this.#replay(this.#undone, this.#done, step => step.redo());
  }

  #replay(from: HistoryStep[], to: HistoryStep[], play: (step: HistoryStep) => void): void {
    const step = from.pop();
    if (!step) return;
    this.#isReplaying = true;
    try {
      play(step);
      to.push(step);
    } finally {
      this.#isReplaying = false;
    }
  }
}

function together(steps: readonly HistoryStep[]): HistoryStep {
  return {
    weight: weightOf(steps),
    undo: () => {
      for (const step of steps.toReversed()) step.undo();
    },
    redo: () => {
      for (const step of steps) step.redo();
    },
  };
}
