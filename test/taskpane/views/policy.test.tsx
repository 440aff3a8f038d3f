import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { setLanguage } from '../../../src/i18n/language';
import { policyBlocks } from '../../../src/risk/policy/cells/policyBlocks';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { readDraft } from '../../../src/risk/policy/draft/policyDraft';
import type { Policy as RiskPolicy } from '../../../src/risk/policy/policy';
import { policyToJson } from '../../../src/risk/policy/policyJson';
import type { PolicyRoom } from '../../../src/taskpane/model/policy/policyModel';
import { PaneContext } from '../../../src/taskpane/paneContext';
import { Policy } from '../../../src/taskpane/views/policy/Policy';
import { fakeExcel, paneOn } from '../fakeExcel';

let room: PolicyRoom;
jest.mock('../../../src/excel/policy/policyEdits', () => ({
  readPolicyTables: () => room.readPolicyTables(),
  writePolicyEdits: (writing: Parameters<PolicyRoom['writePolicyEdits']>[0]) =>
    room.writePolicyEdits(writing),
  showPolicyRow: (...place: Parameters<PolicyRoom['showPolicyRow']>) => room.showPolicyRow(...place),
  showPolicyLog: () => room.showPolicyLog(),
}));
jest.mock('../../../src/excel/policy/policyWatch', () => ({ onPolicySheetChanged: async () => () => {} }));

beforeAll(() => {
  // axe measures icon fonts on a canvas, which jsdom does not have.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  act(() => setLanguage('en'));
});

async function show(policy: RiskPolicy = defaultPolicy, isTiered = true) {
  let now = policy;
  room = {
    readPolicyTables: async () => ({
      ok: true,
      value: {
        sheetId: 'policy',
        cells: policyBlocks(now, 'en').flatMap(({ title, headers, rows }) => [[title], headers, ...rows, []]),
        log: [
          { when: 46_347, section: 'Tiers', row: 'A', column: 'Prepayment', from: 0, to: 0.25, format: '0%' },
        ],
      },
    }),
    writePolicyEdits: async ({ draft }) => {
      now = readDraft(draft).policy;
      return { ok: true, value: undefined };
    },
    showPolicyRow: async () => ({ ok: true, value: undefined }),
    showPolicyLog: async () => ({ ok: true, value: undefined }),
    onPolicySheetChanged: async () => () => {},
  };
  const pane = paneOn(fakeExcel(undefined, { readPolicySheet: async () => ({ ok: true, value: now }) }));
  if (isTiered) await pane.tierActiveSheet();
  const shown = render(
    <PaneContext.Provider value={pane}>
      <Policy />
    </PaneContext.Provider>,
  );
  await screen.findByRole('button', { name: /^Tiers/ });
  return { pane, ...shown, policy: () => now };
}

const open = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const rowOf = (name: string) => within(screen.getByRole('group', { name }));
const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });

const complaints = async (container: Element) => {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};

test('a field says what is wrong as it is typed and lets go on; the problem leads back to it', async () => {
  const { container } = await show();
  open(/^Tiers/);
  const share = rowOf('C').getByLabelText('Prepayment');
  type(share, '35');
  expect(share.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('1 entry to correct.')).toBeTruthy();
  expect(document.getElementById(share.getAttribute('aria-describedby')!)?.textContent).toBe(
    'Write 35% or 0.35, so that it is clear which is meant.',
  );
  expect(await complaints(container)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Tiers · C · Prepayment' }));
  await waitFor(() => expect(document.activeElement).toBe(share));
  type(share, '３５％');
  expect(share.getAttribute('aria-invalid')).toBeNull();
  fireEvent.blur(share);
  expect((share as HTMLInputElement).value).toBe('35%');
});

test('a preset shows who would move and what it comes to before it is applied', async () => {
  const { container, policy, pane } = await show();
  fireEvent.click(screen.getByRole('button', { name: 'Cautious' }));
  await screen.findByText(/customers? changes? tier, with|No customer changes tier/);
  expect(screen.getByRole('table')).toBeTruthy();
  expect(await complaints(container)).toEqual([]);
  expect(policy()).toBe(defaultPolicy);
  fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
  await waitFor(() => expect(policy().tiers[0].fromScore).toBe(85));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull());
  await waitFor(() => expect(pane.notices.notice.value).not.toBeNull());
});

test('rows are added and removed, choices are chosen by name', async () => {
  await show();
  open(/^Ageing buckets \d/);
  fireEvent.click(screen.getByRole('button', { name: 'Add a bucket' }));
  expect((rowOf('Bucket 4').getByLabelText('Last day past due') as HTMLInputElement).value).toBe('120');
  fireEvent.click(rowOf('Bucket 4').getByRole('button', { name: 'Remove Bucket 4' }));
  expect(screen.queryByRole('group', { name: 'Bucket 4' })).toBeNull();
  // The ends stay.
  expect(rowOf('Not due').queryByRole('button')).toBeNull();
  open(/^Score factors/);
  const missing = rowOf('Overdue share').getByLabelText('If missing') as HTMLSelectElement;
  expect(missing.selectedOptions[0]?.textContent).toBe('shared among the others');
  open(/^Score factors/);
  open(/^Breach rules/);
  const severity = rowOf('Over limit').getByLabelText('Severity');
  fireEvent.change(severity, { target: { value: 'notice' } });
  expect(screen.getByText('Breach rules · Over limit · Severity')).toBeTruthy();
  expect(screen.getAllByText('critical → notice')).toHaveLength(1);
});

test('a policy that is no policy is refused in words', async () => {
  await show();
  type(screen.getByLabelText('Or paste its text'), '{}');
  fireEvent.click(screen.getByRole('button', { name: 'Use this text' }));
  await screen.findByText(/This is not a policy that Tiercel exported/);
});

test('what was said of a file is over once its numbers are applied; a file that changes nothing is said to', async () => {
  const { policy } = await show();
  const take = (content: string) => {
    type(screen.getByLabelText('Or paste its text'), content);
    fireEvent.click(screen.getByRole('button', { name: 'Use this text' }));
  };
  const [best, ...others] = defaultPolicy.tiers;
  take(policyToJson({ ...defaultPolicy, tiers: [{ ...best, fromScore: 85 }, ...others] }));
  await screen.findByText('Filled in above. Review it, then apply.');
  take('{');
  await screen.findByText(/This is not a policy that Tiercel exported/);
  fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
  await waitFor(() => expect(policy().tiers[0].fromScore).toBe(85));
  await waitFor(() => expect(screen.queryByText(/This is not a policy that Tiercel exported/)).toBeNull());
  take(policyToJson(policy()));
  await screen.findByText('It says what is here already: nothing changes.');
});

test('tells what was changed here before, and that nothing was tiered', async () => {
  await show(defaultPolicy, false);
  expect(screen.getByText(/Tiers · A · Prepayment/)).toBeTruthy();
  expect(screen.getByText('0% → 25%')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Growth' }));
  await screen.findByText('Tier a sheet to see here who would move.');
});

test('every section can be opened, in Chinese too, without a complaint of axe', async () => {
  const { container } = await show();
  act(() => setLanguage('zh'));
  for (const name of [
    /^基本设置/,
    /^汇率/,
    /^账龄区间（按月）/,
    /^评分因素/,
    /^风险等级/,
    /^一票否决/,
    /^催收步骤/,
  ])
    open(name);
  expect(screen.getByLabelText('回溯天数')).toBeTruthy();
  expect(await complaints(container)).toEqual([]);
});
