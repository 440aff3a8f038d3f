import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { inSlices } from '../../../excel/inSlices';
import { textsOf } from '../../../i18n/bilingual';
import { historyTexts } from '../../../i18n/pane/history';
import type { Breach } from '../../../risk/scoring/assessment';
import { newBreachesInSlices } from '../../../risk/scoring/newBreaches';
import type { Tiering } from '../ledger/tiering';
import type { Notice } from '../noticeModel';
import type { PaneModel } from '../paneModel';

export interface BreachNews {
  /** Breaches that were announced, still stand, and were not marked as seen. */
  readonly news: ReadonlySignal<readonly Breach[]>;
  /** Tell the breaches that an answer has and the one before had not: once, in the place where the pane says what happened. */
  announce(before: Tiering, after: Tiering): Promise<void>;
  markSeen(): void;
}

/** Customers by name, as indexes change with every reading, of whom a rule told. */
type Told = ReadonlyMap<Breach['rule'], ReadonlySet<string>>;

/** Create the model of breaches that are new; the list of them waits in the part. */
export function createBreachNews({ assessments, notices, layers }: PaneModel): BreachNews {
  const told = signal<Told>(new Map());
  const news = signal<readonly Breach[]>([]);
  let announced: Notice | null = null;

  effect(() => {
    const assessment = assessments.result.value?.assessment;
    const isTold = ({ rule, customer }: Breach) =>
      told.value.get(rule)?.has(assessment!.table.customers[customer]) === true;
    news.value = assessment === undefined || told.value.size === 0 ? [] : assessment.breaches.filter(isTold);
    // An edit that was taken back has taken them along: nothing is left to look at.
    if (news.value.length === 0 && announced !== null && notices.notice.peek() === announced)
      notices.dismiss();
  });

  async function announce(before: Tiering, after: Tiering): Promise<void> {
    const { customers } = after.assessment.table;
    const fresh = await inSlices(newBreachesInSlices(before.assessment, after.assessment));
    if (fresh.length === 0) return;
    const further = new Map([...told.value].map(([rule, names]) => [rule, new Set(names)]));
    for (const { rule, customer } of fresh)
      further.set(rule, (further.get(rule) ?? new Set<string>()).add(customers[customer]));
    told.value = further;
    const names = [...new Set(fresh.map(({ customer }) => customers[customer]))];
    notices.tell('warning', () => {
      const words = textsOf(historyTexts);
      return names.length === 1
        ? words.newBreachesBy(fresh.length, names[0])
        : words.newBreachesMore(fresh.length, names[0], names.length - 1);
    }, [
      { say: () => textsOf(historyTexts).show, run: () => layers.open({ kind: 'part', part: 'history' }) },
    ]);
    announced = notices.notice.peek();
  }

  return {
    news,
    announce,
    markSeen: () => {
      told.value = new Map();
    },
  };
}
