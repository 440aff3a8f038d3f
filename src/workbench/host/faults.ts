import { type TransportFault, transportErrors } from './wire/transportError';

/** What can be made to go wrong, by the sentence of a tester. */
export type Fault = 'editing' | 'sessionGone' | 'tooLarge' | 'responseTooLarge' | 'busy' | 'noPermission';

const transportFaults: Readonly<Record<Fault, TransportFault>> = {
  editing: 'editing',
  sessionGone: 'sessionGone',
  tooLarge: 'requestTooLarge',
  responseTooLarge: 'responseTooLarge',
  busy: 'busy',
  noPermission: 'noPermission',
};

interface Injection {
  /** The batch it is for, counted from now: 0 is the next. */
  batch: number;
  remaining: number;
  readonly error: number;
}

/** For tests: makes requests of the add-in fail as they do in the real Excel now and then. */
export class Faults {
  private injections: Injection[] = [];
  /** Milliseconds that every answer to a request takes. */
  latency = 0;

  /**
   * Refuse a request of the add-in (a `context.sync()`; what Office.js itself sends beside them does not count).
   *
   * @param batch how many requests go well before: 0 refuses the next one
   * @param times how many requests are refused, one after another
   * @example faults.inject('busy', { batch: 1 }) // the next request works, the one after it does not
   */
  inject(
    fault: Fault,
    { batch = 0, times = 1 }: { readonly batch?: number; readonly times?: number } = {},
  ): void {
    this.injections.push({ batch, remaining: times, error: transportErrors[transportFaults[fault]] });
  }

  clear(): void {
    this.injections = [];
    this.latency = 0;
  }

  /** Count a request; the number of the error that it is refused with, or null. */
  next(): number | null {
    const due = this.injections.find(each => each.batch === 0);
    for (const each of this.injections) {
      each.batch = Math.max(0, each.batch - 1);
    }
    if (!due) {
      return null;
    }
    due.remaining--;
    this.injections = this.injections.filter(each => each.remaining > 0);
    return due.error;
  }
}
