import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatDate, formatMoney, formatNumber, moneyUnit } from '../../../i18n/numbers';
import { customerDetailTexts } from '../../../i18n/pane/customerDetail';
import { plainText } from '../../../risk/ledger/cell';
import type { Ledger } from '../../../risk/ledger/ledger';
import { paymentTimelineInSlices, type TimelineInvoice } from '../../../risk/statement/paymentTimeline';
import type { Tiering } from '../../model/ledger/tiering';
import { useSlices } from '../../useSlices';

/** More lines than this run into each other in a pane. */
const mostDrawn = 120;

const width = 320;
const height = 150;
const left = 30;
const right = 8;
const top = 14;
const bottom = 20;

interface PaymentHistoryProps {
  readonly tiering: Tiering;
  readonly ledger: Ledger;
  readonly customer: number;
}

/** How a customer paid: every invoice a line from the day it was due to the day it was paid, and the same as a table. */
export function PaymentHistory({ tiering, ledger, customer }: PaymentHistoryProps) {
  const words = textsOf(customerDetailTexts);
  const { table } = tiering.assessment;
  const name = table.customers[customer];
  const timeline = useSlices(
    () => paymentTimelineInSlices(ledger, name, table.asOf, mostDrawn),
    [ledger, name, table.asOf],
  );
  if (timeline === null) return null;
  const { invoices, olderCount, paidSometimeCount } = timeline;
  const paidSometime = paidSometimeCount > 0 && (
    <p class="quiet small">{words.timelinePaidSometime(paidSometimeCount)}</p>
  );
  if (invoices.length === 0) return paidSometime || <p class="quiet">{words.timelineNothing}</p>;
  const paid = invoices.filter(invoice => !isOpen(invoice));
  const late = paid.filter(({ daysLate }) => daysLate > 0);
  const openCount = invoices.length - paid.length;
  const summary =
    paid.length === 0 && paidSometimeCount > 0
      ? words.timelineOpen(openCount)
      : words.timelineSummary(paid.length, late.length, openCount);
  return (
    <>
      <p>{summary}</p>
      <TimelinePicture invoices={invoices} summary={summary} is1904={tiering.block.is1904} />
      <p class="quiet small">{words.timelineLead}</p>
      {paidSometime}
      {olderCount > 0 && <p class="quiet small">{words.timelineOlder(olderCount)}</p>}
      <details class="timelineTable">
        <summary>{words.asTable}</summary>
        <TimelineTable invoices={invoices} tiering={tiering} ledger={ledger} />
      </details>
    </>
  );
}

const isOpen = ({ paid }: TimelineInvoice): boolean => Number.isNaN(paid);

interface PictureProps {
  readonly invoices: readonly TimelineInvoice[];
  readonly summary: string;
  readonly is1904: boolean;
}

function TimelinePicture({ invoices, summary, is1904 }: PictureProps) {
  const words = textsOf(customerDetailTexts);
  const language = currentLanguage();
  const days = invoices.map(({ daysLate }) => daysLate);
  const latest = Math.max(10, ...days);
  const earliest = Math.min(0, ...days);
  const first = invoices[0].due;
  const last = invoices[invoices.length - 1].due;
  const across = (due: number): number =>
    last === first
      ? (left + width - right) / 2
      : left + 4 + ((due - first) / (last - first)) * (width - left - right - 8);
  const up = (late: number): number =>
    top + ((latest - late) / (latest - earliest)) * (height - top - bottom);
  const date = (serial: number): string => formatDate(serial, is1904, language);
  return (
    <svg
      class="timeline"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={[texts().sentence(words.timeline), summary].join(texts().sentenceSeparator)}
    >
      <line class="timelineZero" x1={left} x2={width - right} y1={up(0)} y2={up(0)} />
      <text class="timelineText" x={left - 4} y={up(0) + 4} text-anchor="end">
        {words.due}
      </text>
      <text class="timelineText" x={left - 4} y={up(latest) + 4} text-anchor="end">
        {formatNumber(latest, language)}
      </text>
      <text class="timelineText" x={left + 2} y={9}>
        {words.late}
      </text>
      {invoices.map(invoice => {
        const x = across(invoice.due);
        const kind = isOpen(invoice) ? 'isOpen' : invoice.daysLate > 0 ? 'isLate' : 'isTimely';
        return (
          <g key={invoice.row} class={kind}>
            <line class="timelineStem" x1={x} x2={x} y1={up(0)} y2={up(invoice.daysLate)} />
            {isOpen(invoice) ? (
              <rect class="timelineEnd" x={x - 3} y={up(invoice.daysLate) - 3} width="6" height="6" />
            ) : (
              <circle class="timelineEnd" cx={x} cy={up(invoice.daysLate)} r="2.5" />
            )}
          </g>
        );
      })}
      <circle class="timelineKey" cx={width - 92} cy={6} r="2.5" />
      <text class="timelineText" x={width - 86} y={10}>
        {words.paid}
      </text>
      <g class="isOpen">
        <rect class="timelineEnd" x={width - 47} y={3} width="6" height="6" />
      </g>
      <text class="timelineText" x={width - 37} y={10}>
        {words.open}
      </text>
      <text class="timelineText" x={left} y={height - 4}>
        {date(first)}
      </text>
      {last !== first && (
        <text class="timelineText" x={width - right} y={height - 4} text-anchor="end">
          {date(last)}
        </text>
      )}
    </svg>
  );
}

function TimelineTable({
  invoices,
  tiering: { block, recognition },
  ledger,
}: Pick<PictureProps, 'invoices'> & Pick<PaymentHistoryProps, 'tiering' | 'ledger'>) {
  const words = textsOf(customerDetailTexts);
  const language = currentLanguage();
  const documentColumn = recognition.columns.find(({ field }) => field === 'document')?.column;
  const documentOf = (row: number): string =>
    documentColumn === undefined ? '' : plainText(block.cells[ledger.sheetRow.at(row)]?.[documentColumn]);
  const unit = moneyUnit(Math.max(...invoices.map(({ amount }) => amount)), 'full', language);
  const lateness = (invoice: TimelineInvoice): string => {
    const { daysLate } = invoice;
    if (isOpen(invoice)) return words.openSince(daysLate);
    if (daysLate === 0) return words.onTime;
    return daysLate > 0 ? words.lateDays(daysLate) : words.earlyDays(-daysLate);
  };
  return (
    <table class="small">
      <thead class="quiet">
        <tr>
          <th scope="col">{words.invoice}</th>
          <th scope="col">{words.due}</th>
          <th scope="col">{words.amount}</th>
          <th scope="col">{words.daysLate}</th>
        </tr>
      </thead>
      <tbody>
        {[...invoices].reverse().map(invoice => (
          <tr key={invoice.row}>
            <th scope="row">{documentOf(invoice.row)}</th>
            <td>{formatDate(invoice.due, block.is1904, language)}</td>
            <td class="number">{formatMoney(invoice.amount, unit, language)}</td>
            <td>{lateness(invoice)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
