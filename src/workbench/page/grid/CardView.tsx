/** The card of the active cell: the properties of the thing that a custom function gave. */

import { useEffect, useRef } from 'preact/hooks';
import type { CardProperty } from '../../book/entityCard';
import { displayText } from '../../book/numberFormat';
import type { Workbench } from '../model/workbench';
import { pixels } from '../pixels';
import { areaOf } from '../position';
import { focusKeyboard } from './focusKeyboard';
import { rectangleOf } from './layout';

const cardWidth = 300;
const roomNeeded = 280;

export function CardView({ workbench }: { readonly workbench: Workbench }) {
  const { grid, cursor, books, entry, say } = workbench;
  const root = useRef<HTMLDivElement>(null);
  const isOpen = grid.isCardOpen.value;
  useEffect(() => {
    if (isOpen) root.current?.focus();
  }, [isOpen]);
  books.content.value;
  const { sheet, active } = cursor.current.value;
  const card = isOpen && sheet === grid.sheet.value ? sheet.card(active.row, active.column) : null;
  if (!card) return null;
  const layout = grid.layout.value;
  const box = rectangleOf(layout, areaOf(active));
  const isLow = box.y + box.height + roomNeeded > layout.height && box.y > roomNeeded;
  const close = (): void => {
    grid.isCardOpen.value = false;
    focusKeyboard(entry);
  };
  const shown = ({ value, numberFormat }: CardProperty): string =>
    displayText(value, numberFormat, books.book.value);
  return (
    <div
      ref={root}
      class="menu entity-card"
      role="dialog"
      aria-label={card.title}
      tabIndex={-1}
      style={{
        left: pixels(Math.max(4, Math.min(box.x, layout.width - cardWidth - 4))),
        width: pixels(cardWidth),
        ...(isLow ? { bottom: pixels(layout.height - box.y + 2) } : { top: pixels(box.y + box.height + 2) }),
      }}
      onPointerDown={event => event.stopPropagation()}
      onWheel={event => event.stopPropagation()}
      onKeyDown={event => {
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      <div class="entity-head">
        <div>
          <strong>{card.title}</strong>
          {card.subtitle !== '' && <span>{card.subtitle}</span>}
        </div>
        <button type="button" aria-label={say.value('closeCard')} onClick={close}>
          ×
        </button>
      </div>
      {card.sections.map((section, order) => (
        <section key={`${order} ${section.title}`} aria-label={section.title || card.title}>
          {section.title !== '' && <h3>{section.title}</h3>}
          <dl>
            {section.properties.map(property => (
              <div key={property.name}>
                <dt>{property.name}</dt>
                <dd>{shown(property)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {card.provider !== '' && <footer>{card.provider}</footer>}
    </div>
  );
}
