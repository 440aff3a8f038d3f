import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ExcelOutcome } from '../../../excel/contract';
import { inSlices, overtaken } from '../../../excel/inSlices';
import { forgetMatch, rememberMatch } from '../../../excel/memory/chosenMatches';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage, type Language } from '../../../i18n/language';
import { joinTexts } from '../../../i18n/pane/join';
import { chosenMatchTexts } from '../../../i18n/sheets/chosenMatches';
import { addToGroup } from '../../../risk/groupBy';
import { type ChosenMatch, choiceOf, withChoice, withoutChoice } from '../../../risk/join/chosenMatches';
import { type MatchReason, matchReasons, noEntry, severalEntries } from '../../../risk/join/matchCustomers';
import {
  type NamedCustomer,
  type NamedCustomers,
  type Suggestion,
  searchCustomersInSlices,
  suggestMatchesInSlices,
} from '../../../risk/join/suggestMatches';
import type { PaneModel } from '../paneModel';
import type { ListMatch } from './joinedLedger';

/** What deciding who is who asks of the workbook. */
export interface MatchingRoom {
  rememberMatch(choice: ChosenMatch, language: Language): Promise<ExcelOutcome<{ readonly isNew: boolean }>>;
  forgetMatch(customer: string, language: Language): Promise<ExcelOutcome<{ readonly isNew: boolean }>>;
}

/** A customer of the ledger by its code, or an entry of the list by its place. */
export interface Side {
  readonly of: 'ledger' | 'list';
  readonly index: number;
}

/** Who is looked at, and how it is matched by now. */
export interface Opened extends Side, NamedCustomer {
  /** In the ledger or as the list states it; NaN where that is not known. */
  readonly exposure: number;
  /** Those of the other side that it is matched with: at most one for a customer of the ledger. */
  readonly with: readonly number[];
  readonly reason: MatchReason | 'several' | 'none';
  /** Somebody decided, and the decision is followed. */
  readonly isChosen: boolean;
  /** Somebody decided for an entry that is not on the list. */
  readonly isLost: boolean;
}

/** A search of one side by name or number. */
export interface CustomerSearch {
  readonly query: Signal<string>;
  /** By index; null where nothing is searched for. */
  readonly found: ReadonlySignal<readonly number[] | null>;
}

export interface MatchingModel {
  /** Null while the two sheets are looked at as a whole. */
  readonly opened: ReadonlySignal<Opened | null>;
  /** Another one of those it was opened from, to go on with. */
  readonly next: ReadonlySignal<Side | null>;
  /** Null while they are looked for. */
  readonly suggestions: ReadonlySignal<readonly Suggestion[] | null>;
  /** The customers of the other side. */
  readonly others: ReadonlySignal<NamedCustomers>;
  readonly otherSearch: CustomerSearch;
  /** The customers of the ledger, whoever is opened. */
  readonly ledger: ReadonlySignal<NamedCustomers>;
  readonly ledgerSearch: CustomerSearch;
  /** What those of the other side owe, and with whom they are matched. */
  other(index: number): { readonly exposure: number; readonly with: readonly string[] };
  /** @param list Those it stands among, to go on with. */
  open(side: Side, list: readonly Side[]): void;
  /** Open the next one. */
  goOn(): void;
  close(): void;
  /** The opened one and this one of the other side are the same customer. */
  match(index: number): Promise<void>;
  /** The opened customer of the ledger is none of the list. */
  keepApart(): Promise<void>;
  /** Nobody decides any more: number and name do. */
  forget(): Promise<void>;
}

const matchingRoom: MatchingRoom = { rememberMatch, forgetMatch };
/** Typing goes on; what it leads to is looked for when it rests. */
const restMilliseconds = 150;
const nobody: NamedCustomers = { names: [] };

