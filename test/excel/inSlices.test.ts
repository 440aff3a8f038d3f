import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { beginInSlices, inSlices, nextTurn } from '../../src/excel/inSlices';

const spend = (milliseconds: number): void => {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
};

function* working(slices: number, milliseconds: number) {
  for (let slice = 0; slice < slices; slice += 1) {
    spend(milliseconds);
    yield;
  }
  spend(milliseconds);
  return 'done';
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe('inSlices', () => {
  test('work is done to its end', async () => {
    expect(await inSlices(working(3, 10), new AbortController().signal)).toBe('done');
  });

  test('what is ended between two turns gives nothing', async () => {
    const running = new AbortController();
    setImmediate(() => running.abort());
    expect(await inSlices(working(50, 10), running.signal)).toBeNull();
  });

  test('others get a turn also after the last slice, unless it was short', async () => {
    expect(await inSlices(working(0, 20), AbortSignal.abort())).toBeNull();
    expect(await inSlices(working(0, 0), AbortSignal.abort())).toBe('done');
  });

  test('the first slice of a turn counts as the others do', async () => {
    await nextTurn();
    let clock = 0;
    let turns = 0;
    let isOver = false;
    jest.spyOn(performance, 'now').mockImplementation(() => clock);
    const count = () => {
      turns += 1;
      if (!isOver) void nextTurn().then(count);
    };
    function* taking(slices: number) {
      for (let slice = 0; slice < slices; slice += 1) {
        clock += 8;
        yield;
      }
      isOver = true;
    }
    count();
    await inSlices(taking(20));
    expect(turns).toBeGreaterThanOrEqual(20);
  });

  test('work that follows other work in one turn does not begin a turn of its own', async () => {
    await nextTurn();
    let clock = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => clock);
    function* takingThree() {
      clock += 3;
      yield;
    }
    const others: string[] = [];
    setImmediate(() => others.push('others'));
    await inSlices(takingThree());
    expect(others).toEqual([]);
    await inSlices(takingThree());
    expect(others).toEqual(['others']);
  });
});

describe('beginInSlices', () => {
  test('what the work comes to is handed over', async () => {
    expect(await new Promise(resolve => beginInSlices(working(2, 10), resolve))).toBe('done');
  });

  test('what was overtaken hands over nothing, also where it is through and only its answer is on its way', async () => {
    const taken: string[] = [];
    const take = (result: string): void => void taken.push(result);
    beginInSlices(working(50, 10), take)();
    beginInSlices(working(0, 0), take)();
    await new Promise(resolve => beginInSlices(working(5, 10), resolve));
    expect(taken).toEqual([]);
  });
});
