/** TIERING is the pane's whole answer in one formula: the same customers, scores, tiers and breaches, whatever the sheet holds. */
import fc from 'fast-check';
import { tierRange } from '../../src/functions/tiering';
import { setLanguage } from '../../src/i18n/language';
import { readLedger } from '../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../src/risk/ledger/recognition/recogniseSheet';
import { policyBlocks } from '../../src/risk/policy/cells/policyBlocks';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../src/risk/policy/policy';
import { assessLedger } from '../../src/risk/scoring/assess';
import { verdicts } from '../../src/risk/scoring/verdicts';
import { entry, lastDay, sheetOf, writing } from '../risk/properties/randomLedger';
import { asOf, ledgerHeader, ledgerRows } from '../smallLedger';
import { errorCell, shown } from './runtime';

const ledger: unknown[][] = [[...ledgerHeader], ...ledgerRows.map(row => [...row])];

type Optional =
  | 'policy'
  | 'columns'
  | 'list'
  | 'listColumns'
  | 'matches'
  | 'reviews'
  | 'snapshots'
  | 'output';

const tiering = (
  data: unknown[][],
  given: Partial<Record<Optional, unknown[][] | string>> = {},
  day: unknown = asOf,
): unknown[][] => {
  const range = (name: Optional) => given[name] as unknown[][] | undefined;
  return tierRange(
    data,
    day,
    range('policy'),
    range('columns'),
    range('list'),
    range('listColumns'),
    range('matches'),
    range('reviews'),
    range('snapshots'),
    given.output,
  );
};

const policySheet = (language: 'en' | 'zh', policy = defaultPolicy) =>
  policyBlocks(policy, language).flatMap(block => [
    [block.title],
    [...block.headers],
    ...block.rows.map(row => [...row]),
    [],
  ]);

