import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { historyTexts } from '../../../i18n/history';
import { Button } from '../../parts/Button';

interface PagedListProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string | number;
  readonly renderItem: (item: Item) => ComponentChildren;
}

const perPage = 20;

/** A list whose rows hold several buttons: a page of it, and more on request, whatever its length. */
export function PagedList<Item>({ items, keyOf, renderItem }: PagedListProps<Item>) {
  const [shown, setShown] = useState(perPage);
  const rest = items.length - shown;
  return (
    <>
      <ul class="historyList">
        {items.slice(0, shown).map(item => (
          <li key={keyOf(item)}>{renderItem(item)}</li>
        ))}
      </ul>
      {rest > 0 && (
        <Button look="subtle" class="startsLine" onClick={() => setShown(shown + perPage)}>
          {textsOf(historyTexts).more(Math.min(rest, perPage))}
        </Button>
      )}
    </>
  );
}
