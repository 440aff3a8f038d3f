import type { Book } from '../book/types';
import { Activity } from './activity';
import { BatchDesk } from './batchDesk';
import { CustomFunctions } from './customFunctions';
import { saveSettings, settingsForAddin } from './documentSettings';
import { actionEvent, EventDesk, type EventEntry, eventTypes, workbookEvent } from './eventDesk';
import { Faults } from './faults';
import type { EmptyCell } from './functionArguments';
import { enterRequest, type PaneExit, type PressedKeys, paneExitOf, pressedKeysOf } from './paneExit';
import { References } from './references';
import { Ribbon } from './ribbon';
import type { Session } from './session';
import { Shortcuts } from './shortcuts';
import { appContextOf, supportedRequirements } from './wire/appContext';
import { type Channel, frameNameOf, hostInfoOf } from './wire/hostInfo';
import { isJsonObject, type Json, type JsonObject } from './wire/json';
import { eventFor, parseRequest, type RequestMessage, replyTo } from './wire/message';
import { dispatchIdOf, dispatchIds, refused, succeeded, waitsForCellEdit } from './wire/methodRequest';
import { transportErrors } from './wire/transportError';
import { WorkbookEvents } from './workbookEvents';

/** How long nothing may be said before the add-in counts as idle: longer than its runtime gathers results (50 ms). */
const quietMilliseconds = 80;

export interface HostOptions {
  /** Language of Office: the pane's `Office.context.displayLanguage`. */
  readonly locale: 'en-US' | 'zh-CN';
  /** The manifest's `<Id>`. */
  readonly addinId: string;
  /** Origin of the page that plays Excel, as the pane's Office.js sees its messages come from. */
  readonly origin: string;
  /** Post a message to the add-in's window. */
  send(message: string): void;
  /** The add-in is being answered, or no longer. */
  onBusy?(isBusy: boolean): void;
  /** The add-in shows or hides its pane (`Office.addin.showAsTaskpane`, `hide`). */
  onPane?(isVisible: boolean): void;
  /** The add-in changes a ribbon control or tab (`Office.ribbon.requestUpdate`): `{ id, enabled }` or `{ id, visible }`. */
  onRibbon?(update: JsonObject): void;
  /** The add-in's `window.open` was blocked: Office.js asks its host to open the page. */
  onOpenPage?(url: string): void;
  /** A combination of keys was pressed in the pane, which may be one of the add-in's shortcuts. */
  onKeys?(keys: PressedKeys): void;
  /** A key pressed in the pane leads out of it. */
  onLeavePane?(exit: PaneExit): void;
  /** Requirement sets to claim instead of the usual ones, to play an older Excel. */
  readonly requirements?: Readonly<Record<string, string>>;
  readonly isPaneVisible?: boolean;
  /** The workbook's file name, `Workbook.xlsx` by default. */
  readonly documentName?: string;
  /** What an empty cell is for a custom function; null as in Excel on the web by default. */
  readonly emptyCell?: EmptyCell;
  /** How long a custom function may take, in milliseconds; a minute by default. */
  readonly functionTimeout?: number;
}

/** Excel on the web, as far as an add-in can tell: it answers the messages of an unmodified Office.js. */
export interface Host {
  /** Value of the pane's `_host_Info` query. */
  readonly hostInfo: string;
  /** Name of the pane's frame, from which Office.js reads its channel. */
  readonly frameName: string;
  /** Take a message that the add-in posted; anything that is no request is ignored. */
  receive(text: unknown): void;
  /** Runs the add-in's custom functions; set as `book.functions`. */
  readonly functions: CustomFunctions;
  /** Press a button of the ribbon; rejects when the add-in has no such command or it fails. */
  ribbon(actionId: string, controlId?: string): Promise<void>;
  /** Run an action that the add-in has associated with a name, as its keyboard shortcut does. */
  act(actionId: string): void;
  /** Which combination of keys runs which action. */
  readonly shortcuts: Shortcuts;
  /** Requests not answered, commands not completed and function calls not returned. */
  readonly pending: number;
  /** Resolves when nothing is pending, the book has calculated, and the add-in has been silent for a moment. */
  idle(): Promise<void>;
  /** Show or hide the pane as the user does, and tell the add-in. */
  setPaneVisible(isVisible: boolean): void;
  readonly isPaneVisible: boolean;
  /** The keyboard comes into the pane: Office.js gives it to the first control of the add-in's page. */
  enterPane(): void;
  /** The add-in's settings in the workbook, each as JSON text. */
  readonly settings: Map<string, string>;
  /** For tests: make requests fail. */
  readonly faults: Faults;
  /** The add-in's page is gone: forget its events, end its calls. */
  disconnect(): void;
  /** Stop listening to the book. */
  dispose(): void;
}

/**
 * Make the host of an add-in for a book.
 *
 * @example
 * const host = createHost(book, { locale: 'en-US', addinId, origin: location.origin, send: text => pane.postMessage(text) });
 * addEventListener('message', event => host.receive(event.data));
 */
