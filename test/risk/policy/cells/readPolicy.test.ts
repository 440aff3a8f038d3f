import fc from 'fast-check';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { policyBlocks } from '../../../../src/risk/policy/cells/policyBlocks';
import { cellOfProblem } from '../../../../src/risk/policy/cells/policyCells';
import {
  readBuckets,
  readFactors,
  readMonthBuckets,
  readPolicy,
  readTiers,
  readWholePolicy,
} from '../../../../src/risk/policy/cells/readPolicy';
import { textValues } from '../../../../src/risk/policy/cells/textValues';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { type Bilingual, breachRuleIds, type Policy } from '../../../../src/risk/policy/policy';
import { anyPolicy } from '../anyPolicy';

type Sheet = Cell[][];

/** The blocks as they stand on the sheet: a title, headers, rows and a gap each. */
function sheetOf(policy: Policy, language: 'en' | 'zh' = 'en'): Sheet {
  const blocks = policyBlocks(policy, language);
  const width = blocks[0].headers.length;
  const wide = (cells: readonly Cell[]) => [...cells, ...Array<Cell>(width - cells.length).fill('')];
  return [
    wide(['Tiercel Policy']),
    wide(['Everything that decides a score.']),
    ...blocks.flatMap(block => [
      wide([]),
      wide([block.title]),
      wide(block.headers),
      ...block.rows.map(row => [...row]),
    ]),
  ];
}

const tableOf = (table: string, language: 'en' | 'zh' = 'en') =>
  policyBlocks(defaultPolicy, language).find(block => block.table === table)!;

const rowOf = (sheet: Sheet, first: Cell): number => sheet.findIndex(row => row[0] === first);

/** The first cell under a header, of the row with a label: some labels stand in two tables. */
function columnOf(sheet: Sheet, label: Cell, header: string): { row: number; column: number } {
  for (let top = 0; top < sheet.length; top += 1) {
    const column = sheet[top].indexOf(header);
    const end = sheet.findIndex((row, index) => index > top && row.every(cell => cell === ''));
    const rows = sheet.slice(top, end === -1 ? sheet.length : end);
    const row = rows.findIndex(cells => cells[0] === label);
    if (column !== -1 && row > 0) return { row: top + row, column };
  }
  throw new Error(`no column ${header} for ${label}`);
}

function withCell(label: Cell, header: string, value: Cell): Sheet {
  const sheet = sheetOf(defaultPolicy);
  const { row, column } = columnOf(sheet, label, header);
  sheet[row][column] = value;
  return sheet;
}

const problemOf = (sheet: Sheet) => {
  const outcome = readPolicy(sheet);
  return outcome.ok ? null : outcome.problem;
};

