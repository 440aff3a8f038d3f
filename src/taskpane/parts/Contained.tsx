import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { texts } from '../../i18n/catalogue';
import { Button } from './Button';
import { Layer } from './Layer';

interface ContainedProps {
  readonly children: ComponentChildren;
  /** It is a layer with a way back of its own. */
  readonly isLayer?: boolean;
}

/** Keep a view that fails from leaving the whole pane blank: what failed says so in its place and can be shown again. */
export function Contained({ children, isLayer = false }: ContainedProps) {
  // The fault is still one of the page's, for whoever looks at its console.
  const [fault, showAgain] = useErrorBoundary(error => globalThis.reportError?.(error));
  if (fault === undefined) return <>{children}</>;
  const { failedTitle, viewFailed, showAgain: again } = texts().more;
  const note = (
    <div class="block layerNote" role="alert">
      <p>{viewFailed}</p>
      <Button onClick={showAgain}>{again}</Button>
    </div>
  );
  return isLayer ? <Layer title={failedTitle}>{note}</Layer> : note;
}