export function createHost(book: Book, options: HostOptions): Host {
  return new ExcelHost(book, options);
}

const eventNames = {
  richApi: 'richApiMessage',
  command: 'appCommandInvoked',
  selection: 'documentSelectionChanged',
} as const;

class ExcelHost implements Host {
  readonly settings = new Map<string, string>();
  readonly faults = new Faults();
  readonly shortcuts = new Shortcuts();
  readonly functions: CustomFunctions;
  private readonly channel: Channel;
  private readonly activity: Activity;
  private readonly registrations = new Map<string, RequestMessage>();
  private readonly references = new References();
  private readonly events = new EventDesk(entries => this.tell(entries));
  private readonly commands = new Ribbon(payload => this.raise(eventNames.command, { ...payload }));
  private readonly stopListening: () => void;
  private readonly batches: BatchDesk;
  private entries: EventEntry[] = [];
  private paneVisible: boolean;

  constructor(
    private readonly book: Book,
    private readonly options: HostOptions,
  ) {
    this.channel = { ...options, conversationId: newConversationId() };
    this.activity = new Activity(isBusy => options.onBusy?.(isBusy));
    this.paneVisible = options.isPaneVisible ?? true;
    this.functions = new CustomFunctions({
      deliver: entries => this.raise(eventNames.richApi, { ArrayData: entries }),
      isListening: () => this.registrations.has(eventNames.richApi),
      emptyCell: options.emptyCell ?? null,
      timeout: options.functionTimeout ?? 60_000,
    });
    this.batches = new BatchDesk(this.makeSession(), this.faults);
    const workbookEvents = new WorkbookEvents(book, this.events, this.references);
    this.stopListening = book.on(event => {
      workbookEvents.raise(event);
      if (event.kind === 'selectionChanged') {
        this.raise(eventNames.selection, {});
      }
    });
  }

  private get documentName(): string {
    return this.options.documentName ?? 'Workbook.xlsx';
  }

  get hostInfo(): string {
    return hostInfoOf(this.channel);
  }

  get frameName(): string {
    return frameNameOf(this.channel);
  }

  get isPaneVisible(): boolean {
    return this.paneVisible;
  }

  get pending(): number {
    return this.activity.pending + this.functions.pending;
  }

  receive(text: unknown): void {
    const request = parseRequest(text);
    if (!request) {
      return;
    }
    this.activity.begin();
    if (this.mustWaitForEditing(request)) {
      this.afterEditing(() => this.process(request));
    } else {
      this.process(request);
    }
  }

  async ribbon(actionId: string, controlId: string = actionId): Promise<void> {
    this.activity.begin();
    try {
      await this.commands.press(actionId, controlId);
    } finally {
      this.activity.end();
    }
  }

  act(actionId: string): void {
    this.queueEntries([actionEvent(actionId)]);
  }

