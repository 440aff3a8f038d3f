import type { ComponentChildren } from 'preact';
import { areaAddress } from '../../../excel/address';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatMoney, formatNumber, type MoneyUnit } from '../../../i18n/numbers';
import { joinTexts } from '../../../i18n/pane/join';
import type { JoinReport } from '../../../risk/join/joinReport';
import { matchReasons } from '../../../risk/join/matchCustomers';
import type { Finding, FindingKind } from '../../../risk/ledger/ledger';
import type { ListMatch } from '../../model/join/joinedLedger';
import { createJoinModel } from '../../model/join/joinModel';
import type { CustomerOfSide } from '../../model/join/matchedSides';
import { usePart } from '../../partModel';
import { Money } from '../../parts/Money';
import { WindowedList } from '../../parts/WindowedList';
import { CustomerSearch } from './CustomerSearch';
import { useJoinUnit } from './useJoinUnit';

const rowHeight = 48;

/** What the list says there counts as empty: a limit that is no number is no limit. */
const isUnreadable: ReadonlySet<FindingKind> = new Set(['unreadableAmount', 'unreadableDate', 'errorCell']);

const mostNamed = 5;

/** Name the first few. */
function firstOf(names: Iterable<string>): string {
  const all = [...names];
  const named = all.slice(0, mostNamed).join(texts().listSeparator);
  return all.length > mostNamed ? textsOf(joinTexts).andMore(named) : named;
}

/** How the customers of two sheets fit: found by what, and who is on one side only, with money. */
export function JoinFit({ match }: { match: ListMatch }) {
  const words = textsOf(joinTexts);
  const { report, matches, list, sheet } = match;
  const unit = useJoinUnit(report);
  const { duplicates } = matches;
  const unreadable = list.findings.filter(({ kind }) => isUnreadable.has(kind));
  const { block } = sheet;
  const cellOf = ({ row, column, found }: Finding): string =>
    words.cell(areaAddress(block.row + row, block.column + column, 1, 1), found);
  return (
    <>
      <div class="block">
        {report.matched.length > 0 && <FoundBy report={report} unit={unit} />}
        {duplicates.length > 0 && (
          <p class="small">
            {words.duplicates(
              duplicates.length,
              firstOf(new Set(duplicates.map(({ entry }) => list.customers[entry]))),
            )}
          </p>
        )}
        {unreadable.length > 0 && (
          <p class="small">{words.unreadable(unreadable.length, firstOf(unreadable.map(cellOf)))}</p>
        )}
        {matches.shared.length > 0 && <p class="quiet small">{words.shared(matches.shared.length)}</p>}
      </div>
      <FindCustomer match={match} />
      <Side
        title={words.doubtful}
        items={report.doubtful}
        unit={unit}
        detail={({ entry, reason }) => words.doubtfulRow(list.customers[entry], words.reason[reason])}
      />
      <Side
        title={words.lostChoices}
        note={words.lostChoicesNote}
        items={report.lostChoices}
        unit={unit}
        detail={() => words.lostChoice}
      />
      <Side
        title={words.unmatchedCustomers}
        note={words.unmatchedCustomersNote}
        items={report.unmatchedCustomers}
        unit={unit}
        detail={({ hasSeveral, isChosen }) =>
          isChosen ? words.keptApart : hasSeveral ? words.several : words.noEntry
        }
      />
      <Side
        title={words.unmatchedEntries}
        note={words.unmatchedEntriesNote}
        items={report.unmatchedEntries}
        unit={unit}
        detail={() => words.notInLedger}
      />
      <Side
        title={words.chosen}
        note={words.chosenNote}
        items={report.chosen}
        unit={unit}
        detail={({ entry }) =>
          entry < 0
            ? words.chosenApart
            : words.chosenRow(list.customers[entry] || list.texts.customerNumber[entry])
        }
      />
      <Side
        title={words.excluded}
        note={words.excludedNote}
        items={report.excluded}
        unit={unit}
        detail={() => words.excludedRow}
      />
    </>
  );
}

/** Any customer of the ledger: also a match that looks sure may be wrong. */
function FindCustomer({ match }: { match: ListMatch }) {
  const { matching } = usePart(createJoinModel);
  const words = textsOf(joinTexts);
  const { names, numbers } = matching.ledger.value;
  const { entry, reason } = match.matches;
  const found = matching.ledgerSearch.found.value ?? [];
  return (
    <CustomerSearch
      search={matching.ledgerSearch}
      customers={matching.ledger.value}
      label={words.find}
      listLabel={words.decide}
      onOpen={customer =>
        matching.open(
          { of: 'ledger', index: customer },
          found.map(index => ({ of: 'ledger', index })),
        )
      }
      renderItem={customer => (
        <>
          <span class="joinText">
            <span class="joinName">{names[customer] || texts().customers.unnamed}</span>
            <span class="joinDetail small quiet">
              {entry[customer] < 0
                ? words.noEntry
                : words.doubtfulRow(
                    match.list.customers[entry[customer]],
                    words.reason[matchReasons[reason[customer]]],
                  )}
            </span>
          </span>
          {(numbers?.[customer] ?? '') !== '' && <span class="quiet small">{numbers?.[customer]}</span>}
        </>
      )}
    />
  );
}

function FoundBy({ report, unit }: { report: JoinReport; unit: MoneyUnit }) {
  const words = textsOf(joinTexts);
  return (
    <>
      <h3>{words.how}</h3>
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
    </>
  );
}

interface SideProps<Item> {
  readonly title: string;
  readonly note?: string;
  readonly items: readonly Item[];
  readonly unit: MoneyUnit;
  readonly detail: (item: Item) => ComponentChildren;
}

type SideItem = { readonly name: string; readonly exposure: number } & (
  | { readonly customer: number; readonly entry?: number }
  | { readonly entry: number }
);

const sideOf = (item: SideItem): CustomerOfSide =>
  'customer' in item ? { of: 'ledger', index: item.customer } : { of: 'list', index: item.entry };

/** Those of one side; nothing at all where there are none. */
function Side<Item extends SideItem>({ title, note, items, unit, detail }: SideProps<Item>) {
  const { matching } = usePart(createJoinModel);
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
        keyOf={item => sideOf(item).index}
        nameOf={({ name }) => name}
        onOpen={item => matching.open(sideOf(item), items.map(sideOf))}
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
