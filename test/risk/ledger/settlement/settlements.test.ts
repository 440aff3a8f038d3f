import { type SettlementKind, settlementKinds } from '../../../../src/risk/ledger/ledger';
import { codeOf, settle } from '../../../../src/risk/ledger/settlement/settlements';
import { finishSlices } from '../../../../src/risk/slices';

/** A row of money: invoices are above 0, what settles them is below. */
interface Row {
  readonly amount: number;
  readonly account?: number;
  readonly day?: number;
  readonly due?: number;
  /** What a row below 0 is. */
  readonly kind?: SettlementKind;
  /** The rows of the invoices that it names. */
  readonly names?: readonly number[];
}

const day = 45_000;

function settled(rows: readonly Row[], settlesOldest = true) {
  const credits = [...rows.keys()].filter(row => rows[row].amount < 0);
  const invoices = [...rows.keys()].filter(row => rows[row].amount > 0);
  const first = [0];
  for (const row of credits) first.push(first[first.length - 1] + (rows[row].names?.length ?? 0));
  const items = {
    account: Int32Array.from(rows, ({ account }) => account ?? 0),
    amount: Float64Array.from(rows, ({ amount }) => amount),
    day: Float32Array.from(rows, each => each.day ?? Number.NaN),
    dueDate: Float32Array.from(rows, ({ due }) => due ?? Number.NaN),
  };
  const named = {
    // A queue for each invoice.
    queues: { start: Int32Array.from([...invoices.keys(), invoices.length]), row: Int32Array.from(invoices) },
    first: Int32Array.from(first),
    queue: Int32Array.from(
      credits.flatMap(row => (rows[row].names ?? []).map(name => invoices.indexOf(name))),
    ),
  };
  const kind = Uint8Array.from(credits, row => codeOf(rows[row].kind ?? 'payment'));
  return finishSlices(settle(items, { row: Int32Array.from(credits), kind, named }, settlesOldest));
}

const openOf = (rows: readonly Row[]) => [...settled(rows).rest];

/** Kinds of what settled a row. */
function kindsOf(row: number, rows: readonly Row[]) {
  const { start, kind } = settled(rows).settlements;
  return [...kind.subarray(start[row], start[row + 1])].map(code => settlementKinds[code]);
}

/** Day and amount of what settled a row. */
function settlementsOf(row: number, rows: readonly Row[]) {
  const { start, day: days, amount } = settled(rows).settlements;
  return [...days.keys()].slice(start[row], start[row + 1]).map(at => [days[at], amount[at]]);
}

describe('money that names no invoice', () => {
  it('settles the invoice due first; of two equally due the one higher on the sheet', () => {
    const [early, late] = [day + 10, day + 20];
    expect(
      openOf([
        { amount: 100, day, due: late },
        { amount: 100, day, due: early },
        { amount: 100, day, due: early },
        { amount: 100, day, due: early },
        { amount: -250, day: day + 1 },
      ]),
    ).toEqual([100, 0, 0, 50, 0]);
    expect(
      openOf([
        { amount: 100, day, due: early },
        { amount: 100, day, due: early },
        { amount: -100, day: day + 1 },
      ]),
    ).toEqual([0, 100, 0]);
    // Higher on the sheet, invoiced after the others and due after them.
    expect(
      openOf([
        { amount: 100, day: day + 1, due: late },
        { amount: 100, day, due: early },
        { amount: 100, day, due: early + 5 },
        { amount: -150, day: day + 2 },
      ]),
    ).toEqual([100, 0, 50, 0]);
  });

  it('settles invoices without a due date last, as they stand on the sheet', () => {
    expect(
      openOf([
        { amount: 100, day },
        { amount: 100, day },
        { amount: 100, day, due: day + 900 },
        { amount: -150, day: day + 1 },
      ]),
    ).toEqual([50, 100, 0, 0]);
  });

  it('settles only invoices of its own account', () => {
    expect(
      openOf([
        { amount: 100, account: 0, day },
        { amount: 100, account: 2, day },
        { amount: -30, account: 2, day },
        { amount: 100, account: 1, day },
        { amount: -40, account: 1, day },
      ]),
    ).toEqual([100, 70, 0, 60, 0]);
  });

  it('is used as it came, the earliest first, what came on an unknown day before all; of one day as it stands on the sheet', () => {
    const rows = [
      { amount: 100, day },
      { amount: -60, day: day + 2 },
      { amount: -30, day: day + 1 },
      { amount: -50, day: day + 2 },
    ];
    expect(openOf(rows)).toEqual([0, 0, 0, -40]);
    expect(openOf([...rows, { amount: -90 }])).toEqual([0, -60, -20, -50, 0]);
  });

  it('goes by the end of the day: to the invoice of that day that is due first, wherever it stands', () => {
    expect(
      openOf([
        { amount: -100, day },
        { amount: 100, day, due: day + 30 },
        { amount: 100, day, due: day + 10 },
        { amount: 100, day: day + 1, due: day + 5 },
      ]),
    ).toEqual([0, 100, 0, 100]);
  });

  it('waits for the next invoice of its account, while other accounts go on', () => {
    const rows = [
      { amount: -100, account: 1, day },
      { amount: 10, account: 0, day },
      { amount: -10, account: 0, day: day + 1 },
      { amount: 70, account: 1, day: day + 2, due: day + 90 },
      { amount: 70, account: 1, day: day + 3, due: day + 9 },
    ];
    expect(openOf(rows)).toEqual([0, 0, 0, 0, 40]);
    expect(settlementsOf(0, rows)).toEqual([
      [day + 2, -70],
      [day + 3, -30],
    ]);
  });

  it('is noted where it settled something, and where some is left over, as the rows stand on the sheet', () => {
    const rows: Row[] = [
      { amount: -7, day: day + 20 },
      { amount: 50, day },
      { amount: -40, day: day + 9 },
      { amount: -5, day: day + 7 },
      { amount: -30, day: day + 5 },
      { amount: -20, day: day + 1, kind: 'creditNote' },
    ];
    const { rest, oldestFirst, leftOver } = settled(rows);
    expect([...rest]).toEqual([-7, 0, -25, 0, 0, -20]);
    expect([...oldestFirst]).toEqual([2, 3, 4]);
    expect([...leftOver]).toEqual([0, 2]);
    const named = settled(rows, false);
    expect([[...named.rest], named.oldestFirst.length, named.leftOver.length]).toEqual([
      rows.map(({ amount }) => amount),
      0,
      0,
    ]);
  });

  it('is not said to have settled anything where all invoices were settled by name', () => {
    const { oldestFirst, leftOver } = settled([
      { amount: 100, day },
      { amount: 100, day },
      { amount: -200, day: day + 1, names: [0, 1] },
      { amount: -50, day: day + 2 },
    ]);
    expect([[...oldestFirst], [...leftOver]]).toEqual([[], [3]]);
  });

  it('settles as the rows stand on the sheet where no day is known at all', () => {
    expect(openOf([{ amount: 100 }, { amount: 100 }, { amount: -150 }])).toEqual([0, 50, 0]);
  });
});

