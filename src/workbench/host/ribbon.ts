import type { Json } from './wire/json';

/** The add-in said that a ribbon command did not work, or did not say anything in time. */
export class RibbonError extends Error {}

interface OpenCommand {
  readonly actionId: string;
  done(): void;
  failed(error: RibbonError): void;
}

/** Runs the add-in's commands for the buttons of the ribbon. */
export class Ribbon {
  private readonly open = new Map<string, OpenCommand>();
  private waiting: (() => void)[] = [];
  private nextId = 1;

  constructor(
    /** Post the event; false while the add-in does not listen yet. */
    private readonly deliver: (payload: readonly Json[]) => boolean,
  ) {}

  /** Press a button: resolves when the add-in's command has called `event.completed()`. */
  press(actionId: string, controlId: string): Promise<void> {
    const id = `command-${this.nextId++}`;
    const source = JSON.stringify({ source: { id: controlId } });
    return new Promise((resolve, reject) => {
      this.open.set(id, { actionId, done: resolve, failed: reject });
      const post = (): boolean => this.deliver([id, actionId, source]);
      if (!post()) {
        this.waiting.push(post);
      }
    });
  }

  /** The add-in listens now: post what was pressed before. */
  listening(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const post of waiting) {
      post();
    }
  }

  completed(id: Json, status: Json): void {
    const command = this.open.get(String(id));
    if (!command) {
      return;
    }
    this.open.delete(String(id));
    if (status === 0) {
      command.done();
    } else {
      command.failed(
        new RibbonError(`The add-in has no working command ${command.actionId} (${String(status)}).`),
      );
    }
  }

  disconnect(): void {
    this.waiting = [];
    for (const command of this.open.values()) {
      command.failed(new RibbonError(`The add-in was closed before ${command.actionId} completed.`));
    }
    this.open.clear();
  }
}