describe('readPolicy', () => {
  it.each(['en', 'zh'] as const)('reads the defaults back from the sheet in %s', language => {
    expect(readPolicy(sheetOf(defaultPolicy, language))).toEqual({ ok: true, value: defaultPolicy });
  });

  it('reads back whatever policy was written', () => {
    fc.assert(
      fc.property(anyPolicy, fc.constantFrom<'en' | 'zh'>('en', 'zh'), (policy, language) => {
        expect(readPolicy(sheetOf(policy, language))).toEqual({ ok: true, value: policy });
      }),
    );
  });

  it('finds the sections in any order, moved, with blank rows and columns between', () => {
    const moved = [...sheetOf(defaultPolicy)];
    const tiers = rowOf(moved, 'Tier');
    const tierRows = moved.splice(tiers - 1, 7);
    const apart = [...moved, [], ...tierRows].flatMap(row => [
      [null, '', ...row.slice(0, 3), '', ...row.slice(3)],
      [],
    ]);
    expect(readPolicy(apart)).toEqual({ ok: true, value: defaultPolicy });
  });

  it('reads columns by their headers, not by their places', () => {
    const reversed = sheetOf(defaultPolicy).map(row => [...row].reverse());
    expect(readPolicy(reversed)).toEqual({ ok: true, value: defaultPolicy });
  });

  it('reads on where the blank rows between the tables are gone, and empty cells arrive as 0', () => {
    const tight = sheetOf(defaultPolicy).filter(row => row.some(cell => cell !== ''));
    expect(readPolicy(tight)).toEqual({ ok: true, value: defaultPolicy });
    const titles = new Set(policyBlocks(defaultPolicy, 'en').map(block => block.title));
    const zeros = sheetOf(defaultPolicy).map(row =>
      titles.has(String(row[0])) ? row.map(cell => (cell === '' ? 0 : cell)) : row,
    );
    expect(readPolicy(zeros)).toEqual({ ok: true, value: defaultPolicy });
  });

  it('takes the first of two equal tables, such as a copy kept below', () => {
    const copied = [...sheetOf(defaultPolicy), [], ...withCell('A', 'From score', 90)];
    expect(readPolicy(copied)).toEqual({ ok: true, value: defaultPolicy });
  });

  it('takes a factor that a user added below, known by its header alone', () => {
    const sheet = sheetOf(defaultPolicy);
    sheet.splice(rowOf(sheet, 'Overdue share') + 1, 0, [
      'Payment habit',
      '',
      '',
      '12.5',
      '0%',
      '50%',
      '',
      '',
    ]);
    const outcome = readPolicy(sheet);
    expect(outcome.ok && outcome.value.factors[1]).toEqual({
      name: { en: 'Payment habit', zh: 'Payment habit' },
      metric: null,
      weight: 12.5,
      best: 0,
      worst: 0.5,
      steps: null,
      missing: 'share',
    });
    expect(outcome.ok && outcome.value.factors).toHaveLength(defaultPolicy.factors.length + 1);
  });

  it('reads an as-of date, and an emptied one as none', () => {
    const asOf = (value: Cell) => {
      const outcome = readPolicy(withCell('As-of date', 'Value', value));
      return outcome.ok ? outcome.value.settings.asOf : outcome.problem.key;
    };
    expect(asOf(45473)).toBe(45473);
    expect(asOf(45473.75)).toBe(45473);
    expect(asOf('')).toBeNull();
    expect(asOf(null)).toBeNull();
    expect(asOf(0)).toBeNull();
    expect(asOf('June')).toBe('policyDateUnreadable');
    expect(asOf('2024年5月31日')).toBe('policyDateUnreadable');
    expect(asOf('45473')).toBe('policyDateUnreadable');
    expect(asOf(-3)).toBe('policyValueOutOfBounds');
  });

  it('reads a sheet of an earlier version, without the newer tables, columns and settings, as their defaults', () => {
    const newTables = new Set(['TiercelRates', 'TiercelMonthBuckets', 'TiercelKnockOuts', 'TiercelSteps']);
    const newColumns = new Set(['Shape', 'Guarantee']);
    const newSettings = new Set(['Age by', 'Reporting currency']);
    const old = policyBlocks(defaultPolicy, 'en')
      .filter(({ table }) => !newTables.has(table))
      .flatMap(({ title, headers, rows }) => {
        const kept = headers.map(header => !newColumns.has(header));
        const cut = (cells: readonly Cell[]) => cells.filter((_, column) => kept[column]);
        return [[], [title], cut(headers), ...rows.filter(row => !newSettings.has(String(row[0]))).map(cut)];
      });
    const expected = {
      ...defaultPolicy,
      tiers: defaultPolicy.tiers.map(tier => ({ ...tier, guarantee: false })),
    };
    expect(readPolicy(old)).toEqual({ ok: true, value: expected });
  });

  it('caps at the last tiers where an earlier sheet calls its tiers otherwise', () => {
    const sheet = sheetOf(defaultPolicy).map(row =>
      ['A', 'B', 'C', 'D'].includes(String(row[0])) ? [`Class ${row[0]}`, ...row.slice(1)] : row,
    );
    const from = rowOf(sheet, 'Knock-out');
    sheet.splice(from, 6);
    const outcome = readPolicy(sheet);
    expect(outcome.ok && outcome.value.knockOuts.map(({ id, bestTier }) => [id, bestTier])).toEqual([
      ['insolvent', 'Class D'],
      ['oldestDays', 'Class D'],
      ['overLimit', 'Class C'],
      ['writtenOff', 'Class D'],
      ['externalRating', 'Class D'],
    ]);
  });

  it('reads rates by any usual name of a currency, and the empty row of a table without rates as none', () => {
    const policy = { ...defaultPolicy, rates: [{ currency: 'USD', rate: 7.1 }] };
    const sheet = sheetOf(policy);
    sheet[rowOf(sheet, 'USD')][0] = '美元';
    const outcome = readPolicy(sheet);
    expect(outcome.ok && outcome.value.rates).toEqual([{ currency: 'USD', rate: 7.1 }]);
    const none = readPolicy(sheetOf(defaultPolicy));
    expect(none.ok && none.value.rates).toEqual([]);
  });

  it('reads the shape of a factor in words of either language or as a bare number', () => {
    const stepsOf = (value: Cell) => {
      const outcome = readPolicy(withCell('Overdue share', 'Shape', value));
      return outcome.ok ? outcome.value.factors[0].steps : outcome.problem.key;
    };
    expect(['4 steps', '4 档', '４档', 4, '1 step', '12'].map(stepsOf)).toEqual([4, 4, 4, 4, 1, 12]);
    expect(['linear', '线性', ' Linear ', '', 0, null].map(stepsOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    const wrong = ['0 steps', '2.5', 2.5, -3, 'curved', true, '#REF!'];
    expect(new Set(wrong.map(stepsOf))).toEqual(new Set(['policyValueUnreadable']));
  });

  it('collects every problem, one a cell, in the order of the sheet', () => {
    const sheet = withCell('Overdue share', 'Weight', 'much');
    const worst = columnOf(sheet, 'Overdue share', 'Worst value');
    sheet[worst.row][worst.column] = 'bad';
    const score = columnOf(sheet, 'A', 'From score');
    sheet[score.row][score.column] = 101;
    const { problems } = readWholePolicy(sheet);
    expect(problems.map(({ key, detail }) => [key, detail.value])).toEqual([
      ['policyValueUnreadable', 'much'],
      ['policyValueUnreadable', 'bad'],
      ['policyValueOutOfBounds', 101],
    ]);
    expect(cellOfProblem(sheet, problems[1])).toEqual(worst);
    expect(cellOfProblem(sheet, problems[2])).toEqual(score);
  });

  it('reads choices in the other language', () => {
    const outcome = readPolicy(withCell('overLimit', 'Severity', '提示'));
    expect(outcome.ok && outcome.value.rules[0]).toMatchObject({ severity: 'notice' });
  });

  it.each([
    ['Threshold', '95%', 0.95, true],
    ['Threshold', ' １２ ', 12, false],
    ['Minimum amount', '1000', 1000, false],
    ['Minimum count', '3', 3, false],
    ['On', '否', false, false],
    ['On', 'TRUE', true, false],
  ])(
    'refuses a value in %s that is text (%j): highlights compare with the cell, in which it is none',
    (column, text, value, isShare) => {
      const sheet = withCell('agedAmount', column, text);
      const place = columnOf(sheet, 'agedAmount', column);
      const outcome = readPolicy(sheet);
      expect(!outcome.ok && [outcome.problem.key, outcome.problem.detail.value]).toEqual([
        'policyTextValue',
        text,
      ]);
      expect(!outcome.ok && cellOfProblem(sheet, outcome.problem)).toEqual(place);
      expect(textValues(sheet)).toEqual([{ ...place, value, isShare }]);
      sheet[place.row][place.column] = value;
      expect(readPolicy(sheet).ok).toBe(true);
      expect(textValues(sheet)).toEqual([]);
    },
  );

  it('finds texts that say no value to be unreadable, and nothing to write for them', () => {
    const sheet = withCell('agedAmount', 'Threshold', 'ninety');
    const outcome = readPolicy(sheet);
    expect(!outcome.ok && outcome.problem.key).toBe('policyValueUnreadable');
    expect(textValues(sheet)).toEqual([]);
  });

  it('leaves out a rule whose row was deleted', () => {
    const sheet = sheetOf(defaultPolicy);
    sheet.splice(rowOf(sheet, 'noLimit'), 1);
    const outcome = readPolicy(sheet);
    expect(outcome.ok && outcome.value.rules.map(rule => rule.id)).toEqual(
      breachRuleIds.filter(id => id !== 'noLimit'),
    );
  });

  it.each<[string, Cell, string, Cell, string, string]>([
    ['a negative weight', 'Overdue share', 'Weight', -5, 'policyWeightNegative', 'Score factors / 评分因素'],
    [
      'a weight in words',
      'Overdue share',
      'Weight',
      'much',
      'policyValueUnreadable',
      'Score factors / 评分因素',
    ],
    [
      'an error in a cell',
      'Overdue share',
      'Best value',
      '#REF!',
      'policyValueUnreadable',
      'Score factors / 评分因素',
    ],
    [
      'a cell emptied',
      'Overdue share',
      'Worst value',
      '',
      'policyValueUnreadable',
      'Score factors / 评分因素',
    ],
    [
      'best equal to worst',
      'Overdue share',
      'Worst value',
      0,
      'policyBestEqualsWorst',
      'Score factors / 评分因素',
    ],
    [
      'an unknown metric',
      'Overdue share',
      'Metric',
      'mood',
      'policyValueUnreadable',
      'Score factors / 评分因素',
    ],
    [
      'two factors of a name',
      'Days beyond terms',
      'Factor',
      'overdue  SHARE',
      'policyNamedTwice',
      'Score factors / 评分因素',
    ],
    ['tiers out of order', 'B', 'From score', 85, 'policyTiersOverlap', 'Tiers / 风险等级'],
    ['equal tiers', 'B', 'From score', 80, 'policyTiersOverlap', 'Tiers / 风险等级'],
    ['a score over 100', 'A', 'From score', 101, 'policyValueOutOfBounds', 'Tiers / 风险等级'],
    ['an error for a letter', 'B', 'Tier', '#REF!', 'policyValueUnreadable', 'Tiers / 风险等级'],
    ['a score as a share', 'A', 'From score', 0.8, 'policyScoreAsShare', 'Tiers / 风险等级'],
    ['a last tier above 0', 'D', 'From score', 10, 'policyLastTierNotZero', 'Tiers / 风险等级'],
    ['a prepayment over all', 'D', 'Prepayment', 1.5, 'policyValueOutOfBounds', 'Tiers / 风险等级'],
    [
      'bounds out of order',
      'Bucket 2',
      'Last day past due',
      30,
      'policyBucketsNotAscending',
      'Ageing buckets / 账龄区间',
    ],
    [
      'a bound in parts of days',
      'Bucket 2',
      'Last day past due',
      44.5,
      'argumentNotWhole',
      'Ageing buckets / 账龄区间',
    ],
    [
      'an open end with an end',
      'Open end',
      'Last day past due',
      999,
      'policyLastBucketNotOpen',
      'Ageing buckets / 账龄区间',
    ],
    ['a loss over all', 'Bucket 2', 'Loss rate', 3.6, 'policyValueOutOfBounds', 'Ageing buckets / 账龄区间'],
    [
      'a threshold in words',
      'lowScore',
      'Threshold',
      'low',
      'policyValueUnreadable',
      'Breach rules / 预警规则',
    ],
    [
      'a rule nobody knows',
      'lowScore',
      'Rule',
      'badMood',
      'policyValueUnreadable',
      'Breach rules / 预警规则',
    ],
    [
      'a percentage without its sign',
      'overdueShare',
      'Threshold',
      90,
      'policyShareTooLarge',
      'Breach rules / 预警规则',
    ],
    [
      'a limit used ninety times',
      'utilization',
      'Threshold',
      90,
      'policyShareTooLarge',
      'Breach rules / 预警规则',
    ],
    ['a rule twice', 'lowScore', 'Rule', 'noLimit', 'policyNamedTwice', 'Breach rules / 预警规则'],
    ['neither on nor off', 'lowScore', 'On', 'maybe', 'policyValueUnreadable', 'Breach rules / 预警规则'],
    [
      'a shape nobody knows',
      'Overdue share',
      'Shape',
      'round',
      'policyValueUnreadable',
      'Score factors / 评分因素',
    ],
    ['a guarantee in words', 'D', 'Guarantee', 'perhaps', 'policyValueUnreadable', 'Tiers / 风险等级'],
    ['a knock-out to no tier', 'insolvent', 'Best tier', 'E', 'policyTierUnknown', 'Knock-outs / 一票否决'],
    [
      'a knock-out nobody knows',
      'insolvent',
      'Knock-out',
      'rumour',
      'policyValueUnreadable',
      'Knock-outs / 一票否决',
    ],
    [
      'a knock-out twice',
      'oldestDays',
      'Knock-out',
      'insolvent',
      'policyNamedTwice',
      'Knock-outs / 一票否决',
    ],
    ['steps out of order', 'phone', 'From day', 3, 'policyStepsNotAscending', 'Collection steps / 催收步骤'],
    ['a step in parts of days', 'phone', 'From day', 7.5, 'argumentNotWhole', 'Collection steps / 催收步骤'],
    [
      'a step by pigeon',
      'phone',
      'Channel',
      'pigeon',
      'policyValueUnreadable',
      'Collection steps / 催收步骤',
    ],
    [
      'months out of order',
      'Age 2',
      'Months since invoice, up to',
      12,
      'policyMonthsNotAscending',
      'Ageing buckets by months / 账龄区间（按月）',
    ],
    [
      'months with an end',
      'Open end',
      'Months since invoice, up to',
      60,
      'policyLastMonthsNotOpen',
      'Ageing buckets by months / 账龄区间（按月）',
    ],
    ['an age by moon', 'Age by', 'Value', 'moon', 'policyValueUnreadable', 'Settings / 基本设置'],
    [
      'a currency in words',
      'Reporting currency',
      'Value',
      'Taler',
      'policyValueUnreadable',
      'Settings / 基本设置',
    ],
    ['no window', 'Window in days', 'Value', 0, 'policyValueOutOfBounds', 'Settings / 基本设置'],
  ])('names section and row for %s', (_, label, header, value, key, section) => {
    const row = columnOf(sheetOf(defaultPolicy), label, header).row + 1;
    const problem = problemOf(withCell(label, header, value));
    expect(problem).toMatchObject({ code: 'value', key, detail: { section, row, value: value ?? '' } });
    expect(problem?.detail.column).toContain(header);
  });

  it('names the section when every weight is 0', () => {
    const policy = {
      ...defaultPolicy,
      factors: defaultPolicy.factors.map(factor => ({ ...factor, weight: 0 })),
    };
    expect(problemOf(sheetOf(policy))).toMatchObject({ key: 'policyWeightsZero' });
  });

  it.each([
    ['TiercelRates', 'Rate', 'Exchange rates / 汇率'],
    ['TiercelFactors', 'Metric', 'Score factors / 评分因素'],
    ['TiercelFactors', 'If missing', 'Score factors / 评分因素'],
    ['TiercelTiers', 'Guarantee', 'Tiers / 风险等级'],
    ['TiercelKnockOuts', 'Minimum amount', 'Knock-outs / 一票否决'],
    ['TiercelKnockOuts', 'Best tier', 'Knock-outs / 一票否决'],
    ['TiercelRules', 'Threshold', 'Breach rules / 预警规则'],
    ['TiercelSteps', 'Minimum amount', 'Collection steps / 催收步骤'],
  ])('names the header of %s that was typed over: %s', (table, header, section) => {
    const index = policyBlocks(defaultPolicy, 'en').findIndex(block => block.table === table);
    const above = policyBlocks(defaultPolicy, 'en').slice(0, index);
    const headerRow = above.reduce((rows, block) => rows + block.rows.length + 3, 4);
    const sheet = sheetOf(defaultPolicy).map((row, at) =>
      at === headerRow ? row.map(cell => (cell === header ? 'My words' : cell)) : row,
    );
    expect(problemOf(sheet)).toMatchObject({
      key: 'policyColumnMissing',
      detail: { section, row: headerRow + 1, column: expect.stringContaining(header) },
    });
  });

  it('names a section, column or setting that is gone', () => {
    const sheet = sheetOf(defaultPolicy);
    expect(problemOf(sheet.filter(row => row[0] !== 'Tier'))).toEqual({
      code: 'value',
      key: 'policySectionMissing',
      detail: { section: 'Tiers / 风险等级' },
    });
    expect(problemOf(sheet.map(row => row.map(cell => (cell === 'Severity' ? '' : cell))))).toMatchObject({
      key: 'policyColumnMissing',
      detail: {
        section: 'Breach rules / 预警规则',
        column: 'Severity / 级别',
        row: rowOf(sheet, 'Rule') + 1,
      },
    });
    expect(problemOf(sheet.filter(row => row[0] !== 'Window in days'))).toMatchObject({
      key: 'policySettingMissing',
      detail: { section: 'Settings / 基本设置', column: 'Window in days / 回溯天数' },
    });
    expect(problemOf(sheet.filter(row => !['A', 'B', 'C', 'D'].includes(String(row[0]))))).toMatchObject({
      key: 'policyRowUnreadable',
      detail: { section: 'Tiers / 风险等级' },
    });
    expect(problemOf([])).toMatchObject({ key: 'policySectionMissing' });
  });

  it('reports a name without numbers that stands in the table, and leaves a remark below it alone', () => {
    const attached = sheetOf(defaultPolicy);
    const last = rowOf(attached, 'Years as a customer');
    attached.splice(last + 1, 0, ['New factor']);
    expect(problemOf(attached)).toMatchObject({ key: 'policyValueUnreadable', detail: { row: last + 2 } });

    const remark = sheetOf(defaultPolicy);
    remark.splice(last + 1, 0, [], ['Agreed with the board in May.'], ['To be reviewed in a year.']);
    expect(readPolicy(remark).ok).toBe(true);
  });
});

test('a Chinese policy sheet of before, with narrow brackets in its headers, says the same', () => {
  const narrow = (cell: Cell): Cell =>
    typeof cell === 'string' ? cell.replaceAll('（', '(').replaceAll('）', ')').replaceAll('，', ',') : cell;
  const sheet = sheetOf(defaultPolicy, 'zh');
  const before = sheet.map(row => row.map(narrow));
  expect(before.flat()).toContain('信用期(天)');
  expect(readPolicy(before)).toEqual(readPolicy(sheet));
});

describe('a policy sheet with names in one language alone', () => {
  it.each([
    ['zh', 'en'],
    ['en', 'zh'],
  ] as const)('in %s says what the whole one says', (language, other) => {
    const pairs = [
      ['Setting', 'Setting in Chinese', '设置（英文）', '设置'],
      ['Factor', 'Factor in Chinese', '因素（英文）', '因素'],
      ['Bucket', 'Bucket in Chinese', '区间（英文）', '区间'],
      ['Name', 'Name in Chinese', '名称（英文）', '名称'],
    ];
    const dropped = new Set(
      pairs.flatMap(([enEn, zhEn, enZh, zhZh]) => (language === 'zh' ? [enEn, enZh] : [zhEn, zhZh])),
    );
    let gone = -1;
    const sheet = sheetOf(defaultPolicy, language).map(row => {
      const header = row.findIndex(cell => dropped.has(String(cell)));
      const isGap = row.every(cell => cell === '');
      if (header >= 0) gone = header;
      else if (isGap) gone = -1;
      return gone < 0 ? row : row.map((cell, column) => (column === gone ? '' : cell));
    });
    const read = readPolicy(sheet);
    expect(read).toMatchObject({ ok: true });
    const inOne = <T extends { readonly name: Bilingual }>(rows: readonly T[]) =>
      rows.map(row => ({ ...row, name: { [language]: row.name[language], [other]: row.name[language] } }));
    const { settings, factors, tiers, rules, knockOuts, steps, buckets, rates, monthBuckets } = defaultPolicy;
    expect(read.ok && read.value).toEqual({
      ...{ settings, tiers, buckets, rates, monthBuckets },
      factors: inOne(factors),
      rules: inOne(rules),
      knockOuts: inOne(knockOuts),
      steps: inOne(steps),
    });
  });
});

describe('readFactors', () => {
  it('takes a table of one’s own with names in one language alone', () => {
    const chinese = readFactors([
      ['因素', '权重', '满分值', '零分值'],
      ['逾期占比', 60, 0, 0.5],
      ['合作年限', 40, 10, 0],
    ]);
    const english = readFactors([
      ['Factor', 'Weight', 'Best value', 'Worst value'],
      ['Overdue share', 60, 0, 0.5],
      ['Tenure', 40, 10, 0],
    ]);
    expect(chinese).toMatchObject({
      ok: true,
      value: [
        { name: { en: '逾期占比', zh: '逾期占比' }, weight: 60, best: 0, worst: 0.5 },
        { name: { en: '合作年限', zh: '合作年限' }, weight: 40, best: 10, worst: 0 },
      ],
    });
    expect(english).toMatchObject({
      ok: true,
      value: [{ name: { en: 'Overdue share', zh: 'Overdue share' } }, {}],
    });
  });

  const expected = [
    {
      name: { en: 'Overdue share', zh: '逾期占比' },
      metric: null,
      weight: 60,
      best: 0,
      worst: 0.5,
      steps: null,
      missing: 'share',
    },
    {
      name: { en: 'Tenure', zh: 'Tenure' },
      metric: null,
      weight: 40,
      best: 10,
      worst: 0,
      steps: null,
      missing: 'nothing',
    },
  ];

  it('takes the whole policy sheet, or its factor table alone', () => {
    const block = tableOf('TiercelFactors', 'zh');
    expect(readFactors(sheetOf(defaultPolicy))).toEqual({ ok: true, value: defaultPolicy.factors });
    expect(readFactors([block.headers, ...block.rows])).toEqual({ ok: true, value: defaultPolicy.factors });
    expect(readFactors(block.rows)).toEqual({ ok: true, value: defaultPolicy.factors });
  });

  it('takes shapes in a table without headers, and tables of before that have none', () => {
    const stepped = { ...defaultPolicy.factors[0], steps: 4 };
    const block = policyBlocks({ ...defaultPolicy, factors: [stepped, defaultPolicy.factors[6]] }, 'en').find(
      ({ table }) => table === 'TiercelFactors',
    )!;
    const read = readFactors(block.rows);
    expect(read.ok && read.value.map(({ steps, missing }) => [steps, missing])).toEqual([
      [4, 'share'],
      [null, 'nothing'],
    ]);
    const before = readFactors(block.rows.map(row => [...row.slice(0, 6), row[7]]));
    expect(before.ok && before.value.map(({ steps, missing }) => [steps, missing])).toEqual([
      [null, 'share'],
      [null, 'nothing'],
    ]);
    const bare = readFactors([['Overdue share', 60, 0, 0.5, 3]]);
    expect(bare.ok && bare.value[0]).toMatchObject({ steps: 3, missing: 'share' });
  });

  it('takes a small table of the user, with headers or without', () => {
    const rows = [
      ['Overdue share', '逾期占比', 60, 0, 0.5, ''],
      ['Tenure', '', 40, 10, 0, 'earns nothing'],
    ];
    expect(readFactors(rows)).toEqual({ ok: true, value: expected });
    const headers = ['Factor', 'Factor in Chinese', 'Weight', 'Best value', 'Worst value', 'If missing'];
    expect(readFactors([headers, ...rows])).toEqual({ ok: true, value: expected });
  });

  it('takes empty cells that arrive as 0', () => {
    const rows = [
      ['Overdue share', 0, 0, 60, 0, 0.5, 0],
      ['Tenure', 0, 0, 0, 10, 0, 0],
      [0, 0, 0, 0, 0, 0, 0],
    ];
    const outcome = readFactors(rows);
    expect(
      outcome.ok && outcome.value.map(factor => [factor.name.zh, factor.weight, factor.missing]),
    ).toEqual([
      ['Overdue share', 60, 'share'],
      ['Tenure', 0, 'share'],
    ]);
  });

  it('takes no table for the factors that does not say which column names them', () => {
    const unnamed = [
      ['Name', 'Weight', 'Best value', 'Worst value'],
      ['Overdue share', 60, 0, 0.5],
    ];
    expect(readFactors(unnamed).ok).toBe(false);
  });

  it('names what is wrong', () => {
    expect(readFactors([['Overdue share', -1, 0, 1]])).toMatchObject({
      problem: { key: 'policyWeightNegative', detail: { row: 1 } },
    });
    expect(readFactors([['Overdue share']])).toMatchObject({ ok: false });
    expect(readFactors([[1, 2, 3]])).toMatchObject({ problem: { key: 'policyValueUnreadable' } });
    expect(readFactors([])).toMatchObject({ problem: { key: 'policyWeightsZero' } });
    const tiersOnly = tableOf('TiercelTiers');
    expect(readFactors([tiersOnly.headers, ...tiersOnly.rows])).toMatchObject({
      problem: { key: 'policySectionMissing', detail: { section: 'Score factors / 评分因素' } },
    });
  });
});

describe('readMonthBuckets', () => {
  it('takes the whole policy sheet, or its table alone', () => {
    const block = tableOf('TiercelMonthBuckets', 'zh');
    const expected = { ok: true, value: defaultPolicy.monthBuckets };
    expect(readMonthBuckets(sheetOf(defaultPolicy))).toEqual(expected);
    expect(readMonthBuckets([block.headers, ...block.rows])).toEqual(expected);
    expect(readMonthBuckets([])).toMatchObject({ problem: { key: 'policySectionMissing' } });
  });
});

describe('readTiers', () => {
  const lettersAndScores = (cells: readonly (readonly Cell[])[]) => {
    const outcome = readTiers(cells);
    return outcome.ok ? outcome.value.map(tier => [tier.letter, tier.fromScore]) : outcome.problem.key;
  };

  it('takes the whole policy sheet, or its tier table alone', () => {
    const block = tableOf('TiercelTiers');
    expect(readTiers(sheetOf(defaultPolicy, 'zh'))).toEqual({ ok: true, value: defaultPolicy.tiers });
    expect(readTiers([block.headers, ...block.rows])).toEqual({ ok: true, value: defaultPolicy.tiers });
    expect(readTiers(block.rows)).toEqual({ ok: true, value: defaultPolicy.tiers });
  });

  it('takes letters and scores in two columns, in either order, with or without headers', () => {
    const expected = [
      ['Good', 50],
      ['Bad', 0],
    ];
    expect(
      lettersAndScores([
        ['Good', 50],
        ['Bad', 0],
        ['', ''],
      ]),
    ).toEqual(expected);
    expect(
      lettersAndScores([
        [50, 'Good'],
        [0, 'Bad'],
      ]),
    ).toEqual(expected);
    expect(
      lettersAndScores([
        ['等级', '最低评分'],
        ['Good', 50],
        ['Bad', 0],
      ]),
    ).toEqual(expected);
    expect(lettersAndScores([['All', 0]])).toEqual([['All', 0]]);
  });

  it('names what is wrong', () => {
    expect(
      lettersAndScores([
        ['A', 50],
        ['A', 0],
      ]),
    ).toBe('policyNamedTwice');
    expect(
      lettersAndScores([
        ['A', 50],
        ['B', 10],
      ]),
    ).toBe('policyLastTierNotZero');
    expect(
      lettersAndScores([
        ['A', 50],
        ['B', 60],
        ['C', 0],
      ]),
    ).toBe('policyTiersOverlap');
    expect(lettersAndScores([])).toBe('policyRowUnreadable');
    expect(lettersAndScores([[50], [0]])).toBe('policyValueUnreadable');
  });
});

describe('readBuckets', () => {
  it('takes the whole policy sheet, or its bucket table alone', () => {
    const block = tableOf('TiercelBuckets');
    expect(readBuckets(sheetOf(defaultPolicy))).toEqual({ ok: true, value: defaultPolicy.buckets });
    expect(readBuckets([block.headers, ...block.rows])).toEqual({ ok: true, value: defaultPolicy.buckets });
    expect(readBuckets([[30, 60, 90]])).toMatchObject({ problem: { key: 'policySectionMissing' } });
  });
});

describe('a header within its own table', () => {
  const { headers, rows } = tableOf('TiercelTiers');

  it('hides no row below it: rows are pasted with their header', () => {
    const pasted = [headers, ...rows.slice(0, 2), headers, ...rows.slice(2)];
    expect(readTiers(pasted)).toEqual({ ok: true, value: defaultPolicy.tiers });
    expect(readTiers([headers, headers, ...rows])).toEqual({ ok: true, value: defaultPolicy.tiers });
  });

  it('begins a table of its own that does not count where it stands apart', () => {
    const other = [...rows[0]].map(cell => (typeof cell === 'number' ? cell + 1 : cell));
    expect(readTiers([headers, ...rows, [], headers, other])).toEqual({
      ok: true,
      value: defaultPolicy.tiers,
    });
  });
});
