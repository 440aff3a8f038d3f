/** The add-in in its frame: what its manifest says, whether it runs, and pressing its buttons. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Book } from '../../book/types';
import type { PressedKeys } from '../../host/paneExit';
import { type FunctionDescription, readFunctionList } from '../formula/functionList';
import type { Locale } from '../options';
import { detailOf } from '../refusalTexts';
import type { AddInManifest } from '../ribbon/manifest';
import type { Say } from '../texts';
import { type AddInControls, createAddInControls } from './addInControls';
import { fetchAddInFiles } from './addInFiles';
import { type AddInFrame, type AddInHost, startHost } from './addInHost';
import type { BookModel } from './bookModel';
import type { NoticeModel } from './notices';

export interface AddInModel extends AddInControls {
  readonly manifest: ReadonlySignal<AddInManifest | null>;
  readonly functions: ReadonlySignal<readonly FunctionDescription[]>;
  /** The frame to show; another one after each restart, null before the manifest is read. */
  readonly frame: ReadonlySignal<AddInFrame | null>;
  /** What the add-in has switched on or off of its buttons, by their ids. */
  readonly isEnabled: ReadonlySignal<ReadonlyMap<string, boolean>>;
  /** Reads the manifest and begins, or begins anew: after another workbook or language. */
  restart(): Promise<void>;
  /** Hands the frame's window over once it is in the page. */
  attach(frame: AddInFrame, element: HTMLIFrameElement): void;
  /** Gives the keyboard to the first control of the add-in's page. */
  enterPane(): void;
  /** Runs the add-in's action for a combination of keys; false when it has none. */
  pressKeys(keys: PressedKeys): boolean;
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

export function createAddInModel(room: AddInDependencies): AddInModel {
  const { books, locale, isPaneOpen, paneHost, notices, say } = room;
  const manifest = signal<AddInManifest | null>(null);
  const functions = signal<readonly FunctionDescription[]>([]);
  const frame = signal<AddInFrame | null>(null);
  const isEnabled = signal<ReadonlyMap<string, boolean>>(new Map());
  let host: AddInHost | null = null;
  let startedFor: Book | null = null;
  let starts = 0;

  async function begin(): Promise<void> {
    starts += 1;
    const thisStart = starts;
    const book = books.book.peek();
    const settings = startedFor === book && host ? new Map(host.settings) : new Map<string, string>();
    host?.stop();
    host = null;
    startedFor = book;
    const files = await fetchAddInFiles(locale.peek());
    if (thisStart !== starts) return;
    manifest.value = files.manifest;
    functions.value = readFunctionList(files.metadata, files.manifest.namespace);
    isEnabled.value = new Map();
    host = startHost({
      ...files,
      book,
      locale: locale.peek(),
      pageUrl: onHost(files.manifest.pageUrl, paneHost),
      settings,
      isPaneOpen,
      onRibbonUpdate: enabled => {
        isEnabled.value = new Map([...isEnabled.peek(), ...enabled]);
      },
    });
    frame.value = host.frame;
  }

  return {
    manifest,
    functions,
    frame,
    isEnabled,
    ...createAddInControls(manifest, () => host, { isPaneOpen, notices, say }),
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
