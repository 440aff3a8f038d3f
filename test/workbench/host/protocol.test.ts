import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createBook } from '../../../src/workbench/book/book';
import { createHost } from '../../../src/workbench/host/host';
import { type RunningExcel, startExcel } from '../../excel/harness';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
});

afterEach(() => excel.stop());

/** One request: write a value, then what the test adds. */
function request(work: (sheet: Excel.Worksheet) => void = () => undefined): Promise<void> {
  return Excel.run(async context => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1').values = [[1]];
    work(sheet);
    await context.sync();
  });
}

describe('a batch', () => {
  test('stops at the action that fails; what was before stays done', async () => {
    const run = request(sheet => {
      sheet.getRange('B1').values = [[2]];
      sheet.getRange('C1:D1').values = [[3]];
      sheet.getRange('E1').values = [[5]];
    });
    await expect(run).rejects.toMatchObject({
      code: 'InvalidArgument',
      debugInfo: { errorLocation: 'Range.values', statement: expect.stringContaining('values') },
    });
    const { activeSheet } = excel.book;
    expect([0, 1, 2, 3, 4].map(column => activeSheet.value(0, column))).toEqual([1, 2, null, null, null]);
  });

  test('its error is an OfficeExtension.Error', async () => {
    const error = await request(sheet => sheet.getRange('A1:B1').set({ values: [[1]] })).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(OfficeExtension.Error);
  });

  test('a mistake of the host itself is a GeneralException that names it', async () => {
    const { book } = excel;
    const original = book.setCells;
    book.setCells = () => {
      throw new TypeError('broken book');
    };
    await expect(request()).rejects.toMatchObject({
      code: 'GeneralException',
      message: expect.stringContaining('broken book'),
    });
    book.setCells = original;
  });
});

