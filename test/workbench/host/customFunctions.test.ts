import { afterEach, describe, expect, test } from '@jest/globals';
import { createBook } from '../../../src/workbench/book/book';
import type { CellValue } from '../../../src/workbench/book/types';
import { createHost } from '../../../src/workbench/host/host';
import {
  type ExcelOptions,
  type FunctionImplementation,
  type RunningExcel,
  startExcel,
} from '../../excel/harness';

let excel: RunningExcel;

afterEach(() => excel?.stop());

const scalar = (name: string, type: string, optional = false) => ({ name, type, optional });
const matrix = (name: string, type: string, optional = false) => ({
  name,
  type,
  dimensionality: 'matrix',
  optional,
});

interface Given {
  readonly parameters: readonly object[];
  readonly options?: object;
  readonly call: FunctionImplementation;
}

/** Start Excel with functions `T.<id>`. */
async function start(
  functions: Readonly<Record<string, Given>>,
  options: { readonly allowErrors?: boolean } & ExcelOptions = {},
): Promise<void> {
  excel = await startExcel({
    ...options,
    functions: {
      namespace: 'T',
      metadata: {
        allowErrorForDataTypeAny: options.allowErrors ?? false,
        functions: Object.entries(functions).map(([id, { call: _, ...given }]) => ({
          id,
          name: id,
          ...given,
        })),
      },
      implementations: Object.fromEntries(Object.entries(functions).map(([id, { call }]) => [id, call])),
    },
  });
}

/** Enter a formula in A1 and give what the cell shows when everything has been calculated. */
async function calculate(formula: string): Promise<CellValue> {
  const { book, host } = excel;
  book.enter(book.activeSheet, 0, 0, formula);
  await host.idle();
  return book.activeSheet.value(0, 0);
}

describe('a call', () => {
  test('goes through the runtime of Office.js and comes back', async () => {
    await start({
      ADD: {
        parameters: [scalar('a', 'number'), scalar('b', 'number')],
        call: (a: number, b: number) => a + b,
      },
    });
    expect(await calculate('=T.ADD(2,3)*10')).toBe(50);
  });

  test('a matrix comes back and spills', async () => {
    await start({
      TWICE: {
        parameters: [matrix('rows', 'number')],
        call: (rows: number[][]) => rows.map(row => row.map(value => value * 2)),
      },
    });
    const { book } = excel;
    book.setCells(
      book.activeSheet,
      { row: 0, column: 2, rowCount: 2, columnCount: 2 },
      [
        [1, 2],
        [3, 4],
      ],
      'user',
    );
    expect(await calculate('=T.TWICE(C1:D2)')).toBe(2);
    expect(book.activeSheet.value(1, 1)).toBe(8);
  });

  test('an asynchronous function is waited for', async () => {
    await start({
      LATER: {
        parameters: [],
        call: () => new Promise(resolve => setTimeout(() => resolve('done'), 30)),
      },
    });
    expect(await calculate('=T.LATER()')).toBe('done');
  });

  test('many cells are called in one event and answered in few batches', async () => {
    await start({
      SQUARE: { parameters: [scalar('value', 'number')], call: (value: number) => value * value },
    });
    const { book, host } = excel;
    const rows = Array.from({ length: 200 }, (_, row) => [`=T.SQUARE(${row})`]);
    book.setCells(book.activeSheet, { row: 0, column: 0, rowCount: 200, columnCount: 1 }, rows, 'user');
    await host.idle();
    expect(book.activeSheet.value(199, 0)).toBe(199 * 199);
    expect(host.pending).toBe(0);
  });

  test('the function is told which cell it is in', async () => {
    let address: string | undefined;
    await start({
      WHERE: {
        parameters: [],
        call: ((invocation: CustomFunctions.Invocation) => {
          address = invocation.address;
          return 1;
        }) as FunctionImplementation,
      },
    });
    await calculate('=T.WHERE()');
    expect(address).toBe('Sheet1!A1');
  });
});

