/** The pages in docs/functions are what the code, the help and the examples say today. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { calculate } from '../../scripts/functionPages/calculate';
import { examples } from '../../scripts/functionPages/examples';
import { makeFunctionPages } from '../../scripts/functionPages/functionPages';
import { functionHelp } from '../../src/i18n/functions/functionHelp';
import { problemTexts } from '../../src/i18n/problems/problems';
import { type RunningExcel, startExcel } from '../excel/harness';
import { tiercelFunctions } from '../tiercelFunctions';

const folder = path.resolve(__dirname, '../../docs/functions');

test('Chinese messages call arguments as Excel does in Chinese', () => {
  for (const { zh } of Object.values(problemTexts)) expect(zh).not.toMatch(/[a-z]_[a-z]/);
});

describe('docs/functions', () => {
  let pages: ReadonlyMap<string, string>;
  beforeAll(async () => {
    pages = await makeFunctionPages();
  });

  test('is up to date; `npm run docs` writes it', () => {
    const written = readdirSync(folder).map(file => [file, readFileSync(path.join(folder, file), 'utf8')]);
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(pages));
  });

  test('has a page and a line of the index for every function, in both languages', () => {
    const ids = Object.keys(functionHelp);
    expect(pages.size).toBe(2 * ids.length + 2);
    for (const id of ids) {
      expect(pages.get('index.md')).toContain(`[${id}](${id}.md)`);
      expect(pages.get('index.zh-CN.md')).toContain(`[${id}](${id}.zh-CN.md)`);
    }
  });

  test('leads only to pages that are there', () => {
    for (const text of pages.values()) {
      for (const [, file] of text.matchAll(/\]\(([^)]+)\)/g)) expect(pages.has(file)).toBe(true);
    }
  });

  test('says everything in Chinese on the Chinese pages: every paragraph but the formulas to type', () => {
    for (const [file, text] of pages) {
      if (!file.endsWith('.zh-CN.md')) continue;
      const prose = text
        .replace(/```[^`]*```/g, '')
        .split('\n')
        .filter(line => /[a-z]{4}/i.test(line) && !/^(#|\[|→)/.test(line));
      expect(prose.filter(line => !/[一-鿿]/.test(line))).toEqual([]);
    }
  });

  test('says on Chinese pages which English words the options go by as well', () => {
    expect(pages.get('DSO.zh-CN.md')).toContain(
      '选项也可用英文填写：`"期末"` = `"ending"`，`"平均"` = `"average"`，`"倒推"` = `"countback"`。',
    );
    expect(pages.get('TIERING.zh-CN.md')).toContain('`"行次"` = `"lines"`');
    expect(pages.get('TIER.zh-CN.md')).not.toContain('选项也可用英文填写');
  });

  test('lists what a function can answer, told by its code', () => {
    const dso = pages.get('DSO.md')!;
    expect(dso).toContain(
      '| `#DIV/0!` | ‹argument, row› are 0, and nothing can be divided by them. Check that the range is the right one. |',
    );
    expect(dso).toContain('| `#N/A` | The receivables exceed all sales given by ‹…›.');
    expect(dso).not.toContain('“‹…›” is not a date');
    expect(pages.get('TIER.md')).toContain('‹table, row, column›: the row cannot be read.');
    expect(pages.get('CEI.md')).toContain('| `#DIV/0!` `#N/A` | What could have been collected');
  });
});

describe('the examples', () => {
  let excel: RunningExcel;
  beforeAll(async () => {
    excel = await startExcel({
      functions: await tiercelFunctions(),
    });
  });
  afterAll(() => excel.stop());

  test('of CUSTOMERCARD shows the name through Office.js, whose Excel has cards', async () => {
    for (const language of ['en', 'zh'] as const) {
      const [example] = examples.CUSTOMERCARD;
      const [[[shown]]] = (await calculate(example, language, excel.host.functions)) as unknown[][][];
      expect(shown).toBe(language === 'en' ? 'Northwind' : '北风贸易');
    }
  });

  const withoutCards = Object.entries(examples).filter(([id]) => id !== 'CUSTOMERCARD');
  test.each(withoutCards)('of %s answer the same through Office.js', async (_, ofFunction) => {
    const { functions } = excel.host;
    for (const example of ofFunction) {
      expect(await calculate(example, 'en', functions)).toEqual(await calculate(example, 'en'));
    }
  });

  /** First cell of each formula of each example. */
  const published = {
    DSO: [[15], [60 + (32 / 70) * 30]],
    CONCENTRATION: [[1_296], [0.5, 0.8, 10_000 / 3_800, 0.2, 'Northwind']],
    CEI: [[0.5592948717948718, 0.7962962962962963]],
    ALLOWANCE: [[580_000]],
    ALTMANZ: [[11.1, 6.56 * 1.2 + (3.26 * 0.8 + 6.72 * 6.5) / 3.5 + (1.05 * 7) / 5]],
    AGING: [[63_000], ['Customer'], ['Up to 1 year']],
    DELAYRATE: [[2 / 3, 0.8]],
    DBT: [[5]],
    ROLLRATES: [[0.23]],
    CHURN: [[0.5]],
    TURNOVER: [[1.6, 2]],
  } satisfies Partial<Record<keyof typeof examples, (number | string)[][]>>;

  test.each(Object.entries(published))('of %s answer the published figures', async (id, figures) => {
    for (const [index, example] of examples[id as keyof typeof published].entries()) {
      const firstCells = (await calculate(example, 'en')).map(([row]) => row[0]);
      expect(firstCells).toEqual(
        figures[index].map(figure => (typeof figure === 'number' ? expect.closeTo(figure, 9) : figure)),
      );
    }
  });
});
