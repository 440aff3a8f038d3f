/** A walk through the pane without a pointer: where the focus is, and the way to the next stop. */
import type { Frame } from 'playwright-core';
import type { Workbench } from './workbench';

/** More stops than any view has. */
const mostStops = 80;

export interface Stop {
  readonly name: string;
  /** Something around it is drawn because it has the focus. */
  readonly isMarked: boolean;
  /** It lies within what can be seen of the pane, and nothing lies over it. */
  readonly isInSight: boolean;
}

export interface KeyboardWalk {
  /** To the last stop before the pane, from where Tab goes into it. */
  enterPane(): Promise<void>;
  /** What has the focus; '' in place of a name when it was lost to the page. */
  focused(): Promise<Stop>;
  press(key: string): Promise<Stop>;
  /** Go on with Tab to the stop of that name, as somebody does who hears one after the other; each on the way is marked and in sight. */
  tabTo(name: RegExp): Promise<void>;
  /** Go on with Tab until the focus leaves the pane; each stop is marked and in sight. Returns their names. */
  tabToEnd(): Promise<string[]>;
}

/** Begin a walk in a workbench. */
export function walkByKeyboard({ page, idle }: Workbench): KeyboardWalk {
  function paneFrame(): Frame {
    const frame = page.frames().find(candidate => candidate.url().includes('taskpane.html'));
    if (!frame) throw new Error('The pane has no frame.');
    return frame;
  }

  const enterPane = (): Promise<void> =>
    page.getByRole('button', { name: /^(Close (the )?pane|关闭窗格)$/ }).focus();

  const focused = (): Promise<Stop> =>
    paneFrame().evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body || !document.hasFocus()) {
        return { name: '', isMarked: false, isInSight: false };
      }
      const label = element.closest('label');
      const labelBeside = element instanceof HTMLTextAreaElement ? element.labels[0] : undefined;
      const name = element.getAttribute('aria-label') ?? (label ?? labelBeside ?? element).innerText;
      const isMarked = [element, label, element.parentElement].some(candidate => {
        if (!candidate) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(candidate);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
      const box = label ?? element;
      const { top, bottom, left, right, height } = box.getBoundingClientRect();
      // What is tall, such as the text of a letter, may reach beyond the view: some of it has to be there.
      const heights = height > 100 ? [12, height / 2, height - 12] : [Math.min(height / 2, 12)];
      const isOnTop = heights.some(at =>
        box.contains(document.elementFromPoint((left + right) / 2, top + at)),
      );
      return {
        name: name.replace(/\s+/g, ' ').trim(),
        isMarked,
        isInSight: isOnTop && bottom > 0 && top < window.innerHeight,
      };
    });

  async function press(key: string): Promise<Stop> {
    await page.keyboard.press(key);
    await idle();
    return focused();
  }

  /** The next stop; null where the focus leaves the pane for Excel. */
  async function tab(passed: readonly string[]): Promise<string | null> {
    await page.keyboard.press('Tab');
    let at = await focused();
    // From the last stop Office.js hands the focus to Excel, in a turn of its own.
    if (at.name === passed.at(-1)) {
      await idle();
      at = await focused();
    }
    if (at.name === '') return null;
    expect({ ...at, passed }).toEqual({ name: at.name, isMarked: true, isInSight: true, passed });
    return at.name;
  }

  async function tabTo(name: RegExp): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < mostStops; stop += 1) {
      const at = await tab(passed);
      // It comes back at the first stop.
      if (at === null) await enterPane();
      else if (name.test(at)) return;
      else passed.push(at);
    }
    throw new Error(`No stop is named ${name}; passed: ${passed.join(' | ')}`);
  }

  async function tabToEnd(): Promise<string[]> {
    const passed: string[] = [];
    for (let stop = 0; stop < mostStops; stop += 1) {
      const at = await tab(passed);
      if (at === null) return passed;
      passed.push(at);
    }
    throw new Error(`The pane does not end; passed: ${passed.join(' | ')}`);
  }

  return { enterPane, focused, press, tabTo, tabToEnd };
}
