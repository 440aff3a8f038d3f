import { inSlices } from '../../../excel/inSlices';
import { agreedNames } from '../../../risk/join/agreedNames';
import { dateSystemOf } from '../../../risk/ledger/cells/dateSystem';
import type { AgreedNames, Fix, FixChoices } from '../../../risk/ledger/fixes/fix';
import { type FixProposals, proposeFixes } from '../../../risk/ledger/fixes/proposeFixes';
import type { ListJoin } from '../join/joinedLedger';
import type { ReadSheet } from '../ledger/readSheet';
import type { Tiering } from '../ledger/tiering';

/** Fixes that were proposed, what they were found in, and by which choices. */
export interface FoundFixes extends Pick<Tiering, 'block' | 'recognition'> {
  /** The customer list that is joined, and who is who on it; not the join itself, which holds all that was measured. */
  readonly list: ListJoin['sheet'] | null;
  readonly matches: ListJoin['matches'] | null;
  readonly choices: FixChoices;
  readonly proposals: FixProposals;
  /** Those of the proposals that are about cells of the joined customer list. */
  readonly ofList: ReadonlySet<Fix>;
}

export const noChoices: FixChoices = { dateOrders: new Map(), decimalMarks: new Map() };

/** Tell whether fixes were found in what an answer was read from, by these choices. */
export function areFoundIn(
  found: FoundFixes,
  { block, recognition, join }: Tiering,
  choices: FixChoices,
): boolean {
  const isOfAnswer =
    found.block === block && found.recognition === recognition && found.matches === (join?.matches ?? null);
  return isOfAnswer && found.choices === choices;
}

/**
 * Find what can be fixed on the sheet of an answer, and which names of the joined customer list differ from the ledger's.
 *
 * @returns Null where the work was called off.
 */
export async function findFixes(
  { block, recognition, join }: Tiering,
  choices: FixChoices,
  signal: AbortSignal,
): Promise<FoundFixes | null> {
  const names = join && agreedNames(join.customers, join.list, join.matches);
  const dateSystem = dateSystemOf(block);
  const ofSheet = await inSlices(
    proposeFixes(block.cells, recognition, { ...choices, dateSystem, ...(names && { names: names.ledger }) }),
    signal,
  );
  if (ofSheet === null || signal.aborted) return null;
  const ofList = join && names ? await namesToFix(join.sheet, names.list, signal) : [];
  if (ofList === null || signal.aborted) return null;
  const { counts } = ofSheet;
  const proposals: FixProposals = {
    ...ofSheet,
    fixes: [...ofSheet.fixes, ...ofList],
    counts: { ...counts, sameCustomerOtherName: counts.sameCustomerOtherName + ofList.length },
  };
  const { sheet: list, matches } = join ?? { sheet: null, matches: null };
  return { block, recognition, list, matches, choices, proposals, ofList: new Set(ofList) };
}

/** What the names on a customer list should be; its other cells are fixed where it is tiered itself. */
async function namesToFix(
  { block, recognition }: ReadSheet,
  names: AgreedNames,
  signal: AbortSignal,
): Promise<readonly Fix[] | null> {
  const dateSystem = dateSystemOf(block);
  const proposed = await inSlices(
    proposeFixes(block.cells, recognition, { ...noChoices, dateSystem, names }),
    signal,
  );
  if (proposed === null) return null;
  return proposed.fixes.filter(({ kind }) => kind === 'sameCustomerOtherName');
}
