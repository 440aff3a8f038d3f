/** The add-in's pane at the right: its frame is there from the start and stays, also while it is out of sight. */

import dismissIcon from '@fluentui/svg-icons/icons/dismiss_16_regular.svg';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { openFile } from './files';
import { Icon } from './Icon';
import type { AddInFrame } from './model/addInHost';
import type { Workbench } from './model/workbench';
import { narrowestPane, widestPane } from './options';
import { pixels } from './pixels';
import { paneTitle } from './ribbon/manifest';

const keyboardStep = 20;

export function Pane({ workbench }: { readonly workbench: Workbench }) {
  const { addIn, isPaneOpen, paneWidth, say } = workbench;
  const text = say.value;
  const frame = addIn.frame.value;
  return (
    <aside
      class="pane"
      aria-label={text('paneRegion')}
      aria-hidden={!isPaneOpen.value}
      data-open={isPaneOpen.value}
      style={{ width: pixels(paneWidth.value) }}
    >
      <Splitter workbench={workbench} />
      <header class="pane-header">
        <h2>{addIn.manifest.value ? paneTitle(addIn.manifest.value) : ''}</h2>
        <button
          type="button"
          class="quiet-button"
          aria-label={text('closePane')}
          title={text('closePane')}
          onClick={() => {
            isPaneOpen.value = false;
          }}
        >
          <Icon source={dismissIcon} />
        </button>
      </header>
      {frame && <Frame key={frame.key} workbench={workbench} frame={frame} />}
    </aside>
  );
}

function Frame({ workbench, frame }: { readonly workbench: Workbench; readonly frame: AddInFrame }) {
  const element = useRef<HTMLIFrameElement>(null);
  // The page loads only once the host listens. The name is there from the beginning: a window takes its name from its
  // frame when it is made, and never again.
  useLayoutEffect(() => {
    const made = element.current!;
    workbench.addIn.attach(frame, made);
    made.src = frame.src;
  }, [frame]);
  return (
    <iframe
      ref={element}
      class="pane-frame"
      name={frame.name}
      title={workbench.addIn.manifest.value?.displayName}
      onLoad={event => catchDrops(event.currentTarget, workbench)}
    />
  );
}

/** A file dropped on the pane is for the workbench too; left to the browser it would open beside it. */
function catchDrops(frame: HTMLIFrameElement, workbench: Workbench): void {
  const page = frame.contentDocument;
  page?.addEventListener('dragover', event => event.preventDefault());
  page?.addEventListener('drop', event => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) void openFile(workbench, file);
  });
}

function Splitter({ workbench }: { readonly workbench: Workbench }) {
  const { paneWidth, say, setPaneWidth } = workbench;
  const drag = (event: PointerEvent): void => {
    event.preventDefault();
    const follow = (moved: PointerEvent): void => setPaneWidth(window.innerWidth - moved.clientX);
    const release = (): void => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerup', release);
      document.documentElement.classList.remove('is-dragging');
    };
    document.documentElement.classList.add('is-dragging');
    window.addEventListener('pointermove', follow);
    window.addEventListener('pointerup', release);
  };
  const press = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: keyboardStep, ArrowRight: -keyboardStep }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setPaneWidth(paneWidth.peek() + by);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line that can be moved is no thematic break
    <div
      class="pane-splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={say.value('resizePane')}
      aria-valuemin={narrowestPane}
      aria-valuemax={widestPane}
      aria-valuenow={paneWidth.value}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={press}
    />
  );
}
