import type { ComponentChildren } from 'preact';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { joinTexts } from '../../../i18n/join';
import { currentLanguage } from '../../../i18n/language';
import { formatMoney, formatNumber, type MoneyUnit, moneyUnit } from '../../../i18n/numbers';
import type { JoinReport } from '../../../risk/join/joinReport';
import type { ListMatch } from '../../model/joinedLedger';
import { createJoinModel } from '../../model/joinModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Money } from '../../parts/Money';
import { WindowedList } from '../../parts/WindowedList';

const rowHeight = 48;

/** How the customers of two sheets fit: found by what, and who is on one side only, with money. */
export function JoinFit({ match }: { match: ListMatch }) {
  const model = usePart(createJoinModel);
  const words = textsOf(joinTexts);
  const { report, matches, list } = match;
  const unit = useUnit(report);
  return (
    <>
      <div class="block">
        <h3>{words.how}</h3>
        <p>{words.found(report.matchedCount, report.customerCount)}</p>
        {report.matched.length > 0 && <FoundBy report={report} unit={unit} />}
        {matches.duplicates.length > 0 && (
          <p class="quiet small">{words.duplicates(matches.duplicates.length)}</p>
        )}
        {matches.shared.length > 0 && <p class="quiet small">{words.shared(matches.shared.length)}</p>}
        <p class="quiet small">{words.showRows}</p>
      </div>
      <Side
        title={words.doubtful}
        items={report.doubtful}
        unit={unit}
        detail={({ entry, reason }) => words.doubtfulRow(list.customers[entry], words.reason[reason])}
        onOpen={({ customer }) => model.showCustomer(customer)}
      />
      <Side
        title={words.unmatchedCustomers}
        note={words.unmatchedCustomersNote}
        items={report.unmatchedCustomers}
        unit={unit}
        detail={({ hasSeveral }) => (hasSeveral ? words.several : words.noEntry)}
        onOpen={({ customer }) => model.showCustomer(customer)}
      />
      <Side
        title={words.unmatchedEntries}
        note={words.unmatchedEntriesNote}
        items={report.unmatchedEntries}
        unit={unit}
        detail={() => words.notInLedger}
        onOpen={({ entry }) => model.showEntry(entry)}
      />
      <Side
        title={words.excluded}
        note={words.excludedNote}
        items={report.excluded}
        unit={unit}
        detail={() => words.excludedRow}
        onOpen={({ customer }) => model.showCustomer(customer)}
      />
    </>
  );
}

/** One unit for all amounts of the part, from the largest of them. */
function useUnit(report: JoinReport): MoneyUnit {
  const { preferences } = usePane();
  const amounts = [
    ...report.matched.map(({ exposure }) => exposure),
    ...[report.unmatchedCustomers, report.unmatchedEntries].flatMap(side =>
      side.slice(0, 1).map(({ exposure }) => exposure),
    ),
  ];
  const largest = Math.max(0, ...amounts.filter(Number.isFinite).map(Math.abs));
  return moneyUnit(largest, preferences.amountStyle.value, currentLanguage());
}

function FoundBy({ report, unit }: { report: JoinReport; unit: MoneyUnit }) {
  const words = textsOf(joinTexts);
  return (
    <table class="joinTable">
      <thead class="small quiet">
        <tr>
          <th scope="col">{words.reasonHead}</th>
          <th scope="col">{words.customersHead}</th>
          <th scope="col">{words.exposureHead}</th>
        </tr>
      </thead>
      <tbody>
        {report.matched.map(({ reason, customerCount, exposure }) => (
          <tr key={reason}>
            <th scope="row">{words.reason[reason]}</th>
            <td class="number">{formatNumber(customerCount, currentLanguage())}</td>
            <td>
              <Money amount={exposure} unit={unit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SideProps<Item> {
  readonly title: string;
  readonly note?: string;
  readonly items: readonly Item[];
  readonly unit: MoneyUnit;
  readonly detail: (item: Item) => ComponentChildren;
  readonly onOpen: (item: Item) => unknown;
}

type SideItem = { readonly name: string; readonly exposure: number } & (
  | { readonly customer: number }
  | { readonly entry: number }
);

/** Those of one side; nothing at all where there are none. */
function Side<Item extends SideItem>({ title, note, items, unit, detail, onOpen }: SideProps<Item>) {
  const words = textsOf(joinTexts);
  if (items.length === 0) return null;
  const total = items.reduce((sum, { exposure }) => sum + (Number.isFinite(exposure) ? exposure : 0), 0);
  const isKnown = items.some(({ exposure }) => Number.isFinite(exposure));
  const sum = words.sum(items.length, formatMoney(isKnown ? total : Number.NaN, unit, currentLanguage()));
  return (
    <section class="block joinSide" aria-label={title}>
      <h3>{title}</h3>
      <p class="quiet small">
        {sum}
        {note !== undefined && `${texts().phraseSeparator}${note}`}
      </p>
      <WindowedList
        items={items}
        rowHeight={rowHeight}
        label={title}
        keyOf={item => ('customer' in item ? item.customer : item.entry)}
        nameOf={({ name }) => name}
        onOpen={item => void onOpen(item)}
        renderItem={item => (
          <>
            <span class="joinText">
              <span class="joinName">{item.name || texts().customers.unnamed}</span>
              <span class="joinDetail small quiet">{detail(item)}</span>
            </span>
            <Money amount={item.exposure} unit={unit} />
          </>
        )}
      />
    </section>
  );
}
