import chevronIcon from '@fluentui/svg-icons/icons/chevron_right_20_regular.svg';
import findingIcon from '@fluentui/svg-icons/icons/clipboard_error_20_regular.svg';
import breachIcon from '@fluentui/svg-icons/icons/shield_error_20_regular.svg';
import { useState } from 'preact/hooks';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import {
  formatAmount,
  formatDate,
  formatMoney,
  formatNumber,
  formatShare,
  moneyUnit,
} from '../../../i18n/numbers';
import type { Tiering } from '../../model/assessmentModel';
import { usePane } from '../../paneContext';
import { AgeingBars } from '../../parts/AgeingBars';
import { Icon } from '../../parts/Icon';
import { type ShownFigure, type SummaryFigure, SummaryFigures } from './SummaryFigures';
import { TierBar } from './TierBar';
import './summary.css';

const isSomething = (amount: number): boolean => Number.isFinite(amount) && amount !== 0;

/** How much is at risk: the first screen of an answer. */
export function Summary({ tiering }: { tiering: Tiering }) {
  const pane = usePane();
  const { summary, breaches, findings, asOf: asOfTexts } = texts();
  const language = currentLanguage();
  const { assessment, block, asOf, currency } = tiering;
  const [opened, setOpened] = useState<SummaryFigure | null>(null);
  const { portfolio } = assessment;
  const unit = moneyUnit(
    Math.max(0, ...[...portfolio.buckets, portfolio.exposure].map(Math.abs).filter(Number.isFinite)),
    pane.preferences.amountStyle.value,
    language,
  );
  // What is at risk is a part of the exposure: the two and what is overdue are read against each other.
  const inFull = moneyUnit(portfolio.exposure, 'full', language);
  const bigNumber = (amount: number): string => formatMoney(amount, inFull, language);
  const critical = assessment.breaches.filter(breach => breach.severity === 'critical').length;
  const opening = { tiering, opened, onOpen: setOpened };
  const remarks: readonly (ShownFigure & { readonly isSaid: boolean })[] = [
    {
      figure: 'dso',
      // More credits than receivables: days of sales are then no measure of anything.
      isSaid: portfolio.dso >= 0,
      shown: summary.dso(formatNumber(portfolio.dso, language, 1)),
    },
    {
      figure: 'topShare',
      isSaid: Number.isFinite(portfolio.topShare),
      shown: summary.topShare(formatShare(portfolio.topShare, language)),
    },
    {
      figure: 'credits',
      isSaid: isSomething(portfolio.unappliedCredits),
      shown: summary.credits(formatMoney(Math.abs(portfolio.unappliedCredits), unit, language)),
    },
    {
      figure: 'unplaced',
      isSaid: isSomething(portfolio.unplaced),
      shown: summary.unplaced(formatMoney(portfolio.unplaced, unit, language)),
    },
  ];
  const findingCount = [...tiering.findingCounts.values()].reduce((sum, count) => sum + count, 0);
  const hasAgeing = tiering.recognition.kind === 'ledger';

  return (
    <section class="summary" aria-label={summary.title}>
      <h1 class="onlyHeard">{summary.title}</h1>
      <p class="asOfReason quiet small">
        {formatDate(asOf.serial, block.is1904, language)} · {asOfTexts[asOf.reason]}
      </p>
      <SummaryFigures
        {...opening}
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
            title: formatAmount(portfolio.exposure, language),
            shown: summary.ofExposure(bigNumber(portfolio.exposure)),
          },
          {
            figure: 'overdue',
            look: 'summaryOpens',
            title: formatAmount(portfolio.overdue, language),
            shown: summary.overdue(
              bigNumber(portfolio.overdue),
              Number.isFinite(portfolio.overdueShare) ? formatShare(portfolio.overdueShare, language) : '',
            ),
          },
        ]}
      />
      {hasAgeing && portfolio.openCount === 0 && <p class="quiet">{summary.nothingOpen}</p>}
      <TierBar assessment={assessment} unit={unit} />
      {hasAgeing ? (
        <AgeingBars buckets={assessment.policy.buckets} amounts={portfolio.buckets} unit={unit} />
      ) : (
        <p class="quiet small">{summary.noAgeing}</p>
      )}
      <SummaryFigures
        {...opening}
        class="remarks quiet small"
        figures={remarks.filter(({ isSaid }) => isSaid).map(remark => ({ ...remark, look: 'summaryOpens' }))}
      />
      <div class="doors">
        <button type="button" class="door" onClick={() => pane.layers.open({ kind: 'breaches' })}>
          <Icon source={breachIcon} class={critical > 0 ? 'isCritical' : ''} />
          <span class="doorName">
            {assessment.breaches.length === 0 ? breaches.none : breaches.open(assessment.breaches.length)}
          </span>
          {critical > 0 && <span class="criticalCount">{breaches.critical(critical)}</span>}
          <Icon source={chevronIcon} class="quiet" />
        </button>
        {findingCount > 0 && (
          <button
            type="button"
            class="door"
            onClick={() => pane.layers.open({ kind: 'part', part: 'check' })}
          >
            <Icon source={findingIcon} />
            <span class="doorName">{findings.open(findingCount)}</span>
            <Icon source={chevronIcon} class="quiet" />
          </button>
        )}
      </div>
    </section>
  );
}
