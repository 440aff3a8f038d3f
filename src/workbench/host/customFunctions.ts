import type {
  CustomFunctionAnswer,
  CustomFunctionArgument,
  CustomFunctionProvider,
  WaitingForAnswer,
} from '../book/types';
import type { EventEntry } from './eventDesk';
import { type EmptyCell, prepareArguments } from './functionArguments';
import { type FunctionMetadata, type FunctionsFile, readFunctionsFile } from './functionMetadata';
import { readResult } from './functionResults';
import type { CustomFunctionResults } from './session';

const functionCategory = 1;
const callType = 1000;
const cancelType = 1001;
const cancelableFlag = 1;
const allowErrorsFlag = 4;

export interface CustomFunctionsOptions {
  /** Post the calls to the add-in; false when it does not listen yet. */
  deliver(entries: readonly EventEntry[]): void;
  isListening(): boolean;
  readonly emptyCell: EmptyCell;
  /** How long a call may take, in milliseconds; afterwards its cell shows `#N/A`. */
  readonly timeout: number;
}

interface OpenCall {
  readonly entry: EventEntry;
  settle(answer: CustomFunctionAnswer): void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Calls the add-in's custom functions for the book: each call is an event to the add-in's custom functions
 * runtime, whose results come back in a batch. Calls made before the runtime is ready wait for it.
 */
export class CustomFunctions implements CustomFunctionProvider, CustomFunctionResults {
  private file: FunctionsFile = { functions: [] };
  private readonly byName = new Map<string, FunctionMetadata>();
  private readonly open = new Map<number, OpenCall>();
  private queue: EventEntry[] = [];
  private isReady = false;
  private isFlushing = false;
  private nextId = 1;

  constructor(private readonly options: CustomFunctionsOptions) {}

  /**
   * Take the functions from the content of `functions.json`.
   *
   * @param namespace what stands before the function's name in a formula: `TIERCEL`
   */
  setFunctions(content: unknown, namespace: string): void {
    this.file = readFunctionsFile(content);
    this.byName.clear();
    for (const each of this.file.functions) {
      this.byName.set(`${namespace}.${each.name}`.toUpperCase(), each);
    }
  }

  get pending(): number {
    return this.open.size;
  }

  has(name: string): boolean {
    return this.byName.has(name.toUpperCase());
  }

  invoke(
    name: string,
    args: readonly CustomFunctionArgument[],
    address: string,
    waiting: WaitingForAnswer = {},
  ): Promise<CustomFunctionAnswer> {
    const metadata = this.byName.get(name.toUpperCase());
    if (!metadata) {
      return Promise.resolve({ error: '#NAME?' });
    }
    const allowErrors = this.file.allowErrorForDataTypeAny ?? false;
    const prepared = prepareArguments(metadata, args, { emptyCell: this.options.emptyCell, allowErrors });
    if ('error' in prepared) {
      return Promise.resolve(prepared.error);
    }
    const isCancelable = metadata.options?.cancelable ?? false;
    const flags = (isCancelable ? cancelableFlag : 0) | (allowErrors ? allowErrorsFlag : 0);
    const id = this.nextId++;
    if (isCancelable) {
      waiting.onAbandoned = () => this.cancel(id);
    }
    return this.call(id, JSON.stringify([id, metadata.id, prepared.values, address, flags]));
  }

  /** The add-in's runtime says that it takes calls. */
  ready(): void {
    this.isReady = true;
    this.flushSoon();
  }

  settle(results: readonly unknown[]): void {
    for (const each of results) {
      const result = readResult(each);
      const call = result && this.open.get(result.id);
      if (result && call) {
        clearTimeout(call.timer);
        this.open.delete(result.id);
        call.settle(result.outcome);
      }
    }
  }

  /** The add-in's page is being loaded: what an earlier page did not answer, and what nobody heard yet, is for this one. */
  restart(): void {
    this.isReady = false;
    this.queue = [...this.open.values()].map(call => call.entry);
  }

  /** The add-in is gone: its open calls end in `#N/A`, later ones wait until it is back. */
  disconnect(): void {
    this.isReady = false;
    this.queue = [];
    for (const id of [...this.open.keys()]) {
      this.fail(id, 'The add-in was closed before it answered.');
    }
  }

  private call(callId: number, message: string): Promise<CustomFunctionAnswer> {
    const entry: EventEntry = [functionCategory, callType, '', message, '', false];
    this.queue.push(entry);
    const answer = new Promise<CustomFunctionAnswer>(resolve => {
      const timer = setTimeout(() => this.fail(callId, 'The function took too long.'), this.options.timeout);
      this.open.set(callId, { entry, settle: resolve, timer });
    });
    this.flushSoon();
    return answer;
  }

  /**
   * Nobody waits for a call any more: Excel tells the add-in of those of cancelable functions (Microsoft Learn, "Receive and handle data with
   * custom functions"). The others go on, and what they answer is thrown away.
   */
  private cancel(callId: number): void {
    const call = this.open.get(callId);
    if (!call) {
      return;
    }
    const isHeard = !this.queue.includes(call.entry);
    this.fail(callId, 'The call was cancelled.');
    if (!isHeard) {
      this.queue = this.queue.filter(entry => entry !== call.entry);
      return;
    }
    this.queue.push([functionCategory, cancelType, '', JSON.stringify({ invocationId: callId }), '', false]);
    this.flushSoon();
  }

  private fail(callId: number, message: string): void {
    const call = this.open.get(callId);
    if (call) {
      clearTimeout(call.timer);
      this.open.delete(callId);
      call.settle({ error: '#N/A', message });
    }
  }

  /** All calls that one calculation makes go in one event. */
  private flushSoon(): void {
    if (this.isFlushing) {
      return;
    }
    this.isFlushing = true;
    queueMicrotask(() => {
      this.isFlushing = false;
      this.flush();
    });
  }

  private flush(): void {
    if (!this.isReady || !this.options.isListening() || this.queue.length === 0) {
      return;
    }
    const entries = this.queue;
    this.queue = [];
    this.options.deliver(entries);
  }
}
