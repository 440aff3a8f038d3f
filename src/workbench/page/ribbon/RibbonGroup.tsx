/** Buttons of the ribbon that belong together, over what they have in common. */
import type { ComponentChildren } from 'preact';

export function RibbonGroup({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields
    <div class="ribbon-group" role="group" aria-label={label}>
      <div class="ribbon-controls">{children}</div>
      <span class="ribbon-group-label" aria-hidden="true">
        {label}
      </span>
    </div>
  );
}
