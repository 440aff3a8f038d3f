/** The add-in in its frame: what its manifest says, whether it runs, and pressing its buttons. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Book } from '../../book/types';
import type { PressedKeys } from '../../host/paneExit';
import { type FunctionDescription, readFunctionList } from '../formula/functionList';
import type { Locale } from '../options';
import { detailOf } from '../refusalTexts';
import { type AddInAction, readActions } from '../ribbon/actions';
import { type AddInManifest, allControls, type RibbonControl, readManifest } from '../ribbon/manifest';
import type { Say } from '../texts';
import { type AddInFrame, type AddInHost, startHost } from './addInHost';
import type { BookModel } from './bookModel';
import type { NoticeModel } from './notices';

export interface AddInModel {
  readonly manifest: ReadonlySignal<AddInManifest | null>;
  readonly functions: ReadonlySignal<readonly FunctionDescription[]>;
  /** The frame to show; another one after each restart, null before the manifest is read. */
  readonly frame: ReadonlySignal<AddInFrame | null>;
  /** What the add-in has switched on or off of its buttons, by their ids. */
  readonly isEnabled: ReadonlySignal<ReadonlyMap<string, boolean>>;
  /** Buttons whose function has not finished. */
  readonly running: ReadonlySignal<ReadonlySet<string>>;
  /** Reads the manifest and begins, or begins anew: after another workbook or language. */
  restart(): Promise<void>;
  /** Hands the frame's window over once it is in the page. */
  attach(frame: AddInFrame, element: HTMLIFrameElement): void;
  /** Gives the keyboard to the first control of the add-in's page. */
  enterPane(): void;
  press(control: RibbonControl): Promise<void>;
  /** Runs the add-in's action for a combination of keys; false when it has none. */
  pressKeys(keys: PressedKeys): boolean;
  /** By the control's id, or by the name of its function. */
  pressById(id: string): Promise<void>;
  idle(): Promise<void>;
  /** Ends the host; the frame stays as it is. */
  stop(): void;
}

interface AddInDependencies {
  readonly books: BookModel;
  readonly locale: ReadonlySignal<Locale>;
  readonly isPaneOpen: Signal<boolean>;
  readonly paneHost: string | null;
  readonly notices: NoticeModel;
  readonly say: ReadonlySignal<Say>;
}

const manifestAddress = '/manifest.xml';

export function createAddInModel(room: AddInDependencies): AddInModel {
  const { books, locale, isPaneOpen, paneHost, notices, say } = room;
  const manifest = signal<AddInManifest | null>(null);
  const functions = signal<readonly FunctionDescription[]>([]);
  const frame = signal<AddInFrame | null>(null);
  const isEnabled = signal<ReadonlyMap<string, boolean>>(new Map());
  const running = signal<ReadonlySet<string>>(new Set());
  let host: AddInHost | null = null;
  let startedFor: Book | null = null;
  let starts = 0;

  const begin = async (): Promise<void> => {
    starts += 1;
    const thisStart = starts;
    const book = books.book.peek();
    const settings = startedFor === book && host ? new Map(host.settings) : new Map<string, string>();
    host?.stop();
    host = null;
    startedFor = book;
    const read = readManifest(await fetchText(manifestAddress), locale.peek(), window.location.origin);
    const actions = await actionsAt(read.shortcutsUrl);
    const metadata = JSON.parse(read.functionsUrl ? await fetchText(read.functionsUrl) : '{}');
    if (thisStart !== starts) return;
    manifest.value = read;
    functions.value = readFunctionList(metadata, read.namespace);
    isEnabled.value = new Map();
    host = startHost({
      book,
      locale: locale.peek(),
      manifest: read,
      pageUrl: onHost(read.pageUrl, paneHost),
      actions,
      metadata,
      settings,
      isPaneOpen,
      onRibbonUpdate: enabled => {
        isEnabled.value = new Map([...isEnabled.peek(), ...enabled]);
      },
    });
    frame.value = host.frame;
  };
  const mark = (id: string, isRunning: boolean): void => {
    const next = new Set(running.peek());
    if (isRunning) next.add(id);
    else next.delete(id);
    running.value = next;
  };
  const run = async (control: RibbonControl): Promise<void> => {
    if (control.action.kind === 'showPane') {
      isPaneOpen.value = true;
    } else if (control.action.kind === 'run') {
      if (!host) throw new Error(say.peek()('addInMissing', { reason: '' }));
      mark(control.id, true);
      try {
        await host.run(control.action.functionName, control.id);
      } finally {
        mark(control.id, false);
      }
    }
  };

  return {
    manifest,
    functions,
    frame,
    isEnabled,
    running,
    async restart() {
      try {
        await begin();
      } catch (error) {
        notices.problem(say.peek()('addInMissing', { reason: detailOf(error) }));
      }
    },
    attach(attached, element) {
      if (host?.frame === attached) host.attach(element);
    },
    enterPane: () => host?.enterPane(),
    pressKeys: keys => host?.pressKeys(keys) ?? false,
    async press(control) {
      try {
        await run(control);
      } catch (error) {
        notices.problem(say.peek()('cannotRun', { name: control.label, reason: detailOf(error) }));
      }
    },
    async pressById(id) {
      const read = manifest.peek();
      const controls = read ? allControls(read) : [];
      const control =
        controls.find(each => each.id === id) ??
        controls.find(({ action }) => action.kind === 'run' && action.functionName === id);
      if (!control) {
        const known = controls.map(each => each.id).join(', ');
        throw new Error(`The ribbon has no button “${id}”. It has: ${known || 'none yet'}.`);
      }
      await run(control);
    },
    async idle() {
      await host?.idle();
    },
    stop() {
      starts += 1;
      host?.stop();
      host = null;
    },
  };
}

function onHost(address: string, host: string | null): string {
  const url = new URL(address);
  if (host !== null) url.hostname = host;
  return url.href;
}

/** Excel starts an add-in also when its file of shortcuts cannot be read: it has none then. */
async function actionsAt(address: string): Promise<readonly AddInAction[]> {
  if (address === '') return [];
  try {
    return readActions(JSON.parse(await fetchText(address)));
  } catch {
    return [];
  }
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return response.text();
}
