import backIcon from '@fluentui/svg-icons/icons/arrow_left_20_regular.svg';
import { type ComponentChildren, createContext, type RefObject } from 'preact';
import { useContext, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { texts } from '../../i18n/catalogue';
import { usePane } from '../paneContext';
import { Button } from './Button';
import './layer.css';

interface LayerProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Asked when it goes: whether another layer takes its place, which gives the focus back then. */
  readonly isPassing?: () => boolean;
  /** What takes the focus when it opens; its heading where absent. */
  readonly focusOn?: RefObject<HTMLElement | null>;
  /** Where Back leads within the layer's own part; to the layer below where absent. */
  readonly onBack?: () => void;
}

/** Where the focus was before a layer that had to be loaded first; `undefined` where the layer opens at once. */
export const LayerOrigin = createContext<Element | null | undefined>(undefined);

/**
 * A view over the overview. It takes the focus to its heading when it opens and gives it back where it was when it closes;
 * Escape is Back.
 */
export function Layer({ title, children, isPassing, focusOn, onBack }: LayerProps) {
  const { layers } = usePane();
  const back = onBack ?? layers.back;
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const origin = useContext(LayerOrigin);
  const passing = useRef(isPassing);
  passing.current = isPassing;

  // With the layout: once it is painted, what lies below is hidden and has lost the focus already.
  useLayoutEffect(() => {
    // What was loaded first took the place of a layer that had the focus and is gone.
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body;
    const cameFrom = isLost ? origin : activeElement;
    // It stands at the top of a view that is new: to scroll there would lay out the whole view within the task that rendered it.
    (focusOn ?? heading).current?.focus({ preventScroll: true });
    return () => {
      if (passing.current?.()) return;
      // What lies below is shown again only after this layer is gone.
      setTimeout(() => {
        if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus({ preventScroll: true });
      }, 0);
    };
  }, []);

  return (
    <section
      class="layerBody"
      aria-labelledby={titleId}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        // Office.js takes every Escape for the wish to go back to the sheet, and would take the focus there.
        event.stopPropagation();
        back();
      }}
    >
      <header class="layerHeader">
        <Button look="subtle" icon={backIcon} aria-label={texts().customer.back} onClick={back} />
        <h2 id={titleId} ref={heading} tabIndex={-1} title={title}>
          {title}
        </h2>
      </header>
      <div class="layerContent" data-scroller>
        {children}
      </div>
    </section>
  );
}
