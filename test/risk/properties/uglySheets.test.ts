/** Sheets as people leave them: what of each row becomes a figure, and what is said about the rest. */
import { describe, expect, test } from '@jest/globals';
import { controlTotal } from '../../../src/risk/ledger/controlTotal';
import type { Cell, FindingKind } from '../../../src/risk/ledger/ledger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { assessLedger } from '../../../src/risk/scoring/assess';
import { ledgerOfCells } from '../sheetLedger';

const header = ['Customer', 'Invoice no', 'Invoice date', 'Due date', 'Amount'];
const invoiced = 45_000;
const due = 45_030;
const asOf = 45_061;

const errors = [
  '#N/A',
  '#VALUE!',
  '#REF!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#GETTING_DATA',
];

/** What a sheet of a plain invoice over 100 and one ugly row comes to; amounts in currency units. */
interface Expected {
  /** Beside the 100 of the plain invoice. */
  readonly exposure: number;
  readonly overdue: number;
  readonly unplaced: number;
  readonly findings: readonly FindingKind[];
}

const nothing: Expected = { exposure: 0, overdue: 0, unplaced: 0, findings: [] };
const unreadable: Expected = { ...nothing, findings: ['unreadableAmount'] };
const late = (amount: number): Expected => ({ ...nothing, exposure: amount, overdue: amount });

function whatBecomesOf(row: readonly Cell[]): Expected {
  const cells = [
    header,
    ['Plain Ltd', 'I-1', invoiced, due, 100],
    row,
    ['Plain Ltd', 'I-9', invoiced, due, 0],
  ];
  const ledger = ledgerOfCells(cells);
  const { portfolio } = assessLedger(ledger, asOf, defaultPolicy);
  const { excluded, total } = controlTotal(ledger);
  // Whatever the row is, nothing of the sheet is lost.
  expect(portfolio.exposure + portfolio.unplaced + excluded).toBe(total);
  return {
    exposure: portfolio.exposure - 100,
    overdue: portfolio.overdue - 100,
    unplaced: portfolio.unplaced,
    findings: [...new Set(ledger.findings.filter(finding => finding.row === 2).map(({ kind }) => kind))],
  };
}

const ugly = (changes: Readonly<Record<number, Cell>>): Cell[] =>
  ['Ugly Ltd', 'I-2', invoiced, due, 7].map((cell, column) => (column in changes ? changes[column] : cell));
const [customer, , invoiceDate, dueDate, amount] = [0, 1, 2, 3, 4];