describe('money that names an invoice', () => {
  it('settles it in the order of the days, though a later payment stands higher', () => {
    const rows = [
      { amount: 100, day },
      { amount: -80, day: day + 9, names: [0] },
      { amount: -70, day: day + 5, names: [0] },
    ];
    expect(openOf(rows)).toEqual([0, -50, 0]);
    expect(settlementsOf(0, rows)).toEqual([
      [day + 5, 70],
      [day + 9, 30],
    ]);
  });

  it('leaves the invoices that another payment names alone', () => {
    const rows: Row[] = [
      { amount: 100, day },
      { amount: 100, day },
      { amount: -150, day: day + 1, names: [0] },
      { amount: -100, day: day + 2, names: [1] },
    ];
    expect([...settled(rows, false).rest]).toEqual([0, 0, -50, 0]);
  });

  it('is kept apart from credit notes and what was written off, at the invoice and at its own row', () => {
    const rows: Row[] = [
      { amount: 100, day },
      { amount: -20, day: day + 1, names: [0], kind: 'creditNote' },
      { amount: -50, day: day + 2, names: [0] },
      { amount: -30, day: day + 3, names: [0], kind: 'writeOff' },
    ];
    const order = ['creditNote', 'payment', 'writeOff'];
    expect(kindsOf(0, rows)).toEqual(order);
    expect([1, 2, 3].flatMap(row => kindsOf(row, rows))).toEqual(order);
  });

  it('settles no more than the invoices are, and the rest the oldest due one', () => {
    const rows = [
      { amount: 100, day, due: day + 90 },
      { amount: 100, day, due: day + 10 },
      { amount: 100, day, due: day + 80 },
      { amount: -230, day: day + 9, names: [0, 2] },
    ];
    expect(openOf(rows)).toEqual([0, 70, 0, 0]);
    expect([...settled(rows).oldestFirst]).toEqual([3]);
  });

  it('counts from the day on which both are there, and says at an invoice nothing of when where the day of the money is not known', () => {
    const rows = [
      { amount: 100, day },
      { amount: 100 },
      { amount: -10, day: day - 3, names: [0] },
      { amount: -10, day: day + 3, names: [0] },
      { amount: -10, names: [0] },
      { amount: -10, day: day + 4, names: [1] },
    ];
    expect(settlementsOf(0, rows)).toEqual([
      [Number.NaN, 10],
      [day, 10],
      [day + 3, 10],
    ]);
    expect([2, 3, 4, 5].map(row => settlementsOf(row, rows)[0])).toEqual([
      [day, -10],
      [day + 3, -10],
      [day, -10],
      [day + 4, -10],
    ]);
    expect(settlementsOf(1, rows)).toEqual([[day + 4, 10]]);
  });
});

describe('a ledger of many rows', () => {
  /** More than are settled in one go. */
  const many = 16_384;

  it('is settled as a short one: each payment its own invoice, whether it names it or is the next to come', () => {
    const pairs = Array.from({ length: many + 10 }, (_, pair): Row[] => [
      { amount: 100 + pair, day: day + (pair % 400), account: pair % 997 },
      { amount: -100 - pair, day: day + (pair % 400), account: pair % 997 },
    ]);
    const named = pairs.flatMap(([invoice, payment], pair) => [invoice, { ...payment, names: [pair * 2] }]);
    for (const rows of [pairs.flat(), named]) {
      const { rest, settlements, oldestFirst, leftOver } = settled(rows);
      expect(rest.findIndex(open => open !== 0)).toBe(-1);
      expect(settlements.amount.reduce((sum, amount) => sum + amount, 0)).toBe(0);
      expect(settlements.start[rows.length]).toBe(settlements.amount.length);
      expect(oldestFirst.length).toBe(rows === named ? 0 : pairs.length);
      expect(leftOver.length).toBe(0);
    }
  });

  it('goes by the end of the day also where the rows of a day are taken in two goes', () => {
    const others = Array.from({ length: many - 2 }, (): Row => ({ amount: 1, day, account: 1 }));
    const rows: Row[] = [
      { amount: -100, day: day - 1 },
      { amount: 100, day, due: day + 30 },
      ...others,
      { amount: 100, day, due: day + 10 },
      { amount: -1, day: day + 1, account: 1 },
    ];
    const open = openOf(rows);
    expect([open[0], open[1], open.at(-2)]).toEqual([0, 100, 0]);
  });
});
