import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { JSDOM, ResourceLoader } from 'jsdom';
import type { ExcelOutcome, SheetBlock } from '../../src/excel/contract';
import { readActiveSheet } from '../../src/excel/reading/readSheet';
import { createBook } from '../../src/workbench/book/book';
import type { Book } from '../../src/workbench/book/types';
import { createHost, type Host, type HostOptions } from '../../src/workbench/host/host';

export type FunctionImplementation = (...args: never[]) => unknown;

export interface ExcelOptions {
  readonly locale?: 'en-US' | 'zh-CN';
  /** The workbook that is open; an empty one by default. */
  readonly book?: Book;
  /** Custom functions: the content of `functions.json` with its namespace, and the functions by id. */
  readonly functions?: {
    readonly metadata: unknown;
    readonly namespace: string;
    readonly implementations: Readonly<Record<string, FunctionImplementation>>;
  };
  /** The add-in's settings in the workbook. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Colours of Office, as desktop Excel gives them. Excel on the web gives none, so without this there are none. */
  readonly theme?: Partial<Office.OfficeTheme>;
  readonly host?: Partial<Omit<HostOptions, 'locale' | 'send' | 'addinId' | 'origin'>>;
}

export interface RunningExcel {
  readonly book: Book;
  readonly host: Host;
  readonly window: JSDOM['window'];
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
  /** Close the pane and take the globals away again. */
  stop(): void;
}

const origin = 'https://localhost';
const addinId = '11111111-2222-4333-8444-555555555555';
const globalNames = ['Excel', 'Office', 'OfficeExtension', 'CustomFunctions'] as const;

/**
 * Start an unmodified Office.js in jsdom against the workbench's host, and set `Excel`, `Office`,
 * `OfficeExtension` and `CustomFunctions` as globals, so that the add-in's modules run in a test as they do in Excel.
 *
 * @example
 * const excel = await startExcel();
 * excel.book.enter(excel.book.activeSheet, 0, 0, '42');
 * await Excel.run(async context => { … });
 * excel.stop();
 */
export async function startExcel(options: ExcelOptions = {}): Promise<RunningExcel> {
  const locale = options.locale ?? 'en-US';
  const book = options.book ?? createBook({ locale });
  const pane: { window?: JSDOM['window'] } = {};
  const host = createHost(book, {
    ...options.host,
    locale,
    addinId,
    origin,
    send: message => deliver(pane.window, message),
  });
  for (const [name, value] of Object.entries(options.settings ?? {})) {
    host.settings.set(name, JSON.stringify(value));
  }
  if (options.functions) {
    host.functions.setFunctions(options.functions.metadata, options.functions.namespace);
    book.functions = host.functions;
    // The formulas of a book that was there before were read when there was nothing to call.
    book.calculate(true);
  }
  const dom = openPane(host);
  pane.window = dom.window;
  await loadOffice(dom);
  const globals = globalsOf(dom);
  if (options.theme) {
    Object.defineProperty(globals.Office.context, 'officeTheme', { value: options.theme });
  }
  const restore = setGlobals(globals);
  if (options.functions) {
    associate(globals.CustomFunctions, options.functions.implementations);
  }
  return {
    book,
    host,
    window: dom.window,
    ...globals,
    stop: () => {
      restore();
      host.dispose();
      pane.window = undefined;
      dom.window.close();
    },
  };
}

type Globals = Pick<RunningExcel, 'Excel' | 'Office' | 'OfficeExtension' | 'CustomFunctions'>;

function globalsOf(dom: JSDOM): Globals {
  return dom.window as unknown as Globals;
}

function deliver(window: JSDOM['window'] | undefined, message: string): void {
  // A message is delivered in a turn of its own, as between two windows.
  setTimeout(() => {
    window?.dispatchEvent(new window.MessageEvent('message', { data: message, origin }));
  }, 0);
}

function openPane(host: Host): JSDOM {
  return new JSDOM('<!doctype html><html><head></head><body></body></html>', {
    url: `${origin}/taskpane.html?_host_Info=${encodeURIComponent(host.hostInfo)}`,
    runScripts: 'dangerously',
    resources: new PackageFiles(),
    beforeParse: window => {
      window.name = host.frameName;
      // Office.js posts to the opener rather than the parent; jsdom has neither.
      window.opener = { postMessage: (text: unknown) => setTimeout(() => host.receive(text), 0) };
      // jsdom lacks it, Office.js trusts a host of the same domain.
      Object.defineProperty(window.document, 'domain', { value: 'localhost' });
    },
  });
}

const distribution = dirname(require.resolve('@microsoft/office-js/dist/office.js'));
const texts = new Map<string, string>();

function readPackageFile(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) {
    return known;
  }
  const text = readFileSync(join(distribution, name), 'utf8');
  texts.set(name, text);
  return text;
}

/** Serves what Office.js loads from beside itself; everything else (telemetry of the CDN) is not there. */
class PackageFiles extends ResourceLoader {
  override fetch(url: string): ReturnType<ResourceLoader['fetch']> {
    const path = new URL(url).pathname.replace(/^\/office\//, '');
    try {
      const content = Promise.resolve(Buffer.from(readPackageFile(path)));
      return Object.assign(content, { abort: () => undefined });
    } catch {
      return null;
    }
  }
}

function loadOffice(dom: JSDOM): Promise<void> {
  const { document } = dom.window;
  const script = document.createElement('script');
  script.src = `${origin}/office/office.js`;
  return new Promise((resolve, reject) => {
    script.addEventListener('error', () => reject(new Error('Office.js did not load.')));
    script.addEventListener('load', () => globalsOf(dom).Office.onReady(() => resolve()));
    document.head.append(script);
  });
}

/** Set the globals that an add-in finds in its page; the result puts back what was there before. */
function setGlobals(globals: Globals): () => void {
  const scope = globalThis as unknown as Record<string, unknown>;
  const before = globalNames.map(name => [name, scope[name]] as const);
  for (const name of globalNames) {
    scope[name] = globals[name];
  }
  return () => {
    for (const [name, value] of before) {
      scope[name] = value;
    }
  };
}

function associate(
  runtime: typeof CustomFunctions,
  implementations: Readonly<Record<string, FunctionImplementation>>,
): void {
  for (const [id, implementation] of Object.entries(implementations)) {
    runtime.associate(id, implementation as (...args: unknown[]) => unknown);
  }
}

/** Give what Excel answered; what it refused ends the test. */
export function value<T>(outcome: ExcelOutcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** Read the sheet in front as the pane does. */
export const readSheetInFront = async (): Promise<SheetBlock> =>
  value(await readActiveSheet(() => undefined, new AbortController().signal));
