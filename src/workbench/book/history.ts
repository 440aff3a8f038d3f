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

  /** Remember a step, unless it is itself part of undoing or redoing. */
  push(step: HistoryStep): void {
    if (this.#isReplaying) return;
    this.#done.push(step);
    if (this.#done.length > deepest) this.#done.shift();
    this.#undone.length = 0;
  }

  clear(): void {
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
