import fc from 'fast-check';
import { searchCustomersInSlices, suggestMatchesInSlices } from '../../../src/risk/join/suggestMatches';
import { finishSlices } from '../../../src/risk/slices';

const suggest = (name: string, names: readonly string[], number = '', numbers?: readonly string[]) =>
  finishSlices(suggestMatchesInSlices({ name, number }, { names, ...(numbers && { numbers }) }));

describe('suggestMatches', () => {
  it.each([
    ['Anything', '1007', 'Other', '1007', 'sameNumber'],
    ['Anything', '1007', 'Other', '0001007', 'similarNumber'],
    ['ACME', '', 'acme ', '', 'sameName'],
    ['Acme Co., Ltd.', '', 'ACME GmbH', '', 'similarName'],
    ['宏达机械', '', '江苏宏达机械有限公司', '', 'partOfName'],
    ['Chevron', '', 'Chevron USA Inc', '', 'partOfName'],
    ['IBM', '', 'International Business Machines Corp', '', 'initials'],
    ['Mingda Trading Shanghai', '', 'Shanghai Mingda Trading', '', 'alikeName'],
    ['Jonson Brothers', '', 'Johnson Brothers', '', 'alikeName'],
  ])('%s %s may be %s %s by %s', (name, number, other, otherNumber, reason) => {
    expect(suggest(name, ['Unrelated', other], number, ['', otherNumber])).toMatchObject([
      { index: 1, reason },
    ]);
  });

  it('weighs pairs of letters as Dice (1945) does: night and nacht share one of eight', () => {
    // ni ig gh ht, na ac ch ht: 2 × 1 / 8 = 0.25, too little; nightly and night: 2 × 4 / 10.
    expect(suggest('night', ['nacht'])).toEqual([]);
    expect(suggest('nights', ['knight'])).toEqual([{ index: 0, reason: 'alikeName', share: 0.8 }]);
  });

  it('puts the surest first and leaves out whom it is told to', () => {
    const names = ['Acme Metals', 'ACME', 'Acme Ltd', 'Beta'];
    expect(suggest('Acme', names).map(({ index }) => index)).toEqual([1, 2, 0]);
    expect(
      finishSlices(suggestMatchesInSlices({ name: 'Acme', number: '' }, { names }, index => index === 1)).map(
        ({ index }) => index,
      ),
    ).toEqual([2, 0]);
    expect(
      finishSlices(suggestMatchesInSlices({ name: 'Acme', number: '' }, { names }, undefined, 1)),
    ).toHaveLength(1);
  });

  it('takes no short text for a part of a name, and nothing for the nameless', () => {
    expect(suggest('Co', ['Coca-Cola'])).toEqual([]);
    expect(suggest('', ['', 'Acme'])).toEqual([]);
    expect(suggest('Acme', [])).toEqual([]);
  });

  it('orders by reason, then by how much is the same, then as they stand', () => {
    const names = [
      'Acme Metals Trading',
      'Acme Metals Holding',
      'Acme Metals X',
      'Acne Metalz',
      'ACME METALS',
    ];
    expect(suggest('Acme Metals', names).map(({ index }) => index)).toEqual([4, 2, 0, 1, 3]);
    expect(suggest('Acme Metals', names)[1].share).toBeCloseTo(10 / 11, 9);
  });

  it.each([
    // Fewer letters than four, or Chinese characters than two, are part of many names by chance.
    ['BASF', 'BASF Coatings', 'partOfName'],
    ['BAS', 'BASF Coatings', undefined],
    ['宏达', '江苏宏达机械有限公司', 'partOfName'],
    ['宏', '江苏宏达机械有限公司', undefined],
    ['HP', 'Hewlett Packard', 'initials'],
    ['HP', 'Hewlett-Packard Co., Ltd.', 'initials'],
    ['HP', 'Hewlett Packard Europe Middle East', undefined],
    ['HPX', 'Hewlett Packard', undefined],
    ['H', 'Hewlett', undefined],
    // Half of the pairs of letters are enough: ab bc cd and ab bx xc have one of three; two of four are half.
    ['abcd', 'abxc', undefined],
    ['abcde', 'abcxy', 'alikeName'],
    ['a', 'b', undefined],
    ['aa', 'aab', 'alikeName'],
  ])('%s may be %s by %s', (name, other, reason) => {
    expect(suggest(name, [other])[0]?.reason).toBe(reason);
  });

  it('takes a pair of letters that stands once for one, however often the other name has it', () => {
    // an na an na and an: 2 × 1 / 5.
    expect(suggest('anana', ['an'])).toEqual([]);
    expect(suggest('anana', ['anan'])[0].reason).toBe('partOfName');
  });

  const names = fc.array(fc.string({ maxLength: 12 }), { maxLength: 12 });

  it('suggests the same pairs from either side', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        expect(suggest(one, [other]).map(({ reason, share }) => [reason, share])).toEqual(
          suggest(other, [one]).map(({ reason, share }) => [reason, share]),
        );
      }),
    );
  });

  it('measures shares between 0 and 1, and suggests nobody twice', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), names, (one, others) => {
        const found = finishSlices(
          suggestMatchesInSlices({ name: one, number: '' }, { names: others }, undefined, 100),
        );
        expect(found.every(({ share }) => share > 0 && share <= 1)).toBe(true);
        expect(new Set(found.map(({ index }) => index)).size).toBe(found.length);
      }),
    );
  });

  it('stops often enough for others on 50,000 names', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => `Customer ${index} Co., Ltd.`);
    const work = suggestMatchesInSlices({ name: 'Customer 777', number: '' }, { names: many });
    let slices = 0;
    let step = work.next();
    for (; !step.done; step = work.next()) slices += 1;
    expect(slices).toBeGreaterThan(40);
    expect(step.value[0]).toMatchObject({ index: 777, reason: 'similarName' });
  });
});

describe('searchCustomersInSlices', () => {
  const others = {
    names: ['Acme Metals', 'Metro AG', '宏达机械', 'Ｍｅｔａ'],
    numbers: ['7', '', 'C-88', '0'],
  };
  const search = (text: string, isLeftOut?: (index: number) => boolean) =>
    finishSlices(searchCustomersInSlices(text, others, isLeftOut));

  it('finds by part of a name or number, those that begin so first, in any width and case', () => {
    expect(search('MET')).toEqual([1, 3, 0]);
    expect(search('c-8')).toEqual([2]);
    expect(search('宏达')).toEqual([2]);
    expect(search('met', index => index === 1)).toEqual([3, 0]);
  });

  it('finds by name where nobody has a number', () => {
    expect(finishSlices(searchCustomersInSlices('beta', { names: ['Acme', 'Beta'] }))).toEqual([1]);
  });

  it('finds nobody by nothing', () => {
    expect(search('  ')).toEqual([]);
    expect(search('zzz')).toEqual([]);
  });
});
