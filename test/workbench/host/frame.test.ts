import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { JSDOM } from 'jsdom';
import { createBook } from '../../../src/workbench/book/book';
import { openFrame } from '../../../src/workbench/host/frame';
import { createHost, type Host } from '../../../src/workbench/host/host';

const origin = 'http://localhost:3000';
const names = ['document', 'location', 'addEventListener', 'removeEventListener'] as const;
let dom: JSDOM;

/** The frame opens in whatever page it is called in: here a page of jsdom. */
beforeEach(() => {
  dom = new JSDOM('<!doctype html><body></body>', { url: `${origin}/` });
  const scope = globalThis as unknown as Record<string, unknown>;
  for (const name of names) {
    const value = dom.window[name] as unknown;
    scope[name] = typeof value === 'function' ? value.bind(dom.window) : value;
  }
});

afterEach(() => {
  dom.window.close();
  for (const name of names) {
    Reflect.deleteProperty(globalThis, name);
  }
});

const makeHost = (send: (message: string) => void): Host =>
  createHost(createBook(), { locale: 'zh-CN', addinId: 'add-in', origin, send });

/** A message event as the browser makes it. */
function post(source: Window | null, from: string): void {
  const request = { _messageType: 0, _actionName: 'ContextActivationManager_getAppContextAsync' };
  dom.window.dispatchEvent(
    new dom.window.MessageEvent('message', { data: JSON.stringify(request), origin: from, source }),
  );
}

test('the frame has its name and its query before it is inserted', () => {
  const { body } = dom.window.document;
  const seen: string[] = [];
  const append = body.append.bind(body);
  body.append = (...nodes) => {
    const [frame] = nodes as unknown as HTMLIFrameElement[];
    seen.push(frame?.name ?? '', frame?.src ?? '');
    append(...nodes);
  };
  const frame = openFrame(body, '/taskpane.html?a=1', makeHost);
  expect(JSON.parse(seen[0] ?? '')).toMatchObject({ xdmInfo: expect.stringContaining(`|add-in|${origin}`) });
  expect(seen[1]).toMatch(
    /^http:\/\/localhost:3000\/taskpane\.html\?a=1&_host_Info=Excel\$Web\$16\.01\$zh-CN\$/,
  );
  frame.close();
  expect(body.children.length).toBe(0);
});

test('only the frame itself, on this origin, is answered', async () => {
  const answers: string[] = [];
  const frame = openFrame(dom.window.document.body, '/taskpane.html', () =>
    makeHost(text => answers.push(text)),
  );
  const { contentWindow } = frame.element;
  post(dom.window as unknown as Window, origin);
  post(contentWindow, 'http://evil.example');
  expect(answers).toEqual([]);
  post(contentWindow, origin);
  expect(answers.length).toBe(1);
  frame.close();
  post(contentWindow, origin);
  expect(answers.length).toBe(1);
});

test('a page of another origin is refused', () => {
  expect(() => openFrame(dom.window.document.body, 'http://127.0.0.1:3000/taskpane.html', makeHost)).toThrow(
    'has to be on http://localhost:3000',
  );
});
