import { describe, expect, test } from '@jest/globals';
import { beginMark, readTrace } from '../../scripts/responsiveness/trace';

const pane = 7;
const thread = 1;

/** Times in microseconds, as a browser writes them. */
const event = (name: string, ts: number, more: object = {}) => ({
  name,
  ph: 'X',
  pid: pane,
  tid: thread,
  ts,
  args: {},
  ...more,
});
const traceOf = (...events: object[]) =>
  Buffer.from(
    JSON.stringify({
      traceEvents: [event('thread_name', 0, { ph: 'M', args: { name: 'CrRendererMain' } }), ...events],
    }),
  );

describe('readTrace', () => {
  test('counts tasks by the time the thread was executing, not by what else the machine did', () => {
    const { longCount, longest, executing } = readTrace(
      traceOf(
        event('RunTask', 1_000, { dur: 300_000, tdur: 20_000 }),
        event('RunTask', 400_000, { dur: 90_000, tdur: 80_000 }),
        event('MinorGC', 410_000, { dur: 6_000, tdur: 5_000 }),
      ),
      pane,
    );
    expect(longest).toEqual([
      { from: 400_000, to: 490_000, executing: 80, lasting: 90, collecting: 5 },
      { from: 1_000, to: 301_000, executing: 20, lasting: 300, collecting: 0 },
    ]);
    expect([longCount, executing]).toEqual([1, 100]);
  });

  test('leaves out other processes, other threads, and what came before the action', () => {
    const { tasks, longCount } = readTrace(
      traceOf(
        event('RunTask', 1_000, { dur: 99_000, tdur: 99_000 }),
        event(beginMark, 200_000, { ph: 'I' }),
        event('RunTask', 201_000, { dur: 10_000, tdur: 10_000 }),
        event('RunTask', 201_000, { pid: 8, dur: 99_000, tdur: 99_000 }),
        event('RunTask', 201_000, { tid: 2, dur: 99_000, tdur: 99_000 }),
      ),
      pane,
    );
    expect([tasks, longCount]).toEqual([1, 0]);
  });

  test('adds up the memory that was taken between tidyings, and says the most there was', () => {
    const tidied = (ts: number, before: number, after: number, name = 'MinorGC') =>
      event(name, ts, {
        dur: 10,
        args: { usedHeapSizeBefore: before * 1_000_000, usedHeapSizeAfter: after * 1_000_000 },
      });
    const { memory } = readTrace(
      traceOf(
        event('RunTask', 1_000, { dur: 9_000 }),
        tidied(2_000, 60, 50),
        tidied(4_000, 70, 65, 'MajorGC'),
        tidied(3_000, 80, 60),
      ),
      pane,
    );
    expect(memory).toEqual({ taken: 40, most: 80 });
    expect(readTrace(traceOf(event('RunTask', 1_000, { dur: 9_000 })), pane).memory).toBeNull();
  });

  test('a trace without tasks is no proof of quick ones', () => {
    expect(() => readTrace(traceOf(), pane)).toThrow('no task');
  });

  test('names the functions of a task by the time they were on the stack', () => {
    const nodes = [
      { id: 1, callFrame: { functionName: '(root)' } },
      {
        id: 2,
        parent: 1,
        callFrame: { functionName: 'sort', url: 'http://localhost/pane.js', lineNumber: 4 },
      },
      { id: 3, parent: 2, callFrame: { functionName: 'compare' } },
    ];
    const trace = readTrace(
      traceOf(
        event('Profile', 0, { ph: 'P', args: { data: { startTime: 0 } } }),
        event('ProfileChunk', 0, {
          ph: 'P',
          args: {
            data: { cpuProfile: { nodes, samples: [1, 3, 2] }, timeDeltas: [5_000, 40_000, 20_000] },
          },
        }),
        event('RunTask', 10_000, { dur: 70_000, tdur: 70_000 }),
      ),
      pane,
    );
    expect(trace.explain(trace.longest[0]).slice(0, 3)).toEqual([
      ['sort pane.js:5', 60],
      ['(root)', 60],
      ['compare', 40],
    ]);
  });
});
