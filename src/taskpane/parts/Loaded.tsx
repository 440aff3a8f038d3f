import type { ComponentChild, ComponentType, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { texts } from '../../i18n/catalogue';
import { Button } from './Button';
import { Layer, LayerOrigin } from './Layer';
import { LayerSkeleton } from './Skeleton';

interface LoadedProps<Props> {
  /** Always the same function for the same view. */
  readonly load: () => Promise<ComponentType<Props>>;
  readonly title: string;
  readonly props: Props;
}

/** What was loaded stays loaded; opening it again shows it at once. */
const loaded = new Map<unknown, ComponentType<never>>();

/** Fetch a view's code; what was fetched is there at once. */
function useLoaded<Props>(load: () => Promise<ComponentType<Props>>) {
  const [attempt, setAttempt] = useState(0);
  const [hasFailed, setHasFailed] = useState(false);
  const [, setArrived] = useState(0);

  useEffect(() => {
    if (loaded.has(load)) return;
    let isWaiting = true;
    preload(load).then(
      () => {
        if (isWaiting) setArrived(count => count + 1);
      },
      () => {
        if (isWaiting) setHasFailed(true);
      },
    );
    return () => {
      isWaiting = false;
    };
  }, [load, attempt]);

  const tryAgain = () => {
    setHasFailed(false);
    setAttempt(count => count + 1);
  };
  return { View: loaded.get(load) as ComponentType<Props> | undefined, hasFailed, tryAgain };
}

/**
 * A layer whose code is fetched when it is opened first: its title and shape meanwhile, and what to do when it does not come. Who
 * listens hears that it is loading, and its heading only once it is there.
 */
export function Loaded<Props extends object>({ load, title, props }: LoadedProps<Props>) {
  const cameFrom = useRef(document.activeElement);
  const waiting = useRef<HTMLParagraphElement>(null);
  const { View, hasFailed, tryAgain } = useLoaded(load);
  return (
    <LayerOrigin.Provider value={cameFrom.current}>
      {View === undefined ? (
        <Layer key="loading" title={title} isPassing={() => loaded.has(load)} focusOn={waiting}>
          {hasFailed ? <Failed tryAgain={tryAgain} /> : <Loading place={waiting} />}
        </Layer>
      ) : (
        <View {...props} />
      )}
    </LayerOrigin.Provider>
  );
}

interface LoadedInPlaceProps<Props> extends Omit<LoadedProps<Props>, 'title'> {
  /** What stands in its place until it comes. */
  readonly meanwhile: ComponentChild;
}

/** A piece of the overview whose code is fetched when it is shown first. */
export function LoadedInPlace<Props extends object>({ load, props, meanwhile }: LoadedInPlaceProps<Props>) {
  const { View, hasFailed, tryAgain } = useLoaded(load);
  if (View !== undefined) return <View {...props} />;
  return hasFailed ? <Failed tryAgain={tryAgain} /> : meanwhile;
}

/** Fetch a view's code before it is asked for. */
export async function preload<Props>(load: () => Promise<ComponentType<Props>>): Promise<void> {
  loaded.set(load, (await load()) as ComponentType<never>);
}

const Loading = ({ place }: { place: RefObject<HTMLParagraphElement | null> }) => (
  <>
    <p class="onlyHeard" tabIndex={-1} ref={place}>
      {texts().more.loading}
    </p>
    <LayerSkeleton />
  </>
);

const Failed = ({ tryAgain }: { tryAgain: () => void }) => (
  <div class="block layerNote" role="alert">
    <p>{texts().more.loadFailed}</p>
    <Button onClick={tryAgain}>{texts().problem.tryAgain}</Button>
  </div>
);
