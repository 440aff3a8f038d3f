import type { BookState } from '../bookState';
import type { Calculation } from '../calculation/calculation';
import type { Steps } from './steps';
import type { View } from './view';

/** What every change of a book works with: what it holds, what calculates it, what takes changes back and what is looked at. */
export interface BookParts {
  readonly state: BookState;
  readonly calculation: Calculation;
  readonly steps: Steps;
  readonly view: View;
}
