import successIcon from '@fluentui/svg-icons/icons/checkmark_circle_20_filled.svg';
import dismissIcon from '@fluentui/svg-icons/icons/dismiss_16_regular.svg';
import errorIcon from '@fluentui/svg-icons/icons/error_circle_20_filled.svg';
import infoIcon from '@fluentui/svg-icons/icons/info_20_regular.svg';
import warningIcon from '@fluentui/svg-icons/icons/warning_20_filled.svg';
import type { ComponentChildren } from 'preact';
import { texts } from '../../i18n/catalogue';
import { Button } from './Button';
import { Icon } from './Icon';
import './messageBar.css';

type Intent = 'success' | 'info' | 'warning' | 'error';

interface MessageBarProps {
  readonly intent: Intent;
  readonly title?: string;
  readonly children: ComponentChildren;
  readonly actions?: readonly { readonly label: string; readonly run: () => unknown }[];
  readonly onDismiss?: () => void;
}

const icons: Readonly<Record<Intent, string>> = {
  success: successIcon,
  info: infoIcon,
  warning: warningIcon,
  error: errorIcon,
};

/** One message in its place in the layout: it never floats over what the reader is doing. */
export function MessageBar({ intent, title, children, actions = [], onDismiss }: MessageBarProps) {
  return (
    <div class={`messageBar ${intent}`}>
      <Icon source={icons[intent]} class="messageIcon" />
      <div class="messageText">
        {title !== undefined && <strong>{texts().sentence(title) + texts().sentenceSeparator}</strong>}
        {children}
        {actions.length > 0 && (
          <div class="messageActions">
            {actions.map(({ label, run }) => (
              <button type="button" class="link" key={label} onClick={() => void run()}>
                {label}
              </button>
            ))}
          </div>
        )}
      </div>
      {onDismiss !== undefined && (
        <Button
          look="subtle"
          class="messageDismiss"
          icon={dismissIcon}
          aria-label={texts().notice.dismiss}
          onClick={onDismiss}
        />
      )}
    </div>
  );
}
