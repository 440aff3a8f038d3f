import { currentLanguage } from '../../i18n/language';
import { formatAmount, formatMoney, type MoneyUnit } from '../../i18n/numbers';

interface MoneyProps {
  readonly amount: number;
  readonly unit: MoneyUnit;
  readonly class?: string;
}

/** Show an amount in the unit of its block, and in full to whoever hovers or listens. */
export function Money({ amount, unit, class: className = '' }: MoneyProps) {
  const shown = formatMoney(amount, unit, currentLanguage());
  const full = formatAmount(amount, currentLanguage());
  const isExact = shown === full || (unit.divisor === 1 && unit.decimals === 2);
  if (isExact) return <span class={`number ${className}`}>{shown}</span>;
  return (
    <span class={`number ${className}`} title={full}>
      <span aria-hidden="true">{shown}</span>
      <span class="onlyHeard">{full}</span>
    </span>
  );
}
