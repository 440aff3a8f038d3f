import dismissIcon from '@fluentui/svg-icons/icons/dismiss_16_regular.svg';
import { useId } from 'preact/hooks';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { moneyUnit } from '../../../i18n/numbers';
import type { Assessment } from '../../../risk/scoring/assessment';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { Button } from '../../parts/Button';
import { Icon } from '../../parts/Icon';
import { SearchBox } from '../../parts/SearchBox';
import { WindowedList } from '../../parts/WindowedList';
import { ruleName } from '../../wording/breachWords';
import { CustomerRow } from './CustomerRow';
import './customers.css';

const rowHeight = 52;

/** With whom: every customer, the most money at risk first, to search and to filter. */
export function Customers({ tiering }: { tiering: Tiering }) {
  const pane = usePane();
  const { customers: model, preferences } = pane;
  const words = texts().customers;
  const titleId = useId();
  const hintId = useId();
  const { assessment } = tiering;
  const unit = moneyUnit(model.largestExposure.value, preferences.amountStyle.value, currentLanguage());
  const shown = model.shown.value;

  return (
    <section class="customers" aria-labelledby={titleId}>
      <h2 id={titleId} class="onlyHeard">
        {words.title}
      </h2>
      <div class="customersTools">
        <SearchBox
          label={words.search}
          value={model.search.value}
          onSearch={text => {
            model.search.value = text;
          }}
        />
        <div class="customersCount quiet small">
          <span>
            <span role="status">{words.found(shown.length, model.total.value)}</span>
            <span aria-hidden="true">
              {texts().phraseSeparator}
              {words.order}
            </span>
          </span>
          <span aria-hidden="true">{words.amount}</span>
        </div>
        <Filters assessment={assessment} />
      </div>
      <p id={hintId} class="onlyHeard">
        {words.hint}
      </p>
      {shown.length === 0 ? (
        <div class="customersNone">
          <p>{words.none}</p>
          <p class="quiet small">{words.noneAdvice}</p>
          <Button onClick={model.showAll}>{words.removeFilter}</Button>
        </div>
      ) : (
        <WindowedList
          items={shown}
          rowHeight={rowHeight}
          label={words.title}
          describedBy={hintId}
          keyOf={customer => customer}
          nameOf={customer => assessment.table.customers[customer]}
          onOpen={pane.openCustomer}
          renderItem={customer => (
            <CustomerRow
              assessment={assessment}
              customer={customer}
              breaches={pane.assessments.breachesOf.value(customer)}
              unit={unit}
              is1904={tiering.block.is1904}
            />
          )}
        />
      )}
    </section>
  );
}

/** The tier and the rule that the list is filtered by; pressing one takes it away. */
function Filters({ assessment }: { assessment: Assessment }) {
  const { tier, rule } = usePane().customers;
  const words = texts().customers;
  const filters: { readonly name: string; readonly takeAway: () => void }[] = [];
  if (tier.value !== null) {
    const letter = assessment.policy.tiers[tier.value]?.letter ?? '';
    filters.push({ name: texts().tier.name(letter), takeAway: () => (tier.value = null) });
  }
  if (rule.value !== null) {
    const name = ruleName(assessment, rule.value, currentLanguage());
    filters.push({ name, takeAway: () => (rule.value = null) });
  }
  if (filters.length === 0) return null;
  return (
    <div class="filters">
      {filters.map(({ name, takeAway }) => (
        <button
          key={name}
          type="button"
          class="filter small"
          aria-label={`${texts().sentence(words.filteredBy(name))} ${words.removeFilter}`}
          onClick={takeAway}
        >
          {words.filteredBy(name)}
          <Icon source={dismissIcon} />
        </button>
      ))}
    </div>
  );
}
