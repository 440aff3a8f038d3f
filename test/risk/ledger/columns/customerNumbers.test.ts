/** The customer numbers that stand in the rows of a ledger: which of them are whose, and what they say of customers without a name. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell, Ledger } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseAs } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { withoutCustomersInSlices } from '../../../../src/risk/ledger/withoutCustomers';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import { LedgerEdits } from '../../../../src/risk/metrics/edits/ledgerEdits';
import { editRows } from '../../../../src/risk/metrics/edits/sheetEdits';
import { hasNumbers, numberBeside } from '../../../../src/risk/metrics/table/customerNumbers';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../../../src/risk/slices';

const headers = ['Customer no.', 'Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Amount'];
const asOf = 45_200;
const options = { dateSystem: 1900 } as const;

let documents = 0;
const invoice = (number: Cell, customer: Cell, amount: Cell = 100): Cell[] => {
  documents += 1;
  return [number, customer, `INV-${documents}`, 45_000, 45_030, amount];
};

const cellsOf = (rows: readonly (readonly Cell[])[]) => [headers, ...rows];

function ledgerOf(...rows: readonly (readonly Cell[])[]): Ledger {
  const cells = cellsOf(rows);
  return readLedger(cells, recogniseAs('ledger', cells), options);
}

const numbersOf = (ledger: Ledger) =>
  Object.fromEntries(
    ledger.customers.map((name, code) => [name, ledger.said?.customerNumber?.words[code] ?? null]),
  );

const owed = (ledger: Ledger) => {
  const { customers, metrics } = measureLedger(ledger, asOf, defaultPolicy);
  return Object.fromEntries(customers.map((name, customer) => [name, metrics.exposure[customer]]));
};

const remarks = ({ findings }: Ledger, kind: string) =>
  findings.filter(finding => finding.kind === kind).map(({ row, column, found }) => [row, column, found]);

describe('the number of a customer', () => {
  test('is what any of its rows says, as text or as number', () => {
    const ledger = ledgerOf(
      invoice('', 'Acme'),
      invoice('C-1', 'Acme'),
      invoice(20_017, 'Beta'),
      invoice('#N/A', 'Cole'),
      invoice(' ００４２ ', 'Dorn'),
    );
    expect(numbersOf(ledger)).toEqual({ Acme: 'C-1', Beta: '20017', Cole: '', Dorn: '0042' });
    expect(remarks(ledger, 'severalNumbers')).toEqual([]);
  });

  test('keeps the zeros before it that Excel took from other rows', () => {
    expect(numbersOf(ledgerOf(invoice(123, 'Acme'), invoice('00123', 'Acme')))).toEqual({ Acme: '00123' });
    expect(numbersOf(ledgerOf(invoice('00123', 'Acme'), invoice(123, 'Acme')))).toEqual({ Acme: '00123' });
  });

  test('is all of them where one name has several, with a remark at the second', () => {
    const ledger = ledgerOf(
      invoice(20_077, 'Acme'),
      invoice(10_023, 'ACME'),
      invoice(20_077, 'Acme'),
      invoice(31, 'Acme'),
      invoice(5, 'Beta'),
    );
    expect(ledger.customers).toEqual(['Acme', 'Beta']);
    expect(numbersOf(ledger)).toEqual({ Acme: '31 / 10023 / 20077', Beta: '5' });
    expect(remarks(ledger, 'severalNumbers')).toEqual([[2, 0, '10023']]);
    expect(owed(ledger)).toEqual({ Acme: 400, Beta: 100 });
  });

  test('is none where a name stands for many customers', () => {
    const rows = Array.from({ length: 9 }, (_, index) => invoice(100 + index, 'Cash sales'));
    expect(numbersOf(ledgerOf(...rows.slice(1)))).toEqual({
      'Cash sales': '101 / 102 / 103 / 104 / 105 / 106 / 107 / 108',
    });
    const ledger = ledgerOf(...rows);
    expect(numbersOf(ledger)).toEqual({ 'Cash sales': '' });
    expect(remarks(ledger, 'severalNumbers')).toEqual([[2, 0, '101']]);
  });

  test('is not there where no column has any', () => {
    const cells = [headers.slice(1), invoice('', 'Acme').slice(1)];
    const ledger = readLedger(cells, recogniseAs('ledger', cells), options);
    expect(ledger.said).toBeUndefined();
    expect(hasNumbers(measureLedger(ledger, asOf, defaultPolicy))).toBe(false);
    expect(hasNumbers(measureLedger(ledgerOf(invoice('', 'Acme')), asOf, defaultPolicy))).toBe(false);
  });

  test('stands beside the name of a measured customer, unless it is the name', () => {
    const table = measureLedger(ledgerOf(invoice('C-7', 'Acme'), invoice(88, '')), asOf, defaultPolicy);
    expect(table.customers).toEqual(['Acme', '88']);
    expect(table.texts?.customerNumber).toEqual(['C-7', '88']);
    expect([0, 1].map(customer => numberBeside(table, customer))).toEqual(['C-7', '']);
    expect(hasNumbers(table)).toBe(true);
  });

  test('stays with its customer when others leave the ledger', () => {
    const ledger = ledgerOf(invoice(1, 'Sister'), invoice(2, 'Acme'), invoice(3, 'Acme'), invoice(4, 'Beta'));
    const rest = finishSlices(withoutCustomersInSlices(ledger, code => code === 0));
    expect(numbersOf(rest)).toEqual({ Acme: '2 / 3', Beta: '4' });
    expect([...(rest.said?.customerNumber?.uneven ?? [])]).toEqual([0]);
  });

  test('is that of placed rows in a ledger of which another currency is left out', () => {
    const cells = [
      [...headers, 'Currency'],
      [...invoice(1, 'Dollar'), 'USD'],
      [...invoice(2, 'Acme'), 'EUR'],
      [...invoice(3, 'Beta'), 'EUR'],
    ];
    const ledger = readLedger(cells, recogniseAs('ledger', cells), options);
    expect(numbersOf(ledger)).toEqual({ Acme: '2', Beta: '3' });
  });
});

describe('a row with a number and no name', () => {
  test('counts for the customer who has that number, wherever the row stands', () => {
    const ledger = ledgerOf(
      invoice('K-7', '', 30),
      invoice('K-7', 'Acme', 100),
      invoice('K-8', 'Beta', 50),
      invoice('k-7', '  ', 5),
    );
    expect(ledger.customers).toEqual(['Acme', 'Beta']);
    expect(owed(ledger)).toEqual({ Acme: 135, Beta: 50 });
    expect(remarks(ledger, 'namedByNumber')).toEqual([
      [1, 0, 'K-7'],
      [4, 0, 'K-7'],
    ]);
  });

  test('is a customer of its own where nobody has the number, or several have', () => {
    const ledger = ledgerOf(
      invoice(7, 'Acme', 100),
      invoice(7, 'Acme Branch', 50),
      invoice(7, '', 5),
      invoice(9, '', 6),
    );
    expect(owed(ledger)).toEqual({ Acme: 100, 'Acme Branch': 50, 7: 5, 9: 6 });
    expect(remarks(ledger, 'namedByNumber')).toEqual([]);
  });

  test('belongs to who has the number with those very zeros, not to another one', () => {
    const ledger = ledgerOf(invoice('007', 'Acme', 100), invoice(7, 'Beta', 50), invoice('007', '', 5));
    expect(owed(ledger)).toEqual({ Acme: 105, Beta: 50 });
  });
});

describe('customers that may be one', () => {
  const alike = (...rows: readonly (readonly Cell[])[]) =>
    remarks(ledgerOf(...rows), 'sameCustomerOtherName').map(([, , found]) => found);

  test('have one number under names that are nothing alike', () => {
    expect(alike(invoice('K-1', 'Acme'), invoice('K-2', 'Beta'), invoice('k-1', 'Neue Holding SE'))).toEqual([
      'Neue Holding SE',
    ]);
    expect(alike(invoice(1, 'Acme'), invoice(2, 'Acme'), invoice(2, 'Branch'))).toEqual(['Branch']);
  });

  test('have names alike and not each a number of its own', () => {
    expect(alike(invoice('K-1', 'Acme Ltd'), invoice('K-2', 'Acme GmbH'))).toEqual([]);
    expect(alike(invoice('K-1', 'Acme Ltd'), invoice('', 'Acme GmbH'))).toEqual(['Acme GmbH']);
    expect(alike(invoice('K-1', 'Acme Ltd'), invoice('', 'Acme GmbH'), invoice('K-3', 'Acme AG'))).toEqual([
      'Acme GmbH',
      'Acme AG',
    ]);
    expect(alike(invoice('007', 'Acme Ltd'), invoice(7, 'Acme GmbH'))).toEqual(['Acme GmbH']);
  });
});

test('edits of rows come to what reading the sheet anew would give', () => {
  const number = fc.constantFrom<Cell>('', 'A1', 'B2', 7, '007');
  const name = fc.constantFrom('Acme', 'Beta', 'Cole', '');
  const row = fc.tuple(number, name);
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(6), row), { maxLength: 4 }),
      (begun, changes) => {
        const cells: Cell[][] = [headers, ...begun.map(([no, who]) => invoice(no, who))];
        const recognition = recogniseAs('ledger', cells);
        const ledger = readLedger(cells, recognition, options);
        const edits = LedgerEdits.of(ledger, measureLedger(ledger, asOf, defaultPolicy), defaultPolicy);
        for (const [at, [no, who]] of changes) {
          const sheetRow = 1 + Math.min(at, cells.length - 1);
          const edited = { sheetRow, cells: invoice(no, who) };
          cells[sheetRow] = [...edited.cells];
          if (editRows(edits, [edited], { recognition, options, ledger }) === 'readAgain') return;
        }
        const anew = measureLedger(readLedger(cells, recognition, options), asOf, defaultPolicy);
        const said = (of: typeof anew) =>
          of.customers
            .map((customer, code) => [customer, of.texts?.customerNumber[code] ?? '', of.listed[code]])
            .filter(([, , isListed]) => isListed === 1)
            .sort();
        expect(said(edits.table)).toEqual(said(anew));
      },
    ),
  );
});
