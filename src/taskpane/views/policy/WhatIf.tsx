import { Fragment } from 'preact';
import { useId, useState } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatMoney, formatNumber, formatShare, type MoneyUnit, moneyUnit } from '../../../i18n/numbers';
import { policyEditorTexts } from '../../../i18n/pane/policyEditor';
import type { Policy } from '../../../risk/policy/policy';
import type { BeforeAfter, WhatIf } from '../../../risk/scoring/whatIf';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { Button } from '../../parts/Button';
import { HowComputed } from '../../parts/HowComputed';
import { MessageBar } from '../../parts/MessageBar';
import { Money } from '../../parts/Money';
import { TierMark, tierRank } from '../../parts/TierMark';
import { WindowedList } from '../../parts/WindowedList';
import { sourceColumns } from '../../wording/sourceColumns';

interface WhatIfProps {
  readonly whatIf: WhatIf;
  readonly tiering: Tiering;
  /** The policy of the draft. */
  readonly policy: Policy;
}

const moverHeight = 44;

/** Who would move, and what it comes to: tiers, money and breaches, as they are and as they would be. */
export function WhatIfView({ whatIf, tiering, policy }: WhatIfProps) {
  const { preferences } = usePane();
  const words = textsOf(policyEditorTexts);
  const language = currentLanguage();
  const { movers, moverExposure, totalAtRisk, breachCount, breaches, notCounted, tiers } = whatIf;
  const largest = Math.max(0, ...tiers.flatMap(({ exposure }) => [exposure.before, exposure.after]));
  const unit = moneyUnit(largest, preferences.amountStyle.value, language);
  const changedRules = breaches.filter(({ before, after }) => before !== after);
  const ruleName = (id: string) =>
    [...policy.rules, ...tiering.assessment.policy.rules].find(rule => rule.id === id)?.name[language] ?? id;
  return (
    <>
      <HowComputed note={words.how.moves} source={sourceColumns('exposure', tiering)}>
        <span class="policyVerdict">
          {movers.length === 0
            ? words.nobody
            : words.movesMoney(movers.length, formatMoney(moverExposure, unit, language))}
        </span>
      </HowComputed>
      {notCounted.map(what => (
        <MessageBar key={what} intent="info">
          {words.notCounted[what]}
        </MessageBar>
      ))}
      <TierTable tiers={tiers} policy={policy} unit={unit} />
      <HowComputed
        note={words.how.atRisk}
        worked={lossRates(tiering.assessment.policy, policy)}
        source={sourceColumns('exposure', tiering)}
      >
        <span>{words.atRisk}</span>
        <Changed figure={totalAtRisk} write={value => formatMoney(value, unit, language)} />
      </HowComputed>
      <HowComputed note={words.how.breaches} source={texts().more.policyText}>
        <span>{words.breaches}</span>
        <Changed figure={breachCount} write={value => formatNumber(value, language)} />
      </HowComputed>
      <dl class="policyTotals">
        {changedRules.map(({ rule, ...figure }) => (
          <Fragment key={rule}>
            <dt class="policyRule quiet">{ruleName(rule)}</dt>
            <dd>
              <Changed figure={figure} write={value => formatNumber(value, language)} />
            </dd>
          </Fragment>
        ))}
      </dl>
      {movers.length > 0 && <Movers whatIf={whatIf} tiering={tiering} policy={policy} unit={unit} />}
    </>
  );
}

/** What each policy expects to lose of its tiers: `A 0.5% → 0.4% · B 1.5%`. */
function lossRates(inForce: Policy, draft: Policy): string {
  const { fromTo } = textsOf(policyEditorTexts);
  const write = (rate: number): string => formatShare(rate, currentLanguage());
  return draft.tiers
    .map(({ letter, lossRate }) => {
      const before = inForce.tiers.find(tier => tier.letter === letter)?.lossRate;
      const isSame = before === undefined || before === lossRate;
      return `${letter} ${isSame ? write(lossRate) : fromTo(write(before), write(lossRate))}`;
    })
    .join(texts().phraseSeparator);
}

/** Both figures where they differ, one where they do not; said in words to those who listen. */
function Changed({
  figure,
  write,
}: {
  readonly figure: BeforeAfter;
  readonly write: (value: number) => string;
}) {
  const words = textsOf(policyEditorTexts);
  const [before, after] = [write(figure.before), write(figure.after)];
  if (before === after) return <span class="number">{before}</span>;
  return (
    <span class="number policyChanged">
      <span aria-hidden="true">{words.fromTo(before, after)}</span>
      <span class="onlyHeard">{words.beforeAfter(before, after)}</span>
    </span>
  );
}

function TierTable({
  tiers,
  policy,
  unit,
}: {
  readonly tiers: WhatIf['tiers'];
  readonly policy: Policy;
  readonly unit: MoneyUnit;
}) {
  const words = textsOf(policyEditorTexts);
  const language = currentLanguage();
  return (
    <table class="policyTiers">
      <caption class="onlyHeard">{words.whatIf}</caption>
      <thead>
        <tr class="small quiet">
          <th scope="col">{words.tier}</th>
          <th scope="col">{words.customers}</th>
          <th scope="col">{words.exposure}</th>
        </tr>
      </thead>
      <tbody>
        {tiers.map(({ letter, customerCount, exposure }, index) => (
          <tr key={letter}>
            <th scope="row">
              {letter === '' ? (
                words.notScored
              ) : (
                <TierMark letter={letter} rank={tierRank(index, policy.tiers.length)} size={20} />
              )}
            </th>
            <td>
              <Changed figure={customerCount} write={value => formatNumber(value, language)} />
            </td>
            <td>
              <Changed figure={exposure} write={value => formatMoney(value, unit, language)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The movers are many after a preset: their list is opened when it is wanted. */
function Movers({ whatIf, tiering, policy, unit }: WhatIfProps & { readonly unit: MoneyUnit }) {
  const pane = usePane();
  const words = textsOf(policyEditorTexts);
  const [isOpen, setIsOpen] = useState(false);
  const hintId = useId();
  const { table, policy: inForce } = tiering.assessment;
  const markOf = (of: Policy, tier: number) => (
    <TierMark letter={of.tiers[tier]?.letter ?? ''} rank={tierRank(tier, of.tiers.length)} size={20} />
  );
  const name = (customer: number) => table.customers[customer] || texts().customers.unnamed;
  return (
    <>
      <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {words.listMovers(whatIf.movers.length)}
      </Button>
      {isOpen && (
        <>
          <p id={hintId} class="onlyHeard">
            {words.moveHint}
          </p>
          <WindowedList
            items={Array.from(whatIf.movers)}
            rowHeight={moverHeight}
            label={words.moves(whatIf.movers.length)}
            describedBy={hintId}
            keyOf={customer => customer}
            nameOf={name}
            onOpen={pane.openCustomer}
            renderItem={customer => (
              <>
                {markOf(inForce, whatIf.tierBefore[customer])}
                <span aria-hidden="true">→</span>
                {markOf(policy, whatIf.tierAfter[customer])}
                <span class="policyMover">{name(customer)}</span>
                <Money amount={whatIf.exposure[customer]} unit={unit} />
              </>
            )}
          />
        </>
      )}
    </>
  );
}