describe('TIERING', () => {
  test('gives the customers of the small ledger, most money at risk first, with what they owe by hand', () => {
    const [headers, ...rows] = tiering(ledger);
    expect(headers).toEqual(['Customer', 'Exposure', 'Score', 'Tier', 'Breaches']);
    // 8,000 + 2,000; 500; 4,000; 700 − 200.
    expect(rows.map(([customer, exposure]) => [customer, exposure])).toEqual([
      ['Beta Co', 10_000],
      ['Acme Ltd', 500],
      ['江苏宏达机械有限公司', 4_000],
      ['Gamma Inc', 500],
    ]);
    expect(rows[0][3]).toBe('D');
    expect(String(rows[0][4])).toMatch(/^Over limit; Long overdue amount/);
  });

  test('gives a row for each row, and the lines of the customers', () => {
    const [headers, ...customers] = tiering(ledger);
    const rows = tiering(ledger, { output: 'rows' });
    expect(rows[0]).toEqual(['Score', 'Tier', 'Breaches']);
    expect(rows[3]).toEqual(customers[0].slice(2));
    expect(rows).toHaveLength(ledger.length);
    const lines = tiering(ledger, { output: 'lines' });
    expect(lines[0]).toEqual([...headers, 'Line of the row']);
    expect(lines.map(row => row.at(-1))).toEqual(['Line of the row', 3, 3, 2, 2, 4, 5, 5]);
    expect(lines[1].slice(0, -1)).toEqual(customers[0]);
    expect(lines[7]).toEqual(['', '', '', '', '', 5]);
  });

  test('speaks Chinese where the pane does', () => {
    setLanguage('zh');
    const [headers, beta] = tiering(ledger);
    expect(headers).toEqual(['客户', '应收余额', '评分', '风险等级', '预警']);
    expect(beta[4]).toMatch(/^超信用额度；/);
  });

  test('follows the policy sheet in either language', () => {
    for (const language of ['en', 'zh'] as const)
      expect(tiering(ledger, { policy: policySheet(language) })).toEqual(tiering(ledger));
    const withoutRule: Policy = {
      ...defaultPolicy,
      rules: defaultPolicy.rules.map(rule => (rule.id === 'overLimit' ? { ...rule, on: false } : rule)),
    };
    const lenient = tiering(ledger, { policy: policySheet('en', withoutRule) });
    expect(String(lenient[1][4])).not.toContain('Over limit');
  });

  test('reads columns as they are said to be, by number, in words of either language', () => {
    const anonymous = [ledger[0].map((_, column) => `c${column}`), ...ledger.slice(1)];
    const columns = [
      ['客户', 1, 'c0'],
      ['Invoice date', 3, 'c2'],
      ['Due date', 4, 'c3'],
      ['', '', ''],
      ['Amount', 5, 'c4'],
      ['Paid date', 6, 'c5'],
      ['Credit limit', 7, 'c6'],
      ['Salesperson', '', ''],
    ];
    expect(tiering(anonymous, { columns })).toEqual(tiering(ledger));
    const without = anonymous.slice(1);
    const lines = tiering(without, { columns: [...columns, ['Header row', 0]], output: 'lines' });
    expect(lines.map(row => row.at(-1))).toEqual(['Line of the row', 3, 3, 2, 2, 4, 5, 5]);
  });

  test('names the argument and row of what it cannot follow', () => {
    const show = (columns: unknown[][]) => shown(() => tiering(ledger, { columns }));
    expect(
      show([
        ['Customer', 1],
        ['Colour', 2],
      ]),
    ).toMatch(/^#VALUE! columns, row 2: “Colour” is no column/);
    expect(show([['Customer', 9]])).toMatch(
      /^#VALUE! columns, row 1: “9” is no column of the range, which has 7/,
    );
    expect(
      show([
        ['Customer', 1],
        ['客户', 1],
        ['Amount', 4],
        ['Amount', 5],
      ]),
    ).toBe('#VALUE! columns, row 4: “Amount” is there twice. Delete one of them.');
    expect(show([['Customer', errorCell('#REF!')]])).toMatch(
      /^#VALUE! columns, row 1: the cell holds the error #REF!/,
    );
    expect(show([['Customer', 1]])).toMatch(/^#VALUE! data: the range cannot be tiered/);
    expect(
      shown(() =>
        tiering([
          ['Name', 'Note'],
          ['Acme', 'x'],
        ]),
      ),
    ).toMatch(/^#VALUE! data: the range cannot be tiered, it lacks/);
    expect(shown(() => tiering(ledger, { list: [['Note'], ['x']] }))).toMatch(/^#VALUE! customer_list: /);
    expect(shown(() => tiering(ledger, { output: 'all' }))).toMatch(
      /^#VALUE! output: “all” is not known here/,
    );
    expect(shown(() => tiering(ledger, {}, ''))).toMatch(/^#VALUE! as_of/);
  });

  test('refuses cells in the place of a table, which would silently not count', () => {
    const matches = [['Customer in the ledger'], ['Acme']];
    expect(shown(() => tiering(ledger, { matches }))).toBe(
      '#VALUE! matches: no column has the header “Customer in the ledger”. Select the whole table, with its header row.',
    );
    const reviews = [
      ['Customer', 'Tier'],
      ['Acme', 'A'],
    ];
    expect(shown(() => tiering(ledger, { reviews }))).toMatch(
      /^#VALUE! reviews: no column has the header “Reviewed on”/,
    );
    expect(shown(() => tiering(ledger, { snapshots: reviews }))).toMatch(
      /^#VALUE! snapshots: no column has the header “As of”/,
    );
    setLanguage('zh');
    expect(shown(() => tiering(ledger, { snapshots: reviews }))).toMatch(
      /^#VALUE! 快照：没有标题为“截止日期”的列/,
    );
    setLanguage('en');
    const nothingYet = [
      ['', 0],
      [null, ''],
    ];
    expect(tiering(ledger, { matches: nothingYet, reviews: nothingYet, snapshots: nothingYet })).toEqual(
      tiering(ledger),
    );
  });

  test('takes zeros for the empty cells they were, in dates, names and rows of nothing else', () => {
    const rows: unknown[][] = [
      ['Customer', 'Invoice date', 'Due date', 'Amount', 'Paid date'],
      ['A', 45_300, 45_330, 100, 45_340],
      ['B', 45_310, 45_340, 200, ''],
      ['A', 45_400, 45_430, 300, ''],
      ['C', 45_460, 45_490, 50, ''],
      ['', '', '', '', ''],
    ];
    const zeros = rows.map(row => row.map(cell => (cell === '' ? 0 : cell)));
    const [, ...customers] = tiering(zeros, {}, 45_473);
    // What A paid is not owed: 300 of 400.
    expect(customers.map(([customer, exposure]) => [customer, exposure])).toEqual([
      ['A', 300],
      ['B', 200],
      ['C', 50],
    ]);
    expect(tiering(zeros, {}, 45_473)).toEqual(tiering(rows, {}, 45_473));
    expect(tiering(zeros, { output: 'rows' }, 45_473)).toHaveLength(6);
    const columns = [
      ['Customer', 1],
      ['Invoice date', 2],
      ['Due date', 3],
      ['Amount', 4],
      ['Paid date', 5],
    ];
    expect(tiering(zeros, { columns }, 45_473)).toEqual(tiering(rows, {}, 45_473));
    const list = [
      ['Customer', 'Credit limit'],
      ['A', 500],
      [0, 0],
    ];
    const listColumns = [
      ['Customer', 1],
      ['Credit limit', 2],
    ];
    expect(tiering(rows, { list, listColumns }, 45_473)).toEqual(
      tiering(rows, { list: list.slice(0, 2) }, 45_473),
    );
  });

  test('keeps the zeros of money: what is settled has 0 open', () => {
    const rows: unknown[][] = [
      ['Customer', 'Due date', 'Amount', 'Open amount', 'Paid date'],
      ['A', 45_330, 100, 0, 0],
      ['B', 45_340, 200, 200, 0],
      ['B', 45_341, 70, 70, 0],
    ];
    expect(tiering(rows, {}, 45_473).map(row => row.slice(0, 2))).toEqual([
      ['Customer', 'Exposure'],
      ['B', 270],
      ['A', 0],
    ]);
  });

  test('names the error of a FILTER that found nothing', () => {
    expect(shown(() => tiering([[errorCell('#CALC!')]]))).toBe(
      '#VALUE! data: the cell holds the error #CALC!. Correct it there.',
    );
  });

  test('joins a customer list, by name or by what the user said, and takes its limits', () => {
    const list = [
      ['Customer', 'Customer number', 'Credit limit', 'Payment terms'],
      ['ACME LTD.', 1001, 100, 30],
      ['Chevron', 1007, 20_000, 30],
    ];
    const breachesOf = (customer: string, given: Parameters<typeof tiering>[1]) =>
      String(tiering(ledger, given).find(([name]) => name === customer)![4]);
    expect(breachesOf('Acme Ltd', {})).not.toContain('Over limit');
    expect(breachesOf('Acme Ltd', { list })).toContain('Over limit');
    expect(breachesOf('Beta Co', { list })).toContain('Over limit');
    const matches = [
      ['Customer in the ledger', 'Customer on the list', 'Number on the list'],
      ['Beta Co', 'Chevron', '1007'],
    ];
    expect(breachesOf('Beta Co', { list, matches })).not.toContain('Over limit');
    const listColumns = [
      ['Customer', 1],
      ['Credit limit', 2],
    ];
    expect(breachesOf('Acme Ltd', { list, listColumns })).not.toContain('Over limit');
  });

  test('knows a customer of the snapshot and of the reviews by its number in the ledger, however it was called then', () => {
    const column = ledgerHeader.indexOf('Customer');
    const numbered = ledger.map((row, index) => [
      index === 0 ? 'Customer no.' : row[column] === 'Acme Ltd' ? '00123' : '',
      ...row,
    ]);
    const snapshots = (number: string) => [
      ['Taken on', 'As of', 'Currency', 'Customer', 'Customer number', 'Score'],
      [asOf - 30, asOf - 30, '', 'Acme before it was renamed', number, 99],
    ];
    const reviews = [
      ['Reviewed on', 'Customer', 'Customer number'],
      [asOf - 2_000, 'Acme before it was renamed', '00123'],
    ];
    const acme = (given: Parameters<typeof tiering>[1]) =>
      String(tiering(numbered, given).find(([name]) => name === 'Acme Ltd')![4]);
    const nameOf = (rule: string) => defaultPolicy.rules.find(({ id }) => id === rule)!.name.en;
    expect(acme({ snapshots: snapshots('00123') })).toContain(nameOf('scoreFall'));
    expect(acme({ snapshots: snapshots('77') })).not.toContain(nameOf('scoreFall'));
    expect(acme({ reviews })).toContain(nameOf('reviewOverdue'));
  });

  test('compares scores with the snapshot before the day, and knows who was reviewed', () => {
    const snapshots = [
      ['Taken on', 'As of', 'Currency', 'Customer', 'Customer number', 'Score'],
      [asOf - 30, asOf - 30, '', 'Acme Ltd', '', 99],
    ];
    const acme = (given: Parameters<typeof tiering>[1]) =>
      String(tiering(ledger, given).find(([name]) => name === 'Acme Ltd')![4]);
    const fell = defaultPolicy.rules.find(({ id }) => id === 'scoreFall')!.name.en;
    expect(acme({})).not.toContain(fell);
    expect(acme({ snapshots })).toContain(fell);
    const reviewed = defaultPolicy.rules.find(({ id }) => id === 'reviewOverdue')!.name.en;
    const reviews = [
      ['Reviewed on', 'Customer'],
      [asOf - 2_000, 'Acme Ltd'],
    ];
    expect(acme({ reviews })).toContain(reviewed);
  });

  test('a row without a customer, totals and blank rows below have no line', () => {
    const untidy = [
      ...ledger,
      ['', 'I-9', asOf, asOf, 5, '', ''],
      ['Total', '', '', '', 16_005, '', ''],
      ['', '', '', '', '', '', ''],
    ];
    const lines = tiering(untidy, { output: 'lines' });
    expect(lines.slice(8).map(row => row.at(-1))).toEqual(['', '', '']);
  });
});

test('formulas equal the pane on random ledgers, row by row and customer by customer', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 40 }), fc.array(writing), (entries, how) => {
      const cells = sheetOf(entries, how) as unknown[][];
      const recognition = recogniseSheet(cells);
      fc.pre(recognition.kind === 'ledger' && recognition.missing.length === 0);
      const pane = assessLedger(
        readLedger(cells, recognition, { dateSystem: 1900 }),
        lastDay - 100,
        defaultPolicy,
      );
      const said = verdicts(pane, 'en');
      const { customers, rowsOf } = pane.table;
      const wanted = cells.map((): unknown[] => ['', '', '']);
      for (const customer of customers.keys())
        for (const row of rowsOf(customer))
          wanted[row] = [said.score[customer], said.tier[customer], said.breaches[customer]];
      const lines = tierRange(
        cells,
        lastDay - 100,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        'lines',
      );
      const looked = lines
        .slice(1, cells.length)
        .map(row => row.at(-1))
        .map(line => (line === '' ? ['', '', ''] : lines[Number(line) - 1].slice(2, 5)));
      expect(looked).toEqual(wanted.slice(1));
    }),
    { numRuns: 150 },
  );
});
