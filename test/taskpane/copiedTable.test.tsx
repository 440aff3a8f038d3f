import { type CopiedRows, copyRows, htmlOfRows, textOfRows } from '../../src/taskpane/copiedTable';

const rows: CopiedRows = [
  ['Customer', 'Exposure'],
  ['=cmd|"/c calc"!A1', 12.5],
  ['<b>Tab\tand\nline</b>', null],
];

test('as text: no formula, no cell that breaks its row', () => {
  expect(textOfRows(rows)).toBe(`Customer\tExposure\n'=cmd|"/c calc"!A1\t12.5\n<b>Tab and line</b>\t`);
});

test('as HTML: texts are texts for Excel and never markup', () => {
  const table = document.createElement('div');
  table.innerHTML = htmlOfRows(rows);
  const cells = [...table.querySelectorAll('td')];
  expect(cells.map(cell => cell.textContent)).toEqual(rows.flat().map(cell => String(cell ?? '')));
  expect(cells[2].getAttribute('style')).toBe("mso-number-format:'\\@'");
  expect(cells[3].hasAttribute('style')).toBe(false);
});

test.each([
  ['=1+1', true],
  ['1-2', true],
  ['TRUE', true],
  // A date for the Excel of some language.
  ['Mai 24', true],
  ['二〇二四年', true],
  ['2024年3月5日 下午3时', true],
  ['5万元', true],
  ['00123', true],
  ['5 de septiembre de 2024', true],
  ['Wednesday, September 4, 2024 3:00 PM', true],
  ['C-100 Ltd', true],
  ['Baker & Sons 48 Ltd', false],
  ['江苏宏达机械48有限公司', false],
  ['超过90天的金额', false],
  ['Baker & Sons Ltd', false],
  ['江苏宏达机械有限公司', false],
  ['', false],
])('as HTML %j is kept a text by saying so: %j', (text, isSaid) => {
  const table = document.createElement('div');
  table.innerHTML = htmlOfRows([[text]]);
  expect(table.querySelector('td')?.hasAttribute('style')).toBe(isSaid);
});

test('numbers without what a computer adds to them, in full where they are large', () => {
  const numbers: CopiedRows = [[45103.590000000004, 0.1 + 0.2, -1e-9, 0.000001, 123456789012.345, 1e21]];
  const shown = ['45103.59', '0.3', '0', '0.000001', '123456789012.345', '1e+21'];
  expect(textOfRows(numbers).split('\t')).toEqual(shown);
  const table = document.createElement('div');
  table.innerHTML = htmlOfRows(numbers);
  expect([...table.querySelectorAll('td')].map(cell => cell.textContent)).toEqual(shown);
});

test('where neither clipboard nor command is there it says so', async () => {
  expect(await copyRows(rows)).toBe(false);
});

test('a browser that copies when it is asked to is asked', async () => {
  const copied = new Map<string, string>();
  const command = (): boolean => {
    const event = new Event('copy') as Event & { clipboardData: unknown };
    event.clipboardData = { setData: (type: string, data: string) => copied.set(type, data) };
    return document.dispatchEvent(event);
  };
  Object.assign(document, { execCommand: command });
  expect(await copyRows(rows)).toBe(true);
  expect(copied.get('text/plain')).toBe(textOfRows(rows));
  expect(copied.get('text/html')).toBe(htmlOfRows(rows));
  Reflect.deleteProperty(document, 'execCommand');
});

test('one that does not is given the same by its clipboard', async () => {
  const written: Record<string, Blob>[] = [];
  const clipboard = {
    write: async (items: readonly { readonly blobs: Record<string, Blob> }[]) => written.push(items[0].blobs),
  };
  Object.assign(navigator, { clipboard });
  Object.assign(globalThis, {
    ClipboardItem: class {
      constructor(readonly blobs: Record<string, Blob>) {}
    },
  });
  expect(await copyRows(rows)).toBe(true);
  expect(written.map(blobs => Object.entries(blobs).map(([type, { size }]) => [type, size]))).toEqual([
    [
      ['text/html', htmlOfRows(rows).length],
      ['text/plain', textOfRows(rows).length],
    ],
  ]);
});

test('what keeps a figure and 万 on one line of the pane is not copied', () => {
  const rows = [['超限 346.1\u2060万']];
  expect(htmlOfRows(rows)).toContain('超限 346.1万');
  expect(textOfRows(rows)).toBe('超限 346.1万');
});
