import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type ContenderRuns, contenders } from './contenders';
import { measureMemory, type Timing, timeContender } from './measure';
import { wireOf } from './wire';

type Question = 'time' | 'memory';

/** With this argument, and the contender's name and the rows of its ledger behind it, the bench is the process of one contender. */
export const asContender = '--contender';

/**
 * Time every contender in a process of its own, one run of each after the other.
 *
 * In one process what a contender leaves behind is cleared away at the expense of the next: at a million rows the engine took twice as long
 * after a Map of row objects as after itself. In turns, because a machine has better and worse minutes.
 */
export async function runInTurns(rowCount: number, runs: number): Promise<readonly ContenderRuns[]> {
  const players = contenders.map(({ name }) => ({
    name,
    process: fork(process.argv[1], [asContender, name, String(rowCount)]),
    timings: [] as Timing[],
  }));
  try {
    for (const player of players) await answerOf(player.process);
    for (let run = 0; run < runs; run++) {
      for (const player of players) player.timings.push((await ask(player.process, 'time')) as Timing);
    }
    const ended: ContenderRuns[] = [];
    for (const { name, timings, process } of players)
      ended.push({ name, timings, bytesPerRow: (await ask(process, 'memory')) as number });
    return ended;
  } finally {
    for (const player of players) player.process.kill();
  }
}

/** Be the process of one contender: make the ledger, say so, and answer until nobody asks any more. */
export function playContender(name: string, rowCount: number): void {
  const contender = contenders.find(one => one.name === name);
  if (contender === undefined) throw new Error(`There is no contender named ${name}`);
  const wire = wireOf(rowCount, contender.isByCustomer);
  process.on('message', async (question: Question) => {
    process.send!(
      question === 'time'
        ? await timeContender(contender, wire, rowCount)
        : await measureMemory(contender, wire),
    );
  });
  process.send!('ready');
}

async function ask(process: ChildProcess, question: Question): Promise<unknown> {
  process.send(question);
  return answerOf(process);
}

async function answerOf(process: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const gone = once(process, 'exit', { signal: ended.signal }).then(() => {
    throw new Error('A contender ended before it answered');
  });
  gone.catch(() => undefined);
  try {
    const [answer] = (await Promise.race([once(process, 'message'), gone])) as [unknown];
    return answer;
  } finally {
    ended.abort();
  }
}
