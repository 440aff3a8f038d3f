import type { ComponentChildren } from 'preact';

interface CollectFieldProps {
  readonly label: string;
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}

/** A field of Collect below its name. */
export function CollectField({ label, isWide = false, children }: CollectFieldProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label class={isWide ? 'collectField collectWide' : 'collectField'}>
      <span class="small">{label}</span>
      {children}
    </label>
  );
}