describe('a row with', () => {
  test.each<[string, Cell[], Expected]>([
    ['nothing wrong', ugly({}), late(7)],
    ['nothing in it', ['', null, undefined, '  ', '　'], nothing],
    [
      'no customer, as below a merged cell',
      ugly({ [customer]: '' }),
      { ...nothing, unplaced: 7, findings: ['missingCustomer'] },
    ],
    ['no amount', ugly({ [amount]: '' }), { ...nothing, findings: ['missingAmount'] }],
    ['an amount of 0', ugly({ [amount]: 0 }), nothing],
    ['a negative amount', ugly({ [amount]: -7 }), { ...nothing, exposure: -7, findings: ['creditNote'] }],
    ['an amount in words', ugly({ [amount]: 'seven' }), { ...nothing, findings: ['unreadableAmount'] }],
    ['an amount in full width', ugly({ [amount]: '￥７．００' }), { ...late(7), findings: ['textAmount'] }],
    [
      'an amount in brackets',
      ugly({ [amount]: '(7.00)' }),
      {
        ...nothing,
        exposure: -7,
        findings: ['creditNote', 'textAmount'],
      },
    ],
    ['a truth for an amount', ugly({ [amount]: true }), { ...nothing, findings: ['unreadableAmount'] }],
    ['an infinite amount', ugly({ [amount]: Number.POSITIVE_INFINITY }), unreadable],
    ['an amount that is no number', ugly({ [amount]: Number.NaN }), unreadable],
    ['an amount beyond all money', ugly({ [amount]: 1e200 }), unreadable],
    ['an object for an amount', ugly({ [amount]: { toString: 1 } }), unreadable],
    ['a tenth of a cent', ugly({ [amount]: 0.001 }), late(0.001)],
    ['billions', ugly({ [amount]: 98_765_432_109.87 }), late(98_765_432_109.87)],
    ['no due date', ugly({ [dueDate]: '' }), { ...late(7), findings: ['missingDueDate'] }],
    ['a due date of 0', ugly({ [dueDate]: 0 }), { ...late(7), findings: ['missingDueDate'] }],
    ['a due date before time began', ugly({ [dueDate]: -1 }), { ...late(7), findings: ['missingDueDate'] }],
    [
      'a due date of some day',
      ugly({ [dueDate]: 'some day' }),
      { ...late(7), findings: ['missingDueDate', 'unreadableDate'] },
    ],
    ['a due date as text', ugly({ [dueDate]: '2023-04-14' }), { ...late(7), findings: ['textDate'] }],
    ['a Chinese due date', ugly({ [dueDate]: '2023年4月14日' }), { ...late(7), findings: ['textDate'] }],
    [
      'a due date in full width',
      ugly({ [dueDate]: '２０２３－０４－１４' }),
      { ...late(7), findings: ['textDate'] },
    ],
    ['a due date with the time', ugly({ [dueDate]: due + 0.999 }), late(7)],
    ['a due date in the year 9999', ugly({ [dueDate]: 2_958_465 }), { ...nothing, exposure: 7 }],
    [
      'no date at all',
      ugly({ [invoiceDate]: '', [dueDate]: '' }),
      {
        ...nothing,
        exposure: 7,
        findings: ['missingDueDate'],
      },
    ],
    ['a formula for a name', ugly({ [customer]: '=1+1' }), late(7)],
    ['markup for a name', ugly({ [customer]: '<img src=x onerror=alert(1)>' }), late(7)],
    ['a number for a name', ugly({ [customer]: 10_023 }), late(7)],
    ['a name as long as a cell', ugly({ [customer]: 'x'.repeat(32_767) }), late(7)],
    ['the name of something built in', ugly({ [customer]: '__proto__' }), late(7)],
    ['the header again', [...header], nothing],
    ['a total', ['Total', '', '', '', 100], { ...nothing, findings: ['totalRow'] }],
    ['合计', ['合计', '', '', '', 100], { ...nothing, findings: ['totalRow'] }],
    ['cells missing at its end', ['Ugly Ltd', 'I-2'], { ...nothing, findings: ['missingAmount'] }],
  ])('%s', (_, row, expected) => {
    const became = whatBecomesOf(row);
    expect({ ...became, findings: [...became.findings].sort() }).toEqual({
      ...expected,
      exposure: expect.closeTo(expected.exposure, 4),
      overdue: expect.closeTo(expected.overdue, 4),
      findings: [...expected.findings].sort(),
    });
  });

  test.each(errors)('%s says so in its cell and spoils no other row', error => {
    const spoiled = { ...nothing, findings: ['errorCell'] };
    expect(whatBecomesOf(ugly({ [amount]: error }))).toEqual(spoiled);
    expect(whatBecomesOf(ugly({ [customer]: error }))).toEqual({ ...spoiled, unplaced: 7 });
    expect(whatBecomesOf(ugly({ [dueDate]: error }))).toEqual({
      ...late(7),
      findings: expect.arrayContaining(['errorCell', 'missingDueDate']),
    });
  });

  test('text that looks like code keeps it as text', () => {
    const names = ['=1+1', '+cmd|calc', '-2', '@SUM(A1)', '<b>x</b>', 'constructor', "O'Neil; DROP TABLE"];
    const cells = [header, ...names.map((name, index) => [name, `I-${index}`, invoiced, due, 7])];
    expect(ledgerOfCells(cells).customers).toEqual(names);
  });
});

