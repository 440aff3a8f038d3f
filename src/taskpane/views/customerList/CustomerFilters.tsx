import descendingIcon from '@fluentui/svg-icons/icons/arrow_down_20_regular.svg';
import ascendingIcon from '@fluentui/svg-icons/icons/arrow_up_20_regular.svg';
import filterIcon from '@fluentui/svg-icons/icons/filter_20_regular.svg';
import { useState } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { customerListTexts } from '../../../i18n/pane/customerList';
import type { BreachRuleId } from '../../../risk/policy/policy';
import { noTier } from '../../../risk/scoring/assessment';
import {
  type CustomerGrouping,
  type CustomerSortKey,
  customerSortKeys,
} from '../../../risk/scoring/customerSelection';
import { createCustomerListModel } from '../../model/customers/customerListModel';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { SearchBox } from '../../parts/SearchBox';
import { Select } from './Select';

/** An option that no word of a sheet can be. */
const any = '*';
const wordValue = (word: string): string => `=${word}`;

/** What the list is asked: search in sight, filters behind a button, order and groups beside it. */
export function CustomerFilters({ tiering }: { tiering: Tiering }) {
  const model = usePart(createCustomerListModel);
  const words = textsOf(customerListTexts);
  const [isOpen, setOpen] = useState(false);
  const { search, sortBy, isDescending, groupBy } = model.query.value;
  const filterCount = model.filterCount.value;
  const groupings: readonly CustomerGrouping[] = [
    'tier',
    ...model.categories.value.map(({ category }) => category),
  ];
  return (
    <div class="customerListTools">
      <div class="customerListSearch">
        <SearchBox label={words.search} value={search} onSearch={text => model.ask({ search: text })} />
        <Button icon={filterIcon} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {filterCount === 0 ? words.filter : words.filterOn(filterCount)}
        </Button>
      </div>
      {isOpen && <Filters tiering={tiering} />}
      <div class="customerListOrder">
        <Select
          label={words.sortBy}
          value={sortBy}
          options={customerSortKeys.map(key => ({ value: key, label: words.sort[key] }))}
          onChoose={key => model.sortBy(key as CustomerSortKey)}
        />
        <Button
          icon={isDescending ? descendingIcon : ascendingIcon}
          aria-label={isDescending ? words.highestFirst : words.lowestFirst}
          title={isDescending ? words.highestFirst : words.lowestFirst}
          onClick={model.turnAround}
        />
        <Select
          label={words.groupBy}
          value={groupBy ?? any}
          options={[
            { value: any, label: words.noGroups },
            ...groupings.map(grouping => ({ value: grouping, label: words.group[grouping] })),
          ]}
          onChoose={chosen => model.groupBy(chosen === any ? null : (chosen as CustomerGrouping))}
        />
      </div>
    </div>
  );
}

function Filters({ tiering: { assessment } }: { tiering: Tiering }) {
  const { assessments } = usePane();
  const model = usePart(createCustomerListModel);
  const words = textsOf(customerListTexts);
  const { tier: tierWords, customers } = texts();
  const language = currentLanguage();
  const { tier, rule, categories: chosen } = model.query.value;
  const firing = assessment.policy.rules.filter(({ id }) => assessments.customersByRule.value.has(id));
  const tierOptions = assessment.tierSummaries.map(({ letter }, index) => ({
    value: String(letter === '' ? noTier : index),
    label: letter === '' ? tierWords.none : letter,
  }));
  const known = model.categories.value;
  return (
    <div class="customerListFilters">
      <Select
        label={words.tier}
        value={tier === null ? any : String(tier)}
        options={[{ value: any, label: words.any }, ...tierOptions]}
        onChoose={value => model.ask({ tier: value === any ? null : Number(value), band: null })}
      />
      <Select
        label={words.rule}
        value={rule ?? any}
        options={[
          { value: any, label: words.any },
          ...firing.map(({ id, name }) => ({ value: id, label: name[language] })),
        ]}
        onChoose={value => model.ask({ rule: value === any ? null : (value as BreachRuleId) })}
      />
      {known.map(({ category, words: categoryWords }) => (
        <Select
          key={category}
          label={words.category[category]}
          value={chosen[category] === undefined ? any : wordValue(chosen[category])}
          options={[
            { value: any, label: words.any },
            ...categoryWords.map(word => ({ value: wordValue(word), label: word || words.notStated })),
          ]}
          onChoose={value => model.chooseCategory(category, value === any ? null : value.slice(1))}
        />
      ))}
      {known.length === 0 && <p class="quiet small">{words.noCategories}</p>}
      {model.filterCount.value > 0 && <Button onClick={model.showAll}>{customers.removeFilter}</Button>}
    </div>
  );
}
