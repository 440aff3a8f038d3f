/** Where the page meets the emulated host: one host and one frame for each start of the add-in. */
import { effect, type Signal } from '@preact/signals';
import type { Book } from '../../book/types';
import { createHost } from '../../host/host';
import type { PressedKeys } from '../../host/paneExit';
import type { Json, JsonObject } from '../../host/wire/json';
import type { Locale } from '../options';
import { leavePane } from '../regions';
import { shortcutOf } from '../ribbon/actions';
import type { AddInFiles } from './addInFiles';

/** What the frame element of a start is made of. */
export interface AddInFrame {
  readonly key: number;
  readonly src: string;
  /** Office.js reads its channel from the frame's name. */
  readonly name: string;
}

export interface AddInHost {
  readonly frame: AddInFrame;
  /** What the add-in keeps in the workbook; given to the next host of the same workbook. */
  readonly settings: ReadonlyMap<string, string>;
  /** Listens to the frame's window; to be called before its page loads. */
  attach(element: HTMLIFrameElement): void;
  /** Gives the keyboard to the first control of the add-in's page. */
  enterPane(): void;
  run(functionName: string, controlId: string): Promise<void>;
  /** Runs the add-in's action for a combination of keys; false when it has none. */
  pressKeys(keys: PressedKeys): boolean;
  /** The add-in's page has loaded and nothing is under way. */
  idle(): Promise<void>;
  stop(): void;
}

export interface HostRequest extends AddInFiles {
  readonly book: Book;
  readonly locale: Locale;
  readonly pageUrl: string;
  readonly settings: ReadonlyMap<string, string>;
  readonly isPaneOpen: Signal<boolean>;
  onRibbonUpdate(isEnabled: ReadonlyMap<string, boolean>): void;
}

/** A page that has not said a word by then will not: whoever waits for it should not wait for ever. */
const patienceInMilliseconds = 20_000;

let starts = 0;

/** Starts a host for the book and gives it the add-in's functions. */
export function startHost(request: HostRequest): AddInHost {
  const { book, manifest, isPaneOpen } = request;
  const paneOrigin = new URL(request.pageUrl).origin;
  let frameWindow: Window | null = null;
  const host = createHost(book, {
    locale: request.locale,
    addinId: manifest.id,
    origin: window.location.origin,
    send: message => frameWindow?.postMessage(message, paneOrigin),
    onPane: isVisible => {
      isPaneOpen.value = isVisible;
    },
    onRibbon: update => request.onRibbonUpdate(enabledControls(update)),
    onOpenPage: url => void window.open(url, '_blank', 'noopener'),
    onLeavePane: exit => leavePane(exit, () => host.enterPane()),
    onKeys: keys => void pressKeys(keys),
    isPaneVisible: isPaneOpen.peek(),
  });
  host.shortcuts.set(new Map(request.actions.map(({ id, shortcut }) => [id, shortcut])));
  const pressKeys = (keys: PressedKeys): boolean => {
    const shortcut = shortcutOf(keys);
    const id = shortcut === null ? null : host.shortcuts.actionOf(shortcut);
    const action = request.actions.find(each => each.id === id);
    if (!action) return false;
    if (action.kind === 'showPane') isPaneOpen.value = true;
    else host.act(action.id);
    return true;
  };
  for (const [name, value] of request.settings) host.settings.set(name, value);
  if (manifest.functionsUrl) host.functions.setFunctions(request.metadata, manifest.namespace);

  const beginning = createBeginning();
  let hasBegun = false;
  // A page that begins ends the calls of the page before it, so none is made until it has begun: cells are busy till then.
  book.functions = {
    has: name => host.functions.has(name),
    invoke: async (name, args, address, waiting) => {
      await beginning.ended;
      return host.functions.invoke(name, args, address, waiting);
    },
  };
  book.calculate(true);

  const receive = (event: MessageEvent): void => {
    if (frameWindow === null || event.source !== frameWindow) return;
    host.receive(event.data);
    if (!asksForContext(event.data)) return;
    beginning.end();
    // The page was loaded again: what it was calculating is lost.
    if (hasBegun) book.calculate(true);
    hasBegun = true;
  };
  window.addEventListener('message', receive);
  const stopFollowingPane = effect(() => host.setPaneVisible(isPaneOpen.value));

  starts += 1;
  return {
    frame: { key: starts, src: withHostInfo(request.pageUrl, host.hostInfo), name: host.frameName },
    settings: host.settings,
    attach(element) {
      frameWindow = element.contentWindow;
    },
    enterPane: () => host.enterPane(),
    run: (functionName, controlId) => host.ribbon(functionName, controlId),
    pressKeys,
    async idle() {
      await beginning.ended;
      await host.idle();
    },
    stop() {
      beginning.end();
      window.removeEventListener('message', receive);
      stopFollowingPane();
      host.dispose();
    },
  };
}

/** The time until the add-in's page says its first word, or is not waited for any more. */
interface Beginning {
  readonly ended: Promise<void>;
  end(): void;
}

function createBeginning(): Beginning {
  let end: () => void = () => undefined;
  const ended = new Promise<void>(resolve => {
    end = resolve;
    setTimeout(resolve, patienceInMilliseconds);
  });
  return { ended, end };
}

const contextRequest = 'ContextActivationManager_getAppContextAsync';
const headOfMessage = 400;

/** The first request of every page that loads Office.js. */
const asksForContext = (message: unknown): boolean =>
  typeof message === 'string' && message.slice(0, headOfMessage).includes(contextRequest);

/** Office.js reads its dollar signs as they stand, so they are not encoded. */
const withHostInfo = (address: string, hostInfo: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}_host_Info=${hostInfo}`;

/** Every `{ id, enabled }` of an update, however deep in tabs and groups. */
function enabledControls(update: JsonObject): ReadonlyMap<string, boolean> {
  const enabled = new Map<string, boolean>();
  const walk = (part: Json): void => {
    if (Array.isArray(part)) {
      part.forEach(walk);
    } else if (typeof part === 'object' && part !== null) {
      const { id, enabled: isEnabled } = part as { readonly id?: Json; readonly enabled?: Json };
      if (typeof id === 'string' && typeof isEnabled === 'boolean') enabled.set(id, isEnabled);
      Object.values(part).forEach(each => {
        if (typeof each === 'object') walk(each as Json);
      });
    }
  };
  walk(update);
  return enabled;
}