test('an invoice after the as-of day is on the sheet and in no figure of that day', () => {
  const later = ugly({ [invoiceDate]: asOf + 1, [dueDate]: asOf + 31 });
  const ledger = ledgerOfCells([header, ugly({}), later], { asOf });
  expect(assessLedger(ledger, asOf, defaultPolicy).portfolio).toMatchObject({ exposure: 7, openCount: 1 });
  expect(controlTotal(ledger).total).toBe(14);
  expect(ledger.findings).toEqual([expect.objectContaining({ kind: 'futureInvoice', row: 2 })]);
});

describe('a sheet', () => {
  test.each<[string, Cell[][]]>([
    ['of nothing', []],
    ['of one empty cell', [['']]],
    ['of an error', [['#REF!']]],
    ['of its header', [header]],
    ['of blank rows below its header', [header, ['', '', '', '', ''], []]],
  ])('%s is a ledger of nobody', (_, cells) => {
    expect(() => recogniseSheet(cells)).not.toThrow();
    const ledger = ledgerOfCells(cells);
    const { portfolio, table, breaches } = assessLedger(ledger, asOf, defaultPolicy);
    expect([ledger.rowCount, table.customers.length, breaches.length]).toEqual([0, 0, 0]);
    expect([portfolio.exposure, portfolio.overdue, portfolio.unplaced]).toEqual([0, 0, 0]);
    expect([portfolio.hhi, portfolio.dso, portfolio.topShare]).toEqual([NaN, NaN, NaN]);
  });

  test('of one row is a customer who is all of the exposure', () => {
    const ledger = ledgerOfCells([header, ['Only Ltd', 'I-1', invoiced, due, 99.99]]);
    const { portfolio, table } = assessLedger(ledger, asOf, defaultPolicy);
    expect(table.customers).toEqual(['Only Ltd']);
    expect(portfolio).toMatchObject({
      exposure: 99.99,
      overdue: 99.99,
      topShare: 1,
      hhi: 10_000,
      openCount: 1,
    });
  });

  test('that counts its days from 1904 ages by the same calendar', () => {
    const cells = [header, ['Mac Ltd', 'I-1', invoiced - 1_462, due - 1_462, 50]];
    const ledger = ledgerOfCells(cells, { dateSystem: 1904 });
    expect(assessLedger(ledger, asOf - 1_462, defaultPolicy).portfolio.buckets).toEqual([0, 0, 50, 0, 0]);
  });

  test('of errors only keeps every row in sight', () => {
    const cells = [header, ...errors.map(error => [error, error, error, error, error])];
    const ledger = ledgerOfCells(cells);
    expect([ledger.rowCount, ledger.unplaced.length]).toEqual([0, errors.length]);
    expect(controlTotal(ledger).total).toBe(0);
  });

  test('of 20,000 rows adds up to the cent', () => {
    const rowCount = 20_000;
    const cells: Cell[][] = [header];
    let cents = 0;
    for (let row = 1; row <= rowCount; row += 1) {
      const size = (row * 7_919) % 1_000_003;
      cents += size;
      cells.push([
        `Customer ${row % 1_000}`,
        `I-${row}`,
        invoiced - (row % 300),
        due - (row % 300),
        size / 100,
      ]);
    }
    const ledger = ledgerOfCells(cells);
    const { portfolio, table } = assessLedger(ledger, asOf, defaultPolicy);
    expect([ledger.rowCount, table.customers.length, portfolio.unplaced]).toEqual([rowCount, 1_000, 0]);
    expect(portfolio.exposure).toBe(cents / 100);
    expect(Math.round(portfolio.buckets.reduce((sum, amount) => sum + amount, 0) * 100)).toBe(cents);
    expect(controlTotal(ledger).total).toBe(cents / 100);
  });
});
