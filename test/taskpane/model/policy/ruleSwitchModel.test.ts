import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../../src/risk/policy/policy';
import {
  createRuleSwitchModel,
  type RuleSwitchRoom,
} from '../../../../src/taskpane/model/policy/ruleSwitchModel';
import { fakeExcel, paneOn, refuse, succeed } from '../../fakeExcel';

test('a switch writes the cell at that moment, and breaches are counted anew by the policy as it stands then', async () => {
  let policy: Policy = defaultPolicy;
  const asked: unknown[] = [];
  const room: RuleSwitchRoom = {
    switchRule: (rule, on, inForce, when) => {
      asked.push([rule, on, inForce.rules.length, when]);
      policy = { ...policy, rules: policy.rules.map(each => (each.id === rule ? { ...each, on } : each)) };
      return succeed(undefined);
    },
  };
  const pane = paneOn(fakeExcel(undefined, { readPolicySheet: () => succeed(policy) }));
  await pane.tierActiveSheet();
  const rules = () => pane.assessments.result.value!.assessment.breaches.map(({ rule }) => rule);
  expect(rules()).toContain('overLimit');
  await createRuleSwitchModel(pane, room).set('overLimit', false);
  // 21 November 2026, midnight.
  expect(asked).toEqual([['overLimit', false, defaultPolicy.rules.length, 46347]]);
  expect(rules()).not.toContain('overLimit');
});

test('what Excel refuses is said, and nothing is counted anew', async () => {
  const pane = paneOn(fakeExcel());
  await pane.tierActiveSheet();
  const before = pane.assessments.result.value;
  await createRuleSwitchModel(pane, { switchRule: () => refuse('sheetProtected') }).set('noOrders', false);
  expect(pane.notices.refusal.value?.problem.key).toBe('sheetProtected');
  expect(pane.assessments.result.value).toBe(before);
});