  async idle(): Promise<void> {
    for (;;) {
      await this.book.idle();
      const isQuiet =
        this.pending === 0 && this.entries.length === 0 && this.activity.silence >= quietMilliseconds;
      if (isQuiet && !this.book.isCalculating) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  }

  setPaneVisible(isVisible: boolean): void {
    if (isVisible === this.paneVisible) {
      return;
    }
    this.paneVisible = isVisible;
    this.options.onPane?.(isVisible);
    const visibility = isVisible ? 'Visible' : 'Hidden';
    this.queueEntries([workbookEvent(eventTypes.paneVisibilityChanged, '', { visibility })]);
  }

  disconnect(): void {
    this.forgetPage();
    this.functions.disconnect();
    this.commands.disconnect();
  }

  /** Only a page that has just been loaded asks for its context: what an earlier one had registered is gone with it. */
  private pageLoaded(): void {
    this.forgetPage();
    this.functions.restart();
    this.commands.restart();
  }

  private forgetPage(): void {
    this.registrations.clear();
    this.events.clear();
    this.references.releaseAll();
    this.entries = [];
  }

  dispose(): void {
    this.disconnect();
    this.stopListening();
  }

  private makeSession(): Session {
    const host = this;
    return {
      book: this.book,
      documentName: this.documentName,
      references: this.references,
      events: this.events,
      settings: this.settings,
      passwords: new Map(),
      disabledControls: new Set(),
      customFunctions: this.functions,
      shortcuts: this.shortcuts,
      isCalculationManual: false,
      startState: 'Inactive',
      get isPaneVisible() {
        return host.paneVisible;
      },
      setPaneVisible: isVisible => this.setPaneVisible(isVisible),
      updateRibbon: update => this.options.onRibbon?.(update),
      suspendCalculationForThisRequest: () => this.batches.suspendCalculation(),
    };
  }

  private process(request: RequestMessage): void {
    const answer = this.answer(request);
    if (this.faults.latency > 0 && request._actionName === 'executeMethod') {
      setTimeout(() => this.reply(request, answer), this.faults.latency);
    } else {
      this.reply(request, answer);
    }
  }

  private reply(request: RequestMessage, answer: Json): void {
    this.options.send(JSON.stringify(replyTo(request, answer, this.options.origin)));
    this.activity.end();
    this.afterRegistration(request);
  }

  private answer(request: RequestMessage): Json {
    if (request._actionType === 1) {
      return this.register(request);
    }
    if (request._actionType === 2) {
      this.registrations.delete(request._actionName);
      return succeeded;
    }
    switch (request._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        this.pageLoaded();
        return this.appContext();
      case 'executeMethod':
        return this.execute(request._data);
      case 'ContextActivationManager_openWindowInHost':
        this.openPage(request._data);
        return null;
      case 'ContextActivationManager_notifyHost':
        this.keyInPane(request._data);
        return null;
      default:
        return refused(transportErrors.notSupported);
    }
  }

  private openPage(data: Json): void {
    const url = isJsonObject(data) ? data.strUrl : null;
    if (typeof url === 'string') {
      this.options.onOpenPage?.(url);
    }
  }

  enterPane(): void {
    this.options.send(JSON.stringify(enterRequest(this.channel)));
  }

  /** What Office.js tells of the keyboard in the add-in's page. */
  private keyInPane(data: Json): void {
    const exit = paneExitOf(data);
    if (exit) this.options.onLeavePane?.(exit);
    const keys = pressedKeysOf(data);
    if (keys) this.options.onKeys?.(keys);
  }

  private appContext(): JsonObject {
    return appContextOf({
      addinId: this.options.addinId,
      locale: this.options.locale,
      requirements: this.options.requirements ?? supportedRequirements,
      settings: this.settings,
      isPaneVisible: this.paneVisible,
      documentName: this.documentName,
    });
  }

  private register(request: RequestMessage): Json {
    const known: readonly string[] = Object.values(eventNames);
    if (!known.includes(request._actionName)) {
      return refused(transportErrors.notSupported);
    }
    this.registrations.set(request._actionName, request);
    return succeeded;
  }

  /** Commands pressed before the add-in listened are posted once it has its answer. */
  private afterRegistration(request: RequestMessage): void {
    if (request._actionType === 1 && request._actionName === eventNames.command) {
      this.commands.post();
    }
  }

  private execute(data: Json): Json {
    const request = isJsonObject(data) ? data : {};
    switch (dispatchIdOf(request)) {
      case dispatchIds.richApi:
        return this.batches.execute(request);
      case dispatchIds.loadSettings:
        return { ...succeeded, Properties: settingsForAddin(this.settings) };
      case dispatchIds.saveSettings:
        saveSettings(this.settings, data);
        return succeeded;
      case dispatchIds.commandCompleted:
        this.commands.completed(request['0'] ?? null, request['1'] ?? null);
        return succeeded;
      default:
        return refused(transportErrors.notSupported);
    }
  }

  private mustWaitForEditing(request: RequestMessage): boolean {
    if (!this.book.isEditing || request._actionName !== 'executeMethod' || !isJsonObject(request._data)) {
      return false;
    }
    return waitsForCellEdit(request._data);
  }

  private afterEditing(then: () => void): void {
    const stop = this.book.on(event => {
      if (event.kind === 'editing' && !event.isEditing) {
        stop();
        then();
      }
    });
  }

  /** Tell of events of the workbook, at once and one time each unless a fault is asked for. */
  private tell(entries: readonly EventEntry[]): void {
    const { times, late } = this.faults.events;
    if (times === 1 && late === 0) {
      this.queueEntries(entries);
      return;
    }
    for (let time = 1; time <= times; time++) {
      this.activity.begin();
      setTimeout(() => {
        this.queueEntries(entries);
        this.activity.end();
      }, late * time);
    }
  }

  /** Events of one request go together, after its answer. */
  private queueEntries(entries: readonly EventEntry[]): void {
    const isFirst = this.entries.length === 0;
    this.entries.push(...entries);
    if (isFirst) {
      queueMicrotask(() => {
        const queued = this.entries;
        this.entries = [];
        if (queued.length > 0) {
          this.raise(eventNames.richApi, { ArrayData: queued });
        }
      });
    }
  }

  /** Post an event; false when the add-in has not registered for it. */
  private raise(name: string, data: Json): boolean {
    const registration = this.registrations.get(name);
    if (!registration) {
      return false;
    }
    this.activity.noteMessage();
    this.options.send(JSON.stringify(eventFor(registration, data, this.options.origin)));
    return true;
  }
}

/**
 * A conversation is never had twice: Office.js keeps a workbook's settings in the browser's session under its
 * conversation, and would show the next workbook those of the one before.
 */
function newConversationId(): string {
  return `workbench-${crypto.randomUUID()}`;
}
