import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Fix } from '../../../risk/ledger/fixes/fix';
import type { FoundFixes } from './foundFixes';

/** Which of the proposed fixes are to be written: a doubtful one only where the user ticks it. */
export interface TickedFixes {
  readonly unticked: ReadonlySignal<ReadonlySet<Fix>>;
  /** Those of the shown ones that will be written. */
  readonly ticked: ReadonlySignal<readonly Fix[]>;
  toggle(fix: Fix): void;
  tickAll(isTicked: boolean): void;
  /** Take over to fixes that were found anew what was unticked among those before. */
  keepTicks(found: FoundFixes, before: FoundFixes | null): void;
}

export function createTickedFixes(shown: ReadonlySignal<readonly Fix[]>): TickedFixes {
  const unticked = signal<ReadonlySet<Fix>>(new Set());

  const tick = (fixes: readonly Fix[], isTicked: boolean): void => {
    const next = new Set(unticked.value);
    for (const fix of fixes) {
      if (isTicked) next.delete(fix);
      else next.add(fix);
    }
    unticked.value = next;
  };

  return {
    unticked,
    ticked: computed(() => shown.value.filter(fix => !unticked.value.has(fix))),
    toggle: fix => tick([fix], unticked.value.has(fix)),
    tickAll: isTicked => tick(shown.value, isTicked),
    keepTicks: (found, before) => {
      unticked.value = untickedOf(found, before, unticked.value);
    },
  };
}

/**
 * Choose which fixes are not ticked at first: on cells that had one before, those that the user left out; else the doubtful ones.
 *
 * @param before What was found before; only in the same cells does it tell anything.
 */
function untickedOf(
  found: FoundFixes,
  before: FoundFixes | null,
  untickedBefore: ReadonlySet<Fix>,
): ReadonlySet<Fix> {
  const { fixes } = found.proposals;
  if (before?.block !== found.block) return new Set(fixes.filter(isDoubtful));
  const placesOf = (listed: Iterable<Fix>) => new Set(Array.from(listed, fix => placeOf(fix, before)));
  const known = placesOf(before.proposals.fixes);
  const leftOut = placesOf(untickedBefore);
  return new Set(
    fixes.filter(fix => {
      const place = placeOf(fix, found);
      return known.has(place) ? leftOut.has(place) : isDoubtful(fix);
    }),
  );
}

const placeOf = (fix: Fix, { ofList }: FoundFixes): string =>
  `${ofList.has(fix) ? 'list' : 'sheet'} ${fix.row},${fix.column}`;

/** Two companies may be called alike but for their legal form: that somebody has to know. */
const isDoubtful = ({ reason }: Fix): boolean =>
  'likeness' in reason && (reason.likeness === 'legalForm' || reason.likeness === 'otherName');
