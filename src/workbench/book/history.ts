/** One thing the user did: how to take it back, and how to do it again. */
export interface HistoryStep {
  undo(): void;
  redo(): void;
}

const deepest = 100;

/** What the user can undo and redo, newest last. */
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
    if (this.#done.length > deepest) this.#done.shift();
    this.#undone.length = 0;
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
    undo: () => {
      for (const step of steps.toReversed()) step.undo();
    },
    redo: () => {
      for (const step of steps) step.redo();
    },
  };
}
