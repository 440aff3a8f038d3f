/** What cells should hold where the sheet itself tells, and what is never proposed. */
import fc from 'fast-check';
import type { FixChoices } from '../../../../src/risk/ledger/fixes/fix';
import { nameLikeness } from '../../../../src/risk/ledger/fixes/nameFixes';
import { proposeFixes } from '../../../../src/risk/ledger/fixes/proposeFixes';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { finishSlices } from '../../../../src/risk/slices';

const noChoices: FixChoices = { dateOrders: new Map(), decimalMarks: new Map() };
const headers = ['Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Amount', 'Terms days'];
const marchFifth = 45_356;

const propose = (cells: Cell[][], choices: Partial<FixChoices> = {}) =>
  finishSlices(proposeFixes(cells, recogniseSheet(cells), { ...noChoices, ...choices, dateSystem: 1900 }));

/** A ledger of which only some cells are of interest: the rest is as it should be. */
const ledger = (...rows: Partial<Record<(typeof headers)[number], Cell>>[]): Cell[][] => [
  headers,
  ...rows.map((row, index) => [
    row.Customer ?? 'Acme Ltd',
    `INV-${index}`,
    row['Invoice date'] ?? marchFifth,
    row['Due date'] ?? marchFifth + 30,
    row.Amount ?? 1000,
    row['Terms days'] ?? 30,
  ]),
];

describe('dates', () => {
  test('are proposed from every way of writing that can mean one day only', () => {
    const texts = ['2024-03-05', '2024年3月5日', '２０２４/３/５', '5 Mar 2024', '20240305', '45356'];
    const { fixes, undecided } = propose(ledger(...texts.map(text => ({ 'Invoice date': text }))));
    expect(fixes.map(({ kind, from, to, reason }) => [kind, from, to, reason.code])).toEqual(
      texts.map(text => ['textDate', text, marchFifth, 'unmistakable']),
    );
    expect(undecided).toEqual([]);
  });

  test('follow the order that another text of the column proves', () => {
    const { fixes } = propose(ledger({ 'Invoice date': '5/3/2024' }, { 'Invoice date': '13/3/2024' }));
    expect(fixes.map(({ to, reason }) => [to, reason])).toEqual([
      [marchFifth, { code: 'columnOrder', order: 'dmy' }],
      [marchFifth + 8, { code: 'unmistakable' }],
    ]);
  });

  test('follow another date column where their own says nothing', () => {
    const { fixes } = propose(ledger({ 'Invoice date': '5/3/2024', 'Due date': '25/3/2024' }));
    expect(fixes[0]).toMatchObject({ to: marchFifth, reason: { code: 'neighbourOrder', order: 'dmy' } });
  });

  test('that could be read in two ways are proposed only when the user says how', () => {
    const cells = ledger({ 'Invoice date': '5/3/2024' }, { 'Invoice date': '6/3/2024' });
    expect(propose(cells)).toMatchObject({
      fixes: [],
      undecided: [{ kind: 'textDate', column: 2, count: 2, example: '5/3/2024', row: 1 }],
    });
    const { fixes, undecided } = propose(cells, { dateOrders: new Map([[2, 'dmy']]) });
    expect(fixes.map(({ to }) => to)).toEqual([marchFifth, marchFifth + 1]);
    expect(undecided).toEqual([]);
  });

  test('of a column that contradicts itself are asked for, however many say one thing', () => {
    const { fixes, undecided } = propose(
      ledger(
        { 'Invoice date': '13/2/2024' },
        { 'Invoice date': '14/2/2024' },
        { 'Invoice date': '2/13/2024' },
        { 'Invoice date': '5/3/2024' },
      ),
    );
    expect(fixes).toHaveLength(3);
    expect(undecided).toMatchObject([{ count: 1, example: '5/3/2024' }]);
  });

  test('that are the same day in any order need no order', () => {
    expect(propose(ledger({ 'Invoice date': '5/5/2024' })).fixes).toMatchObject([{ to: 45_417 }]);
  });

  test('that are no dates are left', () => {
    expect(propose(ledger({ 'Invoice date': 'soon' }, { 'Invoice date': '31/2/2024' })).fixes).toEqual([]);
  });
});

