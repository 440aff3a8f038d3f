import type { ComponentChildren } from 'preact';
import './howComputed.css';

interface HowComputedProps {
  /** How, in words. */
  readonly note: string;
  /** The formula with its own numbers. */
  readonly worked?: string;
  /** The cells it comes from. */
  readonly source: string;
  /** The figure itself, with its name. */
  readonly children: ComponentChildren;
}

/** A figure that opens to how it is computed, in words, and the cells it comes from. */
export function HowComputed({ note, worked, source, children }: HowComputedProps) {
  return (
    <details class="howComputed">
      <summary>{children}</summary>
      <div class="howComputedNote small">
        <p>{note}</p>
        {worked !== undefined && <p class="number howComputedWorked">{worked}</p>}
        <p class="quiet">{source}</p>
      </div>
    </details>
  );
}