describe('arguments', () => {
  /** What a function with one parameter is given for a formula's argument. */
  async function given(parameter: object, argument: string, options: ExcelOptions = {}): Promise<unknown> {
    const seen: unknown[] = [];
    await start(
      {
        SEE: {
          parameters: [parameter],
          call: ((value: unknown) => {
            seen.push(value);
            return 1;
          }) as FunctionImplementation,
        },
      },
      options,
    );
    const { book } = excel;
    book.setCells(
      book.activeSheet,
      { row: 4, column: 0, rowCount: 1, columnCount: 3 },
      [[7, '', 'x']],
      'user',
    );
    const shown = await calculate(`=T.SEE(${argument})`);
    return seen.length > 0 ? JSON.parse(JSON.stringify(seen[0] ?? null)) : shown;
  }

  test.each<[string, object, string, unknown]>([
    ['an omitted optional one is null', scalar('a', 'number', true), '', null],
    ['one left out before a comma too', scalar('a', 'any', true), '', null],
    ['a range for a matrix is rows', matrix('a', 'any'), 'A5:C5', [[7, null, 'x']]],
    ['a single value for a matrix is 1 × 1', matrix('a', 'number'), '5', [[5]]],
    ['a single cell for a matrix is 1 × 1', matrix('a', 'any'), 'A5', [[7]]],
    ['a single cell for a scalar is its value', scalar('a', 'number'), 'A5', 7],
    ['a numeric text becomes a number', scalar('a', 'number'), '"12"', 12],
    ['a number becomes a text', scalar('a', 'string'), '12', '12'],
    ['TRUE becomes a text', scalar('a', 'string'), 'TRUE', 'TRUE'],
    ['a number becomes a truth value', scalar('a', 'boolean'), '1', true],
    ['an empty cell is 0 for a number', scalar('a', 'number'), 'B5', 0],
    ['an empty cell is "" for a text', scalar('a', 'string'), 'B5', ''],
    [
      'a text that is no number is #VALUE!, without a call',
      scalar('a', 'number'),
      '"x"',
      { error: '#VALUE!' },
    ],
    ['an error is the result, without a call', matrix('a', 'any'), '1/0', { error: '#DIV/0!' }],
    ['several cells for a scalar are #VALUE!', scalar('a', 'number'), 'A5:C5', { error: '#VALUE!' }],
  ])('%s', async (_, parameter, argument, expected) => {
    expect(await given(parameter, argument)).toEqual(expected);
  });

  test.each([null, 0, ''] as const)('an empty cell of any type can be %p', async emptyCell => {
    expect(await given(matrix('a', 'any'), 'B5', { host: { emptyCell } })).toEqual([[emptyCell]]);
  });

  test('errors arrive as errors when the functions take them', async () => {
    let code: unknown;
    await start(
      {
        SEE: {
          parameters: [matrix('rows', 'any')],
          call: ((rows: unknown[][]) => {
            const [first] = rows[0] as [CustomFunctions.Error];
            code = first instanceof CustomFunctions.Error ? first.code : first;
            return 1;
          }) as FunctionImplementation,
        },
      },
      { allowErrors: true },
    );
    expect(await calculate('=T.SEE(1/0)')).toBe(1);
    expect(code).toBe('#DIV/0!');
  });

  test('too few or too many arguments are no call', async () => {
    await start({ ONE: { parameters: [scalar('a', 'number')], call: (a: number) => a } });
    expect(await calculate('=T.ONE(1,2)')).toEqual({ error: '#VALUE!' });
    expect(await calculate('=T.ONE()')).toEqual({ error: '#VALUE!' });
  });
});

