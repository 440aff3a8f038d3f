import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { App } from '../../../src/workbench/page/App';
import type { Workbench } from '../../../src/workbench/page/model/workbench';
import { workbenchWithoutFiles } from './workbenchWithoutFiles';

const manifest = readFileSync(path.resolve(__dirname, '../../../manifest.xml'), 'utf8');
const metadata = JSON.stringify({
  functions: [{ id: 'DSO', name: 'DSO', description: 'Days', parameters: [{ name: 'receivables' }] }],
});

let workbench: Workbench;

beforeEach(async () => {
  // jsdom has no canvas and measures nothing.
  HTMLCanvasElement.prototype.getContext = (() => null) as HTMLCanvasElement['getContext'];
  Element.prototype.scrollIntoView = () => undefined;
  globalThis.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  window.fetch = async address => {
    const text = String(address).endsWith('.xml') ? manifest : metadata;
    return { ok: true, text: async () => text } as Response;
  };
  workbench = workbenchWithoutFiles();
  workbench.grid.resize(600, 400);
  render(<App workbench={workbench} />);
  await act(async () => workbench.start(null));
  await waitFor(() => screen.getByRole('tab', { name: 'Tiercel' }));
});

afterEach(() => {
  cleanup();
  workbench.addIn.stop();
});

test('the add-in’s tab is open, with the buttons of its manifest', () => {
  expect(screen.getByRole('tab', { name: 'Tiercel' }).getAttribute('aria-selected')).toBe('true');
  for (const name of ['Open pane', 'Tier this sheet', 'Highlight', 'Clear']) {
    expect(screen.getByRole('button', { name })).toBeTruthy();
  }
});

test('the pane’s frame is this server’s page with the host’s facts and channel', () => {
  const frame = screen.getByTitle<HTMLIFrameElement>('Tiercel');
  expect(frame.src).toMatch(/^http:\/\/localhost\/taskpane\.html\?_host_Info=Excel\$Web\$16\.01\$en-US\$/);
  expect(JSON.parse(frame.name).xdmInfo).toContain('|http://localhost');
});

test('closing the pane keeps its frame, and the add-in’s button opens it again', () => {
  const frame = screen.getByTitle('Tiercel');
  fireEvent.click(screen.getByRole('button', { name: 'Close the pane' }));
  expect(workbench.isPaneOpen.value).toBe(false);
  expect(document.contains(frame)).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Open pane' }));
  expect(workbench.isPaneOpen.value).toBe(true);
});

test('the other language starts the add-in again in it, and keeps what is in the cells', async () => {
  const before = screen.getByTitle('Tiercel');
  act(() => workbench.books.book.value.enter(workbench.books.book.value.activeSheet, 0, 0, 'kept'));
  fireEvent.click(screen.getByRole('tab', { name: 'Home' }));
  fireEvent.click(screen.getByRole('button', { name: '中文' }));
  await waitFor(() => screen.getByRole('tab', { name: '信用风险' }));
  expect(screen.getByRole('tab', { name: '开始' })).toBeTruthy();
  expect(document.contains(before)).toBe(false);
  expect(document.documentElement.lang).toBe('zh-CN');
  expect(workbench.books.book.value.activeSheet.value(0, 0)).toBe('kept');
});

test('the active cell is a gridcell that says where it is and what it holds', () => {
  act(() => {
    const book = workbench.books.book.value;
    book.enter(book.activeSheet, 1, 2, '12%');
    workbench.cursor.moveTo({ row: 1, column: 2 });
  });
  const cell = screen.getByRole('gridcell');
  expect(cell.getAttribute('aria-colindex')).toBe('3');
  expect(cell.parentElement?.getAttribute('aria-rowindex')).toBe('2');
  expect(screen.getByTestId('readout').textContent).toBe('C2, 12%');
  expect(screen.getByLabelText<HTMLInputElement>('Name box').value).toBe('C2');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Formula bar' }).value).toBe('12%');
});

test('a refusal is told and can be put away', () => {
  act(() => {
    workbench.books.book.value.activeSheet.isProtected = true;
    workbench.attempt(() =>
      workbench.books.book.value.enter(workbench.books.book.value.activeSheet, 0, 0, 'x'),
    );
  });
  expect(screen.getByRole('alert').textContent).toContain('This sheet is protected');
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('sheets are tabs: added, renamed, turned by arrows', async () => {
  fireEvent.click(screen.getByRole('button', { name: 'New sheet' }));
  expect(workbench.cursor.current.value.sheet.name).toBe('Sheet2');
  fireEvent.dblClick(screen.getByRole('tab', { name: 'Sheet2' }));
  const box = screen.getByRole('textbox', { name: 'Sheet2' });
  fireEvent.input(box, { target: { value: 'Ledger' } });
  fireEvent.keyDown(box, { key: 'Enter' });
  const tab = await screen.findByRole('tab', { name: 'Ledger' });
  fireEvent.keyDown(tab, { key: 'ArrowLeft' });
  expect(workbench.cursor.current.value.sheet.name).toBe('Sheet1');
});

test('there is nothing that axe finds wrong', async () => {
  const { violations } = await axe.run(document.body, {
    // jsdom neither draws nor loads frames.
    rules: { 'color-contrast': { enabled: false } },
    iframes: false,
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
