import copyIcon from '@fluentui/svg-icons/icons/copy_20_regular.svg';
import { useId } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatMoney, moneyUnit } from '../../../i18n/numbers';
import { customerListTexts } from '../../../i18n/pane/customerList';
import type { CustomerGroup, CustomerSelection } from '../../../risk/scoring/customerSelection';
import { type CustomerListRow, createCustomerListModel } from '../../model/customers/customerListModel';
import type { Tiering } from '../../model/ledger/tiering';
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
  const model = usePart(createCustomerListModel);
  const words = textsOf(customerListTexts);
  const { customers: listWords } = texts();
  const hintId = useId();
  const selection = model.selection.value;
  const hasRows = model.rows.value.length > 0;
  return (
    <>
      <CustomerFilters tiering={tiering} />
      {selection === null ? (
        <p class="quiet" role="status">
          {words.selecting}
        </p>
      ) : (
        <Totals tiering={tiering} totals={selection.totals} />
      )}
      <p id={hintId} class="onlyHeard">
        {words.hint}
      </p>
      {selection !== null && !hasRows && (
        <div class="customersNone">
          <p>{listWords.none}</p>
          <Button onClick={model.showAll}>{listWords.removeFilter}</Button>
        </div>
      )}
      {hasRows && <Rows tiering={tiering} hintId={hintId} />}
    </>
  );
}

interface TotalsProps {
  readonly tiering: Tiering;
  readonly totals: CustomerSelection['totals'];
}

function Totals({ tiering, totals }: TotalsProps) {
  const { preferences } = usePane();
  const model = usePart(createCustomerListModel);
  const words = textsOf(customerListTexts);
  const language = currentLanguage();
  const unit = moneyUnit(totals.exposure, preferences.amountStyle.value, language);
  const money = (amount: number): string => formatMoney(amount, unit, language);
  return (
    <div class="customerListTotals small">
      <p role="status">{texts().customers.found(totals.count, tiering.assessment.worstFirst.length)}</p>
      {totals.count > 0 && (
        <>
          <Button look="subtle" class="startsLine" icon={copyIcon} onClick={() => void model.copy()}>
            {words.copy}
          </Button>
          <HowComputed note={words.how.totals} source={sourceColumns('exposure', tiering)}>
            <span class="quiet">{words.totals(money(totals.exposure), money(totals.atRisk))}</span>
          </HowComputed>
        </>
      )}
    </div>
  );
}

interface RowsProps {
  readonly tiering: Tiering;
  readonly hintId: string;
}

/** Customers, and the heads of their groups, which open and close. */
function Rows({ tiering: { assessment, block }, hintId }: RowsProps) {
  const pane = usePane();
  const model = usePart(createCustomerListModel);
  const { sortBy, groupBy } = model.query.value;
  const isHidden = ({ key }: CustomerGroup): boolean => model.hiddenGroups.value.has(key);
  const unit = moneyUnit(
    pane.customers.largestExposure.value,
    pane.preferences.amountStyle.value,
    currentLanguage(),
  );
  return (
    <div class="customerListRows">
      <WindowedList
        items={model.rows.value}
        rowHeight={rowHeight}
        label={textsOf(customerListTexts).title}
        describedBy={hintId}
        keyOf={keyOf}
        nameOf={row => ('group' in row ? row.group.key : assessment.table.customers[row.customer])}
        isExpanded={row => ('group' in row ? !isHidden(row.group) : undefined)}
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
              grouping={groupBy ?? 'tier'}
              sortBy={sortBy}
              isHidden={isHidden(row.group)}
            />
          ) : (
            <SortedCustomer
              assessment={assessment}
              customer={row.customer}
              sortBy={sortBy}
              breaches={pane.assessments.breachesOf.value(row.customer)}
              unit={unit}
              is1904={block.is1904}
            />
          )
        }
      />
    </div>
  );
}

/** Groups are told by their words, which no customer's number is. */
const keyOf = (row: CustomerListRow): string | number =>
  'group' in row ? `group ${row.group.key}` : row.customer;