describe('results', () => {
  async function resultOf(call: FunctionImplementation): Promise<CellValue> {
    await start({ GIVE: { parameters: [], call } });
    return calculate('=T.GIVE()');
  }

  test.each<[string, CustomFunctions.ErrorCode | string, string | undefined, CellValue]>([
    [
      '#VALUE! keeps its message',
      '#VALUE!',
      'Row 7: no date',
      { error: '#VALUE!', message: 'Row 7: no date' },
    ],
    ['#N/A keeps its message', '#N/A', 'no sales', { error: '#N/A', message: 'no sales' }],
    ['#DIV/0! has no message, as in Excel', '#DIV/0!', 'no sales', { error: '#DIV/0!' }],
    ['#NUM!', '#NUM!', undefined, { error: '#NUM!' }],
    ['#NULL!', '#NULL!', undefined, { error: '#NULL!' }],
  ])('a thrown %s', async (_, code, message, expected) => {
    const call = (): never => {
      throw new CustomFunctions.Error(code as CustomFunctions.ErrorCode, message);
    };
    expect(await resultOf(call)).toEqual(expected);
  });

  test('a rejected error keeps its message', async () => {
    const call = (): Promise<never> =>
      Promise.reject(new CustomFunctions.Error('#N/A' as CustomFunctions.ErrorCode, 'not yet'));
    expect(await resultOf(call)).toEqual({ error: '#N/A', message: 'not yet' });
  });

  test('any other exception is #VALUE!', async () => {
    const call = (): never => {
      throw new TypeError('oops');
    };
    expect(await resultOf(call)).toEqual({ error: '#VALUE!' });
  });

  test('errors may stand in single cells of a matrix', async () => {
    const call = (): unknown => [
      [1, new CustomFunctions.Error('#N/A' as CustomFunctions.ErrorCode, 'row 1')],
    ];
    expect(await resultOf(call)).toBe(1);
    expect(excel.book.activeSheet.value(0, 1)).toEqual({ error: '#N/A', message: 'row 1' });
  });

  test.each<[string, unknown, CellValue]>([
    ['null shows 0', null, 0],
    ['"" is an empty text', '', ''],
    ['true stays', true, true],
    ['NaN is #NUM!', Number.NaN, { error: '#NUM!' }],
    ['infinity is #NUM!', Number.POSITIVE_INFINITY, { error: '#NUM!' }],
    ['ragged rows are #VALUE!', [[1, 2], [3]], { error: '#VALUE!' }],
    ['no rows are #VALUE!', [], { error: '#VALUE!' }],
  ])('%s', async (_, result, expected) => {
    expect(await resultOf(() => result)).toEqual(expected);
  });
});

// The runtime calls what is not associated as if it were a function, and reports its own exception.
test('a function that is in no metadata is #NAME?, one without implementation #VALUE!', async () => {
  await start({ KNOWN: { parameters: [], call: () => 1 } });
  expect(await calculate('=T.UNKNOWN()')).toEqual({ error: '#NAME?' });
  excel.host.functions.setFunctions({ functions: [{ id: 'GONE', name: 'GONE', parameters: [] }] }, 'T');
  expect(await calculate('=T.GONE()')).toEqual({ error: '#VALUE!' });
});

test('a call that takes too long is #N/A', async () => {
  await start(
    { NEVER: { parameters: [], call: () => new Promise(() => undefined) } },
    { host: { functionTimeout: 50 } },
  );
  expect(await calculate('=T.NEVER()')).toMatchObject({ error: '#N/A' });
});

test('calls made before the add-in is ready wait for it', async () => {
  await start({ ONE: { parameters: [], call: () => 1 } });
  const { book } = excel;
  book.enter(book.activeSheet, 0, 0, '=T.ONE()');
  expect(book.activeSheet.value(0, 0)).toEqual({ error: '#BUSY!' });
  await excel.host.idle();
  expect(book.activeSheet.value(0, 0)).toBe(1);
});

test('formulas of a workbook that is opened wait for the page to load', async () => {
  const book = createBook();
  book.enter(book.activeSheet, 0, 0, '=T.ONE()+1');
  await start({ ONE: { parameters: [], call: () => 1 } }, { book });
  await excel.host.idle();
  expect(book.activeSheet.value(0, 0)).toBe(2);
});

test('a page that is loaded again gets the calls that the earlier one did not answer', () => {
  const sent: string[] = [];
  const host = createHost(createBook(), {
    locale: 'en-US',
    addinId: 'x',
    origin: 'http://localhost',
    send: text => sent.push(text),
  });
  host.functions.setFunctions({ functions: [{ id: 'ONE', name: 'ONE', parameters: [] }] }, 'T');
  const load = (): void => {
    const post = (request: object): void => host.receive(JSON.stringify({ _messageType: 0, ...request }));
    post({ _actionName: 'ContextActivationManager_getAppContextAsync', _actionType: 0 });
    post({ _actionName: 'richApiMessage', _actionType: 1 });
    host.functions.ready();
  };
  void host.functions.invoke('T.ONE', [], 'Sheet1!A1');
  load();
  load();
  return Promise.resolve().then(() => {
    const calls = sent.filter(text => text.includes('Sheet1!A1'));
    expect(calls.length).toBeGreaterThan(0);
    expect(host.functions.pending).toBe(1);
    host.dispose();
    expect(host.functions.pending).toBe(0);
  });
});

