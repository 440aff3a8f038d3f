import { fireEvent, render, waitFor } from '@testing-library/preact';
import { keepFocus } from '../../../src/taskpane/keepFocus';

let stop: () => void;
let hasFocus: jest.SpyInstance;

function page(html: string): HTMLElement {
  const { container } = render(<div />);
  const root = container.firstElementChild as HTMLElement;
  root.innerHTML = html;
  stop = keepFocus(root);
  return root;
}

beforeEach(() => {
  // In a browser a page keeps the focus when the focused element goes; jsdom says it has lost it.
  hasFocus = jest.spyOn(document, 'hasFocus').mockReturnValue(true);
});
afterEach(() => {
  stop();
  hasFocus.mockRestore();
});

const byId = (id: string) => document.getElementById(id) as HTMLElement;
const focused = () => document.activeElement?.id;
const pause = () => new Promise(resolve => setTimeout(resolve, 20));

test('what is dismissed hands the focus to what stands beside it', async () => {
  page(
    '<main><h1 id="title">T</h1><div><input id="search"><p id="chips"><button id="chip"></button></p></div></main>',
  );
  byId('chip').focus();
  byId('chip').remove();
  await waitFor(() => expect(focused()).toBe('search'));
});

test('where nothing stands beside, reading goes on at the heading of the view, not somewhere else in the page', async () => {
  page(
    '<header><button id="far"></button></header><main><h1 id="title">T</h1><p id="bar"><button id="ok"></button></p></main>',
  );
  byId('ok').focus();
  byId('bar').remove();
  await waitFor(() => expect(focused()).toBe('title'));
  expect(byId('title').tabIndex).toBe(-1);
});

test('a message that replaces another takes the focus of its button', async () => {
  page('<main><h1>T</h1><div id="status"><p><button id="undo"></button></p></div></main>');
  byId('undo').focus();
  byId('status').innerHTML = '<p><button id="redo"></button></p>';
  await waitFor(() => expect(focused()).toBe('redo'));
});

test('who went elsewhere by themselves is left alone', async () => {
  page('<main><h1>T</h1><button id="one"></button><p id="gone"></p></main>');
  byId('one').focus();
  byId('one').blur();
  byId('gone').remove();
  await pause();
  expect(document.activeElement).toBe(document.body);
});

test('a layer that gives the focus back itself has the word', async () => {
  page(
    '<main><h1>T</h1><button id="door"></button><section id="layer"><button id="close"></button></section></main>',
  );
  byId('close').focus();
  byId('layer').remove();
  setTimeout(() => byId('door').focus(), 0);
  await pause();
  expect(focused()).toBe('door');
});

test('a page that is not in front takes no focus from Excel', async () => {
  hasFocus.mockReturnValue(false);
  page('<main><h1>T</h1><p id="bar"><button id="ok"></button></p></main>');
  byId('ok').focus();
  byId('bar').remove();
  await pause();
  expect(document.activeElement).toBe(document.body);
});

describe('Tab from a heading that was given the focus, which Office.js would take for the end of the pane', () => {
  const twoLayers =
    '<button id="before"></button><main><h2 id="title" tabindex="-1">T</h2><button tabindex="-1" id="skipped"></button><input id="after"></main>';

  test('goes to the stop after it, with Shift to the one before it, and Office.js is not asked', () => {
    const officeSaw = jest.fn();
    window.addEventListener('keydown', officeSaw);
    page(twoLayers);
    byId('title').focus();
    fireEvent.keyDown(byId('title'), { key: 'Tab' });
    expect(focused()).toBe('after');
    byId('title').focus();
    fireEvent.keyDown(byId('title'), { key: 'Tab', shiftKey: true });
    expect(focused()).toBe('before');
    expect(officeSaw).not.toHaveBeenCalled();
    window.removeEventListener('keydown', officeSaw);
  });

  test('with nothing after it, and from any other stop, the key is Office.js’s', () => {
    page('<main><button id="only"></button><h1 id="title" tabindex="-1">T</h1></main>');
    byId('title').focus();
    expect(fireEvent.keyDown(byId('title'), { key: 'Tab' })).toBe(true);
    byId('only').focus();
    expect(fireEvent.keyDown(byId('only'), { key: 'Tab' })).toBe(true);
    expect(focused()).toBe('only');
  });
});
