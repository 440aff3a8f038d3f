import { describe, expect, test } from '@jest/globals';
import { inSlices } from '../../src/excel/inSlices';

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
});
