/** Every formula of the README answers what the README says, through Office.js and the emulated Excel. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type RunningExcel, startExcel } from './excel/harness';
import { tiercelFunctions } from './tiercelFunctions';

const root = path.resolve(__dirname, '..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const formulas = [...readme.matchAll(/^\| `(=TIERCEL[^`]+)` \| ([^|]+) \|/gm)].map(match => ({
  formula: match[1],
  result: match[2].trim(),
}));

let excel: RunningExcel;

beforeAll(async () => {
  excel = await startExcel({
    functions: await tiercelFunctions(),
  });
  excel.book.functions = excel.host.functions;
});
afterAll(() => excel.stop());

/** As the README prints it: the spilled cells, numbers to ten figures. */
const printed = (value: unknown): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(10))) : String(value);

test('the README shows formulas', () => {
  expect(formulas.length).toBeGreaterThanOrEqual(9);
});

test.each(formulas)('$formula is $result', async ({ formula, result }) => {
  const { book } = excel;
  const sheet = book.activeSheet;
  book.enter(sheet, 0, 0, formula);
  await book.idle();
  const { area } = sheet.spill(0, 0) ?? { area: { rowCount: 1, columnCount: 1 } };
  const cells = Array.from({ length: area.rowCount * area.columnCount }, (_, index) =>
    sheet.value(Math.floor(index / area.columnCount), index % area.columnCount),
  );
  expect(cells.map(printed).join(', ')).toBe(result);
});

test('every file, picture and script that the README names is there', () => {
  const scripts = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).scripts as Record<
    string,
    string
  >;
  const linked = [...readme.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(match => match[1]);
  expect(linked.filter(file => !existsSync(path.join(root, file)))).toEqual([]);
  const named = [...readme.matchAll(/`npm run ([a-z]+)/g)].map(match => match[1]);
  expect(named.filter(name => !(name in scripts))).toEqual([]);
});
