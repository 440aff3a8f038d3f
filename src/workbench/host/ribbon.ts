import type { Json } from './wire/json';

/** The add-in said that a ribbon command did not work, or did not say anything in time. */
class RibbonError extends Error {}

interface OpenCommand {
  readonly actionId: string;
  readonly payload: readonly Json[];
  /** The add-in has heard of it. */
  isPosted: boolean;
  done(): void;
  failed(error: RibbonError): void;
}

/** Runs the add-in's commands for the buttons of the ribbon. */
export class Ribbon {
  private readonly open = new Map<string, OpenCommand>();
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
      this.open.set(id, {
        actionId,
        payload: [id, actionId, source],
        isPosted: false,
        done: resolve,
        failed: reject,
      });
      this.post();
    });
  }

  /** Post what was pressed and not posted yet: also what was pressed before the add-in listened. */
  post(): void {
    for (const command of this.open.values()) {
      command.isPosted ||= this.deliver(command.payload);
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

  /** The add-in's page is being loaded: what an earlier page did not complete never will; the rest waits for this one. */
  restart(): void {
    this.fail(command => command.isPosted);
  }

  disconnect(): void {
    this.fail(() => true);
  }

  private fail(isMeant: (command: OpenCommand) => boolean): void {
    for (const [id, command] of [...this.open]) {
      if (isMeant(command)) {
        this.open.delete(id);
        command.failed(new RibbonError(`The add-in was closed before ${command.actionId} completed.`));
      }
    }
  }
}
