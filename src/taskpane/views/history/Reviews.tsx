import { useEffect, useState } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatDate } from '../../../i18n/numbers';
import { historyTexts } from '../../../i18n/pane/history';
import type { Review } from '../../../risk/scoring/reviews';
import { createHistoryModel } from '../../model/history/historyModel';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { CustomerNumber } from '../../parts/CustomerNumber';
import { TierMark, tierRank } from '../../parts/TierMark';
import { PagedList } from './PagedList';

const soonDays = 30;

/** Who is to be reviewed when, by what each tier wants: overdue ones first. */
export function Reviews() {
  const pane = usePane();
  const history = usePart(createHistoryModel);
  const words = textsOf(historyTexts);
  const [tier, setTier] = useState(-1);
  useEffect(history.followCalendar, []);
  if (history.calendar.value === null) return null;
  const { tiering, noted, reviews: all } = history.calendar.value;
  const isUpdating = tiering !== pane.assessments.result.value || noted !== history.reviews.value;
  const { asOf, policy } = tiering.assessment;
  const listed = tier < 0 ? all : all.filter(review => review.tier === tier);
  const isOverdue = ({ due, last }: Review) => due < asOf || Number.isNaN(last);
  const overdue = listed.filter(isOverdue).length;
  const soon = listed.filter(review => !isOverdue(review) && review.due <= asOf + soonDays).length;
  return (
    <div class={`block ${isUpdating ? 'isStale' : ''}`} aria-busy={isUpdating}>
      <details class="historyPart">
        <summary>
          <span>{words.reviews}</span>{' '}
          <span class="quiet small">{words.reviewsSummary(all.filter(isOverdue).length)}</span>
        </summary>
        <p class="quiet small">{words.reviewsText}</p>
        {all.length === 0 ? (
          <p class="small">{words.noReviews}</p>
        ) : (
          <>
            <label class="historyCompare">
              <span>{words.reviewTier}</span>
              <select value={String(tier)} onChange={event => setTier(Number(event.currentTarget.value))}>
                <option value="-1">{words.allTiers}</option>
                {policy.tiers.map(({ letter }, index) => (
                  <option key={letter} value={String(index)}>
                    {letter}
                  </option>
                ))}
              </select>
            </label>
            <p class="small" role="status">
              {words.reviewsSummary(overdue)}
              {texts().phraseSeparator}
              {words.inDays(soon)}
            </p>
            <p class="quiet small">
              {words.reviewWill(history.sheets.value.get('Reviews')?.name ?? words.reviewSheet.title)}
            </p>
            <PagedList
              label={words.reviews}
              items={listed}
              keyOf={({ customer }) => customer}
              renderItem={review => <ReviewRow tiering={tiering} review={review} />}
            />
          </>
        )}
      </details>
    </div>
  );
}

function ReviewRow({ tiering, review }: { tiering: Tiering; review: Review }) {
  const pane = usePane();
  const history = usePart(createHistoryModel);
  const words = textsOf(historyTexts);
  const language = currentLanguage();
  const { table, policy, asOf } = tiering.assessment;
  const { is1904 } = tiering.block;
  const { customer, tier, last, due } = review;
  const name = table.customers[customer] || texts().customers.unnamed;
  const isNever = Number.isNaN(last);
  const when = isNever
    ? words.reviewNever
    : due < asOf
      ? words.reviewOverdue(Math.round(asOf - due))
      : words.reviewDue(formatDate(due, is1904, language));
  return (
    <div class="reviewRow">
      <button type="button" class="historyRow" onClick={() => pane.openCustomerOf(tiering, customer)}>
        <TierMark letter={policy.tiers[tier].letter} rank={tierRank(tier, policy.tiers.length)} />
        <span class="historyName">
          {name}
          <span class="quiet small reviewWhen">
            <CustomerNumber table={table} customer={customer} />
            {when}
            {!isNever && texts().phraseSeparator + words.lastReview(formatDate(last, is1904, language))}
          </span>
        </span>
      </button>
      <Button
        aria-label={words.reviewedFor(name)}
        disabled={pane.work.isWorking.value}
        onClick={() => void history.review(tiering, customer)}
      >
        {words.reviewed}
      </Button>
    </div>
  );
}
