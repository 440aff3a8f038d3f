/**
 * Whether the pane is at work, which neither the workbench nor a clock can tell: a busy machine is silent for long in the middle of it. What the page has
 * asked its browser for is counted: turns of long work (`src/excel/inSlices.ts`), code that is fetched, and timers of half a second or less.
 */
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Resolves to whether nothing is under way, after what was queued so far. */
    isQuiet?(): Promise<boolean>;
  }
}

/** As text: what compiles the stories would leave names of its own in a function. */
const countWork = `(() => {
  const longestTimer = 500;
  let underWay = 0;
  const open = new Set();
  const { setTimeout: begin, clearTimeout: end } = window;
  window.setTimeout = (work, delay = 0, ...given) => {
    const timer = begin.call(window, () => {
      open.delete(timer);
      work(...given);
    }, delay);
    if (delay <= longestTimer) open.add(timer);
    return timer;
  };
  window.clearTimeout = timer => {
    open.delete(timer);
    end.call(window, timer);
  };
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (...given) {
    underWay += 1;
    return postMessage.apply(this, given);
  };
  const onMessage = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    ...onMessage,
    set(hear) {
      onMessage.set.call(this, event => {
        underWay -= 1;
        hear.call(this, event);
      });
    },
  });
  const { appendChild } = Node.prototype;
  Node.prototype.appendChild = function (node) {
    if (node instanceof HTMLScriptElement && node.src) {
      underWay += 1;
      for (const done of ['load', 'error']) node.addEventListener(done, () => { underWay -= 1; });
    }
    return appendChild.call(this, node);
  };
  window.isQuiet = () =>
    new Promise(resolve => {
      requestAnimationFrame(() => begin.call(window, () => resolve(underWay === 0 && open.size === 0), 0));
    });
})()`;

/** Count what the pages of a window have under way; call it before they are loaded. */
export const countPaneWork = (page: Page): Promise<unknown> => page.addInitScript({ content: countWork });

/** Tell whether the add-in's page has nothing under way; one that is being loaded has. */
async function isPaneQuiet(page: Page): Promise<boolean> {
  const pane = page.frames().find(frame => frame.url().includes('taskpane.html'));
  if (pane === undefined) return true;
  try {
    return await pane.evaluate(() => window.isQuiet?.() ?? true);
  } catch {
    return false;
  }
}

/** Wait until workbook and pane have nothing left to do, each after the other was done. */
export async function untilIdle(page: Page): Promise<void> {
  for (let quiet = 0; quiet < 2; ) {
    await page.evaluate(() => window.workbench.idle());
    quiet = (await isPaneQuiet(page)) ? quiet + 1 : 0;
  }
}
