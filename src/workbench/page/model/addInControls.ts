/** Pressing the add-in's buttons, and which of them are still at it. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { detailOf } from '../refusalTexts';
import { type AddInManifest, allControls, type RibbonControl } from '../ribbon/manifest';
import type { Say } from '../texts';
import type { AddInHost } from './addInHost';
import type { NoticeModel } from './notices';

export interface AddInControls {
  /** Buttons whose function has not finished. */
  readonly running: ReadonlySignal<ReadonlySet<string>>;
  /** Presses a button as the user does: what goes wrong is shown. */
  press(control: RibbonControl): Promise<void>;
  /** By the control's id, or by the name of its function; what goes wrong is thrown. */
  pressById(id: string): Promise<void>;
}

interface ControlDependencies {
  readonly isPaneOpen: Signal<boolean>;
  readonly notices: NoticeModel;
  readonly say: ReadonlySignal<Say>;
}

/** @param runningHost null while the add-in does not run */
export function createAddInControls(
  manifest: ReadonlySignal<AddInManifest | null>,
  runningHost: () => AddInHost | null,
  { isPaneOpen, notices, say }: ControlDependencies,
): AddInControls {
  const running = signal<ReadonlySet<string>>(new Set());

  const mark = (id: string, isRunning: boolean): void => {
    const next = new Set(running.peek());
    if (isRunning) next.add(id);
    else next.delete(id);
    running.value = next;
  };

  async function run(id: string, functionName: string): Promise<void> {
    const host = runningHost();
    if (!host) throw new Error(say.peek()('addInMissing', { reason: '' }));
    mark(id, true);
    try {
      await host.run(functionName, id);
    } finally {
      mark(id, false);
    }
  }

  async function act({ id, action }: RibbonControl): Promise<void> {
    if (action.kind === 'showPane') isPaneOpen.value = true;
    else if (action.kind === 'run') await run(id, action.functionName);
  }

  function controlCalled(id: string): RibbonControl {
    const read = manifest.peek();
    const controls = read ? allControls(read) : [];
    const control =
      controls.find(each => each.id === id) ??
      controls.find(({ action }) => action.kind === 'run' && action.functionName === id);
    if (control) return control;
    const known = controls.map(each => each.id).join(', ');
    throw new Error(`The ribbon has no button “${id}”. It has: ${known || 'none yet'}.`);
  }

  return {
    running,
    async press(control) {
      try {
        await act(control);
      } catch (error) {
        notices.problem(say.peek()('cannotRun', { name: control.label, reason: detailOf(error) }));
      }
    },
    pressById: async id => act(controlCalled(id)),
  };
}
