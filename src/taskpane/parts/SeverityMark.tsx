import criticalIcon from '@fluentui/svg-icons/icons/error_circle_20_filled.svg';
import noticeIcon from '@fluentui/svg-icons/icons/info_20_regular.svg';
import warningIcon from '@fluentui/svg-icons/icons/warning_20_filled.svg';
import { texts } from '../../i18n/catalogue';
import type { Severity } from '../../risk/policy/policy';
import { Icon } from './Icon';
import './severityMark.css';

const icons: Readonly<Record<Severity, string>> = {
  critical: criticalIcon,
  warning: warningIcon,
  notice: noticeIcon,
};

/** Show a severity as an icon of its own shape, and say it to those who listen. */
export const SeverityMark = ({ severity, isSmall = false }: { severity: Severity; isSmall?: boolean }) => (
  <span class={`severityMark ${severity} ${isSmall ? 'isSmall' : ''}`}>
    <Icon source={icons[severity]} />
    <span class="onlyHeard">{texts().severity[severity]}</span>
  </span>
);
