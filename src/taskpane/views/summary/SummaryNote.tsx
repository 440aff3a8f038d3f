import { policySheetName } from '../../../excel/names';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { summaryNoteTexts } from '../../../i18n/figures/summaryNotes';
import { currentLanguage } from '../../../i18n/language';
import { formatAmount, formatNumber, formatShare } from '../../../i18n/numbers';
import type { MetricName } from '../../../risk/metrics/table/metric';
import type { Tiering } from '../../model/ledger/tiering';
import { bucketName } from '../../wording/bucketName';
import { sourceColumns } from '../../wording/sourceColumns';
import type { SummaryFigure } from './summaryFigure';

interface SummaryNoteProps {
  readonly figure: SummaryFigure;
  readonly tiering: Tiering;
}

const metricOf: Readonly<Record<SummaryFigure, MetricName>> = {
  atRisk: 'exposure',
  exposure: 'exposure',
  overdue: 'overdue',
  dso: 'dso',
  topShare: 'share',
  credits: 'unappliedCredits',
  unplaced: 'exposure',
};

/** How a figure of the whole sheet is computed: in words, with its own numbers, and the cells it comes from. */
export function SummaryNote({ figure, tiering }: SummaryNoteProps) {
  const how = howOf(figure, tiering);
  const worked = workedOf(figure, tiering);
  return (
    <div class="summaryNote small">
      <p>{how}</p>
      {worked !== '' && <p class="number summaryWorked">{worked}</p>}
      {figure === 'exposure' && tiering.ledger !== null && <Sum tiering={tiering} />}
      {figure === 'atRisk' && <Rates tiering={tiering} />}
      <p class="quiet">{sourceColumns(metricOf[figure], tiering)}</p>
    </div>
  );
}

function howOf(figure: SummaryFigure, { assessment, ledger }: Tiering): string {
  const { how } = textsOf(summaryNoteTexts);
  if (figure === 'dso') {
    const { windowDays } = assessment.policy.settings;
    return Number.isNaN(assessment.portfolio.dso) ? how.dsoUnknown(windowDays) : how.dso(windowDays);
  }
  if (figure === 'exposure') return ledger === null ? how.exposureOfList : how.exposure;
  if (figure !== 'overdue' || ledger !== null) return how[figure];
  return [how.overdue, how.overdueShare].join(texts().sentenceSeparator);
}

/** The formula with the numbers of this sheet; `''` where they would not say all of it. */
function workedOf(figure: SummaryFigure, { assessment, ledger }: Tiering): string {
  const language = currentLanguage();
  const money = (amount: number): string => formatAmount(amount, language);
  const { portfolio, policy, table } = assessment;
  const { windowDays } = policy.settings;
  if (figure === 'dso' && !Number.isNaN(portfolio.dso)) {
    return `${money(portfolio.exposure)} / ${money(portfolio.sales)} × ${windowDays} = ${formatNumber(portfolio.dso, language, 1)}`;
  }
  if (figure === 'overdue' && ledger !== null && Number.isFinite(portfolio.overdueShare)) {
    return `${money(portfolio.overdue)} / ${money(portfolio.exposure)} = ${formatShare(portfolio.overdueShare, language)}`;
  }
  if (figure !== 'topShare') return '';
  const largest = table.metrics.share.indexOf(portfolio.topShare);
  const name = table.customers[largest] || texts().customers.unnamed;
  return `${name}${texts().phraseSeparator}${money(table.metrics.exposure[largest])}`;
}

/** The ageing adds up to the exposure. */
function Sum({ tiering: { assessment } }: { tiering: Tiering }) {
  const words = textsOf(summaryNoteTexts);
  const { portfolio, policy } = assessment;
  const terms: readonly (readonly [string, number])[] = [
    ...policy.buckets.map((bucket, index) => [bucketName(bucket), portfolio.buckets[index]] as const),
    [words.credits, portfolio.unappliedCredits],
  ];
  return (
    <table class="summarySum">
      <tbody>
        {terms.map(([name, amount]) => (
          <Term key={name} name={name} amount={amount} />
        ))}
      </tbody>
      <tfoot>
        <Term name={words.total} amount={portfolio.exposure} />
      </tfoot>
    </table>
  );
}

const Term = ({ name, amount }: { name: string; amount: number }) => (
  <tr>
    <th scope="row">{name}</th>
    <td class="number">{formatAmount(amount, currentLanguage())}</td>
  </tr>
);

function Rates({ tiering: { assessment } }: { tiering: Tiering }) {
  const words = textsOf(summaryNoteTexts);
  const { tier } = texts();
  const language = currentLanguage();
  return (
    <>
      <table class="summarySum">
        <caption class="quiet">{words.rates}</caption>
        <tbody>
          {assessment.policy.tiers.map(({ letter, lossRate }) => (
            <tr key={letter}>
              <th scope="row">{tier.name(letter)}</th>
              <td class="number">{formatShare(lossRate, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{words.ratesFrom(policySheetName)}</p>
    </>
  );
}