describe('amounts', () => {
  test('are proposed from brackets, full-width digits, groups and 万', () => {
    const texts: [string, number][] = [
      ['(1,234.50)', -1234.5],
      ['１，０００．５０', 1000.5],
      ['1.234,50', 1234.5],
      ['12.5万', 125_000],
    ];
    const { fixes } = propose(ledger(...texts.map(([Amount]) => ({ Amount }))));
    expect(fixes.map(({ from, to }) => [from, to])).toEqual(texts);
  });

  test('with one mark before three digits wait for the column or the user', () => {
    const alone = ledger({ Amount: '1.234' });
    expect(propose(alone)).toMatchObject({
      fixes: [],
      undecided: [{ kind: 'textAmount', column: 4, count: 1, example: '1.234' }],
    });
    expect(propose(alone, { decimalMarks: new Map([[4, ',']]) }).fixes).toMatchObject([{ to: 1234 }]);
    expect(propose(ledger({ Amount: '1.234' }, { Amount: '99,5' })).fixes).toMatchObject([
      { to: 1234, reason: { code: 'columnMark', mark: ',' } },
      { to: 99.5 },
    ]);
  });

  test('that alone name their currency stay texts: the number would count in another', () => {
    expect(propose(ledger({ Amount: 'EUR 500' })).fixes).toEqual([]);
    const cells = ledger({ Amount: 'EUR 500' }, { Amount: 'EUR 500' }).map((row, index) => [
      ...row,
      ['Currency', 'EUR', 'USD'][index],
    ]);
    expect(propose(cells).fixes).toMatchObject([{ row: 1, to: 500 }]);
  });

  test('of more digits than Excel keeps stay texts', () => {
    expect(propose(ledger({ Amount: '1234567890123456' })).fixes).toEqual([]);
  });
});

describe('names', () => {
  test('become the most frequent spelling, each with what it differs in', () => {
    const { fixes } = propose(
      ledger(
        { Customer: 'Acme Ltd' },
        { Customer: 'Acme Ltd' },
        { Customer: ' Acme  Ltd' },
        { Customer: 'ACME LTD' },
        { Customer: 'Ａｃｍｅ Ltd' },
        { Customer: 'Acme, Ltd.' },
        { Customer: 'Acme Co., Ltd.' },
        { Customer: 'Beta Ltd' },
      ),
    );
    expect(fixes.map(({ row, to, reason }) => [row, to, 'likeness' in reason && reason.likeness])).toEqual([
      [3, 'Acme Ltd', 'spaces'],
      [4, 'Acme Ltd', 'case'],
      [5, 'Acme Ltd', 'width'],
      [6, 'Acme Ltd', 'punctuation'],
      [7, 'Acme Ltd', 'legalForm'],
    ]);
    expect(fixes[0].reason).toMatchObject({ rows: 2 });
  });

  test('with different customer numbers are different customers', () => {
    const cells = ledger({ Customer: 'Acme Ltd' }, { Customer: 'Acme Inc' });
    const numbered = cells.map((row, index) => [...row, ['Customer no.', 'C-1', 'C-2'][index]]);
    expect(propose(cells).fixes).toHaveLength(1);
    expect(propose(numbered).fixes).toEqual([]);
  });

  test.each([
    ['上海明达贸易', '上海明达贸易有限公司', 'legalForm'],
    ['上海 明达', '上海明达', 'spaces'],
    ['O’Hara', 'OHara', 'punctuation'],
  ])('%s is %s but for %s', (one, other, likeness) => {
    expect(nameLikeness(one, other)).toBe(likeness);
  });
});

describe('names that were settled with another sheet', () => {
  const names = new Map([
    ['acme ltd', { to: 'Acme Co., Ltd.', code: 'listName' as const }],
    ['texaco', { to: 'Chevron USA', code: 'listName' as const }],
    ['beta co', { to: 'Beta Co', code: 'plainName' as const }],
  ]);
  const proposed = (cells: Cell[][]) =>
    finishSlices(
      proposeFixes(cells, recogniseSheet(cells), { ...noChoices, dateSystem: 1900, names }),
    ).fixes.map(({ from, to, reason }) => [from, to, reason]);

  test('come before the most frequent spelling, each with what it differs in', () => {
    const customers = [
      'Acme Ltd',
      'ACME LTD',
      'Acme Co., Ltd.',
      'Texaco',
      'Beta  Co',
      'BETA CO',
      'Gamma',
      'GAMMA',
    ];
    const rows = customers.map(Customer => ({ Customer }));
    expect(proposed(ledger(...rows, { Customer: 'Gamma' }))).toEqual([
      ['Acme Ltd', 'Acme Co., Ltd.', { code: 'listName', likeness: 'legalForm' }],
      ['ACME LTD', 'Acme Co., Ltd.', { code: 'listName', likeness: 'legalForm' }],
      ['Texaco', 'Chevron USA', { code: 'listName', likeness: 'otherName' }],
      ['Beta  Co', 'Beta Co', { code: 'plainName' }],
      ['BETA CO', 'Beta Co', { code: 'listName', likeness: 'case' }],
      ['GAMMA', 'Gamma', { code: 'sameName', likeness: 'case', rows: 2 }],
    ]);
  });
});

