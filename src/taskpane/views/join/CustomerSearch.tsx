import type { ComponentChildren } from 'preact';
import { textsOf } from '../../../i18n/bilingual';
import { joinTexts } from '../../../i18n/pane/join';
import type { NamedCustomers } from '../../../risk/join/suggestMatches';
import type { CustomerSearch as Search } from '../../model/join/customerSearch';
import { SearchBox } from '../../parts/SearchBox';
import { WindowedList } from '../../parts/WindowedList';

const rowHeight = 48;

interface CustomerSearchProps {
  readonly search: Search;
  readonly customers: NamedCustomers;
  readonly label: string;
  /** What selecting one of those found means. */
  readonly listLabel: string;
  readonly onOpen: (index: number) => void;
  readonly renderItem: (index: number) => ComponentChildren;
}

/** Customers of one sheet, to find by name or number and to select. */
export function CustomerSearch(props: CustomerSearchProps) {
  const { search, customers, label, listLabel, onOpen, renderItem } = props;
  const words = textsOf(joinTexts);
  const found = search.found.value;
  return (
    <section class="block joinSide" aria-label={label}>
      <SearchBox
        label={label}
        value={search.query.value}
        onSearch={text => {
          search.query.value = text;
        }}
        isLong
      />
      <p class="quiet small joinFound" role="status">
        {found !== null && (found.length === 0 ? words.searchNone : words.searchCount(found.length))}
      </p>
      {found !== null && found.length > 0 && (
        <WindowedList
          items={found}
          rowHeight={rowHeight}
          label={listLabel}
          keyOf={index => index}
          nameOf={index => customers.names[index]}
          onOpen={onOpen}
          renderItem={renderItem}
        />
      )}
    </section>
  );
}