describe('requests that are refused as a whole', () => {
  test.each([
    ['editing', 'InvalidOperationInCellEditMode'],
    ['busy', 'ActivityLimitReached'],
    ['sessionGone', 'InvalidOrTimedOutSession'],
    ['tooLarge', 'RequestPayloadSizeLimitExceeded'],
    ['responseTooLarge', 'ResponsePayloadSizeLimitExceeded'],
    ['noPermission', 'AccessDenied'],
  ] as const)('%s is %s, and nothing is done', async (fault, code) => {
    excel.host.faults.inject(fault);
    await expect(request()).rejects.toMatchObject({ code });
    expect(excel.book.activeSheet.value(0, 0)).toBeNull();
    await request();
    expect(excel.book.activeSheet.value(0, 0)).toBe(1);
  });

  test('the n-th request can be refused, and several after one another', async () => {
    excel.host.faults.inject('busy', { batch: 1, times: 2 });
    await request();
    await expect(request()).rejects.toMatchObject({ code: 'ActivityLimitReached' });
    await expect(request()).rejects.toMatchObject({ code: 'ActivityLimitReached' });
    await request();
  });

  test('while the user types in a cell', async () => {
    excel.book.isEditing = true;
    await expect(request()).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
    excel.book.isEditing = false;
    await request();
  });

  test('a request over 5 MB', async () => {
    const text = 'x'.repeat(30_000);
    const run = Excel.run(async context => {
      const rows = Array.from({ length: 180 }, () => [text]);
      context.workbook.worksheets.getFirst().getRange('A1:A180').values = rows;
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
    expect(excel.book.activeSheet.value(0, 0)).toBeNull();
  });

  test('bytes count, not characters: 2 MB of Chinese are 6 MB', async () => {
    const text = '账'.repeat(30_000);
    const run = Excel.run(async context => {
      const rows = Array.from({ length: 60 }, () => [text]);
      context.workbook.worksheets.getFirst().getRange('A1:A60').values = rows;
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
  });

  test('an answer over 5 MB', async () => {
    const { book } = excel;
    const rows = Array.from({ length: 200 }, () => ['x'.repeat(30_000)]);
    book.setCells(book.activeSheet, { row: 0, column: 0, rowCount: 200, columnCount: 1 }, rows, 'user');
    const read = (address: string): Promise<number> =>
      Excel.run(async context => {
        const range = context.workbook.worksheets.getFirst().getRange(address).load('values');
        await context.sync();
        return range.values.length;
      });
    await expect(read('A1:A200')).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
    expect(await read('A1:A100')).toBe(100);
  });

  test('a large write goes in pieces that Office.js makes, in one request', async () => {
    await Excel.run(async context => {
      const rows = Array.from({ length: 4000 }, (_, row) => [row, row * 2]);
      context.workbook.worksheets.getFirst().getRange('A1:B4000').values = rows;
      await context.sync();
    });
    expect(excel.book.activeSheet.value(3999, 1)).toBe(7998);
  });
});

describe('what Office.js learns about its host', () => {
  test('host, platform, languages and requirement sets', () => {
    const { context } = Office;
    expect(context.host).toBe('Excel');
    expect(context.platform).toBe('OfficeOnline');
    expect(context.displayLanguage).toBe('en-US');
    expect(context.requirements.isSetSupported('ExcelApi', '1.14')).toBe(true);
    expect(context.requirements.isSetSupported('SharedRuntime', '1.1')).toBe(true);
    expect(context.requirements.isSetSupported('ExcelApi', '1.99')).toBe(false);
  });

  test('an older Excel can be played', async () => {
    excel.stop();
    excel = await startExcel({ host: { requirements: { ExcelApi: '1.6' } } });
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.7')).toBe(false);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.6')).toBe(true);
  });

  test('Excel on the web has no Office theme; the harness can play one that desktop Excel has', async () => {
    expect(Office.context.officeTheme).toBeUndefined();
    excel.stop();
    excel = await startExcel({
      theme: {
        bodyBackgroundColor: '#262626',
        bodyForegroundColor: '#F3F2F1',
        controlBackgroundColor: '#262626',
        controlForegroundColor: '#F3F2F1',
      },
    });
    expect(Office.context.officeTheme.bodyBackgroundColor).toBe('#262626');
  });

  test('members of the common API that the host does not have fail', async () => {
    const status = await new Promise(resolve => {
      Office.context.document.getSelectedDataAsync(Office.CoercionType.Text, result =>
        resolve(result.status),
      );
    });
    expect(status).toBe('failed');
  });
});

describe('the pane', () => {
  test('is shown and hidden by the add-in and by the user, and the add-in is told', async () => {
    const shown: boolean[] = [];
    excel.stop();
    excel = await startExcel({ host: { onPane: isVisible => shown.push(isVisible), isPaneVisible: false } });
    const modes: string[] = [];
    await Office.addin.onVisibilityModeChanged(message => {
      modes.push(message.visibilityMode);
    });
    await Office.addin.showAsTaskpane();
    await Office.addin.hide();
    excel.host.setPaneVisible(true);
    await excel.host.idle();
    expect(shown).toEqual([true, false, true]);
    expect(modes).toEqual(['Taskpane', 'Hidden', 'Taskpane']);
    expect(excel.host.isPaneVisible).toBe(true);
  });

  test('its start behaviour is remembered', async () => {
    expect(await Office.addin.getStartupBehavior()).toBe('None');
    await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
    expect(await Office.addin.getStartupBehavior()).toBe('Load');
  });

  test('showing it waits until the user has finished typing', async () => {
    excel.book.isEditing = true;
    let isShown = false;
    const shown = Office.addin.showAsTaskpane().then(() => {
      isShown = true;
    });
    await new Promise(resolve => setTimeout(resolve, 30));
    expect(isShown).toBe(false);
    excel.book.isEditing = false;
    await shown;
    expect(isShown).toBe(true);
  });
});

describe('ribbon', () => {
  test('a button runs its command and waits for it', async () => {
    let isDone = false;
    Office.actions.associate('tierSheet', (event: Office.AddinCommands.Event) => {
      setTimeout(() => {
        isDone = true;
        event.completed();
      }, 20);
    });
    await excel.host.ribbon('tierSheet', 'TierButton');
    expect(isDone).toBe(true);
    expect(excel.host.pending).toBe(0);
  });

  test('the command learns which button it was', async () => {
    let source = '';
    Office.actions.associate('clear', (event: Office.AddinCommands.Event) => {
      source = event.source.id;
      event.completed();
    });
    await excel.host.ribbon('clear', 'ClearButton');
    expect(source).toBe('ClearButton');
  });

  test('a button pressed before the page has loaded waits for it; a page that goes away ends its command', async () => {
    const sent: string[] = [];
    const host = createHost(createBook(), {
      locale: 'en-US',
      addinId: 'x',
      origin: 'http://localhost',
      send: text => sent.push(text),
    });
    const post = (request: object): void => host.receive(JSON.stringify({ _messageType: 0, ...request }));
    const load = (): void => {
      post({ _actionName: 'ContextActivationManager_getAppContextAsync', _actionType: 0 });
      post({ _actionName: 'appCommandInvoked', _actionType: 1 });
    };
    const pressed = host.ribbon('tierSheet').catch((error: Error) => error.message);
    load();
    expect(sent.filter(text => text.includes('"tierSheet"')).length).toBe(1);
    load();
    expect(await pressed).toBe('The add-in was closed before tierSheet completed.');
    expect(host.pending).toBe(0);
    host.dispose();
  });

  test('a command that the add-in does not have fails', async () => {
    await expect(excel.host.ribbon('nowhere')).rejects.toThrow('no working command nowhere');
  });

  test('the add-in enables and disables its buttons', async () => {
    const updates: unknown[] = [];
    excel.stop();
    excel = await startExcel({ host: { onRibbon: update => updates.push(update) } });
    await Office.ribbon.requestUpdate({
      tabs: [{ id: 'Tiercel', controls: [{ id: 'Highlight', enabled: false }] }],
    });
    expect(updates).toEqual([{ id: 'Highlight', enabled: false }]);
  });
});

describe('busy and idle', () => {
  test('a request is pending until it is answered', async () => {
    const busy: boolean[] = [];
    excel.stop();
    excel = await startExcel({ host: { onBusy: isBusy => busy.push(isBusy) } });
    // A command is answered only once Office.js has said all that it says at its start, however slow the machine.
    await expect(excel.host.ribbon('nowhere')).rejects.toThrow();
    await excel.host.idle();
    busy.length = 0;
    excel.host.faults.latency = 40;
    const run = request();
    while (busy.length === 0) await new Promise(resolve => setTimeout(resolve, 1));
    expect(excel.host.pending).toBe(1);
    await run;
    expect(excel.host.pending).toBe(0);
    expect(busy).toEqual([true, false]);
  });

  test('idle waits for a request, for its answer, and for what the add-in then does', async () => {
    excel.host.faults.latency = 30;
    let isDone = false;
    const work = (async () => {
      await request();
      await new Promise(resolve => setTimeout(resolve, 20));
      await request(sheet => sheet.getRange('B1').set({ values: [[2]] }));
      isDone = true;
    })();
    await new Promise(resolve => setTimeout(resolve, 5));
    await excel.host.idle();
    expect(isDone).toBe(true);
    await work;
  });
});

test('messages that are no requests are ignored', () => {
  const sent: string[] = [];
  const host = createHost(createBook(), {
    locale: 'en-US',
    addinId: 'x',
    origin: 'http://localhost',
    send: message => sent.push(message),
  });
  for (const text of [
    undefined,
    42,
    '',
    'hello',
    '{',
    '{"hostUserTrusted":true}',
    '[]',
    '{"_messageType":1}',
  ]) {
    host.receive(text);
  }
  expect(sent).toEqual([]);
  host.dispose();
});

test('a page that is loaded again starts afresh: old events and references are gone', async () => {
  await Excel.run(async context => {
    context.workbook.worksheets.onChanged.add(() => Promise.resolve());
    await context.sync();
  });
  const received = excel.host;
  received.disconnect();
  excel.book.enter(excel.book.activeSheet, 0, 0, '1');
  await received.idle();
  expect(received.pending).toBe(0);
});

test('a batch that cannot be read is refused, and nothing stays pending', () => {
  const answers: { readonly _data: { readonly Error: number } }[] = [];
  const host = createHost(createBook(), {
    locale: 'en-US',
    addinId: 'x',
    origin: 'http://localhost',
    send: message => answers.push(JSON.parse(message)),
  });
  const data = (body: string) => ({
    DdaMethod: { DispatchId: 93 },
    ArrayData: ['', 'POST', '', [], body, 0, 0],
  });
  for (const body of ['', 'nonsense', '{}', '[]', '{"Actions":7}']) {
    host.receive(JSON.stringify({ _messageType: 0, _actionName: 'executeMethod', _data: data(body) }));
  }
  expect(answers.map(answer => answer._data.Error)).toEqual([5001, 5001, 5001, 5001, 5001]);
  expect(host.pending).toBe(0);
  host.dispose();
});

test('the workbook has its file name, and the pane learns whether it is shown', async () => {
  excel.stop();
  excel = await startExcel({ host: { documentName: '应收.xlsx', isPaneVisible: false } });
  const info = await Office.onReady();
  expect((info as { addin?: { visibilityMode: string } }).addin?.visibilityMode).toBe('Hidden');
  await Excel.run(async context => {
    context.workbook.load('name');
    await context.sync();
    expect(context.workbook.name).toBe('应收.xlsx');
  });
});
