/** The window: title, ribbon, formula bar, sheet and pane, sheet tabs and status. */
import dismissIcon from '@fluentui/svg-icons/icons/dismiss_16_regular.svg';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { openFile } from './files';
import { FindBar } from './find/FindBar';
import { FormulaBar } from './formula/FormulaBar';
import { Grid } from './grid/Grid';
import { Icon } from './Icon';
import type { Workbench } from './model/workbench';
import { Pane } from './Pane';
import { turnRegion } from './regions';
import { Ribbon } from './ribbon/Ribbon';
import { SheetTabs } from './SheetTabs';
import { StatusBar } from './StatusBar';

export function App({ workbench }: { readonly workbench: Workbench }) {
  const { books, find, say } = workbench;
  const isDropping = useSignal(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    isDropping.value = false;
    const file = event.dataTransfer?.files[0];
    if (file) void openFile(workbench, file);
  };
  useEffect(() => {
    const turn = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || workbench.entry.current.peek()) return;
      event.preventDefault();
      turnRegion(event.shiftKey ? -1 : 1, workbench.addIn.enterPane);
    };
    // Before the sheet: a shortcut of the add-in takes the place of Excel's own.
    const act = (event: KeyboardEvent): void => {
      if (workbench.entry.current.peek() || !workbench.addIn.pressKeys(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // On the window: the keyboard may be nowhere in particular.
    window.addEventListener('keydown', turn);
    window.addEventListener('keydown', act, { capture: true });
    return () => {
      window.removeEventListener('keydown', turn);
      window.removeEventListener('keydown', act, { capture: true });
    };
  }, [workbench]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is the mouse's way; the keyboard's is Open…
    <div
      class="window"
      onDragOver={event => {
        event.preventDefault();
        isDropping.value = true;
      }}
      onDragLeave={event => {
        if (!event.relatedTarget) isDropping.value = false;
      }}
      onDrop={drop}
    >
      <header class="title-bar">
        <span class="title-product">{say.value('product')}</span>
        <h1>{books.fileName}</h1>
      </header>
      <Ribbon workbench={workbench} />
      <FormulaBar workbench={workbench} />
      <div class="stage">
        <main class="sheet-area">
          <Grid workbench={workbench} />
          {find.isOpen.value && <FindBar workbench={workbench} />}
          <NoticeBar workbench={workbench} />
        </main>
        <Pane workbench={workbench} />
      </div>
      <SheetTabs workbench={workbench} />
      <StatusBar workbench={workbench} />
      {isDropping.value && <div class="drop-target">{say.value('dropHere')}</div>}
    </div>
  );
}

function NoticeBar({ workbench }: { readonly workbench: Workbench }) {
  const { notices, say } = workbench;
  const notice = notices.current.value;
  return (
    <div class="notices" aria-live="polite">
      {notice && (
        <div class={`notice notice-${notice.kind}`} role={notice.kind === 'problem' ? 'alert' : 'status'}>
          <span>{notice.text}</span>
          {notice.kind === 'problem' && (
            <button
              type="button"
              class="quiet-button"
              aria-label={say.value('dismiss')}
              onClick={notices.dismiss}
            >
              <Icon source={dismissIcon} />
            </button>
          )}
        </div>
      )}
    </div>
  );
}
