/** What the pane still holds: an answer that something newer replaced should be let go, or memory grows with every change of date. */
import type { CDPSession, Frame } from 'playwright-core';

export interface HeldMemory {
  /** In use after tidying up, columns of numbers among it. */
  readonly megabytes: number;
  /** Answers that something still refers to: the one that is shown, and such as are of before. */
  readonly answers: number;
  /** Tables of measured customers. */
  readonly tables: number;
  /** Breaches of all these answers: objects, which take longer to look through than columns. */
  readonly breaches: number;
}

/** Run in the page on all objects there: how many of them are answers, tables of customers and breaches. */
const countAnswers = `function () {
  const has = (object, name) => Object.hasOwn(object, name);
  const plain = this.filter(object => Object.getPrototypeOf(object) === Object.prototype);
  return {
    answers: plain.filter(object => has(object, 'findingCounts') && has(object, 'assessment')).length,
    tables: plain.filter(object => has(object, 'rowsOf') && has(object, 'metrics')).length,
    breaches: plain.filter(object => has(object, 'severity') && has(object, 'threshold') && has(object, 'customer')).length,
  };
}`;

/** Tidy up the memory of the page of a frame, and look what is left. */
export async function readHeldMemory(frame: Frame): Promise<HeldMemory> {
  const session = await frame.page().context().newCDPSession(frame);
  try {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = (await session.send('Runtime.getHeapUsage')) as {
      usedSize: number;
      backingStorageSize?: number;
    };
    const counted = await countHeld(session);
    return { megabytes: (usedSize + (backingStorageSize ?? 0)) / 1_000_000, ...counted };
  } finally {
    await session.detach();
  }
}

async function countHeld(session: CDPSession): Promise<Omit<HeldMemory, 'megabytes'>> {
  const prototype = await session.send('Runtime.evaluate', { expression: 'Object.prototype' });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: prototype.result.objectId ?? '',
  });
  const counted = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: countAnswers,
    returnByValue: true,
  });
  await session.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
  return counted.result.value as Omit<HeldMemory, 'megabytes'>;
}
