import fc from 'fast-check';
import {
  type LogColumn,
  type LogEntry,
  logColumns,
  logRows,
  readLog,
} from '../../../src/risk/collection/collectionLog';
import { ownHeaders } from '../../../src/risk/ownTable';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';

const { steps } = defaultPolicy;
const order = Object.keys(logColumns) as LogColumn[];
/** Rows as they stand below the headers, in the order of the columns. */
const cellsOf = (entries: readonly LogEntry[], stepName?: (step: string) => string) =>
  logRows(entries, stepName).map(row => order.map(column => row[column]));

const nothing: LogEntry = {
  day: 45_000,
  customer: '',
  customerNumber: '',
  step: '',
  channel: '',
  amount: Number.NaN,
  promiseDay: Number.NaN,
  promisedAmount: Number.NaN,
  note: '',
  by: '',
};
const entries: readonly LogEntry[] = [
  { ...nothing, customer: '=EVIL()', step: 'mail', channel: 'mail', amount: 1200.5, by: '王敏' },
  {
    ...nothing,
    day: 45_001,
    customer: '007',
    customerNumber: '1-2',
    step: 'phone',
    promiseDay: 45_010,
    promisedAmount: 99.5,
    note: "'quoted' @home",
  },
];

describe('the collection log', () => {
  it('writes no text that Excel could take for something else', () => {
    expect(cellsOf(entries, step => `+${step}`)).toEqual([
      [45_000, "'=EVIL()", '', "'+mail", 'mail', 1200.5, '', '', '', '王敏', 'mail'],
      [45_001, "'007", "'1-2", "'+phone", '', '', 45_010, 99.5, "''quoted' @home", '', 'phone'],
    ]);
  });

  it('names no step of a note beside the steps', () => {
    const [row] = logRows([{ ...nothing, customer: 'Acme', note: 'moved' }], () => 'No step');
    expect([row.step, row.stepCode]).toEqual(['', '']);
  });

  it('is read back in either language, with columns moved, added and deleted', () => {
    const [first, second] = cellsOf(entries);
    expect(readLog([['Collection log'], [], ownHeaders(logColumns, 'zh'), second, [], first], 1900)).toEqual(
      entries,
    );
    const cells = [
      ['My remark', 'customer', 'DATE', 'Step'],
      ['x', 'Acme', '2023-03-15', 'mail'],
      ['x', '', 45_000, 'mail'],
      ['x', 'Beta', 'yesterday', 'mail'],
      ['x', '#N/A', 45_000, 'mail'],
    ];
    expect(readLog(cells, 1900)).toEqual([{ ...nothing, customer: 'Acme', step: 'mail' }]);
    expect(readLog([['Customer'], ['Acme']], 1900)).toEqual([]);
    expect(readLog([], 1900)).toEqual([]);
  });

  it.each([
    ['', 'mail', 'mail'],
    ['', 'Second notice', 'secondNotice'],
    ['', ' second NOTICE ', 'secondNotice'],
    ['', '二次催款函', 'secondNotice'],
    ['phone', 'Ring them', 'phone'],
    // Corrected by hand: the name is what somebody meant.
    ['phone', 'First notice', 'mail'],
    ['', 'visited them', 'visited them'],
    ['gone', '', 'gone'],
  ])('knows the step of code %j and name %j', (code, name, step) => {
    const cells = [
      ['Date', 'Customer', 'Step', 'Step code'],
      [45_000, 'Acme', name, code],
    ];
    expect(readLog(cells, 1900, steps)[0].step).toBe(step);
  });

  it('reads back what it wrote, and no cell makes it throw', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .map(value => value.trim())
      .filter(value => !/^#/.test(value));
    const number = fc.option(fc.integer({ min: 1, max: 60_000 }), { nil: Number.NaN });
    const one = fc.record<LogEntry>({
      day: fc.integer({ min: 1, max: 60_000 }),
      customer: text.filter(value => value !== ''),
      customerNumber: text,
      step: text,
      channel: text,
      amount: number,
      promiseDay: number,
      promisedAmount: number,
      note: text,
      by: text,
    });
    // What the host keeps of a leading apostrophe of the user's own is the host's business.
    const plain = (entry: LogEntry) =>
      Object.fromEntries(
        Object.entries(entry).map(([key, value]) => [
          key,
          typeof value === 'string' ? value.replace(/^'(?=.)/, '') : value,
        ]),
      );
    fc.assert(
      fc.property(one, written => {
        const [found] = readLog([ownHeaders(logColumns, 'en'), ...cellsOf([written])], 1900);
        expect(plain(found)).toEqual(plain(written));
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(fc.anything(), { maxLength: 12 })), cells => {
        readLog([ownHeaders(logColumns, 'en'), ...cells], 1900, steps);
      }),
    );
  });
});
