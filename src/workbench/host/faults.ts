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

/** How the add-in hears of what happens in the workbook. */
export interface EventDelivery {
  /** How often it hears of one and the same event. */
  readonly times: number;
  /** Milliseconds after it happened, and between two times. */
  readonly late: number;
}

const atOnce: EventDelivery = { times: 1, late: 0 };

interface RequestLimit {
  readonly most: number;
  /** Milliseconds. */
  readonly within: number;
}

/** For tests: makes requests of the add-in fail, and events reach it, as they do in the real Excel now and then. */
export class Faults {
  private injections: Injection[] = [];
  private limit: RequestLimit | null = null;
  /** When the requests came that count for the limit. */
  private taken: number[] = [];
  /** Milliseconds that every answer to a request takes. */
  latency = 0;
  /** Excel tells of edits and selections late at times, after what the user did next, or twice. */
  events: EventDelivery = atOnce;

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

  /**
   * Refuse requests as `busy` while too many come, as Excel on the web does with an add-in that asks too much.
   *
   * @param most requests that are taken within so many milliseconds; refused ones do not count
   * @example faults.limitRequests(20, { within: 1_000 })
   */
  limitRequests(most: number, { within }: { readonly within: number }): void {
    this.limit = { most, within };
    this.taken = [];
  }

  clear(): void {
    this.injections = [];
    this.limit = null;
    this.latency = 0;
    this.events = atOnce;
  }

  /** Count a request; the number of the error that it is refused with, or null. */
  next(): number | null {
    return this.nextInjected() ?? (this.isOverLimit() ? transportErrors.busy : null);
  }

  private isOverLimit(): boolean {
    if (!this.limit) {
      return false;
    }
    const { most, within } = this.limit;
    const now = Date.now();
    this.taken = this.taken.filter(at => now - at < within);
    if (this.taken.length >= most) {
      return true;
    }
    this.taken.push(now);
    return false;
  }

  private nextInjected(): number | null {
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
