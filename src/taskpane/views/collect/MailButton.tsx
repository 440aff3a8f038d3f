import mailIcon from '@fluentui/svg-icons/icons/mail_20_regular.svg';
import { useId } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { collectTexts } from '../../../i18n/pane/collect';
import { Icon } from '../../parts/Icon';
import { mailLink } from '../../wording/mailLink';

interface MailButtonProps {
  readonly email: string;
  readonly subject: string;
  readonly text: string;
  readonly label: string;
  /** The link could not carry the text: it goes by the clipboard. */
  readonly onTooLong: () => void;
}

/** Opens a mail in the user's own program, with the letter in it or, where it is too long for a link, on the clipboard. */
export function MailButton({ email, subject, text, label, onTooLong }: MailButtonProps) {
  const noteId = useId();
  const words = textsOf(collectTexts);
  const { href, hasText } = mailLink(email, subject, text);
  return (
    <>
      <a
        class="button secondary"
        href={href}
        target="_blank"
        rel="noreferrer"
        aria-describedby={hasText ? undefined : noteId}
        onClick={hasText ? undefined : onTooLong}
      >
        <Icon source={mailIcon} />
        {label}
      </a>
      {!hasText && (
        <span id={noteId} class="quiet small collectLong">
          {words.mailLong}
        </span>
      )}
    </>
  );
}