test('a customer list has one name a customer too', () => {
  const cells: Cell[][] = [
    ['Customer', 'Customer no.', 'Credit limit'],
    ['Acme Ltd', '', 100],
    ['Beta', 'K-2', 100],
    ['ACME  LTD', '', 100],
    ['BETA', 'K-3', 100],
  ];
  expect(propose(cells).fixes.map(({ row, from, to }) => [row, from, to])).toEqual([
    [3, 'ACME  LTD', 'Acme Ltd'],
  ]);
});

describe('due dates', () => {
  test('come from the invoice date and the terms of the row, else of the customer', () => {
    const { fixes } = propose(
      ledger(
        { 'Due date': '', 'Terms days': 45 },
        { 'Due date': '　', 'Terms days': '' },
        { Customer: 'Beta', 'Due date': '', 'Terms days': '' },
        { 'Due date': 'soon' },
        {},
        {},
        {},
        {},
      ),
    );
    expect(fixes.map(({ row, to, reason }) => [row, to, reason])).toEqual([
      [1, marchFifth + 45, { code: 'terms', days: 45 }],
      [2, marchFifth + 45, { code: 'terms', days: 45 }],
    ]);
  });

  test('wait where the invoice date can be read in two ways', () => {
    const cells = ledger({ 'Due date': '', 'Invoice date': '5/3/2024' });
    expect(propose(cells).fixes).toEqual([]);
    const said = propose(cells, { dateOrders: new Map([[2, 'dmy']]) });
    expect(said.fixes).toMatchObject([
      { kind: 'textDate', to: marchFifth },
      { kind: 'missingDueDate', to: marchFifth + 30 },
    ]);
  });
});

test('a customer list gets its dates and amounts; shares are left, whose meaning the whole column tells', () => {
  const cells: Cell[][] = [
    ['Customer', 'Exposure', 'Overdue %', 'Contract end', 'Credit limit'],
    ['Acme', '1,234.50', '35%', '2024年3月5日', 5000],
    ['Beta', 20, '10%', '', '(7)'],
  ];
  expect(propose(cells).fixes.map(({ row, column, to }) => [row, column, to])).toEqual([
    [1, 1, 1234.5],
    [1, 3, marchFifth],
    [2, 4, -7],
  ]);
});

test('no date, amount or due date that is written changes what the ledger is read as', () => {
  const dates = fc.constantFrom<Cell>('2024-03-05', '5/3/2024', '13/3/2024', '2024年3月5日', 45_400, '', 'x');
  const amounts = fc.constantFrom<Cell>('1,234.50', '1.234', '99.5', '(5)', '100万', 7, '', 'n/a');
  const row = fc.record({
    Customer: fc.constantFrom('Acme', 'Beta'),
    'Invoice date': dates,
    'Due date': dates,
    Amount: amounts,
    'Terms days': fc.constantFrom<Cell>(30, ''),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 3, maxLength: 12 }), rows => {
      const cells = ledger(...rows);
      // The sheet is what the first reading says it is, whatever the cells would be guessed as afterwards.
      const recognition = recogniseSheet(ledger({}, {}));
      const before = readLedger(cells, recognition, { dateSystem: 1900 });
      const { fixes } = finishSlices(proposeFixes(cells, recognition, { ...noChoices, dateSystem: 1900 }));
      const fixed = cells.map(each => [...each]);
      for (const { row: at, column, to } of fixes) fixed[at][column] = to;
      const known = new Set(fixes.map(({ row: at, column }) => `${at} ${column}`));
      const after = readLedger(fixed, recognition, { dateSystem: 1900 });
      expect(after.rowCount).toBe(before.rowCount);
      for (const [index, at] of [...after.sheetRow].entries()) {
        if (known.has(`${at} 2`)) expect(after.invoiceDate[index]).toBe(before.invoiceDate[index]);
        if (known.has(`${at} 3`)) expect(after.dueDate[index]).toBe(before.dueDate[index]);
        if (known.has(`${at} 4`))
          expect(after.amount[index] / after.scale).toBeCloseTo(before.amount[index] / before.scale, 6);
      }
    }),
  );
});