/** Create the model of deciding by hand which customer of the ledger is which of the list. */
export function createMatchingModel(
  pane: PaneModel,
  match: ReadonlySignal<ListMatch | null>,
  recount: (chosen: readonly ChosenMatch[]) => Promise<void>,
  room: MatchingRoom = matchingRoom,
): MatchingModel {
  const side = signal<(Side & { readonly name: string }) | null>(null);
  const queue = signal<readonly Side[]>([]);
  const suggestions = signal<readonly Suggestion[] | null>(null);

  const ledgerSide = computed<NamedCustomers>(() => match.value?.customers ?? nobody);
  const listSide = computed<NamedCustomers>(() => {
    const list = match.value?.list;
    return list ? { names: list.customers, numbers: list.texts.customerNumber } : nobody;
  });
  const sideOf = (of: Side['of']): NamedCustomers => (of === 'ledger' ? ledgerSide.value : listSide.value);
  const others = computed(() => sideOf(side.value?.of === 'ledger' ? 'list' : 'ledger'));
  /** Customers of the ledger by the entry they were taken for. */
  const customersOf = computed(() => {
    const customers = new Map<number, number[]>();
    match.value?.matches.entry.forEach((entry, customer) => {
      if (entry > noEntry) addToGroup(customers, entry, customer);
    });
    return customers;
  });
  const repeated = computed(() => new Set(match.value?.matches.duplicates.map(({ entry }) => entry)));
  const ledgerExposure = computed(() => {
    const tiering = pane.assessments.result.value;
    return (tiering?.join?.whole.table ?? tiering?.assessment.table)?.metrics.exposure;
  });

  const opened = computed<Opened | null>(() => {
    const at = side.value;
    const now = match.value;
    if (at === null || now === null) return null;
    const { of, index } = at;
    const named = { name: at.name, number: sideOf(of).numbers?.[index] ?? '' };
    // Another list has other entries at the same places.
    if (sideOf(of).names[index] !== at.name) return null;
    if (of === 'list') {
      const exposure = now.list.numbers.exposure[index];
      const customers = customersOf.value.get(index) ?? [];
      const reasons = customers.map(customer => matchReasons[now.matches.reason[customer]]);
      return {
        ...{ of, index, ...named, exposure, with: customers, isLost: false },
        reason: reasons[0] ?? 'none',
        isChosen: reasons.includes('chosen'),
      };
    }
    const entry = now.matches.entry[index];
    const reason = matchReasons[now.matches.reason[index]];
    return {
      ...{ of, index, ...named },
      exposure: ledgerExposure.value?.[index] ?? Number.NaN,
      with: entry > noEntry ? [entry] : [],
      reason: entry > noEntry ? reason : entry === severalEntries ? 'several' : 'none',
      isChosen: reason === 'chosen',
      isLost: now.matches.lostChoices.includes(index),
    };
  });

  /** Rows that repeat a customer are never matched, and whom it is matched with already is shown above. */
  const isLeftOut = (index: number): boolean => {
    const now = opened.peek();
    return now?.with.includes(index) === true || (now?.of === 'ledger' && repeated.peek().has(index));
  };

  let looking = new AbortController();
  effect(() => {
    const now = opened.value;
    looking.abort(overtaken);
    suggestions.value = null;
    if (now === null) return;
    looking = new AbortController();
    const { signal: ended } = looking;
    void inSlices(suggestMatchesInSlices(now, others.value, isLeftOut), ended).then(likely => {
      if (likely !== null && !ended.aborted) suggestions.value = likely;
    });
  });

  const otherSearch = createSearch(others, isLeftOut);
  effect(() => {
    if (opened.value === null) otherSearch.query.value = '';
  });

  const chosenNow = (): readonly ChosenMatch[] => match.value?.sheet.chosen ?? [];

  let deciding: Promise<void> = Promise.resolve();

  /** One after the other: a decision goes on from what the one before came to. */
  function decide(customer: string, choice: ChosenMatch | null, isUndo = false): Promise<void> {
    const decideNext = () => decideNow(customer, choice, isUndo);
    deciding = deciding.then(decideNext, decideNext);
    return deciding;
  }

  /** Decide, remember, and count by it. What the workbook could not remember counts all the same, and that is said. */
  async function decideNow(customer: string, choice: ChosenMatch | null, isUndo: boolean): Promise<void> {
    const before = choiceOf(chosenNow(), customer);
    pane.notices.dismiss();
    const written = await pane.work.run('writing', () =>
      pane.sheet.changeOurselves(() =>
        choice === null
          ? room.forgetMatch(customer, currentLanguage())
          : room.rememberMatch(choice, currentLanguage()),
      ),
    );
    const chosen = chosenNow();
    await recount(choice === null ? withoutChoice(chosen, customer) : withChoice(chosen, choice));
    if (pane.notices.refusal.value !== null) return;
    if (!written.ok) {
      const { key } = written.problem;
      pane.notices.tell('warning', texts => textsOf(joinTexts).choiceNotRemembered(texts.problem[key].title));
      return;
    }
    const { isNew } = written.value;
    const say = (): string => {
      const words = textsOf(joinTexts);
      if (isUndo) return words.choiceUndone;
      const decided =
        choice === null
          ? words.choiceForgotten(customer)
          : isNobody(choice)
            ? words.choiceApart(customer)
            : words.choiceSame(customer, choice.entry || choice.entryNumber);
      return isNew ? words.choiceNoted(decided, textsOf(chosenMatchTexts).sheetTitle) : decided;
    };
    const undo = { say: () => textsOf(joinTexts).undo, run: () => decide(customer, before, true) };
    pane.notices.tell('success', say, isUndo ? [] : [undo]);
  }

  const choiceFor = (customer: number, entry: number): ChosenMatch => ({
    customer: ledgerSide.value.names[customer],
    entry: listSide.value.names[entry],
    entryNumber: listSide.value.numbers?.[entry] ?? '',
  });

  const next = computed(() => {
    const at = side.value;
    const place = queue.value.findIndex(each => each.of === at?.of && each.index === at.index);
    return place < 0 ? null : (queue.value[place + 1] ?? null);
  });

  function open({ of, index }: Side, list: readonly Side[]): void {
    batch(() => {
      side.value = { of, index, name: sideOf(of).names[index] };
      queue.value = list;
      otherSearch.query.value = '';
    });
  }

  return {
    opened,
    next,
    suggestions,
    otherSearch,
    ledgerSearch: createSearch(ledgerSide),
    ledger: ledgerSide,
    others,
    other: index => {
      const now = match.value;
      if (side.value?.of !== 'ledger') {
        const entry = now?.matches.entry[index] ?? noEntry;
        return {
          exposure: ledgerExposure.value?.[index] ?? Number.NaN,
          with: entry > noEntry ? [listSide.value.names[entry]] : [],
        };
      }
      return {
        exposure: now?.list.numbers.exposure[index] ?? Number.NaN,
        with: (customersOf.value.get(index) ?? []).map(customer => ledgerSide.value.names[customer]),
      };
    },
    open,
    goOn: () => {
      if (next.value !== null) open(next.value, queue.value);
    },
    close: () => {
      side.value = null;
    },
    match: async index => {
      const now = opened.value;
      if (now === null) return;
      const choice = now.of === 'ledger' ? choiceFor(now.index, index) : choiceFor(index, now.index);
      await decide(choice.customer, choice);
    },
    keepApart: async () => {
      const now = opened.value;
      if (now?.of === 'ledger') await decide(now.name, { customer: now.name, entry: '', entryNumber: '' });
    },
    forget: async () => {
      const now = opened.value;
      if (now?.of === 'ledger') await decide(now.name, null);
    },
  };
}

function createSearch(
  among: ReadonlySignal<NamedCustomers>,
  isLeftOut: (index: number) => boolean = () => false,
): CustomerSearch {
  const query = signal('');
  const found = signal<readonly number[] | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let searching = new AbortController();
  effect(() => {
    const text = query.value;
    const customers = among.value;
    clearTimeout(timer);
    searching.abort(overtaken);
    if (text.trim() === '') {
      found.value = null;
      return;
    }
    searching = new AbortController();
    const { signal: ended } = searching;
    timer = setTimeout(async () => {
      const matching = await inSlices(searchCustomersInSlices(text, customers, isLeftOut), ended);
      if (matching !== null && !ended.aborted) found.value = matching;
    }, restMilliseconds);
  });
  return { query, found };
}

const isNobody = ({ entry, entryNumber }: ChosenMatch): boolean => entry === '' && entryNumber === '';
