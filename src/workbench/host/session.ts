import type { Book } from '../book/types';
import type { EventDesk } from './eventDesk';
import type { References } from './references';
import type { Shortcuts } from './shortcuts';
import type { JsonObject } from './wire/json';

/** What the classes of the object model share: the book, and what the add-in has asked of the host. */
export interface Session {
  readonly book: Book;
  /** The workbook's file name. */
  readonly documentName: string;
  readonly references: References;
  readonly events: EventDesk;
  /** The workbook's settings by name, each as JSON text; both APIs for settings see the same ones. */
  readonly settings: Map<string, string>;
  /** Passwords of sheets protected with one, by the sheet's id. */
  readonly passwords: Map<string, string>;
  isCalculationManual: boolean;
  /** Writes do not calculate until the current request is answered. */
  suspendCalculationForThisRequest(): void;
  readonly isPaneVisible: boolean;
  /** Whether the runtime starts with the document: `Inactive` or `Background`. */
  startState: string;
  /** Show or hide the pane, and tell the add-in. */
  setPaneVisible(isVisible: boolean): void;
  /** Ids of the ribbon controls that the add-in has disabled. */
  readonly disabledControls: Set<string>;
  /** Tell the page `{ id, enabled }` or `{ id, visible }` of a control or tab. */
  updateRibbon(update: JsonObject): void;
  /** Keyboard shortcuts of the add-in's actions. */
  readonly shortcuts: Shortcuts;
  readonly customFunctions: CustomFunctionResults;
}

/** Where the add-in's custom functions runtime hands its results in. */
export interface CustomFunctionResults {
  ready(): void;
  settle(results: readonly unknown[]): void;
}
