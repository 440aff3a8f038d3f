import fc from 'fast-check';
import { policyBlocks } from '../../../../src/risk/policy/cells/policyBlocks';
import type { FieldUnit, PolicyRow } from '../../../../src/risk/policy/cells/policyFields';
import { sectionIds } from '../../../../src/risk/policy/cells/policySections';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { draftChanges, draftEdits } from '../../../../src/risk/policy/draft/draftChanges';
import { doubtOf, enteredCell, shownCell } from '../../../../src/risk/policy/draft/enteredCell';
import {
  draftOfCells,
  draftOfPolicy,
  type PolicyDraft,
  readDraft,
  withCell,
  withEarlier,
  withoutRow,
  withPolicy,
  withRow,
} from '../../../../src/risk/policy/draft/policyDraft';
import type { Policy } from '../../../../src/risk/policy/policy';
import { applyPreset } from '../../../../src/risk/policy/presets';
import { anyPolicy } from '../anyPolicy';

const sheetOf = (policy: Policy, language: 'en' | 'zh') =>
  policyBlocks(policy, language).flatMap(({ title, headers, rows }) => [[title], headers, ...rows, []]);

const keyOf = ({ sections }: PolicyDraft, section: (typeof sectionIds)[number], row: number) =>
  sections[section].rows[row].key;

const rowsOf = ({ sections }: PolicyDraft) =>
  sectionIds.map(id => sections[id].rows.map(({ cells }) => cells));

/** Do to the rows of the sheet what the edits say, as Excel will. */
function edited(draft: PolicyDraft): PolicyRow[][] {
  const edits = draftEdits(draft);
  return sectionIds.map(id => {
    const own = edits.find(({ section }) => section === id);
    const rows = draft.sections[id].found.map(cells => ({ ...cells }) as Record<string, unknown>);
    for (const { row, column, cell } of own?.changed ?? []) rows[row][column] = cell;
    const below = (place: number | null) =>
      own?.added.filter(added => added.below === place).flatMap(added => added.rows) ?? [];
    return [
      ...below(null),
      ...rows.flatMap((cells, index) => [...(own?.removed.includes(index) ? [] : [cells]), ...below(index)]),
    ];
  });
}

describe('what is typed', () => {
  const numbers: readonly (readonly [string, FieldUnit, unknown])[] = [
    ['35%', 'share', 0.35],
    ['0.35', 'share', 0.35],
    ['３５％', 'share', 0.35],
    ['7 %', 'share', 0.07],
    ['150%', 'share', 1.5],
    ['1', 'share', 1],
    ['12,500', 'money', 12_500],
    ['１２，５００', 'money', 12_500],
    ['1,234,567.5', 'money', 1_234_567.5],
    ['3万', 'money', 30_000],
    ['1.5亿', 'money', 150_000_000],
    ['−3', 'days', -3],
    ['30', 'days', 30],
    // What can mean two things, or is no number, stays what was typed.
    ['35', 'share', '35'],
    ['35%', 'days', '35%'],
    ['1,5', 'days', '1,5'],
    ['12,50', 'money', '12,50'],
    ['=1+1', 'money', '=1+1'],
    ['Infinity', 'money', 'Infinity'],
    ['.', 'money', '.'],
    ['', 'money', ''],
  ];
  test.each(numbers)('%s as %s', (typed, unit, cell) => {
    expect(enteredCell(typed, { kind: 'number', unit })).toBe(cell);
  });

  test('a number in doubt says which', () => {
    expect(doubtOf('35', { kind: 'number', unit: 'share' })).toBe('shareUnclear');
    expect(doubtOf('35%', { kind: 'number', unit: 'money' })).toBe('percentUnexpected');
    expect(doubtOf('35%', { kind: 'text' })).toBeNull();
    expect(doubtOf('thirty', { kind: 'number', unit: 'days' })).toBeNull();
  });

  test('what is shown reads back as what it was', () => {
    const unit = fc.constantFrom<FieldUnit>('share', 'money', 'days', 'plain');
    const value = fc.integer({ min: -1e9, max: 1e9 }).map(thousandths => thousandths / 1000);
    fc.assert(
      fc.property(value, unit, (number, each) => {
        const field = { kind: 'number', unit: each } as const;
        expect(enteredCell(shownCell(number, field), field)).toBe(number + 0);
      }),
    );
  });
});

