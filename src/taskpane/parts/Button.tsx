import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './Icon';
import './button.css';

interface ButtonProps extends Omit<JSX.IntrinsicElements['button'], 'icon'> {
  /** One primary action a screen; the rest is secondary or subtle. */
  readonly look?: 'primary' | 'secondary' | 'subtle' | 'danger';
  readonly icon?: string;
  readonly children?: ComponentChildren;
}

/**
 * A button as Fluent draws it. Without words it needs an `aria-label`. A disabled one does nothing but keeps the focus it has:
 * it is mostly disabled only while its own work goes on.
 */
export function Button(props: ButtonProps) {
  const { look = 'secondary', icon, children, class: className = '', disabled, onClick, ...rest } = props;
  const shape = children === undefined ? 'iconOnly' : '';
  return (
    <button
      type="button"
      class={`button ${look} ${shape} ${className}`}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onClick}
      {...rest}
    >
      {icon !== undefined && <Icon source={icon} />}
      {children}
    </button>
  );
}
