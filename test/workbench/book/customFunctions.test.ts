import { beforeEach, describe, expect, it } from '@jest/globals';
import { parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import type {
  Book,
  CellValue,
  CustomFunctionArgument,
  CustomFunctionProvider,
  Sheet,
} from '../../../src/workbench/book/types';

const area = (address: string) => parseArea(address)!;
const busy = { error: '#BUSY!' };

interface OpenCall {
  readonly name: string;
  readonly args: readonly CustomFunctionArgument[];
  readonly address: string;
  answer(value: CellValue | CellValue[][]): void;
  refuse(): void;
}

/** A provider whose answers the test gives by hand. */
class FakeProvider implements CustomFunctionProvider {
  readonly calls: OpenCall[] = [];
  constructor(readonly names = ['TIERCEL.ONE', 'TIERCEL.TWO']) {}

  has(name: string): boolean {
    return this.names.includes(name);
  }

  invoke(
    name: string,
    args: readonly CustomFunctionArgument[],
    address: string,
  ): Promise<CellValue | CellValue[][]> {
    return new Promise((resolve, reject) => {
      this.calls.push({ name, args, address, answer: resolve, refuse: () => reject(new Error('refused')) });
    });
  }
}

describe('custom functions', () => {
  let book: Book;
  let sheet: Sheet;
  let provider: FakeProvider;
  const settle = () => new Promise(resolve => setTimeout(resolve, 0));

  beforeEach(() => {
    book = createBook();
    sheet = book.activeSheet;
    provider = new FakeProvider();
    book.functions = provider;
    book.setCells(
      sheet,
      area('A1'),
      [
        [1, 'x'],
        ['=NA()', null],
      ],
      'addin',
    );
  });

  it('are busy until the answer comes, get ranges as rows with errors inside, and omitted arguments', async () => {
    book.enter(sheet, 4, 0, '=TIERCEL.ONE(A1:B2,2,,"t")');
    expect(sheet.value(4, 0)).toEqual(busy);
    expect(book.isCalculating).toBe(true);
    const [call] = provider.calls;
    expect(call.args).toEqual([
      [
        [1, 'x'],
        [{ error: '#N/A' }, null],
      ],
      2,
      undefined,
      't',
    ]);
    expect(call.address).toBe('Sheet1!A5');
    call.answer(7);
    await book.idle();
    expect([sheet.value(4, 0), book.isCalculating]).toEqual([7, false]);
  });

  it('spill arrays, and what reads them follows', async () => {
    book.setCells(sheet, area('D1'), [['=TIERCEL.ONE(A1)', null, null, '=SUM(D1#)']], 'addin');
    provider.calls[0].answer([
      [1, 2],
      [3, 4],
    ]);
    await book.idle();
    expect(sheet.spill(1, 4)?.area).toEqual(area('D1:E2'));
    expect(sheet.value(0, 6)).toBe(10);
  });

  it('are not asked again while the arguments are equal', async () => {
    book.enter(sheet, 4, 0, '=TIERCEL.ONE(A1:B1)+C1');
    provider.calls[0].answer(7);
    await book.idle();
    book.enter(sheet, 0, 2, '10');
    book.enter(sheet, 0, 0, '1');
    book.insertRows(sheet, 3, 1);
    expect(sheet.value(5, 0)).toBe(17);
    expect(provider.calls.length).toBe(1);
    book.calculate(true);
    expect(provider.calls.length).toBe(2);
  });

  it('ignore an answer to arguments that have changed since', async () => {
    book.enter(sheet, 4, 0, '=TIERCEL.ONE(A1)');
    book.enter(sheet, 0, 0, '2');
    expect(provider.calls.map(call => call.args)).toEqual([[[[1]]], [[[2]]]]);
    provider.calls[1].answer('new');
    await settle();
    expect(book.isCalculating).toBe(false);
    provider.calls[0].answer('old');
    await settle();
    expect(sheet.value(4, 0)).toBe('new');
  });

  it('wait for each other when nested, in one cell or over cells', async () => {
    book.setCells(
      sheet,
      area('A5'),
      [['=TIERCEL.TWO(TIERCEL.ONE(1),TIERCEL.ONE(2))'], ['=TIERCEL.TWO(A5:A5)']],
      'addin',
    );
    expect(provider.calls.map(call => call.name)).toEqual(['TIERCEL.ONE', 'TIERCEL.ONE']);
    provider.calls[0].answer(10);
    await settle();
    expect(provider.calls.length).toBe(2);
    provider.calls[1].answer(20);
    await settle();
    expect(provider.calls[2].args).toEqual([10, 20]);
    provider.calls[2].answer(30);
    await settle();
    expect(provider.calls[3].args).toEqual([[[30]]]);
    provider.calls[3].answer('done');
    await book.idle();
    expect([sheet.value(4, 0), sheet.value(5, 0), provider.calls.length]).toEqual([30, 'done', 4]);
  });

  it('are busy through IFERROR, and #VALUE! when the promise is rejected', async () => {
    book.enter(sheet, 4, 0, '=IFERROR(TIERCEL.ONE(1),"caught")');
    expect(sheet.value(4, 0)).toEqual(busy);
    provider.calls[0].refuse();
    await book.idle();
    expect(sheet.value(4, 0)).toBe('caught');
  });

  it('keep the message of an error', async () => {
    book.enter(sheet, 4, 0, '=TIERCEL.ONE(1)');
    provider.calls[0].answer({ error: '#VALUE!', message: 'Row 3 of due_dates is text.' });
    await book.idle();
    expect(sheet.value(4, 0)).toEqual({ error: '#VALUE!', message: 'Row 3 of due_dates is text.' });
  });

  it('are #NAME? without a provider or name, and evaluated when one comes', async () => {
    book.functions = null;
    book.setCells(sheet, area('A5'), [['=TIERCEL.ONE(1)'], ['=TIERCEL.NONE(1)']], 'addin');
    expect([sheet.value(4, 0), sheet.value(5, 0)]).toEqual([{ error: '#NAME?' }, { error: '#NAME?' }]);
    expect(book.isCalculating).toBe(false);
    book.functions = provider;
    expect([sheet.value(4, 0), sheet.value(5, 0)]).toEqual([busy, { error: '#NAME?' }]);
    provider.calls[0].answer(1);
    await book.idle();
    provider.names.push('TIERCEL.NONE');
    book.calculate(false);
    expect(sheet.value(5, 0)).toEqual(busy);
  });

  it.each<[string, (other: Sheet) => void]>([
    ['its sheet is deleted', other => book.deleteSheet(other)],
    ['its cell is emptied', other => book.clear(other, area('A1'), 'contents', 'user')],
    ['its cell is written over', other => book.setCells(other, area('A1'), [[7]], 'user')],
    ['its row is deleted', other => book.deleteCells(other, area('1:1'), 'Up', 'user')],
  ])('are no longer waited for when %s', async (_, goes) => {
    const other = book.addSheet('Other');
    book.setCells(other, area('A1'), [['=TIERCEL.ONE(1)']], 'user');
    let isIdle = false;
    void book.idle().then(() => {
      isIdle = true;
    });
    await settle();
    expect(isIdle).toBe(false);
    goes(other);
    await settle();
    expect(book.isCalculating).toBe(false);
    expect(isIdle).toBe(true);
  });

  it('abandon what was asked of a provider that went', async () => {
    book.enter(sheet, 4, 0, '=TIERCEL.ONE(1)');
    const next = new FakeProvider();
    book.functions = next;
    expect(next.calls.length).toBe(1);
    provider.calls[0].answer('late');
    next.calls[0].answer('right');
    await book.idle();
    expect(sheet.value(4, 0)).toBe('right');
  });

  it('forget a cell that was overwritten meanwhile', async () => {
    book.enter(sheet, 4, 0, '=TIERCEL.ONE(1)');
    book.enter(sheet, 4, 0, 'text');
    provider.calls[0].answer(5);
    await book.idle();
    expect(sheet.value(4, 0)).toBe('text');
  });
});
