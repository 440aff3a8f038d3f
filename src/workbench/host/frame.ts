import type { Host } from './host';

/** The frame with the add-in's page, and the host that it talks to. */
export interface PaneFrame {
  readonly element: HTMLIFrameElement;
  readonly host: Host;
  /** Take the frame away and end its host. */
  close(): void;
}

/**
 * Open the add-in's page in a frame and connect it to a host of its own.
 *
 * @param place where the frame is put
 * @param pageUrl address of the page, on this page's own origin: Office.js trusts no other host
 * @param makeHost makes the host; `send` posts to the frame
 * @example openFrame(place, '/taskpane.html', send => createHost(book, { locale, addinId, origin: location.origin, send }))
 */
export function openFrame(
  place: HTMLElement,
  pageUrl: string,
  makeHost: (send: (message: string) => void) => Host,
): PaneFrame {
  const page = new URL(pageUrl, location.href);
  const { origin } = location;
  if (page.origin !== origin) {
    throw new RangeError(`The add-in's page ${page.href} has to be on ${origin}.`);
  }
  const element = document.createElement('iframe');
  const host = makeHost(message => element.contentWindow?.postMessage(message, origin));
  const receive = (event: MessageEvent): void => {
    if (event.source === element.contentWindow && event.origin === origin) {
      host.receive(event.data);
    }
  };
  addEventListener('message', receive);
  // Chromium gives the frame's window its name only when the frame has it before it is inserted.
  element.name = host.frameName;
  element.src = withHostInfo(page, host.hostInfo);
  place.append(element);
  return {
    element,
    host,
    close: () => {
      removeEventListener('message', receive);
      element.remove();
      host.dispose();
    },
  };
}

/** The query from which Office.js learns its host. It reads the dollar signs as they stand, so they are not encoded. */
function withHostInfo(page: URL, hostInfo: string): string {
  const separator = page.search === '' ? '?' : '&';
  return `${page.origin}${page.pathname}${page.search}${separator}_host_Info=${hostInfo}${page.hash}`;
}
