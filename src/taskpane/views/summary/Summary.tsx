import { useState } from 'preact/hooks';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatDate, moneyUnit } from '../../../i18n/numbers';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { AgeingBars } from '../../parts/AgeingBars';
import { Doors } from './Doors';
import { DueDateNote } from './DueDateNote';
import { LeftOutNote } from './LeftOutNote';
import { Remarks } from './Remarks';
import type { SummaryFigure } from './summaryFigure';
import { TierBar } from './TierBar';
import { TotalFigures } from './TotalFigures';
import './summary.css';

/** How much is at risk: the first screen of an answer. */
export function Summary({ tiering }: { tiering: Tiering }) {
  const pane = usePane();
  const { summary, asOf: asOfTexts } = texts();
  const language = currentLanguage();
  const { assessment, block, asOf } = tiering;
  const [opened, setOpened] = useState<SummaryFigure | null>(null);
  const { portfolio } = assessment;
  const unit = moneyUnit(
    Math.max(0, ...[...portfolio.buckets, portfolio.exposure].map(Math.abs).filter(Number.isFinite)),
    pane.preferences.amountStyle.value,
    language,
  );
  const { kind, ageing } = tiering.recognition;
  const hasAgeing = kind === 'ledger' || portfolio.buckets.slice(1).some(Number.isFinite);

  return (
    <section class="summary" aria-label={summary.title}>
      <h1 class="onlyHeard">{summary.title}</h1>
      <p class="asOfReason quiet small">
        {formatDate(asOf.serial, block.is1904, language)} · {asOfTexts[asOf.reason]}
      </p>
      <TotalFigures tiering={tiering} opened={opened} onOpen={setOpened} />
      {hasAgeing && portfolio.openCount === 0 && <p class="quiet">{summary.nothingOpen}</p>}
      <TierBar assessment={assessment} unit={unit} />
      {hasAgeing ? (
        <AgeingBars buckets={assessment.policy.buckets} amounts={portfolio.buckets} unit={unit} />
      ) : (
        <p class="quiet small">
          {ageing?.basis === 'invoiceDate' ? summary.ageingByInvoice : summary.noAgeing}
        </p>
      )}
      <LeftOutNote tiering={tiering} />
      <DueDateNote tiering={tiering} />
      <Remarks tiering={tiering} unit={unit} opened={opened} onOpen={setOpened} />
      <Doors tiering={tiering} />
    </section>
  );
}
