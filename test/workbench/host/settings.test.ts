import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createBook } from '../../../src/workbench/book/book';
import { createHost } from '../../../src/workbench/host/host';
import { type RunningExcel, startExcel } from '../../excel/harness';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
});

afterEach(() => excel.stop());

function save(settings: Office.Settings): Promise<Office.AsyncResultStatus> {
  return new Promise(resolve => {
    settings.saveAsync(result => resolve(result.status));
  });
}

test('settings of the document are saved with the workbook', async () => {
  const { settings } = Office.context.document;
  settings.set('mapping', { amount: 3 });
  settings.set('language', 'zh');
  expect(await save(settings)).toBe('succeeded');
  expect([...excel.host.settings]).toEqual([
    ['mapping', '{"amount":3}'],
    ['language', '"zh"'],
  ]);
  settings.remove('language');
  await save(settings);
  expect([...excel.host.settings.keys()]).toEqual(['mapping']);
});

test('a refresh sees what changed in the workbook', async () => {
  const { settings } = Office.context.document;
  excel.host.settings.set('language', '"en"');
  await new Promise<void>(resolve => {
    settings.refreshAsync(() => resolve());
  });
  expect(settings.get('language')).toBe('en');
});

test('the pane finds the settings of the workbook when it opens', async () => {
  excel.stop();
  const book = excel.book;
  excel = await startExcel({ book, settings: { mapping: { amount: 3 } } });
  expect(Office.context.document.settings.get('mapping')).toEqual({ amount: 3 });
});

test('workbook.settings are the same settings', async () => {
  excel.host.settings.set('language', '"en"');
  await Excel.run(async context => {
    const { settings } = context.workbook;
    settings.add('mapping', { amount: 3 });
    const language = settings.getItem('language').load('key,value');
    const none = settings.getItemOrNullObject('nowhere');
    settings.load('items/key');
    await context.sync();
    expect([language.key, language.value]).toEqual(['language', 'en']);
    expect(none.isNullObject).toBe(true);
    expect(settings.items.map(each => each.key)).toEqual(['language', 'mapping']);
    settings.getItem('language').delete();
    await context.sync();
  });
  expect([...excel.host.settings]).toEqual([['mapping', '{"amount":3}']]);
});

test('two hosts never share a conversation, under which Office.js caches the settings of a workbook', () => {
  const make = () =>
    createHost(createBook(), {
      locale: 'en-US',
      addinId: 'x',
      origin: 'http://localhost',
      send: () => undefined,
    });
  expect(make().hostInfo).not.toBe(make().hostInfo);
});
