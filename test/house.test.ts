/** The rules that keep the house a house: who may know whom, and what nothing here may name. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const source = path.resolve(__dirname, '../src');

const files = (readdirSync(source, { recursive: true }) as string[])
  .filter(name => /\.tsx?$/.test(name) && name.includes(path.sep))
  .map(name => name.split(path.sep).join('/'));

/** Where each relative import of a file leads, as a path below src. */
function imports(file: string): string[] {
  const text = readFileSync(path.join(source, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']*)'/g)].map(match =>
    path.posix.join(path.posix.dirname(file), match[1]),
  );
}

const room = (file: string): string => file.split('/')[0];

/** Each room may know itself and these. */
const known: Readonly<Record<string, readonly string[]>> = {
  risk: [],
  i18n: ['risk'],
  functions: ['risk', 'i18n'],
  excel: ['risk', 'i18n'],
  taskpane: ['risk', 'i18n', 'excel'],
  commands: ['risk', 'i18n', 'excel', 'taskpane'],
  workbench: [],
};

/** The page brings functions, commands and pane together in one runtime: it alone knows them all. */
const page = 'taskpane/taskpane.tsx';
const knownToPage = ['functions', 'commands'];

test.each(files)('%s imports only from rooms below its own', file => {
  const allowed = [room(file), ...known[room(file)], ...(file === page ? knownToPage : [])];
  const strangers = imports(file)
    .filter(target => !target.includes('node_modules/'))
    .filter(target => !allowed.includes(room(target)));
  expect(strangers).toEqual([]);
});

test.each(files.filter(file => room(file) === 'risk'))(
  '%s is pure: no Office, no page, no clock, no chance',
  file => {
    const text = readFileSync(path.join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(text).not.toMatch(/\b(Office|Excel|CustomFunctions|window|navigator|localStorage)\s*\./);
    // A document is an invoice here; what is forbidden is the page's.
    expect(text).not.toMatch(/\bdocument\.(body|cookie|create|get|query|addEvent)/);
    expect(text).not.toMatch(/\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b/);
  },
);

test.each(files.filter(file => room(file) !== 'excel'))('%s leaves Excel.run to the excel room', file => {
  if (room(file) === 'workbench') return;
  const text = readFileSync(path.join(source, file), 'utf8');
  expect(text).not.toMatch(/\bExcel\.run\b/);
});

const withoutComments = (file: string): string =>
  readFileSync(path.join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');

/** What these hold in Chinese is what users write: nothing that Tiercel says. */
const readsChinese = [
  'functions/cell.ts',
  'taskpane/copiedTable.ts',
  'taskpane/views/policy/PolicyField.tsx',
];

test.each(
  files.filter(file => !['i18n', 'risk', 'workbench'].includes(room(file)) && !readsChinese.includes(file)),
)('%s leaves what is said to the catalogues', file => {
  expect(withoutComments(file)).not.toMatch(/\p{Script=Han}/u);
});

test.each(files.filter(file => !['i18n', 'workbench'].includes(room(file))))(
  '%s asks for no language by name and lists none: a third one would be overlooked',
  file => {
    expect(withoutComments(file)).not.toMatch(/[!=]== '(?:en|zh)'|'en', 'zh'|'zh', 'en'/);
  },
);

test('no folder is named after a technique', () => {
  const folders = new Set(files.flatMap(file => file.split('/').slice(0, -1)));
  for (const name of ['utils', 'util', 'helpers', 'common', 'misc', 'shared', 'lib']) {
    expect(folders).not.toContain(name);
  }
});

test.each(files.filter(file => room(file) !== 'workbench'))('%s says why it ends work', file => {
  // A browser keeps who called `abort` without a reason, in an error of its own making: components, and the answers they showed.
  expect(readFileSync(path.join(source, file), 'utf8')).not.toMatch(/\.abort\(\)/);
});
