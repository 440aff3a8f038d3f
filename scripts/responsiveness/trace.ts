/** What a browser's trace says of the pane's thread. */

/** Longer than this and who presses a key waits noticeably for an answer (the web's own definition of a long task). */
export const longTaskMilliseconds = 50;

/** Set in the pane where the action begins: that the browser gets ready to trace is no task of the pane's. */
export const beginMark = 'action begins';

export const traceCategories = [
  'blink.user_timing',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  '__metadata',
  'v8',
];
/** What was being executed, at intervals below a millisecond, and what tidying up consists of. */
export const sampleCategories = ['disabled-by-default-v8.cpu_profiler', 'disabled-by-default-v8.gc'];

interface CallFrame {
  readonly functionName: string;
  readonly url?: string;
  readonly lineNumber?: number;
}

interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: CallFrame;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly id?: string;
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds the thread was executing, whatever else the machine did meanwhile. */
  readonly tdur?: number;
  readonly args: {
    readonly name?: string;
    /** Bytes, of what tidies memory. */
    readonly usedHeapSizeBefore?: number;
    readonly usedHeapSizeAfter?: number;
    readonly data?: {
      readonly startTime?: number;
      readonly cpuProfile?: { readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[] };
      readonly timeDeltas?: readonly number[];
    };
  };
}

/** The tasks that are told of in full. */
const toldTasks = 4;

export interface LongTask {
  /** Microseconds since the browser began. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds the thread was executing. */
  readonly executing: number;
  /** Milliseconds by the clock: more on a machine that has others to serve. */
  readonly lasting: number;
  /** Milliseconds of it in which memory was tidied. */
  readonly collecting: number;
}

/** Megabytes of memory as they stood whenever it was tidied: noise of the machine does not change them, as it does times. */
export interface TracedMemory {
  /** Taken between the first tidying and the last one. */
  readonly taken: number;
  /** The most there were: what a pause follows. */
  readonly most: number;
}

export interface ThreadTrace {
  readonly tasks: number;
  /** Milliseconds in all. */
  readonly executing: number;
  /** How many took longer than `longTaskMilliseconds`. */
  readonly longCount: number;
  /** The longest few, longest first; at least one. */
  readonly longest: readonly LongTask[];
  /** Null where memory was not tidied meanwhile: little was taken then. */
  readonly memory: TracedMemory | null;
  /** Function names, and in brackets what the browser did, by the milliseconds that passed in them within a task, most first. */
  explain(task: LongTask): readonly (readonly [string, number])[];
}

/**
 * Read the tasks of the main thread of a process.
 *
 * @param trace - as the browser writes it.
 * @param processId - of the process that runs the pane alone.
 */
export function readTrace(trace: Buffer, processId: number): ThreadTrace {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: readonly TraceEvent[] };
  const events = traceEvents.filter(({ pid }) => pid === processId);
  const mainThread = events.find(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  )?.tid;
  const begin = events.find(({ name }) => name === beginMark)?.ts ?? 0;
  const onThread = events.filter(({ tid, ph, ts }) => tid === mainThread && ph === 'X' && ts >= begin);
  const tasks = onThread.filter(({ name }) => name === 'RunTask');
  if (tasks.length === 0) throw new Error('The browser traced no task of the pane.');
  const collections = onThread.filter(({ name }) => name === 'MinorGC' || name === 'MajorGC');
  const executing = (event: TraceEvent) => (event.tdur ?? event.dur ?? 0) / 1000;
  const longest = [...tasks]
    .sort((one, other) => executing(other) - executing(one))
    .slice(0, toldTasks)
    .map((task): LongTask => {
      const [from, to] = [task.ts, task.ts + (task.dur ?? 0)];
      const within = collections.filter(({ ts }) => ts >= from && ts < to);
      return {
        from,
        to,
        executing: executing(task),
        lasting: (task.dur ?? 0) / 1000,
        collecting: within.reduce((sum, event) => sum + executing(event), 0),
      };
    });
  const times = tasks.map(executing);
  return {
    tasks: tasks.length,
    executing: times.reduce((sum, time) => sum + time, 0),
    longCount: times.filter(time => time > longTaskMilliseconds).length,
    longest,
    memory: memoryOf(collections),
    explain: task => explain(events, onThread, task),
  };
}

const bytesPerMegabyte = 1_000_000;

function memoryOf(collections: readonly TraceEvent[]): TracedMemory | null {
  let [taken, most] = [0, 0];
  let left: number | null = null;
  for (const { args } of [...collections].sort((one, other) => one.ts - other.ts)) {
    const { usedHeapSizeBefore: before, usedHeapSizeAfter: after } = args;
    if (before === undefined || after === undefined) continue;
    taken += left === null ? 0 : Math.max(0, before - left);
    most = Math.max(most, before);
    left = after;
  }
  return left === null ? null : { taken: taken / bytesPerMegabyte, most: most / bytesPerMegabyte };
}

/** Less of what the browser did is not worth a line. */
const toldMicroseconds = 1_000;

function explain(
  events: readonly TraceEvent[],
  onThread: readonly TraceEvent[],
  task: LongTask,
): readonly (readonly [string, number])[] {
  const nodes = new Map<number, ProfileNode>();
  const stacks = new Map<string, number>();
  for (const { name, ts, dur = 0 } of onThread) {
    if (ts < task.from || ts > task.to || dur < toldMicroseconds || name === 'RunTask') continue;
    stacks.set(`[${name}]`, (stacks.get(`[${name}]`) ?? 0) + dur / 1000);
  }
  let time = events.find(({ name }) => name === 'Profile')?.args.data?.startTime ?? 0;
  for (const { name, args } of events) {
    if (name !== 'ProfileChunk') continue;
    for (const node of args.data?.cpuProfile?.nodes ?? []) nodes.set(node.id, node);
    const samples = args.data?.cpuProfile?.samples ?? [];
    const deltas = args.data?.timeDeltas ?? [];
    samples.forEach((sample, index) => {
      const delta = deltas[index] ?? 0;
      time += delta;
      if (time < task.from || time > task.to) return;
      for (const line of namesOn(nodes, sample)) stacks.set(line, (stacks.get(line) ?? 0) + delta / 1000);
    });
  }
  return [...stacks].sort(([, one], [, other]) => other - one);
}

function namesOn(nodes: ReadonlyMap<number, ProfileNode>, sample: number): ReadonlySet<string> {
  const names = new Set<string>();
  for (let node = nodes.get(sample); node !== undefined; node = nodes.get(node.parent ?? -1)) {
    const { functionName, url, lineNumber } = node.callFrame;
    const file = url?.split('/').at(-1)?.split('?')[0] ?? '';
    names.add(`${functionName || '(anonymous)'}${file === '' ? '' : ` ${file}:${(lineNumber ?? 0) + 1}`}`);
    if (node.parent === undefined) break;
  }
  return names;
}
