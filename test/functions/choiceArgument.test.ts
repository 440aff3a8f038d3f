import { describe, expect, test } from '@jest/globals';
import { readFlag, readOption } from '../../src/functions/choiceArgument';
import { chineseOption, chineseOptions } from '../../src/i18n/functions/optionWords';
import { setLanguage } from '../../src/i18n/language';
import { dsoMethods } from '../../src/risk/metrics/formulas/dso';
import { shown } from './runtime';

describe('an option', () => {
  test('is found by its word in either language, whichever the pane speaks', () => {
    for (const [option, chinese] of Object.entries(chineseOptions)) {
      expect(readOption(` ${option.toUpperCase()} `, 'method', ['other', option])).toBe(option);
      expect(readOption(` ${chinese}　`, 'method', ['other', option])).toBe(option);
    }
  });

  test('has a Chinese word of its own', () => {
    const words = Object.values(chineseOptions);
    expect(new Set(words).size).toBe(words.length);
  });

  test('that is none is answered with those there are, as the reader writes them', () => {
    expect(shown(() => readOption('best', 'method', dsoMethods))).toBe(
      '#VALUE! method: “best” is not known here. Enter one of ending, average, countback.',
    );
    setLanguage('zh');
    expect(shown(() => readOption('最好', 'method', dsoMethods))).toBe(
      '#VALUE! 方法：“最好”无效。请改填其中之一：期末、平均、倒推。',
    );
  });

  test('is left out where its cell is empty, which desktop Excel hands as 0', () => {
    for (const nothing of [undefined, null, '', 0, [[0]]])
      expect(readOption(nothing, 'method', dsoMethods)).toBe('ending');
  });

  test('that is the same in both languages has no other word', () => {
    expect(chineseOption('hhi')).toBeUndefined();
  });
});

test('yes and no can be Chinese', () => {
  expect([readFlag('是', 'headers', false), readFlag('否', 'headers', true)]).toEqual([true, false]);
});
