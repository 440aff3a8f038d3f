/** The list behind a filter button of a table: which texts of the column are shown. */

import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { filterOf, setFilter, textsOfColumn } from '../../book/tableFilter';
import type { Workbench } from '../model/workbench';
import { pixels } from '../pixels';
import { areaOf, contains, type Position } from '../position';
import { rectangleOf } from './layout';
import { sortTable } from './sorting';

interface FilterMenuProps {
  readonly workbench: Workbench;
  readonly header: Position;
  onClose(): void;
}

const menuWidth = 240;
const mostShown = 500;

export function FilterMenu({ workbench, header, onClose }: FilterMenuProps) {
  const { attempt, grid, books, say } = workbench;
  const root = useRef<HTMLDivElement>(null);
  const sheet = grid.sheet.value;
  const table = sheet.tables.find(({ area }) => contains(area, header));
  const excluded = useSignal<ReadonlySet<string>>(
    table ? (filterOf(table, header.column) ?? new Set()) : new Set(),
  );
  useEffect(() => root.current?.querySelector('input')?.focus(), []);
  if (!table) return null;

  const apply = (without: ReadonlySet<string>): void => {
    const book = books.book.peek();
    attempt(() => {
      book.assertPermitted(sheet, 'allowAutoFilter');
      book.asOneStep(() => {
        setFilter(sheet, table, header.column, without);
        book.touch(sheet);
      });
    });
    onClose();
  };
  const layout = grid.layout.value;
  const box = rectangleOf(layout, areaOf(header));
  return (
    <div
      ref={root}
      class="menu filter-menu"
      role="dialog"
      aria-label={say.value('filter')}
      style={{
        left: pixels(Math.max(0, Math.min(box.x + box.width - menuWidth, layout.width - menuWidth))),
        top: pixels(box.y + box.height),
        width: pixels(menuWidth),
      }}
      onPointerDown={event => event.stopPropagation()}
      onDblClick={event => event.stopPropagation()}
      onWheel={event => event.stopPropagation()}
      onKeyDown={event => {
        if (event.key === 'Escape') onClose();
        event.stopPropagation();
      }}
    >
      {([true, false] as const).map(isAscending => (
        <button
          type="button"
          key={String(isAscending)}
          class="filter-sort"
          onClick={() => {
            onClose();
            sortTable(workbench, table, header.column, isAscending);
          }}
        >
          {say.value(isAscending ? 'sortAscending' : 'sortDescending')}
        </button>
      ))}
      <FilterValues texts={textsOfColumn(sheet, table, header.column)} excluded={excluded} say={say} />
      <div class="filter-buttons">
        <button type="button" class="primary" onClick={() => apply(excluded.value)}>
          {say.value('apply')}
        </button>
        <button type="button" onClick={() => apply(new Set())}>
          {say.value('clearFilter')}
        </button>
      </div>
    </div>
  );
}

interface FilterValuesProps {
  readonly texts: readonly string[];
  readonly excluded: Signal<ReadonlySet<string>>;
  readonly say: Workbench['say'];
}

/** The texts of the column, to search and to tick. */
function FilterValues({ texts, excluded, say }: FilterValuesProps) {
  const search = useSignal('');
  const wanted = search.value.toLowerCase();
  const found = texts.filter(text => text.toLowerCase().includes(wanted));
  const isAllShown = found.every(text => !excluded.value.has(text));
  const show = (changed: readonly string[], isShown: boolean): void => {
    const next = new Set(excluded.value);
    for (const text of changed) {
      if (isShown) next.delete(text);
      else next.add(text);
    }
    excluded.value = next;
  };
  return (
    <>
      <input
        type="search"
        placeholder={say.value('search')}
        aria-label={say.value('search')}
        value={search.value}
        onInput={event => {
          search.value = event.currentTarget.value;
        }}
      />
      <div class="filter-values">
        <label>
          <input type="checkbox" checked={isAllShown} onChange={() => show(found, !isAllShown)} />
          <span>{say.value('selectAll')}</span>
        </label>
        {found.slice(0, mostShown).map(text => (
          <label key={text}>
            <input
              type="checkbox"
              checked={!excluded.value.has(text)}
              onChange={event => show([text], event.currentTarget.checked)}
            />
            <span>{text || say.value('blanks')}</span>
          </label>
        ))}
        {found.length > mostShown && <p>{say.value('moreValues', { count: found.length - mostShown })}</p>}
      </div>
    </>
  );
}