test('a closed pane ends its open calls', async () => {
  await start({ NEVER: { parameters: [], call: () => new Promise(() => undefined) } });
  const { book, host } = excel;
  book.enter(book.activeSheet, 0, 0, '=T.NEVER()');
  await new Promise(resolve => setTimeout(resolve, 30));
  host.disconnect();
  await host.idle();
  expect(book.activeSheet.value(0, 0)).toMatchObject({ error: '#N/A' });
});

test('results are taken while the user types in a cell', async () => {
  await start({ ONE: { parameters: [], call: () => 1 } });
  excel.book.isEditing = true;
  expect(await calculate('=T.ONE()')).toBe(1);
});

describe('a call that nobody waits for any more', () => {
  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise(resolve => setTimeout(resolve, 5));
  }

  /** A function that answers when the test says so; what of it was cancelled, by its argument. */
  async function startSlow(isCancelable: boolean) {
    const cancelled: number[] = [];
    const answers = new Map<number, (value: string) => void>();
    const call = ((value: number, invocation: CustomFunctions.CancelableInvocation) => {
      if (isCancelable) {
        invocation.onCanceled = () => cancelled.push(value);
      }
      return new Promise(resolve => answers.set(value, resolve));
    }) as FunctionImplementation;
    const parameters = [scalar('value', 'number')];
    await start({ SLOW: { parameters, call, options: { cancelable: isCancelable } } });
    excel.book.enter(excel.book.activeSheet, 0, 1, '1');
    excel.book.enter(excel.book.activeSheet, 0, 0, '=T.SLOW(B1)');
    await until(() => answers.size > 0);
    return { cancelled, answers };
  }

  test.each([
    ['edited', () => excel.book.enter(excel.book.activeSheet, 0, 0, '7'), 7],
    ['emptied', () => excel.book.enter(excel.book.activeSheet, 0, 0, ''), null],
    ['deleted with its row', () => excel.book.deleteRows(excel.book.activeSheet, 0, 1), null],
  ] as const)('as its cell is %s is cancelled', async (_, change, shown) => {
    const { cancelled, answers } = await startSlow(true);
    change();
    await until(() => cancelled.length > 0);
    expect(cancelled).toEqual([1]);
    answers.get(1)?.('late');
    await excel.host.idle();
    expect(excel.book.activeSheet.value(0, 0)).toBe(shown);
    expect(excel.host.pending).toBe(0);
  });

  test('as its argument changed is cancelled, and called again with the new one', async () => {
    const { cancelled, answers } = await startSlow(true);
    excel.book.enter(excel.book.activeSheet, 0, 1, '2');
    await until(() => answers.has(2));
    expect(cancelled).toEqual([1]);
    answers.get(1)?.('of before');
    answers.get(2)?.('of now');
    await excel.host.idle();
    expect(excel.book.activeSheet.value(0, 0)).toBe('of now');
  });

  test('is not called at all where the add-in has not heard of it yet', async () => {
    const { cancelled, answers } = await startSlow(true);
    excel.book.enter(excel.book.activeSheet, 1, 0, '=T.SLOW(5)');
    excel.book.enter(excel.book.activeSheet, 1, 0, '');
    excel.book.enter(excel.book.activeSheet, 1, 0, '=T.SLOW(6)');
    await until(() => answers.has(6));
    expect([...answers.keys()]).toEqual([1, 6]);
    expect(cancelled).toEqual([]);
  });

  test('goes on where the function cannot be cancelled; what it answers is thrown away', async () => {
    const { cancelled, answers } = await startSlow(false);
    excel.book.enter(excel.book.activeSheet, 0, 1, '2');
    await until(() => answers.has(2));
    answers.get(2)?.('of now');
    answers.get(1)?.('of before');
    await excel.host.idle();
    expect(excel.book.activeSheet.value(0, 0)).toBe('of now');
    expect(cancelled).toEqual([]);
  });
});

test('streaming functions are refused by name', () => {
  const metadata = { functions: [{ id: 'CLOCK', name: 'CLOCK', parameters: [], options: { stream: true } }] };
  expect(() => excel.host.functions.setFunctions(metadata, 'T')).toThrow(
    'NotImplemented: streaming custom function CLOCK',
  );
});
