/** A text that nothing shows is translated, loaded and kept for nobody: each key of the catalogues is named somewhere in the code. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

const filesIn = (folder: string): string[] =>
  (readdirSync(path.join(root, folder), { recursive: true }) as string[])
    .filter(file => /\.tsx?$/.test(file))
    .map(file => path.posix.join(folder, file.split(path.sep).join('/')));

const codeOf = (file: string): string =>
  readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');

const catalogues = filesIn('src/i18n');
const elsewhere = [...filesIn('src'), ...filesIn('scripts')].filter(
  file => !catalogues.includes(file) && !file.startsWith('src/workbench/'),
);
const named = new Set(elsewhere.flatMap(file => codeOf(file).match(/[A-Za-z_$][\w$]*/g) ?? []));
/** Texts that other texts are put together of. */
const readByTexts = new Set(catalogues.flatMap(file => codeOf(file).match(/(?<=\.)[A-Za-z_$][\w$]*/g) ?? []));

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** The keys of a group of texts and of the groups within, each with its path. */
function* keysOf(group: Readonly<Record<string, unknown>>, at: string): Generator<[string, string]> {
  for (const [key, value] of Object.entries(group)) {
    if (/^[A-Za-z_$][\w$]*$/.test(key)) yield [key, `${at}.${key}`];
    if (isGroup(value)) yield* keysOf(value, `${at}.${key}`);
  }
}

test.each(catalogues)('every text of %s is named where it is shown', async file => {
  const exported: Readonly<Record<string, unknown>> = await import(path.join(root, file));
  const keys = Object.entries(exported).flatMap(([name, value]) =>
    isGroup(value) ? [...keysOf(value, name)] : [],
  );
  const unnamed = keys.filter(([key]) => !named.has(key) && !readByTexts.has(key)).map(([, at]) => at);
  expect(unnamed).toEqual([]);
});
