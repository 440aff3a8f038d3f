import fc from 'fast-check';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { policyFromJson, policyToJson } from '../../../src/risk/policy/policyJson';
import { anyPolicy } from './anyPolicy';

type Content = Record<string, unknown> & { tiers: Record<string, unknown>[] };

const edited = (change: (content: Content) => void): string => {
  const content = JSON.parse(policyToJson(defaultPolicy)) as Content;
  change(content);
  return JSON.stringify(content);
};

const problemOf = (text: string) => {
  const outcome = policyFromJson(text);
  return outcome.ok ? null : outcome.problem;
};

describe('policyToJson and policyFromJson', () => {
  it('bring any policy back, but for its as-of date, which is the workbook’s', () => {
    fc.assert(
      fc.property(anyPolicy, policy => {
        const expected = { ...policy, settings: { ...policy.settings, asOf: null } };
        expect(policyFromJson(policyToJson(policy))).toEqual({ ok: true, value: expected });
      }),
    );
  });

  it('writes what a reader of the file understands', () => {
    const content = JSON.parse(policyToJson(defaultPolicy)) as Content;
    expect(content).toMatchObject({ kind: 'tiercel-policy', version: 1, rates: [] });
    expect(content.tiers[0]).toEqual({
      letter: 'A',
      fromScore: 80,
      limitMonths: 3,
      termsDays: 90,
      prepaymentShare: 0,
      guarantee: false,
      reviewMonths: 12,
      lossRate: 0.005,
    });
  });

  it.each<[string, string]>([
    ['no JSON', 'policy: cautious'],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['something else of somebody else', '{"version": 1, "tiers": []}'],
    ['a table that is none', edited(content => Object.assign(content, { tiers: 'A to D' }))],
    ['a table of words', edited(content => Object.assign(content, { tiers: ['A', 'B'] }))],
  ])('refuses %s', (_, text) => {
    expect(problemOf(text)).toMatchObject({ key: 'fileNotPolicy' });
  });

  it('refuses a newer version, naming it', () => {
    const text = edited(content => Object.assign(content, { version: 2 }));
    expect(problemOf(text)).toEqual({ code: 'value', key: 'filePolicyNewer', detail: { value: '2' } });
  });

  it('takes numbers and truths that a program wrote as texts for what they say', () => {
    const asTexts = edited(content => {
      content.version = '1';
      for (const rows of [content.tiers, content.rules] as Record<string, unknown>[][]) {
        for (const row of rows) {
          for (const [key, value] of Object.entries(row)) row[key] = String(value);
        }
      }
    });
    expect(policyFromJson(asTexts)).toEqual({ ok: true, value: defaultPolicy });
    expect(problemOf(edited(content => (content.version = 'one')))?.key).toBe('fileNotPolicy');
  });

  it('reads a text that begins with a byte order mark, as editors put it', () => {
    expect(policyFromJson(`\uFEFF${policyToJson(defaultPolicy)}`).ok).toBe(true);
  });

  it('checks values as on the sheet, counting rows within the table', () => {
    const text = edited(content => Object.assign(content.tiers[1], { fromScore: 90 }));
    expect(problemOf(text)).toMatchObject({
      key: 'policyTiersOverlap',
      detail: { section: 'Tiers / 风险等级', row: 2, column: 'From score / 最低评分', value: 90 },
    });
    const list = edited(content => Object.assign(content.tiers[1], { fromScore: [65] }));
    expect(problemOf(list)).toMatchObject({ key: 'policyValueUnreadable', detail: { row: 2 } });
  });

  it('never takes a table by other names for one that is not there', () => {
    const renamed = edited(content => Object.assign(content, { steps: [{ id: 'mail', from: 3 }] }));
    expect(problemOf(renamed)).toMatchObject({
      key: 'policyValueUnreadable',
      detail: { section: 'Collection steps / 催收步骤' },
    });
  });

  it('takes a table that is not there for its default where a sheet may lack it too', () => {
    const without = (id: string) =>
      edited(content => {
        delete content[id];
      });
    expect(policyFromJson(without('knockOuts'))).toEqual({ ok: true, value: defaultPolicy });
    expect(problemOf(without('tiers'))).toMatchObject({ key: 'policySectionMissing' });
  });
});
