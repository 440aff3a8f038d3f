import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './Icon';
import './button.css';

interface ButtonProps extends Omit<JSX.IntrinsicElements['button'], 'icon'> {
  /** One primary action a screen; the rest is secondary or subtle. */
  readonly look?: 'primary' | 'secondary' | 'subtle' | 'danger';
  readonly icon?: string;
  readonly children?: ComponentChildren;
}

/** A button as Fluent draws it. Without words it needs an `aria-label`. */
export function Button({ look = 'secondary', icon, children, class: className = '', ...rest }: ButtonProps) {
  const shape = children === undefined ? 'iconOnly' : '';
  return (
    <button type="button" class={`button ${look} ${shape} ${className}`} {...rest}>
      {icon !== undefined && <Icon source={icon} />}
      {children}
    </button>
  );
}
