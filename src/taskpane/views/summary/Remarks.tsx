import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatMoney, formatNumber, formatShare, type MoneyUnit } from '../../../i18n/numbers';
import { type ShownFigure, SummaryFigures } from './SummaryFigures';
import type { OpenedFigure } from './summaryFigure';

interface RemarksProps extends OpenedFigure {
  readonly unit: MoneyUnit;
}

const isSomething = (amount: number): boolean => Number.isFinite(amount) && amount !== 0;

/** What else is worth a word about the whole sheet; what is not known or nothing is left out. */
export function Remarks({ tiering, unit, ...opening }: RemarksProps) {
  const { summary } = texts();
  const language = currentLanguage();
  const { dso, topShare, unappliedCredits, unplaced } = tiering.assessment.portfolio;
  const isDsoUnknown = tiering.assessment.table.isOpenItemsOnly;
  const remarks: readonly (Omit<ShownFigure, 'look'> & { readonly isSaid: boolean })[] = [
    {
      figure: 'dso',
      // More credits than receivables: days of sales are then no measure of anything.
      isSaid: dso >= 0 || isDsoUnknown,
      shown: isDsoUnknown ? summary.dsoUnknown : summary.dso(formatNumber(dso, language, 1)),
    },
    {
      figure: 'topShare',
      isSaid: Number.isFinite(topShare),
      shown: summary.topShare(formatShare(topShare, language)),
    },
    {
      figure: 'credits',
      isSaid: isSomething(unappliedCredits),
      shown: summary.credits(formatMoney(Math.abs(unappliedCredits), unit, language)),
    },
    {
      figure: 'unplaced',
      isSaid: isSomething(unplaced),
      shown: summary.unplaced(formatMoney(unplaced, unit, language)),
    },
  ];
  return (
    <SummaryFigures
      {...opening}
      tiering={tiering}
      class="remarks quiet small"
      figures={remarks.filter(({ isSaid }) => isSaid).map(remark => ({ ...remark, look: 'summaryOpens' }))}
    />
  );
}
