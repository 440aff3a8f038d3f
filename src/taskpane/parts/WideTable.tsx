import type { ComponentChildren } from 'preact';
import './wideTable.css';

/** A table that may be wider than the pane: it scrolls by itself, by keyboard too. */
export function WideTable({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard (WCAG 2.1.1)
    <section class="wideTable" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
