import { expect, test } from '@jest/globals';
import { createSay, type TextKey, textKeys } from '../../../src/workbench/page/texts';

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

test.each(textKeys)('%s has the same placeholders in both languages', (key: TextKey) => {
  const values = new Proxy({}, { get: (_, name) => `{${String(name)}}` });
  expect(placeholders(createSay('zh-CN')(key, values))).toEqual(
    placeholders(createSay('en-US')(key, values)),
  );
});

test('fills in what is named', () => {
  expect(createSay('en-US')('opening', { name: 'a.xlsx' })).toBe('Opening a.xlsx…');
  expect(createSay('zh-CN')('opening', { name: 'a.xlsx' })).toBe('正在打开 a.xlsx…');
});
