import copyIcon from '@fluentui/svg-icons/icons/copy_20_regular.svg';
import { useId } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatMoney, moneyUnit } from '../../../i18n/numbers';
import { customerListTexts } from '../../../i18n/pane/customerList';
import { type CustomerListRow, createCustomerListModel } from '../../model/customers/customerListModel';
import type { Tiering } from '../../model/ledger/assessmentModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { HowComputed } from '../../parts/HowComputed';
import { WindowedList } from '../../parts/WindowedList';
import { sourceColumns } from '../../wording/sourceColumns';
import { CustomerFilters } from './CustomerFilters';
import { GroupRow } from './GroupRow';
import { SortedCustomer } from './SortedCustomer';

const rowHeight = 52;

/** The customers that were asked for, what they come to, and what can be done with them. */
export function ListedCustomers({ tiering }: { tiering: Tiering }) {
  const pane = usePane();
  const model = usePart(createCustomerListModel);
  const words = textsOf(customerListTexts);
  const { customers: listWords } = texts();
  const language = currentLanguage();
  const hintId = useId();
  const { assessment, block } = tiering;
  const selection = model.selection.value;
  const rows = model.rows.value;
  const unit = moneyUnit(pane.customers.largestExposure.value, pane.preferences.amountStyle.value, language);
  const total = assessment.worstFirst.length;
  const money = (amount: number): string =>
    formatMoney(
      amount,
      moneyUnit(selection?.totals.exposure ?? 0, pane.preferences.amountStyle.value, language),
      language,
    );

  return (
    <>
      <CustomerFilters tiering={tiering} />
      {selection === null ? (
        <p class="quiet" role="status">
          {words.selecting}
        </p>
      ) : (
        <div class="customerListTotals small">
          <p role="status">{listWords.found(selection.totals.count, total)}</p>
          {selection.totals.count > 0 && (
            <>
              <Button look="subtle" class="startsLine" icon={copyIcon} onClick={() => void model.copy()}>
                {words.copy}
              </Button>
              <HowComputed note={words.how.totals} source={sourceColumns('exposure', tiering)}>
                <span class="quiet">
                  {words.totals(money(selection.totals.exposure), money(selection.totals.atRisk))}
                </span>
              </HowComputed>
            </>
          )}
        </div>
      )}
      <p id={hintId} class="onlyHeard">
        {words.hint}
      </p>
      {selection !== null && rows.length === 0 && (
        <div class="customersNone">
          <p>{listWords.none}</p>
          <Button onClick={model.showAll}>{listWords.removeFilter}</Button>
        </div>
      )}
      {rows.length > 0 && (
        <div class="customerListRows">
          <WindowedList
            items={rows}
            rowHeight={rowHeight}
            label={words.title}
            describedBy={hintId}
            keyOf={keyOf}
            nameOf={row => ('group' in row ? row.group.key : assessment.table.customers[row.customer])}
            isExpanded={row => ('group' in row ? !model.hiddenGroups.value.has(row.group.key) : undefined)}
            beginsWith={model.beginsWith}
            onOpen={row => {
              if ('group' in row) model.toggleGroup(row.group.key);
              else pane.openCustomer(row.customer);
            }}
            onSelect={row => {
              if ('group' in row) model.toggleGroup(row.group.key);
              else void pane.rowSelection.select(row.customer);
            }}
            renderItem={row =>
              'group' in row ? (
                <GroupRow
                  assessment={assessment}
                  group={row.group}
                  grouping={model.query.value.groupBy ?? 'tier'}
                  sortBy={model.query.value.sortBy}
                  isHidden={model.hiddenGroups.value.has(row.group.key)}
                />
              ) : (
                <SortedCustomer
                  assessment={assessment}
                  customer={row.customer}
                  sortBy={model.query.value.sortBy}
                  breaches={pane.assessments.breachesOf.value(row.customer)}
                  unit={unit}
                  is1904={block.is1904}
                />
              )
            }
          />
        </div>
      )}
    </>
  );
}

/** Groups are told by their words, which no customer's number is. */
const keyOf = (row: CustomerListRow): string | number =>
  'group' in row ? `group ${row.group.key}` : row.customer;
