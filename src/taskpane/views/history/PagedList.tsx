import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { historyTexts } from '../../../i18n/pane/history';
import { Button } from '../../parts/Button';

interface PagedListProps<Item> {
  /** What it lists, for the name of its button. */
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string | number;
  readonly renderItem: (item: Item) => ComponentChildren;
}

const perPage = 20;

/** A list whose rows hold several buttons: a page of it, and more on request, whatever its length. */
export function PagedList<Item>({ label, items, keyOf, renderItem }: PagedListProps<Item>) {
  const [shown, setShown] = useState(perPage);
  const rest = items.length - shown;
  const more = textsOf(historyTexts).more(Math.min(rest, perPage));
  return (
    <>
      <ul class="historyList">
        {items.slice(0, shown).map(item => (
          <li key={keyOf(item)}>{renderItem(item)}</li>
        ))}
      </ul>
      {rest > 0 && (
        <Button
          look="subtle"
          class="startsLine"
          aria-label={`${more}${texts().phraseSeparator}${label}`}
          onClick={() => setShown(shown + perPage)}
        >
          {more}
        </Button>
      )}
    </>
  );
}
