/** Where the page meets the emulated host: one host and one frame for each start of the add-in. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Book } from '../../book/types';
import type { Locale, Theme } from '../options';
import type { AddInManifest } from '../ribbon/manifest';

/** What the frame element of a start is made of. */
export interface AddInFrame {
  readonly key: number;
  readonly src: string;
  /** Office.js reads its channel from the frame's name. */
  readonly name: string;
}

export interface AddInHost {
  readonly frame: AddInFrame;
  attach(element: HTMLIFrameElement): void;
  run(functionName: string): Promise<void>;
  idle(): Promise<void>;
  stop(): void;
}

export interface HostRequest {
  readonly book: Book;
  readonly locale: Locale;
  readonly theme: ReadonlySignal<Theme>;
  readonly manifest: AddInManifest;
  /** The text of functions.json. */
  readonly metadata: string;
  readonly isPaneOpen: Signal<boolean>;
  onRibbonUpdate(isEnabled: ReadonlyMap<string, boolean>): void;
}

let starts = 0;

export function startHost(request: HostRequest): AddInHost {
  starts += 1;
  return {
    frame: { key: starts, src: request.manifest.pageUrl, name: '' },
    attach: () => undefined,
    run: () => Promise.resolve(),
    idle: () => Promise.resolve(),
    stop: () => undefined,
  };
}
