import phoneIcon from '@fluentui/svg-icons/icons/call_20_regular.svg';
import letterIcon from '@fluentui/svg-icons/icons/document_text_20_regular.svg';
import legalIcon from '@fluentui/svg-icons/icons/gavel_20_regular.svg';
import mailIcon from '@fluentui/svg-icons/icons/mail_20_regular.svg';
import type { Channel } from '../../../risk/policy/policy';

export const channelIcons: Readonly<Record<Channel, string>> = {
  mail: mailIcon,
  phone: phoneIcon,
  letter: letterIcon,
  legal: legalIcon,
};
