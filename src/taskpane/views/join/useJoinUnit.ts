import { currentLanguage } from '../../../i18n/language';
import { type MoneyUnit, moneyUnit } from '../../../i18n/numbers';
import type { JoinReport } from '../../../risk/join/joinReport';
import { usePane } from '../../paneContext';

/** One unit for all amounts of the part, from the largest of them. */
export function useJoinUnit(report: JoinReport): MoneyUnit {
  const { preferences } = usePane();
  const amounts = [
    ...report.matched.map(({ exposure }) => exposure),
    ...[report.unmatchedCustomers, report.unmatchedEntries].flatMap(side =>
      side.slice(0, 1).map(({ exposure }) => exposure),
    ),
  ];
  const largest = Math.max(0, ...amounts.filter(Number.isFinite).map(Math.abs));
  return moneyUnit(largest, preferences.amountStyle.value, currentLanguage());
}
