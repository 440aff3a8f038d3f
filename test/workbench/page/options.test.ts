import { describe, expect, test } from '@jest/globals';
import { clampPaneWidth, readOptions } from '../../../src/workbench/page/options';

describe('readOptions', () => {
  test('opens the sample with the pane beside it when nothing is asked', () => {
    expect(readOptions('', 'en-GB', false)).toEqual({
      open: '/assets/sample.xlsx',
      locale: 'en-US',
      theme: 'light',
      isPaneOpen: true,
      paneWidth: 350,
      paneHost: null,
    });
  });

  test('does what the address asks', () => {
    expect(readOptions('?open=none&locale=zh-CN&theme=dark&pane=closed&width=360', 'en', false)).toEqual({
      open: null,
      locale: 'zh-CN',
      theme: 'dark',
      isPaneOpen: false,
      paneWidth: 360,
      paneHost: null,
    });
  });

  test.each([
    ['zh-TW', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['de-DE', 'en-US'],
  ])('a browser in %s begins in %s', (language, locale) => {
    expect(readOptions('', language, false).locale).toBe(locale);
  });

  test('a dark system begins dark', () => {
    expect(readOptions('', 'en', true).theme).toBe('dark');
  });

  test.each(['//evil.example/x.xlsx', 'https://evil.example/x.xlsx', '/\\evil.example/x.xlsx'])(
    'a link cannot make it open %s',
    address => {
      expect(readOptions(`?open=${encodeURIComponent(address)}`, 'en', false).open).toBe(
        '/assets/sample.xlsx',
      );
    },
  );

  test('the add-in may come under another name of this machine, and of no other', () => {
    expect(readOptions('?host=127.0.0.1', 'en', false).paneHost).toBe('127.0.0.1');
    expect(readOptions('?host=evil.example', 'en', false).paneHost).toBeNull();
  });

  test('a width that is none is the usual one', () => {
    expect(readOptions('?width=wide', 'en', false).paneWidth).toBe(350);
  });
});

test.each([
  [100, 320],
  [320, 320],
  [433.4, 433],
  [601, 600],
])('a pane of %d pixels becomes %d', (asked, given) => {
  expect(clampPaneWidth(asked)).toBe(given);
});
