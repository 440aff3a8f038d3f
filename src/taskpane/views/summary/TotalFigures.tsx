import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatAmount, formatMoney, formatShare, moneyUnit } from '../../../i18n/numbers';
import { SummaryFigures } from './SummaryFigures';
import type { OpenedFigure } from './summaryFigure';

/** What is at risk, of how much exposure, and how much of it is overdue: written in one unit, for they are read against each other. */
export function TotalFigures({ tiering, ...opening }: OpenedFigure) {
  const { summary } = texts();
  const language = currentLanguage();
  const { assessment, currency } = tiering;
  const { exposure, overdue, overdueShare } = assessment.portfolio;
  const inFull = moneyUnit(exposure, 'full', language);
  const bigNumber = (amount: number): string => formatMoney(amount, inFull, language);
  return (
    <SummaryFigures
      {...opening}
      tiering={tiering}
      isHeard
      class="atRiskParts number"
      figures={[
        {
          figure: 'atRisk',
          look: 'atRisk',
          title: summary.atRiskHelp,
          shown: (
            <>
              <span class="atRiskNumber">{bigNumber(assessment.totalAtRisk)}</span>{' '}
              <span class="quiet">
                {currency !== '' && <span class="currency">{currency} </span>}
                <span class="summaryOpens">{summary.atRisk}</span>
              </span>
            </>
          ),
        },
        {
          figure: 'exposure',
          look: 'summaryOpens',
          title: formatAmount(exposure, language),
          shown: summary.ofExposure(bigNumber(exposure)),
        },
        {
          figure: 'overdue',
          look: 'summaryOpens',
          title: formatAmount(overdue, language),
          shown: Number.isFinite(overdue)
            ? summary.overdue(
                bigNumber(overdue),
                Number.isFinite(overdueShare) ? formatShare(overdueShare, language) : '',
              )
            : summary.overdueUnknown,
        },
      ]}
    />
  );
}
