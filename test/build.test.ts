/** `npm run build` makes a folder that can be put on a server as it is. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const root = path.resolve(__dirname, '..');
const { address } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).config as {
  address: string;
};
const folder = mkdtempSync(path.join(tmpdir(), 'tiercel-build-'));

beforeAll(() => {
  const webpack = require.resolve('webpack-cli/bin/cli.js');
  execFileSync(process.execPath, [webpack, '--mode', 'production', '--output-path', folder], { cwd: root });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

test('every address of the deployed manifest is the production address, and a file of the folder', () => {
  const addresses = [...read('manifest.xml').matchAll(/DefaultValue="(https?:[^"]*)"/g)].map(
    match => match[1],
  );
  expect(addresses.length).toBeGreaterThan(10);
  for (const each of addresses) {
    expect(each.startsWith(address)).toBe(true);
    expect({ file: each, exists: existsSync(path.join(folder, each.slice(address.length))) }).toEqual({
      file: each,
      exists: true,
    });
  }
});

test('the page loads Office.js from Microsoft, as the store requires, before our script', () => {
  const page = read('taskpane.html');
  const office = page.indexOf('https://appsforoffice.microsoft.com/lib/1/hosted/office.js');
  expect(office).toBeGreaterThan(0);
  expect(page.indexOf('taskpane.js')).toBeGreaterThan(office);
  // A deferred script may run after Office.js has started the functions, and every formula would fail.
  expect(page).not.toMatch(/\b(defer|async)\b/);
});

test('the page itself forbids to send anything to another address', () => {
  const [, policy] =
    /http-equiv="?Content-Security-Policy"? content="([^"]*)"/.exec(read('taskpane.html')) ?? [];
  expect(policy?.split('; ')).toEqual(expect.arrayContaining(["connect-src 'self'", "form-action 'none'"]));
});

test('the functions are described in both languages, and error cells do not block a call', () => {
  const english = JSON.parse(read('functions.json'));
  const chinese = JSON.parse(read('functions.zh-CN.json'));
  expect(english.allowErrorForDataTypeAny).toBe(true);
  expect(chinese.functions.map(({ id }: { id: string }) => id)).toEqual(
    english.functions.map(({ id }: { id: string }) => id),
  );
  expect(chinese.functions[0].description).toMatch(/[一-鿿]/);
});

test('Excel finds the page of every function, in its language', () => {
  for (const file of ['functions.json', 'functions.zh-CN.json']) {
    for (const { id, helpUrl } of JSON.parse(read(file)).functions as { id: string; helpUrl: string }[]) {
      expect(helpUrl.startsWith(address)).toBe(true);
      const page = read(helpUrl.slice(address.length));
      expect(page).toContain(`<h1>TIERCEL.${id}</h1>`);
      expect(page).toMatch(file.includes('zh') ? /<html lang="?zh-CN/ : /<html lang="?en/);
      const linked = [...page.matchAll(/href="?([^" >]+)/g)].map(match => match[1]);
      expect(linked.filter(to => !existsSync(path.join(folder, 'docs/functions', to)))).toEqual([]);
    }
  }
});

test('what the page loads before anybody presses anything fits into 100 KB', () => {
  const page = read('taskpane.html');
  const own = [...page.matchAll(/(?:src|href)="?([\w.-]+\.(?:js|css))/g)].map(([, file]) => file);
  expect(own.sort()).toEqual(['taskpane.css', 'taskpane.js']);
  const bytes = own.map(file => gzipSync(read(file), { level: 9 }).length);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(100_000);
});

test('the workbench stays at home', () => {
  const files = readdirSync(folder, { recursive: true }) as string[];
  // Whoever opens an empty workbook may try the sample of the pane; the workbench's own stays.
  expect(files.filter(file => /workbench|sample|office-js/.test(file))).toEqual(['assets/sample.json']);
  expect(read('taskpane.js')).not.toContain('window.workbench');
});
