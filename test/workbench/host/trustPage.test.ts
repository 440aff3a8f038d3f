import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { JSDOM } from 'jsdom';

/** Ask the page as Office.js does; the answer, or null when it says nothing. */
async function ask(page: string, question: { hostname: string }, from = page): Promise<unknown> {
  const dom = new JSDOM(readFileSync('src/workbench/host/trustPage.html', 'utf8'), {
    url: page,
    runScripts: 'dangerously',
  });
  const { window } = dom;
  let answer: unknown = null;
  window.addEventListener('message', event => {
    const said = JSON.parse(event.data) as Record<string, unknown>;
    answer = 'hostUserTrusted' in said ? said.hostUserTrusted : answer;
  });
  window.dispatchEvent(
    new window.MessageEvent('message', {
      data: JSON.stringify({ ...question, noHttps: true }),
      origin: new URL(from).origin,
      source: window as unknown as Window,
    }),
  );
  await new Promise(resolve => setTimeout(resolve, 20));
  window.close();
  return answer;
}

test('it trusts a workbench on this machine', async () => {
  expect(await ask('http://localhost:3000/x', { hostname: 'localhost' })).toBe(true);
  expect(await ask('http://127.0.0.1:3000/x', { hostname: '127.0.0.1' })).toBe(true);
  // The add-in's page may come under another name of it.
  expect(await ask('http://127.0.0.1:3000/x', { hostname: 'localhost' })).toBe(true);
});

test('it trusts no other machine', async () => {
  expect(await ask('http://workbench.example/x', { hostname: 'workbench.example' })).toBe(false);
  expect(await ask('http://localhost:3000/x', { hostname: 'evil.example' })).toBe(false);
});

test('it does not answer a page of another origin', async () => {
  expect(await ask('http://localhost:3000/x', { hostname: 'localhost' }, 'http://evil.example/')).toBeNull();
});
