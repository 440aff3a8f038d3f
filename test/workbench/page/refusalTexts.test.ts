import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { BookError, EntryRefusal, refusalKinds } from '../../../src/workbench/book/refusals';
import { FileProblem } from '../../../src/workbench/files/fileProblem';
import { bookRefusals, fileProblems, refusalText } from '../../../src/workbench/page/refusalTexts';

const chinese = /[\u4e00-\u9fff]/;

describe('what is refused is said in the language of the window', () => {
  test.each(refusalKinds)('%s', kind => {
    const error = new BookError(kind, 'Rates');
    const [english, translated] = [refusalText(error, 'en-US'), refusalText(error, 'zh-CN')];
    expect(english).not.toMatch(chinese);
    expect(translated).toMatch(chinese);
    expect(`${english}${translated}`).not.toMatch(/[{}]/);
    expect(translated.includes('Rates')).toBe(english.includes('Rates'));
  });

  test.each(Object.keys({ ...bookRefusals, ...fileProblems }))('%s has a text of its own', kind => {
    const texts = { ...bookRefusals, ...fileProblems }[kind as keyof typeof bookRefusals];
    expect(texts['en-US']).not.toBe(texts['zh-CN']);
  });

  test('files say it without the part that was missing', () => {
    expect(refusalText(new FileProblem('damaged', 'xl/workbook.xml'), 'zh-CN')).toMatch(/^文件已损坏/);
  });

  test('a rule’s own words are its author’s; without any there is a text', () => {
    expect(refusalText(new EntryRefusal('Terms', 'Days only.'), 'zh-CN')).toBe('Terms: Days only.');
    expect(refusalText(new EntryRefusal('', ''), 'zh-CN')).toBe('此单元格只接受特定的值。');
  });

  test('what nobody foresaw keeps its detail, and no name of the user’s is a pattern', () => {
    expect(refusalText(new TypeError('x is undefined'), 'zh-CN')).toBe('意外错误（x is undefined）');
    expect(refusalText(new BookError('nameTaken', "$&$'"), 'en-US')).toBe("The name “$&$'” is taken.");
  });
});

describe('the window itself', () => {
  const page = path.resolve(__dirname, '../../../src/workbench/page');
  const views = (readdirSync(page, { recursive: true }) as string[]).filter(name => name.endsWith('.tsx'));

  test.each(views)('%s has no words of its own', name => {
    const text = readFileSync(path.join(page, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    const said = [...text.matchAll(/\b(?:aria-label|title|placeholder|label|tip|alt)="([^"]*)"/g)];
    // Names of keys are the same in every language.
    const words = said
      .map(([, value]) => value)
      .filter(value => /\p{L}/u.test(value) && !/^Ctrl\+/.test(value));
    const between = [...text.matchAll(/<\w+[^<>]*>\s*([\p{L}][^<>{}]*)<\//gu)].map(([, value]) => value);
    expect([...words, ...between]).toEqual([]);
  });

  const sources = (readdirSync(page, { recursive: true }) as string[]).filter(name => /\.tsx?$/.test(name));

  test.each(sources)('%s tells nothing that is not in the catalogues', name => {
    const text = readFileSync(path.join(page, name), 'utf8');
    expect(text).not.toMatch(/notices\.(?:problem|progress)\(\s*['"`]/);
    expect(text).not.toMatch(/notices\.(?:problem|progress)\([^)]*\.message/);
  });
});
