import fc from 'fast-check';
import {
  type CustomerMatches,
  matchCustomersInSlices,
  matchReasons,
  noEntry,
  severalEntries,
} from '../../../src/risk/join/matchCustomers';
import { finishSlices } from '../../../src/risk/slices';
import { type ListRow, listOf } from '../metrics/listOf';

const entry = (name: string, customerNumber = ''): ListRow => ({ name, customerNumber });

function match(names: readonly string[], rows: readonly ListRow[], numbers?: readonly string[]) {
  return finishSlices(matchCustomersInSlices({ names, ...(numbers && { numbers }) }, listOf(rows)));
}

const reasonOf = (matches: CustomerMatches, customer = 0) =>
  matches.entry[customer] < 0 ? null : matchReasons[matches.reason[customer]];

describe('matchCustomers', () => {
  const list = [
    entry('Acme Co., Ltd.', '1001'),
    entry('上海明达贸易有限公司', '0002002'),
    entry('Borealis AG', 'B-7'),
    entry('Texaco', ''),
  ];

  it.each([
    ['Acme Co., Ltd.', '1001', 0, 'number'],
    ['ACME', '1001', 0, 'number'],
    ['Renamed Inc', '1001', 0, 'numberOtherName'],
    ['Anything', '2002', 1, 'similarNumber'],
    ['  acme   CO., ltd. ', '', 0, 'name'],
    ['Acme Co., Ltd.', 'K99', 0, 'name'],
    ['1001', '', 0, 'number'],
    ['2002', '', 1, 'similarNumber'],
    ['ACME LIMITED', '', 0, 'similarName'],
    ['上海明达贸易（股份）有限公司', '', -1, null],
    ['上海明达贸易股份有限公司', '', 1, 'similarName'],
    ['Borealis', '', 2, 'similarName'],
    ['Tex', '', -1, null],
  ] as const)('%s with number %j is entry %d by %s', (name, number, found, reason) => {
    const matches = match([name], list, [number]);
    expect(matches.entry[0]).toBe(found);
    expect(reasonOf(matches)).toBe(reason);
  });

  it('leaves open what several entries fit equally', () => {
    const twins = [
      entry('Acme Ltd'),
      entry('Acme GmbH'),
      entry('Delta', '1'),
      entry('Delta', '2'),
      entry('X', '007'),
    ];
    const matches = match(['Acme', 'ACME LTD', 'Delta', '07'], [...twins, entry('Y', '0007')]);
    expect([...matches.entry]).toEqual([severalEntries, 0, severalEntries, severalEntries]);
  });

  it('follows the numbers of a customer that has several, as far as they lead to one entry', () => {
    const rows = [entry('Acme', '17'), entry('Beta', '18'), entry('Gamma', '0019'), entry('Delta', '20')];
    const numbers = ['17 / 99', '17 / 18', '17 / 18', '98 / 19', '19 / 020', '98 / 99', '17 / 17'];
    const names = ['One', 'Both', 'Beta', 'Padded', 'Padded both', 'Neither', 'Twice'];
    const matches = match(names, rows, numbers);
    // Of the name of one of several entries, it is that one.
    expect([...matches.entry]).toEqual([0, severalEntries, 1, 2, severalEntries, noEntry, 0]);
    expect(reasonOf(matches, 0)).toBe('numberOtherName');
    expect(reasonOf(matches, 2)).toBe('name');
    expect(reasonOf(matches, 3)).toBe('similarNumber');
  });

  it('takes each of three rows of one name with numbers of their own for a customer', () => {
    const rows = [entry('Delta', '1'), entry('Delta', '2'), entry('Delta', '3'), entry('Delta')];
    const matches = match(['Delta', 'x'], rows, ['', '3']);
    expect([...matches.entry]).toEqual([severalEntries, 2]);
    expect(matches.duplicates).toEqual([]);
    expect([...matches.unmatchedEntries]).toEqual([0, 1, 3]);
  });

  it('tells the same name in other letters from another name with the same number', () => {
    const matches = match(
      ['ACME LTD.', 'Acme GmbH', 'Other'],
      [entry('acme ltd.', '1'), entry('Beta', '2')],
      ['1', '1', '2'],
    );
    expect([0, 1, 2].map(customer => reasonOf(matches, customer))).toEqual([
      'number',
      'number',
      'numberOtherName',
    ]);
  });

  it('shares no entry of one customer, and not what nobody fits', () => {
    expect(match(['Acme', 'Nobody', 'Nobody else'], [entry('Acme')]).shared).toEqual([]);
  });

  it('takes the first of two rows of one customer, and says so', () => {
    const matches = match(
      ['Acme', 'Beta'],
      [entry('Acme', '1'), entry('ACME'), entry('Beta', '2'), entry('Other', '2')],
    );
    expect([...matches.entry]).toEqual([0, 2]);
    expect(matches.duplicates).toEqual([
      { entry: 1, first: 0 },
      { entry: 3, first: 2 },
    ]);
    expect([...matches.unmatchedEntries]).toEqual([]);
  });

  it('tells customers that share an entry, and entries that nobody fits', () => {
    const matches = match(['Acme Ltd', 'Acme Co., Ltd.', 'Nobody'], list);
    expect(matches.shared).toEqual([{ entry: 0, customers: [0, 1] }]);
    expect([...matches.unmatchedEntries]).toEqual([1, 2, 3]);
    expect(matches.entry[2]).toBe(noEntry);
  });

  const choice = (customer: string, entryName: string, entryNumber = '') => ({
    customer,
    entry: entryName,
    entryNumber,
  });

  it('obeys the user before anything else', () => {
    const chosen = [
      choice('acme ltd', 'Texaco'),
      choice('acme ltd', 'Borealis AG'),
      choice('BETA', '', '1001'),
      choice('Texaco', ''),
      choice('Not in this ledger', 'Texaco'),
    ];
    const matches = finishSlices(
      matchCustomersInSlices({ names: ['Acme Ltd', 'beta', 'Texaco'] }, listOf(list), chosen),
    );
    expect([...matches.entry]).toEqual([2, 0, noEntry]);
    expect(reasonOf(matches)).toBe('chosen');
    // That the last one stands alone was said, not found.
    expect([...matches.reason].map(reason => matchReasons[reason])).toEqual(['chosen', 'chosen', 'chosen']);
    expect(matches.lostChoices).toEqual([]);
  });

  it('finds a chosen entry again that was renamed, renumbered, or is told apart by its number only', () => {
    const later = [entry('Delta', '1'), entry('Delta', '2'), entry('New name', '3'), entry('Omega', '5')];
    const chosen = [
      choice('a', 'Delta', '2'),
      choice('b', 'Old name', '3'),
      choice('c', 'Omega', '4'),
      // Number 3 is somebody else's by now.
      choice('d', 'Omega', '3'),
    ];
    const matches = finishSlices(
      matchCustomersInSlices({ names: ['a', 'b', 'c', 'd'] }, listOf(later), chosen),
    );
    expect([...matches.entry]).toEqual([1, 2, 3, 3]);
  });

  it('matches by itself whose chosen entry is gone or no longer one, and says so', () => {
    const chosen = [choice('Borealis', 'Gone Inc', '99'), choice('Delta', 'Twin'), choice('Nobody', 'Gone')];
    const twins = [...list, entry('Twin', '8'), entry('Twin', '9')];
    const matches = finishSlices(
      matchCustomersInSlices({ names: ['Borealis', 'Delta', 'Nobody'] }, listOf(twins), chosen),
    );
    expect([...matches.entry]).toEqual([2, noEntry, noEntry]);
    expect(reasonOf(matches)).toBe('similarName');
    expect(matches.lostChoices).toEqual([0, 1, 2]);
  });

  it('has nothing to say of nobody', () => {
    expect([...match([], list).entry]).toEqual([]);
    expect([...match(['Acme'], []).entry]).toEqual([noEntry]);
  });

  const names = fc.array(
    fc.constantFrom('Acme', 'ACME Ltd', 'Beta', '明达有限公司', '明达', '7', '007', 'Co', ''),
    {
      maxLength: 12,
    },
  );

  it('gives every entry a place: matched, unmatched or a repetition', () => {
    fc.assert(
      fc.property(names, names, names, (customers, entries, numbers) => {
        const rows = entries.map((name, index) => entry(name, numbers[index] ?? ''));
        const matches = match(customers, rows);
        const matched = new Set([...matches.entry].filter(found => found >= 0));
        const places = [
          ...matched,
          ...matches.unmatchedEntries,
          ...matches.duplicates.map(each => each.entry),
        ];
        expect(places.sort((one, other) => one - other)).toEqual([...rows.keys()]);
      }),
    );
  });

  it('does not depend on the order of the ledger', () => {
    fc.assert(
      fc.property(names, names, (customers, entries) => {
        const rows = entries.map(name => entry(name));
        const forward = match(customers, rows).entry;
        const backward = match([...customers].reverse(), rows).entry;
        expect([...backward].reverse()).toEqual([...forward]);
      }),
    );
  });

  it('stops often enough for others on 50,000 customers and entries', () => {
    const many = Array.from({ length: 50_000 }, (_, index) =>
      entry(`Customer ${index} Co., Ltd.`, `${index}`),
    );
    const work = matchCustomersInSlices(
      { names: many.map(({ name }) => name.replace('Co., Ltd.', 'LIMITED')) },
      listOf(many),
    );
    let slices = 0;
    let step = work.next();
    for (; !step.done; step = work.next()) slices += 1;
    expect(slices).toBeGreaterThan(20);
    expect(step.value.entry.every((found, customer) => found === customer)).toBe(true);
  });
});
