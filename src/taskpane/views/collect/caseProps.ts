import type { CollectionCase } from '../../../risk/collection/worklist';
import type { Collecting } from '../../model/collect/collectCases';

/** One customer of the worklist, and the worklist it is of. */
export interface CaseProps {
  readonly collecting: Collecting;
  readonly found: CollectionCase;
}
