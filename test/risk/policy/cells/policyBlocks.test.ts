import { policyBlocks } from '../../../../src/risk/policy/cells/policyBlocks';
import { fieldFormat } from '../../../../src/risk/policy/cells/policyFields';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { breachRuleIds } from '../../../../src/risk/policy/policy';

const languages = ['en', 'zh'] as const;

const tableOf = (table: string) => policyBlocks(defaultPolicy, 'en').find(block => block.table === table)!;

describe('policyBlocks', () => {
  it('writes its tables in the order in which a reader asks', () => {
    expect(policyBlocks(defaultPolicy, 'en').map(block => [block.table, block.title])).toEqual([
      ['TiercelSettings', 'Settings'],
      ['TiercelRates', 'Exchange rates'],
      ['TiercelBuckets', 'Ageing buckets'],
      ['TiercelMonthBuckets', 'Ageing buckets by months'],
      ['TiercelFactors', 'Score factors'],
      ['TiercelTiers', 'Tiers'],
      ['TiercelKnockOuts', 'Knock-outs'],
      ['TiercelRules', 'Breach rules'],
      ['TiercelSteps', 'Collection steps'],
    ]);
    expect(policyBlocks(defaultPolicy, 'zh').map(block => block.title)).toEqual([
      '基本设置',
      '汇率',
      '账龄区间',
      '账龄区间（按月）',
      '评分因素',
      '风险等级',
      '一票否决',
      '预警规则',
      '催收步骤',
    ]);
  });

  it('writes a factor with both names, its values and the reason', () => {
    const factors = tableOf('TiercelFactors');
    expect(factors.headers.slice(0, 8)).toEqual([
      'Factor',
      'Factor in Chinese',
      'Metric',
      'Weight',
      'Best value',
      'Worst value',
      'Shape',
      'If missing',
    ]);
    expect(factors.rows[0].slice(0, 8)).toEqual([
      'Overdue share',
      '逾期占比',
      'overdueShare',
      20,
      0,
      0.5,
      'linear',
      'shared among the others',
    ]);
    expect(factors.rows[0].at(-1)).toMatch(/already missing/);
    expect(factors.numberFormats[0].slice(3, 6)).toEqual(['General', '0%', '0%']);
  });

  it.each(languages)(
    'is equally wide everywhere in %s, with headers that are filled and unique',
    language => {
      for (const block of policyBlocks(defaultPolicy, language)) {
        expect(block.headers).toHaveLength(9);
        expect(new Set(block.headers).size).toBe(9);
        expect(block.headers.every(header => header.length > 0)).toBe(true);
        for (const cells of [...block.rows, ...block.numberFormats]) expect(cells).toHaveLength(9);
        expect(block.numberFormats).toHaveLength(block.rows.length);
      }
    },
  );

  it.each(languages)('gives every row of the defaults a reason in the last column in %s', language => {
    for (const block of policyBlocks(defaultPolicy, language)) {
      for (const row of block.rows) expect(String(row.at(-1)).length).toBeGreaterThan(5);
    }
  });

  it('writes no text that Excel would take for a formula, not even the name of a factor', () => {
    const named = (en: string) => ({ ...defaultPolicy.factors[0], name: { en, zh: en } });
    const policy = { ...defaultPolicy, factors: ['=1+1', '+10', '-5', '@x', "'a"].map(named) };
    const texts = languages
      .flatMap(language => [...policyBlocks(policy, language), ...policyBlocks(defaultPolicy, language)])
      .flatMap(block => [block.title, ...block.headers, ...block.rows.flat()])
      .filter(cell => typeof cell === 'string');
    expect(texts.filter(text => /^[=+\-@]/.test(text))).toEqual([]);
  });

  it('names the cells that formulas and highlights refer to', () => {
    const blocks = policyBlocks(
      { ...defaultPolicy, settings: { ...defaultPolicy.settings, asOf: 45473 } },
      'en',
    );
    const cells = new Map(
      blocks.flatMap(block => block.names.map(({ name, row, column }) => [name, block.rows[row][column]])),
    );
    expect(cells.get('Tiercel_AsOf')).toBe(45473);
    expect(cells.get('Tiercel_WindowDays')).toBe(365);
    expect(cells.get('Tiercel_CountDisputed')).toBe(true);
    expect(cells.get('Tiercel_agedAmount_On')).toBe(true);
    expect(cells.get('Tiercel_agedAmount_Threshold')).toBe(90);
    expect(cells.get('Tiercel_agedAmount_MinimumAmount')).toBe(1000);
    expect(cells.get('Tiercel_agedAmount_MinimumCount')).toBe(1);
    expect(cells.size).toBe(5 + 4 * breachRuleIds.length);
  });

  it('labels rows in the first column alike in both languages, uniquely and without wildcards, so that names find them', () => {
    const labels = languages.map(language =>
      policyBlocks(defaultPolicy, language)
        .filter(block => block.names.length > 0)
        .map(block => block.rows.map(row => row[0])),
    );
    expect(labels[0]).toEqual(labels[1]);
    for (const column of labels[0]) {
      expect(new Set(column).size).toBe(column.length);
      for (const label of column) expect(label).not.toMatch(/[*?~]/);
    }
  });

  it('leaves the as-of date and the open end empty', () => {
    expect(tableOf('TiercelSettings').rows[0][2]).toBe('');
    expect(tableOf('TiercelBuckets').rows.map(row => row[2])).toEqual([0, 30, 60, 90, '']);
    expect(tableOf('TiercelMonthBuckets').rows.map(row => row[2])).toEqual([12, 24, 36, '']);
  });
});

it.each([
  ['rules', 'minimumCount', { id: 'agedAmount' }, '0'],
  ['rules', 'threshold', { id: 'agedAmount' }, '0" d"'],
  ['rules', 'threshold', { id: 'overdueShare' }, '0%'],
  ['rules', 'threshold', { id: 'of the user' }, 'General'],
  ['factors', 'best', { metric: 'overdueShare' }, '0%'],
  ['steps', 'minimumAmount', {}, '#,##0'],
  ['monthBuckets', 'toMonth', {}, '0'],
  ['tiers', 'termsDays', {}, '0'],
  ['factors', 'worst', { metric: 'tenureYears' }, 'General" y"'],
  ['settings', 'value', { chinese: '截止日期', english: 'As-of date' }, 'yyyy-mm-dd'],
] as const)('a row of %s that is added shows %s as one that was made', (section, column, row, format) => {
  expect(fieldFormat(section, column, row, 'en')).toBe(format);
});