describe('a draft', () => {
  test('says what the sheet says, in either language, and changes nothing by itself', () => {
    fc.assert(
      fc.property(anyPolicy, fc.constantFrom('en' as const, 'zh' as const), (policy, language) => {
        const draft = draftOfCells(sheetOf(policy, language), defaultPolicy);
        expect(draft.language).toBe(language);
        expect(readDraft(draft)).toEqual({ policy, problems: [] });
        expect(draftChanges(draft, 'en')).toEqual([]);
        expect(draftChanges(withPolicy(draft, policy), 'en')).toEqual([]);
      }),
    );
  });

  test('takes over any policy but for the as-of date, and its edits make the sheet say so', () => {
    fc.assert(
      fc.property(
        anyPolicy,
        anyPolicy,
        fc.constantFrom('en' as const, 'zh' as const),
        (one, other, language) => {
          const draft = withPolicy(draftOfCells(sheetOf(one, language), defaultPolicy), other);
          const { asOf } = one.settings;
          expect(readDraft(draft)).toEqual({
            policy: { ...other, settings: { ...other.settings, asOf } },
            problems: [],
          });
          expect(edited(draft)).toEqual(rowsOf(draft));
        },
      ),
    );
  });

  test('goes back to what the sheet said before its edits', () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, (one, other) => {
        const before = draftOfCells(sheetOf(one, 'en'), defaultPolicy);
        const after = draftOfCells(sheetOf(other, 'en'), defaultPolicy);
        expect(readDraft(withEarlier(after, before)).policy).toEqual(one);
      }),
    );
  });

  test('a preset changes what it argues for and nothing else', () => {
    const draft = withPolicy(draftOfPolicy(defaultPolicy, 'zh'), applyPreset(defaultPolicy, 'cautious'));
    const sections = new Set(draftChanges(draft, 'zh').map(({ section }) => section));
    expect([...sections]).toEqual(['tiers', 'knockOuts', 'rules', 'steps']);
    expect(draftChanges(draft, 'zh')[0]).toMatchObject({ row: 'A', column: 'fromScore', from: 80, to: 85 });
    expect(draftEdits(draft).every(({ added, removed }) => added.length + removed.length === 0)).toBe(true);
  });

  test('the other language of a choice is no change', () => {
    const draft = draftOfCells(sheetOf(defaultPolicy, 'en'), defaultPolicy);
    const spoken = withCell(draft, 'rules', keyOf(draft, 'rules', 0), 'severity', '严重');
    expect(readDraft(spoken).problems).toEqual([]);
    expect(withPolicy(spoken, defaultPolicy).sections.rules.rows[0].cells.severity).toBe('严重');
  });

  test('says all that is wrong, each at its cell', () => {
    let draft = draftOfPolicy(defaultPolicy, 'en');
    const [a, b] = [keyOf(draft, 'tiers', 0), keyOf(draft, 'tiers', 1)];
    draft = withCell(draft, 'tiers', b, 'fromScore', 90);
    draft = withCell(draft, 'tiers', a, 'prepaymentShare', '35');
    draft = withCell(draft, 'factors', keyOf(draft, 'factors', 2), 'weight', 'much');
    expect(
      readDraft(draft).problems.map(({ section, row, column, problem, doubt }) => [
        section,
        row,
        column,
        problem?.key ?? doubt,
      ]),
    ).toEqual([
      ['factors', keyOf(draft, 'factors', 2), 'weight', 'policyValueUnreadable'],
      ['tiers', a, 'prepaymentShare', 'shareUnclear'],
      ['tiers', b, 'fromScore', 'policyTiersOverlap'],
    ]);
  });

  test('takes up a sheet that cannot be read, with the cell as it stands', () => {
    const cells = sheetOf(defaultPolicy, 'en').map(row => row.map(cell => (cell === 80 ? 'eighty' : cell)));
    const draft = draftOfCells(cells, defaultPolicy);
    expect(draft.sections.tiers.rows[0].cells.fromScore).toBe('eighty');
    expect(readDraft(draft).problems[0]).toMatchObject({ section: 'tiers', column: 'fromScore' });
  });

  test('rows come and go; the last of a table is emptied, not removed', () => {
    let draft = draftOfPolicy(defaultPolicy, 'en');
    draft = withRow(draft, 'tiers', 3, { letter: 'C2', fromScore: 10, lossRate: 0.1 });
    expect(readDraft(draft).policy.tiers.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'C2', 'D']);
    expect(draftEdits(draft)[0].added).toEqual([
      { below: 2, rows: [expect.objectContaining({ letter: 'C2' })] },
    ]);
    draft = withoutRow(draft, 'tiers', draft.sections.tiers.rows[3].key);
    expect(draftChanges(draft, 'en')).toEqual([]);
    for (const { key } of draft.sections.steps.rows) draft = withoutRow(draft, 'steps', key);
    expect(draft.sections.steps.rows).toHaveLength(1);
    expect(readDraft(draft)).toMatchObject({ policy: { steps: [] }, problems: [] });
    expect(edited(draft)).toEqual(rowsOf(draft));
  });
});
