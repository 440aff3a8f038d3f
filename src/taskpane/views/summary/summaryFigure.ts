import type { Tiering } from '../../model/ledger/tiering';

/** The figures of the whole sheet that open to how they are computed. */
export type SummaryFigure = 'atRisk' | 'exposure' | 'overdue' | 'dso' | 'topShare' | 'credits' | 'unplaced';

/** Which figure of an answer is open: one at most of all that the overview shows. */
export interface OpenedFigure {
  readonly tiering: Tiering;
  readonly opened: SummaryFigure | null;
  readonly onOpen: (figure: SummaryFigure | null) => void;
}
