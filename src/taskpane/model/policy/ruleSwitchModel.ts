import { switchRule } from '../../../excel/policy/switchRule';
import type { BreachRuleId } from '../../../risk/policy/policy';
import { changeWorkbook } from '../changeWorkbook';
import { todaySerial } from '../ledger/asOfDate';
import type { PaneModel } from '../paneModel';

/** What switching rules asks of the workbook. */
export interface RuleSwitchRoom {
  readonly switchRule: typeof switchRule;
}

export interface RuleSwitchModel {
  /** Switch a rule on or off in its cell of the policy; breaches are counted again, highlights follow by themselves. */
  set(rule: BreachRuleId, on: boolean): Promise<void>;
}

/** Create the model of the switches beside the highlighted rules. */
export function createRuleSwitchModel(
  pane: PaneModel,
  room: RuleSwitchRoom = { switchRule },
): RuleSwitchModel {
  async function set(rule: BreachRuleId, on: boolean): Promise<void> {
    const tiering = pane.assessments.result.value;
    if (tiering === null) return;
    const { policy } = tiering.assessment;
    const switched = await changeWorkbook(pane, 'writing', () =>
      room.switchRule(rule, on, policy, momentSerial(pane.now())),
    );
    if (!switched.ok) {
      pane.notices.refuse(switched.problem, () => set(rule, on));
      return;
    }
    await pane.assessAgain();
  }
  return { set };
}

const secondsPerDay = 86_400;

/** The moment as Excel writes it, in local time. */
const momentSerial = (now: Date): number =>
  todaySerial(now, false) +
  (now.getHours() * 3600 + now.getMinutes() * 60 + now.getSeconds()) / secondsPerDay;
