/** What blanks among open amounts mean is told by other rows: edits of a row come to what reading the edited sheet comes to. */
import fc from 'fast-check';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseAs } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { LedgerEdits } from '../../../src/risk/metrics/edits/ledgerEdits';
import { editRows } from '../../../src/risk/metrics/edits/sheetEdits';
import { metricNames } from '../../../src/risk/metrics/table/metric';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';

type Row = readonly Cell[];

const asOf = 46_100;
const options = { dateSystem: 1900 } as const;

/** How much of an invoice is open, by how a cell says it. */
const waysToSay: readonly Readonly<Record<string, (amount: number) => Cell>>[] = [
  { blank: () => '', zero: () => 0, full: amount => amount, part: amount => amount / 2 },
  { blank: () => '', zero: () => '', full: amount => amount, part: amount => amount / 2 },
  { blank: () => '', zero: amount => amount / 2, full: amount => amount / 2, part: amount => amount / 2 },
];

const anyRow = fc.record({
  customer: fc.constantFrom('A', 'B', 'C'),
  day: fc.integer({ min: 45_800, max: 46_090 }),
  amount: fc.constantFrom(100, 200, 50, -40),
  open: fc.constantFrom('blank', 'zero', 'full', 'full', 'part'),
  paid: fc.constantFrom<Cell>('', '', '', 46_050),
  status: fc.constantFrom<Cell>('Open', 'Paid', ''),
});

const anySheet = fc.record({
  rows: fc.array(anyRow, { minLength: 2, maxLength: 8 }),
  changes: fc.array(fc.tuple(fc.nat(), anyRow), { minLength: 1, maxLength: 4 }),
  say: fc.constantFrom(...waysToSay),
  hasPaidDates: fc.boolean(),
  hasStatus: fc.boolean(),
});

test('edits come to what reading the edited sheet comes to', () => {
  let taken = 0;
  fc.assert(
    fc.property(anySheet, ({ rows, changes, say, hasPaidDates, hasStatus }) => {
      const withOthers = (cells: Row, paid: Cell, status: Cell): Row => [
        ...cells,
        ...(hasPaidDates ? [paid] : []),
        ...(hasStatus ? [status] : []),
      ];
      const cellsOf = ({ customer, day, amount, open, paid, status }: (typeof rows)[number]) =>
        withOthers([customer, day, day + 30, amount, say[open]!(amount)], paid, status);
      const headers = ['Customer', 'Invoice date', 'Due date', 'Amount', 'Open amount'];
      const sheet = [withOthers(headers, 'Paid date', 'Status'), ...rows.map(cellsOf)];
      const recognition = recogniseAs('ledger', sheet);
      const read = () => readLedger(sheet, recognition, options);
      const follow = () => {
        const ledger = read();
        return LedgerEdits.of(ledger, measureLedger(ledger, asOf, defaultPolicy, 'all'), defaultPolicy);
      };
      let edits = follow();
      for (const [place, changed] of changes) {
        const sheetRow = 1 + (place % rows.length);
        const cellsBefore = sheet[sheetRow];
        const cells = cellsOf(changed);
        sheet[sheetRow] = cells;
        const before = { recognition, options, ledger: edits.ledger };
        if (editRows(edits, [{ sheetRow, cells, cellsBefore }], before) === 'readAgain') edits = follow();
        else taken += 1;
      }

      const again = measureLedger(read(), asOf, defaultPolicy, 'all');
      const { table } = edits;
      const figuresOf = ({ metrics }: typeof table, customer: number) =>
        metricNames.map(name => [name, metrics[name][customer]]);
      again.customers.forEach((name, customer) => {
        if (again.listed[customer] === 0) return;
        expect(figuresOf(table, table.customers.indexOf(name))).toEqual(figuresOf(again, customer));
      });
    }),
    { numRuns: 300 },
  );
  expect(taken).toBeGreaterThan(50);
});
