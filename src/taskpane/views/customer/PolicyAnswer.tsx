import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { proposalTexts } from '../../../i18n/figures/proposals';
import { currentLanguage } from '../../../i18n/language';
import { formatDate, formatMoney, formatNumber, formatShare, moneyUnit } from '../../../i18n/numbers';
import { customerDetailTexts } from '../../../i18n/pane/customerDetail';
import type { Assessment } from '../../../risk/scoring/assessment';
import { type ProposedValue, proposalFor } from '../../../risk/scoring/proposals';

interface PolicyAnswerProps {
  readonly assessment: Assessment;
  readonly customer: number;
  readonly is1904: boolean;
}

/** Months of sales are often halves: the cautious preset has 0.5 and the one for growth 1.5. */
const writeMonths = (months: number): string => {
  const decimals = [0, 1].find(count => Number(months.toFixed(count)) === months) ?? 2;
  return formatNumber(months, currentLanguage(), decimals);
};

/** What the policy proposes for a customer of its tier: limit, terms, prepayment, guarantee, next review, each with the reason. */
export function PolicyAnswer({ assessment, customer, is1904 }: PolicyAnswerProps) {
  const words = textsOf(customerDetailTexts);
  const { unit } = texts();
  const reasons = textsOf(proposalTexts);
  const language = currentLanguage();
  const { table, scores, policy } = assessment;
  const proposal = proposalFor(customer, table, scores, policy);
  if (proposal === null) return <p class="quiet">{words.noProposal}</p>;
  const { limit, terms, monthlySales, prepaymentShare, guarantee, review } = proposal;
  const tier = policy.tiers[proposal.tier];
  const largest = Math.max(0, ...[limit.current, limit.proposed].filter(Number.isFinite));
  const moneyIn = moneyUnit(largest, 'full', language);
  const money = (amount: number): string => formatMoney(amount, moneyIn, language);
  const change = (value: ProposedValue<string>, write: (amount: number) => string): string => {
    if (value.change === 'keep') return write(value.proposed);
    const now = Number.isNaN(value.current) ? words.none : write(value.current);
    return words.change(now, write(value.proposed));
  };
  const sales = formatMoney(monthlySales, moneyUnit(monthlySales, 'full', language), language);
  const rows = [
    {
      name: words.limit,
      value: change(limit, money),
      what: reasons.change[limit.change],
      why: reasons.limit[limit.reason](writeMonths(tier.limitMonths), sales),
    },
    {
      name: words.terms,
      value: change(terms, unit.days),
      what: reasons.change[terms.change],
      why: reasons.terms[terms.reason](unit.days(tier.termsDays)),
    },
    { name: words.prepayment, value: formatShare(prepaymentShare, language), what: '', why: '' },
    { name: words.guarantee, value: reasons.guarantee[guarantee], what: '', why: '' },
    {
      name: words.review,
      value: review === null ? words.none : formatDate(review.due, is1904, language),
      what: review !== null && review.due < table.asOf ? words.reviewOverdue : '',
      why: review !== null && Number.isNaN(review.last) ? words.neverReviewed : '',
    },
  ];
  return (
    <dl class="policyAnswer">
      {rows.map(({ name, value, what, why }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span class="number">{value}</span>
            {(what !== '' || why !== '') && (
              <span class="small quiet policyReason">
                {[what, why].filter(text => text !== '').join(texts().phraseSeparator)}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
