import type { ComponentChildren } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import { texts } from '../../../i18n/catalogue';
import { LoadedInPlace, preload } from '../../parts/Loaded';
import { NoteSkeleton } from '../../parts/Skeleton';
import type { OpenedFigure, SummaryFigure } from './summaryFigure';

export interface ShownFigure {
  readonly figure: SummaryFigure;
  readonly shown: ComponentChildren;
  readonly title?: string;
  readonly look?: string;
}

interface SummaryFiguresProps extends OpenedFigure {
  readonly figures: readonly ShownFigure[];
  readonly class: string;
  /** Said aloud when they change, as by another date: the focus stays where the change was made. */
  readonly isHeard?: boolean;
}

const loadNote = () => import('./SummaryNote').then(({ SummaryNote }) => SummaryNote);

/** Figures side by side; a press opens below them how one is computed and closes it again. */
export function SummaryFigures(props: SummaryFiguresProps) {
  const { tiering, figures, class: className, isHeard = false, opened, onOpen } = props;
  const noteId = useId();
  // Who presses is answered at once; where it does not come now, the press asks again.
  useEffect(() => void preload(loadNote).catch(() => undefined), []);
  const isHere = figures.some(({ figure }) => figure === opened);
  return (
    <div class="summaryFigures">
      <div class={className} {...(isHeard && { 'aria-live': 'polite', 'aria-atomic': true })}>
        {figures.map(({ figure, shown, title, look = '' }) => (
          <button
            key={figure}
            type="button"
            class={`summaryFigure ${look}`}
            title={title}
            aria-expanded={figure === opened}
            aria-controls={figure === opened ? noteId : undefined}
            onClick={() => onOpen(figure === opened ? null : figure)}
          >
            {shown}
          </button>
        ))}
      </div>
      <div id={noteId} hidden={!isHere}>
        {isHere && opened !== null && (
          <LoadedInPlace
            load={loadNote}
            props={{ figure: opened, tiering }}
            meanwhile={<NoteSkeleton label={texts().more.loading} />}
          />
        )}
      </div>
    </div>
  );
}
